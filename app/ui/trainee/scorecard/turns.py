"""One turn of the conversation as a row, and the row of how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.drills.marking import Marking, marking
from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.cards import IconLabel
from app.ui.shared.evidence import Mark
from app.ui.shared.evidence_text import PAD, EvidenceText
from app.ui.shared.i18n import language, said
from app.ui.shared.labels import Label
from app.ui.shared.mood import MoodFace, mood_face, mood_phrase
from app.ui.trainee.scorecard.comments import CommentBox, CommentLine
from app.ui.trainee.scorecard.words import check_short, ending_word, listed

if TYPE_CHECKING:
    from app.drills.reviewed import DrillReview, Feeling, StepReview, TurnReview
    from app.records.values import Comment

translate = QCoreApplication.translate

FACE = 26


class TurnRow(QWidget):
    """One turn: the customer's line with her mood, the reply with its evidence, what it lacked, the comments.

    Signals: `hovered(id)`, `chosen(id)` for evidence; `comment_wanted(n, text)`; `box_grew(n)`.
    """

    hovered = Signal(str)
    chosen = Signal(str)
    comment_wanted = Signal(int, str)
    box_grew = Signal(int)

    def __init__(
        self, turn: TurnReview, review: DrillReview, comments: list[Comment], *, comment_to: str = "",
        drafts: dict[int, str] | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.n = turn.n
        self._drafts = {} if drafts is None else drafts
        self._to = comment_to
        self._marking = marking(turn.text, turn.spans)
        self.text: EvidenceText | None = None
        self.box: CommentBox | None = None
        self._column = _columns(self, str(turn.n), turn.feeling, lined=bool(turn.customer))
        if turn.event is not None:
            self._column.addWidget(_quiet("info", said(turn.event)))
        if turn.customer:
            self._column.addWidget(_customer_line(turn.customer))
        self._add_act(turn, review)
        self._comments = QVBoxLayout()
        self._comments.setSpacing(6)
        self._column.addLayout(self._comments)
        for comment in comments:
            self.add_comment(comment)
        self.comment_button: Button | None = None
        if comment_to:
            self._add_comment_button()

    def frame(self, check_id: str) -> None:
        """Frame the evidence of a check or violation."""
        if self.text is not None:
            self.text.frame(self._marking.piece_of.get(check_id, ""))

    def evidence_top(self, check_id: str) -> int | None:
        """How far down its evidence stands; None where it has none here."""
        piece = self._marking.piece_of.get(check_id)
        if piece is None or self.text is None:
            return None
        return self.text.y() + self.text.span_top(piece)

    def add_comment(self, comment: Comment) -> None:
        """Show a comment; the box where it was written closes."""
        self._comments.addWidget(CommentLine(comment))
        if self.box is not None:
            self._drafts.pop(self.n, None)
            self._close_box()

    def open_box(self) -> None:
        """Let the supervisor write."""
        if self.box is None:
            self.box = CommentBox(self._to, self._drafts.get(self.n, ""))
            self.box.wanted.connect(self._on_wanted)
            self.box.closed.connect(self._close_box)
            self.box.resized.connect(self._on_box_resized)
            self.box.edit.textChanged.connect(self._keep_draft)
            self._column.addWidget(self.box)
        if self.comment_button is not None:
            self.comment_button.hide()
        self.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_act(self, turn: TurnReview, review: DrillReview) -> None:
        act = str(turn.act)
        if act == "look_up":
            where = self.tr("查了{0}：{1}") if turn.where else self.tr("查了资料：{1}")
            self._column.addWidget(_quiet("search", where.format(turn.where, turn.text)))
        elif act == "hint":
            self._column.addWidget(_quiet("bulb", self.tr("看了提示（第 {0} 级）：{1}").format(turn.where, turn.text)))
        elif act == "hand_over":
            self._column.addWidget(_quiet("person-up", self.tr("转给{0}。").format(turn.text or self.tr("上级"))))
        else:
            self.text = _Reply(turn.text, _marks(self._marking, review))
            self.text.span_hovered.connect(self.hovered)
            self.text.span_chosen.connect(self.chosen)
            self._column.addWidget(self.text)
            if not turn.scored:
                self._column.addWidget(_quiet("clock", self.tr("这一句还没评。")))
            for line in missing_lines(turn, review):
                self._column.addWidget(_quiet("ring", line))

    def _add_comment_button(self) -> None:
        self.comment_button = Button(self.tr("点评这一轮"), "plain", icon="comment", size="bar")
        self.comment_button.setAccessibleName(self.tr("点评第 {0} 轮").format(self.n))
        self.comment_button.clicked.connect(self.open_box)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.comment_button)
        row.addStretch(1)
        self._column.addLayout(row)
        if self._drafts.get(self.n):
            self.open_box()

    def _on_wanted(self, text: str) -> None:
        self.comment_wanted.emit(self.n, text)

    def _on_box_resized(self) -> None:
        self.box_grew.emit(self.n)

    def _keep_draft(self) -> None:
        if self.box is not None:
            self._drafts[self.n] = self.box.text()

    def _close_box(self) -> None:
        if self.box is not None:
            self.box.hide()
            self.box.deleteLater()
            self.box = None
        if self.comment_button is not None:
            self.comment_button.show()
            self.comment_button.setFocus(Qt.FocusReason.OtherFocusReason)


class _Reply(EvidenceText):
    """Remembers its height: layouts ask for it six times over, and each time all lines are set anew."""

    def __init__(self, text: str, marks: list[Mark]) -> None:
        self._heights: dict[tuple[int, float], int] = {}
        super().__init__(text, marks)

    def heightForWidth(self, width: int) -> int:
        key = (width, type_.scale())
        if key not in self._heights:
            self._heights[key] = super().heightForWidth(width)
        return self._heights[key]


class EndRow(QWidget):
    """How it ended: the customer's last words, or that the trainee ended it, with comments on no turn."""

    def __init__(self, review: DrillReview, comments: list[Comment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _columns(self, self.tr("完") if review.about.over else "…", review.last_feeling)
        column.addWidget(
            _customer_line(review.last_line, ink="text")
            if review.last_line
            else _indented(Label(end_words(review), "compact", ink="muted", wrap=True))
        )
        for comment in comments:
            column.addWidget(CommentLine(comment))


def end_words(review: DrillReview) -> str:
    """How the conversation ended where the customer has no last words."""
    if not review.about.over:
        return translate("TurnRow", "还没说完，可以接着说。")
    if review.about.ending == "broken_off":
        return translate("TurnRow", "演练在这里中途结束。")
    return ending_word(review.about.ending, review.about.handover)


def missing_lines(turn: TurnReview, review: DrillReview) -> list[str]:
    """What the steps that this reply began still lack, a line for each step."""
    by_step: dict[str, tuple[StepReview, list[str]]] = {}
    for check_id in turn.missing:
        step = review.step_of(check_id)
        check = step.check(check_id) if step else None
        if step is not None and check is not None:
            by_step.setdefault(step.id, (step, []))[1].append(check_short(check))
    pattern = translate("TurnRow", "{0}还差{1}。")
    return [pattern.format(said(step.name), listed(names)) for step, names in by_step.values()]


def _marks(found: Marking, review: DrillReview) -> list[Mark]:
    names = {step.position: said(step.name) for step in review.steps} | {0: translate("TurnRow", "违规")}
    return [
        Mark(one.id, one.start, one.end, one.step, translate("TurnRow", "{0}：{1}").format(names.get(one.step, ""), listed([said(name) for name in one.names])))
        for one in found.pieces
    ]  # fmt: skip


def _columns(widget: QWidget, number: str, feeling: Feeling, *, lined: bool = True) -> QVBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    count = Label(number, "small", ink="muted")
    count.setFixedWidth(round((26 if language() == "zh" else 34) * max(1.0, type_.scale())))
    # Where the reply comes first its line is higher than the number's.
    count.setContentsMargins(0, 0 if lined else round(PAD) + 2, 0, 0)
    row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(4)
    row.addLayout(column, 1)
    row.addSpacing(12)
    face = mood_face(feeling.anger, feeling.trust, settled=feeling.settled)
    shown = MoodFace(face, size=FACE)
    shown.setToolTip(mood_phrase(face))
    row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    return column


def _customer_line(words: str, *, ink: str = "muted") -> Label:
    return _indented(
        Label(translate("TurnRow", "客户：{0}").format(words), "compact", ink=ink, wrap=True, selectable=True)
    )


def _indented(label: Label) -> Label:
    # As far as the reply's own padding, so that both begin on one line.
    label.setContentsMargins(round(PAD), 0, 0, 0)
    return label


def _quiet(icon: str, words: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(round(PAD), 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel(icon, "muted", size=16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, "compact", ink="muted", wrap=True), 1)
    return line
