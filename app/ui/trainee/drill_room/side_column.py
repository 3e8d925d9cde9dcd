"""A column at the side of the talk: sunken ground, a line towards the talk, and cards that scroll where they must."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.shared.i18n import language
from app.ui.shared.labels import Line
from app.ui.shared.look import look

MARGIN, SCROLL_BAR = 16, 12
WIDE_WINDOW, WIDE_COLUMN = 1700, 320


class SideColumn(QFrame):
    """`base` is its width at 100 % on a laptop; larger text and a wide window give it more. `at_right` sets its side."""

    def __init__(self, base: int, *, at_right: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = base
        self.setProperty("ground", "sunken")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.column = QVBoxLayout()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        line = Line(vertical=True)
        for widget in (line, self._area) if at_right else (self._area, line):
            layout.addWidget(widget)
        self.fit(0)

    def begin(self) -> QVBoxLayout:
        """Throw away what is inside; the layout for what comes."""
        inside = QWidget()
        inside.setProperty("clear", "true")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(14)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._on_range()
        return self.column

    def set_blank(self, blank: bool) -> None:
        """Show the ground alone, while what stands on it isn't known."""
        inside = self._area.widget()
        if inside is not None:
            inside.setVisible(not blank)

    def fit(self, window: int) -> None:
        """Take the width that goes with a window `window` wide."""
        base = WIDE_COLUMN if window >= WIDE_WINDOW else self._base + (16 if language() == "en" else 0)
        width = round(base * (1 + 0.85 * max(0.0, look().scale() - 1)))
        if width != self.width() or width != self.minimumWidth():
            self.setFixedWidth(width)

    def _on_range(self) -> None:
        """A scroll bar that comes stands in the margin, so that nothing wraps anew."""
        shown = self._area.verticalScrollBar().maximum() > 0
        margins = self.column.contentsMargins()
        right = MARGIN - SCROLL_BAR if shown else MARGIN
        if margins.right() != right:
            margins.setRight(right)
            self.column.setContentsMargins(margins)
