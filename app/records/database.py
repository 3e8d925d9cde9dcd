"""The connection to the records: how SQLite is set, and the one scope in which they are read and written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.records.faults import explained
from app.records.plain import to_json

_WRITES = "peilian_writes"
_DERIVED = "peilian_derived"


class Database:
    """An open database. Scopes may be used from any thread, each by one."""

    def __init__(self, path: Path, *, busy_seconds: float, network: bool = False) -> None:
        self.path = path
        self._reader = make_engine(path, busy_seconds=busy_seconds)
        self._writer = writing(self._reader)
        # Without a WAL, a commit that doesn't wait could leave a damaged file behind.
        self._deriver = self._writer if network else self._writer.execution_options(**{_DERIVED: True})

    @contextmanager
    def session_scope(self, *, writes: bool, derived: bool = False) -> Iterator[Session]:
        """A session that commits at the end and rolls back on any exception.

        Raises PeilianError for what the disk or another program did; then nothing of the scope is stored. A scope
        that writes holds the write lock from its beginning, so what it reads can't change before it commits.

        `derived`: what is written follows from what is stored already. It outlives the program at once, and a loss of power
        with the next commit that isn't derived: nobody waits for the disk to tell that it has it.
        """
        engine = self._deriver if derived else self._writer if writes else self._reader
        with explaining(self.path), Session(engine) as session, session.begin():
            yield session

    def close(self) -> None:
        """Close every connection; SQLite then folds its WAL into the file."""
        self._reader.dispose()


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turn driver errors of the database at `path` into PeilianError; those that are bugs stay as they are."""
    try:
        yield
    except DBAPIError as error:
        told = explained(error.orig, path) if isinstance(error.orig, sqlite3.Error) else None
        if told is None:
            raise
        raise told from error
    except sqlite3.Error as error:
        told = explained(error, path)
        if told is None:
            raise
        raise told from error


def make_engine(path: Path, *, busy_seconds: float, foreign_keys: bool = True) -> Engine:
    """An engine for the SQLite file at `path`, whose connections are set as `_set_up` says."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": busy_seconds},
        json_serializer=to_json,
    )

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: object) -> None:
        # The driver would begin a transaction only before the first INSERT, and none for DDL; we say BEGIN ourselves.
        connection.isolation_level = None
        _set_up(connection, foreign_keys=foreign_keys)

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        # A write lock that is taken late fails at once when another wrote in between, however long we would wait.
        options: dict[str, Any] = connection.get_execution_options()
        if not options.get(_WRITES):
            connection.exec_driver_sql("BEGIN")
            return
        # Asked each time, since scopes of both kinds share their connections.
        connection.exec_driver_sql(f"PRAGMA synchronous={'NORMAL' if options.get(_DERIVED) else 'FULL'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, taking the write lock at BEGIN."""
    return engine.execution_options(**{_WRITES: True})


def _set_up(connection: sqlite3.Connection, *, foreign_keys: bool) -> None:
    connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
    # With FULL each commit is on the disk before it returns, in WAL mode too; NORMAL loses the last ones with the power.
    connection.execute("PRAGMA synchronous=FULL")
    # macOS keeps writes in the disk's cache unless asked; elsewhere this does nothing.
    connection.execute("PRAGMA fullfsync=ON")
