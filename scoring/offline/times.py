"""Finds expressions of time in folded text, and tells a bound that can be checked from a vague one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class TimeShape(StrEnum):
    """How a time is said: what may bound a promise differs between them."""

    POINT = "point"
    """A day, a part of it, a clock time or an event of the day: 「今天18点前」「礼拜六」「下班前」."""
    SPAN = "span"
    """A length with a word that makes it a bound: 「半小时内」「三天之后」「最多两天」."""
    LENGTH = "length"
    """A length alone, a bound only where something is to happen in it: 「四十分钟到」, not 「等了两天」."""
    VAGUE = "vague"
    """「尽快」「马上」「这两天」「回头」."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """One expression of time: the characters `start` to `end` of the text."""

    start: int
    end: int
    shape: TimeShape

    @property
    def checkable(self) -> bool:
        """Whether a customer could hold us to it."""
        return self.shape is not TimeShape.VAGUE


_NUMBER = r"(?:[0-9]+(?:\.[0-9]+)?|[零〇一二两俩仨三四五六七八九十廿]{1,3}|半)"
_CLOCK_NUMBER = r"(?:[0-9]{1,2}|二十[一二三四]|十[一二三四五六七八九]|[零一二两三四五六七八九十])"
_UNIT = (
    r"(?:分钟|分鐘|秒钟?|h(?![a-z])|刻钟|小时|钟头|钟(?!点|情|爱)|工作日|自然日|天(?!花|到晚|然|猫|气|窗"
    r"|线|井)|日(?!用|常)"
    r"|礼拜|星期|周(?!年|边|转)|个?月(?!嫂|子|卡|租|供))"
)
_DAY = (
    r"(?:今(?:天|日|儿个?|个儿?|晚|夜里?|朝|黑|早|明两天)|明(?:天|日|儿个?|个儿?|早|晚|朝)|听(?:日|朝|晚)"
    r"|聽日"
    r"|大?后(?:天|日|儿个?)|当(?:天|日|晚)|次日|隔天|翌日|第二天|节后|年前|年底|月底|月初|月中"
    r"|下个?月(?!嫂)(?:[0-9]{1,2}|[一二三]?十?[一二三四五六七八九十])?[号日底初]?"
    r"|(?:这|本|下下?个?)?(?:周|礼拜|星期)(?:[一二三四五六日天末1-6])(?!次|遍|趟|个|起)"
    r"|(?:这|本|下下?个?)(?:周|礼拜|星期)(?:之?内|里|前|底|末)?|周末"
    r"|[0-9]{1,2}月[0-9]{1,2}[日号]?|[0-9]{1,2}[号日](?!楼|线|门|店|库|仓|电梯|柜|床|房|院|机|口|桌|单元|车)"
    r"|(?<![一二三四五六七八九十])(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])号"
    r"(?!楼|线|门|店|库|仓|电梯|柜|床|房|院|机|口|桌|单元|车))"
)
_PART = (
    r"(?:凌晨|清早|一?大早|一早|早[上晨间]|上午|上半天|上昼|朝早|早(?=[0-9一二三四五六七八九十])|晌午"
    r"|中午|午间|正午|午后|下午|下半天|下昼|后晌"
    r"|下晚儿?|傍晚|擦黑|夜里|夜间|晚[上间黑]|晚(?=[0-9一二三四五六七八九十])|夜饭|半夜|晚饭)"
)
_CLOCK = (
    rf"(?:[0-9]{{1,2}}:[0-9]{{2}}|(?:[一半]点(?!儿?[之以]?内|儿|小|问题|心|意|事|也|都|钱|用|关系|没|不"
    rf"|东西|补偿|赔|损)|(?![一半]点){_CLOCK_NUMBER}点(?!儿|也不|钱))"
    r"(?:钟|整|半|[一三]刻|[0-9]{1,2}分?|[零一二三四五]?十?[一二三四五六七八九]?分"
    r"|[零一二三四五]十[一二三四五六七八九]?|来钟)?"
    r"(?:哦[一二三四五六七八九十0-9]+点|[到至-][0-9一二三四五六七八九十]{1,3}点)?)"
)
_BEFORE = r"(?:之前|以前|前(?!台|面|后|两|几|头|些)|左右|上下|之内|以内|内|准时|整|开始|起)"
_EVENT = (
    r"(?:(?:下班|天亮|收工|打烊|关门|天黑|开饭|饭点|午饭|晚饭|睡觉|交班|上班|放学|开门|闭店|入冬|出货"
    r"|考级|考试|开学|入住|搬家|国庆|元旦|春节|中秋|五一|十一|端午|年)"
    r"(?:之前|以前|前))"
)
_POINT = (
    rf"(?:最[晚迟])?(?:{_DAY}的?\s?(?:{_PART}\s?)?{_CLOCK}?|{_PART}\s?{_CLOCK}?|{_CLOCK})\s?{_BEFORE}?"
    rf"|{_EVENT}"
)
_LENGTH = (
    rf"(?:{_NUMBER}\s?(?:来|多|几)?\s?个?(?:半)?\s?(?:到|至|-"
    rf"|~)?\s?(?:{_NUMBER})?\s?个?半?\s?{_UNIT}(?:半|钟)?"
    r"|[一两俩半][0-9]?个?(?:点儿?|字)(?=[之以]?内)|两三个?(?:天|小时|钟头)|十来分钟|十几分钟|半[天日]"
    r"|一刻钟|一宿|一夜)"
)
_BOUND = r"(?:之内|以内|内(?!容|部|胆|筒)|之后|以后|后(?!续|台|面)|之前|以前|里(?=[^面边头])|左右|上下|时间)"

_VAGUE = (
    r"尽[快早速]|马上|立[刻即马]|即[刻时]|赶[紧快]|第一时间|稍[后候等]|回头|[等待]一?[会下]儿?|一会儿?"
    r"|[这过]两天|[这过]几天|近[期日]"
    r"|过[些阵]|改天|改日|抽空|有空|得闲|空了|很快|随后|不日|早日|及时|这就|现在|抓紧|优先|加急|而家|眼下"
    r"|目前|后续|之后|有时间|到时候?"
    r"|这段时间|这阵子|快了|就快|随时|晚点(?!了|[一二三四五六七八九十两半0-9])|晚些(?:时候)?|过阵子|下回"
    r"|下次|将来|以后|隔天再"
)

# Consumed and not reported: a time that is over bounds nothing.
_PAST = (
    r"(?:昨(?:天|日|儿个?|晚|夜|黑|朝|个)|前[天日晚]|大前天|上(?:周|礼拜|星期|个?月)[一二三四五六日天]?"
    r"|去年|刚才|当时|那天|寻日|琴日)"
    rf"的?{_PART}?{_CLOCK}?"
)

_TIME = re.compile(
    rf"(?P<past>{_PAST})|(?P<vague>{_VAGUE})|(?P<span>(?:最[多晚迟]|不[出超]|不过(?![0-9一二三四五六七八九十]+月)|顶多)\s?{_LENGTH}(?:[之以]?内)?"
    rf"|{_LENGTH}\s?{_BOUND})"
    rf"|(?P<point>{_POINT})|(?P<length>{_LENGTH})"
)
_SHAPES = {
    "vague": TimeShape.VAGUE,
    "span": TimeShape.SPAN,
    "point": TimeShape.POINT,
    "length": TimeShape.LENGTH,
}
# 「一点」 is more often «a little» than one o'clock; alone it needs a word that makes it a time.
_A_LITTLE = re.compile(r"[一半两]点$")
_CLOCK_SIGN = re.compile(r"(?:之?前|到|来|过|左右|钟|整|半|给|送|准)")
_ORDINAL = "第"
_PARTS = frozenset("上下中早晚午夜")
_WHOLE = re.compile(r"(?<![十周期拜])[一整个俩两]$")


def times(text: str) -> list[TimeSpan]:
    """Every expression of time in folded `text`, in order and without overlap.

    Whether a time was promised, or only told (「等了两天」), is for the caller: this reads the words alone.
    """
    return list(_times(text))


@lru_cache(maxsize=8)  # the steps of one reply ask in turn
def _times(text: str) -> tuple[TimeSpan, ...]:
    found: list[TimeSpan] = []
    for match in _TIME.finditer(text):
        start, end = match.span()
        if match.lastgroup == "past":
            continue
        shape = _SHAPES[str(match.lastgroup)]
        if start and text[start - 1] == _ORDINAL and shape is not TimeShape.POINT:
            continue
        if _A_LITTLE.search(match[0]) and len(match[0]) == 2 and not _CLOCK_SIGN.match(text, end):
            continue
        if shape is TimeShape.POINT and text[start] in _PARTS and _WHOLE.search(text, max(0, start - 2), start):
            continue  # «白等一中午» is a length that was spent
        while end > start and (text[end - 1].isspace() or text[end - 1] == "的"):
            end -= 1
        found.append(TimeSpan(start, end, shape))
    return tuple(found)
