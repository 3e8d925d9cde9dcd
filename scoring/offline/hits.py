"""What one rule says of one stretch of a reply."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.reply import About, Reason


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's claim that the reply's characters `start` to `end` meet `id`.

    `strength` (0–1) is how often such a hit is right on labelled replies; several hits for an id don't add up, the
    strongest counts. `rule` names the rule, for reports and for the learned part. The rest is as in Finding.
    """

    id: str
    start: int
    end: int
    strength: float
    rule: str
    about: About = About.BARE
    offer: str = ""
    reason: Reason = Reason.OTHER
