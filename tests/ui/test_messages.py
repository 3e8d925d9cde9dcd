"""Messages: shown in one place, logged without what was said, undone with one press; and what happens after a bug."""

from __future__ import annotations

import logging
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.shared.buttons import Button
from app.ui.shared.crash import FAULTS, LOG, CrashGuard, start_log
from app.ui.shared.messages import Messages
from app.ui.shared.toast import Toast
from scoring.sentence import PeilianError, Sentence


@pytest.fixture
def messages(qapp):
    return Messages()


@pytest.fixture
def toast(messages, qtbot):
    room = QWidget()
    room.resize(1000, 600)
    qtbot.addWidget(room)
    made = Toast(messages, room)
    room.show()
    yield made
    room.hide()


def _button(toast, words):
    return next(one for one in toast.findChildren(Button) if one.text() == words and one.isVisible())


def test_a_message_is_shown_at_the_bottom_centre(messages, toast):
    messages.show("网断了，话都存在本机。", "caution")
    assert toast.isVisible()
    assert toast.words == "网断了，话都存在本机。"
    assert abs(toast.geometry().center().x() - 500) <= 1
    assert toast.geometry().bottom() < 600


def test_what_was_done_can_be_undone_with_one_press(messages, toast, qtbot):
    undone = []
    messages.done("改判已保存", undo=lambda: undone.append(True))
    qtbot.mouseClick(_button(toast, "撤销"), Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()


def test_a_failure_stays_until_it_is_closed(messages, toast, qtbot):
    messages.error(PeilianError("磁盘已满，话都在。", "The disk is full."))
    assert messages.history[-1].stays
    qtbot.keyClick(_button(toast, "知道了"), Qt.Key.Key_Return)
    assert not toast.isVisible()


def test_a_named_failure_is_told_in_its_own_words(messages):
    messages.error(PeilianError("磁盘已满，话都在。", "The disk is full."))
    assert messages.history[-1].text == "磁盘已满，话都在。"
    assert messages.history[-1].role == "danger"


def test_a_bug_is_logged_whole_and_told_plainly(messages, caplog):
    messages.error(KeyError("inner"))
    assert "inner" not in messages.history[-1].text
    assert "inner" in caplog.text


def test_a_sentence_is_shown_in_the_language_of_the_windows(messages, seen):
    seen(language="en")
    messages.show(Sentence("存好了", "Saved"))
    assert messages.history[-1].text == "Saved"


def test_what_somebody_said_is_not_in_the_log(messages, caplog):
    caplog.set_level(logging.INFO)
    messages.show("「一边上班一边拿盆接水」说得好", "success")
    assert "拿盆" not in caplog.text


def test_a_long_message_wraps_inside_a_narrow_window(messages, toast):
    toast.parentWidget().resize(420, 400)
    messages.show(
        "这个文件读不了。其余 34 个不受影响。改好以后按一下重新读取，不用重启。" * 2, "danger", action="看原因"
    )
    assert toast.width() <= 420 - 48 + 1
    assert toast.geometry().top() >= 0


def test_a_message_withdrawn_goes(messages, toast):
    messages.show("正在等")
    messages.withdraw()
    assert not toast.isVisible()


@pytest.fixture
def guard(services):
    made = CrashGuard(services)
    made.install()
    yield made
    made.remove()


def test_a_bug_saves_first_then_speaks(services, guard, caplog):
    order = []
    services.add_saver(lambda: order.append("saved"))
    services.messages.shown.connect(lambda _notice: order.append("told"))
    sys.excepthook(ValueError, ValueError("bug"), None)
    assert order == ["saved", "told"]


def test_a_bug_on_a_thread_is_told_on_the_gui_thread(services, guard, qtbot, caplog):
    with qtbot.waitSignal(services.messages.shown):
        thread = threading.Thread(target=lambda: sys.excepthook(ValueError, ValueError("bug"), None))
        thread.start()
        thread.join()
    assert services.messages.history[-1].role == "danger"


def test_a_saver_that_breaks_keeps_no_other_from_saving(services, guard, caplog):
    saved = []
    services.add_saver(lambda: 1 / 0)
    services.add_saver(lambda: saved.append(True))
    sys.excepthook(ValueError, ValueError("bug"), None)
    assert saved == [True]


def test_a_crash_of_the_last_run_is_noticed_once(services, folder, caplog):
    (folder / FAULTS).write_text("Fatal Python error: Segmentation fault\n", "utf-8")
    guard = CrashGuard(services)
    assert guard.install()
    guard.remove()
    assert not (folder / FAULTS).exists()
    again = CrashGuard(services)
    assert not again.install()
    again.remove()


def test_the_log_goes_into_the_data_folder(folder):
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    start_log(folder)
    logging.getLogger("app.test").info("begun")
    for handler in set(root.handlers) - set(before):
        handler.close()
        root.removeHandler(handler)
    root.setLevel(level)
    assert "begun" in (folder / LOG).read_text("utf-8")
