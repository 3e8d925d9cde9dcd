"""Rules for a renewal: thanks, value, plan, fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.offline.amounts import amounts
from scoring.offline.echo import CONCRETE, Echo
from scoring.offline.hits import Hit
from scoring.offline.reading import Clause, Reading
from scoring.offline.rules.grounds import grounds
from scoring.offline.rules.leave import leaves_it
from scoring.offline.rules.wording import YOU, find, said, widened
from scoring.reply import About

THANK = "thanks.thank"
SPECIFIC = "thanks.specific"
MEANING = "thanks.meaning"
FIGURE = "value.figure"
BENEFIT = "value.benefit"
RECORD = "value.record"
CONCRETE_PLAN = "plan.concrete"
REASON = "plan.reason"
TERMS = "plan.terms"
ASK = "fit.ask"
ADJUST = "fit.adjust"
FREE = "fit.free"

_SURE = 0.5


def hits(reading: Reading) -> Iterator[Hit]:
    """Yield what the reply shows of the twelve checks of a renewal."""
    thanked = list(_thanks(reading))
    yield from thanked
    yield from _specifics(reading, thanked)
    yield from find(reading, MEANING, _MEANING)
    yield from _figures(reading)
    for hit in find(reading, BENEFIT, _BENEFIT):
        ahead = _FUTURE.search(reading.sentence_text(reading.sentence_at(hit.start)))
        yield Hit(hit.id, hit.start, hit.end, hit.strength / 2 if ahead else hit.strength, hit.rule)
    yield from grounds(reading, RECORD)
    plans = list(_plans(reading))
    yield from plans
    yield from _reasons(reading, plans)
    yield from _terms(reading)
    yield from find(reading, ASK, _ASK)
    yield from find(reading, ADJUST, _ADJUST)
    for hit in leaves_it(reading, FREE):
        # Asking which one suits is `ask` here, not leaving it open.
        yield Hit(hit.id, hit.start, hit.end, 0.4 if hit.rule.endswith("which") else hit.strength, hit.rule)


# --- thanks

_POLITE = rf"^{YOU}?(?:们)?(?:的)?(?:来电|接听|耐心|时间|配合|理解|阅读)"
_THANK = (
    said("thanks", 0.88, rf"感谢|谢谢(?!配合)|多谢|谢过|感激|承蒙|唔该晒|多得{YOU}|道(?:一)?声谢|道谢|谢(?:您|你|恁)|谢意|鸣谢|致谢|真得谢|要谢|先谢|感恩|谢[了啦咯喽](?!吗)",
         before=r"不用|不必|别|不|甭|无需|没|光|您(?:也)?不", after=_POLITE),
    said("thankful", 0.72, rf"多亏(?:了)?{YOU}|亏得{YOU}|难得{YOU}|有劳{YOU}|幸亏(?:有)?{YOU}|(?:这一年|一直以来|这么久|这段时间)辛苦{YOU}|(?:记|领|念)(?:着)?{YOU}的(?:情|好)|{YOU}(?:的)?(?:这份)?(?:情|好意?|信任)(?:我们|我|阿姨)?(?:都)?(?:记|领)(?:着|在|下)"),
)  # fmt: skip


_BARE_THANKS = re.compile(
    rf"[\s，。！!~～]*(?:好的?|嗯|行)?[，,]?(?:谢谢|多谢|感谢|谢了|谢过|谢){YOU}?(?:们)?[啊呀哈哦啦了]?[\s，。！!~～]*"
)


def _thanks(reading: Reading) -> Iterator[Hit]:
    """Thanks for the time together; a bare closing «谢谢» has nothing beside it in its sentence."""
    for hit in find(reading, THANK, _THANK):
        alone = bool(_BARE_THANKS.fullmatch(reading.sentence_text(reading.sentence_at(hit.start))))
        yield Hit(hit.id, hit.start, hit.end, 0.35 if alone else hit.strength, hit.rule)


_HABIT = rf"{YOU}(?:家)?(?:们)?(?:自己)?(?:每[次回趟逢周天个]|回回|次次|总是?|老是?|上[次回]|那(?:次|回|天|会儿|阵子)|头一(?:次|回)|去年|当时|一直|还|都|专门|特意|先|主动|[0-9一二三四五六七八九十]{{1,2}}月(?:份|里)?)[^，。！？,!?]{{0,6}}(?:给|帮|替|把|提|留|备|腾|写|夸|教|介绍|托|记得|记着|打给|送|端|倒|让|泡|煮|切|准备|交|带|推荐|表扬|关照|照顾|体谅|等|收|拍|发|搬|请|说|叮嘱|问|摆|开|锁|放|塞)"
_SPECIFIC = (
    said("we_failed", 0.7, rf"(?:放了?|让|害|误了?|耽误|怠慢)(?:了)?{YOU}[^，。！？,!?]{{1,12}}|(?:[一二两三四几那上]|[0-9]+)(?:次|回|趟)[^，。！？,!?]{{0,3}}(?:没(?!有?(?:缺|断|误|漏|迟|晚)|被|挨)|放|漏|晚|迟到|误)[^，。！？,!?]{{0,8}}", before=r"会|能|要|别|不|想|可以|如果|要是|一|明年[^，。]{0,4}", after=r"^[^，。]{0,2}(?:看|选|挑|过目)"),
    said("habit", 0.84, _HABIT, before=r"(?:明年|续|下|想|打算|要是|如果|是)[^，。]{0,5}", after=r"[？?]|(?:清楚|明白)再|续"),
    said("each_time", 0.82, rf"(?:还|都|总|也)(?:每[^，。！？,!?]{{1,3}})?(?:记得|想着|惦记着)给[^，。！？,!?]{{2,}}|(?:每[次回趟逢周天]|回回|次次)[^，。！？,!?]{{0,6}}{YOU}(?:家)?(?:都|总|还|也|就|老)?[^，。！？,!?]{{3,}}", before=r"明年|以后|往后|接下来"),
    said("since", 0.78, r"(?:第|整整?|都|已经?|满|走过|陪|跟|用|过)[^，。！？,!?]{0,4}[一二两三四五六七八九十0-9]+(?:个)?(?:年头|年|个春|载)(?!卡|期|约|级|底)(?:了|头|啦|整|的?老(?:客|朋友))?|从[^，。！？,!?]{2,10}(?:那(?:天|年|会儿|时候|阵)|起|开始)[^，。！？,!?]{0,8}(?:就|一直|到(?:现在|今天))",
         before=r"(?:签|续|办|续满|再|先|续签|送)[^，。]{0,3}", after=r"^[^，。！？]{0,6}(?:次|趟|元|块|小时|送|价|费|不含|合同)"),
    said("staff_recall", 0.84, r"(?:阿姨|师傅|姐|姨|嫂|小[\u4e00-\u9fff]|我们|大家|组里|同事|我)[^，。！？,!?]{0,6}(?:念叨|惦记|惦着|常说|老说|总说|提起|记得|记着|夸|想着|忘不了|没忘|说起|回来(?:就)?说|说跟着|学会)[^，。！？,!?]{0,14}", before=r"让|叫|请|您"),
    said("told_us_then", 0.82, rf"(?:(?:[一二三四五六七八九十0-9]{{1,2}}|上个?|去年[一二三四五六七八九十0-9]{{0,2}})月(?:份|初|底|里|那会儿)?|年初|年底|开春|入冬|入夏|春天|夏天|秋天|冬天|上半年|国庆|春节|中秋|刚来(?:的)?时候?|头一个月)[，,]?{YOU}(?:家)?(?:就|还|专门|特意)?(?:提醒|说|讲|提|叮嘱|嘱咐|反映|嫌|交代|告诉|打电话|留言)(?:过|了|起)?(?:我们|阿姨|师傅)?(?!再|合适|可以|行|好)[^，。！？,!?]{{2,}}",
         before=r"(?:明年|续|下|想|打算|要是|如果|等)[^，。]{0,5}", after=r"^[^，。]{0,3}[？?]"),
    said("remark", 0.8, rf"{YOU}(?:提|说|讲|反映|嫌|留|写|夸|托|给)(?:的|过|了|到)?(?!：)[^，。！？,!?]{{0,14}}(?:那(?:次|回|事|件事|句|条|张|封|天|碗|杯|盒|盏|束)|意见|建议|表扬|留言|好评|一封|纸条|备忘|的话)|[一二三四五六七八九十0-9]{{1,2}}月(?:份|里|那|底|初)?(?:那)?(?:次|回|阵子|场|天|趟)[^，。！？,!?]{{1,}}",
         before=r"(?:如果|要是|有什么|请)[^，。]{0,4}"),
)  # fmt: skip
# What everyone is thanked for; what is left of a clause without it is this customer's own.
_COMMON_THANKS = re.compile(
    r"感谢|谢谢|多谢|谢过|感恩|感激|衷心|非常|十分|真心|真的|特别|首先|先|再次|您好?|你|们|的|了|啊|呀|对|我们|公司|本店|一直以来?|长期|这一?年|这么久|这段时间|过去|半年|三个月|信任|支持|厚爱|陪伴|选择|认可|理解|关注|合作|老客户|新老|客户|先生|女士|老师|姐|哥|服务|使用|续约|能|在|和|与|及|把|给|是|就|也|都|，|我|代表|全体|阿姨"
)
_FUTURE = re.compile(
    r"第[二三四]年(?!了|头|啦|$|[，。])|[一二三四五六七八九十0-9]{1,2}月(?=[^，。]{0,4}(?:安排|加|做|给|排|清|洗|拆))|来年|淡季|旺季|入冬前|明年|明后年|来年|新的一年|下(?:一)?(?:个)?(?:年|季度?|半年|期|阶段|周期|个?月)|接下来|往后|(?<![过那完])以后|今后|之后(?=我|每|给|按)|后面|开春|春天|夏天|秋天|冬天|入(?:夏|冬|秋)|换季|立春|梅雨|过完年|年后|续(?:的话|约?后|完|上|下来|了之?后)|打算|准备(?:给|把|让)|计划|想(?:给|把|让|跟|帮|着|按|减|改|加|换|先|从)|改(?:成|为|到|走|清|在)|换成|挪到?|提到"
)


def _specifics(reading: Reading, thanked: list[Hit]) -> Iterator[Hit]:
    """A detail of this customer's in or beside the thanks; figures and plans aren't."""
    for hit in find(reading, SPECIFIC, _SPECIFIC):
        ahead = _FUTURE.search(reading.text, hit.start, hit.end)
        yield Hit(hit.id, hit.start, hit.end, 0.35 if ahead else hit.strength, hit.rule)
    warm = {reading.sentence_at(hit.start) for hit in thanked if hit.strength >= _SURE}
    echo = Echo(reading)
    for clause in reading.clauses:
        if clause.sentence not in warm or clause.quoted or len(clause.text) < 4:
            continue
        if (
            _FUTURE.search(clause.text)
            or _DONE.search(clause.text)
            or (re.search(r"合同|到期|续|信任|支持", clause.text) and len(clause.text) < 14)
        ):
            continue
        shared = echo.shared(clause.start, clause.end)
        rest = _COMMON_THANKS.sub("", clause.text)
        if re.search(r"合同|到期|续约|为您服务", clause.text):
            continue
        if (
            len(rest) >= 6
            and re.search(YOU, clause.text)
            and reading.text[clause.end : clause.end + 1] not in ("？", "?")
        ):
            yield Hit(SPECIFIC, clause.start, clause.end, 0.62, "specific.thanked_for")
        told = bool(CONCRETE.search(clause.text)) and bool(re.search(YOU, clause.text))
        if shared >= 2 or told:
            strength = 0.72 if told and shared >= 2 else 0.6 if told or shared >= 4 else 0.4
            yield Hit(SPECIFIC, clause.start, clause.end, strength, "specific.in_thanks")


_MEANING = (
    said("since_then", 0.84, r"(?:后来|打那(?:以后|之后|起|天起)?|从那(?:以后|之后|起|时起|天起|次起)?|自那(?:以后|之后|起)?|自此|就因为|正因为|正是|因为您|因此|这才|(?:您|你)(?:这|那|的)(?:句|条|次|一?句)?(?:话|意见|建议|提醒|留言|批评))[^。！？!?]{0,24}?(?:改|加了|添了|学|成了|变成|写进|定(?:下|成|了)|推(?:广|开)|照着|照您|都(?:这么|按|照)|补(?:了|上)|提前|调(?:成|到|整)|增|换(?:成|了)|多配|报了|规矩|规范|标准|流程|制度|习惯|开会|培训|教会|提醒|升级|优化|开始)",
         before=r"(?:明年|要是|如果)[^，。]{0,4}"),
    said("rule_from_you", 0.78, r"(?:规矩|流程|章程|办法|标准|表格|单子|培训|清单|顺序|制度|收尾|排班|派单)[^，。！？,!?]{0,8}(?:立|改|多了|加了|来的|来自|从您|打您|由您|定下|添了|成了|都[^，。]{0,2}(?:照|按))[^，。！？,!?]{0,8}|(?:从|打|由|是)您(?:这儿|那儿|这里|家|身上)[^，。！？,!?]{0,4}(?:立|学|起|开始|来|定|传)[^，。！？,!?]{0,6}|(?:当年|那时|就是)?照着(?:您|它|这)[^，。！？,!?]{0,4}(?:才|我们|改|做)|掂[^，。]{0,4}(?:轻重|分量|斤两)", before=r"明年|想|打算|要是|您看"),
    said("moves", 0.8, r"(?:对(?:我们|阿姨|我|小[\u4e00-\u9fff]|[\u4e00-\u9fff](?:姐|姨))[^，。！？,!?]{0,4}(?:来说|而言|是|比|真|很|意义)|(?:比(?:什么|啥|多少|发奖金|奖金|锦旗|红包)[^，。！？,!?]{0,4}(?:都)?(?:强|管用|重|珍贵|高兴|暖|金贵))|(?:底气|动力|劲头|干劲|奔头|鞭策|鼓励|主心骨|定心丸|分量|榜样|模板|样板)|(?:信|情|信任|心意)[^，。！？,!?]{0,6}(?:重|沉|金贵|难得)|不敢(?:松懈|怠慢|马虎|偷懒)|(?:心里|很|特别|格外|一直)[^，。！？,!?]{0,2}(?:暖|热乎|受鼓舞|感动|骄傲)|给我们(?:补|提|上)了[^，。]{0,8})",
         before=r"(?:没|不是)[^，。]{0,3}"),
    said("learned", 0.78, r"(?:整个|全)?(?:组|班|店|队|公司|团队|我们|阿姨们)(?:里|上下|都|后来|现在)?[^，。！？,!?]{0,4}(?:学(?:这|您|你|着|会|到|她|他)|照(?:您|你|这|着)|按(?:您|你)(?:说|教|的|提)|跟着(?:改|学)|念了|传开|改了|改成|改过来|照搬)[^，。！？,!?]{0,10}",
         before=r"(?:明年|想|打算|可以|会)[^，。]{0,4}"),
)  # fmt: skip

# --- value

_COUNT = r"(?:[0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九十百千半几]+)(?:来|多|几)?\s?个?(?:半)?(?:次|趟|回(?!家|来|答|电|复)|遍|套|间|单|瓶|顿|小时|钟头|钟|工作日|天|页|餐|斤|两|户|平|台|扇|张|件|节|篇|份|袋|桶|场|分钟|轮|条|箱|百分|%|成)"
_COUNTED = re.compile(_COUNT)
_DONE = re.compile(
    r"(?:今年|去年|这一?年|过去|上半年|下半年|全年|一年(?:下来|里|来|到头)|半年|(?:[一二两三四五六七八九十0-9]+)个?(?:月|季度)(?:下来|里头?|来)|(?:^|这)[二两三四五六七八九十0-9]+个?月(?!来|一)|这[一几个段][^，。]{0,4}(?:里|来|下来)|到(?:现在|今天|目前)|截至|累计|一共|总共|合计|共(?!用|享|同)|加起来|折(?:下来|合|算)|算下来)"
)
_DID = re.compile(
    r"(?:迟到|晚到|缺(?:勤|席|岗)?|请假|误点|爽约)(?:过|了)?[0-9一二两三四五六七八九十]|做了|来了|上门|跑了|省(?:了|下|出)|替您省|陪|洗了|擦了|拖了|除了|完成|服务(?!费|册|档)|去了|没(?:有)?(?:一次|一趟|一回|断|缺|误|漏)|没缺|(?:一[次趟回天]|从)(?:都|也)?没|没[\u4e00-\u9fff]{1,2}过|补(?:在|了|齐)|掏出|请出|实来|应来|接送|下来|落下|零(?:迟到|缺席|投诉)|准时|到岗|出勤|清(?:了|掉|出)|收(?:了|拾|出|走)|换了|修了|记(?:了|录)|烧了|煮了|跟了|照看|用(?:了|掉)|攒|称过|日志|菜单|缺席|病历|整理|消毒|保养|拆洗|打理"
)
_CHANGED = re.compile(
    r"(?:[0-9]+|[一二两三四五六七八九十百]+)[度块元次分个斤页小时天%成][^，。！？,!?]{0,4}(?:掉|降|升|涨|减|缩|少|提|变)(?:到|至|成|为)[^，。！？,!?]{0,2}[0-9一二两三四五六七八九十百]|从[^，。！？,!?]{1,14}(?:到|变|降|升|擦回|擦成|缩|涨|减|压|调|洗成|洗回|恢复)[^，。！？,!?]{0,3}[^，。！？,!?]{1,}|(?:原来|以前|刚(?:来|接手)(?:那会儿|时)?|年初)[^。！？!?]{2,16}(?:如今|现在|眼下|年底|到现在)[^，。]{2,}"
)
_NOT_DONE = re.compile(
    r"[一二两三四五六七八九十0-9]个?(?:月|周|天|季|年)[^，。]{0,4}一(?:次|趟|回|洗|拆|擦)|每(?:周|月|季|天|个月|礼拜)|一(?:周|月|个月|季)[^，。]{0,3}[一二两三四五六七八九十0-9](?:次|趟|回)|送|赠|加到|加[一二两三]|改|元|块|可以|要是|如果|试|先续|再"
)


def _figures(reading: Reading) -> Iterator[Hit]:
    future_sentence: dict[int, bool] = {}
    for index, clause in enumerate(reading.clauses):
        text = clause.text
        ahead = future_sentence.get(clause.sentence, False) or bool(_FUTURE.search(text))
        future_sentence[clause.sentence] = ahead
        if clause.quoted:
            continue
        changed = _CHANGED.search(text)
        if changed and not ahead and not re.search(r"[0-9百千十]\s?[元块]|费|价|次(?:减|改|加)", text):
            yield _hit(reading, FIGURE, clause, 0.75, "figure.change")
        if not any(not _weak_count(text, match) for match in _COUNTED.finditer(text)):
            continue
        done, did, planned = _DONE.search(text), _DID.search(text), _NOT_DONE.search(text)
        strength = 0.4 + 0.22 * bool(done) + 0.26 * bool(did) - 0.3 * bool(planned) - 0.5 * ahead
        if not done and not did and _counts_what_was(reading, index):
            strength += 0.2
        if strength > 0.2:
            yield _hit(reading, FIGURE, clause, min(strength, 0.88), "figure.count")


def _weak_count(text: str, match: re.Match[str]) -> bool:
    """「头一天」「那一次」「一回」 count nothing, unless nothing failed even once."""
    lead = text[max(0, match.start() - 2) : match.start()]
    once = match[0][0] in "一1半" and len(match[0]) <= 3
    return lead.endswith(("头", "第", "那", "这")) or (
        once and not re.match(r"[^，。]{0,1}(?:没|不)", text[match.end() :])
    )


def _counts_what_was(reading: Reading, index: int) -> bool:
    """Whether the clauses beside number `index` tell of the time that is over."""
    clause = reading.clauses[index]
    near = reading.clauses[max(0, index - 3) : index + 4]
    return any(
        (_DONE.search(other.text) or _DID.search(other.text))
        for other in near
        if abs(other.start - clause.start) < 24 and other.sentence == clause.sentence
    )


_BENEFIT = (
    said("spared", 0.8, r"(?:省(?:下|出|了|去|掉)?(?:了)?[^，。！？,!?]{0,8}(?:时间|小时|钟头|个钟|周末|心|力|功夫|工夫|麻烦|事(?!故)|钱)|(?:不用|不必|用不着|再不用|再也不用|不消)(?:再|您|自己|天天|总|老)?(?:再)?(?!急|赶|着急|催|一周|每周|两周|那么多|太|这么|现在|马上|立刻|今天|签|约|回|答|定|担心|客气|谢|付|交|加钱|多|管合同|怕|跑流程|续|改)[^，。！？,!?]{2,}|少(?:跑|操|费|受|花|熬|吵|挨|请|生|干)(?:了)?[^，。！？,!?]{0,8}|腾出(?:来)?[^，。！？,!?]{1,})",
         before=r"(?:明年|续|以后|往后|接下来|要是|如果|保证|下(?:一|个|季|半)|确实|是)[^，。！？,!?]{0,8}|(?:阿姨|师傅|我们|咱们|俺们|组里|大家|同事|公司|店里|[她他])们?(?:都|也|就|能|还|自己|跟着|又)*|给(?:我们|阿姨|师傅|公司|[她他])", after=r"^[？?]|^[^，。]{0,2}(?:我们|阿姨|师傅)"),
    said("can_now", 0.78, rf"(?:让{YOU}|{YOU}|家里|孩子|老人|宝宝)?(?:周末|礼拜天?|晚上|下班|夜里|早上|平时)?[^，。！？,!?]{{0,6}}(?:都|也|才|就)?能(?:睡|陪|歇|喘|爬|安心|踏实|放心|专心|腾|多睡|早点|好好|坐下|出门|按时|看书|吃上|准点|去)[^，。！？,!?]{{1,}}|(?:没|不|免)(?:再)?(?:被|挨)(?:扣|罚|骂|说|训|投诉|查|叮)[^，。]{{0,4}}|(?:进门|回家|到家|下班|起床|推门|开门)[^。！？!?]{{0,4}}[，,]?[^，。！？,!?]{{0,8}}(?:是|都|就)?[^，。！？,!?]{{0,3}}(?:干净|干的|净的|热的?|亮|清爽|现成|整齐|利索)[^，。]{{0,4}}|不慌|(?:入住率|生意|成绩|评分|口碑|睡眠|气色|胃口|精神)[^，。！？,!?]{{0,6}}(?:上来|涨|好|高|升|足)|囫囵觉|踏实觉|(?:回家|下班)[^，。！？,!?]{{0,8}}(?:热饭|现成|干净|清爽)",
         before=r"(?:明年|续|以后|往后|接下来|要是|如果|保证|下(?:一|个|季|半)|这样)[^，。！？,!?]{0,10}|不", after=r"^[？?]"),
    said("healthier", 0.84, r"(?:孩子|宝宝|娃|小的|小家伙|老人|老太太|老爷子|您(?:爸|妈|先生|太太|女儿|儿子)?|家里人?)[^，。！？,!?]{0,10}(?:没(?:再|有)?|不(?:再)?|少)[^，。！？,!?]{0,4}(?:咳|打喷嚏|过敏|起疹|起红|犯|生病|感冒|发作|摔|滑倒|鼻炎|痒|起夜)[^，。！？,!?]{0,6}|(?:轻松|清爽|清静|踏实|安心|省心|松快)(?:了)?(?:不少|好多|多了|许多|很多)|血(?:压|糖|脂)[^，。！？,!?]{0,6}(?:稳|降|正常)|(?:胖|长|重)了[0-9一二三四五六七八九十]",
         before=r"(?:明年|续|以后|往后|接下来|要是|如果|保证)[^，。！？,!?]{0,10}"),
)  # fmt: skip

# --- plan

_SERVICE = r"擦|洗(?!手)|拖|除(?:螨|毛|湿|甲醛|尘|霉)|清(?!楚|淡|单)|消毒|消杀|拆洗|打蜡|保养|收纳|整理|换季|深度|大扫除|做饭|饭|菜|红烧|清蒸|煲|熬|炖|油|盐|鱼|辅食|米糊|陪|接送|上门|开荒|窗|空调|油烟机|冰箱|阳台|厨房|卫生间|地毯|沙发|床垫|地板|地面|茶水间|垃圾|绿植|早班|晚班|班|小时|钟头|半小时|[一二两三四五六七八九十0-9]+(?:次|趟|回|遍|个?人)|每(?:周|月|季|个月|天|逢|次)|一(?:周|月|季|个月)[^，。]{0,3}[一二两三四五六七八九十0-9]|[一二两三]周一[次回趟]|周[一二三四五六日末]|一三五|二四六|按月来|时间|固定|阿姨|师傅|巡查|体检|回访|喂|猫|狗|宝宝|拆|测|检|楼下|接|送|续着|一个月一个月"
_SERVED = re.compile(_SERVICE)
_PLAN_VERB = re.compile(
    rf"[一二两三四五六0-9]个?(?:月|周|天|礼拜|季)[^，。！？,!?]{{0,5}}一(?:次|趟|回|遍)|一个月一个月|隔周|双周|洗一遍|大整|小整|(?:给{YOU}|帮{YOU}|替{YOU}|为{YOU})?(?:加(?:到|一|派|两|三|个|做|次|了)|添(?:一|上|两|个|道)|多(?:配|给|留|做|派|来|陪|擦|拖|洗)|挪(?:到|在|成)|排(?:在|到|上|成|一)|放(?:在|到)|安排(?!给|好了吗)|改(?:成|为|到|走|清|在)?|换成|调(?:成|到|为)|固定|定(?:在|成|为)|每(?:周|月|季|个月|天)|先(?:做|续|按|从|让|签)|接着|照(?:旧|样|常|做)|还(?:是|按|照|给|由)|从[^，。]{{1,6}}(?:加|改|增|减|换)|减(?:到|成|为)|送|赠|增加|延长|提前|补一?|控(?:在|制)|试着)"
)
_PACE = re.compile(
    r"每(?:周|月|季|个月|天|逢)|一(?:周|月|个月|季)[^，。]{0,3}[一二两三四五六0-9]|[一二两三四五六0-9]个?(?:月|周|天|礼拜|季)[^，。]{0,4}一|隔周|双周|一三五|二四六|给[您你恁]|帮[您你恁]|先[按续做]|按月|改成|换成|还是"
)
_VAGUE_PLAN = re.compile(
    r"(?:继续|更好(?:地)?|一如既往|再接再厉|努力|用心|竭诚)[^，。！？,!?]{0,6}(?:服务|做好|努力|提升|改进|为您)|好礼|大礼|惊喜|送的$|更好$|做得更好|越来越好"
)
_PAST_CLAUSE = re.compile(
    r"^(?:那|当时|去年|今年(?!起|开始|底|下半)|这一?年|上[次回]|后来|打那|从那|自那|之前|以前|您(?:提|说|上|那|每|总))|做了|来了|以后晚上加了|加了一|改了|(?:到|改|换|加|定|减|调|挪)了|改成了|写进"
)
_CALL = re.compile(r"(?:给您|帮您|直接)?(?:续(?:上|了|吧)|办了)(?:[啊吧哈了]|$)|保证|绝对|最后|抢")


def _plans(reading: Reading) -> Iterator[Hit]:
    """Something that will be done in the next term, with its object or its rhythm."""
    future = False
    sentence = -1
    for clause in reading.clauses:
        text = clause.text
        if clause.sentence != sentence:
            sentence, future = clause.sentence, False
        ahead = bool(_FUTURE.search(text))
        future = future or ahead
        if clause.quoted or _VAGUE_PLAN.search(text) or _PAST_CLAUSE.search(text) or _CALL.search(text):
            continue
        verb, served = _PLAN_VERB.search(text), _SERVED.search(text)
        if not served or re.search(r"^[^，。]{0,8}(?:一共|总共|累计|做了)", text):
            continue
        paced = bool(_PACE.search(text)) and not re.search(r"刚好|够|多$|有点|嫌|不用", text)
        strength = 0.22 + 0.26 * bool(verb) + 0.29 * ahead + 0.14 * (future and not ahead) + 0.06 * paced
        if re.search(r"不(?:用|催|急)|谢谢|感谢|记录|存在|翻|都(?:行|成|可以)", text) or (
            _DONE.search(text) and not ahead
        ):
            strength -= 0.3
        if strength > 0.2:
            yield _hit(
                reading,
                CONCRETE_PLAN,
                clause,
                min(strength, 0.88),
                "concrete.future" if future else "concrete.verb",
                About.ACTION,
            )


_WHY = re.compile(
    r"因为|考虑到|既然|赶在|趁|免得|省得|正好|方便您|照顾到|所以|毕竟|怕(?:是)?|[您你](?:家)?(?:提过|说过|说(?!声|一声)|讲过|爱|喜欢|习惯|忙|出差|加班|上班|午休|开会|在家|嫌|要求|添|搬|换了|带|养|怀|回老家|不在|周[一二三四五六日末])|用(?:不着|不上|得上)|开学|学(?:会)?爬|会爬|会走|走路|添辅食|满月|体检|血[脂压糖]|高血压|过敏|鼻炎|哮喘|二胎|怀孕|退休|搬|新家|老房|小户型|(?:房子|屋子|屋|家|阳台|客厅|厨房)(?:小|大|多|少|朝)|小屋|多(?:了)?[一二两]?(?:层|只|条|个人|口)|添了|来了[一二两]?[只个条]|长大|年纪|腿脚|膝盖|腰|[一二三四五六七八九十两0-9]+个?(?:月|岁)(?:了|大)|(?:爸妈|父母|老人|公婆|孩子|宝宝|娃|狗|猫)[^，。！？,!?]{0,8}(?:来|住|学|要|得|快|该|会|掉毛|换毛|开始|爬|上|怕|走|停|搬)|梅雨|回南|柳絮|花粉|雾霾|暖气|潮|(?:晓得|知道|听您)[^，。！？,!?]{2,}|养了|眼下|如今|最近|这阵子|(?:娃|孩子|爸妈|老人|宝宝|父母)[^，。！？,!?]{0,3}[\u4e00-\u9fff]{2}|换到|要多(?:走|跑|花)|不在家|常加班|老加班"
)
_WIDTH = 34


def _reasons(reading: Reading, plans: list[Hit]) -> Iterator[Hit]:
    """Why the plan is as it is: something in the customer's life, in or near the clause that plans."""
    sure = [hit for hit in plans if hit.strength >= _SURE]
    echo = Echo(reading)
    for clause in reading.clauses:
        found = _WHY.search(clause.text)
        if not found or clause.quoted or re.search(r"谢|^(?:后来|打那|去年|这一?年)", clause.text):
            continue
        near = any(hit.start - _WIDTH < clause.end and clause.start < hit.end + _WIDTH for hit in sure)
        if not near:
            continue
        same = any(reading.sentence_at(hit.start) == clause.sentence for hit in sure)
        known = echo.shared(clause.start, clause.end) >= 2
        asks = reading.text[clause.end : clause.end + 1] in ("？", "?")
        strength = (0.84 if known else 0.72) if same else (0.62 if known else 0.5)
        yield _hit(reading, REASON, clause, 0.35 if asks else strength, "reason.near", About.ACTION)


_TERM = (
    said("length", 0.76, r"(?:签|续(?!费)|先续|续满|续签|合同期?|包|满|付|办)[^，。！？,!?]{0,4}(?:[0-9一二两三四五六七八九十半]+个?(?:年|月|季度?|礼拜|周))(?!卡得)|按(?:月|季|年|次)(?:来|付|签|续|结|算|收)|试(?:做|用|工|岗)[^，。！？,!?]{0,6}(?:[0-9一二两三四五六七八九十半]+)?|头[一二两三]个?(?:周|月|次)|(?:先|就)?一个月一个月(?:续|签|来)|(?:分)[两二三四]?(?:期|笔|次)(?:付|交)",
         before=r"(?:已经|当初|去年|上次|别|干脆|直接|赶紧|抓紧)[^，。]{0,4}", after=r"^[^，。]{0,3}(?:吧|了啊|了哈|好了|[？?])|^(?:了|整)?[^，。]{0,8}(?:谢|辛苦)"),
    said("validity", 0.86, r"(?:到|截至|截止到?|有效期?(?:到|至)?|活动到)[^，。！？,!?]{0,6}(?:月底|月[0-9一二两三四五六七八九十]*[号日]|[0-9一二三四五六七八九十]+[号日]|年底|月末)|(?:年|月|季|期|个月)内(?:用|有效|做|完)[^，。]{0,3}|过期|有效期",
         before=r"(?:您|合同|卡|会员)[^，。]{0,3}"),
    said("covers", 0.84, r"不?(?:含|包含|包括)[^，。！？,!?]{1,}|(?:耗材|清洁剂|材料|洗涤剂|餐费|菜钱)[^，。！？,!?]{0,3}(?:自备|另|我们|您|由|算|含|包)|另(?:算|计|收)|(?:多(?:交|退)|没用完|剩下|余下|未用)[^，。！？,!?]{0,8}(?:退|补|留|顺延|作废)|(?:退|违约)(?:费|款|金)?[^，。]{0,4}(?:规则|按|扣)|多退少补"),
    said("price_kept", 0.84, r"(?:[0-9]{3,}|[一二两三四五六七八九][千百万][零一二三四五六七八九十百千]*)(?:元|块)?(?:钱)?(?:一年|一个?月|一季)?[，,]?(?:一分(?:钱)?(?:都|也)?|还是)?(?:不变|不涨|照旧|不动|没涨|没变|照样|不加)|(?:价格|价钱|费用|单价|收费|月费|年费)(?:还是|照旧|都?不变|不涨|不动|跟今年|和今年|维持|按(?:老|原|去年))|(?:费用|价格|价钱)跟[^，。]{1,4}一个?样|(?:钱|余款|款)退到|(?:老|原)价(?:格)?[^，。]{0,6}(?:到|续|不变|算)|(?:首|头)(?:月|年|季)[^，。]{0,4}减"),
)  # fmt: skip
_PRICE = re.compile(
    r"(?:(?:一|每|半)(?:年|个?月|次|季|个?季度|回|小时)|月薪|年费|月费|季卡|包月|包年|加包|套餐|报价|续约价|价格|平时|原价|现价|续费?|费用)[^，。！？,!?]{0,8}?(?:[0-9]{2,}|[一二两三四五六七八九十]+[百千万](?:[零一二三四五六七八九十百千]*))(?![零一二三四五六七八九十百千0-9]|个?(?:次|小时|钟|天|顿|趟|页|回|遍|人|户|平|工作日|斤))|(?:[0-9]{2,}|[一二两三四五六七八九十]+[百千万][一二三四五六七八九十百千]*)(?:元|块)?(?:钱)?(?:一|每)(?:年|个?月|次|季|季度|回|小时)"
)


def _terms(reading: Reading) -> Iterator[Hit]:
    for hit in find(reading, TERMS, _TERM):
        yield Hit(hit.id, hit.start, hit.end, hit.strength, hit.rule, About.ACTION)
    text = reading.text
    for match in _PRICE.finditer(text):
        left, right = widened(text, *match.span())
        yield Hit(TERMS, left, right, 0.84, "terms.price", About.ACTION)
    for one in amounts(text):
        if one.kind == "yuan" and (
            one.value >= 20 or re.search(r"收|加|补|付|费", text[max(0, one.start - 6) : one.start])
        ):
            left, right = widened(text, one.start, one.end)
            yield Hit(TERMS, left, right, 0.62, "terms.sum", About.ACTION)


# --- fit

_GOOD = "行|好|合适|顺手|顺|成|妥|妥当|中|可以|满意|如何|怎么样|咋样|方便|合(?:您)?(?:的)?(?:意|心意|胃口)|舒服|对路|要得|得|合您|可行|够|习惯|踏实|能接受"
_ASK = (
    said("suits", 0.84, rf"(?:{YOU}(?:们|家)?(?:看|觉得|觉着|瞧|瞅|说|睇|感觉|认为|听着|琢磨|看看|觉)|(?:这样|这么|这个|这套|按这|照这|如此|上面)[^，。！？,!?]{{0,8}}|(?:安排|排法|方案|规划|计划|时间|频次|频率))[^。！？!?]{{0,20}}?(?:{_GOOD})(?:吗|么|嘛|不(?!了|好|用)|没|否|伐|呢|啊|[？?])|(?:这样|这么|这个)[^，。！？,!?]{{0,8}}(?:能|会|可)[^，。！？,!?]{{1,10}}(?:吗|不)|(?:{_GOOD})(?:不(?:行|好|合适|顺|成|妥|中|可以|方便)|吗|伐)(?=[？?，。,]|$)",
         before=r"(?:续|不)[^，。]{0,3}", after=r"^[^，。]{0,3}(?:续不续|都行|都可以再)"),
    said("which", 0.78, rf"{YOU}(?:看|觉得|想|更?(?:愿意|喜欢|倾向)|说|瞧)[^，。！？,!?]{{0,8}}(?:哪(?:种|样|个|条|天|边|款|一种|里|儿|块)|几(?:次|点|时)|怎么(?:排|调|改|弄|安排|换))[^，。！？,!?]{{0,8}}(?:[？?]|$|(?=[，。,]))"),
    said("what_to_change", 0.84, r"(?:哪(?:里|儿|条|块|项|一[条项块处]|个(?:地方|环节|时间)|些(?:地方)?|样|处)|有(?:没有|啥|什么|无|哪些)|还(?:有|想|缺|要|差)(?:啥|什么|哪|没有)?|(?:啥|什么))[^。！？!?，,]{0,10}(?:改|加(?!微信)|减|添|调|不顺|不合适|不满意|没想到|漏|缺|补|想法|意见|建议|要求|忌口|顾虑|不方便|换|需要|变动|变化|想要|做得不|没做到|提的|顾不到)[^。！？!?，,]{0,8}|(?:要不要|需不需要|想不想|用不用|是否要|是否需要)(?:再)?(?:加|减|换|调|改|增|挪|多|少)[^，。！？,!?]{0,10}|还(?:缺|差|少|想要?)[^，。！？,!?]{0,3}(?:啥|什么|哪)|哪(?:块|条|里|儿|项|样|处)[^。！？!?]{1,14}(?:划|圈|标|指|说一声|告诉|提)[^，。！？,!?]{0,6}|(?:想|要)(?:怎么|如何)(?:改|调|排|变|安排)",
         before=r"(?:不管|无论)[^，。]{0,4}", after=r"^[^，。]{0,4}(?:都行|都能)"),
)  # fmt: skip
_ADJUST = (
    said("can_change", 0.8, r"(?:可以|能|也行|也成|也可|可|随时|允许)(?:再|随时|给您|帮您|先|都|单独|按)?[^，。！？,!?]{0,6}(?:改(?:成|为|到|期|时间|走|回|天|做|$)?|换(?:成|人|个|一|时间|阿姨|到|掉)?|减(?:成|到|掉|一|次|半|为)?|挪(?:到|后|前)?|缩(?:成|短|到)|降(?:到|成|一)|延(?:后|期|长)|按月|按季|按次|分期|拆成|调(?:整|成|到|换|一下)?|暂停|停(?:一|几|两)|顺延|单(?:加|做|续)|去掉|抽掉|删掉|只(?:做|续|留|签))[^，。！？,!?]{0,8}",
         before=r"(?:不|没|怎么|吗|是否|什么)[^，。]{0,2}", after=r"^(?:不了|吗)"),
    said("fixed_object", 0.82, r"(?:次数|频次|频率|时间|时段|日子|项目|内容|阿姨|人|天数|时长|哪天|钟点|菜单|口味)[^。！？!?]{0,8}(?:都)?(?:能|可以|可|随时|好)[^，。！？,!?]{0,4}(?:改|换|调|挪|减|加|商量着(?:改|来)|动|变)|想换[^，。！？,!?]{1,8}(?:都)?(?:能|可以|行)"),
    said("if_then", 0.8, r"(?:嫌|觉得|要是|如果|若|万一|不合适|用不上|用不完|忙|不方便|紧|超|不想|怕|想)[^。！？!?]{0,14}?(?:就|可以|也能|也行|再|那就|，|,|\s)[^。！？!?]{0,10}?(?:改(?!善|进)|换成|换(?:一|个|到|人|时间)|减(?:成|到|一|掉|半)|挪|缩|降到|降成|按月|按季|按次|先(?:签|续|做|试|按|两)|暂停|停一|顺延|单做|只做|只续|去掉)[^，。！？,!?]{0,10}",
         before=r"(?:去年|上次|当时)[^，。]{0,4}"),
    said("also_fine", 0.64, r"(?:分[两二三四]?(?:期|笔|次)[^，。]{0,2}|单[^，。]{1,6}|删掉|去掉|拿掉|换[^，。]{1,6}|改[^，。]{1,6}|减[^，。]{1,6}|只[^，。]{1,6}|周[一二三四五六日][^，。]{0,6}|礼拜[^，。]{1,8})(?:也行|也成|也可以|也中|也空着|也有空|也能排|都行|都空着)|(?:先|就)一个?月一个?月(?:地)?(?:续|签|来)|(?:不凑手|不合适|不方便|排不开)[，,]?[^，。！？,!?]{0,6}(?:也|可以|换|改|挪|还有)[^，。！？,!?]{0,6}|分[两二三四](?:期|笔|次)(?:交|付)[^，。！？,!?]{0,3}"),
    said("instead", 0.74, r"(?:先别|不用|不必|不一定(?:要)?|别)(?:急着)?(?:签|续)(?:一?整?年|[一二两三]年|满|那么长|这么久|太久)[^。！？!?]{0,8}(?:按月|按季|半年|三个月|先|单次|一个月)[^，。]{0,6}|(?:要不|不然|或者|或|也可以|也能|还可以|也行)[^，。！？,!?]{0,3}(?:改|换(?:成)?|减|挪|按月|按季|按次|半年|先(?:签|续|做|试)|三个月|单次|两周|半月|一个?月|周[一二三四五六日])[^，。！？,!?]{0,10}|(?:一周|每周|一月|一个月|两周|半月)[^，。！？,!?]{0,2}[一二两三四](?:次|回|趟)?[^，。！？,!?]{0,4}(?:改|减|降|换)(?:成|到|为)[^，。！？,!?]{1,10}|改(?:成|为)?(?:两周|半月|一个?月|隔周|双周)[一二两]?(?:次|回|趟)"),
)  # fmt: skip


def _hit(
    reading: Reading, rubric_id: str, clause: Clause, strength: float, rule: str, about: About = About.BARE
) -> Hit:
    left, right = widened(reading.text, clause.start, clause.end)
    return Hit(rubric_id, left, right, strength, rule, about)
