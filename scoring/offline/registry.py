"""Which rules read a reply of which kind of scene. A kind's rules are imported with its first reply: their patterns take time
to compile, and a drill is of one kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module

from scoring.offline.hits import Hit
from scoring.offline.reading import Reading
from scoring.offline.rules import spoof, unsaid

Rules = Callable[[Reading], Iterable[Hit]]

RULES: dict[str, tuple[str, ...]] = {
    "complaint": ("empathy", "cause", "fix", "compensation", "violations"),
    "inquiry": ("inquiry", "selling"),
    "renewal": ("renewal", "selling"),
    "retention": ("selling",),
    "outreach": ("selling",),
}
"""The modules in `rules/` whose `hits` read each kind: those with rules for its checks, and for its violations."""

ANY_KIND = ("violations",)
"""What reads a kind that isn't named above: what nobody may say to a customer."""


@cache
def rules_of(kind: str) -> tuple[Rules, ...]:
    """The rules for replies of `kind`."""
    return tuple(import_module(f"scoring.offline.rules.{name}").hits for name in RULES.get(kind, ANY_KIND))


def all_hits(reading: Reading) -> Iterator[Hit]:
    """Every hit of the rules for the reading's kind, but none in stretches that are no speech to a customer.

    Nor is a check met by words that are only mentioned there.
    """
    void = spoof.spans(reading)
    for rules in rules_of(reading.reply.kind):
        for hit in rules(reading):
            if any(start < hit.end and hit.start < end for start, end in void) or unsaid.drops(reading, hit):
                continue
            yield hit
