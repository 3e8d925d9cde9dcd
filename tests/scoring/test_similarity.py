from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.similarity import grams, likeness

texts = st.text("对不起我们今天，。 ab", max_size=30)


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        ("", 4, set()), ("，。！ \n_", 4, set()), ("对不起", 4, {"对不起"}), ("对不起啊", 4, {"对不起啊"}),
        ("对不起，王姐", 4, {"对不起王", "不起王姐"}), ("aaaaaa", 4, {"aaaa"}), ("abc", 2, {"ab", "bc"}),
    ],
)  # fmt: skip
def test_grams_leave_punctuation_and_white_space_out(text: str, size: int, expected: set[str]):
    assert grams(text, size) == expected


def test_half_of_the_grams_shared_is_a_likeness_of_one_third():
    assert likeness("甲乙丙丁戊", "乙丙丁戊己") == pytest.approx(1 / 3)


def test_punctuation_makes_no_difference():
    assert likeness("对不起，王姐，让您久等了。", "对不起王姐 让您久等了！") == 1


def test_two_empty_texts_are_alike_and_an_empty_one_is_like_no_other():
    assert (likeness("", "。。"), likeness("", "您好")) == (1, 0)


def test_texts_without_a_common_word_are_not_alike():
    assert likeness("今天下午派人过来", "退您五十块原路退回") == 0


@given(texts)
def test_every_text_is_like_itself(text: str):
    assert likeness(text, text) == 1


@given(texts, texts)
def test_likeness_goes_both_ways_and_stays_within_0_and_1(one: str, other: str):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
