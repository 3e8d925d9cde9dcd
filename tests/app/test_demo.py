from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app import demo
from app.demo_plan import TRAINEES, Play, Remark, Trainee
from app.demo_replies import TALKS
from app.records.room import open_records
from app.records.values import Role
from scenarios.reader import library_files

NOW = datetime(2026, 3, 20, 10, 0, tzinfo=UTC)
SHORT = (
    Trainee(
        "王秀兰",
        (
            Play(2, (9, 0), "slow-response", "fair", 1, remarks=(Remark(2, "说得实在。", unread=True),)),
            Play(0, (8, 0), "slow-response", "weak", 1, finish="leave_open", replies=1),
        ),
    ),
    Trainee("赵敏", (Play(1, (9, 0), "slow-response", "poor", 0),)),
)


@pytest.fixture
def filled(tmp_path, monkeypatch):
    """A data folder with a short demo, and one real person who was there before."""
    monkeypatch.setattr(demo, "TRAINEES", SHORT)
    with open_records(tmp_path, network=False) as records:
        records.add_person("真的人", Role.TRAINEE)
    demo.fill(tmp_path, now=lambda: NOW)
    return tmp_path


def people(folder):
    with open_records(folder, network=False) as records:
        return records.people()


def test_everybody_whom_the_demo_brings_is_marked(filled):
    marked = {person.name for person in people(filled) if person.demo}
    assert marked == {"王秀兰", "赵敏", "林静", "何老师"}


def test_filling_twice_changes_nothing(filled):
    before = people(filled)
    demo.fill(filled, now=lambda: NOW)
    assert people(filled) == before


def test_a_demo_that_was_interrupted_is_made_anew(filled, monkeypatch):
    demo.remove(filled)
    with open_records(filled, network=False) as records:
        records.add_person("半个", Role.TRAINEE, demo=True)
    demo.fill(filled, now=lambda: NOW)
    assert "半个" not in {person.name for person in people(filled)}


def test_removing_leaves_the_real_people_alone(filled):
    assert demo.remove(filled) == 4
    assert [person.name for person in people(filled)] == ["真的人"]


def test_drills_lie_in_the_last_three_weeks_and_one_is_left_open(filled):
    with open_records(filled, network=False) as records:
        person = next(one for one in records.people() if one.name == "王秀兰")
        desk = records.asked_by(person)
        drills = desk.drills().drills
        assert [one.title.zh for one in desk.open_drills()] == ["报了两天没人理"]
        assert all(NOW - timedelta(days=21) < one.started < NOW for one in drills)
        assert len(desk.unseen_comments()) == 1


def test_scores_come_from_the_scorer(filled):
    with open_records(filled, network=False) as records:
        bests = {}
        for person in records.people():
            if person.role is Role.TRAINEE:
                drills = records.asked_by(person).drills().drills
                bests[person.name] = max((one.figures.total for one in drills if one.figures), default=None)
    assert bests["王秀兰"] > bests["赵敏"]


def test_the_plan_plays_only_scenarios_that_ship():
    shipped = {path.stem for path in library_files()}
    assert {play.scenario for trainee in TRAINEES for play in trainee.plays} <= shipped


def test_every_talk_that_the_plan_names_is_there():
    for trainee in TRAINEES:
        for play in trainee.plays:
            assert play.talk < len(TALKS[play.scenario].get(play.quality, ())), (trainee.name, play)


def test_the_plan_is_worth_looking_at():
    assert len(TRAINEES) == 6
    assert 35 <= sum(len(trainee.plays) for trainee in TRAINEES) <= 45
    assert sum(play.finish == "leave_open" for trainee in TRAINEES for play in trainee.plays) == 1
