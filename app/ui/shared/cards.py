"""Cards, chips, empty states, top bars and segments: the pieces that every page is laid out with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.icons import pixmap
from app.ui.shared.labels import Label
from app.ui.shared.look import look, restyle, set_type, theme


class Card(QFrame):
    """A surface with a border; put things into `body`. `tone`: success, caution, danger, accent or bg for a tint.

    `set_selected` draws 2 px accent with padding one less, so that nothing moves.
    """

    def __init__(
        self, title: str = "", *, tone: str = "", padding: int = 16, spacing: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._padding = padding
        self.setProperty("card", "true")
        if tone:
            self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(spacing)
        self._pad(1)
        if title:
            self.body.addWidget(Label(title, "small", ink="muted", bold=True))

    def set_selected(self, selected: bool) -> None:
        """Show the card as the chosen one."""
        self.setProperty("selected", "true" if selected else "false")
        self._pad(2 if selected else 1)
        restyle(self)

    def _pad(self, border: int) -> None:
        inner = self._padding - border
        self.body.setContentsMargins(inner, inner, inner, inner)


class IconLabel(QLabel):
    """An icon that follows the theme. Decoration unless `words` name it."""

    def __init__(
        self, name: str, role: str = "muted", *, size: int = 22, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drawn = (name, role, size)
        self.setFixedSize(size, size)
        self.setAccessibleName(words)
        self._draw()
        look().changed.connect(self._draw)

    def set_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        self._drawn = (name, role, self._drawn[2])
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(pixmap(*self._drawn))


class Chip(QWidget):
    """A small rounded tag: `tone` accent, caution, success, danger (tinted) or "" (outlined)."""

    def __init__(self, text: str, tone: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = text, tone
        set_type(self, "small")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_text(self, text: str, tone: str | None = None) -> None:
        """Say something else, in another tone where one is given."""
        self._text = text
        self._tone = self._tone if tone is None else tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 18, round(type_.px("small") + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = theme()
        if self._tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color(f"{self._tone}_tint"))
        else:
            painter.setPen(now.color("border"))
            painter.setBrush(now.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(now.color(self._tone or "muted"))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class EmptyState(QWidget):
    """Nothing here yet: an icon, one bold line, one sentence, one button.

    Signals: `chosen()` when the button was pressed.
    """

    chosen = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        button: str = "",
        *,
        primary: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(IconLabel(icon, "muted", size=36), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(Label(title, "body", bold=True), 0, Qt.AlignmentFlag.AlignHCenter)
        words = Label(sentence, "compact", ink="muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(words)
        if button:
            layout.addSpacing(4)
            self.button = Button(button, "primary" if primary else "outlined")
            self.button.clicked.connect(self.chosen)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)


class TopBar(QFrame):
    """The bar of a full-screen page, 56 high: back, title, what you `add`, a gap, what you `add_action`.

    Signals: `back()` when 「返回」 was pressed.
    """

    back = Signal()

    def __init__(self, title: str = "", *, back: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(20, 0, 20, 0)
        self._layout.setSpacing(12)
        words = back or QCoreApplication.translate("TopBar", "返回")
        self.back_button = Button(words, "plain", icon="back", size="bar")
        set_type(self.back_button, "body")
        self.back_button.clicked.connect(self.back)
        self.title = Label(title, "heading")
        self._layout.addWidget(self.back_button)
        self._layout.addWidget(self.title)
        self._layout.addStretch(1)
        self._left = 2
        self._fit()
        look().changed.connect(self._fit)

    def add(self, widget: QWidget) -> None:
        """Put something behind the title."""
        self._layout.insertWidget(self._left, widget)
        self._left += 1

    def add_action(self, widget: QWidget) -> None:
        """Put something at the right end."""
        self._layout.addWidget(widget)

    def _fit(self) -> None:
        self.setFixedHeight(max(56, type_.control_height("bar") + 22))


_ARROWS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Segments(QWidget):
    """A row of which one is chosen: arrows move inside it, as in a radio group.

    Signals: `chosen(value)` when the person chose another.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        size: str = "normal",
        parent: QWidget | None = None,
    ) -> None:
        """`options` are (value, words)."""
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._buttons: dict[str, Button] = {}
        self._quiet = False
        for one, words in options:
            button = Button(words, "segment", size=size)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.toggled.connect(self._on_toggled)
            button.installEventFilter(self)
            layout.addWidget(button)
            self._buttons[one] = button
        layout.addStretch(1)
        if value:
            self.set_value(value)

    def value(self) -> str:
        """The chosen value; "" where none is."""
        return next((one for one, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without a signal."""
        if value in self._buttons:
            self._quiet = True
            self._buttons[value].setChecked(True)
            self._quiet = False

    def button(self, value: str) -> Button:
        """The button of `value`."""
        return self._buttons[value]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        by = (
            _ARROWS.get(Qt.Key(event.key()))
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
            else None
        )
        values = [one for one, button in self._buttons.items() if button.isEnabled()]
        here = next((index for index, one in enumerate(values) if self._buttons[one] is watched), None)
        if by is None or here is None:
            return super().eventFilter(watched, event)
        following = self._buttons[values[(here + by) % len(values)]]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.setChecked(True)
        return True

    def _on_toggled(self, checked: bool) -> None:
        if checked and not self._quiet:
            self.chosen.emit(self.value())
