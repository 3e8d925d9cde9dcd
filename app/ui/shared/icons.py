"""Icons: our own line drawings, in the colour of a role, sharp at any device-pixel ratio."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTemporaryDir
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap

from app.ui.shared.look import theme
from app.ui.shared.paths import ICONS

FOLDER = ICONS


def icon(name: str, role: str = "text", size: int = 18) -> QIcon:
    """The icon `name` in the colour of `role`, as the theme is now; disabled it is muted."""
    made = QIcon()
    made.addPixmap(pixmap(name, role, size))
    made.addPixmap(pixmap(name, "muted", size), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, role: str = "text", size: int = 22, ratio: float | None = None) -> QPixmap:
    """The icon `name`, `size` pixels square in logical pixels. Raises FileNotFoundError for a name without a drawing."""
    return _pixmap(name, theme().hex(role), size, ratio or _ratio())


def names() -> list[str]:
    """Every icon that is drawn."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


@lru_cache(maxsize=256)
def _pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


def image_file(name: str, role: str) -> str:
    """A file with the icon in the colour of `role`, for the style sheet, which takes no pixmap.

    Qt reads SVG there too, but only with a colour written in it, so a coloured copy is kept in a temporary folder.
    """
    return _image_file(name, theme().hex(role))


@lru_cache(maxsize=16)
def _image_file(name: str, color: str) -> str:
    target = Path(_scratch().path()) / f"{name}-{color[1:]}.svg"
    target.write_text(_source(name).replace("currentColor", color), "utf-8")
    return target.as_posix()


@lru_cache(maxsize=1)
def _scratch() -> QTemporaryDir:
    return QTemporaryDir()  # Qt's own: Python's tempfile would cost the start 10 ms


def _ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return max(2.0, screen.devicePixelRatio()) if screen else 2.0


def as_image(name: str, role: str, size: int) -> QImage:
    """The icon as an image, for documents and printing."""
    return pixmap(name, role, size).toImage()
