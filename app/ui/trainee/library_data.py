"""What the library's cards say beside the index: this person's best, what is open, and keys to search by. For a job."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.ui.shared.search import SearchKey, search_key

if TYPE_CHECKING:
    from app.records.desk import Desk
    from app.ui.library_index import LibraryEntry


class Best(NamedTuple):
    """The best drill of a scenario: its total and levels."""

    total: float
    levels: Mapping[str, int | None]


class OpenDrill(NamedTuple):
    """A drill of a scenario that waits: its id and the round in which it stopped."""

    drill_id: str
    turn: int


class Standing(NamedTuple):
    """What one person did with the scenarios, by scenario id."""

    best: Mapping[str, Best]
    open: Mapping[str, OpenDrill]


NOTHING = Standing({}, {})


def standing(desk: Desk) -> Standing:
    """Bests and open drills of the person at the desk."""
    from app.records.values import DrillFilter

    best: dict[str, Best] = {}
    waiting: dict[str, OpenDrill] = {}
    for one in desk.drills(where=DrillFilter(person_id=desk.person.id), limit=None).drills:
        figures = one.figures
        if one.status.value == "open" and one.scenario_id not in waiting:
            replies = sum(turn.act.value == "reply" for turn in desk.drill(one.id).turns)
            waiting[one.scenario_id] = OpenDrill(one.id, replies + 1)
        elif figures is not None:
            known = best.get(one.scenario_id)
            if known is None or figures.total > known.total:
                best[one.scenario_id] = Best(figures.total, dict(figures.levels))
    return Standing(best, waiting)


def keys(entries: Sequence[LibraryEntry]) -> dict[str, SearchKey]:
    """What finds each scenario, by its path: title, customer, what happened, stage, in both languages."""
    return {
        one.path: search_key(one.title_zh, one.title_en, one.customer, one.stage, one.summary_zh, one.id)
        for one in entries
    }
