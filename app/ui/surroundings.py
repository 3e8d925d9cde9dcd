"""What the machine lacks for Chinese in windows: a font, or the input method's part for Qt. One sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QFontDatabase

from scoring.sentence import Sentence

NO_FONT = Sentence(
    "这台机器没有中文字体，字会变成方块。装一个就好：Debian 和 Ubuntu 上是 sudo apt install fonts-noto-cjk。",
    "This machine has no Chinese font, so Chinese shows as boxes. Install one: sudo apt install fonts-noto-cjk on Debian and Ubuntu.",
)
NO_FCITX = Sentence(
    "输入法是 fcitx，窗口里却没有它的 Qt 插件，打不出中文。退出后用 QT_IM_MODULE=ibus 启动，或者让 fcitx5 开着 ibus 前端。",
    "The input method is fcitx, but its Qt plugin is missing here, so Chinese can't be typed. Start with QT_IM_MODULE=ibus while fcitx5's ibus frontend runs.",
)


def has_chinese_font() -> bool:
    """Whether any font can write simplified Chinese."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def lacks_fcitx_plugin(environment: Mapping[str, str], plugins: Path | None = None) -> bool:
    """Whether the session types with fcitx and this Qt has no plugin for it."""
    asked = environment.get("QT_IM_MODULE", "")
    if asked and "fcitx" not in asked:
        return False
    if "fcitx" not in asked and "fcitx" not in environment.get("XMODIFIERS", ""):
        return False
    folder = plugins or Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return not any((folder / "platforminputcontexts").glob("*fcitx*"))


def remarks(environment: Mapping[str, str]) -> list[Sentence]:
    """Every sentence that this machine gives reason for."""
    found = []
    if not has_chinese_font():
        found.append(NO_FONT)
    if lacks_fcitx_plugin(environment):
        found.append(NO_FCITX)
    return found
