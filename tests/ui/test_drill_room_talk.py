"""The rows of the talk, the composer's size, and the guide."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.shared.evidence import Mark
from app.ui.trainee.drill_room.composer import Composer
from app.ui.trainee.drill_room.guide import Guide
from app.ui.trainee.drill_room.snapshot import CUSTOMER, MINE, TIME, WAITING, Line, RemarkLine
from app.ui.trainee.drill_room.talk import Talk
from app.ui.trainee.drill_room.talk_model import LINE, TalkModel

REPLY = Line(
    MINE, "真对不起，让您久等了。", 1, (Mark("empathy.acknowledge", 0, 4, 1, "共情：致歉"),),
    (RemarkLine(1, "共情", 1, "「真对不起」，歉意说到了。"),),
)  # fmt: skip
LINES = (Line(TIME, "今天 14:05"), Line(CUSTOMER, "你们没人上班吗？"), REPLY)


@pytest.fixture
def model(qtmodeltester):
    made = TalkModel()
    made.reset(LINES, customer="周女士", feedback=True)
    return made


def test_the_model_keeps_the_rules_of_qt(model, qtmodeltester):
    qtmodeltester.check(model)
    model.append([Line(WAITING, "客户在想…")])
    model.drop_last(WAITING)
    qtmodeltester.check(model)


def test_the_model_says_who_speaks(model):
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1).data(role) == "周女士说：你们没人上班吗？"
    assert model.index(2).data(role) == "您说：真对不起，让您久等了。"


def test_evidence_is_told_in_words(model):
    told = model.index(2).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert told == "共情：致歉「真对不起」；「真对不起」，歉意说到了。"


def test_without_feedback_a_reply_has_neither_marks_nor_remarks(model):
    model.set_feedback(False)
    line = model.index(2).data(LINE)
    assert (line.text, line.marks, line.remarks) == (REPLY.text, (), ())


def test_only_a_row_of_that_kind_is_dropped(model):
    model.drop_last(WAITING)
    assert model.rowCount() == len(LINES)


def test_a_short_talk_stands_on_its_floor(model, qtbot):
    talk = Talk(model)
    qtbot.addWidget(talk)
    talk.resize(800, 560)
    talk.show()
    qtbot.waitExposed(talk)
    qtbot.waitUntil(lambda: talk.list.geometry().bottom() > 540)
    assert talk.list.geometry().top() > 200


def test_the_composer_grows_from_two_lines_to_six(qtbot):
    box = Composer()
    qtbot.addWidget(box)
    box.resize(400, 100)
    box.show()
    two = box.height()
    box.set_text("一\n二\n三\n四")
    four = box.height()
    box.set_text("\n".join("一二三四五六七八九十"))
    ten = box.height()
    assert two < four < ten
    assert ten < two * 3.2
    box.set_text("")
    assert box.height() == two


def test_pasted_text_is_plain(qtbot):
    box = Composer()
    qtbot.addWidget(box)
    from PySide6.QtCore import QMimeData

    rich = QMimeData()
    rich.setHtml("<b>真</b>对不起")
    rich.setText("真对不起")
    box.insertFromMimeData(rich)
    assert box.text() == "真对不起"
    assert "font-weight:700" not in box.toHtml().partition("<body")[2]


STEPS = ("empathy", "cause", "fix", "compensation")


class _Page(QWidget):
    def __init__(self):
        super().__init__()
        self.resize(1366, 768)
        self.part = QWidget(self)
        self.part.setGeometry(20, 300, 200, 100)


@pytest.fixture
def guide(qtbot):
    page = _Page()
    qtbot.addWidget(page)
    page.show()
    made = Guide(page, {step: lambda: page.part for step in STEPS})
    made.start()
    return made


def test_the_guide_shows_one_mark_at_a_time_as_each_steps_turn_comes(guide):
    seen = []
    levels = {}
    for step in STEPS:
        guide.follow(STEPS, levels, ended=False)
        seen.append(guide.card.words)
        levels[step] = 2
    assert len(set(seen)) == 4
    assert all(seen)


def test_a_mark_goes_by_key_and_the_next_comes_with_its_step(guide, qtbot):
    guide.follow(STEPS, {}, ended=False)
    qtbot.keyClick(guide.card.understood_button, Qt.Key.Key_Return)
    assert guide.card.words == ""
    guide.follow(STEPS, {}, ended=False)
    assert guide.card.words == ""
    guide.follow(STEPS, {"empathy": 1}, ended=False)
    assert "去查" in guide.card.words


def test_the_guide_ends_when_no_more_is_wanted(guide, qtbot):
    guide.follow(STEPS, {}, ended=False)
    with qtbot.waitSignal(guide.finished):
        qtbot.keyClick(guide.card.end_button, Qt.Key.Key_Space)
    guide.follow(STEPS, {"empathy": 1}, ended=False)
    assert guide.card.words == ""


def test_a_mark_says_itself(guide):
    guide.follow(STEPS, {}, ended=False)
    card = guide.card
    assert card.accessibleName()
    assert card.accessibleDescription()
