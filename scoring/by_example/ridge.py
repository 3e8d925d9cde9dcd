"""Weighted ridge regression on a matrix of likenesses, with what each row would get if it were left out. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Solution:
    """`shares` of each row and the `base`: a new thing's score is the base and its likeness to each row times the share.

    `left_out` is the score of each row as learned from all the others.
    """

    shares: tuple[float, ...]
    base: float
    left_out: tuple[float, ...]


def ridge(likeness: Sequence[Sequence[float]], answers: Sequence[float], stiffness: Sequence[float]) -> Solution:
    """Fit `answers` to symmetric `likeness`; a row with more (positive) `stiffness` counts less.

    The cost grows with the cube of the rows: 0.1 s for a hundred.
    """
    size = len(answers)
    system = [[*row, 1.0] for row in likeness]
    for at, own in enumerate(stiffness):
        system[at][at] += own
    system.append([1.0] * size + [0.0])
    inverse = _inverse(system)
    solved = [sum(part * answer for part, answer in zip(row, answers, strict=False)) for row in inverse]
    left_out = (answers[at] - solved[at] / inverse[at][at] for at in range(size))
    return Solution(tuple(solved[:size]), solved[size], tuple(left_out))


def _inverse(matrix: Sequence[Sequence[float]]) -> list[list[float]]:
    """Gauss and Jordan's, with the largest pivot of each column, so that it is sound beside the border of ones."""
    size = len(matrix)
    rows = [[*row, *(float(at == column) for column in range(size))] for at, row in enumerate(matrix)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda at: abs(rows[at][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column][column]
        leading = rows[column] = [value / head for value in rows[column]]
        for at, row in enumerate(rows):
            factor = row[column]
            if at != column and factor:
                rows[at] = [value - factor * lead for value, lead in zip(row, leading, strict=True)]
    return [row[size:] for row in rows]
