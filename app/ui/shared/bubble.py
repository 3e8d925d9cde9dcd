"""The bubbles of a conversation and the round initial beside them, as paint functions for delegates and widgets."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.shared import type as type_
from app.ui.shared.look import theme
from app.ui.shared.painting import centred_text, corners, saved
from app.ui.shared.theme import Theme

MAX_WIDTH = 600
PAD_X, PAD_Y = 16, 10
INITIAL = 36
RADIUS, SPEAKER_RADIUS = 12.0, 3.0


def paint_bubble(painter: QPainter, rect: QRectF, *, mine: bool, theme: Theme, focused: bool = False) -> None:
    """Draw a bubble; its corner towards the speaker is small: left for the customer, right for `mine`."""
    with saved(painter):
        inset = 1.0 if focused else 0.5
        inside = rect.adjusted(inset, inset, -inset, -inset)
        left, right = (RADIUS, SPEAKER_RADIUS) if mine else (SPEAKER_RADIUS, RADIUS)
        path = corners(inside, RADIUS, top_left=left, top_right=right)
        painter.fillPath(path, theme.color("mine" if mine else "raised"))
        edge = theme.color("accent" if focused else "mine_edge" if mine else "border")
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.drawPath(path)


def paint_initial(painter: QPainter, rect: QRectF, *, name: str, theme: Theme, role: str = "caution") -> None:
    """Draw the first character of `name` in a round tint of `role` (which has a tint)."""
    with saved(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{role}_tint"))
        painter.drawEllipse(rect)
        painter.setPen(theme.color(role))
        centred_text(painter, rect.center(), name[:1], type_.sized(rect.width() * 0.45, bold=True))


class Initial(QWidget):
    """The round initial of a customer (role "caution") or a person (role "accent"). The name stands beside it."""

    def __init__(self, name: str, *, role: str = "caution", size: int = INITIAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role = name, role
        self.setFixedSize(size, size)

    def set_name(self, name: str) -> None:
        """Show another initial."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_initial(QPainter(self), QRectF(self.rect()), name=self._name, theme=theme(), role=self._role)
