"""Fix: the concrete act, its time and its owner."""

import pytest

from scoring.offline.decide import MET, best_hits
from scoring.offline.hits import Hit
from scoring.offline.reading import read
from scoring.offline.rules import fix
from scoring.reply import About, Reply


def best(text: str, check: str, customer: str = "你们到底管不管") -> Hit | None:
    """The strongest hit of a check, where it would be met."""
    hit = best_hits(fix.hits(read(Reply(text, customer=(customer,))))).get(f"fix.{check}")
    return hit if hit is not None and hit.strength >= MET else None


ACTS = [
    "今天下午派两个人过去把灶台重新擦一遍",
    "我现在就给您换一台新机器",
    "明早九点师傅上门疏通",
    "已经帮您取消这笔自动扣费了",
    "保安马上去楼下挪车",
    "多收的八十块今天原路退回",
    "这次的清洗费全额退给您",
    "缺的那包螺丝今天补寄",
    "我陪老人去医院拍片",
    "叫小吴带新阀门过去装上",
    "让客房部再打扫一遍",
    "给您升级到套房，房卡我送上来",
    "工程部正在抢修水泵",
    "周三华师傅来补喷一遍，不收钱",
    "我替您远程解锁",
    "后天头一班的座我给您占着了",
]
NO_ACTS = [
    "我们会尽快处理",
    "您的问题我们非常重视",
    "我这就向上级反映",
    "已经登记了，会有人联系您",
    "麻烦您重启一下光猫",
    "您可以打总部电话问问",
    "我核查一下再说",
    "我们不会退款的",
    "我们只换过一次滤芯",
    "您是想要退款吗",
    "赔您五十块算是补偿",
    "送您一张二十元的券",
    "给您带来不便，敬请谅解",
    "当时师傅已经修好了才走的",
    "退款要走流程，您耐心等",
    "等师傅有空了我问问他",
]
BOUNDED = [
    "今晚七点前给您换好",
    "半小时内师傅到您家",
    "明天上午十点我带人来重铺",
    "周五之前把新件装上",
    "四十分钟我开车到",
    "多收的钱三个工作日退回您卡里",
    "礼拜天下午给您重拍",
    "下班前我把地址改过来",
    "后天一早派车送去",
    "今儿晌午换赵大姐去",
    "24小时内重新发货",
    "最晚明天中午修完",
    "老周过去了，十分钟就到",
]
UNBOUNDED = [
    "我尽快给您换",
    "这两天安排师傅上门",
    "您等了两个小时，真对不起",
    "明天上午给您回电话",
    "赔您一百，三天内到账",
    "昨天下午师傅来过了",
    "约的是九点，他十一点才到",
    "我们马上派人去",
    "您请了半天假，太耽误了",
    "退货支持七天无理由",
    "您明天上午可以再打过来",
    "一般三个工作日出结果",
]
OWNED = [
    "我来处理",
    "六点前我给您回电话",
    "钱师傅明天上门换",
    "修好后我拍照发您",
    "查完告诉您结果",
    "有进展第一时间通知您",
    "这样安排您看行吗，明天师傅上门重做",
    "由店长负责到底",
    "办完给您发短信",
    "我叫保洁上去再打扫一遍",
    "做完我给您打电话回访",
    "到账我短信通知您",
    "给您约明天下午换，方便吗",
]
OWNERLESS = [
    "会有人联系您",
    "相关人员会给您回电话",
    "师傅会打给您",
    "我们明天派师傅重做",
    "您有事再联系我们",
    "请您回电话",
    "我理解您的心情",
    "阿姨到了会告诉您",
    "给您反馈上去了",
    "您可以打我们热线",
    "赔您五十，行吗",
    "我跟您说声对不起",
]


@pytest.mark.parametrize("text", ACTS)
def test_a_concrete_act_of_ours_is_an_action(text: str) -> None:
    assert best(text, "action")


@pytest.mark.parametrize("text", NO_ACTS)
def test_soft_words_orders_to_the_customer_and_payments_are_no_action(text: str) -> None:
    assert best(text, "action") is None


@pytest.mark.parametrize("text", BOUNDED)
def test_a_time_that_bounds_the_act_is_a_deadline(text: str) -> None:
    hit = best(text, "deadline")
    assert hit
    assert hit.about in {About.ACTION, About.PAYMENT}


@pytest.mark.parametrize("text", UNBOUNDED)
def test_vague_told_or_other_times_are_no_deadline(text: str) -> None:
    assert best(text, "deadline") is None


@pytest.mark.parametrize("text", OWNED)
def test_a_person_a_report_back_or_a_question_to_confirm_is_an_owner(text: str) -> None:
    assert best(text, "owner")


@pytest.mark.parametrize("text", OWNERLESS)
def test_nobody_in_particular_is_no_owner(text: str) -> None:
    assert best(text, "owner") is None


def test_finding_out_is_an_action_only_where_the_customer_asked_for_it() -> None:
    reply = "我今晚调监控看，看完告诉您"
    assert best(reply, "action", "快递丢了，你给我查一下监控")
    assert best(reply, "action", "地板划了一道，你们怎么赔") is None


def test_a_time_for_a_call_alone_belongs_to_the_contact() -> None:
    hits = best_hits(fix.hits(read(Reply("我六点前给您回电话"))))
    assert hits["fix.deadline"].about is About.CONTACT
    assert hits["fix.deadline"].strength < MET


def test_a_time_that_stands_alone_answers_the_open_question() -> None:
    hit = best("明天上午十点。", "deadline")
    assert hit
    assert hit.about is About.BARE


@pytest.mark.parametrize("text", ["给您换新的", "", "。。。", "我" * 50, "今天下午师傅上门重做。" * 1500])
def test_every_hit_quotes_words_of_the_reply(text: str) -> None:
    for hit in fix.hits(read(Reply(text))):
        assert 0 <= hit.start < hit.end <= len(text)
