"""The table of standards and rules, and scenarios that name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios import standards
from scenarios.model import EndingKind, Handover
from scenarios.rehearsal import rehearse
from scenarios.standards import shipped_standards
from scoring.offline.scorer import OfflineScorer
from tests.scenarios.smallest import edited, scenario

LADDER = {
    "to": "区域经理",
    "right": "turn >= 1",
    "say": {
        "right": ["好，我等他。", "行，让他打来。", "可以，转吧。"],
        "early": ["这就转？", "我还没说完。", "你先别推。"],
    },
}


def test_every_standard_has_an_id_both_languages_and_a_source():
    for name, one in shipped_standards().items():
        assert one.id == name
        assert one.text.zh.endswith("。")
        assert one.text.en.endswith(".")
        assert one.source.startswith("D")


def test_the_card_holds_standards_and_rules():
    assert {one.kind for one in shipped_standards().values()} == {"standard", "rule"}


def test_a_damaged_table_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    broken = tmp_path / "standards.yaml"
    broken.write_text("standards: [", "utf-8")
    monkeypatch.setattr(standards, "PATH", broken)
    shipped_standards.cache_clear()
    try:
        with pytest.raises(ValueError, match=r"standards\.yaml"):
            shipped_standards()
    finally:
        shipped_standards.cache_clear()


def test_a_scenario_may_do_without_standards():
    assert scenario().standards == ()


def test_a_misspelt_standard_is_told_with_the_likely_one():
    (one,) = edited({("standards",): ["first_contact", "escalatoin"]}).diagnostics
    assert (one.code, one.hint) == ("SC026", ("是不是想写“escalation”？", "Did you mean 'escalation'?"))


def test_a_standard_named_twice_is_told_at_the_second():
    (one,) = edited({("standards",): ["escalation", "golden_window", "escalation"]}).diagnostics
    assert (one.code, one.sentence.zh) == ("SC026", "“escalation”写了两遍。")


@pytest.mark.parametrize(("ending", "handover"), [("handed_over", None), ("broken_off", "right")])
def test_a_golden_hand_over_names_both_the_ending_and_the_judgement(ending: str, handover: str | None):
    file = edited({("golden", 0, "ending"): ending, **({("golden", 0, "handover"): handover} if handover else {})})
    assert [one.code for one in file.errors] == ["SC021"]


def test_a_golden_hand_over_that_names_both_is_clean():
    file = edited({("golden", 0, "ending"): "handed_over", ("golden", 0, "handover"): "right", ("handover",): LADDER})
    assert not file.diagnostics


def test_a_rehearsal_may_end_in_a_hand_over_that_is_judged():
    result = rehearse(scenario({("handover",): LADDER}), ["好的"], 1, OfflineScorer(None), hand_over=True)
    assert (result.ending, result.handover) == (EndingKind.HANDED_OVER, Handover.RIGHT)
    assert result.scorecard.ending == "handed_over:right"
    assert result.lines[-1] in LADDER["say"]["right"]


def test_a_rehearsal_that_ended_before_is_not_handed_over():
    gone = scenario({("handover",): LADDER, ("endings", "left", "when"): "turn >= 1"})
    result = rehearse(gone, ["好的"], 1, OfflineScorer(None), hand_over=True)
    assert (result.ending, result.handover) == (EndingKind.LEFT, None)
