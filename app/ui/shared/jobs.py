"""Background work: plain data in, plain data out, results on the GUI thread. Nothing else starts a thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

from app.ui.shared.collecting import Collector

log = logging.getLogger(__name__)
T = TypeVar("T")


class Stopped(Exception):
    """Raised by `StopFlag.check` in a job that was told to stop; never reported."""


class StopFlag:
    """What a stoppable job is given: it asks whether to stop, and may report on its way."""

    def __init__(self, report: Callable[[object], None]) -> None:
        self._event = threading.Event()
        self._report = report

    def stopped(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._event.is_set()

    def check(self) -> None:
        """Leave the job where nobody waits any more. Raises Stopped."""
        if self._event.is_set():
            raise Stopped

    def report(self, value: object) -> None:
        """Send plain data to the job's `partial` slot on the GUI thread."""
        if not self._event.is_set():
            self._report(value)

    def stop(self) -> None:
        """Ask the job to stop; its result will be dropped."""
        self._event.set()


class Job(Generic[T]):
    """One piece of work that was handed in. `stop()` drops its result; `over` says that it was delivered or dropped."""

    def __init__(  # noqa: PLR0913  # one object for what `run` takes
        self,
        function: Callable[..., T],
        *,
        stoppable: bool,
        done: Callable[[T], object] | None,
        failed: Callable[[Exception], object] | None,
        partial: Callable[[object], object] | None,
        owner: QObject | None,
        key: str | None,
        writes: bool,
        send: Callable[[object], None],
    ) -> None:
        self.function, self.stoppable, self.key, self.writes = function, stoppable, key, writes
        self.done, self.failed, self.partial = done, failed, partial
        self.owner = owner if owner is not None else _receiver(done) or _receiver(failed)
        self.flag = StopFlag(lambda value: send((self, "partial", value)))
        self.over = False
        self._send = send

    def stop(self) -> None:
        """Drop the result. A write that was handed in is still carried out: only its answer is dropped."""
        self.flag.stop()

    def work(self) -> None:
        """Do the work; called on a worker thread, and nowhere else."""
        if self.flag.stopped() and not self.writes:
            self._send((self, "stopped", None))
            return
        try:
            result = self.function(self.flag) if self.stoppable else self.function()
        except Stopped:
            self._send((self, "stopped", None))
        except Exception as error:  # the edge: whatever a job raises is told on the GUI thread
            self._send((self, "failed", error))
        else:
            self._send((self, "done", result))


class Jobs(QObject):
    """The worker threads: a pool for reading and reckoning, and one thread on which all writes queue.

    Signals: `unhandled(error)` when a job failed and nobody gave a `failed`; `idle()` when the last job was delivered.
    """

    unhandled = Signal(object)
    idle = Signal()
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(4)
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._running: list[Job] = []
        self._closed = False
        Collector(self)
        # This object lives on the GUI thread: an emit from a worker is queued, and the slot runs here.
        self._arrived.connect(self._deliver)

    @property
    def running(self) -> tuple[str, ...]:
        """What is under way, by the name of each function; for tests, and for the log at the end."""
        return tuple(getattr(job.function, "__qualname__", repr(job.function)) for job in self._running)

    def run(
        self,
        function: Callable[..., T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        partial: Callable[[object], object] | None = None,
        owner: QObject | None = None,
        key: str | None = None,
        stoppable: bool = False,
    ) -> Job[T]:
        """Call `function` on a worker; then `done(result)` or `failed(error)` on the GUI thread.

        `function` takes nothing (bind plain data with functools.partial), or a StopFlag where `stoppable`. It must
        never touch a widget. Nothing is delivered once `owner` (else the QObject that `done` belongs to) is gone, or
        after `stop()`; a new job with the same `key` and owner stops the older one.
        """
        return self._start(
            function, done=done, failed=failed, partial=partial, owner=owner, key=key, stoppable=stoppable, writes=False
        )

    def write(
        self,
        function: Callable[..., T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        owner: QObject | None = None,
    ) -> Job[T]:
        """As `run`, on the one thread for writes, in the order of the calls. A write is carried out even when stopped."""
        return self._start(
            function, done=done, failed=failed, partial=None, owner=owner, key=None, stoppable=False, writes=True
        )

    def stop_for(self, owner: QObject) -> None:
        """Stop every job of `owner`: its page was left or its window closed."""
        for job in self._running:
            if job.owner is owner:
                job.stop()

    def close(self) -> None:
        """Stop what can be stopped, wait for the rest. After this, no job is taken and nothing is delivered."""
        self._closed = True
        for job in self._running:
            job.stop()
        self._pool.clear()
        self._writer.waitForDone()
        self._pool.waitForDone()
        self._running.clear()

    def _start(self, function: Callable[..., T], *, writes: bool, **given: object) -> Job[T]:
        job: Job[T] = Job(function, writes=writes, send=self._send, **given)  # type: ignore[arg-type]  # checked by run and write
        if self._closed:
            job.over = True
            return job
        if job.key is not None:
            for other in self._running:
                if other.key == job.key and other.owner is job.owner:
                    other.stop()
        self._running.append(job)
        (self._writer if writes else self._pool).start(_Runnable(job))
        return job

    def _send(self, message: object) -> None:
        try:
            self._arrived.emit(message)
        except RuntimeError:  # the program ended without `close`: nobody is there to be told
            log.info("a result came after the end")

    @Slot(object)
    def _deliver(self, message: tuple[Job, str, object]) -> None:
        job, what, value = message
        if self._closed:
            return
        if what != "partial":
            job.over = True
            self._running.remove(job)
        try:
            self._hand_over(job, what, value)
        finally:
            if not self._running:
                self.idle.emit()

    def _hand_over(self, job: Job, what: str, value: object) -> None:
        wanted = not job.flag.stopped() and (job.owner is None or isValid(job.owner))
        if what == "failed" and (not wanted or job.failed is None):
            assert isinstance(value, Exception)
            if wanted or job.writes:
                self.unhandled.emit(value)  # a write that went wrong is told even when its page has gone
            else:
                log.info("dropped with its page: %s", type(value).__name__)
            return
        slot = {"done": job.done, "failed": job.failed, "partial": job.partial}.get(what)
        if wanted and slot is not None:
            slot(value)  # type: ignore[arg-type]  # what the function returned, as the caller promised


class _Runnable(QRunnable):
    """Carries a job onto a pool thread; the pool deletes it, and the job outlives it."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.work()


def _receiver(slot: Callable[..., object] | None) -> QObject | None:
    owner = getattr(slot, "__self__", None)
    return owner if isinstance(owner, QObject) else None
