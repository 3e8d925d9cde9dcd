"""What Home shows, as plain data: gathered by a job from the desk, and kept so that the next start has it at once.

Named tuples, since the start reads them before anything else: dataclasses would cost it ten milliseconds.
"""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from scoring.sentence import Sentence

if TYPE_CHECKING:  # importing records costs SQLAlchemy; what is kept is read without it
    from app.drills.suggest import Played
    from app.records.desk import Desk
    from app.records.values import DrillRecord, DrillSummary
    from app.ui.library_index import LibraryEntry

log = logging.getLogger(__name__)

FILE = "home.json"
SHOWN = 12
"""Rows of the last drills that are gathered; the window shows as many as fit."""
NEWS = 4
COMPLAINT = "complaint"


class Unfinished(NamedTuple):
    """The drill that waits: the customer's last line, how she feels, and in which round it stopped."""

    id: str
    title: Sentence
    started: datetime
    line: str
    anger: float
    trust: float
    turn: int


class PastDrill(NamedTuple):
    """One row of the last drills; `total` None where it wasn't scored."""

    id: str
    title: Sentence
    started: datetime
    exam: bool
    ending: str
    levels: Mapping[str, int | None]
    total: float | None
    passed: bool


class Standing(NamedTuple):
    """Where a step stands over the last complaints: its mean level, and the check that is missing most often."""

    step: str
    mean: float
    missing: str


class News(NamedTuple):
    """A drill that the supervisor said something about, not read yet."""

    drill_id: str
    title: Sentence
    started: datetime


class Tip(NamedTuple):
    """What to play next."""

    scenario_id: str
    title: Sentence
    summary: Sentence
    why: str
    """A value of `suggest.Why`."""
    step: str
    best: float | None


class RecalledPerson(NamedTuple):
    """Who was at the screen, as far as pages show a person."""

    id: int
    name: str
    role: str
    demo: bool
    active: bool = True


class HomeData(NamedTuple):
    """Everything on Home of one person."""

    person_id: int
    unfinished: Unfinished | None = None
    last: tuple[PastDrill, ...] = ()
    standings: tuple[Standing, ...] = ()
    complaints: int = 0
    """How many complaint drills the standings are made of."""
    news: tuple[News, ...] = ()
    tip: Tip | None = None
    scenarios: int = 0
    """How many can be played."""
    person: RecalledPerson | None = None

    def keep(self, folder: Path) -> None:
        """Write it into `folder`. A disk that refuses costs a moment at the next start, nothing else."""
        text = json.dumps(_by_name(self), ensure_ascii=False)
        fresh = (folder / FILE).with_suffix(".new")
        try:
            fresh.write_text(text, "utf-8")
            fresh.replace(folder / FILE)
        except OSError as error:
            log.warning("home was not kept: %s", error.strerror)
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)

    @classmethod
    def read(cls, folder: Path, person_id: int) -> HomeData | None:
        """What was kept for that person; None where there is nothing, or another's.

        Read by name: what another version kept counts as far as this one knows it, so an update costs no slow start.
        """
        try:
            kept = json.loads((folder / FILE).read_text("utf-8"))
            if kept["person_id"] != person_id:
                return None
            return _known(cls, kept)._replace(
                unfinished=_timed(Unfinished, kept.get("unfinished")),
                last=tuple(_each(PastDrill, kept.get("last"))),
                standings=tuple(_known(Standing, one) for one in kept.get("standings", ())),
                news=tuple(_each(News, kept.get("news"))),
                tip=_tip_restored(kept.get("tip")),
                person=None if kept.get("person") is None else _known(RecalledPerson, kept["person"]),
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None


def recalled_person(folder: Path, person_id: int) -> RecalledPerson | None:
    """Who was at the screen last, from what Home kept; None where that is somebody else, or nobody."""
    kept = HomeData.read(folder, person_id)
    return None if kept is None else kept.person


def gather(desk: Desk, entries: Sequence[LibraryEntry]) -> HomeData:
    """Ask the desk for everything on Home. For a job."""
    from app.drills.suggest import RECENT
    from app.records.values import DrillFilter, DrillStatus

    summaries = desk.drills(where=DrillFilter(person_id=desk.person.id), limit=None).drills
    opened = [one for one in summaries if one.status is DrillStatus.OPEN]
    ended = [one for one in summaries if one.status is DrillStatus.ENDED]
    kinds = {entry.id: entry.kind for entry in entries}
    complaints = [one for one in ended if _is_complaint(one, kinds)][:RECENT]
    titles = {one.id: one for one in summaries}
    news = tuple(News(one, titles[one].title, titles[one].started) for one in desk.unseen_comments() if one in titles)
    return HomeData(
        person_id=desk.person.id,
        unfinished=_unfinished(desk.drill(opened[0].id)) if opened else None,
        last=tuple(_past(one) for one in ended[:SHOWN]),
        standings=_standings([desk.drill(one.id) for one in complaints]),
        complaints=len(complaints),
        news=news[:NEWS],
        tip=_tip(entries, [_played(one) for one in summaries], {one.scenario_id for one in opened}),
        scenarios=sum(entry.playable for entry in entries),
        person=RecalledPerson(desk.person.id, desk.person.name, desk.person.role.value, desk.person.demo),
    )


def _unfinished(record: DrillRecord) -> Unfinished:
    turns = record.turns
    line = next((turn.reply for turn in reversed(turns) if turn.reply), record.opening)
    mood = cast("Mapping[str, Any]", record.state).get("mood", {})
    replies = sum(turn.act.value == "reply" for turn in turns)
    return Unfinished(
        id=record.id, title=record.summary.title, started=record.summary.started, line=line,
        anger=float(mood.get("anger", 50)), trust=float(mood.get("trust", 50)), turn=replies + 1,
    )  # fmt: skip


def _past(one: DrillSummary) -> PastDrill:
    figures = one.figures
    return PastDrill(
        id=one.id, title=one.title, started=one.started, exam=one.mode.value == "exam", ending=one.ending or "",
        levels=dict(figures.levels) if figures else {}, total=figures.total if figures else None,
        passed=figures.passed if figures else False,
    )  # fmt: skip


def _played(one: DrillSummary) -> Played:
    from app.drills.suggest import Played

    figures = one.figures
    return Played(one.scenario_id, dict(figures.levels) if figures else {}, figures.total if figures else None)


def _is_complaint(one: DrillSummary, kinds: Mapping[str, str]) -> bool:
    if one.figures is None:
        return False
    # A scenario may have left the library since; its steps still tell its kind.
    return kinds.get(one.scenario_id, COMPLAINT if "empathy" in one.figures.levels else "") == COMPLAINT


def _standings(records: Sequence[DrillRecord]) -> tuple[Standing, ...]:
    from app.drills.suggest import Played, mean_levels

    played = [
        Played(one.summary.scenario_id, one.scorecard.figures.levels, one.scorecard.figures.total)
        for one in records
        if one.scorecard is not None
    ]
    missed: dict[str, dict[str, int]] = {}
    for one in records:
        points = cast("Sequence[Mapping[str, Any]]", one.scorecard.whole.get("points", ())) if one.scorecard else ()
        for point in points:
            step, _, check = str(point["id"]).partition(".")
            if not point["met"]:
                missed.setdefault(step, {}).setdefault(check, 0)
                missed[step][check] += 1
    return tuple(
        Standing(
            step, mean, max(missed[step], key=lambda check, step=step: missed[step][check]) if step in missed else ""
        )
        for step, mean in mean_levels(played).items()
    )


def _tip(entries: Sequence[LibraryEntry], past: Sequence[Played], open_now: Collection[str]) -> Tip | None:
    from app.drills.suggest import Choice, suggest

    choices = [Choice(one.id, one.kind, one.difficulty) for one in entries if one.playable]
    # What waits to be gone on with isn't suggested besides, unless there is nothing else.
    found = suggest([one for one in choices if one.id not in open_now] or choices, past)
    if found is None:
        return None
    entry = next(one for one in entries if one.id == found.scenario_id)
    best = max((one.total for one in past if one.scenario_id == entry.id and one.total is not None), default=None)
    return Tip(entry.id, entry.title, entry.summary, found.why.value, found.step, best)


_Kept = TypeVar("_Kept")
_Timed = TypeVar("_Timed", Unfinished, PastDrill, News)


def _by_name(value: object) -> object:
    """Named tuples as JSON objects, moments as ISO text."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Sentence):
        return [value.zh, value.en]
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        return (
            [_by_name(one) for one in value] if names is None else dict(zip(names, map(_by_name, value), strict=True))
        )
    return value


def _known(form: type[_Kept], kept: Mapping[str, Any]) -> _Kept:
    """What is known of `form`. Raises TypeError where something is missing that has no default."""
    names: tuple[str, ...] = getattr(form, "_fields")  # noqa: B009  # of a named tuple; the type variable can't say so
    return form(**{name: kept[name] for name in names if name in kept})


def _timed(form: type[_Timed], kept: Mapping[str, Any] | None) -> _Timed | None:
    if kept is None:
        return None
    started = datetime.fromisoformat(kept["started"])
    return _known(form, {**kept, "title": Sentence(*kept["title"]), "started": started})


def _each(form: type[_Timed], kept: Sequence[Mapping[str, Any]] | None) -> list[_Timed]:
    return [made for one in kept or () if (made := _timed(form, one)) is not None]


def _tip_restored(kept: Mapping[str, Any] | None) -> Tip | None:
    if kept is None:
        return None
    return _known(Tip, {**kept, "title": Sentence(*kept["title"]), "summary": Sentence(*kept["summary"])})
