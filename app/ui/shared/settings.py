"""What a person chose on this machine: one typed object over a small file in the data folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

T = TypeVar("T", str, int, bool)

LANGUAGES = ("zh", "en")
THEMES = ("system", "light", "dark")
TEXT_SIZES = (90, 100, 115, 130, 150)
FEEDBACK = ("each", "end")
PERIODS = ("today", "week", "month", "all")


class Setting(Generic[T]):
    """One field: its default, and the values that it may take. Whatever else is in the file counts as the default."""

    def __init__(self, default: T, allowed: tuple[T, ...] = ()) -> None:
        self.default = default
        self.allowed = allowed
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, holder: None, owner: type) -> Setting[T]: ...
    @overload
    def __get__(self, holder: Settings, owner: type) -> T: ...
    def __get__(self, holder: Settings | None, owner: type) -> Setting[T] | T:
        if holder is None:
            return self
        return self._read(holder.file.value(self.name))

    def __set__(self, holder: Settings, value: T) -> None:
        if self.allowed and value not in self.allowed:
            raise ValueError(f"{self.name} can't be {value!r}")
        if value != self.__get__(holder, Settings):
            holder.file.setValue(self.name, value)
            holder.changed.emit(self.name)

    def _read(self, kept: Any) -> T:  # noqa: ANN401  # QSettings gives whatever the file holds
        value: Any = kept
        if isinstance(self.default, bool):
            value = str(kept).lower() in ("true", "1") if kept is not None else self.default
        elif isinstance(self.default, int):
            try:
                value = int(kept)
            except (TypeError, ValueError):
                return self.default
        elif not isinstance(kept, str):
            return self.default
        kind: T = value
        return self.default if self.allowed and kind not in self.allowed else kind


class Settings(QObject):
    """Every setting, read and written as an attribute: `settings.language = "en"`.

    Signals: `changed(name)` after a setting took another value.
    """

    changed = Signal(str)

    language = Setting("zh", LANGUAGES)
    theme = Setting("system", THEMES)
    text_size = Setting(100, TEXT_SIZES)
    feedback = Setting("each", FEEDBACK)
    read_aloud = Setting(False)
    reduce_motion = Setting(False)
    first_start_done = Setting(False)
    last_person = Setting(0)
    list_person = Setting(0)
    list_drill = Setting("")
    list_period = Setting("all", PERIODS)
    list_review = Setting(False)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat, self)

    def place(self, name: str) -> QByteArray:
        """How a window, splitter or header was left ("main", "drill.columns" …); empty where it never was."""
        kept = self.file.value(f"places/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_place(self, name: str, state: QByteArray) -> None:
        """Remember how a window, splitter or header was left."""
        self.file.setValue(f"places/{name}", state)

    def save(self) -> None:
        """Write the file now."""
        self.file.sync()
