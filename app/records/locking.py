"""A lock that one program holds while it opens the records; the system frees it however the program ends."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.records.faults import locked

_TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
_STEP = 0.02  # seconds


@contextmanager
def opening_lock(folder: Path, database: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the lock of `folder`. Raises PeilianError when another keeps it past `wait_seconds`, OSError."""
    with (folder / "records.lock").open("ab") as file:
        deadline = time.monotonic() + wait_seconds
        while not _take(file):
            if time.monotonic() >= deadline:
                raise locked(database)
            time.sleep(_STEP)
        yield  # closing the file gives the lock back


def _take(file: BinaryIO) -> bool:
    try:
        if os.name == "nt":
            import msvcrt  # Windows only

            file.seek(0)
            getattr(msvcrt, "locking")(file.fileno(), getattr(msvcrt, "LK_NBLCK"), 1)  # noqa: B009  # pyright on Linux
        else:
            import fcntl  # not on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # A file system without locks (some network ones) is no reason not to start; SQLite's own locks remain.
        return error.errno not in _TAKEN
    return True
