"""Authority, from a sentence or an object, and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.authority import Authority, authority_from_object, authority_from_text, in_words


@pytest.mark.parametrize("text", ["未给出", "", "  ", "未说明。", "不详", "暂无", "unknown", "-"])
def test_silence_is_an_authority_that_is_not_stated(text: str) -> None:
    assert not authority_from_text(text).stated


def test_a_cap_and_a_free_repeat_are_read() -> None:
    read = authority_from_text("补偿不超过100元或一次免费返工")
    assert (read.stated, read.yuan, read.redo, read.percent) == (True, 100, 1, None)


def test_a_share_with_its_base_and_a_gift_are_read() -> None:
    read = authority_from_text("可退还本单费用的50%以内（本单240元），可送一次擦窗")
    assert (read.percent, read.percent_of, read.base, read.gifts, read.yuan) == (50, "本单费用", 240, ("擦窗",), None)


def test_a_ban_is_read() -> None:
    read = authority_from_text("不得承诺赔偿")
    assert (read.stated, read.forbidden, read.yuan) == (True, ("赔偿",), None)


def test_what_a_superior_must_allow_is_no_authority_of_hers() -> None:
    read = authority_from_text("可减免三百元以内，退费500元须主管批准")
    assert read.yuan == 300
    assert len(read.needs_proof) == 1
    assert read.percent is None


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("可赔付二百元以内", "yuan", 200), ("最高可赔五百", "yuan", 500), ("可减免本单三成以内", "percent", 30),
        ("可退本次费用", "percent", 100), ("可退本次费用的一半", "percent", 50), ("可免费返洗两次", "redo", 2), ("可免费返工", "redo", 1),
        ("凭票可报销检查费300元以内", "yuan", 300), ("可补做一小时", "redo", 0), ("最高可赔洗衣费十倍", "percent", 1000),
        ("可免一天服务费（380元）", "base", 380), ("可打八折", "percent", 20),
    ],
)  # fmt: skip
def test_each_kind_of_limit_is_read(text: str, field: str, value: object) -> None:
    assert getattr(authority_from_text(text), field) == value


@pytest.mark.parametrize(("text", "forbidden"), [("核实前不得承诺赔钱", "赔钱"), ("录像不外发", "外发录像"), ("物业可协调，不承担赔偿", "承担赔偿"),
                                                 ("严禁私自承诺减免物业费", "减免物业费")])  # fmt: skip
def test_bans_are_read_in_every_order(text: str, forbidden: str) -> None:
    assert forbidden in authority_from_text(text).forbidden


def test_an_object_is_read() -> None:
    value = {"yuan": 100, "percent_of": {"percent": 50, "of": "本单费用", "base": 240}, "redo": True, "gifts": "擦窗",
             "needs_proof": ["检查费"], "forbidden": False}  # fmt: skip
    read, faults = authority_from_object(value)
    assert faults == []
    assert read.stated
    assert (read.yuan, read.percent, read.base, read.redo, read.gifts, read.needs_proof, read.forbidden) == (
        100, 50, 240, 1, ("擦窗",), ("检查费",), (),
    )  # fmt: skip


@pytest.mark.parametrize("share", [50, {"本单费用": 50}, {"percent": 50}])
def test_a_share_may_be_written_in_three_ways(share: object) -> None:
    read, faults = authority_from_object({"percent_of": share})
    assert (read.percent, read.percent_of, faults) == (50, "本单费用", [])


@pytest.mark.parametrize(
    "value",
    [
        {"yuan": "一百"}, {"yuan": True}, {"yuan": -1}, {"yuan": float("nan")}, {"redo": 1.5}, {"gifts": 3}, {"gifts": [1]},
        {"forbidden": {"a": 1}}, {"percent_of": {"a": 1, "b": 2}}, {"percent_of": "一半"}, {"money": 3}, [1, 2], 7, {"redo": float("inf")},
    ],
)  # fmt: skip
def test_a_fault_is_told_in_both_languages_and_nothing_is_raised(value: object) -> None:
    _, faults = authority_from_object(value)
    assert faults
    assert all(fault.zh and fault.en for fault in faults)


def test_what_is_sound_beside_a_fault_is_kept() -> None:
    read, faults = authority_from_object({"yuan": 80, "redo": "twice"})
    assert (read.yuan, read.redo, len(faults)) == (80, 0, 1)


def test_a_string_and_none_are_read_too() -> None:
    assert authority_from_object("可赔付50元以内")[0].yuan == 50
    assert authority_from_object(None) == (Authority(), [])
    assert not authority_from_object({})[0].stated


def test_in_words_names_everything() -> None:
    words = in_words(Authority(True, 100, 50, "本单费用", 240, 1, ("擦窗",), ("检查费",), ("现金",)))
    assert all(part in words.zh for part in ("100元", "50%", "240元", "返工1次", "擦窗", "检查费", "现金"))
    assert all(part in words.en for part in ("¥100", "50%", "¥240", "one free redo"))
    assert in_words(Authority()).zh == "权限未说明"


def test_a_large_sum_is_written_out() -> None:
    assert "1234567元" in in_words(Authority(True, yuan=1234567)).zh


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
                    lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(["yuan", "percent_of", "redo", "gifts", "needs_proof", "forbidden", "of",
                                                       "percent", "base", "x"]), inner, max_size=4), max_leaves=8))  # fmt: skip
def test_no_object_raises(value: object) -> None:
    read, faults = authority_from_object(value)
    assert isinstance(read, Authority)
    assert all(len(fault) == 2 for fault in faults)
    in_words(read)


@given(st.text("可退赔免费返工一次百元以内不得承诺主管批准（），。的半成0123456789", max_size=40))
def test_no_sentence_raises(text: str) -> None:
    read = authority_from_text(text)
    assert read.text == text
    in_words(read)
