"""What a scenario gives to explain with."""

from __future__ import annotations

import pytest

from scenarios.case import LONGEST, SHORT, brief, case_of, pronoun
from scenarios.model import Scenario
from scenarios.reader import library_files, read_scenario

FILES = {path.stem: path for path in library_files()}


def scenario(name: str) -> Scenario:
    found = read_scenario(FILES[name]).playable
    assert found is not None
    return found


def test_the_settled_cause_is_cut_to_what_settles_it():
    fields = case_of(scenario("worse-than-before")).fields
    assert "日常保洁" in fields["cause"].zh
    assert fields["where"].zh == "派单系统"


def test_the_authority_is_told_in_both_languages():
    case = case_of(scenario("slow-response"))
    assert case.fields["amount"] == ("60 元", "¥60")
    assert "60元" in case.fields["authority"].zh
    assert "¥60" in case.fields["authority"].en
    assert case.ceiling == 60


def test_a_step_gives_its_references_time_and_person():
    fix = case_of(scenario("slow-response")).steps["fix"]
    assert (fix["time"].zh, fix["owner"].zh) == ("今晚七点", "李师傅")
    assert fix["reference"].zh.startswith("今晚七点")


def test_a_question_of_the_references_is_found():
    assert (
        case_of(scenario("doubt-unprofessional")).steps["probe"]["ask"].zh == "您听说的是哪方面，做饭、洗衣还是家电？"
    )


def test_only_standards_that_the_scenario_shows_are_there():
    assert set(case_of(scenario("formaldehyde-trace")).standards) == set(scenario("formaldehyde-trace").standards)
    bare = scenario("slow-response").model_copy(update={"standards": ()})
    assert case_of(bare).standards == {}


def test_where_two_facts_settle_the_cause_none_is_told_as_the_one_that_was_said():
    one = scenario("slow-response")
    cause = next(fact for fact in one.facts if fact.settles == "cause")
    two = one.model_copy(update={"facts": (*one.facts, cause.model_copy(update={"id": "other"}))})
    assert "cause_told" in case_of(one).fields
    assert "cause_told" not in case_of(two).fields


def test_a_scenario_that_gives_nothing_gives_only_who_it_is_about():
    bare = scenario("slow-response").model_copy(
        update={
            "facts": (),
            "references": {},
            "authority": "未给出",
            "card": scenario("slow-response").card.model_copy(update={"tags": (), "log": ()}),
        }
    )
    case = case_of(bare)
    assert set(case.fields) == {"who", "title", "feeling"}
    assert case.steps == {}


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_field_fits_a_line(name: str):
    case = case_of(scenario(name))
    for field, words in [
        *case.fields.items(),
        *((key, one) for step in case.steps.values() for key, one in step.items()),
    ]:
        assert words.zh
        assert words.en
        if field != "authority":
            assert len(words.zh) <= LONGEST + 1, field
    if "plight" in case.fields:
        assert len(case.fields["plight"].zh) <= SHORT + 1


@pytest.mark.parametrize(("name", "who"), [("王先生", "他"), ("周女士", "她"), ("李大爷", "他"), ("顾老师", "她")])
def test_the_customer_is_he_or_she_by_the_name(name: str, who: str):
    assert pronoun(name) == who


def test_a_long_clause_without_a_stop_is_cut():
    assert brief("好" * 100) == "好" * LONGEST + "…"
