"""The one style sheet, filled in from a theme. Sizes of type are never set here: fonts do that."""

from __future__ import annotations

from string import Template

from app.ui.shared.theme import Theme

_TEMPLATE = Template("""
QMainWindow, QDialog { background: $bg; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px 8px; }

QLabel[ink="muted"] { color: $muted; }
QLabel[ink="accent"] { color: $accent; }
QLabel[ink="success"] { color: $success; }
QLabel[ink="caution"] { color: $caution; }
QLabel[ink="danger"] { color: $danger; }
QLabel[ink="step1"] { color: $step1; }
QLabel[ink="step2"] { color: $step2; }
QLabel[ink="step3"] { color: $step3; }
QLabel[ink="step4"] { color: $step4; }
QLabel[ink="on_accent"] { color: $on_accent; }

QPushButton[kind] { border-radius: 8px; padding: 0px 15px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: bold; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="outlined"] { background: $raised; color: $text; border: 1px solid $edge; }
QPushButton[kind="outlined"]:hover { background: $accent_tint; }
QPushButton[kind="outlined"]:pressed, QPushButton[kind="outlined"]:checked { background: $accent_tint; border-color: $accent; }
QPushButton[kind="danger"] { background: $raised; color: $danger; border: 1px solid $danger; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed { background: $danger_tint; }
QPushButton[kind="plain"] { background: transparent; color: $accent; border: 1px solid transparent; padding: 0px 9px; }
QPushButton[kind="plain"]:hover, QPushButton[kind="plain"]:pressed { background: $accent_tint; }
QPushButton[kind="outlined"]:focus, QPushButton[kind="danger"]:focus { border: 2px solid $accent; padding: 0px 14px; }
QPushButton[kind="plain"]:focus { border: 2px solid $accent; padding: 0px 8px; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="outlined"]:disabled, QPushButton[kind="danger"]:disabled
    { background: $sunken; color: $muted; border: 1px solid $border; font-weight: normal; }
QPushButton[kind="plain"]:disabled { color: $muted; }

QPushButton[kind="segment"] { background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px; padding: 0px 13px; }
QPushButton[kind="segment"]:hover { background: $accent_tint; }
QPushButton[kind="segment"]:checked { background: $accent_tint; color: $accent; border: 1px solid $accent; font-weight: bold; }
QPushButton[kind="segment"]:focus { border: 2px solid $accent; padding: 0px 12px; }

QPushButton[kind="tab"] { background: transparent; color: $muted; border: none; border-bottom: 3px solid transparent; border-radius: 0px; padding: 3px 9px 0px 9px; }
QPushButton[kind="tab"]:hover { background: $accent_tint; }
QPushButton[kind="tab"]:checked { color: $text; border-bottom: 3px solid $accent; font-weight: bold; }
QPushButton[kind="tab"]:focus { background: $accent_tint; }

QPushButton[kind="rail"] { background: transparent; color: $muted; border: 1px solid transparent; border-radius: 8px; padding: 0px 11px; text-align: left; }
QPushButton[kind="rail"]:hover { background: $surface; }
QPushButton[kind="rail"]:checked { background: $surface; color: $accent; border: 1px solid $border; font-weight: bold; }
QPushButton[kind="rail"]:focus { border: 2px solid $accent; padding: 0px 10px; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox
    { background: $raised; color: $text; border: 1px solid $edge; border-radius: 8px; padding: 5px 11px;
      selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus
    { border: 2px solid $accent; padding: 4px 10px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled
    { background: $sunken; color: $muted; border-color: $border; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QTextEdit[bare="true"]
    { background: transparent; border: none; padding: 0px; }
QComboBox { padding-right: 28px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url($arrow); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $edge; outline: none; padding: 4px;
    selection-background-color: $accent_tint; selection-color: $text; }
QSpinBox::up-button, QSpinBox::down-button { width: 0px; border: none; }

QCheckBox, QRadioButton { spacing: 8px; color: $text; padding: 3px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: 18px; height: 18px; background: $raised; border: 1px solid $edge; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 10px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }
QRadioButton::indicator:checked { background: $raised; border: 6px solid $accent; width: 8px; height: 8px; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }

QFrame[card="true"] { background: $surface; border: 1px solid $border; border-radius: 10px; }
QFrame[card="true"][tone="success"] { background: $success_tint; border-color: $success_tint; }
QFrame[card="true"][tone="caution"] { background: $caution_tint; border-color: $caution_tint; }
QFrame[card="true"][tone="danger"] { background: $danger_tint; border-color: $danger_tint; }
QFrame[card="true"][tone="accent"] { background: $accent_tint; border-color: $accent_tint; }
QFrame[card="true"][tone="bg"] { background: $bg; border-color: $border; }
QFrame[card="true"][selected="true"], QFrame[card="true"]:focus { border: 2px solid $accent; }
QFrame[ground="bg"] { background: $bg; border: none; }
QFrame[ground="surface"] { background: $surface; border: none; }
QFrame[ground="raised"] { background: $raised; border: none; }
QFrame[ground="sunken"] { background: $sunken; border: none; }
QFrame[ground="danger_tint"] { background: $danger_tint; border: none; }
QFrame[line="true"] { background: $border; border: none; }
QFrame#rail { background: $sunken; border: none; border-right: 1px solid $border; }
QFrame#topBar { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame#toast { background: $raised; border: 1px solid $edge; border-radius: 8px; }
QFrame#popup { background: $raised; border: 1px solid $edge; border-radius: 8px; }

QAbstractItemView { background: transparent; border: none; outline: none; color: $text;
    selection-background-color: $accent_tint; selection-color: $text; }
QTableView { gridline-color: $border; }
QTableView::item, QTreeView::item { border-bottom: 1px solid $border; padding: 0px 4px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $muted; border: none; border-bottom: 1px solid $border; padding: 4px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[clear="true"] { background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }
QMenu { background: $raised; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 8px 16px; border-radius: 6px; }
QMenu::item:selected { background: $accent_tint; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QProgressBar { background: $sunken; border: 1px solid $border; border-radius: 6px; text-align: center; color: $text; }
QProgressBar::chunk { background: $accent; border-radius: 5px; }
""")


def style_sheet(theme: Theme, *, arrow: str, tick: str) -> str:
    """The style sheet of `theme`; `arrow` and `tick` are image files of a drop-down and of a ticked box."""
    return _TEMPLATE.substitute(theme.roles(), arrow=arrow, tick=tick)
