"""Every rule against its own examples, and how a diagnostic is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import scenarios.diagnostics
from scenarios.diagnostics import AUTHORS_RULES, RULES, Diagnostic, Rule, Severity
from scenarios.reader import for_authors
from scoring.sentence import Sentence
from tests.scenarios.smallest import SMALLEST, edited, parse_scenario

EVERY = (*RULES, *AUTHORS_RULES)
BY_CODE = pytest.mark.parametrize("rule", EVERY, ids=[rule.code for rule in EVERY])
CHINESE = re.compile("[\u4e00-\u9fff]")


def found(rule: Rule, example: str) -> list[Diagnostic]:
    file = edited(rule.triggers if example == "triggers" else rule.clean)
    return [one for one in for_authors(file).diagnostics if one.code == rule.code]


def test_the_smallest_scenario_has_nothing_wrong():
    file = parse_scenario(SMALLEST)
    assert (file.diagnostics, file.playable) == ((), file.scenario)


@BY_CODE
def test_the_example_that_triggers_a_rule_makes_it_speak(rule: Rule):
    assert found(rule, "triggers")


@BY_CODE
def test_the_clean_example_of_a_rule_leaves_it_silent(rule: Rule):
    assert not found(rule, "clean")


@BY_CODE
def test_the_clean_example_of_a_rule_is_playable(rule: Rule):
    assert edited(rule.clean).playable is not None


@BY_CODE
def test_a_rule_speaks_with_its_own_severity_and_past_the_first_line(rule: Rule):
    for one in found(rule, "triggers"):
        assert one.severity is rule.severity
        assert one.line > 1 or rule.code == "SC025"  # which is about what isn't there


@BY_CODE
def test_what_a_rule_says_is_chinese_and_english(rule: Rule):
    said = [rule.about]
    for one in found(rule, "triggers"):
        said += [one.sentence, *([one.hint] if one.hint else [])]
    for sentence in said:
        assert CHINESE.search(sentence.zh)
        assert sentence.en
        assert sentence.zh != sentence.en


@BY_CODE
def test_an_error_forbids_playing_and_a_warning_does_not(rule: Rule):
    assert (edited(rule.triggers).playable is None) == (rule.severity is Severity.ERROR)


def test_codes_are_unique_and_in_order():
    codes = [rule.code for rule in EVERY]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"SC\d{3}", code) for code in codes)


def test_every_rules_file_is_registered_under_the_code_in_its_name():
    folder = Path(scenarios.diagnostics.__file__).parent
    named = {path.stem[:5].upper() for path in folder.glob("sc[0-9]*.py")}
    assert named == {rule.code for rule in EVERY}


def test_a_diagnostic_is_one_line_that_editors_can_jump_from():
    one = Diagnostic(
        Path("a.yaml"), 42, 9, "SC011", Severity.ERROR, Sentence("错了。", "Wrong."), Sentence("改。", "Mend.")
    )
    assert one.to("en") == "a.yaml:42:9 SC011 error: Wrong. (Mend.)"
    assert one.to("zh") == "a.yaml:42:9 SC011 error: 错了。 (改。)"


def test_a_diagnostic_without_a_hint_has_no_brackets():
    one = Diagnostic(Path("a.yaml"), 1, 1, "SC025", Severity.WARNING, Sentence("错了。", "Wrong."))
    assert one.to("en") == "a.yaml:1:1 SC025 warning: Wrong."


def test_an_id_may_name_both_a_beat_and_a_fact():
    assert not edited({("facts", 0, "id"): "still"}).diagnostics


@pytest.mark.parametrize("when", ["now nothing_new", "now repeated", "now taken_back", "now blame or fix.action"])
def test_events_and_ids_may_be_asked_of_this_reply(when: str):
    assert not edited({("beats", 0, "when"): when}).diagnostics


def test_an_event_that_is_asked_of_the_whole_drill_would_never_hold_and_is_told():
    (one,) = edited({("beats", 0, "when"): "repeated"}).diagnostics
    assert (one.code, one.hint) == ("SC011", ("事件要写成“now repeated”。", "An event is written 'now repeated'."))


@pytest.mark.parametrize("where", ["settled", "left", "timed_out"])
def test_conditions_of_endings_are_read_too(where: str):
    assert [one.code for one in edited({("endings", where, "when"): "level(fx) > 1"}).diagnostics] == ["SC011"]


def test_a_beat_that_a_condition_names_must_exist():
    (one,) = edited({("beats", 0, "when"): "said(stil)"}).diagnostics
    assert (one.code, one.hint) == ("SC012", ("是不是想写“still”？", "Did you mean 'still'?"))


@pytest.mark.parametrize("path", [("opening",), ("endings", "settled", "say"), ("beats", 0, "say")])
def test_every_list_of_wordings_needs_three(path: tuple[str | int, ...]):
    assert [one.code for one in edited({path: ["一句", "两句"]}).diagnostics] == ["SC013"]


def test_leaving_out_all_but_one_step_is_told():
    file = edited({("steps_left_out",): ["empathy", "cause", "compensation"]})
    assert [one.code for one in file.errors] == ["SC017"]


def test_a_beat_that_leads_to_itself_alone_is_not_reached():
    lonely = {"id": "lonely", "say": ["有人吗？", "喂？", "在不在？"], "next": ["lonely"]}
    assert [one.code for one in edited({("beats", 1): lonely}).diagnostics] == ["SC014"]


def test_each_fault_of_an_authority_is_told_at_its_own_entry():
    file = edited({("authority",): {"yuan": "x", "redo": 1.5, "gift": "擦窗", "gifts": 5}})
    assert [one.code for one in file.errors] == ["SC019"] * 4
    assert len({one.line for one in file.errors}) == 4


def test_a_kind_without_a_rubric_is_told_once_and_nothing_is_held_against_no_rubric():
    file = edited({("kind",): "sales", ("beats", 0, "when"): "now anything", ("weights",): {"x": 1}})
    assert [one.code for one in file.errors] == ["SC018"]


@pytest.mark.parametrize("name", ["opening", "ending_left", "handover_right"])
def test_a_beat_may_not_have_a_name_of_the_customers_own(name: str):
    file = edited({("beats", 0, "id"): name, ("fallback",): [name]})
    assert [one.code for one in file.errors] == ["SC016"]


@pytest.mark.parametrize("name", ["open", "openings", "the_ending_left"])
def test_a_beat_may_have_a_name_like_them(name: str):
    assert not edited({("beats", 0, "id"): name, ("fallback",): [name]}).diagnostics


def test_an_opening_that_picks_something_up_is_told():
    (one,) = edited({("opening", 1): "{time}来？"}).diagnostics
    assert (one.code, one.sentence.zh) == ("SC015", "开场时学员还没有说话，没有什么可以接。")


def test_an_ending_whose_every_wording_picks_something_up_is_told():
    (one,) = edited({("endings", "left", "say"): ["{time}？算了。", "{owner}？算了。", "{amount}？算了。"]}).diagnostics
    assert one.code == "SC015"


def test_a_beat_whose_every_wording_picks_something_up_waits_until_it_can():
    assert not edited({("beats", 0, "say"): ["{time}？", "{owner}？", "{amount}？"]}).diagnostics


def test_the_authors_rules_are_warnings_and_cost_nothing_when_a_drill_begins():
    assert all(rule.severity is not Severity.ERROR for rule in AUTHORS_RULES)
    silent = edited({("fallback",): ["still"]})
    assert not silent.diagnostics
    assert "SC028" in {one.code for one in for_authors(silent).diagnostics}


def test_a_file_with_errors_gets_no_advice_beside_them():
    broken = edited({("kind",): "sales"})
    assert for_authors(broken) == broken
