"""The table of scorecards: a row each, seals with their levels, marks with their words. A row opens its scorecard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.shared import type as type_
from app.ui.shared.i18n import said
from app.ui.shared.icons import pixmap
from app.ui.shared.look import look, theme
from app.ui.shared.painting import pen, saved
from app.ui.shared.steps import paint_seal, paint_tick, seal_character
from app.ui.supervisor.card_model import (
    DRILL,
    ENDING,
    LEFT,
    MARKS,
    PERSON,
    RIGHT,
    STEPS,
    SUMMARY,
    TOTAL,
    VERDICT,
    WHEN,
    ScorecardModel,
    commented_word,
    review_word,
    second_line,
)
from app.ui.trainee.scorecard.words import ending_word, mode_word, passed_word, points
from app.ui.trainee.step_names import positions

if TYPE_CHECKING:
    from app.records.values import DrillSummary

ROW = 48
SEAL = 26
ICON = 18
BESIDE = 5
"""Between a sign and its word."""
PAD = 8
_Index = QModelIndex | QPersistentModelIndex


class ScorecardTable(QTableView):
    """Scorecards, newest first; the next ones come by themselves at the end.

    Signals: `chosen(drill_id)` on a click or Enter.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = ScorecardModel(self)
        self._dragged = False
        self._fitting = False
        self.stacked = False
        self.setModel(self.cards)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(self.tr("评分卡，新的在前"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setStyleSheet(f"QHeaderView::section {{ padding-left: {PAD}px; padding-right: {PAD}px; }}")
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(DRILL, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._on_resized)
        self.clicked.connect(self._on_chosen)
        look().changed.connect(self._on_look_changed)
        self._fit_columns()

    def show_cards(self, drills: Sequence[DrillSummary], *, more: bool) -> None:
        """Show another list from its beginning."""
        self.cards.show(drills, more=more)
        self._fit_columns()
        self.executeDelayedItemsLayout()  # else there is nothing to scroll in yet, and the old place is lost

    def restore_columns(self, state: QByteArray) -> None:
        """Take the columns as somebody left them; empty: as they fit the words."""
        if state.isEmpty() or not self.horizontalHeader().restoreState(state):
            return
        self._dragged = True

    def columns(self) -> QByteArray:
        """The columns as somebody left them; empty where nobody moved one."""
        return self.horizontalHeader().saveState() if self._dragged else QByteArray()

    def go_to(self, drill_id: str) -> None:
        """Stand on a drill, where it is here."""
        row = self.cards.row_of(drill_id)
        if row >= 0:
            self.setCurrentIndex(self.cards.index(row, PERSON))

    @property
    def current(self) -> str:
        """The drill that one stands on; "" for none."""
        here = self.currentIndex()
        return here.data(SUMMARY).id if here.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, here = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and here.isValid():
            if not event.isAutoRepeat():
                self._on_chosen(here)
            return
        # Rows are one thing: left and right have nothing to move between, Home and End go to the ends of the list.
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.accept()
            return
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.cards.rowCount() - 1}
        if Qt.Key(key) in ends and self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(ends[Qt.Key(key)], PERSON))
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(0, PERSON))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.viewport().update()  # the whole row lies under the mouse, not one cell of it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        here = self.currentIndex()
        if not (self.hasFocus() and here.isValid()):
            return
        row = self.visualRect(here.siblingAtColumn(PERSON)).united(self.visualRect(here.siblingAtColumn(MARKS)))
        painter = QPainter(self.viewport())
        with saved(painter):
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -2), 6, 6)

    def hovered_row(self) -> int:
        """The row under the mouse; -1 for none."""
        if not self.viewport().underMouse():
            return -1
        return self.rowAt(self.viewport().mapFromGlobal(self.cursor().pos()).y())

    def _fit_columns(self) -> None:
        """Every column as wide as its words need, the drill takes the rest; unless somebody set them otherwise.

        Where the rest is too little for the titles, time and ending go into a second line beneath them.
        """
        widths = column_widths(self.cards)
        rest = self.viewport().width() - sum(widths.values())
        self.stacked = rest < title_width(self.cards)
        self._fitting = True
        header = self.horizontalHeader()
        for column in (WHEN, ENDING):
            header.setSectionHidden(column, self.stacked)
        if not self._dragged:
            for column, width in widths.items():
                self.setColumnWidth(column, round(width))
        self._fitting = False
        header.setFixedHeight(round(type_.line_px("small") + 14))
        self.verticalHeader().setDefaultSectionSize(row_height(stacked=self.stacked))

    def _on_resized(self, column: int, _before: int, _after: int) -> None:
        # Only a hand on the header counts; when it moves one column, the drill's gives way.
        if column != DRILL and not self._fitting:
            self._dragged = True

    def _on_look_changed(self) -> None:
        # After the fonts of everything else: the header's height and the words' widths depend on them.
        QTimer.singleShot(0, self, self._fit_columns)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(SUMMARY).id)


class _Painter(QStyledItemDelegate):
    """Paints a cell; the row's line and its ground under the mouse are one for all cells."""

    def __init__(self, table: ScorecardTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, row_height(stacked=self._table.stacked))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        now = theme()
        drill: DrillSummary = index.data(SUMMARY)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # PySide's stub lacks the fields of a style option
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        with saved(painter):
            here = self._table.currentIndex().row() == index.row() and self._table.hasFocus()
            if here or state & QStyle.StateFlag.State_MouseOver or self._table.hovered_row() == index.row():
                painter.fillRect(rect.adjusted(0, 0, 0, -1), now.color("accent_tint"))
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.color("border"))
            painter.setClipRect(rect)
            inside = QRectF(rect).adjusted(PAD, 0, -PAD, -1)
            column = index.column()
            if column == STEPS:
                _paint_steps(painter, inside, drill)
            elif column == DRILL:
                (_paint_stacked if self._table.stacked else _paint_drill)(painter, inside, drill)
            elif column == TOTAL:
                _paint_total(painter, inside, drill)
            elif column == VERDICT:
                _paint_verdict(painter, inside, drill)
            elif column == MARKS:
                _paint_marks(painter, inside, drill)
            else:
                _paint_words(painter, inside, index)


def row_height(*, stacked: bool = False) -> int:
    """The height of a row of one line or two, following the text size."""
    second = type_.line_px("small") if stacked else 0
    return max(ROW, round(type_.line_px("body") + second + (14 if stacked else 20)))


def title_width(cards: ScorecardModel) -> float:
    """The room that the titles of the rows that are here need in one line; a very long one is cut in any case."""
    titles = [said(one.title) for one in cards.drills[:200]]
    exams = any(str(one.mode) == "exam" for one in cards.drills[:200])
    tag = _tag_width(mode_word("exam")) + 10 if exams else 0.0
    return min(20 * type_.px("body"), _widest("body", titles or [""]) + tag) + 2 * PAD


def column_widths(cards: ScorecardModel) -> dict[int, float]:
    """How wide each column's words are, the drill's left out; for the rows that are here, and not less than usual."""
    drills = cards.drills[:200]
    widths = {
        PERSON: _widest("compact", ["刘海峰", *(one.person.name for one in drills)], bold=True) + 2 * PAD,
        WHEN: _widest("small", [cards.index(row, WHEN).data() for row in range(len(drills))] or ["11 月 23 日 14:18"])
        + 2 * PAD,
        STEPS: max([4, *(len(one.figures.levels) for one in drills if one.figures)]) * _seal_width() + 2 * PAD,
        ENDING: _widest("compact", [ending_word("settled"), *(ending_word(one.ending) for one in drills)]) + 2 * PAD,
        TOTAL: _widest("body", ["100.0"], bold=True) + 2 * PAD,
        VERDICT: ICON + BESIDE + _widest("small", [passed_word(passed=one) for one in (True, False)]) + 2 * PAD,
        MARKS: _mark_width(review_word()) + 12 + _mark_width(commented_word()) + 2 * PAD,
    }
    most = {PERSON: 9 * type_.px("compact"), ENDING: 11 * type_.px("compact")}
    widths = {column: min(width, most.get(column, width)) for column, width in widths.items()}
    headers = {
        column: _widest("small", [str(cards.headerData(column, Qt.Orientation.Horizontal))]) for column in widths
    }
    return {column: max(width, headers[column] + 2 * PAD) for column, width in widths.items()}


def _widest(name: str, words: list[str], *, bold: bool = False) -> float:
    metrics = QFontMetricsF(type_.font(name, bold=bold))
    return max(metrics.horizontalAdvance(one) for one in words)


def _tag_width(word: str) -> float:
    return _widest("small", [word]) + 14


def _seal_width() -> float:
    return SEAL + 3 + _widest("small", ["3"]) + 10


def _mark_width(word: str) -> float:
    return ICON + BESIDE + _widest("small", [word])


def _draw(painter: QPainter, rect: QRectF, words: str, name: str, ink: str, *, bold: bool = False, side: Qt.AlignmentFlag = LEFT) -> None:  # fmt: skip
    font = type_.font(name, bold=bold)
    painter.setFont(font)
    painter.setPen(theme().color(ink))
    painter.drawText(rect, side, QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width() + 1))


def _paint_words(painter: QPainter, rect: QRectF, index: _Index) -> None:
    column = index.column()
    name, ink = ("small", "muted") if column == WHEN else ("compact", "text")
    _draw(painter, rect, str(index.data()), name, ink, bold=column == PERSON)


def _paint_drill(painter: QPainter, rect: QRectF, drill: DrillSummary) -> None:
    title = said(drill.title)
    if str(drill.mode) != "exam":
        _draw(painter, rect, title, "body", "text")
        return
    word = mode_word("exam")
    width = _tag_width(word)
    room = QRectF(rect.left(), rect.top(), max(0.0, rect.width() - width - 10), rect.height())
    _draw(painter, room, title, "body", "text")
    left = rect.left() + min(room.width(), _widest("body", [title])) + 10
    height = type_.px("small") + 8
    tag = QRectF(left, rect.center().y() - height / 2, width, height)
    painter.setPen(pen(theme().color("edge")))
    painter.drawRoundedRect(tag.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    _draw(painter, tag, word, "small", "muted", side=Qt.AlignmentFlag.AlignCenter)


def _paint_stacked(painter: QPainter, rect: QRectF, drill: DrillSummary) -> None:
    above, below = type_.line_px("body"), type_.line_px("small")
    top = rect.center().y() - (above + below) / 2
    _draw(painter, QRectF(rect.left(), top, rect.width(), above), said(drill.title), "body", "text")
    _draw(painter, QRectF(rect.left(), top + above, rect.width(), below), second_line(drill), "small", "muted")


def _paint_steps(painter: QPainter, rect: QRectF, drill: DrillSummary) -> None:
    if drill.figures is None:
        return
    left, now = rect.left(), theme()
    for position, step, name in positions(drill.figures.levels):
        level = drill.figures.levels[step]
        if level is None:
            continue
        seal = QRectF(left, rect.center().y() - SEAL / 2, SEAL, SEAL)
        paint_seal(
            painter, seal, position=position, level=level, character=seal_character(said(name), position), theme=now
        )
        figure = QRectF(seal.right() + 3, rect.top(), _seal_width() - SEAL - 3, rect.height())
        _draw(painter, figure, str(level), "small", "text" if level else "muted")
        left += _seal_width()


def _paint_total(painter: QPainter, rect: QRectF, drill: DrillSummary) -> None:
    figures = drill.figures
    if figures is None:
        _draw(painter, rect, "–", "body", "muted", side=RIGHT)
        return
    _draw(painter, rect, points(figures.total), "body", "text", bold=True, side=RIGHT)


def _paint_verdict(painter: QPainter, rect: QRectF, drill: DrillSummary) -> None:
    passed = drill.figures is not None and drill.figures.passed
    if passed:
        paint_tick(painter, QRectF(rect.left(), rect.center().y() - ICON / 2, ICON, ICON), theme())
    word = "" if drill.figures is None else passed_word(passed)
    room = rect.adjusted(ICON + BESIDE, 0, 0, 0)
    _draw(painter, room, word, "small", "success" if passed else "muted")


def _paint_marks(painter: QPainter, rect: QRectF, drill: DrillSummary) -> None:
    left = rect.left()
    review = drill.figures is not None and drill.figures.review
    for wanted, icon, word, ink in (
        (review, "warning", review_word(), "caution"),
        (drill.commented, "comment", commented_word(), "muted"),
    ):
        width = _mark_width(word)
        if wanted:
            painter.drawPixmap(round(left), round(rect.center().y() - ICON / 2), pixmap(icon, ink, ICON))
            room = QRectF(left + ICON + BESIDE, rect.top(), width - ICON - BESIDE + 1, rect.height())
            _draw(painter, room, word, "small", ink)
        left += width + 12
