"""One measured figure of `make bench`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, how much, its bound, and whether it keeps it."""

    name: str
    measured: str
    bound: str
    kept: bool
