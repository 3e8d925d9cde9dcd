"""How well two readings of the same replies agree: kappas, exact and within one, F1. For any labelled file.

Levels are computed from the checks by the rubric, so a disagreement in one check shows in its step. Quadratic-weighted
kappa: Cohen (1968), "Weighted kappa", with weights (i − j)².
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from scoring.rubric import TOP_LEVEL, Rubric
from scoring.sentence import PeilianError, system_reason


@dataclass(frozen=True, slots=True)
class Labels:
    """What one reader found in one reply."""

    checks: frozenset[str]
    violations: frozenset[str]


@dataclass(frozen=True, slots=True)
class LevelAgreement:
    """Agreement on a step's levels; `qwk` is None where both readers gave one and the same level throughout."""

    step: str
    qwk: float | None
    exact: float
    within_one: float


@dataclass(frozen=True, slots=True)
class YesNoAgreement:
    """Agreement on one check or violation, the first reader taken as right.

    `f1` is None where neither reader ever met it (there is nothing to agree on), `kappa` where chance alone explains
    all: neither ever met it, or both always did. `count` is how often the first reader met it.
    """

    id: str
    f1: float | None
    precision: float | None
    recall: float | None
    kappa: float | None
    count: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """The whole table for `replies` replies."""

    replies: int
    levels: tuple[LevelAgreement, ...]
    checks: tuple[YesNoAgreement, ...]
    violations: tuple[YesNoAgreement, ...]

    @property
    def mean_qwk(self) -> float | None:
        """Mean over the steps that have one."""
        return mean(one.qwk for one in self.levels)

    @property
    def lowest_qwk(self) -> float | None:
        """The weakest step."""
        return min((one.qwk for one in self.levels if one.qwk is not None), default=None)


def mean(values: Iterable[float | None]) -> float | None:
    """Mean of those that are there; None of none."""
    kept = [value for value in values if value is not None]
    return sum(kept) / len(kept) if kept else None


def agreement(rubric: Rubric, gold: Mapping[str, Labels], other: Mapping[str, Labels]) -> Agreement:
    """Hold `other` against `gold`. Raises PeilianError for ids that `other` lacks or the rubric doesn't know."""
    missing = sorted(gold.keys() - other.keys())
    if missing:
        raise PeilianError(
            f"{len(gold)} 条里有 {len(missing)} 条没有结果，第一条是 {missing[0]}。",
            f"{len(missing)} of {len(gold)} replies have no result, the first: {missing[0]}.",
        )
    for name in gold:
        for labels in (gold[name], other[name]):
            _refuse_unknown(rubric, name, labels)
    ids = sorted(gold)
    return Agreement(
        replies=len(ids),
        levels=tuple(_levels(rubric, step.id, ids, gold, other) for step in rubric.steps),
        checks=tuple(
            yes_no(one, [one in gold[name].checks for name in ids], [one in other[name].checks for name in ids])
            for one in rubric.check_ids
        ),
        violations=tuple(
            yes_no(one, [one in gold[name].violations for name in ids], [one in other[name].violations for name in ids])
            for one in rubric.violation_ids
        ),
    )


def quadratic_weighted_kappa(left: Sequence[int], right: Sequence[int], top: int = TOP_LEVEL) -> float | None:
    """Kappa with quadratic weights of two series of levels 0 to `top`; None where chance alone explains all."""
    size, count = top + 1, len(left)
    seen = [[0] * size for _ in range(size)]
    for one, other in zip(left, right, strict=True):
        seen[one][other] += 1
    rows = [sum(row) for row in seen]
    columns = [sum(row[at] for row in seen) for at in range(size)]
    cells = [(i, j, (i - j) ** 2) for i in range(size) for j in range(size)]
    expected = sum(weight * rows[i] * columns[j] / count for i, j, weight in cells) if count else 0
    return 1 - sum(weight * seen[i][j] for i, j, weight in cells) / expected if expected else None


def read_labels(path: Path) -> dict[str, Labels]:
    """Labels by id from a JSON-lines file with `id`, `checks`, `violations`. Raises PeilianError with the line's number."""
    found: dict[str, Labels] = {}
    for number, row in _rows(path):
        name = row.get("id")
        labels = _labels(path, number, row if isinstance(name, str) else None)
        _refuse_twice(path, number, str(name), found)
        found[str(name)] = labels
    return found


def read_annotators(path: Path) -> tuple[dict[str, Labels], dict[str, Labels]]:
    """The two annotators' labels of a file whose rows have `annotators`. Raises PeilianError where one has not."""
    left: dict[str, Labels] = {}
    right: dict[str, Labels] = {}
    for number, row in _rows(path):
        name, pair = row.get("id"), row.get("annotators")
        if not isinstance(name, str) or not isinstance(pair, list) or len(pair) < 2:
            raise PeilianError(f"{path} 第 {number} 行没有两份标注。", f"{path}, line {number} has no two annotators.")
        _refuse_twice(path, number, name, left)
        for into, labels in zip((left, right), pair, strict=False):
            into[name] = _labels(path, number, labels)
    return left, right


def _labels(path: Path, number: int, row: object) -> Labels:
    checks, violations = (row.get("checks"), row.get("violations")) if isinstance(row, dict) else (None, None)
    if not _names(checks) or not _names(violations):
        raise PeilianError(
            f"{path} 第 {number} 行：需要 id、checks 和 violations。",
            f"{path}, line {number}: id, checks and violations are needed.",
        )
    return Labels(frozenset(checks), frozenset(violations))


def _refuse_twice(path: Path, number: int, name: str, found: Mapping[str, Labels]) -> None:
    if name in found:
        raise PeilianError(
            f"{path} 第 {number} 行：{name} 出现了两次。", f"{path}, line {number}: {name} is there twice."
        )


def _names(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _rows(path: Path) -> list[tuple[int, dict[str, object]]]:
    rows: list[tuple[int, dict[str, object]]] = []
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PeilianError(f"{path} 不是 UTF-8 编码。", f"{path} isn't UTF-8.") from error
    except OSError as error:
        reason = system_reason(error)
        raise PeilianError(f"读不了 {path}：{reason.zh}。", f"{path} can't be read: {reason.en}.") from error
    # splitlines() would also break a line at U+2028 and its like, which JSON allows inside a text.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise PeilianError(f"{path} 第 {number} 行不是 JSON。", f"{path}, line {number} is not JSON.") from error
        if not isinstance(row, dict):
            raise PeilianError(f"{path} 第 {number} 行不是对象。", f"{path}, line {number} is not an object.")
        rows.append((number, row))
    return rows


def _refuse_unknown(rubric: Rubric, name: str, labels: Labels) -> None:
    unknown = (labels.checks - set(rubric.check_ids)) | (labels.violations - set(rubric.violation_ids))
    if unknown:
        listed = ", ".join(sorted(unknown))
        raise PeilianError(f"{name}：细则里没有 {listed}。", f"{name}: the rubric has no {listed}.")


def _levels(
    rubric: Rubric, step: str, ids: Sequence[str], gold: Mapping[str, Labels], other: Mapping[str, Labels]
) -> LevelAgreement:
    left = [rubric.level(step, gold[name].checks) for name in ids]
    right = [rubric.level(step, other[name].checks) for name in ids]
    count = len(ids) or 1
    exact = sum(a == b for a, b in zip(left, right, strict=True)) / count
    near = sum(abs(a - b) <= 1 for a, b in zip(left, right, strict=True)) / count
    return LevelAgreement(step, quadratic_weighted_kappa(left, right), exact, near)


def yes_no(name: str, gold: Sequence[bool], said: Sequence[bool]) -> YesNoAgreement:
    """Agreement of one check or violation, reply by reply; `gold` is taken as right."""
    count = len(gold)
    both = sum(a and b for a, b in zip(gold, said, strict=True))
    met, claimed = sum(gold), sum(said)
    agree = (count - (met - both) - (claimed - both)) / count if count else 0.0
    chance = (met * claimed + (count - met) * (count - claimed)) / count**2 if count else 1.0
    return YesNoAgreement(
        id=name,
        f1=2 * both / (met + claimed) if met + claimed else None,
        precision=both / claimed if claimed else None,
        recall=both / met if met else None,
        kappa=(agree - chance) / (1 - chance) if chance < 1 else None,
        count=met,
    )
