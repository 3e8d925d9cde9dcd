"""What a trainee may offer on her own authority, as an object or as a sentence that is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from scoring.offline.amounts import Amount, amounts, gifts
from scoring.offline.folding import fold
from scoring.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Authority:
    """The trainee's authority in one scenario.

    `stated` is False where nothing is known of it (「未给出」): then nothing is judged to be beyond it. `yuan` is the
    highest sum of money in yuan; `percent` the highest share (0–100) of `percent_of` (「本单费用」), whose amount in
    yuan is `base` where it is known; `redo` how many free repeats; `gifts` what may be given; `needs_proof` what is paid
    only against a receipt, an inspection or a superior's word; `forbidden` what must not be promised. `text` is the
    sentence that it was read from.
    """

    stated: bool = False
    yuan: float | None = None
    percent: float | None = None
    percent_of: str = ""
    base: float | None = None
    redo: int = 0
    gifts: tuple[str, ...] = ()
    needs_proof: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    text: str = ""


_SILENT = re.compile(
    r"\s*(?:未给出|未给|未说明|未提供|未知|未定|未写明|不详|不明|不清楚|没有?给出|没有?说明|没说|暂无|无说明|略|none|n/a|unknown|-+|—+|/|\?)?[。.\s]*\Z"
)
_ASIDE = re.compile(r"[(（]([^()（）]{0,40})[)）]")
_CLAUSE = re.compile(r"(?:[(（][^()（）]{0,40}[)）]|[^,，;；。、\n])+")

_FORBIDDEN = re.compile(
    r"(?:不得|不能|不可以?|不许|不准|不允许|不要|切勿|请勿|禁止|严禁|无权|无法|不应|不(?=承担|承诺|外发|透露|赔|退|送|减|免|打折|支持)|勿)"
    r"(?:擅自|随意|自行|私自|当场|口头|直接|对外|再|向客户)?(?:承诺|答应|许诺|保证)?"
)
_PROOF = re.compile(
    r"凭(?!什么|空)[^,，;；。]{0,8}|(?:须|需|要|得|应|必须|由|报|经)[^,，;；。]{0,6}(?:主管|经理|店长|站长|上级|领导|总部|公司|财务|质检|保险|区域)[^,，;；。]{0,4}(?:批|定|同意|审|报|请示|核|确认|签)?"
    r"|(?:核实|核查|查实|查清|定损|检测|质检|鉴定|复检|核工单|查工单|验收|查明|责任认定|定责)[^,，;；。]{0,3}(?:后|再|才|确认|属实)|若(?:属|是|确)|如(?:属|确|系)|确属|超出(?:部分)?(?:须|需|报|走|由)|走(?:公司|门店)?(?:保险|退款流程|理赔|流程)|须报|需报|报(?:主管|经理|店长|上级)"
)
_SUPERIOR = re.compile(r"主管|经理|店长|站长|校长|院长|上级|领导|总部|审批|批准|请示|须报|需报")
_PERSON = re.compile(r"阿姨|师傅|护工|护理|月嫂|育儿嫂|老师|人|组长|保洁员|司机|教练|家教")
_WITHOUT_ASKING = re.compile(r"(?:无需|无须|不用|不必|不需)(?:请示|报批|审批|上报|主管)")
_WHOLE = re.compile(
    r"(?:全额|全数|全部)?(?:退还|退回|退|减免|减|免除|免(?!费)|返还)(?:还|回|掉|去|收)?(?:全部|全额)?(?P<of>[^,，;；。()的或、]{0,10}?(?:费用?|款|差价|差额|金额|部分|钱|年费|定金|订金|押金|保费|房费|餐费|工钱))"
    r"|(?P<of2>[^,，;；。()可]{0,8}(?:部分|费用?|差价|金额|款|押金))(?:可以?)?(?:全额|全数|全部)?(?:退还|退回|退|免)"
    r"|按(?P<of3>[^,，;；。]{0,8})(?:退款|赔付|赔偿)|(?P<of4>)退款(?!流程)|在(?P<of5>[^,，;；。]{0,8}价)以内(?:赔|补)|退(?P<of6>差价|差额)|支持[^,，;；。]{0,4}(?P<of7>价保)|退(?P<of8>本单|本次|全款|票|课|卡|[^,，;；。]{1,4}票)"
)
_PART_OF = re.compile(
    r"(?:退还|退回|退|减免|减|免|返还|补偿|赔偿|赔付|赔|优惠|抵扣|打)(?:还|回|收)?(?P<of>[^,，;；。()0-9]{0,10}?)(?:的|之)?$"
)
_AFTER_PART = re.compile(r"(?:以内|之内|以下)?(?:的)?(?P<of>[^,，;；。()0-9或]{0,8}?(?:费用?|款|钱|价))")
_REDO = re.compile(
    r"返工|返修|返洗|返做|重(?:做|洗|擦|拍|配|装|修|刷|喷|漆|贴|铺)|重新(?:做|洗|清洗|安装|打扫|维修|派送)|补(?:做|洗|漆|喷|药|打扫)(?!.{0,2}小时)|复(?:检|查|杀|洗|治|修|做)|复测(?!费)|再(?:做|洗|次上门|上门)|二次上门"
    r"|(?:免费|安排)[^,，;；。]{0,8}?(?:修补|抛光|维修|上门检测|上门检修|打扫|清洗|做一次|做一遍)"
)
_TIMES = re.compile(r"([0-9一二两三四五])(?:次|遍|回)")
_OTHER = re.compile(
    r"免费(?P<free>[^,，;；。()或、]{1,12})|(?P<extra>(?:多做|补做|加做|延长|补课时?|补发|补寄|冻结|转让|冻结一年|提供)[^,，;；。()或]{0,10})|(?P<swap>(?:更换|换)(?!.{0,3}(?:阿姨|师傅|护工|护理|月嫂|育儿嫂|老师|人|组长|保洁|司机))[^,，;；。()或、]{1,8})"
)
_LEAD = re.compile(r"^(?:可以?|能|另|并|也|还|先|当场|当天|最高|最多|其余)+")


@lru_cache(maxsize=256)
def authority_from_text(text: str) -> Authority:
    """Read a sentence such as 「补偿不超过100元或一次免费返工」. What isn't understood is kept in `text` only."""
    folded = fold(text)
    if _SILENT.match(folded):
        return Authority(text=text)
    known = Authority(stated=True, text=text)
    for match in _CLAUSE.finditer(folded):
        known = _with_clause(known, match[0].strip())
    return known


def _with_clause(known: Authority, clause: str) -> Authority:
    aside = " ".join(_ASIDE.findall(clause))
    plain = _ASIDE.sub("", clause)
    forbidden = _FORBIDDEN.search(plain)
    if forbidden and not _WITHOUT_ASKING.search(plain) and "不超过" not in plain and "不高于" not in plain:
        what = (plain[forbidden.end() :] or plain[: forbidden.start()]).strip(" 的")
        if forbidden[0] == "不":
            what += plain[: forbidden.start()]
        known = replace(known, forbidden=(*known.forbidden, what or plain))
        plain = plain[: forbidden.start()]
    if _PROOF.search(plain) and not _WITHOUT_ASKING.search(plain):
        known = replace(known, needs_proof=(*known.needs_proof, _LEAD.sub("", plain)))
        if _SUPERIOR.search(plain):
            return known  # what a superior must allow is no authority of hers
    measured = amounts(plain)
    known = _with_shares(known, plain, aside, measured)
    sums = [one.value for one in measured if one.kind == "yuan" and not _inside_gift(one, measured)]
    if aside:
        sums += [one.value for one in amounts(aside) if one.kind == "yuan" and one.limit]
    if sums and not re.search(r"(?:费|部分|款)共?[0-9零一二两三四五六七八九十百千万]+元?$", plain):
        known = replace(known, yuan=max([*sums, known.yuan or 0]))
    elif sums:
        base = max(sums)
        known = replace(known, yuan=max(base, known.yuan or 0), base=known.base if known.base else base)
    if _REDO.search(plain):
        times = _TIMES.search(plain)
        known = replace(known, redo=max(known.redo, int("0一二三四五".find(times[1])) if times and times[1] in "一二三四五"
                                        else 2 if times and times[1] == "两" else int(times[1]) if times else 1))  # fmt: skip
    return replace(known, gifts=tuple(dict.fromkeys((*known.gifts, *_given(plain)))))


def _with_shares(known: Authority, plain: str, aside: str, measured: list[Amount]) -> Authority:
    base = next((one.value for one in amounts(aside) if one.kind == "yuan" and not one.limit), None)
    shares = [one for one in measured if one.kind == "percent"]
    if shares:
        share = max(shares, key=lambda one: one.value)
        before, after = _PART_OF.search(plain[: share.start]), _AFTER_PART.match(plain, share.end)
        of = (before["of"] if before else "") or (after["of"] if after else "")
        of = of or plain[: share.start].strip()
        of = _LEAD.sub("", re.sub(r"^(?:最高可?|可)?(?:按合同)?(?:赔|退)", "", of))
        if known.percent is None or share.value > known.percent:
            known = replace(known, percent=share.value, percent_of=_whole_order(of), base=base or known.base)
        return known
    whole = _WHOLE.search(plain)
    if whole and not any(one.kind == "yuan" and one.limit for one in measured):
        of = next((value for value in whole.groupdict().values() if value), "")
        of = _LEAD.sub("", re.sub(r"[0-9零一二两三四五六七八九十百千万]+元.*$|共$", "", of))
        known = replace(
            known,
            percent=max(100.0, known.percent or 0),
            percent_of=_whole_order(of),
            base=base or known.base,
        )
    return known


def _whole_order(of: str) -> str:
    return "本单费用" if of in ("", "款", "费", "费用", "本单", "本次", "全款") else of


def _inside_gift(one: Amount, measured: list[Amount]) -> bool:
    return any(gift.kind == "gift" and gift.start <= one.start and one.end <= gift.end for gift in measured)


def _given(plain: str) -> list[str]:
    given = [one.what for one in gifts(plain)]
    given = [one for one in given if not any(one != other and one in other for other in given)]
    for match in _OTHER.finditer(plain):
        what = next(value for value in match.groupdict().values() if value)
        if (
            not _REDO.search(match[0])
            and not _PERSON.search(what)
            and not any(what in one or one in what for one in given)
        ):
            given.append(what)
    return given


# The object form, as scenarios write it.

_KEYS = ("yuan", "percent_of", "redo", "gifts", "needs_proof", "forbidden")
_EVERYTHING = "一切赔付"


def authority_from_object(value: object) -> tuple[Authority, list[Sentence]]:
    """Read an untrusted object with the keys yuan, percent_of, redo, gifts, needs_proof and forbidden.

    Faults come back as sentences; what is sound beside them is kept. A string is read as `authority_from_text`
    reads it. None is an authority that isn't stated.
    """
    if value is None:
        return Authority(), []
    if isinstance(value, str):
        return authority_from_text(value), []
    if not isinstance(value, Mapping):
        return Authority(), [Sentence("权限要写成一句话，或写成带有 yuan 等键的表。",
                                      "Authority must be a sentence or a mapping with keys such as yuan.")]  # fmt: skip
    faults: list[Sentence] = []
    for key in value:
        if key not in _KEYS:
            known = "、".join(_KEYS)
            faults.append(Sentence(f"权限里没有“{key}”这一项；可以写：{known}。",
                                   f"Authority has no '{key}'; it may have: {', '.join(_KEYS)}."))  # fmt: skip
    percent, percent_of, base = _share(value.get("percent_of"), faults)
    authority = Authority(
        stated=any(key in value for key in _KEYS),
        yuan=_number(value.get("yuan"), "yuan", faults),
        percent=percent,
        percent_of=percent_of,
        base=base,
        redo=_redo(value.get("redo"), faults),
        gifts=_names(value.get("gifts"), "gifts", "赠送", faults),
        needs_proof=_names(value.get("needs_proof"), "needs_proof", _EVERYTHING, faults),
        forbidden=_names(value.get("forbidden"), "forbidden", "赔偿", faults),
    )
    if not authority.stated:
        return Authority(), faults
    return replace(authority, text=in_words(authority).zh), faults


def _number(value: object, key: str, faults: list[Sentence], most: float = 10_000_000) -> float | None:
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most:
        return float(value)
    faults.append(
        Sentence(f"“{key}”要写成 0 到 {most:.0f} 之间的数。", f"'{key}' must be a number from 0 to {most:.0f}.")
    )
    return None


def _share(value: object, faults: list[Sentence]) -> tuple[float | None, str, float | None]:
    if not isinstance(value, Mapping):
        return _number(value, "percent_of", faults, 1000), "本单费用" if value is not None else "", None
    if "percent" in value:
        of = value.get("of", "本单费用")
        if not isinstance(of, str):
            faults.append(Sentence("“percent_of.of”要写成文字，例如“本单费用”。",
                                   "'percent_of.of' must be text, such as 本单费用 (the fee of this order)."))  # fmt: skip
            of = "本单费用"
        unknown = [str(key) for key in value if key not in ("percent", "of", "base")]
        faults += [Sentence(f"“percent_of”里没有“{key}”这一项；可以写：percent、of、base。",
                            f"'percent_of' has no '{key}'; it may have: percent, of, base.") for key in unknown]  # fmt: skip
        percent = _number(value.get("percent"), "percent_of.percent", faults, 1000)
        return percent, of, _number(value.get("base"), "percent_of.base", faults)
    if len(value) != 1:
        faults.append(Sentence("“percent_of”要写成一个数，或 {percent, of, base}，或 {本单费用: 50}。",
                               "'percent_of' must be a number, {percent, of, base}, or {fee: 50}."))  # fmt: skip
        return None, "", None
    ((of, share),) = value.items()
    return _number(share, f"percent_of.{of}", faults, 1000), str(of), None


def _redo(value: object, faults: list[Sentence]) -> int:
    if isinstance(value, bool):
        return int(value)
    count = _number(value, "redo", faults, 100)
    if count is not None and count != int(count):
        faults.append(Sentence("“redo”要写成整数次数，或 true。", "'redo' must be a whole number of times, or true."))
    return int(count or 0)


def _names(value: object, key: str, everything: str, faults: list[Sentence]) -> tuple[str, ...]:
    if value is None or value is False:
        return ()
    if value is True:
        return (everything,)
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, list | tuple):
        if any(not isinstance(one, str) for one in value):
            faults.append(Sentence(f"“{key}”的每一项都要写成文字。", f"Every entry of '{key}' must be text."))
        return tuple(one.strip() for one in value if isinstance(one, str) and one.strip())
    faults.append(Sentence(f"“{key}”要写成文字、文字的列表，或 true、false。",
                           f"'{key}' must be text, a list of texts, or true or false."))  # fmt: skip
    return ()


def in_words(authority: Authority) -> Sentence:
    """The authority for people to read, the same words wherever it came from."""
    if not authority.stated:
        return Sentence("权限未说明", "Authority not stated")
    chinese: list[str] = []
    english: list[str] = []
    if authority.yuan is not None:
        chinese.append(f"补偿不超过{authority.yuan:.12g}元")
        english.append(f"up to ¥{authority.yuan:.12g}")
    if authority.percent is not None:
        of = authority.percent_of or "本单费用"
        base = f"（{authority.base:.12g}元）" if authority.base is not None else ""
        base_en = f" (¥{authority.base:.12g})" if authority.base is not None else ""
        chinese.append(f"可退{of}{base}的{authority.percent:.12g}%以内")
        english.append(f"up to {authority.percent:.12g}% of {of}{base_en}")
    if authority.redo:
        chinese.append(f"可免费返工{authority.redo}次")
        english.append("one free redo" if authority.redo == 1 else f"{authority.redo} free redos")
    if authority.gifts:
        chinese.append(f"可给：{'、'.join(authority.gifts)}")
        english.append(f"may give: {', '.join(authority.gifts)}")
    if authority.needs_proof:
        chinese.append(f"须先核实、凭票或报批：{'、'.join(authority.needs_proof)}")
        english.append(f"only with proof or approval: {', '.join(authority.needs_proof)}")
    if authority.forbidden:
        chinese.append(f"不得承诺：{'、'.join(authority.forbidden)}")
        english.append(f"must not promise: {', '.join(authority.forbidden)}")
    if not chinese:
        return Sentence(authority.text or "没有可用的补偿", authority.text or "nothing to offer")
    return Sentence("；".join(chinese), "; ".join(english))
