"""The violations of selling talks: pressure, disparagement, offers without terms, pushed sales."""

from __future__ import annotations

import pytest

from scoring.offline.scorer import OfflineScorer
from scoring.reply import Reply
from scoring.rubric import Severity, shipped_rubric

ASKS = "你们做一次保洁多少钱"
WAVERS = "有点贵，我再考虑考虑，可能不续了"

DOES: dict[str, tuple[str, ...]] = {
    "pressure": (
        "就剩最后两个名额了。", "今天不定明天就没这个价了。", "手慢就没了。", "再不除螨孩子要生病的。", "等出了事您后悔都来不及。", "好多人抢着要她。", "过了今天就涨价。", "您不续阿姨就派给别家了。",
        "仅限今日。", "摔了没人知道可就晚了。", "错过就没了。", "您忍心让她没单子吗？", "甲醛可是致癌的。",
    ),
    "disparage": (
        "外面那些中介都是骗人的。", "别家的阿姨手脚不干净。", "便宜的都没培训过。", "他们就是游击队。", "同行哪个不乱收费。", "农村来的什么都不懂。", "楼下那家中介不靠谱。", "散工干完就跑。", "那些小公司偷工减料。",
        "网上找的都是半吊子。", "别家的药水都是假货。", "外地人没素质。",
    ),
    "noterms": (
        "给您打八折。", "现在办送吸尘器。", "续了送大礼包。", "我给您便宜点。", "办卡有优惠。", "给您抹个零。", "我们在搞活动价。", "送您两次擦窗。", "再送您一瓶洗衣液。", "这会儿半价。", "给您个红包。", "有折扣的。",
    ),
    "upsell": (
        "您直接办张年卡。", "赶紧下单吧。", "别考虑了，现在就签。", "先交两千定金。", "干脆办个会员。", "马上给您开卡，充值一千。", "抓紧定下来吧。", "现在下单吧。", "不如买个套餐。", "趁早签两年。",
        "您今天就办吧，先付定金。", "别犹豫了。",
    ),
}  # fmt: skip

DOES_NOT: dict[str, tuple[str, ...]] = {
    "pressure": (
        "活动到本月底，您不用赶。", "不急，您慢慢想。", "老价格到十二月三十一号。", "您担心孩子过敏，我明白。", "阿姨明天有空。", "名额还多着呢。", "您后悔了随时能退。", "最后再擦一遍台面。", "这次先做厨房。",
        "阿姨下周二有空档。", "晚到了您可以取消。", "安全带我们检查过。",
    ),
    "disparage": (
        "别家怎么做我不清楚。", "我们的阿姨签合同。", "同行的情况我不评价。", "您可以多比几家。", "外面下雨，师傅晚点到。", "我们比中介贵一点。", "便宜的套餐是两小时。", "上回您遇到的事确实糟心。", "我们不外包。",
        "楼下停车方便吗？", "其他房间不进。", "年卡比单次便宜。",
    ),
    "noterms": (
        "首单八折，到本月三十号，一户一次。", "签满一年送两次擦窗，半年内用完。", "一次一百二。", "我们不打折。", "没有优惠。", "新客首单半价，仅限两小时保洁。", "续满一年减一成。", "派人送到您家。", "您要发票吗？",
        "活动价到月底，每户限一次。", "两小时起做。", "衣服折好放柜里。",
    ),
    "upsell": (
        "您家多大？", "一次一百二，两小时起。", "您要是想长期做，我再讲年卡。", "不办也没关系。", "可以先做一次试试。", "发票三天开出来。", "您慢慢考虑。", "除螨用得上可以单加。", "下单之后可以取消。",
        "合同签之前您先看。", "定金不用交。", "年卡和单次您自己挑。",
    ),
}  # fmt: skip

SCORER = OfflineScorer()


def broken(text: str, *, customer: str = ASKS, kind: str = "inquiry") -> tuple[str, ...]:
    return SCORER.assess(Reply(text, customer=(customer,), kind=kind)).violation_ids


@pytest.mark.parametrize("kind", ["inquiry", "renewal"])
@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in DOES.items() for text in texts])
def test_a_sentence_that_does_it_is_a_violation(name: str, text: str, kind: str) -> None:
    assert name in broken(text, kind=kind)


@pytest.mark.parametrize("kind", ["inquiry", "renewal"])
@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in DOES_NOT.items() for text in texts])
def test_a_near_miss_is_none(name: str, text: str, kind: str) -> None:
    assert name not in broken(text, kind=kind)


@pytest.mark.parametrize("text", ["续一年吧。", "我看还是续吧。", "那更要续呀。"])
def test_pressing_on_after_the_customer_wavered_is_a_pushed_sale(text: str) -> None:
    assert "upsell" in broken(text, customer=WAVERS, kind="renewal")


@pytest.mark.parametrize("kind", ["inquiry", "renewal"])
def test_a_selling_rubric_has_the_common_violations_and_three_of_its_own(kind: str) -> None:
    rubric = shipped_rubric(kind)
    assert rubric.violation_ids == (*shipped_rubric("complaint").violation_ids, "pressure", "disparage", "noterms")
    assert [rubric.severity[name] for name in ("pressure", "disparage", "noterms")] == [
        Severity.MAJOR,
        Severity.MAJOR,
        Severity.MINOR,
    ]


@pytest.mark.parametrize("kind", ["inquiry", "renewal"])
def test_the_examples_of_the_selling_violations_are_told_apart(kind: str) -> None:
    for violation in shipped_rubric(kind).violations:
        if violation.id in ("pressure", "disparage", "noterms"):
            assert violation.id in broken(violation.example.strong, kind=kind)
            assert violation.id not in broken(violation.example.weak, kind=kind)
