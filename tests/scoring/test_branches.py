"""A long pattern's alternatives find what the pattern finds, and are only tried where they can match."""

from __future__ import annotations

import re

import pytest

from scoring.offline.rules.branches import branches, pieces

PATTERNS = (
    "怪我们|(?:都|全)怪您(?!们)|[赖怨]谁",
    "(?:您|你)?自己(?:没|不)看|没事(?=$|[，。])",
    "退{0,1}还?款|(?<!不)保证",
    "[\\u4e00-\\u9fff]姐|[^，。]{1,3}经理",
    "a(?:b|c(?:d|e)f)|\\|x",
)
TEXTS = ("这都怪您。", "怨谁呢，您自己没看", "没事，退款", "我保证还款", "王姐和周经理", "acef|x", "", "不保证")


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("text", TEXTS)
def test_alternatives_find_what_the_whole_pattern_finds(pattern: str, text: str) -> None:
    whole = {match.span() for match in re.finditer(pattern, text)}
    parts = {
        match.span()
        for branch in branches(pattern)
        if branch.possible(pieces(text))
        for match in branch.pattern.finditer(text)
    }
    # A match that the other alternative would have eaten may start a little earlier.
    assert all(any(left < stop and start < right for left, right in parts) for start, stop in whole)


def test_a_letter_that_must_stand_is_needed() -> None:
    assert branches("怪(?:我们|谁)")[0].needs == (frozenset("怪"), frozenset({"我们", "谁"}))


def test_neighbours_are_needed_together() -> None:
    assert branches("没[多啥]大?事")[0].needs[0] == frozenset({"没多", "没啥"})
    assert frozenset({"大事"}) not in branches("没大?事")[0].needs
    assert frozenset({"好事"}) not in branches("好{1,2}事")[0].needs


def test_what_may_be_left_out_is_not_needed() -> None:
    assert branches("怪?(?!谁)[^我]*")[0].needs == ()
