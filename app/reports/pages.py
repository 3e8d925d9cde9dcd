"""A flow of blocks over pages: keeps the place, breaks between lines, counts on a first run and draws on the second."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice, QPainter

    from app.reports.pens import Laid, Pens

LEFT, TOP, BOTTOM = 57.0, 53.0, 64.0
"""Margins in units of 1/96 inch: 15, 14 and 17 mm."""


class Pages:
    """Where the next block goes. Without a painter nothing is drawn and pages are only counted."""

    def __init__(self, pens: Pens, size: tuple[float, float], foot: Callable[[QPainter, int], None]) -> None:
        self.pens = pens
        self.width = size[0] - 2 * LEFT
        self._size = size
        self._foot = foot
        self._painter: QPainter | None = None
        self._device: QPagedPaintDevice | None = None
        self.page = 1
        self.y = TOP

    def begin(self, painter: QPainter | None = None, device: QPagedPaintDevice | None = None) -> None:
        """Start from the first page; with a painter, draw."""
        self._painter, self._device = painter, device
        self.page, self.y = 1, TOP
        self._draw_foot()

    @property
    def painter(self) -> QPainter | None:
        """What to draw with; None on the counting run."""
        return self._painter

    @property
    def room(self) -> float:
        """What is left of this page."""
        return self._size[1] - BOTTOM - self.y

    def gap(self, height: float) -> None:
        """Go down a little; a gap doesn't begin a page."""
        if self.y > TOP:
            self.y += height

    def keep(self, height: float) -> None:
        """Begin a page where `height` doesn't fit on this one."""
        if height > self.room and self.y > TOP:
            self.turn()

    def turn(self) -> None:
        """Begin the next page."""
        if self._device is not None:
            self._device.newPage()
        self.page += 1
        self.y = TOP
        self._draw_foot()

    def draw(self, height: float, paint: Callable[[QPainter, QPointF], None]) -> None:
        """A block that stays whole; `paint(painter, place)` draws it."""
        self.keep(height)
        if self._painter is not None:
            paint(self._painter, QPointF(LEFT, self.y))
        self.y += height

    def text(self, laid: Laid, *, indent: float = 0.0, ink: str = "text") -> None:
        """Lines, broken over pages between two of them where they don't fit."""
        done = 0.0
        while done < laid.height - 0.5:
            lines = int((self.room + 0.5) // laid.line)
            if lines < 1:
                self.turn()
                continue
            part = min(laid.height - done, lines * laid.line)
            self._paint_part(laid, done, part, indent, ink)
            self.y += part
            done += part

    def rule(self, role: str = "border") -> None:
        """A thin line across."""
        if self._painter is not None:
            self._painter.fillRect(QRectF(LEFT, self.y, self.width, 0.75), self.pens.color(role))
        self.y += 0.75

    def _paint_part(self, laid: Laid, done: float, part: float, indent: float, ink: str) -> None:
        if self._painter is None:
            return
        whole = done == 0 and part >= laid.height - 0.5
        if not whole:
            self._painter.save()
            self._painter.setClipRect(QRectF(0, self.y, self._size[0], part))
        laid.paint(self._painter, QPointF(LEFT + indent, self.y - done), ink=ink)
        if not whole:
            self._painter.restore()

    def _draw_foot(self) -> None:
        if self._painter is not None:
            self._foot(self._painter, self.page)
