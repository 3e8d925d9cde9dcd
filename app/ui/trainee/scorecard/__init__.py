"""The scorecard of a drill: what it is worth, on which words, and what to practise next."""

from app.ui.trainee.scorecard.page import ScorecardPage

__all__ = ["ScorecardPage"]
