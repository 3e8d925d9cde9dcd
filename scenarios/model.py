"""A scenario as data: who calls, what is true, what may be offered, what the customer says, and how it may end."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticKnownError

from scenarios.conditions import Condition, parse
from scoring.authority import Authority, authority_from_object, authority_from_text
from scoring.rubric import Bilingual

FORMAT = 1

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_\-]{0,63}$")]
Text = Annotated[str, Field(min_length=1, max_length=2_000)]
Percent = Annotated[float, Field(ge=0, le=100)]
MoodChange = Annotated[float, Field(ge=-100, le=100)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Stage(StrEnum):
    """Stage of the customer's life with the company (handbook digest, table 1)."""

    WIN = "获客"
    FIRST_ORDER = "首单"
    CRISIS = "危机"
    FOLLOW_UP = "回访"
    REGULAR = "老客"
    LOYALTY = "忠诚"
    REFERRAL = "裂变"
    LOST = "流失"
    DATA = "数据"


class EndingKind(StrEnum):
    """How a drill can end. `handed_over` and `broken_off` are the trainee's doing and need no entry in the file."""

    SETTLED = "settled"
    ESCALATED = "escalated"
    LEFT = "left"
    TIMED_OUT = "timed_out"
    HANDED_OVER = "handed_over"
    BROKEN_OFF = "broken_off"


class Handover(StrEnum):
    """Whether a hand-over to a superior came at the right time."""

    RIGHT = "right"
    EARLY = "early"
    LATE = "late"


class Mood(_Strict):
    """What the customer feels, each 0–100."""

    anger: Percent
    trust: Percent
    patience: Percent


class Shift(_Strict):
    """How something moves the mood; points are added, the sums stay within 0–100."""

    anger: MoodChange = 0
    trust: MoodChange = 0
    patience: MoodChange = 0


class Temper(StrEnum):
    """How a customer takes things: which stock lines (`customer/manners.yaml`) are hers, and how soon she cuts in."""

    HASTY = "hasty"
    REASONABLE = "reasonable"
    PICKY = "picky"
    HURT = "hurt"
    SILENT = "silent"
    COMPARING = "comparing"
    SLOW = "slow"


class Persona(_Strict):
    """Who the customer is and how she speaks."""

    name: Text
    temper: Temper = Temper.REASONABLE
    manner: Text
    about: Bilingual


class Card(_Strict):
    """The customer card as the company's system shows it."""

    tier: Literal["A", "B", "C"] = "C"
    tags: tuple[Text, ...] = ()
    history: tuple[Text, ...] = ()
    log: tuple[Text, ...] = ()


class Fact(_Strict):
    """Something true in this case.

    `settles` says that it decides the cause, the loss, or what another step (by its id) is about here: then a reply's
    cause (the loss that a payment is tied to, the step's key check) counts only where it says one of `agree` and none of
    `contradict`; each entry may hold several words joined by `+` that must all occur.
    """

    # 45 in a list of words is a number to YAML, and means the characters.
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, coerce_numbers_to_str=True)

    id: Id
    text: Text
    known_by: Literal["trainee", "customer", "lookup"]
    where: str = ""
    settles: Id | None = None
    agree: tuple[Text, ...] = ()
    contradict: tuple[Text, ...] = ()


class Beat(_Strict):
    """One thing that the customer may say: when, in which wordings, what it does to the mood, what may follow.

    `asks` holds when the next reply answers what she asks here; without it that is read from `when` (what is missing there
    is what she asks for). `tells` are facts that she gives up here: only ever to a reply that asks her something. `event` is
    what happens around her just then (the door bell rings, a photo arrives), told before her words.
    """

    id: Id
    when: str = ""
    say: tuple[Text, ...]
    mood: Shift = Shift()
    next: tuple[Id, ...] = ()
    asks: str = ""
    tells: tuple[Id, ...] = ()
    event: Bilingual | None = None

    @cached_property
    def condition(self) -> Condition:
        """`when`, parsed."""
        return parse(self.when)

    @cached_property
    def answered(self) -> Condition | None:
        """`asks`, parsed; None where it isn't given."""
        return parse(self.asks) if self.asks.strip() else None


class Ending(_Strict):
    """One way for the drill to end: when, and the customer's last words."""

    when: str = ""
    say: tuple[Text, ...]

    @cached_property
    def condition(self) -> Condition:
        """`when`, parsed."""
        return parse(self.when)


class Endings(_Strict):
    """The endings of a scenario. `timed_out` comes by itself when the turns are used up."""

    settled: Ending
    escalated: Ending | None = None
    left: Ending
    timed_out: Ending

    def items(self) -> list[tuple[EndingKind, Ending]]:
        """Those that are given, in the order in which they are tried: the customer's patience before her peace."""
        listed = [
            (EndingKind.LEFT, self.left),
            (EndingKind.ESCALATED, self.escalated),
            (EndingKind.SETTLED, self.settled),
        ]
        return [(kind, ending) for kind, ending in listed if ending is not None]


class HandoverRule(_Strict):
    """The scenario's ladder: to whom a case goes, when it is right to hand it over, and when it is too late."""

    to: Text
    right: str
    late: str = ""
    say: dict[Handover, tuple[Text, ...]]

    @cached_property
    def right_condition(self) -> Condition:
        """`right`, parsed."""
        return parse(self.right)

    @cached_property
    def late_condition(self) -> Condition | None:
        """`late`, parsed; None where the scenario knows no too late."""
        return parse(self.late) if self.late.strip() else None


class Turns(_Strict):
    """How long a drill may last, in `turns`, and an exam in `minutes`; in how many `seconds` a reply should come.

    The wait is shown, and moves her only where the scenario's `reactions` have `kept_waiting`.
    """

    turns: Annotated[int, Field(ge=1, le=60)] = 10
    seconds: Annotated[int, Field(ge=10, le=1_800)] = 120
    minutes: Annotated[int, Field(ge=1, le=180)] = 15


class Outcome(_Strict):
    """How a drill opens that follows another one with a certain ending."""

    opening: tuple[Text, ...]
    mood: Mood | None = None

    @field_validator("opening")
    @classmethod
    def _not_empty(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value:
            raise PydanticKnownError("too_short", {"field_type": "Tuple", "min_length": 1, "actual_length": 0})
        return value


class After(_Strict):
    """The drill that this one follows, and how it opens after each of its endings; after any other as the file itself says."""

    drill: Id
    outcomes: dict[EndingKind, Outcome]


class Golden(_Strict):
    """A conversation with the result that it must have, kept beside the scenario and run as a test.

    With `handover` the trainee hands the case over after the last reply, and it must be judged so. `after` is the ending of
    the drill that this one follows.
    """

    name: Text
    replies: tuple[Text, ...]
    total: tuple[Percent, Percent]
    ending: EndingKind
    handover: Handover | None = None
    after: EndingKind | None = None
    seed: int = 1


class Scenario(_Strict):
    """One scenario file, checked for form; what it means together is checked by the diagnostics.

    `standards` are ids of `standards.yaml`: what is shown beside the drill.
    """

    format: Literal[1]
    id: Id
    title: Bilingual
    brief: Bilingual
    stage: Stage
    kind: Text
    difficulty: Annotated[int, Field(ge=1, le=5)]
    source: Text
    standards: tuple[Id, ...] = ()
    persona: Persona
    card: Card = Card()
    facts: tuple[Fact, ...] = ()
    authority: str | dict[str, object]
    steps_left_out: tuple[Id, ...] = ()
    weights: dict[str, Annotated[float, Field(gt=0, le=1_000)]] = {}
    pass_mark: Percent | None = None
    mood: Mood
    reactions: dict[str, Shift] = {}
    limits: Turns = Turns()
    opening: tuple[Text, ...]
    after: After | None = None
    first: tuple[Id, ...] = ()
    interrupts: tuple[Id, ...] = ()
    fallback: tuple[Id, ...]
    beats: tuple[Beat, ...]
    endings: Endings
    handover: HandoverRule | None = None
    references: dict[str, tuple[Text, ...]] = {}
    reference_conversation: tuple[Text, ...] = ()
    golden: tuple[Golden, ...] = ()

    @field_validator("opening", "beats", "fallback")
    @classmethod
    def _not_empty(cls, value: tuple[object, ...]) -> tuple[object, ...]:
        # Field(min_length=1) would also complain of a list whose one entry is wrong.
        if not value:
            raise PydanticKnownError("too_short", {"field_type": "Tuple", "min_length": 1, "actual_length": 0})
        return value

    @cached_property
    def beat(self) -> dict[str, Beat]:
        """The beats by id."""
        return {beat.id: beat for beat in self.beats}

    @cached_property
    def allowed(self) -> Authority:
        """The trainee's authority, read; faults of an object are the diagnostics' business."""
        if isinstance(self.authority, str):
            return authority_from_text(self.authority)
        return authority_from_object(self.authority)[0]
