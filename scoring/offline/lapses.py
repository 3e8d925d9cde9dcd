"""Finds what is told as having gone wrong: a step left out, a mix-up, a stuck order, a broken part, a stated reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from scoring.offline.lapse_words import (
    BROKEN,
    EXCUSE,
    MISTAKEN,
    MISUSED,
    OMITTED,
    REASON,
    RULE,
    STUCK,
    TOLD,
    UNKNOWN,
)
from scoring.offline.reading import Reading, once
from scoring.offline.stretches import clause_around, since_stop, until_stop


class LapseKind(StrEnum):
    """The form in which the failing is told."""

    OMITTED = "omitted"
    MISTAKEN = "mistaken"
    STUCK = "stuck"
    BROKEN = "broken"
    MISUSED = "misused"
    EXCUSE = "excuse"
    TOLD = "told"
    REASON = "reason"
    RULE = "rule"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Lapse:
    """One failing: the characters `start` to `end`, told by the word at `core`.

    `strength` is how surely a reader would call it a concrete reason.
    """

    start: int
    end: int
    core: int
    kind: LapseKind
    strength: float


_CHECK = re.compile(
    r"(?:查(?!收)|核(?:实|对|查|一)|测|检(?!讨)|拆(?:开|下|机)?|看(?:一?下|看|监控|录像|记录|照片|完|了"
    r"|现场|哪|是|施工|那|师傅|物流|系统)|睇|调(?:监控|录|取|出|记录|通话|看|日志|派)|问(?:清|明|当|师傅"
    r"|阿姨|仓|司机|厂|财务|一下当|到)|对(?:一下|账|单|记录)|化验|鉴定|翻(?:记录|一|查)?|跑一遍|去问|去找"
    r"|去看|去翻|排查|瞅|瞧|听(?:录音|一|完)|取样|对(?:料单|监控|记录)|翻两?次?的?|拉出来|验(?!收标)"
    r"|到现场|复测|追(?:查|溯)|送检)"
)

_LAPSES = re.compile(
    rf"(?P<misused>{MISUSED})|(?P<mistaken>{MISTAKEN})|(?P<broken>{BROKEN})|(?P<omitted>{OMITTED})"
    rf"|(?P<stuck>{STUCK})|(?P<excuse>{EXCUSE})|(?P<reason>{REASON})|(?P<rule>{RULE})"
)
_STORIES = re.compile(rf"(?P<told>{TOLD})")
_CERTAIN = 0.5
_BASE = {
    "unknown": 0.85, "misused": 0.75, "mistaken": 0.85, "broken": 0.8, "omitted": 0.8, "stuck": 0.75, "excuse": 0.6, "told": 0.58, "reason": 0.7, "rule": 0.6,
}  # fmt: skip

_SURE_RULE = re.compile(r"默认|不计入|不[算计]|不含|不包|另算|另计|合约")
_ASKED = re.compile(r"[^，。！!；;]{0,6}(?:吗|吧(?=[，。！]|$)|么[？?]|没有[？?]|[？?])")
_HEDGED = re.compile(
    r"(?:一般|通常|可能|也许|大概|估计|应该是|恐怕|好像|或许|八成|十有八九|多半|疑似|初步|怕是|没准"
    r"|不排除|说不定|猜|估摸|大约|或者)[^。！？!?；;]{0,12}$"
)
_DENIED = re.compile(
    r"(?:下期|下月|到时|不是|并非|不存在|没有(?=[^，。]{0,3}(?:错|漏))|从不|绝不|不会|不可能|不至于"
    r"|怎么会|哪会|哪能|避免|防止|杜绝|以后|下次|下回|不能再|不让|确保|保证|再也)[^。！？!?；;]{0,10}$"
)
_SUPPOSED = re.compile(
    r"(?:为啥|为什么|怎么|哪一?[步环]|不管|无论|如果|要是|假如|万一|若|只要|是不是|是否|有没有|看看"
    r"|会不会|难道|除非|一旦|凡是|的话|哪怕)[^。！？!?；;]{0,12}$"
)
_CUSTOMER_DOES = re.compile(
    r"(?:(?<![给帮替为跟和同陪退赔送到接补还让找问约对向在害畀拢告诉把])(?:您|你|恁|侬)(?!家|那|这|们|的"
    r"|单|屋|上|下)|害[您你恁]|让[您你恁]|叫[您你恁]|还[害让]|娃|孩子|老人|老爷子|小囡|您妈|您爸"
    r"|您家人)[^，。！？!?；;,我俺咱]{0,8}$"
)
# What is going to be done, or given, is no story of what went wrong.
_TO_COME = re.compile(
    r"给[您你恁]|帮[您你恁]|替[您你恁]|为[您你恁]|明[天早晚]|今[天晚]|后天|马上|现在|这就|会|要|可以|重新"
    r"|退|赔|补|免费|新的|已经?把|先把|(?<![邀申])请|点前|分钟内"
)
_GENERIC_AFTER = re.compile(
    r"(?:到位|好$|好[，。！的]|周[到全]|问题|事[儿]?[，。]|关系|办法|您满意|你满意|疏忽|失误|不周|上心)"
)
_GENERIC_REASON = re.compile(
    r"[^，。！？!?；;]{0,5}?(?:系统(?:的)?原因|疏忽|特殊原因|种种|各种|一些原因|不可抗|客观原因"
    r"|工作(?:上的)?失误|工作不到位|管理不|没做好|您的(?:信任|支持)|[，。！？!?]|您(?:是|们)|规定"
    r"|我们(?:服务|工作)|这个?(?:事|原因)|退|赔|补|本来)"
)
_PAYS_FOR = re.compile(r"(?:退|赔|补(?:偿|您|你)|掏|出|减|免|承担|报)[^。！？!?]{0,3}(?:您|你|恁|钱|费|[0-9]|$)?")


@once
def lapses(reading: Reading) -> list[Lapse]:
    """Every failing told in the reply, in order, each with how surely a reader would call it a concrete reason.

    A failing that only repeats the customer's own complaint explains nothing, so the share of it that is the
    customer's wording lowers its strength.
    """
    return list(_lapses(reading))


def _lapses(reading: Reading) -> Iterator[Lapse]:
    text = reading.text
    told = _pairs(reading.customer)
    yield from _unknowns(text)
    certain = False
    for lapse in _told_by(_LAPSES, reading, told):
        certain = certain or lapse.strength >= _CERTAIN
        yield lapse
    if not certain:  # the open pattern is the dearest and the least sure
        yield from _told_by(_STORIES, reading, told)


def _told_by(pattern: re.Pattern[str], reading: Reading, told: frozenset[str]) -> Iterator[Lapse]:
    text = reading.text
    for match in pattern.finditer(text):
        kind = LapseKind(str(match.lastgroup))
        start, end = match.span()
        before = since_stop(text, max(0, start - 20), start)
        strength = _BASE[kind]
        left, right = clause_around(text, start, end, 18, 14)
        if _DENIED.search(before) or _SUPPOSED.search(before):
            strength = 0.15
        else:
            strength = _doubt(text, match, before, strength) * (1 - _restated(text, start, end, told))
        yield Lapse(left, right, start, kind, round(strength, 3))


def _unknowns(text: str) -> Iterator[Lapse]:
    """A reason that is plainly said to be unknown yet: concrete only with what we shall check."""
    for match in _UNKNOWNS.finditer(text):
        start, end = match.span()
        near = text[max(0, start - 30) : min(len(text), end + 45)]
        checks = [check for check in _CHECK.finditer(near) if not _TO_CUSTOMER.search(near[: check.start()][-9:])]
        left, right = clause_around(text, start, end, 18, 14)
        yield Lapse(left, right, start, LapseKind.UNKNOWN, 0.85 if checks else 0.3)


_UNKNOWNS = re.compile(UNKNOWN)
_TO_CUSTOMER = re.compile(r"[您你恁](?!家)[^，。！？,!?我]{0,7}$")
# Words of our own side: a failing told with them explains, even in the customer's words.
_INSIDE = re.compile(
    r"我们|咱|俺|阿拉|系统|派单|排班|调度|仓库|客服|前台|后厨|后台|财务|工单|流程|交接|验收|质检|因为"
    r"|原因|所以"
)


def _restated(text: str, start: int, end: int, told: frozenset[str]) -> float:
    """How far the failing is the customer's own complaint over again (0–0.8)."""
    near = text[max(0, start - 6) : end + 6]
    share = _share(near, told)
    return min(0.8, share * (0.5 if _INSIDE.search(near) else 1.3))


# «漏送的8元已退» only names what is given back; «找没找到» asks.
_NAMES_A_THING = re.compile(r"掉?了?的[^，。！？!?；;]{0,8}(?:已|退|赔|包了|我们出|我们包|补|照|件|，请)")
# «抵她缺岗这六天»: what a payment makes up for, no explanation.
_COMPENSATES = re.compile(r"(?:抵|补[您你偿]|赔[您你]?|弥补|算是?补|作为)[^，。！？!?]{0,8}$")
_EITHER = re.compile(r"([\u4e00-\u9fff])没\1")


def _doubt(text: str, match: re.Match[str], before: str, strength: float) -> float:
    """The strength that is left when what stands around the words is seen."""
    end = match.end()
    cap = _cap(text, match, before)
    if _HEDGED.search(before):
        cap = min(cap, 0.4)
    if _ASKED.match(text[end : end + 10]):
        cap = min(cap, 0.3)
    if _NAMES_A_THING.match(text, end) or _COMPENSATES.search(before):
        cap = min(cap, 0.25)
    return min(strength, cap)


def _cap(text: str, match: re.Match[str], before: str) -> float:
    kind, end = match.lastgroup, match.end()
    if kind in {"omitted", "misused", "stuck"}:
        return _cap_of_step(text, match, before)
    cap = 1.0
    if kind == "reason":
        cap = _cap_of_reason(text, end)
    elif kind == "rule":
        named = re.search(r"[您你恁]|[0-9]", before) and "？" not in text[end : end + 8]
        cap = 1.0 if named and _SURE_RULE.search(match[0]) else 0.42
    elif kind == "excuse" and text[match.start() - 1 : match.start()] == "不":
        cap = 0.15
    elif kind == "told":
        to_come = _TO_COME.search(text, max(0, match.start() - 8), end + 4)
        cap = 0.35 if to_come or _CUSTOMER_DOES.search(before) else 1.0
    return cap


def _cap_of_step(text: str, match: re.Match[str], before: str) -> float:
    if match.lastgroup == "omitted" and _EITHER.search(text[max(0, match.start() - 1) : match.end() + 2]):
        return 0.2
    if _GENERIC_AFTER.match(text, match.end()) and "图" not in match[0]:
        return 0.3
    return 0.42 if _CUSTOMER_DOES.search(before) else 1.0


def _cap_of_reason(text: str, end: int) -> float:
    if _GENERIC_REASON.match(text, end) or len(until_stop(text, end, end + 12, commas=True)) < 4:
        return 0.3
    return 0.42 if _PAYS_FOR.search(text, end, end + 16) else 1.0


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[index : index + 2] for index in range(len(text) - 1))


def _share(part: str, told: frozenset[str]) -> float:
    own = _pairs(part)
    return len(own & told) / len(own) if own else 0.0
