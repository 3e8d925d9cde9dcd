"""The cards of the library in a grid, with one real button on the selected card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.i18n import said
from app.ui.shared.look import look
from app.ui.shared.painting import saved
from app.ui.trainee.library_card_paint import GAP, HEIGHT, card_height, card_rect, foot_rect, paint_card
from app.ui.trainee.library_model import CARD, CardView
from app.ui.trainee.library_words import PRACTICE, start_word

WIDE, NARROW = 360, 420
"""Least width of a card, below and from 120 % of text size."""
_Index = QModelIndex | QPersistentModelIndex


class CardPainter(QStyledItemDelegate):
    """Paints a card inside its cell, which is a gap wider and higher."""

    def __init__(self, view: CardGrid) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._view.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card: CardView = index.data(CARD)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # PySide's stub lacks the option's fields
        rect: QRect = option.rect  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        with saved(painter):
            paint_card(painter, card_rect(rect), card, selected=selected, trainer=self._view.trainer)


class CardGrid(QListView):
    """The cards in a grid, as many columns as fit. The selected one has a real button, moved over it.

    Signals: `started(card)` and `looked_into(card)` (what is wrong with one that has errors), each with a CardView.
    """

    started = Signal(object)
    looked_into = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trainer = False
        self.mode = PRACTICE
        self.cell = QSize(WIDE + GAP, HEIGHT + GAP)
        self.setItemDelegate(CardPainter(self))
        self.setAccessibleName(self.tr("场景"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.button = Button("", "primary", size="bar", parent=self.viewport())
        self.button.hide()
        self.button.clicked.connect(self._on_pressed)
        self.verticalScrollBar().valueChanged.connect(self._place_button)
        look().changed.connect(self._fit)

    def card(self) -> CardView | None:
        """The selected card."""
        index = self.currentIndex()
        return index.data(CARD) if index.isValid() else None

    def set_mode(self, mode: str) -> None:
        """What the button begins: PRACTICE, EXAM or STUDY."""
        self.mode = mode
        self._place_button()

    def select(self, row: int) -> None:
        """Select a card by its place."""
        model = self.model()
        if model is not None and 0 <= row < model.rowCount():
            self.setCurrentIndex(model.index(row, 0))

    def refresh(self) -> None:
        """The cards changed: keep a selection, and the button in its place."""
        model = self.model()
        if model is not None and model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))
        self._place_button()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self._place_button()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_pressed()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_button()
        return super().viewportEvent(event)

    def columns(self) -> int:
        """How many columns the width holds, at this text size."""
        least = WIDE if type_.scale() < 1.2 else NARROW  # VISUAL: two columns from 120 %
        return max(1, (self._room() + GAP) // (least + GAP))

    def _room(self) -> int:
        bar = self.verticalScrollBar()
        return self.width() - bar.sizeHint().width()

    def _fit(self) -> None:
        # The view keeps the room of a scroll bar free even where there is none: cells that fill it break too early.
        width = (self._room() - 1) // self.columns()
        cell = QSize(width, card_height() + GAP)
        if cell != self.cell or self.gridSize() != cell:
            self.cell = cell
            self.setGridSize(cell)
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
        self._place_button()

    def _place_button(self) -> None:
        card = self.card()
        rect = self.visualRect(self.currentIndex())
        if card is None or rect.isEmpty():
            self.button.hide()
            return
        if card.entry.playable:
            words = start_word(played=card.best is not None, waiting=card.open is not None, mode=self.mode)
            self.button.set_kind("primary")
        else:
            words = self.tr("看哪里要改")
            self.button.set_kind("outlined")
        self.button.setText(words)
        self.button.setAccessibleName(self.tr("{0}：{1}").format(words, said(card.entry.title)))
        foot = foot_rect(card_rect(rect))
        size = self.button.sizeHint()
        height = self.button.height()
        place = QPoint(round(foot.right()) - size.width(), round(foot.center().y()) - height // 2 + 1)
        self.button.setGeometry(QRect(place, QSize(size.width(), height)))
        self.button.show()

    def _on_pressed(self) -> None:
        card = self.card()
        if card is None:
            return
        if card.entry.playable:
            self.started.emit(card)
        else:
            self.looked_into.emit(card)
