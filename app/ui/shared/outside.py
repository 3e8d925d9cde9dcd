"""What lies outside the windows: opening files with the system's programs, and where people keep theirs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.paths import shown
from app.ui.shared.messages import Messages


def open_outside(path: str | Path, messages: Messages) -> None:
    """Open `path` with its program; where the system has none, say where it is."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return
    words = QCoreApplication.translate("Outside", "这台机器没有能打开它的程序。它在：{0}")
    messages.show(
        words.format(shown(Path(path))), "caution", stays=True,
        action=QCoreApplication.translate("Outside", "复制位置"), on_action=partial(_copy, str(path)),
    )  # fmt: skip


def documents() -> str:
    """The folder where a person looks for what she saved; her home where the system has no such folder."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return found if found and Path(found).is_dir() else str(Path.home())


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
