"""Plays a scripted drill in children that are killed at random moments, and checks after each what is on record.

Run as `python -m tests.app.killing FOLDER KILLS SEED`; prints one JSON object. A process of its own, since it forks.
A child is ended by SIGALRM's default action from an interval timer: like kill −9 it runs no Python on its way out.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

from app.drills.session import DrillSession, frozen_rubric, frozen_scenario
from app.records.desk import Desk
from app.records.room import Records, open_records
from app.records.values import Act, DrillStatus, Role
from scenarios.reader import LIBRARY, read_scenario
from scoring.offline.scorer import OfflineScorer
from scoring.rubric import shipped_rubric

SCRIPT = (
    "实在对不起，您留了两次言没人回，换成我也着急。",
    "我刚查了工单系统，您的留言分到了撤掉的片区组，是我们的疏漏。",
    "您先别激动，这很正常。",
    "今晚七点李师傅上门重新压密封圈，我七点半打电话问您。",
    "嗯",
    "让您白请了半天假，退您六十元，原路退回，您看行吗？",
)
SCORER = OfflineScorer()
FILE = read_scenario(LIBRARY / "slow-response.yaml")


def main(folder: Path, kills: int, seed: int) -> int:
    """Kill `kills` children; the exit code is 0 when nothing was lost or doubled."""
    random = Random(seed)
    # Children inherit what is read and compiled here, so that the kills fall into the drill, not into the start-up.
    # A whole drill does that: modules and patterns are loaded when something first asks for them.
    frozen_scenario(FILE.text)
    rubric = shipped_rubric("complaint")
    frozen_rubric(rubric.text, rubric.kind)
    _play_here(folder / "here")
    expected = undisturbed(folder / "undisturbed")
    home = folder / "killed"
    home.mkdir()
    longest = _time_of_one(folder / "timed")
    killed = finished = drills = 0
    faults: list[str] = []
    while killed < kills:
        told = run_child(home, random.uniform(0.0005, longest))
        killed += not told.finished
        finished += told.finished
        faults += check(home, told.said)
        if told.finished:
            drills += 1
            with open_records(home) as records:
                faults += compare(_desk(records), expected)
    print(json.dumps({"kills": killed, "finished": finished, "drills": drills, "faults": faults}, ensure_ascii=False))
    return 1 if faults or not drills else 0


class Told:
    """What a child told before its end: the replies that it said were recorded, and whether it came to the end."""

    def __init__(self, text: str) -> None:
        lines = text.splitlines(keepends=True)
        whole = [line.rstrip("\n") for line in lines if line.endswith("\n")]
        self.said = [int(line) for line in whole if line.isdigit()]
        self.finished = "end" in whole


def run_child(home: Path, seconds: float) -> Told:
    """Fork a child that goes on with the drill for `seconds` at most."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        status = 1
        try:
            play(home, writing)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return Told(text)


def play(home: Path, pipe: int) -> None:
    """Go on with the open drill, or begin one, and say each reply to `pipe` once it is answered."""
    with open_records(home) as records:
        desk = _desk(records)
        open_ones = desk.open_drills()
        session = (
            DrillSession.resume(desk, open_ones[0].id, SCORER)
            if open_ones
            else DrillSession.start(desk, FILE, SCORER, seed=7)
        )
        for text in SCRIPT[len(session.results) :]:
            if session.ending is not None:
                break
            session.reply(text)
            os.write(pipe, f"{len(session.results)}\n".encode())
        if session.ending is None:
            session.break_off()
        os.write(pipe, b"end\n")


def check(home: Path, said: list[int]) -> list[str]:
    """What is wrong with the newest drill on record, read with plain SQL."""
    path = next(home.glob("*.db"), None)
    if path is None:
        return ["replies were told and there is no database"] if said else []
    with closing(sqlite3.connect(path)) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'turn'").fetchone():
            return ["replies were told and there is no table"] if said else []
        rows = database.execute(
            "SELECT n, act, text FROM turn WHERE drill_id = (SELECT max(id) FROM drill) ORDER BY n"
        ).fetchall()
    faults: list[str] = []
    replies = [text for _, act, text in rows if act == Act.REPLY.value]
    if tuple(replies) != SCRIPT[: len(replies)]:
        faults.append(f"the replies on record are {replies}")
    if said and len(replies) < said[-1]:
        faults.append(f"{said[-1]} replies were told as recorded, {len(replies)} are")
    if [n for n, _, _ in rows] != list(range(1, len(rows) + 1)):
        faults.append("turns are missing or doubled")
    return faults


def compare(desk: Desk, expected: list[object]) -> list[str]:
    """Whether the newest drill, killed so often, is the drill that nobody killed."""
    found = story(desk)
    return [] if found == expected else [f"a killed drill differs: {found} instead of {expected}"]


def story(desk: Desk) -> list[object]:
    """The newest drill as plain values: what was said, how it moved, what it was worth."""
    summary = desk.drills(limit=1).drills[0]
    record = desk.drill(summary.id)
    turns = [[turn.text, turn.reply, dict(turn.mood or {})] for turn in record.turns]
    total = summary.figures.total if summary.figures else None
    return [record.opening, turns, summary.ending, total, summary.status is DrillStatus.ENDED]


def undisturbed(home: Path) -> list[object]:
    """The story of the drill when nobody kills it."""
    home.mkdir()
    told = run_child(home, 600)
    assert told.finished
    with open_records(home) as records:
        return story(_desk(records))


def _play_here(home: Path) -> None:
    home.mkdir()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    play(home, nowhere)
    os.close(nowhere)


def _time_of_one(home: Path) -> float:
    home.mkdir()
    start = time.perf_counter()
    run_child(home, 600)
    return time.perf_counter() - start


def _desk(records: Records) -> Desk:
    people = records.people()
    return records.asked_by(people[0] if people else records.add_person("学员", Role.TRAINEE))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
