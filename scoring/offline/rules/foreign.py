"""Tells a reply that speaks of somebody else's case: it shares nothing with what this customer said."""

from __future__ import annotations

from scoring.offline.folding import fold
from scoring.offline.reading import Reading, once

_ANYONE = frozenset(
    "的了是在我您你们他她它这那就都也还很有没不会要能可以给和跟把被让为对到来去上下一二三四五六七八九十两几百千万个点天今明后昨早晚午半小时分钟元块钱"
    "吗呢吧啊呀哦嘛嗯请说做好过再先人家里得着次中只因所等真实太多少对起抱歉道歉谢师傅姨生士姐派单服务客户公司工作责任错漏忘"
)
"""Characters that stand in most replies, whatever the case."""

_RICH = 10
"""So many different telling characters make a case, or a reply, of which it can be said that they share nothing."""


def telling(text: str) -> frozenset[str]:
    """The Chinese characters of `text` that tell one case from another."""
    return frozenset(one for one in fold(text) if "\u4e00" <= one <= "\u9fff" and one not in _ANYONE)


@once
def elsewhere(reading: Reading) -> frozenset[str]:
    """The checks that need a particular of this customer's case and can't be met, as the reply shares nothing with it.

    Causes and actions are left alone: an honest one often names what the customer can't know.
    """
    case = telling(reading.customer + reading.scene + fold("".join(reading.reply.said)))
    own = telling(reading.text)
    if min(len(case), len(own)) < _RICH or own & case:
        return frozenset()
    return frozenset({"empathy.specific", "compensation.proportionate"})
