"""Sums, shares, free repeats and gifts in text, with figures as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.offline.amounts import amounts
from scoring.offline.folding import fold
from scoring.offline.numerals import number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两百六", 260), ("三百", 300), ("一百八十", 180), ("仨", 3), ("一百零五", 105), ("一千零八", 1008), ("一万二", 12000),
        ("三千二", 3200), ("十五", 15), ("二十", 20), ("廿五", 25), ("1,200.5", 1200.5), ("2万", 20000), ("十", 10), ("0.5", 0.5),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_said(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "千万", "百万", "很多", "张三", "a1"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("赔您两百六", 260), ("三百块", 300), ("退一百八十元", 180), ("减五十", 50), ("￥99.5", 99.5), ("¥ 30", 30), ("9块6", 9.6),
        ("补您三块五", 3.5), ("少收您一百", 100), ("报销12元以内", 12), ("赔一万二", 12000), ("昨天那三百八不收了", 380),
        ("两百六维修费全退", 260), ("百来块", 100), ("退 39.6", 39.6), ("六百蚊", 600), ("给您转八百", 800), ("150以内当场批", 150),
    ],
)  # fmt: skip
def test_a_sum_of_money_is_found(text: str, value: float) -> None:
    assert [one.yuan for one in amounts(fold(text)) if one.kind == "yuan"] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "十分钟到", "今天六点前退", "换块面板", "两块地砖裂了", "三天内回复", "第三次了", "二十多封信", "门牌1208", "五个工作日",
        "三十八度", "补两次课", "千万不要扫码", "送两小时保洁", "一块石头", "洗到一半",
    ],
)  # fmt: skip
def test_times_counts_and_pieces_are_no_money(text: str) -> None:
    assert not [one for one in amounts(text) if one.kind == "yuan"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("退您一半", 50), ("打八折", 20), ("这单少收三成", 30), ("退50%", 50), ("减免百分之三十费用", 30), ("打八五折", 15), ("半价收您", 50),
        ("费用减半", 50), ("按运费三倍赔", 300), ("退款20%", 20), ("收费打七折", 30), ("赔洗衣费十倍", 1000),
    ],
)  # fmt: skip
def test_a_share_is_what_the_customer_keeps(text: str, value: float) -> None:
    assert [one.percent for one in amounts(text) if one.kind == "percent"] == [value]


@pytest.mark.parametrize(
    "text", ["洗到一半停了", "一成不变", "百分之百放心", "浓度0.15%超标了", "骨折了", "七成新的沙发", "刚装一半"]
)
def test_other_shares_are_none(text: str) -> None:
    assert not [one for one in amounts(text) if one.kind == "percent"]


@pytest.mark.parametrize(("text", "count"), [("免费返工一次", 1), ("免费返工两次", 2), ("重新洗一遍，不收钱", 1), ("免费补做", 1),
                                             ("再擦一遍不另收费", 1), ("返修不用您出钱", 1)])  # fmt: skip
def test_a_free_repeat_is_counted(text: str, count: int) -> None:
    assert [one.redo for one in amounts(text) if one.kind == "redo"] == [count]


@pytest.mark.parametrize("text", ["明天返工", "免费咨询", "返工要加钱", "重新拍一张照片"])
def test_paid_or_other_work_is_no_free_repeat(text: str) -> None:
    assert not [one for one in amounts(text) if one.kind == "redo"]


@pytest.mark.parametrize(("text", "gift"), [("送一次擦窗", "擦窗"), ("赠您两小时保洁", "两小时保洁"), ("五十元券", "五十元券"),
                                            ("另外送您一瓶除味剂", "除味剂")])  # fmt: skip
def test_a_gift_is_named(text: str, gift: str) -> None:
    assert gift in [one.gift for one in amounts(text) if one.kind == "gift"]


@pytest.mark.parametrize("text", ["送到楼下", "送货上门", "漏送了一份", "派送员", "送修", "送检"])
def test_sending_is_no_gift(text: str) -> None:
    assert not [one for one in amounts(text) if one.kind == "gift"]


def test_an_upper_bound_is_told() -> None:
    assert [one.limit for one in amounts("补偿不超过100元")] == [True]
    assert [one.limit for one in amounts("补偿100元")] == [False]


@given(st.text("一二两三百千万元块退赔免费返工送券半成折0123456789.,，%", max_size=60))
def test_places_are_inside_the_text_and_values_are_sane(text: str) -> None:
    for one in amounts(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.value >= 0
