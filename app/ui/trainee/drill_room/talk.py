"""The talk on screen: a list that stands on its floor, keeps to the newest row, and copies plain words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from app.ui.shared.look import look
from app.ui.trainee.drill_room.snapshot import CUSTOMER, MINE
from app.ui.trainee.drill_room.talk_delegate import Index, TalkDelegate, line_of
from app.ui.trainee.drill_room.talk_model import TalkModel


class TalkList(QListView):
    """The rows. Arrows go from bubble to bubble, Ctrl+C copies the one with the focus as plain text, Enter says it again.

    Signals: `again_asked(n)`: reply number `n` is to be said again.
    """

    again_asked = Signal(int)

    def __init__(self, model: TalkModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate = TalkDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(24)
        self.setAccessibleName(self.tr("对话"))
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._again(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._over_again(event.position()):
            self._again(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._over_again(event.position()):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def _over_again(self, at: QPointF) -> bool:
        index = self.indexAt(at.toPoint())
        line = line_of(index)
        if line is None or not line.again:
            return False
        return self.delegate.again_at(line, self.width(), at - QPointF(self.visualRect(index).topLeft()))

    def _again(self, index: Index) -> None:
        line = line_of(index)
        if line is not None and line.again:
            self.again_asked.emit(line.n)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("复制"), self.copy)
            line = line_of(index)
            if line is not None and line.again:
                menu.addAction(self.tr("重说这句"), partial(self.again_asked.emit, line.n))
            menu.popup(event.globalPos())

    def copy(self) -> None:
        """Copy the words of the current row."""
        line = line_of(self.currentIndex())
        if line is not None:
            QGuiApplication.clipboard().setText(line.text)

    def viewportEvent(self, event) -> bool:  # noqa: ANN001  # a QEvent
        if isinstance(event, QHelpEvent) and event.type() == event.Type.ToolTip:
            self._tell(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _tell(self, at: QPoint, where: QPoint) -> None:
        index = self.indexAt(at)
        line = line_of(index)
        if line is None or line.kind != MINE:
            QToolTip.hideText()
            return
        place = self.visualRect(index)
        mark = self.delegate.mark_at(line, self.width(), QPointF(at - place.topLeft()))
        QToolTip.showText(where, mark.words if mark else "", self, QRect(at, at))


class Talk(QWidget):
    """The list on its floor: where the talk is short, the room above it stays empty."""

    def __init__(self, model: TalkModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = TalkList(model, self)
        self._model = model
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.addStretch(1)
        layout.addWidget(self.list, 1000)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._on_settled)
        model.rowsInserted.connect(self._on_changed)
        model.rowsRemoved.connect(self._on_changed)
        model.dataChanged.connect(self._on_changed)
        model.modelReset.connect(self._on_reset)
        look().changed.connect(self._on_changed)

    def set_customer(self, name: str) -> None:
        """Whose initial stands beside her bubbles."""
        self.list.delegate.customer = name

    def newest(self, kind: str = CUSTOMER) -> str:
        """What the newest row of `kind` says."""
        return next((line.text for line in reversed(self._model.lines) if line.kind == kind), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.list.scrollToBottom()

    def _fit(self) -> None:
        """Give the list as much height as its rows need, and no more."""
        view = self.list
        option = view.viewport().width()
        if option <= 0:
            return
        rows = range(self._model.rowCount())
        view.setMaximumHeight(max(1, sum(view.sizeHintForIndex(self._model.index(row)).height() for row in rows) + 2))

    def _on_changed(self) -> None:
        # Once after all changes of this turn: several rows come and go with one answer.
        self._settle.start()

    def _on_settled(self) -> None:
        self._fit()
        self.list.scrollToBottom()
        # Once more when the layout took the new height.
        QTimer.singleShot(0, self.list, self.list.scrollToBottom)

    def _on_reset(self) -> None:
        self.list.delegate.forget()
        self._on_settled()
