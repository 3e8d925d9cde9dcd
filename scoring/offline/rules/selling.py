"""Rules for the violations of selling talks: pressure, disparagement, offers without terms, and a pushed sale."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.offline.hits import Hit
from scoring.offline.reading import Reading
from scoring.offline.rules import violations
from scoring.offline.rules.wording import YOU, around, find, said, widened
from scoring.offline.times import TimeShape, times

# --- pressure: false urgency, or fear

_TODAY = r"(?:今天|今日|今晚|今儿|现在|这会儿|马上|立刻|此刻|这两天|当场)"
_BUY = r"(?:定(?!时|期|制|位|好的|下来的)|订|签|下单|办|交|付|续|买|拍板|锁|报名|预约|充)"
_PRESSURE = (
    said("last_places", 0.86,
         r"(?:只|就|仅|才)(?:剩|有|余)(?:下|了)?[^，。！？,!?]{0,6}(?:最后)?[^，。！？,!?]{0,2}(?:[0-9一二两三四五六七八九十几]个?[^，。！？,!?]{0,4}(?:名额|位|席|单|档|阿姨|师傅|空档|套|份|间)|名额)|最后[^，。！？,!?]{0,2}[0-9一二两三四五六七八九十几]个?(?:名额|位|席|单|档|套|份|天机会)|最后(?:的)?(?:机会|一波|一批)|名额(?:有限|不多|紧|快)"
         r"|手慢(?:就)?(?:没|无)|先到先得|抢手|(?:好多|很多|一堆|大把|排着队|都在)[^，。！？,!?]{0,8}(?:抢|等着要|盯着|等着(?!急)|要她|要他|想要)|(?:被|让)(?:别人|人家|别家|人)(?:家)?(?:抢|订|定|挑|签)(?:走|了|去)|错过(?:就|了|这|可|等)|过了?这(?:个)?村|机不可失|千载难逢|欲购从速"),
    said("or_lost", 0.84,
         rf"(?:{_TODAY}|再)不[^，。！？,!?]{{0,6}}(?:{_BUY}|洗|除|做|换|清|弄|管|请)?[^。！？!?]{{0,12}}?(?:就(?:没|要|归|涨|给|派|晚|来不及|得|不是|恢复|轮不)|她就|他就|可就|没了|涨价|来不及|归别|派给别|后悔)|(?:明天|过了今天|过今天|过了今晚|下午|一会儿|晚了|迟了)[^，。！？,!?]{{0,6}}(?:就没|没这|可没|没有?了|就涨|涨价|就不是这|恢复原价|不作数|就没有)|[您你]不(?:续|签|定|要|办|下单)[^，。！？,!?]{{0,6}}就(?:派|归|给|换|让|没)|再(?:拖|等|犹豫|想|晚)[^，。！？,!?]{{0,5}}就(?:走|没|晚|涨|归|派|来不及)|过期不候|仅限今[天日]|只(?:限|此|有)今[天日晚]|今天最后一天",
         after=r"到(?:[0-9一二三四五六七八九十]+月|月底)"),
    said("fear", 0.84,
         rf"后悔(?:都|可|也)?(?:来不及|莫及|药|晚)|有{YOU}(?:哭|后悔|受|好受)的|(?:等|到时候?|真|万一|哪天|将来)[^。！？!?]{{0,14}}?(?:就晚了|晚了|来不及|谁负责|谁担|怪谁|哭都|出人命|没人知道|没命|要命|躺医院|进医院|住院|后悔|找谁去|谁赔)|(?:孩子|宝宝|娃|老人|爸妈|全家|一家)[^，。！？,!?]{{0,10}}(?:遭罪|得病|生病|中毒|白血病|出事|感染|出了?事|烂|过敏了?可|要进医院)|(?:容易|迟早|早晚|一定会|肯定会|要)(?:出事|得病|生病|中毒|爆炸|着火|得了病|(?:生了?|闹出)病[^，。]{{0,4}}(?:花|钱)|致癌|失火|出人命)|致癌|白血病|可就晚了|就都晚了|(?:着(?:了)?火|烧|爆|塌|淹|漏)[^，。！？,!?]{{0,8}}(?:光|没了|完了|要命|一把)|(?:孩子|娃|宝宝)[^，。！？,!?]{{0,6}}(?:学坏|毁|耽误一辈子|落下)"
         rf"|(?:偷|丢|坏|摔|骗)[^，。！？,!?]{{0,6}}{YOU}找谁(?:去|哭)|{YOU}(?:可)?想清楚|吓|拿[^，。！？,!?]{{0,4}}(?:健康|命|安全)[^，。！？,!?]{{0,4}}(?:开玩笑|赌|冒险)|为了?(?:孩子|宝宝|老人)[^，。！？,!?]{{0,6}}(?:都舍不得|这点钱|还犹豫)|不怕[^，。！？,!?]{{1,10}}(?:吗|呀|啊|[？?])|(?:{YOU}|谁)敢(?:用|请|放心|要|让)[^，。！？,!?]{{0,6}}(?:[？?]|吗|$)",
         before=r"怕|担心|要是怕|不会|不用|防止?|预防|免得|以防|减少", after=r"^(?:我们|本店)(?:赔|负责)", weakened=r"担心|怕您|我们负责|我们赔|阀门|先关"),
    said("guilt", 0.8, rf"{YOU}(?:就)?忍心|{YOU}过意得去|对得起[^，。！？,!?]{{1,8}}(?:吗|么|[？?])|(?:这)?(?:业绩|提成|考核|任务|指标)[^，。！？,!?]{{0,8}}(?:差|靠|指望|完不成|就差)|阿姨[^，。！？,!?]{{0,6}}(?:没饭吃|没单子|丢饭碗|失业|白干)"),
)  # fmt: skip

# --- disparagement

_OTHERS = r"(?:外[面头边](?:的|那些|那|便宜|找)?|别[家人]|人家|其他(?:家|公司|平台|人)|其它|同行|隔壁(?!家)|对门那|楼下(?:的)?(?:那家)?(?:中介)?|那[些家种](?:小)?(?:公司|中介|平台|家政|店|个体|散户|便宜|人)|(?:小|黑|街边|路边)(?:中介|公司|店|作坊)|中介|散工|散户|游击队|个体户?|便宜的|低价的|平台上(?:的|那些)|网上(?:找)?(?:的|那些)|个人接单|私人(?:接活)?|外地(?:人|来的|的)?|乡下(?:人|来的)?|农村(?:人|来的|的)?|打工的|年纪大的|上了年纪的|钟点工)"
_BAD = r"(?:骗(?!您|不了)|坑(?!洼|坑洼洼|人不)|糊弄|敷衍|黑(?!色|白|板)|不干净|手脚|偷|没(?:底细|素质|培训|保障|人管|谱|证|资质|文化|一个)|不(?:靠谱|正规|专业|可靠|行|负责|讲(?:究|信用)|三不四|入流)|乱来|乱收|瞎(?:搞|弄|干)|垃圾|烂|差(?:远|劲|得远|太多|得很|老)|哪(?:有|能|懂|比得)|干完就跑|跑路|收(?:了)?钱(?:就|不)|没法(?:跟|和)|比不(?:了|上|过)|水(?:得很|货|平差)|假(?:货|药|冒|证|的)|偷工减料|不敢(?:用|请|要|恭维)|懒|脏|半吊子|撂(?:下|挑子)|半道|宰(?:客|人)|漫天要价|野路子|三无|拿个[^，。]{1,6}糊弄|啥都不懂|什么都不懂|只认钱|出了事)"
_DISPARAGE = (
    said("others", 0.85, rf"{_OTHERS}[^。！？!?；;]{{0,14}}?{_BAD}",
         before=r"不(?:说|评|讲)|我们(?:的)?|不评价|您(?:说|听|碰|遇)[^，。]{0,6}|上[回次][^，。]{0,4}",
         after=r"^(?:我(?:不|也不)(?:好|敢|便|清)|(?:我)?不评)", weakened=r"您是说|您遇到|您上[回次]|您碰|不评|不好说|不了解|不清楚|我不便"),
    said("guerrilla", 0.8, r"游击队|黑中介|黑作坊|野鸡(?:公司|中介|店)|皮包公司|挂羊头"),
)  # fmt: skip

# --- offers without terms

_OFFER = re.compile(
    r"(?P<off>打?[一二三四五六七八九1-9](?:\.[0-9]|[0-9五])?折(?!叠|返|腾|断|磨|扣掉|下来)|半价|优惠(?!券?(?:的)?(?:规则|条件))|折扣|特价|活动价|抹(?:个)?零|便宜(?:点|些)?(?:给|算|卖)?[您你]|给[您你](?:便宜|优惠|少算|打折|算便宜|再降|减)|立减|直降|大礼包?|红包|返现|返利)"
    r"|(?P<gift>(?:再|还|另外?|额外|免费|白)?(?:赠送|附送|加送|多送|送|赠)(?:给)?(?:您|你|恁)?(?:一?[0-9一二两三四五六七八九十]*(?:次|个|台|张|套|瓶|份|回|桶|小时|个月)|大礼|礼|小礼|吸尘器|擦窗|除螨|清洗|保养|券|东西|会员|积分|好礼))"
)
_TERMS = re.compile(
    r"(?:到|至|截[止至]|限|在)[^，。！？,!?]{0,8}(?:月底|月[0-9一二三四五六七八九十]*[号日]?|[号日]|年底|本周|这周|周[一二三四五六日末]|为止|结束)|有效|[内前]用完|内(?:使用|有效|消费|兑换)|用完|过期|期限|每户|一户|一人|每人|每单|限(?:一|首|新|老|用|[0-9])|满[^，。！？,!?]{1,8}|首单|首次|第一单|新客|续(?:满|签满|一年|签一年|半年)|签(?:满|一年|半年|一季|一个季)|一年(?:期|约)|条件|规则|仅(?:限|适用)|只(?:限|能|用于|适用)|不(?:含|可叠加|能叠加|与其他|兑现|折现|累计|包)|适用|介绍[^，。！？,!?]{1,6}|凭|前提|须|需要|除外|[0-9一二三四五六七八九十]+(?:月|号)之?前|月底前|之内|当天"
)
_NO_OFFER_BEFORE = re.compile(
    r"捐$|给(?:阿姨|师傅|她|他)[^，。]{0,4}$|(?:不(?:能|会|再|打|可以?|敢|得)?|没(?:有|法)?|无法|别|谈不上|从不|问|要|不是|想要|配|取|派|护|接|运|发|输|寄|专车)[^，。！？,!?]{0,2}$"
)
_OFFER_QUERY = re.compile(r"^(?:吗|么|不|呢|[？?])")

# --- a pushed sale

_NOW = r"(?:赶紧|赶快|抓紧|快点?|马上|立刻|立马|直接|现在就?|今天(?:就)?|干脆|顺手|顺便|不如|索性|一口气|趁早|趁现在|早点|快)"
_PUSHED = (
    said("urge", 0.8,
         rf"{_NOW}[^，。！？,!?]{{0,4}}(?:(?:下单|下个单|办(?:了|个|张|一张|我们|上|掉)|签(?:了|下|个|约|合同|一年|两年|三年)|买(?:了|个|一|下)|续(?:了|上|吧|一年|两年|三年|费|个|满)|充(?:值|个|上|[0-9一二三五])|交(?:[0-9一二三四五六七八九十两百千]|定金|订金|钱|押金|了)|付(?:定金|了|款吧)|拍板|加(?:个|一个|张|上|购)|升(?:级|个|到)|定(?:下来|了吧|吧|金|了)|报名|开(?:个|张|通)?(?:会员|卡|年卡)|充值|充[一两二三五0-9]))"),
    said("deposit", 0.78, r"先(?:交|付|转|打)[^，。！？,!?]{0,6}(?:定金|订金|押金|预付|意向金)|(?:交|付)[^，。！？,!?]{0,6}(?:定金|订金)[^，。！？,!?]{0,4}(?:锁|占|留|抢)", before=r"不用|无需|不必|别|用不着"),
    said("now_sign", 0.75, rf"{YOU}(?:现在|今天|今晚|这会儿)(?:就)?(?:签|办|续|下单|定|买|交)(?!的)|(?:续|签|办|买|下单|定|充)(?:了)?吧(?=$|[，。,！!~\s])|(?:我)?(?:这就|直接|马上|现在)?(?:就)?给(?:您|你)(?:办|续|下单|签|开|定|充)(?:上|了|好|下来|掉)(?!之后|以后)(?=[啊哈哦呀吧了]|$|[，。,！!~\s])"),
    said("why_wait", 0.72, r"(?:别|还|不用|甭)(?:再)?(?:考虑|犹豫|想|琢磨|磨蹭|纠结|比)(?:了|啥|什么|来|个啥)|想什么想|考虑(?:啥|什么)|有什么(?:好|可)(?:考虑|犹豫|想)"),
    said("package", 0.75, r"(?:您|你|不如|要不)?(?:直接|还是|干脆|不如|最好|就|先)?(?:办|买|上|开|充|来|升)(?:我们的?|咱们?的?|一?张|一?个|一?份|到)?[^，。！？,!?]{0,6}(?:年卡|季卡|月卡|会员|套餐|储值|充值|年包|三年卡|金卡|钻石卡|大礼包|尊享|至尊|铂金)(?!也|都|再|的话|可以|是|比|价)"),
)  # fmt: skip
_PUSHED_AFTER_NO = (
    said(
        "insist",
        0.74,
        r"不(?:续|办|签|做|买)(?:了)?(?:多|太|真)?(?:可惜|亏|不划算)|(?:更|必须|一定|还是|就|总|非)(?:得|要|该|是)?(?:续|签|办)(?!不|约率|费)(?:[一两三]年|我们|上|着|撒|呀|啊|了)?|(?:续|签|办)(?:我们|咱们?)?(?:[一两三]年|半年|一季)(?:吧|嘛|呗|得了|算了|(?=[，。,！!~\s]|$))",
        before=r"不|要是|如果|也可以|先|可以",
    ),
)
_DECLINED = re.compile(
    r"不(?:想|用|要|需要|打算|续|考虑|办|签|买|做)(?!完|到|好|干净|了解|知道)|用不着|用不上|算了|再(?:看|想|考虑|说|比|等等|琢磨)|考虑(?:考虑|一下|下)|贵|先不|犹豫|不一定|不知道还?要不要|没想好|没必要|超预算|有点多|不确定|退|到期就停|生意淡|不晓得|不晓|贵|紧|停(?:了|掉)"
)
_NEED_FIRST = re.compile(r"(?:要是|如果|假如|等|若|想|需要|愿意|用得上)[^，。！？,!?]{0,12}$")


def hits(reading: Reading) -> Iterator[Hit]:
    """Yield all violations of a selling talk: the common ones with `upsell` read its own way, and three more.

    In a talk that is about a purchase, naming a package is no violation; pushing one is.
    """
    yield from (hit for hit in violations.hits(reading) if hit.id != "upsell")
    yield from find(reading, "pressure", _PRESSURE)
    yield from find(reading, "disparage", _DISPARAGE)
    yield from _offers(reading)
    yield from pushed(reading)


def _offers(reading: Reading) -> Iterator[Hit]:
    text = reading.text
    for match in _OFFER.finditer(text):
        start, end = match.span()
        lead = text[max(0, start - 6) : start]
        if _NO_OFFER_BEFORE.search(lead) or _OFFER_QUERY.match(text, end) or reading.clause_at(start).quoted:
            continue
        stretch = around(text, start, end)
        bounded = bool(_TERMS.search(stretch)) or any(
            span.shape is not TimeShape.VAGUE and _closes(stretch, span.start, span.end) for span in times(stretch)
        )
        left, right = widened(text, start, end)
        yield Hit("noterms", left, right, 0.3 if bounded else 0.8, f"noterms.{match.lastgroup}")


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a time in an offer is its closing date and not merely 「现在」 or 「今天」."""
    return bool(
        re.search(r"(?:到|至|截止|截至|限)$", text[max(0, start - 3) : start]) or re.match(r"前|内|止|有效", text[end:])
    )


def pushed(reading: Reading) -> Iterator[Hit]:
    """A purchase urged before the need was asked or the question answered, or after the customer declined.

    Where the customer neither declined nor wavered, and the reply asks about the need first, urging is weak.
    """
    declined = bool(_DECLINED.search(reading.customer))
    asks_first = bool(re.search(r"[？?]", reading.text))
    wordings = (*_PUSHED, *_PUSHED_AFTER_NO) if declined else _PUSHED
    for hit in find(reading, "upsell", wordings):
        conditional = bool(_NEED_FIRST.search(reading.text[max(0, hit.start - 14) : hit.start + 4]))
        strength = hit.strength
        if conditional:
            strength /= 2
        elif declined:
            strength = min(0.9, strength + 0.08)
        elif asks_first and hit.rule != "upsell.why_wait":
            strength -= 0.2
        yield Hit("upsell", hit.start, hit.end, strength, hit.rule)
