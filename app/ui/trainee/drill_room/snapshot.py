"""What the drill room is shown: plain values that a job gives to the window, with no session and no rubric in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.ui.shared.evidence import Mark
from scoring.sentence import Sentence

CUSTOMER, MINE, ACT, TIME, WAITING = "customer", "mine", "act", "time", "waiting"
EVENT, HELP = "event", "help"
"""What happens around the customer; that a hint was asked for."""


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """One line of feedback: position of its step (0: a violation), the step's name and level, and the words."""

    position: int
    step: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the talk: a bubble of the customer or the trainee, an act, the time of the start, or the waiting."""

    kind: str
    text: str
    n: int = 0
    marks: tuple[Mark, ...] = ()
    remarks: tuple[RemarkLine, ...] = ()
    again: bool = False
    """Whether it can be said again: the drill is then taken up there."""


@dataclass(frozen=True, slots=True)
class CheckView:
    """One check: full id, short name, and what it asks for."""

    id: str
    short: Sentence
    name: Sentence
    about: Sentence


@dataclass(frozen=True, slots=True)
class StepInfo:
    """One step that counts in this drill: `position` in the rubric from 1."""

    id: str
    position: int
    name: Sentence
    checks: tuple[CheckView, ...]


@dataclass(frozen=True, slots=True)
class StandardView:
    """One standard or rule of the drill: a `rule` is a thing never to do, any other a figure to keep."""

    text: Sentence
    source: str
    rule: bool


@dataclass(frozen=True, slots=True)
class LookUp:
    """Something that can be looked up: where, and what it says once it was (empty before)."""

    id: str
    where: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class CustomerView:
    """The customer card."""

    name: str
    about: Sentence
    tier: str
    tags: tuple[str, ...]
    history: tuple[str, ...]
    log: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndView:
    """How the drill ended, in the session's words."""

    ending: str
    handover: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Where the drill stands: levels of the shown steps, checks met, the mood, what could be said next, the end."""

    levels: Mapping[str, int]
    met: frozenset[str]
    anger: float
    trust: float
    end: EndView | None = None

    @property
    def settled(self) -> bool:
        """Whether the customer agreed to what was offered."""
        return self.end is not None and self.end.ending == "settled"


@dataclass(frozen=True, slots=True)
class Room:
    """All that is on screen when a drill comes up, new or gone on with."""

    drill_id: str
    scenario_id: str
    title: Sentence
    stage: str
    kind: Sentence
    exam: bool
    customer: CustomerView
    brief: Sentence
    known: tuple[str, ...]
    look_ups: tuple[LookUp, ...]
    authority: Sentence
    superior: str
    steps: tuple[StepInfo, ...]
    standards: tuple[StandardView, ...]
    lines: tuple[Line, ...]
    before: State
    """Before the last reply, for the change of the mood; the same as `state` where there was none."""
    state: State
    seconds: int = 120
    """How long she cares to wait for a reply."""
    exam_seconds: int = 0
    """How long an exam may last; 0: as long as it takes."""
    attempt: int = 0
    """Which exam of this scenario it is; 0 in practice."""
    branched_at: int = 0
    """The turn that is said again; 0: from the beginning."""
    spent_ms: int = 0
    draft: str = ""
    notices: tuple[Sentence, ...] = ()

    def looked_up(self, fact_id: str, text: str) -> Room:
        """The room after a fact was looked up."""
        found = tuple(replace(one, text=text) if one.id == fact_id else one for one in self.look_ups)
        return replace(self, look_ups=found)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one reply or act led to: the rows that stand in the talk from it on, and the state after it."""

    lines: tuple[Line, ...]
    state: State
    notices: tuple[Sentence, ...] = field(default=())
