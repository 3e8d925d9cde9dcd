"""Hints, rewinding, exams, chains and templates in a drill, on real records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.drills.hints import Rung
from app.drills.session import DrillSession, exam_seed
from app.records.desk import Desk
from app.records.room import Records, open_records
from app.records.values import Act, Branch, DrillStatus, Mode, Role
from scenarios.model import EndingKind
from scenarios.reader import ScenarioFile, parse_scenario
from scoring.offline.scorer import OfflineScorer
from scoring.sentence import PeilianError

SMALLEST = Path(__file__).resolve().parents[2] / "scenarios" / "diagnostics" / "smallest.yaml"
SCORER = OfflineScorer()
FIX = "我让李师傅今天下午三点过去把地重新拖一遍。"
TEMPLATE = "非常抱歉给您带来了不便，您的问题我们高度重视，会尽快安排专人处理。"
AFTER = """
after:
  drill: smallest
  outcomes:
    settled: {opening: [上回弄好了，今天怎么又打来？, 上回的事过去了，还有什么事？, 又是你呀？]}
"""


def file_of(text: str) -> ScenarioFile:
    found = parse_scenario(text)
    assert not found.errors
    return found


@pytest.fixture
def file() -> ScenarioFile:
    return file_of(SMALLEST.read_text("utf-8"))


@pytest.fixture
def other() -> ScenarioFile:
    return file_of(SMALLEST.read_text("utf-8").replace("id: smallest", "id: another") + AFTER)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    with open_records(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(records: Records) -> Desk:
    return records.asked_by(records.add_person("小林", Role.TRAINEE))


# Hints.


def test_hints_climb_three_rungs_and_are_noted(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    hints = [session.hint() for _ in range(4)]
    assert [one.rung for one in hints] == [Rung.QUESTION, Rung.CHECK, Rung.EXAMPLE, Rung.EXAMPLE]
    assert len({one.text.zh for one in hints}) == 3
    turns = desk.drill(session.drill_id).turns
    assert [(turn.act, turn.text) for turn in turns] == [(Act.HINT, one.key) for one in hints[:3]]


def test_the_first_rung_gives_no_answer_away(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    first = session.hint()
    check = session.rubric.check(first.check)
    assert check.name.zh not in first.text.zh
    assert check.example.strong not in first.text.zh


def test_another_gap_begins_at_the_first_rung_again(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    before = session.hint()
    session.hint()
    session.reply("真对不起，让您等了这么久，换谁都会着急。")
    after = session.hint()
    assert (after.rung, after.check != before.check) == (Rung.QUESTION, True)


def test_hints_are_there_again_after_a_resume_and_cost_no_turn_of_hers(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    session.hint()
    session.reply("真对不起。")
    resumed = DrillSession.resume(desk, session.drill_id, SCORER)
    assert resumed.hints == session.hints
    assert (resumed.line, resumed.mood, len(resumed.results)) == (session.line, session.mood, 1)


# Rewinding.


def test_a_drill_is_taken_up_again_at_a_turn_and_both_are_kept(desk: Desk, file: ScenarioFile):
    first = DrillSession.start(desk, file, SCORER, seed=1)
    first.reply("我在听。")
    first.reply("嗯嗯。")
    again = DrillSession.rewind(desk, first.drill_id, 2, SCORER)
    assert again.branch == Branch(first.drill_id, 2)
    assert [one.reply for one in again.results] == ["我在听。"]
    assert again.line == first.results[0].line
    result = again.reply(FIX)
    assert result.n == 2
    assert [one.id for one in desk.branches(again.drill_id)] == [first.drill_id, again.drill_id]
    assert [turn.text for turn in desk.drill(first.drill_id).turns] == ["我在听。", "嗯嗯。"]


def test_the_drill_that_was_open_is_broken_off(desk: Desk, file: ScenarioFile):
    first = DrillSession.start(desk, file, SCORER, seed=1)
    first.reply("我在听。")
    DrillSession.rewind(desk, first.drill_id, 1, SCORER)
    summary = desk.summary(first.drill_id)
    assert (summary.status, summary.ending) == (DrillStatus.ENDED, "broken_off")


def test_what_is_said_the_same_gets_the_same_answer(desk: Desk, file: ScenarioFile):
    first = DrillSession.start(desk, file, SCORER, seed=1)
    lines = [first.reply(text).line for text in ("我在听。", "嗯嗯。")]
    again = DrillSession.rewind(desk, first.drill_id, 1, SCORER)
    assert [again.reply(text).line for text in ("我在听。", "嗯嗯。")] == lines


def test_branches_of_branches_are_one_family(desk: Desk, file: ScenarioFile):
    first = DrillSession.start(desk, file, SCORER, seed=1)
    first.reply("我在听。")
    second = DrillSession.rewind(desk, first.drill_id, 1, SCORER)
    second.reply("您说。")
    third = DrillSession.rewind(desk, second.drill_id, 1, SCORER)
    stranger = DrillSession.start(desk, file, SCORER, seed=1)
    family = [one.id for one in desk.branches(third.drill_id)]
    assert family == [first.drill_id, second.drill_id, third.drill_id]
    assert [one.id for one in desk.branches(stranger.drill_id)] == [stranger.drill_id]


def test_there_is_nothing_to_say_again_where_nothing_was_said(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    with pytest.raises(PeilianError, match="没有这一句"):
        DrillSession.rewind(desk, session.drill_id, 1, SCORER)
    assert desk.summary(session.drill_id).status is DrillStatus.OPEN or session.ending is not None


def test_a_drill_passed_after_rewinding_is_not_passed_from_beginning_to_end(desk: Desk, file: ScenarioFile):
    first = DrillSession.start(desk, file, SCORER, seed=1)
    first.reply("我在听。")
    again = DrillSession.rewind(desk, first.drill_id, 1, SCORER)
    again.reply("真对不起，让您等了这么久，换谁都会着急。地是我们没拖干净，这是我们的疏忽。" + FIX)
    assert again.ending is EndingKind.SETTLED
    assert desk.passed_scenarios() == frozenset()


# Exams.


def test_all_exams_of_a_scenario_meet_the_same_customer(desk: Desk, file: ScenarioFile):
    exams = [DrillSession.start(desk, file, SCORER, seed=seed, mode=Mode.EXAM) for seed in (1, 2)]
    assert [one.seed for one in exams] == [exam_seed("smallest")] * 2
    assert exams[0].line == exams[1].line
    assert desk.attempts("smallest", Mode.EXAM) == 2
    assert desk.attempts("smallest", Mode.PRACTICE) == 0


def test_an_exam_gives_no_hint_and_is_not_rewound(desk: Desk, file: ScenarioFile):
    exam = DrillSession.start(desk, file, SCORER, seed=1, mode=Mode.EXAM)
    with pytest.raises(PeilianError, match="没有提示"):
        exam.hint()
    exam.reply("我在听。")
    with pytest.raises(PeilianError, match="不能回退"):
        DrillSession.rewind(desk, exam.drill_id, 1, SCORER)


def test_an_exam_ends_with_the_reply_in_which_its_time_is_over(desk: Desk, file: ScenarioFile):
    exam = DrillSession.start(desk, file, SCORER, seed=1, mode=Mode.EXAM)
    exam.reply("我在听。", elapsed_ms=10 * 60_000)
    assert exam.seconds_left == 5 * 60
    assert DrillSession.resume(desk, exam.drill_id, SCORER).seconds_left == 5 * 60
    result = exam.reply("您接着说。", elapsed_ms=5 * 60_000)
    assert (result.ending, bool(result.line), exam.seconds_left) == (EndingKind.TIMED_OUT, True, 0)


def test_an_exam_may_run_out_between_two_replies(desk: Desk, file: ScenarioFile):
    exam = DrillSession.start(desk, file, SCORER, seed=1, mode=Mode.EXAM)
    card = exam.time_out()
    assert (card.ending, card.passed, desk.summary(exam.drill_id).ending) == ("timed_out", False, "timed_out")


def test_practice_has_no_clock(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    session.reply("我在听。", elapsed_ms=100 * 60_000)
    assert (session.ending, session.seconds_left) == (None, None)


# What earlier drills leave behind.


def test_a_follow_up_opens_with_the_outcome_of_the_latest_case_drill(
    desk: Desk, file: ScenarioFile, other: ScenarioFile
):
    before = DrillSession.start(desk, other, SCORER, seed=1)
    DrillSession.start(desk, file, SCORER, seed=1).reply(FIX)
    after = DrillSession.start(desk, other, SCORER, seed=1)
    assert other.scenario is not None
    assert before.line in other.scenario.opening
    assert after.line not in other.scenario.opening


def test_words_from_another_drill_are_a_template_also_after_a_resume(
    desk: Desk, file: ScenarioFile, other: ScenarioFile
):
    DrillSession.start(desk, file, SCORER, seed=1).reply(TEMPLATE)
    session = DrillSession.start(desk, other, SCORER, seed=1)
    session.reply(TEMPLATE)
    assert session.templates == (1,)
    assert DrillSession.resume(desk, session.drill_id, SCORER).templates == (1,)


def test_her_own_words_of_the_same_scenario_are_practice_and_no_template(desk: Desk, file: ScenarioFile):
    DrillSession.start(desk, file, SCORER, seed=1).reply(TEMPLATE)
    session = DrillSession.start(desk, file, SCORER, seed=2)
    session.reply(TEMPLATE)
    assert session.templates == ()
