"""All of a scorecard under its bar: the band, the conversation, the advice and the checks, joined to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card, IconLabel
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.trainee.scorecard.advice_cards import advice_cards, doubt_cards
from app.ui.trainee.scorecard.band import Band, FiguresBand
from app.ui.trainee.scorecard.checks import ChecksCard
from app.ui.trainee.scorecard.compare import Compare
from app.ui.trainee.scorecard.references import References
from app.ui.trainee.scorecard.scrolling import TallScroll
from app.ui.trainee.scorecard.transcript import Transcript

if TYPE_CHECKING:
    from app.drills.opening import OpenedReview
    from app.drills.reviewed import DrillReview, FiguresReview

SIDE = 452
WIDE = 1600


class Body(QWidget):
    """One review; made anew for each.

    Signals: `comment_wanted(n, text)` when a supervisor saves words about turn `n`; `dispute_asked(id, turn, met)`.
    """

    comment_wanted = Signal(int, str)
    dispute_asked = Signal(str, int, bool)

    def __init__(
        self, opened: OpenedReview, review: DrillReview, drafts: dict[int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._review, self._own = review, opened.own
        self.transcript = Transcript(opened, review, drafts)
        self.checks = ChecksCard(review, opened.disputes, own=opened.own)
        self.references: References | None = None
        self.references_button = Button(self.tr("对照参考话术"), "plain", icon="doc", size="bar")
        self._comparison = opened.comparison
        self.compare: Compare | None = None
        self.compare_button = Button(self.tr("两次放在一起看"), "plain", icon="doc", size="bar")
        self._side = QWidget()
        self._below = QStackedWidget()
        self._lay_out(review)
        self.transcript.hovered.connect(self.checks.light)
        self.transcript.chosen.connect(self._on_evidence_chosen)
        self.transcript.comment_wanted.connect(self.comment_wanted)
        self.checks.hovered.connect(self._on_row_hovered)
        self.checks.chosen.connect(self._on_row_chosen)
        self.checks.dispute_asked.connect(self.dispute_asked)
        self.references_button.clicked.connect(self.show_references)
        self.compare_button.clicked.connect(self.show_comparison)

    def fit(self, width: int) -> None:
        """Use the room: beyond 1600 px every step's checks stand open."""
        wide = width >= WIDE
        self.checks.set_wide(wide)
        self._side.setMinimumWidth(SIDE if width >= 1200 else 380)
        self._side.setMaximumWidth(2000 if wide else SIDE)

    def show_references(self) -> None:
        """Put the reference replies in place of the conversation."""
        if self.references is None:
            self.references = References(self._review, own=self._own)
            self.references.closed.connect(self.hide_references)
            self._below.addWidget(self.references)
        self._below.setCurrentWidget(self.references)
        self.references.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_comparison(self) -> None:
        """Put both tries in place of the conversation."""
        if self.compare is None and self._comparison is not None:
            self.compare = Compare(self._comparison)
            self.compare.closed.connect(self.hide_references)
            self._below.addWidget(self.compare)
        if self.compare is not None:
            self._below.setCurrentWidget(self.compare)
            self.compare.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_references(self) -> bool:
        """Put references or comparison away; False where they weren't there."""
        now = self._below.currentWidget()
        if now is None or now not in (self.references, self.compare):
            return False
        button = self.references_button if now is self.references else self.compare_button
        self._below.setCurrentIndex(0)
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_turn_soon(self, n: int) -> None:
        """Scroll to turn `n` once the rows have their heights."""
        QTimer.singleShot(0, self, lambda: self.transcript.show_turn(n))

    def _lay_out(self, review: DrillReview) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Band(review))
        self._scroll = TallScroll()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cards = self._scroll.column
        cards.setSpacing(12)
        for card in advice_cards(review):
            cards.addWidget(card)
        cards.addWidget(self.checks)
        for card in doubt_cards(review):
            cards.addWidget(card)
        cards.addStretch(1)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self._scroll, 1)
        side.addWidget(self._actions())
        lower = QWidget()
        row = QHBoxLayout(lower)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.transcript, 1)
        row.addWidget(self._side, 1)
        self._below.addWidget(lower)
        column.addWidget(self._below, 1)

    def _actions(self) -> QWidget:
        card = Card(padding=8)
        row = QHBoxLayout()
        row.addWidget(self.references_button)
        row.addWidget(self.compare_button)
        row.addStretch(1)
        card.body.addLayout(row)
        self.compare_button.setVisible(self._comparison is not None)
        return card

    def _on_row_hovered(self, mark_id: str) -> None:
        if mark_id:
            self.transcript.show_evidence(mark_id)
        else:
            self.transcript.frame("")

    def _on_row_chosen(self, mark_id: str) -> None:
        self.transcript.show_evidence(mark_id)
        step = self._review.step_of(mark_id)
        check = step.check(mark_id) if step else None
        if check is not None and str(check.state) in ("withheld", "apart") and check.turn is not None:
            self.transcript.show_turn(check.turn)

    def _on_evidence_chosen(self, mark_id: str) -> None:
        row = self.checks.show_row(mark_id)
        if row is not None:
            QTimer.singleShot(0, row, lambda: self._scroll.ensureWidgetVisible(row, 0, 24))


class FiguresBody(QWidget):
    """What somebody sees who may not read the words: the figures, and one sentence that says so."""

    def __init__(self, figures: FiguresReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(FiguresBand(figures))
        card = Card(padding=20)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel("lock", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(said(figures.sentence), "body", wrap=True), 1)
        card.body.addLayout(row)
        column.addWidget(card)
        column.addStretch(1)
