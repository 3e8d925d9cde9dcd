"""Small drawing helpers that painters of several widgets share."""

from __future__ import annotations

import math
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor


@contextmanager
def saved(painter: QPainter) -> Iterator[QPainter]:
    """The painter, smooth, with its state put back afterwards."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.restore()


def pen(color: QColor, width: float = 1.0) -> QPen:
    """A pen with round ends and joins."""
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def step_shape(position: int, rect: QRectF) -> QPainterPath:
    """The shape of the step at `position` inside a square: ● ◆ ■ ⬢, then ⬟ and an octagon for rubrics of 5 or 6."""
    path = QPainterPath()
    if position == 1:
        path.addEllipse(rect)
    elif position == 2:
        _polygon(path, rect, 4, -90)
    elif position == 3:
        side = rect.width() * 0.885
        square = QRectF(0, 0, side, side)
        square.moveCenter(rect.center())
        path.addRoundedRect(square, side * 0.115, side * 0.115)
    else:
        corners = {4: 6, 5: 5}.get(position, 8)
        _polygon(path, rect, corners, -90 if corners != 8 else -67.5)
    return path


def _polygon(path: QPainterPath, rect: QRectF, corners: int, start: float) -> None:
    radius = rect.width() / 2
    centre = rect.center()
    for index in range(corners):
        angle = math.radians(start + 360 * index / corners)
        point = QPointF(centre.x() + radius * math.cos(angle), centre.y() + radius * math.sin(angle))
        if index:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()


def triangle(rect: QRectF) -> QPainterPath:
    """The mark of a violation, ▲, inside a square."""
    path = QPainterPath(QPointF(rect.center().x(), rect.top()))
    path.lineTo(rect.right(), rect.bottom() - rect.height() * 0.06)
    path.lineTo(rect.left(), rect.bottom() - rect.height() * 0.06)
    path.closeSubpath()
    return path


def corners(rect: QRectF, radius: float, *, top_left: float, top_right: float) -> QPainterPath:
    """A rounded rectangle whose two upper corners have radii of their own."""
    path = QPainterPath()
    path.moveTo(rect.left() + top_left, rect.top())
    path.lineTo(rect.right() - top_right, rect.top())
    path.arcTo(QRectF(rect.right() - 2 * top_right, rect.top(), 2 * top_right, 2 * top_right), 90, -90)
    path.lineTo(rect.right(), rect.bottom() - radius)
    path.arcTo(QRectF(rect.right() - 2 * radius, rect.bottom() - 2 * radius, 2 * radius, 2 * radius), 0, -90)
    path.lineTo(rect.left() + radius, rect.bottom())
    path.arcTo(QRectF(rect.left(), rect.bottom() - 2 * radius, 2 * radius, 2 * radius), 270, -90)
    path.lineTo(rect.left(), rect.top() + top_left)
    path.arcTo(QRectF(rect.left(), rect.top(), 2 * top_left, 2 * top_left), 180, -90)
    path.closeSubpath()
    return path


def centred_text(painter: QPainter, centre: QPointF, text: str, font: QFont) -> None:
    """Draw one short text so that its ink, not its line, sits in the middle: characters in a seal are off otherwise."""
    from PySide6.QtGui import QFontMetricsF

    painter.setFont(font)
    ink = QFontMetricsF(font).tightBoundingRect(text)
    painter.drawText(QPointF(centre.x() - ink.center().x(), centre.y() - ink.center().y()), text)
