"""While there are no records: a page that says so, and one that says why and what can be done."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app.records.room import open_records
from app.ui.main_window import MainWindow
from app.ui.opening_page import OpeningPage
from app.ui.services import Services
from app.ui.shared.buttons import Button
from app.ui.shared.outside import documents, open_outside


@pytest.fixture
def starting(qtbot):
    """A window over a folder, whose records are not opened yet."""
    made = []

    def start(folder, *, demo=False):
        services = Services(folder, demo=demo)
        window = MainWindow(services)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        made.append((services, window))
        return services, window

    yield start
    for services, window in made:
        window.close()
        qtbot.waitUntil(lambda one=services: not one.jobs.running, timeout=30000)
        services.close()


def _page(window):
    return window.findChild(OpeningPage)


def _button(window, words):
    return next(one for one in window.findChildren(Button) if one.text().strip() == words and one.isVisible())


def test_filling_the_demo_is_told_and_ends_by_itself(starting, folder, qtbot, monkeypatch):
    import threading

    going_on = threading.Event()
    monkeypatch.setattr("app.demo.fill", lambda _folder: going_on.wait(10))
    services, window = starting(folder, demo=True)
    services.open()
    qtbot.waitUntil(lambda: "演示数据" in _page(window).words and "半分钟" in _page(window).words)
    qtbot.wait(500)
    assert _page(window).isVisible()
    with qtbot.waitSignal(services.opened, timeout=10000):
        going_on.set()
    assert window.here == "first_start"
    assert _page(window).words == ""


def test_an_opening_that_is_over_in_a_moment_shows_no_page(qtbot):
    page = OpeningPage()
    qtbot.addWidget(page)
    page.show_busy(demo=False)
    assert page.words == ""
    page.clear()
    qtbot.wait(500)
    assert page.words == ""


def test_records_of_a_newer_version_are_told_in_the_window(starting, folder, qtbot):
    open_records(folder).close()
    with sqlite3.connect(folder / "records.db") as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    file.close()
    services, window = starting(folder)
    with qtbot.waitSignal(services.not_opened, timeout=10000):
        services.open()
    assert "更新版本" in _page(window).words
    assert "PEILIAN_DATA" in _page(window).words
    qtbot.waitUntil(lambda: QApplication.focusWidget() is _button(window, "再试一次"))


def test_a_folder_that_cannot_be_used_is_told_and_tried_again(starting, tmp_path, qtbot):
    way = tmp_path / "notes"
    way.write_text("a file is in the way", "utf-8")
    services, window = starting(way / "data")
    with qtbot.waitSignal(services.not_opened, timeout=10000):
        services.open()
    assert "数据文件夹用不了" in _page(window).words
    way.unlink()
    with qtbot.waitSignal(services.opened, timeout=10000):
        qtbot.keyClick(_button(window, "再试一次"), Qt.Key.Key_Return)
    assert window.here == "first_start"


def test_home_as_it_was_gives_way_to_the_reason(window, opened):
    opened.not_opened.emit(RuntimeError("a bug"))
    assert window.here == ""
    assert "记录没有打开" in _page(window).words


def test_the_window_can_be_closed_there(window, opened, qtbot):
    opened.not_opened.emit(RuntimeError("a bug"))
    qtbot.mouseClick(_button(window, "关掉陪练"), Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_where_nothing_opens_a_file_its_place_is_told(services, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    open_outside(tmp_path / "场景.yaml", services.messages)
    notice = services.messages.history[-1]
    assert str(tmp_path / "场景.yaml") in notice.text
    assert notice.on_action is not None
    notice.on_action()
    assert QApplication.clipboard().text() == str(tmp_path / "场景.yaml")


def test_what_is_saved_goes_to_a_folder_that_exists(tmp_path, monkeypatch):
    from pathlib import Path

    from PySide6.QtCore import QStandardPaths

    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path / "Documents"))
    assert documents() == str(Path.home())
    (tmp_path / "Documents").mkdir()
    assert documents() == str(tmp_path / "Documents")
