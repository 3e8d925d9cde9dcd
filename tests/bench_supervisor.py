"""A page of the supervisor's list at 100,000 scorecards, against its time at 1,000 in the same run."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from app.records.database import make_engine, writing
from app.records.desk import Desk
from app.records.room import open_records
from app.records.tables import CommentRow, DocumentRow, DrillRow, ScorecardRow
from app.records.values import Cursor, DocumentKind, DrillFilter, DrillStatus, Mode, Person, Role
from tests.figure import Figure

FEW, MANY = 1_000, 100_000
ROUNDS = 40
PEOPLE = 24
SCENARIOS = ("slow-response", "residual-smell", "worse-than-before", "burst-pipe-2-compensation",
             "doubt-unprofessional", "renewal-value")  # fmt: skip
STEPS = ("empathy", "cause", "fix", "compensation")
NOW = datetime(2025, 11, 24, 4, 0, tzinfo=UTC)
SPAN = timedelta(days=200)
LISTED = DrillFilter(status=DrillStatus.ENDED)
"""What the list asks for before anything is chosen."""


@dataclass(frozen=True)
class Filled:
    """A supervisor's desk over `many` scorecards."""

    desk: Desk
    many: int

    def cursor(self, place: float) -> Cursor | None:
        """Where the page at `place` of the whole list begins: 0 the first, 1 the last."""
        if not place:
            return None
        row = max(51, round(self.many * (1 - place)))
        return Cursor(started(row, self.many), row)


def supervisors_list(folder: Path) -> Figure:
    """The slowest of first, middle and last page, and of first pages under every filter of the window.

    Against the same page among 1,000; a filter's against the first one there, for its own isn't full.
    """
    with filled(folder / "list-few", FEW) as few, filled(folder / "list-many", MANY) as many:
        found = [(*page_times(few, many, place, where), name) for name, place, where in cases()]
    ratio, ours, base, name = max(found)
    measured = f"{ratio:.2f}× ({ours:.1f} ms against {base:.1f} ms: {name})"
    return Figure(
        f"a page of the supervisor's list at {MANY:,} scorecards", measured, f"≤ 1.5× at {FEW:,}", ratio <= 1.5
    )


def cases() -> list[tuple[str, float, DrillFilter]]:
    """(name, place in the list, filter) of the pages that the window asks for."""
    whole = [(f"{name} page", place, LISTED) for name, place in (("first", 0.0), ("middle", 0.5), ("last", 1.0))]
    filters: list[tuple[str, float, DrillFilter]] = []
    for number in range(1, 16):
        where, names = LISTED, []
        for bit, (name, change) in enumerate(CHOICES.items()):
            if number >> bit & 1:
                where, names = replace(where, **change), [*names, name]
        filters.append((" + ".join(names), 0.0, where))
    return whole + filters


CHOICES: dict[str, dict[str, object]] = {
    "person": {"person_id": 3},
    "drill": {"scenario_id": SCENARIOS[2]},
    "30 days": {"since": NOW - timedelta(days=30)},
    "for review": {"review": True},
}


def page_times(few: Filled, many: Filled, place: float, where: DrillFilter) -> tuple[float, float, float]:
    """A page among many against a full one among few, taken in turns: the ratio, and both in milliseconds.

    Of each the least: what else the machine does only ever adds.
    """
    pairs = [(seconds(few, place, LISTED), seconds(many, place, where)) for _ in range(ROUNDS + 2)][2:]
    base, ours = (min(times) * 1000 for times in zip(*pairs, strict=True))
    return ours / base, ours, base


def seconds(filled: Filled, place: float, where: DrillFilter) -> float:
    """How long one page takes."""
    after = filled.cursor(place)
    start = time.perf_counter()
    filled.desk.drills(where=where, after=after)
    return time.perf_counter() - start


@contextmanager
def filled(folder: Path, many: int) -> Iterator[Filled]:
    """Records with `many` scorecards of 24 people over 200 days; one in 16 asks for a look, one in 9 has a comment."""
    folder.mkdir()
    with open_records(folder) as records:
        people = [records.add_person(f"学员{number}", Role.TRAINEE) for number in range(PEOPLE)]
        supervisor = records.add_person("林静", Role.SUPERVISOR)
        engine = make_engine(records.path, busy_seconds=5)
        with writing(engine).begin() as connection:
            connection.execute(insert(DocumentRow), documents())
            for first in range(1, many + 1, 5_000):
                rows = range(first, min(first + 5_000, many + 1))
                connection.execute(insert(DrillRow), [drill(row, many, people) for row in rows])
                connection.execute(insert(ScorecardRow), [scorecard(row, many) for row in rows])
                connection.execute(insert(CommentRow), [comment(row, supervisor) for row in rows if not row % 9])
        engine.dispose()
        yield Filled(records.asked_by(supervisor), many)


def started(row: int, many: int) -> datetime:
    """When drill number `row` began: they are spread evenly over the same days, however many there are."""
    return NOW - SPAN * ((many - row) / many)


def documents() -> list[dict[str, object]]:
    """The one scenario and rubric that all drills refer to."""
    kinds = {"scenario": DocumentKind.SCENARIO, "rubric": DocumentKind.RUBRIC}
    return [{"hash": name, "kind": kind, "name": name, "source": "x"} for name, kind in kinds.items()]


def drill(row: int, many: int, people: list[Person]) -> dict[str, object]:
    """Drill number `row`: whose and of which scenario follows no rhythm that an index could profit from."""
    mixed = row * 2654435761 % 2**32
    began = started(row, many)
    return {
        "id": row, "public_id": str(uuid.UUID(int=row)), "person_id": people[mixed % PEOPLE].id,
        "scenario_id": SCENARIOS[mixed // PEOPLE % len(SCENARIOS)], "title_zh": "等了一上午没人回",
        "title_en": "Nobody called back all morning", "scenario_hash": "scenario", "rubric_kind": "complaint",
        "rubric_hash": "rubric", "scorer": "offline-1", "seed": str(row), "mode": Mode.PRACTICE, "opening": "喂？",
        "first_state": {}, "started": began, "ended": began + timedelta(minutes=6), "status": DrillStatus.ENDED,
        "ending": "settled", "handover": None, "review": for_review(row),
    }  # fmt: skip


def for_review(row: int) -> bool:
    """One scorecard in 16 asks for a supervisor's look."""
    return row * 40503 % 65521 % 16 == 0


def scorecard(row: int, many: int) -> dict[str, object]:
    """Its scorecard, with as many words in it as a real one has."""
    mixed = row * 2246822519 % 2**32
    return {
        "drill_id": row, "total": float(mixed % 101), "passed": mixed % 101 >= 80, "review": for_review(row),
        "levels": {step: mixed // (4**place) % 4 for place, step in enumerate(STEPS)}, "whole": {"quotes": "话" * 900},
        "scorer": "offline-1", "created": started(row, many),
    }  # fmt: skip


def comment(row: int, author: Person) -> dict[str, object]:
    """A supervisor's remark on it."""
    return {"drill_id": row, "author_id": author.id, "n": 1, "text": "说得实在。", "created": NOW, "seen": True}
