"""The last drills as a table: model, painting and view. A row opens its scorecard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
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
from app.ui.shared.look import look, theme
from app.ui.shared.painting import saved
from app.ui.shared.steps import level_word, paint_seal, seal_character
from app.ui.trainee.home_data import PastDrill
from app.ui.trainee.home_words import ending_words, moment_words, points
from app.ui.trainee.step_names import positions

TITLE, WHEN, STEPS, ENDING, TOTAL = range(5)
ROW = 48
SEAL = 27
GAP = 6
FEWEST = 3
"""Rows that are always there; the page scrolls before one of them goes."""
_Index = QModelIndex | QPersistentModelIndex
DRILL = Qt.ItemDataRole.UserRole


class PastDrills(QAbstractTableModel):
    """The last drills, newest first: DisplayRole in words for screen readers, DRILL the PastDrill itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drills: tuple[PastDrill, ...] = ()
        self._now = datetime.now().astimezone()

    def show(self, drills: Sequence[PastDrill], now: datetime) -> None:
        """Show other drills."""
        self.beginResetModel()
        self._drills, self._now = tuple(drills), now
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._drills)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("演练"), self.tr("时间"), self.tr("步骤"), self.tr("结局"), self.tr("得分"))[section]
        if role == Qt.ItemDataRole.FontRole:
            return type_.font("small")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == TOTAL else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        drill = self._drills[index.row()]
        if role == DRILL:
            return drill
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(drill, index.column())
        return None

    def _words(self, drill: PastDrill, column: int) -> str:
        if column == TITLE:
            return said(drill.title)
        if column == WHEN:
            when = moment_words(drill.started, self._now)
            return self.tr("{0} · 考核").format(when) if drill.exam else when
        if column == STEPS:
            return steps_in_words(drill)
        return ending_words(drill.ending) if column == ENDING else points(drill.total)


def steps_in_words(drill: PastDrill) -> str:
    """共情做到，归因开了头 …"""
    pattern = QCoreApplication.translate("Home", "{0}{1}")
    parts = [
        pattern.format(said(name), level_word(level))
        for _, step, name in positions(drill.levels)
        if (level := drill.levels[step]) is not None
    ]
    return QCoreApplication.translate("Home", "，").join(parts)


class _Painter(QStyledItemDelegate):
    """Paints a cell; the row's line and its ground under the mouse are one for all cells."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        now = theme()
        drill: PastDrill = index.data(DRILL)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # PySide's stub lacks the fields of a style option
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        with saved(painter):
            if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
                painter.fillRect(rect.adjusted(0, 0, 0, -1), now.color("accent_tint"))
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.color("border"))
            if index.column() == STEPS:
                _paint_seals(painter, QRectF(rect), drill)
            else:
                _paint_words(painter, QRectF(rect), index)


def _paint_words(painter: QPainter, rect: QRectF, index: _Index) -> None:
    column = index.column()
    size = {WHEN: "small", ENDING: "compact"}.get(column, "body")
    font = type_.font(size, bold=column == TOTAL)
    painter.setFont(font)
    painter.setPen(theme().color("muted" if column == WHEN else "text"))
    inside = rect.adjusted(4, 0, -4 if column == TOTAL else -12, 0)
    words = QFontMetricsF(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
    side = Qt.AlignmentFlag.AlignRight if column == TOTAL else Qt.AlignmentFlag.AlignLeft
    painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter, words)


def _paint_seals(painter: QPainter, rect: QRectF, drill: PastDrill) -> None:
    left = rect.left() + 4
    for position, step, name in positions(drill.levels):
        seal = QRectF(left, rect.center().y() - SEAL / 2, SEAL, SEAL)
        level = drill.levels[step]
        character = seal_character(said(name), position)
        paint_seal(painter, seal, position=position, level=level, character=character, theme=theme())
        left += SEAL + GAP


def row_height() -> int:
    """The height of a row, following the text size."""
    return max(ROW, round(type_.line_px("body") + 20))


class PastTable(QTableView):
    """Shows as many rows as fit whole, at least FEWEST; never scrolls itself.

    Signals: `chosen(drill_id)` on a click or Enter.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drills = PastDrills(self)
        self.setModel(self.drills)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(self.tr("最近几次演练"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_chosen)
        look().changed.connect(self._fit)
        self._fit()

    def show_drills(self, drills: Sequence[PastDrill], now: datetime) -> None:
        """Show other drills."""
        self.drills.show(drills, now)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:  # noqa: ANN001
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.drills.rowCount():
            self.setCurrentIndex(self.drills.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.viewport().update()  # the whole row lies under the mouse, not one cell of it

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        here = self.currentIndex()
        if not (self.hasFocus() and here.isValid()):
            return
        row = self.visualRect(here.siblingAtColumn(0)).united(self.visualRect(here.siblingAtColumn(TOTAL)))
        painter = QPainter(self.viewport())
        with saved(painter):
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -2), 6, 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, self._header_height() + FEWEST * row_height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _header_height(self) -> int:
        return round(type_.line_px("small") + 12)

    def _fit(self) -> None:
        """Rows that don't fit whole are hidden; the title takes what the other columns leave."""
        height = row_height()
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(self._header_height())
        fitting = max(FEWEST, (self.height() - self._header_height()) // height)
        for row in range(self.drills.rowCount()):
            self.setRowHidden(row, row >= fitting)
        small, compact = QFontMetricsF(type_.font("small")), QFontMetricsF(type_.font("compact"))
        texts = {column: [str(self.drills.index(row, column).data()) for row in range(self.drills.rowCount())]
                 for column in (WHEN, ENDING)}  # fmt: skip
        widths = {
            WHEN: max([small.horizontalAdvance(one) for one in texts[WHEN]], default=80) + 32,
            STEPS: max(4, self._most_seals()) * (SEAL + GAP) + 24,
            ENDING: max([compact.horizontalAdvance(one) for one in texts[ENDING]], default=80) + 28,
            TOTAL: QFontMetricsF(type_.font("body", bold=True)).horizontalAdvance("100.0") + 20,
        }
        rest = self.viewport().width() - sum(round(width) for width in widths.values())
        self.setColumnWidth(TITLE, max(120, rest))
        for column, width in widths.items():
            self.setColumnWidth(column, round(width))
        self.updateGeometry()

    def _most_seals(self) -> int:
        return max(
            (len(self.drills.index(row, 0).data(DRILL).levels) for row in range(self.drills.rowCount())), default=4
        )

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(DRILL).id)
