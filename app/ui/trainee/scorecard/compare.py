"""Two tries at the same turn side by side: what was said, how she took it, and what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label, Line
from app.ui.shared.mood import MoodFace, mood_face, mood_phrase
from app.ui.shared.steps import StepSeal, level_word
from app.ui.trainee.scorecard.scrolling import TallScroll
from app.ui.trainee.scorecard.words import ending_word, points

if TYPE_CHECKING:
    from app.drills.opening import Comparison
    from app.drills.reviewed import DrillReview, Feeling

translate = QCoreApplication.translate
FACE = 30


class Compare(Card):
    """The first try left, the second right, from the turn at which they part.

    Signals: `closed()` when it was put away.
    """

    closed = Signal()

    def __init__(self, both: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, spacing=12, parent=parent)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("两次放在一起"), "heading"))
        head.addSpacing(12)
        same = self.tr("第 {0} 轮之前一样。").format(both.at) if both.at > 1 else self.tr("从第一句起就不同。")
        head.addWidget(Label(same, "compact", ink="muted"))
        head.addStretch(1)
        self.close_button = Button(self.tr("收起"), "outlined", icon="close", size="bar")
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        self.body.addLayout(head)
        self.body.addWidget(Line())
        scroll = TallScroll()
        scroll.setAccessibleName(self.tr("两次放在一起"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        tries = ((self.tr("第一次"), both.first), (self.tr("重说"), both.second))
        for column, (name, review) in enumerate(tries):
            grid.addWidget(_sum(name, review), 0, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Line(), 1, 0, 1, 2)
        left, right = (_turns(review, both.at) for _, review in tries)
        for row in range(max(len(left), len(right))):
            for column, turns in enumerate((left, right)):
                if row < len(turns):
                    grid.addWidget(turns[row], row + 2, column, Qt.AlignmentFlag.AlignTop)
        scroll.column.addLayout(grid)
        scroll.column.addStretch(1)
        self.body.addWidget(scroll, 1)


def _sum(name: str, review: DrillReview) -> QWidget:
    """What a try came to: total, ending, and the steps."""
    box, column = _column()
    first = QHBoxLayout()
    first.setSpacing(12)
    first.addWidget(Label(name, "body", bold=True))
    first.addWidget(Label(translate("Compare", "{0} 分").format(points(review.sums.total)), "heading"))
    ending = ending_word(review.about.ending) if review.about.over else translate("Compare", "还没说完")
    first.addWidget(Label(ending, "compact", ink="muted"))
    first.addStretch(1)
    column.addLayout(first)
    steps = QHBoxLayout()
    steps.setSpacing(8)
    for step in review.steps:
        steps.addWidget(StepSeal(step.position, said(step.name), level=step.level, size=24))
        steps.addWidget(Label(level_word(step.level or 0), "small", ink="muted"))
    steps.addStretch(1)
    column.addLayout(steps)
    return box


def _turns(review: DrillReview, at: int) -> list[QWidget]:
    """Each reply from turn `at` on, with her reaction."""
    found: list[QWidget] = []
    turns = [turn for turn in review.turns if str(turn.act) in ("reply", "hand_over")]
    for index, turn in enumerate(turns):
        if turn.n < at:
            continue
        after = turns[index + 1] if index + 1 < len(turns) else None
        line = after.customer if after is not None and after.customer else review.last_line
        feeling = after.feeling if after is not None else review.last_feeling
        found.append(_turn(turn.text, line, feeling))
    return found


def _turn(words: str, answer: str, feeling: Feeling) -> QWidget:
    box, column = _column()
    column.addWidget(Label(words, "body", wrap=True, selectable=True))
    if answer:
        row = QHBoxLayout()
        row.setSpacing(10)
        face = mood_face(feeling.anger, feeling.trust, settled=feeling.settled)
        row.addWidget(MoodFace(face, size=FACE), 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(Label(translate("Compare", "客户：{0}").format(answer), "compact", ink="muted", wrap=True))
        told.addWidget(Label(mood_phrase(face), "small", ink="muted"))
        row.addLayout(told, 1)
        column.addLayout(row)
    return box


def _column() -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return box, column
