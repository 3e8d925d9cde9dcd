"""What a report is drawn with. The windows give it, so that paper looks like the screen and this folder knows no window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QColor, QFont, QPainter

    from app.reports.sheet import SheetMark


class Laid(Protocol):
    """Text laid out for a width."""

    @property
    def height(self) -> float:
        """The height of all lines."""
        ...

    @property
    def line(self) -> float:
        """The height of one line: pages break between lines."""
        ...

    @property
    def natural_width(self) -> float:
        """The width that it uses."""
        ...

    def paint(self, painter: QPainter, at: QPointF, *, ink: str = "text") -> None:
        """Draw it."""
        ...


class Pens(Protocol):
    """Colours by role, fonts by name (figure, title, heading, dialogue, body, compact, small), and the drawn signs.

    A unit is 1/96 inch. All of it may be used outside the GUI thread.
    """

    def color(self, role: str) -> QColor:
        """The colour of a role on white paper."""
        ...

    def font(self, name: str, *, bold: bool = False) -> QFont:
        """A font in pixels of one unit."""
        ...

    def lay(self, text: str, *, name: str, width: float, bold: bool = False, marks: Sequence[SheetMark] = ()) -> Laid:
        """`text` set in `width`, with evidence marked."""
        ...

    def seal(self, painter: QPainter, rect: QRectF, *, position: int, level: int, name: str) -> None:
        """The seal of a step."""
        ...

    def sign(self, painter: QPainter, rect: QRectF, name: str) -> None:
        """ "tick", "ring", "triangle", or another drawn sign."""
        ...
