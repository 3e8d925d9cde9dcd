"""The rail: where one can go, in words, and who is at the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.pages import PAGES
from app.ui.services import Services
from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.labels import Label, Line
from app.ui.shared.look import look, theme

WIDTH, WIDE = 168, 200
WIDE_FROM = 1800


class Rail(QFrame):
    """Navigation by words. Full-screen pages hide it.

    Signals: `wanted(key)` when a page was chosen; `people_wanted(point)` when the person was pressed.
    """

    wanted = Signal(str)
    people_wanted = Signal(QPoint)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._services = services
        self._buttons: dict[str, Button] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 16, 12, 10)
        self._layout.setSpacing(4)
        self._inside: QWidget | None = None
        self.refresh()
        self.fit(0)

    def refresh(self) -> None:
        """Build it anew for the person and the language of now."""
        if self._inside is not None:
            self._layout.removeWidget(self._inside)
            self._inside.hide()  # else the layout's delayed show would open it as a window of its own
            self._inside.setParent(None)
            self._inside.deleteLater()
        self._inside = QWidget()
        self._buttons = {}
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name = Label(self.tr("陪练"), "title", ink="accent")
        name.setContentsMargins(10, 0, 0, 4)
        column.addWidget(name)
        person = self._services.person
        if person is not None:
            self._add_buttons(column, str(person.role), at_bottom=False)
        column.addStretch(1)
        if person is not None:
            self._add_buttons(column, str(person.role), at_bottom=True)
            column.addSpacing(6)
            column.addWidget(Line())
            column.addSpacing(2)
            button = PersonButton(person.name, role_line(str(person.role)))
            button.clicked.connect(self._on_person)
            column.addWidget(button)
        self._layout.addWidget(self._inside)
        self._inside.show()

    def mark(self, key: str) -> None:
        """Show `key` as the page on screen."""
        for one, button in self._buttons.items():
            button.setChecked(one == key)

    def fit(self, window_width: int) -> None:
        """Take the width that goes with the window's and with the text size."""
        for button in self._buttons.values():
            button.ensurePolished()  # before that a button doesn't know its padding
        needed = max((button.sizeHint().width() for button in self._buttons.values()), default=0) + 25
        self.setFixedWidth(max(WIDE if window_width >= WIDE_FROM else WIDTH, needed))

    def _add_buttons(self, column: QVBoxLayout, role: str, *, at_bottom: bool) -> None:
        for spec in PAGES:
            if spec.title and role in spec.roles and spec.at_bottom is at_bottom:
                words = QCoreApplication.translate("MainWindow", spec.title)
                button = Button(words, "rail", icon=spec.icon, size="rail")
                button.setCheckable(True)
                button.clicked.connect(lambda _checked=False, key=spec.key: self.wanted.emit(key))
                self._buttons[spec.key] = button
                column.addWidget(button)

    def _on_person(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget):
            self.people_wanted.emit(sender.mapToGlobal(QPoint(0, 0)))


class PersonButton(Button):
    """Who is at the screen: initial, name, role; pressing it lists who else could be."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__("", "rail")
        self._name, self._role = name, role
        self.setAccessibleName(QCoreApplication.translate("MainWindow", "{0}，{1}").format(name, role))
        self.setAccessibleDescription(QCoreApplication.translate("MainWindow", "按一下换人"))
        self.setToolTip(QCoreApplication.translate("MainWindow", "按一下换人"))
        self._fit()
        look().changed.connect(self._fit)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 24, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        from app.ui.shared.bubble import paint_initial  # nobody is at the screen when the window first shows

        super().paintEvent(event)
        now = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_ = QRectF(8, (self.height() - 36) / 2, 36, 36)
        paint_initial(painter, round_, name=self._name, theme=now, role="accent")
        left = round_.right() + 10
        middle = self.height() / 2
        for text, name, bold, ink, top in (
            (self._name, "compact", True, "text", middle - type_.line_px("small")),
            (self._role, "small", False, "muted", middle),
        ):
            font = type_.font(name, bold=bold)
            painter.setFont(font)
            painter.setPen(now.color(ink))
            room = QRectF(left, top, self.width() - left - 4, type_.line_px("small"))
            words = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _fit(self) -> None:
        self.setProperty("controlHeight", None)
        self.setFixedHeight(round(max(48, 2 * type_.line_px("small") + 10)))


def role_line(role: str) -> str:
    """The second line under a name."""
    from app.ui.main_window import role_word

    return role_word(role)
