"""The right side of Home: the supervisor's news, and where the four steps stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card, IconLabel
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label, Line
from app.ui.shared.steps import Pips, StepSeal
from app.ui.shared.theme import step_role
from app.ui.trainee.elided import ElidedLabel
from app.ui.trainee.home_data import COMPLAINT, News, Standing
from app.ui.trainee.home_words import moment_words, standing_words, step_word
from app.ui.trainee.step_names import KINDS

SEAL = 34
UNDER_WORDS = 3
"""Between a step's words and its pips."""
GAP, ROOMY_GAP = 7, 12
"""Between two steps: where the page is low, and where it is high."""


class NewsCard(Card):
    """What the supervisor said about drills and is not read yet, a row each.

    Signals: `chosen(drill_id)`.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=18, spacing=0, parent=parent)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("主管点评"), "heading"))
        head.addStretch(1)
        self._more = Label("", "small", ink="muted")
        head.addWidget(self._more)
        self.body.addLayout(head)
        self.body.addSpacing(4)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self._none = Label(
            self.tr("没有新的点评。主管看过您的演练，会在这里说两句。"), "compact", ink="muted", wrap=True
        )
        self._none.hide()
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        self._news: tuple[News, ...] = ()
        self._now = datetime.now().astimezone()
        self._limit = 2
        self.buttons: list[Button] = []
        self._fit()

    def show_news(self, news: Sequence[News], now: datetime) -> None:
        """Show the drills with something new."""
        self._news, self._now = tuple(news), now
        self._none.setVisible(not self._news)
        self._build()

    def set_limit(self, limit: int) -> None:
        """Show at most so many rows; the rest is told as a number."""
        if limit != self._limit:
            self._limit = limit
            self._build()
        self._fit()

    def _fit(self) -> None:
        row = max(type_.control_height("bar"), round(type_.line_px("body") + type_.line_px("small"))) + 17
        self.setMinimumHeight(round(40 + type_.line_px("heading") + min(2, self._limit) * row))

    def _build(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for one in self._news[: self._limit]:
            self._rows.addWidget(Line())
            self._rows.addWidget(self._row(one))
        left = len(self._news) - self._limit
        self._more.set_text(self.tr("还有 {0} 条").format(left) if left > 0 else "")

    def _row(self, news: News) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        title = ElidedLabel(said(news.title), "body")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(
            Label(self.tr("{0} 的演练").format(moment_words(news.started, self._now)), "small", ink="muted")
        )
        button = Button(self.tr("去看"), size="bar")
        button.setAccessibleName(self.tr("看点评：{0}").format(said(news.title)))
        button.clicked.connect(lambda: self.chosen.emit(news.drill_id))
        self.buttons.append(button)
        row.addWidget(IconLabel("comment", "caution"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(button)
        return made


class StandingsCard(Card):
    """四步走到哪儿了: each step of a complaint with pips and one phrase, over the last complaint drills."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, spacing=0, parent=parent)
        self.setAccessibleName(self.tr("四步走到哪儿了"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("四步走到哪儿了"), "heading"))
        self._count = ElidedLabel(name="small", ink="muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._count, 1)
        self.body.addLayout(head)
        self.body.addSpacing(8)
        self._rows: dict[str, tuple[StepSeal, Label, Pips]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for position, step in enumerate(KINDS[COMPLAINT], 1):
            seal = StepSeal(position, said(step.name), size=SEAL)
            name = Label(said(step.name), "body", bold=True)
            phrase = Label("", "small", ink="muted")
            phrase.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            pips = Pips((False,) * 3, step_role(position))
            grid.addWidget(seal, 3 * position, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(name, 3 * position, 1)
            grid.addWidget(phrase, 3 * position, 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(pips, 3 * position + 1, 1, 1, 2, Qt.AlignmentFlag.AlignBottom)
            grid.setRowMinimumHeight(3 * position + 1, pips.height() + UNDER_WORDS)
            grid.setRowMinimumHeight(3 * position + 2, GAP)
            self._rows[step.id] = (seal, phrase, pips)
        self._grid = grid
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room to set the steps apart."""
        for position in range(1, len(self._rows) + 1):
            self._grid.setRowMinimumHeight(3 * position + 2, ROOMY_GAP if roomy else GAP)

    def show_standings(self, standings: Sequence[Standing], complaints: int) -> None:
        """Show where each step stands; steps of which nothing is known are off."""
        known = {one.step: one for one in standings}
        self._count.set_text(self.tr("近 {0} 次投诉").format(complaints) if complaints else self.tr("还没练过投诉"))
        for step, (seal, phrase, pips) in self._rows.items():
            standing = known.get(step)
            level = 0 if standing is None else int(standing.mean + 0.5)
            seal.set_level(level)
            pips.set_flags([place < level for place in range(3)])
            words = "" if standing is None else standing_words(standing)
            phrase.set_text(words)
            seal.setAccessibleDescription(words)
            seal.setToolTip(f"{step_word(step)} {words}")
