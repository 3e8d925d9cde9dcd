"""Home: go on with the drill that waits, what to do next, the last results in a picture."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.services import Services
from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card, Chip, EmptyState
from app.ui.shared.labels import Label
from app.ui.shared.pages import DrillRequest, Page, ScorecardRequest
from app.ui.trainee.home_cards import NextCard, TipCard
from app.ui.trainee.home_data import HomeData, gather
from app.ui.trainee.home_side import NewsCard, StandingsCard
from app.ui.trainee.home_table import PastTable
from app.ui.trainee.home_words import greeting, line_under_greeting
from app.ui.trainee.scrolled import Scrolled

WIDEST = 1560
SIDE = 340
TALL = 740
"""From this height of the page there is room for two comments and five drills."""


class HomePage(Page):
    """The first page of a trainee. What was kept from last time shows at once; a job brings it up to date.

    Signals: `filled()` when what the records say now is on screen.
    """

    filled = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.data: HomeData | None = None
        self._wanted: tuple[str, object] | None = None
        self._greeting = Label("", "title")
        self._under = Label("", "body", ink="muted")
        self._sample = self._sample_strip()
        self._next = NextCard()
        self._tip = TipCard()
        self._news = NewsCard()
        self._standings = StandingsCard()
        self._table = PastTable()
        self._none = EmptyState("clock", self.tr("还没有记录"), self.tr("练完第一通，这里就有了。"))
        self._past = QStackedWidget()
        self._all = Button(self.tr("全部记录"), "plain", icon="chevron", size="bar")
        self._all.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._connect()
        self._lay_out()

    # What the window asks

    def enter(self, argument: object = None) -> None:
        person = self.services.person
        if person is None:
            return
        self._greet()
        self._sample.setVisible(any(one.demo for one in self.services.people))
        if self.data is None:
            kept = HomeData.read(self.services.folder, person.id)
            if kept is not None:
                self._show(kept)
        if self.services.ready:
            self._ask()

    def first_focus(self) -> QWidget | None:
        return self._next.button if self._next.button.isVisible() else self._table

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(round(SIDE * max(1.0, min(1.2, type_.scale()))))
        roomy = self.height() >= TALL * type_.scale()
        self._news.set_limit(2 if roomy else 1)
        self._standings.set_roomy(roomy)
        above, between = (22, 16) if roomy else (14, 12)
        self._column.setContentsMargins(32, above, 32, above)
        for layout in (self._column, self._left_column, self._right_column):
            layout.setSpacing(between)

    # Data

    def _ask(self) -> None:
        entries = self.services.library.entries
        folder = self.services.folder
        self.services.ask(lambda desk: _gathered(desk, entries, folder), done=self._on_gathered, owner=self, key="home")

    def _on_gathered(self, data: HomeData) -> None:
        self._show(data)
        self.filled.emit()

    def _show(self, data: HomeData) -> None:
        if data == self.data:
            return
        focused = self._next.button.hasFocus()
        self.data = data
        now = datetime.now().astimezone()
        self._under.set_text(line_under_greeting(data, now))
        self._show_next(data, now)
        self._table.show_drills(data.last, now)
        self._past.setCurrentWidget(self._table if data.last else self._none)
        self._all.setVisible(bool(data.last))
        self._news.show_news(data.news, now)
        self._standings.show_standings(data.standings, data.complaints)
        if self.isVisible() and not focused and self.focusWidget() is None:
            self._next.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_next(self, data: HomeData, now: datetime) -> None:
        """The waiting drill above and the suggestion below; without one, the suggestion above."""
        if data.unfinished is not None:
            self._next.show_unfinished(data.unfinished, now)
        elif data.tip is not None:
            self._next.show_tip(data.tip, first=data.tip.why == "first")
        if data.unfinished is not None and data.tip is not None:
            self._tip.show_tip(data.tip)
        else:
            self._tip.show_library(data.scenarios)

    # What is pressed

    def _connect(self) -> None:
        self._next.resumed.connect(lambda drill_id: self.services.go("drill", DrillRequest(drill_id=drill_id)))
        self._next.started.connect(self._on_started)
        self._tip.started.connect(lambda scenario_id: self._on_started(scenario_id, guided=False))
        self._tip.browsed.connect(lambda: self.services.go("library"))
        self._news.chosen.connect(self._on_scorecard)
        self._table.chosen.connect(self._on_scorecard)
        self._all.clicked.connect(lambda: self.services.go("history"))
        self.services.library_changed.connect(self._on_library)

    def _on_started(self, scenario_id: str, guided: bool) -> None:
        self.services.go("drill", DrillRequest(scenario_id=scenario_id, guided=guided))

    def _on_scorecard(self, drill_id: str) -> None:
        self.services.go("scorecard", ScorecardRequest(drill_id))

    def _on_library(self) -> None:
        if self.isVisible():
            self._ask()

    # The demo

    def _sample_strip(self) -> QWidget:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        chip = Chip(self.tr("示例数据"), "caution")
        chip.setToolTip(self.tr("这些人和成绩是看样子用的，移除以后什么都不留。"))
        self._remove = Button(self.tr("移除"), "plain", size="bar")
        self._remove.setAccessibleName(self.tr("移除示例数据"))
        self._remove.clicked.connect(self._on_remove)
        row.addWidget(chip)
        row.addWidget(self._remove)
        strip.hide()
        return strip

    def _on_remove(self) -> None:
        services = self.services
        if not services.ready:
            return
        self._remove.setEnabled(False)
        services.jobs.write(services.records.remove_demo, done=partial(_removed, services), owner=services)

    # Layout

    def _greet(self) -> None:
        person = self.services.person
        if person is not None:
            self._greeting.set_text(greeting(person.name, datetime.now().astimezone()))

    def _lay_out(self) -> None:
        body = QWidget()
        self._column = column = QVBoxLayout(body)
        column.addLayout(self._head())
        column.addWidget(self._next)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(self._left(), 1)
        columns.addWidget(self._right())
        column.addLayout(columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(body, WIDEST))

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(4)
        first = QHBoxLayout()
        first.addWidget(self._greeting)
        first.addStretch(1)
        first.addWidget(self._sample)
        head.addLayout(first)
        head.addWidget(self._under)
        return head

    def _left(self) -> QVBoxLayout:
        card = Card(padding=20, spacing=6)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("最近几次"), "heading"))
        head.addStretch(1)
        head.addWidget(self._all)
        card.body.addLayout(head)
        self._past.addWidget(self._table)
        self._past.addWidget(self._none)
        card.body.addWidget(self._past, 1)
        self._all.hide()
        self._left_column = left = QVBoxLayout()
        left.addWidget(card, 1)
        left.addWidget(self._tip)
        return left

    def _right(self) -> QWidget:
        side = QWidget()
        self._side = side
        self._right_column = column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._news)
        column.addWidget(self._standings, 1)
        return side


def _gathered(desk, entries, folder) -> HomeData:  # noqa: ANN001  # Desk's module isn't imported here, see services
    data = gather(desk, entries)
    data.keep(folder)
    return data


def _removed(services: Services, count: int) -> None:
    """The demo is gone: tell it, and let somebody real come to the screen."""
    from PySide6.QtCore import QCoreApplication

    words = QCoreApplication.translate("Home", "示例数据移除了，自己的人和成绩都没动。想再看，用 --demo 启动。")
    gone = services.person is not None and services.person.demo

    def then() -> None:
        services.messages.done(words)
        if gone:
            real = [one for one in services.people if one.active]
            services.set_person(real[0] if len(real) == 1 else None)
        else:
            services.go("home")

    if count >= 0:
        services.refresh_people(then=then)
