"""A reply with its evidence as a widget: hover, focus, selection and plain copying."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.ui.shared import type as type_
from app.ui.shared.evidence import EvidenceLayout, Mark
from app.ui.shared.i18n import quoted
from app.ui.shared.look import look, theme

PAD = 4.0


class EvidenceText(QWidget):
    """A reply whose evidence is marked. Tab gives it the focus, arrows go from span to span, Ctrl+C copies plain text.

    Signals: `span_hovered(id)` when the mouse or the arrows come to a span, "" when they leave; `span_chosen(id)` on a
    click or Enter.
    """

    span_hovered = Signal(str)
    span_chosen = Signal(str)

    def __init__(
        self, text: str = "", marks: Sequence[Mark] = (), *, name: str = "dialogue", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._text, self._marks = text, tuple(marks)
        self._framed = ""
        self._hovered = ""
        self._selection: tuple[int, int] | None = None
        self._laid: EvidenceLayout | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if marks else Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._name_it()
        look().changed.connect(self._on_look_changed)

    def set_content(self, text: str, marks: Sequence[Mark]) -> None:
        """Show another reply with its evidence."""
        self._text, self._marks = text, tuple(marks)
        self._selection = None
        self._laid = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if marks else Qt.FocusPolicy.ClickFocus)
        self._name_it()
        self.updateGeometry()
        self.update()

    def frame(self, mark_id: str) -> None:
        """Frame the spans of `mark_id`; "" frames none."""
        if mark_id != self._framed:
            self._framed = mark_id
            self.update()

    @property
    def framed(self) -> str:
        """The id whose spans are framed."""
        return self._framed

    def plain(self) -> str:
        """The reply as it was said."""
        return self._text

    def selected(self) -> tuple[int, int] | None:
        """The selected part, as code-point offsets in order; None where nothing is selected."""
        if self._selection is None or self._selection[0] == self._selection[1]:
            return None
        first, last = sorted(self._selection)
        return first, last

    def span_top(self, mark_id: str) -> int:
        """How far down the first span of `mark_id` begins, for scrolling to it."""
        laid = self._layout()
        for mark in laid.marks:
            if mark.id == mark_id:
                return round(laid.rects(mark)[0].top() + PAD)
        return 0

    def copy(self) -> None:
        """Copy what is selected, or the whole reply, as plain text."""
        chosen = self.selected()
        QGuiApplication.clipboard().setText(self._text[chosen[0] : chosen[1]] if chosen else self._text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._made(width).height + 2 * PAD)

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 80 else 480
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, round(type_.line_px(self._name) + 2 * PAD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = theme()
        framed = self._framed or (self._hovered if self.hasFocus() else "")
        self._layout().paint(painter, QPointF(PAD, PAD), now, framed=framed, selection=self._selection)
        if self.hasFocus() and not framed and self.focusPolicy() == Qt.FocusPolicy.TabFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(now.color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            at = self._layout().offset_at(self._inside(event))
            self._selection = (at, at)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self._inside(event)
        if event.buttons() & Qt.MouseButton.LeftButton and self._selection is not None:
            self._selection = (self._selection[0], self._layout().offset_at(point))
            self.update()
            return
        mark = self._layout().mark_at(point)
        self.setToolTip(mark.words if mark else "")
        self._hover(mark.id if mark else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self._layout().mark_at(self._inside(event))
        if mark is not None and self.selected() is None:
            self.span_chosen.emit(mark.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._selection = (0, len(self._text))
        self.update()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._selection = (0, len(self._text))
            self.update()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._marks:
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hovered:
            self.span_chosen.emit(self._hovered)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hover("")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(QCoreApplication.translate("EvidenceText", "复制"), self.copy)
        menu.popup(event.globalPos())

    def _step(self, by: int) -> None:
        ids = list(dict.fromkeys(mark.id for mark in sorted(self._marks, key=lambda one: one.start)))
        at = ids.index(self._hovered) + by if self._hovered in ids else (0 if by > 0 else len(ids) - 1)
        self._hover(ids[max(0, min(len(ids) - 1, at))])

    def _hover(self, mark_id: str) -> None:
        if mark_id != self._hovered:
            self._hovered = mark_id
            self.update()
            self.span_hovered.emit(mark_id)

    def _inside(self, event: QMouseEvent) -> QPointF:
        return event.position() - QPointF(PAD, PAD)

    def _layout(self) -> EvidenceLayout:
        if self._laid is None:
            self._laid = self._made(self.width())
        return self._laid

    def _made(self, width: int) -> EvidenceLayout:
        return EvidenceLayout(
            self._text, self._marks, font=type_.font(self._name, wide=True), line_height=type_.line_px(self._name),
            width=width - 2 * PAD, scale=type_.scale(),
        )  # fmt: skip

    def _name_it(self) -> None:
        self.setAccessibleName(self._text)
        marks = sorted(self._marks, key=lambda mark: mark.start)
        spans = [mark.words + quoted(self._text[mark.start : mark.end]) for mark in marks]
        self.setAccessibleDescription(QCoreApplication.translate("EvidenceText", "；").join(spans))

    def _on_look_changed(self) -> None:
        self._laid = None
        self.updateGeometry()
