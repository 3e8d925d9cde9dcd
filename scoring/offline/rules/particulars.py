"""What a customer may pick up from a reply (a time, an amount, an owner), and what a reply takes back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.offline.actions import SURE, actions
from scoring.offline.amounts import Amount, amounts
from scoring.offline.gated import Gated
from scoring.offline.payments import payments
from scoring.offline.people import OwnerKind, owners
from scoring.offline.reading import Reading
from scoring.offline.rules import fix, spoof
from scoring.offline.stretches import until_stop
from scoring.offline.times import TimeShape, TimeSpan
from scoring.reply import About

LONGEST = 20

_ACTION = frozenset({"fix.action", "fix.deadline", "fix.owner"})
_PAYMENT = frozenset({"compensation.named", "compensation.proportionate", "compensation.delivery"})
_OURS = frozenset({"cause.ownership", "empathy.acknowledge"})

_US = "(?:我们|俺们?|咱们?|公司|平台|店里|师傅|阿姨|我司|我这边|本店)"
_SAID = "(?:刚才|刚刚|之前|前面|上面|方才|刚|早先|上午|昨天|先前|原来|原先|那会儿)"
_GO = "(?:去|来|到|过去|过来|上门|赶到|赶过去|赶过来|出发|修|换|做|返工|派|安排|送|装|洗|补|弄|处理|办|改|约|寄|发|兑现|保证)"
_MONEY = "(?:补偿|赔偿|赔付|退款|退费|减免|优惠|券|红包|赔的钱|退的钱|费用|钱|块钱?|元|礼品?|赠送|送的|免费返工|免单|补贴|打折|折扣|抵扣)"
_GONE = "(?:不算(?:数)?|作废|取消|收回|撤回|不给|没有?|免谈|办不了|办不下来|批不下来|没批|退不了|给不了|兑现不了|不退|不赔|不送|不补|不减|不免|不行|当我没说|泡汤|黄|落空|没法给|没戏|申请不下来|不作数|别指望|拿不到|发不了|送不了)"

_TAKEN: tuple[tuple[frozenset[str], Gated], ...] = (
    (_OURS, Gated(
        rf"(?:不能|不该|没法|也不|真不|可不|并不|不全|不完全|总不能|怎么能|其实不|又不|还真不|不)(?:全|都|只)?(?:怪|赖|怨|算)(?:在)?{_US}(?!的?没|没)|(?:怪|赖|怨)(?:不着|不到|不得|不了|不上){_US}|(?:不|没)(?:是|算){_US}(?:这边)?(?:的)?(?:责任|问题|错|原因|疏忽|毛病|失误|事)"
        rf"|(?:跟|与|和){_US}(?:公司|店里|店|这边)?(?:真|也|其实|又)?(?:没(?:有)?|无)(?:什么|啥|半点|任何)?(?:关系|关|干系)|(?:责任|问题)(?:其实)?(?:不在|也不在)(?:于)?{_US}|{_US}(?:其实|也|又|并|真)?(?:没(?:有)?(?:什么|任何|啥)?(?:错|责任|做错|问题|过错|毛病))(?!过来)|我们(?:也)?是(?:受害者?|冤枉)"
    )),
    (frozenset({"empathy.acknowledge"}), Gated(
        r"(?:道歉|抱歉|对不起|歉意|赔不是)[^，。！？]{0,6}(?:收回|不算|撤回|当我没说|白道)|(?:收回|撤回)[^，。！？]{0,8}(?:道歉|抱歉|对不起|歉意)|(?:没(?:有)?|不(?:需要|用|该|觉得|认为))[^，。！？]{0,6}(?:道歉|抱歉)(?!的话)|(?:凭什么|难道|干嘛)[^，。！？]{0,6}道歉"
    )),
    (frozenset({"empathy.feeling"}), Gated(
        r"(?:有|没)(?:什么|啥)(?:好|可|值得)?(?:生气|着急|委屈|急|气|担心|激动)的|(?:您|你)(?:也)?(?:不该|没必要|犯不着|用不着)[^，。]{0,3}(?:生气|着急|急|气|激动|委屈)"
    )),
    (_PAYMENT, Gated(
        rf"{_SAID}?(?:我)?(?:说|答应|提|讲|承诺|报|应|谈|许|定)(?:好|过|了|到|给您?)?(?:的)?(?:那个?|这)?[^。！？；我]{{0,14}}?(?:{_MONEY}|退|赔|减|免|送|补)[^。！？；]{{0,10}}?{_GONE}(?:了|$|[，。！？,!])"
        rf"|(?:那|这|刚才的?|之前的?)[^，。！？]{{0,8}}?{_MONEY}(?:的事)?(?:儿)?(?:现在|可能|恐怕|也|就|先|只能|得|我|要|都)*{_GONE}(?:了|$|[，。！？,!])|(?:{_MONEY})(?:的事儿?|那块|这块)?(?:现在|可能|恐怕|也|就|先|只能|得|我|要|都)*(?:{_GONE})了|(?:五十|一百|两百|二百|三百|五百|[0-9]{{2,5}})(?:块|元|块钱)?[^，。！？]{{0,4}}(?:不算|作废|取消|收回|不给|不退|不赔|不送|没有|当我没说)了"
        r"|(?:不|没法|没办法|不能|无法)(?:再)?(?:退|赔|补偿?|送|减|免)(?:给)?(?:您|你)?(?:这|那)?(?:钱|款|券)?了|(?:退|赔|补|送|免|给|减)不(?:了|成)(?:您|你)?了?|(?:主管|公司|店长|财务|经理|总部)[^，。]{0,6}(?:没|不)(?:批|同意|让|准|给)[^。]{0,12}(?:补|赔|退|减|免|券|送|钱)"
    )),
    (_ACTION, Gated(
        rf"(?:师傅|阿姨|人(?:手)?|他|她|我|我们|[\u4e00-\u9fff](?:工|姐|哥|经理|师傅|主管)|小[\u4e00-\u9fff]|老[\u4e00-\u9fff]|今[天晚日]|明[天早晚日]|后天|周[一二三四五六日末]|下午|上午|晚上|点前?)[^，。！？；]{{0,10}}?{_GO}不(?:了|成|过来|过去|到)(?:了|您|$|[，。！？,!])|(?:不|没法|没办法|不能|无法)(?:再)?(?:派人|安排|上门|过去|过来|给您(?:修|换|做|返工|安排|派|洗|送|装))了?"
        rf"|(?:取消|撤掉?|撤销|作废|不做|不安排|暂停|叫停)(?:了)?(?:这次|今天|明天|本次|刚才)?(?:的)?(?:上门|返工|安排|预约|派单|行程|维修|复检|换人|换货|补发)|(?:上门|返工|安排|预约|派单|方案|维修|换人|换货|补发|复检|时间)(?:的事儿?)?(?:现在|先|只能|得|要|就|可能)*(?:取消|作废|不算(?:数)?|泡汤|黄|撤回|当我没说|不作数|没法安排|不做)了?|{_SAID}(?:我)?(?:说|答应|讲|定|约|安排)(?:好|过|了)?(?:的)?[^。！？；退赔补券钱元块]{{0,12}}?(?:不算|作废|取消|收回|当我没说|泡汤|不作数|不行|办不到|做不到|办不了)了?"
        rf"|(?:师傅|阿姨|人|他|她|我|[\u4e00-\u9fff](?:工|姐|哥|经理|师傅))[^，。！？]{{0,6}}(?:不|没法)(?:去|来|过去|过来|上门)了(?!吗)"
    )),
    (frozenset({"fix.deadline"}), Gated(
        r"(?:[点号前]|今[天晚]|明[天早]|时间)[^，。！？]{0,6}(?:赶不(?:上|到|及)|来不及|到不了|做不完|修不好|弄不完|完不成|(?:得|要|只能|可能|恐怕)[^，。！？]{0,3}(?:推迟|延后|往后|延|改期|改到|推到))|(?:推迟|延后|改期|往后(?:推|挪|延))(?:到|了|一|几|两|$|[，。])|(?:具体)?(?:时间|几点)(?:现在)?(?:说不准|定不了|没法保证|保证不了|不好说|还不一定)了?"
    )),
    (frozenset({"fix.owner"}), Gated(
        r"(?:这事|这个事?|您这单)?(?:不归我|我(?:也)?(?:管不了|不管|负责不了|跟不了|没法跟|不跟)了?|我(?:要|得|先)?下班了[^。]{0,8}(?:别|找|问)|(?:以后|后面|回头)?您?(?:别|不要)(?:再)?(?:找|联系|打)我)|(?:换|改)(?:成)?别人(?:跟|负责|处理)|(?:师傅|阿姨|姐|工)(?:不干|不做|辞职|走)了"
    )),
    (frozenset({"cause.concrete", "cause.verified"}), Gated(
        r"(?:刚才|之前|前面|刚刚)[^。！？]{0,14}(?:原因|说的)[^。！？]{0,8}(?:说错|搞错|弄错|不对|不准|瞎说|猜的|随口)|(?:原因|刚才|之前)[^。！？]{0,10}(?:是我(?:猜|瞎|编|随口)|我(?:猜|编|瞎说)的)|(?:其实|说实话)[^。！？]{0,6}(?:还)?没(?:去)?(?:查|看(?!到)|核实|问)(?:过|呢|$|[，。])"
    )),
)  # fmt: skip
_STILL_OURS = re.compile(
    r"[^。！？]{0,14}(?:但|可是?|不过|而是|只是)[^。！？]{0,10}(?:是|怪|在|由|我们)(?:我们|我|咱|担|负责|认)"
)
_NOT_SO = re.compile(
    r"(?:不是说?|不会说?|没说|不能说|不敢说|绝不会?|难道|要是|如果|万一|假如|怎么会|不可能|您(?:说|觉得|认为)|要)$|(?:要是|如果|万一|假如|只要)[^，。！？]{0,12}$"
)


def taken_back(reading: Reading) -> frozenset[str]:
    """Check ids that this reply withdraws from earlier replies (「其实也不怪我们」).

    A condition or a denial (「要是师傅去不了」「不是说不怪我们」) withdraws nothing.
    """
    return frozenset().union(*(ids for ids, _, _ in _withdrawn(reading.text)))


def _withdrawn(text: str) -> Iterator[tuple[frozenset[str], int, int]]:
    for ids, pattern in _TAKEN:
        for match in pattern.finditer(text):
            if _NOT_SO.search(text[max(0, match.start() - 16) : match.start()]):
                continue
            if ids is _OURS and _STILL_OURS.match(text, match.end()):
                continue
            yield ids, match.start(), match.end()


def particulars(reading: Reading) -> dict[str, str]:
    """Words to pick up by name: `time`, `amount`, `owner`, `action`; as the trainee said them, shortest form."""
    void = [*spoof.spans(reading), *((start, end) for _, start, end in _withdrawn(reading.text))]
    found = {
        "time": _time(reading, void),
        "amount": _amount(reading, void),
        "owner": _owner(reading, void),
        "action": _action(reading, void),
    }
    return {name: words for name, words in found.items() if words}


def _spoken(start: int, end: int, void: list[spoof.Span]) -> bool:
    return not any(left < end and start < right for left, right in void)


def _cut(reading: Reading, start: int, end: int) -> str:
    words = reading.reply.text[start:end].strip(" ，,。！!？?；;：:、~～…\n")
    return words if 0 < len(words) <= LONGEST else ""


# What a customer may say back: «您说{time}，那要是{time}没人来呢？», «{amount}是吧，怎么给？».
_AT_MOST = re.compile(r"^(?:最[晚迟多]|顶多|不[出超]过?|大概|大约)\s?")
_ABOUT_THEN = re.compile(r"(?:准时|左右|上下|开始|整|起|时间|的)$")
_TOLD_BEFORE = re.compile(
    r"(?:等|拖|晚|迟|耽误|耗|白等|干等|坐|熬|晾|用|过|停|断|催|站|走|说好|约的?|约好|定的?|备注|原定|签|写)(?:了|的|是|在|着|到|您)*$"
)
_TOLD_AFTER = re.compile(
    r"^(?:没人|还没|才(?!能)|都没|等|就等|到现在|没到|了(?!$)|那[次回天趟单]|(?:您|你|师傅|阿姨|他|她|我们?)?(?:说(?!好)|提|反映|投诉|打(?:过)?来|来过|没来|没做|没修|漏|做的|修的|洗的|下的单|签的|买的|报的)|的(?:单|活|事|那|服务|预约|票|课))"
)
_LENGTH_TO_COME = re.compile(r"[^，。！？]{0,3}(?:到|给|办|搞|回|能|就|后)")
_CALL_BOUND = 0.4
# A part of the day alone, or a time with what happened then: told, unless its clause is about what comes.
_PART_ALONE = re.compile(r"(?:凌晨|大?半夜|夜里|夜间|早上|清早|一?大早|上午|中午|下午|晚上|今早|晌午|傍晚)$")
_COMES = re.compile(
    r"给[您你恁侬]|到[您你恁]|过[去来]|上门|回[您你电]|会|派|送(?!走)|就|师傅|阿姨|为止|好了|[换修洗擦装]|告[诉知]|打给|打电话"
)
_HAPPENED = re.compile(r"了|没(?!问题)|同时|显示|看得|拍到|签收|进门|出门|打卡|听见|盘点|翻着|漏|摔|排给")


def _time(reading: Reading, void: list[spoof.Span]) -> str:
    """The time of the act before one of a call, and before one that only passes by; none of a payment alone."""
    known = [one for one in fix.bounds(reading) if _is_said_of_time(reading.text, one[0], void)]
    known.sort(key=lambda one: one[1].rule == "act_then_contact")
    for about in (About.ACTION, About.CONTACT, About.BARE):
        for span, found in known:
            enough = found.strength >= (_CALL_BOUND if about is About.CONTACT else SURE)
            if found.about is about and enough and (words := _time_words(reading, span)):
                return words
    if reading.reply.kind == "complaint":
        return ""
    rest = (span for span, found in known if found.about is not About.PAYMENT and span.shape is not TimeShape.LENGTH)
    return next((words for span in rest if (words := _time_words(reading, span))), "")


def _is_said_of_time(text: str, span: TimeSpan, void: list[spoof.Span]) -> bool:
    if not _spoken(span.start, span.end, void) or _TOLD_BEFORE.search(text[max(0, span.start - 4) : span.start]):
        return False
    then = until_stop(text, span.end, span.end + 14, commas=True)
    if _TOLD_AFTER.match(then) or text[span.start - 1 : span.start] in {"从", "到", "至"}:
        return False
    comes = bool(_COMES.search(then))
    if not comes and (_HAPPENED.search(then) or _PART_ALONE.match(text[span.start : span.end])):
        return False
    if _PART_ALONE.match(text[span.start : span.end]) and (_HAPPENED.search(then) or text[span.start] in "凌半夜"):
        return False
    return span.shape is not TimeShape.LENGTH or bool(_LENGTH_TO_COME.match(text, span.end))


def _time_words(reading: Reading, span: TimeSpan) -> str:
    words = reading.text[span.start : span.end]
    most = _AT_MOST.match(words)
    start, end = span.start + (most.end() if most else 0), span.end
    if about := _ABOUT_THEN.search(words):
        end = span.start + about.start()
    return _cut(reading, start, end) if end - start > 1 and reading.text[start:end] != "一点" else ""


_PAID_TO_US = re.compile(r"(?:收|扣|花|付|交|要|标价|报价|原价|多收|多扣|掏|价值|买)(?:了|的|您|你|走|到)*$")
_IN_ALL = re.compile(
    r"(?:一共|总共|合计|共计|共|加起来|合起来|统共|拢共)(?:是|就是|给|退|赔|补|减|免|您|你|恁|正好|也就|能|有|：|:|，|,)*$"
)
_KINDS = (("yuan", "percent"), ("gift",))


def _amount(reading: Reading, void: list[spoof.Span]) -> str:
    """The sum of all before its parts; where a complaint is answered, only what is offered."""
    text = reading.text
    measures = [one for one in amounts(text) if _spoken(one.start, one.end, void) and not _paid_to_us(text, one)]
    if reading.reply.kind == "complaint":
        offered = [(one.start, one.end) for one in payments(reading) if one.strength >= SURE]
        measures = [one for one in measures if _is_offered(text, one, offered)]
    measures.sort(key=lambda one: not _is_total(text, one))
    for kinds in _KINDS:
        for one in measures:
            if one.kind in kinds and (words := _amount_words(reading, one)):
                return words
    return ""


def _is_total(text: str, one: Amount) -> bool:
    return bool(_IN_ALL.search(text[max(0, one.start - 8) : one.start]))


_SUMMED_WITHIN = 30


def _is_offered(text: str, one: Amount, offered: list[tuple[int, int]]) -> bool:
    """Whether the measure is of an offer, or the total of the offers just before it."""
    reach = _SUMMED_WITHIN if _is_total(text, one) else 0
    return any(start < one.end and one.start < end + reach for start, end in offered)


def _paid_to_us(text: str, one: Amount) -> bool:
    return bool(_PAID_TO_US.search(text[max(0, one.start - 5) : one.start]))


def _amount_words(reading: Reading, one: Amount) -> str:
    words = reading.text[one.start : one.end]
    if one.kind == "gift" and (words[0] == "搭" or not _GIVEN.search(one.what) or _IN_WORDS_ONLY.search(words)):
        return ""
    if "万" in words and words.count("万") > 1:
        return ""
    return _cut(reading, one.start, one.end)


_IN_WORDS_ONLY = re.compile(r"歉|心意|[好大小厚]礼|惊喜|祝福|温暖|关怀|服务$")
# What can be handed over or had done, so that «怎么给？» may be asked of it.
_GIVEN = re.compile(
    r"券|卡|次|回|套|份|张|瓶|桶|盒|个|台|件|包|箱|袋|本|双|条|顿|餐|小时|钟|天|月|年|洗|擦|保养|打扫|保洁|清|检|测|除|果|花|礼|红包|会员|积分|卡|水|油|垫|膜"
)


_NAME_TAIL = re.compile(r"(?:今|明|后|现在|马上|下午|上午|晚|在|会|来|去|到|带|给|[0-9])")


def _owner(reading: Reading, void: list[spoof.Span]) -> str:
    for kind in (OwnerKind.NAMED, OwnerKind.ROLE):
        for one in owners(reading.text):
            spoken = one.kind is kind and _spoken(one.start, one.end, void)
            if spoken and (words := _cut(reading, one.start, one.end)):
                return words
    return ""


_TAIL = re.compile(r"(?:可以吗|行吗|好吗|行不行|好不好|可好|您看|好了|了|吧|哈|哦|啊|呀|呢|嘛|啦|噢|的)+$")


def _action(reading: Reading, void: list[spoof.Span]) -> str:
    acts = [one for one in actions(reading) if one.strength >= 0.6 and _spoken(one.start, one.end, void)]
    for act in sorted(acts, key=lambda one: (-one.strength, one.start)):
        clause = reading.clause_at(act.start)
        for end in (clause.end, act.end):
            if act.end <= end and (words := _cut(reading, act.start, end)):
                return _TAIL.sub("", words) or words
    return ""
