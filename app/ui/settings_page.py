"""Settings: how it looks, how drills go, who is here, where the data is, what this is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.services import Services
from app.ui.settings.about_card import AboutCard
from app.ui.settings.data_card import DataCard
from app.ui.settings.drill_card import DrillCard
from app.ui.settings.look_card import LookCard
from app.ui.settings.people_card import PeopleCard
from app.ui.shared.labels import Label
from app.ui.shared.look import look
from app.ui.shared.pages import Page

WIDEST, WIDEST_COLUMN = 1240, 720
TWO_COLUMNS = 1000
"""From this width, at 100 % text, two columns of cards stand side by side."""


class SettingsPage(Page):
    """Cards in two columns, in one where the text is large or the window narrow."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.look = LookCard(services.settings)
        self.drills = DrillCard(services.settings)
        self.people = PeopleCard(services)
        self.data = DataCard(services)
        self.about = AboutCard(services)
        self._columns = 0
        self._lay_out()
        look().changed.connect(self._fit)

    def enter(self, argument: object = None) -> None:
        self.services.refresh_people()

    def first_focus(self) -> QWidget | None:
        return self.look.language.button(self.look.language.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        inside = _Content()
        inside.setProperty("clear", "true")
        inside.setAutoFillBackground(False)
        self._inside = inside
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(24, 18, 24, 24)
        outer.setSpacing(14)
        outer.addWidget(Label(self.tr("设置"), "title"))
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column in (self._left, self._right):
            column.setSpacing(16)
        for column, cards in ((self._left, (self.look, self.drills)), (self._right, (self.data, self.people))):
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._area)

    def _fit(self) -> None:
        columns = 2 if self.width() >= TWO_COLUMNS * look().scale() else 1
        self._inside.setMaximumWidth(WIDEST if columns == 2 else round(WIDEST_COLUMN * look().scale()))
        if columns == self._columns:
            return
        self._columns = columns
        # What this is made of comes last, wherever that is.
        for column in (self._left, self._right):
            column.removeWidget(self.about)
        (self._left if columns == 2 else self._right).insertWidget(2, self.about)
        for column in (self._left, self._right):
            self._grid.removeItem(column)
        self._grid.addLayout(self._left, 0, 0)
        self._grid.addLayout(self._right, 0 if columns == 2 else 1, columns - 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)


class _Content(QWidget):
    """As high as its cards at its width: words that wrap ask for the height of their narrowest form at the least."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
