"""Rules for the step compensation: what is offered, what it makes up for, and how the customer gets it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from scoring.offline.echo import Echo
from scoring.offline.hits import Hit
from scoring.offline.paying import Payment
from scoring.offline.payments import payments
from scoring.offline.reading import Reading
from scoring.offline.times import TimeShape, TimeSpan, times
from scoring.reply import About

_SURE = 0.5

_YOU = r"(?:您|你|恁|侬|孩子|娃儿?|老爷子|老人家?|老太太|叔叔|阿姨|奶奶|爷爷|嫂子|太太|宝宝|大家|客人|一家)"
# 「算补您这半天假」「抵娃儿遭的罪」「当补漆的钱」.
_PURPOSE = re.compile(
    rf"(?P<as>(?<!不)(?<!打)(?<!结)算(?!了|平|好|认|下来|起来|多|少|过|一|错|不|得|数|账|完|够)(?:是)?|就?当(?:是|作|做)?(?!天|场|晚|次|时|面|日|月|季|年|餐|班|值|中|即|地|前|事|初|众)|权当|作为|用来|以(?:此|表|示)|抵(?!扣(?!您|你)|达|用|账|制)|弥补|补偿(?!{_YOU}?(?:[0-9一二两三四五六七八九十百千]|一次|一张)))(?:是|给|我们|对|上|下|一下|个|点|店里|公司|{_YOU})*(?P<what>[^，。！？,!?；;\n]{{2,20}})"
    rf"|(?:补|赔|抵|为)的(?:就|全|都)?是(?P<is>[^，。！？,!?；;\n]{{2,20}})|(?:这|那|都|就|全|也)?是(?:为|赔|补|抵|还|因)(?P<was>[^，。！？,!?；;\n]{{2,18}})|(?:就|都|全)?(?:因为|为了?)(?P<because>(?:这|那|刚才)[^，。！？,!?；;\n]{{2,16}})|(?:给|替){_YOU}[^，。！？,!?；;\n]{{0,6}}添的(?P<added>[堵乱麻烦不便]+)|算(?!好|是|不|了)(?P<worth>[^，。！？,!?；;\n]{{1,14}})的(?=[，,。！!\s]|$)|给(?:您|你)应急(?P<urgent>[一-龥]{{1,4}})|(?P<making>没[^，。?]{{2,8}}的赔补)"
    rf"|(?P<for>补|赔|还|贴|慰问|压)(?:给|还|上|回|偿)?(?:{_YOU})?(?:家|们)?(?P<loss>(?:(?:这|那|今天|昨天|昨晚|昨夜|刚才)(?![单次顿]?(?:的)?(?:费|钱|券))|(?:多|白|误|没|遭|受|挨|耽|被|等|少|断|晚|落下|熬|跑|冇)|[0-9一二两三四五六七八九十]+(?:天|趟|次|回|晚|宿|夜|个钟头?|小时)(?=白|没|冇|的|缺|空|等|干|误))[^，。！？,!?；;\n]{{1,16}})"
    rf"|(?:替|为|给)(?:这|那)[^，。！？,!?；;\n]{{1,6}}(?:赔|补)|是(?:该|应该|应当)(?:给|替)[^，。！？,!?；;\n]{{0,4}}(?:赔|补)的|(?P<food>补[一-龥]{{1,2}}钱)"
    rf"|(?:补|赔|抵)(?:偿)?(?:您|你|孩子|{_YOU})?的?(?P<noun>[^，。！？,!?；;\n0-9一二三四五六七八九十百元块]{{0,8}}(?:损失|误工|惊吓|折腾|耽误|白跑|罪|冤枉|工夫|时间))|(?:补|赔|抵)(?P<thing>[一-龥]{{1,4}}(?:钱|费))(?=[，,。！!\s]|$)|压压?[惊吓]"
)
_HOLLOW = re.compile(
    r"^(?:我们?|一|店里|公司|的|点|个|份|是|小小|些)*(?:心意|歉意|诚意|表示|意思|补偿|赔偿|安慰|赔礼|道歉|慰问|关怀|钱|时候?|然|即|时|下次|红包|福利|优惠|服务|感谢|回馈|支持)(?:了|吧|哈|啦|哦|，|$)"
)
# A loss told as the reason, beside the offer.
_REASON = re.compile(
    r"耽误|耽搁|白(?:跑|等|请|费|花|折腾|忙|走|坐|搭|做|洗|买|熬|耗|白)|没(?:吃|睡|喝|听|洗|用|住|赶|看|坐|上|能|做|享)[^，。！？?]{0,6}(?:成|上|好|着|到|踏实|完|安)?|折腾|受[^，。?]{0,4}(?:罪|惊|累|苦|冻|委屈|热|气)|遭[^，。?]{0,4}罪|晚了|迟了|误了|误工|误咗|误您|干等|空等|少(?:做|洗|擦|送|给|上)|漏(?:做|送|洗|擦|发)|缺(?:岗|勤|货|课)|断(?:网|水|电|供)[^，。?]{0,6}(?:天|小时)|搞砸|我们[^，。?]{0,3}(?:搅|毁|害|弄坏)|毁了|糟蹋|糟践|倒了|废了|因为[^，。?]{2,12}|既然|是在?(?:俺|我们?)手里|本来就?(?:该|是)|害(?:您|你|恁|侬|老|孩|娃|宝|一家)|累(?:了|惨|坏|着|得)|多跑|请(?:了|的)?[^，。?]{0,3}假|(?:自己|亲手)[^，。?]{0,6}(?:拖|擦|收拾|洗|打扫|扛|搬|弄|垫|修|补|做)了|[饿冻熬晒淋]了|(?:多|干|又)等了|跑了?[一二两三四几0-9]+[趟回]|(?:抱|背|陪|守)着[^，。?]{1,6}了|让(?:您|你|恁|侬|孩子|老人家?|娃儿?)(?:多|白|空|自己|又|干|一个人|跑|等|饿|冻|累|熬|垫|请假|折)|没看住|没做好|没洗干净|没干好|没修好|不该让您|不能(?:还)?(?:收|让您)"
)
_DAMAGE = re.compile(
    r"坏的?|碎的?|烂的?|断的?|漏的|少的|丢的?|划的?|刮的?|泡的?|鼓的?|那道|这道|划痕|坏果|摔的?|裂的?|弄脏|染的?|烧的?|蹭|磕|缺的|错的|缩了"
)
_WAY = re.compile(
    r"原路|原(?:卡|账户|支付|付款|渠道|样退)|到[账帐]|入[账帐]|回[账帐]|(?:退|打|转|返|回|划|放|充|发|付|给|存|进|汇|补|送|到|算|记|冲|走)(?:回|到|进|入|去|还|在)?(?:了)?(?:您|你|恁|侬|佢|孩子|阿姨)?(?:的|家|那边|原来|自己|当时)?[^，。！？,!?；;\n]{0,8}?(?:卡(?!在)|账户|帐户|账上|帐上|账号|支付宝|微信|零钱|话费|余额|卡包|钱包|那头|付款的地方|付钱的地方|手里|手上|里头|账里)"
    r"|(?:结[账帐]|结算|付款|[账帐]单|尾款|下[次回]?单|订单|单子|月底|下个?月|下期|下次|下回|合同|房费|搬家费|工资|续单)[^，。！？!?；;\n]{0,10}?(?:减|扣|抵|免|少收|抹|体现|显示|就能|用|零元|划|直接)|直接(?:从[^，。?]{0,6})?(?:减|扣|抵|免|付给|打|转|退|少收)|(?:从|在)[^，。！？?]{0,8}(?:里|上)(?:头|面)?(?:直接)?(?:减|扣|抵|出|少)"
    r"|在(?:您|你|恁)[^，。?]{0,4}(?:账户|卡|券)|前台(?:领|拿|取)|户号|原付款|或[^，。?]{0,6}随您|当场(?:给|付|退|减|扣|结|兑|免|刷)|现场就?(?:给|刷|付|退|减)|凭(?:发票|票|收据|单据|小票|此|短信|券|本)|(?:发票|票据?|单子(?!我|给)|收据|凭证|小票|付款码|截图|账号|卡号|收款码|单据|病历)[^，。！？?]{0,6}(?:拍|发|给|留|寄|传|拿|带|有)|(?:拍|发|留好?|拿|带|传|收好|开)[^，。！？?]{0,5}(?:发票|票(?!吗)|单据|收据|小票|凭证)|传票|工作日|微信(?:转|发|上|里|红包|补|给|付)|回哪儿|查[账收]|拿票|转账|现金|卡包|选哪|您说了算|信箱|钱走|(?:银行|信用)卡|存折|票据|花销|不用您垫|自动(?:抵|减|扣|到|生效|免)|可见|就能(?:用|看|到)|本月都?有效|有效期|领取|报个数|(?<!给)您报(?!销|了)|已经?(?:帮您|给您|为您)?(?:退|放|到|返|充|补(?!录)|打(?!电)|进|存|减|免|抵|加)|生效|在您?[「“]?我的券|私信您|核销|抵用|激活"
)
_ASKS = re.compile(
    r"(?:还是|或者?|要么|要不|二选一|任选|随您|由您|听您|您定|您挑|您选|您看|你看|恁看|侬看|您拣|你拣|你拣啦|恁挑|您觉得|您要是?(?:觉得|同意|愿意|嫌|不想)|不合适|换个?也成|日子您|时间您|您点头|您同意|您确认|点一下确认|合适不|哪[样种个天]|愿意吗|愿不愿意)"
    r"|(?:行|好|中|成|可以|要|得|合适|方便|同意|能接受|可)(?:不|唔|没|勿)(?:行|好|中|成|可以|得|合适|方便|同意)?(?:[？?嘛啊呀呢，,。\s]|$)|(?:行|好|可以|成|中|方便|合适|接受|能接受|满意|同意|愿意|行得通)(?:吗|么|伐|嘛|吧)|好伐|行伐|对伐|要得[不吗嘛]|得唔得|好唔好|中不中|成不|行不|妥不妥|怎么样|咋样|如何"
)
_ASKS_ELSE = re.compile(r"别(?!的|家|处)|删|撤(?!下)|差评|投诉|[群圈]里")
_ATTRIBUTE = re.compile(
    r"^(?:的|这|那)?(?:[单次顿趟回餐])?(?:的)?[^，。?打退付转返补给到赔送]{0,5}(?:(?<!免)费|钱|工钱|款(?!项?到)|活儿)|^[这那]?[单次顿趟](?!.{0,3}前)"
)


def hits(reading: Reading) -> Iterator[Hit]:
    """Yield what is met of `compensation.named`, `.proportionate` and `.delivery`."""
    yield from named(reading)
    sure = [one for one in payments(reading) if one.strength >= _SURE]
    if not sure:
        return
    yield from _proportionate(reading, sure)
    yield from _delivery(reading, sure)


def named(reading: Reading) -> Iterator[Hit]:
    """Every offer, the weak ones too, as a hit of `compensation.named`."""
    for one in payments(reading):
        yield Hit("compensation.named", *_quote(reading, one), one.strength, one.rule, About.PAYMENT, one.offer)


def _quote(reading: Reading, one: Payment) -> tuple[int, int]:
    """The offer within its clause, so that the quotation is short."""
    start = one.start
    while start < one.end and reading.text[start] in "，,。！!？?；;、 \n":
        start += 1
    end = one.end
    while end > start + 1 and reading.text[end - 1] in "，,。！!；;、 \n":
        end -= 1
    return start, max(end, start + 1)


_STOP = re.compile(r"[。！？!?\n]")
_REACH = 160
_NEAR = 40


def _around(text: str, one: Payment) -> tuple[int, int, int]:
    """Start and end of the offer's sentence, and the end of the next one; semicolons don't end a sentence here."""
    low = max((text.rfind(mark, 0, one.start) for mark in "。！？!?\n"), default=-1) + 1
    high = _STOP.search(text, one.end, one.end + _REACH)
    end = high.end() if high else min(len(text), one.end + _REACH)
    after = _STOP.search(text, end, end + _REACH)
    return low, end, after.end() if after else min(len(text), end + _REACH)


def _proportionate(reading: Reading, offers: Sequence[Payment]) -> Iterator[Hit]:
    echo = Echo(reading)
    for one in offers:
        if one.cost:
            yield _link(one, one.start, one.end, 0.86, "proportionate.cost")
        elif one.rule == "named.cost" and echo.marks(one.start, min(one.end, one.start + _NEAR)):
            yield _link(one, one.start, one.end, 0.7, "proportionate.named_thing")
        yield from _purposes(reading, one, echo)
        yield from _reasons(reading, one)
        yield from _damages(reading, one, echo)


def _link(one: Payment, start: int, end: int, strength: float, rule: str) -> Hit:
    end = max(end, start + 1)
    return Hit("compensation.proportionate", start, end, strength, rule, About.PAYMENT, one.offer)


def _purposes(reading: Reading, one: Payment, echo: Echo) -> Iterator[Hit]:
    low, _, after = _around(reading.text, one)
    for match in _PURPOSE.finditer(reading.text, max(low, one.start - 40), min(after, one.end + 40)):
        named = (value for name, value in match.groupdict().items() if value and name not in ("as", "for"))
        if _HOLLOW.match(next(named, match[0])):
            continue
        yield _link(one, *match.span(), 0.86 if match["as"] else 0.84, "proportionate.purpose")
        # RUBRIC, close calls: a particular restated as the reason of a payment counts as specific.
        weight = echo.shared(*match.span()) + 2 * len(echo.concrete(*match.span()))
        if weight >= 4:
            yield Hit("empathy.specific", *match.span(), 0.74, "specific.paid_for")
        else:
            yield Hit("empathy.specific", *match.span(), 0.6 if weight >= 2 else 0.55, "specific.paid_for_little")


def _reasons(reading: Reading, one: Payment) -> Iterator[Hit]:
    low, high, _ = _around(reading.text, one)
    clause = reading.clause_at(one.start)
    for match in _REASON.finditer(reading.text, max(low, clause.start - 24), min(high, one.end + 16)):
        yield _link(one, *match.span(), 0.68, "proportionate.reason")
        yield Hit("empathy.specific", *match.span(), 0.58, "specific.paid_reason")


def _damages(reading: Reading, one: Payment, echo: Echo) -> Iterator[Hit]:
    """Paying for the very thing that was harmed: 「墙上那道子赔您两百」「窗帘缩了，赔您三百」."""
    text = reading.text
    clause = reading.clause_at(one.start)
    stretch = text[max(clause.start, one.start - 20) : one.end]
    if one.rule == "named.in_kind" and "损失" in stretch:
        yield _link(one, one.start, one.end, 0.7, "proportionate.loss")
    harmed = bool(_DAMAGE.search(stretch))
    if re.search(r"赔|补", stretch):
        marks = echo.marks(max(clause.start, one.start - _NEAR), min(clause.end, one.end + 8))
        if "赔" in stretch and marks:
            first = max(clause.start, one.start - _NEAR)
            yield Hit("empathy.specific", first, max(one.end, first + 1), 0.6, "specific.paid_damage")
        if marks or harmed:
            yield _link(one, max(clause.start, one.start - _NEAR), one.end, 0.7, "proportionate.damage")
        low, _, _ = _around(text, one)
        first = max(low, clause.start - 14)
        before = text[first : clause.start]
        if (
            "赔" in stretch
            and re.search(r"[，,]$", before)
            and _DAMAGE.search(before)
            and echo.marks(first, clause.start)
        ):
            yield _link(one, first, one.end, 0.62, "proportionate.damage_before")
    elif harmed and one.rule in ("named.sum", "named.share", "named.fee"):
        yield _link(one, max(clause.start, one.start - _NEAR), one.end, 0.6, "proportionate.damage")


def _delivery(reading: Reading, offers: Sequence[Payment]) -> Iterator[Hit]:
    text = reading.text
    spans = [one for one in times(text) if one.checkable]
    starts = [span.start for span in spans]
    for one in offers:
        low, high, following = _around(text, one)
        for match in _WAY.finditer(text, max(low, one.start - 22), min(following, one.end + 44)):
            yield Hit("compensation.delivery", *match.span(), 0.84, "delivery.way", About.PAYMENT, one.offer)
        for match in _ASKS.finditer(text, max(low, one.start - 10), min(max(following, high), one.end + 60)):
            if _ASKS_ELSE.search(text[max(low, match.start() - 12) : match.end() + 10]):
                continue
            yield Hit("compensation.delivery", *match.span(), 0.78, "delivery.asks", About.PAYMENT, one.offer)
        for span in spans[bisect_left(starts, one.start - 30) : bisect_left(starts, one.end + 31)]:
            if not (low <= span.start and span.end <= following and one.start - 30 <= span.start <= one.end + 30):
                continue
            if _ATTRIBUTE.match(text[span.end : span.end + 12]):
                continue
            work = (
                one.rule == "named.in_kind"
                or one.offer.startswith(("redo", "free"))
                or bool(_SERVICE.search(one.offer))
            )
            if not work and not _bound_to_money(reading, span, one):
                continue
            if span.shape is TimeShape.LENGTH and not re.match(
                r"[^，。?]{0,2}(?:到[账帐您卡]|退|内|后|打到)", text[span.end : span.end + 4]
            ):
                continue
            strength = 0.74 if work or span.start >= one.start - 14 else 0.58
            yield Hit(
                "compensation.delivery", span.start, span.end, strength, "delivery.time", About.PAYMENT, one.offer
            )


_SERVICE = re.compile(r"gift:(?!.*(?:券|红包)).*(?:时|钟|次|课|节|保洁|清洗|检测|保养|做饭)|cost:.*(?:配件|材料|料|工)")
_NO_PAY = re.compile(r"准信|回话|回您|打给|就到(?!账)|新款|特价|批没批|能动|抱回|给您打电话")
_MONEY_MOVES = re.compile(
    r"退|打(?!电|压|磨|扫|胶)|到(?!您家|你家|楼|场|岗|门)|转|赔|补|返|付|给|生效|办|账|划|扣|减|免|发|报|刷|还|批|拿|兑"
)
_OTHER_MOVES = re.compile(
    r"来|去|上门|带|换|修|送|查|回电|回话|电话|准信|抱|报一次|到岗|装|测|能动|寄|仓库|让他挪|签字"
)


def _bound_to_money(reading: Reading, span: TimeSpan, one: Payment) -> bool:
    """Whether the time's clause moves money, or is the offer's own, and tells of no other errand."""
    clause = reading.clause_at(span.start)
    if clause.start <= one.start < clause.end or clause.start < one.end <= clause.end:
        near = reading.text[span.end : max(span.end + 9, one.start)]
        return not _OTHER_MOVES.search(reading.text[span.end : max(span.end, one.start)]) and not _NO_PAY.search(near)
    around = clause.text[max(0, span.start - clause.start - _NEAR) : span.end - clause.start + _NEAR]
    return bool(_MONEY_MOVES.search(around)) and not _OTHER_MOVES.search(around)
