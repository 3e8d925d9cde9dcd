"""The pieces of the first start: a box for a name, what each role does first, the offer of a guided drill."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card, IconLabel
from app.ui.shared.composing import ENTER, Composing
from app.ui.shared.labels import Label, Line
from app.ui.shared.look import set_height, set_type

ROLES = ("trainee", "supervisor", "trainer")


class NameBox(QLineEdit):
    """A line for a name. Enter adds, unless it belongs to an input method.

    Signals: `entered()`.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(80)
        self.setPlaceholderText(self.tr("比如：王秀兰"))
        self._composing = Composing(self)
        set_type(self, "body")
        set_height(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.accept()
            if self._composing.enter_is_ours(event):
                self.entered.emit()
            return
        super().keyPressEvent(event)


class FirstSteps(Card):
    """What each role does first: three lines a role, the chosen role's in front by its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, spacing=10, parent=parent)
        self.body.addWidget(Label(self.tr("头一天做什么"), "heading"))
        self._heads: dict[str, tuple[IconLabel, Label]] = {}
        for index, (role, icon) in enumerate(zip(ROLES, ("home", "team", "book"), strict=True)):
            if index:
                self.body.addWidget(Line())
            head = QHBoxLayout()
            head.setSpacing(8)
            sign, name = IconLabel(icon, "muted", size=20), Label(role_name(role), "body", bold=True)
            head.addWidget(sign)
            head.addWidget(name, 1)
            self.body.addLayout(head)
            self._heads[role] = (sign, name)
            self._icons = (*getattr(self, "_icons", ()), icon)
            for number, words in enumerate(role_steps(role), 1):
                row = QHBoxLayout()
                row.setSpacing(8)
                row.setContentsMargins(2, 0, 0, 0)
                row.addWidget(Label(f"{number}", "compact", ink="muted"), 0, Qt.AlignmentFlag.AlignTop)
                row.addSpacing(4)
                row.addWidget(Label(words, "compact", wrap=True), 1)
                self.body.addLayout(row)
        self.body.addStretch(1)

    def mark(self, role: str) -> None:
        """Bring a role forward."""
        for (one, (sign, name)), icon in zip(self._heads.items(), self._icons, strict=True):
            ink = "accent" if one == role else "muted"
            sign.set_icon(icon, ink)
            name.set_ink("accent" if one == role else "text")


class GuidedOffer(QWidget):
    """For a new trainee: five minutes with guidance, now or later. The page connects `start` and `later`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._greeting = Label("", "title")
        self.start = Button(self.tr("跟着练一通"), "primary", icon="play", size="big")
        self.later = Button(self.tr("先看看首页"), "plain")
        card = Card(padding=32, spacing=10)
        card.setMaximumWidth(620)
        card.body.addWidget(self._greeting)
        card.body.addWidget(Label(self.tr("先花五分钟跟着练一通？"), "heading"))
        words = self.tr("一位客户报修两天没人理，打电话来了。每一步该说什么，旁边都有提示；说错了不要紧，不计入考核。")
        card.body.addWidget(Label(words, "body", ink="muted", wrap=True))
        card.body.addSpacing(4)
        for one in (
            self.tr("先接住她的气，再讲原因"),
            self.tr("给办法：谁去、几点到"),
            self.tr("最后说补什么，为什么补"),
        ):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconLabel("tick", "success", size=18))
            row.addWidget(Label(one), 1)
            card.body.addLayout(row)
        card.body.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.start)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 4)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)

    def show_name(self, name: str) -> None:
        """Greet the person who was added."""
        self._greeting.set_text(self.tr("{0}，您好").format(name))


def role_name(role: str) -> str:
    """学员, 主管, 培训师."""
    from app.ui.main_window import role_word

    return role_word(role)


def role_says(role: str) -> str:
    """What a role is for, in plain words."""
    words = {
        "trainee": QCoreApplication.translate("FirstStart", "和客户说话的人：自己练，看得到自己的成绩和点评。"),
        "supervisor": QCoreApplication.translate("FirstStart", "带人的人：看大家的演练，写点评。也可以自己练。"),
        "trainer": QCoreApplication.translate("FirstStart", "写场景的人：改场景、试场景；看成绩，不看别人的原话。"),
    }
    return words.get(role, "")


def role_steps(role: str) -> tuple[str, ...]:
    """What to do first: three short lines."""
    steps = {
        "trainee": (
            QCoreApplication.translate("FirstStart", "跟着练一通，五分钟。"),
            QCoreApplication.translate("FirstStart", "看评分卡：哪句说中了，哪步还差什么。"),
            QCoreApplication.translate("FirstStart", "在演练库里挑一个没练过的。"),
        ),
        "supervisor": (
            QCoreApplication.translate("FirstStart", "自己先练一通，知道学员看到什么。"),
            QCoreApplication.translate("FirstStart", "打开最新的一张评分卡。"),
            QCoreApplication.translate("FirstStart", "在一句话下面写点评，学员首页就看得到。"),
        ),
        "trainer": (
            QCoreApplication.translate("FirstStart", "在演练库里试练一个场景。"),
            QCoreApplication.translate("FirstStart", "复制一份，换成自己公司的事。"),
            QCoreApplication.translate("FirstStart", "照着检查结果改，再试一遍。"),
        ),
    }
    return steps.get(role, ())
