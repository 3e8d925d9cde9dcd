"""Where the trainee writes: two lines that grow to six; Enter sends, Shift+Enter breaks the line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from app.ui.shared import type as type_
from app.ui.shared.composing import ENTER, Composing
from app.ui.shared.look import look
from app.ui.trainee.drill_room.spoken import spoken_font

LEAST_LINES, MOST_LINES = 2, 6
PADDING = 8


class Composer(QTextEdit):
    """A plain text of a few lines. What an input method composes is no part of it until it is committed.

    Signals: `send_asked()` on Enter that is the person's own; `text_edited()` after each change of the text.
    """

    send_asked = Signal()
    text_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = Composing(self)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("您的回复"))
        self.setAccessibleDescription(self.tr("Enter 发送，Shift + Enter 换行"))
        self.document().setDocumentMargin(4)
        self.setFont(spoken_font())
        self._space_lines()
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look().changed.connect(self._on_look_changed)
        self._fit()

    def text(self) -> str:
        """What is written, without what is still being composed."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Write `text` in place of what is there, with the cursor at its end."""
        self.setPlainText(text)
        self._space_lines()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        event.accept()
        if not self.composing.enter_is_ours(event):
            return  # the input method's: it neither sends nor breaks the line
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif not event.isAutoRepeat():
            self.send_asked.emit()

    def sizeHint(self) -> QSize:
        return QSize(480, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._height_of(LEAST_LINES))

    def _height_of(self, lines: int) -> int:
        return round(lines * type_.line_px("dialogue") + 2 * self.document().documentMargin() + 2 * PADDING)

    def _fit(self) -> None:
        needed = round(self.document().size().height()) + 2 * PADDING
        height = max(self._height_of(LEAST_LINES), min(needed, self._height_of(MOST_LINES)))
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        scrolls = needed > height + 2
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)

    def _space_lines(self) -> None:
        """Give every block the line height of the bubbles; one that Enter makes takes it over."""
        spaced = QTextBlockFormat()
        percent = 100 * type_.line_px("dialogue") / QFontMetricsF(spoken_font()).height()
        spaced.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self.document().setUndoRedoEnabled(False)  # the spacing is nothing to undo
        cursor.mergeBlockFormat(spaced)
        self.document().setUndoRedoEnabled(True)

    def _on_text_changed(self) -> None:
        self._fit()
        self.text_edited.emit()

    def _on_look_changed(self) -> None:
        self.setFont(spoken_font())
        self._space_lines()
        self._fit()
