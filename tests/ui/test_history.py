"""我的记录: every past drill, found by words, result and time; opened by key and mouse; more at the end by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.records.values import Document, DocumentKind, DrillEnd, Figures, NewDrill, StoredScorecard
from app.ui.shared.clipping import clipped
from app.ui.shared.pages import DrillRequest, ScorecardRequest
from app.ui.shared.search import search_key
from app.ui.trainee.history import HistoryPage
from app.ui.trainee.history_table import ENDING, STEPS, TITLE, TOTAL, WHEN
from app.ui.trainee.scorecard.words import moment_words
from scoring.sentence import Sentence

LEVELS = {"empathy": 3, "cause": 2, "fix": 1, "compensation": 0}
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC).astimezone()


@pytest.fixture(scope="session", autouse=True)
def warm():
    """pypinyin is imported once, not within the time of a test."""
    search_key("预热")


@pytest.fixture
def drills(opened):
    """Adds past drills of 王秀兰: (title, total or None where it goes on, ending)."""

    def add(*listed, days=0):
        desk = opened.records.asked_by(opened.people[0])
        desk._clock = lambda: datetime.now(UTC) - timedelta(days=days)
        made = []
        for title, total, ending in listed:
            drill = desk.begin_drill(NewDrill(
                scenario=Document("5ce0a", DocumentKind.SCENARIO, "slow", "id: slow\n"), scenario_id="slow",
                title=Sentence(title, title), rubric=Document("40b41c", DocumentKind.RUBRIC, "complaint", "kind: c\n"),
                rubric_kind="complaint", scorer="1", seed=1, opening="喂？", state={},
            ))  # fmt: skip
            if ending:
                card = StoredScorecard(Figures(total, total >= 80, False, LEVELS), {}, "1")
                desk.end_drill(drill.id, DrillEnd(ending, card))
            made.append(drill.id)
        return made

    return add


@pytest.fixture
def shown(opened, qtbot):
    def show() -> HistoryPage:
        page = HistoryPage(opened)
        qtbot.addWidget(page)
        page.resize(1198, 768)
        page.show()
        qtbot.waitExposed(page)
        page.enter()
        qtbot.waitUntil(lambda: not opened.jobs.running, timeout=10_000)
        return page

    return show


THREE = (("楼上漏水", 72.0, "settled"), ("花粉过敏的宝宝", 90.5, "settled"), ("等了很久", 12.0, "left"))


def titles(page) -> list[str]:
    return [page.model.index(row, TITLE).data() for row in range(page.model.rowCount())]


def test_the_newest_drill_stands_first_with_its_result(drills, shown):
    drills(*THREE)
    page = shown()
    assert titles(page) == ["等了很久", "花粉过敏的宝宝", "楼上漏水"]
    row = [page.model.index(0, column).data() for column in (WHEN, STEPS, ENDING, TOTAL)]
    assert row[0].startswith("今天")
    assert row[1:] == ["共情 出色，归因 做到，方案 开了头，补偿 还没说", "客户走了，没过", "12"]


def test_nothing_yet_offers_to_choose_a_drill(shown, qtbot, opened):
    page = shown()
    assert page.is_empty()
    assert not page.search.isVisible()
    with qtbot.waitSignal(opened.page_wanted) as caught:
        qtbot.mouseClick(page.nothing.button, Qt.MouseButton.LeftButton)
    assert caught.args[0] == "library"


def test_enter_opens_a_scorecard(drills, shown, qtbot, opened):
    ids = drills(*THREE)
    page = shown()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(opened.page_wanted) as caught:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert caught.args == ["scorecard", ScorecardRequest(ids[1])]


def test_a_click_opens_a_scorecard(drills, shown, qtbot, opened):
    ids = drills(*THREE)
    page = shown()
    place = page.table.visualRect(page.model.index(0, TITLE)).center()
    with qtbot.waitSignal(opened.page_wanted) as caught:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == ["scorecard", ScorecardRequest(ids[2])]


def test_an_open_drill_goes_on(drills, shown, qtbot, opened):
    (drill_id,) = drills(("楼上漏水", None, ""))
    page = shown()
    assert page.model.index(0, ENDING).data() == "没说完，可以接着说"
    with qtbot.waitSignal(opened.page_wanted) as caught:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert caught.args == ["drill", DrillRequest(drill_id=drill_id)]


@pytest.mark.parametrize(("typed", "found"), [("漏水", 1), ("lsls", 1), ("huafen", 1), ("e", 2), ("没有", 0)])
def test_words_pinyin_and_initials_find_drills(drills, shown, qtbot, typed, found):
    drills(*THREE)
    page = shown()
    page.search.setText(typed)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.is_empty() if not found else page.model.rowCount() < 3, timeout=10_000)
    assert page.model.rowCount() == found or typed == "e"


def test_while_an_input_method_composes_nothing_is_searched(drills, shown, qtbot):
    drills(*THREE)
    page = shown()
    QApplication.sendEvent(page.search, QInputMethodEvent("lou", []))
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.model.rowCount() == 3


@pytest.mark.parametrize(("result", "found"), [("passed", 1), ("failed", 2), ("left", 1), ("open", 0)])
def test_results_are_told_apart(drills, shown, qtbot, opened, result, found):
    drills(*THREE)
    page = shown()
    page.result.setCurrentIndex(page.result.findData(result))
    qtbot.waitUntil(lambda: not opened.jobs.running)
    assert page.model.rowCount() == found


def test_a_period_leaves_older_drills_out(drills, shown, qtbot, opened):
    drills(("楼上漏水", 72.0, "settled"), days=40)
    drills(("等了很久", 12.0, "left"))
    page = shown()
    page.period.setCurrentIndex(page.period.findData(30))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert titles(page) == ["等了很久"]


def test_where_nothing_fits_all_can_be_shown_again(drills, shown, qtbot, opened):
    drills(*THREE)
    page = shown()
    page.result.setCurrentIndex(page.result.findData("escalated"))
    qtbot.waitUntil(page.is_empty)
    qtbot.mouseClick(page.none_found.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)


def test_more_comes_by_itself_at_the_end(drills, shown, qtbot):
    drills(*((f"第{number}次", 70.0, "settled") for number in range(75)))
    page = shown()
    assert page.model.rowCount() == 50
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.rowCount() == 75, timeout=10_000)


def test_a_filter_reads_on_until_something_fits(drills, shown, qtbot):
    drills(("花粉过敏的宝宝", 90.0, "settled"))
    drills(*((f"第{number}次", 70.0, "settled") for number in range(60)))
    page = shown()
    page.search.setText("huafen")
    qtbot.waitUntil(lambda: titles(page) == ["花粉过敏的宝宝"], timeout=10_000)


def test_unread_comments_are_told(drills, shown, opened):
    (drill_id,) = drills(("楼上漏水", 72.0, "settled"))
    opened.records.asked_by(opened.people[1]).comment(drill_id, 1, "好。")
    assert titles(shown()) == ["楼上漏水 · 有新点评"]


def test_coming_back_stays_on_the_same_drill(drills, shown, qtbot, opened):
    drills(*THREE)
    page = shown()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    page.enter()
    qtbot.waitUntil(lambda: not opened.jobs.running)
    assert page.table.currentIndex().row() == 1


def test_the_model_keeps_qts_rules(drills, shown, qtmodeltester):
    drills(*THREE)
    page = shown()
    qtmodeltester.check(page.model)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ((2026, 11, 24, 9, 5), "今天 09:05"),
        ((2026, 11, 23, 14, 18), "昨天 14:18"),
        ((2026, 11, 3, 14, 18), "11 月 3 日 14:18"),
        ((2025, 11, 3, 14, 18), "2025 年 11 月 3 日"),
    ],
)
def test_times_are_told_as_people_do(moment, words):
    assert moment_words(datetime(*moment, tzinfo=NOW.tzinfo), now=NOW) == words


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_clipped(drills, shown, seen, language, percent):
    seen("light", language, percent)
    drills(*THREE)
    assert clipped(shown()) == []


def test_the_grades_say_how_far_and_what_is_missing(shown, drills, opened, qtbot):
    drills(("甲", 90, "settled"))
    page = shown()
    qtbot.waitUntil(lambda: bool(page.grades.sentence), timeout=5000)
    assert page.grades.sentence.startswith("离白银还差 ")
    assert page.grades.buttons
    asked = []
    page.grades.chosen.disconnect()
    page.grades.chosen.connect(asked.append)
    page.grades.buttons[0].click()
    assert asked[0] in {one.id for one in opened.library.entries}
