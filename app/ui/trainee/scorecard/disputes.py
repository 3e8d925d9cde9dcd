"""申诉: a trainee says that a check or a violation was read wrongly, and why; it waits for a supervisor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.labels import Label
from app.ui.shared.look import set_type

if TYPE_CHECKING:
    from app.records.values import Dispute

LONGEST = 2_000


class DisputeDialog(QDialog):
    """Where the reason is written. Use `open()`; what was written before stands in it.

    Signals: `sent(reason)`, `withdrawn()`.
    """

    sent = Signal(str)
    withdrawn = Signal()

    def __init__(self, name: str, verdict: str, reason: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("对「{0}」有异议").format(name)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(title, "heading"))
        words = self.tr("{0}。说说为什么不对，主管会来看；分数先不变。").format(verdict)
        told = Label(words, "body", wrap=True)
        told.setMinimumWidth(440)
        told.setMaximumWidth(520)
        column.addWidget(told)
        self.edit = QPlainTextEdit(reason)
        self.edit.setAccessibleName(self.tr("理由"))
        self.edit.setPlaceholderText(self.tr("比如：第 2 轮我说了几点到，不是没有时限"))
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(110)
        set_type(self.edit, "body")
        column.addWidget(self.edit)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.take_back = Button(self.tr("撤回申诉"))
        row.addWidget(self.take_back)
        row.addStretch(1)
        self.no = Button(self.tr("先不提"))
        self.yes = Button(self.tr("提交申诉"), "primary")
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column.addLayout(row)
        self.take_back.setVisible(bool(reason))
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self._send)
        self.take_back.clicked.connect(self._withdraw)
        self.edit.textChanged.connect(self._fit)
        self._fit()
        self.edit.setFocus()

    def _fit(self) -> None:
        written = self.edit.toPlainText().strip()
        self.yes.setEnabled(0 < len(written) <= LONGEST)

    def _send(self) -> None:
        self.sent.emit(self.edit.toPlainText().strip())
        self.accept()

    def _withdraw(self) -> None:
        self.withdrawn.emit()
        self.accept()


class DisputeLine(QWidget):
    """Under a row: the way to a dispute, or how one stands.

    Signals: `asked()`: it is to be written, or changed.
    """

    asked = Signal()

    def __init__(self, name: str, dispute: Dispute | None, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(38, 0, 8, 4)
        row.setSpacing(8)
        self.button = Button("", "plain", size="bar")
        if dispute is not None:
            row.addWidget(Label(dispute_words(dispute), "small", ink="muted", wrap=True), 1)
            self.button.setText(self.tr("改"))
        else:
            row.addStretch(1)
            self.button.setText(self.tr("有异议"))
        self.button.setAccessibleName(self.tr("对「{0}」有异议").format(name))
        self.button.clicked.connect(self.asked)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        # Only within the row: without a parent it would come up as a window.
        self.button.setVisible(own and (dispute is None or dispute.verdict is None))


def dispute_words(dispute: Dispute) -> str:
    """How a dispute stands, with its reason."""
    state = {
        None: QCoreApplication.translate("Disputes", "申诉了，等主管看：{0}"),
        "accepted": QCoreApplication.translate("Disputes", "申诉成立：{0}"),
        "refused": QCoreApplication.translate("Disputes", "申诉没有成立：{0}"),
    }[None if dispute.verdict is None else str(dispute.verdict)]
    words = state.format(dispute.reason)
    if not dispute.answer:
        return words
    return QCoreApplication.translate("Disputes", "{0}（主管：{1}）").format(words, dispute.answer)
