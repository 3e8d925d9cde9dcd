"""What to practise next, and why: from the weakest step, and from what was never played. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

RECENT = 5
"""Drills of a kind that count for its steps; older ones tell how it was, not how it is."""
WEAK = 2.0
"""A step below this mean level is worth a drill of its own."""


class Why(StrEnum):
    """Why a scenario is suggested."""

    FIRST = "first"
    """Nothing was played yet: the easiest."""
    WEAK_STEP = "weak_step"
    """Its kind asks for the step that goes worst, and it was never played."""
    WEAK_AGAIN = "weak_again"
    """The same, but every such scenario was played: the one that lies back furthest."""
    NEW = "new"
    """No step is weak; it was never played."""
    BETTER = "better"
    """No step is weak, all were played: the one with the lowest best total."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A scenario that can be played."""

    id: str
    kind: str
    difficulty: int


@dataclass(frozen=True, slots=True)
class Played:
    """A drill that was played: its levels by step (None: left out), empty and `total` None where it wasn't scored."""

    scenario_id: str
    levels: Mapping[str, int | None]
    total: float | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to play, and why; `step` is the id of the weak one."""

    scenario_id: str
    why: Why
    step: str = ""


def suggest(choices: Sequence[Choice], past: Sequence[Played]) -> Suggestion | None:
    """What a person with the drills `past` (newest first) plays next; None where nothing can be played."""
    if not choices:
        return None
    by_ease = sorted(choices, key=lambda one: one.difficulty)  # stable: the library's order within a difficulty
    if not past:
        return Suggestion(by_ease[0].id, Why.FIRST)
    played = {one.scenario_id for one in past}
    weak = _weakest(choices, past)
    if weak is not None:
        kind, step = weak
        fitting = [one for one in by_ease if one.kind == kind]
        fresh = [one for one in fitting if one.id not in played]
        if fresh:
            return Suggestion(fresh[0].id, Why.WEAK_STEP, step)
        return Suggestion(_longest_ago(fitting, past).id, Why.WEAK_AGAIN, step)
    fresh = [one for one in by_ease if one.id not in played]
    if fresh:
        return Suggestion(fresh[0].id, Why.NEW)
    best = best_totals(past)
    return Suggestion(min(by_ease, key=lambda one: best.get(one.id, 0.0)).id, Why.BETTER)


def mean_levels(past: Sequence[Played], count: int = RECENT) -> dict[str, float]:
    """The mean level of each step over the newest `count` scored drills; steps that were left out don't count."""
    sums: dict[str, list[int]] = {}
    scored = [one for one in past if one.total is not None]
    for one in scored[:count]:
        for step, level in one.levels.items():
            if level is not None:
                sums.setdefault(step, []).append(level)
    return {step: sum(levels) / len(levels) for step, levels in sums.items()}


def best_totals(past: Sequence[Played]) -> dict[str, float]:
    """The best total of each scenario; those never scored are missing."""
    best: dict[str, float] = {}
    for one in past:
        if one.total is not None:
            best[one.scenario_id] = max(one.total, best.get(one.scenario_id, 0.0))
    return best


def _weakest(choices: Sequence[Choice], past: Sequence[Played]) -> tuple[str, str] | None:
    """Kind and step with the lowest mean below WEAK; the earlier step of two equals, as the method's order has it."""
    kinds = {one.id: one.kind for one in choices}
    found: tuple[float, str, str] | None = None
    for kind in dict.fromkeys(kinds.values()):
        means = mean_levels([one for one in past if kinds.get(one.scenario_id) == kind])
        for step, mean in means.items():
            if mean < WEAK and (found is None or mean < found[0]):
                found = (mean, kind, step)
    return None if found is None else (found[1], found[2])


def _longest_ago(fitting: Sequence[Choice], past: Sequence[Played]) -> Choice:
    newest: dict[str, int] = {}
    for place, one in enumerate(past):
        newest.setdefault(one.scenario_id, place)
    return max(fitting, key=lambda one: newest.get(one.id, len(past)))
