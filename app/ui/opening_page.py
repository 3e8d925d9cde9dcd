"""What the window shows while there are no records: nothing at first, then that they are being opened, or why they can't be."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.shared.look import look
from scoring.sentence import PeilianError

WIDEST = 620
PATIENCE_MS = 400
"""Opening mostly takes less: a page that only flashes up would be worse than none."""


class OpeningPage(QWidget):
    """Empty until `show_busy` or `show_failure`; `clear` empties it again.

    Signals: `again_wanted()`, `folder_wanted()`, `close_wanted()` from the buttons under a failure.
    """

    again_wanted = Signal()
    folder_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside: QWidget | None = None
        self._title, self._sentence = "", ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PATIENCE_MS)
        self._wait.timeout.connect(self._on_long)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    @property
    def words(self) -> str:
        """Title and sentence; empty while nothing is shown."""
        return "" if self._inside is None else f"{self._title} {self._sentence}"

    def clear(self) -> None:
        """Show nothing."""
        self._wait.stop()
        self._put(None)

    def show_busy(self, *, demo: bool) -> None:
        """Say, unless it is over in a moment, what is going on."""
        if demo:
            self._title = self.tr("正在放入演示数据")
            self._sentence = self.tr("三周的演练，一通一通照着真的说一遍，要半分钟左右。做好了自己会打开，只有这一次。")
        else:
            self._title = self.tr("正在打开记录")
            self._sentence = self.tr("记录多的时候要几秒钟。")
        self._put(None)
        self._wait.start()

    def show_failure(self, error: Exception) -> None:
        """Say why the records can't be opened, and what can be done."""
        self._wait.stop()
        self._title = self.tr("记录打不开")
        self._sentence = (
            said(error.sentence)
            if isinstance(error, PeilianError)
            else self.tr(
                "程序出了个毛病，记录没有打开，也没有动过。可以再试一次；还不行，把数据文件夹里的日志发给我们。"
            )
        )
        again = Button(self.tr("再试一次"), "primary", icon="refresh")
        folder = Button(self.tr("打开数据文件夹"), icon="folder")
        close = Button(self.tr("关掉陪练"), "plain")
        again.clicked.connect(self.again_wanted)
        folder.clicked.connect(self.folder_wanted)
        close.clicked.connect(self.close_wanted)
        self._put(self._page("warning", "danger", again, folder, close))
        again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_long(self) -> None:
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setFixedHeight(8)
        bar.setRange(0, 1 if look().reduce_motion else 0)  # without an end it moves
        bar.setAccessibleName(self._title)
        self._put(self._page("clock", "accent", bar))

    def _put(self, inside: QWidget | None) -> None:
        layout = self.layout()
        assert layout is not None
        if self._inside is not None:
            self._inside.hide()
            layout.removeWidget(self._inside)
            self._inside.deleteLater()
        self._inside = inside
        if inside is not None:
            layout.addWidget(inside)
            inside.show()  # now, not at the next turn of the loop: the focus may go into it

    def _page(self, icon: str, role: str, *below: QWidget) -> QWidget:
        from app.ui.shared.cards import Card, IconLabel  # most starts never show a page of this
        from app.ui.trainee.scrolled import Scrolled

        card = Card(padding=28, spacing=10)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel(icon, role, size=28), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Label(self._title, "title", wrap=True), 1)
        card.body.addLayout(head)
        card.body.addWidget(Label(self._sentence, "body", wrap=True, selectable=True))
        card.body.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget in below:
            row.addWidget(widget, 1 if isinstance(widget, QProgressBar) else 0)
        if not isinstance(below[0], QProgressBar):
            row.addStretch(1)
        card.body.addLayout(row)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addWidget(card)
        column.addStretch(2)
        return Scrolled(body, WIDEST)
