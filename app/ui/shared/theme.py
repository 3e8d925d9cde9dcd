"""Colours by role, light and dark. No other module writes a colour down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from collections.abc import Mapping


class Theme(NamedTuple):
    """One colour a role. Widgets ask `theme.color("muted")`; delegates and painters do the same.

    A tuple, as other small values of the start path are: a dataclass of 34 fields costs every start 8 ms.
    """

    name: str
    bg: str
    surface: str
    raised: str
    sunken: str
    text: str
    muted: str
    border: str
    edge: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_tint: str
    mine: str
    mine_edge: str
    success: str
    success_tint: str
    caution: str
    caution_tint: str
    danger: str
    danger_tint: str
    step1: str
    step1_tint: str
    step2: str
    step2_tint: str
    step3: str
    step3_tint: str
    step4: str
    step4_tint: str
    on_step: str
    heat0: str
    heat1: str
    heat2: str
    heat3: str

    @property
    def dark(self) -> bool:
        """Whether this is the dark theme."""
        return self.name == "dark"

    def hex(self, role: str) -> str:
        """The colour of `role` as #RRGGBB."""
        return getattr(self, role)

    def color(self, role: str) -> QColor:
        """The colour of `role`."""
        return QColor(getattr(self, role))

    def roles(self) -> Mapping[str, str]:
        """Every role and its colour."""
        return {role: value for role, value in self._asdict().items() if role != "name"}


LIGHT = Theme(
    name="light",
    bg="#F5F2EB", surface="#FFFDF9", raised="#FFFFFF", sunken="#ECE7DC",
    text="#26231E", muted="#645D52", border="#DAD3C5", edge="#8B8272",
    accent="#14635A", accent_hover="#0E4F48", on_accent="#FFFFFF", accent_tint="#E0EDE9",
    mine="#EFF5F2", mine_edge="#BFD8D0",
    success="#2B682D", success_tint="#E4F0DF",
    caution="#864800", caution_tint="#FAEBD2",
    danger="#A82C14", danger_tint="#FBE5DD",
    step1="#8F1D4C", step1_tint="#F8E5EC",
    step2="#86590F", step2_tint="#F6EBD3",
    step3="#2B62B3", step3_tint="#E2ECF9",
    step4="#54277B", step4_tint="#ECE4F5",
    on_step="#FFFFFF",
    heat0="#F1E9D8", heat1="#CFE3DC", heat2="#8CC0B4", heat3="#2F8275",
)  # fmt: skip

DARK = Theme(
    name="dark",
    bg="#1B1A17", surface="#24221E", raised="#2F2C27", sunken="#151412",
    text="#EFEAE0", muted="#B7AE9F", border="#433F38", edge="#8A8173",
    accent="#7CC9B8", accent_hover="#98D8CA", on_accent="#0A2420", accent_tint="#1E3832",
    mine="#202927", mine_edge="#35544D",
    success="#8FCB8C", success_tint="#243423",
    caution="#EDB468", caution_tint="#3A2F1D",
    danger="#F49880", danger_tint="#442820",
    step1="#F38AA6", step1_tint="#45272F",
    step2="#F7D289", step2_tint="#3C3320",
    step3="#A9D5F0", step3_tint="#21333F",
    step4="#B79AFB", step4_tint="#332B4A",
    on_step="#1B1A17",
    heat0="#3A342A", heat1="#28443E", heat2="#2F6B61", heat3="#7CC9B8",
)  # fmt: skip


def step_role(position: int) -> str:
    """The role of the step at `position`, counted from 1. Beyond four, rubrics of 5 or 6 steps go without a hue."""
    return f"step{position}" if 1 <= position <= 4 else ("muted", "text")[(position - 5) % 2]


def step_tint_role(position: int) -> str:
    """The tint that goes with `step_role`."""
    return f"step{position}_tint" if 1 <= position <= 4 else "sunken"


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's own palette, for whatever no style sheet reaches."""
    roles = {
        QPalette.ColorRole.Window: "bg",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "raised",
        QPalette.ColorRole.AlternateBase: "surface",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Button: "raised",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "on_accent",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Light: "raised",
        QPalette.ColorRole.Midlight: "surface",
        QPalette.ColorRole.Mid: "border",
        QPalette.ColorRole.Dark: "edge",
        QPalette.ColorRole.Shadow: "edge",
    }
    made = QPalette()
    for role, name in roles.items():
        made.setColor(role, theme.color(name))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(disabled, role, theme.color("muted"))
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Button):
        made.setColor(disabled, role, theme.color("sunken"))
    return made


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two #RRGGBB colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(value: str) -> float:
    parts = (int(value[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
