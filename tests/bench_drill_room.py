"""The drill room's figures: how soon an answer is on screen, and how long the window ever stands still.

Run as `python -m tests.bench_drill_room`; `tests/bench.py` takes `drill_room(folder)` and `drill_room_gap(folder)`.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.records.room import open_records
from app.records.values import Role
from app.ui.app import application, dress
from app.ui.services import Services
from app.ui.shared.pages import DrillRequest
from app.ui.trainee.drill_room import DrillRoomPage
from tests.figure import Figure

HEARTBEAT_MS = 10
PATIENCE = 30.0
TURNS = 40
REPLIES = (
    "周女士，实在对不起，您留了两次言，两天没人回，昨天还专门请假回家白等一中午，换成我也一肚子火。",
    "我刚查了工单系统：您的两条留言都被分到上个月撤掉的片区组，没人值班。",
    "这是我们撤组时没改分派规则，责任在我们。",
    "我让李师傅上门，把油网的密封圈重新压平，灶台一起擦干净。",
    "今晚七点到您家，这件事我负责到底，七点半我打电话跟您确认还滴不滴。",
    "我保证以后绝对不会再出这种问题。",
    "让您白请了半天假，所以这次清洗费退您六十元，原路退回，三个工作日内到账，您看可以吗？",
)


@dataclass
class Measured:
    """What one run of drills gave, in milliseconds."""

    answers: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)


class Heart(QObject):
    """Beats every 10 ms while the loop is free; remembers how late it was."""

    def __init__(self, measured: Measured) -> None:
        super().__init__()
        self._measured = measured
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(HEARTBEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self._measured.gaps.append((now - self._last) * 1000)
        self._last = now


def play(folder: Path, turns: int = TURNS) -> Measured:
    """Play drills until `turns` replies were said by keys, as fast as the answers come, with 200 ms of reading each."""
    app = application()
    with open_records(folder) as records:
        person = records.add_person("bench", Role.TRAINEE)
    services = Services(folder)
    services.settings.last_person = person.id
    dress(services)
    services.open()
    _until(lambda: services.person is not None and not services.jobs.running)
    page = DrillRoomPage(services)
    page.resize(1366, 768)
    page.show()
    measured = Measured()
    heart = Heart(measured)
    first = True
    while len(measured.answers) < turns:
        page.enter(DrillRequest(scenario_id="slow-response", seed=1))
        _until(lambda: page.drill_id and not page.table.busy)
        # The imports of the first drill are its opening, not its talk; from her first line on, everything counts.
        heart.start()
        _pass(2500 if first else 300)
        first = False
        for text in REPLIES:
            if page.compose.ended or len(measured.answers) >= turns:
                break
            page.composer.insertPlainText(text)
            _pass(200)
            measured.answers.append(_answered(page, app))
        heart.stop()
        page.leave()
        page._room = None
    page.close()
    _until(lambda: not services.jobs.running)
    services.close()
    return measured


class Painted(QObject):
    """Sees when a widget was painted last."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.times: dict[QObject, float] = {}
        for one in watched:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.times[watched] = time.perf_counter()
        return False


def _first_line(page: DrillRoomPage) -> None:
    """Until the talk is painted with what the customer said first."""
    talk = page.talk.list.viewport()
    painted, there = Painted(talk), time.perf_counter()
    _until(lambda: painted.times.get(talk, 0) > there, step=1)
    _pass(0)


def _answered(page: DrillRoomPage, app: QApplication) -> float:
    """Milliseconds from Enter until lights and answer are painted, by the window itself."""
    assert page.standing.lights is not None
    talk, light = page.talk.list.viewport(), page.standing.lights.lights[0]
    painted = Painted(talk, light)
    told: list[float] = []

    def tell(_: object) -> None:
        told.append(time.perf_counter())

    page.table.answered.connect(tell)
    began = time.perf_counter()
    app.sendEvent(page.composer, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    _until(lambda: bool(told) and all(painted.times.get(one, 0) > told[0] for one in (talk, light)), step=1)
    # The filter sees a paint before it is done: whatever waits behind it comes after it.
    _pass(0)
    page.table.answered.disconnect(tell)
    return (time.perf_counter() - began) * 1000


def _until(condition, *, step: int = 5) -> None:
    loop = QEventLoop()
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the drill room never answered")
        QTimer.singleShot(step, loop.quit)
        loop.exec()


def _pass(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def figures(measured: Measured) -> tuple[Figure, Figure]:
    """The two figures of one run."""
    p95 = statistics.quantiles(measured.answers, n=20)[-1]
    median = statistics.median(measured.answers)
    longest = max(measured.gaps)
    return (
        Figure(
            "Enter → lights and answer on screen",
            f"p95 {p95:.0f} ms (median {median:.0f} ms)",
            "p95 ≤ 50 ms",
            p95 <= 50,
        ),
        Figure("longest gap of the window in a drill, 10 ms heartbeat", f"{longest:.0f} ms", "≤ 30 ms", longest <= 30),
    )


def drill_room(folder: Path) -> Figure:
    """How soon lights and answer are on screen."""
    home = folder / "answers"
    home.mkdir()
    return figures(play(home))[0]


def drill_room_gap(folder: Path) -> Figure:
    """The longest time for which the window stood still."""
    home = folder / "gaps"
    home.mkdir()
    return figures(play(home))[1]


def main() -> int:
    """Print both."""
    with tempfile.TemporaryDirectory() as folder:
        measured = play(Path(folder))
    found = figures(measured)
    for one in found:
        print(f"{one.name}: {one.measured} ({one.bound}, {'kept' if one.kept else 'missed'})")
    worst = sorted(measured.gaps)[-10:]
    print("worst gaps:", ", ".join(f"{gap:.0f}" for gap in worst), "of", len(measured.gaps))
    print("answers:", ", ".join(f"{one:.0f}" for one in measured.answers))
    return 0 if all(one.kept for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
