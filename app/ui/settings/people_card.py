"""Who uses this computer: those who can be chosen, and those who have left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.services import Services
from app.ui.shared.bubble import Initial
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card, Chip
from app.ui.shared.labels import Label, Line

if TYPE_CHECKING:
    from app.records.room import Records
    from app.records.values import Person


class PeopleCard(Card):
    """A row for each person. Who left no longer appears when one changes the person; what they did stays."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(spacing=10, parent=parent)
        self._services = services
        self._rows: QWidget | None = None
        self.add = Button(self.tr("添加一位"), icon="plus", size="bar")
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("这台电脑上的人"), "small", ink="muted", bold=True))
        head.addStretch(1)
        head.addWidget(self.add)
        self.body.addLayout(head)
        self.add.clicked.connect(self._on_add)
        services.people_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the people of now."""
        if self._rows is not None:
            self.body.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        here = self._services.person
        for person in sorted(self._services.people, key=lambda one: not one.active):
            row = PersonRow(person, here=here is not None and person.id == here.id)
            row.wanted.connect(self._on_wanted)
            column.addWidget(Line())
            column.addWidget(row)
        self.body.addWidget(self._rows)

    def row(self, name: str) -> PersonRow:
        """The row of the first person of that name."""
        rows = self._rows.findChildren(PersonRow) if self._rows is not None else []
        return next(one for one in rows if one.person.name == name)

    def _on_add(self) -> None:
        self._services.go("first_start")

    def _on_wanted(self, person: Person, active: bool) -> None:
        work = partial(_set_active, self._services.records, person, active)
        self._services.jobs.write(work, done=partial(_told, self._services), owner=self)


class PersonRow(QWidget):
    """One person with one button.

    Signals: `wanted(person, active)` when the button was pressed.
    """

    wanted = Signal(object, bool)

    def __init__(self, person: Person, *, here: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from app.ui.main_window import role_word

        self.person = person
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        row.addWidget(Initial(person.name, role="accent", size=36))
        words = QVBoxLayout()
        words.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(8)
        name = Label(person.name, "compact", bold=True, ink="text" if person.active else "muted")
        name.setProperty("mayElide", True)
        top.addWidget(name)
        if person.demo:
            top.addWidget(Chip(self.tr("演示")))
        top.addStretch(1)
        words.addLayout(top)
        role = role_word(str(person.role))
        if not person.active:
            role = self.tr("{0} · 不在了").format(role)
        words.addWidget(Label(role, "small", ink="muted"))
        row.addLayout(words, 1)
        self.button: Button | None = None
        if here:
            row.addWidget(Label(self.tr("正在用"), "small", ink="muted"))
        else:
            self.button = Button(self.tr("不再显示") if person.active else self.tr("重新显示"), size="bar")
            self.button.setAccessibleName(self.tr("{0}：{1}").format(person.name, self.button.text()))
            self.button.clicked.connect(self._on_clicked)
            row.addWidget(self.button)

    def _on_clicked(self) -> None:
        self.wanted.emit(self.person, not self.person.active)


def _set_active(records: Records, person: Person, active: bool) -> Person:
    return records.set_active(person, active=active)


def _told(services: Services, person: Person) -> None:
    services.refresh_people()
    if person.active:
        services.messages.done(QCoreApplication.translate("PeopleCard", "换人时又能选到{0}了。").format(person.name))
        return
    words = QCoreApplication.translate("PeopleCard", "换人时不再出现{0}，成绩都还在。").format(person.name)
    services.messages.done(words, undo=partial(_put_back, services, person))


def _put_back(services: Services, person: Person) -> None:
    work = partial(_set_active, services.records, person, True)
    services.jobs.write(work, done=partial(_told, services), owner=services)
