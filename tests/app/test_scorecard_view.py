"""What a scorecard shows: a drill looked back on, without any window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.drills.advice import NextKind
from app.drills.marking import marking
from app.drills.opening import open_review
from app.drills.review import review
from app.drills.reviewed import CheckState, DrillReview, FiguresReview, NotPassed, Span
from app.drills.session import DrillSession
from app.drills.suggestions import clause, from_references
from app.records.room import Records, open_records
from app.records.values import Act, Figures, Person, Role, StoredScorecard
from scenarios.reader import read_scenario
from scoring.offline.scorer import OfflineScorer
from scoring.sentence import PeilianError, Sentence

SCENARIO = Path(__file__).resolve().parents[2] / "scenarios" / "library" / "slow-response.yaml"
SCORER = OfflineScorer()
SORRY = "周女士，真对不起，留了两次言没人回，换谁都着急。"
CAUSE = "我刚查了工单系统，您的两条留言被分到了上个月撤掉的片区组，是我们没改分派规则。"
FIX = "今晚七点李师傅上门重新装密封圈。"
PAY = "这次清洗费给您退六十元，我保证以后绝对不会再漏。"
NAME = Sentence("名", "name")


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    with open_records(tmp_path) as made:
        yield made


@pytest.fixture
def trainee(records: Records) -> Person:
    return records.add_person("王秀兰", Role.TRAINEE)


@pytest.fixture
def play(records: Records, trainee: Person):
    """Plays a drill of the trainee: `?id` looks up; returns the session."""

    def played(*replies: str, over: bool = True) -> DrillSession:
        session = DrillSession.start(records.asked_by(trainee), read_scenario(SCENARIO), SCORER, seed=1)
        for text in replies:
            if session.ending is None:
                session.look_up(text[1:]) if text.startswith("?") else session.reply(text, elapsed_ms=5_000)
        if over and session.ending is None:
            session.break_off()
        return session

    return played


@pytest.fixture
def looked_back(records: Records, trainee: Person, play):
    def look(*replies: str, over: bool = True) -> DrillReview:
        session = play(*replies, over=over)
        found = open_review(records.asked_by(trainee), session.drill_id).review
        assert isinstance(found, DrillReview)
        return found

    return look


def test_a_met_check_has_its_turn_and_its_words(looked_back):
    check = looked_back(SORRY, CAUSE).steps[0].check("empathy.acknowledge")
    assert (check.state, check.turn, check.quotes) == (CheckState.MET, 1, ("真对不起",))


def test_evidence_is_where_it_says(looked_back):
    turn = looked_back(SORRY).turns[0]
    assert {turn.text[one.start : one.end] for one in turn.spans} >= {"真对不起", "留了两次言没人回"}


def test_a_check_that_counts_is_painted_once_only(looked_back):
    first, second = looked_back(SORRY, SORRY).turns
    assert first.spans
    assert not second.spans


def test_an_unmet_check_says_what_it_asks_and_gives_an_example(looked_back):
    check = looked_back(SORRY).steps[3].check("compensation.named")
    assert check.state is CheckState.MISSING
    assert check.note.zh
    assert check.example


def test_a_withheld_check_says_why_and_what_was_said(looked_back):
    check = looked_back("是堵车，您的留言没人接单，这是我们的疏漏。").steps[1].check("cause.concrete")
    assert (check.state, check.turn) == (CheckState.WITHHELD, 1)
    assert "不符" in check.note.zh
    assert check.quotes


def test_a_reply_that_begins_a_step_says_what_it_lacks(looked_back):
    turn = looked_back(SORRY, "这次清洗费给您退六十元。").turns[1]
    assert "compensation.delivery" in turn.missing


def test_a_violation_costs_and_offers_something_better(looked_back):
    (violation,) = looked_back(SORRY, CAUSE, FIX, PAY).violations
    assert (violation.id, violation.turns, violation.cost) == ("overpromise", (4,), 15)
    assert "绝对不会" in violation.quotes[0]
    assert violation.better


def test_the_sum_adds_up_to_the_total(looked_back):
    sums = looked_back(SORRY, CAUSE, FIX, PAY).sums
    assert sums.steps - sums.order - sums.violations == pytest.approx(sums.total, abs=0.01)


def test_it_says_why_a_drill_was_not_passed(looked_back):
    found = looked_back(SORRY)
    assert not found.passed
    assert found.why_not == (NotPassed.TOTAL, NotPassed.ENDING)


def test_a_critical_violation_comes_first_in_why_and_next(looked_back):
    found = looked_back("您加我微信，我私下转您两百，您就别给差评了。")
    assert found.why_not[0] is NotPassed.CRITICAL
    assert (found.following.kind, found.following.id) == (NextKind.VIOLATION, "offplatform")


def test_the_next_thing_is_what_cost_most(looked_back):
    found = looked_back("周女士，真对不起，留了两次言没人回，换谁都着急。", CAUSE)
    assert (found.following.kind, found.following.id, found.following.begun) == (NextKind.STEP, "fix", False)


def test_the_best_words_are_of_this_customers_own_case(looked_back):
    best = looked_back(SORRY, "不好意思。").best
    assert (best.turn, best.quote) == (1, "留了两次言没人回")
    assert "empathy.acknowledge" in best.checks


def test_nothing_is_best_where_nothing_was_good(looked_back):
    assert looked_back("你好。").best is None


def test_looking_up_tells_what_was_found_and_her_line_is_told_once(looked_back):
    looked, reply = looked_back("?wrong_queue", CAUSE).turns
    assert (looked.act, looked.where) == (Act.LOOK_UP, "工单系统")
    assert "撤掉的片区组" in looked.text
    assert looked.customer
    assert not reply.customer


def test_the_customers_mood_goes_with_her_line(looked_back):
    found = looked_back(SORRY, CAUSE)
    assert found.turns[0].feeling.anger == 60
    assert found.turns[1].feeling.anger < 60
    assert found.last_feeling.anger < found.turns[1].feeling.anger
    assert [turn.feeling.settled for turn in found.turns] == [False] * len(found.turns)
    assert found.last_feeling.settled == (found.about.ending == "settled")


def test_a_drill_that_goes_on_is_told_so_far(looked_back):
    found = looked_back(SORRY, over=False)
    assert not found.about.over
    assert found.why_not == ()
    assert found.last_line == ""


def test_a_reply_that_waits_for_its_score_is_shown_without_one(records, trainee, play):
    session = play(SORRY, over=False)
    desk = records.asked_by(trainee)
    desk.add_reply(session.drill_id, n=2, act=Act.REPLY, text="我在查。", elapsed_ms=1)
    found = open_review(desk, session.drill_id).review
    assert isinstance(found, DrillReview)
    assert (found.turns[1].text, found.turns[1].scored) == ("我在查。", False)


def test_figures_of_then_win_over_the_rules_of_now(records, trainee, play):
    desk = records.asked_by(trainee)
    record = desk.drill(play(SORRY).drill_id)
    assert record.scorecard is not None
    levels = {**record.scorecard.figures.levels, "cause": 3}
    old = replace(record, scorecard=StoredScorecard(Figures(88.0, True, False, levels), {}, "older"))
    sources = [desk.document(one).source for one in (record.scenario_hash, record.rubric_hash)]
    found = review(old, *sources)
    assert (found.sums.total, found.passed, found.rescored, found.steps[1].level) == (88.0, True, True, 3)


def test_the_references_stand_beside_what_was_said(looked_back):
    step = looked_back(SORRY).steps[0]
    assert step.said == ((1, SORRY),)
    assert any("赔个不是" in one for one in step.references)


def test_a_supervisor_reads_it_with_comments_and_may_write_some(records, trainee, play):
    session = play(SORRY)
    desk = records.asked_by(records.add_person("林静", Role.SUPERVISOR))
    desk.comment(session.drill_id, 1, "说得好。")
    opened = open_review(desk, session.drill_id)
    assert (opened.own, opened.may_comment, [one.text for one in opened.comments]) == (False, True, ["说得好。"])


def test_her_own_scorecard_she_may_not_comment_on(records, trainee, play):
    opened = open_review(records.asked_by(trainee), play(SORRY).drill_id)
    assert (opened.own, opened.may_comment) == (True, False)


def test_a_trainer_sees_figures_and_a_sentence_and_no_words(records, trainee, play):
    session = play(SORRY, CAUSE)
    found = open_review(records.asked_by(records.add_person("何老师", Role.TRAINER)), session.drill_id).review
    assert isinstance(found, FiguresReview)
    assert [step.name.zh for step in found.steps] == ["共情", "归因", "方案", "补偿"]
    assert "原文" in found.sentence.zh
    assert SORRY not in repr(found)


def test_another_trainee_finds_nothing(records, trainee, play):
    session = play(SORRY)
    with pytest.raises(PeilianError, match="找不到"):
        open_review(records.asked_by(records.add_person("别人", Role.TRAINEE)), session.drill_id)


def test_what_could_be_added_comes_from_the_scenarios_own_references():
    found = from_references(SCENARIO.read_text("utf-8"))
    assert found["compensation.delivery"] == "原路退回，三个工作日到账"
    assert all(name.partition(".")[0] in ("empathy", "cause", "fix", "compensation") for name in found)


@pytest.mark.parametrize(
    ("text", "quote", "cut"),
    [
        ("耽误您了，原路退回，三天到账。", "原路", "原路退回，三天到账"),
        ("我马上给您换一台新的，您看行吗？", "您看行吗", "您看行吗？"),
        ("今晚七点李师傅上门。", "七点", "今晚七点李师傅上门"),
    ],
)
def test_a_suggestion_is_cut_at_its_clauses(text, quote, cut):
    start = text.index(quote)
    assert clause(text, start, start + len(quote)) == cut


def test_a_short_span_keeps_its_words_from_a_longer_one_of_its_step():
    text = "今晚七点李师傅上门重新装密封圈。"
    spans = [Span("fix.action", 0, 15, 3, NAME), Span("fix.deadline", 0, 4, 3, NAME), Span("fix.owner", 0, 15, 3, NAME)]
    found = marking(text, spans)
    assert [(one.id, text[one.start : one.end]) for one in found.pieces] == [
        ("fix.deadline", "今晚七点"),
        ("fix.action", "李师傅上门重新装密封圈"),
    ]
    assert found.piece_of["fix.owner"] == "fix.action"


def test_spans_of_different_steps_may_lie_over_each_other():
    found = marking("退您六十元", [Span("fix.action", 0, 5, 3, NAME), Span("compensation.named", 2, 5, 4, NAME)])
    assert len(found.pieces) == 2


def test_every_span_of_a_reply_is_marked_by_some_piece(looked_back):
    for turn in looked_back(SORRY, CAUSE, FIX, PAY).turns:
        assert set(marking(turn.text, turn.spans).piece_of) == {span.id for span in turn.spans}
