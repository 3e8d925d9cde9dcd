"""The scorecard's arithmetic, RUBRIC's worked examples first."""

from __future__ import annotations

import pytest

from scoring.crediting import Settled, Truth
from scoring.scorecard import Terms, scorecard
from scoring.sentence import PeilianError
from tests.scoring.talk import COMPLAINT, drill, say

EMPATHY = "让您在家白等[specific]半天，真对不起[acknowledge]，搁谁都生气[feeling]。"
CAUSE = "派单时漏了您这一单[concrete]，是我们的疏忽[ownership]，派单记录我看过了[verified]。"
FIX = "张师傅[owner]今天18点前[deadline]过来返工[action]。"
PAY = "耽误您半天[proportionate]，退您50元[named]，原路退回[delivery]。"
COMPLETE = (EMPATHY, CAUSE, FIX, PAY)


def card(*replies: str, ending: str = "settled", terms: Terms = Terms()):
    return scorecard(COMPLAINT, drill(*replies), terms, ending)


def test_acknowledge_in_one_reply_and_feeling_in_the_next_make_empathy_level_2():
    assert card("真对不起[acknowledge]。", "您等得着急了[feeling]。").levels["empathy"] == 2


def test_a_time_for_a_phone_call_does_not_bound_an_earlier_action():
    found = card("今天派人过来返工[action]。", "", "", "下午三点给您打电话[deadline:call]。")
    assert found.levels["fix"] == 1


def test_all_steps_complete_but_no_compensation_is_80():
    assert card(EMPATHY, CAUSE, FIX).total == 80


def test_an_offer_beyond_the_authority_costs_15_and_credits_no_compensation():
    found = card(EMPATHY, CAUSE, FIX, "赔您一万[named][overpromise:beyond]，今天到账[delivery]。")
    assert (found.total, found.levels["compensation"]) == (65, 0)


def test_one_sentence_with_its_apology_last_is_in_order():
    found = card("是我们派单漏了[concrete][ownership]，让您白等半天[specific]，真对不起[acknowledge]。")
    assert found.order_cost == 0


def test_compensation_before_its_predecessor_costs_5_once():
    found = card(
        "退您50元[named]。",
        "真对不起[acknowledge]，您生气应该[feeling]。派单漏了[concrete]。",
        "张师傅[owner]来返工[action]。",
    )
    assert found.order_cost == 5


def test_everything_at_level_3_and_one_insult_is_capped_at_40():
    found = card(*COMPLETE, "你怎么这么难伺候[rude]。")
    assert (found.cap, found.total, found.passed) == (40, 40, False)


def test_a_complete_conversation_is_100_and_passes():
    found = card(*COMPLETE)
    assert (found.total, found.passed, found.review) == (100, True, False)


@pytest.mark.parametrize("ending", ["left", "escalated", "timed_out", "broken_off", "handed_over:early", ""])
def test_a_full_total_does_not_pass_without_a_good_ending(ending: str):
    assert not card(*COMPLETE, ending=ending).passed


def test_a_right_hand_over_passes():
    assert card(*COMPLETE, ending="handed_over:right").passed


@pytest.mark.parametrize(("mark", "price"), [("upsell", 5), ("blame", 15), ("rude", 25)])
def test_a_violation_costs_its_price_once_within_a_reply(mark: str, price: float):
    assert card(f"这样说[{mark}]，还这样说[{mark}]。").violation_cost == price


@pytest.mark.parametrize(("mark", "price"), [("upsell", 7.5), ("blame", 22.5), ("rude", 37.5)])
def test_a_violation_repeated_in_later_replies_costs_half_once_more(mark: str, price: float):
    assert card(f"一次[{mark}]", f"两次[{mark}]", f"三次[{mark}]").violation_cost == price


def test_a_doubtful_critical_violation_does_not_cap_and_asks_for_review():
    found = card(*COMPLETE, "有点难听[rude?]。")
    assert (found.cap, found.total, found.review) == (100, 75, True)


def test_a_level_that_hangs_on_a_doubtful_check_asks_for_review():
    found = card("真对不起[acknowledge]。", "您着急[feeling?]。")
    assert [reason.zh for reason in found.review_reasons] == ["“共情”的等级取决于没有把握的检查点：说出感受。"]


def test_a_doubt_settled_by_another_reply_asks_for_nothing():
    assert not card("您着急了[feeling?]吧。", "换谁都着急[feeling]。").review


def test_a_step_left_out_is_null_and_takes_no_weight():
    found = card(EMPATHY, CAUSE, FIX, terms=Terms(left_out=frozenset({"compensation"})))
    assert (found.levels["compensation"], found.total) == (None, 100)


def test_weights_are_the_scenarios():
    found = card(EMPATHY, terms=Terms(weights={"empathy": 70, "cause": 10, "fix": 10, "compensation": 10}))
    assert found.total == 70


def test_leaving_fewer_than_two_steps_is_refused():
    with pytest.raises(PeilianError, match="至少要留下两个步骤"):
        card(EMPATHY, terms=Terms(left_out=frozenset({"empathy", "cause", "fix"})))


def test_an_unknown_step_is_refused_by_name():
    with pytest.raises(PeilianError, match="empaty"):
        card(EMPATHY, terms=Terms(weights={"empaty": 1}))


def test_a_check_that_is_taken_back_is_lost_from_there_on():
    replies = [say(1, EMPATHY), say(2, CAUSE), say(3, "其实也不怪我们。", taken_back=("ownership", "acknowledge"))]
    found = scorecard(COMPLAINT, replies)
    assert (found.levels["empathy"], found.levels["cause"]) == (2, 2)


def test_a_new_offer_loses_the_reason_and_the_way_of_the_old_one():
    found = card(
        "耽误您半天[proportionate]，退您50元[named:yuan:50]，原路退回[delivery]。", "那送您一次擦窗[named:gift]。"
    )
    assert found.levels["compensation"] == 2


def test_the_same_offer_said_again_keeps_its_reason():
    found = card(
        "耽误您半天[proportionate]，退您50元[named:yuan:50]，原路退回[delivery]。", "就是那50元[named:yuan:50]。"
    )
    assert found.levels["compensation"] == 3


def test_a_time_that_answers_when_joins_the_earlier_action():
    assert card("派人过来返工[action]。", "下午三点[deadline]。").levels["fix"] == 2


def test_the_best_single_reply_stands_beside_the_whole():
    found = card("真对不起[acknowledge]。", FIX)
    assert found.best_single is not None
    assert (found.best_single.turn, found.best_single.total, found.total) == (2, 30, 40)


def test_each_check_has_its_quotation_or_what_would_meet_it():
    points = {point.id: point for point in card(FIX).points}
    assert points["fix.action"].evidence[0].quote == "过来返工"
    assert not points["empathy.feeling"].met
    assert points["empathy.feeling"].note.zh == COMPLAINT.check("empathy.feeling").description.zh


def test_a_cause_that_the_facts_rule_out_credits_no_cause_check():
    truth = Truth(cause=Settled(agree=(("派单",),), contradict=(("堵车",),)))
    found = scorecard(COMPLAINT, [say(1, "路上堵车[concrete]，是我们没算好时间[ownership]。", truth=truth)])
    assert found.levels["cause"] == 0


def test_a_cause_other_than_the_facts_give_is_not_concrete():
    truth = Truth(cause=Settled(agree=(("派单",), ("地址", "录错"))))
    other = scorecard(COMPLAINT, [say(1, "师傅的车坏了[concrete]。", truth=truth)])
    right = scorecard(COMPLAINT, [say(1, "地址被我们录错了[concrete]。", truth=truth)])
    assert (other.levels["cause"], right.levels["cause"]) == (0, 2)


def test_a_loss_that_is_not_the_customers_ties_no_payment():
    truth = Truth(loss=Settled(agree=(("半天",),)))
    found = scorecard(COMPLAINT, [say(1, "为了地板[proportionate]，退您50元[named]。", truth=truth)])
    assert found.levels["compensation"] == 2
    assert "compensation.proportionate" not in {point.id for point in found.points if point.met}


def test_an_offer_off_the_books_credits_no_compensation():
    assert card("我私下[offplatform]转您50元[named]，微信转[delivery]。").levels["compensation"] == 0


def test_a_made_up_cause_credits_no_cause():
    assert card("国家规定就这样[concrete][fabricate]，我们的错[ownership]。").levels["cause"] == 0


def test_a_cause_told_as_blame_takes_no_responsibility():
    assert card("师傅自己忘了[concrete][blame]，我们管理不严[ownership]。").levels["cause"] == 2
