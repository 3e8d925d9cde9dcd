"""Joins what the rules found, and what a learned part adds, to one yes or no for each id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log
from typing import Protocol

from scoring.offline.hits import Hit
from scoring.offline.reading import Reading

MET = 0.5
DOUBTFUL = (0.25, 0.75)
"""A decision whose probability lies between these is a doubtful one."""

_FLOOR = 0.02


class Learned(Protocol):
    """The seam for a learned part: it sees the reading and the rules' hits, and moves each decision in log-odds."""

    @property
    def hash(self) -> str:
        """Changes with the model."""
        ...

    def log_odds(self, reading: Reading, hits: Mapping[str, Hit]) -> Mapping[str, float]:
        """What to add to the log-odds of each id; an id left out isn't moved."""
        ...


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome for one id. `hit` is the rules' best hit, if any: the place to quote."""

    id: str
    probability: float
    hit: Hit | None

    @property
    def met(self) -> bool:
        """Met needs both a probability and words to quote."""
        return self.probability >= MET and self.hit is not None

    @property
    def doubtful(self) -> bool:
        """Whether a careful reader could well say otherwise."""
        return DOUBTFUL[0] < self.probability < DOUBTFUL[1]


def best_hits(hits: Iterable[Hit]) -> dict[str, Hit]:
    """The strongest hit of each id; of equals the first in the reply."""
    best: dict[str, Hit] = {}
    for hit in hits:
        known = best.get(hit.id)
        if known is None or (-hit.strength, hit.start, hit.end) < (-known.strength, known.start, known.end):
            best[hit.id] = hit
    return best


def decide(
    ids: Iterable[str], reading: Reading, hits: Mapping[str, Hit], learned: Learned | None
) -> list[Decision]:
    """One decision for each of `ids`."""
    moves = learned.log_odds(reading, hits) if learned is not None else {}
    decisions: list[Decision] = []
    for rubric_id in ids:
        hit = hits.get(rubric_id)
        probability = min(max(hit.strength if hit else _FLOOR, _FLOOR), 1 - _FLOOR)
        move = moves.get(rubric_id, 0.0)
        if move:
            odds = log(probability / (1 - probability)) + move
            probability = 1 / (1 + exp(-odds))
        decisions.append(Decision(rubric_id, round(probability, 4), hit))
    return decisions
