"""Agreement figures, worked out by hand for small tables, and the files that they are read from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.agreement import (
    Agreement,
    Labels,
    YesNoAgreement,
    agreement,
    mean,
    quadratic_weighted_kappa,
    read_annotators,
    read_labels,
)
from scoring.rubric import shipped_rubric
from scoring.sentence import PeilianError

COMPLAINT = shipped_rubric("complaint")
levels = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=30)


def labelled(*rows: str) -> dict[str, Labels]:
    """Labels of replies r0, r1 …: ids by blanks; those with a dot are checks."""
    found: dict[str, Labels] = {}
    for number, row in enumerate(rows):
        ids = row.split()
        checks = frozenset(name for name in ids if "." in name)
        found[f"r{number}"] = Labels(checks, frozenset(ids) - checks)
    return found


def violation(found: Agreement, name: str) -> YesNoAgreement:
    return next(one for one in found.violations if one.id == name)


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: object) -> Path:
        path = tmp_path / "labels.jsonl"
        lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
        path.write_text("\n".join(lines), "utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("left", "right", "kappa"),
    [
        ([0, 1, 2, 3], [0, 1, 2, 3], 1.0),
        ([0, 3], [3, 0], -1.0),
        # Seen 1 of weight 1; by chance rows (2,2) and columns (2,1,1): (2*1*1 + 2*1*4 + 2*2*1 + 2*1*0 + 2*1*1)/4 = 4.
        ([0, 0, 1, 1], [0, 0, 1, 2], 1 - 1 / 4),
        # Seen 9; by chance (1*1*9 + 3*1*9)/4 = 9 with rows (3 at 0, 1 at 3) and columns (4 at 0).
        ([0, 0, 0, 3], [0, 0, 0, 0], 0.0),
    ],
)
def test_quadratic_weighted_kappa_of_small_tables(left: list[int], right: list[int], kappa: float):
    assert quadratic_weighted_kappa(left, right) == pytest.approx(kappa)


@pytest.mark.parametrize(("left", "right"), [([], []), ([2, 2], [2, 2])])
def test_kappa_is_none_where_chance_alone_explains_all(left: list[int], right: list[int]):
    assert quadratic_weighted_kappa(left, right) is None


def test_series_of_different_lengths_are_a_mistake():
    with pytest.raises(ValueError, match="zip"):
        quadratic_weighted_kappa([0, 1], [0])


@given(levels)
def test_kappa_goes_both_ways_and_never_passes_1(pairs: list[tuple[int, int]]):
    left, right = [one for one, _ in pairs], [other for _, other in pairs]
    kappa = quadratic_weighted_kappa(left, right)
    assert kappa == pytest.approx(quadratic_weighted_kappa(right, left))
    assert kappa is None or kappa <= 1


@given(levels)
def test_kappa_is_1_only_where_all_levels_agree(pairs: list[tuple[int, int]]):
    kappa = quadratic_weighted_kappa([one for one, _ in pairs], [other for _, other in pairs])
    assert kappa is None or (kappa == 1) == all(one == other for one, other in pairs)


def test_f1_precision_recall_and_kappa_of_a_small_table():
    # Both 2, gold alone 1, the other alone 1, neither 6: agreement 8/10, chance (9 + 49)/100.
    gold = labelled("blame", "blame", "blame", *[""] * 7)
    other = labelled("blame", "blame", "", "blame", *[""] * 6)
    found = violation(agreement(COMPLAINT, gold, other), "blame")
    assert (found.f1, found.precision, found.recall) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert found.kappa == pytest.approx((0.8 - 0.58) / 0.42)
    assert found.count == 3


def test_what_neither_reader_ever_met_has_no_figures():
    found = violation(agreement(COMPLAINT, labelled("", ""), labelled("", "")), "rude")
    assert found == YesNoAgreement("rude", None, None, None, None, 0)


def test_what_only_the_gold_labels_have_scores_0_and_has_no_precision():
    found = violation(agreement(COMPLAINT, labelled("rude", ""), labelled("", "")), "rude")
    assert (found.f1, found.precision, found.recall, found.kappa) == (0, None, 0, 0)


def test_what_both_always_met_has_an_f1_and_no_kappa():
    found = violation(agreement(COMPLAINT, labelled("rude"), labelled("rude")), "rude")
    assert (found.f1, found.kappa) == (1, None)


def test_levels_come_from_the_checks_by_the_rubric():
    # Levels of fix: gold 1, 2, 3; the other 1, 1, 1.
    gold = labelled("fix.action", "fix.action fix.owner", "fix.action fix.owner fix.deadline")
    other = labelled("fix.action", "fix.owner", "fix.deadline")
    found = next(one for one in agreement(COMPLAINT, gold, other).levels if one.step == "fix")
    assert (found.exact, found.within_one) == pytest.approx((1 / 3, 2 / 3))


def test_steps_without_kappa_are_left_out_of_mean_and_lowest():
    gold = labelled("fix.action", "fix.action fix.owner")
    found = agreement(COMPLAINT, gold, gold)
    assert [one.qwk for one in found.levels] == [None, None, 1, None]
    assert (found.mean_qwk, found.lowest_qwk) == (1, 1)


def test_no_replies_at_all_have_no_figures():
    found = agreement(COMPLAINT, {}, {})
    assert (found.replies, found.mean_qwk, found.lowest_qwk, mean(one.f1 for one in found.checks)) == (
        0,
        None,
        None,
        None,
    )


def test_replies_that_only_the_other_file_has_are_left_out():
    assert agreement(COMPLAINT, labelled(""), labelled("", "blame")).replies == 1


@pytest.mark.parametrize(
    ("gold", "other"), [("blam", ""), ("", "blam"), ("fix.owners", ""), ("", "empathy"), ("pressure", "")]
)
def test_ids_that_the_rubric_does_not_know_are_refused_by_name(gold: str, other: str):
    with pytest.raises(PeilianError, match=f"r0：细则里没有 {gold or other}"):
        agreement(COMPLAINT, labelled(gold), labelled(other))


def test_a_check_among_the_violations_is_unknown_there():
    labels = {"r0": Labels(frozenset(), frozenset({"fix.action"}))}
    with pytest.raises(PeilianError, match=r"细则里没有 fix\.action"):
        agreement(COMPLAINT, labels, labels)


def test_missing_replies_are_counted_and_the_first_is_named():
    with pytest.raises(PeilianError, match="3 条里有 2 条没有结果，第一条是 r1"):
        agreement(COMPLAINT, labelled("", "", ""), labelled(""))


def test_labels_are_read_by_id(file: Callable[..., Path]):
    path = file(
        {"id": "a", "checks": ["fix.action"], "violations": [], "reply": "x"},
        "",
        '{"id":"b","checks":[],"violations":["rude"]}',
    )
    assert read_labels(path) == {
        "a": Labels(frozenset({"fix.action"}), frozenset()),
        "b": Labels(frozenset(), frozenset({"rude"})),
    }


def test_a_line_separator_inside_a_reply_ends_no_line(file: Callable[..., Path]):
    assert list(read_labels(file({"id": "a", "checks": [], "violations": [], "reply": "对\u2028不起\x85"}))) == ["a"]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path):
    path = tmp_path / "bom.jsonl"
    path.write_text('{"id": "a", "checks": [], "violations": []}', "utf-8-sig")
    assert list(read_labels(path)) == ["a"]


GOOD = {"id": "a", "checks": [], "violations": []}


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("{", "第 2 行不是 JSON"), ("9" * 5_000, "第 2 行不是 JSON"), ("[" * 100_000, "第 2 行不是 JSON"), ("[1]", "第 2 行不是对象"),
        ({"checks": [], "violations": []}, "第 2 行：需要 id、checks 和 violations"), ({**GOOD, "id": 5}, "第 2 行：需要 id"),
        ({**GOOD, "id": "b", "checks": "fix.action"}, "第 2 行：需要 id"), ({**GOOD, "id": "b", "violations": [1]}, "第 2 行：需要 id"),
        ({"id": "b", "checks": []}, "第 2 行：需要 id"), (GOOD, "第 2 行：a 出现了两次"),
    ],
)  # fmt: skip
def test_a_line_that_holds_no_labels_is_refused_with_its_number(file: Callable[..., Path], second: object, told: str):
    with pytest.raises(PeilianError, match=told):
        read_labels(file(GOOD, second))


def test_a_missing_file_and_one_that_is_not_utf_8_are_told_in_chinese(tmp_path: Path):
    with pytest.raises(PeilianError, match=r"没有这个文件或文件夹。$"):
        read_labels(tmp_path / "none.jsonl")
    (tmp_path / "gbk.jsonl").write_bytes("王".encode("gbk"))
    with pytest.raises(PeilianError, match=r"不是 UTF-8 编码。$"):
        read_labels(tmp_path / "gbk.jsonl")


def test_two_annotators_are_read_side_by_side(file: Callable[..., Path]):
    one, two = {"checks": ["fix.action"], "violations": []}, {"checks": [], "violations": ["rude"]}
    left, right = read_annotators(file({"id": "a", "annotators": [one, two]}))
    assert (left["a"].checks, right["a"].violations) == ({"fix.action"}, {"rude"})


PAIR = {"id": "a", "annotators": [{"checks": [], "violations": []}] * 2}


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ({"id": "b"}, "第 2 行没有两份标注"), ({**PAIR, "id": 1}, "第 2 行没有两份标注"), (PAIR, "第 2 行：a 出现了两次"),
        ({"id": "b", "annotators": [{"checks": [], "violations": []}]}, "第 2 行没有两份标注"),
        ({"id": "b", "annotators": [{"checks": []}, {}]}, "第 2 行：需要"), ({"id": "b", "annotators": [1, 2]}, "第 2 行：需要"),
    ],
)  # fmt: skip
def test_a_line_without_two_annotators_is_refused_with_its_number(file: Callable[..., Path], second: object, told: str):
    with pytest.raises(PeilianError, match=told):
        read_annotators(file(PAIR, second))
