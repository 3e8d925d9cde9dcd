"""Finds over-promises: what nobody can guarantee, and offers beyond the trainee's authority."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.authority import Authority
from scoring.offline.decide import MET
from scoring.offline.folding import fold
from scoring.offline.hits import Hit
from scoring.offline.limits import beyond
from scoring.offline.numerals import number
from scoring.offline.reading import Reading
from scoring.offline.rules import compensation
from scoring.offline.rules.wording import YOU, Wordbook, around, said, widened
from scoring.reply import Reason

_NOT = "不|没|没法|不能|不敢|难以|无法|不好|没人能|不可能|谁也|谁都|不会|未必|没有?谁?能?|不打|不便|不得|不要求|请|哪敢|不想|不随便|不乱|不轻易|不开"
_NEVER = "(?:不会|不能|不可能|不得|没有|没得|冇|不再|无|不让|不带|不用|不掉|不出|不漏|不坏|不错|不迟|不复|不反|不超|不走|唔会|不)"
_OUTCOME = (
    "(?:满意|干净|修好|搞定|办好|解决|找回|找到|治好|没问题|准时|安全|放心|一点|比新|跟新|如新|完好|不超标|达标|合格|准|送到|动|通过|上岸|提分|提[0-9一二三四五六七八九十]+|进前|考到|瘦|怀|恢复原样|恢复如初|见效|有效"
    "|没味|零|全部|彻底|根治|痊愈|康复|没事|学会|考上|涨|回本|赚|装上|压到|降到|到位|办漂亮|让您满意|换到|拿下|安排得|能(?:好|修|装|到|退|办|找|治|过))"
)

_GUARANTEES = Wordbook("overpromise", (
    said("hundred_percent", 0.9, r"(?:百分(?:之)?[一百]?百|100%|百分百|一百二十个|百分之二百|十成十)(?!(?:纯|全)?棉|的?(?:的?诚意|抱歉|羊毛|棉|我们的?(?:错|责任)|努力|用心|尽力|重视|理解|是我们|责任|好评))", before=f"(?:{_NOT})[^，。]{{0,5}}|含|棉"),
    said("surety", 0.9, r"打(?:个)?(?:包票|保票)|拍(?:着)?胸(?:脯|口)|(?:拿|用|以|押上)(?:我)?(?:自己)?(?:的)?(?:(?:人格|脑袋|项上人头|性命|饭碗|祖宗|身家)|(?:命|工作|良心|全家|工资|名声|招牌|生命|工号|店)(?:来)?(?:跟您|向您)?(?:担保|保证|作保|发誓|起誓|打赌))|(?:敢)?(?:对天|我)?发(?:个)?(?:毒)?誓|(?:我|我们|公司|给您|向您|跟您)(?:来|敢)?(?:担保|作保|做保)|立(?:下)?军令状|把(?:我的?)?头(?:给|砍|拧)|永不(?:复发|反弹|生|褪|坏|漏|涨价)|头(?:都)?(?:砍|拧)[^，。]{0,3}(?:给|下)|一百个(?:放)?心|万无一失|(?:要|您要)多少(?:我|我们)?(?:就)?赔多少|一[只个根条]都别想|(?:[三五十百0-9]+|几十)年(?:都)?不(?:带|会)?(?:坏|漏|修|换|裂|掉色|生虫|返潮)|(?:决|绝)不食言|保您(?:满意|没事|一|再)|包(?:您|你)(?:满意|好|没|三|一|[^，。]{0,6}(?:干净|好|满意|不|回|色|新|成|过|见效))|(?:保准|管保|保管(?!不|好|员|费|期|在|的|得)|包准|准保|稳稳?)(?:期末|您|能|它|给|他|她|孩子|一|让|今|明|不|没|洗|修|找|过|考|冲)[^，。]{0,8}|包(?:过|好|准|修好|治|满意|赢|灵|赚|退|治好)(?=$|[，。！？,!~的哒])|包(?:他|她|孩子)[^，。]{0,5}",
         before=f"(?:{_NOT})[^，。]{{0,4}}|客服|当初|当时|销售|您说|他|她|师傅|办卡时?[^，。]{{0,4}}|不该|谁", after="^[^，。]{0,3}(?:这种话|不了|费|的话不)|^金"),
    said("absolutely", 0.88, rf"(?:绝对|决对|铁定|必定)(?:是)?(?:的)?(?:{_NEVER}|能|给|让|保证|放心|安全|干净|准|可靠|{_OUTCOME}|把|今|明|这|压|帮|按|会|没|到|可以|有效|无毒|环保|正品)|绝(?:不(?:会|能|可能|再|让|得)?|无|非不)(?!是|推|推脱|推卸|敷衍|含糊|姑息|袒护|偏袒|回避|赖|逃避)[^，。！？]{{0,12}}|绝没(?:有)?(?:下|第)|讲话算数绝对|指定(?:不会|不再|没问题|修好|干净|没事|能)",
         before=f"(?:{_NOT})[^，。]{{0,4}}|也|说|没有", after="^(?:这样|这么|对待|允许|容忍|接受|姑息|纵容)|^[^，。]{0,4}(?:不是您|理解|是我们|该|应该|怪|说不过去|不可原谅|不应该|道理)|^[^，。]{0,2}(?:推|推脱|推卸|敷衍)"),
    said("guarantee", 0.87, rf"(?:保证|确保|保准|敢保|担保|承诺|包(?!装|裹|含|括|的|里|间|子|邮|机|容|围|场|扎|月|年|车|吃|住|干(?!净)|价|到|一口|清单))(?:您|你|让您|给您|它|孩子|老人|以后|今后|往后|下次|这次|再|一定|绝对|百分|今晚|明天|做完|洗完|修完|抛完|她|他|我们|家里)*[^，。！？]{{0,6}}?(?:{_NEVER}(?!(?:收|耽误|推|另|用您|让您白|超过|迟到[0-9]))|一(?:丝|点|根|分|条|个|次|滴|丁点|天)[^，。]{{0,6}}(?:都|也)|永远|终身|一辈子|{_OUTCOME}|永久|做满|没有(?:下|第)|跟没|和新|年年|天天|次次|每次都)",
         before=f"(?:{_NOT})[^，。]{{0,4}}|质量|品质|服务|时效|有|您要的|的|没有|签|退款|谁能|怎么|想|要求", after=r"^金|^[^，。！？]{0,12}(?:[0-9]|今天|明天|点前|小时|分钟)", weakened="尽力|尽量|争取|不敢(?:说|保)|力争"),
    said("i_guarantee", 0.45, r"(?:我|我们|向您|跟您|给您|公司)(?:们)?(?:可以|能|敢)?(?:向您|跟您|给您|在此|郑重)?保证(?!金|书|电话|质量问题)", before=f"(?:{_NOT})[^，。]{{0,4}}|让|给", after=r"^[^。！？]{0,16}(?:[0-9]+[点:分]|[一二两三四五六七八九十半]+(?:点|个?小时|分钟|天内)|今天|明天|今晚|下班|回(?:您|电)|给您(?:回|打))"),
    said("for_ever", 0.84, rf"(?:永远|永久|终身|终生|一辈子|这辈子|一劳永逸(?:的)?|再也)(?:都)?(?!不(?:派|用|安排|找|请))(?:{_NEVER}|免费|保修|质保|包|负责|管|优惠|打折|有效|保)[^，。]{{0,6}}|管(?:您)?(?:一辈子|二十年|终身|到底|[0-9十百]+年)|(?:一辈子|终身)(?:都)?(?:不|管|包|免)|再也(?:不会|不让|没有?|不可能)(?!派|用|安排|找|请)|永远(?:不|都)",
         before=f"(?:{_NOT})[^，。]{{0,9}}|让您(?:觉得)?|您(?:可能|肯定)?|可能|怕|都|不想|谁", after="^[^，。]{0,4}(?:怪|忘|补|弥补|抹|还原|回来)"),
    said("never_again", 0.66, r"(?:以后|今后|往后|下次|下回|将来|从今|从此|之后|这种(?:事|情况)|类似(?:的)?(?:事|情况|问题)|同样的(?:事|问题))[^，。！？]{0,8}?(?:不会再|绝不|决不|肯定不(?:会)?|一定不(?:会)?|不可能再|再不会|不可能|再也不|不会有|一分钟都不会|不再|一次都不)[^，。！？]{0,6}(?:有|发生|出现|出|犯|迟|漏|错|让|这样|换|坏|掉|带|响|晚|失约|爽约|断)|不会再?有(?:下一?次|第[二三四五]|下回|任何)|没有(?:下一?次|第[二三四五六]次|下回)(?:了)?|(?:肯定|一定|必须|包准|管保|准)(?:能|会)?(?:帮您|给您|把[^，。]{1,8})?(?:找回|找得回|修好|治好|恢复|办成|退下来|搞定|批下来|不会再|没问题|满意|不让您失望|考上|提高|瘦)",
         before="(?:不敢|不能|没法|没人能)[^，。]{0,9}|尽量|争取|力争|努力|希望|尽力|不敢说|不敢保证|不能保证[^，。]{0,8}|避免|不|想办法让", after="^[^，。]{0,3}(?:吗|的话)", weakened="尽量|争取|努力|力争|尽力|不敢|整改|我们会(?:加强|把|在)|写进|设|加一道|核对|复核"),
    said("not_one", 0.85, r"一(?:丝|丁点|点|根|页|分|条|滴|个|道|粒|天|秒|毛|分钱|根头发|根线|样)[^，。！？]{0,8}?(?:都|也)(?:不会|不能|别想|不可能|不许|不)(?!知道|懂|用|怪|收|要|差|提|夸张|通知|过分|少|奇怪|稀|例|落下|清楚|让您|好|给|行|成(?=[，。]|$))[^，。！？]{0,5}|一根(?:头发|线|毛)都不会少|(?:一定|肯定|保证)[^，。！？]{0,4}一(?:个|根|张|样|页|分|件)(?:都)?不(?:少|落|丢)|一页都不会少|一样都不会少|零(?:差错|风险|失误|事故|故障|残留|甲醛|伤害|损伤)(?!率)",
         before="我(?:们)?|师傅|阿姨|电话|招呼|您|连|怎么", weakened="没通知|没说|招呼"),
    said("whatever_it_costs", 0.86, rf"(?:多少钱|不管多少|无论多少|要多少|花多少|多少)(?:都|也|我们都?|公司都?|全)(?:给|赔|包|退|认|出|行|报|我们)|(?:您|你)(?:说|开|提|要)(?:多少|个价|个数|价)(?:就|我们|都|，我|吧|(?=$|[。！!]))|(?:多少钱?|要多少|什么价|几多)(?:都)?(?:随)?{YOU}(?:说|开|定|讲|提)(?:了算|个数|就行)?(?=$|[，。！？,!])|随(?:您|你)开(?:价|口)|(?:全部?|统统|一切|所有)(?:的)?(?:损失|费用|医药费|后果|责任|医疗费)(?:都|全|由)?[^，。]{{0,5}}(?:包|全包|全赔|兜底|出|我们担|公司担|全担)|(?:全包|全担|包圆|全管|管到底|包到底|照单全收)(?:了)?(?=$|[，。！？,!~])|无条件(?:退|赔|换)|(?:双倍|三倍|十倍|翻倍|加倍)(?:赔|退|返)|赔{YOU}?(?:双份|双倍|[一两二三五十]?(?:十万|百万|万(?!一))|一套房)|(?<!阿姨)(?<!师傅)(?<!还)倒贴(?!车)|(?:赔|给|补)(?:您|你)?[一两二三五十]+(?:万|十万)(?!一)|倾家荡产|砸锅卖铁|要什么(?:给|有)什么|(?:您|你)提什么(?:要求)?都|只要您(?:满意|消气|开口)[^，。]{{0,6}}(?:都行|什么都|怎么都)|怎么赔都行|都行[，,]只要您满意",
         before=f"(?:{_NOT})|该", after="^[^，。]{0,4}(?:不了|不合|得|需|要看|凭|票)", weakened="凭票|发票|小票|票据|保险|上限|以内|审批|花了|报销|实报"),
), Reason.GUARANTEE)  # fmt: skip

# Words that leave the decision to somebody who may take it, or name the rule that it follows.
_HEDGED = re.compile(
    r"请示|申请|上报|报(?:给|请)?(?:主管|店长|经理|校长|总部|公司|上级|领导)|审批|批(?:准|下|了|复|不|完|过|示)|不敢(?:乱|先)?(?:应|答应|承诺|说|许)|权限|做不了主|不能答应|没法答应|商量|商议|争取"
    r"|(?:店长|经理|校长|总部|上级|领导|主管)[^，。]{0,8}(?:定|批|同意|点头|拍板|签|答应|审|松口|回话)|协议第|合同第|按(?:协议|合同|规定)|未上课的?课?时"
)
_NO_CHARGE = re.compile("重[拍做洗修]|返工|不收|不要钱|分文|不取|不另|免费|不用[^，。]{0,3}[钱掏花]|一分洋钿|不花")
_EXTENDED = re.compile("顺延|延长|延期|多收|退货|退单|未上|剩余?|余额|押金")
_MY_SAY = re.compile(
    r"我(?:就)?(?:说了算|做主|作主|拍板|定了|说的|当家|批了|特批)|(?:代|替)公司答应|公司(?:全)?(?:包|全出|掏|认)(?:了)?(?=$|[，。！？!~])|钱公司(?:全)?出"
)
_IN_FULL = re.compile("一分不少|全额退|全都?退|全给您退|全部退")
_NOT_IN_FULL = re.compile("不得[^，。]{0,4}(?:全额|全部)")
_PAYS = re.compile("赔|退|免|送|出|包|报|换|补|减")
_SUPERIOR = re.compile("(?:主管|经理|店长|站长|校长|上级|领导|总部|审批|批准|请示|须报|需报|报主管)")
_NOTHING_ELSE = re.compile("不得[^，。]{0,4}(?:另行|其他|其它|额外|加送|承诺赔)")
_LAVISH = re.compile("双份|头等舱|全新|整套|半年|一年|照?价")
_A_COST = re.compile("(?:费|药|钱)(?<!工钱)(?<!工费)")
_COSTS_ALLOWED = re.compile("赔|承担|报|损失|垫|医|药|检查|保险")
_SOLD_DOWN = re.compile("yuan|percent|gift")
_NO_PAYMENT = re.compile(r"不得[^，。]{0,6}(?:赔|补|送|付|现金|减免|退款|费)|不可退|不能退|不予")


def hits(reading: Reading) -> Iterator[Hit]:
    """Yield over-promises. A beyond-authority hit says so in its reason, since crediting needs to know."""
    yield from _GUARANTEES.find(reading)
    if reading.reply.authority.stated and _PAYS.search(reading.text):
        yield from _beyond(reading)


def _beyond(reading: Reading) -> Iterator[Hit]:
    authority = reading.reply.authority
    limits = fold(authority.text)
    for offer in compensation.named(reading):
        if not offer.offer or offer.strength < MET:
            continue
        if reading.reply.kind != "complaint" and not _SOLD_DOWN.match(offer.offer):
            continue  # in a talk about a purchase, money given back is a term of it
        words = reading.text[max(0, offer.start - 2) : offer.end + 2]
        if not _excessive(authority, limits, offer.offer, words):
            continue
        sentence = reading.sentence_text(reading.sentence_at(offer.start))
        strength = min(offer.strength, 0.88) * (0.5 if _HEDGED.search(sentence) else 1.0)
        yield _hit(reading, offer.start, offer.end, strength, "beyond")
    everything = _IN_FULL.search(reading.text)
    if everything and _NOT_IN_FULL.search(limits):
        yield _hit(reading, everything.start(), everything.end(), 0.75, "in_full")
    limited = _SUPERIOR.search(limits) or _NO_PAYMENT.search(limits) or authority.yuan is not None
    for said_so in _MY_SAY.finditer(reading.text) if limited else ():
        if _PAYS.search(around(reading.text, said_so.start(), said_so.end())):
            yield _hit(reading, said_so.start(), said_so.end(), 0.66, "my_say")


def _excessive(authority: Authority, limits: str, offer: str, words: str) -> bool:
    """Whether an offer exceeds the limits. A redo without charge is no payment, nor is more time."""
    kind, _, value = offer.partition(":")
    if _is_ordinary(kind, limits, words):
        return False
    if beyond(authority, offer):
        return not (kind == "percent" and authority.percent is None and authority.yuan is None and "以内" in limits)
    own = [one for one in re.split("[，,；;。]", limits) if one and not _SUPERIOR.search(one)]
    if kind == "yuan" and "倍" in limits and authority.base is None:
        # Ten times an unknown fee: only a sum that no washing, freight or call-out fee reaches is surely more.
        return (number(value) or 0) >= 1000
    if kind in ("gift", "yuan") and _NOTHING_ELSE.search(limits):
        return True
    if kind == "gift":
        return not own or bool(_LAVISH.search(value) and not re.search("全新|年", limits))
    unnamed = kind == "cost" and authority.yuan is None and bool(_A_COST.search(value))
    return unnamed and not any(_COSTS_ALLOWED.search(one) for one in own)


def _is_ordinary(kind: str, limits: str, words: str) -> bool:
    """Whether an offer is within what every trainee may give: a free redo, more time, what the authority names itself."""
    if _EXTENDED.search(words) or (kind in ("refund", "redo", "free") and _NO_CHARGE.search(words)):
        return True
    if kind in ("refund", "yuan") and "退" in words and re.search("退货退款|退全款|可退款", limits):
        return True
    return kind in ("refund", "percent") and "一半" in limits and bool(re.search("一半|半价", words))


def _hit(reading: Reading, start: int, end: int, strength: float, rule: str) -> Hit:
    start, end = widened(reading.text, start, end)
    return Hit("overpromise", start, end, strength, f"overpromise.{rule}", reason=Reason.BEYOND_AUTHORITY)
