"""The scorecard's page: opens a drill in a job, shows it, and joins transcript, checks, comments and paper."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.drills.reviewed import DrillReview
from app.ui.services import Services
from app.ui.shared.cards import EmptyState
from app.ui.shared.i18n import said
from app.ui.shared.pages import DrillRequest, Page, ScorecardRequest
from app.ui.trainee.scorecard.body import Body, FiguresBody
from app.ui.trainee.scorecard.disputes import DisputeDialog
from app.ui.trainee.scorecard.paper import Paper
from app.ui.trainee.scorecard.top import ScorecardBar
from app.ui.trainee.scorecard.words import dispute_about
from scoring.sentence import PeilianError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.drills.opening import OpenedReview
    from app.records.desk import Desk
    from app.records.values import Comment, Dispute


class ScorecardPage(Page):
    """One drill looked back on; go to it with a ScorecardRequest.

    Signals: `practise_requested(scenario_id)` when 「再练一次」 was pressed; the page then goes to the drill room itself.
    """

    practise_requested = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.setAutoFillBackground(False)
        self._request = ScorecardRequest("")
        self._drafts: dict[str, dict[int, str]] = {}
        self.opened: OpenedReview | None = None
        self.body: Body | FiguresBody | EmptyState | None = None
        self.dialog: DisputeDialog | None = None
        self.bar = ScorecardBar()
        self.bar.back.connect(services.back)
        self.bar.practise_wanted.connect(self._on_practise)
        self.paper = Paper(services, self)
        self.bar.save_wanted.connect(self._save)
        self.bar.print_wanted.connect(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        self._room = QVBoxLayout()
        self._room.setContentsMargins(24, 16, 24, 20)
        column.addLayout(self._room, 1)

    def enter(self, argument: object = None) -> None:
        if isinstance(argument, ScorecardRequest):
            if argument.drill_id != self._request.drill_id:
                self._clear()
            self._request = argument
        drill_id = self._request.drill_id
        # A trainee who reads her comments has seen them: opening is a write, and keeps the order of writes.
        self.services.write(
            partial(_open, drill_id),
            done=partial(self._on_opened, drill_id),
            failed=partial(self._on_failed, drill_id),
            owner=self,
        )

    def first_focus(self) -> QWidget | None:
        return self.body.transcript.view if isinstance(self.body, Body) else self.bar.back_button

    def on_escape(self) -> bool:
        return isinstance(self.body, Body) and self.body.hide_references()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit(self.width())
        if isinstance(self.body, Body):
            self.body.fit(self.width())

    def _clear(self) -> None:
        if self.body is not None:
            self._room.removeWidget(self.body)
            self.body.hide()
            self.body.deleteLater()
            self.body = None
        self.opened = None
        self.bar.show_nothing()

    def _on_opened(self, drill_id: str, opened: OpenedReview) -> None:
        if drill_id != self._request.drill_id or opened == self.opened:
            return
        self._clear()
        self.opened = opened
        review = opened.review
        if isinstance(review, DrillReview):
            body = Body(opened, review, self._drafts.setdefault(drill_id, {}))
            body.comment_wanted.connect(self._on_comment)
            body.dispute_asked.connect(self._on_dispute_asked)
            self._put(body)
            body.fit(self.width())
            if self._request.turn:
                body.show_turn_soon(self._request.turn)
            self.services.ask(
                partial(_suggest, drill_id),
                done=self._on_suggestions,
                failed=self._no_suggestions,
                owner=self,
                key="suggestions",
            )
        else:
            self._put(FiguresBody(review))
        self.bar.show_review(opened)
        self.bar.fit(self.width())
        first = self.first_focus()
        if first is not None and self.isVisible() and not self.bar.has_focus():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, body: Body | FiguresBody | EmptyState) -> None:
        self.body = body
        self._room.addWidget(body)
        body.show()

    def _on_failed(self, drill_id: str, error: Exception) -> None:
        if drill_id != self._request.drill_id:
            return
        if not isinstance(error, PeilianError):
            self.services.messages.error(error)
            return
        self._clear()
        empty = EmptyState("doc", self.tr("这份成绩打不开"), said(error.sentence), self.tr("返回"))
        empty.chosen.connect(self.services.back)
        self._put(empty)

    def _on_suggestions(self, found: Mapping[str, str]) -> None:
        self.paper.suggestions = found
        if isinstance(self.body, Body):
            self.body.checks.set_suggestions(found)

    def _no_suggestions(self, error: Exception) -> None:  # the rubric's own examples do
        self._on_suggestions({"": ""})

    def _on_practise(self) -> None:
        if self.opened is None:
            return
        about = self.opened.review.about
        if not about.over:
            self.services.go("drill", DrillRequest(drill_id=about.drill_id))
            return
        self.practise_requested.emit(about.scenario_id)
        self.services.go("drill", DrillRequest(scenario_id=about.scenario_id, exam=str(about.mode) == "exam"))

    def _on_comment(self, n: int, text: str) -> None:
        self.services.write(
            partial(_comment, self._request.drill_id, n, text),
            done=self._on_commented, failed=partial(self._on_not_commented, n), owner=self,
        )  # fmt: skip

    def _on_commented(self, comment: Comment) -> None:
        if isinstance(self.body, Body):
            self.body.transcript.add_comment(comment)
        if self.opened is not None:
            self.opened = _with(self.opened, comment)
        self.services.messages.show(
            self.tr("点评存好了，{0}打开这份成绩就能看到。").format(self.bar.person_name), "success"
        )

    def _on_not_commented(self, n: int, error: Exception) -> None:
        self.services.messages.error(error)
        row = self.body.transcript.rows.get(n) if isinstance(self.body, Body) else None
        if row is not None and row.box is not None:
            row.box.not_saved()

    def _on_dispute_asked(self, item: str, turn: int, met: bool) -> None:
        if self.opened is None or not isinstance(self.opened.review, DrillReview) or not isinstance(self.body, Body):
            return
        name, verdict = dispute_about(self.opened.review, item)
        there = self.body.checks.dispute(item)
        dialog = DisputeDialog(name, verdict, there.reason if there is not None else "", self)
        drill_id, n = self._request.drill_id, there.n if there is not None else turn
        dialog.sent.connect(lambda reason: self._dispute(partial(_dispute, drill_id, n, item, met, reason), sent=True))
        dialog.withdrawn.connect(lambda: self._dispute(partial(_withdraw, drill_id, n, item), sent=False))
        self.dialog = dialog
        dialog.open()

    def _dispute(self, work: Callable[[Desk], tuple[Dispute, ...]], *, sent: bool) -> None:
        words = self.tr("申诉交上去了，主管会来看。分数先不变。") if sent else self.tr("申诉撤回了。")
        self.services.write(
            work, done=partial(self._on_disputes, words), failed=self.services.messages.error, owner=self
        )

    def _on_disputes(self, words: str, found: tuple[Dispute, ...]) -> None:
        if self.opened is not None and isinstance(self.body, Body):
            self.opened = replace(self.opened, disputes=found)
            self.body.checks.set_disputes(found)
        self.services.messages.show(words, "success")

    def _save(self) -> None:
        if self.opened is not None:
            self.paper.save(self.opened)

    def _print(self) -> None:
        if self.opened is not None:
            self.paper.print(self.opened)


def _open(drill_id: str, desk: Desk) -> OpenedReview:
    from app.drills.opening import open_review

    return open_review(desk, drill_id)


def _suggest(drill_id: str, desk: Desk) -> Mapping[str, str]:
    from app.drills.suggestions import suggestions

    return suggestions(desk, drill_id) or {"": ""}


def _comment(drill_id: str, n: int, text: str, desk: Desk) -> Comment:
    return desk.comment(drill_id, n, text)


def _dispute(drill_id: str, n: int, item: str, met: bool, reason: str, desk: Desk) -> tuple[Dispute, ...]:
    desk.dispute(drill_id, n=n, item=item, met=met, reason=reason)
    return desk.disputes(drill_id)


def _withdraw(drill_id: str, n: int, item: str, desk: Desk) -> tuple[Dispute, ...]:
    desk.withdraw_dispute(drill_id, n=n, item=item)
    return desk.disputes(drill_id)


def _with(opened: OpenedReview, comment: Comment) -> OpenedReview:
    return replace(opened, comments=(*opened.comments, comment))
