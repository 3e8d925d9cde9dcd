"""`score`, as a person runs it: through the command line and real files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.commands import run, terminal
from app.commands.score import MAX_LINE, score_file
from scoring.rubric import shipped_rubric

COMPLAINT = shipped_rubric("complaint")
REPLY = "真对不起，让您白等了半天。派单时我们漏了您这一单。张师傅今天18点前上门返工，退您50元，三天内原路退回。"
ROW = {"id": "a", "reply": REPLY, "customer": "我请了半天假等你们，没人来！"}


@pytest.fixture(autouse=True)
def _chinese(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(terminal, "_chosen", ["zh"])


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "in.jsonl", tmp_path / "out.jsonl"


@pytest.fixture
def score(files: tuple[Path, Path]) -> Callable[..., tuple[int, list[dict[str, Any]]]]:
    """Scores rows (data, or lines as they are); the exit code and the output's rows."""
    source, target = files

    def run_it(*rows: object) -> tuple[int, list[dict[str, Any]]]:
        lines = [row if isinstance(row, bytes) else json.dumps(row, ensure_ascii=False).encode() for row in rows]
        source.write_bytes(b"\n".join(lines) + b"\n")
        code = run(["score", "--in", str(source), "--out", str(target)])
        return code, [json.loads(line) for line in target.read_text("utf-8").splitlines()]

    return run_it


def test_a_reply_is_scored(score):
    code, (row,) = score(ROW)
    assert code == 0
    assert list(row) == ["id", "checks", "violations", "levels", "evidence"]
    assert row["id"] == "a"
    assert {"empathy.acknowledge", "fix.action", "compensation.named"} <= set(row["checks"])
    assert row["violations"] == []


def test_levels_are_the_rubrics_arithmetic_over_the_checks(score):
    _, (row,) = score(ROW)
    assert row["levels"] == {step.id: COMPLAINT.level(step.id, row["checks"]) for step in COMPLAINT.steps}


@pytest.mark.parametrize(
    "reply",
    [
        REPLY,
        REPLY * 3,
        "😀" + REPLY,
        "这很正常，您别激动。你怎么这么难伺候，加我微信私下转您。",
        "\u202e真对不起\u200b！",
    ],
)
def test_every_quotation_is_cut_from_the_reply_and_every_id_has_one(score, reply: str):
    _, (row,) = score({**ROW, "reply": reply})
    assert all(one["quote"] and reply[one["start"] : one["end"]] == one["quote"] for one in row["evidence"])
    assert {one["id"] for one in row["evidence"]} == {*row["checks"], *row["violations"]}


def test_ids_come_in_the_rubrics_order(score):
    _, (row,) = score({**ROW, "reply": REPLY + "这很正常，您别激动。那是师傅自己的错。"})
    assert row["checks"] == [name for name in COMPLAINT.check_ids if name in row["checks"]]
    assert row["violations"] == [name for name in COMPLAINT.violation_ids if name in row["violations"]]


def test_the_same_file_gives_the_same_bytes(score, files: tuple[Path, Path]):
    score(ROW, {**ROW, "id": "b", "reply": "好的"})
    first = files[1].read_bytes()
    score(ROW, {**ROW, "id": "b", "reply": "好的"})
    assert files[1].read_bytes() == first


@pytest.mark.parametrize("name", ["a", "", "编号 1", 7, -1])
def test_the_id_comes_back_as_it_was_given(score, name: str | int):
    assert score({**ROW, "id": name})[1][0]["id"] == name


def test_the_customer_may_be_a_text_or_a_list(score):
    rows = [
        {**ROW, "customer": customer} for customer in (ROW["customer"], [ROW["customer"]], ["喂？", ROW["customer"]])
    ]
    code, found = score(*rows)
    assert code == 0
    assert found[0] == found[1] == found[2]


def test_keys_that_are_not_asked_for_are_ignored(score):
    code, found = score(ROW, {**ROW, "annotators": 5, "checks": ["nonsense"], "x": None})
    assert (code, found[0]) == (0, found[1])


def test_scene_facts_and_said_may_be_texts_or_lists_or_missing(score):
    code, _ = score(
        {"id": "a", "reply": REPLY},
        {**ROW, "scene": "客服", "facts": ["派单漏了"], "said": "好的"},
        {**ROW, "scene": ["客服"], "facts": None},
    )
    assert code == 0


OFFER = "赔您800元，今天原路退回。"


@pytest.mark.parametrize(
    ("authority", "beyond"),
    [
        (None, False), ("未给出", False), ("补偿不超过100元或一次免费返工", True), ("补偿不超过1000元", False), ({"yuan": 100}, True), ({"yuan": 1000}, False),
        ({"yuan": 100, "percent_of": None, "redo": 1, "gifts": ["擦窗一次"], "needs_proof": [], "forbidden": "现金"}, True), ({}, False),
    ],
)  # fmt: skip
def test_authority_may_be_an_object_or_a_sentence(score, authority: object, beyond: bool):
    code, (row,) = score({**ROW, "reply": OFFER, "authority": authority})
    assert (code, "overpromise" in row["violations"]) == (0, beyond)


@pytest.mark.parametrize("kind", ["complaint", "inquiry", "renewal"])
def test_levels_are_those_of_the_kind(score, kind: str):
    _, (row,) = score({**ROW, "kind": kind})
    assert list(row["levels"]) == [step.id for step in shipped_rubric(kind).steps]


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (b"{", "不是 JSON。"), (b"\xff\xfe", "不是 JSON。"), (b"[" * 200_000, "不是 JSON。"), (b'{"id": ' + b"9" * 5_000 + b"}", "不是 JSON。"),
        (b"[1]", "不是 JSON 对象。"), (b'"x"', "不是 JSON 对象。"), ({"reply": "x"}, "缺少 id。"), ({**ROW, "id": None}, "缺少 id。"),
        ({**ROW, "id": True}, "缺少 id。"), ({**ROW, "id": 1.5}, "缺少 id。"), ({"id": "b"}, "缺少 reply（要是文字）。"), ({**ROW, "reply": ["x"]}, "缺少 reply（要是文字）。"),
        ({**ROW, "kind": "sales"}, "没有“sales”这种场景；有：complaint、"), ({**ROW, "kind": ["x"]}, "没有“['x']”这种场景"),
        ({**ROW, "customer": 5}, "customer 要是文字或文字列表。"), ({**ROW, "customer": [5]}, "customer 要是文字或文字列表。"),
        ({**ROW, "said": {"a": 1}}, "said 要是文字或文字列表。"), ({**ROW, "facts": False}, "facts 要是文字或文字列表。"),
        ({**ROW, "authority": 50}, "authority：权限要写成一句话"), ({**ROW, "authority": {"yuan": "多"}}, "authority：“yuan”要写成 0 到 10000000 之间的数。"),
        ({**ROW, "authority": {"gift": "x"}}, "authority：权限里没有“gift”这一项"), (b'{"id": "b", "reply": "x", "authority": {"yuan": NaN}}', "authority：“yuan”"),
        (b'{"id": "b", "reply": "' + b"x" * MAX_LINE + b'"}', "这一行太长，没有读。"),
    ],
    ids=lambda value: None if isinstance(value, str) else ascii(value)[:40],
)  # fmt: skip
def test_a_bad_line_is_told_with_its_number_and_the_rest_is_scored(
    score, capsys: pytest.CaptureFixture[str], bad: object, told: str
):
    code, found = score(ROW, bad, {**ROW, "id": "c"})
    assert (code, [row["id"] for row in found]) == (1, ["a", "c"])
    said = capsys.readouterr()
    assert f"第 2 行：{told}" in said.err
    assert said.err.splitlines()[-1] == "评了 2 条，1 行没法评。"
    assert said.out == ""


def test_bad_lines_are_told_in_english_where_english_is_asked_for(
    score, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(terminal, "_chosen", ["en"])
    score(b"{", {**ROW, "authority": {"yuan": -1}})
    assert capsys.readouterr().err.isascii()


def test_every_bad_line_is_told(score, capsys: pytest.CaptureFixture[str]):
    assert score(b"{", ROW, b"{", b"{")[0] == 1
    assert [line.partition("：")[0] for line in capsys.readouterr().err.splitlines()[:3]] == [
        "第 1 行",
        "第 3 行",
        "第 4 行",
    ]


def test_lines_after_a_huge_one_keep_their_numbers(score, capsys: pytest.CaptureFixture[str]):
    score(b"x" * (3 * MAX_LINE + 5), b"{")
    assert [line.partition("：")[0] for line in capsys.readouterr().err.splitlines()[:2]] == ["第 1 行", "第 2 行"]


def test_a_line_as_long_as_allowed_is_scored(score):
    row = json.dumps({"id": "a", "reply": "好的"}, ensure_ascii=False).encode()
    assert score(row[:-1] + b" " * (MAX_LINE - len(row) - 1) + b"}")[0] == 0


def test_blank_lines_are_passed_over_and_counted(score, capsys: pytest.CaptureFixture[str]):
    code, found = score(b"", ROW, b"  \r", b"{")
    assert (code, len(found)) == (1, 1)
    assert "第 4 行" in capsys.readouterr().err


@pytest.mark.parametrize("reply", ["", " \n\t", "。。。", "\0", "\u200b"])
def test_a_reply_without_words_meets_nothing(score, reply: str):
    code, (row,) = score({**ROW, "reply": reply})
    assert (code, row["checks"], row["violations"], row["evidence"]) == (0, [], [], [])
    assert set(row["levels"].values()) == {0}


@pytest.mark.parametrize(
    "reply", ["\ud83d", "真对不起\ud83d让您白等了半天", "\ude00\ud83d", "真对不起\0，让您白等了半天"]
)
def test_what_utf_8_cannot_hold_comes_back_as_it_was(score, files: tuple[Path, Path], reply: str):
    code, (row,) = score(json.dumps({**ROW, "reply": reply}).encode())
    assert code == 0
    assert all(reply[one["start"] : one["end"]] == one["quote"] for one in row["evidence"])


def test_line_separators_inside_a_reply_end_no_line(score):
    code, found = score({**ROW, "reply": "真对不起\u2028让您白等了\x85半天"})
    assert (code, len(found)) == (0, 1)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(score):
    code, found = score(b"\xef\xbb\xbf" + json.dumps(ROW).encode() + b"\r", json.dumps(ROW).encode() + b"\r")
    assert (code, found[0]) == (0, found[1])


def test_an_empty_file_gives_an_empty_file(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]):
    files[0].touch()
    assert run(["score", "--in", str(files[0]), "--out", str(files[1])]) == 0
    assert files[1].read_bytes() == b""
    assert capsys.readouterr().err == "评了 0 条。\n"


def test_a_result_may_replace_its_own_source(files: tuple[Path, Path]):
    files[0].write_text(json.dumps(ROW), "utf-8")
    assert run(["score", "--in", str(files[0]), "--out", str(files[0])]) == 0
    assert json.loads(files[0].read_text("utf-8"))["id"] == "a"


def test_the_output_is_moved_into_place_at_the_end(files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch):
    files[0].write_text(json.dumps(ROW), "utf-8")
    files[1].write_text("earlier", "utf-8")
    seen: list[str] = []
    replace = Path.replace
    monkeypatch.setattr(
        Path, "replace", lambda part, target: seen.append(target.read_text("utf-8")) or replace(part, target)
    )
    run(["score", "--in", str(files[0]), "--out", str(files[1])])
    assert seen == ["earlier"]
    assert sorted(path.name for path in files[1].parent.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_run_that_is_broken_off_leaves_the_earlier_result_and_no_half_file(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    files[0].write_text(json.dumps(ROW), "utf-8")
    files[1].write_text("earlier", "utf-8")
    monkeypatch.setattr("app.commands.score.result", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        score_file(terminal.Terminal(), *files)
    assert files[1].read_text("utf-8") == "earlier"
    assert sorted(path.name for path in files[1].parent.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_on_a_terminal_a_bar_is_shown_and_the_results_are_the_same(
    score, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    plain = score(ROW, b"{", ROW)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert score(ROW, b"{", ROW) == plain


def test_a_missing_source_is_one_sentence(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]):
    assert run(["score", "--in", str(files[0]), "--out", str(files[1])]) == 1
    said = capsys.readouterr()
    assert said.err == f"读写不了 {files[0]}：没有这个文件或文件夹。原来的文件没有动。\n"
    assert not files[1].exists()


def test_a_folder_that_is_missing_for_the_result_is_one_sentence(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    files[0].write_text(json.dumps(ROW), "utf-8")
    assert run(["score", "--in", str(files[0]), "--out", str(tmp_path / "none" / "out.jsonl")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_folder_in_place_of_the_result_is_one_sentence_and_leaves_nothing(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
):
    files[0].write_text(json.dumps(ROW), "utf-8")
    files[1].mkdir()
    assert run(["score", "--in", str(files[0]), "--out", str(files[1])]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert sorted(path.name for path in files[1].parent.iterdir()) == ["in.jsonl", "out.jsonl"]


@pytest.mark.parametrize(
    "arguments", [["score"], ["score", "--in", "x"], ["score", "--inn", "x", "--out", "y"], ["scor"]]
)
def test_a_wrong_command_line_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    assert run(arguments) == 2
    assert capsys.readouterr().err


def test_help_is_0_and_names_both_files(capsys: pytest.CaptureFixture[str]):
    assert run(["score", "--help"]) == 0
    said = capsys.readouterr().out
    assert "--in" in said
    assert "--out" in said
