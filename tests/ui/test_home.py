from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.records.room import open_records
from app.records.values import Role
from app.ui.main_window import MainWindow
from app.ui.services import Services
from app.ui.shared.clipping import clipped
from app.ui.shared.pages import DrillRequest, ScorecardRequest
from app.ui.trainee.home import HomePage
from app.ui.trainee.home_data import FILE, HomeData, PastDrill, Standing, Unfinished
from app.ui.trainee.home_side import StandingsCard
from app.ui.trainee.home_table import PastDrills
from app.ui.trainee.home_words import greeting, moment_words, standing_words, unfinished_words
from scoring.sentence import Sentence
from tests.ui.drills import add_comment, add_drill

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 26, 15, 0, tzinfo=CHINA)


@pytest.fixture
def home(opened, qtbot):
    """Brings Home up for the person at the screen: `home()` gives the page with its data."""

    def bring() -> HomePage:
        page = HomePage(opened)
        qtbot.addWidget(page)
        page.resize(1198, 768)
        page.show()
        with qtbot.waitSignal(page.filled, timeout=5000):
            page.enter()
        return page

    return bring


@pytest.fixture
def wanted(opened):
    """What pages asked for."""
    found: list[tuple[str, object]] = []
    opened.page_wanted.connect(lambda key, argument: found.append((key, argument)))
    return found


def texts(page) -> str:
    from PySide6.QtWidgets import QLabel, QPushButton

    shown = [one for kind in (QLabel, QPushButton) for one in page.findChildren(kind) if one.isVisible()]
    return "\n".join(one.plain() if hasattr(one, "plain") else one.text() for one in shown)


def test_a_new_trainee_is_offered_a_guided_drill(home, wanted, opened, qtbot):
    with qtbot.waitSignal(opened.library_changed, timeout=5000, raising=False):
        page = home()
    qtbot.waitUntil(lambda: page.data is not None and page.data.tip is not None)
    assert page._next.button.isVisible()
    assert "还没有记录" in texts(page)
    qtbot.mouseClick(page._next.button, Qt.MouseButton.LeftButton)
    key, request = wanted[-1]
    assert key == "drill"
    assert request.guided


def test_the_unfinished_drill_waits_across_the_top(home, folder, opened, wanted, qtbot):
    drill = add_drill(folder, opened.person, total=None)
    page = home()
    said = texts(page)
    assert "停在第 2 轮" in said
    assert "没说完的一通" in said
    assert page._next._bubble.accessibleName() == "你们到底管不管？"
    assert page._next._face.accessibleDescription() == "火气很大"
    qtbot.keyClick(page._next.button, Qt.Key.Key_Return)
    assert wanted == [("drill", DrillRequest(drill_id=drill))]


def test_the_last_drills_stand_in_a_table_newest_first(home, folder, opened):
    add_drill(folder, opened.person, title="先", total=58, ending="left", at=NOW)
    add_drill(folder, opened.person, title="后", total=72.5, at=NOW + timedelta(hours=1))
    page = home()
    rows = [[page._table.drills.index(row, column).data() for column in (0, 3, 4)] for row in range(2)]
    assert rows == [["后", "谈妥了", "72.5"], ["先", "客户走了", "58"]]


def test_a_row_says_its_seals_in_words(home, folder, opened):
    add_drill(folder, opened.person)
    page = home()
    assert page._table.drills.index(0, 2).data() == "共情出色，归因开了头，方案做到，补偿还没说"


def test_a_row_opens_its_scorecard_by_click_and_by_enter(home, folder, opened, wanted, qtbot):
    drill = add_drill(folder, opened.person)
    page = home()
    table = page._table
    place = table.visualRect(table.drills.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert wanted == [("scorecard", ScorecardRequest(drill))] * 2


def test_what_the_supervisor_said_is_a_button_away(home, folder, opened, wanted, qtbot):
    drill = add_drill(folder, opened.person)
    add_comment(folder, next(one for one in opened.people if one.role == "supervisor"), drill)
    page = home()
    qtbot.mouseClick(page._news.buttons[0], Qt.MouseButton.LeftButton)
    assert wanted == [("scorecard", ScorecardRequest(drill))]


def test_the_steps_show_what_is_missing_most_often(home, folder, opened):
    add_drill(folder, opened.person)
    page = home()
    assert "先练这一步" in texts(page)
    assert "常缺依据" in texts(page)
    assert "近 1 次投诉" in texts(page)


def test_only_as_many_rows_as_fit_are_shown(home, folder, opened):
    for hour in range(7):
        add_drill(folder, opened.person, at=NOW + timedelta(hours=hour))
    page = home()
    table = page._table
    shown = [row for row in range(7) if not table.isRowHidden(row)]
    assert 3 <= len(shown) < 7
    assert table.visualRect(table.drills.index(shown[-1], 0)).bottom() <= table.viewport().height()


def test_the_sample_data_can_be_removed_from_home(opened, folder, qtbot):
    with open_records(folder, network=False) as records:
        sample = records.add_person("示例", Role.TRAINEE, demo=True)
    opened.people = (*opened.people, sample)
    page = HomePage(opened)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    assert page._sample.isVisible()
    qtbot.mouseClick(page._remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not any(one.demo for one in opened.people), timeout=5000)
    qtbot.waitUntil(lambda: bool(opened.messages.history))
    assert opened.messages.history[-1].role == "success"


def test_real_people_see_no_word_of_sample_data(home):
    page = home()
    assert not page._sample.isVisible()


def test_home_is_there_before_the_records_are_open(folder, opened, qtbot):
    """What was kept last time shows at once, and a button pressed too early is carried out a moment later."""
    drill = add_drill(folder, opened.person, total=None)
    window = MainWindow(opened)
    qtbot.addWidget(window)
    window.go("home")
    qtbot.waitUntil(lambda: (folder / FILE).exists() and not opened.jobs.running)
    window.close()

    fresh = Services(folder)
    second = MainWindow(fresh)
    qtbot.addWidget(second)
    second.show()
    fresh.recall()
    assert second.here == "home"
    page = second.page
    assert isinstance(page, HomePage)
    assert page.data is not None
    assert page.data.unfinished is not None
    assert page.data.unfinished.id == drill
    fresh.go("history")
    assert second.here == "home"
    fresh.open()
    qtbot.waitUntil(lambda: second.here == "history" and not fresh.jobs.running, timeout=5000)
    second.close()
    fresh.close()


def test_somebody_elses_home_is_not_shown(folder):
    HomeData(person_id=7).keep(folder)
    assert HomeData.read(folder, 8) is None
    assert HomeData.read(folder, 7) is not None


def test_home_of_another_version_counts_as_far_as_it_is_known(folder):
    HomeData(person_id=7, complaints=3, standings=(Standing("fix", 2.0, "owner"),)).keep(folder)
    kept = json.loads((folder / FILE).read_text("utf-8"))
    (folder / FILE).write_text(json.dumps({**kept, "later": 1}), "utf-8")
    read = HomeData.read(folder, 7)
    assert read is not None
    assert (read.complaints, read.standings[0].missing) == (3, "owner")


@pytest.mark.parametrize("text", ["", "[]", '{"person_id": 7, "last": [{"id": 1}]}', "\0"])
def test_a_broken_file_is_no_home(folder, text):
    (folder / FILE).write_text(text, "utf-8")
    assert HomeData.read(folder, 7) is None


def test_the_models_obey_qts_rules(qtbot):
    model = PastDrills()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    drill = PastDrill("1", Sentence("甲", "A"), NOW, False, "settled", {"empathy": 2}, 71.67, False)
    model.show([drill, drill], NOW)
    model.show([], NOW)
    assert model.rowCount() == 0


@pytest.mark.parametrize(
    ("hour", "words"), [(6, "早上好"), (12, "中午好"), (15, "下午好"), (22, "晚上好"), (2, "晚上好")]
)
def test_the_greeting_goes_with_the_time_of_day(hour, words):
    assert greeting("王秀兰", NOW.replace(hour=hour)) == f"王秀兰，{words}"


def test_days_are_told_as_people_tell_them():
    assert moment_words(NOW.replace(hour=9, minute=5), NOW) == "今天 9:05"
    assert moment_words(NOW - timedelta(days=1), NOW) == "昨天 15:00"
    assert moment_words(NOW - timedelta(days=5), NOW) == "11 月 21 日"
    assert moment_words(NOW - timedelta(days=400), NOW) == "2025 年 10 月 22 日"
    assert unfinished_words(NOW - timedelta(days=1), NOW) == "昨天没说完的一通"


@pytest.mark.parametrize(
    ("mean", "words"), [(3.0, "次次到位"), (2.6, "基本到位"), (1.8, "常缺谁来办"), (0.4, "先练这一步")]
)
def test_a_phrase_says_where_a_step_stands(mean, words):
    assert standing_words(Standing("fix", mean, "owner")) == words


@pytest.mark.parametrize("percent", [90, 100, 130])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_words_of_home_are_cut(opened, qtbot, seen, theme, language, percent):
    seen(theme, language, percent)
    page = HomePage(opened)
    qtbot.addWidget(page)
    page.resize(1198, 690)
    page.show()
    drill = PastDrill(
        "1",
        Sentence("报了两天没人理", "Two days without an answer"),
        NOW,
        True,
        "escalated",
        {"empathy": 2},
        71.67,
        False,
    )
    waits = Unfinished("2", Sentence("味道", "A smell that stays"), NOW, "喂？" * 60, 80, 20, 3)
    page._show(HomeData(7, waits, (drill,) * 3, (Standing("compensation", 1.5, "proportionate"),), 1))
    page.grab()  # lays out what is waiting to be
    qtbot.waitUntil(lambda: clipped(page) == [], timeout=2000)


def test_nothing_heavy_is_imported_until_home_can_be_used(folder, opened, qtbot):
    HomeData(person_id=opened.person.id, last=()).keep(folder)
    kept = json.loads((folder / FILE).read_text("utf-8"))
    kept["person"] = {"id": opened.person.id, "name": "王秀兰", "role": "trainee", "demo": False}
    (folder / FILE).write_text(json.dumps(kept), "utf-8")
    opened.settings.save()
    script = """
import sys
from pathlib import Path
from app.ui.app import application, dress
from app.ui.main_window import MainWindow
from app.ui.services import Services
app = application()
services = Services(Path(sys.argv[1]))
dress(services)
window = MainWindow(services)
window.show()
services.recall()
window.grab()
assert window.here == "home", window.here
late = {"yaml", "ruamel", "pydantic", "alembic", "sqlalchemy", "pyqtgraph", "openpyxl", "pydub", "litellm", "pypinyin"}
print(",".join(sorted(late & {name.partition(".")[0] for name in sys.modules})))
services.close()
"""
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        cwd=root, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_the_heading_over_the_steps_is_whole_at_large_english_text(qtbot, seen):
    seen("light", "en", 150)
    card = StandingsCard()
    qtbot.addWidget(card)
    card.resize(408, 340)
    card.show_standings((), 0)
    card.show()
    qtbot.waitExposed(card)
    assert clipped(card) == []
