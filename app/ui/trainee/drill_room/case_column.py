"""The left column: who the customer is, what happened, what the trainee knows and may offer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.shared.bubble import Initial
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card, IconLabel
from app.ui.shared.i18n import language, said
from app.ui.shared.labels import Label, Line
from app.ui.trainee.drill_room.side_column import SideColumn
from app.ui.trainee.drill_room.snapshot import CustomerView, LookUp, Room

WIDTH = 268


class CaseColumn(SideColumn):
    """Customer card, situation, what is known, what can be looked up, what may be offered.

    Signals: `look_up_asked(fact_id)` when something is to be looked up.
    """

    look_up_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, at_right=False, parent=parent)
        self._buttons: dict[str, Button] = {}
        self._known = Card()

    def show_room(self, room: Room) -> None:
        """Show the case of a drill."""
        column = self.begin()
        column.addWidget(_customer_card(room.customer))
        brief = Card(self.tr("现在的情况"))
        brief.body.addWidget(Label(said(room.brief), "compact", wrap=True))
        column.addWidget(brief)
        self._known = self._known_card(room)
        column.addWidget(self._known)
        past = _past_card(room.customer)
        if past is not None:
            column.addWidget(past)
        column.addStretch(1)

    def refresh_known(self, room: Room) -> None:
        """Something was looked up: its button becomes what it says."""
        focused = next((one for one, button in self._buttons.items() if button.hasFocus()), None)
        old = self._known
        self._known = self._known_card(room)
        self.column.insertWidget(self.column.indexOf(old), self._known)
        self.column.removeWidget(old)
        old.deleteLater()
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def look_up_button(self, fact_id: str) -> Button | None:
        """The button that looks `fact_id` up; None once it was."""
        return self._buttons.get(fact_id)

    @property
    def known_card(self) -> QWidget:
        """The card of what is known and may be offered, for the guide to point at."""
        return self._known

    def set_enabled(self, enabled: bool) -> None:
        """Whether things can still be looked up."""
        for button in self._buttons.values():
            button.setEnabled(enabled)

    def _known_card(self, room: Room) -> Card:
        card = Card(self.tr("我知道的"), spacing=8)
        self._buttons = {}
        for fact in room.known:
            card.body.addWidget(_bullet(fact))
        for one in room.look_ups:
            card.body.addWidget(self._look_up(one))
        if not room.known and not room.look_ups:
            card.body.addWidget(Label(self.tr("都在上面了。"), "compact", ink="muted", wrap=True))
        card.body.addSpacing(2)
        card.body.addWidget(Line())
        card.body.addSpacing(2)
        card.body.addWidget(Label(self.tr("我能做主的"), "small", ink="muted", bold=True))
        for part in said(room.authority).split("; " if language() == "en" else "；"):
            card.body.addWidget(_bullet(part))
        if room.superior:
            card.body.addWidget(
                Label(self.tr("再多的，转交{0}。").format(room.superior), "compact", ink="muted", wrap=True)
            )
        return card

    def _look_up(self, one: LookUp) -> QWidget:
        if one.text:
            return _found(one)
        button = Button(self.tr("查{0}").format(one.where), icon="search", size="bar")
        button.setAccessibleDescription(self.tr("查了会记下来，并显示查到的内容"))
        button.clicked.connect(lambda _=False, fact=one.id: self.look_up_asked.emit(fact))
        self._buttons[one.id] = button
        return button


def _customer_card(customer: CustomerView) -> Card:
    words = _Words()
    card = Card(words.title)
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(Initial(customer.name, size=44), 0, Qt.AlignmentFlag.AlignTop)
    names = QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(Label(customer.name, "heading"))
    facts = " · ".join([words.tier.format(customer.tier), *customer.tags])
    names.addWidget(Label(facts, "small", ink="muted", wrap=True))
    head.addLayout(names, 1)
    card.body.addLayout(head)
    card.body.addWidget(Label(said(customer.about), "compact", wrap=True))
    return card


def _past_card(customer: CustomerView) -> Card | None:
    """What the company's system knows of her, below what is needed at once; None where it knows nothing."""
    words = _Words()
    if not customer.history and not customer.log:
        return None
    card = Card(words.past)
    for text in customer.history:
        card.body.addWidget(_bullet(text))
    if customer.log:
        card.body.addWidget(Label(words.log, "small", ink="muted", bold=True))
        for text in customer.log:
            card.body.addWidget(_bullet(text))
    return card


class _Words:
    """The words of the customer card, in one context for the translators."""

    def __init__(self) -> None:
        self.title = QCoreApplication.translate("CaseColumn", "客户卡")
        self.tier = QCoreApplication.translate("CaseColumn", "{0} 级客户")
        self.past = QCoreApplication.translate("CaseColumn", "往来")
        self.log = QCoreApplication.translate("CaseColumn", "系统里的记录")


def _bullet(text: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Label("·", "compact", ink="muted", bold=True), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(text, "compact", wrap=True), 1)
    return made


def _found(one: LookUp) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    head = QHBoxLayout()
    head.setSpacing(6)
    head.addWidget(IconLabel("check", "success", size=18))
    head.addWidget(Label(one.where, "compact", bold=True), 1)
    column.addLayout(head)
    column.addWidget(Label(one.text, "compact", wrap=True))
    return made
