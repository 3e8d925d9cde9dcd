"""A page that scrolls when it must: as high as its words need at the width they have, never higher."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget


class Scrolled(QScrollArea):
    """Holds `body`, at most `widest` wide and then in the middle.

    A scroll area asks its widget for the least height and gets that of words wrapped to a narrow column; here it is
    asked for the least height at its width.
    """

    def __init__(self, body: QWidget, widest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        body.setMaximumWidth(widest)
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body, 1)
        for widget in (body, self._middle):
            widget.setProperty("clear", "true")
            widget.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._middle)
        self.viewport().setAutoFillBackground(False)
        self._middle.setAutoFillBackground(False)
        self._middle.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._middle and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        layout = self._body.layout()
        if layout is None:
            return
        width = min(self._body.maximumWidth(), self.viewport().width())
        least = layout.totalMinimumSize().height()
        height = layout.totalMinimumHeightForWidth(width) if layout.hasHeightForWidth() else least
        if height != self._middle.minimumHeight():
            self._middle.setMinimumHeight(height)
