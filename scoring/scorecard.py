"""From assessed replies to a scorecard: levels, order, violations, cap, total and pass. Arithmetic only.

RUBRIC, from "Levels" to its end. Every scorer, rules or model, goes through here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from scoring.crediting import CreditedReply, Refusal
from scoring.doubts import SURE, doubtful_levels
from scoring.evidence import Evidence
from scoring.progress import Fate, Progress, progress
from scoring.rubric import TOP_LEVEL, Rubric, Severity
from scoring.sentence import PeilianError, Sentence
from scoring.spans import sentence_number, sentence_starts

PRICE: dict[Severity, float] = {Severity.MINOR: 5, Severity.MAJOR: 15, Severity.CRITICAL: 25}
CRITICAL_CAP = 40.0
FULL = 100.0
ORDER_PRICE = 5.0
ORDER_MOST = 15.0
MET_FOR_ORDER = 2

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
    """One check of the drill: the turn and quotations that meet it, or what became of it.

    `turn` is where it was said, also where it doesn't count; None where nothing was. `note` is what the check asks, or
    why it isn't credited. `refusal` goes with a check that is withheld, `by` is the turn that took it back or replaced it.
    `probability` is how sure the scorer is that it is met; None for one that no reply came near.
    """

    id: str
    met: bool
    turn: int | None
    evidence: tuple[Evidence, ...]
    note: Sentence
    fate: Fate = Fate.MISSING
    refusal: Refusal | None = None
    by: int | None = None
    probability: float | None = None


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
        review_reasons=tuple(_review_reasons(rubric, replies, terms, violations)),
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
    out = frozenset(left_out)
    names = [name for step in rubric.steps if step.id not in out for name in step.check_ids]
    return tuple(
        replace(_point(rubric, replies, now, name), probability=_sureness(replies, now, name)) for name in names
    )


def _sureness(replies: Sequence[CreditedReply], now: Progress, name: str) -> float | None:
    if name in now.met:
        return now.met[name].finding.probability
    # Where it was met on its words, what it lacks is no matter of reading.
    near = [reply.assessment.doubt[name] for reply in replies if name in reply.assessment.doubt]
    return max(near, default=None)


def _point(rubric: Rubric, replies: Sequence[CreditedReply], now: Progress, name: str) -> CheckPoint:
    about = rubric.check(name).description.sentence
    met = now.met.get(name)
    if met is not None:
        return CheckPoint(name, True, met.turn, met.finding.evidence, about, Fate.MET)
    withheld = next(((reply.n, one) for reply in reversed(replies) for one in reply.withheld if one.id == name), None)
    lost, apart = now.lost.get(name), now.apart.get(name)
    # What happened last is told: a check that was lost and then said in vain wants another word than the loss.
    latest = max(withheld[0] if withheld else 0, apart.turn if apart else 0, lost.by if lost else 0)
    if lost is not None and lost.by == latest:
        return CheckPoint(name, False, lost.turn, (), about, lost.fate, by=lost.by)
    if apart is not None and apart.turn == latest:
        return CheckPoint(name, False, apart.turn, (), about, Fate.APART)
    if withheld is not None:
        turn, one = withheld
        return CheckPoint(name, False, turn, (), one.why, Fate.WITHHELD, one.refusal)
    return CheckPoint(name, False, None, (), about)


def _review_reasons(
    rubric: Rubric, replies: Sequence[CreditedReply], terms: Terms, violations: Iterable[ViolationCost]
) -> list[Sentence]:
    reasons: list[Sentence] = []
    for one in violations:
        if rubric.severity[one.id] is Severity.CRITICAL and not one.sure:
            name = next(violation.name for violation in rubric.violations if violation.id == one.id)
            reasons.append(Sentence(
                f"“{name.zh}”判断得没有把握，所以没有封顶。", f"'{name.en}' was found with doubt, so it doesn't cap the total.",
            ))  # fmt: skip
    return [*reasons, *doubtful_levels(rubric, replies, terms.left_out)]
