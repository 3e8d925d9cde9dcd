"""Settings: what is chosen takes effect, people come and go, records go into a file and come back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.records import Role
from app.records.opening import FILE_NAME
from app.ui.main_window import MainWindow
from app.ui.settings import data_card, drill_card
from app.ui.settings_page import SettingsPage
from app.ui.shared.clipping import clipped
from app.ui.shared.i18n import language
from app.ui.shared.look import look
from app.ui.trainee.drill_room.dialogs import Question


@pytest.fixture
def window(opened, qtbot):
    made = MainWindow(opened)
    qtbot.addWidget(made)
    made.show()
    opened.person_changed.emit()
    qtbot.waitExposed(made)
    made.go("settings")
    qtbot.waitUntil(lambda: not opened.jobs.running)
    yield made
    qtbot.waitUntil(lambda: not opened.jobs.running)
    made.close()


@pytest.fixture
def page(window) -> SettingsPage:
    assert isinstance(window.page, SettingsPage)
    return window.page


def settled(qtbot, services):
    qtbot.waitUntil(lambda: not services.jobs.running, timeout=5000)


def names(services):
    return [one.name for one in services.people]


def name_a_file(qtbot, owner, path):
    """Type a path into the file dialog that is open, as a person does."""
    dialog = owner.findChildren(QFileDialog)[-1]
    line = dialog.findChild(QLineEdit)
    line.setText(str(path))
    qtbot.keyClick(line, Qt.Key.Key_Return)


# What is chosen


def test_another_language_shows_the_page_anew_in_it(window, page, qtbot):
    qtbot.mouseClick(page.look.language.button("en"), Qt.MouseButton.LeftButton)
    assert language() == "en"
    assert window.page is not page
    assert window.here == "settings"
    assert window.page.look.language.value() == "en"
    settled(qtbot, window.services)


def test_a_theme_takes_effect_at_once(page, qtbot):
    qtbot.mouseClick(page.look.theme.button("dark"), Qt.MouseButton.LeftButton)
    assert look().theme.dark
    assert page.services.settings.theme == "dark"


def test_the_sample_grows_with_the_text(page, qtbot):
    before = page.look.sample.sizeHint().height()
    qtbot.mouseClick(page.look.text_size.button("150"), Qt.MouseButton.LeftButton)
    assert page.services.settings.text_size == 150
    assert page.look.sample.sizeHint().height() > before


def test_motion_and_feedback_are_kept(page, qtbot):
    settings = page.services.settings
    settings.reduce_motion = True
    page.look.motion.setChecked(True)
    page.look.motion.click()
    qtbot.mouseClick(page.drills.feedback.button("end"), Qt.MouseButton.LeftButton)
    assert (settings.reduce_motion, settings.feedback) == (False, "end")


def test_reading_aloud_is_offered_where_qt_can_speak(services, qtbot, monkeypatch):
    monkeypatch.setattr(drill_card, "can_speak", lambda: True)
    card = drill_card.DrillCard(services.settings)
    qtbot.addWidget(card)
    assert card.aloud is not None
    card.aloud.click()
    assert services.settings.read_aloud


def test_without_qts_speech_one_sentence_says_how_to_get_it(services, qtbot, monkeypatch):
    monkeypatch.setattr(drill_card, "can_speak", lambda: False)
    card = drill_card.DrillCard(services.settings)
    qtbot.addWidget(card)
    assert card.aloud is None


def test_arrows_move_inside_a_row_of_choices(page, qtbot):
    first = page.look.theme.button("light")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert page.services.settings.theme == "dark"


# People


def test_somebody_who_left_no_longer_appears_and_can_be_put_back(page, qtbot):
    services = page.services
    qtbot.mouseClick(page.people.row("何老师").button, Qt.MouseButton.LeftButton)
    settled(qtbot, services)
    qtbot.waitUntil(lambda: not services.people[2].active)
    told = services.messages.history[-1]
    assert "何老师" in told.text
    settled(qtbot, services)
    told.on_action()
    qtbot.waitUntil(lambda: services.people[2].active)
    settled(qtbot, services)


def test_who_has_left_stands_last_and_says_so(page, qtbot):
    services = page.services
    services.records.set_active(services.people[1], active=False)
    services.refresh_people()
    settled(qtbot, services)
    row = page.people.row("林静")
    assert row.button.text() == "重新显示"
    assert row.y() == max(one.y() for one in (page.people.row(name) for name in names(services)))


def test_who_is_at_the_screen_cannot_be_hidden(page):
    assert page.people.row("王秀兰").button is None


def test_adding_somebody_goes_to_the_first_page(page, qtbot):
    with qtbot.waitSignal(page.services.page_wanted) as wanted:
        qtbot.mouseClick(page.people.add, Qt.MouseButton.LeftButton)
    assert wanted.args == ["first_start", None]
    settled(qtbot, page.services)


# Data


def test_the_place_of_the_data_is_shown_and_opened(page, qtbot, monkeypatch, folder):
    opened_ones = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened_ones.append)
    qtbot.mouseClick(page.data.open_folder, Qt.MouseButton.LeftButton)
    assert page.data.place.text() == str(folder)
    assert opened_ones == [QUrl.fromLocalFile(str(folder))]


def test_a_backup_is_written_where_one_says(page, qtbot, tmp_path):
    qtbot.mouseClick(page.data.back_up, Qt.MouseButton.LeftButton)
    name_a_file(qtbot, page.data, tmp_path / "copy.db")
    qtbot.waitUntil(lambda: bool(page.services.messages.history))
    assert str(tmp_path / "copy.db") in page.services.messages.history[-1].text
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM person").fetchone() == (3,)


def test_a_file_that_is_no_backup_is_told_before_anything_is_asked(page, qtbot, tmp_path):
    (tmp_path / "notes.db").write_text("姓名")
    page.data._on_source(str(tmp_path / "notes.db"))
    qtbot.waitUntil(lambda: bool(page.services.messages.history))
    assert "不是陪练的记录" in page.services.messages.history[-1].text
    assert page.data.findChildren(Question) == []


@pytest.fixture
def backup(page, tmp_path):
    """A backup with three people; 新人 came since."""
    page.services.records.back_up(tmp_path / "backup.db")
    page.services.records.add_person("新人", Role.TRAINEE)
    return tmp_path / "backup.db"


def ask(page, qtbot, backup):
    qtbot.mouseClick(page.data.restore, Qt.MouseButton.LeftButton)
    name_a_file(qtbot, page.data, backup)
    qtbot.waitUntil(lambda: bool(page.data.findChildren(Question)))
    return page.data.findChildren(Question)[-1]


def test_a_backup_says_what_is_in_it_and_is_not_used_without_a_yes(page, qtbot, backup):
    dialog = ask(page, qtbot, backup)
    assert "3 个人" in dialog.accessibleDescription()
    dialog.no.click()
    settled(qtbot, page.services)
    assert "新人" in [one.name for one in page.services.records.people()]


def test_a_restored_backup_is_what_the_window_shows(window, page, qtbot, backup, folder):
    services = window.services
    dialog = ask(page, qtbot, backup)
    with qtbot.waitSignal(services.opened, timeout=10_000):
        dialog.yes.click()
    settled(qtbot, services)
    assert names(services) == ["王秀兰", "林静", "何老师"]
    assert services.person.name == "王秀兰"
    assert window.here == "home"
    assert window._rail.isEnabled()
    told = services.messages.history[-1]
    (aside,) = folder.glob("replaced-*")
    assert str(aside) in told.text
    assert (aside / FILE_NAME).exists()


def test_a_restoring_that_fails_leaves_everything_in_use(window, page, qtbot, backup):
    services = window.services
    dialog = ask(page, qtbot, backup)
    backup.write_bytes(b"gone bad meanwhile")
    with qtbot.waitSignal(services.opened, timeout=10_000):
        dialog.yes.click()
    settled(qtbot, services)
    assert services.messages.history[-1].role == "danger"
    services.refresh_people()
    settled(qtbot, services)
    assert "新人" in names(services)


def test_records_of_other_people_ask_who_is_here(window, page, qtbot, tmp_path):
    from app.records.restoring import restore
    from app.records.room import open_records

    services, other = window.services, tmp_path / "other"
    other.mkdir()
    with open_records(other) as records:
        records.add_person("别人", Role.TRAINEE)
    with qtbot.waitSignal(services.opened, timeout=10_000):
        services.replace_records(partial(restore, services.folder, other / FILE_NAME))
    settled(qtbot, services)
    assert services.person is None
    assert window.here == "first_start"


def test_demo_people_come_and_go(window, page, qtbot, monkeypatch):
    services = window.services

    def fill(folder):
        services.records.add_person("示例", Role.TRAINEE, demo=True)

    monkeypatch.setattr(data_card, "_fill", fill)
    qtbot.mouseClick(page.data.demo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "示例" in names(services))
    settled(qtbot, services)
    assert page.data.demo.text() == "移走演示数据"
    qtbot.mouseClick(page.data.demo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "示例" not in names(services))
    settled(qtbot, services)
    assert page.data.demo.text() == "放入演示数据"
    assert services.person.name == "王秀兰"


def test_a_demo_person_at_the_screen_is_asked_who_is_here(window, qtbot):
    services = window.services
    someone = services.records.add_person("示例", Role.TRAINEE, demo=True)
    services.refresh_people()
    settled(qtbot, services)
    services.set_person(someone)
    window.go("settings")
    settled(qtbot, services)
    qtbot.mouseClick(window.page.data.demo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: services.person is None)
    settled(qtbot, services)
    assert window.here == "first_start"


# About, and how it looks


def test_it_says_which_version_this_is_and_what_it_is_made_of(page, qtbot):
    settled(qtbot, page.services)
    assert page.about.version.plain().startswith("陪练 0.")
    assert "SQLAlchemy" in page.about.used.plain()
    assert "LGPL-3.0" in page.about.used.plain()


def test_the_log_is_opened_where_there_is_one(page, qtbot, monkeypatch, folder):
    opened_ones = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened_ones.append(url.toLocalFile()))
    page.about.log.click()
    (folder / "peilian.log").write_text("")
    page.about.log.click()
    assert opened_ones == [str(folder), str(folder / "peilian.log")]


def test_the_rail_goes_on_saying_where_one_is_after_people_changed(window, qtbot):
    window.services.refresh_people()
    settled(qtbot, window.services)
    (marked,) = [one for one in window._rail._buttons.values() if one.isChecked()]
    assert marked.text().strip() == "设置"


@pytest.mark.parametrize("percent", [100, 130, 150])
@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_no_word_is_cut(opened, qtbot, seen, tongue, percent):
    seen("dark", tongue, percent)
    page = SettingsPage(opened)
    qtbot.addWidget(page)
    page.resize(1166, 690)
    page.show()
    settled(qtbot, opened)
    assert clipped(page) == []


def test_a_narrow_window_has_one_column_with_what_this_is_made_of_last(page, window):
    assert page.about.y() > page.drills.y()
    assert page.data.x() > page.look.x()
    window.resize(980, 690)
    page._inside.layout().activate()
    assert page.data.x() == page.look.x()
    assert page.about.y() > page.people.y()
