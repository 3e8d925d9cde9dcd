"""How long a scorecard takes from asking for it to its first paint, in a process of its own.

Run by `open_scorecard`; by hand `python -m tests.bench_scorecard FOLDER`, which prints JSON: milliseconds of the first
opening (its scenario is read from YAML then) and of the later ones, and how many replies the drill has.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.figure import Figure

ROOT = Path(__file__).resolve().parent.parent
REACH_MS = 150
ROUNDS = 15
REPLIES = (
    "周女士，真对不起，留了两次言没人回，换谁都着急。",
    "您昨天还请假白等一中午，这事是我们没做好。",
    "我刚查了工单系统，您的两条留言被分到了上个月撤掉的片区组。",
    "那边没人值班，是我们撤组时没改分派规则，责任在我们。",
    "我再确认一下，油是从左边滴还是右边滴？",
    "李师傅上门把油网的密封圈重新压平。",
    "灶台也一起擦干净，您不用动手。",
    "修的时候不用您一直守着。",
    "今晚七点到您家，七点半我打电话问您还滴不滴。",
    "让您白请了半天假，这次清洗费退您六十元，原路退回，三个工作日到账。",
)


def open_scorecard(folder: Path) -> Figure:
    """Milliseconds from `enter` to the first paint of a drill of ten replies."""
    home = folder / "scorecard"
    home.mkdir()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench_scorecard", str(home)]
    run = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    found = json.loads(run.stdout)
    measured = (
        f"{found['later']:.0f} ms (the first of its scenario {found['first']:.0f} ms), {found['replies']} replies"
    )
    bound = f"≤ {REACH_MS} ms"
    return Figure("scorecard, asked for to shown", measured, bound, found["later"] <= REACH_MS)


def measure(home: Path) -> dict[str, float]:
    """Play a drill, then open it again and again on a window."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject

    from app.records.room import open_records
    from app.records.values import Role
    from app.ui.app import application
    from app.ui.services import Services
    from app.ui.shared.cards import EmptyState
    from app.ui.shared.pages import ScorecardRequest
    from app.ui.trainee.scorecard import ScorecardPage
    from app.ui.trainee.scorecard.body import Body, FiguresBody
    from tests.ui.tour_scorecard import play

    app = application()
    with open_records(home) as records:
        person = records.add_person("王秀兰", Role.TRAINEE)
        desk = records.asked_by(person)
        drill_id = play(desk, "slow-response", REPLIES)
        replies = len(desk.drill(drill_id).turns)
    services = Services(home)
    services.settings.last_person = person.id
    loop = QEventLoop()
    services.opened.connect(loop.quit)
    services.open()
    loop.exec()

    class Painted(QObject):
        """Ends the loop at the first paint of the conversation."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
            if event.type() == QEvent.Type.Paint:
                loop.quit()
            return False

    class Timed(ScorecardPage):
        """The page, watched from the moment that it has something to show."""

        def _put(self, body: Body | FiguresBody | EmptyState) -> None:
            assert isinstance(body, Body)
            body.transcript.installEventFilter(painted)
            super()._put(body)

    painted = Painted()
    times: list[float] = []
    for _ in range(ROUNDS):
        page = Timed(services)
        page.resize(1366, 768)
        page.show()
        app.processEvents()
        start = time.perf_counter()
        page.enter(ScorecardRequest(drill_id))
        loop.exec()
        times.append((time.perf_counter() - start) * 1000)
        services.jobs.idle.connect(loop.quit)
        if services.jobs.running:
            loop.exec()
        services.jobs.idle.disconnect(loop.quit)
        page.close()
        page.deleteLater()
    services.close()
    return {"first": times[0], "later": statistics.median(times[1:]), "replies": replies}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))) + "\n")
