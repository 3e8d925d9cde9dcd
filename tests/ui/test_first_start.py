from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.ui.main_window import MainWindow
from app.ui.shared.clipping import clipped
from app.ui.shared.pages import DrillRequest
from app.ui.trainee.first_start import FirstStartPage
from app.ui.trainee.first_start_parts import ROLES, role_says, role_steps


@pytest.fixture
def first(services, qtbot):
    """The page over an empty data folder: nobody was added yet."""
    with qtbot.waitSignal(services.opened, timeout=5000):
        services.open()
    page = FirstStartPage(services)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.enter()
    return page


@pytest.fixture
def wanted(services):
    found: list[tuple[str, object]] = []
    services.page_wanted.connect(lambda key, argument: found.append((key, argument)))
    return found


def add(page: FirstStartPage, qtbot, name: str, role: str = "trainee") -> None:
    page.role.button(role).click()
    page.name.setFocus()
    page.name.insert(name)  # QTest types no Chinese
    qtbot.keyClick(page.name, Qt.Key.Key_Return)


def names(page: FirstStartPage) -> list[str]:
    return [person.name for person in page.services.people]


def test_a_new_trainee_is_offered_the_guided_drill(first, services, wanted, qtbot):
    add(first, qtbot, "王秀兰")
    qtbot.waitUntil(first.offer.isVisible, timeout=5000)
    assert not services.settings.first_start_done or services.settings.last_person == 0
    qtbot.mouseClick(first.offer.start, Qt.MouseButton.LeftButton)
    assert services.person.name == "王秀兰"
    assert wanted == [("drill", DrillRequest(scenario_id="slow-response", guided=True))]
    assert services.settings.first_start_done


def test_the_guided_drill_can_wait(first, services, wanted, qtbot):
    add(first, qtbot, "王秀兰")
    qtbot.waitUntil(first.offer.isVisible, timeout=5000)
    qtbot.mouseClick(first.offer.later, Qt.MouseButton.LeftButton)
    assert services.person.name == "王秀兰"
    assert wanted == []


@pytest.mark.parametrize("role", ["supervisor", "trainer"])
def test_a_supervisor_and_a_trainer_go_to_work_at_once(first, services, qtbot, role):
    with qtbot.waitSignal(services.person_changed, timeout=5000):
        add(first, qtbot, "林静", role)
    assert services.person.role == role


def test_the_enter_of_an_input_method_adds_nobody(first, qtbot):
    first.name.setFocus()
    QApplication.sendEvent(first.name, QInputMethodEvent("wangxiulan", []))
    qtbot.keyClick(first.name, Qt.Key.Key_Return)
    assert not first._fault.isVisible()
    commit = QInputMethodEvent()
    commit.setCommitString("王秀兰")
    QApplication.sendEvent(first.name, commit)
    qtbot.keyClick(first.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(first) == ["王秀兰"], timeout=5000)


def test_an_empty_name_is_asked_for(first, qtbot):
    add(first, qtbot, "  ")
    assert first._fault.plain() == "先写上姓名。"
    assert names(first) == []
    first.name.insert("王")
    assert not first._fault.isVisible()


def test_a_second_person_of_the_same_name_is_told_apart(opened, qtbot):
    page = FirstStartPage(opened)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    add(page, qtbot, "王秀兰")
    assert "已经有一位「王秀兰」了" in page._fault.plain()
    assert names(page).count("王秀兰") == 1


def test_who_is_here_already_needs_one_press(opened, qtbot):
    opened.set_person(None)
    page = FirstStartPage(opened)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    assert page.first_focus() is page.people_buttons[0]
    qtbot.mouseClick(page.people_buttons[1], Qt.MouseButton.LeftButton)
    assert opened.person.name == "林静"


def test_there_is_a_way_back_only_for_who_was_here(opened, qtbot):
    page = FirstStartPage(opened)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    assert page._bar.back_button.isVisible()
    assert page.first_focus() is page.name
    opened.person = None
    page.enter()
    assert not page._bar.back_button.isVisible()


def test_the_first_start_of_an_empty_folder_is_this_page(services, qtbot):
    window = MainWindow(services)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(services.opened, timeout=5000):
        services.open()
    assert isinstance(window.page, FirstStartPage)
    add(window.page, qtbot, "林静", "trainer")
    qtbot.waitUntil(lambda: window.here == "library", timeout=5000)
    window.close()


def test_each_role_knows_what_to_do_first():
    for role in ROLES:
        assert role_says(role)
        assert len(role_steps(role)) == 3


@pytest.mark.parametrize("percent", [100, 130])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_words_of_the_first_start_are_cut(opened, qtbot, seen, theme, language, percent):
    seen(theme, language, percent)
    page = FirstStartPage(opened)
    qtbot.addWidget(page)
    page.resize(1366, 690)
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: clipped(page) == [], timeout=2000)
    page.offer.show_name("周晓燕")
    page._steps.setCurrentIndex(1)
    qtbot.waitUntil(lambda: clipped(page) == [], timeout=2000)
