"""The language of `when`: what it means, and what it says of what it can't read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.conditions import ALWAYS, CALLS, JOINERS, MAX_DEPTH, MAX_LENGTH, NUMBERS, Name, Situation, parse

SITUATION = Situation(
    now=frozenset({"empathy.feeling", "blame", "repeated"}),
    met=frozenset({"empathy.feeling", "fix.action", "blame", "upsell"}),
    levels={"empathy": 1, "fix": 2, "compensation": None},
    numbers={"anger": 70.0, "trust": 40.0, "patience": 12.5, "turn": 3},
    said=frozenset({"still_waiting"}),
    looked_up=frozenset({"dispatch_log"}),
    text="押金什么时候退给我",
)


@pytest.mark.parametrize(
    "source",
    [
        "true", "always", "fix.action", "upsell", "now blame", "now empathy.feeling", "now repeated", "not now fix.action",
        "level(fix) >= 2", "level(fix) == 2", "level(fix) != 3", "level(fix) < 3", "level(fix) <= 2", "level(fix) > 1",
        "anger > 69.5", "anger >= 70", "trust < 50", "patience == 12.5", "turn <= 3", "anger > -5",
        "said(still_waiting)", "looked_up(dispatch_log)", 'mentions("押金")', "mentions('定金|押金')", "mentions(“ 定金 | 押金 ”)",
        "(((fix.action)))", "not not fix.action", "fix.action\n  and\n upsell", "level ( fix )>=2",
    ],
)  # fmt: skip
def test_what_holds(source: str):
    assert parse(source).holds(SITUATION)


@pytest.mark.parametrize(
    "source",
    [
        "cause.concrete", "now fix.action", "now upsell", "repeated", "not fix.action", "level(fix) > 2", "level(nothing) < 3",
        "anger < 70", "turn != 3", "said(other)", "looked_up(other)", 'mentions("定金")', 'mentions("")', 'mentions("|")',
    ],
)  # fmt: skip
def test_what_does_not_hold(source: str):
    condition = parse(source)
    assert not condition.faults
    assert not condition.holds(SITUATION)


@pytest.mark.parametrize("source", ["", "  ", "\n\t"])
def test_nothing_written_is_always(source: str):
    assert parse(source) is ALWAYS
    assert ALWAYS.holds(Situation())


def test_a_step_that_is_left_out_holds_nobody_back():
    assert parse("level(compensation) >= 3").holds(SITUATION)


@pytest.mark.parametrize(
    ("source", "holds"),
    [
        ("true or nothing and nothing", True), ("(true or nothing) and nothing", False),
        ("nothing and nothing or true", True), ("nothing and (nothing or true)", False),
        ("not nothing and nothing", False), ("not (nothing and nothing)", True),
        ("not true or true", True), ("not (true or true)", False),
        ("true and not nothing or nothing", True),
    ],
)  # fmt: skip
def test_not_binds_before_and_and_and_before_or(source: str, holds: bool):
    assert parse(source).holds(SITUATION) is holds


def test_names_are_kept_with_their_kind_and_place():
    assert parse("now blame or level(fix) > 1 and said(a-b) and looked_up(log) and cause.concrete").names == (
        Name("now", "blame", 4), Name("step", "fix", 19), Name("beat", "a-b", 37), Name("fact", "log", 56), Name("id", "cause.concrete", 65),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "offset", "zh", "en"),
    [
        ("blame & rude", 6, "条件里不认识“&”这个符号。", "'&' has no meaning in a condition."),
        ("anger = 5", 6, "条件里不认识“=”这个符号。", "'=' has no meaning in a condition."),
        ("blame 和 rude", 6, "条件里不认识“和”这个符号。", "'和' has no meaning in a condition."),
        ("mentions(“押金)", 9, "引号没有合上。", "This quotation mark is never closed."),
        ('mentions("押金)', 9, "引号没有合上。", "This quotation mark is never closed."),
        ("blame rude", 6, "“rude”前面缺少 and 或 or。", "'and' or 'or' is missing before 'rude'."),
        ("blame )", 6, "“)”前面缺少 and 或 or。", "'and' or 'or' is missing before ')'."),
        ("( blame", 7, "条件没有写完。", "The condition is unfinished."),
        ("blame and", 9, "条件没有写完。", "The condition is unfinished."),
        ("not", 3, "条件没有写完。", "The condition is unfinished."),
        ("now", 3, "条件没有写完。", "The condition is unfinished."),
        ("level(fix)", 10, "条件没有写完。", "The condition is unfinished."),
        ("(blame rude)", 7, "缺少右括号。", "A closing bracket is missing."),
        ("level(fix > 2", 10, "缺少右括号。", "A closing bracket is missing."),
        ("and blame", 0, "这里不该出现“and”。", "'and' doesn't belong here."),
        ("blame or or rude", 9, "这里不该出现“or”。", "'or' doesn't belong here."),
        ("blame and > 2", 10, "这里不该出现“>”。", "'>' doesn't belong here."),
        ("5 > anger", 0, "这里不该出现“5”。", "'5' doesn't belong here."),
        ("now > 2", 4, "now 后面要写检查点或违规的编号。", "'now' needs the id of a check or a violation."),
        ("now level(fix) > 1", 4, "now 后面要写检查点或违规的编号。", "'now' needs the id of a check or a violation."),
        ("now and blame", 4, "now 后面要写检查点或违规的编号。", "'now' needs the id of a check or a violation."),
        ("level fix > 2", 6, "level 后面要跟括号。", "level needs brackets."),
        ("level(2) > 2", 6, "level(…) 里写法不对。", "level(…) takes a name."),
        ('said("still")', 5, "said(…) 里写法不对。", "said(…) takes a name."),
        ("mentions(押金)", 9, "条件里不认识“押”这个符号。", "'押' has no meaning in a condition."),
        ("mentions(deposit)", 9, "mentions(…) 里写法不对。", "mentions(…) takes words in quotation marks."),
        ("level(fix) and blame", 11, "level 后面要比较大小，例如 >= 2。", "level needs a comparison such as >= 2."),
        ("anger blame", 6, "anger 后面要比较大小，例如 >= 2。", "anger needs a comparison such as >= 2."),
        ("anger > high", 8, "“>”后面要写数字。", "'>' needs a number after it."),
        ("levels(fix) > 2", 0, "没有“levels”这个函数。", "There is no function 'levels'."),
    ],
)
def test_what_is_wrong_is_told_with_its_place(source: str, offset: int, zh: str, en: str):
    condition = parse(source)
    assert [(one.offset, one.sentence) for one in condition.faults] == [(offset, (zh, en))]
    assert not condition.holds(SITUATION)


def test_a_misspelt_function_has_a_suggestion():
    hint = parse("levels(fix) > 2").faults[0].hint
    assert hint == ("是不是想写“level”？", "Did you mean 'level'?")


def test_a_function_like_no_other_has_none():
    assert parse("xyz(fix) > 2").faults[0].hint is None


def test_up_to_the_limit_of_length_it_is_read():
    source = "true or " * 124 + "true"
    assert parse(source + " " * (MAX_LENGTH - len(source))).holds(SITUATION)


def test_past_the_limit_of_length_it_is_refused():
    (fault,) = parse("true" + " " * MAX_LENGTH).faults
    assert (fault.offset, fault.sentence.zh) == (MAX_LENGTH, "条件超过 1000 个字符；请拆成几条。")


@pytest.mark.parametrize(("opening", "closing"), [("(", ")"), ("not ", ""), ("not (", ")")])
def test_past_the_limit_of_depth_it_is_refused_where_it_gets_too_deep(opening: str, closing: str):
    levels = opening.count("(") + opening.count("not")
    deepest = (MAX_DEPTH - 1) // levels
    assert not parse(opening * deepest + "true" + closing * deepest).faults
    (fault,) = parse(opening * 50 + "true" + closing * 50).faults
    assert fault.sentence.zh == "括号或 not 嵌套太深。"
    assert fault.offset == (MAX_DEPTH // levels) * len(opening)


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_no_text_makes_it_raise(source: str):
    for fault in parse(source).faults:
        assert 0 <= fault.offset <= len(source)


words = st.sampled_from(
    [*CALLS, *JOINERS, *NUMBERS, "now", "(", ")", ">=", "<", "2", "-1.5", '"x|y"', "fix", "fix.action", "true"]
)


@given(st.lists(words, max_size=30).map(" ".join))
def test_no_order_of_its_own_words_makes_it_raise(source: str):
    condition = parse(source)
    assert condition.faults or condition.holds(SITUATION) in (True, False)


@given(st.lists(words, max_size=12).map(" ".join))
def test_one_with_faults_never_holds_and_its_names_stand_where_they_say(source: str):
    condition = parse(source)
    assert not (condition.faults and condition.holds(SITUATION))
    assert all(source.startswith(one.name, one.offset) for one in condition.names)
