"""What is only mentioned counts for nothing, and the same words in earnest count."""

from __future__ import annotations

import pytest

from scoring.offline.scorer import OfflineScorer
from scoring.reply import Reply

CUSTOMER = ("窗台全是灰，我请了半天假等你们，你们到底管不管？",)
SCORER = OfflineScorer(None)

PAIRS = (
    # only mentioned / in earnest
    ("empathy.acknowledge", "同行遇到这事会跟您道歉，我们没这个习惯。", "同事遇到这事没跟您道歉，我替他跟您道歉。"),
    ("empathy.acknowledge", "难道要我们跟您说对不起？", "我们要跟您说声对不起。"),
    ("empathy.acknowledge", "经理让我转告一句对不起，我不同意。", "经理让我先跟您说，真对不起。"),
    ("fix.action", "倘若有人手，明天上午派师傅返工。", "人手有了，明天上午派师傅返工。"),
    ("fix.action", "我们不打算派师傅返工。", "我们这就派师傅返工。"),
    ("fix.action", "要不是下雨，今天下午就派师傅返工了。", "雨停了，今天下午就派师傅返工。"),
    ("fix.action", "真希望今天下午能派师傅返工。", "今天下午派师傅返工，希望您在家。"),
    ("fix.action", "物业说今天下午派师傅返工。", "我跟物业说好了，今天下午派师傅返工。"),
    ("fix.action", "去年有位客户也是，我们第二天派师傅返工了。", "您是我们的老客户，明天派师傅返工。"),
    ("fix.action", "兴许明天上午派师傅返工。", "明天上午派师傅返工，您看行吗？"),
    ("fix.action", "您让我写“明天派师傅上门返工”，我不写。", "您说“到底管不管”，管，明天派师傅上门返工。"),
    ("compensation.named", "别家公司会退您五十块。", "我们公司退您五十块。"),
    ("compensation.named", "别指望我们退您五十块。", "我们退您五十块，别的您也放心。"),
    ("compensation.named", "要是我能做主，早给您退五十块了。", "我能做主，给您退五十块。"),
    ("compensation.named", "财务提过退您五十块，主管没批。", "财务批了，退您五十块。"),
    ("cause.ownership", "这可不是我们的责任。", "这是我们的责任。"),
)  # fmt: skip
STILL_SAID = (
    ("fix.action", "如果您今晚在家，李师傅七点过去重新擦一遍。"),
    ("fix.action", "就算再忙，今晚七点我也带人过去重新擦一遍。"),
    ("empathy.feeling", "换了我也生气，要是再白等半天更生气。"),
    ("compensation.named", "补您五十块，就算抵您那半天假。"),
    ("fix.action", "“今晚七点李师傅过去重新擦一遍。”"),
    ("empathy.acknowledge", "要不是您提醒，我们还不知道，谢谢您告诉我们。"),
    ("fix.action", "抱歉，明早九点，王姐上门重擦，免费。"),
)  # fmt: skip


def checks(text: str) -> tuple[str, ...]:
    return SCORER.assess(Reply(text, customer=CUSTOMER)).check_ids


@pytest.mark.parametrize(("check", "mentioned", "earnest"), PAIRS, ids=[pair[1] for pair in PAIRS])
def test_words_count_in_earnest_only(check: str, mentioned: str, earnest: str):
    assert (check in checks(mentioned), check in checks(earnest)) == (False, True)


@pytest.mark.parametrize(("check", "text"), STILL_SAID, ids=[text for _, text in STILL_SAID])
def test_speech_that_looks_like_it_still_counts(check: str, text: str):
    assert check in checks(text)


@pytest.mark.parametrize(
    "text",
    ["抱歉，脏水，原因，责任，返工，今晚，师傅", "抱歉🙏理解😢原因🔍返工🔧赔偿💰", "抱歉理解责任返工今晚师傅减免到账"],
)
def test_words_without_grammar_count_for_nothing(text: str):
    assert checks(text) == ()


def test_a_particular_of_another_case_is_none_of_this_one():
    customer = ("刚擦的窗，太阳一照全是水印，我妈特意从老家过来看新房，脸都丢光了。",)
    other = SCORER.assess(Reply("让您抱着发烧的娃蹲在楼道吹冷风，等开锁等到凌晨，实在对不起。", customer=customer))
    own = SCORER.assess(Reply("让您妈妈特意从老家过来看见一窗的水印，实在对不起。", customer=customer))
    assert ("empathy.specific" in other.check_ids, "empathy.specific" in own.check_ids) == (False, True)


def test_a_threat_in_a_condition_is_still_a_violation():
    text = "如果您不删差评，我就把您的电话住址发到群里去，您这个神经病。"
    assert SCORER.assess(Reply(text, customer=CUSTOMER)).violation_ids
