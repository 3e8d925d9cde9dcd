"""The main window: going about by rail, key and services; people; places remembered; pages made and dropped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMenu

from app.ui.main_window import MainWindow
from app.ui.rail import PersonButton
from app.ui.shared.buttons import Button
from app.ui.shared.clipping import clipped
from app.ui.shared.pages import Page, PageSpec
from app.ui.surroundings import lacks_fcitx_plugin, remarks


class Plain(Page):
    """A page with one line to type in."""

    def __init__(self, services):
        super().__init__(services)
        self.entered = []
        self.may_leave = True
        self.line = QLineEdit()
        QHBoxLayout(self).addWidget(self.line)

    def enter(self, argument=None):
        self.entered.append(argument)

    def leave(self):
        return self.may_leave

    def first_focus(self):
        return self.line


SPECS = (
    PageSpec("home", Plain, "首页", "home"),
    PageSpec("team", Plain, "大家的成绩", "team", ("supervisor",)),
    PageSpec("library", Plain, "演练库", "book"),
    PageSpec("drill", Plain, full_screen=True),
    PageSpec("first_start", Plain, full_screen=True),
)


@pytest.fixture
def window(opened, qtbot):
    made = MainWindow(opened, SPECS)
    qtbot.addWidget(made)
    made.show()
    opened.person_changed.emit()
    qtbot.waitExposed(made)
    yield made
    made.close()


def _rail(window, words):
    return next(one for one in window.findChildren(Button) if one.text().strip() == words and one.isVisible())


def test_a_trainee_begins_at_home(window):
    assert window.here == "home"
    assert window.page.entered == [None]
    assert _rail(window, "首页").isChecked()


def test_the_rail_goes_to_pages_by_words(window, qtbot):
    qtbot.keyClick(_rail(window, "演练库"), Qt.Key.Key_Return)
    assert window.here == "library"
    assert _rail(window, "演练库").isChecked()
    assert not _rail(window, "首页").isChecked()


def test_a_trainee_is_not_offered_what_is_the_supervisors(window):
    assert not any(one.text().strip() == "大家的成绩" for one in window.findChildren(Button))


def test_a_full_screen_page_hides_the_rail_and_esc_comes_back(window, qtbot):
    window.go("library")
    window.services.go("drill", "slow-response")
    assert window.page.entered == ["slow-response"]
    assert not window.findChild(PersonButton).isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.here == "library"
    assert window.findChild(PersonButton).isVisible()


def test_esc_on_the_first_page_goes_nowhere(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.here == "home"


def test_a_page_that_will_not_be_left_stays(window):
    window.page.may_leave = False
    window.go("library")
    assert window.here == "home"
    window.page.may_leave = True


def test_the_focus_comes_to_where_the_page_wants_it(window, qtbot):
    window.activateWindow()
    window.go("library")
    qtbot.waitUntil(window.page.line.hasFocus)


def test_person_changes_in_two_presses(window, qtbot):
    qtbot.mouseClick(window.findChild(PersonButton), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if one.text().startswith("林静"))
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert window.services.person.name == "林静"
    assert window.here == "team"
    assert window.services.settings.last_person == window.services.person.id


def test_pages_are_made_anew_for_another_person(window):
    before = window.page
    window.services.set_person(window.services.people[2])
    assert window.here == "library"
    window.services.set_person(window.services.people[0])
    assert window.page is not before


def test_nobody_yet_begins_at_the_first_start(services, qtbot):
    window = MainWindow(services, SPECS)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(services.opened):
        services.open()
    assert window.here == "first_start"
    window.close()


def test_another_language_keeps_the_page_and_changes_the_words(window):
    window.go("library")
    window.services.settings.language = "en"
    assert window.here == "library"
    assert _rail(window, "Home").isVisible()
    assert window.windowTitle() == "Peilian"
    window.services.settings.language = "zh"


def test_a_message_is_shown_over_the_page(window):
    window.services.messages.show("存好了", "success")
    assert window.toast.isVisible()
    assert window.toast.words == "存好了"


def test_the_window_comes_back_where_it_was(window, opened, qtbot):
    window.setGeometry(QRect(40, 30, 960, 640))
    window.close()
    again = MainWindow(opened, SPECS)
    qtbot.addWidget(again)
    assert again.size() == window.size()


def test_a_window_left_on_a_screen_that_is_gone_comes_back_on_one_that_exists(window, opened, qtbot):
    window.move(QPoint(9000, 9000))
    window.close()
    again = MainWindow(opened, SPECS)
    qtbot.addWidget(again)
    assert again.screen().availableGeometry().intersects(again.frameGeometry())


def test_the_index_of_the_library_comes_without_its_files_being_imported(opened, qtbot):
    qtbot.waitUntil(lambda: bool(opened.library.entries) and not opened.jobs.running, timeout=10000)
    entry = opened.library.entry("slow-response")
    assert entry is not None
    assert entry.playable
    assert entry.title.en == "Two days without an answer"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("percent", [90, 100, 150])
def test_no_words_of_the_rail_are_cut(window, seen, theme, language, percent):
    seen(theme, language, percent)
    window.rebuild()
    window.resize(1366, 768)
    assert clipped(window) == []


def test_fcitx_without_its_plugin_is_told(tmp_path):
    (tmp_path / "platforminputcontexts").mkdir()
    assert lacks_fcitx_plugin({"XMODIFIERS": "@im=fcitx"}, tmp_path)
    assert lacks_fcitx_plugin({"QT_IM_MODULE": "fcitx5"}, tmp_path)
    assert not lacks_fcitx_plugin({"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "ibus"}, tmp_path)
    assert not lacks_fcitx_plugin({}, tmp_path)
    (tmp_path / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so").touch()
    assert not lacks_fcitx_plugin({"XMODIFIERS": "@im=fcitx"}, tmp_path)


@pytest.mark.usefixtures("chinese_font")
def test_a_machine_with_all_it_needs_gets_no_remark(qapp):
    assert remarks({}) == []
