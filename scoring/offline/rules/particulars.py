"""What a customer may pick up from a reply (a time, an amount, an owner), and what a reply takes back."""

from __future__ import annotations

from scoring.offline.reading import Reading


def taken_back(reading: Reading) -> frozenset[str]:
    """Check ids that this reply withdraws from earlier replies (「其实也不怪我们」)."""
    return frozenset()


def particulars(reading: Reading) -> dict[str, str]:
    """Words to pick up by name: `time`, `amount`, `owner`, `action`; as the trainee said them, shortest form."""
    return {}
