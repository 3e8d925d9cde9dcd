"""The settings page, from its top and from its end."""

from __future__ import annotations

from tests.ui.views import View


def _settings(tour):
    tour.go("settings")


def _end(tour):
    tour.go("settings")
    bar = tour.window.page.findChild(_area()).verticalScrollBar()
    bar.setValue(bar.maximum())


def _question(tour):
    from datetime import UTC, datetime
    from pathlib import Path

    from app.records.restoring import Backup

    tour.go("settings")
    page = tour.window.page
    page.data._ask_first((Path("x"), Backup(9, datetime(2025, 11, 23, 6, 18, tzinfo=UTC), older=False)))
    from app.ui.trainee.drill_room.dialogs import Question

    return page.findChildren(Question)[-1]


def _area():
    from PySide6.QtWidgets import QScrollArea

    return QScrollArea


VIEWS = (
    View("settings", _settings, "林静"),
    View("settings-end", _end, "林静"),
    View("settings-question", _question, "林静"),
)
