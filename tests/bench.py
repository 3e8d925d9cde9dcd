"""`make bench`: the figures that the project holds itself to, as ratios taken in one run, kept in BENCHMARKS.md.

Run as `python -m tests.bench`. Each figure has its bound; the exit code is 1 when one is missed.
"""

from __future__ import annotations

import itertools
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.drills.session import DrillSession
from app.records.room import open_records
from app.records.values import Role
from scenarios.reader import library_files, read_scenario
from scoring.offline.scorer import OfflineScorer
from tests import bench_home
from tests.bench_drill_room import drill_room, drill_room_gap
from tests.bench_scorecard import open_scorecard
from tests.bench_supervisor import supervisors_list
from tests.bench_windows import first_window
from tests.figure import Figure

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "BENCHMARKS.md"
TRAINING = ROOT / "scoring" / "training" / "complaint.jsonl"
SECTION = re.compile(r"(<!-- bench:begin -->\n).*?(<!-- bench:end -->)", re.DOTALL)


def main() -> int:
    """Measure everything, print the table, and write it into BENCHMARKS.md."""
    with tempfile.TemporaryDirectory() as folder:
        figures = [bench(_own_folder(Path(folder), bench.__module__)) for bench in BENCHES]
    lines = ["| figure | measured | bound | kept |", "|---|---|---|---|"]
    lines += [f"| {one.name} | {one.measured} | {one.bound} | {'yes' if one.kept else '**no**'} |" for one in figures]
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    text = "\n".join([*lines, "", f"Measured on {machine}.", ""])
    print(text)
    if BENCHMARKS.exists():
        written = SECTION.sub(lambda found: found[1] + text + found[2], BENCHMARKS.read_text("utf-8"))
        BENCHMARKS.write_text(written, "utf-8")
    return 0 if all(one.kept for one in figures) else 1


def _own_folder(folder: Path, name: str) -> Path:
    # One for each module: the figures of a module may share what they filled.
    made = folder / name
    made.mkdir(exist_ok=True)
    return made


def score_command(folder: Path) -> Figure:
    """Replies a second of `main.py score`, start-up included, on 2,520 replies."""
    rows = [json.loads(line) for line in TRAINING.read_text("utf-8").splitlines()]
    wanted = ("id", "reply", "customer", "scene", "authority")
    lines = [json.dumps({key: row[key] for key in wanted}, ensure_ascii=False) for row in rows * 2]
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("\n".join(lines), "utf-8")
    command = [sys.executable, "main.py", "score", "--in", str(source), "--out", str(target)]
    seconds = min(timed(lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True)) for _ in range(3))
    rate = len(lines) / seconds
    return Figure("`main.py score`, whole command", f"{rate:.0f} replies/s", "≥ 500 replies/s", rate >= 500)


def one_reply(folder: Path) -> Figure:
    """p95 of one reply through scorer, customer and records, committed."""
    rows = [json.loads(line)["reply"] for line in TRAINING.read_text("utf-8").splitlines()]
    scorer = OfflineScorer()
    scorer.warm_up()
    times: list[float] = []
    home = folder / "records"
    home.mkdir()
    with open_records(home) as records:
        desk = records.asked_by(records.add_person("bench", Role.TRAINEE))
        file = read_scenario(library_files()[0])
        replies = itertools.cycle(rows[::7])
        for seed in itertools.count(1):
            session = DrillSession.start(desk, file, scorer, seed=seed)
            while session.ending is None and len(times) < 400:
                text = next(replies)
                times.append(timed(lambda text=text, session=session: session.reply(text)))
            if len(times) >= 400:
                break
    p95 = statistics.quantiles(times, n=20)[-1] * 1000
    median = statistics.median(times) * 1000
    measured = f"p95 {p95:.1f} ms (median {median:.1f} ms)"
    return Figure("one reply through scorer, customer and records", measured, "p95 ≤ 20 ms", p95 <= 20)


def first_line(folder: Path) -> Figure:
    """Start of `main.py drill` to its first customer line, against a bare import of sqlalchemy.orm."""
    environment = {**os.environ, "PEILIAN_DATA": str(folder / "drill")}
    bare = [sys.executable, "-c", "import sqlalchemy.orm"]
    drill = [sys.executable, "main.py", "drill", "slow-response"]
    name = read_scenario(library_files()[0].with_name("slow-response.yaml")).scenario
    speaker = f"{name.persona.name}：" if name else "："

    def until_first_line() -> None:
        with subprocess.Popen(drill, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True, encoding="utf-8") as process:  # fmt: skip
            assert process.stdout is not None
            while True:
                line = process.stdout.readline()
                if not line or line.startswith(speaker):
                    break
            process.kill()

    until_first_line()
    pairs = [(timed(lambda: subprocess.run(bare, check=True)), timed(until_first_line)) for _ in range(7)]
    base = statistics.median(one for one, _ in pairs)
    ours = statistics.median(other for _, other in pairs)
    ratio = ours / base
    measured = f"{ratio:.2f}× ({ours:.2f} s against {base:.2f} s)"
    return Figure("`main.py drill`, first line on screen", measured, "≤ 4× `import sqlalchemy.orm`", ratio <= 4)


def timed(action: Callable[[], object]) -> float:
    """Seconds that `action` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


BENCHES: tuple[Callable[[Path], Figure], ...] = (
    score_command, one_reply, first_line, first_window, *bench_home.FIGURES,
    drill_room, drill_room_gap, open_scorecard, supervisors_list,
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
