"""Knows whether an input method is composing, so that its Enter is never taken for ours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Composing(QObject):
    """Watches a text widget: `active` while an input method shows text that isn't committed.

    Install once: `self.composing = Composing(self)`. Ask `enter_is_ours(event)` in keyPressEvent: False for an Enter
    that belongs to the input method; then the key must do nothing at all.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.active = False
        widget.installEventFilter(self)

    def enter_is_ours(self, event: QKeyEvent) -> bool:
        """Whether this Enter is the person's own."""
        return not self.active and event.key() in ENTER

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self.active = bool(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            self.active = False
        return super().eventFilter(watched, event)
