"""The library: find a scenario and begin it. A trainer has the tools for its files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.services import Services
from app.ui.shared.cards import EmptyState
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.shared.pages import DrillRequest, Page, StudyRequest
from app.ui.shared.search import SearchBox
from app.ui.trainee.library_cards import CardGrid
from app.ui.trainee.library_data import NOTHING, Standing, keys, standing
from app.ui.trainee.library_filters import Choice, ModeButton, StageChips
from app.ui.trainee.library_model import CARD, CardView, Scenarios, Shown, in_order
from app.ui.trainee.library_words import EXAM, PRACTICE, STUDY, difficulty_word
from app.ui.trainee.step_names import kind_name

if TYPE_CHECKING:
    from app.ui.shared.search import SearchKey

MARGIN = 28


class LibraryPage(Page):
    """Cards of every scenario, narrowed by search, stage, kind and difficulty."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._standing: Standing = NOTHING
        self._model = Scenarios(self)
        self._shown = Shown(self)
        self._shown.setSourceModel(self._model)
        self.search = SearchBox(self.tr("搜场景，比如「漏水」"))
        self.kinds = Choice(self.tr("类型"), [("", self.tr("全部类型"))])
        levels = [(0, self.tr("全部难度")), *((one, difficulty_word(one)) for one in range(1, 6))]
        self.difficulties = Choice(self.tr("难度"), levels)
        self.mode = ModeButton()
        self.stages = StageChips()
        self.grid = CardGrid()
        self.grid.setModel(self._shown)
        self._none = EmptyState(
            "search", self.tr("没有找到"), self.tr("换个词搜，或者把条件放宽些。"), self.tr("看全部"), primary=False
        )
        self._reading = Label(self.tr("正在看场景文件…"), "body", ink="muted")
        self._stack = QStackedWidget()
        self._tools: QWidget | None = None
        self._connect()
        self._lay_out()

    # What the window asks

    def enter(self, argument: object = None) -> None:
        self._show()
        entries = self.services.library.entries
        self.services.ask(standing, done=self._on_standing, owner=self, key="standing")
        self.services.jobs.run(lambda: keys(entries), done=self._on_keys, owner=self, key="keys")
        if isinstance(argument, str):
            self.choose(argument)

    def first_focus(self) -> QWidget | None:
        return self.grid if self._shown.rowCount() else self.search

    def on_escape(self) -> bool:
        if self.search.text():
            self.search.clear()
            return True
        return False

    def choose(self, scenario_id: str) -> None:
        """Select a scenario, where it is shown."""
        for row in range(self._shown.rowCount()):
            if self._shown.index(row, 0).data(CARD).entry.id == scenario_id:
                self.grid.select(row)
                return

    # Data

    def _on_standing(self, found: Standing) -> None:
        self._standing = found
        self._show()

    def _on_keys(self, found: dict[str, SearchKey]) -> None:
        self._narrow(keys=found)

    def _on_library(self) -> None:
        self._show()
        entries = self.services.library.entries
        self.services.jobs.run(lambda: keys(entries), done=self._on_keys, owner=self, key="keys")

    def _show(self) -> None:
        here = self.grid.card()
        entries = self.services.library.entries
        self._model.show(in_order(entries, own_first=self.grid.trainer), self._standing)
        kinds = dict.fromkeys(one.kind for one in entries if one.kind)
        self.kinds.set_options([("", self.tr("全部类型")), *((one, said(kind_name(one))) for one in kinds)])
        if here is not None:
            self.choose(here.entry.id)
        self._settle()

    def _narrow(self, **given: object) -> None:
        self._shown.narrow(**given)
        self._settle()

    def _settle(self) -> None:
        self.stages.show_counts(self._shown.stage_counts())
        if not self._model.rowCount():
            self._stack.setCurrentWidget(self._reading)
        else:
            self._stack.setCurrentWidget(self.grid if self._shown.rowCount() else self._none)
        self.grid.refresh()

    # What is pressed

    def _connect(self) -> None:
        self.search.searched.connect(lambda text: self._narrow(query=text))
        self.search.results_wanted.connect(self._on_results)
        self.kinds.chosen.connect(lambda kind: self._narrow(kind=kind))
        self.difficulties.chosen.connect(lambda difficulty: self._narrow(difficulty=difficulty))
        self.stages.chosen.connect(lambda stage: self._narrow(stage=stage))
        self.mode.mode_chosen.connect(self.grid.set_mode)
        self.grid.started.connect(self._on_started)
        self.grid.looked_into.connect(self._on_looked_into)
        self._none.chosen.connect(self._on_all)
        self.services.library_changed.connect(self._on_library)

    def _on_all(self) -> None:
        self.search.clear()
        self.kinds.setCurrentIndex(0)
        self.difficulties.setCurrentIndex(0)
        self.stages.set_stage("")
        self._narrow(query="", kind="", stage="", difficulty=0)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_results(self) -> None:
        if self._shown.rowCount():
            self.grid.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_started(self, card: CardView) -> None:
        mode = self.grid.mode
        if mode == STUDY:
            self.services.go("study", StudyRequest(card.entry.id))
        elif card.open is not None and mode == PRACTICE:
            self.services.go("drill", DrillRequest(drill_id=card.open.drill_id))
        else:
            self.services.go("drill", DrillRequest(scenario_id=card.entry.id, exam=mode == EXAM))

    def _on_looked_into(self, card: CardView) -> None:
        from app.ui.trainer.findings import FindingsDialog

        dialog = FindingsDialog(self.services, card.entry.path, self)
        dialog.open()

    # Layout

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, 20, 0, 0)
        page.setSpacing(14)
        page.addLayout(self._head())
        chips = QHBoxLayout()
        chips.setContentsMargins(0, 0, MARGIN, 0)
        chips.addWidget(self.stages, 1)
        chips.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignTop)
        page.addLayout(chips)
        for widget in (self.grid, self._none, self._reading):
            self._stack.addWidget(widget)
        self._reading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._stack, 1)
        if self.services.person is not None and str(self.services.person.role) == "trainer":
            body.addWidget(self._trainer_tools())
        page.addLayout(body, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, MARGIN, 0)
        head.setSpacing(12)
        head.addWidget(Label(self.tr("演练库"), "title"))
        head.addStretch(1)
        self.search.setMinimumWidth(220)
        self.search.setMaximumWidth(300)
        head.addWidget(self.search, 3)
        head.addWidget(self.kinds)
        head.addWidget(self.difficulties)
        return head

    def _trainer_tools(self) -> QWidget:
        from app.ui.trainer.tools import TrainerTools

        tools = TrainerTools(self.services)
        tools.copied.connect(self.choose)
        self.grid.trainer = True
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._tell_tools())
        self._model.modelReset.connect(self._tell_tools)
        self._tools = tools
        return tools

    def _tell_tools(self) -> None:
        from app.ui.trainer.tools import TrainerTools

        card = self.grid.card()
        if isinstance(self._tools, TrainerTools):
            self._tools.show_entry(None if card is None else card.entry)
