"""Evidence drawn on a reply: tint, shape and underline of each step; the words themselves stay untouched.

`EvidenceLayout` is for delegates, `EvidenceText` the widget made of it. Offsets are those of `scoring.evidence`: code
points of the reply. Qt counts UTF-16 units, and before each span there is room for its mark, so places are translated
once, here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from app.ui.shared.painting import saved
from app.ui.shared.steps import paint_mark
from app.ui.shared.theme import Theme, step_role, step_tint_role

VIOLATION = 0
"""The step of a violation's mark."""

MARK = 10.0
SLOT = 16.0
"""The drawn shape, and the room it takes in the line, at 100 %."""

_THICKNESS = {VIOLATION: 4.0, 3: 4.5, 5: 1.0}
_GLUE, _MAY_BREAK = "\u00a0", "\u200b"
_OPENING = "「『“‘（(《〈【[{"


@dataclass(frozen=True, slots=True)
class Mark:
    """One span: `id` of the check or violation, code points `start` to `end`, and its step (VIOLATION: 0)."""

    id: str
    start: int
    end: int
    step: int
    words: str = ""
    """What it shows, for screen readers and tool tips: 「共情：感受」."""


class EvidenceLayout:
    """A reply with its marks, laid out for a width; paints itself, and knows which span lies at a point."""

    def __init__(
        self, text: str, marks: Sequence[Mark], *, font: QFont, line_height: float, width: float, scale: float = 1.0
    ) -> None:
        self.text = text
        # Later steps win the ground, violations before all: what is drawn last lies on top.
        usable = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
        self.marks = tuple(sorted(usable, key=lambda mark: (mark.step == VIOLATION, mark.step, mark.start)))
        self._slot = SLOT * scale
        self._mark = MARK * scale
        # Underlines that stack need room, or they would run into the line below.
        self._line_height = line_height + max(self._drops(), default=0.0)
        self._font_height = QFontMetricsF(font).height()
        self._at: list[int] = []
        self._slots: dict[int, int] = {}
        shown = self._shown()
        self._layout = QTextLayout(shown, font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        # Chinese breaks anywhere that its punctuation allows; a long word without a break must not run out.
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._slot_formats(font))
        self._lay(max(width, self._slot * 2))

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self._layout.lineCount() * self._line_height

    @property
    def natural_width(self) -> float:
        """The width that is used; less than asked for where the text is short."""
        lines = (self._layout.lineAt(index) for index in range(self._layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def paint(
        self,
        painter: QPainter,
        origin: QPointF,
        theme: Theme,
        *,
        framed: str = "",
        selection: tuple[int, int] | None = None,
        ink: str = "text",
    ) -> None:
        """Draw at `origin`; `framed` is the id of the spans that get a frame, `selection` two code-point offsets."""
        with saved(painter):
            for mark in self.marks:
                self._paint_ground(painter, origin, mark, theme)
            painter.setPen(theme.color(ink))
            self._layout.draw(painter, origin, self._selection(selection, theme))
            for mark, drop in zip(self.marks, self._drops(), strict=True):
                self._paint_underline(painter, origin, mark, drop, theme)
                self._paint_shape(painter, origin, mark, theme)
            for mark in self.marks:
                if framed and mark.id == framed:
                    painter.setPen(QPen(theme.color("accent"), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    for rect in self.rects(mark):
                        painter.drawRoundedRect(rect.translated(origin).adjusted(-1, 1, 1, -1), 4, 4)

    def rects(self, mark: Mark) -> list[QRectF]:
        """Where the span lies, one rectangle a line, its shape included."""
        return self._line_rects(self._slots[self.marks.index(mark)], self._at[mark.end])

    def mark_at(self, point: QPointF) -> Mark | None:
        """The span at `point`, the topmost where several lie."""
        for mark in reversed(self.marks):
            if any(rect.contains(point) for rect in self.rects(mark)):
                return mark
        return None

    def offset_at(self, point: QPointF) -> int:
        """The code-point offset of the text nearest to `point`."""
        number = max(0, min(self._layout.lineCount() - 1, int(point.y() // self._line_height)))
        if self._layout.lineCount() == 0:
            return 0
        unit = self._layout.lineAt(number).xToCursor(point.x())
        return next((index for index, at in enumerate(self._at) if at >= unit), len(self.text))

    def _shown(self) -> str:
        """The text with room before each span. Fills `_at` (code point → UTF-16 unit) and `_slots` (mark → unit)."""
        begins: dict[int, list[int]] = {}
        for index, mark in enumerate(self.marks):
            begins.setdefault(mark.start, []).append(index)
        parts: list[str] = []
        unit = 0

        def put(piece: str) -> None:
            nonlocal unit
            parts.append(piece)
            unit += len(piece.encode("utf-16-le", "surrogatepass")) // 2

        for index, character in enumerate(self.text):
            for mark in begins.get(index, ()):
                # The no-break space glues the shape to its span; the zero-width space lets the line break before it,
                # save behind an opening bracket, which must not end a line.
                if index and self.text[index - 1] not in _OPENING:
                    put(_MAY_BREAK)
                self._slots[mark] = unit
                put(_GLUE)
            self._at.append(unit)
            put("\u2028" if character == "\n" else character)
        self._at.append(unit)
        return "".join(parts)

    def _slot_formats(self, font: QFont) -> list[QTextLayout.FormatRange]:
        widened = QTextCharFormat()
        widened.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        widened.setFontLetterSpacing(self._slot - QFontMetricsF(font).horizontalAdvance(_GLUE))
        made = []
        for unit in self._slots.values():
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = unit, 1, widened  # type: ignore[misc]  # attributes, the stub says methods
            made.append(one)
        return made

    def _lay(self, width: float) -> None:
        self._layout.beginLayout()
        top = 0.0
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (self._line_height - line.height()) / 2))
            top += self._line_height
        self._layout.endLayout()

    def _line_rects(self, start: int, end: int) -> list[QRectF]:
        found = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            left, right = self._x(number, first), self._x(number, last)
            inset = max(1.0, (self._line_height - self._font_height * 0.94) / 2)
            top = number * self._line_height + inset
            found.append(QRectF(left, top, right - left, self._line_height - 2 * inset + 1))
        return found

    def _x(self, number: int, unit: int) -> float:
        at: Any = self._layout.lineAt(number).cursorToX(unit)  # a pair, which the stub calls an object
        return float(at[0] if isinstance(at, tuple | list) else at)

    def _paint_ground(self, painter: QPainter, origin: QPointF, mark: Mark, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(step_tint_role(mark.step) if mark.step else "danger_tint"))
        for rect in self.rects(mark):
            painter.drawRoundedRect(rect.translated(origin), 3, 3)

    def _paint_underline(self, painter: QPainter, origin: QPointF, mark: Mark, drop: float, theme: Theme) -> None:
        color = theme.color(step_role(mark.step) if mark.step else "danger")
        for rect in self._line_rects(self._at[mark.start], self._at[mark.end]):
            top = round(origin.y() + rect.bottom() - 2 + drop)
            left, right = origin.x() + rect.left(), origin.x() + rect.right()
            if mark.step == 3:
                painter.setPen(_flat(color, 1.5))
                for y in (top + 0.75, top + 3.75):
                    painter.drawLine(QPointF(left, y), QPointF(right, y))
                continue
            made = _underline(color, mark.step)
            painter.setPen(made)
            y = top + made.widthF() / 2
            painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _paint_shape(self, painter: QPainter, origin: QPointF, mark: Mark, theme: Theme) -> None:
        slot = self._slots[self.marks.index(mark)]
        rects = self._line_rects(slot, slot + 1)
        if rects:
            room = QRectF(0, 0, self._mark, self._mark)
            room.moveCenter(QPointF(rects[0].left() + self._slot / 2, rects[0].center().y()) + origin)
            paint_mark(painter, room, position=mark.step, theme=theme)

    def _drops(self) -> list[float]:
        """How many pixels further down each underline goes: beneath those of the spans that it overlaps."""
        drops: list[float] = []
        for index, mark in enumerate(self.marks):
            under = [
                drops[other] + _THICKNESS.get(self.marks[other].step, 2.0) + 1.5
                for other in range(index)
                if self.marks[other].start < mark.end and mark.start < self.marks[other].end
            ]
            drops.append(max(under, default=0.0))
        return drops

    def _selection(self, selection: tuple[int, int] | None, theme: Theme) -> list[QTextLayout.FormatRange]:
        if selection is None or selection[0] == selection[1]:
            return []
        first, last = sorted(selection)
        chosen = QTextCharFormat()
        chosen.setBackground(theme.color("accent"))
        chosen.setForeground(theme.color("on_accent"))
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = self._at[first], self._at[last] - self._at[first], chosen  # type: ignore[misc]
        return [one]


def whole(text: str, marks: Sequence[Mark]) -> list[tuple[int, int, tuple[Mark, ...]]]:
    """The text cut at every edge of a span: (start, end, marks there); for print and for spoken text."""
    edges = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    return [
        (start, end, tuple(mark for mark in marks if mark.start <= start and end <= mark.end))
        for start, end in pairwise(edges)
    ]


def _flat(color, width: float) -> QPen:  # noqa: ANN001  # a QColor
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def _underline(color, step: int) -> QPen:  # noqa: ANN001
    made = _flat(color, _THICKNESS.get(step, 2.0))
    if step == 2:
        made.setDashPattern([3, 1.6])
    elif step == 4:
        made.setDashPattern([1.25, 1.25])
    elif step == 6:
        made.setDashPattern([4, 1.5, 1, 1.5])
    return made
