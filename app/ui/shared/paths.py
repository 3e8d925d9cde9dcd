"""Where the drawings and translations are."""

from __future__ import annotations

from pathlib import Path

ASSETS = Path(__file__).resolve().parents[3] / "assets"
ICONS = ASSETS / "icons"
TRANSLATIONS = ASSETS / "translations"
