"""First start: who is here, and what to do first in each role; also where another person is added."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.services import Services
from app.ui.shared.bubble import Initial
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card, Segments, TopBar
from app.ui.shared.labels import Label, Line
from app.ui.shared.pages import DrillRequest, Page
from app.ui.trainee.first_start_parts import ROLES, FirstSteps, GuidedOffer, NameBox, role_name, role_says
from app.ui.trainee.scrolled import Scrolled

if TYPE_CHECKING:
    from app.records.values import Person

FIRST_DRILL = "slow-response"
WIDEST = 1120


class FirstStartPage(Page):
    """Full-screen. First the people and a form to add one, then, for a new trainee, the offer of a guided drill."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._added: Person | None = None
        self._bar = TopBar(self.tr("谁在用"))
        self._people = Card(padding=20, spacing=0)
        self._rows = QVBoxLayout()
        self.people_buttons: list[Button] = []
        self.name = NameBox()
        self.role = Segments([(role, role_name(role)) for role in ROLES], "trainee")
        self.add = Button(self.tr("添加"), "primary")
        self._fault = Label("", "compact", ink="danger", wrap=True)
        self._says = Label(role_says("trainee"), "compact", ink="muted", wrap=True)
        self._first = FirstSteps()
        self._steps = QStackedWidget()
        self.offer = GuidedOffer()
        self._connect()
        self._lay_out()

    # What the window asks

    def enter(self, argument: object = None) -> None:
        self._steps.setCurrentIndex(0)
        self._bar.back_button.setVisible(self.services.person is not None)
        self._show_people()
        # Who comes by 「添加一位…」 wants the form; who finds nobody chosen wants her own name.
        self._left.removeWidget(self._adding)
        self._left.insertWidget(0 if self.services.person is not None else 1, self._adding)
        QWidget.setTabOrder(self._people, self._adding)
        self._fault.hide()

    def first_focus(self) -> QWidget | None:
        if self._steps.currentIndex() == 1:
            return self.offer.start
        adding = self.services.person is not None or not self.people_buttons
        return self.name if adding else self.people_buttons[0]

    def on_escape(self) -> bool:
        return self.services.person is None

    # People

    def _show_people(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        here = [one for one in self.services.people if one.active]
        self.people_buttons = []
        for index, person in enumerate(here):
            if index:
                self._rows.addWidget(Line())
            self._rows.addWidget(self._person_row(person))
        self._people.setVisible(bool(here))

    def _person_row(self, person: Person) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(person.name, "body", bold=True))
        about = role_name(str(person.role))
        words.addWidget(Label(self.tr("{0} · 示例").format(about) if person.demo else about, "small", ink="muted"))
        button = Button(self.tr("是我"), size="bar")
        button.setAccessibleName(self.tr("是我：{0}").format(person.name))
        button.clicked.connect(partial(self.services.set_person, person))
        self.people_buttons.append(button)
        row.addWidget(Initial(person.name, role="accent", size=36))
        row.addLayout(words, 1)
        row.addWidget(button)
        return made

    # Adding one

    def _on_add(self) -> None:
        name, role = self.name.text().strip(), self.role.value()
        if not name:
            self._tell(self.tr("先写上姓名。"))
            return
        if any(one.name == name and one.active for one in self.services.people):
            self._tell(
                self.tr("已经有一位「{0}」了。是同一个人，按「是我」；不是，名字后面加个字好分清。").format(name)
            )
            return
        self._fault.hide()
        self.add.setEnabled(False)
        records = self.services.records
        self.services.jobs.write(
            partial(_added, records, name, role), done=self._on_added, failed=self._on_not_added, owner=self
        )

    def _on_added(self, person: Person) -> None:
        self._added = person
        self.add.setEnabled(True)
        self.name.clear()
        self.services.refresh_people(then=self._go_on)

    def _on_not_added(self, error: Exception) -> None:
        self.add.setEnabled(True)
        self.services.messages.error(error)

    def _go_on(self) -> None:
        person = self._added
        if person is None:
            return
        self.services.settings.first_start_done = True
        if str(person.role) != "trainee":
            self.services.set_person(person)
            return
        self.offer.show_name(person.name)
        self._steps.setCurrentIndex(1)
        self.offer.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_offer(self, taken: bool) -> None:
        person, services = self._added, self.services
        if person is None:
            return
        services.set_person(person)  # this page goes with it
        if taken:
            services.go("drill", DrillRequest(scenario_id=FIRST_DRILL, guided=True))

    def _tell(self, words: str) -> None:
        self._fault.set_text(words)
        self._fault.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_role(self, role: str) -> None:
        self._says.set_text(role_says(role))
        self._first.mark(role)

    def _connect(self) -> None:
        self._bar.back.connect(self.services.back)
        self.add.clicked.connect(self._on_add)
        self.name.entered.connect(self._on_add)
        self.name.textChanged.connect(self._fault.hide)
        self.role.chosen.connect(self._on_role)
        self.offer.start.clicked.connect(lambda: self._on_offer(taken=True))
        self.offer.later.clicked.connect(lambda: self._on_offer(taken=False))

    # Layout

    def _lay_out(self) -> None:
        self._steps.addWidget(Scrolled(self._who(), WIDEST))
        self._steps.addWidget(self.offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._steps, 1)
        self._first.mark("trainee")

    def _who(self) -> QWidget:
        body = QWidget()
        page = QVBoxLayout(body)
        page.setContentsMargins(32, 24, 32, 24)
        page.setSpacing(6)
        page.addWidget(Label(self.tr("谁在用这台电脑？"), "title"))
        page.addWidget(
            Label(self.tr("成绩记在各人名下。前台共用一台也行，左下角按名字就能换人。"), "body", ink="muted", wrap=True)
        )
        page.addSpacing(12)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        self._left = left = QVBoxLayout()
        left.setSpacing(16)
        self._people.body.addWidget(Label(self.tr("已经有的人"), "heading"))
        self._people.body.addSpacing(4)
        self._rows.setSpacing(0)
        self._people.body.addLayout(self._rows)
        left.addWidget(self._people)
        self._adding = self._form()
        left.addWidget(self._adding)
        left.addStretch(1)
        columns.addLayout(left, 11)
        columns.addWidget(self._first, 9, Qt.AlignmentFlag.AlignTop)
        page.addLayout(columns, 1)
        return body

    def _form(self) -> Card:
        card = Card(padding=20, spacing=10)
        card.body.addWidget(Label(self.tr("添加一位"), "heading"))
        words = Label(self.tr("姓名"), "compact", ink="muted")
        words.setBuddy(self.name)
        self.name.setAccessibleName(self.tr("姓名"))
        card.body.addWidget(words)
        card.body.addWidget(self.name)
        card.body.addWidget(Label(self.tr("做什么"), "compact", ink="muted"))
        card.body.addWidget(self.role)
        card.body.addWidget(self._says)
        card.body.addWidget(self._fault)
        self._fault.hide()
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        card.body.addSpacing(2)
        card.body.addLayout(row)
        note = self.tr("现在只在这台电脑上选人，不用密码；以后由公司统一登录。")
        card.body.addWidget(Label(note, "small", ink="muted", wrap=True))
        return card


def _added(records, name: str, role: str) -> Person:  # noqa: ANN001  # Records, for a job; its module isn't imported here
    from app.records.values import Role

    return records.add_person(name, Role(role))
