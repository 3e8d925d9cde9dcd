"""Review where a step's level could change within the doubtful decisions, read through crediting and joining."""

from __future__ import annotations

from dataclasses import replace

from scoring.crediting import CreditedReply, Settled, Truth, credit
from scoring.scorecard import Terms, scorecard
from tests.scoring.talk import COMPLAINT, say

BEYOND = "赔您一万[named][overpromise:beyond]，今天到账[delivery]。"


def near(reply: CreditedReply, **doubt: float) -> CreditedReply:
    """`reply` with ids that were decided closely against it, `fix__owner` for `fix.owner`."""
    more = {name.replace("__", "."): probability for name, probability in doubt.items()}
    return credit(reply.n, reply.text, replace(reply.assessment, doubt={**reply.assessment.doubt, **more}), reply.truth)


def reasons(*replies: CreditedReply, terms: Terms = Terms()) -> list[str]:
    return [one.zh for one in scorecard(COMPLAINT, replies, terms, "settled").review_reasons]


def test_a_doubtful_check_that_is_met_may_be_lost():
    assert reasons(say(1, "真对不起[acknowledge]，您着急[feeling?]。")) == [
        "“共情”的等级取决于没有把握的检查点：说出感受。"
    ]


def test_a_doubtful_check_that_is_not_met_may_be_gained():
    found = reasons(near(say(1, "真对不起[acknowledge]。"), empathy__feeling=0.4))
    assert found == ["“共情”的等级取决于没有把握的检查点：说出感受。"]


def test_two_doubtful_checks_that_only_together_raise_a_level():
    one = say(1, "派单漏了[concrete]。")
    assert reasons(near(one, cause__ownership=0.4)) == []
    (found,) = reasons(near(one, cause__ownership=0.4, cause__verified=0.4))
    assert "责任在我方" in found
    assert "有据可查" in found


def test_two_doubtful_checks_that_only_together_lower_a_level():
    (found,) = reasons(say(1, "返工[action]，三点[deadline?]，李师傅来[owner?]。"))
    assert "有时限" in found
    assert "有负责人或跟进" in found


def test_a_check_that_could_not_be_credited_either_way_is_no_doubt():
    assert reasons(near(say(1, BEYOND), compensation__proportionate=0.4)) == []


def test_a_doubtful_check_that_is_withheld_changes_nothing():
    truth = Truth(cause=Settled(agree=(("派单",),), contradict=(("堵车",),)))
    assert reasons(say(1, "昨天路上堵车[concrete?]。", truth=truth)) == []


def test_a_cause_that_the_facts_would_refuse_is_no_doubt():
    truth = Truth(cause=Settled(agree=(("派单",),)))
    assert reasons(near(say(1, "车坏了。", truth=truth), cause__concrete=0.4)) == []
    assert reasons(near(say(1, "派单的事我查。", truth=truth), cause__concrete=0.4)) != []


def test_a_doubtful_violation_that_takes_the_compensation_away_is_a_doubt():
    sure = say(1, BEYOND)
    assert reasons(sure) == []
    shaky = near(sure, overpromise=0.6)
    (found,) = reasons(shaky)
    assert "过度承诺" in found
    assert "补偿" in found


def test_a_violation_that_was_nearly_found_may_take_the_ownership_away():
    (found,) = reasons(near(say(1, "我们的疏忽[ownership]。"), blame=0.45))
    assert "推诿指责" in found


def test_a_time_that_would_belong_to_nothing_is_no_doubt_once_there_is_an_action_elsewhere():
    replies = (say(1, "返工[action]，三点[deadline]，李师傅来[owner]。"), near(say(2, "好的。"), fix__deadline=0.4))
    assert reasons(*replies) == []


def test_a_doubt_that_another_reply_settles_is_none():
    assert reasons(say(1, "您着急[feeling?]。"), say(2, "换谁都急[feeling]。")) == []


def test_a_step_that_is_left_out_puts_nothing_in_doubt():
    terms = Terms(left_out=frozenset({"empathy"}))
    assert reasons(say(1, "真对不起[acknowledge?]。"), terms=terms) == []


def test_no_two_reasons_are_alike():
    shaky = say(1, "真对不起[acknowledge?]，派单漏了[concrete?]，返工[action?]，退50元[named?]。")
    card = scorecard(COMPLAINT, [shaky])
    assert len(card.review_reasons) == 4
    for words in ([one.zh for one in card.review_reasons], [one.en for one in card.review_reasons]):
        assert len({one[:3] + one[-6:] for one in words}) == 4


def test_sureness_stands_with_every_check_that_was_read_closely():
    points = {
        one.id: one
        for one in scorecard(COMPLAINT, [near(say(1, "对不起[acknowledge?]。"), empathy__feeling=0.4)]).points
    }
    assert points["empathy.acknowledge"].probability == 0.6
    assert points["empathy.feeling"].probability == 0.4
    assert points["empathy.specific"].probability is None
