"""The supervisor's list: what is in it, filtering, paging by itself, opening, and coming back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from app.records import Act, Document, DocumentKind, DrillEnd, Figures, Mode, NewDrill, Role, StoredScorecard
from app.records.database import make_engine, writing
from app.records.room import open_records
from app.records.tables import DocumentRow, DrillRow, ScorecardRow
from app.ui.main_window import MainWindow
from app.ui.pages import PAGES
from app.ui.shared.clipping import clipped
from app.ui.shared.pages import PageSpec, ScorecardRequest
from app.ui.shared.search import search_key
from app.ui.supervisor.asking import Choice
from app.ui.supervisor.card_model import DRILL, MARKS, PERSON, STEPS, TOTAL, VERDICT, WHEN, ScorecardModel
from app.ui.supervisor.drill_picker import Drill
from app.ui.supervisor.scorecards import ScorecardsPage
from scoring.sentence import Sentence
from tests import bench_supervisor as bench

NOW = datetime.now(UTC)
TITLES = {
    "slow": Sentence("报了两天没人理", "Two days without an answer"),
    "smell": Sentence("三天没散的味", "A smell"),
}


def plan(folder, *rows):
    """Put ended drills into the records: (name, scenario, hours ago, review, commented, exam)."""
    at = [NOW]
    with open_records(folder, clock=lambda: at[0]) as records:
        people = {one.name: one for one in records.people()}
        for name, scenario, hours, review, commented, exam in rows:
            at[0] = NOW - timedelta(hours=hours)
            who = people.get(name) or records.add_person(name, Role.TRAINEE)
            people[name] = who
            desk = records.asked_by(who)
            drill = desk.begin_drill(_new(scenario, exam=exam))
            desk.add_reply(drill.id, n=1, act=Act.REPLY, text="对不起", elapsed_ms=1)
            figures = Figures(85.5, not review, review, {"empathy": 3, "cause": 2, "fix": 0, "compensation": None})
            desk.end_drill(drill.id, DrillEnd("settled", StoredScorecard(figures, {}, "offline-1")))
            if commented:
                records.asked_by(people["林静"]).comment(drill.id, 1, "说得实在。")


def plan_many(folder, many):
    """Put many drills of 王秀兰 in at once: one by one each takes two commits."""
    with open_records(folder) as records:
        people = [one for one in records.people() if one.name == "王秀兰"] * bench.PEOPLE
        engine = make_engine(records.path, busy_seconds=5)
    with writing(engine).begin() as connection:
        connection.execute(insert(DocumentRow), bench.documents())
        numbers = range(1001, 1001 + many)
        connection.execute(insert(DrillRow), [bench.drill(number, 2000, people) for number in numbers])
        connection.execute(insert(ScorecardRow), [bench.scorecard(number, 2000) for number in numbers])
    engine.dispose()


def _new(scenario, *, exam=False):
    return NewDrill(
        Document("s", DocumentKind.SCENARIO, "s", "x"), scenario, TITLES[scenario], Document("r", DocumentKind.RUBRIC, "r", "y"),
        "complaint", "offline-1", 1, "喂？", {}, Mode.EXAM if exam else Mode.PRACTICE,
    )  # fmt: skip


def row(name="王秀兰", scenario="slow", hours=1.0, *, review=False, commented=False, exam=False):
    return (name, scenario, hours, review, commented, exam)


@pytest.fixture
def listed(opened, folder, qtbot):
    """Opens the page over some drills, with 林静 at the screen."""

    def open_it(*rows, many=0):
        plan(folder, *rows)
        if many:
            plan_many(folder, many)
        with qtbot.waitSignal(opened.people_changed):
            opened.refresh_people()
        opened.person = next(one for one in opened.people if one.name == "林静")
        page = ScorecardsPage(opened)
        qtbot.addWidget(page)
        page.resize(1198, 768)
        page.show()
        qtbot.waitExposed(page)
        page.filters.set_drills([Drill(one, title.zh, search_key(title.zh)) for one, title in TITLES.items()])
        opened.jobs.stop_for(page)
        with qtbot.waitSignal(page.filled):
            page.enter()
        return page

    return open_it


def column(page, which=PERSON):
    cards = page.table.cards
    return [cards.index(number, which).data() for number in range(cards.rowCount())]


def choose(qtbot, page, **changes):
    with qtbot.waitSignal(page.filled):
        page.filters.set_choice(Choice(**changes))
        page.filters.changed.emit(page.filters.choice())


# What is in the list


def test_everyones_scorecards_are_listed_newest_first(listed):
    page = listed(row("王秀兰", hours=3), row("赵敏", hours=2), row("孙佳", hours=4))
    assert column(page) == ["赵敏", "王秀兰", "孙佳"]


def test_what_supervisors_and_trainers_play_themselves_is_left_out(listed):
    page = listed(row("林静"), row("何老师"), row("赵敏"))
    assert column(page) == ["赵敏"]
    names = [page.filters.person.itemText(place) for place in range(page.filters.person.count())]
    assert names == ["全部学员", "王秀兰", "赵敏"]


def test_a_drill_that_goes_on_has_no_scorecard_to_list(listed, folder):
    with open_records(folder) as records:
        records.asked_by(records.people()[0]).begin_drill(_new("slow"))
    assert column(listed(row("赵敏"))) == ["赵敏"]


def test_a_row_says_everything_in_words(listed):
    page = listed(row(review=True, commented=True, exam=True))
    cells = {which: page.table.cards.index(0, which).data() for which in (DRILL, STEPS, TOTAL, VERDICT, MARKS)}
    assert cells == {
        DRILL: "报了两天没人理", STEPS: "共情出色，归因做到，方案还没说", TOTAL: "85.5", VERDICT: "没过",
        MARKS: "建议复核，点评过",
    }  # fmt: skip
    told = page.table.cards.index(0, DRILL).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("报了两天没人理 · ")
    assert told.endswith("谈妥了 · 考核")


def test_the_model_keeps_to_qts_rules(qtmodeltester, listed):
    page = listed(row(), row())
    assert isinstance(page.table.cards, QAbstractItemModel)
    qtmodeltester.check(page.table.cards)


def test_nothing_played_yet_is_said(listed):
    page = listed()
    assert page.none_yet.isVisible()
    assert not page.table.isVisible()


# Paging


def test_a_part_is_shown_and_said_without_counting_the_rest(listed):
    page = listed(many=60)
    assert page.table.cards.rowCount() == 50
    assert page.shown.plain() == "最新的 50 份，往下翻还有"


def test_the_next_part_comes_by_itself_at_the_end(listed, qtbot):
    page = listed(many=60)
    with qtbot.waitSignal(page.filled):
        qtbot.keyClick(page.table, Qt.Key.Key_End)
    assert page.table.cards.rowCount() == 60
    assert page.shown.plain() == "一共 60 份，新的在前"
    assert page.table.currentIndex().row() == 49


def test_a_next_part_that_cannot_be_read_is_told_and_asked_for_again():
    model = ScorecardModel()
    asked = []
    model.more_wanted.connect(lambda: asked.append(1))
    model.show([], more=True)
    for _ in range(2):
        model.fetchMore(model.index(-1, -1))
    model.not_added()
    model.fetchMore(model.index(-1, -1))
    assert len(asked) == 2


# Opening, and coming back


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_opens_the_scorecard_one_stands_on(listed, qtbot, key):
    page = listed(row("王秀兰", hours=1), row("赵敏", hours=2))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.services.page_wanted) as wanted:
        qtbot.keyClick(page.table, key)
    assert wanted.args == ["scorecard", ScorecardRequest(page.table.cards.drills[1].id)]


def test_a_click_opens_it_too(listed, qtbot):
    page = listed(row("赵敏"))
    place = page.table.visualRect(page.table.cards.index(0, DRILL)).center()
    with qtbot.waitSignal(page.services.page_wanted):
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_who_comes_back_stands_where_they_were_and_sees_what_is_new(listed, qtbot, folder):
    page = listed(many=70)
    with qtbot.waitSignal(page.filled):
        qtbot.keyClick(page.table, Qt.Key.Key_End)
    opened_one = page.table.cards.drills[55]
    page.table.go_to(opened_one.id)
    scrolled = page.table.verticalScrollBar().value()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    with open_records(folder) as records:
        records.asked_by(next(one for one in records.people() if one.name == "林静")).comment(opened_one.id, 1, "好。")
    with qtbot.waitSignal(page.filled):
        page.enter()
    assert page.table.current == opened_one.id
    assert page.table.cards.rowCount() == 70
    assert page.table.verticalScrollBar().value() == scrolled
    assert page.table.cards.index(55, MARKS).data() == "点评过"


# Filters


def test_one_persons_scorecards_are_shown_and_said(listed, qtbot):
    page = listed(row("王秀兰"), row("赵敏"))
    page.filters.person.setFocus()
    with qtbot.waitSignal(page.filled):
        for _ in range(2):
            qtbot.keyClick(page.filters.person, Qt.Key.Key_Down)
        page.filters.person.activated.emit(2)
    assert column(page) == ["赵敏"]
    assert page.shown.plain() == "赵敏：一共 1 份，新的在前"


def test_only_those_to_be_looked_at_are_shown(listed, qtbot):
    page = listed(row("王秀兰"), row("赵敏", review=True))
    with qtbot.waitSignal(page.filled):
        page.filters.review.click()
    assert column(page) == ["赵敏"]


@pytest.mark.parametrize(("period", "found"), [("today", 1), ("week", 2), ("month", 3), ("all", 4)])
def test_a_period_begins_at_a_midnight_of_this_place(listed, qtbot, period, found):
    page = listed(row(hours=0), row(hours=6 * 24), row(hours=29 * 24), row(hours=31 * 24))
    choose(qtbot, page, period=period)
    assert len(column(page)) == found


def test_somebody_who_left_can_still_be_chosen_and_is_marked(listed, folder):
    plan(folder, row("赵敏"))
    with open_records(folder) as records:
        records.set_active(next(one for one in records.people() if one.name == "赵敏"), active=False)
    page = listed(row("王秀兰"))
    assert page.filters.person.itemText(2) == "赵敏（不在了）"
    assert column(page) == ["赵敏", "王秀兰"] or column(page) == ["王秀兰", "赵敏"]


def test_filters_that_leave_nothing_say_so_and_one_button_shows_everything(listed, qtbot):
    page = listed(row("王秀兰"))
    choose(qtbot, page, review=True)
    assert page.none_such.isVisible()
    with qtbot.waitSignal(page.filled):
        qtbot.mouseClick(page.none_such.button, Qt.MouseButton.LeftButton)
    assert column(page) == ["王秀兰"]
    assert page.filters.choice().open


def test_filters_are_remembered(listed, qtbot):
    page = listed(row("赵敏", "smell", review=True))
    person = page.filters.person.itemData(2)
    choose(qtbot, page, person=person, drill="smell", period="week", review=True)
    again = ScorecardsPage(page.services)
    qtbot.addWidget(again)
    assert again.filters.choice() == Choice(person, "smell", "week", review=True)
    page.services.jobs.stop_for(again)


# Picking a drill


@pytest.mark.parametrize("typed", ["smell", "stm", "santian", "三天", "SAN TIAN"])
def test_a_drill_is_found_by_characters_pinyin_or_initials(listed, qtbot, typed):
    page = listed(row("王秀兰", "slow"), row("赵敏", "smell"))
    box = page.filters.drill
    box.set_drills([Drill(one, title.zh, search_key(title.zh, title.en)) for one, title in TITLES.items()])
    box.setFocus()
    qtbot.keyClicks(box, typed) if typed.isascii() else box.setText(typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(box.titles) or bool(box.value))
    assert box.titles == (TITLES["smell"].zh,)
    with qtbot.waitSignal(page.filled):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert column(page) == ["赵敏"]
    assert box.text() == TITLES["smell"].zh


def test_arrows_choose_among_all_drills(listed, qtbot):
    page = listed(row("王秀兰", "slow"), row("赵敏", "smell"))
    box = page.filters.drill
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert len(box.titles) == 2
    qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.filled):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.value == "smell"


def test_an_emptied_box_means_every_drill(listed, qtbot):
    page = listed(row("王秀兰", "slow"), row("赵敏", "smell"))
    choose(qtbot, page, drill="smell")
    page.filters.drill.setFocus()
    page.filters.drill.selectAll()
    with qtbot.waitSignal(page.filled):
        qtbot.keyClick(page.filters.drill, Qt.Key.Key_Delete)
    assert len(column(page)) == 2


def test_esc_puts_back_what_was_picked(listed, qtbot):
    page = listed(row("王秀兰", "slow"))
    choose(qtbot, page, drill="slow")
    box = page.filters.drill
    qtbot.keyClicks(box, "sts")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.text(), box.value, box.titles) == (TITLES["slow"].zh, "slow", ())


def test_enter_of_an_input_method_that_composes_picks_nothing(listed, qtbot):
    page = listed(row("王秀兰", "slow"), row("赵敏", "smell"))
    box = page.filters.drill
    qtbot.keyClick(box, Qt.Key.Key_Down)
    QApplication.sendEvent(box, QInputMethodEvent("san tian", []))
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.value == ""
    commit = QInputMethodEvent()
    commit.setCommitString("三天")
    QApplication.sendEvent(box, commit)
    assert box.text() == "三天"
    assert box.value == ""


# How it looks


def test_tab_goes_through_the_filters_to_the_table(listed, qtbot):
    page = listed(row("王秀兰"))
    page.filters.person.setFocus()
    order = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())
    assert order == [page.filters.drill, page.filters.period, page.filters.review, page.table]


def test_columns_that_somebody_moved_stay_so(listed, qtbot):
    page = listed(row("王秀兰"))
    page.table.horizontalHeader().resizeSection(PERSON, 200)
    page.leave()
    again = ScorecardsPage(page.services)
    qtbot.addWidget(again)
    page.services.jobs.stop_for(again)
    again.resize(1198, 768)
    again.show()
    assert again.table.columnWidth(PERSON) == 200


def test_columns_that_nobody_moved_fit_the_words(listed, seen):
    page = listed(row("王秀兰"))
    before = page.table.columnWidth(TOTAL)
    seen(percent=130)
    page.table._fit_columns()
    assert page.table.columnWidth(TOTAL) > before


@pytest.mark.usefixtures("chinese_font")
def test_time_and_ending_go_under_the_title_where_there_is_no_room(listed, seen):
    page = listed(row("王秀兰"))
    assert not page.table.isColumnHidden(WHEN)
    seen("light", "zh", 150)
    page.resize(1000, 690)
    page.table._fit_columns()
    assert page.table.isColumnHidden(WHEN)


@pytest.mark.parametrize("percent", [100, 130, 150])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_is_cut(listed, seen, language, percent):
    seen("dark", language, percent)
    page = listed(row("王秀兰", review=True, commented=True, exam=True))
    assert clipped(page) == []


def test_rows_are_high_enough_for_a_finger(listed):
    assert listed(row("王秀兰")).table.rowHeight(0) >= 44


def test_the_window_shows_it_to_supervisors_only():
    (spec,) = [one for one in PAGES if one.key == "team"]
    assert isinstance(spec, PageSpec)
    assert spec.roles == ("supervisor",)


def test_the_supervisor_begins_here(opened, folder, qtbot):
    plan(folder, row("王秀兰"))
    window = MainWindow(opened)
    qtbot.addWidget(window)
    window.show()
    opened.set_person(next(one for one in opened.people if one.name == "林静"))
    page = window.page
    assert isinstance(page, ScorecardsPage)
    qtbot.waitUntil(lambda: page.table.cards.rowCount() == 1)
    qtbot.waitUntil(lambda: not opened.jobs.running)
    window.close()
