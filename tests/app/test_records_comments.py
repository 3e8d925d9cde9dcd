"""Comments of a supervisor on a trainee's turn, and people made for looking around."""

from __future__ import annotations

import pytest

from app.records import Act, DrillFilter, Role
from scoring.sentence import PeilianError


@pytest.fixture
def played(desk, new_drill):
    drill = desk.begin_drill(new_drill)
    desk.add_reply(drill.id, n=1, act=Act.REPLY, text="对不起", elapsed_ms=1)
    return desk.drill(drill.id)


@pytest.fixture
def supervisor(records):
    return records.asked_by(records.add_person("林静", Role.SUPERVISOR))


def test_a_supervisors_comment_reaches_the_trainee(desk, supervisor, played):
    supervisor.comment(played.id, 1, "先说她等了多久。")
    assert [(one.author, one.n, one.text) for one in desk.comments(played.id)] == [("林静", 1, "先说她等了多久。")]


def test_a_comment_is_unseen_until_the_trainee_opens_it(desk, supervisor, played):
    supervisor.comment(played.id, 1, "说得实在。")
    assert desk.unseen_comments() == (played.id,)
    supervisor.comments(played.id)
    assert desk.unseen_comments() == (played.id,)
    desk.comments(played.id)
    assert desk.unseen_comments() == ()


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.TRAINER])
def test_only_a_supervisor_comments(records, desk, played, role):
    with pytest.raises(PeilianError):
        records.asked_by(records.add_person("别人", role)).comment(played.id, 1, "哈")
    assert desk.comments(played.id) == ()


def test_a_trainee_does_not_comment_on_her_own(desk, played):
    with pytest.raises(PeilianError, match="只有主管"):
        desk.comment(played.id, 1, "我觉得挺好")


@pytest.mark.parametrize("text", ["", "  ", "长" * 2_001])
def test_an_empty_or_endless_comment_is_told(supervisor, played, text):
    with pytest.raises(PeilianError, match="没有存上"):
        supervisor.comment(played.id, 1, text)


def test_demo_people_go_with_all_that_is_theirs_and_nobody_else_does(records, desk, supervisor, played, new_drill):
    demo = records.add_person("示例学员", Role.TRAINEE, demo=True)
    drill = records.asked_by(demo).begin_drill(new_drill)
    supervisor.comment(drill.id, 1, "示例点评")
    assert records.remove_demo() == 1
    assert demo not in records.people()
    assert [one.id for one in supervisor.drills().drills] == [played.id]


def test_drills_are_found_by_their_day(supervisor, desk, played):
    started = played.summary.started
    assert supervisor.drills(where=DrillFilter(since=started)).drills
    assert not supervisor.drills(where=DrillFilter(before=started)).drills


def test_a_backup_opens_as_records_with_everything_in_it(records, desk, played, opened, tmp_path):
    folder = tmp_path / "copy"
    folder.mkdir()
    records.back_up(folder / "records.db")
    assert opened(folder).people() == records.people()


def test_a_backup_that_cannot_be_written_is_told(records, tmp_path):
    with pytest.raises(PeilianError):
        records.back_up(tmp_path / "no" / "such" / "folder.db")
