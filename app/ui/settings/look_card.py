"""How the windows look: language, theme, size of the text with a sample, motion."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.ui.shared.bubble import PAD_X, PAD_Y, paint_bubble
from app.ui.shared.cards import Card, Segments
from app.ui.shared.forms import Form
from app.ui.shared.labels import Label
from app.ui.shared.look import set_type, theme
from app.ui.shared.settings import TEXT_SIZES, Settings


class LookCard(Card):
    """Every choice takes effect at once. After another language the page is made anew."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("外观"), spacing=14, parent=parent)
        self._settings = settings
        self.language = Segments([("zh", "中文"), ("en", "English")], settings.language)
        self.theme = Segments(
            [("system", self.tr("跟随系统")), ("light", self.tr("浅色")), ("dark", self.tr("深色"))], settings.theme
        )
        self.text_size = Segments([(str(one), f"{one} %") for one in TEXT_SIZES], str(settings.text_size))
        self.sample = Sample(self.tr("水从厨房一直漫到门口。你们说半小时到，现在都几点了？"))
        self.motion = QCheckBox(self.tr("减少动画"))
        self.motion.setChecked(settings.reduce_motion)
        set_type(self.motion, "body")
        form = Form()
        form.add(self.tr("语言"), self.language)
        form.add(self.tr("明暗"), self.theme)
        form.add(self.tr("字号"), self.text_size)
        self.body.addWidget(form)
        self.body.addWidget(self.sample)
        self.body.addWidget(self.motion)
        self.theme.chosen.connect(self._on_theme)
        self.text_size.chosen.connect(self._on_size)
        self.motion.clicked.connect(self._on_motion)
        # Last: what follows takes this card away.
        self.language.chosen.connect(self._on_language)

    def _on_language(self, value: str) -> None:
        self._settings.language = value

    def _on_theme(self, value: str) -> None:
        self._settings.theme = value

    def _on_size(self, value: str) -> None:
        self._settings.text_size = int(value)

    def _on_motion(self, checked: bool) -> None:
        self._settings.reduce_motion = checked


class Sample(QWidget):
    """What a customer says, in the size of the conversation."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD_X, PAD_Y, PAD_X, PAD_Y)
        column.addWidget(Label(words, "dialogue", wrap=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_bubble(painter, QRectF(self.rect()), mine=False, theme=theme())
