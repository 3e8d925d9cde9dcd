"""What happens when something of ours breaks: save first, log, then say it in one sentence.

Python's hooks catch exceptions of every thread; faulthandler catches what even Python can't, in a file that the next
start reads.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, QThread, QtMsgType, Signal, Slot, qInstallMessageHandler

from app.ui.services import Services
from scoring.sentence import Sentence

log = logging.getLogger(__name__)

FAULTS = "last-crash.txt"
LOG = "peilian.log"
LEFT_OFF = Sentence(
    "上次程序意外停了。说过的话都在，可以接着练。",
    "The program stopped unexpectedly last time. Everything you said is kept; you can go on.",
)


class CrashGuard(QObject):
    """Takes over the exception hooks for as long as the program runs."""

    _caught = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._busy = False
        self._file: IO[str] | None = None
        self._before = sys.excepthook
        self._before_thread = threading.excepthook
        self._caught.connect(self._tell)

    def install(self) -> bool:
        """Take over; returns whether the last run left a crash behind."""
        crashed = self._take_fault_file()
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)
        return crashed

    def remove(self) -> None:
        """Put everything back: the program ends in good order."""
        sys.excepthook = self._before
        threading.excepthook = self._before_thread
        qInstallMessageHandler(None)  # type: ignore[arg-type]  # Qt's own handler again; the stub lacks None
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            (self._services.folder / FAULTS).unlink(missing_ok=True)

    def _take_fault_file(self) -> bool:
        path = self._services.folder / FAULTS
        try:
            left = path.read_text("utf-8", "replace").strip() if path.exists() else ""
            if left:
                log.error("the last run ended in a crash:\n%s", left)
            self._file = path.open("w", encoding="utf-8")
        except OSError as error:
            log.warning("no crash file: %s", error.strerror)
            return False
        faulthandler.enable(self._file)
        return bool(left)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        if self._busy:  # the telling itself broke: don't go round in circles
            self._before(kind, error, trace)
            return
        self._busy = True
        try:
            if QThread.currentThread() is self.thread():
                self._services.save_all()
                self._tell(error)
            else:
                self._caught.emit(error)  # widgets and savers belong to the GUI thread
        finally:
            self._busy = False

    def _on_thread_exception(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            self._caught.emit(given.exc_value)

    @Slot(object)
    def _tell(self, error: BaseException) -> None:
        self._services.messages.error(error)


def start_log(folder: Path) -> None:
    """Log into `folder`, three files of 512 KB. Nothing that anybody said is logged above DEBUG, and DEBUG is off."""
    import logging.handlers  # its sockets and pickles would cost the start 15 ms

    logger = logging.getLogger()
    try:
        (folder / LOG).open("a", encoding="utf-8").close()  # told now, not at every line that can't be written
        handler = logging.handlers.RotatingFileHandler(
            folder / LOG, maxBytes=512_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def _on_qt_message(kind: QtMsgType, context: object, message: str) -> None:  # noqa: ARG001
    levels = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}
    logging.getLogger("qt").log(levels.get(kind, logging.WARNING), "%s", message)
