"""Compensation: what is named, what it makes up for, and how it is got."""

import pytest

from scoring.offline.reading import read
from scoring.offline.rules import compensation
from scoring.reply import About, Reply

CUSTOMER = "你们拆洗窗帘把轨道弄断了，我请假等了一上午，窗帘还缩水了一截！"


def hits(text: str, check: str, customer: str = CUSTOMER):
    reading = read(Reply(text, customer=(customer,), scene="窗帘拆洗后轨道断裂，窗帘缩水。"))
    found = [hit for hit in compensation.hits(reading) if hit.id == check and hit.strength >= 0.5]
    assert all(0 <= hit.start < hit.end <= len(text) for hit in found)
    return found


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("这次给您减免五十元。", "yuan:50"),
        ("退您一半费用。", "percent:50"),
        ("本次费用全额退给您。", "refund"),
        ("免费返工一次。", "redo"),
        ("明天重新洗一遍，不收钱。", "redo"),
        ("另外送您一次擦窗。", "gift:擦窗"),
        ("轨道的钱我们出。", "cost:轨道的钱"),
        ("检查费凭票报销。", "cost:检查费"),
        ("这单少收您三成。", "percent:30"),
        ("赔您两百六。", "yuan:260"),
        ("给您放一张三十元的券。", "gift:三十元的券"),
        ("今天的活一分钱不收您的。", "refund"),
        ("昨天那三百八不要了。", "yuan:380"),
        ("再补您一个钟头。", "gift:补您一个钟头"),
        ("按购买价赔您。", "cost:按购买价赔"),
        ("打八折结给您，这单我做主。", "percent:20"),
    ],
)
def test_a_concrete_compensation_is_named_with_what_it_is(text: str, offer: str) -> None:
    found = hits(text, "compensation.named")
    assert found
    assert all(hit.about is About.PAYMENT for hit in found)
    assert offer.partition(":")[0] in {hit.offer.partition(":")[0] for hit in found}
    if offer.startswith(("yuan", "percent")):
        assert offer in {hit.offer for hit in found}


@pytest.mark.parametrize(
    "text",
    [
        "会给您一个满意的答复。",
        "我们会适当补偿您的。",
        "这个不能退钱，也不赔。",
        "您是想要退款吗？",
        "难道还要我赔您五百？",
        "押金两百今天退回您卡上。",
        "多收的八十原路退给您。",
        "您办张会员卡，现在充一千送两百。",
        "您加我微信转我三百，我私下给您洗。",
        "明天师傅上门重新装一下。",
        "窗帘送到您楼下了。",
        "退款流程您在小程序里点一下就行。",
        "赔偿我做不了主，得问主管。",
        "修好大概要一百二，配件另算。",
        "这款面料都会缩水，免费热线也是这么答的。",
    ],
)
def test_vague_refused_or_foreign_money_names_none(text: str) -> None:
    assert not hits(text, "compensation.named")


@pytest.mark.parametrize(
    "text",
    [
        "减您五十，算补您请假等的这一上午。",
        "退您八十，作为窗帘缩水的赔偿。",
        "轨道的维修费我们出。",
        "耽误您半天，所以这单免了。",
        "送您一次擦窗，抵您白等的工夫。",
        "赔您两百，就当补轨道的钱。",
        "窗帘缩了一截，赔您三百。",
        "打车费给您报销。",
        "退您一百，弥补您误的工。",
        "让您白跑一趟，退您三十。",
        "免您这次的费用，给您压压惊。",
        "这八十是赔您耽误的那半天。",
        "缩水的窗帘按原价赔您。",
    ],
)
def test_a_payment_tied_to_the_loss_is_proportionate(text: str) -> None:
    assert hits(text, "compensation.proportionate")


@pytest.mark.parametrize(
    "text",
    [
        "减您五十。",
        "退您八十，原路返回。",
        "送您一次擦窗。",
        "这单给您打八折。",
        "给您一张三十元券，算我们一点心意。",
        "免费返工一次，您看行吗？",
        "今天退您两百。",
        "退本次费用，表示歉意。",
        "多做一个小时，不收钱。",
        "一百二今天到账。",
        "赠您一次保洁，明年都能用。",
        "少收三成，结账直接减。",
        "窗帘轨道断了，是我们装的时候没拧紧。",
    ],
)
def test_a_bare_payment_is_not(text: str) -> None:
    assert not hits(text, "compensation.proportionate")


@pytest.mark.parametrize(
    "text",
    [
        "退您八十，原路返回。",
        "赔您两百，三个工作日到账。",
        "减五十，结账的时候直接扣。",
        "送您一次擦窗，券已经放进您账户。",
        "您看是退款一百还是免费返工？",
        "给您免单，可以吗？",
        "医药费我们报，发票拍给我。",
        "今晚八点前退您一百二。",
        "明天上午免费返工。",
        "退您六十，打到您微信上。",
        "赔您三百，当场给。",
        "下个月账单里抵五十给您。",
        "免费返工或者退一半，您挑。",
    ],
)
def test_a_way_a_time_or_a_choice_delivers(text: str) -> None:
    assert hits(text, "compensation.delivery")


@pytest.mark.parametrize(
    "text",
    [
        "退您八十。",
        "赔您两百，作为窗帘的赔偿。",
        "减五十吧。",
        "这单给您免了。",
        "今天的费用给您免了。",
        "送您一次擦窗，是我们的一点心意。",
        "押金原路退回您的卡。",
        "三个工作日内给您答复。",
        "免您一半费用，阿姨明天下午来拿窗帘。",
        "您看明天上午方便吗？",
        "减您一百，差评删一下行不行。",
        "退您五十，周四给您准信。",
    ],
)
def test_nothing_about_getting_it_delivers_not(text: str) -> None:
    assert not hits(text, "compensation.delivery")
