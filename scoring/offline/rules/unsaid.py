"""Finds words that are only mentioned, not said to this customer on our side: supposed, wished, refused, told of others.

RUBRIC, "Reading rules": negation, quotation and questions satisfy no check. What holds there holds for everything that a
reply talks about without doing it. Violations are not this module's: a threat in a subordinate clause is a threat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.offline.gated import Gated
from scoring.offline.hits import Hit
from scoring.offline.reading import Clause, Reading, once
from scoring.offline.rules import foreign

_ALL = ("empathy.", "cause.", "fix.", "compensation.")
_SORRY = ("empathy.acknowledge",)
_DEEDS = ("fix.", "compensation.")
_PROMISES = (*_SORRY, *_DEEDS)
_OWNING = (*_SORRY, "cause.ownership", "cause.concrete")

_OURS = re.compile(
    "(?:但是?|可是?|不过|所以|因此|那|而|现在|今天|这[次回边]){0,2}(?:我们?|咱们?|俺们?|这边|您这|本店|公司)"
)
"""A clause that begins so speaks of us again."""
_HERE = re.compile("[^，。]*(?:您|你|这[次回边]|今天|今晚|明[天早晚]|后天|现在)")
"""A clause that has come back from another customer's case to this one."""

_BEGINS = r"(?:^|(?<=[\s，。！？!?,;；：:、]))"
_IN = r"[^\s，。！？!?,;；：:、]"
_DO = "(?:向|给|跟|和|对|为|替|派|让|退|赔|补|减|免|送|道歉|致歉|认错|承认|返工|重[做擦洗新]|上门|安排|去您?|来您?|过去|过来|换|修)"
_TIME = "(?:今天|明天|后天|今晚|明早|明晚|上午|下午|晚上|早上|现在|马上|再|轻易|有人|有谁|谁|任何人){0,3}"
_COMPANY = "(?:公司|店|门店|平台|商家|老板|家政|保洁|师傅|客服|经理|中介|中心|机构|企业|牌子|同行|品牌)"
_THIRD = "(?:银行|厂|厂家|厂商|物业|保险公司|保险|装修队|开发商|快递公司|供应商|品牌方|房东|邻居|楼上|中介)"
_EXCUSE = "(?:规定|天气|堵车)"
_CLIENT = "(?:客户|顾客|用户|业主|女士|先生|太太|大姐|大爷|大妈|老爷子|老太太|老人|产妇|孕妇|宝妈|住户|雇主|人家|邻居)"
_PAST = "(?:以前|之前|从前|早前|早先|去年|前年|上个?月|上个?星期|上周|前阵子|前段时间|前几[天年]|上[回次]|曾经?|有[一回]?[次回])"


@dataclass(frozen=True)
class _Marker:
    """Words that take others back. `reach` is how far: clause, sentence, text (to the end of
    the line), back (from the sentence's start), on (until we are the subject again), others (until this case is meant); `ids` which checks they take."""

    pattern: Gated
    reach: str
    ids: tuple[str, ...] = _ALL


def _marks(reach: str, pattern: str, ids: tuple[str, ...] = _ALL) -> _Marker:
    return _Marker(Gated(pattern), reach, ids)


_MARKERS = (
    # told of other firms, of third parties, of other customers
    _marks("on", rf"{_BEGINS}(?:要是|如果|换成?|那|可|像|您(?:看|去找?|找)|你(?:看|去找?|找)|要找?){{0,2}}(?:别家|别人家|人家(?={_COMPANY}|今|明|会|能|都|早|马上)|别的{_COMPANY}|其[他它]{_COMPANY}|同行|(?:隔壁|对面|对门|楼下|街上)[^，。！？!?]{{0,6}}(?:{_COMPANY}|那家|家))|人家(?:别的|其[他它]|隔壁|对面)"),
    _marks("on", rf"{_BEGINS}{_THIRD}(?:那边|那儿|方面|的人|客服)?[^，。！？!?]{{0,3}}(?:说|讲|答应|承诺|表示|同意|愿意|可能|也许|会)", _PROMISES),
    _marks("others", rf"{_PAST}[^，。！？!?您你]{{0,6}}{_CLIENT}(?![，您你])[^，。！？!?您你]*(?=[，。！？!?]|$)"),
    _marks("others", rf"{_BEGINS}(?:隔壁|对门|楼上|楼下|别的|其他|另外?一?[个位]|有[一]?[个位])[^，。！？!?您你]{{0,6}}(?:{_CLIENT}|那家)[^，。！？!?您你]*(?=[，。！？!?]|$)"),
    _marks("others", r"我们?(?:以前|之前|也|曾)?(?:赔|退|补|修|换|送|免)过(?!您|你|了|来|去)|(?:您|你)?前[面头](?:那|一)?[位个](?:客户|顾客|业主|女士|先生)|(?:上|另)一[位个](?:客户|顾客|业主)|某[位个](?:客户|顾客)"),
    # told of what someone said or wanted, and turned down, or merely heard
    _marks("on", r"(?:^|(?<=[，。！？!?,]))(?:我)?(?:听(?:说|讲|人说)|据说|传言|传闻)|(?:在|都|有人)传(?=[^，。]{0,4}(?:说|会|要|公司))|有人(?:说|讲|提)|(?:托|让|叫)我(?:转告|带话|捎话)"),
    _marks("back", r"谣言|瞎[说编传]|别当真|当不得真|想多了|别抱(?:什么)?(?:希望|指望)|后来(?:又|就|都|也)?(?:收回|取消|撤|否|变卦|反悔|黄|作罢|不了了之|没(?!有耽误))|(?:都)?(?:不作数|不算数|作废)", _PROMISES),
    _marks("back", r"(?:我|我们|俺)(?:可|就|也|都|觉得|看|是)?(?:没|不|都没|从没)(?:有)?(?:答应|同意|认(?=[，。！!]|$)|批|采纳|理会|照办|相信|信|要他|让他|让她)|(?:我说|说)(?:不用|不必|算了|别)|没(?:有)?(?:这个|那个)?必要|没人再[提说问]", _ALL),
    _marks("back", r"(?:跟|与|和)(?:您|你|我)[^，。]{0,6}(?:没|无)关", _PROMISES),
    # taken back in the same breath
    _marks("back", r"(?:想想|说说|开玩笑|逗您|逗你)(?:而已|罢了|的)|我(?:们)?就?(?:不派|不退|不赔|不去|没派|没去)了|也可能不|可我?没说|那是(?:特例|例外|两码事)|(?:您|你)(?:这边|这儿|这单|家)[^，。]{0,2}(?:不一样|不同|没有|除外)|我们(?:这边|这儿|这里)?(?:可)?(?:没有?|不兴)(?:这个?)?(?:规矩|说法|先例|做法|政策|[。！!]|$)|可惜(?:我们?|不|没)"),
    _marks("on", r"(?:谁|哪个)(?:跟|给|对|和)?(?:您|你|他)?(?:说|讲|告诉|答应|承诺|保证)(?!了?算)"),
    _marks("back", r"被(?:我|公司|领导|主管|经理|老板)[^，。]{0,2}(?:拦|驳|否|压下|退回)|(?:老板|领导|公司|主管|经理|上面|总部)(?:都|也|就|还)?(?:没|不)(?:点头|批(?!评)|同意|答应|松口|肯|准(?!备))", _PROMISES),
    _marks("back", r"(?:您|你)(?:自己|自个儿)(?:去)?(?:约|找|联系|打|问|等)|(?:您|你)(?:去|直接)?(?:找|打|等|联系)(?:厂家|物业|银行|保险|售后|开发商|平台)(?!就行|就好|即可)", _PROMISES),
    _marks("others", r"(?:^|(?<=[，。！？!?]))[^，。！？!?您你]{1,8}那(?:户|笔|单|位|家)(?!公司|店)[^，。！？!?您你]*(?=[，。！？!?]|$)", _DEEDS),
    # supposed against the facts, or for another world
    _marks("sentence", r"(?:如果|要是|假如|假使|倘若|若是?|万一|哪天|等)[^，。！？!?]{0,12}(?:真的?[是属怪赖要]|真属实|查出来是|换[成了作]?(?:别|人家|其他))|假设(?:您|你|我|这|是)|(?:要是|如果|若)(?:您|你|我们?)?[^，。]{0,6}(?:早知道|早说|没投诉|不投诉|没闹)|(?:如果|要是|倘若)(?:公司|领导|主管|上面|经理)[^，。]{0,4}(?:批|同意|点头|答应|松口)"),
    _marks("sentence", r"(?:如果|要是|假如|倘若|若)[^。！？!?]{2,40}(?:就好了|(?:该|那|那该)有?多好|就太好了|早(?:就|都)?(?:给|替|派|换|退|免|赔|去)[^，。！？!?]{0,16}了)"),
    _marks("sentence", r"倘若|假使|假如", (*_PROMISES, "cause.")),
    _marks("clause", r"兴许|说不定|没准|或许|也许", _PROMISES),
    _marks("sentence", r"(?:要|若)不是(?!您|你)[^。！？!?]{2,30}(?:就|早|也|我|今)|(?:如果|要是|假如)(?:当初|当时|早(?!点|些|上))|早知道|除非[^。！？!?]{1,20}(?:否则|不然|要不)|(?:换[成作]?|如果|要是|假如)我(?:是|当|做)(?!您|你)|如果这(?:是|次是)|(?:要是|如果|只要)(?:您|你)(?:能|有本事)?(?:证明|拿得?出|说服)", (*_PROMISES, "cause.")),
    _marks("clause", "就算(?!抵|作|是?[赔补给对]|我们?的)|即使|哪怕|即便|纵然"),
    _marks("on", r"做梦都?(?:想|在)|(?:^|(?<=[，。！？!?]))愿(?!意|为)|真希望|盼(?:着|望)|但愿|恨不得|巴不得|希望(?:有|哪)(?:一天|朝一日|天)|多么?想(?=[^，。]{0,12}(?:可惜|可是))|我?倒是?想(?!问|请)", _PROMISES),
    _marks("clause", r"再(?:说|谈|议|考虑|看看)(?:吧|退|返|道歉|赔|补|要不要|派不派|$)|(?:都)?好商量|到时候再", _PROMISES),
    # refused
    _marks("on", rf"(?<![您你该要才])(?:不会|不打算|不准备|不可能|不愿意?|绝不|决不|拒绝|不肯|没打算|没准备|没想过?){_TIME}{_DO}", _PROMISES),
    _marks("on", r"(?:更|就)?(?:别|甭|休)(?:指望|想着?|做梦|提|说)(?=[^。！？!?]{0,20}(?:退|赔|补|减|免|上门|派|返工|电话|道歉|今|明))(?!急|出去)", _PROMISES),
    _marks("clause", r"(?:退款|赔偿|补偿|道歉|致歉|抱歉|上门|返工)(?:什么的|之类的?|的话)?(?:您|你|我|也)?(?:就)?(?:别|甭|休|免|不用|不必|不)(?:想|提|说|谈|指望|了|可能|存在|会|需要)", _PROMISES),
    _marks("clause", r"不(?:需要|用|必|是要)(?:真的?|再)?(?:道歉|致歉|赔偿|补偿|退款)|(?:道歉|致歉|抱歉|对不起)(?:我|也)?就(?:不|免)", _PROMISES),
    _marks("clause", r"(?:删|撤|改)[^。！？!?]{0,16}(?:才|再)[^，。]{0,6}(?:道歉|致歉|说对不起|赔不是)|(?:只要|只有|等)(?:您|你)[^。！？!?]{2,24}(?:道歉|对不起|致歉)", _SORRY),
    _marks("on", r"没门|免谈|没戏|想都(?:别|不要|甭)想|不负责(?:任何|赔|退|找|派|修|道|给)|不存在|没(?:有)?(?:说|答应|承诺|保证)过|从(?:来|没)[^，。]{0,4}(?:说|答应|承诺)过?", _PROMISES),
    _marks("clause", r"[^。！？!?]{2,30}[？?](?=(?:更|也|那|当然|我)?(?:没门|不可能|想都别想|不行|没有|休想|别想|做梦|不会|没戏|免谈|不))", _PROMISES),
    _marks("back", r"(?<!做)(?<!定)(?<!耽误)(?<!少)(?<!忘)(?<!要)(?:换|赔|退|给|派|补|送|免|办)不(?:了|起|成|出)(?:[。！!，]|$)|可我们?(?:不是|没有|做不到)", _PROMISES),
    # asked without wanting to know
    _marks("sentence", r"难道|难不成|莫非|凭(?:什么|啥)|该不会|何[必苦]"),
    _marks("sentence", r"(?:您|你)[^。]{0,4}(?:以为|才肯|才罢休|才甘心)|非得?(?:要)?我们?", _DEEDS),
    _marks("sentence", r"(?:您|你)(?:就|还|非|是|是不是|难道)?(?:想|要|让|叫|指望)(?:让|要|叫)?(?:我们?|咱们?|师傅|公司)(?![^。？?]{0,30}(?:还是|几点|哪|什么时候))[^。！!？?]{1,36}[？?]", _DEEDS),
    _marks("sentence", r"(?:您|你)觉得[^。？?]{1,20}(?:合理|可能|现实|应该|至于)(?:吗|么|嘛)?[？?]?|(?:谁|哪个)(?:又)?(?:来|会|肯)?(?:给|向|跟)我们?"),
    # the customer's demand, not ours
    _marks("on", r"(?:客户|您|你)的?(?:诉求|要求|主张)(?:是|为|：|:|$)|(?:^|(?<=[，。、：:]))要求(?:我们)?(?:退|赔|补|今|明|派|上门|道歉)|(?:您|你)(?:要|让|叫|逼)我(?:们)?(?:说|讲|写|承认)"),
    # talked about: words, lessons, verses
    _marks("sentence", r"(?:意思|含义|定义)是|指的是|(?<!就)是指(?!着)|叫[做作]|称[为作]|所谓|一词|(?:这|那)[个两几]+(?:词|字)|(?:归因|共情|方案)就是|(?:动|名|形容)词|教科书|教材|英[文语]里|书上(?:说|写|讲)|(?:处理|应对)投诉(?:一般|通常|要|分|的|时)|是一[首条种门本句](?:歌|河|诗|词|艺术|学问|课|书|话)|(?:企业|商家|客服|服务人员|从业者)(?:应当?|应该|必须|要|需要)"),
    _marks("text", r"(?:^|(?<=[。！？!?\n\[【(（]))(?:标准|参考|推荐|优秀|常用|万能|培训|投诉|学习|话术|示例|服务|客服)*(?:话术|模板|范文|范例|示例|例句|例文|笔记|口诀|要点|复盘|台词|打油诗|顺口溜|有道是|俗话说|剧本|教案|讲义|案例)[^，。！？!?\n：:]{0,10}[：:】\]]"),
    _marks("sentence", r"(?:新人|员工|客服)?须知|按(?:照)?(?:话术|剧本|台词|流程)(?:走|说|来|念)|(?:给|让)(?:后台|系统|机器|考官|主管)(?:看|听|读)|不用给客户|考官|(?:应该|应当|该|得)说(?:声|句)?(?:对不起|抱歉)|(?:这|那)种情况[^，。]{0,4}(?:先|就|要|得|应)"),
    _marks("sentence", r"(?:师父|师傅|老师|主管|培训|书|教练|组长)(?:上)?(?:教|讲|说|教我们?|要求)过?(?:的)?(?:是)?[：:，,]|遇到(?:投诉|客户|这种情况)[^，。]{0,6}(?:要|应该?|先)|(?:刚才|刚刚|下次|以后|本来)(?:就)?(?:应该|应当|该|要)先?(?:道歉|致歉|说|讲|告诉)"),
    _marks("clause", r"(?:向|跟|对|给|告诉|让|把)(?:每[一个位]*|广大|所有)?(?:客户|顾客|用户|人家|别人|他们)(?:们)?(?:都)?(?:道|致|说|赔|表示)|(?:们|我)对不起客户", _SORRY),
    _marks("clause", r"(?:^|[^您你我们俺])(?:一声|一句)(?:抱歉|道歉|歉意|对不起)(?![^，。]{0,6}[您你我])", _SORRY),
    _marks("clause", r"(?:道歉|致歉|道了歉|抱歉)(?:过了|也好|也罢|的事)|(?:认为|觉得|以为|看作|他|她)(?![^，。]{0,3}[给向跟]您)[^，。]{0,4}(?:道(?:了|个)?歉|致歉|对不起|抱歉)|才(?:给您|向您|跟您)?(?:说声)?(?:道歉|抱歉)|(?:^|[^您你])(?:say|说|讲)\s?(?:sorry|对不起)[？?]|不存在[^，。]{0,8}道歉", _SORRY),
    _marks("clause", rf"(?:比如|例如|诸如)(?:说)?[^，。]{{0,2}}(?:对不起|抱歉|道歉)|{_BEGINS}(?!(?:道歉|致歉)(?:[，。！!,]|$))(?!{_IN}*(?:鞠躬|[您你我咱俺恁侬]|真诚|真挚|诚[恳挚心]|郑重|深[表感]|特此|在此|万分|再次|谨|表示|先))(?={_IN}*(?:道歉|致歉)){_IN}+", _SORRY),
    _marks("clause", r"(?:呵呵|嘿嘿|啧+|哼)[^。！？!?]{0,10}(?:对不起|抱歉|不好意思)", _SORRY),
    _marks("clause", r"(?:道歉|致歉)(?:是(?!我|应该|必须)|要(?!给|向)|呢|嘛|吗|[？?])|(?:包含|含有|包括|觉得|填|写|写上|加上)[^，。]{0,4}(?:道歉|致歉|抱歉)", _SORRY),
    # not meant
    _marks("sentence", r"(?:总|这下|这样|您|你|也)?(?:行|满意|可以|够|高兴|开心|舒服|好|成|中)了吧", _OWNING),
    _marks("clause", r"(?:对不起|抱歉|不好意思|sorry|道歉)\s?(?:咯|喽|呗|哦呵|什么\s?(?:对不起|抱歉|sorry)?|个[头屁鬼])|谁(?:让|叫)(?:我们?|您|你|咱们?)|只好(?:说|道|讲)|[“\"]?(?:抱歉|对不起)[”\"]?(?:咯|喽|呗)", _OWNING),
    # an excuse in the same breath
    _marks("back", rf"(?:不过|但是?|可是?(?!以)|然而|只不过|只是)(?![^。！？!?]*(?:我们?(?:会|这就|马上|今|已|先|没有?做|也有|有责|的错|的责任)|给您|补|退|赔|派|今天|明天|您放心|尽快|理解))[^。！？!?]{{0,24}}(?:怎么(?:证明|知道|就|可能|会)|哪(?:有|能|会|里|儿|来)|谁|合格|合规|达标|(?:没有?|无)(?:半点|任何|一点|什么)?关系|本来|{_EXCUSE})", _SORRY),
    # denied
    _marks("clause", r"(?:没|不)(?:打算|准备|想过?|愿意?)(?:再)?(?:向|给|跟)?(?:您|你)?(?:道歉|致歉|解释|赔|退)"),
    _marks("clause", r"不(?:觉得|认为|以为)[^，。您你]{0,10}(?:道歉|致歉|赔|退|责任|错)", (*_PROMISES, "cause.")),
    _marks("clause", r"不是(?:我们?|咱们?|公司|店里?)(?:这边)?的(?:责|错|问题|事(?!先)|锅|过)", ("cause.ownership",)),
    _marks("clause", r"我们(?:可|并|都|也|又)?(?:没有?|不)(?:多收|乱收|做错|弄错|搞错|错|违规|过错|责任)", ("cause.",)),
)  # fmt: skip

_MARKS_OF_QUOTATION = ("“”", "「」", "『』", "‘’", '""')
_MUCH = 0.4
_SHORTEST_QUOTE = 4
_BEFORE_QUOTE = 14
_NAMES_SPEECH = re.compile(
    '(?:说|讲|写|问|喊|叫|称|念|提|看到|听到|强调|要求|原话是|原文|这句|那句)[：:，,]?(?=[“「『‘"]?$)'
)
_WHOLE = 0.8
"""A reply that stands in quotation marks as a whole is still said."""

_PERSON = re.compile("[您你我咱俺他她它们的了吧吗呢啊是把被]")
_GRAMMAR = re.compile("[您你我咱俺他她它们的了是在把被给会就不到来去吧吗呢啊有没这那也都还得过着让为跟和对要可能说]")
_FRAGMENT = re.compile(
    r"[^\s，,、;；。.|/／\\+＋→>·•*#~！!?？：:()（）\[\]【】√✓✔\-—\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+"
)
_LONGEST_FRAGMENT = 6
_FEWEST_FRAGMENTS = 6
_FEWEST_MARKED = 4
_SIGN = re.compile(r"[/|／+＋→>·•*#\[\]【】√✓✔\u2190-\u2bff\U0001f000-\U0001faff]")
"""Marks that nobody speaks: fewer fragments between them make a list."""
_STRINGED = 12
_WORDS_IN_A_STRING = re.compile(
    "抱歉|理解|心疼|道歉|歉意|原因|责任|疏忽|失误|返工|退款|退费|减免|补偿|赔偿|免费|今[天晚]|明[天早]|上门|师傅|主管|跟进|到账|核查|方案"
)
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A stretch in which the checks whose ids begin with one of `ids` are only mentioned."""

    start: int
    end: int
    ids: tuple[str, ...]


@once
def stretches(reading: Reading) -> list[Unsaid]:
    """What is only mentioned, in order of place."""
    if reading.reply.kind != "complaint":
        return []
    found = [*_marked(reading), *_quotations(reading.text), *_strings(reading)]
    return sorted(found, key=lambda one: (one.start, one.end))


def unsaid(reading: Reading, check: str, start: int, end: int) -> bool:
    """Whether `start` to `end`, held to show `check`, lies by half or more in a stretch where it is only mentioned."""
    if check in foreign.elsewhere(reading):
        return True
    return any(
        check.startswith(one.ids) and 2 * (min(end, one.end) - max(start, one.start)) >= end - start > 0
        for one in stretches(reading)
    )


def mostly(reading: Reading) -> bool:
    """Whether so much of the reply is only mentioned that its other words are hardly said to the customer either."""
    covered = reached = 0
    for one in stretches(reading):
        covered += max(0, one.end - max(one.start, reached))
        reached = max(reached, one.end)
    return covered >= _MUCH * len(reading.text)


def drops(reading: Reading, hit: Hit) -> bool:
    """Whether the rules' hit counts for nothing."""
    return hit.id.startswith(_ALL) and unsaid(reading, hit.id, hit.start, hit.end)


def _marked(reading: Reading) -> Iterator[Unsaid]:
    for marker in _MARKERS:
        for match in marker.pattern.finditer(reading.text):
            start, end = _reach(reading, marker.reach, match.start(), match.end())
            yield Unsaid(start, end, marker.ids)


def _reach(reading: Reading, reach: str, start: int, end: int) -> tuple[int, int]:
    first = reading.clause_at(start)
    last = reading.clause_at(end - 1)
    if reach == "clause":
        return first.start, max(last.end, end)
    sentence = reading.sentence_starts[first.sentence]
    finish = sentence + len(reading.sentence_text(first.sentence))
    if reach == "sentence":
        return sentence, finish
    if reach == "back":
        return sentence, last.end
    if reach == "text":
        line = reading.text.find("\n", end)
        return start, line if line >= 0 else len(reading.text)
    return first.start, _until(_HERE if reach == "others" else _OURS, reading, last, finish)


def _until(returns: re.Pattern[str], reading: Reading, last: Clause, finish: int) -> int:
    for clause in reading.clauses:
        if last.end <= clause.start < finish and returns.match(clause.text):
            return clause.start
    return finish


def _quotations(text: str) -> Iterator[Unsaid]:
    for opening, closing in _MARKS_OF_QUOTATION:
        left = text.find(opening)
        while left >= 0:
            right = text.find(closing, left + 1)
            if right < 0:
                break
            if right - left > _SHORTEST_QUOTE and right - left < _WHOLE * len(text):
                named = _NAMES_SPEECH.search(text, max(0, left - _BEFORE_QUOTE), left)
                yield Unsaid(
                    left - _BEFORE_QUOTE if named else left,
                    right + 1,
                    ("empathy.acknowledge", "cause.", "fix.", "compensation."),
                )
            left = text.find(opening, right + 1)


def _strings(reading: Reading) -> Iterator[Unsaid]:
    """Words strung together without grammar: a row of short fragments, or several of the method's words in one run."""
    text = reading.text
    run: list[re.Match[str]] = []
    for piece in [*_FRAGMENT.finditer(text), None]:
        if piece is not None and len(piece[0]) <= _LONGEST_FRAGMENT and not _PERSON.search(_bare(piece[0])):
            run.append(piece)
            continue
        if run and len(run) >= _fewest(text[run[0].end() : run[-1].start()]):
            yield Unsaid(run[0].start(), run[-1].end(), _ALL)
        run = []
        if piece is not None and _stringed(piece[0]):
            yield Unsaid(piece.start(), piece.end(), _ALL)


def _stringed(piece: str) -> bool:
    if len(piece) < _STRINGED or _GRAMMAR.search(_bare(piece)):
        return False
    return len(set(_WORDS_IN_A_STRING.findall(piece))) >= _FEWEST_WORDS


def _fewest(between: str) -> int:
    return _FEWEST_MARKED if _SIGN.search(between) else _FEWEST_FRAGMENTS


def _bare(piece: str) -> str:
    """`piece` without the set phrases whose characters would pass for grammar."""
    return re.sub("对不起|原路退回|到账|我方|我司", "", piece)
