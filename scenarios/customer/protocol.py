"""What every simulated customer obeys, scripted or worded by a model, and the state that code keeps for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

from scenarios.model import EndingKind, Handover, Mood
from scoring.crediting import CreditedReply


@dataclass(frozen=True, slots=True)
class CustomerState:
    """All that a customer knows between two turns; plain data, so that it can be stored and resumed.

    `turn` counts the trainee's replies so far. `spoken` holds what was said, as `beat#wording`; `particulars` the
    trainee's own words that may be picked up; `looked_up` the facts that the trainee looked up.
    """

    mood: Mood
    turn: int = 0
    beat: str = "opening"
    played: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    particulars: Mapping[str, str] = field(default_factory=dict)
    looked_up: tuple[str, ...] = ()

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
            )
        except TypeError as error:
            raise ValueError(f"no customer's state: {error}") from error


@dataclass(frozen=True, slots=True)
class Response:
    """What the customer does after a reply: says `line`, is now in `state`, and perhaps ends the drill."""

    line: str
    state: CustomerState
    ending: EndingKind | None = None
    handover: Handover | None = None


class Customer(Protocol):
    """A simulated customer. Pure: the same seed, state and replies give the same response."""

    def open(self) -> Response:
        """The opening line."""
        ...

    def respond(self, state: CustomerState, replies: tuple[CreditedReply, ...]) -> Response:
        """Answer the newest of `replies` (all of the drill, oldest first)."""
        ...

    def hand_over(self, state: CustomerState, replies: tuple[CreditedReply, ...]) -> Response:
        """React to being handed over to a superior: right, early or late, by the scenario's ladder."""
        ...
