"""The right column: how the customer feels, and the steps as lights."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared.cards import Card, IconLabel
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.shared.mood import MoodBar, MoodFace, mood_change, mood_face, mood_phrase
from app.ui.shared.steps import StepLights, StepView
from app.ui.trainee.drill_room.side_column import SideColumn
from app.ui.trainee.drill_room.snapshot import Room, State, StepInfo

WIDTH = 296
A_LITTLE = 3.0
"""Points of anger from which a change is worth a word though the face stays."""


class MoodCard(Card):
    """Face, phrase, what changed, and the bar with its two ends in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=8, parent=parent)
        self.face = MoodFace(2, size=56)
        self.bar = MoodBar(2)
        self._phrase = Label("", "body", bold=True)
        self._change = Label("", "small", ink="muted")
        self._arrow = IconLabel("arrow-up", "success", size=18)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.face)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self.tr("客户的情绪"), "small", ink="muted"))
        words.addWidget(self._phrase)
        changed = QHBoxLayout()
        changed.setSpacing(4)
        changed.addWidget(self._arrow)
        changed.addWidget(self._change, 1)
        words.addLayout(changed)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.bar)
        ends = QHBoxLayout()
        ends.addWidget(Label(self.tr("生气"), "small", ink="muted"))
        ends.addStretch(1)
        ends.addWidget(Label(self.tr("满意"), "small", ink="muted"))
        self.body.addLayout(ends)

    @property
    def words(self) -> str:
        """The phrase and what changed."""
        return f"{self._phrase.plain()} {self._change.plain()}".strip()

    def show_mood(self, before: State | None, now: State) -> None:
        """Show the mood of `now`, and what changed since `before`."""
        face = mood_face(now.anger, now.trust, settled=now.settled)
        self.face.set_face(face)
        self.bar.set_face(face)
        self._phrase.set_text(mood_phrase(face))
        words, better = self._changed(before, now, face)
        self._change.set_text(words)
        self._arrow.setVisible(better is not None)
        if better is not None:
            self._arrow.set_icon("arrow-down" if not better else "arrow-up", "success" if better else "caution")
            self._change.set_ink("success" if better else "caution")
        else:
            self._change.set_ink("muted")

    def _changed(self, before: State | None, now: State, face: int) -> tuple[str, bool | None]:
        if before is None:
            return self.tr("刚打进来"), None
        earlier = mood_face(before.anger, before.trust, settled=before.settled)
        if earlier != face:
            return mood_change(earlier, face), face > earlier
        if abs(before.anger - now.anger) < A_LITTLE:
            return self.tr("和上一句一样"), None
        better = now.anger < before.anger
        return (self.tr("气消了一点") if better else self.tr("又急了一点")), better


class StandingColumn(SideColumn):
    """Mood and step lights. While feedback waits for the end, the lights stay as they are and say so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, at_right=True, parent=parent)
        self.mood = MoodCard()
        self._steps: tuple[StepInfo, ...] = ()
        self.lights: StepLights | None = None
        self._card = Card(spacing=10)
        self._title = Label("", "small", ink="muted", bold=True)
        self._note = Label("", "small", ink="muted", wrap=True)
        self._card.body.addWidget(self._title)
        self._card.body.addWidget(self._note)
        self._card.body.addStretch(1)
        column = self.begin()
        column.addWidget(self.mood)
        column.addWidget(self._card, 1)
        self.mood.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_room(self, room: Room) -> None:
        """Show the steps of a drill."""
        if self.lights is not None:
            self._card.body.removeWidget(self.lights)
            self.lights.deleteLater()
        self._steps = room.steps
        self._title.set_text(self._step_count(len(room.steps)))
        self.lights = StepLights([
            StepView(one.position, said(one.name), tuple((check.id, said(check.short)) for check in one.checks))
            for one in room.steps
        ])  # fmt: skip
        self._card.body.insertWidget(1, self.lights)

    def show_state(self, before: State | None, now: State, *, feedback: bool) -> None:
        """Show where the drill stands; without `feedback` only the mood."""
        self.mood.show_mood(before, now)
        if self.lights is None:
            return
        if feedback:
            levels = [now.levels.get(step.id, 0) for step in self._steps]
            self.lights.set_state(levels, now.met, show_next=now.end is None)
            self._note.set_text(self.tr("前面说过的一直算数，不用重复。") if now.end is None else "")
        else:
            self.lights.set_state([0] * len(self._steps), (), show_next=False)
            self._note.set_text(self.tr("全部说完，再看每一步说到了哪里。"))

    def _step_count(self, count: int) -> str:
        return {3: self.tr("三步"), 4: self.tr("四步"), 5: self.tr("五步"), 6: self.tr("六步")}.get(
            count, self.tr("步骤")
        )
