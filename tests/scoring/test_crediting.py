"""What a reply is credited with: nothing that rests on a violation, and no cause or loss against the facts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.authority import authority_from_object
from scoring.crediting import Refusal, Settled, Truth, credit
from scoring.offline.scorer import OfflineScorer
from scoring.progress import progress
from scoring.reply import Reply
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


@dataclass(frozen=True)
class Turns:
    """A conversation whose checks count over the turns: RUBRIC, "Over the turns".

    `back` gives, by number of the reply, the checks that it takes back; `out` the steps that the scenario leaves out.
    """

    about: str
    replies: tuple[str, ...]
    counted: str
    truth: Truth = OPEN
    back: tuple[tuple[int, tuple[str, ...]], ...] = ()
    out: tuple[str, ...] = ()


FIFTY = "耽误您半天[proportionate]，退您50元[named:yuan:50]，原路退回[delivery]。"

TURNS = [
    Turns("three replies make one step together",
          ("实在对不住[acknowledge]。", "您着急是应该的[feeling]。", "为等我们请了半天假[specific]。"), "acknowledge feeling specific"),
    Turns("what is said twice counts once", ("真抱歉[acknowledge]。", "再跟您说声抱歉[acknowledge]。"), "acknowledge"),
    # A time or an owner joins only the action that it bounds.
    Turns("the hour of the visit joins the visit", ("派人去重擦[action]。", "明早九点到[deadline:act]。"), "action deadline"),
    Turns("the hour of a phone call doesn't", ("派人去重擦[action]。", "下午三点我打给您[deadline:call]。"), "action"),
    Turns("nor does the day on which money arrives", ("派人去重擦[action]。", "钱周五到账[deadline:pay]。"), "action"),
    Turns("whoever brings the money doesn't do the work", ("派人去重擦[action]。", "财务小陈给您转账[owner:pay]。"), "action"),
    Turns("a promise to report back follows up the action", ("派人去重擦[action]。", "做完我给您回电话[owner:call]。"), "action owner"),
    Turns("a time said before any action bounds none", ("明早九点[deadline]。", "派人去重擦[action]。"), "action"),
    Turns("as long as there is no action it is a beginning", ("明早九点[deadline]。", "王姐[owner]。"), "deadline owner"),
    Turns("the time stays when the action is repeated", ("派人重擦[action]，明早九点[deadline]。", "会去重擦的[action]。"), "action deadline"),
    # A reason or a way of payment belongs to the compensation named last.
    Turns("the way of payment may follow", ("退您50元[named:yuan:50]。", "三个工作日到账[delivery:pay]。"), "named delivery"),
    Turns("the reason may follow", ("退您50元[named:yuan:50]。", "是补您误的那半天工[proportionate:pay]。"), "named proportionate"),
    Turns("a way of payment before any offer is none of its own", ("三个工作日到账[delivery:pay]。", "退您50元[named:yuan:50]。"), "named"),
    Turns("how the older sum was to be paid is lost with it", (FIFTY, "改成送您一次擦窗[named:gift:擦窗]。"), "named"),
    Turns("a higher sum needs its reason anew",
          (FIFTY, "那退您80元[named:yuan:80]，还是原路退[delivery]。"), "named delivery"),
    Turns("the same sum repeated keeps both", (FIFTY, "对，就是50元[named:yuan:50]。"), "named proportionate delivery"),
    Turns("an offer that isn't credited doesn't replace the older",
          (FIFTY, "赔您一万[named:yuan:10000][overpromise:beyond]。"), "named proportionate delivery"),
    Turns("after one off the books the older one's payment still joins it",
          ("退您50元[named:yuan:50]。", "我私下[offplatform]转您80元[named:yuan:80]。", "走平台，周五到账[delivery:pay]。"),
          "named delivery"),
    # Taken back.
    Turns("responsibility that is taken back is lost", ("派单漏了您[concrete]，怪我们[ownership]。", "其实也不怪我们。"), "concrete",
          back=((2, ("ownership",)),)),
    Turns("and counts when it is taken again", ("怪我们[ownership]。", "其实也不怪我们。", "不，是我们的错[ownership]。"), "ownership",
          back=((2, ("ownership",)),)),
    Turns("an apology that is taken back leaves the feeling", ("对不起[acknowledge]，您受累了[feeling]。", "我凭什么道歉。"), "feeling",
          back=((2, ("acknowledge",)),)),
    Turns("a time can't join an action that was taken back", ("派人去重擦[action]。", "算了，去不了。", "明早九点[deadline]。"), "deadline",
          back=((2, ("action",)),)),
    Turns("taking back what was never said costs nothing", ("真抱歉[acknowledge]。", "不派人了。"), "acknowledge",
          back=((2, ("action",)),)),
    # Violations in another reply.
    Turns("blame in a later reply leaves what was owned before",
          ("派单漏了您[concrete]，怪我们[ownership]。", "说到底是师傅磨蹭[blame]。"), "concrete ownership"),
    Turns("a false cause later leaves the true one", ("派单时漏了您[concrete]。", "路上还堵车[concrete]。"), "concrete", TRUTH),
    Turns("a made-up cause gives way to the true one",
          ("总局下了文[concrete][fabricate]。", "不瞒您，是派单时漏了[concrete]，赖我们[ownership]。"), "concrete ownership", TRUTH),
    Turns("a reason against the customer's loss isn't joined later", ("退您50元[named]。", "算补您的地板[proportionate]。"), "named", TRUTH),
    # A step left out.
    Turns("a step left out counts nothing", ("真抱歉[acknowledge]。" + OFFER,), "acknowledge", out=("compensation",)),
    Turns("nor does its violation spare the others", ("派人重擦[action]，怪我们[ownership]。",), "action", out=("cause",)),
]  # fmt: skip


def counted(turns: Turns) -> set[str]:
    back = dict(turns.back)
    replies = [
        say(n, marked, truth=turns.truth, taken_back=back.get(n, ())) for n, marked in enumerate(turns.replies, 1)
    ]
    return set(progress(COMPLAINT, replies, turns.out).met)


@pytest.mark.parametrize("turns", TURNS, ids=[turns.about for turns in TURNS])
def test_what_counts_over_the_turns(turns: Turns):
    assert {name.partition(".")[2] for name in counted(turns)} == set(turns.counted.split())


@dataclass(frozen=True)
class Spoken:
    """A conversation in plain words under an authority as scenarios write it, and the compensation credited over it."""

    about: str
    authority: object
    replies: tuple[str, ...]
    credited: str
    misread: str = ""
    """What the rules for offers get wrong in it, as long as they do."""


HALF = {"percent_of": {"percent": 50, "of": "本单费用", "base": 200}}
FLOOR = {"yuan": 200, "needs_proof": ["地板的赔付（先定损，由区域经理批）"]}

SPOKEN = [
    Spoken("a sum below the limit", {"yuan": 100}, ("害您白等半天，补您八十元，原路退回。",), "named proportionate delivery"),
    Spoken("the limit itself", {"yuan": 100}, ("这次给您减一百元。",), "named"),
    Spoken("a sum above it", {"yuan": 100}, ("害您白等半天，补您三百元，原路退回。",), ""),
    Spoken("an allowed offer beside one too high", {"yuan": 100}, ("减您五十元。另外再赔您两千元。",), ""),
    Spoken("the same in other words", {"yuan": 100}, ("减您五十元。要不再赔您两千元。",), "", "「要不再赔」is read as 「不再赔」"),
    Spoken("too much first, then what is allowed", {"yuan": 100}, ("赔您两千元。", "说多了，我能给您减一百元。"), "named"),
    Spoken("what is allowed first, then too much", {"yuan": 100}, ("给您减一百元。", "那赔您两千元。"), "named"),
    Spoken("a share below the limit", HALF, ("这单费用退您百分之三十。",), "named", "「这单费用退您」is read as the whole fee, whatever share follows"),
    Spoken("such a share, the fee not named first", HALF, ("给您减百分之三十。",), "named"),
    Spoken("the share's worth in yuan", HALF, ("这单退您一百元。",), "named", "「这单退您」is read as the whole fee, whatever sum follows"),
    Spoken("such a sum, the order not named first", HALF, ("给您减一百元。",), "named"),
    Spoken("a sum above the share's worth", HALF, ("这单退您一百八十元。",), ""),
    Spoken("a share above the limit", HALF, ("这单费用退您百分之九十。",), ""),
    Spoken("a gift that may be given", {"gifts": ["一次擦窗"]}, ("免费送您一次擦窗。",), "named"),
    Spoken("a far larger one", {"gifts": ["一次擦窗"]}, ("送您一整年的日常保洁。",), ""),
    Spoken("beside what needs proof a sum of one's own", FLOOR, ("来晚了害您熬夜，减您两百元，账单里直接扣。",), "named proportionate delivery"),
    Spoken("what needs proof, promised outright", FLOOR, ("地板赔您五千元，今天到账。",), ""),
    Spoken("what is forbidden", {"redo": 1, "forbidden": ["现金赔偿"]}, ("赔您五十元现金。",), ""),
    Spoken("beside a ban what is allowed", {"redo": 1, "forbidden": ["现金赔偿"]}, ("我们免费给您返工一次。",), "named"),
    Spoken("a redo within the number", {"redo": 1}, ("免费返工一次，算是补您白等的半天。",), "named proportionate"),
    Spoken("more redos than that", {"redo": 1}, ("免费给您返工五次。",), "", "promises._is_ordinary lets any number of free redos pass; limits doesn't"),
    Spoken("no authority is stated", None, ("赔您三百元。",), "named"),
    Spoken("off the books, though the sum is allowed", {"yuan": 100}, ("您加我微信，我私下转您八十元，别走公司。",), ""),
    Spoken("the same sum through the company afterwards", {"yuan": 100}, ("我私下转您八十元。", "还是走公司，退您八十元，原路退回。"), "named delivery"),
]  # fmt: skip

RULES_ALONE = OfflineScorer(None)


def _case(spoken: Spoken):
    marks = [pytest.mark.xfail(reason=spoken.misread)] if spoken.misread else []
    return pytest.param(spoken, id=spoken.about, marks=marks)


@pytest.mark.parametrize("spoken", [_case(spoken) for spoken in SPOKEN])
def test_what_compensation_is_credited_under_an_authority(spoken: Spoken):
    authority, faults = authority_from_object(spoken.authority)
    assert not faults
    customer = ("我请了半天假在家白等，地板也泡了，昨晚还熬了一夜。",)
    replies = [
        credit(n, text, RULES_ALONE.assess(Reply(text, customer=customer, authority=authority)))
        for n, text in enumerate(spoken.replies, 1)
    ]
    met = {name for name in progress(COMPLAINT, replies).met if name.startswith("compensation.")}
    assert {name.partition(".")[2] for name in met} == set(spoken.credited.split())


def test_there_are_at_least_sixty_four_conversations():
    conversations = {
        *(talk.replies for talk in TALKS),
        *(one.replies for one in TURNS),
        *(one.replies for one in SPOKEN),
    }
    assert len(conversations) >= 64


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


# Words for everybody.


def test_a_template_meets_no_check_that_is_about_this_customer():
    truth = Truth(particular=COMPLAINT.particular_ids)
    said = say(1, "真对不起[acknowledge]，地没拖干净[concrete]，今天下午[deadline]派人返工[action]。")
    told = credit(1, said.text, said.assessment, truth, template=True)
    assert [one.id for one in told.checks] == ["empathy.acknowledge", "fix.deadline"]
    assert {one.refusal for one in told.withheld} == {Refusal.TEMPLATE}
    assert credit(1, said.text, said.assessment, truth).withheld == ()


def test_a_key_check_counts_only_where_it_says_what_the_case_is_about():
    truth = Truth(keys=(("fix.action", Settled(agree=(("阳台",), ("重做", "周二")), contradict=(("换人",),))),))
    fits = say(1, "派人把阳台重做[action]。", truth=truth)
    other = say(1, "派人跟进处理[action]，今天六点前[deadline]。", truth=truth)
    against = say(1, "给您阳台换人[action]。", truth=truth)
    assert [one.id for one in fits.checks] == ["fix.action"]
    assert [(one.id, one.refusal) for one in other.withheld] == [("fix.action", Refusal.OTHER_CASE)]
    assert [one.refusal for one in against.withheld] == [Refusal.CONTRADICTS]
