"""Rules for fix: a concrete act of ours, the time that bounds it, and who answers for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from scoring.offline.actions import SURE, ActionKind, ActionSpan, actions
from scoring.offline.bounds import CONTACTS, Bound, bound, promised, timed_act
from scoring.offline.hits import Hit
from scoring.offline.people import NAMED, OwnerKind, OwnerSpan, owners
from scoring.offline.reading import Reading, once
from scoring.offline.stretches import clause_around, since_stop
from scoring.offline.times import TimeSpan, times
from scoring.reply import About

ACTION = "fix.action"
DEADLINE = "fix.deadline"
OWNER = "fix.owner"


_YOU = "[您你恁侬]"


_FOLLOW_UP = re.compile(
    rf"(?P<strong>(?:给{_YOU}|跟{_YOU}|同{_YOU}|向{_YOU})(?:们)?(?:一个|个|一?[次通]|回个|去个|来个"
    r"|打个)?(?:明确的?|准|确切的?|正式的?)?(?:回(?:个)?(?:电话?|话|信|音|复|访|消息|执)|答[复覆]|准信"
    r"|准话|信儿|个?信|(?:打|去|致)(?:一?[个通])?电话|打过[去来]|汇报|同步|反馈(?:结果|进度|情况)|通报"
    r"|发(?:消息|短信|照片|视频|结果|进度|图)|说(?:结果|清|明|一声|下结果|道)|讲|交代|交待|说法|看结果)"
    rf"|(?<!原路)(?<!退)(?<!退回)(?<!下)回(?:[您你恁](?![的]?(?:卡|账|付))|电|访|复{_YOU}|覆{_YOU}"
    rf"|话(?!费)|给{_YOU}|个?电话)|答复{_YOU}|覆(?:返)?{_YOU}|打(?:电话)?(?:给|畀|俾){_YOU}|(?:我"
    rf"|再)打(?:一[遍次]|个)?电话|[您你]等我(?:消息|电话|信)|报(?:给)?{_YOU}(?=一[次遍声]|[，。]|$)"
    rf"|给{_YOU}(?:一份|一个?书面|[^，。！？,!?]{{0,4}}回执)|念给{_YOU}|致电{_YOU}|去电话?|打{_YOU}电话"
    rf"|告[诉知]{_YOU}|话(?:返)?{_YOU}知"
    rf"|讲给{_YOU}|说给{_YOU}听|(?<!链接)(?<!手机号)(?<!号码)(?<!电话)(?<!微信)(?:我|完|后|再|短信|私信"
    rf"|今天|明天|点前|分钟内|结论|单号|受理号)[^，。！？,!?]{{0,5}}发(?:给)?{_YOU}(?!的|了)|短信(?:通知"
    rf"|告知|回|提醒)|拨{_YOU}电话|给{_YOU}电话|我[^，。！？,!?]{{0,4}}通知|私信{_YOU}|(?:通知|联系"
    rf"|联络){_YOU}|知会{_YOU}|给恁说|跟{_YOU}(?:说(?!对不起|声|抱歉|实话|一?句)|讲(?!实话|声)|确认|核对"
    rf"|汇报|摆|通个|沟通)|给{_YOU}(?:说|讲)(?:明|清|一|结果|声)"
    r"|拍(?:照|视频|张照)?[^，。！？,!?]{0,3}发(?:群|给|您|你|到)|截图(?:给|发)(?:您|你)?|群里(?:吱|说|发"
    r"|报|同步|通报|回)|(?:全程|持续|一直|亲自|专门|继续)(?:跟进|跟踪|盯)|跟(?:进|踪)到底"
    r"|跟到[^，。]{1,4}|随时(?:给您|向您|跟您|汇报|同步)|给{_YOU}打过去|做(?:个)?回访|(?<!挨个)回访"
    r"|电话(?:回访|确认|通知)"
    r"|有(?:了)?(?:信儿?|消息|结果|进展|眉目|着落|咩消息)[^，。！？,!?]{0,6}(?:说|讲|告|通|回|打|话|发|联系))"
)
# A third party that nobody can name promises nothing.
_NOBODY = re.compile(
    r"(?:有人|有专人|专人|相关(?:人员|部门|同事|同志)?|工作人员|客服(?:人员|专员)?|后台|售后|同事|专员"
    r"|师傅|阿姨|他们|他|她|伊|佢|人家|对方|那边|部门|系统|等通知|骑手|小哥|快递员|司机|银行|厂家|楼下会?"
    r"|主管审)[^，。！？!?；;,]{0,8}$"
)
_FOLLOW_CUSTOMER = re.compile(
    r"(?:您|你|恁)(?:可以|先|再|去|自己|收到|要是|有)?[^，。！？!?；;,您你恁]{0,4}$|(?:请|麻烦|欢迎|可以"
    r"|别|不要|莫|没|没有|未|不用|不能|无法|唔|不敢|不好)[^，。！？!?；;,]{0,4}$"
)
_PAST_CALL = re.compile(
    r"(?:之前|当时|昨|上次|已经|刚[刚才]?|没|没有|忘了?|漏了?|晚了|应该|早该|就该|该"
    r"|提前)[^，。！？!?；;,]{0,6}$"
)

_ASKS_TO_CONFIRM = re.compile(
    rf"(?:(?:这样|这么|如此)(?:安排|处理|办|弄|做|搞|来|解决)?[^，。！？!?]{{0,6}}?(?:可以|行|成|好|妥"
    r"|能接受|满意|合适|中|ok|方便)(?:吗|么|嘛|不|伐|否|吧|？|\?)"
    rf"|{_YOU}(?:看|觉得|瞅|瞧|说|睇)[^，。！？!?]{{0,10}}?(?:行|可以|成|好|合适|方便|中|如何|怎么样|咋样"
    rf"|妥|要得|得)(?:吗|么|嘛|不|伐|否|唔|？|\?|$)[^，。]{{0,3}}"
    rf"|{_YOU}(?:选|挑|定|点头)(?=[，。！我就]|$)|{_YOU}看[^。！？!?]{{1,12}}还是[^。！？!?]{{1,10}}[？?]"
    rf"|{_YOU}看(?:呢|如何|怎么样|咋样|这样|哪个"
    r"|什么时候|几点|哪天|是|安排|啥时候|要得不|行不|中不|成不)"
    r"|(?:方便|时间合适|合适|来得及|在家|有人在|可以|行|成|同意|能接受|认可|没问题|好|OK|ok)(?:吗|么|嘛"
    r"|伐|否)|方不方便|行不行|好不好|可不可以|同不同意|成不成|中不中|要得不|行不|中不|成不|好伐|得唔得"
    rf"|好唔好|在唔在|行伐|可好|{_YOU}(?:挑|选)(?:一个|一样|哪|个|一种|一下|谁)"
    rf"|{_YOU}(?:确认|点头|定|拍板|认可|同意)(?:一?下|后|了|就|我)|(?:跟|和|与|向|请|等|麻烦"
    rf"|由){_YOU}(?:再)?(?:确认|核对|拍板|点头)|{_YOU}(?:哪天|几点|什么时间|什么时候|啥时候|哪个时间"
    rf"|上午还是|下午)[^，。！？!?]{{0,6}}(?:方便|在家|有空|合适)?)"
)


def hits(reading: Reading) -> Iterator[Hit]:
    """Yield what the reply shows of `fix.action`, `fix.deadline` and `fix.owner`."""
    acts = actions(reading)
    yield from _action_hits(reading, acts, times(reading.text))
    for span, found in bounds(reading):
        yield Hit(DEADLINE, span.start, span.end, found.strength, f"deadline.{found.rule}", found.about)
    yield from _owner_hits(reading, acts)


class _Near:
    """Acts by place, so that a long reply stays cheap: only those close by are looked at."""

    _WIDTH = 64

    def __init__(self, acts: list[ActionSpan]) -> None:
        self._acts = acts
        self._starts = [act.start for act in acts]

    def around(self, start: int, end: int) -> list[ActionSpan]:
        """The acts that start within a clause or two of `start` to `end`."""
        low = bisect_left(self._starts, start - self._WIDTH)
        return self._acts[low : bisect_left(self._starts, end + self._WIDTH)]


# --- action


def _action_hits(reading: Reading, acts: list[ActionSpan], spans: list[TimeSpan]) -> Iterator[Hit]:
    checkable = [span.start for span in spans if span.checkable]
    for act in acts:
        start, end = clause_around(reading.text, act.start, act.end, 16, 14)
        yield Hit(ACTION, start, end, act.strength, f"action.{act.kind}", About.ACTION)
        timed = bisect_left(checkable, start) < bisect_left(checkable, end)
        if timed and SURE <= act.strength < 0.9:
            yield Hit(ACTION, start, end, min(act.strength + 0.1, 0.95), f"action.{act.kind}.timed", About.ACTION)
    for span in spans:
        end = timed_act(reading.text, span)
        if end:
            left, right = clause_around(reading.text, span.start, end, 16, 14)
            yield Hit(ACTION, left, right, 0.7, "action.timed_verb", About.ACTION)


# --- deadline


@once
def bounds(reading: Reading) -> list[tuple[TimeSpan, Bound]]:
    """Every time that is promised and can be checked, with what it belongs to, in order."""
    text = reading.text
    strong = _Near([act for act in actions(reading) if act.strength >= SURE])
    checkable = [span for span in times(text) if span.checkable]
    limits = [*(span.start for span in checkable[1:]), len(text)]
    return [
        (span, bound(text, span, limit, strong.around(span.start, span.end)))
        for span, limit in zip(checkable, limits, strict=False)
        if promised(text, span)
    ]


# --- owner


def _owner_hits(reading: Reading, acts: list[ActionSpan]) -> Iterator[Hit]:
    text = reading.text
    every = _Near(acts)
    for owner in owners(text):
        yield _owner_hit(reading, owner, every.around(owner.start, owner.end))
    yield from _named_alone(reading)
    for match in _FOLLOW_UP.finditer(text):
        before = since_stop(text, max(0, match.start() - 14), match.start())
        strength = 0.85
        if (
            (_NOBODY.search(before) and not re.search(r"我|俺|咱", before[-6:]))
            or _FOLLOW_CUSTOMER.search(before)
            or _PAST_CALL.search(before)
        ):
            strength = 0.3
        start, end = clause_around(text, match.start(), match.end(), 16, 14)
        yield Hit(OWNER, start, end, strength, "owner.follow_up", About.CONTACT)
    strong = _Near([act for act in acts if act.strength >= SURE])
    for match in _ASKS_TO_CONFIRM.finditer(text):
        near = [
            act
            for act in strong.around(match.start(), match.end())
            if act.kind is not ActionKind.REFUND and match.start() - 40 <= act.end <= match.end() + 12
        ]
        about = About.ACTION if near else About.BARE
        start, end = match.span()
        yield Hit(OWNER, start, end, 0.75 if near else 0.35, "owner.confirm", about)


_ASKED_WHO = re.compile(
    r"谁(?!知道|说|让|家|的|都|也|管不|能)|哪[个位](?:师傅|阿姨|人|来|去)?|(?:师傅|阿姨|他|她)(?:叫|姓)(?:什么|啥)|怎么称呼|换(?:的)?(?:是)?哪"
)
_NAME_ALONE = re.compile(
    rf"(?:那?就|还)?(?:是|叫|由|派|换)?(?:我们|店里|公司|质检|售后|维修|客服)?(?:部|组|这边)?的?(?:{NAMED})(?:来|去|上门|负责)?(?:[吧啊呀哈的])?"
)


def _named_alone(reading: Reading) -> Iterator[Hit]:
    """A name that is a whole clause, where the customer asked who: 「后天九点，李师傅。」."""
    if not _ASKED_WHO.search(reading.customer):
        return
    for clause in reading.clauses:
        if not clause.quoted and len(clause.text) <= _LONGEST_NAME and _NAME_ALONE.fullmatch(clause.text):
            yield Hit(OWNER, clause.start, clause.end, 0.72, "owner.bare_name")


_LONGEST_NAME = 12


def _owner_hit(reading: Reading, owner: OwnerSpan, acts: list[ActionSpan]) -> Hit:
    near = any(owner.start - 14 <= act.start <= owner.end + 14 for act in acts)
    strength = {OwnerKind.SELF: 0.85, OwnerKind.NAMED: 0.92, OwnerKind.ROLE: 0.8}[owner.kind]
    contact = bool(CONTACTS.search(reading.text, owner.start, owner.end + 4))
    about = About.CONTACT if contact else About.ACTION if near else About.BARE
    start, end = clause_around(reading.text, owner.start, owner.end, 16, 14)
    return Hit(OWNER, start, end, strength, f"owner.{owner.kind}", about)
