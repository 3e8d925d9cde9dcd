"""What a time bounds: an act of ours, a payment, a call, or nothing that was promised."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scoring.offline.actions import ActionKind, ActionSpan
from scoring.offline.stretches import since_stop, until_stop
from scoring.offline.times import TimeShape, TimeSpan
from scoring.reply import About


@dataclass(frozen=True, slots=True)
class Bound:
    """What one time belongs to, how surely it is a deadline of an act, and by which rule."""

    about: About
    strength: float
    rule: str


@dataclass(frozen=True, slots=True)
class _Claim:
    """Something near the time that it may bound; the nearest wins."""

    place: int
    about: About
    kind: str


# How far after and before the time its verb may stand.
_REACH = 30
_REACH_BACK = 12
_REACH_MONEY = 26

# Money going out: the time then bounds a payment.
_PAYS = re.compile(
    r"到账|到帐|入账|打(?:到|回|给您|给你|给恁|过去|款)|转(?:到|给|回|账)|退(?!休|烧)|返还|还给|赔"
    r"|补(?:偿|您|你|恁|贴|差)|减(?:免|掉|去|[0-9])|抵扣|报销|给您报|当天给您报|券|红包|账上|帐上|卡上"
    r"|这张卡|支付宝|微信零钱|结账|扣掉|直接扣|少收"
)
CONTACTS = re.compile(
    r"回电|回(?:个|您|你|恁)?(?:电话|话|信|消息)|打(?:个)?电话|去电|致电|来电|打(?:给)(?:您|你|恁)"
    r"|告[诉知]|答[复覆]|回[复覆]|通知|联系|说(?:明白|清楚|一声|他几点)|准信|信儿|给(?:您|你"
    r"|恁)(?:个)?(?:信|话|说法|答复|交代|交待|结果|回音|准话|说)|跟(?:您|你|恁)(?:说|讲|汇报|沟通|确认"
    r"|同步)|讲给|结果|发(?:您|你|给您|给你)|覆你|话你知|查(?:完|清|明|出)|核(?:实|查)|看完|摆"
)
"""Words of calling, answering and telling."""
# What stands before or after a length that was spent, or that somebody else sets.
_NOT_BOUND_BEFORE = re.compile(
    r"(?:等了?|等[您你]?|请了|晚了?|晚点|迟到?了?|超了?|拖了?|过了|都|才|已经|延了?|耽误了?|白等|整整"
    r"|断了|停了|用了|做了|满|近|每|原[定来]|约的?|说好的?|定的?|本来|当时|为什么|洗了|修了|跑了|不到"
    r"|一共|总共|续了?|从|签收|收货|购买|下单|第|营业到|工作时间|服务时间|热线时间|预约的|排到了?|排成|连"
    r"|熬了?|硬按了|哭了|疼|瞓|前|盼了?|忙了?|折腾了?|坐了|站了|住了|缺|误了?|守了?|干等|耗了?|花了?"
    r"|扣了?|错过了?|补(?:偿)?[您你恁]?(?:的)?)[您你恁我们了的]{0,2}$"
)
_NOT_BOUND_AFTER = re.compile(
    r"(?:的(?!时候)(?:假|单|班|课|票|功夫|工夫|时间|活|货|费|钱|预约|工|误工|耽误|等待|路|苦|服务|卡|订单"
    r"|年|工作)|了(?!$|[，。])|都(?!能|给|会)|假|没(?!问题)|不(?!收|要|超|到.{0,3}就)|还(?!给|您|你)"
    r"|以?来(?![^，。]{0,6}(?:给|修|换))|多了|才(?!能)|到(?:现在|今天|今)|无理由|保修|质保|年费"
    r"|一[次回趟])"
)
# A time at which the customer, or the shop, does something.
_CUSTOMER_TIME = re.compile(
    r"(?:[您你恁](?:可以|先|就|要|得|再|从|请|说|约|那天|什么时候|几点|方便|看|等|在|把|发|有空)|请[您你]"
    r"|麻烦|方便的话|营业|只要|需要?[您你]|超过|若|如果|一般|通常)[^，。！？,!?]{0,8}$"
)
_CUSTOMER_THEN = re.compile(r"(?:可以|再|来|过|去|有空|方便|在家|打|记得|把|要|带|就)")
_OF_A_THING = re.compile(r"的(?!时候)|这[顿次单天趟]|那[天次]|订单|预约")
_AGREED_BEFORE = re.compile(r"(?:(?<![您你恁改])约的?|说好的?|(?<!约)定的?|原定|排成了?|本来|从|等到|到现在)$")
# «三点才派人» tells of what came late.
_ONLY_THEN = re.compile(r"\s?(?:都过了|过了|左右|多|那会儿)?才(?!能|会|可|要|有)")
_LATER_DAY = re.compile(r"明|后天|大后天|下[周个礼星]|下周")
_ARRIVAL = re.compile(
    r"\s?(?:我|我们|师傅|人|开车|骑车|赶){0,2}(?:就|才能|才|准时|肯定|能|保证|一定|必|可以|给您|给你|之?[前内]"
    r"|左右|哦|或者)?(?:到(?![0-9一二三四五六七八九十]|账|帐|期|底|现在|所属|网点|柜台"
    r"|[^，。！？,!?]{0,8}(?:账|帐|卡|支付|户|钱包))|拢|弄好|搞定|完工|做好|修好|解决|好(?=[，。]|$)|完成"
    r"|送到|上门|开工|出发|恢复|装好|挪)"
)
_MONEY_ARRIVES = re.compile(
    r"\s?(?:就|内|之内|后)?[^，。！？,!?]{0,3}?(?:到账|到帐|原路|回到?|退|返|打"
    r"|到[^，。！？,!?]{0,8}(?:账|卡|户|支付))"
)
_OTHER_ACT = re.compile(r"过去|上门|带|派|送")
# Any verb of work soon after a future time, for words that the list of acts doesn't know.
_DOING = re.compile(
    r"[^，。！？,!?；;您你恁]{0,9}?(?:给[您你恁](?!打|回|发|个|答|说|一个|电话|准|去电|信)|到岗|进门|上岗"
    r"|回来|占|留(?=[着到住])|抱到|封|复[治检测查诊]|单独来|进场|交活|开工|完工|动工|拆|换|修|装|洗|擦|补"
    r"|送|接[您你人它走回]|带|陪|挪|弄|干完|做|抹|喷|铺|搬(?!运)|清|抽|挂|改到|改成|拾掇|收拾|定闹|收走"
    r"|发(?=货|出|[，。~～]|$)|寄|亲自|处理完|解决|搞定)"
)
_UNDONE = re.compile(r"没|不(?!管|走)|未|了(?!$|[，。])|才|换购|问下?|费|清楚|得清|多做|冲|接单|说|冲进")
_HANDS_ON = {ActionKind.SEND, ActionKind.COME, ActionKind.WORK, ActionKind.CALL}


def promised(text: str, span: TimeSpan) -> bool:
    """Whether the time is one of ours to come, and not told (「等了两天」), agreed before, or the customer's."""
    if text[span.start - 1 : span.start] in {"您", "你", "恁"} and _CUSTOMER_THEN.match(text, span.end):
        return False
    if _CUSTOMER_TIME.search(text[max(0, span.start - 12) : span.start]):
        return False
    before = text[max(0, span.start - 6) : span.start]
    if span.shape is TimeShape.POINT:
        if _ONLY_THEN.match(text, span.end) and not _LATER_DAY.match(text, span.start):
            return False
        return not (_OF_A_THING.match(text, span.end) or _AGREED_BEFORE.search(before))
    if _NOT_BOUND_BEFORE.search(before):
        return False
    return span.shape is not TimeShape.LENGTH or not _NOT_BOUND_AFTER.match(text, span.end)


def timed_act(text: str, span: TimeSpan) -> int | None:
    """Where an act ends that only its time and some verb of work show (「今晚给您……」); None where there is none."""
    if span.shape not in {TimeShape.POINT, TimeShape.SPAN} or not promised(text, span):
        return None
    doing = _DOING.match(text, span.end)
    if not doing or _PAYS.search(text, span.end, doing.end() + 3) or CONTACTS.search(doing[0]):
        return None
    return None if _UNDONE.search(text, span.end, doing.end() + 2) else doing.end()


def bound(text: str, span: TimeSpan, limit: int, strong: list[ActionSpan]) -> Bound:
    """What the time belongs to: the nearest thing after it and before `limit`, else what stands before it.

    `strong` are the acts close by. RUBRIC: a time belongs to the action or the payment that it bounds; one for a call
    alone is no deadline, yet it counts where the same sentence says what is done until then.
    """
    arrives = _ARRIVAL.match(text, span.end)
    if span.shape is TimeShape.LENGTH and not arrives:
        early = _bare_length(text, span, strong)
        if early:
            return early
    if arrives and _money_arrives(text, span, strong):
        return _payment(strong)
    claims = _claims(text, span, limit, strong)
    if arrives:
        claims.append(_Claim(span.end, About.ACTION, "arrive"))
    doing = _DOING.match(text, span.end)
    if doing and not any(claim.place < doing.end() for claim in claims):
        claims.append(_Claim(doing.end() - 1, About.ACTION, "doing"))
    if claims:
        nearest = min(claims, key=lambda claim: (claim.place, claim.about is not About.ACTION))
        return _weigh(text, span, nearest, strong)
    return _behind(text, span, strong)


def _claims(text: str, span: TimeSpan, limit: int, strong: list[ActionSpan]) -> list[_Claim]:
    reach = span.end + len(until_stop(text, span.end, min(limit, span.end + _REACH)))
    claims = [
        _Claim(max(act.start, span.end), About.ACTION, "refund" if act.kind is ActionKind.REFUND else "act")
        for act in strong
        if span.start - 2 <= act.start < reach or act.start < span.start < act.end
    ]
    pays = _PAYS.search(text, span.end, reach)
    if pays:
        claims.append(_Claim(pays.start(), About.PAYMENT, "pay"))
    contacts = CONTACTS.search(text, span.end, reach)
    if contacts:
        claims.append(_Claim(contacts.start(), About.CONTACT, "contact"))
    return claims


def _bare_length(text: str, span: TimeSpan, strong: list[ActionSpan]) -> Bound | None:
    """A length without a word that bounds: one clause of its own after an act, money on its way, or nothing."""
    alone = text[span.start - 1 : span.start] in {"，", ",", " "}
    alone = alone and text[span.end : span.end + 1] in {"，", "。", "", " ", ",", "！"}
    if alone and any(span.start - 16 <= act.end <= span.start for act in strong):
        return Bound(About.ACTION, 0.65, "alone_after_act")
    return None if _MONEY_ARRIVES.match(text, span.end) else Bound(About.BARE, 0.2, "length")


def _money_arrives(text: str, span: TimeSpan, strong: list[ActionSpan]) -> bool:
    """Whether it is the payment named before that arrives (「赔您一百，三天到」)."""
    back = since_stop(text, max(0, span.start - _REACH_MONEY), span.start)
    if not _PAYS.search(back) or _OTHER_ACT.search(back):
        return False
    kinds = [act.kind for act in strong if span.start - len(back) <= act.start <= span.start]
    return all(kind is ActionKind.REFUND for kind in kinds)


def _payment(strong: list[ActionSpan]) -> Bound:
    # Giving back what was paid is an act on the matter; making up for a loss is a payment alone.
    if any(act.kind is ActionKind.REFUND for act in strong):
        return Bound(About.PAYMENT, 0.7, "pay_refund")
    return Bound(About.PAYMENT, 0.3, "pay")


_STRENGTHS = {"act": 0.92, "refund": 0.88, "arrive": 0.88, "doing": 0.72}


def _weigh(text: str, span: TimeSpan, claim: _Claim, strong: list[ActionSpan]) -> Bound:
    if claim.kind == "pay":
        return _payment(strong)
    if claim.kind == "contact":
        hands_on = [act for act in strong if act.kind in _HANDS_ON]
        if _same_sentence(text, hands_on, span):
            return Bound(About.ACTION, 0.6, "act_then_contact")
        return Bound(About.CONTACT, 0.4, "contact")
    return Bound(claim.about, _STRENGTHS[claim.kind], claim.kind)


def _behind(text: str, span: TimeSpan, strong: list[ActionSpan]) -> Bound:
    back = since_stop(text, max(0, span.start - _REACH_BACK), span.start)
    if any(span.start - len(back) <= act.end <= span.start + 1 for act in strong):
        return Bound(About.ACTION, 0.8, "after_act")
    if len(text.strip()) <= (span.end - span.start) + 8:
        return Bound(About.BARE, 0.6, "bare")
    if _same_sentence(text, strong, span):
        return Bound(About.ACTION, 0.6, "same_sentence")
    return Bound(About.BARE, 0.3, "loose")


def _same_sentence(text: str, acts: list[ActionSpan], span: TimeSpan) -> bool:
    for act in acts:
        low, high = sorted((act.start, span.start))
        if high - low < 40 and until_stop(text, low, high) == text[low:high]:
            return True
    return False
