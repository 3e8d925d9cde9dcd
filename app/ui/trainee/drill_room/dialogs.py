"""The questions of the drill room: hand over, say again, and end. Each says what follows from it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.labels import Label


class Question(QDialog):
    """A title, what follows, and two buttons. Use `open()` and `finished(result)`; Esc goes on with the drill."""

    def __init__(self, title: str, sentence: str, yes: str, no: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(title, "heading"))
        words = Label(sentence, "body", wrap=True)
        words.setMinimumWidth(420)
        words.setMaximumWidth(520)
        column.addWidget(words)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        self.no = Button(no)
        self.yes = Button(yes, "primary")
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column.addLayout(row)
        self.setAccessibleDescription(sentence)
        self.no.setFocus()


def hand_over_question(superior: str, parent: QWidget) -> Question:
    """Whether to hand the case over."""
    whom = superior or QCoreApplication.translate("DrillRoom", "上级")
    return Question(
        QCoreApplication.translate("DrillRoom", "转交给{0}").format(whom),
        QCoreApplication.translate(
            "DrillRoom",
            "这通到这里结束，照说到的算分。该由上级定的，转得正是时候，分够了一样通过；自己还能做主就转，不算通过。",
        ),
        QCoreApplication.translate("DrillRoom", "转交"),
        QCoreApplication.translate("DrillRoom", "接着说"),
        parent,
    )


def again_question(parent: QWidget) -> Question:
    """Whether to take the drill up again at a reply."""
    return Question(
        QCoreApplication.translate("DrillRoom", "从这一句重说"),
        QCoreApplication.translate(
            "DrillRoom",
            "前面的话照旧，从这一句起换个说法。原来那一次会留着，两次客户的反应和得分可以放在一起看；重说的这一次不计入等级。",
        ),
        QCoreApplication.translate("DrillRoom", "重说"),
        QCoreApplication.translate("DrillRoom", "接着说"),
        parent,
    )


def end_question(parent: QWidget) -> Question:
    """Whether to end the drill."""
    return Question(
        QCoreApplication.translate("DrillRoom", "结束这次演练"),
        QCoreApplication.translate(
            "DrillRoom",
            "说到的照样算分，可是没有谈完，不算通过，也不能再接着说。只是想歇一会儿，按「返回」就行，下次从这里接着练。",
        ),
        QCoreApplication.translate("DrillRoom", "结束演练"),
        QCoreApplication.translate("DrillRoom", "接着说"),
        parent,
    )
