"""The trainer's tools beside the library: the company's folder, a copy to work on, what lint says, reading again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.ui.library_index import OWN, LibraryEntry
from app.ui.services import Services
from app.ui.shared import type as type_
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.shared.outside import open_outside
from app.ui.trainee.elided import ElidedLabel
from app.ui.trainer.findings import FindingsList
from app.ui.trainer.lint import Finding, duplicate, findings

WIDTH = 350


class TrainerTools(QWidget):
    """Stands at the right of the library. `open_path` is how files and folders are opened, for tests to replace.

    Signals: `copied(scenario_id)` once a copy is in the library.
    """

    copied = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.open_path: Callable[[str], object] = lambda path: open_outside(path, services.messages)
        self._entry: LibraryEntry | None = None
        self._fresh_id = ""
        self._found: tuple[Finding, ...] = ()
        self._title = ElidedLabel(bold=True)
        self._file = ElidedLabel(name="small", ink="muted")
        self._origin = ElidedLabel(name="small", ink="muted")
        self.copy = Button(self.tr("复制一份来改"), icon="copy")
        self.edit = Button(self.tr("打开文件"), icon="edit")
        self.folder = Button(self.tr("本公司的文件夹"), "plain", icon="folder", size="bar")
        self.again = Button(self.tr("重新读"), "plain", icon="refresh", size="bar")
        self.list = FindingsList()
        self._count = Label("", "small", ink="muted")
        self._clean = Label(self.tr("没有要改的，每个场景文件都检查过了。"), "compact", ink="muted", wrap=True)
        self._clean.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._connect()
        self._lay_out()
        self._look()

    def show_entry(self, entry: LibraryEntry | None) -> None:
        """The card that is selected."""
        self._entry = entry
        self.copy.setEnabled(entry is not None)
        self.edit.setEnabled(entry is not None)
        self._title.set_text("" if entry is None else said(entry.title))
        if entry is not None:
            self._file.set_text(Path(entry.path).name)
            shipped = entry.shipped
            self._origin.set_text(self.tr("随软件来的，改请先复制") if shipped else self.tr("本公司的，可以直接改"))
        self.edit.setVisible(entry is not None and not entry.shipped)

    def _connect(self) -> None:
        self.copy.clicked.connect(self._on_copy)
        self.edit.clicked.connect(self._on_edit)
        self.folder.clicked.connect(self._on_folder)
        self.again.clicked.connect(self._on_again)
        self.list.chosen.connect(self._on_file)
        self.services.library_changed.connect(self._on_library)

    def _lay_out(self) -> None:
        self.setFixedWidth(round(WIDTH * max(1.0, min(1.25, type_.scale()))))
        inside = QWidget()
        inside.setProperty("clear", "true")
        area = QScrollArea()  # at large text on a low window the two cards are higher than the page
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        for ground in (area.viewport(), inside):
            ground.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 0, 28, 16)
        column.setSpacing(14)
        one = Card(padding=16, spacing=6)
        one.body.addWidget(Label(self.tr("选中的场景"), "small", ink="muted"))
        one.body.addWidget(self._title)
        one.body.addWidget(self._file)
        one.body.addWidget(self._origin)
        one.body.addSpacing(4)
        one.body.addWidget(self.copy)
        one.body.addWidget(self.edit)
        column.addWidget(one)
        results = Card(padding=16, spacing=6)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("检查结果"), "heading"))
        head.addStretch(1)
        head.addWidget(self._count)
        results.body.addLayout(head)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._clean)
        results.body.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.folder)
        foot.addStretch(1)
        foot.addWidget(self.again)
        results.body.addLayout(foot)
        column.addWidget(results, 1)

    # Lint

    def _look(self) -> None:
        paths = [entry.path for entry in self.services.library.entries]
        self.services.jobs.run(partial(findings, paths), done=self._on_found, owner=self, key="lint")

    def _on_found(self, found: tuple[Finding, ...]) -> None:
        self._found = found
        self.list.found.show(found)
        self._count.set_text(self.tr("{0} 条").format(len(found)) if found else "")
        self._stack.setCurrentWidget(self.list if found else self._clean)

    def _on_library(self) -> None:
        self._look()
        if self._fresh_id and self.services.library.entry(self._fresh_id) is not None:
            fresh, self._fresh_id = self._fresh_id, ""
            self.copied.emit(fresh)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # what one does with a copy next

    # What is pressed

    def _own_folder(self) -> Path:
        return self.services.folder / OWN

    def _on_copy(self) -> None:
        entry = self._entry
        if entry is None:
            return
        taken = [one.id for one in self.services.library.entries]
        work = partial(duplicate, Path(entry.path), self._own_folder(), taken)
        self.services.jobs.write(work, done=self._on_copied, owner=self)

    def _on_copied(self, made: tuple[Path, str]) -> None:
        path, self._fresh_id = made
        words = self.tr("复制好了：{0}，在本公司的文件夹里。").format(path.name)
        self.services.messages.done(words, undo=partial(self._take_back, path))
        self.services.refresh_library()

    def _take_back(self, path: Path) -> None:
        self.services.jobs.write(
            partial(path.unlink, missing_ok=True), done=lambda _: self.services.refresh_library(), owner=self
        )

    def _on_edit(self) -> None:
        if self._entry is not None:
            self.open_path(self._entry.path)

    def _on_file(self, path: str) -> None:
        self.open_path(path)

    def _on_folder(self) -> None:
        folder = self._own_folder()
        make = partial(folder.mkdir, parents=True, exist_ok=True)
        self.services.jobs.write(make, done=lambda _: self.open_path(str(folder)), owner=self)

    def _on_again(self) -> None:
        self._look()
        self.services.refresh_library()
        self.services.messages.show(self.tr("场景文件重新读了一遍。"), "success")
