"""Finds concrete acts of ours in a reply: someone sent or coming, work done over, a part replaced, money given back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from scoring.offline.action_words import (
    ARRIVES,
    BENE,
    CALL,
    COME,
    INQUIRE,
    LEAD_ONE,
    MINE,
    ONE,
    OPERATE,
    REFUND,
    SEND,
    WORK,
)
from scoring.offline.reading import Reading, once
from scoring.offline.stretches import since_stop, until_stop


class ActionKind(StrEnum):
    """What sort of act it is."""

    SEND = "send"
    COME = "come"
    WORK = "work"
    OPERATE = "operate"
    REFUND = "refund"
    CALL = "call"
    INQUIRE = "inquire"


SURE = 0.5
"""An act at least this strong counts as stated."""


@dataclass(frozen=True, slots=True)
class ActionSpan:
    """One act: the characters `start` to `end`.

    `strength` is how sure a reader would be that it is a concrete act of ours.
    """

    start: int
    end: int
    kind: ActionKind
    strength: float


_SEND_DOES = re.compile(
    r"[^。！？!?；;]{0,14}?(?:来(?!电|得及|不及)|去|过[去来]|上门|到|赶|拢|带|拿|换|修|装|拆|洗|擦|做|弄"
    r"|烘|补|搬|看|测|检|验|清|送|取|接|挪|停|关|盯|开|重|返|处理|给[您你恁]|卸|撤|退|发|查|背|关|打|通"
    r"|叫)"
)

_ACTS = re.compile(
    rf"(?P<send>{SEND})|(?P<refund>{REFUND})|(?P<work>{WORK})|(?P<operate>{OPERATE})"
    rf"|(?P<come>{COME})|(?P<one>(?P<lead>{LEAD_ONE})\s?{ONE})|(?P<mine>{MINE})|(?P<bene>{BENE})"
    rf"|(?P<call>{CALL})|(?P<arrives>{ARRIVES})"
)

_OURS = re.compile(
    r"给[她他它]|我|俺|咱|阿拉|本店|公司|店里|仓库|财务|师傅|师父|师付|阿姨|维保|保安|物业|工程|技术|电工"
    r"|质检|小哥|司机|组长|经理|店长|主管|给[您你恁侬]|帮[您你恁侬]|替[您你恁侬]|为[您你恁侬]|同你|畀你"
    r"|已经?|刚[刚才]?|马上|立[刻马即]|即刻|这就|现在|而家"
    r"|今[天日晚儿早朝黑]|明[天日晚儿早朝个]|后[天日]|听[日朝]|[点号周]|分钟|小时|钟头|个钟|安排|派|叫|让"
    r"|喊|会|将|可以|由|免费|重新|姐|哥|工|嬢嬢|嫂"
)
_FIRM = re.compile(
    r"把|给(?:孩子|老人|宝宝|大爷|奶奶|爷爷)|[单顿月周天]起|给[她他它]|给[您你恁侬]|帮[您你恁侬]"
    r"|替[您你恁侬]|为[您你恁侬]|同你|畀你|今[天日晚儿早朝黑]|明[天日晚儿早朝个]|后[天日]|听[日朝]"
    r"|[0-9一二两三四五六七八九十半]点|分钟|小时|钟头|个钟|周[一二三四五六日末]|礼拜|月底|我|俺|咱|师傅"
    r"|已|刚|马上|立[刻马]|即刻|这就|免费|重新|上门|安排"
)
_CUSTOMER_ACTS = re.compile(
    r"(?:请把|亲(?=把|先|自己)"
    r"|(?<![给帮替为跟和同陪退赔送到接补还让找问约对向在害畀拢俾话告诉])[您你恁侬](?!家|那|这|们|的|单|屋"
    r"|老|看|说|放心|孩|爸|妈|要是|非要|急|嫌|着急|要不)(?=[^。！？!?；;，,\s]{0,8}$)|麻烦|烦请|劳驾|建议"
    r"|可自行|自行|辛苦您?|试试|尝试|自己(?=去|找|换|打|买|在|提|拍|点|操|修)|拍照$"
    r"|要[^，。！？,!?]{2,8}拍照|超时)[^。！？!?；;]{0,8}$"
)
_CUSTOMER_BREAK = re.compile(r"我|俺|咱|师傅|给[您你恁]|帮[您你恁]|替[您你恁]|为[您你恁]|派|安排")
_NEGATED = re.compile(
    r"(?:(?<!要)不(?!少|管|了|止|仅|光|要钱|收|管|单|但|够|足|满|行|到)|没(?!问题|事)|未|无法|别|莫|冇"
    r"|唔(?!好意思)|难|无须|勿|拒绝|想|问|该|以为|怎么|咋|凭什么|如何|谁|哪|错)[^，。！？,!?\s]{0,3}$"
)
_PAST = re.compile(
    r"(?:写着?|有无|上次|上回|之前(?!给|把|，)|前两回|前[几两]次|当时|昨|那天|原来|本来|当初|第一次|前天"
    r"|那趟|以往|原先|头一[次回趟遍]|洗之前|刚做完|做完|装之前|去之前|上月|从来|后来|调了|换了|如需|每次"
    r"|平时|一般|通常|一直(?!给|帮|跟|盯)|按规|规定|协议|只|是因为|因为|由于|所以)[^。！？!?；;]{0,10}$"
)
_NOUN_AFTER = re.compile(
    r"(?:费(?!用?(?:给|全|不|也|我|免|退))|员|的(?:时候|话|师傅|阿姨|人|标准|那|费|流程|规|视频|照片|地方"
    r"|钱)|时(?!间|候)|[那这](?:栏|一栏|道|项|步|天|张|单|会)|记录|流程|标准|规定|政策|过程|之前"
    r"|前(?=[^，。！？]{0,6}(?:没|漏|忘|就))|错|坏了|漏了|晚了|单子|单号|不[了到上]|还是|得了|没|吗|花了"
    r"|坏了|破了|而已|都没|[^，。]{0,1}属|老师没|行业|质量|服务(?!费)|后.{0,4}(?:坏|漏|滴|堵))"
)
_WAS_US = re.compile(r"是[^，。！？,!?]{0,5}$")
# «三点才改派» tells of what came late; «明早才能到» is to come.
_ONLY_THEN = re.compile(r"(?<![刚方])才[^，。！？,!?能会可要好有]{0,2}$")
_LATE_ARRIVAL = re.compile(r"(?<![刚方])才(?!能|会|可|要|有)")
_TO_COME = re.compile(r"明[天早晚日儿]|后天|下[周个]|今晚")
# To have a review or a complaint withdrawn is no act on the matter.
_HUSH = re.compile(r"(?:投诉|差评|好评|评价|点评|朋友圈|帖子?)[^。！？!?；;]{0,8}$")
_LEFT_OUT = re.compile(r"(?:忘|漏|错|该)[了记]?$")
# «自动取消的», «小冯修的» tell of what was, by the particle at their end.
_OF_PAST = re.compile(r"的(?![时话])")
_LOOSE = re.compile(
    r"得(?=[拆扩先])|(?:方便|好)(?:给|帮)|办[^，。！？,!?]{0,5}套餐|套餐[0-9]|年卡|会员(?!资格|卡余额|费"
    r"|权)|疗程|以旧换新|VIP|加v|百分百|百分之百|找(?:主管|店长|领导|财务|经理)|"
    r"这[两几]天|有空|空了|得闲|啥时候|什么时候|几时|回头|尽量|争取|看看能|看能不能|等.{0,6}(?:回来|有空"
    r"|空)|过两天|改天|到时候?|催|如果|要是|假如|万一|的话|协调着|想办法|争取"
)
_ASKED_TO_FIND_OUT = re.compile(
    r"监控|录像|帮我查|给我查|谁(?:签|拿|动|收|领|取|开)|假的|真的假|正品|哪[去儿]了|去哪|不见了|就没了|丢了|找不到|弄丢"
    r"|没收到|到底是[啥什]|是什么(?:药|东西|成分)"
)
_FEE_DISPUTE = re.compile(r"扣|收(?:了|我|费|钱)|多收|乱收|退|钱|块|元|费|价|贵")


@once
def actions(reading: Reading) -> list[ActionSpan]:
    """Every act in the reply that could be one of ours on the matter, the weak ones too, in order.

    RUBRIC, close calls: telling the customer what to do is no action of ours; bare 核查、记录、反馈、转交 are none unless
    finding out is what the customer asked for; a refund for a failed service, and money given back, are.
    """
    return sorted(_acts(reading), key=lambda act: (act.start, act.end))


_BACK = 16
"""How many characters before an act may change what it is."""


def _acts(reading: Reading) -> Iterator[ActionSpan]:
    text = reading.text
    for match in _ACTS.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        before = since_stop(text, max(0, start - _BACK), start)
        near = text[max(0, start - 5) : start]
        if kind in {"operate", "one"} and _OF_PAST.match(text, end):
            continue
        if kind != "refund" and _LEFT_OUT.search(near):
            continue
        if _NOUN_AFTER.match(text, end) or _NEGATED.search(near):
            continue
        if _told_to_customer(before) or _PAST.search(before) or _HUSH.search(before):
            continue
        if _WAS_US.search(before) and _OF_PAST.match(text, end):
            continue
        if _came_late(kind, before, match[0]):
            continue
        strength = _strength(reading, match, before)
        if strength:
            yield ActionSpan(start, end, _KINDS[str(kind)], strength)
    if _ASKED_TO_FIND_OUT.search(reading.customer):
        yield from _inquiries(text)


_SELLS = re.compile(
    r"[0-9]+[块元]?的?[^，。！？,!?]{0,3}套餐|享VIP|升级免|套餐可享|换购|加购|[0-9]+档|专享|尊享|星空"
    r"|涂层|办一?张|推您|一平|疗程|[0-9]{2,}[元块]?一[年次平套]|打[一二三四五六七八九]折|加[0-9]{2,}(?:元"
    r"|块)?[换升买]|续个|办个|升个"
)
_OFF_BOOKS = re.compile(
    r"私下|个人(?:微信|码|转|补|掏)|加v|加我微信|不走(?:平台|公司|网点|店)|别走(?:公司|平台)|走平台"
    r"|私人(?:码|号|微信)|扫(?:前台|我|个人)|收款码"
)
# A fee let off is a refund where it is the fee of the failed service; of another fee it is a payment alone.
_WAIVED = re.compile(r"不收|免|不要了|冲[掉销]|核减|抹[掉了]|按.*赔|照价赔|原价赔")
_OWN_FEE = re.compile(r"这[次回单趟]|本[次单]|此次|今天|昨|[洗修服保装搬测]务?费|清洗|维修|工钱|年费|扣|多|按.*价赔")
_FIRM_SELF = re.compile(r"我|俺|师傅|[点号日天晚早午前]$|已|马上|现在|这就")
_ONLY_TOLD = ("通知", "联系")
_KINDS = {
    "mine": ActionKind.WORK,
    "bene": ActionKind.OPERATE,
    "send": ActionKind.SEND,
    "refund": ActionKind.REFUND,
    "work": ActionKind.WORK,
    "operate": ActionKind.OPERATE,
    "come": ActionKind.COME,
    "arrives": ActionKind.COME,
    "one": ActionKind.WORK,
    "call": ActionKind.CALL,
}


def _came_late(kind: str | None, before: str, words: str) -> bool:
    late = _ONLY_THEN.search(before) or (kind == "arrives" and _LATE_ARRIVAL.search(words))
    return bool(late) and not _TO_COME.search(before)


def _told_to_customer(before: str) -> bool:
    found = _CUSTOMER_ACTS.search(before)
    return bool(found) and not _CUSTOMER_BREAK.search(found[0])


def _strength(reading: Reading, match: re.Match[str], before: str) -> float:
    text, end = reading.text, match.end()
    around = before + match[0] + until_stop(text, end, end + 12)
    loose = bool(_LOOSE.search(before[-10:] + match[0] + until_stop(text, end, end + 6)))
    sentence = text[max(0, match.start() - 30) : end + 20]
    if _SELLS.search(sentence) or (match.lastgroup in {"refund", "operate", "one"} and _OFF_BOOKS.search(sentence)):
        loose = True
    strength = 0.0
    if match["send"]:
        does = _SEND_DOES.match(text, end)
        told = match[0][:2] in _ONLY_TOLD
        strength = 0.92 if does else 0.35 if told or "尽快" in before or not _FIRM.search(around) else 0.6
    elif match["refund"] and re.search(r"不(?!收|要|少)|没|未|无法", match[0]):
        strength = 0.0
    elif match["refund"]:
        strength = 0.42 if _WAIVED.search(match[0]) and not _OWN_FEE.search(before + match[0]) else 0.85
    elif match["work"] or match["operate"]:
        strength = 0.92 if _FIRM.search(before[-12:] + match[0]) else 0.4
        if strength < SURE and match["work"] and _OURS.search(around):
            strength = 0.55
    elif match["arrives"]:
        strength = 0.88 if _FIRM.search(before + match[0]) else 0.45
    elif match["mine"]:
        strength = 0.7
    elif match["bene"]:
        strength = 0.62 if _FIRM_SELF.search(before) else 0.42
    elif match["come"]:
        strength = 0.9 if _FIRM.search(before) else 0.45
    elif match["one"]:
        strength = 0.85 if _OURS.search(before + match["lead"]) else 0.4
    elif match["call"]:
        strength = 0.7 if re.search(r"(?:我|俺|咱).{0,8}$", before) else 0.35
    return min(strength, 0.4) if loose else strength


def _inquiries(text: str) -> Iterator[ActionSpan]:
    for match in re.finditer(INQUIRE, text):
        before = since_stop(text, max(0, match.start() - _BACK), match.start())
        if _told_to_customer(before) or _NEGATED.search(before[-3:]):
            continue
        ours = re.search(r"我|俺|咱|[点号]|分钟|小时|今|明", before)
        yield ActionSpan(match.start(), match.end(), ActionKind.INQUIRE, 0.65 if ours else 0.35)
