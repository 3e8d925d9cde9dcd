"""Rows into the frozen values that may leave the room."""

from __future__ import annotations

from typing import Any, cast

from app.records.plain import assessment_from
from app.records.tables import CommentRow, DisputeRow, DocumentRow, DrillRow, PersonRow, ScorecardRow, TurnRow
from app.records.values import (
    Branch,
    Comment,
    Dispute,
    Document,
    DrillRecord,
    DrillSummary,
    Figures,
    Person,
    StoredScorecard,
    TurnRecord,
)
from scoring.sentence import Sentence


def person_of(row: PersonRow) -> Person:
    """The person of a row."""
    return Person(row.id, row.name, row.role, row.created, row.active, row.demo)


def comment_of(row: CommentRow) -> Comment:
    """The comment of a row; its author must be loaded."""
    return Comment(row.id, row.author.name, row.n, row.text, row.created, row.seen)


def dispute_of(row: DisputeRow) -> Dispute:
    """The dispute of a row; its drill must be loaded."""
    return Dispute(
        row.id, row.drill.public_id, row.n, row.item, row.met, row.reason, row.created, row.verdict, row.answer
    )


def document_of(row: DocumentRow) -> Document:
    """The document of a row."""
    return Document(row.hash, row.kind, row.name, row.source)


def turn_of(row: TurnRow) -> TurnRecord:
    """The turn of a row."""
    return TurnRecord(
        n=row.n, act=row.act, customer=row.customer, text=row.text, elapsed_ms=row.elapsed_ms, status=row.status,
        assessment=None if row.assessment is None else assessment_from(row.assessment),
        mood=row.mood, state=row.state, reply=row.reply,
    )  # fmt: skip


def figures_of(row: ScorecardRow) -> Figures:
    """The figures of a scorecard's row."""
    return Figures(row.total, row.passed, row.review, cast("dict[str, Any]", row.levels))


def summary_of(row: DrillRow, card: ScorecardRow | None, *, commented: bool = False) -> DrillSummary:
    """The summary of a drill's row; its person must be loaded."""
    return DrillSummary(
        id=row.public_id, person=person_of(row.person), scenario_id=row.scenario_id,
        title=Sentence(row.title_zh, row.title_en), mode=row.mode, started=row.started, ended=row.ended,
        status=row.status, ending=row.ending, figures=None if card is None else figures_of(card),
        commented=commented, branch=_branch_of(row),
    )  # fmt: skip


def _branch_of(row: DrillRow) -> Branch | None:
    return None if row.branch_of is None or row.branch_at is None else Branch(row.branch_of, row.branch_at)


def record_of(row: DrillRow) -> DrillRecord:
    """The whole drill of a row; its person, turns and scorecard must be loaded."""
    card = row.scorecard
    return DrillRecord(
        summary=summary_of(row, card), scenario_hash=row.scenario_hash, rubric_kind=row.rubric_kind,
        rubric_hash=row.rubric_hash, scorer=row.scorer, seed=int(row.seed), opening=row.opening,
        first_state=row.first_state, handover=row.handover, turns=tuple(turn_of(turn) for turn in row.turns),
        scorecard=None if card is None else StoredScorecard(figures_of(card), card.whole, card.scorer),
    )  # fmt: skip
