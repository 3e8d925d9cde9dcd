"""The best thing that was said in a drill, and the one thing to practise next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scoring.crediting import CreditedReply
from scoring.quoting import quotations, seen
from scoring.rubric import TOP_LEVEL, Rubric, Severity
from scoring.scorecard import FULL, Scorecard, Terms
from scoring.sentence import Sentence

_NAMELESS = Sentence("", "")
LONGEST = 32
"""A quotation longer than this is no longer one thing said well."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best single reply: its turn, the words to quote, and the ids of the checks that it meets."""

    turn: int
    quote: str
    checks: tuple[str, ...]


class NextKind(StrEnum):
    """What kind of thing comes next."""

    STEP = "step"
    VIOLATION = "violation"
    ORDER = "order"
    HARDER = "harder"
    """Nothing is missing; a harder scenario then."""


@dataclass(frozen=True, slots=True)
class Next:
    """The one thing to practise: a step with the ids of the checks it lacks, a violation with its words, or the order."""

    kind: NextKind
    id: str = ""
    name: Sentence = _NAMELESS
    checks: tuple[str, ...] = ()
    begun: bool = False
    quote: str = ""


def best_of(card: Scorecard, replies: Sequence[CreditedReply]) -> Best | None:
    """The best reply and its best words; None where no reply meets anything in words that may be quoted."""
    if card.best_single is None:
        return None
    reply = next(one for one in replies if one.n == card.best_single.turn)
    quotes = [(finding.id, quote.text) for finding in reply.checks for quote in quotations(reply, finding.evidence)]
    if not quotes or card.best_single.total <= 0:
        return None
    fitting = [one for one in quotes if len(one[1]) <= LONGEST] or quotes
    # What is said of this customer's own case is worth more than a formula; then the longer says more.
    _, words = max(fitting, key=lambda one: (one[0].endswith(".specific"), len(one[1])))
    return Best(reply.n, words, tuple(dict.fromkeys(finding.id for finding in reply.checks)))


def next_of(rubric: Rubric, card: Scorecard, terms: Terms) -> Next:
    """A grave violation first; else whatever cost most."""
    worst = _worst(rubric, card)
    if worst is not None and worst[0] == float("inf"):
        return worst[1]
    options: list[tuple[float, Next]] = [] if worst is None else [worst]
    if card.order_breaks:
        first = card.order_breaks[0]
        name = rubric.step(first.predecessor).name.sentence
        options.append((card.order_cost, Next(NextKind.ORDER, first.step, name)))
    weights = {
        step.id: terms.weights.get(step.id, step.weight) for step in rubric.steps if card.levels[step.id] is not None
    }
    whole = sum(weights.values())
    unmet = {point.id for point in card.points if not point.met}
    for step in rubric.steps:
        level = card.levels[step.id]
        if level is None or level >= TOP_LEVEL:
            continue
        lacks = tuple(name for name in step.check_ids if name in unmet)
        gain = FULL * weights[step.id] * (TOP_LEVEL - level) / TOP_LEVEL / whole
        options.append(
            (gain, Next(NextKind.STEP, step.id, step.name.sentence, lacks, begun=len(lacks) < len(step.checks)))
        )
    if not options:
        return Next(NextKind.HARDER)
    return max(options, key=lambda one: one[0])[1]  # the first of equals: the method goes from left to right


def _worst(rubric: Rubric, card: Scorecard) -> tuple[float, Next] | None:
    names = {one.id: one.name.sentence for one in rubric.violations}
    found = [
        (
            float("inf") if rubric.severity[one.id] is Severity.CRITICAL else one.cost,
            Next(NextKind.VIOLATION, one.id, names[one.id], quote=seen(one.evidence[0].quote) if one.evidence else ""),
        )
        for one in card.violations
    ]
    return max(found, key=lambda one: one[0]) if found else None
