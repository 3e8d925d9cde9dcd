"""看示范: the model conversation, line by line, with the lights."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.ui.shared.pages import DrillRequest, StudyRequest
from app.ui.trainee.drill_room.snapshot import CUSTOMER, MINE
from app.ui.trainee.study import StudyPage
from scenarios.reader import LIBRARY, read_scenario


@pytest.fixture
def page(opened, qtbot):
    made = StudyPage(opened)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.opened, timeout=10_000):
        made.enter(StudyRequest("slow-response"))
    return made


@pytest.fixture
def model():
    scenario = read_scenario(LIBRARY / "slow-response.yaml").scenario
    assert scenario is not None
    return scenario.reference_conversation


def lights(page):
    return [light.accessibleDescription().partition("，")[0] for light in page.standing.lights.lights]


def test_it_opens_on_her_first_line_and_asks_to_think_first(page):
    assert [line.kind for line in page.model.lines] == [CUSTOMER]
    assert page.where.plain() == "先想想您会怎么回，再看下一句。"
    assert page.next.hasFocus()
    assert not page.again.isEnabled()


def test_each_step_shows_one_reply_its_evidence_and_her_answer(page, model, qtbot):
    qtbot.keyClick(page.next, Qt.Key.Key_Space)
    assert [line.kind for line in page.model.lines] == [CUSTOMER, MINE, CUSTOMER]
    mine = page.model.lines[1]
    assert mine.text == model[0]
    assert mine.marks
    assert mine.remarks
    assert lights(page)[0] == "出色"
    assert page.where.plain() == f"第 1 句，共 {len(model)} 句"


def test_at_the_end_all_lights_are_on_and_it_is_the_trainees_turn(page, model):
    for _ in model:
        page.go_on()
    assert lights(page) == ["出色"] * 4
    assert not page.next.isEnabled()
    assert page.own.hasFocus()
    assert [line.text for line in page.model.lines if line.kind == MINE] == list(model)


def test_it_begins_again_from_the_opening(page):
    page.go_on()
    page.again.click()
    assert [line.kind for line in page.model.lines] == [CUSTOMER]
    assert lights(page)[0] == "下一步"


def test_own_words_come_next(page, opened, monkeypatch):
    wanted = []
    monkeypatch.setattr(opened, "go", lambda *where: wanted.append(where))
    page.own.click()
    assert wanted == [("drill", DrillRequest(scenario_id="slow-response"))]


def test_nothing_is_recorded(page, opened, model):
    for _ in model:
        page.go_on()
    assert opened.records.asked_by(opened.people[0]).drills().drills == ()
