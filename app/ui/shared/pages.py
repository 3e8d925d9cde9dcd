"""What a page of the main window is, and what a page is asked to show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.ui.services import Services

EVERYONE = ("trainee", "supervisor", "trainer")


class Page(QWidget):
    """A page of the main window. It is made when it is first gone to, and kept until person or language changes.

    Override what you need: `enter` each time it comes on screen (load what it shows), `leave` before another page
    comes (return False to stay), `first_focus` for where the focus goes. Jobs whose owner is the page are stopped
    when it is left for good.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services

    def enter(self, argument: object = None) -> None:
        """The page comes on screen; `argument` is what `services.go(key, argument)` gave."""

    def leave(self) -> bool:
        """Another page wants to come. False: stay (after saying why)."""
        return True

    def first_focus(self) -> QWidget | None:
        """The widget that gets the focus when the page comes; None: the first in tab order."""
        return None

    def on_escape(self) -> bool:
        """Esc was pressed and nobody took it. True: done; False: the window goes back."""
        return False


class PageSpec(NamedTuple):
    """A page's place in the window: `title` and `icon` for the rail (empty title: not on the rail), for whom, and how
    it is made. A full-screen page hides the rail and has its own top bar with 「返回」.
    """

    key: str
    make: Callable[[Services], Page]
    title: str = ""
    icon: str = ""
    roles: tuple[str, ...] = EVERYONE
    full_screen: bool = False
    at_bottom: bool = False


class DrillRequest(NamedTuple):
    """Which drill the drill room plays: a new one of `scenario_id`, or `drill_id` that was left open; with `rewind_to` a new one
    that takes `drill_id` up again before that turn.
    """

    scenario_id: str = ""
    drill_id: str = ""
    rewind_to: int = 0
    exam: bool = False
    guided: bool = False
    seed: int | None = None


class StudyRequest(NamedTuple):
    """Whose model conversation is shown."""

    scenario_id: str = ""


class ScorecardRequest(NamedTuple):
    """Which drill's scorecard is shown, and at which turn it opens (0: the top)."""

    drill_id: str
    turn: int = 0
