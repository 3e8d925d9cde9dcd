"""等级: Silver, Gold and Platinum with how far each is, and the drills that are missing for the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.drills.grades import Grade, Rung, grade_of
from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.shared.look import theme
from app.ui.shared.painting import centred_text, saved
from scoring.sentence import Sentence

SHOWN = 3
"""Missing drills that are named; the rest is a number."""
LARGE = 1.2
"""Text scale beyond which one name less has room."""
SEAL = 40


class GradeSeal(QWidget):
    """The first character of a grade in a ring: filled once it is reached."""

    def __init__(self, character: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._character = character
        self._reached = False
        self.setFixedSize(SEAL, SEAL)

    def set_reached(self, reached: bool) -> None:
        """Fill it or not."""
        self._reached = reached
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        with saved(painter):
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            now = theme()
            painter.setPen(QPen(now.color("accent" if self._reached else "edge"), 1.5))
            painter.setBrush(now.color("accent") if self._reached else now.color("surface"))
            painter.drawEllipse(ring)
            painter.setPen(now.color("on_accent" if self._reached else "muted"))
            centred_text(painter, ring.center(), self._character, type_.sized(SEAL * 0.42, bold=True))


class GradesCard(Card):
    """Signals: `chosen(scenario_id)`: a missing drill is to be played."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=18, spacing=10, parent=parent)
        self._names = {
            Grade.SILVER: self.tr("白银"), Grade.GOLD: self.tr("黄金"), Grade.PLATINUM: self.tr("铂金"),
        }  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(28)
        self._rows: dict[Grade, tuple[GradeSeal, Label]] = {}
        for grade, name in self._names.items():
            seal = GradeSeal(name[:1])
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(name, "body", bold=True))
            far = Label("", "small", ink="muted")
            words.addWidget(far)
            one = QHBoxLayout()
            one.setSpacing(10)
            one.addWidget(seal)
            one.addLayout(words)
            row.addLayout(one)
            self._rows[grade] = (seal, far)
        row.addStretch(1)
        self.body.addLayout(row)
        self._next = QHBoxLayout()
        self._next.setSpacing(8)
        self._sentence = Label("", "compact", ink="muted")
        self._next.addWidget(self._sentence)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._next.addLayout(self._buttons)
        self._more = Label("", "compact", ink="muted")
        self._next.addWidget(self._more)
        self._next.addStretch(1)
        self.body.addLayout(self._next)

    @property
    def sentence(self) -> str:
        """What is missing, in words."""
        return self._sentence.plain()

    @property
    def buttons(self) -> list[Button]:
        """The missing drills that are named."""
        items = [self._buttons.itemAt(at) for at in range(self._buttons.count())]
        return [item.widget() for item in items if item is not None and isinstance(item.widget(), Button)]  # type: ignore[misc]  # checked

    def show_rungs(self, rungs: Sequence[Rung], titles: Mapping[str, Sentence]) -> None:
        """Show how far each grade is; `titles` name the drills by id."""
        for rung in rungs:
            seal, far = self._rows[rung.grade]
            seal.set_reached(rung.reached)
            words = self.tr("{0} / {1} 场").format(min(rung.passed, rung.needed), rung.needed)
            far.set_text(words)
            seal.setAccessibleName(self._names[rung.grade])
            seal.setAccessibleDescription(words)
        following = next((rung for rung in rungs if not rung.reached), None)
        self._clear()
        if following is None:
            top = grade_of(rungs) is Grade.PLATINUM
            self._sentence.set_text(self.tr("每一场都通过了。") if top else "")
            self._more.set_text("")
            return
        name = self._names[following.grade]
        self._sentence.set_text(self.tr("离{0}还差 {1} 场：").format(name, following.left))
        shown = SHOWN if type_.scale() <= LARGE else SHOWN - 1
        for scenario_id in following.missing[:shown]:
            title = titles.get(scenario_id)
            button = Button(said(title) if title is not None else scenario_id, "plain", size="bar")
            button.clicked.connect(partial(self.chosen.emit, scenario_id))
            self._buttons.addWidget(button)
        left = len(following.missing) - shown
        self._more.set_text(self.tr("共有 {0} 场可挑").format(len(following.missing)) if left > 0 else "")

    def _clear(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
