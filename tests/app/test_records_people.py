from datetime import UTC, datetime

import pytest

from app.records import Person, Role
from scoring.sentence import PeilianError

NOON = datetime(2025, 3, 1, 4, 0, tzinfo=UTC)


def test_people_come_in_the_order_in_which_they_were_added(records):
    added = [records.add_person(name, role) for name, role in (("王芳", Role.TRAINEE), ("李强", Role.SUPERVISOR))]
    assert list(records.people()) == added
    assert added[0] == Person(1, "王芳", Role.TRAINEE, NOON, active=True)


def test_a_name_is_cleaned(records):
    assert records.add_person("  王\0芳\ud800 ", Role.TRAINEE).name == "王芳\ufffd"


@pytest.mark.parametrize("name", ["", " \t", "\0", "名" * 81])
def test_a_name_that_cant_be_one_is_told(records, name):
    with pytest.raises(PeilianError, match="姓名"):
        records.add_person(name, Role.TRAINEE)
    assert records.people() == ()


def test_one_who_has_left_asks_for_nothing_until_she_is_back(records, trainee):
    left = records.set_active(trainee, active=False)
    with pytest.raises(PeilianError, match="停用"):
        records.asked_by(trainee)
    records.set_active(left, active=True)
    assert records.asked_by(left).person == trainee


def test_a_stranger_asks_for_nothing(records):
    stranger = Person(404, "谁", Role.SUPERVISOR, NOON, active=True)
    with pytest.raises(PeilianError, match="没有这个人"):
        records.asked_by(stranger)
    with pytest.raises(PeilianError, match="没有这个人"):
        records.set_active(stranger, active=True)
