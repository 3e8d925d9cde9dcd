"""Finds offers of money: sums and shares that we pay or forgo, and fees given back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scoring.offline.amounts import REDO, Amount
from scoring.offline.gated import Gated
from scoring.offline.numerals import NUMBER
from scoring.offline.paying import ALL, LOSS_NOUN, OWN_FEES, US, YOU, Payment
from scoring.offline.reading import Reading

_GIVE = r"(?:打个?$|折现|赔付|赔偿|赔|补偿|补贴|补助|贴补|贴|补|退还|退回|返还|退|返|减免|减掉?|免掉?|少收|少算|抵扣|抵|报销|承担|垫付?|优惠|便宜|让利|扣减|扣掉|扣除)"
_HAND = r"(?:给|转|打|发|放|送|折现?|添|塞|扫|(?:我们?|俺们?|公司|店里|咱们?|平台)[^，。?]{0,4}(?:出|掏|拿|付|垫))"
_PAY_LEFT = re.compile(
    rf"(?P<sure>{_GIVE})[^，。！？!?；;\n]{{0,14}}$|(?P<hand>{_HAND})(?:了|出|上|给|回|去|到|{YOU}|账户|卡|里|微信|个|张|发|再|另外|先|最多|一|、|\s){{0,6}}$"
)
_PAY_RIGHT = re.compile(
    rf"^(?:左右|以内|之内|内|的|钱|整|多|块|元|费|里头|里|，|,|\s|[^，。！？!?；;\n]{{0,12}}?(?:费|钱|款))?(?:，|,|\s)?[^，。！？,!?；;\n\s]{{0,6}}?(?P<sure>退|免(?!费)|减|赔|抵|不收|不要(?!求|紧|急)|划掉|抹|少收|{US}(?:{ALL})?(?:出|掏|来|担|认|承担|报|垫|付)|公司出|店里出|报销|报了?(?=[，,。]|$)|给{YOU}(?![换修开装做办看查约解])|可以给(?!您换)|能给(?!您换)|照给|一分不留|不留|(?:的)?(?:无门槛)?(?:优惠|代金|抵用|抵扣|现金)?(?:券|红包)|补(?:给)?{YOU}|打(?:给|到|回){YOU}?|给{YOU}报|按[^，。?]{{0,6}}全?赔|归{YOU}|照(?:单)?(?:付|赔|报)|现付|现给|当[面场](?:给|批|付)|现金[^，。?]{{0,3}}(?:塞|给)|原路(?:回|退|返|走)|走原路|(?:到|从|在)?[^，。?]{{0,4}}(?:现付|当[面场](?:给|批|付))|返(?:给|还|回|到))"
)
_NAMED_COST = re.compile(
    r"(?:检查|挂号|医药|医疗|药|诊|缝针?|拖车|打车|开锁|住宿|酒店|清理|干洗|检测|复测|调律|维修|修补|补漆|置装|裁缝|玻璃|材料|肉|菜|运|误工|停车)(?:费|钱|那|的钱|[一二两三四五六七八九0-9])|看[^，。?]{1,4}的钱|压车费|押车费"
)
# The sum first, what becomes of it after more words: 「这五百今天下班前能给您打过去」.
_PAY_LATER = re.compile(
    rf"[^。！？!?；;\n]{{0,34}}?(?:(?:转|打|退|划|返|塞|付|赔|补|放(?=[到进]))(?:到|进|回|给|在)?(?:{YOU}|过[去来]|原)|给{YOU}(?:打|转|退|赔(?![礼罪不个])|补|放|塞)|[扫转]{YOU})"
)
_FEE = r"(?:费用?|工钱|工时费|钱(?!包|财|的事)|款(?!待|式|项流程)|服务费|票款?|账单?|全款|全额|本单|月租|房租|这[一]?单|这[一]?[趟次顿回餐]|单子|订单|一半儿?|全数|全部|[一二两三四五六七八九]成)"
_REFUND = Gated(
    # verb first
    rf"(?P<verb>(?:全额|全部|全数|一律|全|先|直接|现在)?(?:退还|退回|返还|退掉?|返(?![来去嚟洗工修做转复])|减免|免除|免去|免掉|免收|全免|免(?!费|得|不|疫)|不收|不再收|少收|抹(?:掉|去)|划掉|减(?!少|轻|速|肥)))(?:了|给|还|回|掉|去|{YOU}|这|那)*(?P<mid>[^，。！？,!?；;：:\n\s]{{0,10}}?){_FEE}"
    # fee first
    rf"|(?P<fee>[^，。！？,!?；;：:\n\s]{{0,8}}?(?:费用?|工钱|洋钿|钱(?!包|财)|款(?!待|式|项)|本单|这[一]?单|这[一]?[趟次顿回餐]|单子|订单|月租|房租|票|{NUMBER}(?:块|元)|一分(?!钟)))(?:，|,|\s)?(?:我|就|给|也|都|{YOU}|们|来|全部?|先|今天|今晚|现在|店里|公司|这个?月|直接|没脸要|帮|统统|已经?|一并|一块儿?|原路|明早|明天|当场|由|俺|给您|负责|这边|会|可以|能|照|先|平台|垫|不|、){{0,7}}(?:，|,|\s)?(?:我|全数|给{YOU}|就|也)?"
    rf"(?P<done>(?:全额?)?退(?!货|出|换|休|潮)|免(?:了|掉|去|单|收|除|{YOU}|$)|全免|免(?=[，,。])|不收(?!费)|不要(?:您|你|恁|侬)的?(?:了|啦)?(?=[，,。！!\s]|$)|不要了?(?=[，,。！!\s]|$|您|人|明|补|抵|算)|没脸要|减半|抹(?:掉|去|零)|划掉|一分[^，。?]{{0,2}}(?:不|没)|分文不|不算(?:您|你)?的?钱|不计|唔收|收一半|收半|打[一二三四五六七八九1-9]五?折|减(?:掉|免)|返(?:还|给|回)|(?:补|转|打|赔)给{YOU}|可以给(?!您换)|照给|一分不留)"
    # fee first, where it goes later
    rf"|(?P<goes>(?:费用?|工钱|钱(?!包|财)|款(?!待|式|项|台)|票|差价)[^。！？!?；;\n]{{0,16}}?(?:(?:退|转|打|补|返)(?:到|回|给|进)(?:{YOU}|原)))"
    r"|(?P<bare>免单|全额退款?|全款退|全退(?!不)|全额退|全免(?!费)|照单全退|退一赔[一二三十]|假一赔[一二三十]|退您钱|退钱给您|退款给您|给您退款|退您全|本单不收|收(?:您|你)?(?:一半|半价|半费)|全(?:部|数|额)?(?:都|给|我)*(?:给)?(?:您|你|恁)退)"
)
_SPAN_OF_FEE = re.compile(rf"(?P<span>(?:半|{NUMBER})个?(?:半)?(?:天|晚|周|个?月|季度|年))(?:的)?[^，。?]{{0,4}}费")

_UPPER = re.compile(r"上限|标准是|最高(?!赔(?:您|你|[一二三四五六七八九两0-9]))")
_TO_YOU = re.compile(r"赔您|赔你|给您")
_THIS_ORDER = re.compile(r"[这本][单次趟回]|今|费|账单|给您打|这[一]?[单趟]")
_FROM_US = re.compile(rf"{YOU}|我|公司|店里")
_TO_OTHERS = re.compile(r"给(?:他|她|师傅|佢)|转给别")
_OWN_FEE = re.compile(OWN_FEES)


def sums(reading: Reading, measures: Sequence[Amount]) -> Iterator[Payment]:
    """Sums and shares with a verb of paying about them."""
    text = reading.text
    for one in measures:
        if one.kind not in ("yuan", "percent"):
            continue
        left = _PAY_LEFT.search(text[max(0, one.start - 18) : one.start])
        right = _PAY_RIGHT.match(text[one.end : one.end + 26])
        strength = _verb_strength(text, one, left, right)
        if not strength:
            continue
        start = one.start - (len(left[0]) if left else 0)
        end = one.end + (right.end() if right else 0)
        ahead = text[max(0, start - 6) : one.end]
        if _UPPER.search(ahead) and not _TO_YOU.search(text[max(0, start - 4) : end]):
            strength = 0.45
        if text[one.end - 1] == "折" and not _THIS_ORDER.search(text[max(0, start - 10) : one.end + 12]):
            strength = 0.42  # the price of something to be bought
        around = text[max(0, one.start - 9) : min(end, one.end + 9)]
        named = _NAMED_COST.search(around)
        cost = named[0] if named and not _OWN_FEE.search(around) else ""
        rule = "named.sum" if one.kind == "yuan" else "named.share"
        yield Payment(start, end, f"{one.kind}:{one.value:.12g}", strength, rule, cost)


def _verb_strength(text: str, one: Amount, left: re.Match[str] | None, right: re.Match[str] | None) -> float:
    if (left and left["sure"]) or right:
        return 0.93
    if one.kind == "percent":
        return 0.0
    if left is None:
        return 0.64 if _PAY_LATER.match(text[one.end : one.end + 34]) else 0.0
    ends = text[max(0, one.start - 12) : one.start] + "|" + text[one.end : one.end + 6]
    return 0.72 if _FROM_US.search(ends) and not _TO_OTHERS.search(ends) else 0.4


_GUARD = re.compile(r"[费钱款单票账全免收]")
_FREE_WORK = re.compile(r"不(?:再)?收(?:您|你|恁)?(?:的)?(?:钱|费用?|票)\Z")
_WHERE_TO = re.compile(r"下单|付[款钱]|账户|原路")
_BARE_REFUND = re.compile(r"(?:直接|现在)?退(?:款|费|票|钱|单)\Z")
_BENEFITS = re.compile(rf"(?:给|替|帮){YOU}$|我[^，。?]{{0,3}}$|已经?$")
_DONE = re.compile(r"(?:给|也|都|这就|已)?(?:您|你)?(?:点了|办了|提了|批了|操作|已|刚点|马上|今天|现在)")
_PROCEDURE = re.compile(r"退款?(?:流程|申请|通道|进度|规则|政策|单)|扣款|付款|收款|打款")
_REFUND_TO = re.compile(r"退(?:您|你|还|给)")


def fees(reading: Reading, measures: Sequence[Amount]) -> Iterator[Payment]:
    """Fees refunded, waived or cut, with or without their sum."""
    text = reading.text
    if not _GUARD.search(text):
        return
    for match in _REFUND.finditer(text):
        words = match[0]
        if _FREE_WORK.match(words) or (match["verb"] and _WHERE_TO.search(words)):
            continue  # free work is found as that; a place for the money is no offer
        inside = next(
            (one for one in measures if one.kind in ("yuan", "percent") and match.start() <= one.start < match.end()),
            None,
        )
        yield Payment(
            match.start(), match.end(), _fee_offer(text, match, inside), _fee_strength(text, match, inside), "named.fee"
        )


def _fee_offer(text: str, match: re.Match[str], inside: Amount | None) -> str:
    words = match[0]
    span = _SPAN_OF_FEE.search(words)
    if span and re.search(r"免|减", words):
        return f"waive:{span['span']}"
    if inside:
        return f"{inside.kind}:{inside.value:.12g}"
    if re.search(r"一半|减半|收半", words):
        return "percent:50"
    return _given_back(text, match)


def _fee_strength(text: str, match: re.Match[str], inside: Amount | None) -> float:
    words, verb = match[0], match["verb"] or ""
    strength = 0.88
    if verb and not inside and _BARE_REFUND.match(words):
        before, after = text[max(0, match.start() - 5) : match.start()], text[match.end() : match.end() + 8]
        strength = 0.8 if _BENEFITS.search(before) else 0.6 if _DONE.match(after) else 0.35
    if "把" in words and "我" not in words:
        strength = min(strength, 0.4)
    if verb.endswith(("收", "减")) and not re.search(r"不收|免收|少收|不再收", verb) and not inside:
        strength = min(strength, 0.6)
    if _PROCEDURE.search(words) and not _REFUND_TO.search(words):
        strength = 0.3
    return strength


def _given_back(text: str, match: re.Match[str]) -> str:
    words, after = match[0], text[match.end() : match.end() + 5]
    if re.match(r"(?:给|还|回)?(?:您|你|恁|侬)?(?:了)?(?:一半|半)", after):
        return "percent:50"
    before = text[max(0, match.start() - 10) : match.start()]
    if (
        words.startswith(("一分", "分文"))
        or re.search(r"(?:工|料|手工)钱", words)
        or re.search(r"^这[一]?[趟次回].*(?:分文|一分)", words)
    ):
        return "free"
    if match["bare"] and re.search(REDO, before):
        return "redo"
    if match["goes"] and re.search(LOSS_NOUN, re.sub(OWN_FEES, "", before + words[:6])):
        return f"cost:{before[-4:]}{words[:2]}"
    return "refund"
