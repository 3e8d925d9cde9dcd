"""The list of what lint found: model, painting, view, and the dialog that shows one file's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.services import Services
from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.i18n import said
from app.ui.shared.icons import pixmap
from app.ui.shared.labels import Label
from app.ui.shared.look import look, theme
from app.ui.shared.outside import open_outside
from app.ui.shared.painting import saved
from app.ui.trainer.lint import Finding, findings

FINDING = Qt.ItemDataRole.UserRole
ICON = 18
PAD = 10
_Index = QModelIndex | QPersistentModelIndex
_SIGNS = {"error": ("warning", "danger"), "warning": ("warning", "caution"), "note": ("edit", "muted")}


def severity_word(severity: str) -> str:
    """要改, 提醒, 备忘."""
    words = {
        "error": QCoreApplication.translate("Trainer", "要改"),
        "warning": QCoreApplication.translate("Trainer", "提醒"),
        "note": QCoreApplication.translate("Trainer", "备忘"),
    }
    return words.get(severity, severity)


class Findings(QAbstractListModel):
    """What lint found. FINDING gives the Finding; DisplayRole says it in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Finding, ...] = ()

    def show(self, found: Sequence[Finding]) -> None:
        """Show others."""
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._found[index.row()]
        if role == FINDING:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join([one.where, one.code, severity_word(one.severity), *_texts(one)])
        return None


class FindingsList(QListView):
    """A row for each finding: where, what, and a hint. Choosing one opens its file.

    Signals: `chosen(path)` on a click or Enter.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = Findings(self)
        self.setModel(self.found)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(self.tr("检查结果"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_chosen)
        look().changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(FINDING).path)


class _Painter(QStyledItemDelegate):
    def __init__(self, view: FindingsList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        lines = sum(len(_wrapped(words, type_.font("compact"), _room(width))) for words in _texts(index.data(FINDING)))
        height = type_.line_px("small") + lines * type_.line_px("compact") + 2 * PAD
        return QSize(width, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        one: Finding = index.data(FINDING)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # PySide's stub lacks the fields of a style option
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        now = theme()
        with saved(painter):
            if state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, now.color("accent_tint"))
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.color("border"))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(now.color("accent"), 2))
                painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)
            name, role = _SIGNS.get(one.severity, _SIGNS["note"])
            painter.drawPixmap(rect.left() + 4, rect.top() + PAD + 1, pixmap(name, role, ICON))
            left, top = rect.left() + ICON + 14, float(rect.top() + PAD)
            line = type_.line_px("small")
            painter.setFont(type_.font("small"))
            painter.setPen(now.color("muted"))
            shown = head_words(one, painter.fontMetrics(), round(_room(rect.width())))
            painter.drawText(QRectF(left, top, _room(rect.width()), line), Qt.AlignmentFlag.AlignVCenter, shown)
            top += line
            painter.setFont(type_.font("compact"))
            for words, ink in zip(_texts(one), ("text", "muted"), strict=False):
                painter.setPen(now.color(ink))
                for part in _wrapped(words, type_.font("compact"), _room(rect.width())):
                    room = QRectF(left, top, _room(rect.width()), type_.line_px("compact"))
                    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, part)
                    top += type_.line_px("compact")


def head_words(one: Finding, metrics: QFontMetrics, room: int) -> str:
    """Where, code and severity in `room` pixels: the file's name gives way, never its line and column."""
    name = Path(one.path).name
    rest = f"{one.where.removeprefix(name)} · {one.code} · {severity_word(one.severity)}"
    left = max(0, room - metrics.horizontalAdvance(rest))
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, left) + rest


def _texts(one: Finding) -> list[str]:
    hint = [] if one.hint is None else [QCoreApplication.translate("Trainer", "提示：{0}").format(said(one.hint))]
    return [said(one.sentence), *hint]


def _room(width: float) -> float:
    return max(80.0, width - ICON - 22)


def _wrapped(words: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(words, font)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(words[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines


class FindingsDialog(QDialog):
    """What is wrong with one file, for whoever came across it."""

    def __init__(self, services: Services, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("要改的地方"))
        self.resize(640, 420)
        self.list = FindingsList()
        self.list.chosen.connect(lambda chosen: open_outside(chosen, services.messages))
        close = Button(self.tr("回到演练库"), "primary")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Label(Path(path).name, "heading"))
        words = self.tr("这个文件改好以前不能演练，别的场景不受影响。按一条就打开文件。")
        column.addWidget(Label(words, "compact", ink="muted", wrap=True))
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        services.jobs.run(lambda: findings([path]), done=self.list.found.show, owner=self)
