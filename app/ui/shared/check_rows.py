"""One check or violation of a reply as a row: sign, short name, and the words that show it or are missing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.cards import IconLabel
from app.ui.shared.i18n import quoted
from app.ui.shared.labels import Label
from app.ui.shared.look import look, theme


class _Row(QFrame):
    """Hover, focus and choosing, which both kinds of row share.

    Signals: `hovered(id)` when mouse or focus come, "" when they go; `chosen(id)` on a click or Enter.
    """

    hovered = Signal(str)
    chosen = Signal(str)

    def __init__(self, mark_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark_id = mark_id
        self._lit = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_lit(self, lit: bool) -> None:
        """Frame the row: its span is hovered in the text."""
        self._lit = lit
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.hovered.emit(self.mark_id)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(self.mark_id if self.hasFocus() else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.hovered.emit(self.mark_id)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        self.hovered.emit("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.mark_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.mark_id)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() or self._lit:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class CheckRow(_Row):
    """A check: ✓ or a dotted ring, its short name, the quotation, why it counts or what is missing, what could be added.

    `text` is the quotation without brackets where `met`, else the sentence on what is missing (may be empty);
    `why` the sentence below it; `suggestion` is 「可以加」's example. Signals: `hovered(id)`, `chosen(id)`.
    """

    def __init__(
        self, mark_id: str, name: str, *, met: bool, text: str = "", why: str = "", suggestion: str = "",
        name_width: int = 0, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(mark_id, parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(10)
        sign = IconLabel("check", "success", size=20) if met else IconLabel("ring", "muted", size=20)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        title = Label(name, "compact", bold=True)
        if name_width:
            title.setMinimumWidth(name_width)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        layout.addLayout(words, 1)
        said = quoted(text) if met and text else text
        if said:
            words.addWidget(Label(said, "compact", wrap=True))
        if why:
            words.addWidget(Label(why, "compact", ink="muted" if met and said else "text", wrap=True))
        could = QCoreApplication.translate("CheckRow", "可以加：「{0}」").format(suggestion) if suggestion else ""
        if could:
            words.addWidget(Label(could, "compact", ink="muted", wrap=True))
        state = (
            QCoreApplication.translate("CheckRow", "做到了")
            if met
            else QCoreApplication.translate("CheckRow", "还没说")
        )
        self.setAccessibleName(f"{name} {state}")
        self.setAccessibleDescription(" ".join(one for one in (said, why, could) if one))


class ViolationRow(_Row):
    """A violation: tint, △!, its name, what it costs, and a sentence that could be said instead."""

    def __init__(self, mark_id: str, name: str, *, cost: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(mark_id, parent)
        self.setProperty("ground", "danger_tint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("warning", "danger", size=20))
        head.addWidget(Label(name, "compact", bold=True))
        head.addStretch(1)
        head.addWidget(Label(cost, "compact", ink="danger", bold=True))
        layout.addLayout(head)
        layout.addWidget(Label(text, "compact", wrap=True))
        self.setAccessibleName(f"{name} {cost}")
        self.setAccessibleDescription(text)


class Trend(QWidget):
    """A quiet line of figures from old to new, 0 to 100. The figures stand beside it in words."""

    def __init__(self, values: tuple[float, ...] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = values
        self.setMinimumHeight(48)
        look().changed.connect(self.update)

    def set_values(self, values: tuple[float, ...]) -> None:
        """Show other figures."""
        self._values = values
        self.setAccessibleDescription(" ".join(f"{value:.0f}" for value in values))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, round(48 * type_.scale()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._values:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = theme()
        room = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        across = room.width() / max(1, len(self._values) - 1)
        points = [
            QPointF(room.left() + index * across, room.bottom() - room.height() * value / 100)
            for index, value in enumerate(self._values)
        ]
        painter.setPen(QPen(now.color("accent"), 2))
        painter.drawPolyline(points)
        painter.setBrush(now.color("accent"))
        for point in points:
            painter.drawEllipse(point, 2.5, 2.5)
