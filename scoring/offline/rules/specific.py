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
    r"(?=(?:真是?|实在|太|我先|真的|实在是)?(?:对不起|对不住|抱歉|不好意思|对唔住|唔好意思))|(?<=对不起)|(?<=对不住)|(?<=对唔住)|(?<=抱歉)|(?=(?:我|俺|额)(?:刚|看了|查了|翻了|调了|听了|问了|这就|现在|马上|手上|睇|听返|翻|查))"
    r"|(?=是(?:我们|俺|咱|我|额)(?:没|这边|店|公司|自己)?)|(?=(?:今天|明天|今晚|明早|今儿|明儿|后天|听日|明朝)(?:上午|下午|早上|晚上|[0-9一二三四五六七八九十]))|(?=换(?:我|谁|作|成|了)|搁(?:我|谁))"
)
_EVALUATED = re.compile(
    r"太(?!太)|真(?!的?(?:会|要|是我们|系)|实|正)|可(?!以|能|是|不)|多(?=难|闹|急|揪|扫|委|心|慌|疼|遭|耽误|糟|尴|狼)|得多|哪(?:里|儿|还)?(?:能|得|行|受|经|扛|背|吃)|怎么能|怎么行|咋能|竟然?|居然|偏偏|眼看|眼瞅|眼睁睁|白(?=等|跑|请|费|花|折腾|洗|忙|白|搭|做|坐|走|耽|熬)|硬是|硬(?=等|着|坐|扛)|生生"
    r"|愣是|还(?=让|害|得|要|被|搭|赶|烧|疼|没|挪|是|痛|在|给|把|隔|又)|搭进|搭上|遭罪|遭(?:了|这)?罪|受罪|受苦|受累|受惊|受冻|受热|折腾|辛苦|可惜|遗憾|不应该|不该|不像话|不是小事|小事|吓人|不行|难怪|怪不得|偏|就这么|最吃不消|吃不消|恼人|好痛|[都也]?不踏实|糟蹋|糟践|添乱|耽误|耽搁"
    r"|不容易|要紧|急用|等着用|[呢啊呀哪呐](?:$|[，,。！!～~\s])|怎么[办受]|没有?(?:一个人|人)(?:管|理|应|说)|没[^，。]{0,6}(?:成|着|好|上|到|踏实)$|我懂|晓得|全(?:白|毁|完|泡|臭|倒|糟)|干(?:等|坐|耗|看)|空着|晾|撂|害|冤枉|惦记|念想|心血|宝贝|宝贵|回回|次次|又(?=[是又来被要漏错断])|都第|才[^，。]{1,6}就|才[^，。]{0,4}又|连[^，。]{1,8}都"
)
_MADE_YOU = re.compile(r"(?:让|叫|害|害得|害着|使|令|搞到|整得|累得?)(?:您|你|恁|侬|孩子|娃|老人家?|老爷子|大家|一家|叔叔|阿姨|奶奶|爷爷|妈妈|宝宝|太太|先生|嫂子)")
_CAUSE = re.compile(
    r"因为|由于|原因|(?:是|系|属)(?:我们|俺们?|咱们?|我|额们?|店里|店|公司|系统|仓库|财务|前台|后厨|阿姨|师傅|调度|平台|我哋)(?!.{0,3}(?:不好|不对|不是|的错|对不|也|都|最|爸|妈|老))|工单|派单|排班|记录|监控(?:我|里|显示)|我?(?:查|翻|看|调|问)(?:了|过|到|出|返)|备注(?:没|卡)|可能|估计|初步|标签|型号|流程|没(?:插|拧|装|扣|传|同步|写进|推|派|核|验|复核)|属于|规定|按规则"
)
_DOING = re.compile(
    r"(?:我|我们|俺|师傅|工|组长|主管|阿姨|姐|哥)(?:现在|马上|这就|今天|明天|今晚|明早|已经|立刻|即刻|先)?(?:给您?|帮您?|去|来|带|派|安排|叫|让|喊|送|退|换|补|打|联系|催|登记|反馈|记)|已(?:经)?(?:为|帮|给|安排|登记|反馈|通知|派|退)|(?:今天|明天|今晚|明早|后天|周[一二三四五六日末])[^，。]{0,12}(?:前|到|来|去|换|修|送|退|做)|上门(?!前|太)|返工|重做|补发|退您|赔您|换新|免费|补您|给您(?:换|退|补|修|安排|约|办|重|减|送|免)"
)
_QUERY = re.compile(r"[？?]|是吧|对吧(?!，)|是不是|请问|吗(?:$|[，,。])|麻烦(?:您|你)?(?:拍|发|提供|说|报)|(?:发|拍|报)(?:我|一下|下|过来)|提供|有没有|方便(?:说|发|问|登)|什么时候|哪[一个家天]")
_BRUSH = re.compile(r"知道了|收到|登记|了解|好的|记下|嗯嗯|正常|没事|不算|而已|不至于|多想|都这样|都会|哪有|还就|又没|不碍事|没多大")
_ADDRESS = re.compile(r"^(?:哎呀?|哎哟|唉|嗯|啊|姐|哥|大哥|大姐|先生|女士|亲|宝妈|妈妈|妹儿|阿姐|老板|您好|那个)+$")
_ENGLISH_RUN = 26


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    sentence: int
    quoted: bool


def specifics(reading: Reading, acknowledged: Sequence[Hit], felt: Sequence[Hit]) -> Iterator[Hit]:
    """Particulars of the case inside an acknowledgement; those in a cause, a fix or a question alone don't count."""
    pieces = _pieces(reading)
    echo = Echo(reading)
    warm = [(hit.start, hit.end) for hit in (*acknowledged, *felt) if hit.strength >= 0.5]
    for at, piece in enumerate(pieces):
        if piece.quoted:
            continue
        text = reading.text[piece.start : piece.end]
        concrete = echo.concrete(piece.start, piece.end)
        shared = echo.shared(piece.start, piece.end)
        if not concrete and shared < 2 or len(text) < 3 or _BRUSH.search(text):
            continue
        weight = shared + 2 * len(concrete)
        inside = any(start < piece.end and piece.start < stop for start, stop in warm)
        ahead = reading.text[piece.end : piece.end + 2]
        if _QUERY.search(text + ahead) and not inside:
            continue
        if _MADE_YOU.search(text):
            yield Hit(_ID, piece.start, piece.end, 0.88 if weight >= 3 else 0.7, "specific.made_you")
            continue
        if inside and not _DOING.search(text):
            yield Hit(_ID, piece.start, piece.end, 0.85 if weight >= 4 else 0.66, "specific.inside")
            continue
        if _CAUSE.search(text) or _DOING.search(text):
            continue
        near = _near(pieces, at, warm)
        valued = bool(_EVALUATED.search(text + reading.text[piece.end : piece.end + 1]))
        if near:
            yield Hit(_ID, piece.start, piece.end, 0.84 if weight >= 3 or valued else 0.62, "specific.beside")
        elif valued:
            yield Hit(_ID, piece.start, piece.end, 0.72 if weight >= 4 else 0.55, "specific.valued")
        elif at <= 1:
            yield Hit(_ID, piece.start, piece.end, 0.4, "specific.opening")


def _near(pieces: Sequence[_Piece], at: int, warm: Sequence[tuple[int, int]]) -> bool:
    """Whether a feeling or an apology stands within two pieces, or in the next sentence's first."""
    for other in range(max(0, at - 2), min(len(pieces), at + 3)):
        piece = pieces[other]
        if abs(piece.sentence - pieces[at].sentence) > 1:
            continue
        if any(start < piece.end and piece.start < stop for start, stop in warm):
            return True
    return False


def _pieces(reading: Reading) -> list[_Piece]:
    pieces: list[_Piece] = []
    for clause in reading.clauses:
        starts = [clause.start]
        if clause.end - clause.start > _ENGLISH_RUN // 2:
            for match in _SEAM.finditer(reading.text, clause.start + 2, clause.end - 2):
                if match.start() - starts[-1] >= 3:
                    starts.append(match.start())
        for start, end in zip(starts, [*starts[1:], clause.end], strict=True):
            if not _ADDRESS.match(reading.text[start:end]):
                pieces.append(_Piece(start, end, clause.sentence, clause.quoted))
    return pieces
