import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text import Cleaned, clean_text


@pytest.mark.parametrize("lone", ["\ud83d", "\ude00\ud83d"])
def test_a_lone_surrogate_becomes_the_replacement_character(lone):
    assert clean_text("好" + lone + "的") == Cleaned("好" + "\ufffd" * len(lone) + "的", changed=True)


def test_two_halves_of_an_emoji_become_the_emoji():
    assert clean_text("\ud83d\ude00") == Cleaned("😀", changed=True)


def test_nul_is_removed():
    assert clean_text("对\0不起\0") == Cleaned("对不起", changed=True)


@pytest.mark.parametrize("text", ["", "对不起，王姐 😀👩‍👩‍👧", "\u202eabc\u200f", "e\u0301", "a\r\nb\t", "x" * 20_000])
def test_everything_else_stays_as_it_was_typed(text):
    assert clean_text(text) == Cleaned(text, changed=False)


@given(st.text(st.characters(exclude_categories=())))
def test_clean_text_can_be_encoded_and_is_not_changed_again(text):
    cleaned = clean_text(text).text
    assert cleaned.encode().decode() == cleaned
    assert clean_text(cleaned) == Cleaned(cleaned, changed=False)
