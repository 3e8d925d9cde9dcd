"""The checks of each step in tabs, violations and order in one of their own; all open where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.cards import Card, IconLabel
from app.ui.shared.check_rows import CheckRow, ViolationRow
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label, Line
from app.ui.shared.steps import StepSeal, level_word
from app.ui.trainee.scorecard.disputes import DisputeLine
from app.ui.trainee.scorecard.tabs import Tabs
from app.ui.trainee.scorecard.words import check_name, check_why, check_words, cost, could_add, violation_words

if TYPE_CHECKING:
    from app.drills.reviewed import CheckReview, DrillReview, StepReview
    from app.records.values import Dispute

translate = QCoreApplication.translate

VIOLATIONS = "violations"
ORDER = "order:"
HOVER_MS = 140
"""How long the mouse rests on evidence before its tab comes: crossing the text mustn't leaf through the tabs."""
NAME_WIDTH = (64, 152)


class ChecksCard(Card):
    """What became of every check, every violation and the order.

    Signals: `hovered(id)` when mouse or focus come to a row, "" when they leave; `chosen(id)` on a click or Enter;
    `dispute_asked(id, turn, met)` when her own trainee wants to dispute how something was read.
    """

    hovered = Signal(str)
    chosen = Signal(str)
    dispute_asked = Signal(str, int, bool)

    def __init__(
        self, review: DrillReview, disputes: Iterable[Dispute] = (), *, own: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=1, spacing=0, parent=parent)
        self._review = review
        self._disputes = {one.item: one for one in disputes}
        self._own = own and review.about.over
        self._rows: dict[str, CheckRow | ViolationRow] = {}
        self._panels: dict[str, QWidget] = {}
        self._heads: list[QWidget] = []
        self._suggestions: Mapping[str, str] = {}
        self._wide = False
        self._wanted = ""
        self.tabs = Tabs(
            [(step.id, said(step.name), step.position, step.level) for step in review.steps], _violations_tab(review)
        )
        self.tabs.chosen.connect(self._on_tab)
        self._tabs_line = Line()
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._tabs_line)
        self._panel_column = QVBoxLayout()
        self._panel_column.setContentsMargins(0, 0, 0, 8)
        self._panel_column.setSpacing(0)
        self.body.addLayout(self._panel_column)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(HOVER_MS)
        self._rest.timeout.connect(self._show_wanted)
        self.show_tab(_first_tab(review))

    def show_tab(self, name: str) -> None:
        """Bring a step's checks up, or VIOLATIONS."""
        self.tabs.set_value(name)
        self._on_tab(name)

    def tab(self) -> str:
        """Which one is up."""
        return self.tabs.value()

    def set_wide(self, wide: bool) -> None:
        """Open everything, without tabs, where there is room."""
        self._wide = wide
        self.tabs.setVisible(not wide)
        self._tabs_line.setVisible(not wide)
        self._on_tab(self.tab())
        for head in self._heads:
            head.setVisible(wide)

    def light(self, mark_id: str) -> None:
        """Light the row of a check whose evidence is under the mouse, a moment later where it is in another tab."""
        if mark_id:
            self._need(self._tab_of(mark_id))
        for name, row in self._rows.items():
            row.set_lit(name == mark_id)
        self._wanted = mark_id
        if mark_id and self._tab_of(mark_id) != self.tab() and not self._wide:
            self._rest.start()
        else:
            self._rest.stop()

    def show_row(self, mark_id: str) -> QWidget | None:
        """Bring the row of a check up, lit; returns it."""
        self._wanted = mark_id
        self.light(mark_id)
        self._show_wanted()
        return self._rows.get(mark_id)

    def set_suggestions(self, suggestions: Mapping[str, str]) -> None:
        """Say what could be added, from the scenario's own reference replies."""
        self._suggestions = suggestions
        # Whoever stands on a row stays there.
        focused = next((name for name, row in self._rows.items() if row.hasFocus()), "")
        self._clear()
        self._on_tab(self.tab())
        if focused in self._rows:
            self._rows[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self, mark_id: str) -> CheckRow | ViolationRow | None:
        """The row of a check or violation."""
        self._need(self._tab_of(mark_id))
        return self._rows.get(mark_id)

    def _clear(self) -> None:
        for panel in self._panels.values():
            self._panel_column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._rows, self._panels, self._heads = {}, {}, []

    def _need(self, name: str) -> None:
        """Make the panel of a tab when it is first wanted: most are never looked at."""
        if name in self._panels or not name:
            return
        step = next((one for one in self._review.steps if one.id == name), None)
        panel = self._violations_panel() if step is None else self._step_panel(step)
        panel.hide()
        self._panels[name] = panel
        # In the order of the tabs, whichever was wanted first.
        place = [one for one in self.tabs.names() if one in self._panels].index(name)
        self._panel_column.insertWidget(place, panel)

    def _step_panel(self, step: StepReview) -> QWidget:
        panel, column = _panel()
        column.addWidget(self._head(step))
        width = _name_width(step.checks)
        for index, check in enumerate(step.checks):
            if index:
                column.addWidget(Line())
            met = str(check.state) == "met"
            row = CheckRow(
                check.id, check_name(check), met=met, text=_met_words(check) if met else check_words(check),
                why=check_why(check), suggestion=self._suggestion(check), name_width=width,
            )  # fmt: skip
            self._take(check.id, row)
            column.addWidget(row)
            self._add_dispute(column, check.id, check_name(check), check.turn or 0, met=met)
        return panel

    def dispute(self, item: str) -> Dispute | None:
        """The dispute about a check or violation, where there is one."""
        return self._disputes.get(item)

    def set_disputes(self, disputes: Iterable[Dispute]) -> None:
        """Show how the disputes stand now."""
        self._disputes = {one.item: one for one in disputes}
        self._clear()
        self._on_tab(self.tab())

    def _add_dispute(self, column: QVBoxLayout, item: str, name: str, turn: int, *, met: bool) -> None:
        dispute = self._disputes.get(item)
        if not self._own and dispute is None:
            return
        line = DisputeLine(name, dispute, own=self._own)
        line.asked.connect(lambda: self.dispute_asked.emit(item, turn, met))
        column.addWidget(line)

    def _violations_panel(self) -> QWidget:
        panel, column = _panel()
        review = self._review
        if review.steps:
            column.addWidget(self._plain_head(self.tr("违规和先后")))
        told: set[bool] = set()  # once is enough, however many there are
        for one in review.violations:
            row = ViolationRow(one.id, said(one.name), cost=cost(one.cost), text=violation_words(one))
            self._take(one.id, row)
            column.addSpacing(6)
            column.addWidget(row)
            self._add_dispute(column, one.id, said(one.name), one.turns[0] if one.turns else 0, met=True)
            if one.critical and one.sure not in told:
                told.add(one.sure)
                words = (
                    self.tr("严重违规：总分最多 {0} 分，这次不算通过。").format(40)
                    if one.sure
                    else self.tr("严重违规，判断得没有把握：扣分，不封顶，这次不算通过。")
                )
                column.addWidget(_note("info", words))
        for number, one in enumerate(review.order):
            pattern = (
                self.tr("第 {0} 轮又先说了{1}，{2}还没说到位。")
                if number
                else self.tr("第 {0} 轮先说了{1}，{2}还没说到位。先让她觉得有人听见，再往下说。")
            )
            row = ViolationRow(
                f"{ORDER}{number}",
                self.tr("先后"),
                cost=cost(one.cost),
                text=pattern.format(one.turn, said(one.step), said(one.before)),
            )
            self._take(f"{ORDER}{number}", row)
            column.addSpacing(6)
            column.addWidget(row)
        if not review.violations and not review.order:
            column.addWidget(_note("check", self.tr("没有违规，先后也对。"), "success"))
        return panel

    def _suggestion(self, check: CheckReview) -> str:
        return could_add(check, self._suggestions) if self._suggestions else ""

    def _take(self, mark_id: str, row: CheckRow | ViolationRow) -> None:
        row.hovered.connect(self.hovered)
        row.chosen.connect(self.chosen)
        self._rows[mark_id] = row

    def _head(self, step: StepReview) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 12, 16, 4)
        row.setSpacing(10)
        row.addWidget(StepSeal(step.position, said(step.name), level=step.level, size=24))
        row.addWidget(Label(said(step.name), "body", bold=True))
        row.addWidget(Label(level_word(step.level or 0), "compact", ink="muted"))
        row.addStretch(1)
        self._heads.append(head)
        head.setVisible(self._wide)
        return head

    def _plain_head(self, words: str) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 12, 16, 4)
        row.addWidget(Label(words, "body", bold=True))
        self._heads.append(head)
        head.setVisible(self._wide)
        return head

    def _tab_of(self, mark_id: str) -> str:
        step = self._review.step_of(mark_id)
        return step.id if step is not None and step.check(mark_id) is not None else VIOLATIONS

    def _on_tab(self, name: str) -> None:
        for one in self.tabs.names() if self._wide else (name,):
            self._need(one)
        for key, panel in self._panels.items():
            panel.setVisible(self._wide or key == name)

    def _show_wanted(self) -> None:
        self._rest.stop()
        if self._wanted in self._rows and not self._wide:
            self.show_tab(self._tab_of(self._wanted))


def _panel() -> tuple[QWidget, QVBoxLayout]:
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.setContentsMargins(8, 2, 8, 2)
    column.setSpacing(0)
    return panel, column


def _note(icon: str, words: str, role: str = "muted") -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(8, 10, 8, 10)
    row.setSpacing(10)
    row.addWidget(IconLabel(icon, role, size=20))
    row.addWidget(Label(words, "compact", wrap=True), 1)
    return line


def _met_words(check: CheckReview) -> str:
    # The row puts 「」 round the whole, so that several quotations are joined by the inner pair.
    return "」「".join(check.quotes)


def _name_width(checks: tuple[CheckReview, ...]) -> int:
    metrics = QFontMetricsF(type_.font("compact", bold=True))
    widest = max((metrics.horizontalAdvance(check_name(check)) for check in checks), default=0)
    least, most = NAME_WIDTH
    return round(max(least, min(most * type_.scale(), widest + 4)))


def _violations_tab(review: DrillReview) -> tuple[str, str]:
    count = len(review.violations) + len(review.order)
    words = translate("ChecksCard", "违规 {0}").format(count) if count else translate("ChecksCard", "违规")
    return VIOLATIONS, words


def _first_tab(review: DrillReview) -> str:
    following = review.following
    kind = str(following.kind)
    if kind == "step":
        return following.id
    return VIOLATIONS if kind in ("violation", "order") else review.steps[0].id
