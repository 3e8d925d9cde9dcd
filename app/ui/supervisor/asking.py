"""What the list of scorecards asks for: the chosen filters as plain data, and the job that reads a page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # app.records brings SQLAlchemy; by the time a page is asked for, it is there
    from app.records.desk import Desk
    from app.records.values import Cursor, DrillFilter, DrillPage, DrillSummary

PAGE = 50
DAYS = {"today": 1, "week": 7, "month": 30}
TRAINEE = "trainee"


class Choice(NamedTuple):
    """What is chosen above the list. `person` 0 and `drill` "" are everyone and every drill."""

    person: int = 0
    drill: str = ""
    period: str = "all"
    review: bool = False

    @property
    def open(self) -> bool:
        """Whether nothing is filtered."""
        return self == Choice()

    def where(self, now: datetime) -> DrillFilter:
        """As the desk is asked. `now` is local: a day begins at the midnight of this place."""
        from app.records.values import DrillFilter, DrillStatus

        return DrillFilter(
            person_id=self.person or None, scenario_id=self.drill or None, status=DrillStatus.ENDED,
            since=_since(self.period, now), review=True if self.review else None,
        )  # fmt: skip


class Part(NamedTuple):
    """A part of the list, newest first; `after` is where the next begins, None at the end."""

    drills: tuple[DrillSummary, ...]
    after: Cursor | None


def read(desk: Desk, where: DrillFilter, after: Cursor | None = None, least: int = PAGE) -> Part:
    """The next `least` scorecards of trainees or a few more, fewer only at the end. For a job.

    Supervisors and trainers play, too; their drills are left out.
    """
    found: list[DrillSummary] = []
    while True:
        page: DrillPage = desk.drills(where=where, after=after, limit=max(PAGE, least - len(found)))
        found += [one for one in page.drills if str(one.person.role) == TRAINEE]
        after = page.after
        if after is None or len(found) >= least:
            return Part(tuple(found), after)


def _since(period: str, now: datetime) -> datetime | None:
    days = DAYS.get(period)
    if days is None:
        return None
    today = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    # Back by the calendar, then to UTC: a day on which the clocks change has 23 or 25 hours.
    return (today.replace(tzinfo=None) - timedelta(days=days - 1)).astimezone().astimezone(UTC)
