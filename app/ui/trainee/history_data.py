"""The list of a person's past drills as a job gathers it: filtered, a part at a time, figures only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from app.drills.grades import Rung, ladder
from app.drills.suggest import Choice
from app.ui.shared.search import SearchKey, search_key
from scoring.sentence import Sentence

if TYPE_CHECKING:
    from app.records.desk import Desk
    from app.records.values import Cursor, DrillSummary
    from app.ui.library_index import LibraryEntry

WANTED = 40
"""Rows a part should have."""
READ_MOST = 1_000
"""Drills that one job looks at: where few fit, the next part goes on from there."""

ANY, PASSED, FAILED, OPEN = "", "passed", "failed", "open"


@dataclass(frozen=True, slots=True)
class Criteria:
    """Which drills: words of the scenario's title, the result (ANY, PASSED, FAILED, OPEN or an ending), days back."""

    words: str = ""
    result: str = ANY
    days: int = 0
    """0: from the beginning."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One past drill. `levels` are (step id, level); `total` None where it wasn't scored; `news`: unread comments."""

    id: str
    title: Sentence
    started: datetime
    exam: bool
    over: bool
    ending: str
    levels: tuple[tuple[str, int | None], ...]
    total: float | None
    passed: bool
    news: bool


@dataclass(frozen=True, slots=True)
class HistoryPart:
    """Some rows, newest first; `after` is where the next part begins, None at the end."""

    rows: tuple[HistoryRow, ...]
    after: Cursor | None


def gather(criteria: Criteria, after: Cursor | None, desk: Desk) -> HistoryPart:
    """The next rows that fit, of the desk's person."""
    from app.records.values import DrillFilter

    since = datetime.now(UTC) - timedelta(days=criteria.days) if criteria.days else None
    where = DrillFilter(person_id=desk.person.id, since=since)
    news = frozenset(desk.unseen_comments())
    rows: list[HistoryRow] = []
    read = 0
    while True:
        page = desk.drills(where=where, after=after)
        rows += [_row(one, one.id in news) for one in page.drills if fits(one, criteria)]
        read += len(page.drills)
        after = page.after
        if after is None or len(rows) >= WANTED or read >= READ_MOST:
            return HistoryPart(tuple(rows), after)


def rungs(entries: Sequence[LibraryEntry], desk: Desk) -> tuple[Rung, ...]:
    """How far the desk's person is on the ladder of grades, by the drills that ship."""
    choices = [Choice(one.id, one.kind, one.difficulty) for one in entries if one.playable and one.shipped]
    return ladder(choices, desk.passed_scenarios())


def fits(drill: DrillSummary, criteria: Criteria) -> bool:
    """Whether a drill is among those that are looked for."""
    figures = drill.figures
    over = drill.ended is not None
    result = {
        ANY: True,
        PASSED: figures is not None and figures.passed,
        FAILED: figures is not None and not figures.passed,
        OPEN: not over,
    }.get(criteria.result, drill.ending == criteria.result)
    return result and (not criteria.words.strip() or _key(drill.title).matches(criteria.words))


@lru_cache(maxsize=512)
def _key(title: Sentence) -> SearchKey:
    return search_key(title.zh, title.en)


def _row(drill: DrillSummary, news: bool) -> HistoryRow:
    figures = drill.figures
    return HistoryRow(
        drill.id, drill.title, drill.started, str(drill.mode) == "exam", drill.ended is not None, drill.ending or "",
        tuple(figures.levels.items()) if figures else (), figures.total if figures else None,
        figures is not None and figures.passed, news,
    )  # fmt: skip
