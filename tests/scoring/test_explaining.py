"""One sentence for each check: why it counts, or what would have met it; no two alike, and never the trainee's words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.crediting import Settled, Truth, credit
from scoring.evidence import Evidence
from scoring.explaining import Case, explanations, wordings
from scoring.progress import Fate
from scoring.reply import About, Finding, Reason, ReplyAssessment
from scoring.rubric import Rubric, parse_rubric, shipped_kinds, shipped_rubric
from scoring.scorecard import scorecard
from scoring.sentence import Sentence
from tests.scoring.talk import COMPLAINT, say

KINDS = shipped_kinds()
TEXT = "甲句谢谢。乙句今天。丙句李师傅。丁句疯婆子。"
SPANS = [(0, 4), (5, 9), (10, 15), (16, 20)]
TRUTH = Truth(Settled((("乙句",),), (("丙句",),)), Settled((("甲句",),)))
FACTS = {
    "who": Sentence("她", "the customer"), "title": Sentence("报了两天没人理", "Two days"), "feeling": Sentence("一肚子火", "angry"),
    "cause": Sentence("留言分到了撤掉的组", "the wrong queue"), "where": Sentence("工单系统", "the order system"),
    "plight": Sentence("白等了一个中午", "waited at noon"), "loss": Sentence("误了半天工", "half a day lost"),
    "authority": Sentence("补偿不超过60元", "up to ¥60"), "amount": Sentence("60 元", "¥60"), "gift": Sentence("擦窗一次", "one window cleaning"),
}  # fmt: skip
CASE = Case(
    FACTS | {"cause_told": FACTS["cause"], "loss_told": FACTS["loss"]},
    {"fix": {"reference": Sentence("今晚七点上门", "at seven"), "time": Sentence("今晚七点", "seven"), "owner": Sentence("李师傅", "Mr Li")}},
    {"first_answer": Sentence("二十四小时之内给第一次答复", "an answer within 24 hours")},
    ceiling=60,
)  # fmt: skip


def told(*replies, case: Case = CASE, ending: str = "settled") -> dict[str, Sentence]:
    card = scorecard(COMPLAINT, replies, ending=ending)
    return explanations(COMPLAINT, card, replies, case)


def test_a_missing_check_is_told_with_the_facts_of_the_case():
    found = told(say(1, "您好。"))
    assert "工单系统里写着：留言分到了撤掉的组" in found["cause.concrete"].zh
    assert "the wrong queue" in found["cause.concrete"].en
    assert "白等了一个中午" in found["empathy.specific"].zh
    assert "误了半天工" in found["compensation.proportionate"].zh
    assert "60 元以内" in found["compensation.named"].zh


def test_a_standard_that_the_scenario_shows_gives_the_figure():
    found = told(say(1, "您好。"))
    assert "二十四小时之内" in found["fix.deadline"].zh
    assert "24 hours" in found["fix.deadline"].en


def test_a_time_is_told_with_the_action_that_it_bounds():
    found = told(say(1, "派人返工[action]。"), say(2, "下午三点[deadline]。"))
    assert "第 1 轮要办的事" in found["fix.deadline"].zh
    assert "the action of turn 1" in found["fix.deadline"].en


def test_a_time_without_an_action_says_what_is_still_missing():
    assert "还没有要办的事" in told(say(1, "下午三点[deadline]。"))["fix.deadline"].zh


def test_a_sum_within_the_authority_is_told_with_it():
    found = told(say(1, "退您50元[named:yuan:50]。"))
    assert found["compensation.named"].zh == "说的是 50 元，在能做主的 60 元以内，给得出去。"
    assert found["compensation.named"].en == "It offers ¥50, within the ¥60 that may be given."


def test_a_sum_above_it_that_no_rule_objected_to_is_not_called_within():
    assert "以内" not in told(say(1, "退您500元[named:yuan:500]。"))["compensation.named"].zh


def test_an_offer_beyond_the_authority_is_told_with_the_authority():
    found = told(say(1, "误了工[proportionate]，赔您一万[named][overpromise:beyond]，今天到账[delivery]。"))
    assert "补偿不超过60元" in found["compensation.named"].zh
    assert "up to ¥60" in found["compensation.named"].en
    assert len({found[f"compensation.{name}"].zh for name in ("named", "proportionate", "delivery")}) == 3


def test_a_cause_against_the_facts_is_told_with_the_facts():
    truth = Truth(cause=Settled(agree=(("派单",),), contradict=(("堵车",),)))
    found = told(say(1, "路上堵车[concrete]，是我们没算好[ownership]。", truth=truth))
    assert "不符" in found["cause.concrete"].zh
    assert "留言分到了撤掉的组" in found["cause.concrete"].zh
    assert "没有算" in found["cause.ownership"].zh


def test_what_was_taken_back_is_told_with_both_turns():
    found = told(say(1, "是我们的错[ownership]。"), say(2, "其实也不怪我们。", taken_back=("ownership",)))
    assert "第 1 轮" in found["cause.ownership"].zh
    assert "第 2 轮" in found["cause.ownership"].zh


def test_what_another_offer_left_behind_is_told_so():
    found = told(say(1, "误了工[proportionate]，退50元[named:yuan:50]。"), say(2, "那送您擦窗[named:gift]。"))
    assert "第 2 轮换了一项补偿" in found["compensation.proportionate"].zh


def test_a_time_for_a_call_is_told_apart_from_the_action():
    found = told(say(1, "派人返工[action]。"), say(2, "三点给您打电话[deadline:call]。"))
    assert "打电话的时间" in found["fix.deadline"].zh


def test_thanks_and_apology_count_for_different_reasons():
    thanks, sorry = (
        told(say(1, text))["empathy.acknowledge"].zh for text in ("谢谢您说[acknowledge]。", "对不起[acknowledge]。")
    )
    assert thanks != sorry


@pytest.mark.parametrize("word", ["疯婆子", "{x}点", "<b>三点", "三点\u202e", "一" * 40, "😀三点"])
def test_a_particular_that_is_not_plainly_one_stays_out(word: str):
    text = f"派人返工，{word}。"
    at = text.index(word)
    checks = (
        Finding("fix.action", (Evidence.cut("fix.action", text, 0, 4),)),
        Finding("fix.deadline", (Evidence.cut("fix.deadline", text, at, at + len(word)),)),
    )
    reply = credit(1, text, ReplyAssessment(checks, particulars={"time": word}))
    found = explanations(COMPLAINT, scorecard(COMPLAINT, [reply]), [reply], CASE)
    assert word not in found["fix.deadline"].zh + found["fix.deadline"].en


def test_a_plain_time_is_named():
    text = "今晚七点返工。"
    checks = tuple(Finding(one, (Evidence.cut(one, text, 0, 6),)) for one in ("fix.action", "fix.deadline"))
    reply = credit(1, text, ReplyAssessment(checks, particulars={"time": "今晚七点"}))
    found = explanations(COMPLAINT, scorecard(COMPLAINT, [reply]), [reply], CASE)
    assert "「今晚七点」" in found["fix.deadline"].zh


# Whatever happens in a drill


def findings(names: st.SearchStrategy[str]) -> st.SearchStrategy[Finding]:
    return st.builds(
        lambda name, span, probability, about, offer, beyond: Finding(
            name, (Evidence.cut(name, TEXT, *span),), probability, about, offer if name.endswith("named") else "",
            Reason.BEYOND_AUTHORITY if beyond and name == "overpromise" else Reason.OTHER,
        ),
        names, st.sampled_from(SPANS), st.sampled_from([0.6, 0.9]), st.sampled_from(About),
        st.sampled_from(["", "yuan:50", "yuan:500", "redo", "gift:擦窗"]), st.booleans(),
    )  # fmt: skip


def drills(rubric: Rubric) -> st.SearchStrategy[list[ReplyAssessment]]:
    checks = st.lists(findings(st.sampled_from(rubric.check_ids)), max_size=9, unique_by=lambda one: one.id)
    broken = st.lists(findings(st.sampled_from(rubric.violation_ids)), max_size=2, unique_by=lambda one: one.id)
    back = st.frozensets(st.sampled_from(rubric.check_ids), max_size=4)
    words = st.just({"time": "今天", "owner": "李师傅"})
    reply = st.builds(ReplyAssessment, checks.map(tuple), broken.map(tuple), back, words)
    return st.lists(reply, min_size=1, max_size=5)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_no_two_sentences_of_a_scorecard_are_alike_and_none_has_the_trainees_words(kind: str, data: st.DataObject):
    rubric = shipped_rubric(kind)
    case = data.draw(st.sampled_from([CASE, Case()]))
    replies = [credit(n, TEXT, one, TRUTH) for n, one in enumerate(data.draw(drills(rubric)), 1)]
    card = scorecard(rubric, replies)
    found = explanations(rubric, card, replies, case)
    assert list(found) == [point.id for point in card.points]
    for words in ([one.zh for one in found.values()], [one.en for one in found.values()]):
        assert len({re.sub(r"\W", "", one) for one in words}) == len(words)
        for one in words:
            assert one.strip()
            assert not re.search(r"[{}]|疯婆子|甲句|乙句|丙句", one)


def test_a_rubric_of_somebodys_own_gets_sentences_too_even_where_it_asks_twice():
    source = (
        COMPLAINT.text.replace("kind: complaint", "kind: own")
        .replace("说出感受", "致歉或致谢")
        .replace("Names the feeling", "Apology or thanks")
    )
    rubric = parse_rubric(source, "own.yaml")
    replies = [say(1, "对不起[acknowledge]，您着急[feeling]。")]
    found = explanations(rubric, scorecard(rubric, replies), replies)
    assert found["empathy.acknowledge"] != found["empathy.feeling"]
    assert "致歉或致谢" in found["empathy.feeling"].zh
    assert len({one.zh for one in found.values()}) == 12


# The wordings as data


@pytest.mark.parametrize("kind", KINDS)
def test_every_check_has_wordings_of_its_own_that_need_nothing(kind: str):
    for name in shipped_rubric(kind).check_ids:
        for outcome in ("met", "missing"):
            last = wordings(kind)[name][outcome][-1]
            assert not last.fields - {"who", "key_turn"}, (name, outcome)
            assert not any((last.quote, last.about, last.offer, last.key, last.standard)), (name, outcome)


@pytest.mark.parametrize("kind", KINDS)
def test_no_wording_stands_twice_in_a_kind(kind: str):
    every = [one for outcomes in wordings(kind).values() for several in outcomes.values() for one in several]
    for words in ([one.zh for one in every], [one.en for one in every]):
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("kind", [*KINDS, "any"])
def test_both_languages_fill_in_known_fields_only(kind: str):
    known = {*FACTS, "cause_told", "loss_told", "home", "offer_fact", "log", "tags", "known", "known_where", "known2", "known2_where",
             "gaps", "gaps_where", "reference", "ask", "time", "owner", "standard", "turn", "by", "key_turn", "offer", "said_time",
             "said_owner", "name", "step", "about"}  # fmt: skip
    for outcomes in wordings(kind).values():
        for outcome, several in outcomes.items():
            assert outcome in {
                *Fate,
                "beyond_authority",
                "off_books",
                "other_loss",
                "contradicts",
                "fabricated",
                "blaming",
                "other_cause",
            }
            for one in several:
                assert one.fields <= known, one.zh
                assert "！" not in one.zh
                assert "!" not in one.en
