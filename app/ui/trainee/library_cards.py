"""The cards of the library: painting, and the view that keeps one real button on the selected card."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.i18n import said
from app.ui.shared.look import look, theme
from app.ui.shared.painting import saved
from app.ui.shared.steps import paint_seal, seal_character
from app.ui.shared.theme import Theme
from app.ui.trainee.home_words import points
from app.ui.trainee.library_data import Best
from app.ui.trainee.library_model import CARD, CardView
from app.ui.trainee.library_words import difficulty_word, faults_word, stage_word, start_word
from app.ui.trainee.step_names import kind_name, positions
from scoring.sentence import Sentence

GAP = 16
PAD = 18
SEAL = 24
HEIGHT = 194
WIDE, NARROW = 360, 420
_Index = QModelIndex | QPersistentModelIndex


def card_height() -> int:
    """The height of a card, following the text size."""
    words = type_.line_px("small") + type_.line_px("heading") + 2 * type_.line_px("compact")
    return max(HEIGHT, round(words + type_.control_height("bar") + 2 * PAD + 24))


class CardPainter(QStyledItemDelegate):
    """Paints a card inside its cell, which is a gap wider and higher."""

    def __init__(self, view: CardGrid) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002, D102
        return self._view.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: D102
        card: CardView = index.data(CARD)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # PySide's stub lacks the option's fields
        rect: QRect = option.rect  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        with saved(painter):
            _paint_card(painter, card_rect(rect), card, selected=selected, trainer=self._view.trainer)


def card_rect(cell: QRect) -> QRectF:
    """The card inside its cell."""
    return QRectF(cell).adjusted(0, 0, -GAP, -GAP)


def _paint_card(painter: QPainter, rect: QRectF, card: CardView, *, selected: bool, trainer: bool) -> None:
    now = theme()
    entry = card.entry
    width = 2.0 if selected else 1.0
    painter.setPen(QPen(now.color("accent" if selected else "border"), width))
    painter.setBrush(now.color("surface"))
    painter.drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), 10, 10)
    inside = rect.adjusted(PAD, PAD - 3, -PAD, -PAD + 6)
    small = type_.line_px("small")
    _paint_head(painter, QRectF(inside.left(), inside.top(), inside.width(), small + 4), card, now, trainer=trainer)
    top = inside.top() + small + 8
    _text(painter, QRectF(inside.left(), top, inside.width(), type_.line_px("heading")), said(entry.title), "heading", "text")
    top += type_.line_px("heading") + 1
    if entry.playable:
        body, ink = said(entry.summary), "muted"
    else:
        pattern = QCoreApplication.translate("Library", "第 {0} 行：{1}")
        faults = [pattern.format(one.line, said(Sentence(one.zh, one.en))) for one in entry.errors[:2]]
        body, ink = " ".join(faults), "text"
    for index, line in enumerate(two_lines(body, type_.font("compact"), inside.width())):
        line_rect = QRectF(inside.left(), top + index * type_.line_px("compact"), inside.width(), type_.line_px("compact"))
        _text(painter, line_rect, line, "compact", ink)
    foot = foot_rect(rect)
    painter.fillRect(QRectF(foot.left(), foot.top(), foot.width(), 1), now.color("border"))
    _paint_foot(painter, foot.adjusted(0, 1, 0, 0), card, now, selected=selected)


def foot_rect(card: QRectF) -> QRectF:
    """The strip at the bottom of a card, its dividing line included."""
    height = type_.control_height("bar") + 16
    return QRectF(card.left() + PAD, card.bottom() - height - 6, card.width() - 2 * PAD, height)


def _paint_head(painter: QPainter, rect: QRectF, card: CardView, now: Theme, *, trainer: bool) -> None:
    entry = card.entry
    left = rect.left()
    tags = [stage_word(entry.stage), said(kind_name(entry.kind))] if entry.stage else []
    if not entry.shipped:
        tags.append(QCoreApplication.translate("Library", "本公司"))
    for words in tags:
        left = _tag(painter, QRectF(left, rect.top(), 0, rect.height()), words, now) + 6
    if not entry.playable:
        _tag(painter, QRectF(left, rect.top(), 0, rect.height()), faults_word(len(entry.errors)), now, tone="caution")
    elif trainer and entry.faults:
        _tag(painter, QRectF(left, rect.top(), 0, rect.height()), QCoreApplication.translate("Library", "{0} 条提醒").format(len(entry.faults)), now)
    if entry.difficulty:
        _paint_difficulty(painter, rect, entry.difficulty, now)


def _tag(painter: QPainter, rect: QRectF, words: str, now: Theme, *, tone: str = "") -> float:
    """Draw a tag at the left of `rect`; returns where it ends."""
    font = type_.font("small")
    width = QFontMetricsF(font).horizontalAdvance(words) + 16
    tag = QRectF(rect.left() + 0.5, rect.top() + 0.5, width, rect.height() - 1)
    painter.setPen(now.color(f"{tone}_tint" if tone else "border"))
    painter.setBrush(now.color(f"{tone}_tint") if tone else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(tag, 6, 6)
    painter.setPen(now.color(tone or "muted"))
    painter.setFont(font)
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)
    return tag.right()


def _paint_difficulty(painter: QPainter, rect: QRectF, difficulty: int, now: Theme) -> None:
    """Five bars that rise, and the word."""
    font = type_.font("small")
    word = difficulty_word(difficulty)
    width = QFontMetricsF(font).horizontalAdvance(word)
    painter.setFont(font)
    painter.setPen(now.color("muted"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)
    left = rect.right() - width - 6 - 5 * 7
    bottom = rect.center().y() + 7
    for index in range(5):
        height = 6 + 2 * index
        bar = QRectF(left + index * 7, bottom - height, 5, height)
        if index < difficulty:
            painter.fillRect(bar, now.color("muted"))
        else:
            painter.setPen(now.color("edge"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_foot(painter: QPainter, rect: QRectF, card: CardView, now: Theme, *, selected: bool) -> None:
    """On the selected card the right side is the button's; else what this person did with the scenario."""
    entry = card.entry
    if not entry.playable:
        if not selected:
            _text(painter, rect, QCoreApplication.translate("Library", "改好才能练"), "small", "caution", right=True)
        return
    if selected:
        if card.best is not None:
            _paint_best(painter, rect, card.best, now, right=False)
        elif card.open is not None:
            _text(painter, rect, QCoreApplication.translate("Library", "停在第 {0} 轮").format(card.open.turn), "small", "muted")
        else:
            _text(painter, rect, QCoreApplication.translate("Library", "客户：{0}").format(entry.customer), "small", "muted")
        return
    _text(painter, rect, QCoreApplication.translate("Library", "客户：{0}").format(entry.customer), "small", "muted")
    if card.open is not None:
        _text(painter, rect, QCoreApplication.translate("Library", "停在第 {0} 轮").format(card.open.turn), "small", "accent", right=True, bold=True)
    elif card.best is not None:
        _paint_best(painter, rect, card.best, now, right=True)
    else:
        _text(painter, rect, QCoreApplication.translate("Library", "没练过"), "small", "muted", right=True)


def _paint_best(painter: QPainter, rect: QRectF, best: Best, now: Theme, *, right: bool) -> None:
    """The seals of the best drill and its total."""
    words = QCoreApplication.translate("Library", "最好 {0}").format(points(best.total))
    steps = positions(best.levels)
    seals = len(steps) * (SEAL + 5)
    text = QFontMetricsF(type_.font("small")).horizontalAdvance(words)
    left = rect.right() - seals - 7 - text if right else rect.left()
    for position, step, name in steps:
        seal = QRectF(left, rect.center().y() - SEAL / 2, SEAL, SEAL)
        level = best.levels[step]
        paint_seal(painter, seal, position=position, level=level, character=seal_character(said(name), position), theme=now)
        left += SEAL + 5
    _text(painter, QRectF(left + 7, rect.top(), text + 4, rect.height()), words, "small", "text")


def _text(  # noqa: PLR0913  # one line of text: where, what, how
    painter: QPainter, rect: QRectF, words: str, name: str, ink: str, *, right: bool = False, bold: bool | None = None
) -> None:
    font = type_.font(name, bold=bold)
    painter.setFont(font)
    painter.setPen(theme().color(ink))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)


def two_lines(words: str, font: QFont, width: float) -> list[str]:
    """`words` on at most two lines of `width`, the second cut with … where there is more."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():
        layout.endLayout()
        return []
    line.setLineWidth(width)
    cut = line.textLength()
    layout.endLayout()
    first, rest = words[:cut].rstrip(), words[cut:]
    if not rest:
        return [first]
    return [first, QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


class CardGrid(QListView):
    """The cards in a grid, as many columns as fit. The selected one has a real button, moved over it.

    Signals: `started(card)` and `looked_into(card)` (what is wrong with one that has errors), each with a CardView.
    """

    started = Signal(object)
    looked_into = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trainer = False
        self.exam = False
        self.cell = QSize(WIDE + GAP, HEIGHT + GAP)
        self.setItemDelegate(CardPainter(self))
        self.setAccessibleName(self.tr("场景"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.button = Button("", "primary", size="bar", parent=self.viewport())
        self.button.hide()
        self.button.clicked.connect(self._on_pressed)
        self.verticalScrollBar().valueChanged.connect(self._place_button)
        look().changed.connect(self._fit)

    def card(self) -> CardView | None:
        """The selected card."""
        index = self.currentIndex()
        return index.data(CARD) if index.isValid() else None

    def set_exam(self, exam: bool) -> None:
        """Whether the button begins an exam."""
        self.exam = exam
        self._place_button()

    def select(self, row: int) -> None:
        """Select a card by its place."""
        model = self.model()
        if model is not None and 0 <= row < model.rowCount():
            self.setCurrentIndex(model.index(row, 0))

    def refresh(self) -> None:
        """The cards changed: keep a selection, and the button in its place."""
        model = self.model()
        if model is not None and model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))
        self._place_button()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: D102
        super().currentChanged(current, previous)
        self._place_button()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_pressed()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_button()
        return super().viewportEvent(event)

    def columns(self) -> int:
        """How many columns the width holds, at this text size."""
        least = WIDE if type_.scale() < 1.2 else NARROW  # noqa: PLR2004  # VISUAL: two columns from 120 %
        return max(1, (self._room() + GAP) // (least + GAP))

    def _room(self) -> int:
        bar = self.verticalScrollBar()
        return self.width() - bar.sizeHint().width()

    def _fit(self) -> None:
        # The view keeps the room of a scroll bar free even where there is none: cells that fill it break too early.
        width = (self._room() - 1) // self.columns()
        cell = QSize(width, card_height() + GAP)
        if cell != self.cell or self.gridSize() != cell:
            self.cell = cell
            self.setGridSize(cell)
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
        self._place_button()

    def _place_button(self) -> None:
        card = self.card()
        rect = self.visualRect(self.currentIndex())
        if card is None or rect.isEmpty():
            self.button.hide()
            return
        if card.entry.playable:
            words = start_word(played=card.best is not None, waiting=card.open is not None, exam=self.exam)
            self.button.set_kind("primary")
        else:
            words = self.tr("看哪里要改")
            self.button.set_kind("outlined")
        self.button.setText(words)
        self.button.setAccessibleName(self.tr("{0}：{1}").format(words, said(card.entry.title)))
        foot = foot_rect(card_rect(rect))
        size = self.button.sizeHint()
        height = self.button.height()
        place = QPoint(round(foot.right()) - size.width(), round(foot.center().y()) - height // 2 + 1)
        self.button.setGeometry(QRect(place, QSize(size.width(), height)))
        self.button.show()

    def _on_pressed(self) -> None:
        card = self.card()
        if card is None:
            return
        if card.entry.playable:
            self.started.emit(card)
        else:
            self.looked_into.emit(card)
