"""Rubrics as data: levels as RUBRIC.md's table has them, and files that aren't fit to score by."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from scoring.rubric import FOLDER, Rubric, Severity, parse_rubric, read_rubric, shipped_kinds, shipped_rubric
from scoring.sentence import PeilianError

COMPLAINT = shipped_rubric("complaint")
SOURCE = (FOLDER / "complaint.yaml").read_text("utf-8")

LEVELS = {
    # The checks that are met, by their first letters, and the level of RUBRIC.md's table.
    "empathy": {"": 0, "a": 1, "f": 1, "s": 1, "af": 2, "as": 2, "fs": 2, "afs": 3},
    "cause": {"": 0, "c": 2, "o": 1, "v": 1, "co": 2, "cv": 2, "ov": 1, "cov": 3},
    "fix": {"": 0, "a": 1, "d": 1, "o": 1, "ad": 2, "ao": 2, "do": 1, "ado": 3},
    "compensation": {"": 0, "n": 2, "p": 1, "d": 1, "np": 2, "nd": 2, "pd": 1, "npd": 3},
}


@pytest.fixture(params=shipped_kinds())
def rubric(request: pytest.FixtureRequest) -> Rubric:
    return shipped_rubric(request.param)


@pytest.mark.parametrize(("step", "letters"), [(step, letters) for step, row in LEVELS.items() for letters in row])
def test_levels_of_a_complaint_are_those_of_the_table(step: str, letters: str):
    met = [name for name in COMPLAINT.step(step).check_ids if name.partition(".")[2][0] in letters]
    assert COMPLAINT.level(step, met) == LEVELS[step][letters]


def test_checks_of_other_steps_and_unknown_ones_count_for_nothing():
    assert COMPLAINT.level("fix", ["cause.concrete", "fix.nothing", "action"]) == 0


def test_other_kinds_need_the_key_for_level_2_and_all_three_for_3():
    rubric = shipped_rubric("renewal")
    for step in rubric.steps:
        assert step.key_id is not None
        for size in range(4):
            for met in combinations(step.check_ids, size):
                expected = 3 if size == 3 else 0 if size == 0 else 2 if step.key_id in met else 1
                assert rubric.level(step.id, met) == expected


def test_the_complaint_has_the_checks_violations_weights_and_mark_of_the_page():
    assert [step.id for step in COMPLAINT.steps] == ["empathy", "cause", "fix", "compensation"]
    assert [step.weight for step in COMPLAINT.steps] == [30, 20, 30, 20]
    assert [step.key_id for step in COMPLAINT.steps] == [None, "cause.concrete", "fix.action", "compensation.named"]
    assert COMPLAINT.pass_mark == 80
    assert COMPLAINT.severity == {
        "blame": Severity.MAJOR, "dismiss": Severity.MAJOR, "overpromise": Severity.MAJOR, "fabricate": Severity.MAJOR,
        "privacy": Severity.CRITICAL, "upsell": Severity.MINOR, "rude": Severity.CRITICAL, "offplatform": Severity.CRITICAL,
    }  # fmt: skip


@pytest.mark.parametrize("kind", sorted(set(shipped_kinds()) - {"complaint"}))
def test_selling_kinds_add_their_violations(kind: str):
    severity = shipped_rubric(kind).severity
    assert (severity["pressure"], severity["disparage"], severity["noterms"]) == ("major", "major", "minor")


def test_every_step_has_three_checks_and_the_weights_make_a_hundred(rubric: Rubric):
    assert all(len(step.checks) == 3 for step in rubric.steps)
    assert sum(step.weight for step in rubric.steps) == 100


def test_every_name_and_description_is_there_in_both_languages(rubric: Rubric):
    parts = [*rubric.steps, *rubric.violations, *(check for step in rubric.steps for check in step.checks)]
    for part in parts:
        assert part.name.zh != part.name.en
        assert part.name.en.isascii()
    for part in (*rubric.violations, *(check for step in rubric.steps for check in step.checks)):
        assert part.description.en.isascii()
        assert part.example.strong != part.example.weak


def test_a_check_is_found_by_its_full_id():
    assert COMPLAINT.check("fix.deadline").name.zh == "有时限"


@pytest.mark.parametrize("name", ["fix.nothing", "nothing.action", "action", ""])
def test_an_unknown_check_is_a_key_error(name: str):
    with pytest.raises(KeyError):
        COMPLAINT.check(name)


def test_a_kind_without_a_rubric_is_refused_with_those_there_are():
    there_are = "、".join(shipped_kinds())
    with pytest.raises(PeilianError, match=f"没有“sales”这种场景的评分细则；现有：{there_are}。"):
        shipped_rubric("sales")


def test_a_rubric_read_from_its_own_text_is_the_same_rubric():
    assert parse_rubric(COMPLAINT.text, "complaint") == COMPLAINT


def test_the_hash_changes_with_any_change_of_the_file():
    assert parse_rubric(SOURCE + "\n# 改了一个字\n", "complaint").hash != COMPLAINT.hash


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind: complaint", "kind: [complaint]", "x:2: “kind”：这里要写文字。"),
        ("kind: complaint\n", "", "x:2: 缺少“kind”。"),
        ("kind: complaint", "kind: complaint\nkinds: 1", "x:3: 没有“kinds”这一项。"),
        ("weight: 30", "weight: 0", "“steps.0.weight”：要大于 0。"),
        ("weight: 30", "weight: nan", "“steps.0.weight”：这里要写数字。"),
        ("pass_mark: 80", "pass_mark: 101", "x:5: “pass_mark”：不能大于 100。"),
        ("severity: critical", "severity: deadly", "只能写：minor、major、critical。"),
        (
            "id: deadline\n        joins: key",
            "id: deadline\n        key: true",
            "“fix”：需要三个检查点，至多一个关键检查点。",
        ),
        ("id: deadline", "id: owner", "编号“fix.owner”用了两次。"),
        ("id: dismiss", "id: blame", "编号“blame”用了两次。"),
        ("kind: complaint", "kind: complaint\nkind: other", "“kind”写了两次"),
        ("kind: complaint", "kind: @complaint", "YAML 写法有误：这段文字不能以这个符号开头"),
    ],
)
def test_a_faulty_rubric_is_refused_with_its_line_and_fault(old: str, new: str, told: str):
    assert old in SOURCE
    with pytest.raises(PeilianError) as caught:
        parse_rubric(SOURCE.replace(old, new, 1), "x")
    assert told in caught.value.sentence.zh


@pytest.mark.parametrize("part", ["steps: []\nviolations: []", "steps: {}\nviolations: 5"])
def test_the_english_sentence_of_a_faulty_rubric_is_english(part: str):
    with pytest.raises(PeilianError) as caught:
        parse_rubric(f"kind: x\nname: {{zh: x, en: x}}\nsource: x\n{part}\n", "x")
    assert caught.value.sentence.en.isascii()
    assert "Input should" not in caught.value.sentence.zh


def test_all_faults_of_a_rubric_are_told_at_once():
    with pytest.raises(PeilianError) as caught:
        parse_rubric(SOURCE.replace("weight: 30", "weight: -1").replace("severity: minor", "severity: x"), "x")
    assert len(caught.value.sentence.zh.splitlines()) == 1 + 3


def test_a_rubric_file_that_is_missing_is_told(tmp_path: Path):
    with pytest.raises(PeilianError, match="没有这个文件"):
        read_rubric(tmp_path / "none.yaml")
