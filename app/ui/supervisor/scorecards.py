"""Everyone's scorecards, newest first, for a supervisor: filtered, read a part at a time, opened one by one."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.services import Services
from app.ui.shared.cards import Card, EmptyState
from app.ui.shared.i18n import language, said
from app.ui.shared.labels import Label
from app.ui.shared.look import look
from app.ui.shared.pages import Page, ScorecardRequest
from app.ui.shared.search import search_keys
from app.ui.supervisor.asking import PAGE, Choice, Part, read
from app.ui.supervisor.card_table import ScorecardTable
from app.ui.supervisor.drill_picker import Drill
from app.ui.supervisor.filters import Filters

WIDEST = 1560


class ScorecardsPage(Page):
    """The supervisor's first page.

    Signals: `filled()` when what was asked for is on screen.
    """

    filled = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._part = Part((), None)
        self._opened = ""
        self._asked: Choice | None = None
        self.filters = Filters()
        self.table = ScorecardTable()
        self.shown = Label("", "small", ink="muted", wrap=True)
        self.none_yet = EmptyState("clock", self.tr("还没有成绩"), self.tr("学员练完第一通，这里就有了。"))
        self.none_such = EmptyState(
            "search", self.tr("没有这样的成绩"), self.tr("换个条件，或者看全部。"), self.tr("看全部"), primary=False
        )
        self._below = QStackedWidget()
        self._lay_out()
        self.filters.changed.connect(self._on_filters)
        self.table.chosen.connect(self._on_chosen)
        self.table.cards.more_wanted.connect(self._ask_more)
        self.none_such.chosen.connect(self._on_everything)
        services.people_changed.connect(self._on_people)
        services.library_changed.connect(self._name_drills)
        self._on_people()
        self.filters.set_choice(self._kept_choice())
        self._name_drills()
        self._place = ""
        look().changed.connect(self._on_look)
        self._on_look()

    # What the window asks

    def enter(self, argument: object = None) -> None:
        # As many as were here: one who comes back from a scorecard finds the list where it was.
        self._ask(least=max(PAGE, len(self.table.cards.drills)))

    def leave(self) -> bool:
        self._keep_columns()
        return True

    def first_focus(self) -> QWidget | None:
        return self.table if self.table.cards.rowCount() else self.filters.person

    # Asking

    def _ask(self, *, least: int = PAGE) -> None:
        self._asked = self.filters.choice()
        where = self._asked.where(datetime.now().astimezone())
        self.services.ask(partial(read, where=where, least=least), done=self._on_read, owner=self, key="scorecards")

    def _ask_more(self) -> None:
        if self._part.after is None or self._asked is None:
            return
        where = self._asked.where(datetime.now().astimezone())
        self.services.ask(
            partial(read, where=where, after=self._part.after), done=self._on_more, failed=self._on_no_more,
            owner=self, key="scorecards",
        )  # fmt: skip

    def _on_read(self, part: Part) -> None:
        stood, focused = self._opened or self.table.current, self.table.hasFocus()
        scrolled = self.table.verticalScrollBar().value()
        self._part = part
        self.table.show_cards(part.drills, more=part.after is not None)
        empty = not part.drills
        none = self.none_yet if self.filters.choice().open else self.none_such
        self._below.setCurrentWidget(none if empty else self.table)
        if not empty:
            self.table.go_to(stood)
            self.table.verticalScrollBar().setValue(scrolled)
            if focused or self._opened:
                self.table.setFocus()
        self._opened = ""
        self._say()
        self.filled.emit()

    def _on_more(self, part: Part) -> None:
        self._part = part
        self.table.cards.add(part.drills, more=part.after is not None)
        self._say()
        self.filled.emit()

    def _on_no_more(self, error: Exception) -> None:
        self.table.cards.not_added()
        self.services.messages.error(error)

    # What it says

    def _say(self) -> None:
        here = self.table.cards.rowCount()
        if not here:
            words = ""
        elif self.table.cards.more:
            words = self.tr("{0}最新的 {1} 份，往下翻还有").format(self._about(), here)
        else:
            words = self.tr("{0}一共 {1} 份，新的在前").format(self._about(), here)
        self.shown.set_text(words)
        self.table.setAccessibleDescription(words)

    def _about(self) -> str:
        """What is filtered, in words; "" for nothing."""
        filters, choice = self.filters, self.filters.choice()
        parts = [
            words
            for chosen, words in (
                (choice.person, filters.person.currentText()),
                (choice.drill, self.tr("「{0}」").format(filters.drill.text())),
                (choice.period != "all", filters.period.currentText()),
                (choice.review, self.tr("建议复核的")),
            )
            if chosen
        ]
        return self.tr("{0}：").format(self.tr("，").join(parts)) if parts else ""

    # What people do

    def _on_filters(self, choice: Choice) -> None:
        settings = self.services.settings
        settings.list_person, settings.list_drill = choice.person, choice.drill
        settings.list_period, settings.list_review = choice.period, choice.review
        self.table.verticalScrollBar().setValue(0)
        self._ask()

    def _on_everything(self) -> None:
        self.filters.set_choice(Choice())
        self._on_filters(Choice())
        self.filters.person.setFocus()

    def _on_chosen(self, drill_id: str) -> None:
        self._opened = drill_id
        self.services.go("scorecard", ScorecardRequest(drill_id))

    def _kept_choice(self) -> Choice:
        settings = self.services.settings
        return Choice(settings.list_person, settings.list_drill, settings.list_period, settings.list_review)

    # People, drills, columns

    def _on_people(self) -> None:
        self.filters.set_people(self.services.people)

    def _name_drills(self) -> None:
        entries = self.services.library.entries
        names = [(one.id, said(one.title), (one.title.zh, one.title.en)) for one in entries]
        self.services.jobs.run(partial(_findable, names), done=self.filters.set_drills, owner=self, key="drills")

    def _on_look(self) -> None:
        """The columns are remembered for each language and text size: the words are of another width."""
        place = f"scorecards.{language()}.{round(look().scale() * 100)}"
        if place != self._place:
            self._keep_columns()
            self._place = place
            self.table.restore_columns(self.services.settings.place(place))

    def _keep_columns(self) -> None:
        state = self.table.columns()
        if self._place and not state.isEmpty():
            self.services.settings.keep_place(self._place, state)

    def _lay_out(self) -> None:
        self._below.addWidget(self.table)
        self._below.addWidget(self.none_yet)
        self._below.addWidget(self.none_such)
        card = Card(padding=1, spacing=0)
        card.body.setContentsMargins(12, 4, 4, 4)
        card.body.addWidget(self._below)
        title = QHBoxLayout()
        title.setSpacing(14)
        title.addWidget(Label(self.tr("大家的成绩"), "title"))
        title.addWidget(self.shown, 1)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addLayout(title)
        column.addWidget(self.filters)
        column.addWidget(card, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside)


def _findable(names: list[tuple[str, str, tuple[str, str]]]) -> tuple[Drill, ...]:
    keys = search_keys([texts for _, _, texts in names])
    return tuple(Drill(drill_id, title, key) for (drill_id, title, _), key in zip(names, keys, strict=True))
