"""The ring round a filled button that has the focus: 2 px wide, 2 px away, so that it shows on the button's own colour.

A sibling of the button, not Qt's QFocusFrame: that one takes its gap from a QProxyStyle, whose import makes the 700 names
of QStyle and costs 20 ms of every start.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.shared.look import theme

GAP = 4
"""The gap of 2 px and the ring of 2 px."""

_MOVES = frozenset({
    QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange,
    QEvent.Type.ParentChange,
})  # fmt: skip


class FocusRing(QWidget):
    """Follows one button; `set_shown` when the focus comes and goes."""

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button.parentWidget())
        self._button = button
        self._wanted = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.installEventFilter(self)
        button.destroyed.connect(self.deleteLater)
        self.hide()

    def set_shown(self, shown: bool) -> None:
        """Draw the ring, or not."""
        self._wanted = shown
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)

    def _follow(self) -> None:
        parent = self._button.parentWidget()
        if self._wanted and parent is not None and self._button.isVisibleTo(parent):
            if self.parentWidget() is not parent:
                self.setParent(parent)
            self.setGeometry(self._button.geometry().adjusted(-GAP, -GAP, GAP, GAP))
            self.show()
            self.raise_()
        else:
            self.hide()
