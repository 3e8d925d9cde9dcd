"""Rules for cause."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.offline.hits import Hit
from scoring.offline.reading import Reading


def hits(reading: Reading) -> Iterator[Hit]:
    """Yield what is met."""
    yield from ()
