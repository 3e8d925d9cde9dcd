"""How drills go: when the feedback comes, and whether the customer is heard."""

from __future__ import annotations

from importlib.util import find_spec

from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.shared.cards import Card, Segments
from app.ui.shared.forms import Form
from app.ui.shared.labels import Label
from app.ui.shared.look import set_type
from app.ui.shared.settings import Settings


class DrillCard(Card):
    """`aloud` is None where the part of Qt that speaks isn't installed; a sentence says how to get it."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("演练"), spacing=14, parent=parent)
        self._settings = settings
        self.feedback = Segments([("each", self.tr("每句之后")), ("end", self.tr("全部说完再看"))], settings.feedback)
        form = Form()
        form.add(self.tr("点评什么时候出现"), self.feedback)
        self.body.addWidget(form)
        self.aloud: QCheckBox | None = None
        if can_speak():
            self.aloud = QCheckBox(self.tr("把客户的话读出来"))
            self.aloud.setChecked(settings.read_aloud)
            set_type(self.aloud, "body")
            self.aloud.clicked.connect(self._on_aloud)
            self.body.addWidget(self.aloud)
        else:
            words = self.tr("要把客户的话读出来，先装上 Qt 的语音部件：在程序的环境里运行 pip install PySide6_Addons。")
            self.body.addWidget(Label(words, "small", ink="muted", wrap=True))
        self.feedback.chosen.connect(self._on_feedback)

    def _on_feedback(self, value: str) -> None:
        self._settings.feedback = value

    def _on_aloud(self, checked: bool) -> None:
        self._settings.read_aloud = checked


def can_speak() -> bool:
    """Whether Qt's speech is installed: it comes with PySide6_Addons."""
    return find_spec("PySide6.QtTextToSpeech") is not None
