"""Finds offers besides money of ours: costs taken over, losses made good in kind, free work, gifts, extra service."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.offline.amounts import FREE, REDO, gifts
from scoring.offline.gated import Gated
from scoring.offline.numerals import NUMBER, number
from scoring.offline.paying import ALL, LOSS_NOUN, OWN_FEES, US, YOU, Payment
from scoring.offline.reading import Reading

_WHO_COST = r"(?:[^，。！？,!?；;：:\n\s]{0,10}?(?:费用?|损失|钱(?!包|财)|票|单子|药|拍片|检查|化验|住院|材料|配件|维修|修[^，。?]{0,3}|补办|工料|打车|天花板[^，。?]{0,4}|误工|清理|干洗|花销|开销|餐|住宿|食宿|接驳|房钱|搬运|重新[^，。?]{1,4}|[补修换拖]车?的?)(?:[0-9一二三四五六七八九十百千万两]{1,6}(?:块|元)?)?(?:以?内|之内|多少|花多少|不管多少|该多少)?)"
_COST = Gated(
    rf"(?P<what>{_WHO_COST})(?:[，,][^，。！？,!?]{{1,8}}[，,]|，|,|\s)?(?:多少钱?)?(?:都|也|就|全|由|是|归|、|凭票|凭发票|拿票|以内|你|您|不用您?|不用管|放心|先){{0,4}}(?:(?:{US})(?:{ALL})(?:出|掏|担|付|承担|报销?|认|垫|包|负担|负责(?!人)|来(?=[，,。！!；;\s]|$)|结|给您?报|给您?出|赔)|算{US}的?|归{US}|照[报付单]|由{US}(?:来)?(?:付|出|承担|掏|垫)|(?:全部?|都)(?:出|掏|付|担|认|给报)|(?:也|都|全|能|可以|照|给您)报(?=[，,。；;！\s]|$)|(?:全部?|都|可以|给{YOU}|凭票|实报)(?:报销|报了?|实销|包(?!括|装)|报)|报销|照赔|我出|公司全?出|店里出)"
    rf"|(?P<verb2>报销|承担|垫付|负担|包赔|全包|包了?|报(?!警|名|价|备|修|上|告|一下|案|我|给我)|出(?!门|发|货|现|来|去|单|警|票|具|示|结|报)|(?<![理索])赔付?|垫)(?:了|给|{YOU}|全部|所有|相应|这|的|个){{0,3}}(?P<what2>[^，。！？,!?；;：:\n\s]{{0,8}}?(?:(?<!误)工?费用?|损失|医药|检查|运费|药钱|拍片|车费))"
    rf"|(?P<what4>[^，。！？,!?；;：:\n\s]{{1,14}})由{US}(?:来)?(?:全?出|付|承担|掏|垫|报销)"
    rf"|(?P<what3>[^，。！？,!?；;：:\n\s]{{1,10}}(?:坏的|弄坏|的|损失|钱))(?:都|全)?(?:由)?(?:我们|公司|店里|俺们?|咱们?)(?:全|都)?(?:包了?(?!装)|照价?赔|赔(?!偿金额)|担着|出)"
)
# 「发票传给我，当天打到您卡上」: the cost is what the receipt shows.
_RECEIPT = re.compile(
    rf"(?P<of>[^，。！？,!?；;\n]{{0,10}})(?:发票|票据|单据|小票|单子|票)[^。！？!?；;\n]{{0,10}}?(?:拍|传|发|给|寄|拿)[^。！？!?；;\n]{{0,24}}?(?:转回|打到|打给|转给|转到|照付|照单付|照报|报给|付给|给{YOU}(?:打|报|转|付)|当场(?:批|给|报)|进{YOU})"
)
_ASKED_FOR = re.compile(r"申请|请示|批没批|看领导|看主管|问问")
_IN_KIND = re.compile(
    rf"(?:赔偿?|补偿|补(?=(?:{YOU}|孩子|小朋友|老人家?|老爷子|奶奶|阿姨|叔叔|她|他)?[一两三二1-3]))(?:给)?(?:{YOU}|孩子|小朋友|老人家?|老爷子|奶奶|阿姨|叔叔|她|他)?(?:家)?(?P<thing>(?:双份|双倍|[一两三二1-3]?(?:个|套|条|双|盆|只|瓶|块|台|份|箱|棵|件|副|把|扇|辆|顿|桶|盒|张|床|全新|新的)|[一两1-2]次)[^，。！？,!?；;\n\s]{{1,12}})"
    rf"|(?:按|照)(?P<by>[^，。！？,!?；;\n]{{0,8}}?(?:价|原样|标准|比例|倍|发票|市价|行规|一赔[一二三十]))(?:格|钱)?(?:都|给|全|来|{YOU}|以内|内|[0-9一二三四五六七八九十百]+元?|、)*(?:赔|退|补偿)|照价赔|原价赔|照原样(?:赔|给)|照发票赔|双倍(?:赔|返)"
    rf"|(?:赔|补)(?:偿)?{YOU}?(?:的)?(?:全部|所有|这些?|实际)?损失|(?:双倍)?精神损失(?!险)|损失[^，。！？!?；;]{{0,8}}(?:照赔|赔(?:给)?{YOU}|全赔|我们(?:赔|担|承担|来|包)|公司(?:赔|担|承担|包))"
)
_BOUGHT = re.compile(rf"(?:给|替|帮){YOU}?(?:重新|再|另外)?买(?:[俩一两三个新双]|同款|全新)")
_EXTRA = re.compile(
    rf"(?:补|多(?:做|送|给|洗|擦|干|加|带|打扫|陪)|加(?:做|送|时|赠)|延长|延保|质保延|顺延|另?出|搭|贴|送|给{YOU}(?:多|补|加|添)|再(?:补|送|给|加))(?:给)?{YOU}?(?:家里?|们|孩子|娃|老爷子|叔叔|阿姨)?(?:的|一回|一次)?(?P<n>{NUMBER}|半|几)个?(?:半)?(?:小时|钟头|钟(?!前|内)|课时|节(?!日|点)|天(?!内|前|后)|晚|个月|顿饭?|年(?!前)|周)(?!内|前|之内|以内|后|左右)(?:的)?[^，。！？,!?；;\n\s]{{0,8}}"
    rf"|(?:给{YOU})?多做(?:一个|半个|个)?(?:小时|钟头|钟)|补孩子[^，。?]{{0,4}}节"
    rf"|(?:配|提供|借(?:给)?|安排|给)(?:{YOU})?(?:一)?[辆台部]?(?:代步车|备用机|替换机|周转房|代用[^，。?]{{1,4}})"
)
_FREE = re.compile(
    rf"(?:{FREE})|公司(?:全)?(?:出钱|出|包)(?=[，,。！!\s]|$)|(?:钱|费用?)(?:我们|公司|店里)全?(?:出|包)|不扣(?:您|你)?(?:的)?(?:课时|次数|天数)|(?:不花|没花|不用花)(?:您|你|恁)?一分|白(?:做|换|修|洗|补|送)(?=[，,。；;！!]|$)|不(?:得|会|再|让)[^，。！？?]{{0,3}}(?:您|你)?再?交钱|不用您(?:管|花|出)钱"
)
_WORK = re.compile(
    rf"(?:{REDO})|修|换|洗|擦|打扫|清理|清洁|上门|杀|喷|漆|装|送|检测|改签|改到|抛光|磨|补|做|停(?:一晚|那|负|临|车位)|临停|取|烘|测|升级|升|搬|保养|除|刷|疏通|通|陪|带|接|重|治|配|延|寄|发|贴|弄|整|搞|调"
)
_FREE_TALK = re.compile(
    r"免年费|包邮|免费(?:热线|电话|咨询|wifi)|永久免费|终身免费|终生免费|全年免费|免费额度|上门(?:是)?免费|免费注册|免费试|蚊都|(?:不|没|非)免费|免费(?:的)?午餐|多一"
)
_GIFT_LEFT = re.compile(
    r"(?:不|别|没|再|充[^，。?]{0,6}|满[^，。?]{0,5}|买[^，。?]{0,6}|办[^，。?]{0,6}|续[^，。?]{0,6}|升级?[^，。?]{0,6}|把|帮|替|刚|给谁|才|人|去|来|一起|早|晚|现在|马上|天|点|前)$"
)
_COUPON_NEAR = re.compile(rf"送|赠|补|放|发|给{YOU}|返|抵|退|已|到账|赔|领|卡包|账户")


def _incident_cost(text: str, match: re.Match[str], what: str, bare: str) -> str:
    """`bare` where it is a cost that the incident made; the fee of the service itself is none."""
    # A repair that we pay is the damage's; the fee of a repair of ours would be waived, not paid.
    rest = re.sub(OWN_FEES.replace("|维修费", ""), "", what)
    if re.match(r"[^，。?]{0,4}倍", text[match.end() :]) or "倍" in what:
        return ""
    if match["what4"]:
        return "" if "款" in what else bare
    return bare if re.search(LOSS_NOUN, rest) else ""


def costs(reading: Reading) -> Iterator[Payment]:
    """Costs of the incident that we take over, named or shown by a receipt."""
    text = reading.text
    if not re.search(r"出|掏|担|付|报|认|垫|包|负|赔|来|算|归|结|票|单", text):
        return
    for match in _COST.finditer(text):
        what = match["what"] or match["what2"] or match["what3"] or match["what4"] or ""
        bare = re.sub(r"[^一-龥]", "", what)[-6:]
        strength = 0.88
        if match["what3"] and not re.search(LOSS_NOUN, what):
            strength = 0.6
        cost = _incident_cost(text, match, what, bare)
        if not match["verb2"] and _ASKED_FOR.search(text[max(0, match.start() - 6) : match.end() + 10]):
            strength = 0.45
        if re.search(r"(?:留着?|保留)[^，。?]{0,3}票$", what):
            strength = 0.4
        yield Payment(match.start(), match.end(), f"cost:{bare}", strength, "named.cost", cost)
    if "票" in text or "单" in text:
        for match in _RECEIPT.finditer(text):
            of = match["of"][-6:]
            if re.search(r"费|药|诊|修|车|针|医|检|钱|损失|缝|换|轮", of):
                yield Payment(match.start(), match.end(), f"cost:{of}", 0.66, "named.receipt", of)


def in_kind(reading: Reading) -> Iterator[Payment]:
    """Things and losses made good as they are, and service given beyond what was booked."""
    text = reading.text
    for match in _IN_KIND.finditer(text):
        what = match["thing"] or match["by"] or "损失"
        strength = 0.86 if match["thing"] or match["by"] else 0.74
        if match["thing"] and re.match(r"[一个]?个?(?:不是|罪|礼|笑|说法|交代|心意|电话)", match["thing"]):
            continue
        offer = f"gift:{what[:12]}" if match["thing"] else f"cost:{what[:12]}"
        yield Payment(match.start(), match.end(), offer, strength, "named.in_kind")
    for match in _BOUGHT.finditer(text):
        yield Payment(match.start(), match.end(), f"gift:{match[0][-3:]}", 0.74, "named.in_kind")
    for match in _EXTRA.finditer(text):
        left = text[max(0, match.start() - 4) : match.start()]
        if re.search(r"[不没别]$", left):
            continue
        yield Payment(match.start(), match.end(), f"gift:{match[0][:14]}", 0.82, "named.extra")


def free_work(reading: Reading) -> Iterator[Payment]:
    """Work that we do for nothing, done over or new."""
    text = reading.text
    for match in _FREE.finditer(text):
        number_ = reading.sentence_at(match.start())
        low = reading.sentence_starts[number_]
        around = text[max(low, match.start() - 34) : match.end() + 16]
        tight = text[max(low, match.start() - 6) : match.end() + 6]
        if _FREE_TALK.search(tight) or not _WORK.search(around):
            continue
        redo = re.search(REDO, around)
        count = re.search(rf"({NUMBER})(?:次|遍|回)", around) if redo else None
        times = int(number(count[1]) or 1) if count else 1
        offer = (f"redo:{times}" if times > 1 else "redo") if redo else "free"
        start = match.start()
        ahead = re.match(r"[^，。！？,!?；;\n]{0,14}", text[match.end() :])
        end = match.end() + (len(ahead[0]) if ahead and match[0].startswith(("免费", "白")) else 0)
        strength = 0.86 if redo else 0.78
        yield Payment(start, end, offer, strength, "named.redo_free" if redo else "named.work_free")


def presents(reading: Reading) -> Iterator[Payment]:
    """Gifts and vouchers."""
    text = reading.text
    for one in gifts(text):
        left = text[max(0, one.start - 10) : one.start]
        words = text[one.start : one.end]
        if "券" in words and not re.match(r"[送赠搭白多加另补附]", words):
            around = text[max(0, one.start - 12) : one.end + 10]
            if _COUPON_NEAR.search(around) and not re.search(r"[不没别][^，。]{0,3}(?:送|给|发|赠|补)", around):
                yield Payment(one.start, one.end, f"gift:{one.what}", 0.86, "named.coupon")
            continue
        if (
            _GIFT_LEFT.search(left)
            and not re.match(r"赠|免费送|补送|另送|加送|多送|白送", words)
            and not re.search(r"再$", left)
        ):
            strength = 0.4
        else:
            strength = 0.84
        if re.match(
            r"送(?![您你恁侬咱次]|[一两三](?:次|个|张|节|小时|瓶|套|份|盒|桶|天))[^，。?]{0,8}(?:[院厂店站柜]|到|楼下|门口|过去|上门|去|洗|修|检)",
            words,
        ):
            strength = 0.3
        if re.match(r"送[^，。?]{1,6}到", words):
            strength = 0.3
        if re.search(r"^(?:送|搭)(?:给)?(?:他|她|它|孩子|老人|医院|上|进|叔叔|客人|一程|$)", words):
            strength = 0.3
        yield Payment(one.start, one.end, f"gift:{one.what}", strength, "named.gift")
    for match in re.finditer(rf"(?:发|转|包|补|给)(?:个|了|{YOU}|{NUMBER}|块|元|微信|的){{0,6}}红包", text):
        yield Payment(match.start(), match.end(), "gift:红包", 0.8, "named.gift")
