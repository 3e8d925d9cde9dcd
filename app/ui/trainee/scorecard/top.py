"""The bar over a scorecard: whose it is, which drill and when, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.drills.reviewed import DrillReview
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Chip, TopBar
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.trainee.scorecard.words import duration, mode_word, moment_words, stage_word

if TYPE_CHECKING:
    from app.drills.opening import OpenedReview

ROOMY = 1200


class ScorecardBar(TopBar):
    """Back, the drill, and its actions.

    Signals: `practise_wanted()`, `save_wanted()`, `print_wanted()`, besides `back()`.
    """

    practise_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.person_name = ""
        self.title.setProperty("mayElide", True)  # Qt's own signature
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.chip = Chip("")
        self.meta = OneLine()
        self.add(self.chip)
        self.add(self.meta)
        self.print_button = Button(self.tr("打印"), "outlined", icon="print", size="bar")
        self.save_button = Button(self.tr("导出 PDF"), "outlined", icon="download", size="bar")
        self.practise_button = Button(self.tr("再练一次"), "primary", icon="redo", size="bar")
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.practise_button.clicked.connect(self.practise_wanted)
        self._can_print = False
        for button in self._actions():
            self.add_action(button)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No drill is open yet."""
        self.title.set_text("")
        self.meta.set_text("")
        for widget in (self.chip, *self._actions()):
            widget.hide()

    def show_review(self, opened: OpenedReview) -> None:
        """Say what is open, and offer what goes with it."""
        from app.ui.trainee.scorecard.paper import can_print

        review = opened.review
        about = review.about
        self.person_name = about.person.name
        title = said(about.title)
        self.title.set_text(title if opened.own else self.tr("{0}：{1}").format(about.person.name, title))
        parts = [moment_words(about.started), mode_word(str(about.mode))]
        whole = isinstance(review, DrillReview)
        if isinstance(review, DrillReview):
            self.chip.set_text(f"{stage_word(review.stage)} · {said(review.kind)}")
            if review.elapsed_ms:
                parts.append(self.tr("用时 {0}").format(duration(review.elapsed_ms)))
        self.chip.setVisible(whole)
        self.meta.set_text(" · ".join(parts))
        self.save_button.setVisible(whole)
        self._can_print = whole and can_print()
        self.print_button.setVisible(self._can_print)
        self.practise_button.setVisible(opened.own)
        # Another's scorecard has nothing filled until a comment is written.
        words, icon = (self.tr("再练一次"), "redo") if about.over else (self.tr("接着说"), "play")
        self._rename(words, icon)

    def fit(self, width: int) -> None:
        """Leave out what says least where the window is narrow."""
        from app.ui.shared import type as type_

        roomy = width >= ROOMY * type_.scale()
        self.chip.setVisible(roomy and bool(self.title.plain()) and bool(self.chip.accessibleName()))

    def has_focus(self) -> bool:
        """Whether somebody already went to one of its buttons."""
        return any(button.hasFocus() for button in self._actions())

    def _actions(self) -> tuple[Button, Button, Button]:
        return self.print_button, self.save_button, self.practise_button

    def _rename(self, words: str, icon: str) -> None:
        from app.ui.shared.look import set_icon

        self.practise_button.setText(f" {words}")
        self.practise_button.setAccessibleName(words)
        set_icon(self.practise_button, icon, "on_accent")


class OneLine(Label):
    """Small muted words on one line that give way to the rest: cut with … where there is no room, whole in the tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "compact", ink="muted", parent=parent)
        self.setProperty("mayElide", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def set_text(self, text: str) -> None:
        super().set_text(text)
        self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        shown = self.fontMetrics().elidedText(self.plain(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
