"""Finds where a reply shows, in acknowledging it, that it heard this customer's case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.offline.echo import Echo
from scoring.offline.hits import Hit
from scoring.offline.reading import Reading

_ID = "empathy.specific"

# Where a new thought starts in speech without punctuation.
_SEAM = re.compile(
    r"(?=(?:真是?|实在|太|我先|真的|实在是)?(?:对不起|对不住|抱歉|不好意思|对唔住|唔好意思))|(?<=对不起)|(?<=对不住)|(?<=对唔住)|(?<=抱歉)|(?<=不好意思)"
    r"|(?=(?:我|俺|额)(?:刚|看了|查了|翻了|调了|听了|问了|这就|现在|马上|手上|睇|听返|翻|查|即刻))|(?=是(?:我们|俺|咱|我|额)(?:没|这边|店|公司|自己)?)"
    r"|(?=(?:今天|明天|今晚|明早|今儿|明儿|后天|听日|明朝)(?:上午|下午|早上|晚上|[0-9一二三四五六七八九十]))|(?=换(?:我|谁|作|成|了)|搁(?:我|谁))|(?=这损失)|(?=您别|恁别)"
)
# A judgement on the customer's side of it: what happened was hard, wrong, weighty.
_VALUED = re.compile(
    r"太(?!太|阳)|多(?=难|闹|急|揪|扫|委|心|慌|疼|遭|耽误|糟|尴|狼|悬|窘)|得多|哪(?:里|儿|还)?(?:能|得|行|受|经|扛|背|吃|坐)|怎么能|怎么行|咋能|竟然?|居然|偏偏|眼看|眼瞅|眼睁睁|白白|白(?=等|跑|请|费|花|折腾|洗|忙|搭|做|坐|走|耽|熬)|硬是|硬(?=等|着|坐|扛)|生生"
    r"|愣是|还(?=让|害|得|要|被|搭|赶|疼|没|挪|痛|隔|给[当您])|搭进|搭上|遭罪|遭(?:了|这)?罪|受罪|受苦|受累|受惊|受冻|受热|折腾|不应该|不该|不像话|不是小事|吓人|难怪|怪不得|就这么|最?吃不消|恼人|好痛|糟蹋|糟践|添乱|耽误|耽搁"
    r"|不容易|要紧|等着用|没有?(?:一个人|人)(?:管|理|应|说)|没[^，。?]{0,6}(?:成|着|好|上|到|踏实)$|我懂|干(?:等|坐|耗|看)|晾|撂|害|冤枉|念想|心血|宝贝|宝贵|回回|次次|都第|才[^，。?]{1,6}[就又]|连[^，。?]{1,8}都|一辈子|这辈子|咽不下|每一分钟|天大|要命|找不回来|买不回来|不是(?:纸|钱|衣服|东西)"
)
# Said in the same breath as the particulars, these make an acknowledgement of them.
_OWNED = re.compile(
    r"(?:这|那)(?:哪行|怎么行|可不行|不是小事|事不小|可是大事|绝不是)|不是小事|在理|有理|我懂|滋味|难看|不像话|不地道|太不|不应该|不该|受着|接着|咽不下|没法拿钱|不是钱的事|这?笔账|算(?:我们|我)头上|记(?:在)?(?:我们|我|店)|我?记(?:我)?心里|不敢(?:往下)?想|没[^，。?]{0,3}解释|不占理|理亏|我们?(?:都)?(?:认|担着|背)|说不过去|换谁|搁谁|谁[^，。?]{0,3}(?:都|不|受)|罪过|亏欠|不往[^，。?]{1,4}推|不替[^，。?]{1,4}(?:辩|找)|这叫|拿您的|命|不是闹着玩|了得|得了|(?:让|叫|被|给)(?:我们|俺们|咱们)[^，。?]{0,10}(?:毁|弄|砸|铲|熏|搞|搅|糟|坏|摔|碰|划|花了|脏|晾|丢|撂)"
)
_MADE_YOU = re.compile(
    r"(?<!不是)(?<!不)(?:让|叫|害|害得|害着|搞到|整得|累得?|劳)(?:您|你|恁|侬|孩子|娃|老人家?|老爷子|大家|一家|叔叔|阿姨|奶奶|爷爷|妈妈|宝宝|太太|先生|嫂子|同事|客人)(?!放心|满意|看|先|自己|下次|今后|以后|久等)(?!.{0,3}(?:一个答复|满意))"
)
_CAUSE = re.compile(
    r"因为|由于|原因|(?:是|系|属)(?:我们|俺们?|咱们?|我|额们?|店里|店|公司|系统|仓库|财务|前台|后厨|阿姨|师傅|调度|平台|我哋|被|从)(?!.{0,3}(?:不好|不对|不是|的错|对不|也|都|最|爸|妈|老|把您))|工单|派单|排班|记录|监控(?:我|里|显示)|(?:我|刚|已)[都也]?(?:查|翻|看|调|问|核|对)(?:了|过|到|出|返)|备注(?:没|卡)|可能|估计|初步|标签|型号|流程|没(?:插|拧|装|扣|传|同步|写进|推|派|核|验|复核|贴|包|抽|烘|喷|拆)|属于|规定|规则|照片(?:我|里|看|已)|录音|没看|没搞清|行业|起步|自动|一户|视频(?:我|里|第)|只(?:排|给|派)了|交接|显示|所致"
)
_DOING = re.compile(
    r"(?:我|我们|俺|师傅|工|组长|主管|阿姨|姐|哥)(?:现在|马上|这就|今天|明天|今晚|明早|已经|立刻|即刻|先|替您|会)?(?:给您?|帮您?|去|来|带|派|安排|叫|让|喊|送|退|换|补|打|联系|催|登记|反馈|记(?!心)|讲声|重约)|已(?:经)?(?:为|帮|给|安排|登记|反馈|通知|派|退|同步|让)|(?:今天|明天|今晚|明早|后天|周[一二三四五六日末])[^，。?]{0,12}(?:前|到|来|去|换|修|送|退|做)|返工|重做|补发|退您|赔您|换新|免费|补您|给您(?:换|退|补|修|安排|约|办|重|减|送|免|搬)|建议|可以(?:换|送|加|办)|[可会](?:先)?(?:退|赔)|[还正]在|进度|处理|回您|退完|收您|赔付"
)
_QUERY = re.compile(
    r"[？?]|是吧|对吧(?!，)|是不是|请问|吗(?:$|[，,。])|麻烦(?:您|你)?(?:拍|发|提供|说|报)|(?:发|拍|报|传|给)(?:我|一下|下|过来)|提供|有没有|方便(?:说|发|问|登)|什么时候|哪[一个家天]|身份证|银行卡|多少|几口|收入"
)
# Belittled, turned on the customer, sold, or brushed off.
_CONTRARY = re.compile(
    r"知道了|收到|登记|了解|(?<!好)好的(?=[，,。！!～~ 呢亲哈]|$)|记下|嗯嗯|正常|没事|不算|而已|不至于|多想|都这样|都会|哪有|又没|不碍事|没多大|难免|常事|常有|哪家|谁家|矫情|纸糊|金贵|老化|糊涂|没关系|嫌|呗|别提|紧张|体谅|耍无赖|懒|个人体质|平时|本来就|不稳|讲究|不就|您(?:自己|应该|得先|要是没|怎么不)|您家[^，。?]{0,6}(?:年|老|旧|脏)|[您你]真|不怪|怪不[着得]|怨不|不归|找[^，。?]{1,4}去|套餐|办[^，。?]{0,3}卡|送货月卡|会员|升级|推荐|加[一-龥]?购|别走|私下|微信|删|差评|发[圈群网]|老师也|(?<!老)人家|[0-9]+栋|绝对|保证|百分|嘛也是|也是正规|尿|换谁来|换谁教|您拿到|评分|一点儿?不"
)
_BUT = re.compile(
    r"^(?:但是?|可是|可(?=[您你猫孩那这它两阿师烫腿绕没])|不过|只是|然而|再说|其实|话说|要不|就是那|就是(?=[^，。?]{0,4}(?:师傅|阿姨|她|他)))"
)
_RECITED = re.compile(r"(?:嗯|您说|你说|对)*[“「『]")
_FORMULA = re.compile(
    r"不便|体验|情况|问题|反馈|久等|理解|给您|给你|真的|麻烦|您好|这个|这事|这件|此事|感谢|谢谢|对不|抱歉|不好意思|歉|我们|我|俺|公司|店|先|实在|确实|[您你](?:的)?(?:心情|感受|焦急|着急)|放心|稍等|耐心|尽快|一定|非常|特别|换位|首先|说实话|听到|看到|以后|将|已经|都会|一块儿|消消|别|莫"
)
_ADDRESS = re.compile(
    r"^(?:哎呀?|哎哟|唉|嗯|啊|姐|哥|大哥|大姐|先生|女士|亲|宝妈|妈妈|妹儿|阿姐|老板|您好|那个|业主)+$"
)
# Nothing but apology and disappointment: no particular, though the customer used the same words.
_BARE_FORMULA = re.compile(
    r"(?:真是|真的?|实在|非常|再次|又一?次|在此|郑重|诚恳|真心|首先|我们?|咱们?|您们?|你们?|大家|给|跟|向|和|对|为|让|叫|害|使|又|再|先|道|说|声|一个|[一个句次]|歉意?|道歉|致歉|抱歉|对不起|对不住|不好意思|深表|赔|不是|失望|满意|不|生气|着急|高兴|难受|委屈|担心|寒心|伤心|烦心|操心|费心|受累|久等|等|见笑|就|也|都|这么|这样|很|太|了|啊|呀|啦|的|表示|心里)+"
)
_LONG = 13


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause, or a part of one that has no marks. `weight` is how much of the case it carries."""

    start: int
    end: int
    sentence: int
    weight: int
    quoted: int
    people: bool


def specifics(reading: Reading, acknowledged: Sequence[Hit], felt: Sequence[Hit]) -> Iterator[Hit]:
    """Particulars of the case inside an acknowledgement; those in a cause, a fix or a question alone don't count."""
    pieces = _pieces(reading)
    warm = sorted((hit.start, hit.end) for hit in (*acknowledged, *felt) if hit.strength >= 0.5)
    feeling = sorted((hit.start, hit.end) for hit in felt if hit.strength >= 0.5)
    turned: set[int] = set()
    for at, piece in enumerate(pieces):
        text = reading.text[piece.start : piece.end]
        if _BUT.search(text):
            turned.add(piece.sentence)
        if (
            piece.sentence in turned
            or len(text) < 3
            or _BARE_FORMULA.fullmatch(text)
            or _CONTRARY.search(text)
            or _RECITED.match(text)
        ):
            continue
        if piece.weight < 2:
            if _paraphrase(reading, pieces, at, feeling):
                yield Hit(_ID, piece.start, piece.end, 0.62, "specific.paraphrase")
            continue
        found = _judge(reading, pieces, at, warm)
        if found is not None:
            strength, rule = found
            yield Hit(_ID, piece.start, piece.end, strength, rule)


def _judge(
    reading: Reading, pieces: Sequence[_Piece], at: int, warm: Sequence[tuple[int, int]]
) -> tuple[float, str] | None:
    piece = pieces[at]
    text = reading.text[piece.start : piece.end]
    inside = any(start < piece.end and piece.start < stop for start, stop in warm)
    if _QUERY.search(text + reading.text[piece.end : piece.end + 1]) and not inside:
        return None
    if _DOING.search(text):
        return None
    if _MADE_YOU.search(text):
        return (0.88, "specific.made_you") if piece.weight >= 3 else (0.66, "specific.made_you_little")
    if inside:
        little = (0.45, "specific.inside_cause") if _CAUSE.search(text) else (0.7, "specific.inside_little")
        return (0.86, "specific.inside") if piece.weight >= 4 else little
    if _CAUSE.search(text):
        return None
    valued = bool(_VALUED.search(text))
    side = _near(pieces, at, warm)
    return _beside(piece, side, valued=valued) if side else _alone(reading, pieces, at, valued=valued)


def _beside(piece: _Piece, side: str, *, valued: bool) -> tuple[float, str]:
    if side == "before":
        return (0.86, "specific.before") if piece.weight >= 4 or valued else (0.7, "specific.before_little")
    if side == "later":
        told = piece.people and piece.quoted >= 1
        return (0.62, "specific.later") if valued or told else (0.4, "specific.later_little")
    if valued or piece.quoted >= 2:
        return 0.72, "specific.after"
    return (0.55, "specific.after_little") if piece.people or piece.quoted else (0.4, "specific.after_bare")


def _alone(reading: Reading, pieces: Sequence[_Piece], at: int, *, valued: bool) -> tuple[float, str] | None:
    """Judge a particular with no apology or feeling about it: only at the opening, and weighed by its company."""
    piece = pieces[at]
    sentence = reading.sentence_text(piece.sentence)
    if at > 2 or piece.sentence > 1 or _CONTRARY.search(sentence):
        return None
    company = [other for other in pieces if other.sentence == piece.sentence]
    owned = bool(_OWNED.search(sentence))
    if owned and (piece.quoted >= 1 or piece.weight >= 4) and not _DOING.search(reading.text[piece.start : piece.end]):
        return (0.7, "specific.owned") if at == 0 or valued else (0.6, "specific.owned_late")
    if valued and piece.weight >= 4 and piece.quoted >= 1:
        return 0.64, "specific.valued"
    heavy = sum(other.weight >= 2 for other in company)
    plain = not _CAUSE.search(sentence) and not _DOING.search(sentence) and not _QUERY.search(sentence)
    if plain and at == 0 and heavy >= 2 and piece.quoted >= 1:
        bare = not _AGENT.search(sentence)
        return (0.6, "specific.told_bare") if bare else (0.4, "specific.told")
    if plain and at == 0 and piece.quoted >= 2:
        return 0.4, "specific.echo"
    return 0.35, "specific.opening"


_AGENT = re.compile(r"[您你我她他]|阿姨|师傅|系统|平台|[一-龥]姐|哥|工(?!资)|单|那家|标准|免费|元|价|那个|嗦|呗")


def _paraphrase(reading: Reading, pieces: Sequence[_Piece], at: int, warm: Sequence[tuple[int, int]]) -> bool:
    """Whether the piece, in words of its own, tells the case just before a feeling of the same sentence."""
    piece = pieces[at]
    text = reading.text[piece.start : piece.end]
    if len(text) < 4 or at + 1 >= len(pieces) or _FORMULA.search(text) or _CAUSE.search(text) or _DOING.search(text):
        return False
    if _QUERY.search(text + reading.text[piece.end : piece.end + 1]):
        return False
    following = pieces[at + 1]
    if following.sentence != piece.sentence:
        return False
    return any(start < following.end and following.start < stop for start, stop in warm)


def _near(pieces: Sequence[_Piece], at: int, warm: Sequence[tuple[int, int]]) -> str:
    """Whether a feeling or an apology follows the piece closely ("before") or precedes it in its sentence ("after") or in the last
    one ("later"), or neither."""
    piece = pieces[at]
    for other in pieces[at + 1 : at + 4]:
        if other.sentence > piece.sentence + 1:
            break
        if any(start < other.end and other.start < stop for start, stop in warm):
            return "before"
    for other in pieces[max(0, at - 2) : at]:
        if other.sentence == piece.sentence and any(start < other.end and other.start < stop for start, stop in warm):
            return "after"
    if at and pieces[at - 1].sentence == piece.sentence - 1:
        previous = pieces[at - 1]
        if any(start < previous.end and previous.start < stop for start, stop in warm):
            return "later"
    return ""


def _pieces(reading: Reading) -> list[_Piece]:
    echo = Echo(reading)
    pieces: list[_Piece] = []
    for clause in reading.clauses:
        if clause.quoted:
            continue
        starts = [clause.start]
        if clause.end - clause.start > _LONG:
            for match in _SEAM.finditer(reading.text, clause.start + 2, clause.end - 2):
                if match.start() - starts[-1] >= 3:
                    starts.append(match.start())
        for start, end in zip(starts, [*starts[1:], clause.end], strict=True):
            text = reading.text[start:end]
            if _ADDRESS.match(text):
                continue
            concrete = echo.concrete(start, end)
            weight = echo.shared(start, end) + 2 * len(concrete)
            people = any(not reading.text[first].isdigit() for first, _ in concrete)
            pieces.append(_Piece(start, end, clause.sentence, weight, echo.quoted(start, end), people))
    return pieces
