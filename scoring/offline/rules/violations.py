"""Joins the rules for the eight violations."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.offline.hits import Hit
from scoring.offline.reading import Reading
from scoring.offline.rules import blame, claims, conduct, dealing, dismiss, privacy, promises


def hits(reading: Reading) -> Iterator[Hit]:
    """Yield what is met."""
    yield from blame.hits(reading)
    yield from dismiss.hits(reading)
    yield from promises.hits(reading)
    yield from claims.hits(reading)
    yield from privacy.hits(reading)
    yield from dealing.hits(reading)
    yield from conduct.hits(reading)
