"""Rules for the step empathy: apology or thanks, feelings, and the customer's own circumstances."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.offline.hits import Hit
from scoring.offline.reading import Reading
from scoring.offline.rules.feelings import feelings
from scoring.offline.rules.specific import specifics

_ACKNOWLEDGE = re.compile(
    # apologies proper, in the standard language and in dialect
    r"(?P<sorry>对不起|对不住|对不[主注]|对你?[您恁侬]?[唔勿]起|对唔住|对勿[住起]|对[您你恁侬]不[住起]|抱歉|报歉|抱欠|歉意|致歉|道歉|道个歉|道声歉|深感歉|[赔陪](?:了|个|句|声|一个|您个|你个)?(?:不是|礼(?!品|物|金)|罪)|请罪"
    r"|不好意思|唔好意思|勿好意思|不好意西|见谅|谅解|包涵|海涵|原谅|sorry|得罪了|打扰您了)"
    # the fault or the shame owned towards the customer
    r"|(?P<owned>过意不去|过意勿去|于心不安|是(?:我们?|咱们?|俺们?|阿拉|我哋|额们?|店里|公司|平台)(?:这边|店|自己)?的?(?:真的?|确实)?(?:不好|不对|不是(?=[，,。！!\s]|$)|对不住|对不起|亏欠)"
    r"|(?:我们?|咱们?|俺们?|店里)的?(?:不是|罪过)(?=[，,。！!\s]|$)|认(?:了|个|一个)?(?:错|不是|罪)|愧对|臊得我|给[您你恁]鞠[了个]?一?个?躬|鞠[了个]?一?个?躬|低[了个下]?这?个?头|低个?头|惭愧|愧疚|内疚|羞愧|汗颜|没脸|臊得慌|脸红|无地自容"
    r"|(?:这|是)?(?:罪过|过失)在(?:我|我们|俺)|亏欠[您你恁]|欠[您你恁]一[个句声](?:道歉|对不起)?|辜负了?[您你恁]|[深表]{1,2}遗憾|遗憾)"
    # thanks for telling us
    r"|(?P<thanks>(?:谢谢|感谢|多谢)[您你恁侬](?:没|还肯|肯|能|愿意|耐着)|(?:谢谢|感谢|多谢|谢)(?:[您你恁侬]|大哥|大姐|姐|阿姨|叔叔)?[^，。！？,!?；;\n]{0,4}?(?:提醒|反馈|告诉|告知|反映|指出|指正|监督|批评|打来|打电话来|直说|说出来|讲出来|说一声|说了|没憋着|来找|来说|来讲|肯[说讲来打]|还肯|愿意[说讲来打]|如实|及时[说告打]|把(?:这|事|情况)|提[了出的]|这份厚道|实话|包容|体谅|等|跑[来这]|发[来照视]|坦诚|直言|宝贵))"
)
_THANKS_CLOSING = re.compile(r"耐心|支持|理解|来电|配合|信任|惠顾|光临|关注|等待|等候|合作")

_THANKS_FOR = re.compile(r"提醒|反馈|告诉|指出|反映|监督")
_PARDON = ("原谅", "谅解", "包涵", "海涵", "见谅")
_BEGGED = re.compile(r"请|望|敬|求|您|你|多")
_SHAME = ("脸红", "低个头", "没脸", "臊得慌", "臊得我", "遗憾", "内疚", "羞愧")

# What turns the words round. Each is looked for near the match.
_DENIED = re.compile(
    r"(?:不(?:会|想|该|用|必|需要?|打算|觉得|愿意?|准备|可能|应|是(?:来|要|在)?)|没(?:有|啥|什么)?(?:必要|打算|想|理由|义务|觉得|什么|啥)?|没说过?|无需|无须|凭什么|凭啥|谈不上|有[什啥]么?|何来|休想|别想|拒绝)(?:值得|再|给|跟|向|说|[您你]|什么|啥|需要|要|去|人|客户|任何|可|好|声|句|个|一|觉得){0,4}$"
)
_DENIED_AFTER = re.compile(
    r"^归|^[^，。！？,!?]{0,4}(?:的地方|个?(?:什么|啥|屁|毛线)|才舒服|才满意|这[俩两几]个?字|没用|[^。]{0,8}统统没有|[^。]{0,6}一概没有|有什么用|有啥用|有用吗)"
)
_DEMANDED = re.compile(
    r"难道|凭什么|凭啥|还要我|还想让我|非要我|非得|要我(?:给|跟|向)?|让我(?:给|跟|向)?[您你恁]?$|不叫|算什么|[您你](?:应该|得|该)(?:给|跟|向|我)|请?[您你](?:先)?(?:给|跟|向)[我师阿]"
)
_CONDITION = re.compile(
    r"(?:要是|如果|若是|假如|倘若|等|除非|只有)[^。！？!?]{2,24}(?:就|才|再|我[就才再])[^。！？!?]{0,8}$"
)
# An apology to a thing mocks; one to persons, or to their trust, doesn't.
_THING = r"(?:阳台|沙发|台面|地板|墙(?:面|壁)?|空调|冰箱|窗户?|窗帘|地毯|柜子|衣柜|橱柜|桌子|椅子|床垫?|灶台|油烟机|马桶|厨房|卫生间|客厅|卧室|房子|门|锁|车|手机|电视|洗衣机|热水器|衣服|裙子|鞋|包|杯子|碗|锅|灯|管子|水龙头|钱包?)"
_TO_A_THING_AFTER = re.compile(
    rf"^(?:您|你)家?的?(?:这|那)?(?:个|台|张|块|件|条|套|扇)?{_THING}(?:行了|行不|好了|可以了|了|吧|[，。！？,!?…~]|$)"
)
_TO_A_THING_BEFORE = re.compile(
    rf"(?:跟|给|向|对|和)(?:您|你)?家?的?(?:这|那)?(?:个|台|张|块|件|条|套|只)?(?:{_THING}|猫|狗|鱼)[^，。！？,!?]{{0,3}}$"
)
_RULE = re.compile(r"统一规定|规定|规则|政策|条款|协议|行业惯例|标准|物价|收费|无法|不能|不可|不予|不支持|概不|正常")

_BUT = r"(?:但是?|可是?(?!以|能)|不过|然而|只是|只不过|话说回来|话又说回来|再说|问题是|其实|毕竟|奈何|要说)"
_REBUTTAL = re.compile(
    rf"{_BUT}[^。！？!?]{{0,30}}(?:不怪|怪不[着到得了]|不能怪|怨不|赖不|不赖|不关我|不是(?:我们|我|俺|公司|店里)|跟(?:我们|咱|公司|平台|店)[^，。?]{{0,3}}(?:没|无)关|没(?:有)?关系|与(?:我们|本)[^，。?]{{0,3}}无关|[您你](?:自己|家|也|当时|应该|得|先|要是|没|那|这|们|拿|非|早|不)"
    rf"|正常|没办法|没辙|难免|规定|管不[了着]|不归|不由|没错|谁[也都洗来拦]|厂家|天气|堵车|不可能|不至于|哪有|哪能|猫长着|机器老|算不[了到上]|不能算|不认|概不|别家|人家也|怎么不|这么不|受害|也是头回|头回见)"
)
_SHIFT = re.compile(
    r"^[^。！？!?]{0,34}?(?:(?:都|全|只能|要|得|应该|该|就)怪(?!我|俺|咱|自家|阿拉|店|公司没|额)[^，。！？?]{1,8}|责任[^，。！？?]{0,4}(?:他们|厂家|师傅|您|你|第三方)|跟(?:我们|咱们?|公司|平台|店里?)[^，。！？?]{0,6}(?:没|无)关|不(?:是|赖|怪|怨)(?:我们|咱们?|俺们?|师傅|机器|灯)"
    r"|是[您你](?:自己|家|自家|没|当时|先)|[您你]家自己|[您你](?:自己|自个儿)(?:没|不|弄|搞|按|装))"
)


def hits(reading: Reading) -> Iterator[Hit]:
    """Yield what is met of `empathy.acknowledge`, `empathy.feeling` and `empathy.specific`."""
    acknowledged = list(acknowledgements(reading))
    felt = list(feelings(reading))
    yield from acknowledged
    yield from felt
    yield from specifics(reading, acknowledged, felt)


def acknowledgements(reading: Reading) -> Iterator[Hit]:
    """Apologies and thanks on our side that are meant and not taken back in the same sentence."""
    text = reading.text
    for match in _ACKNOWLEDGE.finditer(text):
        clause = reading.clause_at(match.start())
        number = reading.sentence_at(match.start())
        sentence = reading.sentence_text(number)
        at = match.start() - reading.sentence_starts[number]
        before, after = sentence[:at], sentence[at + len(match[0]) :]
        if clause.quoted or _turned(match[0], before, after):
            continue
        strength, rule = _strength(match, before, after, clause.text)
        if _REBUTTAL.search(after[:60]) or _SHIFT.match(after):
            strength = min(strength, 0.35)
        start = match.start()
        yield Hit("empathy.acknowledge", max(clause.start, start - 6), min(clause.end, match.end() + 8), strength, rule)


def _turned(words: str, before: str, after: str) -> bool:
    near = before[-14:]
    if words in ("不好意思", "遗憾", "见谅", "谅解") and re.search(r"(?:都|会|挺|怪|觉得)$", near) and "我都" in near:
        return True
    if (_DENIED.search(near) and words[0] != "不") or _DENIED_AFTER.match(after):
        return True
    if _TO_A_THING_AFTER.match(after) or _TO_A_THING_BEFORE.search(near):
        return True
    if _DEMANDED.search(before[-10:]) or _CONDITION.search(before[-40:]):
        return True
    # A grade of quotation without marks: 「说句对不起您才舒服」「说“抱歉”」.
    return bool(re.search(r"(?:不说|没说过?|说什么|叫什么|归)$", before[-5:]))


def _strength(match: re.Match[str], before: str, after: str, clause: str) -> tuple[float, str]:
    words = match[0]
    if match["thanks"]:
        closing = _THANKS_CLOSING.search(words + after[:4]) and not _THANKS_FOR.search(words)
        return (0.3, "acknowledge.closing") if closing else (0.85, "acknowledge.thanks")
    if match["owned"]:
        return _owned_strength(words, clause)
    if words in _PARDON and _asked_for_a_rule(words, before, after):
        return 0.35, "acknowledge.asked"
    return 0.95, "acknowledge.sorry"


def _asked_for_a_rule(words: str, before: str, after: str) -> bool:
    """Whether pardon is only mentioned, or asked for a rule rather than for a fault of ours."""
    if not _BEGGED.search(before[-5:] + "|" + after[:3]):
        return True
    rule = words in ("谅解", "原谅") and _RULE.search(before[-30:])
    return bool(rule) and not re.search(r"抱歉|对不|不便|审核|敬请", before[-30:])


def _owned_strength(words: str, clause: str) -> tuple[float, str]:
    if words == "遗憾" and len(clause) <= 6:
        return 0.6, "acknowledge.regret"
    if words in _SHAME and not re.search(r"我|俺|咱|店|深|先|替", clause):
        return 0.4, "acknowledge.shame"
    if words in ("没脸", "臊得慌", "臊得我", "脸红"):
        return 0.62, "acknowledge.shame"
    return 0.85, "acknowledge.owned"
