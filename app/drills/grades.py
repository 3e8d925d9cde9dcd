"""Grades of a trainee: 白银, 黄金, 铂金, earned by drills that were passed. Source: handbook D1 五, the ladder of grades.

Silver: 90 % of the basic drills (difficulty 1 to 3) passed; Gold: all of them; Platinum: and all at difficulty 4 and 5. A drill that was
taken up again at a turn doesn't count.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.drills.suggest import Choice

BASIC = 3
"""The highest difficulty of a basic drill."""
SILVER_PERCENT = 90


class Grade(StrEnum):
    """A grade; `NONE` before the first."""

    NONE = ""
    SILVER = "silver"
    GOLD = "gold"
    PLATINUM = "platinum"


LADDER = (Grade.SILVER, Grade.GOLD, Grade.PLATINUM)


@dataclass(frozen=True, slots=True)
class Rung:
    """One grade: how many drills it takes, how many of them are passed, and which aren't, in the library's order."""

    grade: Grade
    needed: int
    passed: int
    missing: tuple[str, ...]

    @property
    def reached(self) -> bool:
        """Whether enough are passed."""
        return self.passed >= self.needed > 0

    @property
    def left(self) -> int:
        """How many are still to pass."""
        return max(0, self.needed - self.passed)


def ladder(choices: Sequence[Choice], passed: Collection[str]) -> tuple[Rung, ...]:
    """The three grades, lowest first, for someone who passed the scenarios `passed` of all `choices`."""
    basic = [one.id for one in choices if one.difficulty <= BASIC]
    every = [one.id for one in choices]
    # Of ten drills nine are 90 %, of three all: a grade is never rounded down to.
    silver = -(-len(basic) * SILVER_PERCENT // 100)
    return (
        _rung(Grade.SILVER, basic, silver, passed),
        _rung(Grade.GOLD, basic, len(basic), passed),
        _rung(Grade.PLATINUM, every, len(every), passed),
    )


def grade_of(rungs: Sequence[Rung]) -> Grade:
    """The highest grade that is reached, together with all below it."""
    grade = Grade.NONE
    for rung in rungs:
        if not rung.reached:
            break
        grade = rung.grade
    return grade


def _rung(grade: Grade, ids: Sequence[str], needed: int, passed: Collection[str]) -> Rung:
    missing = tuple(one for one in ids if one not in passed)
    return Rung(grade, needed, len(ids) - len(missing), missing)
