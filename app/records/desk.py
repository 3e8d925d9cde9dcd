"""The desk: every question about drills, and every word written into them, is asked by one person here."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from app.records import queries
from app.records.database import Database
from app.records.faults import drill_ended, unknown_document, went_on
from app.records.plain import plain_object
from app.records.reading import comment_of, dispute_of, document_of, record_of, summary_of, turn_of
from app.records.tables import CommentRow, DisputeRow, DocumentRow, DrillRow, ScorecardRow, TurnRow
from app.records.values import (
    Act,
    Branch,
    Comment,
    Cursor,
    Dispute,
    Document,
    DrillEnd,
    DrillFilter,
    DrillPage,
    DrillRecord,
    DrillStatus,
    DrillSummary,
    Mode,
    NewDrill,
    Person,
    TurnOutcome,
    TurnRecord,
    TurnStatus,
)
from app.text import clean_text
from scoring.sentence import PeilianError

PAGE = 50
COMMENT_LENGTH = 2_000
ELSEWHERE = 300
"""Replies in other drills that a template is looked for among."""
EVERY_DRILL = DrillFilter()


class Desk:
    """Drills as `person` may see and write them: `permissions.py` decides, and refusals are PeilianError.

    What is written is on the disk when the call returns; only what a turn led to, which can be worked out again from the
    reply, may follow with the next. Any call may raise PeilianError for a full disk or a locked
    or damaged file; then nothing of that call is stored, and it can be made again.
    """

    def __init__(self, database: Database, person: Person, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self.person = person

    def begin_drill(self, new: NewDrill) -> DrillRecord:
        """Begin a drill of this person's own, and keep the scenario and the rubric as they are now."""
        with self._database.session_scope(writes=True) as session:
            queries.keep(session, new.scenario)
            queries.keep(session, new.rubric)
            row = DrillRow(
                public_id=str(uuid.uuid4()), person_id=self.person.id, scenario_id=new.scenario_id,
                title_zh=new.title.zh, title_en=new.title.en, scenario_hash=new.scenario.hash,
                rubric_kind=new.rubric_kind, rubric_hash=new.rubric.hash, scorer=new.scorer, seed=str(new.seed),
                mode=new.mode, opening=new.opening, first_state=new.state, started=self._clock(),
                status=DrillStatus.OPEN,
            )  # fmt: skip
            if new.branch is not None:
                self._take_up(session, row, new.branch)
            session.add(row)
            session.flush()
            return record_of(queries.whole(session, self.person, row.public_id))

    def _take_up(self, session: Session, row: DrillRow, branch: Branch) -> None:
        """Give the new drill the turns of the old one before turn `branch.at`."""
        old = queries.playable(session, self.person, branch.of)
        row.branch_of, row.branch_at = branch.of, branch.at
        row.turns = [
            TurnRow(
                n=turn.n, act=turn.act, customer=turn.customer, text=turn.text, elapsed_ms=turn.elapsed_ms,
                status=turn.status, assessment=turn.assessment, mood=turn.mood, state=turn.state, reply=turn.reply,
            )
            for turn in queries.scored_turns(session, old, branch.at)
        ]  # fmt: skip

    def said_elsewhere(self, drill_id: str, limit: int = ELSEWHERE) -> tuple[str, ...]:
        """What this person said in drills of other scenarios that began before this one, newest first."""
        with self._database.session_scope(writes=False) as session:
            drill = queries.playable(session, self.person, drill_id)
            return tuple(session.scalars(queries.elsewhere(drill, limit)))

    def last_ending(self, scenario_id: str) -> str | None:
        """How this person's latest ended drill of a scenario ended, or None where there is none."""
        with self._database.session_scope(writes=False) as session:
            return session.scalar(queries.last_ending(self.person, scenario_id))

    def attempts(self, scenario_id: str, mode: Mode) -> int:
        """How many drills of a scenario this person has begun in one mode."""
        with self._database.session_scope(writes=False) as session:
            return session.scalar(queries.attempts(self.person, scenario_id, mode)) or 0

    def branches(self, drill_id: str) -> tuple[DrillSummary, ...]:
        """This drill's family in the order in which they began: the first one, and all that took it up again."""
        with self._database.session_scope(writes=False) as session:
            drill = queries.whole(session, self.person, drill_id)
            return tuple(summary_of(row, row.scorecard) for row in queries.family(session, drill))

    def passed_scenarios(self) -> frozenset[str]:
        """Ids of the scenarios in which this person has passed a drill that wasn't taken up again at a turn."""
        with self._database.session_scope(writes=False) as session:
            return frozenset(session.scalars(queries.passed(self.person)))

    def dispute(self, drill_id: str, *, n: int, item: str, met: bool, reason: str) -> Dispute:
        """Say that check or violation `item` of turn `n` was read wrongly as `met`, and why; it waits for a supervisor.

        Said again, the reason is replaced while nobody has judged it. Raises PeilianError where it was judged, or the
        reason is empty or too long.
        """
        safe = clean_text(reason).text.strip()
        if not 0 < len(safe) <= COMMENT_LENGTH:
            raise PeilianError(
                f"请写明理由（1 到 {COMMENT_LENGTH} 个字），申诉没有存上。",
                f"Say why, in 1 to {COMMENT_LENGTH} characters; the dispute wasn't saved.",
            )
        with self._database.session_scope(writes=True) as session:
            drill = queries.playable(session, self.person, drill_id)
            row = queries.dispute(session, drill, n, item)
            if row is None:
                row = DisputeRow(drill_id=drill.id, n=n, item=item, met=met, reason=safe, created=self._clock())
                session.add(row)
            elif row.verdict is not None:
                raise PeilianError(
                    "主管已经答复过这一条，不能再改。", "A supervisor has answered this one; it can't be changed."
                )
            row.reason = safe
            session.flush()
            session.refresh(row, ["drill"])
            return dispute_of(row)

    def withdraw_dispute(self, drill_id: str, *, n: int, item: str) -> None:
        """Take a dispute back that nobody has judged yet; none is no error."""
        with self._database.session_scope(writes=True) as session:
            drill = queries.playable(session, self.person, drill_id)
            row = queries.dispute(session, drill, n, item)
            if row is not None and row.verdict is None:
                session.delete(row)

    def disputes(self, drill_id: str) -> tuple[Dispute, ...]:
        """The disputes about a drill, oldest first."""
        with self._database.session_scope(writes=False) as session:
            drill = queries.whole(session, self.person, drill_id)
            return tuple(dispute_of(row) for row in session.scalars(queries.disputes(drill)))

    def waiting_disputes(self) -> tuple[Dispute, ...]:
        """Every dispute that waits for a verdict among the drills whose words this person may read, oldest first."""
        with self._database.session_scope(writes=False) as session:
            return tuple(dispute_of(row) for row in session.scalars(queries.waiting_disputes(self.person)))

    def add_reply(self, drill_id: str, *, n: int, act: Act, text: str, elapsed_ms: int) -> TurnRecord:
        """Store what the trainee did in turn `n` as `unscored`; the turn that comes back has the text as stored.

        Score that text rather than the one given: NUL characters are gone from it. The same turn again gives the
        stored one. Raises PeilianError where the drill has ended or already went on another way.
        """
        safe = clean_text(text).text
        with self._database.session_scope(writes=True) as session:
            drill = queries.playable(session, self.person, drill_id)
            there = queries.turn(session, drill, n)
            if there is not None:
                if (there.act, there.text) != (act, safe):
                    raise went_on()
                return turn_of(there)
            if drill.status is DrillStatus.ENDED:
                raise drill_ended()
            row = TurnRow(
                drill_id=drill.id, n=n, act=act, customer=_answered(session, drill, n), text=safe,
                elapsed_ms=elapsed_ms, status=TurnStatus.UNSCORED,
            )  # fmt: skip
            session.add(row)
            session.flush()
            return turn_of(row)

    def finish_turn(self, drill_id: str, n: int, outcome: TurnOutcome) -> TurnRecord:
        """Store what turn `n` led to, and the drill's end where it ends, in one transaction.

        A turn that is already scored stays as it is: go on from the one that comes back. Raises PeilianError where
        there is no such turn, or the drill was ended before it was scored.
        """
        with self._database.session_scope(writes=True, derived=outcome.end is None) as session:
            drill = queries.playable(session, self.person, drill_id)
            row = queries.turn(session, drill, n)
            if row is None:
                raise went_on()
            if row.status is TurnStatus.SCORED:
                return turn_of(row)
            if drill.status is DrillStatus.ENDED:
                raise drill_ended()
            row.status = TurnStatus.SCORED
            row.assessment = None if outcome.assessment is None else plain_object(outcome.assessment)
            row.state, row.mood, row.reply = outcome.state, outcome.mood, outcome.reply
            if outcome.end is not None:
                self._end(session, drill, outcome.end)
            session.flush()
            session.refresh(row)
            return turn_of(row)

    def end_drill(self, drill_id: str, end: DrillEnd) -> DrillRecord:
        """End a drill between turns. A drill that has ended already stays as it is."""
        with self._database.session_scope(writes=True) as session:
            drill = queries.playable(session, self.person, drill_id)
            if drill.status is DrillStatus.OPEN:
                self._end(session, drill, end)
                session.flush()
            return record_of(queries.whole(session, self.person, drill_id))

    def drill(self, drill_id: str) -> DrillRecord:
        """A drill with its turns in order. Raises PeilianError where this person may not read what was said."""
        with self._database.session_scope(writes=False) as session:
            return record_of(queries.whole(session, self.person, drill_id))

    def summary(self, drill_id: str) -> DrillSummary:
        """A drill's figures. Raises PeilianError where this person may not see them."""
        with self._database.session_scope(writes=False) as session:
            row = queries.figures(session, self.person, drill_id)
            return summary_of(row, row.scorecard)

    def open_drills(self) -> tuple[DrillSummary, ...]:
        """This person's own drills that can go on, newest first."""
        return self.drills(where=DrillFilter(person_id=self.person.id, status=DrillStatus.OPEN), limit=None).drills

    def drills(
        self, *, where: DrillFilter = EVERY_DRILL, after: Cursor | None = None, limit: int | None = PAGE
    ) -> DrillPage:
        """Drills that this person may see, newest first: `limit` of them (None: all) from `after` on.

        Raises PeilianError where `where` asks for a person whose drills she may not see.
        """
        query = queries.listing(self.person, where, after)
        with self._database.session_scope(writes=False) as session:
            # One more than asked for tells whether there is another page.
            rows = session.execute(query if limit is None else query.limit(limit + 1)).all()
            shown = rows[:limit]
            last = Cursor(shown[-1][0].started, shown[-1][0].id) if shown and len(rows) > len(shown) else None
            summaries = (summary_of(row, row.scorecard, commented=commented) for row, commented in shown)
            return DrillPage(tuple(summaries), last)

    def comment(self, drill_id: str, n: int, text: str) -> Comment:
        """Say something about turn `n` of a drill, for its trainee to read. Raises PeilianError where she may not."""
        safe = clean_text(text).text.strip()
        if not 0 < len(safe) <= COMMENT_LENGTH:
            raise PeilianError(
                f"点评要有 1 到 {COMMENT_LENGTH} 个字，没有存上。",
                f"A comment needs 1 to {COMMENT_LENGTH} characters; it wasn't saved.",
            )
        with self._database.session_scope(writes=True) as session:
            drill = queries.commentable(session, self.person, drill_id)
            row = CommentRow(
                drill_id=drill.id, author_id=self.person.id, n=n, text=safe, created=self._clock(), seen=False
            )
            session.add(row)
            session.flush()
            return comment_of(queries.comment(session, row.id))

    def comments(self, drill_id: str) -> tuple[Comment, ...]:
        """What was said about a drill, oldest first. Read by its trainee, they count as seen from then on."""
        with self._database.session_scope(writes=True) as session:
            drill = queries.whole(session, self.person, drill_id)
            rows = queries.comments(session, drill)
            found = tuple(comment_of(row) for row in rows)
            if drill.person_id == self.person.id:
                for row in rows:
                    row.seen = True
            return found

    def unseen_comments(self) -> tuple[str, ...]:
        """Ids of this person's own drills with comments that she hasn't read, newest comment first."""
        with self._database.session_scope(writes=False) as session:
            return tuple(dict.fromkeys(session.scalars(queries.unseen(self.person))))

    def document(self, document_hash: str) -> Document:
        """A scenario or rubric as it was when a drill began. Raises PeilianError where it was never kept."""
        with self._database.session_scope(writes=False) as session:
            row = session.get(DocumentRow, document_hash)
            if row is None:
                raise unknown_document()
            return document_of(row)

    def _end(self, session: Session, drill: DrillRow, end: DrillEnd) -> None:
        now = self._clock()
        drill.status, drill.ended = DrillStatus.ENDED, now
        drill.ending, drill.handover = end.ending, end.handover
        if end.scorecard is not None:
            figures = end.scorecard.figures
            drill.review = figures.review
            session.add(ScorecardRow(
                drill_id=drill.id, total=figures.total, passed=figures.passed, review=figures.review,
                levels=figures.levels, whole=end.scorecard.whole, scorer=end.scorecard.scorer, created=now,
            ))  # fmt: skip


def _answered(session: Session, drill: DrillRow, n: int) -> str:
    """The customer's line that turn `n` answers. Raises PeilianError where it isn't that turn's time."""
    if n == 1:
        return drill.opening
    before = queries.turn(session, drill, n - 1)
    if before is None or before.status is TurnStatus.UNSCORED:
        raise went_on()
    return before.customer if before.reply is None else before.reply
