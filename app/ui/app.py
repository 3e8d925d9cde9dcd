"""Starts the windows: application, look, language, log and hooks; then the main window, then the records in a job."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.paths import make_usable
from app.start import NO_OPENING, again_in_terminal
from app.ui.main_window import MainWindow
from app.ui.services import Services
from app.ui.shared import i18n
from app.ui.shared.look import look
from scoring.sentence import Language, PeilianError

AFTER_PAINT_MS = 10


def start(folder: Path, *, demo: bool = False, language: Language | None = None) -> int:
    """Run the windows over the data in `folder` until the last one closes; returns the exit code."""
    app = application()
    with contextlib.suppress(PeilianError):  # opening the records tries again, and says it in the window
        make_usable(folder)
    services = Services(folder, demo=demo, parent=app)
    if language is not None:
        services.settings.language = language
    guard = _guard(services)
    crashed = guard.install()
    dress(services)
    window = MainWindow(services)
    window.first_painted.connect(lambda: _begin(services, crashed=crashed))
    window.show()
    code = app.exec()
    services.close()
    guard.remove()
    return code


def application() -> QApplication:
    """The application, made where there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    before = qInstallMessageHandler(_on_first_words)
    app = QApplication(sys.argv[:1])
    qInstallMessageHandler(before)
    for words in _first_words:
        logging.getLogger("qt").warning("%s", words)
    app.setApplicationName("peilian")
    app.setApplicationDisplayName("陪练")
    app.setDesktopFileName("peilian")
    return app


_first_words: list[str] = []


def _on_first_words(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:  # noqa: ARG001
    # Without a screen or one of its libraries Qt tells this handler and then ends the process. Nothing can be caught.
    if kind is QtMsgType.QtFatalMsg:
        again_in_terminal(NO_OPENING)
    _first_words.append(message)


def dress(services: Services) -> None:
    """Take language, theme and text size from the settings."""
    settings = services.settings
    i18n.install("en" if settings.language == "en" else "zh")
    look().apply(choice=settings.theme, percent=settings.text_size, reduce_motion=settings.reduce_motion)


def _guard(services: Services):  # noqa: ANN202
    from app.ui.shared.crash import CrashGuard

    return CrashGuard(services)


def _begin(services: Services, *, crashed: bool) -> None:
    """After the first paint: show what is known at once; when that is painted, open the records."""
    services.recall()
    # Opening imports SQLAlchemy on a worker, and its import holds the interpreter.
    QTimer.singleShot(AFTER_PAINT_MS, services, services.open)
    QTimer.singleShot(AFTER_PAINT_MS, services, lambda: _look_round(services, crashed=crashed))


def _look_round(services: Services, *, crashed: bool) -> None:
    from app.ui.shared.crash import LEFT_OFF, start_log
    from app.ui.surroundings import remarks

    start_log(services.folder)
    _heed_signals(services)
    for remark in remarks(os.environ):
        services.messages.show(remark, "caution", stays=True)
    if crashed:
        services.messages.show(LEFT_OFF, "info")


def _heed_signals(services: Services) -> None:
    """Ctrl+C and a polite kill close the window in good order; Python sees a signal only when Qt wakes it."""
    import signal

    from PySide6.QtCore import QSocketNotifier

    if sys.platform == "win32":
        return
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, services)
    notifier.activated.connect(QApplication.closeAllWindows)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
