"""The scorecards of a list as a model: what each cell says in words, and the drill itself for the painter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.ui.shared import type as type_
from app.ui.shared.i18n import said
from app.ui.shared.steps import level_word
from app.ui.trainee.scorecard.words import ending_word, mode_word, moment_words, passed_word, points
from app.ui.trainee.step_names import positions

if TYPE_CHECKING:
    from app.records.values import DrillSummary

PERSON, DRILL, WHEN, STEPS, ENDING, TOTAL, VERDICT, MARKS = range(8)
SUMMARY = Qt.ItemDataRole.UserRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class ScorecardModel(QAbstractTableModel):
    """Scorecards, newest first. The view asks for more by itself when it comes to the end.

    Signals: `more_wanted()` when the end of what is here came in sight; answer with `add`.
    """

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drills: list[DrillSummary] = []
        self._more = False
        self._asked = False

    @property
    def drills(self) -> Sequence[DrillSummary]:
        """What is here, newest first."""
        return self._drills

    @property
    def more(self) -> bool:
        """Whether there is more than what is here."""
        return self._more

    def show(self, drills: Sequence[DrillSummary], *, more: bool) -> None:
        """Show another list from its beginning."""
        self.beginResetModel()
        self._drills, self._more, self._asked = list(drills), more, False
        self.endResetModel()

    def add(self, drills: Sequence[DrillSummary], *, more: bool) -> None:
        """Add the next part of the list."""
        self._more, self._asked = more, False
        if drills:
            first = len(self._drills)
            self.beginInsertRows(QModelIndex(), first, first + len(drills) - 1)
            self._drills += drills
            self.endInsertRows()

    def not_added(self) -> None:
        """The next part couldn't be read; it is asked for again when its place comes in sight."""
        self._asked = False

    def row_of(self, drill_id: str) -> int:
        """Where a drill stands; -1 where it isn't here."""
        return next((row for row, one in enumerate(self._drills) if one.id == drill_id), -1)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._drills)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else MARKS + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        if role == Qt.ItemDataRole.FontRole:
            return type_.font("small")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section == TOTAL else LEFT
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        drill = self._drills[index.row()]
        if role == SUMMARY:
            return drill
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(drill, index.column()) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._words(drill, index.column())
            # Time and ending stand beneath the title where there is no room for columns of their own.
            return f"{words} · {second_line(drill)}" if index.column() == DRILL else words
        return None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("学员"), self.tr("演练"), self.tr("时间"), self.tr("步骤"), self.tr("结局"), self.tr("总分"),
            self.tr("结果"),
            self.tr("复核与点评"),
        )  # fmt: skip

    def _words(self, drill: DrillSummary, column: int) -> str:  # noqa: PLR0911  # one for each column
        figures = drill.figures
        if column == PERSON:
            return drill.person.name
        if column == DRILL:
            return said(drill.title)
        if column == WHEN:
            return moment_words(drill.started)
        if column == STEPS:
            return steps_in_words(drill)
        if column == ENDING:
            return ending_word(drill.ending)
        if column == TOTAL:
            return "–" if figures is None else points(figures.total)
        if column == VERDICT:
            return self.tr("没有评分") if figures is None else passed_word(figures.passed)
        return self.tr("，").join(marks(drill))


def second_line(drill: DrillSummary) -> str:
    """昨天 14:18 · 谈妥了 · 考核."""
    parts = [moment_words(drill.started), ending_word(drill.ending)]
    return " · ".join([*parts, mode_word("exam")] if str(drill.mode) == "exam" else parts)


def marks(drill: DrillSummary) -> list[str]:
    """What a supervisor should know of a scorecard: 建议复核, 点评过."""
    found = []
    if drill.figures is not None and drill.figures.review:
        found.append(review_word())
    if drill.commented:
        found.append(commented_word())
    return found


def review_word() -> str:
    """建议复核."""
    return QCoreApplication.translate("ScorecardModel", "建议复核")


def commented_word() -> str:
    """点评过."""
    return QCoreApplication.translate("ScorecardModel", "点评过")


def steps_in_words(drill: DrillSummary) -> str:
    """共情做到，归因开了头 …"""
    if drill.figures is None:
        return ""
    pattern = QCoreApplication.translate("ScorecardModel", "{0}{1}")
    parts = [
        pattern.format(said(name), level_word(level))
        for _, step, name in positions(drill.figures.levels)
        if (level := drill.figures.levels[step]) is not None
    ]
    return QCoreApplication.translate("ScorecardModel", "，").join(parts)
