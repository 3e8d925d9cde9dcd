"""Finds what a reply offers to make good: money, shares, waived fees, costs taken over, free work, gifts, extra service."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.offline.amounts import FREE, REDO, Amount, gifts
from scoring.offline.amounts import amounts as all_amounts
from scoring.offline.numerals import NUMBER, number
from scoring.offline.reading import Reading


@dataclass(frozen=True, slots=True)
class Payment:
    """One offer, from `start` to `end`. `offer` is as in Finding.offer; `cost` names a cost of the incident paid by us."""

    start: int
    end: int
    offer: str
    strength: float
    rule: str
    cost: str = ""
    paid_for: bool = False


_YOU = r"(?:您|你|恁|侬|佢|客户|大家|咱)"
_US = r"(?:我们?|俺们?|咱们?|店里|公司|门店|平台|我店|物业|阿拉|我哋|额们?|我方|我司|店|车队|酒店|银行|工厂|厂里|院方|商家)(?:这边|来|自己|店)?"
_ALL = r"(?:全额?|都|先|也|给您?|来|一律|统统|照|该|一并|直接|会|可以|负责|替您|帮您|自己|愿意|一起){0,3}"
_GIVE = r"(?:赔付|赔偿|赔|补偿|补贴|补助|贴补|贴|补|退还|退回|返还|退|返|减免|减掉?|免掉?|少收|少算|抵扣|抵|报销|承担|垫付?|优惠|便宜|让利|扣减|扣掉|扣除)"
_HAND = r"(?:给|转|打|发|放|送|折现?|添|塞|(?:我们?|俺们?|公司|店里|咱们?|平台)[^，。]{0,4}(?:出|掏|拿|付|垫))"

_PAY_LEFT = re.compile(rf"(?P<sure>{_GIVE})[^，。！？!?；;\n]{{0,14}}$|(?P<hand>{_HAND})(?:了|出|上|给|回|去|到|{_YOU}|账户|卡|里|微信|个|张|发|再|另外|先|最多|一|、|\s){{0,6}}$")
_PAY_RIGHT = re.compile(
    rf"^(?:左右|以内|之内|内|的|钱|整|多|块|元|费|里头|里|，|,|\s|[^，。！？!?；;\n]{{0,12}}?(?:费|钱|款))?(?:，|,|\s)?[^，。！？,!?；;\n\s]{{0,6}}?(?P<sure>退|免(?!费)|减|赔|抵|不收|不要(?!求|紧|急)|划掉|抹|少收|{_US}(?:{_ALL})?(?:出|掏|来|担|认|承担|报|垫|付)|公司出|店里出|报销|报了?(?=[，,。]|$)|给{_YOU}(?![换修开装做办看查约解])|一分不留|不留|(?:的)?(?:无门槛)?(?:优惠|代金|抵用|抵扣|现金)?(?:券|红包)|补(?:给)?{_YOU}|打(?:给|到|回){_YOU}?|给{_YOU}报|按[^，。]{{0,6}}全?赔|归{_YOU}|照(?:单)?(?:付|赔|报)|现付|现给|当[面场](?:给|批|付)|现金[^，。]{{0,3}}(?:塞|给)|原路(?:回|退|返|走)|走原路|(?:到|从|在)?[^，。]{{0,4}}(?:现付|当[面场](?:给|批|付))|返(?:给|还|回|到))"
)
_NAMED_COST = re.compile(
    r"(?:检查|挂号|医药|医疗|药|诊|缝针?|拖车|打车|开锁|住宿|酒店|清理|干洗|检测|复测|调律|维修|修补|补漆|置装|裁缝|玻璃|材料|肉|菜|运|误工|停车)(?:费|钱|那|的钱|[一二两三四五六七八九0-9])|看[^，。]{1,4}的钱|压车费|押车费"
)
# The sum first, what becomes of it after more words: 「这五百今天下班前能给您打过去」.
_PAY_LATER = re.compile(
    rf"[^。！？!?；;\n]{{0,26}}?(?:(?:转|打|退|划|返|塞|付|赔|补|放(?=[到进]))(?:到|进|回|给|在)?(?:{_YOU}|过[去来]|原)|给{_YOU}(?:打|转|退|赔|补|放|塞)|[扫转]{_YOU})"
)
_NOT_PAID = re.compile(
    r"(?:不|没法|无法|不能|不会|别|甭|拒绝|概不|不予|没有|未)(?:再|给|会|能|可以|予|您|你|另|是|支持|接受|承担|负责){0,3}(?:退|赔|补(?!救)|减|免(?!费)|送|报销|返)|[退赔免补]不[了得到着]|不在[^，。]{0,4}(?:赔付|范围)|(?:不敢|没权限|无权|没资格|做不了主|说了不算)[^。！？]{0,10}$|别指望|指望不|都没(?:了|有)"
)
_UPSELL = re.compile(
    r"立减|充[^，。]{0,5}[送赠]|办[^，。]{0,3}卡|套餐|年卡|季卡|月卡|会员(?!费)|续费|续[个一]|以旧换新|加购|活动价|特价|第二[瓶件]|下单[^，。]{0,2}减|新款|升级[^，。]{0,8}(?:加|添|补|只要|才)|推荐|原价|年保|多划算|划算|尊享|包年|延保|买[一二]送|再添|储值|了解下"
)
_CUSTOMER_PAYS = re.compile(
    rf"(?<![给替帮退赔补送返让把跟对收抵减还])(?<!不收){_YOU}(?:再|就|先|只[要需]|还|得|直接|微信|现金|私下|另外|自己|需要?|要|另|个人|们)*(?:转|付|出|补|加|扫|塞|掏|给|俾|交|拿|打)(?:我|俺|他|她|师傅|现金|差价|上|[一-龥]?姐|[阿小老][一-龥]|(?={NUMBER})|个?(?=[两三四五六七八九一二十百0-9]))|(?<![不没少免])收{_YOU}|(?<![拍发传寄递])(?:转|付|给|打)我(?!们?[来出给这])|辛苦费|茶水费|好处费|跑腿费|加急费|比平台便宜|比[^，。]{{0,4}}(?:便宜|省)|另算|(?:检测费|上门费|配件费?)[，,]?(?:另|再)收|{NUMBER}起"
)
_WRONGLY = re.compile(
    r"多(?:收|扣|拿|算|付|要|交|刷|打|划)|多的|超收|超出(?:报价|部分)|超报|误扣|错扣|重复(?:扣|收|支付)|差价|价差|差额|押金|定金|订金|余额|剩余|剩下|余下|剩的|未(?:使用|消费)|扣的|不该收|乱收|报价外|没用完|改单|返加收|夜间费|加收"
)
_CHARGED = re.compile(
    r"扣了?我|扣费|多扣|被扣|扣两|扣了|乱收费|收我|多收|没订过|没开通?过?|自动续费|凭啥收|凭什么收|收费|价保|降价|押金|要我[一二三四五六七八九1-9]|收了[一二三四五六七八九1-9]|才?(?:要|收)[我他]|账单|张嘴|张口|敲诈|抢钱|坑人|不给就不|要价|加[一二三四五六七八九两]百|坐地起价|加价|(?:说好|页面|平台|报价|讲好|写)[^，。]{0,4}[0-9一二三四五六七八九百]{2,}[^。]{0,14}(?:要|收|变)"
)
_CANCELLED = re.compile(r"退卡|退课|退货|退票|要退|想退|退款(?:呢|还|没|怎么|啥|什么|多久|一直)|没退|退钱|钱呢|取消")
_RHETORICAL = re.compile(r"难道|凭什么|凭啥|[您你](?:是不是)?(?:是|想|就)?(?:不是)?(?:想|要)(?:要|退|我|我们)[^。！？]{0,10}[吗？?么]|是大风刮来|懂事的|够买")
_FEE = r"(?:费用?|工钱|工时费|钱(?!包|财|的事)|款(?!待|式|项流程)|服务费|票款?|账单?|全款|全额|本单|月租|房租|这[一]?单|这[一]?[趟次顿回餐]|单子|订单|一半儿?|全数|全部|[一二两三四五六七八九]成)"

_REFUND = re.compile(
    # verb first
    rf"(?P<verb>(?:全额|全部|全数|一律|全|先|直接|现在)?(?:退还|退回|返还|退掉?|返|减免|免除|免去|免掉|免收|全免|免(?!费|得|不|疫)|不收|不再收|少收|抹(?:掉|去)|划掉|减(?!少|轻|速|肥)))(?:了|给|还|回|掉|去|{_YOU}|这|那)*(?P<mid>[^，。！？,!?；;：:\n\s]{{0,10}}?){_FEE}"
    # fee first
    rf"|(?P<fee>[^，。！？,!?；;：:\n\s]{{0,8}}?(?:费用?|工钱|洋钿|钱(?!包|财)|款(?!待|式|项)|本单|这[一]?单|这[一]?[趟次顿回餐]|单子|订单|月租|房租|票|{NUMBER}(?:块|元)|一分(?!钟)))(?:，|,|\s)?(?:我|就|给|也|都|{_YOU}|们|来|全部?|先|今天|今晚|现在|店里|公司|这个?月|直接|没脸要|帮|统统|已经?|一并|一块儿?|原路|明早|明天|当场|由|俺|给您|负责|这边|会|可以|能|照|先|平台|垫|不|、){{0,7}}(?:，|,|\s)?(?:我|全数|给{_YOU}|就|也)?"
    rf"(?P<done>(?:全额?)?退(?!货|出|换|休|潮)|免(?:了|掉|去|单|收|除|{_YOU}|$)|全免|免(?=[，,。])|不收(?!费)|不要了?(?=[，,。！!\s]|$|您|人|明|补|抵|算)|没脸要|减半|抹(?:掉|去|零)|划掉|一分[^，。]{{0,2}}(?:不|没)|分文不|不算(?:您|你)?的?钱|不计|唔收|收一半|收半|打[一二三四五六七八九1-9]五?折|减(?:掉|免)|返(?:还|给|回)|(?:补|转|打|赔)给{_YOU}|可以给(?!您换)|照给|一分不留)"
    r"|(?P<bare>免单|全额退款?|全款退|全退(?!不)|全额退|全免(?!费)|照单全退|退一赔[一二三十]|假一赔[一二三十]|退您钱|退钱给您|退款给您|给您退款|退您全|本单不收|收(?:您|你)?(?:一半|半价|半费)|全(?:部|数|额)?(?:都|给|我)*(?:给)?(?:您|你|恁)退)"
)
_WHO_COST = (
    r"(?:[^，。！？,!?；;：:\n\s]{0,10}?(?:费用?|损失|钱(?!包|财)|票|单子|药|拍片|检查|化验|住院|材料|配件|维修|修[^，。]{0,3}|补办|工料|打车|天花板[^，。]{0,4}|误工|清理|干洗|花销|开销|餐|住宿|食宿|接驳|房钱|搬运|重新[^，。]{1,4}|[补修换拖]车?的?)(?:[0-9一二三四五六七八九十百千万两]{1,6}(?:块|元)?)?(?:以?内|之内|多少|花多少|不管多少|该多少)?)"
)
_COST = re.compile(
    rf"(?P<what>{_WHO_COST})(?:[，,][^，。！？,!?]{{1,8}}[，,]|，|,|\s)?(?:多少钱?)?(?:都|也|就|全|由|是|归|、|凭票|凭发票|拿票|以内|你|您|不用您?|不用管|放心|先){{0,4}}(?:(?:{_US})(?:{_ALL})(?:出|掏|担|付|承担|报销?|认|垫|包|负担|负责(?!人)|来(?=[，,。！!；;\s]|$)|结|给您?报|给您?出|赔)|算{_US}的?|归{_US}|照[报付单]|由{_US}(?:来)?(?:付|出|承担|掏|垫)|(?:全部?|都)(?:出|掏|付|担|认|给报)|(?:全部?|都|可以|给{_YOU}|凭票|实报)(?:报销|报了?|实销|包(?!括|装)|报)|报销|照赔|我出|公司全?出|店里出)"
    rf"|(?P<verb2>报销|承担|垫付|负担|包赔|全包|包了?|报(?!警|名|价|备|修|上|告|一下|案|我|给我)|出(?!门|发|货|现|来|去|单|警|票|具|示|结|报)|(?<![理索])赔付?|垫)(?:了|给|{_YOU}|全部|所有|相应|这|的|个){{0,3}}(?P<what2>[^，。！？,!?；;：:\n\s]{{0,8}}?(?:(?<!误)工?费用?|损失|医药|检查|运费|药钱|拍片|车费))"
    rf"|(?P<what3>[^，。！？,!?；;：:\n\s]{{1,10}}(?:坏的|弄坏|的|损失|钱))(?:都|全)?(?:由)?(?:我们|公司|店里|俺们?|咱们?)(?:全|都)?(?:包了?(?!装)|照价?赔|赔(?!偿金额)|担着|出)"
)
_IN_KIND = re.compile(
    rf"(?:赔偿?|补偿|补(?={_YOU}?[一两三二1-3]))(?:给)?{_YOU}?(?:家)?(?P<thing>(?:双份|双倍|[一两三二1-3]?(?:个|套|条|双|盆|只|瓶|块|台|份|箱|棵|件|副|把|扇|辆|顿|桶|盒|张|床|全新|新的)|[一两1-2]次)[^，。！？,!?；;\n\s]{{1,12}})"
    rf"|(?:按|照)(?P<by>[^，。！？,!?；;\n]{{0,8}}?(?:价|原样|标准|比例|倍|发票|市价|行规|一赔[一二三十]))(?:格|钱)?(?:都|给|全|来|{_YOU}|以内|内|[0-9一二三四五六七八九十百]+元?|、)*(?:赔|退|补偿)|照价赔|原价赔|照原样(?:赔|给)|照发票赔|双倍(?:赔|返)"
    rf"|(?:赔|补)(?:偿)?{_YOU}?(?:的)?(?:全部|所有|这些?|实际)?损失|(?:双倍)?精神损失(?!险)|损失[^，。！？!?；;]{{0,8}}(?:照赔|赔(?:给)?{_YOU}|全赔|我们(?:赔|担|承担|来|包)|公司(?:赔|担|承担|包))"
)
_EXTRA = re.compile(
    rf"(?:补|多(?:做|送|给|洗|擦|干|加|带|打扫|陪)|加(?:做|送|时|赠)|延长|顺延|另?出|搭|贴|送|给{_YOU}(?:多|补|加|添)|再(?:补|送|给|加))(?:给)?{_YOU}?(?:家里?|们|孩子|娃|老爷子|叔叔|阿姨)?(?:的|一回|一次)?(?P<n>{NUMBER}|半|几)个?(?:半)?(?:小时|钟头|钟(?!前|内)|课时|节(?!日|点)|天(?!内|前|后)|晚|个月|顿饭?|年(?!前)|周)(?!内|前|之内|以内|后|左右)(?:的)?[^，。！？,!?；;\n\s]{{0,8}}"
    rf"|(?:给{_YOU})?多做(?:一个|半个|个)?(?:小时|钟头|钟)|补孩子[^，。]{{0,4}}节"
    rf"|(?:配|提供|借(?:给)?|安排|给)(?:{_YOU})?(?:一)?[辆台部]?(?:代步车|备用机|替换机|周转房|代用[^，。]{{1,4}})"
)
_FREE = re.compile(
    rf"(?:{FREE})|公司(?:全)?(?:出钱|出|包)(?=[，,。！!\s]|$)|(?:钱|费用?)(?:我们|公司|店里)全?(?:出|包)|不扣(?:您|你)?(?:的)?(?:课时|次数|天数)|(?:不花|没花|不用花)(?:您|你|恁)?一分|白(?:做|换|修|洗|补|送)(?=[，,。；;！!]|$)|不(?:得|会|再|让)[^，。！？]{{0,3}}(?:您|你)?再?交钱|不用您(?:管|花|出)钱"
)
_WORK = re.compile(
    rf"(?:{REDO})|修|换|洗|擦|打扫|清理|清洁|上门|杀|喷|漆|装|送|检测|改签|改到|抛光|磨|补|做|停(?:一晚|那|负|临|车位)|临停|取|烘|测|升级|升|搬|保养|除|刷|疏通|通|陪|带|接|重|治|配|延|寄|发|贴|弄|整|搞|调"
)
_FREE_TALK = re.compile(r"免年费|包邮|免费(?:热线|电话|咨询|wifi)|永久免费|终身免费|终生免费|全年免费|免费额度|上门(?:是)?免费|免费注册|免费试|蚊都|(?:不|没|非)免费|免费(?:的)?午餐|多一")
_GIFT_LEFT = re.compile(rf"(?:不|别|没|再|充[^，。]{{0,6}}|满[^，。]{{0,5}}|买[^，。]{{0,6}}|办[^，。]{{0,6}}|续[^，。]{{0,6}}|升级?[^，。]{{0,6}}|把|帮|替|刚|给谁|才|人|去|来|一起|早|晚|现在|马上|天|点|前)$")
_COUPON_NEAR = re.compile(rf"送|赠|补|放|发|给{_YOU}|返|抵|退|已|到账|赔|领|卡包|账户")
_LOSS_NOUN = r"(?:手术|缝|开锁|裁缝|玻璃|压车|押车|工资|精神|头皮|伤口|护理|看|针|检查|挂号|医药|医疗|医|药|看病|诊|住院|拍片|化验|打车|车|交通|住宿|房钱|酒店|修|材料|料|工本|锁芯|配件|运|邮|快递|拖|停车|清理|干洗|误工|检测|复测|调律|打印|公证|急诊|缝合|损失|肉|菜|票|天花板|坏|补|磨|抛光|换|启事|电|水|餐|饭|鞋|衣)"
_OWN_FEES = r"服务费|保洁费|清洗费|维修费|护理费|管理费|本次|本单|上门费|陪诊费|洗护费|中介费|课时?费|年费|月费|房费|会员费|物业费|手续费|押金|定金|餐费|洗衣费|洗涤费|洗费"
_SPAN_OF_FEE = re.compile(rf"(?P<span>(?:半|{NUMBER})个?(?:半)?(?:天|晚|周|个?月|季度|年))(?:的)?[^，。]{{0,4}}费")


def payments(reading: Reading) -> list[Payment]:
    """What the reply offers, in order; the surer of two that overlap is kept first by strength, both are given."""
    text = reading.text
    found: list[Payment] = []
    measures = all_amounts(text)
    for finder in (_sums(reading, measures), _fees(reading, measures), _costs(reading), _kind(reading), _free(reading), _gifts(reading)):
        for one in finder:
            checked = _checked(reading, one)
            if checked is not None:
                found.append(checked)
    return sorted(found, key=lambda one: (one.start, -one.strength))


def _checked(reading: Reading, one: Payment) -> Payment | None:
    """Drop what is refused, asked, sold or quoted; lower what gives back money that was never ours."""
    text = reading.text
    clause = reading.clause_at(one.start)
    if clause.quoted or text[one.start - 1 : one.start] in ("“", "「", "『", "‘"):
        return None
    number_ = reading.sentence_at(one.start)
    sentence = reading.sentence_text(number_)
    at = one.start - reading.sentence_starts[number_]
    near = sentence[max(0, at - 16) : at + one.end - one.start + 12]
    tight = sentence[max(0, at - 8) : at + one.end - one.start + 4]
    if _RHETORICAL.search(sentence[max(0, at - 24) : at + 30]):
        return None
    refused = _NOT_PAID.search(tight)
    if refused and not re.match(r"不(?:会|能)?(?:收|要)", refused[0]):
        return None
    strength = one.strength
    if _UPSELL.search(near) and not re.search(r"赔|补(?:偿|您)|退您|作为", near):
        strength = min(strength, 0.3)
    if _CUSTOMER_PAYS.search(sentence[max(0, at - 12) : at + one.end - one.start + 8]) and not one.rule.endswith("free"):
        strength = min(strength, 0.35)
    if one.offer.startswith(("refund", "yuan", "percent")) and re.search(r"退|返|划回|打回|原路", near) and not re.search(r"赔(?!偿)|补(?!录)|减免|免(?!费)|抵|少收|不收", tight):
        wide = sentence[max(0, at - 26) : at + one.end - one.start + 14]
        meant = re.match(r"[^。！？]{0,16}?(?:作为|就?当|算(?!是多)|补|赔)", sentence[at + one.end - one.start :])
        if meant:
            strength = min(strength, 0.64)
        elif _WRONGLY.search(wide):
            strength = min(strength, 0.3)
        elif _CHARGED.search(reading.customer) or _CANCELLED.search(reading.customer):
            strength = min(strength, 0.42)
    if strength == one.strength:
        return one
    return Payment(one.start, one.end, one.offer, strength, one.rule, one.cost, one.paid_for)


def _sums(reading: Reading, measures: list[Amount]) -> Iterator[Payment]:
    text = reading.text
    for one in measures:
        if one.kind not in ("yuan", "percent"):
            continue
        left = _PAY_LEFT.search(text[max(0, one.start - 18) : one.start])
        right = _PAY_RIGHT.match(text[one.end : one.end + 26])
        sure = bool(left and left["sure"]) or bool(right)
        later = one.kind == "yuan" and _PAY_LATER.match(text[one.end : one.end + 34])
        if not sure and not (left and left["hand"]) and not later:
            continue
        offer = f"{one.kind}:{one.value:g}"
        start = one.start - (len(left[0]) if left else 0)
        end = one.end + (right.end() if right else 0)
        strength = 0.93 if sure else 0.72
        if not sure and not left:
            strength = 0.64
        elif not sure:
            ends = text[max(0, one.start - 12) : one.start] + "|" + text[one.end : one.end + 6]
            if not re.search(rf"{_YOU}|我|公司|店里", ends) or re.search(r"给(?:他|她|师傅|佢)|转给别", ends):
                strength = 0.4
        if one.kind == "percent" and not sure:
            continue
        if re.search(r"(?:上限|最高|顶格)", text[max(0, start - 6) : start]) and not re.search(r"赔您|赔你|给您", text[max(0, start - 4) : end]):
            strength = 0.45
        around = text[max(0, one.start - 9) : min(end, one.end + 9)]
        named = _NAMED_COST.search(around)
        cost = named[0] if named and not re.search(_OWN_FEES, around) else ""
        yield Payment(start, end, offer, strength, "named.sum" if one.kind == "yuan" else "named.share", cost)


def _fees(reading: Reading, measures: list[Amount]) -> Iterator[Payment]:
    text = reading.text
    if not re.search(r"退|免|减|不收|不要|抹|划|返|一分|分文|没脸要|唔收|收一半|收半|少收|赔", text):
        return
    for match in _REFUND.finditer(text):
        words = match[0]
        inside = next((one for one in measures if one.kind in ("yuan", "percent") and match.start() <= one.start < match.end()), None)
        span = _SPAN_OF_FEE.search(words)
        if span and re.search(r"免|减", words):
            offer = f"waive:{span['span']}"
        elif inside:
            offer = f"{inside.kind}:{inside.value:g}"
        elif re.search(r"一半|减半|收半", words):
            offer = "percent:50"
        else:
            offer = "refund"
        strength = 0.88
        if match["verb"] and not inside and re.fullmatch(r"(?:直接|现在)?退(?:款|费|票|钱|单)", words):
            benefits = re.search(rf"(?:给|替|帮){_YOU}$|我[^，。]{{0,3}}$|已经?$", text[max(0, match.start() - 5) : match.start()])
            done = re.match(r"(?:给|也|都|这就|已)?(?:您|你)?(?:点了|办了|提了|批了|操作|已|刚点|马上|今天|现在)", text[match.end() : match.end() + 8])
            strength = 0.8 if benefits else 0.6 if done else 0.35
        if "把" in words and "我" not in words:
            strength = min(strength, 0.4)
        if match["verb"] and match["verb"].endswith(("收", "减")) and not re.search(r"不收|免收|少收|不再收", match["verb"]) and not inside:
            strength = 0.6
        if re.search(r"退款?(?:流程|申请|通道|进度|规则|政策|单)|扣款|付款|收款|打款", words) and not re.search(r"退(?:您|你|还|给)", words):
            strength = 0.3
        yield Payment(match.start(), match.end(), offer, strength, "named.fee")


def _costs(reading: Reading) -> Iterator[Payment]:
    text = reading.text
    if not re.search(r"出|掏|担|付|报|认|垫|包|负|赔|来|算", text):
        return
    for match in _COST.finditer(text):
        what = match["what"] or match["what2"] or match["what3"] or ""
        bare = re.sub(r"[^一-龥]", "", what)[-6:]
        strength = 0.88
        if match["what3"] and not re.search(_LOSS_NOUN, what):
            strength = 0.6
        cost = bare if re.search(_LOSS_NOUN, what) and not re.search(_OWN_FEES, what) else ""
        if re.search(r"(?:申请|请示|批没批|看领导|看主管|问问)", text[max(0, match.start() - 6) : match.end() + 10]) and not match["verb2"]:
            strength = 0.45
        if re.search(r"(?:留着?|保留)[^，。]{0,3}票$", what):
            strength = 0.4
        yield Payment(match.start(), match.end(), f"cost:{bare}", strength, "named.cost", cost)
    if "票" in text or "单" in text:
        for match in _RECEIPT.finditer(text):
            of = match["of"][-6:]
            if re.search(r"费|药|诊|修|车|针|医|检|钱|损失|缝|换|轮", of):
                yield Payment(match.start(), match.end(), f"cost:{of}", 0.66, "named.receipt", of)


# 「发票传给我，当天打到您卡上」: the cost is what the receipt shows.
_RECEIPT = re.compile(
    rf"(?P<of>[^，。！？,!?；;\n]{{0,10}})(?:发票|票据|单据|小票|单子|票)[^。！？!?；;\n]{{0,10}}?(?:拍|传|发|给|寄|拿)[^。！？!?；;\n]{{0,24}}?(?:转回|打到|打给|转给|转到|照付|照单付|照报|报给|付给|给{_YOU}(?:打|报|转|付)|当场(?:批|给|报)|进{_YOU})"
)


def _kind(reading: Reading) -> Iterator[Payment]:
    text = reading.text
    for match in _IN_KIND.finditer(text):
        what = match["thing"] or match["by"] or "损失"
        strength = 0.86 if match["thing"] or match["by"] else 0.74
        if match["thing"] and re.match(r"[一个]?个?(?:不是|罪|礼|笑|说法|交代|心意|电话)", match["thing"]):
            continue
        yield Payment(match.start(), match.end(), f"gift:{what[:12]}", strength, "named.in_kind", paid_for=True)
    for match in _EXTRA.finditer(text):
        left = text[max(0, match.start() - 4) : match.start()]
        if re.search(r"[不没别]$", left):
            continue
        yield Payment(match.start(), match.end(), f"gift:{match[0][:14]}", 0.82, "named.extra")


def _free(reading: Reading) -> Iterator[Payment]:
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


def _gifts(reading: Reading) -> Iterator[Payment]:
    text = reading.text
    for one in gifts(text):
        left = text[max(0, one.start - 10) : one.start]
        words = text[one.start : one.end]
        if "券" in words and not re.match(r"[送赠搭白多加另补附]", words):
            around = text[max(0, one.start - 12) : one.end + 10]
            if _COUPON_NEAR.search(around) and not _NOT_PAID.search(around):
                yield Payment(one.start, one.end, f"gift:{one.what}", 0.86, "named.coupon")
            continue
        if _GIFT_LEFT.search(left) and not re.match(r"赠|免费送|补送|另送|加送|多送|白送", words) and not re.search(rf"再$", left):
            strength = 0.4
        else:
            strength = 0.84
        if re.match(r"送(?![您你恁侬咱一两三次])[^，。]{0,8}(?:[院厂店站柜]|到|楼下|门口|过去|上门|去|洗|修|检)", words):
            strength = 0.3
        if re.match(r"送[^，。]{1,6}到", words):
            strength = 0.3
        if re.search(r"^(?:送|搭)(?:给)?(?:他|她|它|孩子|老人|医院|上|进|叔叔|客人|一程|$)", words):
            strength = 0.3
        yield Payment(one.start, one.end, f"gift:{one.what}", strength, "named.gift")
    for match in re.finditer(rf"(?:发|转|包|补|给)(?:个|了|{_YOU}|{NUMBER}|块|元|微信|的){{0,6}}红包", text):
        yield Payment(match.start(), match.end(), "gift:红包", 0.8, "named.gift")
