"""What the windows tell a person: one place that shows, logs and remembers every message."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.ui.shared.i18n import said
from scoring.sentence import PeilianError, Sentence

log = logging.getLogger(__name__)

ROLES = ("info", "success", "caution", "danger")


class Notice(NamedTuple):
    """One message. `stays` keeps it until it is closed; `on_action` is called when its one action is chosen."""

    text: str
    role: str = "info"
    action: str = ""
    on_action: Callable[[], object] | None = None
    stays: bool = False


class Messages(QObject):
    """Where every message goes. A window that has a place for them shows them; tests read `history`.

    Signals: `shown(Notice)` for each message, `withdrawn()` when the one on screen no longer holds.
    """

    shown = Signal(object)
    withdrawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: list[Notice] = []

    def show(
        self,
        text: str | Sentence,
        role: str = "info",
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        stays: bool | None = None,
    ) -> None:
        """Show a sentence; "danger" ones stay until they are closed, others go after six seconds."""
        plain = text if isinstance(text, str) else said(text)
        notice = Notice(plain, role, action, on_action, role == "danger" if stays is None else stays)
        # The role and the action only: a message may quote what somebody said.
        log.info("message: %s, action %r", role, action)
        log.debug("message text: %s", plain)
        self.history.append(notice)
        del self.history[:-50]
        self.shown.emit(notice)

    def done(self, text: str, *, undo: Callable[[], object] | None = None) -> None:
        """Say that something was done, with 「撤销」 where it can be taken back."""
        action = QCoreApplication.translate("Messages", "撤销") if undo else ""
        self.show(text, "success", action=action, on_action=undo)

    def error(self, error: BaseException) -> None:
        """Tell a failure: its own sentence where it has one; a bug is logged whole and told in plain words."""
        self.note(error)
        if isinstance(error, PeilianError):
            self.show(error.sentence, "danger")
            return
        self.show(
            QCoreApplication.translate(
                "Messages", "程序出了个毛病，刚才这一步没做成。已经存下的都在。可以再试一次；还不行，把日志发给我们。"
            ),
            "danger",
        )

    def note(self, error: BaseException) -> None:
        """Log a failure that is told elsewhere: a bug whole, another by its name."""
        if isinstance(error, PeilianError):
            log.warning("told: %s", type(error).__name__)
        else:
            log.error("a bug", exc_info=(type(error), error, error.__traceback__))

    def withdraw(self) -> None:
        """Take the message on screen away: what it said no longer holds."""
        self.withdrawn.emit()
