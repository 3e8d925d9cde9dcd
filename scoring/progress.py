"""Levels over the turns: the union of what the replies are credited with, joined as RUBRIC, "Over the turns" says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a drill stands. `levels` has None for a step that the scenario leaves out."""

    met: dict[str, Met]
    levels: dict[str, int | None]
    reached: dict[str, int]
    """For each step that reached level 2, the turn in which it first did."""


def progress(rubric: Rubric, replies: Sequence[CreditedReply], left_out: Iterable[str] = ()) -> Progress:
    """Walk the replies in order and keep what counts."""
    out = frozenset(left_out)
    states = {step.id: _StepState(step) for step in rubric.steps if step.id not in out}
    reached: dict[str, int] = {}
    for reply in replies:
        for name, state in states.items():
            state.take_back(reply.assessment.taken_back)
            state.add(reply)
            if name not in reached and rubric.level(name, state.counted()) >= 2:
                reached[name] = reply.n
    met: dict[str, Met] = {}
    levels: dict[str, int | None] = {step.id: None for step in rubric.steps}
    for name, state in states.items():
        counted = state.counted()
        met |= counted
        levels[name] = rubric.level(name, counted)
    return Progress(met, levels, reached)


class _StepState:
    """What one step has collected: beside the key check only what belongs to it, and loose checks apart."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._joins = {f"{step.id}.{check.id}": check.joins for check in step.checks}
        self._kept: dict[str, Met] = {}
        self._loose: dict[str, Met] = {}
        self._offer = ""

    def take_back(self, ids: frozenset[str]) -> None:
        for name in ids:
            self._kept.pop(name, None)
            self._loose.pop(name, None)

    def add(self, reply: CreditedReply) -> None:
        found = {one.id: one for one in reply.checks if one.id in self._joins}
        key = self._step.key_id
        named = found.get(key) if key else None
        if named is not None:
            self._new_offer(named)
        for name, one in found.items():
            met = Met(reply.n, one)
            if self._belongs(name, one, named):
                self._kept.setdefault(name, met)
            else:
                self._loose.setdefault(name, met)

    def counted(self) -> dict[str, Met]:
        """The checks that make the level. Loose ones count only as long as no key check is there."""
        key = self._step.key_id
        if key is None or key in self._kept:
            return dict(self._kept)
        return {**self._loose, **self._kept}

    def _new_offer(self, named: Finding) -> None:
        if named.offer and self._offer and named.offer != self._offer:
            # Only the compensation named last keeps its reason and its way of payment.
            for name, joins in self._joins.items():
                if joins == "last":
                    self._kept.pop(name, None)
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
