"""Opens the records file: checks it, moves a damaged one aside, makes a new one, brings an old one up to date."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.schema import CreateIndex, CreateTable

from app.paths import reason, unusable
from app.records import faults
from app.records.database import Database, explaining, make_engine, writing
from app.records.locking import opening_lock
from app.records.revisions import HEAD, REVISIONS, VERSION_TABLE, migrate
from app.records.tables import Base
from scoring.sentence import Sentence

FILE_NAME = "records.db"
_MAGIC = b"SQLite format 3\0"
_SIDE_FILES = ("-wal", "-shm", "-journal")


class _DamagedError(Exception):
    """The file isn't a database that we can use."""


class Opener:
    """One opening of the records in `folder`. `notices` gathers what the person should be told."""

    def __init__(self, folder: Path, *, network: bool, busy_seconds: float, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._path = folder / FILE_NAME
        self._network = network
        self._busy_seconds = busy_seconds
        self._clock = clock
        self.notices: list[Sentence] = []

    def open(self) -> Database:
        """The database, checked and of this version. Raises PeilianError."""
        try:
            # Two programs that start at once must not both move, make or migrate the file.
            with opening_lock(self._folder, self._path, self._busy_seconds), explaining(self._path):
                self._prepare()
        except OSError as error:
            raise unusable(self._folder, reason(error)) from error
        return Database(self._path, busy_seconds=self._busy_seconds, network=self._network)

    def _prepare(self) -> None:
        if self._path.is_dir():
            raise faults.unwritable(self._path)
        if not self._looks_sound():
            self._move_aside()
        with closing(self._connect()) as connection:
            try:
                version = self._check(connection)
            except _DamagedError:
                self._move_aside_open(connection)
                version = None
        if version is None:
            self._create()
        elif version != HEAD:
            self._migrate(version)

    def _looks_sound(self) -> bool:
        # Asked before SQLite is: on opening it would delete a -wal that doesn't belong to the file.
        start = b""
        if self._path.exists():
            with self._path.open("rb") as file:
                start = file.read(len(_MAGIC))
        journal = self._path.with_name(f"{FILE_NAME}-wal")
        return start == _MAGIC or (start == b"" and not (journal.exists() and journal.stat().st_size))

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._path, timeout=self._busy_seconds, isolation_level=None)

    def _check(self, connection: sqlite3.Connection) -> str | None:
        """The version of the schema: None for an empty file, "" before the first. Raises _DamagedError."""
        try:
            self._set_journal(connection)
            # About two seconds a gigabyte; a drill is some 50 kB.
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise _DamagedError
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
            if not tables:
                return None
            if VERSION_TABLE not in tables:
                raise _DamagedError
            rows = connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchall()  # noqa: S608  # a constant
        except sqlite3.DatabaseError as error:
            code = faults.primary_code(error)
            # A schema that can't be parsed comes as SQLITE_ERROR from some statements.
            if code in faults.DAMAGED_CODES or code == sqlite3.SQLITE_ERROR:
                raise _DamagedError from error
            raise
        version = rows[0][0] if rows else ""
        if version and version not in REVISIONS:
            raise faults.newer(self._path)
        if version == HEAD and not tables.issuperset(Base.metadata.tables):
            raise _DamagedError
        return version

    def _set_journal(self, connection: sqlite3.Connection) -> None:
        if not self._network:
            connection.execute("PRAGMA journal_mode=WAL").fetchone()
            return
        # Leaving WAL without its shared memory, which a network file system doesn't give, needs the file for us alone.
        connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchone()
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        connection.execute("PRAGMA locking_mode=NORMAL").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # only a read gives the lock back

    def _move_aside_open(self, connection: sqlite3.Connection) -> None:
        # SQLite folds the WAL into the file when its last connection closes, unless the file has moved away: so it is
        # moved first and stays as it was found. Windows doesn't move open files.
        if os.name == "nt":
            connection.close()
        self._move_aside()
        connection.close()

    def _move_aside(self) -> None:
        aside = self._new_folder(f"damaged-{faults.stamp(self._clock())}")
        for suffix in (*_SIDE_FILES, ""):  # the file itself last: interrupted, it is found damaged again
            part = self._path.with_name(FILE_NAME + suffix)
            if part.exists():
                part.rename(aside / part.name)
        self.notices.append(faults.moved_aside(aside))

    def _new_folder(self, name: str) -> Path:
        number = 1
        while True:
            folder = self._folder / (name if number == 1 else f"{name}-{number}")
            try:
                folder.mkdir(mode=0o700)
            except FileExistsError:
                number += 1
            else:
                return folder

    def _create(self) -> None:
        # By the tables as they are: importing Alembic for the same result would cost half a second. A test compares.
        engine = make_engine(self._path, busy_seconds=self._busy_seconds)
        try:
            with closing(self._connect()) as connection:
                self._set_journal(connection)
            with writing(engine).begin() as connection:
                _make_tables(connection)
                connection.exec_driver_sql(
                    f"CREATE TABLE {VERSION_TABLE} (\n\tversion_num VARCHAR(32) NOT NULL, \n"
                    f"\tCONSTRAINT {VERSION_TABLE}_pkc PRIMARY KEY (version_num)\n)"
                )
                connection.exec_driver_sql(f"INSERT INTO {VERSION_TABLE} VALUES (?)", (HEAD,))  # noqa: S608
        finally:
            engine.dispose()

    def _migrate(self, version: str) -> None:
        backup = self._back_up(version or "0000")
        engine = make_engine(self._path, busy_seconds=self._busy_seconds, foreign_keys=False)
        try:
            with writing(engine).begin() as connection:
                migrate(connection)
        finally:
            engine.dispose()
        self.notices.append(faults.migrated(backup))

    def _back_up(self, version: str) -> Path:
        folder = self._folder / "backups"
        folder.mkdir(mode=0o700, exist_ok=True)
        name = f"records-{version}-{faults.stamp(self._clock())}"
        number = 1
        while (backup := folder / f"{name}{'' if number == 1 else f'-{number}'}.db").exists():
            number += 1
        partial = backup.with_suffix(".part")  # an interrupted copy never looks like a backup
        partial.unlink(missing_ok=True)
        with closing(self._connect()) as source, closing(sqlite3.connect(partial)) as target:
            source.backup(target)
        partial.rename(backup)
        return backup


def _make_tables(connection: Connection) -> None:
    """Make every table, and its indexes from the shortest to the longest.

    `create_all` makes indexes in the order of a set, another in each process. Between two that fit, SQLite decides by
    that order, so some new files read a list by an index that leaves one of its filters out.
    """
    for table in Base.metadata.sorted_tables:
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda one: (len(one.columns), str(one.name))):
            connection.execute(CreateIndex(index))
