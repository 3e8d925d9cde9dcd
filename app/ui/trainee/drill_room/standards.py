"""The standards card: what each step asks for, beside the talk while it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.shared.steps import StepSeal
from app.ui.trainee.drill_room.snapshot import StepInfo

WIDTH = 380


class StandardsCard(QFrame):
    """Lies over the right part of the talk. Signals: `closed()` when 「收起」 was pressed."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("标准卡"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 12)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("标准卡"), "heading"), 1)
        self.close_button = Button(self.tr("收起"), "plain", size="bar")
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        layout.addLayout(head)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        layout.addWidget(self._area)
        self.hide()

    def show_steps(self, steps: tuple[StepInfo, ...]) -> None:
        """Show what `steps` ask for."""
        inside = QWidget()
        inside.setProperty("clear", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 10, 4)
        column.setSpacing(6)
        for step in steps:
            head = QHBoxLayout()
            head.setSpacing(10)
            head.addWidget(StepSeal(step.position, said(step.name), level=3, size=28))
            head.addWidget(Label(said(step.name), "body", bold=True), 1)
            column.addLayout(head)
            for check in step.checks:
                column.addWidget(Label(said(check.name), "compact", bold=True))
                column.addWidget(Label(said(check.about), "compact", ink="muted", wrap=True))
            column.addSpacing(10)
        column.addStretch(1)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
