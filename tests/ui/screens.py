"""`make screens`: walks every view in both themes and languages, offscreen, into PNGs.

Run as `python -m tests.ui.screens [names…] [--sizes] [--out folder]`. Each `tour_*.py` beside this one gives VIEWS.
Refuses to run without a Chinese font: boxes instead of characters would pass for pictures.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from app.ui.app import application
from app.ui.main_window import MainWindow
from app.ui.services import Services
from app.ui.shared import i18n
from app.ui.shared.clipping import clipped
from app.ui.shared.look import look
from app.ui.surroundings import NO_FONT, has_chinese_font
from tests.ui.views import View

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "screens"
PATIENCE = 60.0


@dataclass(frozen=True)
class Setting:
    """How a view is taken."""

    theme: str
    language: str
    size: tuple[int, int] = (1366, 768)
    percent: int = 100

    @property
    def folder(self) -> str:
        """Where its pictures go."""
        name = f"{self.theme}-{self.language}"
        if self.size != (1366, 768):
            name += f"-{self.size[0]}x{self.size[1]}"
        return name if self.percent == 100 else f"{name}-{self.percent}"


EVERY = tuple(Setting(theme, language) for theme in ("light", "dark") for language in ("zh", "en"))
SIZES = (
    Setting("light", "zh", (1366, 690)),
    Setting("light", "zh", (1920, 1080)),
    Setting("light", "zh", percent=130),
    Setting("light", "en", percent=130),
    Setting("dark", "zh", percent=150),
)


class Tour:
    """What a view may use to come up: services over demo data, the main window, and ways to wait."""

    def __init__(self, folder: Path) -> None:
        self.services = Services(folder, demo=_has_demo())
        self.services.settings.reduce_motion = True
        self.window = MainWindow(self.services)
        self.window.show()
        self._add_people_where_none(folder)
        with self._waiting(self.services.opened):
            self.services.open()
        self.settled()

    def at(self, setting: Setting) -> None:
        """Take theme, language, size and text size."""
        settings = self.services.settings
        settings.theme, settings.text_size, settings.language = setting.theme, setting.percent, setting.language
        i18n.install("en" if setting.language == "en" else "zh")
        look().apply(choice=setting.theme, percent=setting.percent, reduce_motion=True)
        self.window.resize(*setting.size)

    def person(self, name: str) -> None:
        """Bring somebody to the screen; pages are made anew."""
        found = next((one for one in self.services.people if one.name == name), None)
        if found is None:
            roles = {"王秀兰": "trainee", "林静": "supervisor", "何老师": "trainer"}
            found = next(one for one in self.services.people if str(one.role) == roles[name])
        self.services.set_person(found)

    def go(self, key: str, argument: object = None) -> None:
        """Go to a page and wait until it has its data."""
        self.window.go(key, argument)
        self.settled()

    def until(self, condition: Callable[[], object], *, seconds: float = PATIENCE) -> None:
        """Let the windows work until `condition` holds. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("a view of the tour never came up")
            _pass(15)

    def settled(self) -> None:
        """Let the windows work until no job runs and everything was laid out."""
        _pass(30)
        self.until(lambda: not self.services.jobs.running)
        _pass(30)

    def close(self) -> None:
        """End the tour."""
        self.window.close()
        self.services.close()

    def _waiting(self, signal):
        return _Waiting(signal)

    def _add_people_where_none(self, folder: Path) -> None:
        if _has_demo():
            return
        from app.records.room import open_records
        from app.records.values import Role

        with open_records(folder) as records:
            for name, role in (("王秀兰", Role.TRAINEE), ("林静", Role.SUPERVISOR), ("何老师", Role.TRAINER)):
                records.add_person(name, role)


class _Waiting:
    """Runs the event loop until a signal came."""

    def __init__(self, signal) -> None:
        self._loop = QEventLoop()
        self._came = False
        signal.connect(self._on_signal)

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        if not self._came:
            QTimer.singleShot(int(PATIENCE * 1000), self._loop.quit)
            self._loop.exec()
        assert self._came, "the records never opened"

    def _on_signal(self) -> None:
        self._came = True
        self._loop.quit()


def _pass(milliseconds: int) -> None:
    # A nested loop, which the product itself never has: this is the driver standing in for a person.
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _has_demo() -> bool:
    return importlib.util.find_spec("app.demo") is not None


def views() -> list[View]:
    """Every view, area by area."""
    found: list[View] = []
    for path in sorted(HERE.glob("tour_*.py")):
        found += importlib.import_module(f"tests.ui.{path.stem}").VIEWS
    return found


def take(tour: Tour, view: View, setting: Setting, out: Path) -> list[str]:
    """Take one picture; returns the words that are cut in it."""
    tour.at(setting)
    tour.person(view.person)
    tour.settled()
    widget: QWidget = view.open(tour) or tour.window
    tour.settled()
    target = out / setting.folder / f"{view.name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(target))
    cut = [f"{setting.folder}/{view.name}: {words}" for words in clipped(widget)]
    if widget is not tour.window:
        widget.close()
        widget.deleteLater()
        widget.event(QEvent(QEvent.Type.None_))
    tour.services.messages.withdraw()
    return cut


def main(arguments: Sequence[str]) -> int:
    """Take the pictures; exit code 1 when words are cut, 2 without a Chinese font."""
    parser = argparse.ArgumentParser(prog="tests.ui.screens")
    parser.add_argument("names", nargs="*", help="only views whose names begin so")
    parser.add_argument("--sizes", action="store_true", help="other window and text sizes, too")
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args(arguments)
    app = application()
    if not has_chinese_font():
        print(f"{NO_FONT.zh}\n{NO_FONT.en}", file=sys.stderr)
        return 2
    wanted = [view for view in views() if not given.names or any(view.name.startswith(one) for one in given.names)]
    cut: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        tour = Tour(Path(folder))
        for setting in EVERY + (SIZES if given.sizes else ()):
            for view in wanted:
                cut += take(tour, view, setting, given.out)
        tour.close()
    app.quit()
    print(f"{len(wanted)} views in {given.out}")
    for words in cut:
        print(words, file=sys.stderr)
    return 1 if cut else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
