"""How the customer feels: a drawn face, a bar of five, and a phrase; never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.shared.look import theme
from app.ui.shared.painting import pen, saved
from app.ui.shared.steps import paint_pips
from app.ui.shared.theme import Theme

FACES = 5
CONTENT = 4
"""The face of a customer who has settled; nobody else has it, however calm."""


def mood_phrase(face: int) -> str:
    """What face 0 (angry) to 4 (content) is called."""
    return (
        QCoreApplication.translate("Mood", "火气很大"),
        QCoreApplication.translate("Mood", "还有气"),
        QCoreApplication.translate("Mood", "将信将疑"),
        QCoreApplication.translate("Mood", "缓和了"),
        QCoreApplication.translate("Mood", "满意"),
    )[max(0, min(FACES - 1, face))]


def mood_face(anger: float, trust: float, *, settled: bool = False) -> int:
    """Which face goes with a mood: anger decides first, then whether there is trust. Both 0 to 100.

    Before it is `settled`, something is still open: the face comes as far as calm, not as far as content.
    """
    if anger >= 70:
        return 0
    if anger >= 45:
        return 1
    if trust < 45 or anger >= 30:
        return 2
    return CONTENT if settled and trust >= 70 else CONTENT - 1


def mood_change(before: int, after: int) -> str:
    """The change between two faces in words; empty where there is none."""
    if after > before:
        return QCoreApplication.translate("Mood", "比上一句缓和")
    if after < before:
        return QCoreApplication.translate("Mood", "比上一句更生气")
    return ""


def paint_face(painter: QPainter, rect: QRectF, *, face: int, theme: Theme, fill: bool = True) -> None:
    """Draw face 0 to 4 inside a square."""
    unit = rect.width() / 48
    centre = rect.center()

    def at(x: float, y: float) -> QPointF:
        return QPointF(centre.x() + x * unit, centre.y() + y * unit)

    with saved(painter):
        stroke = max(1.2, 1.9 * unit)
        painter.setPen(pen(theme.color("muted"), stroke))
        painter.setBrush(theme.color("raised") if fill else Qt.BrushStyle.NoBrush)
        inset = stroke / 2 + 0.5
        painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(theme.color("text"), stroke))
        _brows(painter, face, at)
        _eyes(painter, face, at, unit)
        mouth = QPainterPath(at(-7, (11.5, 10.5, 9, 7, 6)[face]))
        mouth.quadTo(at(0, (3.5, 6.5, 9, 13, 16)[face]), at(7, (11.5, 10.5, 9, 7, 6)[face]))
        painter.drawPath(mouth)


def _brows(painter: QPainter, face: int, at) -> None:  # noqa: ANN001  # the closure of paint_face
    outer, inner = ((-9.5, -5.5), (-6.5, -4.8), (-6.5, -6.5), (None, None), (None, None))[face]
    if outer is None or inner is None:
        return
    for side in (-1, 1):
        painter.drawLine(at(side * 11.5, outer), at(side * 4.5, inner))


def _eyes(painter: QPainter, face: int, at, unit: float) -> None:  # noqa: ANN001
    for side in (-1, 1):
        if face == CONTENT:
            smile = QPainterPath(at(side * 7.5 - 3, -2))
            smile.quadTo(at(side * 7.5, -6.5), at(side * 7.5 + 3, -2))
            painter.drawPath(smile)
        else:
            painter.save()
            painter.setBrush(painter.pen().color())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(at(side * 7, -1), 1.6 * unit, 1.9 * unit)
            painter.restore()


class MoodFace(QWidget):
    """The customer's face. Accessible as the phrase of the mood."""

    def __init__(self, face: int = 2, *, size: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self.setFixedSize(size, size)
        self.setAccessibleName(QCoreApplication.translate("Mood", "客户的情绪"))
        self.set_face(face)

    def set_face(self, face: int) -> None:
        """Show face 0 (angry) to 4 (content)."""
        self.face = max(0, min(FACES - 1, face))
        self.setAccessibleDescription(mood_phrase(self.face))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_face(QPainter(self), QRectF(self.rect()), face=self.face, theme=theme())


class MoodBar(QWidget):
    """Five segments, face + 1 of them filled, in muted: a place on a scale, not good or bad by colour."""

    def __init__(self, face: int = 2, *, height: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("Mood", "客户的情绪"))
        self.set_face(face)

    def set_face(self, face: int) -> None:
        """Fill `face` + 1 segments."""
        self.face = max(0, min(FACES - 1, face))
        words = QCoreApplication.translate("Mood", "五格里的第 {0} 格，{1}")
        self.setAccessibleDescription(words.format(self.face + 1, mood_phrase(self.face)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        flags = [index <= self.face for index in range(FACES)]
        paint_pips(QPainter(self), QRectF(self.rect()), flags=flags, role="muted", theme=theme())
