"""The toast: a sentence at the bottom of the window, with one action; it never asks for an answer."""

from __future__ import annotations

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.cards import IconLabel
from app.ui.shared.labels import Label
from app.ui.shared.look import look, theme
from app.ui.shared.messages import Messages, Notice
from app.ui.shared.painting import saved

SHOWN_MS = 6000
BOTTOM = 24
_ICONS = {"info": "info", "success": "check", "caution": "warning", "danger": "warning"}


class Toast(QFrame):
    """Shows the messages of a `Messages` at the bottom centre of its parent; raised above the pages."""

    def __init__(self, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("toast")
        self.setAccessibleName(self.tr("提示"))
        self._notice: Notice | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(18, 4, 8, 4)
        self._layout.setSpacing(10)
        self._icon = IconLabel("info", "accent")
        self._words = Label("", "compact", wrap=True)
        self._action = Button("", "plain", size="bar")
        self._close = Button(self.tr("知道了"), "plain", size="bar")
        for widget, stretch in ((self._icon, 0), (self._words, 1), (self._action, 0), (self._close, 0)):
            self._layout.addWidget(widget, stretch)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._on_time)
        self._rise = QPropertyAnimation(self, b"pos", self)
        self._rise.setDuration(150)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._action.clicked.connect(self._on_action)
        self._close.clicked.connect(self.hide)
        messages.shown.connect(self.show_notice)
        messages.withdrawn.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.plain()

    def show_notice(self, notice: Notice) -> None:
        """Show `notice` in place of what was there."""
        self._notice = notice
        self._icon.set_icon(_ICONS[notice.role], self._role())
        self._words.set_text(notice.text)
        self._action.set_text(notice.action)
        self._action.setVisible(bool(notice.action))
        self._close.setVisible(notice.stays)
        self._place(rise=True)
        self._announce(notice)
        self._timer.stop()
        if not notice.stays:
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        with saved(painter):
            painter.setClipRect(QRectF(0, 0, 4, self.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(self._role()))
            painter.drawRoundedRect(QRectF(0, 0, 20, self.height()), 8, 8)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._notice is not None and not self._notice.stays and self.isVisible():
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _role(self) -> str:
        role = self._notice.role if self._notice else "info"
        return "accent" if role == "info" else role

    def _place(self, *, rise: bool = False) -> None:
        room = self._room.size()
        words = self._words.plain()
        metrics = self._words.fontMetrics()
        around = self.sizeHint().width() - self._words.sizeHint().width()
        width = min(room.width() - 48, max(320, metrics.horizontalAdvance(words) + 16 + around))
        self.setFixedWidth(max(200, width))
        inner = self._words.heightForWidth(max(80, width - around))
        self.setFixedHeight(max(44, inner + 16, self._close.height() + 10))
        place = QPoint((room.width() - self.width()) // 2, room.height() - self.height() - BOTTOM)
        self._rise.stop()
        self.raise_()
        if rise and not look().reduce_motion:
            self.move(place + QPoint(0, 12))
            self.show()
            self._rise.setStartValue(self.pos())
            self._rise.setEndValue(place)
            self._rise.start()
        else:
            self.move(place)
            self.show()

    def _announce(self, notice: Notice) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self, notice.text)
        if notice.role == "danger":
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _on_time(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._timer.start()  # somebody is about to choose the action by keyboard
            return
        self.hide()

    def _on_action(self) -> None:
        notice = self._notice
        self.hide()
        if notice is not None and notice.on_action is not None:
            notice.on_action()
