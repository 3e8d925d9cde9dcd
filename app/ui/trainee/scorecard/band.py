"""The band across the top: the total and what it means, the steps with their levels, and how the sum came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.cards import Card, IconLabel
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label, Line
from app.ui.shared.mood import MoodFace, mood_face
from app.ui.shared.steps import StepMark, StepSeal, level_word
from app.ui.shared.theme import step_role
from app.ui.trainee.scorecard.words import cost, ending_word, passed_word, points, verdict, why_not

if TYPE_CHECKING:
    from app.drills.reviewed import DrillReview, FiguresReview, StepReview

HEIGHT = 120
LOW = 72
translate = QCoreApplication.translate


class Band(QWidget):
    """Total, seals and sum of one review, the seals beneath where the window is narrow; made anew for each."""

    def __init__(self, review: DrillReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = (_total(review), SealsCard(review.steps), _sums(review))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._grid.setColumnStretch(1, 1)
        self._one_row: bool | None = None
        # Whatever its cards want, the window may be narrower: then they are placed in two rows.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self._place(one_row=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = sum(card.sizeHint().width() for card in self._cards) + 2 * 16
        self._place(one_row=wanted <= self.width())

    def _place(self, *, one_row: bool) -> None:
        if one_row == self._one_row:
            return
        self._one_row = one_row
        total, seals, sums = self._cards
        for card in self._cards:
            self._grid.removeWidget(card)
        self._grid.addWidget(total, 0, 0)
        if one_row:
            self._grid.addWidget(seals, 0, 1)
            self._grid.addWidget(sums, 0, 2)
        else:
            self._grid.addWidget(sums, 0, 1)
            self._grid.addWidget(seals, 1, 0, 1, 2)
        seals.setMinimumHeight(HEIGHT if one_row else LOW)
        self._grid.setColumnStretch(0, 0 if one_row else 1)


class FiguresBand(QWidget):
    """The same for somebody who may see figures only."""

    def __init__(self, figures: FiguresReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = _row(self)
        card = _card()
        card.body.addLayout(
            _figure(figures.total, passed_word(figures.passed) if figures.about.over else "", passed=figures.passed)
        )
        words = translate("Scorecard", "结局：{0}").format(ending_word(figures.about.ending))
        card.body.addWidget(Label(words, "compact"))
        row.addWidget(card, 0)
        row.addWidget(SealsCard(figures.steps), 1)


class SealsCard(Card):
    """Every step: its seal, its name, its level in words and figures."""

    def __init__(self, steps: tuple[StepReview, ...], parent: QWidget | None = None) -> None:
        super().__init__(padding=12, parent=parent)
        self.setMinimumHeight(HEIGHT)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        tight = type_.scale() > 1.2 or len(steps) > 4
        for column, step in enumerate(steps):
            grid.addLayout(_step(step, 34 if tight else 44), 0, column)
            grid.setColumnStretch(column, 1)
        self.body.addStretch(1)
        self.body.addLayout(grid)
        self.body.addStretch(1)


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return row


def _card() -> Card:
    card = Card(padding=12, spacing=2)
    card.body.setContentsMargins(20, 10, 20, 10)
    card.setMinimumSize(236, HEIGHT)
    return card


def _total(review: DrillReview) -> Card:
    card = _card()
    row = QHBoxLayout()
    row.setSpacing(16)
    last = review.last_feeling
    face = MoodFace(mood_face(last.anger, last.trust, settled=last.settled))
    row.addWidget(face, 0, Qt.AlignmentFlag.AlignVCenter)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addLayout(_figure(review.sums.total, verdict(review), passed=review.passed))
    words.addWidget(
        Label(
            translate("Scorecard", "结局：{0}").format(ending_word(review.about.ending, review.about.handover)),
            "compact",
        )
    )
    reason = why_not(review)
    if reason:
        words.addWidget(Label(reason, "small", ink="muted"))
    row.addLayout(words, 1)
    card.body.addStretch(1)
    card.body.addLayout(row)
    card.body.addStretch(1)
    total = translate("Scorecard", "总分 {0}，{1}").format(points(review.sums.total), verdict(review))
    card.setAccessibleName(total)
    card.setAccessibleDescription(reason)
    return card


def _figure(total: float | None, word: str, *, passed: bool) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    figure = Label("–" if total is None else f"{total:.0f}", "figure")
    figure.setMaximumHeight(round(type_.line_px("figure") * 1.06))
    figure.setProperty("mayElide", True)  # figures have nothing below their line
    row.addWidget(figure)
    beside = QVBoxLayout()
    beside.setSpacing(0)
    beside.addStretch(1)
    if word:
        verdict_row = QHBoxLayout()
        verdict_row.setSpacing(4)
        if passed:
            verdict_row.addWidget(IconLabel("check", "success", size=18))
        verdict_row.addWidget(Label(word, "body", bold=True, ink="success" if passed else "text"))
        verdict_row.addStretch(1)
        beside.addLayout(verdict_row)
    beside.addWidget(Label("/ 100", "compact", ink="muted"))
    row.addLayout(beside, 1)
    return row


def _step(step: StepReview, size: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12 if size > 40 else 8)
    row.addStretch(1)
    row.addWidget(StepSeal(step.position, said(step.name), level=step.level, size=size))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(said(step.name), "body", bold=True))
    level = QHBoxLayout()
    level.setSpacing(6)
    if step.level is not None:
        level.addWidget(Label(level_word(step.level), "compact", bold=True, ink=_ink(step)))
        level.addWidget(Label(f"{step.level} / 3", "small", ink="muted"))
    level.addStretch(1)
    words.addLayout(level)
    row.addLayout(words)
    row.addStretch(1)
    return row


def _ink(step: StepReview) -> str:
    return step_role(step.position) if step.level else "muted"


def _sums(review: DrillReview) -> Card:
    card = _card()
    sums = review.sums
    grid = QGridLayout()
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    names = {
        3: translate("Scorecard", "三步"),
        4: translate("Scorecard", "四步"),
        5: translate("Scorecard", "五步"),
        6: translate("Scorecard", "六步"),
    }
    _sum_row(grid, 0, names.get(len(review.steps), translate("Scorecard", "各步")), points(sums.steps))
    _sum_row(grid, 1, translate("Scorecard", "先后顺序"), cost(sums.order))
    places = sum(len(one.turns) for one in review.violations)
    words = translate("Scorecard", "违规 {0} 处").format(places) if places else translate("Scorecard", "违规")
    _sum_row(grid, 2, words, cost(sums.violations), ink="danger" if places else "text", mark=bool(places))
    grid.setRowMinimumHeight(3, 9)
    grid.addWidget(Line(), 3, 0, 1, 2)
    total, raw = f"{sums.total:.0f}", points(sums.total)
    last = raw if raw == total else f"{raw} → {total}"
    name = (
        translate("Scorecard", "合计")
        if sums.cap is None
        else translate("Scorecard", "合计，封顶 {0}").format(points(sums.cap))
    )
    _sum_row(grid, 4, name, last, bold=True)
    card.body.addStretch(1)
    card.body.addLayout(grid)
    card.body.addStretch(1)
    return card


def _sum_row(
    grid: QGridLayout, row: int, name: str, value: str, *, ink: str = "text", bold: bool = False, mark: bool = False
) -> None:
    left = QHBoxLayout()
    left.setSpacing(6)
    if mark:
        left.addWidget(StepMark(0, size=12))
    left.addWidget(Label(name, "compact", ink=ink, bold=bold))
    left.addStretch(1)
    grid.addLayout(left, row, 0)
    grid.addWidget(Label(value, "compact", ink=ink, bold=bold), row, 1, Qt.AlignmentFlag.AlignRight)
