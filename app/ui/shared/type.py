"""Sizes of type by name, and the few ways in which text gets its line height."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from app.ui.shared.i18n import language


class Size(NamedTuple):
    """Points at 96 dpi, whether bold, and the line's height as a multiple of the size."""

    pt: float
    bold: bool
    leading: float


SIZES = {
    "figure": Size(39, True, 1.0),
    "title": Size(19, True, 1.35),
    "heading": Size(14, True, 1.4),
    "dialogue": Size(13, False, 1.62),
    "body": Size(12, False, 1.55),
    "compact": Size(11, False, 1.55),
    "small": Size(10.5, False, 1.5),
}

FAMILIES = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei", "DengXian", "SimHei"),
    "darwin": ("PingFang SC", "Hiragino Sans GB", "Heiti SC"),
    "linux": ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
}
"""Chinese first, so that quotation marks and dashes keep their full width; SC, or a fallback picks Japanese forms."""

_CHINESE = re.compile("[\u3400-\u9fff]")
_ITS_MARKS = re.compile("[，（）“”‘’]")
"""Marks that the narrow forms of an English window take away the room from, which Chinese sentences need."""

_scale = [1.0]


def families() -> list[str]:
    """The font families of this system, in order."""
    return list(FAMILIES.get(sys.platform, FAMILIES["linux"]))


def scale() -> float:
    """The text size that the person chose, 0.9 to 1.5."""
    return _scale[0]


def set_scale(value: float) -> None:
    """Take another text size; `look()` calls this and refreshes what is on screen."""
    _scale[0] = value
    _font.cache_clear()


def px(name: str) -> float:
    """The size of `name` in pixels, text size counted in."""
    return SIZES[name].pt * 96 / 72 * _scale[0]


def font(name: str, *, bold: bool | None = None, wide: bool = False) -> QFont:
    """The font of `name`; `bold` overrides its own weight. Don't change what you get: copy it.

    `wide` keeps the full width of Chinese punctuation in English windows, too.
    """
    return _font(name, bold, language(), wide=wide)


def font_for(text: str, name: str, *, bold: bool | None = None) -> QFont:
    """The font of `name` for these words: what people wrote in Chinese keeps its punctuation as wide as it is."""
    return font(name, bold=bold, wide=is_chinese(text))


def is_chinese(text: str) -> bool:
    """Whether `text` has Chinese with punctuation that English windows would squeeze."""
    return bool(_ITS_MARKS.search(text)) and bool(_CHINESE.search(text))


@lru_cache(maxsize=64)
def _font(name: str, bold: bool | None, language: str, *, wide: bool) -> QFont:
    made = QFont()
    made.clearFeatures()  # QFont() begins as a copy of the application's font, of the language before
    made.setFamilies(families())
    if language == "en":
        # A Chinese font gives ’ and “ the width of a character, which tears English words apart. Where it isn't wanted
        # it is set to 0, or a widget would take it from the application's font.
        made.setFeature(QFont.Tag("pwid"), 0 if wide else 1)
    made.setPointSizeF(points(SIZES[name].pt))
    made.setBold(SIZES[name].bold if bold is None else bold)
    return made


def points(pt: float) -> float:
    """Points for QFont, which counts 72 to the inch on macOS and 96 elsewhere."""
    screen = QGuiApplication.primaryScreen()
    dots = screen.logicalDotsPerInch() if screen else 96.0
    return pt * 96 / dots * _scale[0]


def sized(pixels: float, *, bold: bool = False) -> QFont:
    """A font of `pixels` without the text size, for characters inside drawn signs."""
    made = QFont()
    made.setFamilies(families())
    made.setPixelSize(max(1, round(pixels)))
    made.setBold(bold)
    return made


def line_px(name: str) -> float:
    """The height of one line of `name` in pixels."""
    return px(name) * SIZES[name].leading


def control_height(kind: str = "normal") -> int:
    """The height of a button or input: normal 40, bar 34, big 48, growing with the text size."""
    return round({"normal": 40, "bar": 34, "big": 48, "rail": 44}[kind] * max(1.0, _scale[0]))


def percent(name: str, *, bold: bool | None = None) -> float:
    """The proportional line height that Qt must be told, since it counts from the font's own height."""
    return 100 * line_px(name) / QFontMetricsF(font(name, bold=bold)).height()


def paragraph(text: str, name: str) -> str:
    """Plain `text` as rich text with the line height of `name`; line breaks are kept."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f'<p style="margin:0; line-height:{percent(name):.0f}%">{escaped}</p>'
