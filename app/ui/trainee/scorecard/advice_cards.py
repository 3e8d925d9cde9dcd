"""What was best, what comes next, and why a supervisor should look: the three small cards above the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.cards import Card, IconLabel
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.shared.look import look
from app.ui.trainee.scorecard.words import best_words, next_words

if TYPE_CHECKING:
    from app.drills.reviewed import DrillReview

translate = QCoreApplication.translate


class SayingCard(Card):
    """An icon, a bold word, and a sentence that goes on beside it."""

    def __init__(
        self, icon: str, role: str, word: str, sentence: str, *, tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(tone=tone, padding=12, parent=parent)
        self._word, self._sentence = word, sentence
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel(icon, role, size=20), 0, Qt.AlignmentFlag.AlignTop)
        self._label = Label("", "compact", wrap=True)
        row.addWidget(self._label, 1)
        self.body.addLayout(row)
        self.setAccessibleName(word)
        self.setAccessibleDescription(sentence)
        self._write()
        look().changed.connect(self._write)

    def _write(self) -> None:
        # The bold word runs into the sentence as on paper; Label itself only knows plain words.
        self._label.set_text(f"{self._word} {self._sentence}")
        head, rest = type_.paragraph(self._word, "compact"), type_.paragraph(self._sentence, "compact")
        inside = rest.partition(">")[2]
        self._label.setText(head.replace("</p>", f" </b>{inside}").replace(">", "><b>", 1))


def advice_cards(review: DrillReview) -> list[Card]:
    """What stands above the checks: the best line, and the one next thing."""
    made: list[Card] = []
    if review.best is not None:
        words = best_words(review, review.best)
        made.append(SayingCard("check", "success", translate("Scorecard", "最好的一句"), words, tone="success"))
    words = next_words(review, review.following)
    made.append(SayingCard("chevron", "accent", translate("Scorecard", "下次先练"), words))
    return made


def doubt_cards(review: DrillReview) -> list[Card]:
    """What stands below them: why a supervisor should look, and that the rules have changed."""
    made: list[Card] = []
    if review.reasons:
        reasons = "".join(said(one) for one in review.reasons)
        made.append(SayingCard("scales", "caution", translate("Scorecard", "建议复核"), reasons, tone="caution"))
    if review.rescored:
        words = translate("Scorecard", "总分和等级是当时评的；评分规则后来改过，下面的依据按现在的规则读出来。")
        made.append(SayingCard("info", "muted", translate("Scorecard", "说明"), words))
    return made
