"""What may stand in quotation marks beside a check."""

from __future__ import annotations

import pytest

from scoring.crediting import CreditedReply, credit
from scoring.evidence import Evidence
from scoring.quoting import LONGEST, hurts, quotations, seen
from scoring.reply import Finding, ReplyAssessment


def reply(text: str, **violations: str) -> CreditedReply:
    """A reply with violations, each on the words given."""
    found = tuple(Finding(name, (part(text, words, name),)) for name, words in violations.items())
    return credit(1, text, ReplyAssessment((), found))


def part(text: str, words: str, name: str = "empathy.specific") -> Evidence:
    start = text.index(words)
    return Evidence.cut(name, text, start, start + len(words))


def shown(text: str, words: str, **violations: str) -> tuple[str, ...]:
    return tuple(one.text for one in quotations(reply(text, **violations), [part(text, words)]))


def test_plain_words_are_quoted_as_they_are():
    text = "留了两次言没人回，真对不起。"
    found = quotations(reply(text), [part(text, "留了两次言没人回")])
    assert [(one.text, one.start, one.end) for one in found] == [("留了两次言没人回", 0, 8)]


@pytest.mark.parametrize("insult", ["你这个疯婆子", "你是猪", "您真矫情", "死老太婆", "you stupid", "你这疯\u200b婆子"])
def test_an_insult_is_never_quoted_found_by_a_rule_or_not(insult: str):
    assert shown(f"{insult}。", insult) == ()


def test_beside_an_insult_the_neutral_clause_is_quoted():
    assert shown("白等了一中午，你这个疯婆子。", "白等了一中午，你这个疯婆子") == ("白等了一中午",)


def test_the_whole_clause_of_a_rude_violation_is_left_out():
    text = "您这号人我见多了，等两天怎么了。"
    assert shown(text, "您这号人我见多了", rude="我见多了") == ()


def test_anothers_private_matter_is_not_quoted():
    text = "楼上陈女士上个月离了婚，她也等过两天。"
    assert shown(text, "楼上陈女士上个月离了婚，她也等过两天", privacy="上个月离了婚") == ("她也等过两天",)


def test_another_violation_leaves_the_quotation():
    assert shown("转您两百。", "转您两百", offplatform="转您两百") == ("转您两百",)


@pytest.mark.parametrize(
    ("words", "plain"),
    [("真\u202e对\u2066不起", "真对不起"), ("真对不起\x07", "真对不起"), ("真\n对不起", "真 对不起"), ("{x}<b>&amp;", "{x}<b>&amp;"), ("😀对不起👍🏽", "😀对不起👍🏽")],
)  # fmt: skip
def test_a_quotation_is_one_line_of_what_can_be_seen(words: str, plain: str):
    assert shown(f"{words}。", words) == (plain,)


def test_a_very_long_quotation_is_cut():
    text = "好" * 20_000
    assert shown(text, text) == ("好" * LONGEST + "…",)


def test_words_that_show_nothing_are_no_quotation():
    assert shown("\u202e\u200b。", "\u202e\u200b") == ()


@pytest.mark.parametrize(
    "text",
    ["真对不起，让您等了两天", "是我们派单漏了", "换哪个当妈的都得提心吊胆", "垃圾没有带走", "把死角的灰擦去", "擦去死角的灰", "墙角有只死老鼠",
     "孩子他妈妈等了一天", "猪油溅在灶台上", "用滚开的水烫一遍"],
)  # fmt: skip
def test_kind_words_do_not_hurt(text: str):
    assert not hurts(text)


def test_seen_keeps_short_text():
    assert seen("您来定") == "您来定"
