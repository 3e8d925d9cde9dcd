"""A scroll area whose content is exactly as high as its wrapped words need at its width.

Qt's own resizable area asks for a least height, which for wrapped words is reckoned for a narrower width: a bar shows
where nothing is left to scroll to.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class TallScroll(QScrollArea):
    """Scrolls downwards only. Put things into `column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = QWidget()
        self.content.setProperty("clear", "true")
        self.content.setAutoFillBackground(False)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self.content)
        self.content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().size()
        wanted = self._height(room.width())
        self.content.resize(room.width(), max(wanted, room.height()))
        # The bar came or went with that, and took or gave room.
        again = self.viewport().size()
        if again != room:
            self.content.resize(again.width(), max(self._height(again.width()), again.height()))

    def _height(self, width: int) -> int:
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.column.totalSizeHint().height()
