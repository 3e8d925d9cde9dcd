"""The screen's look for paper: light colours, the same seals, marks and evidence, in units of 1/96 inch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from app.ui.shared.evidence import EvidenceLayout, Mark
from app.ui.shared.painting import pen, saved
from app.ui.shared.steps import paint_mark, paint_seal, paint_tick, seal_character
from app.ui.shared.theme import LIGHT
from app.ui.shared.type import families

if TYPE_CHECKING:
    from app.reports.sheet import SheetMark

SIZES = {
    "figure": (40, 1.1), "title": (22, 1.4), "heading": (16, 1.4), "dialogue": (14, 1.65), "body": (14, 1.5),
    "compact": (12, 1.5), "small": (11, 1.4),
}  # fmt: skip
"""Pixels of a unit each, and the line's height as a multiple. 12 are 9 points."""
EVIDENCE_SCALE = 0.85


class PaperLaid:
    """Text laid out for paper."""

    def __init__(self, layout: EvidenceLayout, line: float) -> None:
        self._layout = layout
        self.line = line

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self._layout.height

    @property
    def natural_width(self) -> float:
        """The width that it uses."""
        return self._layout.natural_width

    def paint(self, painter: QPainter, at: QPointF, *, ink: str = "text") -> None:
        """Draw it."""
        self._layout.paint(painter, at, LIGHT, ink=ink)


class PaperPens:
    """See app.reports.pens."""

    def color(self, role: str) -> QColor:
        """The light theme's colour."""
        return LIGHT.color(role)

    def font(self, name: str, *, bold: bool = False) -> QFont:
        """The screen's family, unhinted, in whole pixels."""
        made = QFont()
        made.setFamilies(families())
        made.setPixelSize(SIZES[name][0])
        made.setBold(bold)
        # Hinting moves glyphs to the screen's grid, which paper doesn't have.
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return made

    def lay(
        self, text: str, *, name: str, width: float, bold: bool = False, marks: Sequence[SheetMark] = ()
    ) -> PaperLaid:
        """Set `text`."""
        size, leading = SIZES[name]
        shown = [Mark(str(index), one.start, one.end, one.step) for index, one in enumerate(marks)]
        layout = EvidenceLayout(
            text, shown, font=self.font(name, bold=bold), line_height=size * leading, width=width, scale=EVIDENCE_SCALE
        )
        return PaperLaid(layout, size * leading)

    def seal(self, painter: QPainter, rect: QRectF, *, position: int, level: int, name: str) -> None:
        """The seal of a step."""
        paint_seal(painter, rect, position=position, level=level, character=seal_character(name, position), theme=LIGHT)

    def sign(self, painter: QPainter, rect: QRectF, name: str) -> None:
        """A drawn sign; a name that isn't known draws a short bar, as before a comment."""
        inside = rect.adjusted(1.5, 1.5, -1.5, -1.5)
        if name == "tick":
            paint_tick(painter, inside, LIGHT)
        elif name == "triangle":
            paint_mark(painter, inside.adjusted(0.5, 0.5, -0.5, -0.5), position=0, theme=LIGHT)
        elif name == "ring":
            with saved(painter):
                ring = pen(LIGHT.color("muted"), 1.1)
                ring.setStyle(Qt.PenStyle.CustomDashLine)
                ring.setDashPattern([1.0, 2.0])
                painter.setPen(ring)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(inside.adjusted(1, 1, -1, -1))
        elif name == "bar":
            painter.fillRect(QRectF(inside.left(), rect.top() - 1, 3, rect.height() + 2), LIGHT.color("accent"))
        else:
            painter.fillRect(QRectF(inside.left(), rect.center().y() - 0.6, 8, 1.2), LIGHT.color("muted"))
