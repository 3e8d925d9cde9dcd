"""Buttons: filled, outlined, plain and dangerous, with the height, icon and focus that go with each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.shared import type as type_
from app.ui.shared.focus_ring import FocusRing
from app.ui.shared.look import restyle, set_height, set_icon, set_type

KINDS = ("primary", "outlined", "plain", "danger", "segment", "tab", "rail")
CHOOSABLE = ("segment", "tab", "rail")
"""Kinds of which one is chosen: its words are bold, and there is room for that from the start."""

_INK = {"primary": "on_accent", "plain": "accent", "danger": "danger", "rail": "muted", "tab": "muted"}


class Button(QPushButton):
    """A button of one of KINDS; text never wraps and sets the least width. Enter presses it as Space does.

    `trailing` puts the icon behind the words.
    """

    # Of the class: a button whose window is being collected loses the focus after it lost its attributes.
    _ring: FocusRing | None = None

    def __init__(
        self,
        text: str,
        kind: str = "outlined",
        *,
        icon: str = "",
        size: str = "normal",
        icon_role: str = "",
        trailing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._spaced = False
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_type(self, "heading" if size == "big" else "body" if size != "bar" else "compact", bold=kind == "primary")
        set_height(self, size)
        side = 20 if kind in ("rail",) else 18
        self.setIconSize(QSize(side, side))
        if icon:
            self._spaced = True
            set_icon(self, icon, icon_role or _INK.get(kind, "text"))
            if trailing:
                self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.set_text(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if kind in CHOOSABLE:
            self.toggled.connect(self._on_toggled)

    @property
    def kind(self) -> str:
        """Which of KINDS it is."""
        return str(self.property("kind"))

    def set_text(self, text: str) -> None:
        """Show other words."""
        # With an icon a space sets the words off from it: Qt's own gap of 4 is too little.
        self.setText(f" {text}" if self._spaced and text else text)
        self.setAccessibleName(text)

    def set_kind(self, kind: str) -> None:
        """Become another kind: the one filled button of a screen moves on."""
        self.setProperty("kind", kind)
        set_type(self, str(self.property("typeName")), bold=kind == "primary")
        if self.property("iconName"):
            set_icon(self, str(self.property("iconName")), _INK.get(kind, "text"))
        self._hide_ring()
        restyle(self)
        if self.hasFocus():
            self._show_ring()

    def sizeHint(self) -> QSize:
        return self._with_room_for_bold(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_ring()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self._hide_ring()

    def _with_room_for_bold(self, size: QSize) -> QSize:
        if self.kind not in CHOOSABLE or self.font().bold():
            return size
        bold = QFontMetrics(type_.font(str(self.property("typeName")), bold=True))
        more = bold.horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(size.width() + max(0, more), size.height())

    def _on_toggled(self, checked: bool) -> None:
        # By font and not in the style sheet: a size hint must know of it.
        set_type(self, str(self.property("typeName")), bold=checked)
        if self.property("iconName") and self.kind == "rail":
            set_icon(self, str(self.property("iconName")), "accent" if checked else "muted")

    def _show_ring(self) -> None:
        if self.kind == "primary":
            if self._ring is None:
                self._ring = FocusRing(self)
            self._ring.set_shown(True)

    def _hide_ring(self) -> None:
        if self._ring is not None:
            self._ring.set_shown(False)
