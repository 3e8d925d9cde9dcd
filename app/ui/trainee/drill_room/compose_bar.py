"""The lower edge of the talk: a quiet line, the composer with its buttons, or the card of an ended drill."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.cards import IconLabel
from app.ui.shared.labels import Label
from app.ui.shared.look import set_type, theme
from app.ui.shared.painting import saved
from app.ui.shared.steps import paint_seal, seal_character
from app.ui.trainee.drill_room.aloud import Voice
from app.ui.trainee.drill_room.composer import Composer
from app.ui.trainee.drill_room.snapshot import EndView, RemarkLine
from app.ui.trainee.drill_room.talk_delegate import COLUMN, MARGIN


class QuietLine(QWidget):
    """One line above the composer that asks for nothing: a hint, or why nothing was sent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(8)
        self._icon = IconLabel("info", "muted", size=20)
        self._seal = _Seal()
        self._words = Label("", "compact", ink="muted", wrap=True)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._seal, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.plain()

    def say(self, text: str) -> None:
        """Say `text`; an empty one says nothing."""
        self._show(text, None)

    def hint(self, line: RemarkLine) -> None:
        """Say what could come next, with its step's seal where it names one."""
        self._show(line.text, line if line.position else None)

    def _show(self, text: str, line: RemarkLine | None) -> None:
        self._words.set_text(text)
        self._words.set_ink("text" if line is not None else "muted")
        self._icon.setVisible(line is None)
        self._seal.setVisible(line is not None)
        if line is not None:
            self._seal.show_step(line)
        self.setVisible(bool(text))


class ComposeBar(QFrame):
    """Composer, buttons and the quiet line; `show_end` puts the card of the ended drill in their place.

    Signals: `send_asked()`, `hint_asked()`, `aloud_asked()`, `scorecard_asked()`.
    """

    send_asked = Signal()
    hint_asked = Signal()
    aloud_asked = Signal()
    scorecard_asked = Signal()

    def __init__(self, voice: Voice | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.quiet = QuietLine()
        self.composer = Composer()
        self.send = Button(self.tr("发送"), "primary", icon="send")
        self.hint = Button(self.tr("要个提示"), icon="bulb")
        self.aloud = Button(self.tr("念出来"), icon="speaker")
        self.aloud.setVisible(voice is not None)
        self._keys = Label(self.tr("Enter 发送，Shift + Enter 换行"), "small", ink="muted")
        self._wait = Label("", "small", ink="muted")
        self._wait.setToolTip(self.tr("客户等了多久，和这个场景里她愿意等多久。只是提醒，不扣分。"))
        self._limit = 0
        self._writing = self._written()
        self.end = EndCard()
        self.end.hide()
        middle = QVBoxLayout()
        middle.setContentsMargins(MARGIN, 12, MARGIN, 16)
        middle.addWidget(self._writing)
        middle.addWidget(self.end)
        inside = QWidget()
        inside.setLayout(middle)
        inside.setMaximumWidth(COLUMN + 2 * MARGIN)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 1000)
        row.addStretch(1)
        self.composer.send_asked.connect(self.send_asked)
        self.composer.text_edited.connect(self._on_edited)
        self.send.clicked.connect(self._on_send)
        self.hint.clicked.connect(self.hint_asked)
        self.aloud.clicked.connect(self.aloud_asked)
        self.end.scorecard.clicked.connect(self.scorecard_asked)

    def show_writing(self) -> None:
        """The drill goes on."""
        self.end.hide()
        self._writing.show()

    def set_limit(self, seconds: int) -> None:
        """How long she cares to wait for a reply; 0 shows nothing."""
        self._limit = seconds
        self.show_wait(0)

    def show_wait(self, milliseconds: int) -> None:
        """Show how long she has been waiting. It is told, never punished here."""
        if not self._limit:
            self._wait.set_text("")
            return
        waited = max(0, milliseconds) // 1000
        over = waited > self._limit
        words = self.tr("等了 {0} / {1}").format(_clock(waited), _clock(self._limit))
        self._wait.set_text(words)
        self._wait.set_ink("caution" if over else "muted")

    def show_end(self, end: EndView, customer: str) -> None:
        """The drill has ended: nothing more is written."""
        self.end.tell(end, customer)
        self._writing.hide()
        self.end.show()

    @property
    def ended(self) -> bool:
        """Whether the card of the end is there."""
        return not self.end.isHidden()

    def _written(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.quiet)
        column.addWidget(self.composer)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.hint)
        row.addWidget(self.aloud)
        row.addStretch(1)
        row.addWidget(self._wait)
        row.addSpacing(8)
        row.addWidget(self._keys)
        row.addWidget(self.send)
        column.addLayout(row)
        return made

    def _on_edited(self) -> None:
        self.quiet.say("")

    def _on_send(self) -> None:
        self.composer.setFocus(Qt.FocusReason.OtherFocusReason)
        self.send_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme().color("border"))
        painter.drawLine(0, 0, self.width(), 0)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


class EndCard(QWidget):
    """How it ended, in a sentence, and the way to the scorecard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 4, 4)  # room for the ring of the button's focus
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = Label("", "heading")
        set_type(self._title, "heading")
        self._sentence = Label("", "compact", ink="muted", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        row.addLayout(words, 1)
        self.scorecard = Button(self.tr("看评分卡"), "primary", icon="doc", size="big")
        row.addWidget(self.scorecard)

    @property
    def words(self) -> str:
        """The bold line and the sentence."""
        return f"{self._title.plain()} {self._sentence.plain()}"

    def tell(self, end: EndView, customer: str) -> None:
        """Say how it ended."""
        title, sentence = self._said(end, customer)
        self._title.set_text(title)
        self._sentence.set_text(sentence)

    def _said(self, end: EndView, customer: str) -> tuple[str, str]:
        key = f"{end.ending}:{end.handover}" if end.handover else end.ending
        known = {
            "settled": (self.tr("谈妥了"), self.tr("{0}接受了您的安排。看看哪几句起了作用。")),
            "escalated": (self.tr("{0}要找上级了"), self.tr("这通到这里。看看从哪一句起火气上来的。")),
            "left": (self.tr("{0}挂断了"), self.tr("这通到这里。说过的都有评分，换个开头再练一次也行。")),
            "timed_out": (self.tr("{0}没有时间了"), self.tr("还没说到头。看看缺的是哪一步。")),
            "handed_over:right": (self.tr("转交了，正是时候"), self.tr("该由上级定的，没有硬撑。")),
            "handed_over:early": (self.tr("转交早了"), self.tr("自己能做主的还没说完。")),
            "handed_over:late": (self.tr("转交晚了"), self.tr("再早两句转，{0}还听得进去。")),
        }
        title, sentence = known.get(key, (self.tr("到这里为止"), self.tr("说过的都算了分，随时可以再练一次。")))
        return title.format(customer), sentence.format(customer)


class _Seal(QWidget):
    """The seal of a hint's step. The words beside it name the step."""

    def __init__(self) -> None:
        super().__init__()
        self._line: RemarkLine | None = None
        self.setFixedSize(24, 24)

    def show_step(self, line: RemarkLine) -> None:
        """Show the seal of another step."""
        self._line = line
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line is None:
            return
        painter = QPainter(self)
        with saved(painter):
            paint_seal(
                painter, self.rect().toRectF(), position=self._line.position, level=self._line.level,
                character=seal_character(self._line.step, self._line.position), theme=theme(),
            )  # fmt: skip
