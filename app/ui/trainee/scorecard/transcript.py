"""The conversation with its evidence: every turn a row, marks painted in the trainee's words, comments beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.ui.shared import type as type_
from app.ui.shared.cards import Card
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label, Line
from app.ui.shared.steps import StepMark
from app.ui.trainee.scorecard.scrolling import TallScroll
from app.ui.trainee.scorecard.turns import EndRow, TurnRow

if TYPE_CHECKING:
    from app.drills.opening import OpenedReview
    from app.drills.reviewed import DrillReview
    from app.records.values import Comment


WIDEST = 960


class Transcript(Card):
    """The conversation of one review.

    Signals: `hovered(id)` when the mouse or the arrows come to evidence of a check or violation ("" when they leave);
    `chosen(id)` on a click or Enter; `comment_wanted(n, text)` when a supervisor saves words about turn `n`.
    """

    hovered = Signal(str)
    chosen = Signal(str)
    comment_wanted = Signal(int, str)

    def __init__(
        self, opened: OpenedReview, review: DrillReview, drafts: dict[int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=20, spacing=12, parent=parent)
        self.setMaximumWidth(WIDEST)
        self.rows: dict[int, TurnRow] = {}
        self.body.addWidget(_Head(review))
        self.body.addWidget(Line())
        self.view = _Scroll(self)
        column = self.view.column
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        by_turn: dict[int, list[Comment]] = {}
        for comment in opened.comments:
            by_turn.setdefault(comment.n, []).append(comment)
        name = review.about.person.name if opened.may_comment else ""
        for turn in review.turns:
            row = TurnRow(turn, review, by_turn.pop(turn.n, []), comment_to=name, drafts=drafts)
            row.hovered.connect(self.hovered)
            row.chosen.connect(self.chosen)
            row.comment_wanted.connect(self.comment_wanted)
            row.box_grew.connect(self._on_box_grew)
            self.rows[turn.n] = row
            column.addWidget(row)
            column.addWidget(Line())
        column.addWidget(EndRow(review, [one for rest in by_turn.values() for one in rest]))
        column.addStretch(1)
        self.body.addWidget(self.view, 1)

    def frame(self, check_id: str) -> None:
        """Frame the evidence of a check or violation everywhere; "" frames nothing."""
        for row in self.rows.values():
            row.frame(check_id)

    def show_evidence(self, check_id: str) -> None:
        """Frame it and scroll to where it first stands."""
        self.frame(check_id)
        for row in self.rows.values():
            top = row.evidence_top(check_id)
            if top is not None:
                self._scroll_to(row, top)
                return

    def show_turn(self, n: int) -> None:
        """Scroll to turn `n`, its line at the top."""
        row = self.rows.get(n)
        if row is not None:
            self.view.verticalScrollBar().setValue(row.y())

    def add_comment(self, comment: Comment) -> None:
        """Show a comment that was saved."""
        row = self.rows.get(comment.n)
        if row is not None:
            row.add_comment(comment)

    def _on_box_grew(self, n: int) -> None:
        QTimer.singleShot(0, self, lambda: self._show_box(n))

    def _show_box(self, n: int) -> None:
        box = self.rows[n].box
        if box is not None:
            self.view.ensureWidgetVisible(box, 0, 16)

    def _scroll_to(self, row: TurnRow, top: int) -> None:
        y = row.y() + top
        bar, room = self.view.verticalScrollBar(), self.view.viewport().height()
        line = round(type_.line_px("dialogue"))
        if y < bar.value() + line or y + line > bar.value() + room - line:
            bar.setValue(max(0, y - room // 3))


class _Scroll(TallScroll):
    """Scrolls by arrows and page keys; the card around it shows the focus."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("对话与依据"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._card.set_selected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._card.set_selected(False)


class _Head(QWidget):
    """The heading and the legend of the marks, under it where one line is too narrow."""

    def __init__(self, review: DrillReview) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._title = Label(self.tr("对话与依据"), "heading")
        self._legend = QWidget()
        row = QHBoxLayout(self._legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for position, words in {
            **{step.position: said(step.name) for step in review.steps},
            0: self.tr("违规"),
        }.items():
            if position != review.steps[0].position:
                row.addSpacing(6)
            row.addWidget(StepMark(position))
            row.addWidget(Label(words, "small", ink="muted"))
        self._grid.setColumnStretch(1, 1)
        self._one_line: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._place(one_line=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self._title.sizeHint().width() + self._legend.sizeHint().width() + 24
        self._place(one_line=wanted <= self.width())

    def _place(self, *, one_line: bool) -> None:
        if one_line == self._one_line:
            return
        self._one_line = one_line
        self._grid.removeWidget(self._legend)
        self._grid.removeWidget(self._title)
        self._grid.addWidget(self._title, 0, 0, 1, 1 if one_line else 2)
        side = Qt.AlignmentFlag.AlignRight if one_line else Qt.AlignmentFlag.AlignLeft
        if one_line:
            self._grid.addWidget(self._legend, 0, 1, side | Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._legend, 1, 0, 1, 2, side)
