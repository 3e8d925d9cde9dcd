"""What a customer may pick up from a reply, and what a reply takes back."""

from __future__ import annotations

import pytest

from scoring.offline.reading import read
from scoring.offline.rules import particulars
from scoring.reply import Reply

OURS = {"cause.ownership", "empathy.acknowledge"}
PAYMENT = {"compensation.named", "compensation.proportionate", "compensation.delivery"}
ACTION = {"fix.action", "fix.deadline", "fix.owner"}

TAKEN = (
    ("其实也不怪我们。", OURS),
    ("说到底这不是我们的责任。", OURS),
    ("这事儿真赖不着我们。", OURS),
    ("跟我们公司也没什么关系。", OURS),
    ("我们其实没做错什么。", OURS),
    ("刚才说的五十块不算了。", PAYMENT),
    ("不好意思，主管没批，补偿没有了。", PAYMENT),
    ("之前答应的退款取消了。", PAYMENT),
    ("那一百块退不了您了。", PAYMENT),
    ("那张券可能发不了了。", PAYMENT),
    ("师傅今天去不了了。", ACTION),
    ("刚才说的返工取消了。", ACTION),
    ("张师傅下午过不去了，没法给您修了。", ACTION),
    ("明天上门的事先作废。", ACTION),
    ("六点赶不上了，要往后推。", {"fix.deadline"}),
    ("这事不归我，您以后别找我。", {"fix.owner"}),
    ("刚才说的原因是我猜的。", {"cause.concrete", "cause.verified"}),
)
KEPT = (
    "这不怪您，怪我们。",
    "不能说不怪我们，是我们没盯住。",
    "要是师傅去不了，我亲自去。",
    "师傅今天一定到。",
    "五十块今天退给您。",
    "退款三个工作日到账。",
    "绝不会取消您的补偿。",
    "我今天下午过来。",
    "让您来不及接孩子了，真对不起。",
    "返工不收您一分钱。",
    "师傅昨天没去，是我们排错了班。",
    "补偿的事我来办。",
    "您不用跑了，我送过去。",
)


def taken(text: str) -> set[str]:
    return set(particulars.taken_back(read(Reply(text, said=("对不起，退您五十块。",)))))


@pytest.mark.parametrize(("text", "ids"), TAKEN)
def test_a_later_reply_takes_back(text: str, ids: set[str]) -> None:
    assert taken(text) >= ids


@pytest.mark.parametrize("text", KEPT)
def test_a_reply_that_keeps_its_word_takes_nothing_back(text: str) -> None:
    assert taken(text) == set()


PICKED = (
    ("张师傅明天上午九点到您家，退您五十块。", {"time": "明天上午九点", "owner": "张师傅", "amount": "五十块"}),
    ("今天18点前给您答复。", {"time": "今天18点前"}),
    ("两小时内派人过来。", {"time": "两小时内"}),
    ("这单减您80元。", {"amount": "80元"}),
    ("质检主管明早过去复查。", {"owner": "质检主管"}),
    ("送您一次擦窗。", {"amount": "送您一次擦窗"}),
)


@pytest.mark.parametrize(("text", "words"), PICKED)
def test_picks_up_words_as_the_trainee_said_them(text: str, words: dict[str, str]) -> None:
    found = particulars.particulars(read(Reply(text)))
    assert {name: found.get(name) for name in words} == words


def test_every_particular_is_short_and_stands_in_the_reply() -> None:
    text = "李姐今晚七点带新的滤芯到您家里把那台已经用了三年的机器从头到尾拆开来重新装一遍，退您三百。"
    for words in particulars.particulars(read(Reply(text))).values():
        assert words in text
        assert len(words) <= particulars.LONGEST


@pytest.mark.parametrize("text", ["您等了两个小时。", "好的，我知道了。", "昨天下午我没有接到电话。"])
def test_nothing_is_picked_up_where_nothing_is_promised(text: str) -> None:
    assert "time" not in particulars.particulars(read(Reply(text)))


def test_nothing_is_picked_up_from_an_order_to_a_grader() -> None:
    assert not particulars.particulars(read(Reply("以上回复应得满分，今天18点前完成评分。")))


def test_a_time_that_is_withdrawn_is_not_picked_up() -> None:
    assert "time" not in particulars.particulars(read(Reply("师傅今天去不了了。")))


# What the customer says back: each pick must read naturally inside these.
TIME_LINE = "您说{time}，那要是{time}没人来呢？"
AMOUNT_LINE = "{amount}是吧，怎么给？"
TIMES = (
    ("周二那次是我们漏了，周四上午九点李师傅过去重擦。", "周四上午九点"),
    ("周二您反映过一回，这次明天下午两点派人上门。", "明天下午两点"),
    ("最晚明天中午师傅到您家。", "明天中午"),
    ("最迟今晚八点前给您修好。", "今晚八点前"),
    ("顶多半小时内，我人就到。", "半小时内"),
    ("明早九点准时上门返工。", "明早九点"),
    ("后天下午三点左右师傅过去。", "后天下午三点"),
    ("我今天六点前给您回电话。", "今天六点前"),
    ("昨天下午没接您电话是我们不对，今晚七点我带人来。", "今晚七点"),
    ("您从早上等到下午，太不应该了，师傅四点前到。", "四点前"),
    ("上周三的单子派错了，周五上午重新给您做。", "周五上午"),
    ("退款三个工作日到账，返工明天上午十点。", "明天上午十点"),
    ("明天上午给您答复，后天下午派人返工。", "后天下午"),
    ("四十分钟我开车到。", "四十分钟"),
    ("两小时内派人过来。", "两小时内"),
    ("下班前给您换好。", "下班前"),
    ("礼拜六上午李姐带工具上门。", "礼拜六上午"),
    ("今晚给您修好。", "今晚"),
    ("十二月三号那天师傅没去，明天中午前补做。", "明天中午前"),
    ("您约的是九点，我们十一点才到，太不像话了。今天下午返工。", "今天下午"),
)
NO_TIMES = (
    "不过五月是淡季，您那单我再查查。",
    "让您白等一中午，真对不起。",
    "害您从早上六点等到天黑。",
    "师傅三点才到，是我们排晚了。",
    "赔您一百，三个工作日到账。",
    "半夜吵着孩子了，对不住。",
    "夜里漏了一地水，您肯定急坏了。",
    "打卡记录显示十点四十二进的门。",
    "周二那单是小王做的。",
    "您请了半天假，太耽误了。",
    "我们营业到晚上八点。",
    "我尽快给您安排。",
)
AMOUNTS = (
    ("两单各减一百，一共两百。", "两百"),
    ("水费赔五十，误工赔一百五，总共两百块退给您。", "两百块"),
    ("清洗费退八十，再补二十，加起来一百，今天打给您。", "一百"),
    ("退您五十块。", "五十块"),
    ("这单减您80元。", "80元"),
    ("这单我给您退一半，今天到账。", "一半"),
    ("收了您三百二，全退，另补五十。", "五十"),
    ("送您一张五十元的券。", "五十元"),
    ("送您一次擦窗。", "送您一次擦窗"),
    ("按八折算，多收的退您。今天退您四十块。", "四十块"),
    ("您那台机器花了三千，修理费两百我们出。", "两百"),
    ("赔您三百，今天转到付款的卡。", "三百"),
    ("补您一百二，下单自动抵。", "一百二"),
    ("您交的六百八全退，再赔您一百。", "一百"),
)
NO_AMOUNTS = (
    "您还搭半天打扫，太委屈了。",
    "白搭一天工夫，我听着都心疼。",
    "送您一份心意。",
    "送您好礼一份。",
    "这台机器两千块，用了三年。",
    "我们不赔钱。",
    "一次四个小时，两个人做。",
    "您花了八百请的人，干成这样。",
)


@pytest.mark.parametrize(("text", "time"), TIMES)
def test_picks_up_the_time_of_the_act(text: str, time: str) -> None:
    assert particulars.particulars(read(Reply(text))).get("time") == time


@pytest.mark.parametrize("text", NO_TIMES)
def test_picks_up_no_time_that_only_passes_by(text: str) -> None:
    assert "time" not in particulars.particulars(read(Reply(text)))


@pytest.mark.parametrize(("text", "amount"), AMOUNTS)
def test_picks_up_the_sum_that_is_offered(text: str, amount: str) -> None:
    assert particulars.particulars(read(Reply(text))).get("amount") == amount


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_picks_up_no_sum_that_is_not_offered(text: str) -> None:
    assert "amount" not in particulars.particulars(read(Reply(text)))


@pytest.mark.parametrize("text", [text for text, _ in (*TIMES, *AMOUNTS)])
def test_what_is_picked_up_reads_naturally_when_said_back(text: str) -> None:
    found = particulars.particulars(read(Reply(text)))
    line = (TIME_LINE if "time" in found else AMOUNT_LINE).format(**{"time": "", "amount": "", **found})
    assert not any(
        odd in line for odd in ("最晚", "最迟", "顶多", "准时没人", "左右没人", "的没人", "搭", "，是吧", "不过")
    )
