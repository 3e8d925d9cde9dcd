"""A model conversation played back step by step."""

from __future__ import annotations

from app.ui.trainee.study.page import StudyPage

__all__ = ["StudyPage"]
