"""What is known of one reply before and after it is assessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from scoring.authority import Authority
from scoring.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply of a trainee, and what it answers.

    `customer` is all that the customer has said so far, oldest first; `said` the trainee's earlier replies,
    oldest first; `scene` and `facts` what the scenario gives as true.
    """

    text: str
    customer: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    kind: str = "complaint"
    scene: str = ""
    facts: tuple[str, ...] = ()
    authority: Authority = field(default_factory=Authority)


class About(StrEnum):
    """What a time, an owner, a link or a way of payment belongs to."""

    ACTION = "action"
    PAYMENT = "payment"
    CONTACT = "contact"
    BARE = "bare"
    """Nothing is named: it answers the question that was open, so it joins what was said before."""


class Reason(StrEnum):
    """Why a violation was found, where the crediting rules need to know."""

    BEYOND_AUTHORITY = "beyond_authority"
    GUARANTEE = "guarantee"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check or violation that a reply meets.

    `probability` is how sure the scorer is that a careful reader would agree (0–1; calibrated on labelled replies).
    `about` serves `deadline`, `owner`, `proportionate` and `delivery`; `offer` names the compensation (for example
    `yuan:50`, `redo`), so that a repeated offer is told from a new one; `reason` serves violations.
    """

    id: str
    evidence: tuple[Evidence, ...]
    probability: float = 1.0
    about: About = About.BARE
    offer: str = ""
    reason: Reason = Reason.OTHER


@dataclass(frozen=True, slots=True)
class ReplyAssessment:
    """What a scorer read in one reply. Labelled on the reply's own words; crediting comes later.

    `checks` and `violations` hold what is met, in the rubric's order. `taken_back` are check ids that this reply
    withdraws from earlier ones (「其实也不怪我们」). `particulars` are words that the customer may pick up
    (`time`, `amount`, `owner`, `action`). `doubt` gives, for every id of the rubric that was decided closely, the
    probability that it is met. `scorer` names who judged, with version.
    """

    checks: tuple[Finding, ...] = ()
    violations: tuple[Finding, ...] = ()
    taken_back: frozenset[str] = frozenset()
    particulars: Mapping[str, str] = field(default_factory=dict)
    doubt: Mapping[str, float] = field(default_factory=dict)
    scorer: str = ""

    @property
    def check_ids(self) -> tuple[str, ...]:
        """Ids of the checks that are met."""
        return tuple(found.id for found in self.checks)

    @property
    def violation_ids(self) -> tuple[str, ...]:
        """Ids of the violations that are met."""
        return tuple(found.id for found in self.violations)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every quotation, checks first, at least one for each id."""
        return tuple(quote for found in (*self.checks, *self.violations) for quote in found.evidence)


class Scorer(Protocol):
    """Reads one reply against its rubric. The offline scorer and the model judge both are Scorers."""

    @property
    def version(self) -> str:
        """Name and hash: two scorers with the same version give the same assessment of the same reply."""
        ...

    def assess(self, reply: Reply) -> ReplyAssessment:
        """Assess `reply`. Pure: no clock, no randomness, no network."""
        ...
