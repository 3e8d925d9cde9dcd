"""What this program is made of, which version it is, and where its log lies."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.services import Services
from app.ui.shared.buttons import Button
from app.ui.shared.cards import Card
from app.ui.shared.crash import LOG
from app.ui.shared.labels import Label
from app.ui.shared.outside import open_outside

PROGRAM = "peilian"
ROOT = Path(__file__).resolve().parents[3]
USED = (
    ("PySide6_Essentials", "LGPL-3.0"), ("SQLAlchemy", "MIT"), ("alembic", "MIT"), ("pydantic", "MIT"),
    ("ruamel.yaml", "MIT"), ("pypinyin", "MIT"), ("platformdirs", "MIT"), ("typer", "MIT"), ("rich", "MIT"),
)  # fmt: skip
"""What the program uses, by its name among Python's packages, and its licence."""


class Versions(NamedTuple):
    """The program's own version, and 「name version, licence」 of what it uses; "" for a version nobody wrote down."""

    own: str
    used: tuple[tuple[str, str, str], ...]


class AboutCard(Card):
    """Versions are read in a job: they lie in files."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("关于"), spacing=10, parent=parent)
        self._services = services
        self.version = Label(self.tr("陪练"), "body", bold=True)
        self.used = Label("", "small", ink="muted", wrap=True)
        self.log = Button(self.tr("打开日志"), icon="doc", size="bar")
        self.body.addWidget(self.version)
        self.body.addWidget(Label(self.tr("评分和模拟客户都在这台电脑上，不用网络。"), "body", wrap=True))
        self.body.addWidget(self.used)
        words = self.tr("程序出了毛病时的记录在日志里，里面没有谁说过的话。")
        self.body.addWidget(Label(words, "small", ink="muted", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.log)
        row.addStretch(1)
        self.body.addLayout(row)
        self.log.clicked.connect(self._on_log)
        services.jobs.run(read_versions, done=self._on_versions, owner=self)

    def _on_versions(self, versions: Versions) -> None:
        self.version.set_text(self.tr("陪练 {0}").format(versions.own).strip())
        parts = [
            self.tr("{0}（{1}）").format(f"{name} {version}".strip(), licence)
            for name, version, licence in versions.used
        ]
        self.used.set_text(self.tr("用到的：{0}。").format(self.tr("、").join(parts)))

    def _on_log(self) -> None:
        folder: Path = self._services.folder
        log = folder / LOG
        open_outside(log if log.exists() else folder, self._services.messages)


def read_versions() -> Versions:
    """Which versions are installed. For a job."""
    return Versions(_version(PROGRAM), tuple((name, _version(name), licence) for name, licence in USED))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return _version_of_the_source() if name == PROGRAM else ""


def _version_of_the_source() -> str:
    """Started from the source without having been installed."""
    import tomllib

    try:
        return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    except (OSError, tomllib.TOMLDecodeError, KeyError):
        return ""
