"""The one style sheet, filled in from a theme. Sizes of type are never set here: fonts do that."""

from __future__ import annotations

from app.ui.shared.theme import Theme

_TEMPLATE = """
QMainWindow, QDialog { background: %(bg)s; }
QToolTip { background: %(raised)s; color: %(text)s; border: 1px solid %(edge)s; padding: 4px 8px; }

QLabel[ink="muted"] { color: %(muted)s; }
QLabel[ink="accent"] { color: %(accent)s; }
QLabel[ink="success"] { color: %(success)s; }
QLabel[ink="caution"] { color: %(caution)s; }
QLabel[ink="danger"] { color: %(danger)s; }
QLabel[ink="step1"] { color: %(step1)s; }
QLabel[ink="step2"] { color: %(step2)s; }
QLabel[ink="step3"] { color: %(step3)s; }
QLabel[ink="step4"] { color: %(step4)s; }
QLabel[ink="on_accent"] { color: %(on_accent)s; }

QPushButton[kind] { border-radius: 8px; padding: 0px 15px; outline: none; }
QPushButton[kind="primary"] { background: %(accent)s; color: %(on_accent)s; border: 1px solid %(accent)s; font-weight: bold; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: %(accent_hover)s; border-color: %(accent_hover)s; }
QPushButton[kind="outlined"] { background: %(raised)s; color: %(text)s; border: 1px solid %(edge)s; }
QPushButton[kind="outlined"]:hover { background: %(accent_tint)s; }
QPushButton[kind="outlined"]:pressed, QPushButton[kind="outlined"]:checked { background: %(accent_tint)s; border-color: %(accent)s; }
QPushButton[kind="danger"] { background: %(raised)s; color: %(danger)s; border: 1px solid %(danger)s; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed { background: %(danger_tint)s; }
QPushButton[kind="plain"] { background: transparent; color: %(accent)s; border: 1px solid transparent; padding: 0px 9px; }
QPushButton[kind="plain"]:hover, QPushButton[kind="plain"]:pressed { background: %(accent_tint)s; }
QPushButton[kind="outlined"]:focus, QPushButton[kind="danger"]:focus { border: 2px solid %(accent)s; padding: 0px 14px; }
QPushButton[kind="plain"]:focus { border: 2px solid %(accent)s; padding: 0px 8px; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="outlined"]:disabled, QPushButton[kind="danger"]:disabled
    { background: %(sunken)s; color: %(muted)s; border: 1px solid %(border)s; font-weight: normal; }
QPushButton[kind="plain"]:disabled { color: %(muted)s; }

QPushButton[kind="segment"] { background: %(raised)s; color: %(text)s; border: 1px solid %(edge)s; border-radius: 8px; padding: 0px 13px; }
QPushButton[kind="segment"]:hover { background: %(accent_tint)s; }
QPushButton[kind="segment"]:checked { background: %(accent_tint)s; color: %(accent)s; border: 1px solid %(accent)s; }
QPushButton[kind="segment"]:focus { border: 2px solid %(accent)s; padding: 0px 12px; }

QPushButton[kind="tab"] { background: transparent; color: %(muted)s; border: none; border-bottom: 3px solid transparent; border-radius: 0px; padding: 3px 9px 0px 9px; }
QPushButton[kind="tab"]:hover { background: %(accent_tint)s; }
QPushButton[kind="tab"]:checked { color: %(text)s; border-bottom: 3px solid %(accent)s; }
QPushButton[kind="tab"]:focus { background: %(accent_tint)s; }

QPushButton[kind="rail"] { background: transparent; color: %(muted)s; border: 1px solid transparent; border-radius: 8px; padding: 0px 11px; text-align: left; }
QPushButton[kind="rail"]:hover { background: %(surface)s; }
QPushButton[kind="rail"]:checked { background: %(surface)s; color: %(accent)s; border: 1px solid %(border)s; }
QPushButton[kind="rail"]:focus { border: 2px solid %(accent)s; padding: 0px 10px; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox
    { background: %(raised)s; color: %(text)s; border: 1px solid %(edge)s; border-radius: 8px; padding: 5px 11px;
      selection-background-color: %(accent)s; selection-color: %(on_accent)s; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus
    { border: 2px solid %(accent)s; padding: 4px 10px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled
    { background: %(sunken)s; color: %(muted)s; border-color: %(border)s; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QTextEdit[bare="true"]
    { background: transparent; border: none; padding: 0px; }
QComboBox { padding-right: 28px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(%(arrow)s); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: %(raised)s; color: %(text)s; border: 1px solid %(edge)s; outline: none; padding: 4px;
    selection-background-color: %(accent_tint)s; selection-color: %(text)s; }
QSpinBox::up-button, QSpinBox::down-button { width: 0px; border: none; }

QCheckBox, QRadioButton { spacing: 8px; color: %(text)s; padding: 3px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid %(accent)s; }
QCheckBox::indicator, QRadioButton::indicator { width: 18px; height: 18px; background: %(raised)s; border: 1px solid %(edge)s; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 10px; }
QCheckBox::indicator:checked { background: %(accent)s; border-color: %(accent)s; image: url(%(tick)s); }
QRadioButton::indicator:checked { background: %(raised)s; border: 6px solid %(accent)s; width: 8px; height: 8px; }
QCheckBox:disabled, QRadioButton:disabled { color: %(muted)s; }

QFrame[card="true"] { background: %(surface)s; border: 1px solid %(border)s; border-radius: 10px; }
QFrame[card="true"][tone="success"] { background: %(success_tint)s; border-color: %(success_tint)s; }
QFrame[card="true"][tone="caution"] { background: %(caution_tint)s; border-color: %(caution_tint)s; }
QFrame[card="true"][tone="danger"] { background: %(danger_tint)s; border-color: %(danger_tint)s; }
QFrame[card="true"][tone="accent"] { background: %(accent_tint)s; border-color: %(accent_tint)s; }
QFrame[card="true"][tone="bg"] { background: %(bg)s; border-color: %(border)s; }
QFrame[card="true"][selected="true"], QFrame[card="true"]:focus { border: 2px solid %(accent)s; }
QFrame[ground="bg"] { background: %(bg)s; border: none; }
QFrame[ground="surface"] { background: %(surface)s; border: none; }
QFrame[ground="raised"] { background: %(raised)s; border: none; }
QFrame[ground="sunken"] { background: %(sunken)s; border: none; }
QFrame[ground="danger_tint"] { background: %(danger_tint)s; border: none; }
QFrame[line="true"] { background: %(border)s; border: none; }
QFrame#rail { background: %(sunken)s; border: none; border-right: 1px solid %(border)s; }
QFrame#topBar { background: %(surface)s; border: none; border-bottom: 1px solid %(border)s; }
QFrame#toast { background: %(raised)s; border: 1px solid %(edge)s; border-radius: 8px; }
QFrame#popup { background: %(raised)s; border: 1px solid %(edge)s; border-radius: 8px; }

QAbstractItemView { background: transparent; border: none; outline: none; color: %(text)s;
    selection-background-color: %(accent_tint)s; selection-color: %(text)s; }
QTableView { gridline-color: %(border)s; }
QTableView::item, QTreeView::item { border-bottom: 1px solid %(border)s; padding: 0px 4px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: %(muted)s; border: none; border-bottom: 1px solid %(border)s; padding: 4px; }
QScrollArea { background: transparent; border: none; }
QScrollArea#standards { border: 2px solid transparent; border-radius: 6px; }
QScrollArea#standards:focus { border-color: %(accent)s; }
QScrollArea > QWidget > QWidget[clear="true"] { background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: %(edge)s; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: %(muted)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: %(border)s; }
QSplitter::handle:hover { background: %(accent)s; }
QMenu { background: %(raised)s; color: %(text)s; border: 1px solid %(edge)s; padding: 4px; }
QMenu::item { padding: 8px 16px; border-radius: 6px; }
QMenu::item:selected { background: %(accent_tint)s; color: %(text)s; }
QMenu::item:disabled { color: %(muted)s; }
QMenu::separator { height: 1px; background: %(border)s; margin: 4px 8px; }
QProgressBar { background: %(sunken)s; border: 1px solid %(border)s; border-radius: 6px; text-align: center; color: %(text)s; }
QProgressBar::chunk { background: %(accent)s; border-radius: 5px; }
"""


def style_sheet(theme: Theme, *, arrow: str, tick: str) -> str:
    """The style sheet of `theme`; `arrow` and `tick` are image files of a drop-down and of a ticked box."""
    return _TEMPLATE % {**theme.roles(), "arrow": arrow, "tick": tick}
