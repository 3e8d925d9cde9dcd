"""Tabs with the seal of each step, in two rows where one is too narrow; arrows move inside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.look import look, set_type, theme
from app.ui.shared.steps import paint_mark, paint_seal, seal_character

SEAL = 20


class Tabs(QWidget):
    """One tab for each step, one for violations.

    Signals: `chosen(id)` when the person chose another.
    """

    chosen = Signal(str)

    def __init__(
        self, steps: Sequence[tuple[str, str, int, int | None]], last: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """`steps` are (id, name, position, level); `last` the (id, words) of the tab with ▲."""
        super().__init__(parent)
        self._steps = {one[0]: one for one in steps}
        self._buttons: dict[str, Button] = {}
        self._columns = 0
        self._fitted = 0.0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 0, 10, 0)
        self._grid.setSpacing(0)
        for name, words in [*((one[0], one[1]) for one in steps), last]:
            button = Button(words, "tab")
            set_type(button, "compact")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setIconSize(QSize(SEAL, SEAL))
            button.setText(f" {words}")
            button.setAccessibleName(words)
            button.clicked.connect(self._on_clicked)
            self._buttons[name] = button
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._draw()
        self._place(len(self._buttons))
        look().changed.connect(self._on_look_changed)

    def value(self) -> str:
        """The chosen tab."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def names(self) -> tuple[str, ...]:
        """The tabs in order."""
        return tuple(self._buttons)

    def set_value(self, name: str) -> None:
        """Choose without a signal."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def button(self, name: str) -> Button:
        """The button of a tab."""
        return self._buttons[name]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        names = list(self._buttons)
        here = next((index for index, one in enumerate(names) if self._buttons[one].hasFocus()), None)
        if by is None or here is None:
            super().keyPressEvent(event)
            return
        following = self._buttons[names[(here + by) % len(names)]]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.click()

    def _fit(self) -> None:
        bold, normal = (QFontMetrics(type_.font("compact", bold=one)) for one in (True, False))
        for button in self._buttons.values():
            # The chosen one is bold, and mustn't be cut then.
            more = bold.horizontalAdvance(button.text()) - normal.horizontalAdvance(button.text())
            wanted = button.minimumSizeHint().width() + (0 if button.isChecked() else max(0, more) + 1)
            button.setMinimumWidth(max(wanted, button.minimumWidth()) if self._fitted == type_.scale() else wanted)
        self._fitted = type_.scale()
        room = self.width() - 20
        widths = [button.minimumWidth() for button in self._buttons.values()]
        self._place(len(widths) if sum(widths) + 8 <= room else (len(widths) + 1) // 2)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for button in self._buttons.values():
            self._grid.removeWidget(button)
        for index, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, index // columns, index % columns, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(len(self._buttons), 1)
        self.updateGeometry()

    def _draw(self) -> None:
        screen = QGuiApplication.primaryScreen()
        ratio = max(2.0, screen.devicePixelRatio()) if screen else 2.0
        for name, button in self._buttons.items():
            drawn = QPixmap(round(SEAL * ratio), round(SEAL * ratio))
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            step = self._steps.get(name)
            if step is None:
                paint_mark(painter, QRectF(3, 3, SEAL - 6, SEAL - 6), position=0, theme=theme())
            else:
                _, words, position, level = step
                paint_seal(
                    painter, QRectF(0, 0, SEAL, SEAL), position=position, level=level,
                    character=seal_character(words, position), theme=theme(),
                )  # fmt: skip
            painter.end()
            button.setIcon(QIcon(drawn))

    def _on_look_changed(self) -> None:
        self._draw()
        self._fit()

    def _on_clicked(self) -> None:
        self.chosen.emit(self.value())
