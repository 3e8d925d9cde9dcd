"""`measure`, as a person runs it: labelled files in, a table out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.commands import run, terminal
from app.commands.measure import table
from scoring.agreement import Labels, agreement
from scoring.rubric import shipped_rubric

COMPLAINT = shipped_rubric("complaint")
GOLD = [
    {"id": "a", "reply": "真对不起，张师傅今晚七点上门返工。", "checks": ["empathy.acknowledge", "fix.action", "fix.deadline", "fix.owner"], "violations": []},
    {"id": "b", "reply": "好的。", "checks": [], "violations": []},
]  # fmt: skip


@pytest.fixture(autouse=True)
def _chinese(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(terminal, "_chosen", ["zh"])


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., str]:
    def write(rows: object, name: str = "gold.jsonl") -> str:
        path = tmp_path / name
        lines = rows if isinstance(rows, str) else "\n".join(json.dumps(row, ensure_ascii=False) for row in list(rows))  # type: ignore[call-overload]  # a list of rows
        path.write_text(lines, "utf-8")
        return str(path)

    return write


def test_results_are_held_against_the_labels(written, capsys: pytest.CaptureFixture[str]):
    assert run(["measure", written(GOLD), "--results", written(GOLD, "results.jsonl")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 replies"
    assert lines[4] == "fix             1.000  1.000  1.000"
    assert lines[-1] == "mean QWK 1.000, lowest 1.000"


def test_without_results_the_offline_scorer_is_measured(written, capsys: pytest.CaptureFixture[str]):
    assert run(["measure", written(GOLD)]) == 0
    assert capsys.readouterr().out.splitlines()[4].split() == ["fix", "1.000", "1.000", "1.000"]


def test_figures_are_worked_out_as_by_hand(written, capsys: pytest.CaptureFixture[str]):
    # blame: met by both in 1, by the gold labels alone in 1, by neither in 2: chance (2*1 + 2*3)/16, agreement 3/4.
    gold = [{"id": str(n), "checks": [], "violations": ["blame"] if n < 2 else []} for n in range(4)]
    other = [{"id": str(n), "checks": [], "violations": ["blame"] if n < 1 else []} for n in range(4)]
    assert run(["measure", written(gold), "--results", written(other, "other.jsonl")]) == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if "blame" in line)
    assert row.split() == ["blame", "0.667", "1.000", "0.500", "0.500", "2"]


def test_what_has_no_figure_is_a_dash(written, capsys: pytest.CaptureFixture[str]):
    rows = [{"id": "a", "checks": [], "violations": []}]
    assert run(["measure", written(rows), "--results", written(rows, "other.jsonl")]) == 0
    said = capsys.readouterr().out
    assert "  rude                            –      –      –      –     0\n" in said
    assert said.endswith("mean QWK –, lowest –\n")


def test_the_table_has_a_row_for_every_step_check_and_violation():
    labels = {"a": Labels(frozenset(), frozenset())}
    lines = list(table(agreement(COMPLAINT, labels, labels)))
    first = [line.split()[0] for line in lines]
    assert {*(step.id for step in COMPLAINT.steps), *COMPLAINT.check_ids, *COMPLAINT.violation_ids} <= set(first)


def test_the_reader_is_told_whose_labels_they_are(written, capsys: pytest.CaptureFixture[str]):
    run(["measure", written(GOLD)])
    assert "语言模型做的标注不代表人" in capsys.readouterr().err


def test_one_annotator_may_be_held_against_the_other(written, capsys: pytest.CaptureFixture[str]):
    met, not_met = {"checks": ["fix.action"], "violations": []}, {"checks": [], "violations": []}
    rows = [{"id": "a", "annotators": [met, met]}, {"id": "b", "annotators": [not_met, not_met]}]
    assert run(["measure", written(rows), "--annotators"]) == 0
    assert capsys.readouterr().out.splitlines()[4].split() == ["fix", "1.000", "1.000", "1.000"]


def test_another_kind_is_measured_by_its_own_rubric(written, capsys: pytest.CaptureFixture[str]):
    rows = [{"id": "a", "kind": "renewal", "reply": "好的", "checks": [], "violations": []}]
    assert run(["measure", written(rows), "--rubric", "renewal"]) == 0
    assert capsys.readouterr().out.splitlines()[2].split()[0] == "thanks"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([{**GOLD[0], "checks": ["fix.actoin"]}], "a：细则里没有 fix.actoin。"),
        ([{**GOLD[0], "violations": ["blames"]}], "a：细则里没有 blames。"),
        ([GOLD[0], GOLD[0]], "第 2 行：a 出现了两次。"),
        ([{"id": "a", "reply": "x"}], "第 1 行：需要 id、checks 和 violations。"),
        ([{"id": "a", "checks": [], "violations": []}], "第 1 行：缺少 reply（要是文字）。"),
        ([{**GOLD[0], "kind": "renewal"}], "1 条里有 1 条没有结果，第一条是 a。"),
        ("{", "第 1 行不是 JSON。"), ("[]", "第 1 行不是对象。"),
    ],
)  # fmt: skip
def test_labels_that_do_not_fit_are_refused_in_one_sentence(
    written, capsys: pytest.CaptureFixture[str], rows: object, told: str
):
    assert run(["measure", written(rows)]) == 1
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert said.err.rstrip("\n").endswith(told)


def test_replies_without_a_result_are_counted(written, capsys: pytest.CaptureFixture[str]):
    assert run(["measure", written(GOLD), "--results", written(GOLD[:1], "other.jsonl")]) == 1
    assert capsys.readouterr().err == "2 条里有 1 条没有结果，第一条是 b。\n"


def test_an_unknown_id_of_the_results_is_refused(written, capsys: pytest.CaptureFixture[str]):
    other = [{**row, "violations": ["pressure"]} for row in GOLD]
    assert run(["measure", written(GOLD), "--results", written(other, "other.jsonl")]) == 1
    assert capsys.readouterr().err == "a：细则里没有 pressure。\n"


def test_annotators_that_are_not_there_are_told(written, capsys: pytest.CaptureFixture[str]):
    assert run(["measure", written(GOLD), "--annotators"]) == 1
    assert capsys.readouterr().err.endswith("第 1 行没有两份标注。\n")


@pytest.mark.parametrize(("arguments", "told"), [(["--rubric", "sales"], "没有“sales”这种场景的评分细则"), (["--results", "/nowhere/x.jsonl"], "读不了 /nowhere/x.jsonl：没有这个文件或文件夹。")])  # fmt: skip
def test_a_rubric_or_a_file_that_is_missing_is_told(
    written, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
):
    assert run(["measure", written(GOLD), *arguments]) == 1
    assert told in capsys.readouterr().err


def test_a_reply_with_a_line_separator_is_one_reply(written, capsys: pytest.CaptureFixture[str]):
    rows = [{**GOLD[0], "reply": "真对不起\u2028，张师傅今晚七点上门返工。\x85"}]
    assert run(["measure", written(rows)]) == 0
    assert capsys.readouterr().out.startswith("1 replies\n")
