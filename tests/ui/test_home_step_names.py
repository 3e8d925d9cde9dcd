from __future__ import annotations

import pytest

from app.ui.trainee.step_names import KINDS, kind_name, positions, step_of
from scoring.rubric import shipped_kinds, shipped_rubric


@pytest.mark.parametrize("kind", shipped_kinds())
def test_the_names_are_the_rubrics_own(kind):
    rubric = shipped_rubric(kind)
    ours = [(step.id, step.name, tuple(step.checks)) for step in KINDS[kind]]
    theirs = [(step.id, step.name.sentence, tuple(check.id for check in step.checks)) for step in rubric.steps]
    assert ours == theirs
    assert kind_name(kind) == rubric.name.sentence


def test_steps_stand_in_the_methods_order():
    assert [step for _, step, _ in positions(["compensation", "empathy"])] == ["empathy", "compensation"]
    assert [position for position, _, _ in positions(["compensation", "empathy"])] == [1, 4]


def test_a_step_that_several_kinds_have_is_told_by_the_others():
    assert [name.zh for _, _, name in positions(["terms", "person"])] == ["精准称呼与记忆点", "规则与有效期"]
    found = step_of("terms", ["person", "use"])
    assert found is not None
    assert "valid" in found.checks


def test_a_companys_own_step_is_called_by_its_id():
    assert positions(["warmth"])[0][2].zh == "warmth"
    assert step_of("warmth") is None
    assert kind_name("hotline").en == "hotline"
