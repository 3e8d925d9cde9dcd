from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.ui.library_index import OWN
from app.ui.shared.clipping import clipped
from app.ui.shared.pages import DrillRequest, StudyRequest
from app.ui.trainee.library import LibraryPage
from app.ui.trainee.library_card_paint import two_lines
from app.ui.trainee.library_model import CARD, Scenarios, in_order
from app.ui.trainee.library_words import STAGES
from tests.ui.drills import add_drill

BROKEN = "id: broken\nkind: complaint\n"


@pytest.fixture
def library(opened, qtbot):
    """Brings the library up: `library()` gives the page with all its data."""

    def bring(width: int = 1198, height: int = 768) -> LibraryPage:
        qtbot.waitUntil(lambda: len(opened.library.entries) > 0 and not opened.jobs.running, timeout=10000)
        page = LibraryPage(opened)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.enter()
        qtbot.waitUntil(lambda: not opened.jobs.running, timeout=5000)
        return page

    return bring


@pytest.fixture
def wanted(opened):
    found: list[tuple[str, object]] = []
    opened.page_wanted.connect(lambda key, argument: found.append((key, argument)))
    return found


def titles(page: LibraryPage) -> list[str]:
    model = page.grid.model()
    return [model.index(row, 0).data(CARD).entry.title.zh for row in range(model.rowCount())]


def search(page: LibraryPage, qtbot, text: str) -> list[str]:
    page.search.setFocus()
    page.search.setText(text)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    return titles(page)


def test_every_scenario_has_a_card(library, opened):
    page = library()
    assert sorted(titles(page)) == sorted(entry.title.zh for entry in opened.library.entries)


@pytest.mark.parametrize("text", ["没人理", "meirenli", "mrl", "周女士"])
def test_a_scenario_is_found_by_characters_pinyin_and_initials(library, qtbot, text):
    assert search(library(), qtbot, text) == ["报了两天没人理"]


@pytest.mark.parametrize(
    ("initials", "title"),
    [
        ("nbnhywa", "能不能换一位阿姨"),
        ("dswsm", "读数为什么变高了"),
        ("jnmjll", "叫你们经理来"),
        ("qjyjzl", "亲家已经走了"),
        ("wdqsgzt", "晚点七十个钟头"),
        ("thbzd", "她还不知道"),
        ("chsskd", "窗户是谁开的"),
    ],
)
def test_each_of_the_newer_complaints_is_found_by_its_initials(library, qtbot, initials, title):
    assert search(library(), qtbot, initials) == [title]


def test_the_enter_of_an_input_method_searches_nothing(library, qtbot):
    page = library()
    everything = titles(page)
    page.search.setFocus()
    QApplication.sendEvent(page.search, QInputMethodEvent("meiren", []))
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert titles(page) == everything
    commit = QInputMethodEvent()
    commit.setCommitString("没人理")
    QApplication.sendEvent(page.search, commit)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert titles(page) == ["报了两天没人理"]


def test_nothing_found_says_so_and_leads_back(library, qtbot):
    page = library()
    assert search(page, qtbot, "zzz") == []
    assert page._none.isVisible()
    qtbot.mouseClick(page._none.button, Qt.MouseButton.LeftButton)
    assert page.grid.isVisible()
    assert len(titles(page)) > 3


def test_escape_empties_the_search_first(library, qtbot):
    page = library()
    search(page, qtbot, "没人理")
    assert page.on_escape()
    assert not page.search.text()
    assert not page.on_escape()


def test_stages_kinds_and_levels_narrow_the_cards(library, opened, qtbot):
    page = library()
    chip = page.stages.chips["危机"]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    crisis = [entry for entry in opened.library.entries if entry.stage == "危机"]
    assert len(titles(page)) == len(crisis)
    page.difficulties.setCurrentIndex(page.difficulties.findData(2))
    page.difficulties.activated.emit(page.difficulties.currentIndex())
    assert len(titles(page)) == sum(entry.difficulty == 2 for entry in crisis)


def test_a_chip_tells_how_many_there_are_of_what_else_is_chosen(library, opened):
    page = library()
    page.kinds.chosen.emit("inquiry")
    count = sum(entry.kind == "inquiry" for entry in opened.library.entries)
    assert page.stages.chips[""].accessibleName() == f"全部，{count} 个"


def test_every_stage_has_as_many_cards_as_its_chip_tells(library, opened, qtbot):
    page = library()
    counted = 0
    for stage, chip in list(page.stages.chips.items()):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        told = int(chip.accessibleName().rpartition("，")[2].removesuffix(" 个"))
        assert told == len(titles(page))
        counted += told if stage else 0
    assert counted == len(opened.library.entries) >= 13


def test_the_selected_card_has_a_real_button(library, qtbot, wanted):
    page = library()
    page.choose("slow-response")
    button = page.grid.button
    assert button.isVisible()
    assert button.accessibleName() == "开始演练：报了两天没人理"
    assert page.grid.visualRect(page.grid.currentIndex()).contains(button.geometry())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted == [("drill", DrillRequest(scenario_id="slow-response"))]


def test_enter_starts_the_selected_card(library, qtbot, wanted):
    page = library()
    page.choose("slow-response")
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert wanted == [("drill", DrillRequest(scenario_id="slow-response"))]


def test_arrows_move_the_button_to_the_next_card(library, qtbot):
    page = library()
    page.grid.select(0)
    before = page.grid.button.geometry()
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    assert page.grid.currentIndex().row() == 1
    assert page.grid.button.geometry().left() > before.left()


def test_an_exam_is_chosen_before_it_begins(library, qtbot, wanted):
    page = library()
    page.choose("slow-response")
    page.mode.exam.trigger()
    assert page.mode.text() == "方式：考核"
    assert page.grid.button.text() == "开始考核"
    qtbot.mouseClick(page.grid.button, Qt.MouseButton.LeftButton)
    assert wanted[-1][1].exam


def test_a_model_conversation_is_looked_at_from_its_card(library, qtbot, wanted):
    page = library()
    page.choose("slow-response")
    page.mode.study.trigger()
    assert (page.mode.text(), page.grid.button.text()) == ("方式：示范", "看示范")
    qtbot.mouseClick(page.grid.button, Qt.MouseButton.LeftButton)
    assert wanted[-1] == ("study", StudyRequest("slow-response"))


def test_the_best_drill_stands_on_its_card(library, folder, opened):
    add_drill(folder, opened.person, total=58)
    add_drill(folder, opened.person, total=72)
    page = library()
    page.choose("slow-response")
    card = page.grid.card()
    assert card.best.total == 72
    assert "最好 72" in page.grid.currentIndex().data()
    assert page.grid.button.text() == "再练一次"


def test_a_drill_that_waits_is_gone_on_with(library, folder, opened, qtbot, wanted):
    drill = add_drill(folder, opened.person, total=None)
    page = library()
    page.choose("slow-response")
    assert page.grid.card().open.turn == 2
    qtbot.mouseClick(page.grid.button, Qt.MouseButton.LeftButton)
    assert wanted == [("drill", DrillRequest(drill_id=drill))]


def test_a_scenario_with_errors_shows_them_instead_of_a_start(library, folder, opened, qtbot, wanted):
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=10000)
    (folder / OWN).mkdir()
    (folder / OWN / "broken.yaml").write_text(BROKEN, "utf-8")
    with qtbot.waitSignal(opened.library_changed, timeout=10000):
        opened.refresh_library()
    page = library()
    page.choose("broken")
    assert "处要改" in page.grid.currentIndex().data()
    assert page.grid.button.text() == "看哪里要改"
    qtbot.mouseClick(page.grid.button, Qt.MouseButton.LeftButton)
    assert wanted == []
    from app.ui.trainer.findings import FindingsDialog

    dialog = page.findChild(FindingsDialog)
    assert isinstance(dialog, FindingsDialog)
    qtbot.waitUntil(lambda: dialog.list.found.rowCount() > 0, timeout=5000)
    assert "broken.yaml:" in dialog.list.found.index(0).data()
    dialog.accept()


def test_cards_come_in_the_order_of_a_customers_life(library, opened):
    page = library()
    shown = in_order(opened.library.entries, own_first=False)
    assert titles(page) == [one.title.zh for one in shown]
    assert shown[0].stage == STAGES[0]
    assert [(STAGES.index(one.stage), one.difficulty) for one in shown] == sorted(
        (STAGES.index(one.stage), one.difficulty) for one in shown
    )


@pytest.mark.parametrize(("width", "percent", "columns"), [(1198, 100, 3), (1720, 100, 4), (1150, 130, 2)])
def test_there_are_as_many_columns_as_fit(library, seen, width, percent, columns):
    seen("light", "zh", percent)
    page = library(width)
    first_row = [index for index in range(6) if page.grid.visualRect(page.grid.model().index(index, 0)).top() == 0]
    assert len(first_row) == min(columns, 6)


@pytest.mark.parametrize("percent", [100, 130])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_words_of_the_library_are_cut(library, seen, qtbot, language, percent):
    seen("light", language, percent)
    page = library()
    qtbot.waitUntil(lambda: clipped(page) == [], timeout=2000)


def test_the_model_obeys_qts_rules(library, opened):
    from app.ui.trainee.library_data import NOTHING

    library()
    model = Scenarios()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(opened.library.entries, NOTHING)
    model.show(opened.library.entries[:2], NOTHING)
    assert model.rowCount() == 2


def test_two_lines_end_in_an_ellipsis_where_there_is_more(qapp):
    from app.ui.shared import type as type_

    font = type_.font("compact")
    assert two_lines("短", font, 300) == ["短"]
    lines = two_lines("长" * 200, font, 300)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_from_the_search_the_keys_go_on_to_what_was_found(library, qtbot):
    page = library()
    page.search.setFocus()
    qtbot.keyClicks(page.search, "bllt")
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.grid
    with qtbot.waitSignal(page.grid.started) as started:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert started.args[0].entry.id == "slow-response"
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.search


def test_where_nothing_was_found_the_focus_stays_in_the_search(library, qtbot):
    page = library()
    page.search.setFocus()
    qtbot.keyClicks(page.search, "zzzz")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.search
