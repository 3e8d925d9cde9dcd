"""The step seals 四步印, their pips, and the light of one step: seal, level, what is met."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.i18n import language
from app.ui.shared.look import look, theme
from app.ui.shared.painting import centred_text, pen, saved, step_shape, triangle
from app.ui.shared.theme import Theme, step_role, step_tint_role

SEAL_SIZES = (44, 40, 34, 28, 24, 20)


def level_word(level: int) -> str:
    """What a level is called, 0 to 3, everywhere the same."""
    return (
        QCoreApplication.translate("Steps", "还没说"),
        QCoreApplication.translate("Steps", "开了头"),
        QCoreApplication.translate("Steps", "做到"),
        QCoreApplication.translate("Steps", "出色"),
    )[max(0, min(3, level))]


def seal_character(name: str, position: int) -> str:
    """What stands in a seal: the first character of the step's name, in English its number."""
    return str(position) if language() == "en" or not name else name[0]


def paint_seal(
    painter: QPainter, rect: QRectF, *, position: int, level: int | None, character: str, theme: Theme
) -> None:
    """Draw the seal of the step at `position` (from 1). Level 0 or None: off; 1 and 2: part; 3: full."""
    hue = theme.color(step_role(position))
    with saved(painter):
        part = level in (1, 2)
        full = (level or 0) >= 3
        width = 0.0 if full else (2.0 if part else 1.5) * min(1.0, rect.width() / 40 + 0.25)
        shape = step_shape(position, rect.adjusted(1 + width / 2, 1 + width / 2, -1 - width / 2, -1 - width / 2))
        if full:
            painter.fillPath(shape, hue)
            painter.setPen(theme.color("on_step" if position <= 4 else "surface"))
        else:
            if part:
                painter.fillPath(shape, theme.color(step_tint_role(position)))
            painter.setPen(pen(hue if part else theme.color("edge"), width))
            painter.drawPath(shape)
            painter.setPen(hue if part else theme.color("muted"))
        share = {2: 0.42, 5: 0.46}.get(position, 0.5)
        centred_text(painter, shape.boundingRect().center(), character, type_.sized(rect.width() * share, bold=True))


def paint_mark(painter: QPainter, rect: QRectF, *, position: int, theme: Theme) -> None:
    """Draw the bare shape of a step, about 11 px, as before evidence and in legends; position 0 is ▲ of a violation."""
    with saved(painter):
        if position:
            painter.fillPath(step_shape(position, rect), theme.color(step_role(position)))
        else:
            painter.fillPath(triangle(rect), theme.color("danger"))


def paint_pips(painter: QPainter, rect: QRectF, *, flags: Sequence[bool], role: str, theme: Theme) -> None:
    """Draw one pip for each flag across `rect`: filled with `role`, or outlined."""
    gap = 4.0
    width = (rect.width() - gap * (len(flags) - 1)) / max(1, len(flags))
    with saved(painter):
        for index, met in enumerate(flags):
            pip = QRectF(rect.left() + index * (width + gap), rect.top(), width, rect.height())
            if met:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(role))
                painter.drawRoundedRect(pip, 3, 3)
            else:
                painter.setPen(pen(theme.color("edge")))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(pip.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5)


class StepSeal(QWidget):
    """One seal. `name` is the step's name; its accessible description says the level in words."""

    def __init__(
        self, position: int, name: str, *, level: int | None = 0, size: int = 44, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.position, self.name = position, name
        self.level = level
        self.setFixedSize(size, size)
        self.setAccessibleName(name)
        self.set_level(level)

    def set_level(self, level: int | None) -> None:
        """Take another level, 0 to 3; None where the step doesn't count."""
        self.level = level
        self.setAccessibleDescription("" if level is None else level_word(level))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_seal(
            QPainter(self), QRectF(self.rect()), position=self.position, level=self.level,
            character=seal_character(self.name, self.position), theme=theme(),
        )  # fmt: skip


class StepMark(QWidget):
    """The bare shape of a step for legends; position 0 is ▲. It says nothing by itself: put a word beside it."""

    def __init__(self, position: int, *, size: int = 11, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.position = position
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_mark(QPainter(self), QRectF(self.rect()), position=self.position, theme=theme())


class Pips(QWidget):
    """A row of pips; `flags` say which are filled. Decoration: the words stand beside it."""

    def __init__(self, flags: Sequence[bool], role: str, *, height: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flags, self._role = tuple(flags), role
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_flags(self, flags: Sequence[bool]) -> None:
        """Fill other pips."""
        self._flags = tuple(flags)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40 * max(1, len(self._flags)), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_pips(QPainter(self), QRectF(self.rect()), flags=self._flags, role=self._role, theme=theme())


@dataclass(frozen=True, slots=True)
class StepView:
    """One step as the lights show it: position from 1, its name, and (id, short name) of each check."""

    position: int
    name: str
    checks: tuple[tuple[str, str], ...]


class StepLight(QWidget):
    """Seal, name, level word, three pips with the checks' short names, ✓ when met. See StepLights for a column."""

    SEAL = 40
    GAP = 12

    def __init__(self, step: StepView, *, first: bool = True, last: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self._first, self._last = first, last
        self._level = 0
        self._met: frozenset[str] = frozenset()
        self._next = False
        self._widest: float | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(step.name)
        self.set_state(0, ())
        look().changed.connect(self._on_look_changed)

    def set_state(self, level: int, met: Collection[str], *, next_step: bool = False) -> None:
        """Show `level` (0 to 3) and the checks in `met`; `next_step` writes 「下一步」 for the level."""
        self._level, self._met, self._next = level, frozenset(met), next_step
        said = [short for check, short in self.step.checks if check in self._met]
        missing = [short for check, short in self.step.checks if check not in self._met]
        words = [self._word()]
        if said:
            words.append(QCoreApplication.translate("Steps", "说到了{0}").format(_listed(said)))
        if missing:
            words.append(QCoreApplication.translate("Steps", "还差{0}").format(_listed(missing)))
        self.setAccessibleDescription(QCoreApplication.translate("Steps", "，").join(words))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        small = type_.line_px("small")
        lines = len(self.step.checks) if self._stacked(width) else 1
        return round(max(self.SEAL + 8, type_.line_px("body") + 8 + 6 + lines * small) + 12)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(self.width() or 240))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.heightForWidth(self.width() or 180))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self.heightForWidth(self.width())
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme()
        painter = QPainter(self)
        seal = QRectF(0, 2, self.SEAL, self.SEAL)
        self._paint_order(painter, seal, now)
        paint_seal(
            painter, seal, position=self.step.position, level=self._level,
            character=seal_character(self.step.name, self.step.position), theme=now,
        )  # fmt: skip
        left = self.SEAL + self.GAP
        width = self.width() - left
        top = type_.line_px("body")
        self._paint_head(painter, QRectF(left, 0, width, top), now)
        flags = [check in self._met for check, _ in self.step.checks]
        pips = QRectF(left, top + 2, width, 6)
        paint_pips(painter, pips, flags=flags, role=step_role(self.step.position), theme=now)
        self._paint_checks(painter, QRectF(left, pips.bottom() + 3, width, 0), now)

    def _paint_order(self, painter: QPainter, seal: QRectF, now: Theme) -> None:
        painter.setPen(pen(now.color("border"), 2))
        x = seal.center().x()
        if not self._first and seal.top() > 0:
            painter.drawLine(QPointF(x, 0), QPointF(x, seal.top() - 1))
        if not self._last:
            painter.drawLine(QPointF(x, seal.bottom() + 1), QPointF(x, self.height()))

    def _paint_head(self, painter: QPainter, rect: QRectF, now: Theme) -> None:
        word = self._word()
        word_font = type_.font("small", bold=self._next)
        word_width = QFontMetricsF(word_font).horizontalAdvance(word)
        painter.setFont(word_font)
        painter.setPen(now.color("accent" if self._next else "muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)
        name_font = type_.font("body", bold=True)
        room = rect.width() - word_width - 8
        painter.setFont(name_font)
        painter.setPen(now.color("text"))
        name = QFontMetricsF(name_font).elidedText(self.step.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_checks(self, painter: QPainter, rect: QRectF, now: Theme) -> None:
        line = type_.line_px("small")
        stacked = self._stacked(self.width())
        column = (rect.width() + 4) / max(1, len(self.step.checks))
        for index, (check, short) in enumerate(self.step.checks):
            left = rect.left() if stacked else rect.left() + index * column
            cell = QRectF(
                left, rect.top() + (index * line if stacked else 0), rect.width() if stacked else column, line
            )
            met = check in self._met
            offset = 0.0
            if met:
                size = _tick_size()
                paint_tick(painter, QRectF(cell.left(), cell.center().y() - size / 2, size, size), now)
                offset = size + 4
            painter.setFont(type_.font("small"))
            painter.setPen(now.color("text" if met else "muted"))
            painter.drawText(cell.adjusted(offset, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, short)

    def _stacked(self, width: int) -> bool:
        column = (width - self.SEAL - self.GAP + 4) / max(1, len(self.step.checks))
        if self._widest is None:  # asked some twenty times while a room is laid out
            metrics = QFontMetricsF(type_.font("small"))
            self._widest = max((metrics.horizontalAdvance(short) for _, short in self.step.checks), default=0.0)
        return self._widest + _tick_size() + 6 > column

    def _word(self) -> str:
        return QCoreApplication.translate("Steps", "下一步") if self._next else level_word(self._level)

    def _on_look_changed(self) -> None:
        self._widest = None
        self.setFixedHeight(self.heightForWidth(self.width()))


class StepLights(QWidget):
    """A column of StepLight, one for each step of a rubric (three to six), joined by the line of their order."""

    def __init__(self, steps: Sequence[StepView], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.lights: list[StepLight] = []
        for index, step in enumerate(steps):
            light = StepLight(step, first=index == 0, last=index == len(steps) - 1, parent=self)
            self.lights.append(light)
            layout.addWidget(light)

    def set_state(self, levels: Sequence[int], met: Collection[str], *, show_next: bool = True) -> None:
        """Show the level of each step and every check met; `show_next` marks the first step not begun."""
        begun = [level > 0 for level in levels]
        following = begun.index(False) if show_next and False in begun else -1
        for index, (light, level) in enumerate(zip(self.lights, levels, strict=True)):
            light.set_state(level, met, next_step=index == following)


def paint_tick(painter: QPainter, rect: QRectF, now: Theme, role: str = "success") -> None:
    """Draw ✓ in the colour of `role`."""
    with saved(painter):
        painter.setPen(pen(now.color(role), max(1.5, rect.width() / 8)))
        painter.drawPolyline([
            QPointF(rect.left() + rect.width() * 0.12, rect.top() + rect.height() * 0.55),
            QPointF(rect.left() + rect.width() * 0.40, rect.top() + rect.height() * 0.82),
            QPointF(rect.left() + rect.width() * 0.90, rect.top() + rect.height() * 0.22),
        ])  # fmt: skip


def _tick_size() -> float:
    return 12 * max(1.0, type_.scale())


def _listed(words: Sequence[str]) -> str:
    return QCoreApplication.translate("Steps", "、").join(words)
