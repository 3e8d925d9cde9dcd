"""The table of past drills: a model that asks for more at its end, and a delegate that draws seals and results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.shared import type as type_
from app.ui.shared.i18n import said
from app.ui.shared.look import look, theme
from app.ui.shared.steps import level_word, paint_seal, seal_character
from app.ui.trainee.history_data import HistoryRow
from app.ui.trainee.scorecard.words import ending_word, moment_words, passed_word
from app.ui.trainee.step_names import positions

TITLE, WHEN, STEPS, ENDING, TOTAL = range(5)
ROW = 48
SEAL, SEAL_GAP = 28, 6
PAD = 12
SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """Past drills, newest first.

    Signals: `more_wanted()` when the view has come to the end and there is more.
    """

    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[HistoryRow] = []
        self._more = False
        self._asked = False

    def row(self, index: Index) -> HistoryRow:
        """The drill of an index."""
        return self._rows[index.row()]

    def start(self, rows: Sequence[HistoryRow], *, more: bool) -> None:
        """Show other drills."""
        self.beginResetModel()
        self._rows, self._more, self._asked = list(rows), more, False
        self.endResetModel()

    def add(self, rows: Sequence[HistoryRow], *, more: bool) -> None:
        """Go on with these."""
        self._more, self._asked = more, False
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else TOTAL + 1

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's variant
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("演练"), self.tr("时间"), self.tr("各步"), self.tr("结局"), self.tr("得分"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == TOTAL else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or role not in SPOKEN:
            return None
        return self._words(self._rows[index.row()], index.column())

    def _words(self, row: HistoryRow, column: int) -> str:
        if column == TITLE:
            words = said(row.title)
            if row.exam:
                words = self.tr("{0}（考核）").format(words)
            return self.tr("{0} · 有新点评").format(words) if row.news else words
        if column == WHEN:
            return moment_words(row.started)
        if column == STEPS:
            return self.tr("，").join(
                f"{said(name)} {level_word(level)}" for _, name, level in seals(row) if level is not None
            )
        if column == ENDING:
            if not row.over:
                return self.tr("没说完，可以接着说")
            ending = ending_word(row.ending)
            return ending if row.total is None else self.tr("{0}，{1}").format(ending, passed_word(row.passed))
        return "–" if row.total is None else f"{row.total:.0f}"


def seals(row: HistoryRow) -> list[tuple[int, Any, int | None]]:
    """(position, name, level) of each step."""
    levels = dict(row.levels)
    return [(position, name, levels[step]) for position, step, name in positions(levels) if levels[step] is not None]


class HistoryDelegate(QStyledItemDelegate):
    """Draws a row: title with what is new, time, seals, how it ended, the figure."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, HistoryModel)
        now = theme()
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stub lacks the fields of QStyleOption
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, now.color("accent_tint" if chosen else "bg"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.color("border"))
        if chosen and self._focused():
            self._paint_focus(painter, rect, index.column())
        inside = QRectF(rect).adjusted(PAD, 0, -PAD, 0)
        row = model.row(index)
        if index.column() == STEPS:
            self._paint_seals(painter, inside, row)
        elif index.column() == TITLE:
            self._paint_title(painter, inside, row)
        else:
            self._paint_words(painter, inside, index, row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, row_height())

    def _focused(self) -> bool:
        view = self.parent()
        return isinstance(view, QWidget) and view.hasFocus()

    @staticmethod
    def _paint_focus(painter: QPainter, rect: QRect, column: int) -> None:
        """A frame round the whole row, cell by cell."""
        accent = theme().color("accent")
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), accent)
        painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), accent)
        if column == TITLE:
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), accent)
        if column == TOTAL:
            painter.fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height()), accent)

    def _paint_seals(self, painter: QPainter, rect: QRectF, row: HistoryRow) -> None:
        side = min(SEAL * max(1.0, type_.scale()), rect.height() - 8)
        left = rect.left()
        for position, name, level in seals(row):
            place = QRectF(left, rect.center().y() - side / 2, side, side)
            character = seal_character(said(name), position)
            paint_seal(painter, place, position=position, level=level, character=character, theme=theme())
            left += side + SEAL_GAP

    def _paint_title(self, painter: QPainter, rect: QRectF, row: HistoryRow) -> None:
        tags = [(self.tr("考核"), "muted")] if row.exam else []
        tags += [(self.tr("有新点评"), "accent")] if row.news else []
        small = QFontMetricsF(type_.font("small"))
        taken = sum(small.horizontalAdvance(words) + 12 for words, _ in tags)
        font = type_.font("body")
        title = QFontMetricsF(font).elidedText(said(row.title), Qt.TextElideMode.ElideRight, rect.width() - taken)
        painter.setFont(font)
        painter.setPen(theme().color("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, title)
        left = rect.left() + QFontMetricsF(font).horizontalAdvance(title) + 12
        painter.setFont(type_.font("small"))
        for words, ink in tags:
            painter.setPen(theme().color(ink))
            painter.drawText(
                QRectF(left, rect.top(), rect.right() - left, rect.height()), Qt.AlignmentFlag.AlignVCenter, words
            )
            left += small.horizontalAdvance(words) + 12

    def _paint_words(self, painter: QPainter, rect: QRectF, index: Index, row: HistoryRow) -> None:
        words = str(index.data())
        figure = index.column() == TOTAL
        font = (
            type_.font("body", bold=True) if figure else type_.font("compact" if index.column() == ENDING else "small")
        )
        ink = "text" if figure or row.over else "accent"
        if index.column() == WHEN:
            ink = "muted"
        painter.setFont(font)
        painter.setPen(theme().color(ink))
        side = Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


class _Header(QHeaderView):
    """Small and muted, above the words of its column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(type_.line_px("small")) + 12)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.setFont(type_.font("small"))
        painter.setPen(theme().color("muted"))
        align = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        words = self.model().headerData(section, Qt.Orientation.Horizontal)
        painter.drawText(QRectF(rect).adjusted(PAD, 0, -PAD, 0), int(align), words)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().color("border"))
        painter.restore()


class HistoryTable(QTableView):
    """The table itself: arrows move, Enter or a click opens.

    Signals: `opened(row)` with the HistoryRow.
    """

    opened = Signal(object)

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._model = model
        self.setItemDelegate(HistoryDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("我的记录"))
        self.verticalHeader().hide()
        header = _Header(self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._on_clicked)
        look().changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self._model.row(self.currentIndex()))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def choose_first(self) -> None:
        """Put the current row on the first where there is none, so that arrows and Enter do something."""
        if self._model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, TITLE))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row(index))

    def _fit(self) -> None:
        scale = max(1.0, type_.scale())
        small, compact = QFontMetricsF(type_.font("small")), QFontMetricsF(type_.font("compact"))
        moments = (self.tr("昨天 14:18"), self.tr("12 月 28 日 14:18"), self.tr("2026 年 12 月 28 日"))
        self.setColumnWidth(WHEN, round(max(small.horizontalAdvance(one) for one in moments)) + 2 * PAD + 4)
        self.setColumnWidth(STEPS, round(4 * (SEAL * scale + SEAL_GAP)) + 2 * PAD + 12)
        words = (
            self.tr("没说完，可以接着说"),
            self.tr("{0}，{1}").format(ending_word("escalated"), passed_word(passed=False)),
        )
        wanted = round(max(compact.horizontalAdvance(one) for one in words)) + 2 * PAD + 8
        # The drill's name comes first: a long ending gives way, and is whole in its tip.
        self.setColumnWidth(ENDING, min(wanted, max(150, round(self.viewport().width() * 0.24))))
        self.setColumnWidth(TOTAL, round(72 * scale))
        self.verticalHeader().setDefaultSectionSize(row_height())


def row_height() -> int:
    """48, more with large text."""
    return round(ROW * max(1.0, type_.scale()))
