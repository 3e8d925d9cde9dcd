"""Search boxes, and finding Chinese by its characters, its pinyin or the initials of its pinyin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.shared.composing import ENTER, Composing
from app.ui.shared.icons import pixmap
from app.ui.shared.look import set_height, set_type

DEBOUNCE_MS = 120
SIGN = 18


@dataclass(frozen=True, slots=True)
class SearchKey:
    """A text made ready to be found. Make it in a job: pypinyin takes a tenth of a second to import."""

    plain: str
    pinyin: str
    initials: str

    def matches(self, query: str) -> bool:
        """Whether every word of `query` is in the text, its pinyin, or its initials. An empty query matches."""
        return all(
            word in self.plain or word in self.pinyin or word in self.initials for word in query.casefold().split()
        )


def search_key(*texts: str) -> SearchKey:
    """What finds any of `texts`. For jobs."""
    from pypinyin import Style, lazy_pinyin

    plain = "\n".join(texts).casefold()
    pinyin = "\n".join("".join(lazy_pinyin(text)) for text in texts).casefold()
    initials = "\n".join("".join(lazy_pinyin(text, style=Style.FIRST_LETTER)) for text in texts).casefold()
    return SearchKey(plain, pinyin, initials)


def search_keys(texts: Iterable[tuple[str, ...]]) -> tuple[SearchKey, ...]:
    """A key for each entry of a list. For jobs."""
    return tuple(search_key(*one) for one in texts)


class SearchBox(QLineEdit):
    """A line to search in. While an input method composes nothing is searched, and its Enter does nothing.

    Ctrl+F brings the focus here.

    Signals: `searched(text)` a moment after the text changed, at once on Enter; "" when it was emptied. `results_wanted()`
    on Enter and Down: the focus may go to what was found.
    """

    searched = Signal(str)
    results_wanted = Signal()

    def __init__(self, placeholder: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(False)
        self.composing = Composing(self)
        self._last = ""
        self.setTextMargins(SIGN + 8, 0, 0, 0)
        set_type(self, "body")
        set_height(self)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DEBOUNCE_MS)
        self._wait.timeout.connect(self._search)
        self.textChanged.connect(self._on_text_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._on_find)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if self.composing.enter_is_ours(event):
                self._search()
                self.results_wanted.emit()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Down:
            self._search()
            self.results_wanted.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # Drawn here: an action's icon would stand before the padding, not inside it.
        QPainter(self).drawPixmap(13, (self.height() - SIGN) // 2, pixmap("search", "muted", SIGN))

    def _on_find(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _on_text_changed(self) -> None:
        if not self.composing.active:
            self._wait.start()

    def _search(self) -> None:
        self._wait.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.searched.emit(self._last)
