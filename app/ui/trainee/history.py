"""我的记录: every drill of the person at the screen, to look back on or to go on with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.drills.grades import Rung
from app.ui.services import Services
from app.ui.shared.cards import Card, EmptyState
from app.ui.shared.labels import Label
from app.ui.shared.look import set_height, set_type
from app.ui.shared.pages import DrillRequest, Page, ScorecardRequest
from app.ui.shared.search import SearchBox
from app.ui.trainee.grades_card import GradesCard
from app.ui.trainee.history_data import ANY, FAILED, OPEN, PASSED, Criteria, HistoryPart, HistoryRow, gather, rungs
from app.ui.trainee.history_table import HistoryModel, HistoryTable
from app.ui.trainee.scorecard.words import ending_word, passed_word

TABLE, NOTHING_YET, NONE_FOUND = range(3)
WIDEST = 1560


class HistoryPage(Page):
    """Search, result and period over a table; Enter or a click opens a scorecard, or goes on with an open drill."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._criteria = Criteria()
        self._after: object = None
        self._loaded = False
        self.search = SearchBox(self.tr("搜场景，拼音首字母也行"))
        self.result = self._choice(self.tr("结果"), self._results())
        self.period = self._choice(self.tr("时间"), self._periods())
        self.model = HistoryModel(self)
        self.table = HistoryTable(self.model)
        self.nothing = EmptyState(
            "clock", self.tr("还没有记录"), self.tr("练完第一通，这里就有了。"), self.tr("挑一个练")
        )
        self.none_found = EmptyState(
            "search",
            self.tr("没有这样的记录"),
            self.tr("换个词，或者看看别的时间和结果。"),
            self.tr("看全部"),
            primary=False,
        )
        self.grades = GradesCard()
        self._stack = QStackedWidget()
        self._lay_out()
        self.search.searched.connect(self._on_filter)
        self.search.results_wanted.connect(self._on_results)
        self.result.currentIndexChanged.connect(self._on_filter)
        self.period.currentIndexChanged.connect(self._on_filter)
        self.model.more_wanted.connect(self._load_more)
        self.table.opened.connect(self._on_row_opened)
        self.grades.chosen.connect(partial(services.go, "library"))
        services.library_changed.connect(self._ask_grades)
        self.nothing.chosen.connect(partial(services.go, "library"))
        self.none_found.chosen.connect(self._show_all)

    def enter(self, argument: object = None) -> None:
        self._load()
        self._ask_grades()

    def _ask_grades(self) -> None:
        """Grades are for whoever learns; the list of drills comes from the library's index."""
        entries = self.services.library.entries
        self.grades.setVisible(bool(entries))
        if entries and self.services.ready:
            self.services.ask(partial(rungs, entries), done=self._on_grades, owner=self, key="grades")

    def _on_grades(self, found: tuple[Rung, ...]) -> None:
        self.grades.show_rungs(found, {one.id: one.title for one in self.services.library.entries})

    def first_focus(self) -> QWidget | None:
        return self.table if self._stack.currentIndex() == TABLE else None

    def _on_results(self) -> None:
        if self._stack.currentIndex() == TABLE:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def is_empty(self) -> bool:
        """Whether no row is shown, once it is known."""
        return self._loaded and self._stack.currentIndex() != TABLE

    def _choice(self, name: str, options: list[tuple[str, object]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for words, value in options:
            box.addItem(words, value)
        set_type(box, "body")
        set_height(box)
        return box

    def _results(self) -> list[tuple[str, object]]:
        endings = ("settled", "escalated", "left", "timed_out", "handed_over", "broken_off")
        return [
            (self.tr("全部结果"), ANY),
            (passed_word(passed=True), PASSED),
            (passed_word(passed=False), FAILED),
            (ending_word(""), OPEN),
            *((ending_word(one), one) for one in endings),
        ]

    def _periods(self) -> list[tuple[str, object]]:
        return [(self.tr("全部时间"), 0), (self.tr("近 7 天"), 7), (self.tr("近 30 天"), 30), (self.tr("近 90 天"), 90)]

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 24, 32, 24)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        outer.addWidget(inner, 1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Label(self.tr("我的记录"), "title"))
        column.addWidget(self.grades)
        filters = QHBoxLayout()
        filters.setSpacing(12)
        self.search.setMinimumWidth(240)
        self.search.setMaximumWidth(420)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.result)
        filters.addWidget(self.period)
        filters.addStretch(1)
        column.addLayout(filters)
        card = Card(padding=12)
        for view in (self.table, self.nothing, self.none_found):
            self._stack.addWidget(view)
        card.body.addWidget(self._stack)
        column.addWidget(card, 1)

    def _wanted(self) -> Criteria:
        return Criteria(self.search.text(), str(self.result.currentData()), int(self.period.currentData()))

    def _on_filter(self) -> None:
        self._load()

    def _load(self) -> None:
        self._criteria = self._wanted()
        self.services.ask(partial(gather, self._criteria, None), done=self._on_first, owner=self, key="history")

    def _load_more(self) -> None:
        work = partial(gather, self._criteria, self._after)  # type: ignore[arg-type]  # the cursor that a part gave
        self.services.ask(work, done=self._on_more, owner=self, key="history")

    def _on_first(self, part: HistoryPart) -> None:
        self._loaded, self._after = True, part.after
        kept = self._chosen()
        self.model.start(part.rows, more=part.after is not None)
        if not part.rows and part.after is not None:
            self._load_more()
            return
        self._show(part)
        self._choose(kept)

    def _on_more(self, part: HistoryPart) -> None:
        self._after = part.after
        self.model.add(part.rows, more=part.after is not None)
        if not self.model.rowCount() and part.after is not None:
            self._load_more()
            return
        self._show(part)
        self.table.choose_first()

    def _show(self, part: HistoryPart) -> None:
        if self.model.rowCount() or part.rows:
            self._stack.setCurrentIndex(TABLE)
        else:
            self._stack.setCurrentIndex(NONE_FOUND if self._criteria != Criteria() else NOTHING_YET)
        filtering = self._criteria != Criteria() or bool(self.model.rowCount())
        for field in (self.search, self.result, self.period):
            field.setVisible(filtering)

    def _chosen(self) -> str:
        index = self.table.currentIndex()
        return self.model.row(index).id if index.isValid() else ""

    def _choose(self, drill_id: str) -> None:
        for number in range(self.model.rowCount()):
            index = self.model.index(number, 0)
            if self.model.row(index).id == drill_id:
                self.table.setCurrentIndex(index)
                return
        self.table.choose_first()

    def _show_all(self) -> None:
        self.search.clear()
        self.result.setCurrentIndex(0)
        self.period.setCurrentIndex(0)
        self._load()

    def _on_row_opened(self, row: HistoryRow) -> None:
        if row.over:
            self.services.go("scorecard", ScorecardRequest(row.id))
        else:
            self.services.go("drill", DrillRequest(drill_id=row.id))
