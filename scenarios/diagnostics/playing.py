"""What the authors' diagnostics ask of the scorer: how a text reads in a scenario, and how a conversation comes out."""

from __future__ import annotations

from functools import lru_cache

from scenarios.model import Golden, Scenario
from scenarios.rehearsal import Rehearsal, rehearse
from scenarios.truth import reply_to, truth_of
from scoring.crediting import CreditedReply, credit
from scoring.offline.scorer import OfflineScorer


@lru_cache(maxsize=1)
def _scorer() -> OfflineScorer:
    return OfflineScorer()


def read_alone(scenario: Scenario, text: str) -> CreditedReply:
    """`text` as a reply to the opening line."""
    assessment = _scorer().assess(reply_to(scenario, text, scenario.opening[:1], ()))
    return credit(1, text, assessment, truth_of(scenario))


def reference_played(scenario: Scenario) -> Rehearsal:
    """The whole reference conversation, with the first seed."""
    return rehearse(scenario, scenario.reference_conversation, 1, _scorer())


def golden_played(scenario: Scenario, golden: Golden) -> Rehearsal:
    """A golden conversation as its test plays it."""
    return rehearse(
        scenario, golden.replies, golden.seed, _scorer(), hand_over=golden.handover is not None, after=golden.after
    )
