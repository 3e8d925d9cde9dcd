"""Which rules read a reply of which kind of scene. Imported on the first reply: the rules' patterns take time to compile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from scoring.offline.hits import Hit
from scoring.offline.reading import Reading
from scoring.offline.rules import cause, compensation, empathy, fix, inquiry, renewal, selling, spoof, violations

Rules = Callable[[Reading], Iterable[Hit]]

RULES: dict[str, tuple[Rules, ...]] = {
    "complaint": (empathy.hits, cause.hits, fix.hits, compensation.hits, violations.hits),
    "inquiry": (inquiry.hits, selling.hits),
    "renewal": (renewal.hits, selling.hits),
}
"""The rules of each kind. A kind without rules of its own has none."""


def all_hits(reading: Reading) -> Iterator[Hit]:
    """Every hit of the rules for the reading's kind, but none in stretches that are no speech to a customer."""
    void = spoof.spans(reading)
    for rules in RULES.get(reading.reply.kind, ()):
        for hit in rules(reading):
            if not any(start < hit.end and hit.start < end for start, end in void):
                yield hit
