"""How one card of the library is painted: tags, difficulty, title, two lines of what happened, and the foot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout

from app.ui.shared import type as type_
from app.ui.shared.i18n import said
from app.ui.shared.look import theme
from app.ui.shared.steps import paint_seal, seal_character
from app.ui.shared.theme import Theme
from app.ui.trainee.home_words import points
from app.ui.trainee.library_data import Best
from app.ui.trainee.library_model import CardView
from app.ui.trainee.library_words import difficulty_word, faults_word, stage_word
from app.ui.trainee.step_names import kind_name, positions
from scoring.sentence import Sentence

GAP = 16
PAD = 18
SEAL = 24
HEIGHT = 194


def card_height() -> int:
    """The height of a card, following the text size."""
    words = type_.line_px("small") + type_.line_px("heading") + 2 * type_.line_px("compact")
    return max(HEIGHT, round(words + type_.control_height("bar") + 2 * PAD + 24))


def card_rect(cell: QRect) -> QRectF:
    """The card inside its cell."""
    return QRectF(cell).adjusted(0, 0, -GAP, -GAP)


def paint_card(painter: QPainter, rect: QRectF, card: CardView, *, selected: bool, trainer: bool) -> None:
    """Draw a card into `rect`; `trainer` adds how many remarks lint has on a file that can be played."""
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
    _text(
        painter,
        QRectF(inside.left(), top, inside.width(), type_.line_px("heading")),
        said(entry.title),
        "heading",
        "text",
    )
    top += type_.line_px("heading") + 1
    if entry.playable:
        body, ink = said(entry.summary), "muted"
    else:
        pattern = QCoreApplication.translate("Library", "第 {0} 行：{1}")
        faults = [pattern.format(one.line, said(Sentence(one.zh, one.en))) for one in entry.errors[:2]]
        body, ink = " ".join(faults), "text"
    for index, line in enumerate(two_lines(body, type_.font("compact"), inside.width())):
        line_rect = QRectF(
            inside.left(), top + index * type_.line_px("compact"), inside.width(), type_.line_px("compact")
        )
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
        _tag(
            painter,
            QRectF(left, rect.top(), 0, rect.height()),
            QCoreApplication.translate("Library", "{0} 条提醒").format(len(entry.faults)),
            now,
        )
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
            _text(
                painter,
                rect,
                QCoreApplication.translate("Library", "停在第 {0} 轮").format(card.open.turn),
                "small",
                "muted",
            )
        else:
            _text(
                painter,
                rect,
                QCoreApplication.translate("Library", "客户：{0}").format(entry.customer),
                "small",
                "muted",
            )
        return
    _text(painter, rect, QCoreApplication.translate("Library", "客户：{0}").format(entry.customer), "small", "muted")
    if card.open is not None:
        _text(
            painter,
            rect,
            QCoreApplication.translate("Library", "停在第 {0} 轮").format(card.open.turn),
            "small",
            "accent",
            right=True,
            bold=True,
        )
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
        paint_seal(
            painter, seal, position=position, level=level, character=seal_character(said(name), position), theme=now
        )
        left += SEAL + 5
    _text(painter, QRectF(left + 7, rect.top(), text + 4, rect.height()), words, "small", "text")


def _text(  # one line of text: where, what, how
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
