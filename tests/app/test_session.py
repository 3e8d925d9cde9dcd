"""A drill from its opening line to its scorecard, on real records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.drills.session import MAX_REPLY, DrillSession, NoReplyError
from app.records.desk import Desk
from app.records.room import open_records
from app.records.values import Act, DrillStatus, Role, TurnStatus
from scenarios.model import EndingKind, Handover
from scenarios.reader import ScenarioFile, parse_scenario
from scoring.offline.scorer import OfflineScorer
from scoring.sentence import PeilianError

SMALLEST = Path(__file__).resolve().parents[2] / "scenarios" / "diagnostics" / "smallest.yaml"
HANDOVER = """
handover:
  to: 区域经理
  right: turn >= 2
  say:
    right: [好，我等他电话。, 行，让他打给我。, 可以。]
    early: [刚说一句就推？, 你先说说看。, 这么快就转？]
"""
SCORER = OfflineScorer()
FIX = "我让李师傅今天下午三点过去把地重新拖一遍。"


@pytest.fixture
def file() -> ScenarioFile:
    found = parse_scenario(SMALLEST.read_text("utf-8") + HANDOVER)
    assert not found.errors
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_records(tmp_path) as records:
        yield records.asked_by(records.add_person("小林", Role.TRAINEE))


def test_a_drill_begins_with_the_customers_opening_line(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    assert file.scenario is not None
    assert session.line in file.scenario.opening
    assert desk.drill(session.drill_id).opening == session.line


def test_a_reply_is_assessed_answered_and_on_record(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    result = session.reply("对不起，让您费心了。", elapsed_ms=4200)
    turn = desk.drill(session.drill_id).turns[0]
    assert "empathy.acknowledge" in result.assessment.check_ids
    assert (turn.text, turn.reply, turn.elapsed_ms) == (result.reply, result.line, 4200)
    assert turn.status is TurnStatus.SCORED


def test_an_ending_brings_the_scorecard(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    result = session.reply(FIX)
    assert (result.ending, session.ending) == (EndingKind.SETTLED, EndingKind.SETTLED)
    assert result.scorecard is not None
    record = desk.drill(session.drill_id)
    assert record.summary.status is DrillStatus.ENDED
    assert record.summary.figures is not None
    assert record.summary.figures.total == result.scorecard.total


def test_nothing_can_be_said_after_the_ending(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    session.reply(FIX)
    with pytest.raises(PeilianError, match="已经结束"):
        session.reply("还有")


def test_breaking_off_scores_as_far_as_it_went_and_never_passes(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    session.reply("对不起。")
    card = session.break_off()
    assert (card.ending, card.passed) == ("broken_off", False)
    assert card.levels["empathy"] == 1


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\0"])
def test_an_empty_reply_is_told_and_not_recorded(desk: Desk, file: ScenarioFile, text: str):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    with pytest.raises(NoReplyError, match="还没有写内容"):
        session.reply(text)
    assert desk.drill(session.drill_id).turns == ()


def test_a_reply_at_the_limit_is_recorded_whole(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    text = ("对不起，" * MAX_REPLY)[:MAX_REPLY]
    assert session.reply(text).reply == text
    assert desk.drill(session.drill_id).turns[0].text == text


def test_a_reply_over_the_limit_is_told_and_not_recorded(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    with pytest.raises(NoReplyError, match="20001 个字"):
        session.reply("长" * (MAX_REPLY + 1))
    assert desk.drill(session.drill_id).turns == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("对不起😭，您别急", "对不起😭，您别急"),
        ("对不起\ud83d\ude2d", "对不起😭"),
        ("对不起\ud83d", "对不起\ufffd"),
        ("\u202e对不起\u202c", "\u202e对不起\u202c"),
        ("对\0不起", "对不起"),
        ("👨‍👩‍👧 对不起", "👨‍👩‍👧 对不起"),
    ],
)
def test_odd_characters_are_kept_or_made_storable(desk: Desk, file: ScenarioFile, typed: str, kept: str):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    result = session.reply(typed)
    assert desk.drill(session.drill_id).turns[0].text == kept
    assert all(kept[one.start : one.end] == one.quote for one in result.assessment.evidence)


def test_looking_a_fact_up_is_on_record_and_no_reply(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    assert session.look_up("mop").text == "拖把没换水。"
    turns = desk.drill(session.drill_id).turns
    assert [(turn.act, turn.text, turn.reply) for turn in turns] == [(Act.LOOK_UP, "mop", None)]
    assert session.results == ()


def test_looking_the_same_fact_up_again_is_recorded_once(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    session.look_up("mop")
    session.look_up("mop")
    assert len(desk.drill(session.drill_id).turns) == 1


def test_what_cannot_be_looked_up_is_told(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    with pytest.raises(PeilianError, match="没有可查"):
        session.look_up("nothing")


@pytest.mark.parametrize(("replies", "judged"), [(1, Handover.EARLY), (2, Handover.RIGHT)])
def test_a_hand_over_is_judged_by_the_scenarios_ladder(desk: Desk, file: ScenarioFile, replies: int, judged: Handover):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    for n in range(replies):
        session.reply(f"对不起，我记下了{n}。")
    session.hand_over()
    assert (session.ending, session.handover) == (EndingKind.HANDED_OVER, judged)
    assert desk.drill(session.drill_id).handover == judged.value


def test_a_resumed_drill_goes_on_like_one_that_was_never_interrupted(desk: Desk, file: ScenarioFile):
    whole = DrillSession.start(desk, file, SCORER, seed=5)
    texts = ("对不起。", "是我们的拖把没换水。", "嗯")
    lines = [whole.reply(text).line for text in texts]
    parted = DrillSession.start(desk, file, SCORER, seed=5)
    first = parted.reply(texts[0]).line
    resumed = DrillSession.resume(desk, parted.drill_id, SCORER)
    assert [first, *(resumed.reply(text).line for text in texts[1:])] == lines
    assert resumed.mood == whole.mood


def test_a_reply_that_waits_unscored_is_assessed_on_resuming(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    desk.add_reply(session.drill_id, n=1, act=Act.REPLY, text="对不起。", elapsed_ms=0)
    resumed = DrillSession.resume(desk, session.drill_id, SCORER)
    assert [result.reply for result in resumed.results] == ["对不起。"]
    assert desk.drill(session.drill_id).waiting is None


def test_a_waiting_look_up_and_a_waiting_hand_over_are_taken_up_too(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    desk.add_reply(session.drill_id, n=1, act=Act.LOOK_UP, text="mop", elapsed_ms=0)
    DrillSession.resume(desk, session.drill_id, SCORER)
    desk.add_reply(session.drill_id, n=2, act=Act.HAND_OVER, text="区域经理", elapsed_ms=0)
    assert DrillSession.resume(desk, session.drill_id, SCORER).ending is EndingKind.HANDED_OVER


def test_an_edited_scenario_does_not_change_a_drill_that_has_begun(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    edited = parse_scenario(file.text.replace("最小的场景", "改过的场景"))
    DrillSession.start(desk, edited, SCORER, seed=1)
    assert DrillSession.resume(desk, session.drill_id, SCORER).scenario.title.zh == "最小的场景"


def test_an_ended_drill_opens_with_its_scorecard(desk: Desk, file: ScenarioFile):
    session = DrillSession.start(desk, file, SCORER, seed=1)
    card = session.reply(FIX).scorecard
    opened = DrillSession.resume(desk, session.drill_id, SCORER)
    assert (opened.ending, opened.scorecard) == (EndingKind.SETTLED, card)


def test_another_scorer_since_the_start_is_told(desk: Desk, file: ScenarioFile):
    class Newer(OfflineScorer):
        version = "offline-newer"  # type: ignore[assignment]  # a plain value stands in for the cached property

    session = DrillSession.start(desk, file, SCORER, seed=1)
    resumed = DrillSession.resume(desk, session.drill_id, Newer())
    assert [notice.en[:22] for notice in resumed.notices] == ["The scorer was updated"]


def test_a_scenario_with_errors_is_refused(desk: Desk):
    with pytest.raises(PeilianError, match="有错误"):
        DrillSession.start(desk, parse_scenario("id: broken"), SCORER, seed=1)
