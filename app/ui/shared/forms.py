"""Forms: every field with its label as buddy and accessible name, so that keyboard and screen reader come for free."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.shared.labels import Label
from app.ui.shared.look import set_height, set_type


class Form(QWidget):
    """Rows of label and field, the label above or before it."""

    def __init__(self, *, above: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(20)
        self._rows.setVerticalSpacing(14)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if above:
            self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)

    def add(self, label: str, field: QWidget, *, hint: str = "") -> QWidget:
        """A row; returns `field`. `hint` is a small sentence beneath, also the field's accessible description."""
        words = Label(label)
        words.setBuddy(field)
        field.setAccessibleName(label)
        if isinstance(field, QLineEdit | QComboBox):
            set_type(field, "body")
            set_height(field)
        words.setMinimumHeight(field.sizeHint().height() if field.sizeHint().height() < 60 else 0)
        if not hint:
            self._rows.addRow(words, field)
            return field
        field.setAccessibleDescription(hint)
        both = QVBoxLayout()
        both.setSpacing(4)
        both.addWidget(field)
        both.addWidget(Label(hint, "small", ink="muted", wrap=True))
        self._rows.addRow(words, both)
        return field
