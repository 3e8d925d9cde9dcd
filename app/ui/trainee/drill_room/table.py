"""Carries the acts of one drill to the thread for writes and their snapshots back; at most one at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.library_index import OWN, SHIPPED
from app.ui.services import Services
from app.ui.shared.pages import DrillRequest
from app.ui.trainee.drill_room import drafts
from app.ui.trainee.drill_room.snapshot import Room

if TYPE_CHECKING:
    from app.records.desk import Desk
    from app.ui.trainee.drill_room.play import Play


WARM_UP_MS = 300
"""From the opening line on. Loading the scorer takes a second or two, about as long as the line takes to read; at once, it would
stand in the way of the room's first paint."""


class Table(QObject):
    """Where one drill is played. While an act is under way, further ones are refused.

    Signals: `opened(Room)`, `not_opened(error)`; `answered(Turn)` after a reply, a hand-over or an end,
    `looked_up(fact_id, text, Turn)`, `hinted(RemarkLine, Turn)`, `failed(error)` when an act wasn't recorded.
    """

    opened = Signal(object)
    not_opened = Signal(object)
    answered = Signal(object)
    looked_up = Signal(str, str, object)
    hinted = Signal(object, object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._play: Play | None = None
        self._busy = False
        self._round = 0

    @property
    def busy(self) -> bool:
        """Whether an act is under way."""
        return self._busy

    def open(self, request: DrillRequest) -> None:
        """Begin the drill, or go on with it; what was under way for another is no longer told."""
        self._round += 1
        self._busy, self._play = True, None
        entry = self._services.library.entry(request.scenario_id)
        work = partial(_begin, self._services.folder, request, entry.path if entry else "")
        now = self._round
        self._services.write(
            work,
            done=lambda made: self._on_opened(now, made),
            failed=lambda error: self._on_not_opened(now, error),
            owner=self,
        )

    def reply(self, text: str, elapsed_ms: int) -> bool:
        """Say `text`. False where something is under way."""
        return self._act(lambda play: partial(play.reply, text, elapsed_ms), self.answered.emit)

    def hand_over(self) -> bool:
        """Hand the case over."""
        return self._act(lambda play: play.hand_over, self.answered.emit)

    def break_off(self) -> bool:
        """End the drill here."""
        return self._act(lambda play: play.break_off, self.answered.emit)

    def look_up(self, fact_id: str) -> bool:
        """Look a fact up."""
        return self._act(lambda play: partial(play.look_up, fact_id), lambda found: self.looked_up.emit(*found))

    def hint(self) -> bool:
        """Ask for the next rung of help."""
        return self._act(lambda play: play.hint, lambda found: self.hinted.emit(*found))

    def time_out(self) -> bool:
        """The time of the exam is over."""
        return self._act(lambda play: play.time_out, self.answered.emit)

    def keep_draft(self, drill_id: str, text: str) -> None:
        """Keep what is typed."""
        self._services.jobs.write(partial(drafts.keep, self._services.folder, drill_id, text), owner=self)

    def _act(self, work: Callable[[Play], Callable[[], object]], done: Callable[..., object]) -> bool:
        if self._busy or self._play is None:
            return False
        self._busy = True
        now = self._round

        def told(result: object) -> None:
            if now == self._round:
                self._busy = False
                done(result)

        def failed(error: Exception) -> None:
            if now == self._round:
                self._busy = False
                self.failed.emit(error)

        self._services.jobs.write(work(self._play), done=told, failed=failed, owner=self)
        return True

    def _on_opened(self, now: int, made: tuple[Play, Room]) -> None:
        if now != self._round:
            return
        self._play, room = made
        self._busy = False
        self.opened.emit(room)
        QTimer.singleShot(WARM_UP_MS, self, lambda: self._warm_up(now))

    def _warm_up(self, now: int) -> None:
        if now == self._round and self._play is not None:
            self._services.jobs.write(self._play.warm_up, owner=self)

    def _on_not_opened(self, now: int, error: Exception) -> None:
        if now == self._round:
            self._busy = False
            self.not_opened.emit(error)


def _begin(folder: Path, request: DrillRequest, path: str, desk: Desk) -> tuple[Play, Room]:
    from app.ui.trainee.drill_room.play import begin  # the session's imports are for the worker

    if not path:  # the library's list isn't there yet: a file is mostly named after its scenario
        named = [place / f"{request.scenario_id}.yaml" for place in (SHIPPED, folder / OWN)]
        path = next((str(one) for one in named if one.is_file()), "")
    return begin(folder, request, path, desk)
