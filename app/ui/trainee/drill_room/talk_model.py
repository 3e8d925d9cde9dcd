"""The talk as a list: who said what, with evidence and feedback where these are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.trainee.drill_room.snapshot import CUSTOMER, MINE, TIME, Line

Index = QModelIndex | QPersistentModelIndex

LINE = Qt.ItemDataRole.UserRole


class TalkModel(QAbstractListModel):
    """Rows of the talk, oldest first. `LINE` gives a row's Line; marks and remarks only while feedback is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._feedback = True
        self._name = ""

    def reset(self, lines: Sequence[Line], *, customer: str, feedback: bool) -> None:
        """Show another talk."""
        self.beginResetModel()
        self._lines, self._name, self._feedback = list(lines), customer, feedback
        self.endResetModel()

    def append(self, lines: Sequence[Line]) -> None:
        """Put rows at the end."""
        if not lines:
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
        self._lines += lines
        self.endInsertRows()

    def replace_last(self, kind: str, line: Line) -> None:
        """Put `line` in the place of the newest row of `kind`: a reply that came back with its evidence."""
        for row in range(len(self._lines) - 1, -1, -1):
            if self._lines[row].kind == kind:
                self._lines[row] = line
                index = self.index(row)
                self.dataChanged.emit(index, index)
                return

    def drop_last(self, kind: str) -> None:
        """Take the newest row of `kind` away, if it is at the end."""
        if self._lines and self._lines[-1].kind == kind:
            last = len(self._lines) - 1
            self.beginRemoveRows(QModelIndex(), last, last)
            self._lines.pop()
            self.endRemoveRows()

    def set_feedback(self, shown: bool) -> None:
        """Show evidence and remarks, or keep them for the end."""
        if shown != self._feedback:
            self._feedback = shown
            if self._lines:
                self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows as they were given."""
        return tuple(self._lines)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line if self._feedback or line.kind != MINE else replace(line, marks=(), remarks=())
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and line.kind == MINE and self._feedback:
            marks = sorted(line.marks, key=lambda mark: mark.start)
            spans = [f"{mark.words}「{line.text[mark.start : mark.end]}」" for mark in marks]
            return self.tr("；").join([*spans, *(remark.text for remark in line.remarks)])
        return None

    def _spoken(self, line: Line) -> str:
        if line.kind == CUSTOMER:
            return self.tr("{0}说：{1}").format(self._name, line.text)
        if line.kind == MINE:
            return self.tr("您说：{0}").format(line.text)
        return self.tr("开始：{0}").format(line.text) if line.kind == TIME and not line.n else line.text
