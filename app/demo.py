"""`--demo`: people and results for looking around, made by real drills, marked, and removable at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.demo_plan import SUPERVISOR, TRAINEES, TRAINER, Play
from app.demo_replies import TALKS, Quality, Talk
from app.drills.session import DrillSession
from app.records.desk import Desk
from app.records.room import Records, open_records, utc_now
from app.records.values import Mode, Role
from scenarios.model import Golden
from scenarios.reader import ScenarioFile, library_files, read_scenario
from scoring.offline.scorer import OfflineScorer

PAUSE = timedelta(seconds=55)
"""Between two replies. Somebody who types thinks about that long."""


def fill(folder: Path, *, now: Callable[[], datetime] = utc_now) -> None:
    """Put the demo into the records in `folder`: people with three weeks of drills before `now`.

    Does nothing where it is there already; a demo that was interrupted is made anew. Takes some seconds.
    Raises PeilianError where the records can't be written.
    """
    clock = _Clock(now())
    with open_records(folder, clock=clock) as records:
        demo = [person for person in records.people() if person.demo]
        if any(person.role is Role.TRAINER for person in demo):
            return
        if demo:
            records.remove_demo()
        _Maker(records, clock).make()


def remove(folder: Path) -> int:
    """Take the demo out of the records in `folder`; returns how many people it had. Nothing else is touched."""
    with open_records(folder) as records:
        return records.remove_demo()


class _Clock:
    """The time as the records are told it: it stands where the demo is."""

    def __init__(self, end: datetime) -> None:
        self.end = end
        self.at = end

    def __call__(self) -> datetime:
        return self.at

    def go(self, days: int, hour: int, minute: int) -> None:
        """Go to a time of day, local time, `days` before the end; today's never lies in the future."""
        local = self.end.astimezone()
        wanted = (local - timedelta(days=days)).replace(hour=hour, minute=minute, second=0, microsecond=0)
        self.at = min(wanted.astimezone(UTC), self.end - timedelta(minutes=50))

    def pass_by(self, time: timedelta) -> None:
        self.at = min(self.at + time, self.end)


class _Maker:
    """Plays the plan through real sessions."""

    def __init__(self, records: Records, clock: _Clock) -> None:
        self._records = records
        self._clock = clock
        self._scorer = OfflineScorer()
        read = (read_scenario(path) for path in library_files())
        self._files = {file.playable.id: file for file in read if file.playable is not None}

    def make(self) -> None:
        """Add the people and play their drills. The trainer comes last: with her the demo is whole."""
        self._clock.go(21, 9, 0)
        supervisor = self._records.asked_by(self._records.add_person(SUPERVISOR, Role.SUPERVISOR, demo=True))
        desks = [
            self._records.asked_by(self._records.add_person(trainee.name, Role.TRAINEE, demo=True))
            for trainee in TRAINEES
        ]
        for number, (desk, trainee) in enumerate(zip(desks, TRAINEES, strict=True), 1):
            for index, play in enumerate(trainee.plays):
                file = self._files.get(play.scenario)
                if file is not None:  # a scenario that has errors just now is left out of the demo
                    drill_id = self._play(desk, file, play, seed=number * 100 + index)
                    self._remark(desk, supervisor, drill_id, play)
        self._clock.at = self._clock.end
        self._records.add_person(TRAINER, Role.TRAINER, demo=True)

    def _play(self, desk: Desk, file: ScenarioFile, play: Play, *, seed: int) -> str:
        self._clock.go(play.days, *play.at)
        mode = Mode.EXAM if play.exam else Mode.PRACTICE
        session = DrillSession.start(desk, file, self._scorer, seed=seed, mode=mode)
        if play.quality in ("good", "fair"):
            self._look_up(session)
        for text in _talk(file, play)[: play.replies]:
            if session.ending is not None:
                break
            wait = PAUSE + timedelta(seconds=len(text) // 2)
            self._clock.pass_by(wait)
            session.reply(text, round(wait.total_seconds() * 1000))
        if session.ending is None and play.finish != "leave_open":
            self._clock.pass_by(PAUSE)
            if play.finish == "hand_over":
                session.hand_over()
            else:
                session.break_off()
        return session.drill_id

    def _look_up(self, session: DrillSession) -> None:
        """Look where the cause is kept, as somebody does who then tells it."""
        for fact in session.scenario.facts:
            if fact.known_by == "lookup" and fact.settles is not None:
                self._clock.pass_by(timedelta(seconds=20))
                session.look_up(fact.id)

    def _remark(self, desk: Desk, supervisor: Desk, drill_id: str, play: Play) -> None:
        if not play.remarks:
            return
        self._clock.pass_by(timedelta(hours=3))
        record = desk.drill(drill_id)
        replies = [turn.n for turn in record.turns if turn.act.value == "reply"]
        for remark in play.remarks:
            supervisor.comment(drill_id, replies[min(remark.turn, len(replies)) - 1], remark.text)
        if not any(remark.unread for remark in play.remarks):
            desk.comments(drill_id)


def _talk(file: ScenarioFile, play: Play) -> Talk:
    """The talk that the plan names: our own first, then the scenario's golden ones of that quality."""
    own: Mapping[Quality, Sequence[Talk]] = TALKS.get(play.scenario, {})
    golden = file.scenario.golden if file.scenario is not None else ()
    talks = [*own.get(play.quality, ()), *(one.replies for one in golden if _quality(one) == play.quality)]
    return talks[play.talk % len(talks)] if talks else ()


def _quality(golden: Golden) -> Quality:
    least = golden.total[0]
    return "good" if least >= 80 else "fair" if least >= 50 else "weak" if least >= 20 else "poor"
