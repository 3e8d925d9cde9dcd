"""Saving and printing a scorecard: the dialogs here, the setting in a job."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.ui.shared.i18n import said
from app.ui.shared.outside import documents, open_outside
from app.ui.trainee.scorecard.words import mode_word

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.drills.opening import OpenedReview
    from app.ui.services import Services


def can_print() -> bool:
    """Whether this Qt can print; where it can't, there is the PDF."""
    return importlib.util.find_spec("PySide6.QtPrintSupport") is not None


class Paper(QObject):
    """Asks where to, then sets and writes in a job. What happened is said in a message."""

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._services, self._page = services, page
        self._folder = ""
        self.suggestions: Mapping[str, str] = {}

    def save(self, opened: OpenedReview) -> QFileDialog:
        """Ask for a place, proposing 「陪练-姓名-场景-日期.pdf」; returns the open dialog."""
        from app.reports.sheet import file_name

        about = opened.review.about
        name = file_name(about.person.name, said(about.title), about.started, self.tr("陪练-{0}-{1}-{2}"))
        dialog = QFileDialog(self._page, self.tr("导出 PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(self._folder or documents())
        dialog.selectFile(name)
        dialog.fileSelected.connect(partial(self._on_place, opened))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def print(self, opened: OpenedReview) -> QDialog:
        """Let the person choose a printer; returns the open dialog."""
        from PySide6.QtGui import QPageSize
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setDocName(
            self.tr("陪练-{0}-{1}").format(opened.review.about.person.name, mode_word(str(opened.review.about.mode)))
        )
        dialog = QPrintDialog(printer, self._page)
        dialog.accepted.connect(partial(self._on_printer, opened, printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own open() wants a slot by name
        return dialog

    def write(self, opened: OpenedReview, target: Path) -> None:
        """Set it and write it to `target`, in a job."""
        self._services.jobs.run(partial(_save, opened, dict(self.suggestions), target), done=self._on_saved, owner=self)

    def _on_place(self, opened: OpenedReview, chosen: str) -> None:
        self._folder = str(Path(chosen).parent)
        self.write(opened, Path(chosen))

    def _on_saved(self, target: Path) -> None:
        messages = self._services.messages
        messages.show(
            self.tr("存好了：{0}").format(target.name), "success",
            action=self.tr("打开"), on_action=partial(open_outside, target, messages),
        )  # fmt: skip

    def _on_printer(self, opened: OpenedReview, printer: QPrinter) -> None:
        work = partial(_print, opened, dict(self.suggestions), printer)
        self._services.jobs.run(work, done=self._on_printed, owner=self)

    def _on_printed(self, nothing: None) -> None:
        self._services.messages.show(self.tr("已经送去打印。"), "success")


def _save(opened: OpenedReview, suggestions: Mapping[str, str], target: Path) -> Path:
    from app.reports.pdf import save
    from app.ui.trainee.scorecard.paper_pens import PaperPens
    from app.ui.trainee.scorecard.sheet_of import sheet_of

    return save(sheet_of(opened, opened.review, suggestions), PaperPens(), target)  # type: ignore[arg-type]  # offered for whole reviews only


def _print(opened: OpenedReview, suggestions: Mapping[str, str], printer: QPrinter) -> None:
    from app.reports.pdf import print_on
    from app.ui.trainee.scorecard.paper_pens import PaperPens
    from app.ui.trainee.scorecard.sheet_of import sheet_of

    print_on(printer, sheet_of(opened, opened.review, suggestions), PaperPens())  # type: ignore[arg-type]
