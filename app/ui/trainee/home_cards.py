"""The cards of Home that offer something to do: the drill that waits or the next one, and a suggestion."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.bubble import PAD_X, paint_bubble
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card, IconLabel
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.shared.look import look, theme
from app.ui.shared.mood import MoodFace, mood_face, mood_phrase
from app.ui.trainee.home_data import Tip, Unfinished
from app.ui.trainee.home_words import tip_words, unfinished_words

FACE = 62


class LineBubble(QWidget):
    """What the customer said last, in her bubble; at most two lines, the whole of it as a tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self.updateGeometry)

    def set_words(self, words: str) -> None:
        """Show another line."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(len(self._lines(width)) * type_.line_px("dialogue") + 18)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 400)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        painter = QPainter(self)
        now = theme()
        paint_bubble(painter, QRectF(self.rect()), mine=False, theme=now)
        painter.setFont(type_.font("dialogue", wide=True))
        painter.setPen(now.color("text"))
        line = type_.line_px("dialogue")
        for index, words in enumerate(self._lines(self.width())):
            room = QRectF(PAD_X, 9 + index * line, self.width() - 2 * PAD_X, line)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _lines(self, width: int) -> list[str]:
        metrics = QFontMetricsF(type_.font("dialogue", wide=True))
        room = width - 2 * PAD_X
        if metrics.horizontalAdvance(self._words) <= room:
            return [self._words]
        cut = len(self._words)
        while cut > 1 and metrics.horizontalAdvance(self._words[:cut]) > room:
            cut -= 1
        space = self._words.rfind(" ", 1, cut)
        if space > cut // 2 and self._words[:cut].isascii():
            cut = space + 1
        rest = metrics.elidedText(self._words[cut:], Qt.TextElideMode.ElideRight, room)
        return [self._words[:cut].rstrip(), rest]


class NextCard(Card):
    """Across the top: the drill that waits, else the next thing to do. Its button is the page's one filled button.

    Signals: `resumed(drill_id)`, `started(scenario_id, guided)`.
    """

    resumed = Signal(str)
    started = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self._drill_id = self._scenario_id = ""
        self._guided = False
        self._face = MoodFace(size=FACE)
        self._icon = IconLabel("phone", "accent", size=36)
        self._eyebrow = Label("", "small", ink="muted")
        self._title = Label("", "heading")
        self._bubble = LineBubble()
        self._summary = Label("", "compact", ink="muted", wrap=True)
        self.button = Button("", "primary", icon="play", size="big")
        self._below = Label("", "small", ink="muted")
        self.button.clicked.connect(self._on_pressed)
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(FACE + 8)
        sign = QVBoxLayout(left)
        sign.setContentsMargins(4, 0, 4, 0)
        sign.addStretch(1)
        sign.addWidget(self._face, 0, Qt.AlignmentFlag.AlignHCenter)
        sign.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        sign.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(self._eyebrow)
        words.addWidget(self._title)
        words.addSpacing(4)
        words.addWidget(self._bubble)
        words.addWidget(self._summary)
        words.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addStretch(1)
        right.addWidget(self.button)
        right.addWidget(self._below, 0, Qt.AlignmentFlag.AlignHCenter)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(left)
        row.addLayout(words, 1)
        row.addLayout(right)
        self.body.addLayout(row)
        self._fit()
        look().changed.connect(self._fit)

    def show_nothing(self) -> None:
        """Before anything is known: the room is kept, nothing stands in it."""
        for widget in (self._face, self._icon, self._bubble, self._summary, self.button, self._below):
            widget.hide()
        self._eyebrow.set_text("")
        self._title.set_text("")

    def show_unfinished(self, drill: Unfinished, now: datetime) -> None:
        """Offer to go on with a drill."""
        self._drill_id = drill.id
        face = mood_face(drill.anger, drill.trust)
        self._face.set_face(face)
        self._face.setToolTip(mood_phrase(face))
        self._eyebrow.set_text(unfinished_words(drill.started, now))
        self._title.set_text(said(drill.title))
        self._bubble.set_words(drill.line)
        self._set_button(self.tr("接着说"), said(drill.title))
        self._below.set_text(self.tr("停在第 {0} 轮").format(drill.turn))
        for widget in (self._face, self._bubble, self.button, self._below):
            widget.show()
        self._icon.hide()
        self._summary.hide()

    def show_tip(self, tip: Tip, *, first: bool) -> None:
        """Offer the next drill; the very first one is played with guidance."""
        self._drill_id, self._scenario_id, self._guided = "", tip.scenario_id, first
        self._eyebrow.set_text(self.tr("第一通，有人带着说") if first else tip_words(tip))
        self._title.set_text(said(tip.title))
        self._summary.set_text(said(tip.summary))
        self._set_button(self.tr("跟着练一通") if first else self.tr("开始演练"), said(tip.title))
        self._below.set_text(self.tr("五分钟左右") if first else "")
        for widget in (self._icon, self._summary, self.button):
            widget.show()
        self._below.setVisible(first)
        self._face.hide()
        self._bubble.hide()

    def _set_button(self, words: str, about: str) -> None:
        self.button.setText(f" {words}")
        self.button.setAccessibleName(self.tr("{0}：{1}").format(words, about))

    def _on_pressed(self) -> None:
        if self._drill_id:
            self.resumed.emit(self._drill_id)
        else:
            self.started.emit(self._scenario_id, self._guided)

    def _fit(self) -> None:
        words = type_.line_px("small") + type_.line_px("heading") + type_.line_px("dialogue") + 40
        self.setMinimumHeight(round(max(150, words + 40)))


class TipCard(Card):
    """For who doesn't know what to practise: a suggestion with its reason.

    Signals: `started(scenario_id)`, `browsed()` where there is nothing to suggest but the library.
    """

    started = Signal(str)
    browsed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        self._scenario_id = ""
        self._title = Label(self.tr("不知道练什么？"), "body", bold=True)
        self._words = Label("", "small", ink="muted", wrap=True)
        self.button = Button(self.tr("练这个"))
        self.button.clicked.connect(self._on_pressed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel("bulb", "accent", size=24))
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.button.setEnabled(False)

    def show_tip(self, tip: Tip) -> None:
        """Suggest a scenario."""
        self._scenario_id = tip.scenario_id
        self._title.set_text(self.tr("不知道练什么？"))
        self._words.set_text(tip_words(tip))
        self.button.setText(self.tr("练这个"))
        self.button.setAccessibleName(self.tr("练这个：{0}").format(said(tip.title)))
        self.button.setEnabled(True)

    def show_library(self, count: int) -> None:
        """Point to the library."""
        self._scenario_id = ""
        self._title.set_text(self.tr("想自己挑？"))
        self._words.set_text(self.tr("演练库里有 {0} 个场景，能搜，也能按阶段和难度挑。").format(count))
        self.button.setText(self.tr("去演练库"))
        self.button.setAccessibleName("")
        self.button.setEnabled(True)

    def _on_pressed(self) -> None:
        if self._scenario_id:
            self.started.emit(self._scenario_id)
        else:
            self.browsed.emit()
