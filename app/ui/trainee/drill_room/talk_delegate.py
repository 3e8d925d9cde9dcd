"""Paints the rows of the talk: bubbles, evidence in the trainee's own, a line of feedback beneath."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.shared import type as type_
from app.ui.shared.bubble import INITIAL, MAX_WIDTH, PAD_X, PAD_Y, paint_bubble, paint_initial
from app.ui.shared.evidence import EvidenceLayout, Mark
from app.ui.shared.icons import pixmap
from app.ui.shared.look import look, theme
from app.ui.shared.steps import paint_mark, paint_seal, seal_character
from app.ui.trainee.drill_room.snapshot import ACT, EVENT, HELP, MINE, TIME, WAITING, Line, RemarkLine
from app.ui.trainee.drill_room.spoken import spoken_font
from app.ui.trainee.drill_room.talk_model import LINE

Index = QModelIndex | QPersistentModelIndex

COLUMN = 880
"""The talk never gets wider than this; it stays in the middle."""
MARGIN, GAP = 24, 12
SEAL = 24.0
KEPT_ROWS = 80
"""Rows that are kept as pictures; a talk has some thirty."""
REMARK_GAP = 5.0
ASIDES = (TIME, ACT, EVENT, HELP)
"""Rows that are nobody's words; some have an icon."""
_ICONS = {ACT: "search", HELP: "bulb"}
LEFT_FREE = 56
"""Pixels beside a bubble at the other speaker's side."""


@dataclass(frozen=True)
class _Remark:
    """One line of feedback, laid out."""

    line: RemarkLine
    words: EvidenceLayout


@dataclass(frozen=True)
class _Laid:
    """One row, laid out for a width: its bubble from the row's left edge, and what stands beneath."""

    line: Line
    words: EvidenceLayout
    bubble: QRectF
    remarks: tuple[_Remark, ...]
    height: float
    again: QRectF = field(default_factory=QRectF)
    """Where 「重说这句」 stands; empty where there is none."""


class TalkDelegate(QStyledItemDelegate):
    """Paints a Line. Layouts are kept by line, width and text size, so that scrolling costs nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[Line, tuple[int, _Laid]] = {}
        self._drawn: dict[tuple[object, ...], QPixmap] = {}
        self.customer = ""
        look().changed.connect(self.forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._width(option)
        laid = self._laid(index.data(LINE), width)
        return QSize(width, round(laid.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        rect = option.rect  # type: ignore[attr-defined]  # the stub lacks the fields of options
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
        ratio = painter.device().devicePixelRatioF()
        key = (line, rect.width(), rect.height(), theme().name, ratio, focused)
        drawn = self._drawn.get(key)
        if drawn is None:
            if len(self._drawn) >= KEPT_ROWS:
                self._drawn.clear()
            drawn = self._drawn[key] = self._draw(line, rect.size(), self._width(option), ratio, focused=focused)
        painter.drawPixmap(rect.topLeft(), drawn)

    def _draw(self, line: Line, size: QSize, width: int, ratio: float, *, focused: bool) -> QPixmap:
        """A row as a picture: what was said doesn't change, and drawing it costs a millisecond each time."""
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(theme().color("bg"))  # opaque, so that the letters keep their sharp edges
        laid = self._laid(line, width)
        painter = QPainter(made)
        if line.kind in ASIDES:
            self._paint_aside(painter, laid)
        else:
            self._paint_bubble(painter, laid, focused=focused)
        painter.end()
        return made

    def mark_at(self, line: Line, width: int, point: QPointF) -> Mark | None:
        """The evidence under `point` of a row."""
        laid = self._laid(line, width)
        return laid.words.mark_at(point - _inside(laid))

    def again_at(self, line: Line, width: int, point: QPointF) -> bool:
        """Whether 「重说这句」 of a row is under `point`."""
        return self._laid(line, width).again.contains(point)

    def _paint_bubble(self, painter: QPainter, laid: _Laid, *, focused: bool) -> None:
        now = theme()
        mine = laid.line.kind == MINE
        paint_bubble(painter, laid.bubble, mine=mine, theme=now, focused=focused)
        if not mine:
            top = QRectF(laid.bubble.left() - INITIAL - 10, laid.bubble.top(), INITIAL, INITIAL)
            paint_initial(painter, top, name=self.customer, theme=now)
        ink = "muted" if laid.line.kind == WAITING else "text"
        laid.words.paint(painter, _inside(laid), now, ink=ink)
        if not laid.again.isEmpty():
            painter.setFont(type_.font("small"))
            painter.setPen(now.color("accent"))
            painter.drawText(laid.again, Qt.AlignmentFlag.AlignCenter, again_words())
        top = laid.bubble.bottom() + REMARK_GAP
        for remark in laid.remarks:
            self._paint_remark(painter, remark, laid.bubble.right(), top)
            top += max(remark.words.height, SEAL) + REMARK_GAP

    def _paint_remark(self, painter: QPainter, remark: _Remark, right: float, top: float) -> None:
        now = theme()
        left = right - remark.words.natural_width
        first = type_.line_px("compact")
        seal = QRectF(left - SEAL - 8, top + (max(first, SEAL) - SEAL) / 2, SEAL, SEAL)
        if remark.line.position:
            character = seal_character(remark.line.step, remark.line.position)
            paint_seal(
                painter, seal, position=remark.line.position, level=remark.line.level, character=character, theme=now
            )
        else:
            paint_mark(painter, seal.adjusted(5, 6, -5, -4), position=0, theme=now)
        words = QPointF(left, top + max(0.0, (SEAL - first) / 2))
        remark.words.paint(painter, words, now, ink="text" if remark.line.position else "danger")

    def _paint_aside(self, painter: QPainter, laid: _Laid) -> None:
        at = _inside(laid)
        if laid.line.kind in _ICONS:
            place = QPointF(at.x() - 24, at.y() + (type_.line_px("compact") - 18) / 2)
            painter.drawPixmap(place, pixmap(_ICONS[laid.line.kind], "muted", 18))
        laid.words.paint(painter, at, theme(), ink="muted")

    def _width(self, option: QStyleOptionViewItem) -> int:
        # The whole view: a scroll bar that comes stands in the margin, and moves nothing.
        view = option.widget  # type: ignore[attr-defined]
        return view.width() if view is not None else option.rect.width()  # type: ignore[attr-defined]

    def _laid(self, line: Line, width: int) -> _Laid:
        kept = self._kept.get(line)
        if kept is not None and kept[0] == width:
            return kept[1]
        laid = _laid_out(line, width)
        self._kept[line] = (width, laid)
        return laid

    def forget(self) -> None:
        """Lay out and draw everything anew: another talk, another look."""
        self._kept.clear()
        self._drawn.clear()


def _laid_out(line: Line, width: int) -> _Laid:
    side = max(MARGIN, (width - COLUMN) // 2)
    room = width - 2 * side
    if line.kind in ASIDES:
        return _aside(line, side, room)
    name, pad = "dialogue", 2 * PAD_X
    left_of = INITIAL + 10
    again = _again_size() if line.again else QSizeF()
    most = min(MAX_WIDTH * max(1.0, type_.scale()), room - left_of - max(LEFT_FREE, again.width() + 8)) - pad
    words = _words(line.text, line.marks, name, most)
    wide = min(most, words.natural_width + 1) + pad
    bubble = QRectF(0, GAP / 2, wide, words.height + 2 * PAD_Y)
    if line.kind == MINE:
        bubble.moveRight(width - side)
    else:
        bubble.moveLeft(side + left_of)
    remarks = tuple(_Remark(one, _words(one.text, (), "compact", room - left_of - SEAL - 8)) for one in line.remarks)
    beneath = sum(max(one.words.height, SEAL) + REMARK_GAP for one in remarks)
    place = QRectF()
    if line.again:
        place = QRectF(QPointF(bubble.left() - again.width() - 4, bubble.bottom() - again.height()), again)
    return _Laid(line, words, bubble, remarks, bubble.bottom() + beneath + GAP / 2, place)


def again_words() -> str:
    """What stands beside a reply that can be said again."""
    return QCoreApplication.translate("DrillRoom", "重说这句")


def _again_size() -> QSizeF:
    metrics = QFontMetricsF(type_.font("small"))
    return QSizeF(metrics.horizontalAdvance(again_words()) + 12, max(metrics.height() + 10, 30))


def _aside(line: Line, side: int, room: int) -> _Laid:
    words = _words(line.text, (), "small" if line.kind == TIME else "compact", room - 80)
    box = QRectF(0, GAP / 2, words.natural_width + 2 * PAD_X, words.height + (4 if line.kind == TIME else 8))
    box.moveLeft(side + (room - box.width()) / 2)
    return _Laid(line, words, box, (), box.bottom() + GAP / 2)


def _words(text: str, marks: tuple[Mark, ...], name: str, width: float) -> EvidenceLayout:
    font = spoken_font(name) if name == "dialogue" else type_.font_for(text, name)
    return EvidenceLayout(text, marks, font=font, line_height=type_.line_px(name), width=width, scale=type_.scale())


def _inside(laid: _Laid) -> QPointF:
    """Where the words of a row begin: as far from the top of their box as from its bottom."""
    return QPointF(laid.bubble.left() + PAD_X, laid.bubble.center().y() - laid.words.height / 2)


def line_of(index: Index) -> Line | None:
    """The Line of a row; None where there is no row."""
    found = index.data(LINE) if index.isValid() else None
    return found if isinstance(found, Line) else None
