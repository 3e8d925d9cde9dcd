"""A label that gives way: what doesn't fit ends in …"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.ui.shared.labels import Label


class ElidedLabel(Label):
    """A label that ends in … where there is no room; the whole of it as a tooltip."""

    def __init__(self, text: str = "", name: str = "body", *, ink: str = "text", bold: bool | None = None) -> None:
        self._whole = text
        super().__init__(text, name, ink=ink, bold=bold)
        self.setProperty("mayElide", True)
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_text(self, text: str) -> None:
        """Show other words."""
        super().set_text(text)
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))
