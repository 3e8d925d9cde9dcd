"""The type of what is said. It is Chinese in either language of the windows, so its commas keep their full width."""

from __future__ import annotations

from PySide6.QtGui import QFont

from app.ui.shared import type as type_


def spoken_font(name: str = "dialogue") -> QFont:
    """The font of `name` without the narrow punctuation that English windows use."""
    return QFont(type_.font(name, wide=True))
