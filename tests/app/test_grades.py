"""Silver, Gold and Platinum, by what was passed."""

from __future__ import annotations

import pytest

from app.drills.grades import Grade, grade_of, ladder
from app.drills.suggest import Choice

BASIC = [Choice(f"b{n}", "complaint", 1 + n % 3) for n in range(10)]
HARD = [Choice(f"h{n}", "complaint", 4 + n % 2) for n in range(3)]
ALL = [*BASIC, *HARD]


@pytest.mark.parametrize(
    ("basic", "hard", "grade"),
    [(0, 0, Grade.NONE), (8, 3, Grade.NONE), (9, 0, Grade.SILVER), (10, 0, Grade.GOLD), (10, 2, Grade.GOLD), (10, 3, Grade.PLATINUM), (9, 3, Grade.SILVER)],
)  # fmt: skip
def test_the_ladder_of_the_handbook(basic: int, hard: int, grade: Grade):
    passed = {one.id for one in (*BASIC[:basic], *HARD[:hard])}
    assert grade_of(ladder(ALL, passed)) is grade


def test_what_is_missing_is_named():
    silver, gold, platinum = ladder(ALL, {one.id for one in BASIC[:8]})
    assert (silver.left, gold.left, platinum.left) == (1, 2, 5)
    assert silver.missing == gold.missing == ("b8", "b9")
    assert platinum.missing == ("b8", "b9", "h0", "h1", "h2")


def test_of_few_drills_ninety_percent_are_all():
    few = BASIC[:3]
    assert grade_of(ladder(few, {"b0", "b1"})) is Grade.NONE
    assert grade_of(ladder(few, {"b0", "b1", "b2"})) is Grade.PLATINUM  # there are no harder ones


def test_a_drill_that_left_the_library_counts_for_nothing():
    assert ladder(BASIC, {"gone"})[0].passed == 0


def test_an_empty_library_gives_no_grade():
    assert grade_of(ladder([], set())) is Grade.NONE
