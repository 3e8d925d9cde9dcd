"""The scenario's reference replies beside what the trainee said, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card, IconLabel
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label, Line
from app.ui.shared.steps import StepSeal, level_word
from app.ui.trainee.scorecard.scrolling import TallScroll
from app.ui.trainee.scorecard.words import check_name

if TYPE_CHECKING:
    from app.drills.reviewed import DrillReview, StepReview

translate = QCoreApplication.translate


class References(Card):
    """A row for each step: her words left, the reference replies right.

    Signals: `closed()` when it was put away.
    """

    closed = Signal()

    def __init__(self, review: DrillReview, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, spacing=12, parent=parent)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("对照参考话术"), "heading"))
        head.addSpacing(12)
        head.addWidget(Label(self.tr("参考只是一种说法，用自己的话说更好。"), "compact", ink="muted"))
        head.addStretch(1)
        self.close_button = Button(self.tr("收起"), "outlined", icon="close", size="bar")
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        self.body.addLayout(head)
        self.body.addWidget(Line())
        scroll = TallScroll()
        scroll.setAccessibleName(self.tr("对照参考话术"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        mine = self.tr("您说的") if own else self.tr("{0}说的").format(review.about.person.name)
        grid.addWidget(Label(mine, "small", ink="muted"), 0, 1)
        grid.addWidget(Label(self.tr("参考"), "small", ink="muted"), 0, 2)
        row = 1
        for step in review.steps:
            if row > 1:
                grid.addWidget(Line(), row, 0, 1, 3)
            grid.addWidget(_name(step), row + 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_said(step), row + 1, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_references(step), row + 1, 2, Qt.AlignmentFlag.AlignTop)
            row += 2
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        scroll.column.addLayout(grid)
        scroll.column.addStretch(1)
        self.body.addWidget(scroll, 1)


def _name(step: StepReview) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(StepSeal(step.position, said(step.name), level=step.level, size=34))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(said(step.name), "body", bold=True))
    words.addWidget(Label(level_word(step.level or 0), "small", ink="muted"))
    row.addLayout(words)
    row.addStretch(1)
    return box


def _said(step: StepReview) -> QWidget:
    box, column = _column()
    column.addWidget(_checks(step))
    for turn, words in step.said:
        column.addWidget(
            Label(translate("References", "第 {0} 轮：{1}").format(turn, words), "body", wrap=True, selectable=True)
        )
    if not step.said:
        column.addWidget(Label(translate("References", "这一步还没说到。"), "body", ink="muted", wrap=True))
    return box


def _checks(step: StepReview, *, all_met: bool = False) -> QWidget:
    """The step's checks, each with its sign: what she said meets, or what the reference meets."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for check in step.checks:
        met = all_met or str(check.state) == "met"
        row.addWidget(IconLabel("check", "success", size=18) if met else IconLabel("ring", "muted", size=18))
        row.addWidget(Label(check_name(check), "compact", ink="text" if met else "muted"))
        row.addSpacing(10)
    row.addStretch(1)
    return box


def _references(step: StepReview) -> QWidget:
    box, column = _column()
    if step.references:
        column.addWidget(_checks(step, all_met=True))
    words = step.references or tuple(check.example for check in step.checks)
    if not step.references:
        column.addWidget(
            Label(translate("References", "这个场景没有写参考；别的场景里这样说："), "small", ink="muted", wrap=True)
        )
    for one in words:
        column.addWidget(Label(translate("References", "「{0}」").format(one), "body", wrap=True, selectable=True))
    return box


def _column() -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return box, column
