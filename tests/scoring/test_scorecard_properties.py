"""What holds for every conversation, however it goes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.crediting import CreditedReply, credit
from scoring.evidence import Evidence
from scoring.reply import About, Finding, Reason, ReplyAssessment
from scoring.scorecard import Terms, scorecard
from tests.scoring.talk import COMPLAINT

TEXT = "第一句。第二句。第三句。第四句。"
ids = st.sampled_from(COMPLAINT.check_ids)
spans = st.integers(0, 3).map(lambda sentence: (sentence * 4, sentence * 4 + 3))


@st.composite
def findings(draw: st.DrawFn, names: st.SearchStrategy[str]) -> Finding:
    name = draw(names)
    start, end = draw(spans)
    return Finding(
        name,
        (Evidence.cut(name, TEXT, start, end),),
        probability=draw(st.sampled_from([0.6, 0.9])),
        about=draw(st.sampled_from(About)),
        reason=draw(st.sampled_from(Reason)) if name == "overpromise" else Reason.OTHER,
    )


def unique(names: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Finding, ...]]:
    return st.lists(findings(names), max_size=6, unique_by=lambda one: one.id).map(tuple)


replies = st.builds(ReplyAssessment, checks=unique(ids), violations=unique(st.sampled_from(COMPLAINT.violation_ids)))
drills = st.lists(replies, min_size=1, max_size=5)
lefts = st.sets(st.sampled_from([step.id for step in COMPLAINT.steps]), max_size=2).map(frozenset)


def credited(assessments: list[ReplyAssessment]) -> list[CreditedReply]:
    return [credit(n, TEXT, one) for n, one in enumerate(assessments, 1)]


@given(drills, lefts)
def test_totals_costs_and_levels_stay_within_their_bounds(assessments: list[ReplyAssessment], left_out: frozenset[str]):
    card = scorecard(COMPLAINT, credited(assessments), Terms(left_out=left_out), "settled")
    assert 0 <= card.total <= card.cap <= 100
    assert 0 <= card.order_cost <= 15
    assert all((level is None) == (step in left_out) for step, level in card.levels.items())
    assert all(level in (None, 0, 1, 2, 3) for level in card.levels.values())


@given(drills, findings(ids), st.data())
def test_a_met_check_never_lowers_a_level(assessments: list[ReplyAssessment], extra: Finding, data: st.DataObject):
    at = data.draw(st.integers(0, len(assessments) - 1))
    more = list(assessments)
    if extra.id not in more[at].check_ids:
        more[at] = replace(more[at], checks=(*more[at].checks, extra))
    # One whose words rest on a violation is not credited, and an invented cause takes the others of its step along.
    assume(extra.id in {one.id for one in credited(more)[at].checks})
    before = scorecard(COMPLAINT, credited(assessments)).levels
    after = scorecard(COMPLAINT, credited(more)).levels
    assert all((after[step] or 0) >= (before[step] or 0) for step in before)


@given(drills, findings(st.sampled_from(COMPLAINT.violation_ids)), st.data())
def test_a_violation_added_never_raises_a_total(
    assessments: list[ReplyAssessment], extra: Finding, data: st.DataObject
):
    at = data.draw(st.integers(0, len(assessments) - 1))
    more = list(assessments)
    if extra.id not in more[at].violation_ids:
        more[at] = replace(more[at], violations=(*more[at].violations, extra))
    assert scorecard(COMPLAINT, credited(more)).total <= scorecard(COMPLAINT, credited(assessments)).total


@given(drills)
def test_order_costs_only_where_order_broke(assessments: list[ReplyAssessment]):
    card = scorecard(COMPLAINT, credited(assessments))
    assert (card.order_cost > 0) == bool(card.order_breaks)


@given(drills)
def test_the_best_single_reply_is_the_best_of_one_reply_drills(assessments: list[ReplyAssessment]):
    card = scorecard(COMPLAINT, credited(assessments))
    alone = [scorecard(COMPLAINT, [one]).total for one in credited(assessments)]
    assert card.best_single is not None
    assert card.best_single.total == max(alone)
