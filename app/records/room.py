"""The records room: its people, and the desk where each of them asks for drills."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import delete, select

from app.paths import on_network_file_system
from app.records.database import Database, explaining
from app.records.desk import Desk
from app.records.faults import no_such_person, own_file, unwritable
from app.records.opening import Opener
from app.records.reading import person_of
from app.records.tables import CommentRow, DrillRow, PersonRow
from app.records.values import Person, Role
from app.text import clean_text
from scoring.sentence import PeilianError, Sentence

BUSY_SECONDS = 5.0
NAME_LENGTH = 80


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


class Records:
    """The open records. `notices` says what happened on opening that a person should know."""

    def __init__(self, database: Database, notices: tuple[Sentence, ...], clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self.notices = notices

    @property
    def path(self) -> Path:
        """The file that holds them."""
        return self._database.path

    def people(self) -> tuple[Person, ...]:
        """Everyone, in the order in which they came, those who have left included."""
        with self._database.session_scope(writes=False) as session:
            return tuple(person_of(row) for row in session.scalars(select(PersonRow).order_by(PersonRow.id)))

    def add_person(self, name: str, role: Role, *, demo: bool = False) -> Person:
        """A new person; `demo` marks one for looking around. Raises PeilianError where the name is empty or longer than 80 characters."""
        known_as = clean_text(name).text.strip()
        if not 0 < len(known_as) <= NAME_LENGTH:
            raise PeilianError(
                f"姓名要有 1 到 {NAME_LENGTH} 个字，没有添加。请改一下再试。",
                f"A name needs 1 to {NAME_LENGTH} characters; nobody was added. Change it and try again.",
            )
        with self._database.session_scope(writes=True) as session:
            row = PersonRow(name=known_as, role=role, created=self._clock(), active=True, demo=demo)
            session.add(row)
            session.flush()
            return person_of(row)

    def set_active(self, person: Person, *, active: bool) -> Person:
        """Let a person who has left no longer ask for anything (or again). Her drills stay."""
        with self._database.session_scope(writes=True) as session:
            row = session.get(PersonRow, person.id)
            if row is None:
                raise no_such_person()
            row.active = active
            return person_of(row)

    def remove_demo(self) -> int:
        """Remove everyone who was made for looking around, with all that is theirs; returns how many they were."""
        with self._database.session_scope(writes=True) as session:
            ids = list(session.scalars(select(PersonRow.id).where(PersonRow.demo.is_(True))))
            session.execute(delete(CommentRow).where(CommentRow.author_id.in_(ids)))
            session.execute(delete(DrillRow).where(DrillRow.person_id.in_(ids)))
            session.execute(delete(PersonRow).where(PersonRow.id.in_(ids)))
            return len(ids)

    def back_up(self, target: Path) -> None:
        """Copy the records, as they are now, into the file `target`. Raises PeilianError where it can't be written."""
        if target.exists() and target.samefile(self.path):
            raise own_file(target)
        part = target.with_name(target.name + ".part")
        try:
            with explaining(target):
                part.unlink(missing_ok=True)
                with closing(sqlite3.connect(self.path)) as source, closing(sqlite3.connect(part)) as copy:
                    source.backup(copy)
                part.replace(target)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise unwritable(target) from error

    def asked_by(self, person: Person) -> Desk:
        """The desk of `person`, with the role that the records have for her. Raises PeilianError for one who has left."""
        with self._database.session_scope(writes=False) as session:
            row = session.get(PersonRow, person.id)
            if row is None or not row.active:
                raise no_such_person()
            return Desk(self._database, person_of(row), self._clock)

    def close(self) -> None:
        """Close the file. What was committed is safe without it, too."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_records(
    folder: Path,
    *,
    network: bool | None = None,
    busy_seconds: float = BUSY_SECONDS,
    clock: Callable[[], datetime] = utc_now,
) -> Records:
    """Open the records in `folder`, which exists; a new file is begun where there is none, or a damaged one.

    `network` says that the folder lies on a network file system (None: find out); there, SQLite's WAL isn't used.
    `busy_seconds` is how long to wait for another program. Raises PeilianError where the records can't be used.
    """
    remote = on_network_file_system(folder) if network is None else network
    opener = Opener(folder, network=remote, busy_seconds=busy_seconds, clock=clock)
    database = opener.open()
    return Records(database, tuple(opener.notices), clock)
