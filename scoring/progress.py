"""Levels over the turns: the union of what the replies are credited with, joined as RUBRIC, "Over the turns" says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scoring.crediting import CreditedReply
from scoring.reply import About, Finding
from scoring.rubric import Rubric, Step

_JOINS_EARLIER: dict[str, frozenset[About]] = {
    # A later time for a phone call doesn't bound the action; a promise to report back does follow it up.
    "deadline": frozenset({About.ACTION, About.BARE}),
    "owner": frozenset({About.ACTION, About.BARE, About.CONTACT}),
}
_JOINS_BY_DEFAULT = frozenset({About.ACTION, About.BARE})


@dataclass(frozen=True, slots=True)
class Met:
    """A check as it stands after some replies: the finding that shows it, and the turn in which it was said."""

    turn: int
    finding: Finding


class Fate(StrEnum):
    """What became of a check over a drill."""

    MET = "met"
    WITHHELD = "withheld"
    """Said, and not credited."""
    TAKEN_BACK = "taken_back"
    REPLACED = "replaced"
    """It belonged to an offer that another one replaced."""
    APART = "apart"
    """Said, but not with what it belongs to: a time for a phone call, a reason before there was an offer."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Lost:
    """A check that counted once: said in `turn`, lost in turn `by`."""

    turn: int
    by: int
    fate: Fate


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a drill stands. `levels` has None for a step that the scenario leaves out.

    `apart` was said and counts for nothing so far, `lost` counted once and does no more.
    """

    met: dict[str, Met]
    levels: dict[str, int | None]
    reached: dict[str, int]
    """For each step that reached level 2, the turn in which it first did."""
    apart: dict[str, Met]
    lost: dict[str, Lost]


def progress(rubric: Rubric, replies: Sequence[CreditedReply], left_out: Iterable[str] = ()) -> Progress:
    """Walk the replies in order and keep what counts."""
    out = frozenset(left_out)
    states = {step.id: _StepState(step) for step in rubric.steps if step.id not in out}
    reached: dict[str, int] = {}
    for reply in replies:
        for name, state in states.items():
            state.take_back(reply.assessment.taken_back, reply.n)
            state.add(reply)
            if name not in reached and rubric.level(name, state.counted()) >= 2:
                reached[name] = reply.n
    met: dict[str, Met] = {}
    apart: dict[str, Met] = {}
    lost: dict[str, Lost] = {}
    levels: dict[str, int | None] = {step.id: None for step in rubric.steps}
    for name, state in states.items():
        counted = state.counted()
        met |= counted
        apart |= state.apart()
        lost |= state.lost
        levels[name] = rubric.level(name, counted)
    return Progress(met, levels, reached, apart, lost)


class _StepState:
    """What one step has collected: beside the key check only what belongs to it, and loose checks apart."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._joins = {f"{step.id}.{check.id}": check.joins for check in step.checks}
        self._kept: dict[str, Met] = {}
        self._loose: dict[str, Met] = {}
        self._offer = ""
        self.lost: dict[str, Lost] = {}

    def take_back(self, ids: frozenset[str], n: int) -> None:
        for name in ids & self._joins.keys():
            loose = self._loose.pop(name, None)
            met = self._kept.pop(name, loose)
            if met is not None:
                self.lost[name] = Lost(met.turn, n, Fate.TAKEN_BACK)

    def add(self, reply: CreditedReply) -> None:
        found = {one.id: one for one in reply.checks if one.id in self._joins}
        key = self._step.key_id
        named = found.get(key) if key else None
        if named is not None:
            self._new_offer(named, reply.n)
        for name, one in found.items():
            met = Met(reply.n, one)
            if self._belongs(name, one, named):
                self._kept.setdefault(name, met)
                self.lost.pop(name, None)
            else:
                self._loose.setdefault(name, met)

    def counted(self) -> dict[str, Met]:
        """The checks that make the level. Loose ones count only as long as no key check is there."""
        key = self._step.key_id
        if key is None or key in self._kept:
            return dict(self._kept)
        return {**self._loose, **self._kept}

    def apart(self) -> dict[str, Met]:
        """What was said and doesn't count."""
        counted = self.counted()
        return {name: met for name, met in self._loose.items() if name not in counted}

    def _new_offer(self, named: Finding, n: int) -> None:
        if named.offer and self._offer and named.offer != self._offer:
            # Only the compensation named last keeps its reason and its way of payment.
            for name, joins in self._joins.items():
                met = self._kept.pop(name, None) if joins == "last" else None
                if met is not None:
                    self.lost[name] = Lost(met.turn, n, Fate.REPLACED)
            self._kept.pop(self._step.key_id or "", None)
        self._offer = named.offer or self._offer

    def _belongs(self, name: str, one: Finding, named: Finding | None) -> bool:
        joins = self._joins[name]
        if not joins or named is not None:
            return True
        if self._step.key_id not in self._kept:
            return False
        if joins == "last":
            return True
        return one.about in _JOINS_EARLIER.get(name.partition(".")[2], _JOINS_BY_DEFAULT)
