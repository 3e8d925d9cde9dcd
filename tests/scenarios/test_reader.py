"""Scenario files of every kind of badness: each is data, with diagnostics that stand where the fault is."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.diagnostics import Diagnostic, Severity
from scenarios.reader import ScenarioFile, library_files, parse_scenario, read_scenario
from tests.scenarios.smallest import SMALLEST, edited, replaced

LATIN = re.compile(r"[A-Za-z]{3,} [A-Za-z]+ [A-Za-z]+")
"""Three words in a row: a sentence that nobody translated."""


def only(file: ScenarioFile) -> Diagnostic:
    assert len(file.diagnostics) == 1, [one.to("en") for one in file.diagnostics]
    return file.diagnostics[0]


def place_of(text: str, *, within: str = SMALLEST) -> tuple[int, int]:
    """Line and column of `text`, which stands once in `within`."""
    before = within[: within.index(text)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def at(file: ScenarioFile) -> list[tuple[int, int]]:
    return [(one.line, one.column) for one in file.diagnostics]


def test_a_good_file_is_a_scenario_without_diagnostics(tmp_path: Path):
    path = tmp_path / "good.yaml"
    path.write_text(SMALLEST, "utf-8")
    file = read_scenario(path)
    assert (file.path, file.text, file.diagnostics) == (path, SMALLEST, ())
    assert file.scenario is not None
    assert file.scenario.id == "smallest"


def test_the_hash_names_the_text():
    one = parse_scenario(SMALLEST)
    assert one.hash == parse_scenario(SMALLEST, Path("elsewhere.yaml")).hash
    assert one.hash != parse_scenario(SMALLEST + "\n").hash


def test_the_files_of_a_folder_are_listed_by_name(tmp_path: Path):
    for name in ("b.yaml", "a.yaml", "c.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in library_files(tmp_path)] == ["a.yaml", "b.yaml"]


# Files that can't be read at all.


def test_a_missing_file_is_a_diagnostic(tmp_path: Path):
    one = only(read_scenario(tmp_path / "none.yaml"))
    assert (one.code, one.sentence.zh) == ("SC001", "读不了这个文件：没有这个文件或文件夹。")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says that permission is denied")
def test_a_folder_in_place_of_a_file_is_a_diagnostic(tmp_path: Path):
    assert only(read_scenario(tmp_path)).sentence.zh == "读不了这个文件：这是文件夹，不是文件。"


def test_a_file_that_is_not_utf_8_is_a_diagnostic(tmp_path: Path):
    (tmp_path / "gbk.yaml").write_bytes(SMALLEST.encode("gbk"))
    one = only(read_scenario(tmp_path / "gbk.yaml"))
    assert (one.line, one.sentence.en) == (4, "The file isn't UTF-8; save it as UTF-8 in your editor.")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path):
    (tmp_path / "bom.yaml").write_text(SMALLEST, "utf-8-sig")
    file = read_scenario(tmp_path / "bom.yaml")
    assert (file.diagnostics, file.hash) == ((), parse_scenario(SMALLEST).hash)


def test_windows_line_ends_do_no_harm(tmp_path: Path):
    (tmp_path / "crlf.yaml").write_text(SMALLEST.replace("level(fix) < 2", "level(fx) < 2"), "utf-8", newline="\r\n")
    assert at(read_scenario(tmp_path / "crlf.yaml")) == [place_of("fix) < 2")]


def test_50_mb_are_refused_by_their_size_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with (tmp_path / "big.yaml").open("wb") as out:
        out.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    one = only(read_scenario(tmp_path / "big.yaml"))
    assert one.sentence.en == "The file has 50.0 MB, over the limit of 1 MB, and was not read; split it into several."


# Files that are no YAML, or no YAML that anybody should follow.

BOMB = "\n".join(["a0: &a0 []", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10))])


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("id: 'x\n", (2, 1), "YAML 写法有误：引号没有合上。"),
        ("id: x\n\ttitle: y\n", (2, 1), "YAML 写法有误：这里不能用制表符（Tab）缩进，请换成空格。"),
        ("id: x\0\n", (1, 6), "文件里有不能用的字符（U+0000）；请删掉它。"),
        ("a: &a [*a]\n", (1, 8), "别名 *a 指向自己或不存在。"),
        ("[" * 5_000, (1, 25), "嵌套超过 24 层，没有读下去。"),
        (BOMB, (6, 25), "内容超过 50000 项(别名展开后),没有读下去。"),
        ("? [a]\n: b\n", (1, 3), "键必须是一个词，不能是列表或映射。"),
        ("", (1, 1), "这个文件是空的。"),
        ("# 什么也没有\n", (1, 1), "这个文件是空的。"),
        ("- a\n- b\n", (1, 1), "整个文件：这里要写“名字: 值”。"),
        ("就一句话", (1, 1), "整个文件：这里要写“名字: 值”。"),
    ],
    ids=[
        "broken",
        "tab",
        "NUL",
        "self-alias",
        "nesting bomb",
        "alias bomb",
        "list as key",
        "empty",
        "comment",
        "list",
        "sentence",
    ],
)
def test_a_file_that_is_no_scenario_has_one_diagnostic_where_it_goes_wrong(
    text: str, place: tuple[int, int], sentence: str
):
    file = parse_scenario(text)
    one = only(file)
    assert (file.scenario, (one.line, one.column), one.sentence.zh) == (None, place, sentence)


def test_a_second_document_is_told_and_the_first_is_read():
    file = parse_scenario(SMALLEST + "---\nid: other\n")
    one = only(file)
    assert (one.code, one.line, file.playable) == ("SC001", SMALLEST.count("\n") + 1, None)
    assert file.scenario is not None


def test_a_key_given_twice_is_told_at_its_second_place():
    file = replaced("difficulty: 1\n", "difficulty: 1\nid: other\n")
    one = only(file)
    assert (one.code, one.line, one.column) == ("SC001", place_of("source:")[0], 1)
    assert file.scenario is not None
    assert file.scenario.id == "smallest"


def test_what_is_wrong_is_found_beside_a_key_given_twice():
    file = replaced("difficulty: 1\n", "difficulty: 9\nid: other\n")
    assert [one.code for one in file.diagnostics] == ["SC004", "SC001"]


# The form: keys and values.


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("facts:", "fact:", "facts"),
        ("manner: 讲理", "maner: 讲理", "manner"),
        ("known_by: lookup", "knownby: lookup", "known_by"),
        ("when: level(fix) < 2", "wen: level(fix) < 2", "when"),
        ("when: patience <= 0", "whn: patience <= 0", "when"),
        ("anger: 50", "angr: 50", "anger"),
        ("total: [0, 30]", "totl: [0, 30]", "total"),
        ("en: Reasonable.", "eng: Reasonable.", "en"),
    ],
)
def test_an_unknown_key_stands_at_the_key_and_has_a_suggestion(old: str, new: str, hint: str):
    file = replaced(old, new)
    one = next(one for one in file.diagnostics if one.code == "SC002")
    assert (one.line, one.column) == place_of(new, within=file.text)
    assert one.hint == (f"是不是想写“{hint}”？", f"Did you mean '{hint}'?")


def test_a_key_that_belongs_elsewhere_is_not_suggested_to_itself():
    one = only(replaced("facts:", "seed: 5\nfacts:"))
    assert (one.sentence.zh, one.hint) == ("没有“seed”这一项。", None)


def test_an_unknown_key_above_a_block_stands_at_the_key_and_not_in_the_block():
    one = only(parse_scenario(SMALLEST + "extras:\n  - 1\n"))
    assert (one.line, one.column) == (SMALLEST.count("\n") + 1, 1)


@pytest.mark.parametrize(
    ("old", "name", "place"),
    [
        ("id: smallest\n", "id", (2, 1)),
        (", en: The smallest scenario", "title.en", place_of("{zh: 最小的场景")),
        ("name: 王女士, ", "persona.name", place_of("{name: 王女士")),
        (", patience: 60", "mood.patience", place_of("{anger: 50")),
        ("known_by: lookup, ", "facts.0.known_by", place_of("{id: mop")),
        (", ending: broken_off", "golden.0.ending", place_of("{name: 说不到点子上")),
    ],
)
def test_a_missing_key_stands_where_it_ought_to_be(old: str, name: str, place: tuple[int, int]):
    one = only(replaced(old, ""))
    assert (one.code, one.sentence.zh) == ("SC003", f"缺少“{name}”。")
    assert (one.line, one.column) == place


def test_a_key_missing_under_an_alias_is_named_whole_and_told_at_the_alias():
    text = SMALLEST.replace("title: {zh: 最小的场景, en: The smallest scenario}", "title: &t {zh: 最小的场景}")
    file = parse_scenario(
        text.replace("brief: {zh: 客户说地没拖干净。, en: The customer says that the floor isn't clean.}", "brief: *t")
    )
    assert [one.sentence.zh for one in file.diagnostics] == ["缺少“title.en”。", "缺少“brief.en”。"]
    assert at(file) == [place_of("{zh: 最小"), (5, 8)]


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        ("format: 1", "format: 2", "“format”：只能写：1。", "'format': it must be one of: 1."),
        ("id: smallest", "id: Smallest", "“id”：编号只能用小写字母、数字、_ 和 -，以字母开头。", "'id': an id takes lower-case letters, digits, _ and -, a letter first."),
        ("id: smallest", "id:", "“id”：这里要写文字。", "'id': text is expected here."),
        ("source: D0§3", "source: 3", "“source”：这里要写文字。", "'source': text is expected here."),
        ("source: D0§3", 'source: ""', "“source”：这里不能空着。", "'source': this can't be empty."),
        ("source: D0§3", f"source: {'长' * 2_001}", "“source”：这段文字太长，最多 2000 个字。", "'source': this text is too long; at most 2000 characters."),
        ("difficulty: 1", "difficulty: 0", "“difficulty”：不能小于 1。", "'difficulty': it can't be less than 1."),
        ("difficulty: 1", "difficulty: 6", "“difficulty”：不能大于 5。", "'difficulty': it can't be more than 5."),
        ("difficulty: 1", "difficulty: 1.5", "“difficulty”：这里要写整数。", "'difficulty': a whole number is expected here."),
        ("difficulty: 1", "difficulty: 难", "“difficulty”：这里要写整数。", "'difficulty': a whole number is expected here."),
        ("anger: 50", "anger: 很", "“mood.anger”：这里要写数字。", "'mood.anger': a number is expected here."),
        ("anger: 50", "anger: nan", "“mood.anger”：这里要写数字。", "'mood.anger': a number is expected here."),
        ("anger: 50", "anger: 100.5", "“mood.anger”：不能大于 100。", "'mood.anger': it can't be more than 100."),
        ("anger: 50", "anger: -1", "“mood.anger”：不能小于 0。", "'mood.anger': it can't be less than 0."),
        ("facts:", "weights: {fix: 0}\nfacts:", "“weights.fix”：要大于 0。", "'weights.fix': it must be more than 0."),
        ("facts:", "limits: {turns: 61}\nfacts:", "“limits.turns”：不能大于 60。", "'limits.turns': it can't be more than 60."),
        ("facts:", "handover: 5\nfacts:", "“handover”：这里要写“名字: 值”。", "'handover': 'name: value' pairs are expected here."),
        ("facts:", "references: [x]\nfacts:", "“references”：这里要写“名字: 值”。", "'references': 'name: value' pairs are expected here."),
        ("fallback: [still]", "fallback: still", "“fallback”：这里要写列表。", "'fallback': a list is expected here."),
        ("fallback: [still]", "fallback: []", "“fallback”：项目太少，至少要有 1 项。", "'fallback': too few entries; at least 1 are needed."),
        ("fallback: [still]", "fallback: [Still]", "“fallback.0”：编号只能用小写字母、数字、_ 和 -，以字母开头。", "'fallback.0': an id takes lower-case letters, digits, _ and -, a letter first."),
        ("total: [0, 30]", "total: [0, 30, 60]", "“golden.0.total”：项目太多，最多 2 项。", "'golden.0.total': too many entries; at most 2 are allowed."),
        ("authority: {yuan: 50}", "authority: 50", "“authority”：这里要写文字；或者：这里要写“名字: 值”。", "'authority': text is expected here; or: 'name: value' pairs are expected here."),
        ("authority: {yuan: 50}", "authority: [50]", "“authority”：这里要写文字；或者：这里要写“名字: 值”。", "'authority': text is expected here; or: 'name: value' pairs are expected here."),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_in_both_languages(old: str, new: str, zh: str, en: str):
    one = only(replaced(old, new))
    assert (one.code, one.severity, one.sentence) == ("SC004", Severity.ERROR, (zh, en))


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("stage: 危机", "stage: 危急", None), ("known_by: lookup", "known_by: look", "lookup"),
        ("ending: broken_off", "ending: brokenoff", "broken_off"), ("facts:", "card: {tier: D}\nfacts:", None),
        ("facts:", "handover: {to: x, right: 'true', say: {rigt: [好]}}\nfacts:", "right"),
    ],
)  # fmt: skip
def test_a_value_that_had_to_be_chosen_is_told_with_the_choices(old: str, new: str, hint: str | None):
    one = only(replaced(old, new))
    assert "只能写：" in one.sentence.zh
    assert "、" in one.sentence.zh
    assert one.hint == (None if hint is None else (f"是不是想写“{hint}”？", f"Did you mean '{hint}'?"))


def test_a_wrong_value_stands_at_the_value():
    assert at(replaced("anger: 50", "anger: 500")) == [place_of("50, trust")]


def test_a_value_left_empty_stands_at_its_key():
    assert at(replaced("id: smallest", "id:")) == [(3, 1)]


def test_a_wrong_key_of_a_list_of_choices_stands_at_the_key():
    file = replaced("facts:", "handover:\n  to: x\n  right: 'true'\n  say:\n    rigt:\n      - 好\nfacts:")
    assert at(file) == [place_of("rigt", within=file.text)]


# What the parts mean: each diagnostic where its fault is, inside a condition too.


@pytest.mark.parametrize(
    ("old", "new", "code", "where"),
    [
        ("level(fix) < 2", "level(fix) <", "SC010", "\n    say: [那你"),
        ("level(fix) < 2", "level(fix) < 2 and rdue", "SC011", "rdue"),
        ("level(fix) < 2", '"level(fix) < 2 and rdue"', "SC011", "rdue"),
        ("level(fix) < 2", "'level(fix) < 2 and rdue'", "SC011", "rdue"),
        ("level(fix) < 2", "&w level(fix) < 2 and rdue", "SC011", "rdue"),
        ("level(fix) < 2", "level(fix) < 2\n      and rdue", "SC011", "rdue"),
        ("level(fix) < 2", ">-\n      level(fix) < 2\n      and rdue", "SC011", "rdue"),
        ("level(fix) < 2", "|\n      level(fix) < 2\n\n      and rdue", "SC011", "rdue"),
        ("level(fix) < 2", "level(fx) < 2", "SC011", "fx"),
        ("level(fix) < 2", '"rdue"', "SC011", "rdue"),
        ("patience <= 0", "patience <= 0 or said(stil)", "SC012", "stil)"),
        ("[still]", "[still, stil]", "SC012", "stil]"),
        ("[算了，不说了。, 就这样吧，以后不找你们了。, 跟你说不清楚。]", "[算了]", "SC013", "[算了]"),
        ("那你打算怎么办？", "'{tme}来？'", "SC015", "'{tme}来？'"),
        ("facts:", "steps_left_out: [empaty]\nfacts:", "SC017", "empaty"),
        ("facts:", "weights: {empaty: 5}\nfacts:", "SC017", "empaty"),
        ("kind: complaint", "kind: complain", "SC018", "complain\n"),
        ("{yuan: 50}", "{yuan: 50, gift: 5}", "SC019", "gift: 5"),
        ("facts:", "reactions: {blam: {anger: 5}}\nfacts:", "SC020", "blam:"),
        ("[0, 30]", "[30, 0]", "SC021", "[30, 0]"),
        ("我还有事，先挂了。", "我等你一句准话。", "SC022", "我等你一句准话。, 不跟你耗了"),
        (", where: 服务记录", "", "SC023", "{id: mop"),
    ],
)  # fmt: skip
def test_a_diagnostic_stands_where_its_fault_is(old: str, new: str, code: str, where: str):
    file = replaced(old, new)
    one = only(file)
    assert (one.code, (one.line, one.column)) == (code, place_of(where, within=file.text))


def test_a_condition_behind_an_alias_is_told_at_the_anchor_and_at_the_alias():
    text = SMALLEST.replace("when: level(fix) < 2", "when: &w rdue").replace("{when: patience <= 0,", "{when: *w ,")
    assert at(parse_scenario(text)) == [place_of("rdue", within=text), place_of("*w", within=text)]


# Many at once.


def test_200_errors_in_one_file_are_all_told_each_at_its_own_place_and_no_two_alike():
    lines = [f"  - {{id: beat{n}, when: now bad{n}, say: [甲{n}, 乙{n}, 丙{n}], next: [gone{n}]}}" for n in range(100)]
    file = parse_scenario(SMALLEST.replace("endings:", "\n".join(lines) + "\nendings:"))
    assert len(file.errors) == 200
    assert len({(one.line, one.column) for one in file.errors}) == 200
    assert len({one.sentence.zh for one in file.errors}) == 200


def test_200_faults_of_form_are_all_told_each_at_its_own_place_and_no_two_alike():
    lines = [f"  - {{id: B{n}, say: 一句话, nxt: []}}" for n in range(100)]
    file = parse_scenario(SMALLEST.replace("endings:", "\n".join(lines) + "\nendings:"))
    assert len(file.errors) == 300
    assert len({(one.line, one.column) for one in file.errors}) == 300
    assert len({one.sentence.zh for one in file.errors}) == 300


def test_diagnostics_come_in_the_order_of_the_file():
    file = parse_scenario(SMALLEST.replace("level(fix) < 2", "rdue").replace("[0, 30]", "[30, 0]") + "# x")
    assert at(file) == sorted(at(file))


def test_no_chinese_sentence_holds_an_english_one():
    broken = [
        SMALLEST.replace(old, new)
        for old in (": ", "[", "{", "]", "}", ", ", "\n  ", "1")
        for new in ("", "5", "[", ": ", "@", '"', "\t")
    ]
    for text in broken:
        for one in parse_scenario(text).diagnostics:
            about = one.sentence.zh.replace("The smallest scenario", "").replace(
                "The customer says that the floor isn't clean.", ""
            )
            assert not LATIN.search(about), one.to("zh")


@settings(max_examples=60)  # each reads a whole file
@given(st.data())
def test_no_damage_to_a_file_makes_it_raise(data: st.DataObject):
    start = data.draw(st.integers(0, len(SMALLEST)))
    end = data.draw(st.integers(start, min(len(SMALLEST), start + 40)))
    middle = data.draw(st.text("abc:-[]{}&*!|>'\"#%?, \n\t~1\0一", max_size=8))
    file = parse_scenario(SMALLEST[:start] + middle + SMALLEST[end:])
    assert file.playable is None or not file.errors


@settings(max_examples=60)  # each reads a whole file
@given(st.sampled_from(["kind", "authority", "mood", "beats", "endings", "golden", "facts", "handover", "persona", "weights"]),
       st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(["id", "say", "str", "when", "zh", "right"]), inner, max_size=3), max_leaves=6))  # fmt: skip
def test_no_value_in_any_place_makes_it_raise(key: str, value):
    for one in edited({(key,): value}).diagnostics:
        assert one.sentence.zh
        assert one.line >= 1
