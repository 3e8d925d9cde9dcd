"""The guided drill: four short marks on the first drill, one at a time, above what is written.

A mark has its own place under the talk, so that it never lies over what was said; an outline shows the part it speaks of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.labels import Label
from app.ui.shared.look import theme
from app.ui.trainee.drill_room.talk_delegate import COLUMN, MARGIN

EDGE = 4
"""Between a part and its outline."""
SCENARIO = "slow-response"
"""The drill that the marks were written for."""


@dataclass(frozen=True)
class Mark:
    """One coach mark: the step whose turn it is, and its words."""

    step: str
    title: str
    sentence: str


class _Outline(QWidget):
    """Two pixels of accent round the part that is spoken of; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)


class CoachMark(QWidget):
    """The card of a mark, between the talk and the composer.

    Signals: `understood()`, `ended()` when no more marks are wanted.
    """

    understood = Signal()
    ended = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._outline = _Outline(page)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._count = Label("", "small", ink="muted")
        self._title = Label("", "body", bold=True, wrap=True)
        self._sentence = Label("", "compact", wrap=True)
        self.understood_button = Button(self.tr("知道了"), size="bar")
        self.end_button = Button(self.tr("不用带了"), "plain", size="bar")
        self._lay_out()
        self.understood_button.clicked.connect(self.understood)
        self.end_button.clicked.connect(self.ended)
        self.hide()

    @property
    def words(self) -> str:
        """Title and sentence; empty while it is hidden."""
        return "" if self.isHidden() else f"{self._title.plain()} {self._sentence.plain()}"

    def tell(self, mark: Mark, *, number: int, count: int) -> None:
        """Take the words of `mark`."""
        self._count.set_text(self.tr("第 {0} 步，一共 {1} 步").format(number, count))
        self._title.set_text(mark.title)
        self._sentence.set_text(mark.sentence)
        self.setAccessibleName(mark.title)
        self.setAccessibleDescription(mark.sentence)

    def speak_of(self, target: QWidget) -> None:
        """Come up, with the outline round as much of `target` as is on screen."""
        self.show()
        page = self._outline.parentWidget()
        assert page is not None
        seen = target.visibleRegion().boundingRect()
        there = QRect(target.mapTo(page, seen.topLeft()), seen.size()).adjusted(-EDGE, -EDGE, EDGE, 0)
        self._outline.setGeometry(there.intersected(page.rect()))
        self._outline.setVisible(not seen.isEmpty())
        self._outline.raise_()

    def go(self) -> None:
        """Go off screen."""
        self.hide()
        self._outline.hide()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("popup")
        card.setMaximumWidth(COLUMN)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 8, 12, 10)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._count, 1)
        head.addWidget(self.end_button)
        head.addWidget(self.understood_button)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 4, MARGIN, 10)
        row.addStretch(1)
        row.addWidget(card, 1000)
        row.addStretch(1)


class Guide(QObject):
    """Brings the marks, one at a time, as each step's turn comes.

    `parts` gives the widget that a mark speaks of, by the mark's step; the page gives `card` its place. Signals: `finished()` when the last mark
    was seen or no more are wanted.
    """

    finished = Signal()

    def __init__(self, page: QWidget, parts: Mapping[str, Callable[[], QWidget]]) -> None:
        super().__init__(page)
        self.card = CoachMark(page)
        self._marks = self._four()
        self._parts = parts
        self._seen: set[str] = set()
        self._now: Mark | None = None
        self._on = False
        self.card.understood.connect(self._on_understood)
        self.card.ended.connect(self.stop)
        page.installEventFilter(self)

    @property
    def active(self) -> bool:
        """Whether there are marks to come, or one on screen."""
        return self._on

    def start(self) -> None:
        """Begin with the first mark at the next `follow`."""
        self._on = True
        self._seen.clear()

    def stop(self) -> None:
        """No more marks."""
        was = self._on
        self._on = False
        self._now = None
        self.card.go()
        if was:
            self.finished.emit()

    def follow(self, steps: Sequence[str], levels: Mapping[str, int], *, ended: bool) -> None:
        """The drill stands at `levels`: bring the mark of the first step that isn't begun."""
        if not self._on:
            return
        following = next((step for step in steps if not levels.get(step)), None)
        if ended or following is None:
            self.stop()
            return
        mark = next((one for one in self._marks if one.step == following), None)
        if mark is None or mark.step in self._seen:
            return
        self._seen.add(mark.step)
        self._now = mark
        self.card.tell(mark, number=self._marks.index(mark) + 1, count=len(self._marks))
        self._stand()

    def dismiss(self) -> bool:
        """Put the mark on screen away, as Esc does; False where there is none."""
        if self._now is None:
            return False
        self._on_understood()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._now is not None:
            QTimer.singleShot(0, self, self._stand)  # once the page has laid its parts out
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        if self._now is not None:
            self.card.speak_of(self._parts[self._now.step]())

    def _on_understood(self) -> None:
        last = self._now is self._marks[-1]
        self._now = None
        self.card.go()
        if last:
            self.stop()

    def _four(self) -> tuple[Mark, ...]:
        return (
            Mark("empathy", self.tr("先说一句她等了多久"),
                 self.tr("两天、两条留言、白请的半天假。说中了，她才听得进后面的话。")),
            Mark("cause", self.tr("去查是哪一环断了"),
                 self.tr("点「查工单系统」。查到什么就说什么，再补一句这是我们的责任。")),
            Mark("fix", self.tr("给一个时间，一个名字"),
                 self.tr("谁上门，几点到，做什么。她好安排，也知道找谁。")),
            Mark("compensation", self.tr("最后说怎么补"),
                 self.tr("补什么、为什么补、钱怎么到她手上，三样一句话说完。")),
        )  # fmt: skip
