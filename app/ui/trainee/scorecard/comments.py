"""A supervisor's words under a turn: the comments, and the box where one is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.composing import ENTER, Composing
from app.ui.shared.labels import Label
from app.ui.shared.look import look, set_type, theme
from app.ui.trainee.scorecard.words import moment_words

if TYPE_CHECKING:
    from app.records.values import Comment

BAR = 4
LINES = (2, 6)


class CommentLine(QFrame):
    """One comment: an accent bar, who said it and when, and the words."""

    def __init__(self, comment: Comment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BAR + 14, 2, 0, 2)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("{0}的点评").format(comment.author), "compact", bold=True))
        head.addWidget(Label(moment_words(comment.created), "small", ink="muted"))
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(Label(comment.text, "compact", wrap=True, selectable=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(4, 3, BAR, self.height() - 6, theme().color("accent"))


class _Edit(QPlainTextEdit):
    """Two lines that grow to six. Enter saves, Shift+Enter breaks the line; an input method's Enter does neither.

    Signals: `entered()`; `escaped()` on Esc.
    """

    entered = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = Composing(self)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_type(self, "body")
        self.textChanged.connect(self._grow)
        look().changed.connect(self._grow)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if not self.composing.active:
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                    self.insertPlainText("\n")
                else:
                    self.entered.emit()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def _grow(self) -> None:
        least, most = LINES
        lines = max(least, min(most, round(self.document().size().height())))
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + 22))


class CommentBox(QWidget):
    """Where a supervisor writes about a turn. What was typed stays until it is saved.

    Signals: `wanted(text)` when a comment is to be saved; `closed()` on 「先不写」 or Esc, with the text kept;
    `resized()` when it has grown.
    """

    wanted = Signal(str)
    closed = Signal()
    resized = Signal()

    def __init__(self, name: str, draft: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saving = False
        self.edit = _Edit()
        self.edit.setPlaceholderText(self.tr("写给{0}。回车存，Shift+回车换行").format(name))
        self.edit.setAccessibleName(self.tr("给{0}的点评").format(name))
        self.edit.setPlainText(draft)
        self.save_button = Button(self.tr("留下点评"), "primary", size="bar")
        self.close_button = Button(self.tr("先不写"), "plain", size="bar")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 0, 4)
        layout.setSpacing(8)
        layout.addWidget(self.edit)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.save_button)
        row.addWidget(self.close_button)
        row.addStretch(1)
        layout.addLayout(row)
        self.edit.entered.connect(self._save)
        self.edit.escaped.connect(self.closed)
        self.edit.textChanged.connect(self._fit)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.closed)
        self._fit()

    def text(self) -> str:
        """What is written so far."""
        return self.edit.toPlainText()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def not_saved(self) -> None:
        """It couldn't be saved; the text is still here."""
        self._saving = False
        self._fit()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self._saving or not self.text().strip():
            return
        self._saving = True
        self._fit()
        self.wanted.emit(self.text())

    def _fit(self) -> None:
        self.save_button.setEnabled(bool(self.text().strip()) and not self._saving)
