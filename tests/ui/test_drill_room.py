"""The drill room as a person plays it: writing, sending, lights, acts, the end, and what must not be lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from app.records.desk import Desk
from app.records.values import Act
from app.ui.shared.clipping import clipped
from app.ui.shared.i18n import said
from app.ui.shared.labels import Label
from app.ui.shared.pages import DrillRequest
from app.ui.trainee.drill_room import DrillRoomPage, drafts
from app.ui.trainee.drill_room.snapshot import ACT, CUSTOMER, HELP, MINE, TIME, WAITING
from scenarios.standards import standards_of
from scoring.sentence import PeilianError
from tests.ui.tour_drill_room import GOOD

FULL = PeilianError("磁盘满了，这句没有记下。", "The disk is full; this wasn't recorded.")


@pytest.fixture(scope="session", autouse=True)
def warm():
    """The scorer is loaded once, not within the time of a test."""
    pytest.importorskip("scenarios.reader")
    from app.ui.trainee.drill_room import play

    play._scorer.warm_up()


@pytest.fixture
def page(opened, qtbot):
    made = DrillRoomPage(opened)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def drill(page, qtbot):
    """Opens a drill, and says things as a person does: by keys."""

    class Drill:
        def __init__(self):
            self.page = page
            self.box = page.composer

        def open(self, **given):
            with qtbot.waitSignal(page.table.opened, timeout=5000):
                page.enter(DrillRequest(**({"scenario_id": "slow-response", "seed": 1} | given)))
            return self

        def enter(self):
            qtbot.keyClick(self.box, Qt.Key.Key_Return)

        def say(self, text):
            self.box.insertPlainText(text)
            with qtbot.waitSignal(page.table.answered, timeout=5000):
                self.enter()

        def kinds(self):
            return [line.kind for line in page.model.lines]

        def replies(self):
            return [line.text for line in page.model.lines if line.kind == MINE]

        def lights(self):
            return [light.accessibleDescription().partition("，")[0] for light in page.standing.lights.lights]

    return Drill()


@pytest.fixture
def refusing(monkeypatch):
    """A desk that can't write replies."""

    def refuse(*_, **__):
        raise FULL

    def switch(on: bool):
        if on:
            monkeypatch.setattr(Desk, "add_reply", refuse)
        else:
            monkeypatch.undo()

    return switch


def composing(box, text, commit=""):
    event = QInputMethodEvent(text, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(box, event)


def test_a_drill_opens_on_her_first_line_with_the_composer_ready(drill):
    drill.open()
    assert drill.kinds()[-1] == CUSTOMER
    assert drill.box.hasFocus()
    assert drill.lights()[0] == "下一步"


def test_enter_shows_her_answer_and_fills_the_lights(drill):
    drill.open().say(GOOD[0])
    assert drill.kinds()[-2:] == [MINE, CUSTOMER]
    assert drill.lights()[:2] == ["出色", "下一步"]
    assert drill.box.text() == ""
    assert drill.box.hasFocus()


def test_a_reply_carries_its_evidence_and_one_line_that_quotes_it(drill):
    drill.open().say(GOOD[0])
    mine = drill.page.model.lines[-2]
    assert {mark.step for mark in mine.marks} == {1}
    assert len(mine.remarks) == 1
    quote = mine.remarks[0].text.partition("「")[2].partition("」")[0]
    assert quote in GOOD[0]


def test_shift_enter_breaks_the_line_and_sends_nothing(drill, qtbot):
    drill.open()
    qtbot.keyClicks(drill.box, "one")
    qtbot.keyClick(drill.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(drill.box, "two")
    assert drill.box.text() == "one\ntwo"
    assert not drill.page.table.busy


def test_the_enter_of_an_input_method_neither_sends_nor_breaks(drill):
    drill.open()
    composing(drill.box, "duibuqi")
    drill.enter()
    assert not drill.page.table.busy
    assert drill.box.text() == ""
    composing(drill.box, "", commit="对不起")
    assert drill.box.text() == "对不起"


def test_what_is_being_composed_is_never_sent(drill, qtbot):
    drill.open()
    composing(drill.box, "", commit="真对不起")
    composing(drill.box, "nin")
    drill.page.send()  # the button: the composed letters are no text yet
    qtbot.waitUntil(lambda: not drill.page.table.busy, timeout=5000)
    assert drill.replies() == ["真对不起"]


def test_after_the_commit_enter_sends(drill, qtbot):
    drill.open()
    composing(drill.box, "duibuqi")
    composing(drill.box, "", commit="对不起，让您久等了。")
    with qtbot.waitSignal(drill.page.table.answered, timeout=5000):
        drill.enter()
    assert drill.replies() == ["对不起，让您久等了。"]


def test_nothing_written_sends_nothing_and_says_so_quietly(drill):
    drill.open()
    drill.enter()
    assert not drill.page.table.busy
    assert drill.page.compose.quiet.words == "还没有写内容，客户在等您说话。"
    assert not drill.page.services.messages.history


def test_sending_twice_quickly_says_it_once(drill, qtbot):
    drill.open()
    drill.box.insertPlainText("真对不起，让您久等了。")
    with qtbot.waitSignal(drill.page.table.answered, timeout=5000):
        drill.enter()
        drill.enter()
        drill.page.compose.send.click()
    assert drill.replies() == ["真对不起，让您久等了。"]


def test_a_text_that_is_too_long_stays_with_its_sentence(drill, qtbot):
    drill.open()
    drill.box.set_text("长" * 20_001)
    with qtbot.waitSignal(drill.page.table.failed, timeout=5000):
        drill.page.send()
    assert len(drill.box.text()) == 20_001
    assert "20001" in drill.page.compose.quiet.words
    assert drill.replies() == []


def test_a_reply_that_could_not_be_recorded_stays_in_the_composer(drill, qtbot, refusing):
    drill.open()
    refusing(True)
    drill.box.insertPlainText("真对不起。")
    with qtbot.waitSignal(drill.page.table.failed, timeout=5000):
        drill.enter()
    assert drill.box.text() == "真对不起。"
    assert drill.replies() == []
    assert drill.page.services.messages.history[-1].text == FULL.sentence.zh
    refusing(False)
    with qtbot.waitSignal(drill.page.table.answered, timeout=5000):
        drill.enter()
    assert drill.replies() == ["真对不起。"]


def test_a_reply_whose_answer_broke_off_is_taken_up_and_not_doubled(drill, qtbot, monkeypatch):
    drill.open()

    def refuse(*_, **__):
        raise FULL

    monkeypatch.setattr(Desk, "finish_turn", refuse)
    drill.box.insertPlainText("真对不起。")
    with qtbot.waitSignal(drill.page.table.failed, timeout=5000):
        drill.enter()
    monkeypatch.undo()
    with qtbot.waitSignal(drill.page.table.answered, timeout=5000):
        drill.enter()
    assert drill.replies() == ["真对不起。"]
    assert drill.kinds()[-1] == CUSTOMER


def test_a_draft_survives_a_program_that_stops(drill, services, folder):
    drill.open()
    drill.box.insertPlainText("今晚七点请李师傅")
    services.save_all()
    again = drill.open(scenario_id="", drill_id=drill.page.drill_id)
    assert again.box.text() == "今晚七点请李师傅"


def test_a_draft_is_kept_while_writing_and_gone_once_sent(drill, qtbot, folder):
    drill.open()
    drill.box.insertPlainText("真对不起，让您久等了。")
    qtbot.waitUntil(lambda: drafts.read(folder, drill.page.drill_id) != "", timeout=5000)
    with qtbot.waitSignal(drill.page.table.answered, timeout=5000):
        drill.enter()
    assert drafts.read(folder, drill.page.drill_id) == ""


def test_looking_up_shows_the_fact_in_both_places(drill, qtbot):
    drill.open()
    button = drill.page.case.look_up_button("wrong_queue")
    with qtbot.waitSignal(drill.page.table.looked_up, timeout=5000):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert drill.kinds()[-1] == ACT
    assert drill.page.case.look_up_button("wrong_queue") is None
    assert drill.box.hasFocus()


def test_feedback_at_the_end_shows_nothing_until_then(drill, qtbot, services):
    services.settings.feedback = "end"
    drill.open().say(GOOD[0])
    index = drill.page.model.index(drill.page.model.rowCount() - 2)
    line = index.data(Qt.ItemDataRole.UserRole)
    assert (line.marks, line.remarks) == ((), ())
    assert drill.lights() == ["还没说"] * 4
    with qtbot.waitSignal(drill.page.table.answered, timeout=5000):
        drill.page.bar.end.click()
        drill.page._question.yes.click()
    assert index.data(Qt.ItemDataRole.UserRole).marks
    assert drill.lights()[0] == "出色"


def test_the_end_shows_her_last_line_and_the_way_to_the_scorecard(drill, qtbot):
    drill.open()
    for text in GOOD:
        drill.say(text)
    end = drill.page.compose
    assert end.ended
    assert end.end.scorecard.hasFocus()
    assert drill.kinds()[-1] == CUSTOMER
    with qtbot.waitSignal(drill.page.scorecard_requested) as asked:
        qtbot.keyClick(end.end.scorecard, Qt.Key.Key_Return)
    assert asked.args == [drill.page.drill_id]


def test_ending_asks_first_and_esc_goes_on(drill, qtbot):
    drill.open()
    drill.page.bar.end.click()
    question = drill.page._question
    assert question.isVisible()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert not drill.page.compose.ended
    assert drill.page._question is None


def test_handing_over_ends_it_with_her_words(drill, qtbot):
    drill.open()
    drill.page.bar.hand_over.click()
    with qtbot.waitSignal(drill.page.table.answered, timeout=5000):
        drill.page._question.yes.click()
    assert drill.page.compose.ended
    assert "转交早了" in drill.page.compose.end.words


def test_a_drill_that_was_left_goes_on_as_it_was(drill, services):
    drill.open().say(GOOD[0])
    shown = drill.page.model.lines
    drill.page.leave()
    drill.open(scenario_id="", drill_id=drill.page.drill_id)
    assert [(one.text, one.remarks) for one in drill.page.model.lines] == [(one.text, one.remarks) for one in shown]
    assert drill.lights()[:2] == ["出色", "下一步"]


def test_coming_back_with_the_old_request_is_the_same_drill(drill, qtbot):
    request = DrillRequest(scenario_id="slow-response", seed=1)
    with qtbot.waitSignal(drill.page.table.opened, timeout=5000):
        drill.page.enter(request)
    first = drill.page.drill_id
    with qtbot.waitSignal(drill.page.table.opened, timeout=5000):
        drill.page.enter(request)
    assert drill.page.drill_id == first


def test_leaving_tells_which_drill_stays_open(drill, qtbot, services):
    drill.open()
    with qtbot.waitSignals([drill.page.left, services.back_wanted]):
        drill.page.bar.back_button.click()


def test_she_thinks_where_the_answer_takes_long(drill, qtbot, monkeypatch):
    from threading import Event

    gate = Event()
    drill.open()
    whole = Desk.add_reply

    def slow(self, *given, **named):
        gate.wait(5)
        return whole(self, *given, **named)

    monkeypatch.setattr(Desk, "add_reply", slow)
    drill.box.insertPlainText("真对不起。")
    drill.enter()
    qtbot.waitUntil(lambda: drill.kinds()[-1] == WAITING, timeout=2000)
    with qtbot.waitSignal(drill.page.table.answered, timeout=5000):
        gate.set()
    assert drill.kinds()[-1] == CUSTOMER


def test_hints_come_rung_by_rung_and_stand_in_the_talk(drill, qtbot):
    drill.open()
    told = []
    for _ in range(3):
        with qtbot.waitSignal(drill.page.table.hinted, timeout=5000):
            drill.page.compose.hint.click()
        told.append(drill.page.compose.quiet.words)
    assert told[0].startswith("按顺序想一想：共情→归因→方案→补偿")
    assert told[1].startswith("还差“共情”里的“")
    assert told[2].startswith("可以这样说：")
    assert drill.kinds()[-3:] == [HELP] * 3
    assert drill.box.hasFocus()
    assert told[2]


def test_hints_are_there_again_when_the_drill_is_gone_on_with(drill, qtbot):
    drill.open()
    with qtbot.waitSignal(drill.page.table.hinted, timeout=5000):
        drill.page.compose.hint.click()
    drill.open(scenario_id="", drill_id=drill.page.drill_id)
    assert drill.kinds()[-1] == HELP


def say_again(drill, qtbot, n):
    """Press 「重说这句」 beside reply number `n`, and say yes."""
    view = drill.page.talk.list
    row = next(row for row, line in enumerate(drill.page.model.lines) if line.n == n and line.kind == MINE)
    index = drill.page.model.index(row)
    view.scrollTo(index)
    laid = view.delegate._laid(drill.page.model.lines[row], view.width())
    at = laid.again.center().toPoint() + view.visualRect(index).topLeft()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert drill.page._question is not None
    with qtbot.waitSignal(drill.page.table.opened, timeout=5000):
        drill.page._question.yes.click()


def test_a_reply_is_said_again_in_a_drill_of_its_own(drill, qtbot):
    drill.open().say("嗯嗯。")
    drill.say("我知道了，知道了。")
    first = drill.page.drill_id
    say_again(drill, qtbot, 2)
    assert drill.page.drill_id != first
    assert drill.replies() == ["嗯嗯。"]
    assert drill.kinds()[-1] == TIME
    drill.say(GOOD[0])
    assert drill.replies() == ["嗯嗯。", GOOD[0]]


def test_back_from_the_scorecard_it_is_the_drill_said_again(drill, qtbot):
    asked = DrillRequest(scenario_id="slow-response", seed=1)
    with qtbot.waitSignal(drill.page.table.opened, timeout=5000):
        drill.page.enter(asked)
    drill.say("嗯嗯。")
    say_again(drill, qtbot, 1)
    again = drill.page.drill_id
    with qtbot.waitSignal(drill.page.table.opened, timeout=5000):
        drill.page.enter(asked)
    assert drill.page.drill_id == again


def test_enter_on_a_reply_asks_to_say_it_again(drill, qtbot):
    drill.open().say("嗯嗯。")
    view = drill.page.talk.list
    view.setCurrentIndex(drill.page.model.index(2))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert drill.page._question is not None
    drill.page._question.no.click()


def test_the_wait_for_a_reply_is_told_against_the_limit(drill):
    drill.open()
    bar = drill.page.compose
    bar.show_wait(30_000)
    assert bar._wait.plain() == "等了 0:30 / 2:00"
    bar.show_wait(150_000)
    assert "2:30" in bar._wait.plain()


def test_an_exam_counts_down_and_ends_when_its_time_is_over(drill, qtbot):
    drill.open(exam=True)
    drill.page.bar.show_time(14 * 60_000 + 30_000)
    assert drill.page.bar._time.plain() == "还剩 0:30"
    with qtbot.waitSignal(drill.page.table.answered, timeout=5000):
        drill.page._on_tick(15 * 60_000)
    assert drill.page.compose.ended


def test_an_exam_offers_nothing_to_say_again(drill):
    drill.open(exam=True).say("嗯嗯。")
    assert not any(line.again for line in drill.page.model.lines)


def test_an_exam_gives_no_hint_no_standards_and_no_marks(drill):
    drill.open(exam=True).say(GOOD[0])
    assert drill.page.compose.hint.isHidden()
    assert drill.page.bar.standards.isHidden()
    assert drill.lights() == ["还没说"] * 4


def card_words(page):
    """What the standards card says, from top to bottom."""
    return [label.plain() for label in page.standards.findChildren(Label) if label.isVisibleTo(page.standards)]


@pytest.mark.parametrize(("language", "source"), [("zh", "出处：手册 {0}"), ("en", "From the handbook, {0}")])
def test_the_card_shows_the_drills_own_standards_first_with_their_source(drill, seen, language, source):
    seen(language=language)
    drill.open()
    drill.page.bar.standards.click()
    words = card_words(drill.page)
    first_step = words.index(said(drill.page._room.steps[0].name))
    own = standards_of(("first_contact", "golden_window", "compensation_ceiling"))
    for one in own:
        at = words.index(said(one.text.sentence))
        assert at < first_step
        assert words[at + 1] == source.format(one.source)


def test_the_card_has_figures_before_rules(drill):
    drill.open()
    words = card_words(drill.page)
    assert words.index("这一场要守的标准") < words.index("这一场不能破的规则")


def test_a_drill_without_standards_shows_only_its_steps(drill):
    drill.open()
    drill.page.standards.show_room(replace(drill.page._room, standards=()))
    assert not any(words.startswith(("这一场", "出处")) for words in card_words(drill.page))


def test_the_card_is_read_by_keys_alone(drill, qtbot):
    drill.open()
    drill.page.bar.standards.click()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    area = QApplication.focusWidget()
    assert isinstance(area, QScrollArea)
    assert drill.page.standards.isAncestorOf(area)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.keyClick(area, Qt.Key.Key_Down)
    assert area.verticalScrollBar().value() > 0
    assert drill.page.on_escape()
    assert drill.page.standards.isHidden()
    assert drill.box.hasFocus()


def test_copying_a_bubble_copies_plain_words(drill, qtbot):
    drill.open().say(GOOD[0])
    view = drill.page.talk.list
    view.setFocus()
    view.setCurrentIndex(drill.page.model.index(drill.page.model.rowCount() - 2))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == GOOD[0]


def test_the_mood_changes_in_words(drill):
    drill.open()
    assert drill.page.standing.mood.words == "还有气 刚打进来"
    drill.say(GOOD[0])
    assert "缓和" in drill.page.standing.mood.words


@pytest.mark.parametrize(("size", "percent"), [((1366, 768), 100), ((1366, 768), 150), ((960, 600), 100)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_mark_of_the_guided_drill_lies_over_the_talk(drill, seen, qtbot, size, percent, language):
    seen("light", language, percent)
    drill.page.resize(*size)
    drill.open(guided=True)
    card = drill.page.guide.card
    for text in GOOD[:3]:
        qtbot.waitUntil(card.isVisible)
        place = QRect(card.mapTo(drill.page, QPoint(0, 0)), card.size())
        for part in (drill.page.talk, drill.page.compose, drill.page.bar, drill.page.standing):
            assert not place.intersects(QRect(part.mapTo(drill.page, QPoint(0, 0)), part.size()))
        assert drill.page.talk.height() > 60
        drill.say(text)


def test_the_customer_looks_content_only_when_she_has_settled(drill):
    drill.open()
    faces = []
    for text in GOOD:
        drill.say(text)
        faces.append(drill.page.standing.mood.face.face)
    assert faces[-1] == 4
    assert 4 not in faces[:-1]
    assert "满意" in drill.page.standing.mood.words


def test_the_case_folds_into_a_button_at_large_text(drill, seen):
    drill.open()
    assert drill.page.case.isVisible()
    seen("light", "zh", 130)
    assert not drill.page.case.isVisible()
    drill.page.bar.case.click()
    assert drill.page.case.isVisible()


def test_every_reply_is_on_record_with_its_acts(drill, qtbot, opened):
    drill.open()
    with qtbot.waitSignal(drill.page.table.looked_up, timeout=5000):
        drill.page.table.look_up("wrong_queue")
    drill.say(GOOD[0])
    found = []
    opened.ask(lambda desk: desk.drill(drill.page.drill_id), done=found.append, owner=drill.page)
    qtbot.waitUntil(lambda: bool(found), timeout=5000)
    assert [turn.act for turn in found[0].turns] == [Act.LOOK_UP, Act.REPLY]


def test_nothing_of_another_drill_is_on_screen_while_one_is_put_through(drill, qtbot):
    drill.open()
    page = drill.page
    title = page.bar.title.plain()
    page.enter(DrillRequest(scenario_id="residual-smell", seed=1))
    assert page.bar.title.plain() == ""
    assert not page.case.known_card.isVisible()
    assert not page.standing.mood.isVisible()
    assert not page.bar.end.isVisible()
    page.composer.insertPlainText("您好")
    qtbot.waitUntil(lambda: page.bar.title.plain() not in ("", title), timeout=5000)
    assert page.standing.mood.isVisible()
    assert page.composer.text() == "您好"


def test_a_drill_that_is_long_in_coming_says_so(page, monkeypatch, qtbot):
    monkeypatch.setattr(page.table, "open", lambda _request: None)
    page.enter(DrillRequest(scenario_id="slow-response"))
    qtbot.waitUntil(lambda: [line.text for line in page.model.lines] == ["正在接通…"], timeout=2000)


def test_the_bar_lets_its_tag_go_before_the_title(drill, seen, qtbot):
    seen("light", "en", 150)
    drill.open()
    bar = drill.page.bar
    qtbot.waitUntil(lambda: clipped(bar) == [])
    assert bar.title.plain().startswith("Two days")
