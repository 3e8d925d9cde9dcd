"""Reading the customer's line aloud: a seam. Where Qt's speech isn't installed there is no voice, and no button."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject


class Voice(Protocol):
    """What reads a line aloud."""

    def say(self, text: str, /) -> None:
        """Read `text`, in place of what is being read."""
        ...

    def stop(self) -> None:
        """Be quiet."""
        ...


def voice(parent: QObject) -> Voice | None:
    """The system's voice for Chinese; None where there is none (QtTextToSpeech comes with PySide6_Addons only)."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # type: ignore[import-not-found]  # in PySide6_Addons
    except ImportError:
        return None
    if not [one for one in QTextToSpeech.availableEngines() if one != "mock"]:
        return None
    return QTextToSpeech(parent)
