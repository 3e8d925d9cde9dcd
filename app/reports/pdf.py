"""A scorecard as a PDF file, or on a printer: A4, the font inside, written beside its place and then moved there."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from app.reports.readable import readable
from app.reports.setting import Setting
from scoring.sentence import PeilianError, system_reason

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from app.reports.pens import Pens
    from app.reports.sheet import Sheet

DPI = 1200
UNITS = 96
A4 = (210 / 25.4 * UNITS, 297 / 25.4 * UNITS)


def pdf(sheet: Sheet, pens: Pens) -> bytes:
    """The file's content."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    writer.setTitle(sheet.title)
    writer.setCreator("陪练")
    painter = QPainter(writer)
    painter.scale(DPI / UNITS, DPI / UNITS)
    try:
        Setting(sheet, pens, A4).paint(painter, writer)
    finally:
        painter.end()
    return readable(bytes(buffer.data().data()))


def save(sheet: Sheet, pens: Pens, target: Path) -> Path:
    """Write the PDF. Raises PeilianError where the disk refuses; then what was there is untouched."""
    content = pdf(sheet, pens)
    part = target.with_name(target.name + ".part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError, ValueError):
            part.unlink(missing_ok=True)
        why = system_reason(error)
        raise PeilianError(
            f"PDF 没有存上（{why.zh}）。成绩都还在；换个文件夹再存一次。",
            f"The PDF wasn't saved ({why.en}). The scorecard is safe; save it in another folder.",
        ) from error
    return target


def print_on(printer: QPagedPaintDevice, sheet: Sheet, pens: Pens) -> None:
    """Print on a printer that a dialog has set up. Raises PeilianError where it takes nothing."""
    painter = QPainter()
    if not painter.begin(printer):
        raise PeilianError(
            "打印机没有接收。可以先导出 PDF，再从别处打印。",
            "The printer took nothing. You can save a PDF and print that elsewhere.",
        )
    scale = printer.logicalDpiX() / UNITS
    painter.scale(scale, scale)
    try:
        # The printer's own margins are what it can't reach; ours are wider and count from the paper's edge.
        full = printer.pageLayout().fullRectPoints()
        paint = printer.pageLayout().paintRectPoints()
        painter.translate(-paint.x() * UNITS / 72, -paint.y() * UNITS / 72)
        Setting(sheet, pens, (full.width() * UNITS / 72, full.height() * UNITS / 72)).paint(painter, printer)
    finally:
        painter.end()
