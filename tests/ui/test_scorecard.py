"""The scorecard as a trainee reads it and a supervisor comments on it: by mouse, by keys, at every size."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.drills.review import review
from app.drills.session import DrillSession
from app.drills.suggestions import from_references
from app.records.desk import Desk
from app.records.room import open_records
from app.ui.shared.buttons import Button
from app.ui.shared.check_rows import CheckRow
from app.ui.shared.clipping import clipped
from app.ui.shared.labels import Label
from app.ui.shared.pages import DrillRequest, ScorecardRequest
from app.ui.trainee.scorecard import ScorecardPage
from app.ui.trainee.scorecard.body import Body, FiguresBody
from app.ui.trainee.scorecard.checks import VIOLATIONS
from scenarios.reader import read_scenario
from scoring.offline.scorer import OfflineScorer
from scoring.sentence import PeilianError
from tests.ui.conftest import PEOPLE
from tests.ui.tour_scorecard import BADLY, HALF, LIBRARY, WELL, play

FULL = PeilianError("磁盘满了，点评没有存上。", "The disk is full; the comment wasn't saved.")


OPEN = (HALF[0],)


@pytest.fixture(scope="session")
def rehearsed(tmp_path_factory) -> tuple[Path, dict[tuple[str, ...], str]]:
    """Records with every drill that the tests look back on, played once; and their ids by replies."""
    home = tmp_path_factory.mktemp("rehearsed")
    with open_records(home) as records:
        desk, *_ = [records.asked_by(records.add_person(name, role)) for name, role in PEOPLE]
        ids: dict[tuple[str, ...], str] = {
            replies: play(desk, "slow-response", replies) for replies in (WELL, HALF, BADLY)
        }
        session = DrillSession.start(desk, read_scenario(LIBRARY / "slow-response.yaml"), OfflineScorer(), seed=1)
        session.reply(OPEN[0])
        drill = desk.drill(session.drill_id)
        review(drill, *(desk.document(one).source for one in (drill.scenario_hash, drill.rubric_hash)))
        from_references(desk.document(drill.scenario_hash).source)
    return home, ids | {OPEN: session.drill_id}


@pytest.fixture
def opened(rehearsed, folder, services, qtbot):
    """Services over a copy of them, 王秀兰 at the screen."""
    for file in rehearsed[0].iterdir():
        shutil.copy(file, folder / file.name)
    services.settings.last_person = 1
    with qtbot.waitSignal(services.opened, timeout=10_000):
        services.open()
    return services


@pytest.fixture
def played(opened, rehearsed):
    """The id of a drill of 王秀兰."""
    return lambda replies=HALF: rehearsed[1][replies]


@pytest.fixture
def shown(opened, qtbot):
    """Opens a drill's scorecard on screen, as the person at the screen, and waits until all of it is there."""

    def show(drill_id: str, **how) -> ScorecardPage:
        page = ScorecardPage(opened)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        qtbot.waitExposed(page)
        page.enter(ScorecardRequest(drill_id, **how))
        qtbot.waitUntil(lambda: page.body is not None and not opened.jobs.running, timeout=10_000)
        return page

    return show


@pytest.fixture
def supervised(opened, played, shown):
    """A scorecard of 王秀兰 before 林静."""
    drill_id = played()
    opened.person = opened.people[1]
    return shown(drill_id)


def words(widget: QWidget) -> str:
    return "\n".join(one.plain() for one in widget.findChildren(Label) if one.isVisible())


def test_the_band_says_total_ending_levels_and_sum(played, shown):
    said = words(shown(played()))
    for part in ("72", "没过", "结局：谈妥了", "离 80 分差 8.3 分", "共情", "出色", "四步", "86.7", "−15", "71.7 → 72"):
        assert part in said


def test_a_passed_drill_says_so(played, shown):
    assert "通过" in words(shown(played(WELL)))


def test_replies_stand_with_their_evidence_and_what_they_lack(played, shown):
    rows = shown(played()).body.transcript.rows
    assert "真对不起" in rows[1].text.accessibleDescription()
    assert "补偿还差" in words(rows[5])


def test_a_look_up_is_a_quiet_line(played, shown):
    assert "查了工单系统" in words(shown(played()).body.transcript.rows[2])


def test_best_line_and_one_next_thing_stand_on_top(played, shown):
    said = words(shown(played()))
    assert "最好的一句 「留了两次言没人回」" in said
    assert "下次先练 把「我保证以后绝对不会再漏」换个说法" in said


def test_it_opens_on_the_tab_of_the_next_thing(played, shown):
    assert shown(played()).body.checks.tab() == VIOLATIONS


def test_a_missing_check_says_what_could_be_added_from_the_references(played, shown):
    page = shown(played())
    page.body.checks.show_tab("compensation")
    assert "可以加：「原路退回，三个工作日到账」" in words(page.body.checks)


def test_a_met_check_says_why_it_counts_under_its_words(played, shown):
    page = shown(played())
    page.body.checks.show_tab("compensation")
    said = words(page.body.checks.row("compensation.named"))
    assert said.startswith("补什么\n「退六十元」\n说的是 60 元")


def test_a_missing_check_says_what_would_have_met_it_in_this_case(played, shown):
    page = shown(played(BADLY))
    page.body.checks.show_tab("empathy")
    assert "周女士昨天特意中午请假回家等人上门" in words(page.body.checks.row("empathy.specific"))


def test_what_the_sentence_says_already_is_not_proposed_again(played, shown):
    page = shown(played(BADLY))
    page.body.checks.show_tab("fix")
    said = words(page.body.checks.row("fix.action"))
    assert said.count("把油网密封圈重新压好") == 1
    assert "可以加" not in said


def test_words_that_look_like_markup_are_shown_as_they_are(qtbot):
    row = CheckRow("x", "处境", met=True, text="<b>{x}&amp;", why="因为<i>这样</i>")
    qtbot.addWidget(row)
    row.show()
    assert "「<b>{x}&amp;」" in words(row)
    assert all("<i>" not in one.text() for one in row.findChildren(Label))


def test_a_violation_says_cost_and_better_words(played, shown):
    row = shown(played()).body.checks.row("overpromise")
    assert "−15" in words(row)
    assert "换成这样的" in words(row)


def test_no_violation_is_told_too(played, shown):
    page = shown(played(WELL))
    page.body.checks.show_tab(VIOLATIONS)
    assert "没有违规" in words(page.body.checks)


def test_tabs_go_by_mouse_and_by_arrows(played, shown, qtbot):
    checks = shown(played()).body.checks
    qtbot.mouseClick(checks.tabs.button("empathy"), Qt.MouseButton.LeftButton)
    assert "「真对不起」" in words(checks)
    checks.tabs.button("empathy").setFocus()
    qtbot.keyClick(checks.tabs.button("empathy"), Qt.Key.Key_Right)
    assert checks.tab() == "cause"


def test_focus_on_a_check_frames_its_words_and_scrolls_there(played, shown):
    body = shown(played()).body
    body.checks.show_tab("compensation")
    row = body.checks.row("compensation.named")
    body.checks.hovered.emit(row.mark_id)
    text = body.transcript.rows[5].text
    assert text.framed == "compensation.named"
    top = text.mapTo(body.transcript.view.viewport(), QPoint(0, text.span_top("compensation.named"))).y()
    assert 0 <= top < body.transcript.view.viewport().height()


def test_the_frame_goes_when_the_row_is_left(played, shown):
    body = shown(played()).body
    body.checks.hovered.emit("empathy.feeling")
    body.checks.hovered.emit("")
    assert all(row.text is None or not row.text.framed for row in body.transcript.rows.values())


def test_a_click_on_evidence_brings_up_its_check(played, shown, qtbot):
    body = shown(played()).body
    text = body.transcript.rows[1].text
    text.span_chosen.emit("empathy.feeling")
    assert body.checks.tab() == "empathy"
    assert body.checks.row("empathy.feeling").isVisible()


def test_evidence_under_the_mouse_brings_its_tab_after_a_rest(played, shown, qtbot):
    body = shown(played()).body
    body.transcript.rows[4].text.span_hovered.emit("fix.deadline")
    assert body.checks.tab() == VIOLATIONS
    qtbot.waitUntil(lambda: body.checks.tab() == "fix", timeout=2000)


def test_the_reference_replies_come_beside_her_own_and_go_on_escape(played, shown, qtbot):
    page = shown(played())
    qtbot.mouseClick(page.body.references_button, Qt.MouseButton.LeftButton)
    assert "这事我先跟您赔个不是" in words(page.body.references)
    assert "第 1 轮" in words(page.body.references)
    assert page.on_escape()
    assert page.body.transcript.isVisible()
    assert not page.on_escape()


def test_practising_again_goes_to_a_new_drill_of_the_scenario(played, shown, opened, qtbot):
    page = shown(played())
    asked = []
    page.practise_requested.connect(asked.append)
    with qtbot.waitSignal(opened.page_wanted) as caught:
        qtbot.mouseClick(page.bar.practise_button, Qt.MouseButton.LeftButton)
    assert asked == ["slow-response"]
    assert caught.args == ["drill", DrillRequest(scenario_id="slow-response")]


def test_it_opens_at_the_turn_asked_for(played, shown, qtbot):
    page = shown(played(), turn=4)
    bar = page.body.transcript.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)


def test_a_supervisor_has_no_practising_and_reads_the_name(supervised):
    assert not supervised.bar.practise_button.isVisible()
    assert "王秀兰：报了两天没人理" in words(supervised.bar)


def test_a_trainee_has_no_comment_field(played, shown):
    assert shown(played()).body.transcript.rows[1].comment_button is None


def test_a_comment_is_saved_on_enter_and_shown_at_once(supervised, qtbot, opened):
    row = supervised.body.transcript.rows[1]
    qtbot.mouseClick(row.comment_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(row.box.edit, "good")
    qtbot.keyClick(row.box.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "good" in words(row))
    assert row.box is None
    assert opened.messages.history[-1].role == "success"
    desk = opened.records.asked_by(opened.people[0])
    assert [(one.n, one.text) for one in desk.comments(supervised.opened.review.about.drill_id)] == [(1, "good")]


def test_a_trainee_sees_the_comment_under_its_line(played, shown, opened):
    drill_id = played()
    opened.records.asked_by(opened.people[1]).comment(drill_id, 3, "补半句：是我们的疏漏。")
    row = shown(drill_id).body.transcript.rows[3]
    assert "林静的点评" in words(row)
    assert "补半句" in words(row)


def test_shift_enter_breaks_the_line_of_a_comment(supervised, qtbot):
    row = supervised.body.transcript.rows[1]
    row.open_box()
    qtbot.keyClicks(row.box.edit, "a")
    qtbot.keyClick(row.box.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(row.box.edit, "b")
    assert row.box.text() == "a\nb"


def test_an_input_methods_enter_neither_saves_nor_breaks(supervised, qtbot):
    row = supervised.body.transcript.rows[1]
    row.open_box()
    edit = row.box.edit
    QApplication.sendEvent(edit, QInputMethodEvent("shuo de", []))
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert row.box is not None
    commit = QInputMethodEvent()
    commit.setCommitString("说得实在")
    QApplication.sendEvent(edit, commit)
    assert row.box.text() == "说得实在"


def test_a_comment_that_cannot_be_saved_stays_in_its_box(supervised, qtbot, monkeypatch, opened):
    def refuse(self, drill_id, n, text):
        raise FULL

    monkeypatch.setattr(Desk, "comment", refuse)
    row = supervised.body.transcript.rows[1]
    row.open_box()
    qtbot.keyClicks(row.box.edit, "kept")
    qtbot.mouseClick(row.box.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened.messages.history))
    assert "磁盘满了" in opened.messages.history[-1].text
    assert row.box.text() == "kept"
    assert row.box.save_button.isEnabled()


def test_escape_puts_a_comment_away_and_keeps_its_words(supervised, qtbot):
    row = supervised.body.transcript.rows[1]
    row.open_box()
    qtbot.keyClicks(row.box.edit, "later")
    qtbot.keyClick(row.box.edit, Qt.Key.Key_Escape)
    assert row.comment_button.isVisible()
    row.open_box()
    assert row.box.text() == "later"


def test_an_empty_comment_cannot_be_saved(supervised):
    row = supervised.body.transcript.rows[1]
    row.open_box()
    assert not row.box.save_button.isEnabled()


def test_a_trainer_reads_figures_and_one_sentence(played, shown, opened):
    drill_id = played()
    opened.person = opened.people[2]
    page = shown(drill_id)
    assert isinstance(page.body, FiguresBody)
    said = words(page)
    assert "72" in said
    assert "不能看别人的对话原文" in said
    assert "对不起" not in said
    assert not page.bar.save_button.isVisible()


def test_a_drill_that_is_not_there_says_so(shown):
    assert "找不到这次演练" in words(shown("nothing"))


def test_an_unfinished_drill_offers_to_go_on(opened, played, shown, qtbot):
    page = shown(played(OPEN))
    assert "到现在为止" in words(page)
    with qtbot.waitSignal(opened.page_wanted) as caught:
        qtbot.mouseClick(page.bar.practise_button, Qt.MouseButton.LeftButton)
    assert caught.args == ["drill", DrillRequest(drill_id=played(OPEN))]


def test_on_a_wide_window_every_step_stands_open(played, shown):
    page = shown(played())
    page.resize(1920, 1080)
    assert not page.body.checks.tabs.isVisible()
    assert all(page.body.checks.row(name).isVisible() for name in ("empathy.feeling", "fix.owner", "overpromise"))


@pytest.mark.parametrize("percent", [100, 130, 150])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_clipped(played, shown, seen, theme, language, percent):
    seen(theme, language, percent)
    page = shown(played(BADLY if percent == 130 else HALF))
    assert isinstance(page.body, Body)
    assert clipped(page) == []


def test_no_bar_shows_where_everything_fits(played, shown, qtbot):
    page = shown(played(WELL))
    page.resize(1366, 1400)
    qtbot.waitUntil(lambda: not page.body.transcript.view.verticalScrollBar().isVisible())


# Disputes.


def test_a_check_is_disputed_with_a_reason_and_the_score_stays(opened, played, shown, qtbot):
    page = shown(played())
    total = page.opened.review.sums.total
    page.body.checks.dispute_asked.emit("cause.verified", 0, False)
    assert page.dialog is not None
    assert not page.dialog.yes.isEnabled()
    page.dialog.edit.setPlainText("我说了工单系统查过的。")
    page.dialog.yes.click()
    qtbot.waitUntil(lambda: page.body.checks.dispute("cause.verified") is not None, timeout=5000)
    page.body.checks.show_tab("cause")
    assert "申诉了，等主管看：我说了工单系统查过的。" in words(page.body.checks)
    again = shown(played())
    assert [one.item for one in again.opened.disputes] == ["cause.verified"]
    assert again.opened.review.sums.total == total


def test_a_dispute_is_taken_back(opened, played, shown, qtbot):
    page = shown(played())
    desk = opened.records.asked_by(opened.people[0])
    desk.dispute(played(), n=5, item="overpromise", met=True, reason="不是保证。")
    page.body.checks.set_disputes(desk.disputes(played()))
    page.body.checks.dispute_asked.emit("overpromise", 5, True)
    assert page.dialog.edit.toPlainText() == "不是保证。"
    page.dialog.take_back.click()
    qtbot.waitUntil(lambda: page.body.checks.dispute("overpromise") is None, timeout=5000)
    assert desk.disputes(played()) == ()


def test_a_supervisor_sees_disputes_and_makes_none(opened, played, shown):
    desk = opened.records.asked_by(opened.people[0])
    desk.dispute(played(), n=5, item="overpromise", met=True, reason="不是保证。")
    opened.set_person(opened.people[1])
    page = shown(played())
    page.body.checks.show_tab(VIOLATIONS)
    assert "不是保证。" in words(page.body.checks)
    assert not any(one.isVisible() for one in page.findChildren(Button) if one.text() == "有异议")
    assert [one.item for one in opened.records.asked_by(opened.people[1]).waiting_disputes()] == ["overpromise"]


# Two tries.


def test_two_tries_stand_side_by_side(opened, played, shown, qtbot):
    desk = opened.records.asked_by(opened.people[0])
    again = DrillSession.rewind(desk, played(BADLY), 1, OfflineScorer())
    again.reply(WELL[0])
    again.break_off()
    for drill_id in (played(BADLY), again.drill_id):
        page = shown(drill_id)
        assert page.body.compare_button.isVisibleTo(page.body)
        page.body.compare_button.click()
        told = words(page.body.compare)
        assert BADLY[0] in told
        assert WELL[0] in told
        assert page.on_escape()


def test_a_drill_that_was_never_rewound_has_nothing_to_compare(played, shown):
    assert not shown(played(WELL)).body.compare_button.isVisibleTo(shown(played(WELL)).body)
