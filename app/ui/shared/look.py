"""How the windows look now: theme, text size and motion in one object that tells when they change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.ui.shared import type as type_
from app.ui.shared.theme import DARK, LIGHT, Theme, palette

_TYPE, _BOLD, _WIDE = "typeName", "typeBold", "typeWide"
_HEIGHT, _ICON, _ICON_ROLE = "controlHeight", "iconName", "iconRole"
_held: list[Look] = []


class Look(QObject):
    """The application's theme, text size and motion.

    Signals: `changed()` after the theme or the text size changed and everything on screen was refreshed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.choice = "light"
        self.reduce_motion = False
        self._styled = False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def apply(
        self, *, choice: str | None = None, percent: int | None = None, reduce_motion: bool | None = None
    ) -> None:
        """Take a theme ("system", "light", "dark"), a text size (90 to 150) and whether motion is off."""
        if choice is not None:
            self.choice = choice
        if percent is not None:
            type_.set_scale(percent / 100)
        if reduce_motion is not None:
            self.reduce_motion = reduce_motion
        self.theme = self._wanted()
        self._refresh()

    def scale(self) -> float:
        """The text size as a factor."""
        return type_.scale()

    @Slot()
    def _on_system_changed(self) -> None:
        if self.choice == "system" and self._wanted() is not self.theme:
            self.apply()

    def _wanted(self) -> Theme:
        if self.choice == "system":
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self.choice == "dark"
        return DARK if dark else LIGHT

    def _refresh(self) -> None:
        from app.ui.shared.icons import image_file
        from app.ui.shared.stylesheet import style_sheet

        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        if not self._styled:
            # Once only: each new style would polish every widget again.
            app.setStyle("Fusion")
            self._styled = True
        app.setPalette(palette(self.theme))
        app.setFont(type_.font("body"))
        arrow, tick = image_file("down", "muted"), image_file("tick", "on_accent")
        app.setStyleSheet(style_sheet(self.theme, arrow=arrow, tick=tick))
        for widget in app.allWidgets():
            _refresh_widget(widget)
        self.changed.emit()


def look() -> Look:
    """The look of this application; made on first use, with the light theme at 100 %."""
    if not _held:
        _held.append(Look())
    return _held[0]


def theme() -> Theme:
    """The theme of now."""
    return look().theme


def set_type(widget: QWidget, name: str, *, bold: bool | None = None, wide: bool = False) -> None:
    """Give `widget` the font of `name`, now and after each change of the text size; `wide` as for `type.font`."""
    widget.setProperty(_TYPE, name)
    widget.setProperty(_BOLD, bold)
    widget.setProperty(_WIDE, wide)
    widget.setFont(type_.font(name, bold=bold, wide=wide))


def set_height(widget: QWidget, kind: str = "normal") -> None:
    """Give `widget` the height of a control ("normal", "bar", "big", "rail"), following the text size."""
    widget.setProperty(_HEIGHT, kind)
    widget.setFixedHeight(type_.control_height(kind))


def set_icon(button: QPushButton, name: str, role: str) -> None:
    """Give `button` an icon in the colour of `role`, following the theme; an empty name takes it away."""
    from app.ui.shared.icons import icon

    button.setProperty(_ICON, name)
    button.setProperty(_ICON_ROLE, role)
    button.setIcon(icon(name, role) if name else QIcon())


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at `widget` after one of its properties changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _refresh_widget(widget: QWidget) -> None:
    name = widget.property(_TYPE)
    if name:
        widget.setFont(type_.font(name, bold=widget.property(_BOLD), wide=bool(widget.property(_WIDE))))
    height = widget.property(_HEIGHT)
    if height:
        widget.setFixedHeight(type_.control_height(height))
    drawn = widget.property(_ICON)
    if drawn and isinstance(widget, QPushButton):
        set_icon(widget, drawn, widget.property(_ICON_ROLE))
