"""How long until Home can be used, with a full library and a thousand drills, against a bare QMainWindow."""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from tests.figure import Figure

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9
SCENARIOS = 45
DRILLS = 1_000
LATE = ("yaml", "ruamel", "pydantic", "alembic", "pyqtgraph", "openpyxl", "pydub", "litellm")
"""What must not be imported before Home can be used."""

PEAK = """
def peak():
    # Not ru_maxrss: on Linux a child keeps the peak of the process that started it, which here is the larger one.
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    except OSError:
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
"""

BARE = (
    PEAK
    + """
import json
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        app.quit()
app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
print(json.dumps({"peak": peak()}))
"""
)

OURS = (
    PEAK
    + """
import json, os, sys
sys.argv = ["main.py"]
import app.start
from PySide6.QtWidgets import QApplication
import app.ui.trainee.home
class Home(app.ui.trainee.home.HomePage):
    def paintEvent(self, event):
        super().paintEvent(event)
        if self.data is not None and self.data.last:
            print(json.dumps({
                "peak": peak(),
                "imported": sorted({name.partition(".")[0] for name in sys.modules}),
            }), flush=True)
            os._exit(0)
app.ui.trainee.home.HomePage = Home
app.start.run([])
"""
)
"""As `main.py`, ended at the first paint of Home with its data; what comes after it isn't waited for."""


@dataclass(frozen=True)
class Measured:
    """What one series of starts showed: pairs of (bare, ours) in seconds and kilobytes."""

    seconds: tuple[tuple[float, float], ...]
    peaks: tuple[tuple[float, float], ...]
    updated: tuple[float, ...]
    late: tuple[str, ...]


def home_time(folder: Path) -> Figure:
    """Start to usable Home, against a bare QMainWindow."""
    pairs = measured(folder).seconds
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    bare, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    name = f"start to usable Home ({SCENARIOS} scenarios, {DRILLS:,} drills)"
    return Figure(name, f"{ratio:.2f}× ({ours:.2f} s against {bare:.2f} s)", "≤ 3.0× a bare QMainWindow", ratio <= 3.0)


def home_memory(folder: Path) -> Figure:
    """The peak memory of that start."""
    bare, ours = (statistics.median(side) / 1024 for side in zip(*measured(folder).peaks, strict=True))
    told = f"{ours / bare:.2f}× ({ours:.0f} MB against {bare:.0f} MB)"
    return Figure("start to usable Home, peak memory", told, "≤ 1.8× a bare QMainWindow", ours / bare <= 1.8)


def home_after_update(folder: Path) -> Figure:
    """The first start after an update, which knows neither the old list of the library nor all of what Home kept."""
    ratio = statistics.median(measured(folder).updated)
    return Figure(
        "start to usable Home, first after an update", f"{ratio:.2f}×", "≤ 6× a bare QMainWindow", ratio <= 6.0
    )


def home_imports(folder: Path) -> Figure:
    """What was imported by then of what must wait."""
    late = measured(folder).late
    return Figure("heavy imports before Home can be used", ", ".join(late) or "none", "none", not late)


@lru_cache(maxsize=1)
def measured(folder: Path) -> Measured:
    """Start both many times, turn by turn."""
    data = filled(folder / "home")
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {
        "QT_QPA_PLATFORM": "offscreen",
        "PEILIAN_DATA": str(data),
        "PYTHONPYCACHEPREFIX": str(folder / "pyc-home"),
    }

    def run(script: str) -> tuple[float, dict[str, Any]]:  # Any: JSON
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
        )
        return time.perf_counter() - start, json.loads(done.stdout)

    def after_update() -> float:
        # The old program kept its library list in a form that this one doesn't know, and Home with other fields.
        kept = json.loads((data / "home.json").read_text("utf-8"))
        (data / "home.json").write_text(json.dumps({**kept, "of_another_version": 1}), "utf-8")
        (data / "library-index.json").write_text(json.dumps({"version": 0}), "utf-8")
        return run(OURS)[0] / run(BARE)[0]

    for script in (BARE, OURS):  # bytecode and disk caches
        run(script)
    pairs = [(run(BARE), run(OURS)) for _ in range(ROUNDS)]
    return Measured(
        seconds=tuple((bare[0], ours[0]) for bare, ours in pairs),
        peaks=tuple((bare[1]["peak"], ours[1]["peak"]) for bare, ours in pairs),
        updated=tuple(after_update() for _ in range(3)),
        late=tuple(sorted({name for _, ours in pairs for name in ours[1]["imported"]} & set(LATE))),
    )


FIGURES: tuple[Callable[[Path], Figure], ...] = (home_time, home_memory, home_after_update, home_imports)


def filled(folder: Path, *, drills: int = DRILLS) -> Path:
    """A data folder with a full library and a trainee with many drills, at the screen last time."""
    from app.demo import fill
    from app.records.room import open_records
    from app.ui.library_index import OWN, SHIPPED, LibraryIndex
    from app.ui.trainee.home_data import gather

    folder.mkdir()
    fill(folder)
    own = folder / OWN
    own.mkdir()
    shipped = sorted(SHIPPED.glob("*.yaml"))
    for number in range(SCENARIOS - len(shipped)):
        source = shipped[number % len(shipped)]
        text = source.read_text("utf-8").replace(f"id: {source.stem}", f"id: {source.stem}-{number}", 1)
        (own / f"{source.stem}-{number}.yaml").write_text(text, "utf-8")
    LibraryIndex().rebuilt(folder)
    with open_records(folder) as records:
        person = next(one for one in records.people() if one.name == "王秀兰")
    _multiply(folder / "records.db", person.id, drills)
    with open_records(folder) as records:
        gather(records.asked_by(person), LibraryIndex.read(folder).entries).keep(folder)
    (folder / "settings.ini").write_text(f"[General]\nlast_person={person.id}\nfirst_start_done=true\n", "utf-8")
    return folder


def _multiply(path: Path, person_id: int, wanted: int) -> None:
    """Give the person copies of her ended drills, turns and scorecards included, until they are `wanted`."""
    with closing(sqlite3.connect(path)) as base, base:
        tables = {
            name: [row[1] for row in base.execute(f"PRAGMA table_info({name})")]
            for name in ("drill", "turn", "scorecard")
        }
        sources = [
            row[0]
            for row in base.execute("SELECT id FROM drill WHERE person_id = ? AND ended IS NOT NULL", [person_id])
        ]
        for number in range(wanted - len(sources)):
            source = sources[number % len(sources)]
            columns = [one for one in tables["drill"] if one not in ("id", "public_id", "started")]
            listed = ", ".join(columns)
            fresh = base.execute(
                f"INSERT INTO drill (public_id, started, {listed}) "
                f"SELECT ?, datetime(started, '-{number // len(sources) + 22} days'), {listed} FROM drill WHERE id = ?",
                [str(uuid.uuid4()), source],
            ).lastrowid
            for table in ("turn", "scorecard"):
                listed = ", ".join(one for one in tables[table] if one not in ("id", "drill_id"))
                base.execute(
                    f"INSERT INTO {table} (drill_id, {listed}) SELECT ?, {listed} FROM {table} WHERE drill_id = ?",
                    [fresh, source],
                )


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        for figure in (bench(Path(scratch)) for bench in FIGURES):
            print(f"{figure.name}: {figure.measured}  (bound {figure.bound}; {'kept' if figure.kept else 'MISSED'})")
