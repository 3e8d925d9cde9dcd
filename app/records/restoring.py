"""Puts a backup in the place of the records: checked first, the present ones kept whole in a folder of their own."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.paths import reason, shown, unusable
from app.records import faults
from app.records.database import explaining
from app.records.locking import opening_lock
from app.records.opening import FILE_NAME
from app.records.revisions import HEAD, REVISIONS, VERSION_TABLE
from app.records.tables import Base
from scoring.sentence import PeilianError, Sentence

BUSY_SECONDS = 5.0
_MAGIC = b"SQLite format 3\0"
_WAL, _SIDE_FILES = "-wal", ("-wal", "-shm", "-journal")
_OUR_DISK = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})
_WAL_VERSION = 2
"""The header's byte 18 of a file in WAL mode."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What is in a file that was chosen: how many people, the last drill's time (UTC), whether it is of an older version."""

    people: int
    last_drill: datetime | None
    older: bool


def examine(source: Path) -> Backup:
    """Whether `source` can be restored, and what is in it. Raises PeilianError where it can't; nothing is changed."""
    with _explained(source), closing(_open_source(source)) as connection:
        version = _check(connection, source)
        tables = _tables(connection)
        people = connection.execute("SELECT count(*) FROM person").fetchone()[0] if "person" in tables else 0
        last = connection.execute("SELECT max(started) FROM drill").fetchone()[0] if "drill" in tables else None
    moment = datetime.fromisoformat(last).replace(tzinfo=UTC) if last else None
    return Backup(people, moment, version != HEAD)


def restore(
    folder: Path,
    source: Path,
    *,
    busy_seconds: float = BUSY_SECONDS,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Sentence:
    """Put a copy of `source` in the place of the records in `folder`; returns what to tell.

    This program must have closed the records. The present ones are kept as `replaced-<time>/records.db`; at no moment
    is there no records file. Older records are brought up to date by the next opening. Raises PeilianError where
    `source` is no sound backup of this version or an older one, another program holds the records, or the disk
    refuses: then the present records stay in use.
    """
    path = folder / FILE_NAME
    if path.exists() and source.exists() and path.samefile(source):
        raise same_file(source)
    fresh = folder / f"{FILE_NAME}.restoring"
    try:
        with opening_lock(folder, path, busy_seconds):
            try:
                _copy(source, fresh)
                with explaining(path):
                    _fold(path, busy_seconds)
                aside = _keep(path, folder / f"replaced-{faults.stamp(clock())}")
                fresh.replace(path)
            finally:
                _remove(fresh)
    except OSError as error:
        raise unusable(folder, reason(error)) from error
    return restored(aside)


def _copy(source: Path, fresh: Path) -> None:
    """A checked copy of `source`, whole in one file."""
    _remove(fresh)
    with _explained(source), closing(_open_source(source)) as connection:
        _check(connection, source)
        with closing(sqlite3.connect(fresh)) as copy:
            try:
                connection.backup(copy)
            except sqlite3.OperationalError as error:
                if faults.primary_code(error) in _OUR_DISK:
                    with explaining(fresh):
                        raise
                raise
    with _explained(source), closing(sqlite3.connect(fresh)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE").fetchone()
        # Again, and in full: what was read from a stick may have arrived otherwise.
        if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise damaged(source)


def _open_source(source: Path) -> sqlite3.Connection:
    start = _start(source)
    if not start.startswith(_MAGIC):
        raise not_records(source)
    # A closed file in WAL mode: read without locks, or SQLite leaves two files beside somebody's backup, and can't
    # read one that lies on a read-only disk at all.
    closed = start[18:19] == bytes([_WAL_VERSION]) and not source.with_name(source.name + _WAL).exists()
    return sqlite3.connect(
        f"{source.absolute().as_uri()}?mode=ro{'&immutable=1' if closed else ''}", uri=True, timeout=1
    )


def _start(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(100)


def _check(connection: sqlite3.Connection, source: Path) -> str:
    """The version of the records in `source`. Raises PeilianError where they can't be used."""
    tables = _tables(connection)
    if VERSION_TABLE not in tables:
        raise not_records(source)
    row = connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()  # noqa: S608  # a constant
    version = row[0] if row else ""
    if version and version not in REVISIONS:
        raise newer(source)
    if version == HEAD and not tables.issuperset(Base.metadata.tables):
        raise not_records(source)
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise damaged(source)
    return version


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}


def _fold(path: Path, busy_seconds: float) -> None:
    """Bring the present records into one file. Raises sqlite3.OperationalError while another program has them open."""
    if not path.exists() or not _start(path).startswith(_MAGIC):
        return  # SQLite would delete the journal of a file that it doesn't know
    deadline = time.monotonic() + busy_seconds
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        while True:
            try:
                # Leaving WAL works for the only connection to a file, and for no other.
                connection.execute("PRAGMA journal_mode=DELETE").fetchone()
                connection.execute("BEGIN EXCLUSIVE")
                connection.execute("ROLLBACK")
            except sqlite3.DatabaseError as error:
                if faults.primary_code(error) in faults.DAMAGED_CODES:
                    return  # what is damaged is kept with its side files, as it is
                if time.monotonic() >= deadline:
                    raise
                time.sleep(0.02)
            else:
                return


def _keep(path: Path, wanted: Path) -> Path | None:
    """Keep the present records in a new folder and leave them where they are, too; None where there are none."""
    parts = [part for suffix in ("", *_SIDE_FILES) if (part := path.with_name(path.name + suffix)).exists()]
    if not parts:
        return None
    folder, number = wanted, 1
    while folder.exists():
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    folder.mkdir(mode=0o700)
    try:
        for part in parts:
            _twin(part, folder / part.name)
        for part in parts:
            if part != path:  # a journal would be taken for the new file's
                part.unlink()
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _twin(part: Path, target: Path) -> None:
    try:
        os.link(part, target)  # no room needed; the new file takes the old one's name, not its contents
    except OSError:
        shutil.copy2(part, target)


def _remove(path: Path) -> None:
    for suffix in ("", *_SIDE_FILES):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextmanager
def _explained(source: Path) -> Iterator[None]:
    """Turn what SQLite and the disk say of a chosen file into a PeilianError about that file."""
    try:
        yield
    except OSError as error:
        raise unreadable(source, reason(error)) from error
    except sqlite3.Error as error:
        code = faults.primary_code(error)
        if code in faults.LOCKED_CODES:
            raise in_use(source) from error
        # A schema that can't be parsed comes as SQLITE_ERROR.
        if code in faults.DAMAGED_CODES or code == sqlite3.SQLITE_ERROR:
            raise damaged(source) from error
        told = faults.explained(error, source)
        if told is None:
            raise
        raise told from error


def restored(aside: Path | None) -> Sentence:
    """The notice after a backup was put in place."""
    if aside is None:
        return Sentence("已经换成这份备份里的记录。", "The records of this backup are in use now.")
    return Sentence(
        f"已经换成这份备份里的记录。原来的记录原样存在：{shown(aside)}。",
        f"The records of this backup are in use now. The earlier ones are kept as they were in: {shown(aside)}.",
    )


def same_file(source: Path) -> PeilianError:
    """The chosen file is what is in use."""
    return PeilianError(
        f"这就是正在用的记录，不用恢复：{shown(source)}。什么也没有改动。",
        f"These are the records in use, there is nothing to restore: {shown(source)}. Nothing was changed.",
    )


def not_records(source: Path) -> PeilianError:
    """The chosen file is something else."""
    return PeilianError(
        f"这个文件不是陪练的记录：{shown(source)}。现在的记录没有动过。请选用「备份」存下的那个文件。",
        f"This file isn't a backup of Peilian's records: {shown(source)}. Nothing was changed. Choose a file that "
        "“Back up” wrote.",
    )


def damaged(source: Path) -> PeilianError:
    """The chosen file isn't whole."""
    return PeilianError(
        f"这份备份损坏了，没有用它：{shown(source)}。现在的记录没有动过。请换一份更早的备份。",
        f"This backup is damaged and wasn't used: {shown(source)}. The present records are untouched. Choose an "
        "earlier backup.",
    )


def newer(source: Path) -> PeilianError:
    """The chosen file comes from a newer version of the program."""
    return PeilianError(
        f"这份备份是用更新版本的陪练存的，这个版本读不了：{shown(source)}。现在的记录没有动过。更新程序以后再恢复。",
        f"This backup was made by a newer version of Peilian, and this one can't read it: {shown(source)}. The present "
        "records are untouched. Update the program, then restore.",
    )


def in_use(source: Path) -> PeilianError:
    """Another program holds the chosen file."""
    return PeilianError(
        f"这份备份正被另一个程序占用：{shown(source)}。现在的记录没有动过。请关掉那个程序，再试一次。",
        f"Another program is holding this backup: {shown(source)}. The present records are untouched. Close that "
        "program, then try again.",
    )


def unreadable(source: Path, why: Sentence) -> PeilianError:
    """The system doesn't give us the chosen file."""
    return PeilianError(
        f"这个文件读不了（{why.zh}）：{shown(source)}。现在的记录没有动过。请换一个文件，或者检查它的权限。",
        f"This file can't be read ({why.en}): {shown(source)}. The present records are untouched. Choose another "
        "file, or check its permissions.",
    )
