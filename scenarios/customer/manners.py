"""Stock lines by temper, for what no scenario needs to write anew: a template, a promise that shrinks, a reply that is too long.

They are data (`manners.yaml`); a scenario that reacts to `now template` or `now went_back` itself leaves them out.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from scenarios.model import Temper
from scoring.documents import read_file

_FILE = Path(__file__).with_name("manners.yaml")
_CUTS_IN = 0.5
"""How often a reply that is too long for her is cut into."""

STOCK = ("went_back", "template")
"""Events that have stock lines; the first that happened is answered."""


class Manner(BaseModel):
    """One temper: its lines, and the longest reply (characters) that is heard out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    longest: int = Field(ge=20)
    template: tuple[str, ...] = Field(min_length=3)
    went_back: tuple[str, ...] = Field(min_length=3)
    cut_in: tuple[str, ...] = Field(min_length=3)


@dataclass(frozen=True, slots=True)
class Stock:
    """A stock reaction: the name under which it is remembered, and its wordings."""

    name: str
    say: tuple[str, ...]


@cache
def manners() -> dict[Temper, Manner]:
    """The lines of every temper."""
    found = TypeAdapter(dict[Temper, Manner]).validate_python(read_file(_FILE)[1].data)
    missing = [temper for temper in Temper if temper not in found]
    if missing:
        raise ValueError(f"{_FILE.name} lacks {missing}")
    return found


def reaction(
    temper: Temper, happened: Collection[str], played: Collection[str], own: Collection[str] = ()
) -> Stock | None:
    """What she says to the first of `happened` that has stock lines and wasn't answered before.

    `own` are events that the scenario has words of its own for.
    """
    for event in STOCK:
        name = f"manner_{event}"
        if event in happened and event not in own and name not in played:
            return Stock(name, getattr(manners()[temper], event))
    return None


def cut_in(temper: Temper, reply: str, chance: str) -> str:
    """The words with which she cuts into `reply`, or none. `chance` is what the choice hangs on."""
    manner = manners()[temper]
    if len(reply) <= manner.longest:
        return ""
    random = Random(f"{chance}/cut_in")
    return random.choice(manner.cut_in) if random.random() < _CUTS_IN else ""
