"""What every simulated customer obeys, scripted or worded by a model, and the state that code keeps for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

from scenarios.model import EndingKind, Handover, Mood
from scoring.crediting import CreditedReply
from scoring.sentence import Sentence


@dataclass(frozen=True, slots=True)
class CustomerState:
    """All that a customer knows between two turns; plain data, so that it can be stored and resumed.

    `turn` counts the trainee's replies so far. `spoken` holds what was said, as `beat#wording`; `particulars` the
    trainee's own words that may be picked up, `promised` those that she is held to (what, and its words); `looked_up` the
    facts that the trainee looked up, `told` those that the customer gave up; `after` the ending of the drill that this one
    follows; `templates` the turns in which she heard words that the trainee says to everybody.
    """

    mood: Mood
    turn: int = 0
    beat: str = "opening"
    played: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    particulars: Mapping[str, str] = field(default_factory=dict)
    looked_up: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    promised: Mapping[str, str] = field(default_factory=dict)
    after: str = ""
    templates: tuple[int, ...] = ()

    def to_data(self) -> dict[str, Any]:  # Any: JSON
        """The state as JSON data."""
        return asdict(self) | {"mood": self.mood.model_dump()}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> CustomerState:  # Any: JSON
        """The state from `to_data`. Raises ValueError or KeyError for anything else."""
        try:
            return cls(
                mood=Mood.model_validate(data["mood"]),
                turn=int(data["turn"]),
                beat=str(data["beat"]),
                played=tuple(data["played"]),
                spoken=tuple(data["spoken"]),
                particulars=dict(data["particulars"]),
                looked_up=tuple(data["looked_up"]),
                # Drills of earlier versions know none of these.
                told=tuple(data.get("told", ())),
                promised=dict(data.get("promised", {})),
                after=str(data.get("after", "")),
                templates=tuple(data.get("templates", ())),
            )
        except TypeError as error:
            raise ValueError(f"no customer's state: {error}") from error


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What else bears on one reply: how long she waited for it."""

    elapsed_ms: int = 0


NOTHING_ELSE = Circumstances()


@dataclass(frozen=True, slots=True)
class Response:
    """What the customer does after a reply: says `line`, is now in `state`, and perhaps ends the drill.

    `event` is what happens around her just before she speaks.
    """

    line: str
    state: CustomerState
    ending: EndingKind | None = None
    handover: Handover | None = None
    event: Sentence | None = None


class Customer(Protocol):
    """A simulated customer. Pure: the same seed, state and replies give the same response."""

    def open(self, after: EndingKind | None = None) -> Response:
        """The opening line; `after` is the ending of the drill that this one follows, where there was one."""
        ...

    def respond(
        self, state: CustomerState, replies: tuple[CreditedReply, ...], circumstances: Circumstances = NOTHING_ELSE
    ) -> Response:
        """Answer the newest of `replies` (all of the drill, oldest first)."""
        ...

    def time_out(self, state: CustomerState) -> Response:
        """Her last words where the time of an exam is over."""
        ...

    def hand_over(self, state: CustomerState, replies: tuple[CreditedReply, ...]) -> Response:
        """React to being handed over to a superior: right, early or late, by the scenario's ladder."""
        ...
