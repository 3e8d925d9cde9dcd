"""看示范: the model conversation comes line by line, the lights with it; then it is the trainee's turn."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.library_index import SHIPPED
from app.ui.services import Services
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Chip, TopBar
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.shared.look import look, theme
from app.ui.shared.pages import DrillRequest, Page, StudyRequest
from app.ui.trainee.drill_room.case_column import CaseColumn
from app.ui.trainee.drill_room.snapshot import State
from app.ui.trainee.drill_room.standing_column import StandingColumn
from app.ui.trainee.drill_room.talk import Talk
from app.ui.trainee.drill_room.talk_delegate import COLUMN, MARGIN
from app.ui.trainee.drill_room.talk_model import TalkModel

if TYPE_CHECKING:
    from app.ui.trainee.study.model import Study

LARGE_TEXT, NARROW = 1.2, 1440


class StudyPage(Page):
    """Plays a scenario's model conversation back. `enter` takes a StudyRequest.

    Signals: `opened()` when the conversation is there.
    """

    opened = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._request = StudyRequest()
        self._study: Study | None = None
        self._at = 0
        self.bar = TopBar(parent=self)
        self.bar.back.connect(services.back)
        self.bar.add(Chip(self.tr("示范"), "accent"))
        self.case = CaseColumn()
        self.model = TalkModel(self)
        self.talk = Talk(self.model)
        self.standing = StandingColumn()
        self.where = Label("", "compact", ink="muted")
        self.again = Button(self.tr("从头看"), icon="refresh")
        self.own = Button(self.tr("我来练"))
        self.next = Button(self.tr("下一句"), "primary")
        self.again.clicked.connect(self._on_again)
        self.own.clicked.connect(self._on_own)
        self.next.clicked.connect(self.go_on)
        look().changed.connect(self._fold)
        self._lay_out()

    def enter(self, argument: object = None) -> None:
        if isinstance(argument, StudyRequest):
            self._request = argument
        self._study = None
        self.model.reset((), customer="", feedback=True)
        self.case.set_blank(True)
        self.standing.set_blank(True)
        for button in (self.again, self.own, self.next):
            button.setEnabled(False)
        entry = self.services.library.entry(self._request.scenario_id)
        # The library's list may not be there yet: a file is mostly named after its scenario.
        path = Path(entry.path) if entry is not None else SHIPPED / f"{self._request.scenario_id}.yaml"
        # On the thread for writes: the scorer is shared with the drill room, which uses it there.
        self.services.jobs.write(partial(_played, path), done=self._on_played, failed=self._on_failed, owner=self)

    def first_focus(self) -> QWidget | None:
        return self.next if self.next.isEnabled() else self.own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(self.rect(), theme().color("bg"))

    def go_on(self) -> None:
        """Show the next reply with its evidence, and what the customer says to it."""
        if self._study is None or self._at >= len(self._study.turns):
            return
        before = self._state()
        turn = self._study.turns[self._at]
        self._at += 1
        self.model.append(turn.lines)
        self.standing.show_state(before, turn.state, feedback=True)
        self._show_place()

    def _state(self) -> State:
        assert self._study is not None
        return self._study.turns[self._at - 1].state if self._at else self._study.room.state

    def _on_played(self, study: Study) -> None:
        self._study = study
        room = study.room
        self.bar.title.set_text(said(room.title))
        self.case.show_room(room)
        self.standing.show_room(room)
        self.case.set_blank(False)
        self.standing.set_blank(False)
        self.talk.set_customer(room.customer.name)
        self._on_again()
        self._fold()
        self.next.setFocus()
        self.opened.emit()

    def _on_failed(self, error: Exception) -> None:
        self.services.messages.error(error)
        self.services.back()

    def _on_again(self) -> None:
        if self._study is None:
            return
        self._at = 0
        room = self._study.room
        self.model.reset(room.lines, customer=room.customer.name, feedback=True)
        self.standing.show_state(None, room.state, feedback=True)
        self._show_place()

    def _on_own(self) -> None:
        self.services.go("drill", DrillRequest(scenario_id=self._request.scenario_id))

    def _show_place(self) -> None:
        if self._study is None:
            return
        count = len(self._study.turns)
        over = self._at >= count
        if over:
            self.where.set_text(self.tr("看完了。换您用自己的话说一遍。"))
        elif self._at:
            self.where.set_text(self.tr("第 {0} 句，共 {1} 句").format(self._at, count))
        else:
            self.where.set_text(self.tr("先想想您会怎么回，再看下一句。"))
        self.next.setEnabled(not over)
        self.again.setEnabled(self._at > 0)
        self.own.setEnabled(True)
        self.own.set_kind("primary" if over else "outlined")
        self.next.set_kind("outlined" if over else "primary")
        if over:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        self.case.setVisible(not (look().scale() >= LARGE_TEXT and self.width() < NARROW))
        for column in (self.case, self.standing):
            column.fit(self.width())

    def _lay_out(self) -> None:
        foot = QFrame()
        foot.setProperty("ground", "surface")
        inside = QWidget()
        inside.setMaximumWidth(COLUMN + 2 * MARGIN)
        row = QHBoxLayout(inside)
        row.setContentsMargins(MARGIN, 14, MARGIN, 16)
        row.setSpacing(12)
        row.addWidget(self.where, 1)
        for button in (self.again, self.own, self.next):
            row.addWidget(button)
        across = QHBoxLayout(foot)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(inside, 1000)
        across.addStretch(1)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.talk, 1)
        middle.addWidget(foot)
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.case)
        columns.addLayout(middle, 1)
        columns.addWidget(self.standing)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addLayout(columns, 1)


def _played(path: Path) -> Study:
    from app.ui.trainee.study.model import study_of  # the scorer's imports are for the worker

    return study_of(path)
