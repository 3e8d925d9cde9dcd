"""What stands above the cards: chips for the stages, drop-downs for kind and difficulty, practice or exam."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QMenu, QSizePolicy, QWidget

from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.look import look, set_height, set_type, theme
from app.ui.shared.painting import saved
from app.ui.trainee.library_words import EXAM, PRACTICE, STAGES, STUDY, stage_word

GAP = 8


class StageChip(QAbstractButton):
    """A pill with a word and a number, tinted when it is chosen."""

    def __init__(self, value: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_type(self, "compact")
        self._count = 0

    def set_count(self, count: int) -> None:
        """Show how many scenarios it stands for."""
        self._count = count
        self.setAccessibleName(QCoreApplication.translate("Library", "{0}，{1} 个").format(self.text(), count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        bold, plain = QFontMetricsF(type_.font("compact", bold=True)), QFontMetricsF(type_.font("compact"))
        width = bold.horizontalAdvance(self.text()) + 6 + plain.horizontalAdvance(str(self._count)) + 28
        return QSize(round(width), max(36, round(type_.line_px("compact") + 12)))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme()
        painter = QPainter(self)
        checked = self.isChecked()
        with saved(painter):
            width = 2.0 if self.hasFocus() else 1.0
            edge = "accent" if checked or self.hasFocus() else "border"
            painter.setPen(QPen(now.color(edge), width))
            painter.setBrush(now.color("accent_tint" if checked or self.underMouse() else "surface"))
            pill = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            font = type_.font("compact", bold=checked)
            painter.setFont(font)
            painter.setPen(now.color("accent" if checked else "text"))
            words = QFontMetricsF(font).horizontalAdvance(self.text())
            number = QFontMetricsF(font).horizontalAdvance(str(self._count))
            left = (self.width() - words - 6 - number) / 2
            vertical = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(left, 0, words + 2, self.height()), vertical, self.text())
            painter.setPen(now.color("accent" if checked else "muted"))
            painter.drawText(QRectF(left + words + 6, 0, number + 2, self.height()), vertical, str(self._count))


class StageChips(QWidget):
    """A chip for every stage that has scenarios, in the order of a customer's life; wraps where it must.

    Signals: `chosen(stage)`, "" for all of them.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("阶段"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.chips: dict[str, StageChip] = {}
        self._stage = ""
        look().changed.connect(self._place)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show these stages with their numbers; "" stands for all."""
        wanted = ["", *(one for one in STAGES if one in counts), *(one for one in counts if one and one not in STAGES)]
        if list(self.chips) != wanted:
            for chip in self.chips.values():
                chip.hide()
                chip.deleteLater()
            self.chips = {one: self._chip(one) for one in wanted}
        for one, chip in self.chips.items():
            chip.set_count(counts.get(one, 0))
        self.set_stage(self._stage if self._stage in self.chips else "")
        self._place()

    def set_stage(self, stage: str) -> None:
        """Choose without a signal."""
        self._stage = stage
        if stage in self.chips:
            self.chips[stage].setChecked(True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=36)

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(self.width() or 800))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        chips = list(self.chips.values())
        here = next((index for index, one in enumerate(chips) if one.hasFocus()), None)
        if by is None or here is None:
            super().keyPressEvent(event)
            return
        following = chips[(here + by) % len(chips)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.click()

    def _chip(self, stage: str) -> StageChip:
        chip = StageChip(stage, stage_word(stage) if stage else self.tr("全部"), self)
        chip.clicked.connect(self._on_clicked)
        chip.show()
        return chip

    def _places(self, width: int) -> list[QRect]:
        places, left, top = [], 0, 0
        for chip in self.chips.values():
            size = chip.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + size.height() + GAP
            places.append(QRect(left, top, size.width(), size.height()))
            left += size.width() + GAP
        return places

    def _place(self) -> None:
        for chip, place in zip(self.chips.values(), self._places(self.width()), strict=True):
            chip.setGeometry(place)
        height = self.heightForWidth(self.width())
        if height != self.height():
            self.setFixedHeight(height)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, StageChip):
            self._stage = sender.value
            self.chosen.emit(sender.value)


class Choice(QComboBox):
    """A drop-down of (value, words). Its width is that of its longest words.

    Signals: `chosen(value)` when the person chose another.
    """

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        set_type(self, "body")
        set_height(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, words in options:
            self.addItem(words, value)
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer others, keeping the chosen one where it is still there."""
        now = self.currentData()
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(now)))


class ModeButton(Button):
    """Practice, exam or study: says which, and offers each with what it means.

    Signals: `mode_chosen(mode)`: PRACTICE, EXAM or STUDY.
    """

    mode_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "plain", icon="down", size="bar", parent=parent)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self)
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        group = QActionGroup(self)
        self.practice = self._action(group, self.tr("练习：每说一句就看得到说到了什么"), PRACTICE)
        self.exam = self._action(group, self.tr("考核：限时，没有提示，说完才看得到成绩"), EXAM)
        self.study = self._action(group, self.tr("示范：先看一遍好的对话，一句一句亮灯"), STUDY)
        self.practice.setChecked(True)
        self._menu.triggered.connect(self._on_triggered)
        self.clicked.connect(self._on_clicked)
        self._say()

    def _action(self, group: QActionGroup, words: str, mode: str) -> QAction:
        action = self._menu.addAction(words)
        action.setCheckable(True)
        action.setData(mode)
        group.addAction(action)
        return action

    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self._menu.setActiveAction(self._chosen())

    def _on_triggered(self, action: QAction) -> None:
        self._say()
        self.mode_chosen.emit(str(action.data()))

    def _chosen(self) -> QAction:
        return next(one for one in (self.exam, self.study, self.practice) if one.isChecked())

    def _say(self) -> None:
        words = {
            PRACTICE: self.tr("方式：练习"), EXAM: self.tr("方式：考核"), STUDY: self.tr("方式：示范"),
        }[str(self._chosen().data())]  # fmt: skip
        self.setText(words)
        self.setAccessibleName(words)
