"""The queries behind the desk. None of them counts or skips rows: a page costs the same wherever it begins."""

from __future__ import annotations

from sqlalchemy import Select, exists, select, tuple_
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from app.records.permissions import Right, Scope, demand, not_there, scope
from app.records.tables import CommentRow, DocumentRow, DrillRow, ScorecardRow, TurnRow
from app.records.values import Cursor, Document, DrillFilter, DrillStatus, Person


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
