"""Where the records are, a copy of them and back, and people for looking around."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from app.paths import shown
from app.ui.services import Services
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card
from app.ui.shared.labels import Label, Line
from app.ui.shared.look import set_type
from app.ui.shared.outside import documents, open_outside

if TYPE_CHECKING:
    from app.records.restoring import Backup
    from app.records.room import Records
    from scoring.sentence import Sentence


class DataCard(Card):
    """Everything here works on files, so in jobs; what came of it is told in a message."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("数据"), spacing=12, parent=parent)
        self._services = services
        self.place = QLineEdit(shown(services.folder))
        self.place.setReadOnly(True)
        self.place.setProperty("bare", "true")
        self.place.setAccessibleName(self.tr("数据放在哪里"))
        self.place.setCursorPosition(0)
        set_type(self.place, "compact")
        self.open_folder = Button(self.tr("打开文件夹"), icon="folder", size="bar")
        self.back_up = Button(self.tr("备份到文件"), icon="download", size="bar")
        self.restore = Button(self.tr("从备份恢复"), icon="upload", size="bar")
        self.demo = Button("", size="bar")
        self.demo_words = Label("", "small", ink="muted", wrap=True)
        self._lay_out()
        self.open_folder.clicked.connect(self._on_open_folder)
        self.back_up.clicked.connect(self._on_back_up)
        self.restore.clicked.connect(self._on_restore)
        self.demo.clicked.connect(self._on_demo)
        services.people_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say whether the demo is here."""
        there = self._demo_is_here()
        self.demo.set_text(self.tr("移走演示数据") if there else self.tr("放入演示数据"))
        self.demo_words.set_text(
            self.tr("演示的人都有「演示」二字。移走他们，别人的记录不受影响。")
            if there
            else self.tr("放几个演示的人和三周的成绩进来看看，随时可以整个移走。")
        )
        self.demo.setEnabled(True)

    def _demo_is_here(self) -> bool:
        return any(one.demo for one in self._services.people)

    def _on_open_folder(self) -> None:
        open_outside(self._services.folder, self._services.messages)

    # A copy

    def _on_back_up(self) -> None:
        dialog = self._dialog(self.tr("备份到文件"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.selectFile(self.tr("陪练备份-{0}.db").format(f"{datetime.now().astimezone():%Y-%m-%d}"))
        dialog.fileSelected.connect(self._on_target)
        dialog.open()

    def _on_target(self, path: str) -> None:
        work = partial(_back_up, self._services.records, Path(path))
        self._services.jobs.write(work, done=self._on_backed_up, owner=self)

    def _on_backed_up(self, target: Path) -> None:
        self._services.messages.done(self.tr("备份存好了：{0}").format(shown(target)))

    # And back

    def _on_restore(self) -> None:
        dialog = self._dialog(self.tr("从备份恢复"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_source)
        dialog.open()

    def _on_source(self, path: str) -> None:
        work = partial(_examine, Path(path))
        self._services.jobs.run(work, done=self._ask_first, owner=self, key="examine")

    def _ask_first(self, found: tuple[Path, Backup]) -> None:
        from app.ui.trainee.drill_room.dialogs import Question

        source, backup = found
        dialog = Question(
            self.tr("换成这份备份"), f"{backup_words(backup)}{replaced_words(self._services.folder)}",
            self.tr("换成这份"), self.tr("不换"), self,
        )  # fmt: skip
        dialog.accepted.connect(partial(self._replace, source))
        dialog.open()

    def _replace(self, source: Path) -> None:
        self._services.replace_records(partial(_restore, self._services.folder, source))

    # People for looking around

    def _on_demo(self) -> None:
        self.demo.setEnabled(False)
        services = self._services
        if self._demo_is_here():
            services.jobs.write(services.records.remove_demo, done=partial(_removed, services), owner=services)
        else:
            services.messages.show(self.tr("正在放入演示数据，要几秒钟。"))
            work = partial(_fill, services.folder)
            services.jobs.write(work, done=partial(_filled, services), failed=self._on_not_filled, owner=services)

    def _on_not_filled(self, error: Exception) -> None:
        self.demo.setEnabled(True)
        self._services.messages.error(error)

    def _dialog(self, title: str) -> QFileDialog:
        return file_dialog(self, title, documents())

    def _lay_out(self) -> None:
        self.body.addWidget(Label(self.tr("记录、草稿和设置都在这台电脑的这个文件夹里，不上传。"), "body", wrap=True))
        self.body.addWidget(self.place)
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self.open_folder, self.back_up, self.restore):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(Line())
        self.body.addWidget(self.demo_words)
        last = QHBoxLayout()
        last.addWidget(self.demo)
        last.addStretch(1)
        self.body.addLayout(last)


def file_dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """A dialog over records files, to be opened with `open()`."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setNameFilters([
        QCoreApplication.translate("DataCard", "陪练的记录 (*.db)"),
        QCoreApplication.translate("DataCard", "所有文件 (*)"),
    ])  # fmt: skip
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def backup_words(backup: Backup) -> str:
    """What is in a backup."""
    from app.ui.trainee.scorecard.words import moment_words

    if backup.last_drill is None:
        words = QCoreApplication.translate("DataCard", "这份备份里有 {0} 个人，还没有演练。")
        return words.format(backup.people)
    words = QCoreApplication.translate("DataCard", "这份备份里有 {0} 个人，最近一次演练是 {1}。")
    return words.format(backup.people, moment_words(backup.last_drill))


def replaced_words(folder: Path) -> str:
    """What becomes of the records of now."""
    words = QCoreApplication.translate("DataCard", "现在的记录会原样挪到数据文件夹里一个带日期的文件夹，什么都不覆盖。")
    return words.format(shown(folder))


def _back_up(records: Records, target: Path) -> Path:
    records.back_up(target)
    return target


def _examine(source: Path) -> tuple[Path, Backup]:
    from app.records.restoring import examine

    return source, examine(source)


def _restore(folder: Path, source: Path) -> Sentence:
    from app.records.restoring import restore

    return restore(folder, source)


def _fill(folder: Path) -> None:
    from app.demo import fill

    fill(folder)


def _filled(services: Services, _nothing: None) -> None:
    services.refresh_people()
    services.messages.done(QCoreApplication.translate("DataCard", "演示数据放好了。换成演示的人就能看到。"))


def _removed(services: Services, many: int) -> None:
    words = QCoreApplication.translate("DataCard", "移走了 {0} 个演示的人和他们的成绩。").format(many)
    services.messages.done(words)
    services.refresh_people(then=partial(_choose_again, services))


def _choose_again(services: Services) -> None:
    here = services.person
    if here is not None and not any(one.id == here.id for one in services.people):
        services.set_person(None)
