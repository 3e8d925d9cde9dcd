"""The queries behind the desk. None of them counts or skips rows: a page costs the same wherever it begins."""

from __future__ import annotations

from sqlalchemy import Select, exists, func, select, tuple_
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from app.records.permissions import Right, Scope, demand, not_there, scope
from app.records.tables import CommentRow, DisputeRow, DocumentRow, DrillRow, ScorecardRow, TurnRow
from app.records.values import Act, Cursor, Document, DrillFilter, DrillStatus, Mode, Person, TurnStatus


def listing(person: Person, where: DrillFilter, after: Cursor | None) -> Select[DrillRow, bool]:
    """Drills whose figures `person` may see, and whether each has a comment, newest first, from `after` on.

    Raises PeilianError where `where` names a person whose drills she may not see.
    """
    query = _with_figures().add_columns(exists().where(CommentRow.drill_id == DrillRow.id))
    if where.person_id is not None:
        demand(person, Right.FIGURES, where.person_id)
        query = query.where(DrillRow.person_id == where.person_id)
    elif scope(person, Right.FIGURES) is Scope.OWN:
        query = query.where(DrillRow.person_id == person.id)
    if where.scenario_id is not None:
        query = query.where(DrillRow.scenario_id == where.scenario_id)
    if where.status is DrillStatus.OPEN:
        query = query.where(DrillRow.status == DrillStatus.OPEN)
    elif where.status is DrillStatus.ENDED:
        # Nearly all are, so an index on the status would only take the place of one that finds something.
        query = query.where(DrillRow.ended.is_not(None))
    if where.since is not None:
        query = query.where(DrillRow.started >= where.since)
    if where.before is not None:
        query = query.where(DrillRow.started < where.before)
    if where.review is not None:
        query = query.where(DrillRow.review == where.review)
    if after is not None:
        query = query.where(tuple_(DrillRow.started, DrillRow.id) < (after.started, after.row))
    return query.order_by(DrillRow.started.desc(), DrillRow.id.desc())


def figures(session: Session, person: Person, drill_id: str) -> DrillRow:
    """One drill with what a summary needs. Raises PeilianError where `person` may not see it."""
    row = session.scalar(_with_figures().where(DrillRow.public_id == drill_id))
    if row is None:
        raise not_there()
    demand(person, Right.FIGURES, row.person_id)
    return row


def whole(session: Session, person: Person, drill_id: str) -> DrillRow:
    """One drill with its person, turns and scorecard. Raises PeilianError where `person` may not read it."""
    row = session.scalar(
        select(DrillRow)
        .where(DrillRow.public_id == drill_id)
        .options(
            joinedload(DrillRow.person, innerjoin=True),
            joinedload(DrillRow.scorecard),
            selectinload(DrillRow.turns),
        )
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise not_there()
    demand(person, Right.TRANSCRIPT, row.person_id)
    return row


def playable(session: Session, person: Person, drill_id: str) -> DrillRow:
    """One drill that `person` may write in. Raises PeilianError where it is not hers."""
    row = session.scalar(select(DrillRow).where(DrillRow.public_id == drill_id))
    if row is None:
        raise not_there()
    demand(person, Right.PLAY, row.person_id)
    return row


def commentable(session: Session, person: Person, drill_id: str) -> DrillRow:
    """One drill that `person` may comment on. Raises PeilianError where she may not."""
    row = session.scalar(select(DrillRow).where(DrillRow.public_id == drill_id))
    if row is None:
        raise not_there()
    demand(person, Right.COMMENT, row.person_id)
    return row


def comment(session: Session, row_id: int) -> CommentRow:
    """One comment with its author."""
    return session.scalars(
        select(CommentRow).where(CommentRow.id == row_id).options(joinedload(CommentRow.author, innerjoin=True))
    ).one()


def comments(session: Session, drill: DrillRow) -> list[CommentRow]:
    """The comments on a drill with their authors, oldest first."""
    query = select(CommentRow).where(CommentRow.drill_id == drill.id).order_by(CommentRow.id)
    return list(session.scalars(query.options(joinedload(CommentRow.author, innerjoin=True))))


def unseen(person: Person) -> Select[str]:
    """Public ids of `person`'s drills that have comments she hasn't read."""
    return (
        select(DrillRow.public_id)
        .join(CommentRow, CommentRow.drill_id == DrillRow.id)
        .where(DrillRow.person_id == person.id, CommentRow.seen.is_(False))
        .order_by(CommentRow.id.desc())
    )


def turn(session: Session, drill: DrillRow, n: int) -> TurnRow | None:
    """Turn `n` of a drill, where it is there."""
    return session.scalar(select(TurnRow).where(TurnRow.drill_id == drill.id, TurnRow.n == n))


def scored_turns(session: Session, drill: DrillRow, before: int) -> list[TurnRow]:
    """The turns of a drill before turn `before`, in order, as far as they are scored."""
    query = select(TurnRow).where(TurnRow.drill_id == drill.id, TurnRow.n < before, TurnRow.status == TurnStatus.SCORED)
    return list(session.scalars(query.order_by(TurnRow.n)))


def elsewhere(drill: DrillRow, limit: int) -> Select[str]:
    """The newest replies of the drill's person in drills of other scenarios that began before it."""
    return (
        select(TurnRow.text)
        .join(DrillRow, DrillRow.id == TurnRow.drill_id)
        .where(
            DrillRow.person_id == drill.person_id,
            DrillRow.scenario_id != drill.scenario_id,
            tuple_(DrillRow.started, DrillRow.id) < (drill.started, drill.id),
            TurnRow.act == Act.REPLY,
        )
        .order_by(DrillRow.started.desc(), DrillRow.id.desc(), TurnRow.n.desc())
        .limit(limit)
    )


def last_ending(person: Person, scenario_id: str) -> Select[str | None]:
    """How `person`'s latest ended drill of a scenario ended."""
    return (
        select(DrillRow.ending)
        .where(DrillRow.person_id == person.id, DrillRow.scenario_id == scenario_id, DrillRow.ended.is_not(None))
        .order_by(DrillRow.started.desc(), DrillRow.id.desc())
        .limit(1)
    )


def attempts(person: Person, scenario_id: str, mode: Mode) -> Select[int]:
    """How many drills `person` has begun of a scenario in a mode."""
    return select(func.count()).where(
        DrillRow.person_id == person.id, DrillRow.scenario_id == scenario_id, DrillRow.mode == mode
    )


def family(session: Session, drill: DrillRow) -> list[DrillRow]:
    """The drill that `drill` goes back to and all that take that one up again, directly or not, as they began."""
    rows = list(session.scalars(
        _with_figures()
        .where(DrillRow.person_id == drill.person_id, DrillRow.scenario_id == drill.scenario_id)
        .order_by(DrillRow.started, DrillRow.id)
    ))  # fmt: skip
    root_of: dict[str, str] = {}
    for row in rows:  # a branch begins after what it takes up
        root_of[row.public_id] = root_of.get(row.branch_of or "", row.branch_of or row.public_id)
    return [row for row in rows if root_of[row.public_id] == root_of.get(drill.public_id)]


def passed(person: Person) -> Select[str]:
    """Scenarios in which `person` passed a drill from beginning to end."""
    return (
        select(DrillRow.scenario_id)
        .join(ScorecardRow, ScorecardRow.drill_id == DrillRow.id)
        .where(DrillRow.person_id == person.id, DrillRow.branch_of.is_(None), ScorecardRow.passed.is_(True))
        .distinct()
    )


def dispute(session: Session, drill: DrillRow, n: int, item: str) -> DisputeRow | None:
    """The dispute about one check or violation of one turn, where there is one."""
    return session.scalar(
        select(DisputeRow)
        .where(DisputeRow.drill_id == drill.id, DisputeRow.n == n, DisputeRow.item == item)
        .options(joinedload(DisputeRow.drill, innerjoin=True))
    )


def disputes(drill: DrillRow) -> Select[DisputeRow]:
    """The disputes about a drill, oldest first."""
    query = select(DisputeRow).where(DisputeRow.drill_id == drill.id).order_by(DisputeRow.id)
    return query.options(joinedload(DisputeRow.drill, innerjoin=True))


def waiting_disputes(person: Person) -> Select[DisputeRow]:
    """The disputes without a verdict about drills that `person` may read, oldest first."""
    query = select(DisputeRow).join(DisputeRow.drill).where(DisputeRow.verdict.is_(None)).order_by(DisputeRow.id)
    if scope(person, Right.TRANSCRIPT) is Scope.OWN:
        query = query.where(DrillRow.person_id == person.id)
    return query.options(contains_eager(DisputeRow.drill))


def keep(session: Session, document: Document) -> None:
    """Store a document unless its hash is there already. Raises ValueError where that has another text: a bug."""
    row = session.get(DocumentRow, document.hash)
    if row is None:
        session.add(DocumentRow(hash=document.hash, kind=document.kind, name=document.name, source=document.source))
        session.flush()
    elif row.source != document.source:
        raise ValueError(f"two documents have the hash {document.hash}: {row.name}, {document.name}")


def _with_figures() -> Select[DrillRow]:
    # The whole scorecard quotes the trainee, and a list must not even load it.
    return (
        select(DrillRow)
        .outerjoin(DrillRow.scorecard)
        .options(
            joinedload(DrillRow.person, innerjoin=True),
            contains_eager(DrillRow.scorecard).defer(ScorecardRow.whole, raiseload=True),
        )
    )
