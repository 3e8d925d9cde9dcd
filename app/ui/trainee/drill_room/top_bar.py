"""The drill room's bar: back, title, tags, time used, and the acts of the drill."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Chip, IconLabel, TopBar
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.trainee.drill_room.snapshot import Room

LAST_SECONDS = 60
"""From here on the time that is left of an exam stands out."""
LEAST_TITLE = 150
"""Pixels at 100 % that a title needs to be known by."""


class DrillBar(TopBar):
    """Signals: `case_asked(shown)`, `standards_asked()`, `hand_over_asked()`, `end_asked()`, and TopBar's `back()`."""

    case_asked = Signal(bool)
    standards_asked = Signal()
    hand_over_asked = Signal()
    end_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = ""
        self._known = False
        self._exam_seconds = 0
        self.title.setProperty("mayElide", True)
        self._tag = Chip("")
        self._mode = Chip("", "accent")
        self.add(self._tag)
        self.add(self._mode)
        self._time = Label("", "body", ink="muted")
        self._clock = clock = QWidget()
        row = QHBoxLayout(clock)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(4)
        row.addWidget(IconLabel("clock", "muted", size=18))
        row.addWidget(self._time)
        self.case = Button(self.tr("客户卡"), icon="user", size="bar")
        self.case.setCheckable(True)
        self.standards = Button(self.tr("标准卡"), icon="doc", size="bar")
        self.hand_over = Button(self.tr("转交上级"), icon="person-up", size="bar")
        self.end = Button(self.tr("结束演练"), icon="flag", size="bar")
        for widget in (clock, self.case, self.standards, self.hand_over, self.end):
            self.add_action(widget)
        self.case.hide()
        self.case.toggled.connect(self.case_asked)
        self.standards.clicked.connect(self.standards_asked)
        self.hand_over.clicked.connect(self.hand_over_asked)
        self.end.clicked.connect(self.end_asked)

    def show_nothing(self) -> None:
        """Before it is known which drill it is."""
        self._name = ""
        self.title.set_text("")
        self._show_about(False)
        self.set_running(False)
        self.standards.hide()

    def show_room(self, room: Room) -> None:
        """Name the drill."""
        self._show_about(True)
        self._name = said(room.title)
        self._exam_seconds = room.exam_seconds
        self.title.setAccessibleName(self._name)
        self._tag.set_text(f"{stage_word(room.stage)} · {said(room.kind)}")
        exam = self.tr("考核 · 第 {0} 次").format(room.attempt) if room.attempt > 1 else self.tr("考核")
        self._mode.set_text(exam if room.exam else self.tr("练习"), "caution" if room.exam else "accent")
        self.standards.setVisible(not room.exam)
        self._fit_title()

    def show_time(self, milliseconds: int) -> None:
        """Show the time used, or in an exam the time that is left."""
        seconds = max(0, milliseconds) // 1000
        if self._exam_seconds:
            seconds = max(0, self._exam_seconds - seconds)
        words = self.tr("还剩 {0}:{1:02d}") if self._exam_seconds else self.tr("用时 {0}:{1:02d}")
        words = words.format(seconds // 60, seconds % 60)
        self._time.set_ink("caution" if self._exam_seconds and seconds < LAST_SECONDS else "muted")
        wider = len(words) != len(self._time.plain())
        self._time.set_text(words)
        if wider:
            self._fit_title()

    def fit(self, *, folded: bool) -> None:
        """Show the customer's button where her card is folded away; the title gives way."""
        self.case.setVisible(folded)
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _show_about(self, shown: bool) -> None:
        self._known = shown
        for widget in (self._tag, self._mode, self._clock):
            widget.setVisible(shown)

    def _fit_title(self) -> None:
        """Cut the title with … where the buttons leave no more room, and let the tag go before the title is gone; nothing
        else in the bar may be cut.
        """
        self._tag.setVisible(self._known)
        wanted = min(LEAST_TITLE * type_.scale(), self.title.fontMetrics().horizontalAdvance(self._name) + 24)
        if self._known and self._room_of_title() < wanted:
            self._tag.hide()
        room = self._room_of_title()
        shown = self.title.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, max(60, room - 24))
        if shown != self.title.plain():
            self.title.set_text(shown)

    def _room_of_title(self) -> int:
        room = self.width() - 40
        for index in range(self._layout.count()):
            item = self._layout.itemAt(index)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self.title and not widget.isHidden():
                room -= widget.sizeHint().width() + self._layout.spacing()
        return room

    def set_running(self, running: bool) -> None:
        """Whether the drill can still be handed over or ended."""
        self.hand_over.setVisible(running)
        self.end.setVisible(running)


def stage_word(stage: str) -> str:
    """What a stage of the customer's life is called."""

    words = {
        "获客": QCoreApplication.translate("Stages", "获客"),
        "首单": QCoreApplication.translate("Stages", "首单"),
        "危机": QCoreApplication.translate("Stages", "危机"),
        "回访": QCoreApplication.translate("Stages", "回访"),
        "老客": QCoreApplication.translate("Stages", "老客"),
        "忠诚": QCoreApplication.translate("Stages", "忠诚"),
        "裂变": QCoreApplication.translate("Stages", "裂变"),
        "流失": QCoreApplication.translate("Stages", "流失"),
        "数据": QCoreApplication.translate("Stages", "数据"),
    }
    return words.get(stage, stage)
