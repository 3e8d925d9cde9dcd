"""What the records room takes and gives: frozen values, never rows of the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from app.records.plain import plain_object
from scoring.reply import ReplyAssessment
from scoring.sentence import Sentence

if TYPE_CHECKING:  # its import costs pydantic and ruamel, and only the name is needed
    from scoring.scorecard import Scorecard

JsonObject: TypeAlias = Mapping[str, object]


class Role(StrEnum):
    """What a person is to the company; `permissions.py` says what follows."""

    TRAINEE = "trainee"
    SUPERVISOR = "supervisor"
    TRAINER = "trainer"


class DocumentKind(StrEnum):
    """What a frozen source text is."""

    SCENARIO = "scenario"
    RUBRIC = "rubric"


class Mode(StrEnum):
    """How a drill is played."""

    PRACTICE = "practice"
    EXAM = "exam"


class Act(StrEnum):
    """What the trainee did in a turn."""

    REPLY = "reply"
    HAND_OVER = "hand_over"
    LOOK_UP = "look_up"
    HINT = "hint"


class TurnStatus(StrEnum):
    """Whether a turn still waits for its outcome. Not scored is a status, never a zero."""

    UNSCORED = "unscored"
    SCORED = "scored"


class DrillStatus(StrEnum):
    """Whether a drill can go on."""

    OPEN = "open"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who uses the program. `created` is UTC."""

    id: int
    name: str
    role: Role
    created: datetime
    active: bool
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """What a supervisor says about turn `n` of a drill. `created` is UTC; `seen` once the trainee has opened it."""

    id: int
    author: str
    n: int
    text: str
    created: datetime
    seen: bool


class Verdict(StrEnum):
    """What a supervisor says to a dispute."""

    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A trainee's word that `item` (a check or a violation) of turn `n` was read wrongly, and why. `created` is UTC.

    `met` is what the scorer had said; `verdict` is None while it waits for a supervisor.
    """

    id: int
    drill_id: str
    n: int
    item: str
    met: bool
    reason: str
    created: datetime
    verdict: Verdict | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a scenario or a rubric, whole: an open drill goes on with it after the file was edited."""

    hash: str
    kind: DocumentKind
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class NewDrill:
    """What is fixed when a drill begins. `opening` is the customer's first line; `state` the session's own data."""

    scenario: Document
    scenario_id: str
    title: Sentence
    rubric: Document
    rubric_kind: str
    scorer: str
    seed: int
    opening: str
    state: JsonObject
    mode: Mode = Mode.PRACTICE
    branch: Branch | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a drill was taken up again: the turns of drill `of` before turn `at` are the new drill's, too."""

    of: str
    at: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What a drill scored, without a word of what was said. `levels` are 0–3 by step, None for one left out."""

    total: float
    passed: bool
    review: bool
    levels: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class StoredScorecard:
    """A scorecard as it is kept: its figures, all of it as JSON, and the version of the scorer that made it."""

    figures: Figures
    whole: JsonObject
    scorer: str

    @classmethod
    def of(cls, card: Scorecard, scorer: str) -> StoredScorecard:
        """`card` made ready to keep."""
        figures = Figures(card.total, card.passed, card.review, dict(card.levels))
        return cls(figures, plain_object(card), scorer)


@dataclass(frozen=True, slots=True)
class DrillEnd:
    """How a drill ended. `ending` and `handover` are the scenario's words (`settled`, `right` …).

    `scorecard` is None for a drill that isn't scored.
    """

    ending: str
    scorecard: StoredScorecard | None = None
    handover: str | None = None


@dataclass(frozen=True, slots=True)
class TurnOutcome:
    """What a turn led to: all of it is committed at once. `end` is given where the drill ends with this turn.

    `assessment` is None for an act that isn't assessed; `reply` is None where the customer says nothing new.
    """

    assessment: ReplyAssessment | None
    state: JsonObject
    mood: JsonObject
    reply: str | None
    end: DrillEnd | None = None


@dataclass(frozen=True, slots=True)
class TurnRecord:
    """One turn, `n` counted from 1: the customer's line, what the trainee did, and its outcome once it is scored."""

    n: int
    act: Act
    customer: str
    text: str
    elapsed_ms: int
    status: TurnStatus
    assessment: ReplyAssessment | None
    mood: JsonObject | None
    state: JsonObject | None
    reply: str | None


@dataclass(frozen=True, slots=True)
class DrillSummary:
    """One drill in a list: figures only, nothing of what was said. Times are UTC; `figures` None: not scored."""

    id: str
    person: Person
    scenario_id: str
    title: Sentence
    mode: Mode
    started: datetime
    ended: datetime | None
    status: DrillStatus
    ending: str | None
    figures: Figures | None
    commented: bool = False
    """Whether a supervisor said something about it; known in lists only."""
    branch: Branch | None = None
    """Where it was taken up from another drill, by rewinding."""


@dataclass(frozen=True, slots=True)
class DrillRecord:
    """One drill, whole, with its turns in order; enough to go on with it."""

    summary: DrillSummary
    scenario_hash: str
    rubric_kind: str
    rubric_hash: str
    scorer: str
    seed: int
    opening: str
    first_state: JsonObject
    handover: str | None
    turns: tuple[TurnRecord, ...]
    scorecard: StoredScorecard | None

    @property
    def id(self) -> str:
        """The drill's public id."""
        return self.summary.id

    @property
    def state(self) -> JsonObject:
        """The session's data after the last scored turn."""
        return next((turn.state for turn in reversed(self.turns) if turn.state is not None), self.first_state)

    @property
    def waiting(self) -> TurnRecord | None:
        """The turn that is written and not yet scored."""
        last = self.turns[-1] if self.turns else None
        return last if last is not None and last.status is TurnStatus.UNSCORED else None


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the list of drills, newest first; a page goes on after it."""

    started: datetime
    row: int


@dataclass(frozen=True, slots=True)
class DrillPage:
    """Part of a list of drills. `after` is where the next part begins, None at the end."""

    drills: tuple[DrillSummary, ...]
    after: Cursor | None = None


@dataclass(frozen=True, slots=True)
class DrillFilter:
    """Which drills to list; None doesn't filter."""

    person_id: int | None = None
    scenario_id: str | None = None
    status: DrillStatus | None = None
    since: datetime | None = None
    """Begun at this moment or later (UTC)."""
    before: datetime | None = None
    """Begun before this moment (UTC)."""
    review: bool | None = None
    """True: drills whose scorecard asks for a supervisor's look; False: scored ones that don't."""
