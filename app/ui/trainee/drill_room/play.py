"""One drill as the jobs play it: calls the session on the thread for writes and gives snapshots to the window.

The window holds a Play only to name it in the next job; it never calls one itself.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from app.drills.feedback import Coach, Examples, examples_of
from app.drills.hints import Rung, hint_of
from app.drills.session import DrillSession, TurnResult
from app.records.values import Act, DrillRecord, Mode
from app.ui.shared.i18n import said
from app.ui.shared.pages import DrillRequest
from app.ui.trainee.drill_room import drafts
from app.ui.trainee.drill_room.rows import (
    act_line,
    branch_line,
    customer_line,
    end_of,
    event_line,
    help_line,
    mine_line,
    room_of,
    time_line,
)
from app.ui.trainee.drill_room.snapshot import Line, RemarkLine, Room, State, Turn
from scenarios.model import Mood
from scenarios.reader import read_scenario
from scoring.offline.scorer import OfflineScorer
from scoring.progress import progress
from scoring.sentence import PeilianError

if TYPE_CHECKING:
    from app.records.desk import Desk

QUICK = 0.0005
"""Seconds after which a worker lets the window's thread go on. Python's own 5 ms add up where a window paints."""

_scorer = OfflineScorer()
"""Shared by every drill: what it has read stays read. Only the thread for writes uses it, and `_examples`."""
_examples: dict[str, Examples] = {}
"""Examples by scenario and by the scorer that found them."""


def scorer() -> OfflineScorer:
    """The scorer that every drill shares."""
    return _scorer


class Play:
    """A session with its coach. Every method is for the thread for writes."""

    def __init__(self, folder: Path, desk: Desk, session: DrillSession) -> None:
        self._folder = folder
        self._desk = desk
        self._session = session
        self._coach = Coach(session.rubric, session.scenario)
        self._looked_up: set[str] = set()
        self._doubtful = False
        self._hash = ""

    @property
    def drill_id(self) -> str:
        """The drill's id; the one thing that the window may ask."""
        return self._session.drill_id

    def room(self) -> Room:
        """All that the window shows now."""
        with quick():
            record = self._desk.drill(self.drill_id)
            self._hash = record.scenario_hash
            lines = [time_line(record.summary.started, datetime.now().astimezone()), customer_line(record.opening)]
            states = [self._state(Mood.model_validate(record.first_state["mood"]), 0)]
            branch = record.summary.branch
            for n, (turn, state) in enumerate(self._replayed(record), 1):
                if branch is not None and n == branch.at:
                    lines.append(branch_line(n))
                lines += turn
                states.append(state)
            if branch is not None and branch.at > len(record.turns):
                lines.append(branch_line(branch.at))
            last, before = states[-1], states[-2] if len(states) > 1 else states[-1]
            exam = self._session.mode is Mode.EXAM
            return room_of(
                self._session, record, lines=tuple(lines), state=last, before=before, looked_up=self._looked_up,
                draft="" if last.end else drafts.read(self._folder, self.drill_id),
                attempt=self._desk.attempts(self._session.scenario.id, Mode.EXAM) if exam else 0,
            )  # fmt: skip

    def warm_up(self) -> None:
        """Get ready for the first reply, while the opening line is read."""
        with quick():
            _scorer.warm_up(self._session.scenario.kind)
            self._coach.examples = self._found_examples()
            _settle()

    def reply(self, text: str, elapsed_ms: int) -> Turn:
        """Say `text`. After a call that went wrong, what is on the disk comes first: it may hold this reply already."""
        with quick():
            lines: list[Line] = []
            if self._doubtful:
                lines = self._recovered()
                if self._session.ending is not None or (self._last is not None and lines and self._last.reply == text):
                    drafts.remove(self._folder, self.drill_id)
                    return Turn(tuple(lines), self._now())
            self._doubtful = True
            result = self._session.reply(text, elapsed_ms)
            self._doubtful = False
            drafts.remove(self._folder, self.drill_id)
            return Turn((*lines, *self._lines(result, len(self._session.results))), self._now())

    def look_up(self, fact_id: str) -> tuple[str, str, Turn]:
        """Look a fact up: its id, its text, and the row that tells it."""
        fact = self._session.look_up(fact_id)
        fresh = fact_id not in self._looked_up
        self._looked_up.add(fact_id)
        return fact_id, fact.text, Turn((act_line(fact.where, fact.text),) if fresh else (), self._now())

    def hint(self) -> tuple[RemarkLine, Turn]:
        """The next rung of help, and the row that notes it."""
        before = len(self._session.hints)
        found = self._session.hint()
        rubric = self._session.rubric
        # The first rung asks which step it is, so it shows no seal.
        at = next((n for n, step in enumerate(rubric.steps, 1) if found.check in step.check_ids), 0)
        position = at if found.rung > Rung.QUESTION else 0
        name = said(rubric.steps[position - 1].name.sentence) if position else ""
        state = self._now()
        level = state.levels.get(rubric.steps[position - 1].id, 0) if position else 0
        fresh = len(self._session.hints) > before
        return RemarkLine(position, name, level, said(found.text)), Turn(
            (help_line(found.rung),) if fresh else (), state
        )

    def time_out(self) -> Turn:
        """The exam's time is over."""
        self._session.time_out()
        drafts.remove(self._folder, self.drill_id)
        return Turn((), self._now())

    def hand_over(self) -> Turn:
        """Hand the case over: the customer's last words, and the end."""
        before = self._session.line
        self._session.hand_over()
        drafts.remove(self._folder, self.drill_id)
        line = self._session.line
        return Turn((customer_line(line),) if line and line != before else (), self._now())

    def break_off(self) -> Turn:
        """End it here."""
        self._session.break_off()
        drafts.remove(self._folder, self.drill_id)
        return Turn((), self._now())

    def _found_examples(self) -> Examples:
        key = f"{self._hash} {_scorer.version}"
        if key not in _examples:
            _examples[key] = examples_of(self._session.scenario, _scorer)
        return _examples[key]

    @property
    def _last(self) -> TurnResult | None:
        return self._session.results[-1] if self._session.results else None

    def _now(self) -> State:
        return self._state(self._session.mood, len(self._session.results), ended=self._session.ending is not None)

    def _state(self, mood: Mood, count: int, *, ended: bool = False) -> State:
        """The state after the first `count` replies."""
        session = self._session
        now = progress(
            session.rubric, [one.credited for one in session.results[:count]], session.scenario.steps_left_out
        )
        levels = {name: level for name, level in now.levels.items() if level is not None}
        return State(
            levels=levels, met=frozenset(now.met), anger=mood.anger, trust=mood.trust,
            end=end_of(session) if ended else None,
        )  # fmt: skip

    def _lines(self, result: TurnResult, count: int) -> list[Line]:
        """The rows of the reply number `count`, remarks included."""
        session = self._session
        met = progress(
            session.rubric, [one.credited for one in session.results[:count]], session.scenario.steps_left_out
        ).met
        remarks = self._coach.remarks(result, frozenset(met), self._looked_up)
        rows = [mine_line(result, remarks, session.rubric, again=session.mode is Mode.PRACTICE)]
        if result.event is not None:
            rows.append(event_line(result.event))
        return [*rows, customer_line(result.line)] if result.line else rows

    def _replayed(self, record: DrillRecord) -> Iterator[tuple[list[Line], State]]:
        """The rows and the state of each stored turn; the coach hears them again."""
        # With the examples that it had then, so that it says the same again.
        examples = self._found_examples() if self._session.results else {}
        self._coach = Coach(self._session.rubric, self._session.scenario, examples)
        by_n = {result.n: (count, result) for count, result in enumerate(self._session.results, 1)}
        facts = {fact.id: fact for fact in self._session.scenario.facts}
        self._looked_up.clear()
        count = 0
        ended = record.summary.ending is not None
        for index, turn in enumerate(record.turns):
            rows: list[Line] = []
            if turn.act is Act.REPLY and turn.n in by_n:
                count, result = by_n[turn.n]
                rows = self._lines(result, count)
            elif turn.act is Act.LOOK_UP and turn.text in facts:
                self._looked_up.add(turn.text)
                rows = [act_line(facts[turn.text].where, facts[turn.text].text)]
            elif turn.act is Act.HINT:
                rows = [help_line(hint_of(self._session.scenario, self._session.rubric, turn.text).rung)]
            elif turn.act is Act.HAND_OVER and turn.reply:
                rows = [customer_line(turn.reply)]
            mood = Mood.model_validate(turn.mood) if turn.mood is not None else self._session.mood
            last = index == len(record.turns) - 1
            yield rows, self._state(mood, count, ended=ended and last)
        if ended and not record.turns:
            yield [], self._state(self._session.mood, 0, ended=True)

    def _recovered(self) -> list[Line]:
        """Take the session up again from what is stored; the rows of what it did meanwhile."""
        known = len(self._session.results)
        self._session = DrillSession.resume(self._desk, self.drill_id, _scorer)
        self._doubtful = False
        fresh = self._session.results[known:]
        return [line for count, one in enumerate(fresh, known + 1) for line in self._lines(one, count)]


def begin(folder: Path, request: DrillRequest, path: str, desk: Desk) -> tuple[Play, Room]:
    """Start the drill of `path`, or go on with the one that `request` names. Raises PeilianError."""
    with quick():
        if request.drill_id and request.rewind_to:
            session = DrillSession.rewind(desk, request.drill_id, request.rewind_to, _scorer)
        elif request.drill_id:
            session = DrillSession.resume(desk, request.drill_id, _scorer)
        else:
            if not path:
                raise PeilianError(
                    "演练库里没有这个场景了，回演练库挑一个。",
                    "The library has no such drill any more; choose another.",
                )
            seed = SystemRandom().randrange(1, 1_000_000) if request.seed is None else request.seed
            mode = Mode.EXAM if request.exam else Mode.PRACTICE
            session = DrillSession.start(desk, read_scenario(Path(path)), _scorer, seed=seed, mode=mode)
        play = Play(folder, desk, session)
        room = play.room()
        _settle()
        return play, room


def _settle() -> None:
    """Let Python's collector leave out what is there: modules, patterns and scenarios stay, and a walk over all of them stops the
    window for twenty milliseconds and more. Widgets that are dropped later are still collected where they were made later.
    """
    gc.freeze()


@contextmanager
def quick() -> Iterator[None]:
    """Let the window's thread go on sooner than Python's own interval while a job reckons."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(QUICK)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
