"""Picking one drill out of many: a box to type its name, pinyin or initials into, and the drills that match beneath."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.composing import ENTER
from app.ui.shared.look import theme
from app.ui.shared.painting import saved
from app.ui.shared.search import SearchBox, SearchKey

MOST = 7
"""Rows of the list before it scrolls."""
_Index = QModelIndex | QPersistentModelIndex


class Drill(NamedTuple):
    """One that can be picked: its id, its title in the language of the windows, and what finds it."""

    id: str
    title: str
    key: SearchKey


class DrillPicker(SearchBox):
    """Up and down move in the list, Enter picks, Esc puts back what was picked; an emptied box picks every drill.

    Signals: `picked(drill_id)`, "" for every drill. `searched(text)` is its own.
    """

    picked = Signal(str)

    def __init__(self, placeholder: str, *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent=parent)
        self._drills: tuple[Drill, ...] = ()
        self._value = ""
        self._list = _List(self)
        self.setAccessibleDescription(self.tr("打字找演练，上下键选，回车定"))
        self.searched.connect(self._on_searched)
        self._list.chosen.connect(self._pick)

    @property
    def value(self) -> str:
        """The picked drill; "" for every drill."""
        return self._value

    @property
    def titles(self) -> tuple[str, ...]:
        """What the list offers now; empty while it is closed."""
        return tuple(one.title for one in self._list.drills.shown) if self._list.isVisible() else ()

    def set_drills(self, drills: Sequence[Drill]) -> None:
        """What can be picked."""
        self._drills = tuple(drills)
        if not self.hasFocus():
            self._write(self._title())

    def set_value(self, drill_id: str) -> None:
        """Pick without a signal."""
        self._value = drill_id
        self._list.hide()
        self._write(self._title())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        opened = self._list.isVisible()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.composing.active:
            if opened:
                self._list.step(1 if key == Qt.Key.Key_Down else -1)
            else:
                self._offer("" if self.text() == self._title() else self.text())
        elif key in ENTER and opened and self.composing.enter_is_ours(event) and self._list.current():
            super().keyPressEvent(event)  # what was typed last is looked for first
            self._pick(self._list.current())
        elif key == Qt.Key.Key_Escape and (opened or self.text() != self._title()):
            self._list.hide()
            self._write(self._title())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._list.hide()
        if self.text():
            self._write(self._title())
        elif self._value:
            self._pick("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self._list.isVisible():
            self.selectAll()
            self._offer("" if self.text() == self._title() else self.text())

    def _title(self) -> str:
        return next((one.title for one in self._drills if one.id == self._value), self._value)

    def _write(self, text: str) -> None:
        if text != self.text():
            blocked = self.blockSignals(True)
            self.setText(text)
            self.blockSignals(blocked)
        self._last = text
        self.setCursorPosition(0)

    def _on_searched(self, text: str) -> None:
        if not text.strip():
            self._list.hide()
            self._pick("")
        elif self.hasFocus():
            self._offer(text)

    def _offer(self, text: str) -> None:
        self._list.offer([one for one in self._drills if one.key.matches(text)])

    def _pick(self, drill_id: str) -> None:
        self._list.hide()
        changed = drill_id != self._value
        self._value = drill_id
        self._write(self._title())
        if changed:
            self.picked.emit(drill_id)


class _Drills(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: tuple[Drill, ...] = ()

    def show(self, drills: Sequence[Drill]) -> None:
        self.beginResetModel()
        self.shown = tuple(drills)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.shown[index.row()].title
        return None


class _List(QFrame):
    """The drills that match, over the page beneath the box. The focus, and with it the input method, stays in the box."""

    chosen = Signal(str)

    def __init__(self, box: DrillPicker) -> None:
        super().__init__(box.window())
        self._box = box
        self.setObjectName("popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.drills = _Drills(self)
        self._view = QListView()
        self._view.setModel(self.drills)
        self._view.setItemDelegate(_Painter(self))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setUniformItemSizes(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setAccessibleName(QCoreApplication.translate("DrillPicker", "找到的演练"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._view)
        self._view.clicked.connect(lambda index: self.chosen.emit(self.drills.shown[index.row()].id))
        box.destroyed.connect(self.deleteLater)
        self.hide()

    def offer(self, drills: Sequence[Drill]) -> None:
        """Show these; hide where there are none."""
        self.drills.show(drills)
        if not drills:
            self.hide()
            return
        self._view.setCurrentIndex(self.drills.index(0))
        window = self._box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        window.installEventFilter(self)
        self.move(self._box.mapTo(window, QPoint(0, self._box.height() + 4)))
        widest = max(QFontMetricsF(type_.font("body")).horizontalAdvance(one.title) for one in drills)
        width = min(max(self._box.width(), round(widest) + 48), window.width() - self.x() - 16)
        self.resize(width, min(len(drills), MOST) * item_height() + 10)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Move in the list, round at its ends."""
        row = (self._view.currentIndex().row() + by) % max(1, len(self.drills.shown))
        self._view.setCurrentIndex(self.drills.index(row))

    def current(self) -> str:
        """The drill that Enter would pick; "" for none."""
        row = self._view.currentIndex().row()
        return self.drills.shown[row].id if 0 <= row < len(self.drills.shown) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.hide()
        return super().eventFilter(watched, event)


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, item_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect = option.rect  # type: ignore[attr-defined]  # PySide's stub lacks the fields of a style option
        state = option.state  # type: ignore[attr-defined]
        now = theme()
        with saved(painter):
            if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(now.color("accent_tint"))
                painter.drawRoundedRect(rect, 6, 6)
            painter.setFont(type_.font("body"))
            painter.setPen(now.color("text"))
            inside = rect.adjusted(10, 0, -10, 0)
            metrics = QFontMetricsF(type_.font("body"))
            words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def item_height() -> int:
    """The height of a row of the list."""
    return round(max(40, type_.line_px("body") + 14))
