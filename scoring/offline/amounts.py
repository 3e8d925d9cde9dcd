"""Finds what a payment can be measured by: sums of money, shares, free repeats and gifts, in folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from scoring.offline.gated import Gated
from scoring.offline.numerals import NUMBER, number

Kind = Literal["yuan", "percent", "redo", "gift"]


@dataclass(frozen=True, slots=True)
class Amount:
    """One measure from `start` to `end`. `value` is in yuan, in percent (0–100, tenfold is 1000), or a count.

    `what` is the gift's name; `limit` tells that the text gives it as an upper bound (「以内」「最高」).
    """

    start: int
    end: int
    kind: Kind
    value: float
    what: str = ""
    limit: bool = False

    @property
    def yuan(self) -> float | None:
        """The sum in yuan, if it is one."""
        return self.value if self.kind == "yuan" else None

    @property
    def percent(self) -> float | None:
        """The share in percent, if it is one."""
        return self.value if self.kind == "percent" else None

    @property
    def redo(self) -> int:
        """How many free repeats; 0 for other kinds."""
        return int(self.value) if self.kind == "redo" else 0

    @property
    def gift(self) -> str:
        """Name of the gift; empty for other kinds."""
        return self.what if self.kind == "gift" else ""


# What is counted with 块 beside money: slabs, pieces, cloths.
_PIECES = (
    "板|面板|砖|地砖|瓷砖|玻璃|石|瓷|布|抹布|地板|木|面皮|肉|电池|屏|补丁|表|肥皂|香皂|毛巾|地毯|地垫|垫|皮|漆|区域|地方"
    "|儿|完整|台面|窗|料|海绵|铁|胶|挡|盖|糖|蛋糕|巧克力|手表|牌|招牌|新的|一模一样"
)
_COUNTERS = (
    "个|次|天|点|分(?!期)|小时|钟|日|号|月|年|人|位|名|遍|趟|回(?!家)|台|套|件|楼|层|栋|张|瓶|盆|只|米|公斤|斤|千克|克|半|周|礼拜|星期|秒"
    "|成|折|倍|%|期|单元|单(?=[，,。；;、]|$)|条|把|片|箱|包|户|家|间|扇|度|节|课|样|种|句|字|口|杯|碗|盒|页|来回|群|多?平|公里|里地"
    "|室|幢|座|门|路|层|级|项|份|顿|场|身|双|对|位|老|岁|旬|号|更|组|星|辆|封|堆|道|处|番|下|起|直|定|律|律师|般|样|起|些|并|切"
    "|[0-9零一二两三四五六七八九十百千万几多来]|[/\\-—~:.·]|mm|cm|m|g|kg|gb|兆|寸|代"
)
_PAY = (
    "折现|折|补漆|修补|置装|拖车|打车|挂号|赔付|赔偿|补偿|补贴|补助|贴补|赔|补|退还|退回|返还|退|返|减免|减|免掉|免|少收|少算|少拿|扣掉|扣|抵|优惠|便宜|让利|让|报销|报|承担|掏"
    "|拿出|出|转|打|给|送|赠|垫付|贴|收|付|要|赏|充值|充|加|值|余额|加起来|合起来|统共|拢共|一共|总共|共计|合计|金额|费|钱|款|价|券"
)
_BETWEEN = r"(?:了|还|回|给|掉|去|上|你们|您|你|恁|侬|佢|咱|客户|个|各|再|先|另外|直接|最多|最高|不超过|至多|一共|总共|共|约|大概|差不多|:|是|为|到|按|\s){0,3}"
# After a sum without a unit: what is done with it (「二百四不要了」), or the fee that it is (「四百内调律费」).
_THEN = (
    r"(?:以?内|之内)?(?:的)?[一-龥]{0,4}?(?:费|钱|押金|差价)|(?:以?内|之内)?(?:给|您|你|恁|侬|就|我们?|俺们?|咱们?|店里|都|全|全部|原路|今天|今晚|明天|现在|直接|也|先|、){0,3}"
    r"(?:退|免|减|不收|不要(?![急紧])|抵|赔|划掉|抹|出|掏|现金|红包|我?一分不留|按[^，。?]{0,6}赔|报销|承担|打(?:给|回|到|您|你)|返)"
)

_SUM = re.compile(
    rf"(?:[¥￥]\s?|rmb\s?|人民币)(?P<signed>{NUMBER})(?:元|块)?"
    rf"|(?P<unit>{NUMBER})(?:多|来|几|余|把|好几)?\s?(?:元|块钱|圆|蚊|大洋|rmb|万块|(?P<piece>块(?!(?:小|大|新|旧|好|坏)?(?:{_PIECES}))))"
    rf"(?P<tenths>[0-9一二两三四五六七八九](?![0-9零一二三四五六七八九十百千万个天次年月点折成并起共同样些律块张份周回趟遍台套人单顿])|[0-9一二两三四五六七八九]毛)?(?:钱)?"
    rf"|(?P<jiao>{NUMBER})毛(?:钱)?"
    rf"|(?:{_PAY}){_BETWEEN}(?P<bare>{NUMBER})(?!{_COUNTERS}|块[1-9一二三四五六七八九]|块(?:小|大|新|旧)?(?:{_PIECES}))(?:元|块钱|圆|蚊|块(?!(?:小|大|新|旧)?(?:{_PIECES})))?"
    rf"|(?<=[这那到是])(?P<this>[二三四五六七八九]十[一二三四五六七八九]?|[一二两三四五六七八九几]?[百千万][零一二三四五六七八九十百千]{{0,6}}|[0-9]{{2,5}})(?!{_COUNTERS})(?:元|块钱?)?"
    rf"|(?P<cap>[一二两三四五六七八九]?[百千]{NUMBER}?|[一二两三四五六七八九]+十|[0-9]{{2,5}})(?=(?:以内|之内)(?!到|来|回|给您回))"
    rf"|(?P<then>{NUMBER})(?!{_COUNTERS})(?={_THEN})"
)
_PAY_BEFORE = re.compile(rf"(?:{_PAY}){_BETWEEN}$")
_ROUGH = re.compile(
    r"(?P<one>[一两二三几]?)百(?:来|把)块(?:钱)?|(?P<ten>[一二两三四五六七八九]?)十(?:来|几|把)块(?:钱)?"
)
_LIMIT_AFTER = re.compile(r"[^，,。；;、]{0,3}(?:以内|之内|以下|封顶|为限|内的?)")
_LIMIT_BEFORE = re.compile(r"(?:不超过|不高于|最高|至多|最多|上限|不得超过)[^，,。；;、]{0,6}$")

_SHARE = re.compile(
    r"百分之(?P<words>[零一二两三四五六七八九十]{1,4}|[0-9]{1,3}(?:\.[0-9])?)"
    r"|(?P<sign>[0-9]{1,4}(?:\.[0-9])?)\s?(?:%|个点(?!钟))"
    r"|(?P<tenth>[一二两三四五六七八九1-9])成(?:半|五)?(?![为了交天功员就本立绩长都语品规型为])"
    r"|(?P<off>[一二三四五六七八九1-9](?:\.[0-9]|[0-9五])?)折(?![叠返腾断磨扣])"
    r"|(?P<half>(?:一半儿?|半价|半数|半费|对半|减半|折半|半扣)(?!个)(?:费用|的钱|钱)?)"
    rf"|(?P<times>{NUMBER})倍"
)
_WASTED = re.compile(r"[到了才刚没]\s?$")
_PRICE = re.compile(r"费|钱|款|价|退|免|减|赔|补|收|打|扣|结|付|单|报|承担|给|算")

REDO = (
    "返工|返修|返洗|返做|重做|重洗|重擦|重新?(?:做|洗|擦|修|装|打扫|清洗|安装|收拾|上门|抛光|喷|刷|搞|弄|来|派|补|贴)|补做|补洗|补漆|补打扫|复检|复查|复修|复洗|复杀|复测"
    "|再(?:做|洗|擦|来|修|弄|打扫|上门|清洗|杀|喷|搞|派|去|补|清|清洁|跑)|二次上门|再次上门|上门(?:返修|维修|检修|修|复检|检测)|修补|重喷|补喷|补杀|重装|重刷|重派"
)
FREE = (
    "免费|无偿|不(?:再|另|用您?再|额外|多)?收(?:取)?(?:您|你|恁|侬)?(?:的)?(?:任何|一分|半分|一毛|二次)?(?:费用|费|钱)|不要(?:您|你|恁)?(?:的)?(?:一分)?钱|不花(?:您|你)?(?:一分)?钱"
    "|(?:不用|不要|不必|不让|不需要?|无须|无需|不使|唔使|唔洗|毋须|勿要|甭)(?:您|你|恁|侬|客户)?(?:再|另外|额外)?(?:掏|出|花|付|给|拿|俾|畀)(?:一分|半毛|一毛)?(?:钱|费)"
    "|(?:一分钱?|分文|一毛钱?|一个子儿?|一厘|一蚊)(?:都|也)?(?:不|唔|勿|没)(?:收|取|要|用)|不(?:计|另)费|免单|唔收(?:你|您)?钱|不(?:再)?收(?:您|你)(?=[，,。；;！!~～\\s]|$)|勿收(?:侬)?(?:一分)?(?:洋钿|钱)"
    "|一分洋钿(?:也|都)?[不勿]收|白(?:给|帮|替)|不算钱|不另收|不额外收|不收费"
)
_REDO = re.compile(
    rf"(?:{FREE})[^，,。；;！!？?\n]{{0,8}}?(?P<a>{REDO})|(?P<b>{REDO})[^。；;！!？?\n]{{0,12}}?(?:{FREE})"
)
_COUNT = re.compile(rf"[^，,。；;！!？?\n]{{0,4}}?(?P<n>{NUMBER})(?:次|遍|回|趟)")
_TWICE = re.compile(rf"(?P<n>{NUMBER})(?:次|遍|回|趟)[^，,。；;\n]{{0,3}}$")

_GIFT = Gated(
    r"(?P<verb>赠送|赠予|附送|补送|加送|另送|多送|白送|奉送|免费送|(?<![少没未漏派配运寄投错护接递发])(?<![^另]外)送(?!货|到|修|回|检|医|去|来|过|达|餐员|件|错|洗|快递|货上门|上门|的|您回|你回)|(?<![捐])赠(?!品|与)|搭(?!把|话|理|配|错))"
    r"(?P<to>给|您家?|你家?|恁|侬|咱家?|客户|一家|个|家里|一道|上){0,3}"
    r"(?P<what>[^，,。；;！!？?、\n\s:：（(]{2,18})"
    rf"|(?P<coupon>(?:{NUMBER}(?:元|块钱?)?的?)?(?:无门槛)?(?:优惠|代金|抵用|抵扣|现金|体验|消费|服务|保洁|清洗|折扣)?券)"
)
_GIFT_TAIL = re.compile(
    r"(?:作为|算是?|就当|当作|当|表示|以表|表达|给您|给你|补|赔|用来|抵|压压惊|行不|好不|可以|成不|中不|您看|你看|要不|好吗|行吗|吧|哈|哦|呢|啊|了).*$"
)
_ONE = re.compile(r"^(?:[一1](?=次|回|张|份|个|套|瓶|趟|桶|盒))?(?:次|回|张|份|个|套|瓶|趟|桶|盒)的?")


def amounts(text: str) -> list[Amount]:
    """Every measure in folded `text`, in the order of its places. One stretch may hold a gift and its sum."""
    return list(_amounts(text))


@lru_cache(maxsize=8)  # the steps of one reply ask in turn
def _amounts(text: str) -> tuple[Amount, ...]:
    found = [*_sums(text), *_shares(text), *redos(text), *gifts(text)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind)))


def _sums(text: str) -> list[Amount]:
    found: list[Amount] = []
    for match in _SUM.finditer(text):
        group = next(
            (name for name in ("signed", "unit", "jiao", "bare", "this", "cap", "then") if match[name] is not None), ""
        )
        value = number(match[group])
        if value is None:
            continue
        if (group == "bare" and value < 5 and match[0][-1] not in "元钱圆") or (
            group in ("then", "this") and value < 10
        ):
            continue
        if match["piece"] and _may_be_pieces(text, match, value):
            continue
        if match["tenths"]:
            value += (number(match["tenths"][0]) or 0) / 10
        if group == "jiao":
            value /= 10
        start = match.start(group) if group == "bare" else match.start()
        found.append(Amount(start, match.end(), "yuan", value, limit=_is_limit(text, start, match.end())))
    for match in _ROUGH.finditer(text):
        value = 100.0 * (number(match["one"]) or 1) if match["one"] is not None and "百" in match[0] else 0.0
        if not value:
            value = 10.0 * (number(match["ten"] or "一") or 1)
        if not any(one.start < match.end() and match.start() < one.end for one in found):
            found.append(Amount(match.start(), match.end(), "yuan", value))
    return found


def _may_be_pieces(text: str, match: re.Match[str], value: float) -> bool:
    """「那三块」 may be slabs; a verb of paying in front makes it money."""
    if value >= 5 or "钱" in match[0] or match["tenths"]:
        return False
    return not _PAY_BEFORE.search(text[max(0, match.start() - 8) : match.start()])


def _shares(text: str) -> list[Amount]:
    found: list[Amount] = []
    for match in _SHARE.finditer(text):
        around = text[max(0, match.start() - 12) : match.start()] + "|" + text[match.end() : match.end() + 8]
        if not _PRICE.search(around):
            continue
        if match["words"] or match["sign"]:
            value = number(match["words"] or match["sign"])
        elif match["tenth"]:
            value = 10 * (number(match["tenth"]) or 0) + (5 if match[0][-1] in "半五" else 0)
        elif match["off"]:
            paid = match["off"]
            value = 100 - (number(paid.replace("五", "5") if len(paid) == 1 else paid[0]) or 0) * 10
            if len(paid) > 1:
                value -= number(paid[-1]) or 0
        elif match["half"]:
            if _WASTED.search(text, max(0, match.start() - 2), match.start()):
                continue
            value = 50.0
        else:
            value = 100 * (number(match["times"]) or 0)
        if value:
            found.append(Amount(match.start(), match.end(), "percent", value, limit=_is_limit(text, *match.span())))
    return found


def redos(text: str) -> list[Amount]:
    """Repeats of the work that are said to be free."""
    found: list[Amount] = []
    for match in _REDO.finditer(text):
        count = _COUNT.match(text, match.end()) or _TWICE.search(text[max(0, match.start() - 8) : match.start()])
        end = match.end()
        value = number(count["n"]) if count else None
        if count and count.string is text:
            end = count.end()
        found.append(Amount(match.start(), end, "redo", value if value and value < 20 else 1.0))
    return found


def gifts(text: str) -> list[Amount]:
    """What is said to be given besides money, vouchers included; the gift's name is in `what`."""
    if not any(letter in text for letter in "送赠搭券"):
        return []
    found: list[Amount] = []
    for match in _GIFT.finditer(text):
        if match["coupon"]:
            what, end = match["coupon"], match.end()
        else:
            what = _GIFT_TAIL.sub("", match["what"])
            end = match.start("what") + len(what)
            what = _ONE.sub("", what)
        if len(what) >= 1:
            found.append(Amount(match.start(), end, "gift", 1.0, what))
    return found


def _is_limit(text: str, start: int, end: int) -> bool:
    return bool(_LIMIT_AFTER.match(text, end) or _LIMIT_BEFORE.search(text[max(0, start - 12) : start]))
