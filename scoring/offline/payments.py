"""Finds what a reply offers to make good, and drops what is refused, asked, sold, quoted, or money that was never ours."""

from __future__ import annotations

import re
from dataclasses import replace

from scoring.offline.amounts import amounts
from scoring.offline.numerals import NUMBER
from scoring.offline.paid_money import fees, sums
from scoring.offline.paid_otherwise import costs, free_work, in_kind, presents
from scoring.offline.paying import YOU, Payment
from scoring.offline.reading import Reading, once

_NOT_PAID = re.compile(
    r"(?:不|没法|无法|不能|不会|别|甭|拒绝|概不|不予|没有|未)(?:再|给|会|能|可以|予|您|你|另|是|支持|接受|承担|负责){0,3}(?:退|赔|补(?!救)|减|免(?!费)|送|报销|返)|[退赔免补]不[了得到着]|不在[^，。?]{0,4}(?:赔付|范围)|(?:不敢|没权限|无权|没资格|做不了主|说了不算)[^。！？?]{0,10}$|别指望|指望不|都没(?:了|有)"
)
_UPSELL = re.compile(
    r"立减|充[^，。?]{0,5}[送赠]|办[^，。?]{0,3}卡|套餐|年卡|季卡|月卡|会员(?!费)|续费|续[个一]|以旧换新|加购|活动价|特价|第二[瓶件]|下单[^，。?]{0,2}减|新款|升级[^，。?]{0,8}(?:加|添|补|只要|才)|推荐|原价|年保|多划算|划算|尊享|包年|买[一二]送|再添|储值|了解下"
)
_CUSTOMER_PAYS = re.compile(
    rf"(?<![给替帮退赔补送返让把跟对收抵减还])(?<!不收){YOU}(?:再|就|先|只[要需]|还|得|直接|微信|现金|私下|另外|自己|需要?|要|另|个人|们)*(?:转|付|出|补|扫|塞|掏|给|俾|交|拿|打|加(?={NUMBER}))(?:我|俺|他|她|师傅|现金|差价|上|[一-龥]?姐|[阿小老][一-龥]|(?={NUMBER})|个?(?=[两三四五六七八九一二十百0-9]))|(?<![不没少免])收{YOU}|(?<![拍发传寄递着留])(?:转|付|给|打)我(?!们?[来出给这])|辛苦费|茶水费|好处费|跑腿费|加急费|比平台便宜|比[^，。?]{{0,4}}(?:便宜|省)|另算|(?:检测费|上门费|配件费?)[，,]?(?:另|再)收|{NUMBER}起"
)
_WRONGLY = re.compile(
    r"多(?:收|扣|拿|算|付|要|交|刷|打|划)|多的|超收|超出(?:报价|部分)|超报|误扣|错扣|重复(?:扣|收|支付)|差价|价差|差额|押金|定金|订金|余额|剩余|剩下|余下|剩的|未(?:使用|消费)|扣的|不该收|乱收|报价外|没用完|改单|返加收|夜间费|加收"
)
_CHARGED = re.compile(
    r"扣了?我|扣费|多扣|被扣|扣两|扣了|乱收费|收我|多收|没订过|没开通?过?|自动续费|凭啥收|凭什么收|收费|价保|降价|押金|要我[一二三四五六七八九1-9]|收了[一二三四五六七八九1-9]|才?(?:要|收)[我他]|账单|张嘴|张口|敲诈|抢钱|坑人|不给就不|要价|加[一二三四五六七八九两]百|坐地起价|加价|(?:说好|页面|平台|报价|讲好|写)[^，。?]{0,4}[0-9一二三四五六七八九百]{2,}[^。]{0,14}(?:要|收|变)"
)
_CANCELLED = re.compile(r"退卡|退课|退货|退票|要退|想退|退款(?:呢|还|没|怎么|啥|什么|多久|一直)|没退|退钱|钱呢|取消")
_RHETORICAL = re.compile(
    r"难道|凭什么|凭啥|[您你](?:是不是)?(?:是|想|就)?(?:不是)?(?:想|要)(?:要|退|我|我们)[^。！？?]{0,10}[吗？?么]|是大风刮来|懂事的|够买"
)
_NO_COMPENSATION = re.compile(r"不(?:是|叫|算)(?:什么)?补偿")
_MAKES_GOOD = re.compile(r"赔|补(?:偿|您)|退您|作为")
_BACK = re.compile(r"退|返|划回|打回|原路")
_FORGONE = re.compile(r"赔(?!偿)|补(?!录)|减免|免(?!费)|抵|少收|不收")
_MEANT = re.compile(r"[^。！？?]{0,16}?(?:作为|就?当|算(?!是多)|补|赔)")


@once
def payments(reading: Reading) -> list[Payment]:
    """What the reply offers, in order of place; of offers that overlap all are given, the surer first."""
    measures = amounts(reading.text)
    found = [
        *sums(reading, measures),
        *fees(reading, measures),
        *costs(reading),
        *in_kind(reading),
        *free_work(reading),
        *presents(reading),
    ]
    checked = [kept for one in found if (kept := _checked(reading, one)) is not None]
    return sorted(checked, key=lambda one: (one.start, -one.strength))


def _checked(reading: Reading, one: Payment) -> Payment | None:
    clause = reading.clause_at(one.start)
    if clause.quoted or reading.text[one.start - 1 : one.start] in ("“", "「", "『", "‘"):
        return None
    number = reading.sentence_at(one.start)
    sentence = reading.sentence_text(number)
    at = one.start - reading.sentence_starts[number]
    stop = at + one.end - one.start
    if _RHETORICAL.search(sentence[max(0, at - 24) : at + 30]):
        return None
    refused = _NOT_PAID.search(sentence[max(0, at - 8) : stop + 4])
    if refused and not re.match(r"不(?:会|能)?(?:收|要)", refused[0]):
        return None
    strength = min(one.strength, _ceiling(reading, one, sentence, at))
    return one if strength == one.strength else replace(one, strength=strength)


def _ceiling(reading: Reading, one: Payment, sentence: str, at: int) -> float:
    """The most that the offer's surroundings let it be worth."""
    stop = at + one.end - one.start
    if _NO_COMPENSATION.search(sentence[stop : stop + 24]):
        return 0.3
    near = sentence[max(0, at - 16) : stop + (4 if one.rule == "named.gift" else 12)]
    if _UPSELL.search(near) and not _MAKES_GOOD.search(near):
        return 0.3
    if not one.rule.endswith("free") and _CUSTOMER_PAYS.search(sentence[max(0, at - 12) : stop + 8]):
        return 0.35
    given_back = one.offer.startswith(("refund", "yuan", "percent")) and _BACK.search(near)
    if not given_back or _FORGONE.search(sentence[max(0, at - 8) : stop + 4]):
        return 1.0
    return _back_ceiling(reading, one, sentence, at)


def _back_ceiling(reading: Reading, one: Payment, sentence: str, at: int) -> float:
    """RUBRIC, close calls: a deposit, a cancellation or money wrongly taken, given back, is only an action."""
    stop = at + one.end - one.start
    if _MEANT.match(sentence[stop:]):
        return 0.64
    if _WRONGLY.search(sentence[max(0, at - 26) : stop + 14]):
        return 0.3
    return 0.42 if _CHARGED.search(reading.customer) or _CANCELLED.search(reading.customer) else 1.0
