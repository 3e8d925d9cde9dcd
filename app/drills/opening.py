"""Opens a drill's review at somebody's desk, with its comments; or its figures, where the words aren't hers to read."""

from __future__ import annotations

from dataclasses import dataclass

from app.drills.review import about, named_steps, review
from app.drills.reviewed import DrillReview, FiguresReview
from app.records.desk import Desk
from app.records.permissions import Right, allows
from app.records.values import Comment, Dispute, DrillRecord, DrillSummary
from scoring.sentence import PeilianError, Sentence


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two tries that part at turn `at`: `second` takes `first` up again there."""

    at: int
    first: DrillReview
    second: DrillReview


@dataclass(frozen=True, slots=True)
class OpenedReview:
    """A review as one person sees it: with the comments, and what she may do with it."""

    review: DrillReview | FiguresReview
    comments: tuple[Comment, ...] = ()
    own: bool = False
    may_comment: bool = False
    disputes: tuple[Dispute, ...] = ()
    comparison: Comparison | None = None
    """With the try that this one takes up again, or with the newest one that takes this one up."""


def open_review(desk: Desk, drill_id: str) -> OpenedReview:
    """Look back on a drill as the desk's person may; its trainee has seen the comments from then on (a write).

    Raises PeilianError for a drill that isn't there for her.
    """
    summary = desk.summary(drill_id)
    own = summary.person.id == desk.person.id
    try:
        record = desk.drill(drill_id)
    except PeilianError as error:
        if allows(desk.person, Right.TRANSCRIPT, summary.person.id):
            raise
        return OpenedReview(_figures(desk, drill_id, error.sentence), own=own)
    found = _review(desk, record)
    may = not own and allows(desk.person, Right.COMMENT, summary.person.id)
    comments, disputes = desk.comments(drill_id), desk.disputes(drill_id)
    return OpenedReview(found, comments, own, may, disputes, _comparison(desk, summary, found))


def _review(desk: Desk, record: DrillRecord) -> DrillReview:
    return review(record, desk.document(record.scenario_hash).source, desk.document(record.rubric_hash).source)


def _comparison(desk: Desk, summary: DrillSummary, found: DrillReview) -> Comparison | None:
    if summary.branch is not None:
        before = next((one for one in desk.branches(summary.id) if one.id == summary.branch.of), None)
        return None if before is None else Comparison(summary.branch.at, _review(desk, desk.drill(before.id)), found)
    again = [one for one in desk.branches(summary.id) if one.branch is not None and one.branch.of == summary.id]
    if not again:
        return None
    newest = again[-1]
    at = newest.branch.at if newest.branch is not None else 1
    return Comparison(at, found, _review(desk, desk.drill(newest.id)))


def _figures(desk: Desk, drill_id: str, sentence: Sentence) -> FiguresReview:
    summary = desk.summary(drill_id)
    figures = summary.figures
    return FiguresReview(
        about(summary), None if figures is None else figures.total, figures is not None and figures.passed,
        named_steps(figures.levels) if figures is not None else (), sentence,
    )  # fmt: skip
