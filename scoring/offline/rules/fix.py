"""Rules for fix: a concrete act of ours, the time that bounds it, and who answers for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from scoring.offline.actions import ActionKind, ActionSpan, actions
from scoring.offline.hits import Hit
from scoring.offline.people import OwnerKind, OwnerSpan, owners
from scoring.offline.reading import Reading
from scoring.offline.times import TimeShape, TimeSpan, times
from scoring.reply import About

ACTION = "fix.action"
DEADLINE = "fix.deadline"
OWNER = "fix.owner"

SURE = 0.5
"""An act at least this strong counts as stated."""

_YOU = "[您你恁侬]"
_STOP = "。！？!?；;\n"
# What stands between a time and the verb it bounds, and what may be said of the time itself.
_REACH = 30
_REACH_BACK = 12

# Money going out: the time then bounds a payment.
_PAYS = re.compile(
    r"到账|到帐|入账|打(?:到|回|给您|给你|给恁|过去|款)|转(?:到|给|回|账)|退(?!休|烧)|返还|还给|赔|补(?:偿|您|你|恁|贴|差)|减(?:免|掉|去|[0-9])|抵扣|报销|给您报|当天给您报|券|红包|账上|帐上|卡上|这张卡|支付宝|微信零钱|结账|扣掉|直接扣|少收"
)
_CONTACTS = re.compile(
    r"回电|回(?:个|您|你|恁)?(?:电话|话|信|消息)|打(?:个)?电话|去电|致电|来电|打(?:给)(?:您|你|恁)|告[诉知]|答[复覆]|回[复覆]|通知|联系|说(?:明白|清楚|一声|他几点)|准信|信儿|给(?:您|你|恁)(?:个)?(?:信|话|说法|答复|交代|交待|结果|回音|准话|说)|跟(?:您|你|恁)(?:说|讲|汇报|沟通|确认|同步)|讲给|结果|发(?:您|你|给您|给你)|覆你|话你知|查(?:完|清|明|出)|核(?:实|查)|看完|摆"
)
_NOT_BOUND_BEFORE = re.compile(
    r"(?:等了?|等[您你]?|请了|晚了?|晚点|迟到?了?|超了?|拖了?|过了|都|才|已经|延了?|耽误了?|白等|整整|断了|停了|用了|做了|满|近|每|原[定来]|约的?|说好的?|定的?|本来|当时|为什么|洗了|修了|跑了|不到|一共|总共|续了?|从|签收|收货|购买|下单|第|营业到|工作时间|服务时间|热线时间|预约的|排到了?|排成|连|熬了?|硬按了|哭了|疼|瞓|前|盼了?|忙了?|折腾了?|坐了|站了|住了|缺|误了?|守了?|干等|耗了?|花了?|扣了?|错过了?|补(?:偿)?[您你恁]?(?:的)?)[您你恁我们了的]{0,2}$"
)
_NOT_BOUND_AFTER = re.compile(
    r"(?:的(?!时候)(?:假|单|班|课|票|功夫|工夫|时间|活|货|费|钱|预约|工|误工|耽误|等待|路|苦|服务|卡|订单|年|工作)|了(?!$|[，。])|都(?!能|给|会)|假|没(?!问题)|不(?!收|要|超|到.{0,3}就)|还(?!给|您|你)|以?来(?![^，。]{0,6}(?:给|修|换))|多了|才(?!能)|到(?:现在|今天|今)|无理由|保修|质保|年费|一[次回趟])"
)
_CUSTOMER_TIME = re.compile(
    r"(?:[您你恁](?:可以|先|就|要|得|再|从|请|说|约|那天|什么时候|几点|方便|看|等|在|把|发|有空)|请[您你]|麻烦|方便的话|营业|只要|需要?[您你]|超过|若|如果|一般|通常)[^，。！？,!?]{0,8}$"
)

_FOLLOW_UP = re.compile(
    rf"(?P<strong>(?:给{_YOU}|跟{_YOU}|同{_YOU}|向{_YOU})(?:们)?(?:一个|个|一?[次通]|回个|去个|来个|打个)?(?:明确的?|准|确切的?|正式的?)?(?:回(?:个)?(?:电话?|话|信|音|复|访|消息|执)|答[复覆]|准信|准话|信儿|个?信|(?:打|去|致)(?:一?[个通])?电话|打过[去来]|汇报|同步|反馈(?:结果|进度|情况)|通报|发(?:消息|短信|照片|视频|结果|进度|图)|说(?:结果|清|明|一声|下结果|道)|讲|交代|交待|说法|看结果)"
    rf"|(?<!原路)(?<!退)(?<!退回)(?<!下)回(?:[您你恁](?![的]?(?:卡|账|付))|电|访|复{_YOU}|覆{_YOU}|话(?!费)|给{_YOU}|个?电话)|答复{_YOU}|覆(?:返)?{_YOU}|打(?:电话)?(?:给|畀|俾){_YOU}|(?:我|再)打(?:一[遍次]|个)?电话|[您你]等我(?:消息|电话|信)|报(?:给)?{_YOU}(?=一[次遍声]|[，。]|$)|给{_YOU}一份|念给{_YOU}|致电{_YOU}|去电话?|打{_YOU}电话|告[诉知]{_YOU}|话(?:返)?{_YOU}知|讲给{_YOU}|说给{_YOU}听|(?<!链接)(?<!手机号)(?<!号码)(?<!电话)(?<!微信)(?:我|完|后|再|短信|私信|今天|明天|点前|分钟内|结论|单号|受理号)[^，。！？,!?]{{0,5}}发(?:给)?{_YOU}(?!的|了)|短信(?:通知|告知|回|提醒)|拨{_YOU}电话|给{_YOU}电话|我[^，。！？,!?]{{0,4}}通知|私信{_YOU}|(?:通知|联系|联络){_YOU}|知会{_YOU}|给恁说|跟{_YOU}(?:说(?!对不起|声|抱歉|实话|一?句)|讲(?!实话|声)|确认|核对|汇报|摆|通个|沟通)|给{_YOU}(?:说|讲)(?:明|清|一|结果|声)"
    r"|拍(?:照|视频|张照)?[^，。！？,!?]{0,3}发(?:群|给|您|你|到)|截图(?:给|发)(?:您|你)?|群里(?:吱|说|发|报|同步|通报|回)|(?:全程|持续|一直|亲自|专门|继续)(?:跟进|跟踪|盯)|跟(?:进|踪)到底|跟到[^，。]{1,4}|随时(?:给您|向您|跟您|汇报|同步)|给{_YOU}打过去|做(?:个)?回访|(?<!挨个)回访|电话(?:回访|确认|通知)"
    r"|有(?:了)?(?:信儿?|消息|结果|进展|眉目|着落|咩消息)[^，。！？,!?]{0,6}(?:说|讲|告|通|回|打|话|发|联系))"
)
# A third party that nobody can name promises nothing.
_NOBODY = re.compile(
    r"(?:有人|有专人|专人|相关(?:人员|部门|同事|同志)?|工作人员|客服(?:人员|专员)?|后台|售后|同事|专员|师傅|阿姨|他们|他|她|伊|佢|人家|对方|那边|部门|系统|等通知|骑手|小哥|快递员|司机|银行|厂家|楼下会?|主管审)[^，。！？!?；;,]{0,8}$"
)
_FOLLOW_CUSTOMER = re.compile(
    r"(?:您|你|恁)(?:可以|先|再|去|自己|收到|要是|有)?[^，。！？!?；;,您你恁]{0,4}$|(?:请|麻烦|欢迎|可以|别|不要|莫|没|没有|未|不用|不能|无法|唔|不敢|不好)[^，。！？!?；;,]{0,4}$"
)
_PAST_CALL = re.compile(
    r"(?:之前|当时|昨|上次|已经|刚[刚才]?|没|没有|忘了?|漏了?|晚了|应该|早该|就该|该|提前)[^，。！？!?；;,]{0,6}$"
)

_ASKS_TO_CONFIRM = re.compile(
    rf"(?:(?:这样|这么|如此)(?:安排|处理|办|弄|做|搞|来|解决)?[^，。！？!?]{{0,6}}?(?:可以|行|成|好|妥|能接受|满意|合适|中|ok|方便)(?:吗|么|嘛|不|伐|否|吧|？|\?)"
    rf"|{_YOU}(?:看|觉得|瞅|瞧|说|睇)[^，。！？!?]{{0,10}}?(?:行|可以|成|好|合适|方便|中|如何|怎么样|咋样|妥|要得|得)(?:吗|么|嘛|不|伐|否|唔|？|\?|$)[^，。]{{0,3}}|{_YOU}看[^。！？!?]{{1,12}}还是[^。！？!?]{{1,10}}[？?]|{_YOU}看(?:呢|如何|怎么样|咋样|这样|哪个|什么时候|几点|哪天|是|安排|啥时候|要得不|行不|中不|成不)"
    rf"|(?:方便|时间合适|合适|来得及|在家|有人在|可以|行|成|同意|能接受|认可|没问题|好|OK|ok)(?:吗|么|嘛|伐|否)|方不方便|行不行|好不好|可不可以|同不同意|成不成|中不中|要得不|行不|中不|成不|好伐|得唔得|好唔好|在唔在|行伐|可好|{_YOU}(?:挑|选)(?:一个|一样|哪|个|一种|一下|谁)"
    rf"|{_YOU}(?:确认|点头|定|拍板|认可|同意)(?:一?下|后|了|就|我)|(?:跟|和|与|向|请|等|麻烦|由){_YOU}(?:再)?(?:确认|核对|拍板|点头)|{_YOU}(?:哪天|几点|什么时间|什么时候|啥时候|哪个时间|上午还是|下午)[^，。！？!?]{{0,6}}(?:方便|在家|有空|合适)?)"
)


def hits(reading: Reading) -> Iterator[Hit]:
    """Yield what the reply shows of `fix.action`, `fix.deadline` and `fix.owner`."""
    acts = actions(reading)
    spans = times(reading.text)
    yield from _action_hits(reading, acts, spans)
    yield from _deadline_hits(reading, acts, spans)
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
        start, end = _clause(reading.text, act.start, act.end)
        yield Hit(ACTION, start, end, act.strength, f"action.{act.kind}", About.ACTION)
        timed = bisect_left(checkable, start) < bisect_left(checkable, end)
        if timed and SURE <= act.strength < 0.9:
            yield Hit(ACTION, start, end, min(act.strength + 0.1, 0.95), f"action.{act.kind}.timed", About.ACTION)

    for span in spans:
        if span.shape in {TimeShape.POINT, TimeShape.SPAN} and not _told_not_promised(reading.text, span):
            doing = _DOING.match(reading.text, span.end)
            if (
                doing
                and not _PAYS.search(doing[0])
                and not _CONTACTS.search(doing[0])
                and not _UNDONE.search(reading.text, span.end, doing.end() + 2)
            ):
                start, end = _clause(reading.text, span.start, doing.end())
                yield Hit(ACTION, start, end, 0.55, "action.timed_verb", About.ACTION)


_UNDONE = re.compile(r"没|不(?!管|走)|未|了(?!$|[，。])|才|换购|问下?|费|清楚|得清|多做|冲|接单|说|冲进")


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around `start` to `end`, of a length that still quotes well."""
    breaks = "，,。！？!?；;、\n "
    left = start
    while left > 0 and text[left - 1] not in breaks and start - left < 16:
        left -= 1
    right = end
    while right < len(text) and text[right] not in breaks and right - end < 14:
        right += 1
    return left, right


# --- deadline


def _deadline_hits(reading: Reading, acts: list[ActionSpan], spans: list[TimeSpan]) -> Iterator[Hit]:
    text = reading.text
    strong = _Near([act for act in acts if act.strength >= SURE])
    checkable = [span for span in spans if span.checkable]
    limits = [*(span.start for span in checkable[1:]), len(text)]
    for span, limit in zip(checkable, limits, strict=False):
        if _told_not_promised(text, span):
            continue
        about, strength, rule = _bounds(text, span, limit, strong.around(span.start, span.end))
        if strength:
            yield Hit(DEADLINE, span.start, span.end, strength, f"deadline.{rule}", about)


def _told_not_promised(text: str, span: TimeSpan) -> bool:
    if text[span.start - 1 : span.start] in {"您", "你", "恁"} and _CUSTOMER_THEN.match(text, span.end):
        return True
    before = text[max(0, span.start - 6) : span.start]
    if _CUSTOMER_TIME.search(text[max(0, span.start - 12) : span.start]):
        return True
    if span.shape is TimeShape.LENGTH or span.shape is TimeShape.SPAN:
        if _NOT_BOUND_BEFORE.search(before):
            return True
    elif re.match(r"的(?!时候)|这[顿次单天趟]|那[天次]|订单|预约", text[span.end : span.end + 2]):
        return True
    elif re.search(r"(?:(?<![您你恁改])约的?|说好的?|(?<!约)定的?|原定|排成了?|本来|从|等到|到现在)$", before):
        return True
    return span.shape is TimeShape.LENGTH and bool(_NOT_BOUND_AFTER.match(text, span.end))


_CUSTOMER_THEN = re.compile(r"(?:可以|再|来|过|去|有空|方便|在家|打|记得|把|要|带|就)")


def _bounds(text: str, span: TimeSpan, limit: int, strong: list[ActionSpan]) -> tuple[About, float, str]:
    """What the time belongs to, how sure, and by which rule: what follows it first, then what stands before."""
    after = _until_stop(text, span.end, min(limit, span.end + _REACH))
    reach = span.end + len(after)
    nearest: list[tuple[int, About, str]] = []
    for act in strong:
        if span.start - 2 <= act.start < reach or act.start < span.start < act.end:
            kind = "refund" if act.kind is ActionKind.REFUND else "act"
            nearest.append((max(act.start, span.end), About.ACTION, kind))
    pays = _PAYS.search(text, span.end, reach)
    if pays:
        nearest.append((pays.start(), About.PAYMENT, "pay"))
    contacts = _CONTACTS.search(text, span.end, reach)
    if contacts:
        nearest.append((contacts.start(), About.CONTACT, "contact"))
    arrives = _ARRIVAL.match(text, span.end)
    if arrives:
        nearest.append((span.end, About.ACTION, "arrive"))
    if span.shape is TimeShape.LENGTH and not arrives:
        if _stands_alone(text, span) and any(span.start - 16 <= act.end <= span.start for act in strong):
            return About.ACTION, 0.65, "alone_after_act"
        if not _MONEY_ARRIVES.match(text, span.end):
            return About.BARE, 0.2, "length"
    back = _since_stop(text, max(0, span.start - 26), span.start)
    if arrives and _PAYS.search(back) and not _OTHER_ACT.search(back) and not _has_act(strong, span, back):
        return _weigh((span.end, About.PAYMENT, "pay"), strong)
    doing = _DOING.match(text, span.end)
    if doing and not any(place < doing.end() for place, _, _ in nearest):
        nearest.append((doing.end() - 1, About.ACTION, "doing"))
    if nearest:
        nearest.sort(key=lambda one: (one[0], one[1] is not About.ACTION))
        about, strength, rule = _weigh(nearest[0], strong)
        if about is About.CONTACT and _same_sentence(text, [a for a in strong if a.kind in _HANDS_ON], span):
            return About.ACTION, 0.55, "act_then_contact"
        return about, strength, rule
    back = _since_stop(text, max(0, span.start - _REACH_BACK), span.start)
    if any(span.start - len(back) <= act.end <= span.start + 1 for act in strong):
        return About.ACTION, 0.8, "after_act"
    if not text.strip(" ，。！!.,") or len(text.strip()) <= (span.end - span.start) + 8:
        return About.BARE, 0.6, "bare"
    if strong and _same_sentence(text, strong, span):
        return About.ACTION, 0.6, "same_sentence"
    return About.BARE, 0.3, "loose"


_MONEY_ARRIVES = re.compile(
    r"\s?(?:就|内|之内|后)?[^，。！？,!?]{0,3}?(?:到账|到帐|原路|回到?|退|返|打|到[^，。！？,!?]{0,8}(?:账|卡|户|支付))"
)
_OTHER_ACT = re.compile(r"过去|上门|带|派|送")


def _has_act(strong: list[ActionSpan], span: TimeSpan, back: str) -> bool:
    kinds = [act.kind for act in strong if span.start - len(back) <= act.start <= span.start]
    return any(kind is not ActionKind.REFUND for kind in kinds)


def _stands_alone(text: str, span: TimeSpan) -> bool:
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 1]
    return before in {"，", ",", " "} and after in {"，", "。", "", " ", ",", "！"}


_ARRIVAL = re.compile(
    r"\s?(?:我|我们|师傅|人|开车|骑车|赶){0,2}(?:就|准时|肯定|能|保证|一定|必|可以|给您|给你|之?[前内]|左右|哦|或者)?(?:到(?![0-9一二三四五六七八九十]|账|帐|期|底|现在|所属|网点|柜台|[^，。！？,!?]{0,8}(?:账|帐|卡|支付|户|钱包))|拢|弄好|搞定|完工|做好|修好|解决|好(?=[，。]|$)|完成|送到|上门|开工|出发|恢复|装好|挪)"
)


_HANDS_ON = {ActionKind.SEND, ActionKind.COME, ActionKind.WORK, ActionKind.CALL}
# Any verb of work soon after a future time, for words that the list of acts doesn't know.
_DOING = re.compile(
    r"[^，。！？,!?；;您你恁]{0,9}?(?:给[您你恁](?!打|回|发|个|答|说|一个|电话|准|去电|信)|到岗|进门|上岗|回来|占|留(?=[着到住])|抱到|封|复[治检测查诊]|单独来|进场|交活|开工|完工|动工|拆|换|修|装|洗|擦|补|送|接[您你人它走回]|带|陪|挪|弄|干完|做|抹|喷|铺|搬(?!运)|清|抽|挂|改到|改成|拾掇|收拾|定闹|收走|发(?=货|出|[，。~～]|$)|寄|亲自|处理完|解决|搞定)"
)


def _weigh(nearest: tuple[int, About, str], strong: list[ActionSpan]) -> tuple[About, float, str]:
    _, about, kind = nearest
    refunds = any(act.kind is ActionKind.REFUND for act in strong)
    if kind == "pay":
        # Giving back what was paid is an act on the matter; making up for a loss is a payment alone.
        return (About.PAYMENT, 0.6, "pay_refund") if refunds else (About.PAYMENT, 0.3, "pay")
    if kind == "contact":
        return About.CONTACT, 0.4, "contact"
    return about, {"act": 0.92, "refund": 0.75, "arrive": 0.85, "doing": 0.6}[kind], kind


def _same_sentence(text: str, strong: list[ActionSpan], span: TimeSpan) -> bool:
    for act in strong:
        low, high = sorted((act.start, span.start))
        if high - low < 40 and not any(stop in text[low:high] for stop in _STOP):
            return True
    return False


def _until_stop(text: str, start: int, end: int) -> str:
    window = text[start:end]
    for index, letter in enumerate(window):
        if letter in _STOP:
            return window[:index]
    return window


def _since_stop(text: str, start: int, end: int) -> str:
    window = text[start:end]
    for index in range(len(window) - 1, -1, -1):
        if window[index] in _STOP:
            return window[index + 1 :]
    return window


# --- owner


def _owner_hits(reading: Reading, acts: list[ActionSpan]) -> Iterator[Hit]:
    text = reading.text
    every = _Near(acts)
    for owner in owners(text):
        yield _owner_hit(reading, owner, every.around(owner.start, owner.end))
    for match in _FOLLOW_UP.finditer(text):
        before = _since_stop(text, max(0, match.start() - 14), match.start())
        strength = 0.85
        if _NOBODY.search(before) and not re.search(r"我|俺|咱", before[-6:]):
            strength = 0.3
        elif _FOLLOW_CUSTOMER.search(before) or _PAST_CALL.search(before):
            strength = 0.3
        start, end = _clause(text, match.start(), match.end())
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


def _owner_hit(reading: Reading, owner: OwnerSpan, acts: list[ActionSpan]) -> Hit:
    near = any(owner.start - 14 <= act.start <= owner.end + 14 for act in acts)
    strength = {OwnerKind.SELF: 0.85, OwnerKind.NAMED: 0.92, OwnerKind.ROLE: 0.8}[owner.kind]
    contact = bool(_CONTACTS.search(reading.text, owner.start, owner.end + 4))
    about = About.CONTACT if contact else About.ACTION if near else About.BARE
    start, end = _clause(reading.text, owner.start, owner.end)
    return Hit(OWNER, start, end, strength, f"owner.{owner.kind}", about)
