"""Times: what a customer could hold us to, and what is only soon."""

from itertools import pairwise

import pytest

from scoring.offline.times import TimeShape, times

CHECKABLE = [
    ("下午三点半前给您换好", "下午三点半前"),
    ("今天18点前做完", "今天18点前"),
    ("师傅20:30到", "20:30"),
    ("我明儿晌午过去", "明儿晌午"),
    ("礼拜六一早上门", "礼拜六一早"),
    ("半小时内到您楼下", "半小时内"),
    ("三个工作日到账", "三个工作日"),
    ("四十来分钟就拢", "四十来分钟"),
    ("最晚后天上午修好", "最晚后天上午"),
    ("下班前弄完", "下班前"),
    ("月底前换新", "月底前"),
    ("9月3号派人来", "9月3号"),
    ("一个半钟头之内搞定", "一个半钟头之内"),
    ("听日下昼四点到", "听日下昼四点"),
    ("24h内寄出", "24h内"),
    ("今黑八点接班", "今黑八点"),
]
VAGUE = ["尽快处理", "马上安排", "这两天过去", "回头给您说", "一会儿就来", "抽空看看", "近期会改", "稍后联系", "第一时间办", "过些天再说", "随后跟进", "改天上门", "有空就去"]  # fmt: skip
NO_TIME = ["有一点味道", "一点都不怪您", "三号电梯停了", "15号仓库没点货", "第三天还在漏", "昨天上午九点来过", "上周六没人来", "他一天到晚都在忙", "天花板湿了", "上个月坏的", "去年装的", "差一点就摔了"]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), CHECKABLE)
def test_a_time_that_can_be_checked_is_found_whole(text: str, words: str) -> None:
    found = [span for span in times(text) if span.checkable]
    assert [text[span.start : span.end] for span in found] == [words]


@pytest.mark.parametrize("text", VAGUE)
def test_soon_is_a_time_but_not_a_checkable_one(text: str) -> None:
    assert times(text)
    assert not any(span.checkable for span in times(text))


@pytest.mark.parametrize("text", NO_TIME)
def test_what_only_looks_like_a_time_or_is_over_is_none(text: str) -> None:
    assert not any(span.checkable for span in times(text))


def test_a_bare_length_is_told_from_one_that_bounds() -> None:
    assert [span.shape for span in times("等了两小时")] == [TimeShape.LENGTH]
    assert [span.shape for span in times("两小时内到")] == [TimeShape.SPAN]
    assert [span.shape for span in times("两点到")] == [TimeShape.POINT]


def test_times_stand_in_order_and_apart() -> None:
    found = times("今天下午两点到，三天内回访，尽快寄出")
    assert [a.end <= b.start for a, b in pairwise(found)] == [True, True]


def test_a_long_text_is_read_in_time() -> None:
    assert len(times("明天下午三点" * 3000)) == 3000
