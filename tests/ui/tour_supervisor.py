"""The supervisor's pages, with the demo's people."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.views import View


def _page(tour):
    settings = tour.services.settings
    settings.list_person, settings.list_drill, settings.list_period, settings.list_review = 0, "", "all", False
    tour.go("library")
    tour.services.set_person(tour.services.person)
    tour.settled()
    return tour.window.page


def _scorecards(tour):
    page = _page(tour)
    page.table.setFocus()


def _none_such(tour):
    page = _page(tour)
    page.filters.period.setCurrentIndex(1)
    page.filters.review.click()


def _picking(tour):
    page = _page(tour)
    QTest.keyClick(page.filters.drill, Qt.Key.Key_Down)


VIEWS = (
    View("supervisor-scorecards", _scorecards, "林静"),
    View("supervisor-picking", _picking, "林静"),
    View("supervisor-none", _none_such, "林静"),
)
