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
