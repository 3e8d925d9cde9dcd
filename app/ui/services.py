"""What every page is given: records, the person at the screen, jobs, settings, messages and the library's index."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from app.ui.shared.jobs import Job, Jobs
from app.ui.shared.messages import Messages
from app.ui.shared.settings import Settings

if TYPE_CHECKING:  # their import costs SQLAlchemy; the records are opened in a job, after the window shows
    from app.records.desk import Desk
    from app.records.room import Records
    from app.records.values import Person
    from app.ui.library_index import LibraryIndex
    from scoring.sentence import Sentence

    _Opened: TypeAlias = tuple[Records, tuple[Person, ...], LibraryIndex]

log = logging.getLogger(__name__)
T = TypeVar("T")


class Services(QObject):
    """Given to each page; there are no globals beside it. Pages are made only once records are open.

    Signals: `recalled()` when it is known who was here last, before the records are open; `opening()` when they are being opened, then `opened()` or `not_opened(error)`; `person_changed()`; `people_changed()`; `library_changed()`;
    `page_wanted(key, argument)` and `back_wanted()`, which the main window follows; `reopening()` when the records are
    closed for a moment: no page may stay, `opened()` follows.
    """

    recalled = Signal()
    opening = Signal()
    opened = Signal()
    not_opened = Signal(object)
    person_changed = Signal()
    people_changed = Signal()
    library_changed = Signal()
    page_wanted = Signal(str, object)
    back_wanted = Signal()
    reopening = Signal()

    def __init__(self, folder: Path, *, demo: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.settings = Settings(folder, self)
        self.jobs = Jobs(self)
        self.messages = Messages(self)
        self.people: tuple[Person, ...] = ()
        self.person: Person | None = None
        self._records: Records | None = None
        self._library: LibraryIndex | None = None
        self.demo = demo
        """Whether the demo is put in when the records are opened."""
        self._savers: list[Callable[[], object]] = []
        self.jobs.unhandled.connect(self.messages.error)

    # Records

    @property
    def records(self) -> Records:
        """The open records, for jobs only: every call reads or writes the disk."""
        assert self._records is not None, "pages are made after `opened`"
        return self._records

    @property
    def ready(self) -> bool:
        """Whether the records are open; before that only `recalled` pages are on screen, with what they kept."""
        return self._records is not None

    def recall(self) -> None:
        """Before the records are open: who was at the screen last, as Home kept it. Says `recalled` where there is one."""
        from app.ui.trainee.home_data import recalled_person

        if self.demo:
            return  # putting it in takes a while, in which a page of then would answer to nothing
        person = recalled_person(self.folder, self.settings.last_person)
        if person is not None and not self.ready:
            self.person = cast(
                "Person", person
            )  # it has what a page shows of a person; the real one comes with `opened`
            self.people = (self.person,)
            self.recalled.emit()

    def open(self) -> None:
        """Open the records on the thread for writes, then say `opened`. Importing SQLAlchemy happens there, too."""
        self.opening.emit()
        self.jobs.write(partial(_open, self.folder, self.demo), done=self._on_opened, failed=self.not_opened.emit)

    def ask(
        self,
        question: Callable[[Desk], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        owner: QObject | None = None,
        key: str | None = None,
    ) -> Job[T]:
        """Read from the desk of the person at the screen: `question(desk)` runs on a worker, `done` here."""
        work = partial(_at_desk, self.records, self._somebody(), question)
        return self.jobs.run(work, done=done, failed=failed, owner=owner, key=key)

    def write(
        self,
        change: Callable[[Desk], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        owner: QObject | None = None,
    ) -> Job[T]:
        """Write at the desk of the person at the screen, in the order of the calls."""
        work = partial(_at_desk, self.records, self._somebody(), change)
        return self.jobs.write(work, done=done, failed=failed, owner=owner)

    def replace_records(self, change: Callable[[], Sentence]) -> None:
        """Close the records, have `change` put others in their place, open what is there then, and tell how it went.

        `change` runs on the thread for writes. Where it raises, the records of before are opened again.
        """
        self.save_all()
        self.reopening.emit()
        work = partial(_replaced, self.records, self.folder, change)
        self.jobs.write(work, done=self._on_replaced, failed=self.not_opened.emit, owner=self)

    # People

    def set_person(self, person: Person | None) -> None:
        """Somebody else is at the screen; pages are made anew."""
        self.person = person
        self.settings.last_person = person.id if person is not None else 0
        self.person_changed.emit()

    def refresh_people(self, *, then: Callable[[], object] | None = None) -> None:
        """Read the list of people again, after one came, left or was renamed."""

        def read(people: tuple[Person, ...]) -> None:
            self.people = people
            self.people_changed.emit()
            if then is not None:
                then()

        self.jobs.run(self.records.people, done=read, owner=self, key="people")

    # Library

    @property
    def library(self) -> LibraryIndex:
        """Every scenario, without its file having been read."""
        assert self._library is not None, "pages are made after `opened`"
        return self._library

    def refresh_library(self) -> None:
        """Look at the scenario files again on a worker; `library_changed` follows when anything differs."""
        self.jobs.run(partial(self.library.rebuilt, self.folder), done=self._on_library, owner=self, key="library")

    # Going about

    def go(self, key: str, argument: object = None) -> None:
        """Go to a page: "home", "library", "drill" with a DrillRequest, "scorecard" with a ScorecardRequest …"""
        self.page_wanted.emit(key, argument)

    def back(self) -> None:
        """Go back to the page before."""
        self.back_wanted.emit()

    # What must not be lost

    def add_saver(self, saver: Callable[[], object]) -> None:
        """Have `saver` called first when the program has to stop for a bug; quick, and on the GUI thread."""
        self._savers.append(saver)

    def remove_saver(self, saver: Callable[[], object]) -> None:
        """The page of `saver` is going."""
        if saver in self._savers:
            self._savers.remove(saver)

    def save_all(self) -> None:
        """Call every saver; one that fails doesn't keep the others from it."""
        for saver in self._savers:
            try:
                saver()
            except Exception:
                log.exception("a saver failed")

    def close(self) -> None:
        """Stop the jobs, wait for the writes, close the records."""
        self.jobs.close()
        self.settings.save()
        if self._records is not None:
            self._records.close()
            self._records = None

    def _somebody(self) -> Person:
        assert self.person is not None, "a page that asks is made after a person was chosen"
        return self.person

    def _on_opened(self, opened: _Opened) -> None:
        self._records, self.people, self._library = opened
        self.demo = False
        for notice in self._records.notices:
            self.messages.show(notice, "caution", stays=True)
        last = self.settings.last_person
        self.person = next((one for one in self.people if one.id == last and one.active), None)
        self.opened.emit()
        self.refresh_library()

    def _on_replaced(self, result: tuple[Sentence | Exception, _Opened]) -> None:
        told, opened = result
        before = self.person
        if before is not None and not any((one.id, one.name) == (before.id, before.name) for one in opened[1]):
            self.settings.last_person = 0  # somebody else has that number in these records
        self._on_opened(opened)
        if isinstance(told, Exception):
            self.messages.error(told)
        else:
            self.messages.show(told, "success", stays=True)

    def _on_library(self, index: LibraryIndex) -> None:
        if index != self._library:
            self._library = index
            self.library_changed.emit()


def _open(folder: Path, demo: bool) -> _Opened:
    from app.paths import make_usable
    from app.records.room import open_records
    from app.ui.library_index import LibraryIndex

    make_usable(folder)
    if demo:
        from app.demo import fill

        fill(folder)
    records = open_records(folder)
    return records, records.people(), LibraryIndex.read(folder)


def _replaced(records: Records, folder: Path, change: Callable[[], Sentence]) -> tuple[Sentence | Exception, _Opened]:
    records.close()
    told: Sentence | Exception
    try:
        told = change()
    except Exception as error:  # whatever it was, the records are opened again first
        told = error
    return told, _open(folder, demo=False)


def _at_desk(records: Records, person: Person, question: Callable[[Desk], T]) -> T:
    return question(records.asked_by(person))
