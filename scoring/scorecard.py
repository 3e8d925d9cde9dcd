"""From assessed replies to a scorecard: levels, order, violations, cap, total and pass. Arithmetic only.

RUBRIC, from "Levels" to its end. Every scorer, rules or model, goes through here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scoring.crediting import CreditedReply, Withheld
from scoring.evidence import Evidence
from scoring.progress import Progress, progress
from scoring.rubric import TOP_LEVEL, Rubric, Severity
from scoring.sentence import PeilianError, Sentence
from scoring.spans import sentence_number, sentence_starts

PRICE: dict[Severity, float] = {Severity.MINOR: 5, Severity.MAJOR: 15, Severity.CRITICAL: 25}
CRITICAL_CAP = 40.0
FULL = 100.0
ORDER_PRICE = 5.0
ORDER_MOST = 15.0
MET_FOR_ORDER = 2
SURE = 0.75
"""Below this probability a critical violation is a doubtful decision: it costs, and doesn't cap."""

PASSING_ENDINGS = frozenset({"settled", "handed_over:right"})
BROKEN_OFF = "broken_off"


@dataclass(frozen=True, slots=True)
class Terms:
    """What a scenario sets: weights by step (the rubric's where absent), steps left out, and its pass mark."""

    weights: Mapping[str, float] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    pass_mark: float | None = None


@dataclass(frozen=True, slots=True)
class OrderBreak:
    """A step that came before its predecessor, and what it cost (nothing past the most that order costs)."""

    step: str
    predecessor: str
    turn: int
    cost: float


@dataclass(frozen=True, slots=True)
class ViolationCost:
    """A violation of the drill: in which turns, with what evidence, at what price; `sure` when no doubt is left."""

    id: str
    turns: tuple[int, ...]
    evidence: tuple[Evidence, ...]
    cost: float
    sure: bool


@dataclass(frozen=True, slots=True)
class CheckPoint:
    """One check of the drill: the turn and quotations that meet it, or why it isn't met and what would meet it."""

    id: str
    met: bool
    turn: int | None
    evidence: tuple[Evidence, ...]
    note: Sentence


@dataclass(frozen=True, slots=True)
class BestReply:
    """The best single reply, as if it had been the whole drill."""

    turn: int
    total: float
    levels: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """What a drill is worth, with the reasons. `ending` is as given; a broken-off drill is never passed."""

    levels: Mapping[str, int | None]
    points: tuple[CheckPoint, ...]
    best_single: BestReply | None
    order_breaks: tuple[OrderBreak, ...]
    order_cost: float
    violations: tuple[ViolationCost, ...]
    violation_cost: float
    cap: float
    total: float
    passed: bool
    ending: str
    review_reasons: tuple[Sentence, ...] = ()

    @property
    def review(self) -> bool:
        """Whether a person should look (建议复核)."""
        return bool(self.review_reasons)


def scorecard(rubric: Rubric, replies: Sequence[CreditedReply], terms: Terms = Terms(), ending: str = "") -> Scorecard:
    """The scorecard of a drill. Raises PeilianError where `terms` leave fewer than two steps or name unknown ones."""
    _check_terms(rubric, terms)
    now = progress(rubric, replies, terms.left_out)
    breaks = _order_breaks(rubric, replies, now)
    violations = _violation_costs(rubric, replies)
    capped = any(one.sure and rubric.severity[one.id] is Severity.CRITICAL for one in violations)
    cap = CRITICAL_CAP if capped else FULL
    order_cost = sum(one.cost for one in breaks)
    violation_cost = sum(one.cost for one in violations)
    total = _total(rubric, now.levels, terms, order_cost + violation_cost, cap)
    critical = any(rubric.severity[one.id] is Severity.CRITICAL for one in violations)
    pass_mark = rubric.pass_mark if terms.pass_mark is None else terms.pass_mark
    return Scorecard(
        levels=now.levels,
        points=_points(rubric, replies, now, terms.left_out),
        best_single=_best_single(rubric, replies, terms),
        order_breaks=tuple(breaks),
        order_cost=order_cost,
        violations=tuple(violations),
        violation_cost=violation_cost,
        cap=cap,
        total=total,
        passed=total >= pass_mark and ending in PASSING_ENDINGS and not critical,
        ending=ending,
        review_reasons=tuple(_review_reasons(rubric, replies, now, violations)),
    )


def _check_terms(rubric: Rubric, terms: Terms) -> None:
    known = {step.id for step in rubric.steps}
    unknown = sorted((set(terms.left_out) | set(terms.weights)) - known)
    if unknown:
        names = "、".join(unknown)
        raise PeilianError(f"评分细则里没有这些步骤：{names}。", f"The rubric has no such steps: {', '.join(unknown)}.")
    kept = [step for step in rubric.steps if step.id not in terms.left_out]
    if len(kept) < 2:
        raise PeilianError("至少要留下两个步骤。", "At least two steps must stay.")


def _total(rubric: Rubric, levels: Mapping[str, int | None], terms: Terms, costs: float, cap: float) -> float:
    earned = weights = 0.0
    for step in rubric.steps:
        level = levels[step.id]
        if level is None:
            continue
        weight = terms.weights.get(step.id, step.weight)
        weights += weight
        earned += weight * level / TOP_LEVEL
    points = FULL * earned / weights - costs
    return round(max(0.0, min(cap, points)), 2)


def _order_breaks(rubric: Rubric, replies: Sequence[CreditedReply], now: Progress) -> list[OrderBreak]:
    kept = [step.id for step in rubric.steps if now.levels[step.id] is not None]
    pairs: list[tuple[str, str, int]] = []
    for predecessor, step in pairwise(kept):
        first, then = now.reached.get(predecessor), now.reached.get(step)
        if first is not None and then is not None and then < first:
            pairs.append((step, predecessor, then))
    within = _break_within(rubric, replies, now)
    if within is not None:
        pairs.append(within)
    breaks: list[OrderBreak] = []
    left = ORDER_MOST
    for step, predecessor, turn in pairs:
        cost = min(ORDER_PRICE, left)
        left -= cost
        breaks.append(OrderBreak(step, predecessor, turn, cost))
    return breaks


def _break_within(rubric: Rubric, replies: Sequence[CreditedReply], now: Progress) -> tuple[str, str, int] | None:
    """A fix or a compensation that stands in a sentence before the first words of empathy, in the reply of both."""
    if now.levels.get("empathy") is None or "empathy" not in now.reached:
        return None
    first = next((reply for reply in replies if any(one.id.startswith("empathy.") for one in reply.checks)), None)
    if first is None or now.reached["empathy"] != first.n:
        return None
    starts = sentence_starts(first.text)
    empathy = min(_sentences(first, "empathy.", starts))
    for step in rubric.steps:
        if step.id in ("fix", "compensation") and step.key_id and now.reached.get(step.id) == first.n:
            places = _sentences(first, step.key_id, starts)
            if places and min(places) < empathy:
                return step.id, "empathy", first.n
    return None


def _sentences(reply: CreditedReply, prefix: str, starts: tuple[int, ...]) -> list[int]:
    found = (one for one in reply.checks if one.id.startswith(prefix))
    return [sentence_number(starts, quote.start) for one in found for quote in one.evidence]


def _violation_costs(rubric: Rubric, replies: Sequence[CreditedReply]) -> list[ViolationCost]:
    costs: list[ViolationCost] = []
    for violation in rubric.violations:
        found = [(reply.n, one) for reply in replies for one in reply.violations if one.id == violation.id]
        if not found:
            continue
        price = PRICE[violation.severity]
        turns = tuple(dict.fromkeys(n for n, _ in found))
        costs.append(ViolationCost(
            id=violation.id, turns=turns, evidence=tuple(quote for _, one in found for quote in one.evidence),
            cost=price * 1.5 if len(turns) > 1 else price, sure=any(one.probability >= SURE for _, one in found),
        ))  # fmt: skip
    return costs


def _best_single(rubric: Rubric, replies: Sequence[CreditedReply], terms: Terms) -> BestReply | None:
    best: BestReply | None = None
    for reply in replies:
        alone = progress(rubric, [reply], terms.left_out)
        violations = _violation_costs(rubric, [reply])
        costs = sum(one.cost for one in (*_order_breaks(rubric, [reply], alone), *violations))
        capped = any(one.sure and rubric.severity[one.id] is Severity.CRITICAL for one in violations)
        total = _total(rubric, alone.levels, terms, costs, CRITICAL_CAP if capped else FULL)
        if best is None or total > best.total:
            best = BestReply(reply.n, total, alone.levels)
    return best


def _points(
    rubric: Rubric, replies: Sequence[CreditedReply], now: Progress, left_out: Iterable[str]
) -> tuple[CheckPoint, ...]:
    withheld: dict[str, tuple[int, Withheld]] = {one.id: (reply.n, one) for reply in replies for one in reply.withheld}
    out = frozenset(left_out)
    points: list[CheckPoint] = []
    for step in rubric.steps:
        if step.id in out:
            continue
        for name in step.check_ids:
            met = now.met.get(name)
            about = rubric.check(name).description.sentence
            if met is not None:
                points.append(CheckPoint(name, True, met.turn, met.finding.evidence, about))
            elif name in withheld:
                turn, one = withheld[name]
                points.append(CheckPoint(name, False, turn, (), one.why))
            else:
                points.append(CheckPoint(name, False, None, (), about))
    return tuple(points)


def _review_reasons(
    rubric: Rubric, replies: Sequence[CreditedReply], now: Progress, violations: Iterable[ViolationCost]
) -> list[Sentence]:
    reasons: list[Sentence] = []
    for one in violations:
        if rubric.severity[one.id] is Severity.CRITICAL and not one.sure:
            name = next(violation.name for violation in rubric.violations if violation.id == one.id)
            reasons.append(Sentence(
                f"“{name.zh}”判断得没有把握，所以没有封顶。", f"'{name.en}' was found with doubt, so it doesn't cap the total.",
            ))  # fmt: skip
    doubtful = {name for reply in replies for name in reply.assessment.doubt}
    for step in rubric.steps:
        if now.levels[step.id] is None:
            continue
        met = {name for name in now.met if name in step.check_ids}
        moved = [name for name in step.check_ids if name in doubtful
                 and not _sure_somewhere(name, replies) and rubric.level(step.id, met ^ {name}) != now.levels[step.id]]  # fmt: skip
        if moved:
            checks = [rubric.check(name).name for name in moved]
            reasons.append(Sentence(
                f"“{step.name.zh}”的等级取决于没有把握的检查点：{'、'.join(one.zh for one in checks)}。",
                f"The level of '{step.name.en}' hangs on doubtful checks: {', '.join(one.en for one in checks)}.",
            ))  # fmt: skip
    return reasons


def _sure_somewhere(name: str, replies: Sequence[CreditedReply]) -> bool:
    """Whether some reply meets the check beyond doubt, so that a doubt elsewhere changes nothing."""
    return any(one.id == name and one.probability >= SURE for reply in replies for one in reply.checks)
