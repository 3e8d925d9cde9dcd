"""What a reply is credited with: nothing that rests on a violation, and no cause or loss against the facts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.crediting import Settled, Truth
from scoring.progress import progress
from scoring.scorecard import scorecard
from tests.scoring.talk import COMPLAINT, drill, say

TRUTH = Truth(
    cause=Settled(agree=(("派单",), ("地址", "录错")), contradict=(("堵车",), ("您", "没说"))),
    loss=Settled(agree=(("半天",), ("请假",))),
)
OPEN = Truth()


@dataclass(frozen=True)
class Talk:
    """A conversation in talk.py's notation, and the checks that it is credited with, by their last words."""

    about: str
    replies: tuple[str, ...]
    credited: str
    truth: Truth = OPEN


OFFER = "耽误您半天[proportionate]，退您50元[named]，原路退回[delivery]。"

TALKS = [
    # Authority: an offer beyond it takes every compensation check of its reply, and nothing else.
    Talk("an offer within the authority counts", (OFFER,), "named proportionate delivery"),
    Talk("an offer beyond the authority counts for nothing", ("赔您一万[named][overpromise:beyond]，今天到账[delivery]。",), ""),
    Talk("beside it a fix counts", ("派人返工[action]。赔您一万[named][overpromise:beyond]。",), "action"),
    Talk("beside it empathy and cause count",
         ("真对不起[acknowledge]，派单漏了[concrete]。赔您一万[named][overpromise:beyond]。",), "acknowledge concrete"),
    Talk("a guarantee is no offer beyond the authority", ("保证不会再有[overpromise]，退您50元[named]。",), "named"),
    Talk("an allowed offer in a later reply counts", ("赔您一万[named][overpromise:beyond]。", "那退您50元[named]。"), "named"),
    Talk("an excess later takes nothing from an earlier reply",
         (OFFER, "赔您一万[named][overpromise:beyond]。"), "named proportionate delivery"),
    # Channel.
    Talk("an offer off the books counts for nothing", ("我私下[offplatform]转您50元[named]，微信转[delivery]。",), ""),
    Talk("dealing off the books takes every compensation check of the reply",
         ("耽误您半天[proportionate]，退您50元[named]。您加我微信[offplatform]。",), ""),
    Talk("and leaves the fix alone", ("派人返工[action]，今晚七点[deadline]。您加我微信[offplatform]。",), "action deadline"),
    Talk("the same offer through the company counts later", ("我私下[offplatform]转您50元[named]。", "那走平台退您50元[named]。"), "named"),
    # Facts that settle the cause.
    Talk("a cause that agrees with the facts counts", ("派单时漏了您[concrete]，是我们的疏忽[ownership]。",), "concrete ownership", TRUTH),
    Talk("words of a group may stand apart in the sentence", ("地址被我们不小心录错了[concrete]。",), "concrete", TRUTH),
    Talk("half of a group is not enough", ("地址不好找[concrete]。",), "", TRUTH),
    Talk("another cause is not concrete, and still owned", ("师傅的车坏了[concrete]，是我们没备车[ownership]。",), "ownership", TRUTH),
    Talk("a cause that the facts rule out credits no cause check",
         ("路上堵车[concrete]，是我们没算好时间[ownership]，定位我看过[verified]。",), "", TRUTH),
    Talk("it does so from another sentence of the reply too", ("派单记录我看了[verified]。是因为堵车[concrete]。",), "", TRUTH),
    Talk("what is ruled out in one reply may be put right in the next",
         ("路上堵车[concrete]。", "说错了，是派单时漏了您[concrete]。"), "concrete", TRUTH),
    Talk("a cause that is denied isn't told", ("不是堵车，是派单时漏了您[concrete]。",), "concrete", TRUTH),
    Talk("denying the true cause doesn't tell it", ("不是派单的事，是师傅睡过头[concrete]。",), "", TRUTH),
    Talk("if it hadn't been for the traffic is no denial", ("要不是堵车早到了[concrete]。",), "", TRUTH),
    Talk("the customer's own words outside the sentence contradict nothing",
         ("您说堵车我信。可我查到是派单时漏了您[concrete]。",), "concrete", TRUTH),
    Talk("without a settled cause every concrete one counts", ("路上堵车[concrete]。",), "concrete"),
    Talk("empathy is never held against the facts", ("堵车让您白等[specific]，真对不起[acknowledge]。",), "acknowledge specific", TRUTH),
    # Facts that settle the loss.
    Talk("a payment tied to the customer's loss counts", (OFFER,), "named proportionate delivery", TRUTH),
    Talk("one tied to another loss isn't proportionate", ("为了地板[proportionate]，退您50元[named]。",), "named", TRUTH),
    Talk("without a settled loss any tie counts", ("为了地板[proportionate]，退您50元[named]。",), "named proportionate"),
    # Blame.
    Talk("a cause told as blame takes no responsibility", ("师傅自己忘了[concrete][blame]，我们管理不严[ownership]。",), "concrete"),
    Talk("blame leaves what the cause rests on", ("师傅忘了打卡[blame][concrete]，签到记录我看了[verified]。",), "concrete verified"),
    Talk("blame takes nothing from empathy, fix and compensation",
         ("真对不起[acknowledge]。那是师傅的错[blame]。派人返工[action]，退您50元[named].",), "acknowledge action named"),
    Talk("responsibility taken in another reply counts", ("师傅自己忘了[concrete][blame]。", "是我们管理不严[ownership]。"), "concrete ownership"),
    # Fabrication.
    Talk("a made-up cause credits no cause check",
         ("国家规定就这样[concrete][fabricate]，我们的错[ownership]，文件我有[verified]。",), ""),
    Talk("a false claim elsewhere leaves the cause alone",
         ("派单时漏了您[concrete]，是我们的疏忽[ownership]。我们三年零差评[fabricate]。",), "concrete ownership"),
    Talk("asking for silence leaves the compensation alone", ("退您50元[named]，您别给差评[fabricate]。",), "named"),
    # Other violations take nothing.
    Talk("rudeness costs, and takes no check", ("派人返工[action]，你怎么这么难伺候[rude]。",), "action"),
    Talk("selling takes no check", ("退您50元[named]，办张年卡吧[upsell]。",), "named"),
    Talk("dismissal takes no check", ("真对不起[acknowledge]，不过这很正常[dismiss]。",), "acknowledge"),
]  # fmt: skip


def credited(talk: Talk) -> set[str]:
    replies = [say(n, marked, truth=talk.truth) for n, marked in enumerate(talk.replies, 1)]
    return {found.id for reply in replies for found in reply.checks}


@pytest.mark.parametrize("talk", TALKS, ids=[talk.about for talk in TALKS])
def test_what_is_credited(talk: Talk):
    names = set(talk.credited.split())
    assert {name.partition(".")[2] for name in credited(talk)} == names


def test_there_are_at_least_twenty_conversations():
    assert len({talk.replies for talk in TALKS}) >= 20


def test_labels_stay_as_they_are():
    reply = say(1, "赔您一万[named][overpromise:beyond]。")
    assert (reply.checks, reply.assessment.check_ids) == ((), ("compensation.named",))


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        ("赔您一万[named][overpromise:beyond]。", "这项补偿超出了权限，不计入。"),
        ("私下[offplatform]转您50元[named]。", "这项补偿绕开了公司渠道，不计入。"),
        ("国家规定[concrete][fabricate]。", "这个原因没有依据，不计入。"),
        ("路上堵车[concrete]。", "这个原因和事实不符，不计入。"),
        ("师傅的车坏了[concrete]。", "没有说到真正的原因，不计入。"),
        ("师傅忘了[blame]，我们的错[ownership]。", "原因是以指责别人的方式说的，不算担责。"),
        ("为了地板[proportionate]。", "说的损失和这位客户的不符，不计入。"),
    ],
)
def test_a_check_that_is_withheld_says_why(marked: str, why: str):
    assert [one.why.zh for one in say(1, marked, truth=TRUTH).withheld] == [why]


def test_every_check_is_either_credited_or_withheld():
    reply = say(1, "路上堵车[concrete]，派人返工[action]，退您50元[named].", truth=TRUTH)
    assert {*(one.id for one in reply.checks), *(one.id for one in reply.withheld)} == set(reply.assessment.check_ids)


def test_violations_always_count():
    reply = say(1, "赔您一万[named][overpromise:beyond]，师傅忘了[blame]。")
    assert [one.id for one in reply.violations] == ["overpromise", "blame"]


def test_the_scorecard_tells_why_a_check_was_withheld():
    card = scorecard(COMPLAINT, drill("赔您一万[named][overpromise:beyond]。"))
    point = next(one for one in card.points if one.id == "compensation.named")
    assert (point.met, point.turn, point.note.zh) == (False, 1, "这项补偿超出了权限，不计入。")


def test_settled_facts_without_agree_take_all_that_does_not_contradict():
    settled = Settled(contradict=(("堵车",),))
    assert (settled.accepts("车坏了"), settled.accepts("堵车了")) == (True, False)


@pytest.mark.parametrize("denial", ["不是堵车", "并非因为堵车", "不是因为路上堵车", "不怪堵车", "不能怪路上堵车"])
def test_a_denied_word_is_not_said(denial: str):
    assert not Settled(contradict=(("堵车",),)).contradicted_by(f"{denial}，是我们晚了")


@pytest.mark.parametrize("said", ["是不是堵车", "要不是堵车", "可不是堵车嘛", "不是我，堵车", "不是堵车？就是堵车"])
def test_a_word_that_is_said_after_all_is_said(said: str):
    assert Settled(contradict=(("堵车",),)).contradicted_by(said)


@given(st.lists(st.sampled_from(["真对不起[acknowledge]。", "派单漏了[concrete]。", "返工[action]。", OFFER]), min_size=1, max_size=4),
       st.sampled_from(["赔您一万[overpromise:beyond]。", "私下办[offplatform]。", "师傅的错[blame]。", "零差评[fabricate]。"]))  # fmt: skip
def test_a_violation_never_adds_a_credited_check(parts: list[str], violation: str):
    without = progress(COMPLAINT, drill("".join(dict.fromkeys(parts)))).met
    assert progress(COMPLAINT, drill("".join(dict.fromkeys(parts)) + violation)).met.keys() <= without.keys()
