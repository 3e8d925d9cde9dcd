"""Finds words that don't fit: for the tests that open every window in every language and size."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from app.ui.shared.labels import Label

_ROUNDS = 4
"""How often waiting layouts are done first: one that settles inside another asks the outer one again."""


def clipped(root: QWidget) -> list[str]:
    """Every visible label, button and box under `root` whose words are cut, as 「words」 with the sizes.

    Words that may be cut on purpose have the property "mayElide"; a painted widget may have `clipped_words()`.
    """
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisibleTo(root) or widget.property("mayElide"):
            continue
        fault = _fault(widget)
        if fault:
            found.append(fault)
    return found


def _fault(widget: QWidget) -> str:
    own = getattr(widget, "clipped_words", None)
    if own is not None:
        return str(own())
    if isinstance(widget, QLabel):
        return _label_fault(widget)
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton) and widget.text():
        wanted = widget.minimumSizeHint() if isinstance(widget, QPushButton) else widget.sizeHint()
        if widget.width() < wanted.width() - 1 or widget.height() < widget.fontMetrics().height():
            return _told(widget.text(), widget, wanted.width(), wanted.height())
    return ""


def _label_fault(label: QLabel) -> str:
    words = label.plain() if isinstance(label, Label) else label.text()
    if not words or not label.pixmap().isNull():
        return ""
    inside = label.contentsRect()
    if label.wordWrap():
        wanted = label.heightForWidth(label.width())
        return _told(words, label, label.width(), wanted) if inside.height() < wanted - 2 else ""
    if label.textFormat() == Qt.TextFormat.RichText:
        return ""
    width = label.fontMetrics().horizontalAdvance(words)
    cut = inside.width() < width - 1 or inside.height() < label.fontMetrics().height() - 2
    return _told(words, label, width, label.fontMetrics().height()) if cut else ""


def _told(words: str, widget: QWidget, width: int, height: int) -> str:
    return f"「{words}」 needs {width}×{height}, has {widget.width()}×{widget.height()} ({type(widget).__name__})"
