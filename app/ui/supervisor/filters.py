"""What is chosen above the list of scorecards: a person, a drill, a time, only those to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from app.ui.shared.look import look, set_height, set_type
from app.ui.supervisor.asking import TRAINEE, Choice
from app.ui.supervisor.drill_picker import Drill, DrillPicker

if TYPE_CHECKING:
    from app.records.values import Person


class Filters(QWidget):
    """One row, in the order of the keyboard: person, drill, time, only those to be looked at.

    Signals: `changed(Choice)` when something else was chosen.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = _combo(self.tr("谁练的"))
        self.drill = DrillPicker(self.tr("搜演练，拼音也行"))
        self.drill.setMinimumWidth(200)
        self.drill.setMaximumWidth(420)
        self.drill.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.period = _combo(self.tr("什么时候练的"))
        for value, words in (
            ("all", self.tr("不限时间")), ("today", self.tr("今天")), ("week", self.tr("近 7 天")),
            ("month", self.tr("近 30 天")),
        ):  # fmt: skip
            self.period.addItem(words, value)
        self.review = QCheckBox(self.tr("只看建议复核"))
        set_type(self.review, "body")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.person)
        row.addWidget(self.drill, 6)
        row.addWidget(self.period)
        row.addSpacing(4)
        row.addWidget(self.review)
        row.addStretch(1)
        self.set_people(())
        self.person.activated.connect(self._on_changed)
        self.drill.picked.connect(self._on_changed)
        self.period.activated.connect(self._on_changed)
        self.review.clicked.connect(self._on_changed)
        look().changed.connect(self._fit)

    def choice(self) -> Choice:
        """What is chosen."""
        return Choice(
            person=int(self.person.currentData() or 0), drill=self.drill.value,
            period=str(self.period.currentData()), review=self.review.isChecked(),
        )  # fmt: skip

    def set_choice(self, choice: Choice) -> None:
        """Choose without a signal. Somebody who isn't there counts as everyone."""
        self.person.setCurrentIndex(max(0, self.person.findData(choice.person)))
        self.period.setCurrentIndex(max(0, self.period.findData(choice.period)))
        self.drill.set_value(choice.drill)
        self.review.setChecked(choice.review)

    def set_people(self, people: Sequence[Person]) -> None:
        """The trainees who can be chosen; those who have left come last, and say so."""
        before = self.person.currentData()
        self.person.clear()
        self.person.addItem(self.tr("全部学员"), 0)
        trainees = [one for one in people if str(one.role) == TRAINEE]
        for one in sorted(trainees, key=lambda one: not one.active):
            self.person.addItem(one.name if one.active else self.tr("{0}（不在了）").format(one.name), one.id)
        self.person.setCurrentIndex(max(0, self.person.findData(before)))
        self._fit()

    def set_drills(self, drills: Sequence[Drill]) -> None:
        """The drills that can be chosen."""
        self.drill.set_drills(drills)

    def _fit(self) -> None:
        for combo in (self.person, self.period):
            combo.setFixedWidth(min(260, combo.sizeHint().width() + 12))

    def _on_changed(self) -> None:
        self.changed.emit(self.choice())


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setMaxVisibleItems(14)
    set_type(combo, "body")
    set_height(combo)
    return combo
