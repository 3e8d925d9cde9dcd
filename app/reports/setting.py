"""Sets a scorecard on A4: head, advice, conversation with evidence, checks, violations."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from app.reports.pages import LEFT, Pages

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice, QPainter

    from app.reports.pens import Pens
    from app.reports.sheet import Sheet, SheetPart, SheetRow, SheetTurn

NUMBER = 24.0
SIGN = 15.0
NAMES, MOST_NAMES = 96.0, 168.0
HEAD = 96.0


class Setting:
    """One sheet set on pages of `size`; `paint` draws it on a paged device that the painter has begun on."""

    def __init__(self, sheet: Sheet, pens: Pens, size: tuple[float, float]) -> None:
        self._sheet, self._pens, self._size = sheet, pens, size
        self._pages = Pages(pens, size, self._foot)
        self._of = 0
        widest = max(
            (_advance(pens, row.name, "compact", bold=True) for part in sheet.parts for row in part.rows), default=0
        )
        self._names = max(NAMES, min(MOST_NAMES, widest + 12))
        self._pages.begin()
        self._flow()
        self._of = self._pages.page

    @property
    def count(self) -> int:
        """How many pages it takes."""
        return self._of

    def paint(self, painter: QPainter, device: QPagedPaintDevice) -> None:
        """Draw all pages."""
        self._pages.begin(painter, device)
        self._flow()

    def _flow(self) -> None:
        self._head()
        self._advice()
        self._title(self._sheet.talk_title)
        for turn in self._sheet.turns:
            self._turn(turn)
        for part in self._sheet.parts:
            self._part(part)

    def _head(self) -> None:
        pages, sheet = self._pages, self._sheet
        pages.text(self._pens.lay(sheet.title, name="title", width=pages.width, bold=True))
        pages.text(self._pens.lay(sheet.about, name="small", width=pages.width), ink="muted")
        pages.gap(10)
        pages.draw(HEAD, self._paint_head)
        pages.gap(12)

    def _paint_head(self, painter: QPainter, at: QPointF) -> None:
        pens, sheet, width = self._pens, self._sheet, self._pages.width
        painter.setPen(QPen(pens.color("border"), 0.75))
        painter.drawRoundedRect(QRectF(at.x(), at.y(), width, HEAD), 8, 8)
        self._words(painter, QRectF(at.x() + 16, at.y() + 12, 100, 48), sheet.total, name="figure", bold=True)
        figure = _advance(pens, sheet.total, "figure", bold=True)
        beside = QRectF(at.x() + 16 + figure + 8, at.y() + 18, 110, 20)
        left = 0.0
        if sheet.passed:
            pens.sign(painter, QRectF(beside.left(), beside.top() + 3, SIGN, SIGN), "tick")
            left = SIGN + 4
        self._words(
            painter,
            beside.adjusted(left, 0, 0, 0),
            sheet.verdict,
            name="body",
            bold=True,
            ink="success" if sheet.passed else "text",
        )
        self._words(painter, QRectF(beside.left(), beside.bottom() + 2, 60, 16), "/ 100", name="small", ink="muted")
        for index, words in enumerate(sheet.under_verdict.split("\n")):
            self._words(
                painter,
                QRectF(at.x() + 16, at.y() + 60 + 15 * index, 168, 16),
                words,
                name="small",
                ink="text" if index == 0 else "muted",
            )
        self._paint_steps(painter, QRectF(at.x() + 184, at.y(), width - 184 - 150, HEAD))
        self._paint_sums(painter, QRectF(at.x() + width - 142, at.y() + 10, 128, HEAD - 20))

    def _paint_steps(self, painter: QPainter, rect: QRectF) -> None:
        steps = self._sheet.steps
        across = rect.width() / max(1, len(steps))
        for index, step in enumerate(steps):
            centre = rect.left() + across * (index + 0.5)
            seal = QRectF(centre - 16, rect.top() + 12, 32, 32)
            self._pens.seal(painter, seal, position=step.position, level=step.level, name=step.name)
            for line, words, bold, ink in (
                (0, step.name, True, "text"),
                (1, f"{step.word} {step.level}/3", False, "muted"),
            ):
                place = QRectF(centre - across / 2, seal.bottom() + 4 + 17 * line, across, 17)
                self._words(
                    painter, place, words, name="small", bold=bold, ink=ink, align=Qt.AlignmentFlag.AlignHCenter
                )

    def _paint_sums(self, painter: QPainter, rect: QRectF) -> None:
        line = rect.height() / max(1, len(self._sheet.sums))
        for index, (name, value) in enumerate(self._sheet.sums):
            last = index == len(self._sheet.sums) - 1
            place = QRectF(rect.left(), rect.top() + index * line, rect.width(), line)
            if last:
                painter.fillRect(QRectF(place.left(), place.top(), place.width(), 0.75), self._pens.color("border"))
            self._words(painter, place, name, name="small", bold=last)
            self._words(painter, place, value, name="small", bold=last, align=Qt.AlignmentFlag.AlignRight)

    def _advice(self) -> None:
        pages = self._pages
        for word, sentence in self._sheet.advice:
            laid = self._pens.lay(sentence, name="compact", width=pages.width - NAMES)
            pages.keep(laid.line)
            self._beside(lambda painter, y, word=word, line=laid.line: self._words(
                painter, QRectF(LEFT, y, NAMES, line), word, name="compact", bold=True
            ))  # fmt: skip
            pages.text(laid, indent=NAMES)
            pages.gap(2)
        pages.gap(10)

    def _title(self, words: str, position: int = 0, level: int = 0, more: str = "") -> None:
        pages = self._pages
        laid = self._pens.lay(words, name="heading", width=pages.width, bold=True)
        pages.keep(laid.height + 48)

        def paint(painter: QPainter, at: QPointF) -> None:
            left = 0.0
            if position:
                self._pens.seal(painter, QRectF(at.x(), at.y() + 2, 22, 22), position=position, level=level, name=words)
                left = 30
            laid.paint(painter, at + QPointF(left, 0))
            if more:
                self._words(
                    painter,
                    QRectF(at.x() + left + laid.natural_width + 10, at.y(), 200, laid.height),
                    more,
                    name="compact",
                    ink="muted",
                )

        pages.draw(laid.height, paint)
        pages.gap(5)
        pages.rule()
        pages.gap(7)

    def _turn(self, turn: SheetTurn) -> None:
        pages, width = self._pages, self._pages.width - NUMBER
        customer = self._pens.lay(turn.customer or " ", name="compact", width=width)
        reply = self._pens.lay(turn.reply, name="dialogue", width=width, marks=turn.marks) if turn.reply else None
        pages.keep(
            customer.height + (min(reply.height, 2 * reply.line) if reply else 0) if customer.height < 200 else 0
        )
        line = customer.line if turn.customer or reply is None else reply.line + 6
        self._beside(lambda painter, y: self._words(
            painter, QRectF(LEFT, y, NUMBER, line), turn.number, name="small", ink="muted"
        ))  # fmt: skip
        if turn.customer:
            pages.text(customer, indent=NUMBER, ink="muted")
        if reply is not None:
            pages.gap(3)
            pages.text(reply, indent=NUMBER)
        for note in turn.notes:
            words = f"{note.bold}：{note.words}" if note.bold else note.words
            laid = self._pens.lay(words, name="compact", width=width - SIGN - 6)
            pages.keep(laid.line)
            self._sign(note.sign, NUMBER, laid.line)
            pages.text(laid, indent=NUMBER + SIGN + 6, ink="text" if note.bold else "muted")
        pages.gap(6)
        pages.rule()
        pages.gap(6)

    def _part(self, part: SheetPart) -> None:
        self._pages.gap(6)
        self._title(part.title, part.position, part.level, part.word)
        for row in part.rows:
            self._row(row)

    def _row(self, row: SheetRow) -> None:
        pages = self._pages
        left = SIGN + 8 + self._names
        value = 48 if row.value else 0
        words = self._pens.lay(row.words, name="compact", width=pages.width - left - value) if row.words else None
        more = self._pens.lay(row.more, name="compact", width=pages.width - left - value) if row.more else None
        name = self._pens.lay(row.name, name="compact", width=self._names - 8, bold=True)
        pages.keep(
            max(name.height, (words.height if words else 0) + (more.height if more else 0))
            if (words is None or words.height < 300)
            else 0
        )
        self._sign(row.sign, 0, name.line)
        top, page = pages.y, pages.page
        self._beside(lambda painter, y: name.paint(painter, QPointF(LEFT + SIGN + 8, y)))
        if row.value:
            self._beside(lambda painter, y: self._words(
                painter, QRectF(LEFT, y, pages.width, name.line), row.value, name="compact", bold=True, ink="danger",
                align=Qt.AlignmentFlag.AlignRight,
            ))  # fmt: skip
        if words is not None:
            pages.text(words, indent=left)
        if more is not None:
            pages.text(more, indent=left, ink="muted")
        if pages.page == page:
            pages.y = max(pages.y, top + name.height)
        pages.gap(5)

    def _sign(self, name: str, indent: float, line: float) -> None:
        self._beside(lambda painter, y: self._pens.sign(
            painter, QRectF(LEFT + indent, y + (line - SIGN) / 2, SIGN, SIGN), name
        ))  # fmt: skip

    def _beside(self, paint: Callable[[QPainter, float], None]) -> None:
        """Draw at the height where the next block begins, without going down."""
        if self._pages.painter is not None:
            paint(self._pages.painter, self._pages.y)

    def _words(
        self, painter: QPainter, rect: QRectF, words: str, *, name: str, bold: bool = False, ink: str = "text",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:  # fmt: skip
        painter.setFont(self._pens.font(name, bold=bold))
        painter.setPen(self._pens.color(ink))
        painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), words)

    def _foot(self, painter: QPainter, page: int) -> None:
        width, height = self._size
        place = QRectF(LEFT, height - 44, width - 2 * LEFT, 18)
        self._words(painter, place, self._sheet.footer, name="small", ink="muted")
        words = self._sheet.page.format(page, self._of)
        self._words(painter, place, words, name="small", ink="muted", align=Qt.AlignmentFlag.AlignRight)


def _advance(pens: Pens, words: str, name: str, *, bold: bool) -> float:
    from PySide6.QtGui import QFontMetricsF

    return QFontMetricsF(pens.font(name, bold=bold)).horizontalAdvance(words)
