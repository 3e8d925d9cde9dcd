"""What is typed and not sent, one small file a drill in the data folder. For jobs, and for a program that must stop."""

from __future__ import annotations

import contextlib
import logging
import re
from pathlib import Path

log = logging.getLogger(__name__)

FOLDER = "drafts"


def read(folder: Path, drill_id: str) -> str:
    """The draft of that drill; empty where there is none."""
    try:
        return _path(folder, drill_id).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def keep(folder: Path, drill_id: str, text: str) -> None:
    """Keep `text`; an empty one is no draft. A disk that refuses is logged: the text still stands on screen."""
    if not text.strip():
        remove(folder, drill_id)
        return
    path = _path(folder, drill_id)
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        fresh.write_text(text, "utf-8", errors="replace")
        fresh.replace(path)
    except OSError as error:
        log.warning("a draft was not kept: %s", error.strerror)
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def remove(folder: Path, drill_id: str) -> None:
    """Forget the draft: it was sent, or the drill has ended."""
    with contextlib.suppress(OSError):
        _path(folder, drill_id).unlink(missing_ok=True)


def _path(folder: Path, drill_id: str) -> Path:
    safe = re.sub(r"[^0-9A-Za-z-]", "", drill_id) or "drill"
    return folder / FOLDER / f"{safe}.txt"
