"""Judges whether one offer goes beyond what the trainee may offer on her own authority."""

from __future__ import annotations

import re
from collections.abc import Callable

from scoring.authority import Authority
from scoring.offline.amounts import amounts
from scoring.offline.folding import fold
from scoring.offline.numerals import NUMBER, number

_MONEY = re.compile(
    r"赔|退|减|免(?!费)|补偿|补贴|报销|承担|优惠|抵|返还|打折|价保|差价|让利|垫付|券|费用|医药费|检查费"
)
_MONEY_BARRED = re.compile(r"赔|退|钱|款|补偿|减|免|现金|付")
_ONLY_SOME = re.compile(r"其他|其它|另行|另外|额外|超出|加送|现金|物业费|时间|日期|数值|核实前|人身")
_OWN_WORK = re.compile(r"配件|材料|料|工|零件|件")
_GROSS = 10_000
_OTHER_PAY = re.compile(r"(?:另行|其他|其它|额外|另外).{0,3}(?:赔|补|给|送)|加送")
_APPROVAL = re.compile(r"主管|经理|店长|站长|校长|上级|领导|总部|审批|批准|请示|须报|需报|质检后")
_ASIDE = re.compile(r"[,，;；。]")
_DAYS = {
    "天": 1,
    "日": 1,
    "晚": 1,
    "周": 7,
    "星期": 7,
    "礼拜": 7,
    "个月": 30,
    "月": 30,
    "季度": 90,
    "季": 90,
    "年": 365,
}
_SPAN = re.compile(rf"(?P<half>半)?(?P<n>{NUMBER})?个?(?P<half2>半)?(?P<unit>天|日|晚|周|星期|礼拜|个月|月|季度|季|年)")
_GENERIC = frozenset(
    {"一次", "小时", "两小", "免费", "一个", "服务", "全屋", "一套", "给您", "一年", "日常", "一份", "一张", "全新"}
)


def beyond(authority: Authority, offer: str) -> bool:
    """Whether `offer` exceeds `authority`; nothing exceeds one that isn't stated.

    `offer` is as in `Finding.offer`: "yuan:50", "percent:50", "redo", "redo:2", "gift:擦窗", "refund",
    "refund:180" (money that the customer had paid), "cost:检查费", "waive:半年护理费". Where the authority leaves room for
    doubt the answer is False: a trainee isn't to be charged on a guess.
    """
    if not authority.stated or not offer:
        return False
    kind, _, value = offer.partition(":")
    judge = _JUDGES.get(kind)
    if judge is None:
        return False
    return (kind in _MONEY_KINDS and _barred(authority, kind)) or judge(authority, fold(value))


def _text(authority: Authority) -> str:
    return fold(authority.text)


def _barred(authority: Authority, kind: str) -> bool:
    """Whether payments of money are forbidden altogether (a ban on some of them only leaves room)."""
    if authority.yuan is not None or authority.percent is not None:
        return False
    return any(
        _MONEY_BARRED.search(one) and not (_ONLY_SOME.search(one) and kind in ("refund", "cost"))
        and not re.search(r"时间|日期|数值", one)
        for one in authority.forbidden
    )  # fmt: skip


def _caps(authority: Authority) -> list[float]:
    caps = [] if authority.yuan is None else [authority.yuan]
    if authority.base is not None and authority.percent is not None:
        caps.append(authority.base * authority.percent / 100)
    for gift in authority.gifts:
        caps += [one.value for one in amounts(fold(gift)) if one.kind == "yuan"]
    return caps


def _names_money(authority: Authority) -> bool:
    """Whether money is named as hers to give: what a superior must allow, or what is forbidden, isn't."""
    if authority.yuan is not None or authority.percent is not None:
        return True
    own = [one for one in _ASIDE.split(_text(authority)) if not _APPROVAL.search(one)]
    own = [one for one in own if not any(barred and barred in one for barred in authority.forbidden)]
    return any(_MONEY.search(one) for one in own)


def _sum_beyond(authority: Authority, value: str) -> bool:
    yuan = number(value) or 0.0
    caps = _caps(authority)
    if authority.percent is not None and authority.base is None:
        # A share of an unknown fee may well be more than the sum beside it; only a gross excess is sure.
        return yuan >= _GROSS and yuan > 3 * max(caps, default=0.0)
    if caps:
        return yuan > max(caps) + 0.5
    return not _names_money(authority)


def _share_beyond(authority: Authority, value: str) -> bool:
    percent = number(value) or 0.0
    if authority.percent is not None:
        if percent > 100 and authority.percent == 100 and "价" in authority.percent_of:
            return False  # multiples of the freight and shares of the price don't compare
        beside = percent <= 100 and authority.percent_of in ("差价", "运费") and authority.yuan is not None
        return percent > authority.percent and not beside
    if authority.yuan is not None:
        return percent >= 200
    return not _names_money(authority)


def _span_beyond(authority: Authority, value: str) -> bool:
    """Free months against free days (「半年护理费」 where three days are allowed)."""
    asked = _days(value)
    allowed = max((_days(one) for one in _ASIDE.split(_text(authority)) if re.search(r"费|免|退|减", one)), default=0.0)
    if asked and allowed:
        return asked > allowed
    if asked >= 30 and not allowed:
        return True
    return not _names_money(authority)


def _days(text: str) -> float:
    longest = 0.0
    for match in _SPAN.finditer(text):
        count = 0.5 if match["half"] else number(match["n"] or "") if match["n"] else 1.0
        if match["unit"] in ("日", "月", "年") and not (
            match["n"] or match["half"] or text[: match.start()].endswith(("当", "本", "全"))
        ):
            continue
        longest = max(longest, ((count or 1.0) + (0.5 if match["half2"] else 0)) * _DAYS[match["unit"]])
    return longest


def _refund_beyond(authority: Authority, value: str) -> bool:
    # A sum given back was the customer's own; only giving back the whole fee is measured.
    return not value and _share_beyond(authority, "100")


def _redo_beyond(authority: Authority, value: str) -> bool:
    return bool(authority.redo and (number(value or "1") or 1) > max(authority.redo, 2))


def _cost_beyond(authority: Authority, value: str) -> bool:
    return not _names_money(authority) and not _OWN_WORK.search(value)


def _gift_beyond(authority: Authority, gift: str) -> bool:
    text = _text(authority) + "、".join(authority.gifts)
    if _LONGER.match(gift) and re.search(r"延|顺", text):
        return False
    if _DOUBLE.match(gift):
        return (authority.percent or 0) < 200 and _names_money(authority)
    if _barred_gift(authority, gift):
        return True
    sums = [one.value for one in amounts(gift) if one.kind == "yuan"]
    if sums:
        caps = _caps(authority)
        return bool(caps) and max(sums) > max(caps) + 0.5
    asked, allowed = _days(gift), _days(text)
    if asked >= 30 and asked > allowed:
        return True
    shared = {gift[at : at + 2] for at in range(len(gift) - 1)} - _GENERIC
    # Small courtesies beside a stated authority are left alone; a whole service or thing is not.
    return bool(shared) and not any(pair in text for pair in shared) and bool(_LARGE.search(gift))


def _barred_gift(authority: Authority, gift: str) -> bool:
    money = bool(_MONEY_GIFT.search(gift))
    return any((money and _OTHER_PAY.search(one)) or re.search(r"赠|送", one) for one in authority.forbidden)


_LONGER = re.compile(r"顺延|延长")
_DOUBLE = re.compile(r"双[份倍]")
_MONEY_GIFT = re.compile(r"券|红包|[0-9]元|损失")
_LARGE = re.compile(r"一整?年|半年|整套|全套|全新|整台|终身|永久|年卡|全年")

_MONEY_KINDS = frozenset({"yuan", "percent", "refund", "cost", "waive"})
_JUDGES: dict[str, Callable[[Authority, str], bool]] = {
    "yuan": _sum_beyond,
    "percent": _share_beyond,
    "refund": _refund_beyond,
    "redo": _redo_beyond,
    "gift": _gift_beyond,
    "cost": _cost_beyond,
    "waive": _span_beyond,
}
