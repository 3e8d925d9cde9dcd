"""The standards card: the drill's own standards and what each step asks for, beside the talk while it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label, Line
from app.ui.shared.steps import StepSeal
from app.ui.trainee.drill_room.snapshot import Room, StandardView, StepInfo

WIDTH = 380


class StandardsCard(QFrame):
    """Lies over the right part of the talk. Signals: `closed()` when 「收起」 was pressed."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("标准卡"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 12, 8, 12)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 0, 0)
        head.addWidget(Label(self.tr("标准卡"), "heading"), 1)
        self.close_button = Button(self.tr("收起"), "plain", size="bar")
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        layout.addLayout(head)
        self._area = QScrollArea()
        self._area.setObjectName("standards")
        self._area.setAccessibleName(self.tr("标准卡的内容，用上下键翻看"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        layout.addWidget(self._area)
        self.hide()

    def show_room(self, room: Room) -> None:
        """Show the standards of the drill first, then what its steps ask for."""
        inside = QWidget()
        inside.setProperty("clear", "true")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 10, 4)
        column.setSpacing(6)
        figures = tuple(one for one in room.standards if not one.rule)
        rules = tuple(one for one in room.standards if one.rule)
        self._add_standards(column, self.tr("这一场要守的标准"), figures)
        self._add_standards(column, self.tr("这一场不能破的规则"), rules)
        if room.standards:
            column.addWidget(Line())
            column.addSpacing(6)
        for step in room.steps:
            self._add_step(column, step)
        column.addStretch(1)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)

    def _add_standards(self, column: QVBoxLayout, title: str, standards: tuple[StandardView, ...]) -> None:
        if not standards:
            return
        column.addWidget(Label(title, "body", bold=True))
        for one in standards:
            source = self.tr("出处：手册 {0}").format(one.source)
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(Label(said(one.text), "compact", wrap=True))
            pair.addWidget(Label(source, "small", ink="muted", wrap=True))
            column.addLayout(pair)
        column.addSpacing(8)

    def _add_step(self, column: QVBoxLayout, step: StepInfo) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(StepSeal(step.position, said(step.name), level=3, size=28))
        head.addWidget(Label(said(step.name), "body", bold=True), 1)
        column.addLayout(head)
        for check in step.checks:
            column.addWidget(Label(said(check.name), "compact", bold=True))
            column.addWidget(Label(said(check.about), "compact", ink="muted", wrap=True))
        column.addSpacing(10)
