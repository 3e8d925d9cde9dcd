"""YAML files as data: every bad one is told with its place, and none of them raises."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.documents import Document, Limits, Place, read_file, read_text, yaml_trouble

SMALL = Limits(size=2_000, depth=6, values=60)


def told(document: Document) -> list[tuple[int, int]]:
    return [(one.place.line, one.place.column) for one in document.problems]


def only(document: Document) -> str:
    assert len(document.problems) == 1
    return document.problems[0].sentence.zh


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("x", "x"), ("'12'", "12"), ('"true"', "true"), ("!!str 12", "12"), ("12", 12), ("-3", -3), ("0.5", 0.5), (".5", 0.5),
        ("-1.", -1.0), ("1.5e3", 1500.0), ("true", True), ("False", False), ("~", None), ("null", None), ("", None),
        ("yes", "yes"), ("2024-01-01", "2024-01-01"), ("0x1f", "0x1f"), ("1_000", "1_000"), ("😀", "😀"), ("|\n  x\n  y", "x\ny\n"),
        ("9" * 40, "9" * 40), ("[1, {b: 2}]", [1, {"b": 2}]), ("!!python/object:os.system ls", "ls"),
    ],
)  # fmt: skip
def test_values_are_plain_data(written: str, value: object):
    document = read_text(f"a: {written}\n")
    assert (document.data, document.problems) == ({"a": value}, [])


def test_keys_are_always_words():
    assert read_text("1: a\ntrue: b\n~: c\n").data == {"1": "a", "true": "b", "~": "c"}


@pytest.mark.parametrize("text", ["", "# 只有注释\n", "---\n", "\n\n"])
def test_an_empty_file_has_no_data_and_no_problem(text: str):
    document = read_text(text)
    assert (document.data, document.problems) == (None, [])


def test_each_value_and_each_key_has_its_place():
    document = read_text("a: 1\nb:\n  - x\n  - {c: 2}\n")
    assert document.place(("b", 1, "c")) == Place(4, 9)
    assert document.place(("b",)) == Place(3, 3)
    assert document.key_place(("b",)) == Place(2, 1)
    assert document.key_place(("b", 1, "c")) == Place(4, 6)


def test_a_path_that_is_not_there_has_its_nearest_parents_place():
    assert read_text("a:\n  b: 1\n").place(("a", "b", "c", 3)) == Place(2, 6)


def test_keys_in_a_flow_sequence_have_their_places():
    document = read_text("a: [b: 1, c: 2]\n")
    assert (document.data, document.place(("a", 1, "c"))) == ({"a": [{"b": 1}, {"c": 2}]}, Place(1, 14))


def test_a_value_that_was_left_empty_stands_at_its_key():
    assert read_text("a: 1\nb:\nc: 2\n").place(("b",)) == Place(2, 1)


def test_a_value_with_an_anchor_stands_at_the_anchor():
    assert read_text("a: &x\n  b: 1\n").place(("a",)) == Place(1, 4)


def test_values_under_an_alias_stand_at_the_alias():
    document = read_text("a: &x {b: {c: 1}}\nd: *x\n")
    assert document.data == {"a": {"b": {"c": 1}}, "d": {"b": {"c": 1}}}
    assert document.place(("d", "b", "c")) == Place(2, 4)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("one bad", Place(1, 8)),
        ("&x one bad", Place(1, 11)),
        ("!!str one bad", Place(1, 14)),
        ('"one bad"', Place(1, 9)),
        ("'one bad'", Place(1, 9)),
        ('"one \\u0062ad"', Place(1, 9)),
        ("one\n  bad", Place(2, 3)),
        ("|\n  one\n  bad", Place(3, 3)),
        (">2-\n  one\n  bad", Place(3, 3)),
    ],
)
def test_a_character_of_a_text_is_found_however_the_text_is_written(written: str, place: Place):
    document = read_text(f"a: {written}\n")
    assert isinstance(document.data, dict)
    assert str(document.data["a"]).split() == ["one", "bad"]
    assert document.place(("a",), 4) == place


def test_the_end_of_a_quoted_text_is_before_its_closing_mark():
    assert read_text('a: "it\\"s"\n').place(("a",), 4) == Place(1, 10)


def test_a_character_of_an_alias_is_looked_for_at_the_alias():
    assert read_text("a: &x one bad\nb: *x\n").place(("b",), 4) == Place(2, 4)


def test_a_key_given_twice_is_told_and_the_first_one_counts():
    document = read_text("a: 1\nb: {c: 1, c: [2]}\na: {d: 2}\n")
    assert document.data == {"a": 1, "b": {"c": 1}}
    assert told(document) == [(2, 11), (3, 1)]


def test_of_two_documents_the_first_counts_and_the_second_is_told():
    document = read_text("a: 1\n---\nb: 2\n")
    assert (document.data, told(document)) == ({"a": 1}, [(2, 1)])


@pytest.mark.parametrize(
    "text", ["[a, b]: 1", "{[a]: 1}", "? {a: 1}\n: 2", "a: &x [1]\n*x : 2", "a: &x {b: 1}\nc: {*x : 2}"]
)
def test_a_list_or_a_mapping_is_no_key(text: str):
    assert only(read_text(text)) == "键必须是一个词，不能是列表或映射。"


@pytest.mark.parametrize("text", ["a: &a [*a]", "a: &a {b: *a}", "a: *nobody", "&r\na: 1\nb: *r\n"])
def test_an_alias_to_itself_or_to_nothing_is_told(text: str):
    document = read_text(text)
    assert document.data is None
    assert "指向自己或不存在" in only(document)


@pytest.mark.parametrize("seed", ["x", "[]", "{}", "{k: v}"])
def test_an_alias_bomb_stops_at_the_limit_of_values(seed: str):
    lines = [f"a0: &a0 {seed}"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    document = read_text("\n".join(lines))
    assert document.data is None
    assert "别名展开后" in only(document)


@pytest.mark.parametrize("text", ["[" * 500, "- " * 500, "{a: " * 500, "\n".join(" " * n + "a:" for n in range(40))])
def test_nesting_stops_at_the_limit_of_depth(text: str):
    document = read_text(text)
    assert document.data is None
    assert only(document) == "嵌套超过 24 层，没有读下去。"


def test_nesting_up_to_the_limit_is_read():
    assert read_text("[" * 24 + "]" * 24).problems == []


def test_too_many_values_stop_the_reading_where_they_are_too_many():
    document = read_text("- a\n" * 70, SMALL)
    assert told(document) == [(60, 3)]


def test_a_text_over_the_limit_of_size_is_not_read():
    assert "超过 0.002 MB 的上限" in only(read_text("a: " + "啊" * 1_000, SMALL))


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("a:\n\tb: 1\n", (2, 1), "YAML 写法有误：这里不能用制表符（Tab）缩进，请换成空格。"),
        ("a: @b\n", (1, 4), "YAML 写法有误：这段文字不能以这个符号开头，请给它加上引号。"),
        ("a: 1\nbc\nd: 2\n", (3, 1), "YAML 写法有误：这里少了一个冒号“:”。"),
        ("a: b: c\n", (1, 5), "YAML 写法有误：这里不能再写“名字: 值”；文字里有冒号就给它加上引号，否则请检查缩进。"),
        ("a: - b\n", (1, 4), "YAML 写法有误：这里不能写“- ”开头的列表项，请检查缩进。"),
        ("a: 'x\n", (2, 1), "YAML 写法有误：引号没有合上。"),
        ('a: "\\q"\n', (1, 6), "YAML 写法有误：双引号里的反斜杠“\\”写法不对。"),
        ("a: [1 2\nb: 3\n", (2, 2), "YAML 写法有误：方括号里少了逗号，或者没有用“]”合上。"),
        ("a: {b: 1\nc: 3\n", (2, 2), "YAML 写法有误：花括号里少了逗号，或者没有用“}”合上。"),
        ("a: 'x' y\n", (1, 8), "YAML 写法有误：这里和上文对不上，请检查缩进和引号。"),
        ("a: !x!y z\n", (1, 4), "YAML 写法有误：不认识“!”开头的这个标签。"),
        ("a: &\n", (1, 5), "YAML 写法有误：“&”“*”“%”后面要跟字母或数字。"),
        ("%YAML 9.9\n---\na: 1\n", (1, 1), "YAML 写法有误：这个 YAML 版本太新，读不了。"),
        ("%TAG ! foo\n", (2, 1), "YAML 写法有误：“%”开头的指令后面少了“---”。"),
        ("a: x\0y\n", (1, 5), "文件里有不能用的字符（U+0000）；请删掉它。"),
        ("a: x\nb: \x07\n", (2, 4), "文件里有不能用的字符（U+0007）；请删掉它。"),
        ("a: \ud800\n", (1, 4), "文件里有不能用的字符（U+D800）；请删掉它。"),
    ],
)
def test_broken_yaml_is_told_in_chinese_where_it_breaks(text: str, place: tuple[int, int], sentence: str):
    document = read_text(text)
    assert (document.data, told(document), only(document)) == (None, [place], sentence)


def test_what_the_reader_may_say_and_nobody_translated_is_still_a_chinese_sentence():
    assert yaml_trouble("something new").zh == "YAML 写法有误：从这里起读不下去了。"


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_no_text_makes_it_raise(text: str):
    read_text(text, SMALL)


@given(st.text("ab:-[]{}&*!|>'\"#%?, \n\t~1", max_size=40))
def test_no_punctuation_makes_it_raise(text: str):
    document = read_text(text, SMALL)
    assert all(one.sentence.zh and one.sentence.en for one in document.problems)


def test_a_file_comes_back_with_its_text(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_text("a: 一\r\nb: 2\r\n", encoding="utf-8", newline="")
    text, document = read_file(file)
    assert (text, document.data) == ("a: 一\r\nb: 2\r\n", {"a": "一", "b": 2})


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_bytes("a: 一\n".encode("utf-8-sig"))
    text, document = read_file(file)
    assert (text, document.place(("a",))) == ("a: 一\n", Place(1, 4))


@pytest.mark.parametrize(("raw", "place"), [("a: 王\nb: 李".encode("gbk"), (1, 4)), ("a: 1".encode("utf-16"), (1, 1)), ("a: 一\nb: 一".encode() + b"\xff", (2, 5))])  # fmt: skip
def test_a_file_that_is_not_utf_8_is_told_where_it_stops_being(tmp_path: Path, raw: bytes, place: tuple[int, int]):
    file = tmp_path / "a.yaml"
    file.write_bytes(raw)
    document = read_file(file)[1]
    assert only(document) == "文件不是 UTF-8 编码；请在编辑器里另存为 UTF-8。"
    assert told(document) == [place]


def test_a_missing_file_is_told(tmp_path: Path):
    assert only(read_file(tmp_path / "none.yaml")[1]) == "读不了这个文件：没有这个文件或文件夹。"


def test_a_name_that_no_file_may_have_is_told():
    assert only(read_file(Path("a\0b"))[1]) == "读不了这个文件：文件名里有不能用的字符。"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says that permission is denied")
def test_a_folder_is_told(tmp_path: Path):
    assert only(read_file(tmp_path)[1]) == "读不了这个文件：这是文件夹，不是文件。"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "a.yaml")
    assert only(read_file(tmp_path / "a.yaml")[1]) == "这不是普通文件，没有读。"


def test_a_file_of_50_mb_is_refused_by_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "a.yaml"
    with file.open("wb") as out:
        out.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    assert only(read_file(file)[1]) == "文件有 50.0 MB,超过 1 MB 的上限，没有读取；请拆成几个文件。"
