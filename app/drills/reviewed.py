"""What a drill looks like when one looks back on it: the values that a scorecard's page, print and PDF show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.drills.advice import Best, Next
from app.records.values import Act, Mode, Person
from scoring.sentence import Sentence

VIOLATION = 0
"""The step of a violation's span."""


class CheckState(StrEnum):
    """What became of a check."""

    MET = "met"
    WITHHELD = "withheld"
    """Said, and not counted; the note says why."""
    APART = "apart"
    """Said, but apart from what it belongs to, taken back later, or left behind by another offer."""
    MISSING = "missing"


class NotPassed(StrEnum):
    """Why a drill wasn't passed."""

    TOTAL = "total"
    ENDING = "ending"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a reply that show a check or a violation: code points `start` to `end`; `step` from 1, VIOLATION 0."""

    id: str
    start: int
    end: int
    step: int
    name: Sentence


@dataclass(frozen=True, slots=True)
class Feeling:
    """The customer's mood at a line, each 0–100, and whether she had agreed by then."""

    anger: float
    trust: float
    settled: bool = False


@dataclass(frozen=True, slots=True)
class TurnReview:
    """One turn: what the customer said ("" where her line before still stands), how she felt, what the trainee did.

    `text` is the reply; for a look-up what was found, with `where`; for a hand-over to whom. `missing` are checks that
    this reply began a step without.
    """

    n: int
    act: Act
    customer: str
    feeling: Feeling
    text: str
    where: str = ""
    spans: tuple[Span, ...] = ()
    missing: tuple[str, ...] = ()
    scored: bool = True
    event: Sentence | None = None
    """What happened around the customer before she said `customer`."""


@dataclass(frozen=True, slots=True)
class CheckReview:
    """One check: what became of it, in which turn, on which words that may be quoted.

    `note` is one sentence, unlike any other of the scorecard: why it counts, or what would have met it in this case.
    `doubt` is the probability that it is met, where that was decided closely.
    """

    id: str
    name: Sentence
    state: CheckState
    turn: int | None
    quotes: tuple[str, ...]
    note: Sentence
    example: str
    doubt: float | None = None


@dataclass(frozen=True, slots=True)
class StepReview:
    """One step; `level` None where the scenario leaves it out. `said` are the sentences that hold its evidence."""

    id: str
    position: int
    name: Sentence
    level: int | None
    checks: tuple[CheckReview, ...] = ()
    said: tuple[tuple[int, str], ...] = ()
    references: tuple[str, ...] = ()

    def check(self, check_id: str) -> CheckReview | None:
        """The check of that id, where it is of this step."""
        return next((one for one in self.checks if one.id == check_id), None)


@dataclass(frozen=True, slots=True)
class ViolationReview:
    """One violation: where, on which words, at what cost, and something better to say."""

    id: str
    name: Sentence
    about: Sentence
    critical: bool
    sure: bool
    turns: tuple[int, ...]
    quotes: tuple[str, ...]
    cost: float
    better: str


@dataclass(frozen=True, slots=True)
class OrderReview:
    """`step` came before `before`, in turn `turn`."""

    step: Sentence
    before: Sentence
    turn: int
    cost: float


@dataclass(frozen=True, slots=True)
class Sums:
    """How the total came about; `cap` None where it isn't capped."""

    steps: float
    order: float
    violations: float
    cap: float | None
    total: float


@dataclass(frozen=True, slots=True)
class About:
    """What a drill was, without a word of what was said. Times are UTC."""

    drill_id: str
    person: Person
    scenario_id: str
    title: Sentence
    mode: Mode
    started: datetime
    ended: datetime | None
    over: bool
    ending: str
    handover: str


@dataclass(frozen=True, slots=True)
class DrillReview:
    """All that a scorecard's page, its print and its PDF show."""

    about: About
    stage: str
    kind: Sentence
    customer: str
    elapsed_ms: int
    turns: tuple[TurnReview, ...]
    last_line: str
    last_feeling: Feeling
    steps: tuple[StepReview, ...]
    violations: tuple[ViolationReview, ...]
    order: tuple[OrderReview, ...]
    sums: Sums
    passed: bool
    pass_mark: float
    why_not: tuple[NotPassed, ...]
    reasons: tuple[Sentence, ...]
    best: Best | None
    following: Next
    rescored: bool = False
    """The rules changed since: total and levels are those of then, the rest is read anew."""

    def step_of(self, check_id: str) -> StepReview | None:
        """The step of a check, `empathy.feeling`."""
        name = check_id.partition(".")[0]
        return next((step for step in self.steps if step.id == name), None)


@dataclass(frozen=True, slots=True)
class FiguresReview:
    """What someone sees who may not read the words: figures and levels, and the sentence that says so."""

    about: About
    total: float | None
    passed: bool
    steps: tuple[StepReview, ...]
    sentence: Sentence
