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
from contextlib import closing
from pathlib import Path

from tests.figure import Figure

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9
SCENARIOS = 45
DRILLS = 1_000
LATE = ("yaml", "ruamel", "pydantic", "alembic", "pyqtgraph", "openpyxl", "pydub", "litellm")
"""What must not be imported before Home can be used."""

BARE = """
import json, resource
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
print(json.dumps({"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
"""

OURS = """
import json, os, resource, sys
sys.argv = ["main.py"]
import app.start
from PySide6.QtWidgets import QApplication
import app.ui.trainee.home
class Home(app.ui.trainee.home.HomePage):
    def paintEvent(self, event):
        super().paintEvent(event)
        if self.data is not None and self.data.last:
            print(json.dumps({
                "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
                "imported": sorted({name.partition(".")[0] for name in sys.modules}),
            }), flush=True)
            os._exit(0)
app.ui.trainee.home.HomePage = Home
app.start.run([])
"""
"""As `main.py`, ended at the first paint of Home with its data; what comes after it isn't waited for."""


def home(folder: Path) -> list[Figure]:
    """Start to usable Home: its time, its peak memory, its time after an update; and what was imported by then."""
    data = filled(folder / "home")
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {
        "QT_QPA_PLATFORM": "offscreen",
        "PEILIAN_DATA": str(data),
        "PYTHONPYCACHEPREFIX": str(folder / "pyc-home"),
    }

    def run(script: str) -> tuple[float, dict]:
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
        )
        return time.perf_counter() - start, json.loads(done.stdout)

    for script in (BARE, OURS, OURS):  # bytecode, disk caches, and what the first start keeps for the next
        run(script)
    pairs = [(run(BARE), run(OURS)) for _ in range(ROUNDS)]
    base = statistics.median(bare for (bare, _), _ in pairs)
    ours = statistics.median(own for _, (own, _) in pairs)
    ratio = statistics.median(own / bare for (bare, _), (own, _) in pairs)
    memory = [statistics.median(one["peak"] for one in side) for side in zip(*[(b, o) for (_, b), (_, o) in pairs], strict=True)]
    late = sorted({name for _, (_, told) in pairs for name in told["imported"]} & set(LATE))

    def after_update() -> float:
        # The old program's lists are of a form that this one doesn't know.
        for name in ("home.json", "library-index.json"):
            (data / name).write_text(json.dumps({"version": 0}), "utf-8")
        return run(OURS)[0]

    updated = statistics.median(after_update() / run(BARE)[0] for _ in range(3))
    what = f"start to usable Home ({SCENARIOS} scenarios, {DRILLS:,} drills)"
    peak = memory[1] / memory[0]
    return [
        Figure(what, f"{ratio:.2f}× ({ours:.2f} s against {base:.2f} s)", "≤ 3.0× a bare QMainWindow", ratio <= 3.0),
        Figure("its peak memory", f"{peak:.2f}× ({memory[1] / 1024:.0f} MB against {memory[0] / 1024:.0f} MB)",
               "≤ 1.8×", peak <= 1.8),
        Figure("the same, first start after an update", f"{updated:.2f}×", "≤ 6×", updated <= 6.0),
        Figure("imported by then of what must wait", ", ".join(late) or "nothing", "nothing", not late),
    ]  # fmt: skip


def filled(folder: Path, *, drills: int = DRILLS) -> Path:
    """A data folder with a full library and a trainee with many drills, at the screen last time."""
    from app.demo import fill
    from app.records.room import open_records
    from app.ui.library_index import OWN, SHIPPED, LibraryIndex

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
    (folder / "settings.ini").write_text(f"[General]\nlast_person={person.id}\nfirst_start_done=true\n", "utf-8")
    return folder


def _multiply(path: Path, person_id: int, wanted: int) -> None:
    """Give the person copies of her ended drills, turns and scorecards included, until they are `wanted`."""
    with closing(sqlite3.connect(path)) as base, base:
        tables = {name: [row[1] for row in base.execute(f"PRAGMA table_info({name})")] for name in ("drill", "turn", "scorecard")}
        sources = [row[0] for row in base.execute("SELECT id FROM drill WHERE person_id = ? AND ended IS NOT NULL", [person_id])]
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
        for figure in home(Path(scratch)):
            print(f"{figure.name}: {figure.measured}  (bound {figure.bound}; {'kept' if figure.kept else 'MISSED'})")
