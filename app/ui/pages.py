"""The table of pages: a line for each, in the order of the rail. A page's module is imported when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.shared.pages import EVERYONE, PageSpec

if TYPE_CHECKING:
    from app.ui.services import Services
    from app.ui.shared.pages import Page


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001  # the name that lupdate looks for
    """Mark `text` for translation; PySide6's own is typed as giving any object."""
    return text


def _home(services: Services) -> Page:
    from app.ui.trainee.home import HomePage

    return HomePage(services)


def _team(services: Services) -> Page:
    from app.ui.supervisor.scorecards import ScorecardsPage

    return ScorecardsPage(services)


def _library(services: Services) -> Page:
    from app.ui.trainee.library import LibraryPage

    return LibraryPage(services)


def _history(services: Services) -> Page:
    from app.ui.trainee.history import HistoryPage

    return HistoryPage(services)


def _settings(services: Services) -> Page:
    from app.ui.settings_page import SettingsPage

    return SettingsPage(services)


def _drill(services: Services) -> Page:
    from app.ui.trainee.drill_room import DrillRoomPage

    return DrillRoomPage(services)


def _study(services: Services) -> Page:
    from app.ui.trainee.study import StudyPage

    return StudyPage(services)


def _scorecard(services: Services) -> Page:
    from app.ui.trainee.scorecard import ScorecardPage

    return ScorecardPage(services)


def _first_start(services: Services) -> Page:
    from app.ui.trainee.first_start import FirstStartPage

    return FirstStartPage(services)


PAGES: tuple[PageSpec, ...] = (
    PageSpec("home", _home, QT_TRANSLATE_NOOP("MainWindow", "首页"), "home", EVERYONE),
    PageSpec("team", _team, QT_TRANSLATE_NOOP("MainWindow", "大家的成绩"), "team", ("supervisor",)),
    PageSpec("library", _library, QT_TRANSLATE_NOOP("MainWindow", "演练库"), "book", EVERYONE),
    PageSpec("history", _history, QT_TRANSLATE_NOOP("MainWindow", "我的记录"), "clock", EVERYONE),
    PageSpec("settings", _settings, QT_TRANSLATE_NOOP("MainWindow", "设置"), "sliders", EVERYONE, at_bottom=True),
    PageSpec("drill", _drill, full_screen=True),
    PageSpec("study", _study, full_screen=True),
    PageSpec("scorecard", _scorecard, full_screen=True),
    PageSpec("first_start", _first_start, full_screen=True),
)
"""What `services.go` knows."""

FIRST_START = "first_start"
START = {"trainee": "home", "supervisor": "team", "trainer": "library"}
"""Where each role begins."""
