"""Cycles of Python are collected on the GUI thread only: a widget in one must not be destroyed by a worker."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from app.ui.shared.jobs import Jobs


class Ring(QObject):
    """Holds itself."""

    def __init__(self):
        super().__init__()
        self.own = self


def test_a_worker_that_allocates_much_collects_nothing(services, qtbot):
    left = weakref.ref(Ring())
    seen = []

    def busy():
        return [[number] for number in range(50_000)]

    services.jobs.run(busy, done=lambda made: seen.append(len(made)), owner=services)
    qtbot.waitUntil(lambda: bool(seen))
    assert left() is not None or threading.current_thread() is threading.main_thread()
    assert not gc.isenabled()


def test_what_nobody_holds_goes_by_itself_on_the_gui_thread(qtbot):
    jobs = Jobs()
    gone_on = []
    weakref.finalize(Ring(), lambda: gone_on.append(threading.current_thread()))
    kept = [[number] for number in range(2_000)]
    qtbot.waitUntil(lambda: bool(gone_on), timeout=5000)
    assert gone_on == [threading.main_thread()]
    assert len(kept) == 2_000
    jobs.close()
