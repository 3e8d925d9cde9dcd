"""A view of the tour: a name, and how to come to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from tests.ui.screens import Tour


@dataclass(frozen=True)
class View:
    """`open` brings the view up and returns the widget to take, None for the main window."""

    name: str
    open: Callable[[Tour], QWidget | None]
    person: str = "王秀兰"
    """Who is at the screen: 王秀兰 (trainee), 林静 (supervisor), 何老师 (trainer)."""
