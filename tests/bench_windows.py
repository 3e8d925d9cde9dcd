"""How long the windows take to come up, against a bare QMainWindow of the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.figure import Figure

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 15

BARE = """
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
"""

OURS = """
import sys
from PySide6.QtWidgets import QApplication
sys.argv = ["main.py"]
import app.start
import app.ui.app, app.ui.main_window
class Window(app.ui.main_window.MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QApplication.quit()
app.ui.app.MainWindow = Window
app.ui.services.Services.open = lambda self: None
app.start.run([])
"""
"""As `main.py`, ended after the first paint; opening the records comes after it, in a job."""


def first_window(folder: Path) -> Figure:
    """Start to the first paint of the main window, and its memory, against a bare QMainWindow."""
    home = folder / "windows"
    home.mkdir()
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {
        "QT_QPA_PLATFORM": "offscreen",
        "PEILIAN_DATA": str(home),
        "PYTHONPYCACHEPREFIX": str(folder / "pyc"),
    }

    def seconds(script: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, check=True, capture_output=True)
        return time.perf_counter() - start

    for script in (BARE, OURS):  # bytecode and disk caches
        seconds(script)
    pairs = [(seconds(BARE), seconds(OURS)) for _ in range(ROUNDS)]
    base = statistics.median(bare for bare, _ in pairs)
    ours = statistics.median(own for _, own in pairs)
    ratio = statistics.median(own / bare for bare, own in pairs)
    measured = f"{ratio:.2f}× ({ours:.2f} s against {base:.2f} s)"
    return Figure("start to the first main window on screen", measured, "≤ 1.6× a bare QMainWindow", ratio <= 1.6)
