"""Work off the GUI thread: results come back on it, in order, and to nobody who has gone."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject

from app.ui.shared.jobs import Jobs


class Receiver(QObject):
    def __init__(self):
        super().__init__()
        self.got = []
        self.threads = []

    def take(self, value):
        self.got.append(value)
        self.threads.append(threading.current_thread())


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def receiver(qapp):
    return Receiver()


def test_work_runs_elsewhere_and_its_result_comes_to_the_gui_thread(jobs, receiver, qtbot):
    with qtbot.waitSignal(jobs.idle):
        jobs.run(threading.current_thread, done=receiver.take)
    assert receiver.got[0] is not threading.main_thread()
    assert receiver.threads == [threading.main_thread()]


def test_an_exception_comes_to_failed(jobs, receiver, qtbot):
    with qtbot.waitSignal(jobs.idle):
        jobs.run(partial(int, "x"), done=pytest.fail, failed=receiver.take)
    assert isinstance(receiver.got[0], ValueError)


def test_an_exception_that_nobody_takes_is_told(jobs, qtbot):
    with qtbot.waitSignal(jobs.unhandled) as told:
        jobs.run(partial(int, "x"))
    assert isinstance(told.args[0], ValueError)


def test_writes_keep_their_order_on_one_thread(jobs, receiver, qtbot):
    with qtbot.waitSignal(jobs.idle):
        for number in range(50):
            jobs.write(partial(lambda n: (n, threading.get_ident()), number), done=receiver.take)
    assert [number for number, _ in receiver.got] == list(range(50))
    assert len({thread for _, thread in receiver.got}) == 1


def test_a_stopped_job_delivers_nothing(jobs, receiver, qtbot):
    gate = threading.Event()
    job = jobs.run(gate.wait, done=receiver.take)
    job.stop()
    with qtbot.waitSignal(jobs.idle):
        gate.set()
    assert receiver.got == []
    assert job.over


def test_a_stoppable_job_learns_that_it_is_stopped(jobs, receiver, qtbot):
    begun = threading.Event()

    def work(flag):
        begun.set()
        while not flag.stopped():
            pass
        flag.check()

    job = jobs.run(work, done=receiver.take, failed=receiver.take, stoppable=True)
    begun.wait(2)
    with qtbot.waitSignal(jobs.idle):
        job.stop()
    assert receiver.got == []


def test_a_newer_job_of_the_same_key_replaces_the_older(jobs, receiver, qtbot):
    gate = threading.Event()
    jobs.run(lambda: gate.wait() and "old", done=receiver.take, key="list")
    with qtbot.waitSignal(jobs.idle):
        jobs.run(lambda: "new", done=receiver.take, key="list")
        gate.set()
    assert receiver.got == ["new"]


def test_a_job_reports_on_its_way(jobs, receiver, qtbot):
    def work(flag):
        for part in range(3):
            flag.report(part)
        return "end"

    with qtbot.waitSignal(jobs.idle):
        jobs.run(work, partial=receiver.take, done=receiver.take, stoppable=True)
    assert receiver.got == [0, 1, 2, "end"]


def test_nothing_is_delivered_to_a_page_that_is_gone(jobs, qtbot):
    from shiboken6 import delete

    receiver = Receiver()
    got = receiver.got
    gate = threading.Event()
    jobs.run(gate.wait, done=receiver.take)
    delete(receiver)
    with qtbot.waitSignal(jobs.idle):
        gate.set()
    assert got == []


def test_leaving_a_page_stops_its_jobs_only(jobs, receiver, qtbot):
    other = Receiver()
    gate = threading.Event()
    jobs.run(gate.wait, done=receiver.take)
    jobs.run(gate.wait, done=other.take)
    jobs.stop_for(receiver)
    with qtbot.waitSignal(jobs.idle):
        gate.set()
    assert (receiver.got, other.got) == ([], [True])


def test_a_write_is_carried_out_even_when_it_was_stopped(jobs, receiver, qtbot):
    done = threading.Event()
    with qtbot.waitSignal(jobs.idle):
        jobs.write(done.set, done=receiver.take).stop()
    assert done.is_set()
    assert receiver.got == []


def test_quitting_waits_for_writes_and_takes_no_more_work(qapp, receiver):
    jobs = Jobs()
    done = threading.Event()
    jobs.write(done.set, done=receiver.take)
    jobs.close()
    assert done.is_set()
    assert jobs.run(int, done=receiver.take).over
    assert jobs.running == ()
    assert receiver.got == []


def test_a_thousand_jobs_leave_nothing_behind(jobs, receiver, qtbot):
    with qtbot.waitSignal(jobs.idle):
        for number in range(1000):
            jobs.run(partial(abs, -number), done=receiver.take)
    assert sorted(receiver.got) == list(range(1000))
    assert jobs.running == ()
