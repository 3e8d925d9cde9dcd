"""Labels with a named size, a colour role and a proper line height."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui.shared import type as type_
from app.ui.shared.look import look, restyle, set_type


class Label(QLabel):
    """Plain text of size `name` ("body", "small" …) and colour `ink` ("text", "muted", "danger" …).

    With `wrap` it breaks into lines of the right height, and its height follows its width. Text is never read as HTML.
    """

    def __init__(
        self,
        text: str = "",
        name: str = "body",
        *,
        ink: str = "text",
        bold: bool | None = None,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plain = ""
        self._name = name
        self._bold = bold
        self._wide = False
        self._wrap = wrap
        self.setProperty("ink", ink)
        set_type(self, name, bold=bold)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
            look().changed.connect(self._on_look_changed)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._plain = text
        if type_.is_chinese(text) != self._wide:
            self._wide = not self._wide
            set_type(self, self._name, bold=self._bold, wide=self._wide)
        self.setText(type_.paragraph(text, self._name) if self._wrap else text)
        if self._wrap:
            self.setAccessibleName(text)

    def plain(self) -> str:
        """The words as they were given."""
        return self._plain

    def set_ink(self, ink: str) -> None:
        """Take the colour of another role."""
        if ink != self.property("ink"):
            self.setProperty("ink", ink)
            restyle(self)

    def _on_look_changed(self) -> None:
        self.set_text(self._plain)


class Line(QFrame):
    """A dividing line of one pixel."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", "true")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
