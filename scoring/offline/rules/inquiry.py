"""Rules for an inquiry: probe, candour, commitment, choice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from scoring.offline.amounts import amounts
from scoring.offline.echo import Echo
from scoring.offline.hits import Hit
from scoring.offline.reading import Clause, Reading
from scoring.offline.rules.grounds import grounds
from scoring.offline.rules.leave import leaves_it
from scoring.offline.rules.wording import YOU, find, said, widened
from scoring.offline.times import TimeShape, TimeSpan, times
from scoring.reply import About

HEARD = "probe.heard"
QUESTION = "probe.question"
PURPOSE = "probe.purpose"
ANSWER = "candour.answer"
LIMIT = "candour.limit"
BASIS = "candour.basis"
PROMISE = "commitment.promise"
BOUND = "commitment.bound"
FALLBACK = "commitment.fallback"
OPTIONS = "choice.options"
COMPARE = "choice.compare"
FREE = "choice.free"

_SURE = 0.5


def hits(reading: Reading) -> Iterator[Hit]:
    """Yield what the reply shows of the twelve checks of an inquiry."""
    asked = _question_clauses(reading)
    yield from find(reading, HEARD, _HEARD)
    yield from _echoed(reading, asked)
    yield from _questions(reading, asked)
    purposes = list(find(reading, PURPOSE, _PURPOSE))
    yield from purposes
    commitments = list(_commitments(reading))
    yield from commitments
    told = [
        (hit.start, hit.end)
        for hit in (*purposes, *commitments)
        if hit.strength >= 0.6 and hit.id in (PURPOSE, PROMISE)
    ]
    yield from _answers(reading, asked, told)
    yield from find(reading, LIMIT, _LIMIT)
    yield from grounds(reading, BASIS)
    options = list(find(reading, OPTIONS, (*_OPTIONS, *_ALTERNATIVE)))
    yield from options
    yield from _compared(reading, options)
    yield from leaves_it(reading, FREE)


# --- probe

_WORRY = "担心|担忧|怕|在意|在乎|顾虑|操心|想问|问的|不放心|犯愁|发愁|纠结|介意|看重|讲究|想知道|想了解|犯嘀咕|拿不准|打鼓|心里没底|关心|忌讳|头疼|烦的|要的是|图的|舍不得|心疼|着急|急着|为难|犹豫|惦记|忙不过来|信不过|想要的|想找|想要|希望|指望|盼着|嫌"
_HEARD = (
    said("worry", 0.8, rf"{YOU}(?:这是|其实|主要|最|是|也|心里|真正|无非|多半|大概|就是|说到底|家里?|现在|还|更|可能|刚才?|特别|听[^，。]{{0,6}}|问(?:这|的)?[^，。]{{0,4}}|的意思是)?(?:是|最|就)?(?:{_WORRY})[^。！？!?]{{2,}}?(?=[，。,\n]|$)",
         before=r"(?:不|别|没|要是|如果|看|请问|想问|问下|问一下|了解|除了)[^，。]{0,4}", after=r"^(?:什么|啥|哪)"),
    said("worry_noun", 0.8, r"(?:这个|这种|有这|有此|您这|您的|这份)?(?:顾虑|担心|担忧|疑虑|疑问|心思|小心|谨慎)(?:也|真|太|确实|完全|很|特别|实在|一点|都|是|可以|挺|再)?[^，。！？,!?]{0,3}(?:正常|应该|有道理|理解|对的?|实在|有必要|在理|合理|不过分|不多余)"),
    said("split", 0.82, r"(?:其实|这里头?|里头|里面|您问的|您这|这)?(?:(?!我们|阿姨|师傅|套餐|流程|收费|价格)[^，。！？,!?]){0,6}(?<!们)(?:是|分|有|拆成?|分成|分作|包含|含着|牵涉)(?:了|着|成|开)?(?:[两二三2-3])(?:件|个|块|层|摊|桩|头|笔|种情况|方面|个方面|个问题|步)(?:事|问题|意思|来看|来说|讲|看)?|一(?:个)?是[^。！？!?]{1,24}[，,、；;]\s?(?:二|另一?个?|再一个|还有一个)是|拆开(?:来)?(?:说|讲|看|答)|一样(?:一样|样)(?:说|答|讲)|(?:先|头一(?:件|个))说[^，。]{1,12}[，,；;。]再说",
         before=r"(?:我们|阿姨|师傅|套餐|流程|收费|价格)[^，。]{0,6}"),
    said("said", 0.75, rf"(?:听{YOU}|刚{YOU}|{YOU}(?:刚才?|刚刚|前面|上面|一开始))(?:这么|这样)?(?:说|讲|提)(?:的|到|过|起|了)?[^，。！？,!?]{{3,}}"),
    said("right_to_ask", 0.8, r"(?<!您)(?:请人|找人|请阿姨|进家|进门|孩子|宝宝|娃|老人|钥匙|外人|生人|不认识|头一回|第一次|贵重|这么大|家里)[^。！？!?]{0,12}?(?:是得|是该|是要|是应该|确实[要得该]|当然[要得]|就得|就该|肯定[要得]|理应|可得)[^，。！？,!?]{0,4}(?:打听|问|挑|看|了解|比|选|琢磨|掂量|把关|考察|摸[清个])[^，。！？,!?]{0,4}"
         r"|(?:多|细|仔细)?(?:问|打听|了解|看|比|琢磨|考察)(?:上|得)?(?:几[句遍个]|[两一]句|打听|细|清楚|仔细|明白|问|多)[^，。！？,!?]{0,3}?(?:太|都|也|才|很|完全|绝对)?(?:是)?(?:应该|应当|该|没错|对|在理|没毛病|有道理|正常|稳妥)(?:的|了)?(?=$|[，。！？,!])",
         before=r"我们|(?:不|没|别)[^，。]{0,3}", after=r"^[^，。]{0,2}(?:没用|再来|吗)"),
    said("plain", 0.78, r"(?:确实|的确|真是|可真|搁谁|换谁|谁家|谁都|任谁|换我|换作|当[妈爸爹娘]的|做[父母]|长一个样|难怪|怪不得|哪能|可不|是得|也难为)[^，。！？,!?]{0,14}(?:马虎|愁|怕|烦|累|慌|含糊|记混|弄混|难免|头疼|打鼓|嘀咕|多问|多想|留[^，。]{0,3}心|当心|小心|谨慎|担心|顾不过来|够呛|够受|不放心|发毛|心疼|问清|防着|多个心眼)|(?:马虎不得|大意不得|含糊不得|不能含糊|不能马虎|够(?:您|你)[^，。]{0,3}(?:忙|累|愁|受)|够(?:呛|累|愁)|(?:有|是)(?:点|些)?(?:不容易|辛苦)|伤脑筋|两头(?:忙|跑|难)|心里(?:打鼓|没底|犯嘀咕|不踏实|发毛))"),
)  # fmt: skip

_ASKS = re.compile(
    r"(?:上次|上回|最近一次|头一次)[^，。]{0,10}(?:什么时候|哪天|啥时候)|多大(?!的?(?:事|关系|问题))|多少(?!有点|都|会)|几(?=[个口平岁楼层间台扇月只条次位张点遍年件户把人房室成])|哪(?=[块间里个种些样几类方头一款儿边])|什么(?!都|时候|也)|啥(?!都|也|时候)|怎么(?=住|用|打|洗|安排|分|做的|处理|弄的)|(?:是|要|想|住|做|有|养|偏)[^，。！？,!?]{1,10}(?:还是|或者是?)|有没有|养没养|(?P<a>[用住养试做洗装带会吃请有是])[不没](?P=a)|是不是|会不会|多久|多长|多高|吗|没有?(?=[？?]|$)|呢(?=[？?]|$)"
)
_ASKS_INTRO = re.compile(
    r"(?:想|先|再|跟您|向您|请教|麻烦|冒昧)?(?:请问|想问|问一?[下句声]|问您|问两句|打听|了解(?:一下|下|几)|请教|核对一下|确认(?:一下|下)|说说|讲讲|告诉我|透个底)"
)
_TOPIC = re.compile(
    r"面积|平(?:米|方|的)?|户型|房|厅|卧|厨|卫|窗|阳台|楼|电梯|墙|地(?:板|砖|面|垫|毯)|木|石|砖|玻璃|柜|衣|床|沙发|油|垢|霉|味|胶|漆|锈|水|灰|毛|装修|开荒|入住|搬|宝宝|孩子|娃|小朋友|老人|爸|妈|父|母|伯|叔|婆|公|奶|爷|大人|家里|家人|几口|人口|住|孕|月子|过敏|哮喘|病|药|皮肤|猫|狗|宠|养"
    r"|空调|油烟机|冰箱|洗衣机|热水器|机|牌子|型号|台|用过|试过|做过|洗过|请过|上次|上回|之前|以前|多久|多长|频率|一周|每周|每天|平时|习惯|口味|忌口|吃|饭|菜|辣|预算|侧重|主要|重点|着重|偏|在意|在乎|担心|不放心|最|想解决|要求|讲究|希望|需要|打算|想做|想请|请(?:阿姨|人)|打扫|带|照顾|陪|睡|白天|夜里|全天|长期|短期|单次|做什么|干什么|用来|种|类|块|情况|反应|材质|颜色|尺寸|多少件|多少箱|远|停车|发票|抬头|个人|公司|单位|途|目的|哪"
)
_NO_PROBE = re.compile(
    r"到底[^，。]{0,4}(?P<v>[请买办签续要做定来去])不(?P=v)|^(?:那)?(?:您|你)?(?:还|到底|现在|今天|究竟|这|就说)?(?P<w>[请办签续定买要])不(?P=w)(?:请|办|签|续|定|买|要)?(?:了|嘛|啊|呀|呢|吧)?$|还有(?:什么|啥|别的|其他|哪些?)?[^，。]{0,4}(?:可以|能|需要)[^，。]{0,4}帮|(?:为|帮)您(?:做|服务|效劳)|贵姓|怎么称呼|方便(?:吗|不)|(?:行|好|可以|成|中|对|懂|是|明白|知道|满意)(?:吗|么|不|吧)|什么时候|啥时候|几点|哪天|几号|哪一天|电话|手机号|微信|身份证|号码|地址|门牌|(?:您|你)?(?:看|觉得|考虑)(?:得)?(?:怎么样|如何|咋样|呢)|需要(?:现在)?(?:下单|预约|办|订|安排)|要不要(?:办|买|订|下单|现在|帮您|给您)|选哪|挑哪|哪(?:种|个|样)(?:合适|好|方便|划算)"
    r"|(?:他|她|它|谁)(?:是|有)?[^，。]{0,3}(?:证据|说的)|谁(?:说|能|敢|会|家|知道)|哪(?:有|能|会|家|里(?:有|会|能|就|都))|怎么(?:可能|会|能)|难道|何必|何苦|不就|又(?:怎|能|不)|凭什么|算什么|有什么(?:好|可|关系|大不了|问题)|什么的|怕什么|想什么|说什么|急什么|没什么|干嘛|找谁|是吧|对吧|工资|收入|离婚|单身|存款"
)


def _question_clauses(reading: Reading) -> list[Clause]:
    """Clauses that ask in earnest, not only stand in a sentence that does."""
    found: list[Clause] = []
    unmarked = not re.search(r"[？?]", reading.text)
    for clause in reading.clauses:
        mark = reading.text[clause.end : clause.end + 1] in ("？", "?")
        if mark or (
            _ASKS.search(clause.text)
            and not _LISTED.match(reading.text, clause.end)
            and (_marked(reading, clause) or (unmarked and _unmarked(clause)))
        ):
            found.append(clause)
    return found


def _marked(reading: Reading, clause: Clause) -> bool:
    sentence = reading.sentence_text(clause.sentence).rstrip()
    asks = sentence[-1:] in ("？", "?")
    return (asks and clause.end + 14 > reading.sentence_starts[clause.sentence] + len(sentence)) or bool(
        re.search(r"(?:吗|(?<!着)呢|(?<![什怎那这])么|(?:有[^，。]{1,8}|过|了)没有)$", clause.text)
    )


def _unmarked(clause: Clause) -> bool:
    text = clause.text
    if re.search(r"都(?:是|能|行|可以|会|有|没)|也(?:是|能|行|可以|成|没)", text):
        return False
    return bool(_ASKS_INTRO.search(text)) or bool(
        re.match(
            rf"(?:{YOU}(?:家|们|那|屋|这|平时|一般|现在|是|先|大概|主要|想|打算|有)?|家里|屋里|房子|宝宝|孩子|老人)",
            text,
        )
        and re.search(r"多大|多少|几[个口平岁楼层间台]|哪[块间种些]|什么(?!都|也)|啥(?!都|也)|有没有|还是", text)
    )


# A question word that only names a field or goes on to a statement.
_LISTED = re.compile(r"、[^，。]{0,12}都|[，,][^，。]{0,6}都(?:是|行|可以)")
_ALTERNATIVES = re.compile(r"还是|或者|(?P<a>[\u4e00-\u9fff])[不没](?P=a)|得[^，。]{1,2}不|不(?=[？?]|$)|没(?=[？?]|$)")


def _questions(reading: Reading, asked: list[Clause]) -> Iterator[Hit]:
    for clause in asked:
        text = clause.text
        if clause.quoted or (
            _NO_PROBE.search(text)
            and not re.search(
                r"多大|多少平|几[个口平岁]|哪块|哪间|(?:上次|上回|最近一次|以前|头一次)[^，。]{0,10}(?:什么时候|哪天|啥时候)",
                text,
            )
        ):
            continue
        form = _ASKS.search(text) or _ALTERNATIVES.search(text)
        intro = _ASKS_INTRO.search(text)
        topic = _TOPIC.search(text)
        if form and topic:
            strength = 0.88 if intro or form[0] not in ("吗", "呢", "没有") else 0.75
        elif (topic and intro) or (form and form[0] not in ("吗", "呢")):
            strength = 0.66
        else:
            strength = 0.35
        left, right = widened(reading.text, clause.start, clause.end)
        yield Hit(QUESTION, left, right, strength, "question.form" if form else "question.mark")


_NOT_HEARD = re.compile(
    r"我们|我(?!懂|明白|听|知道|理解)|咱们?(?=的|这)|阿姨(?!不|专)|师傅|公司|本店|可以|能(?!不)|不(?:含|用|会|收|超)|都(?:做|有|会|能)|[0-9]|收费|放心|不用|按|建议|推荐|适合|如果|要是|先|直接|办|下单|套餐|贵(?:一|是|在)|要看|每|发|见"
)


def _echoed(reading: Reading, asked: list[Clause]) -> Iterator[Hit]:
    """A statement near the start that gives back the customer's own words before it answers or asks."""
    # Only the customer's words: what the scene alone tells is no answer to a question.
    echo = Echo(replace(reading, reply=replace(reading.reply, scene="", facts=())))
    asks = {clause.start for clause in asked}
    for index, clause in enumerate(reading.clauses[:4]):
        if clause.start in asks or clause.quoted or len(clause.text) < 4:
            continue
        shared = echo.shared(clause.start, clause.end)
        if shared < 2 or _NOT_HEARD.search(clause.text):
            continue
        feels = bool(
            re.search(
                r"哪敢|哪能|谁都|当[妈爸爹娘]的|堵|够|那么?细|确实|难怪|怪不得|是该|是得|不容易|愁|怕|担心|辛苦|真|可|又|还|换谁|搁谁|难免|难怪|应该|正常|理解|明白|懂|听",
                clause.text,
            )
        )
        strength = 0.72 if feels and shared >= 2 else 0.6 if shared >= 4 and index < 2 else 0.35
        yield Hit(HEARD, clause.start, clause.end, strength, "heard.echo")


_PURPOSE = (
    said("depends", 0.82, r"(?:主要|全|都|得|要|还|就|这|那|先|关键|价(?:钱|格)|费用|时间|这个|也)(?:得|要|先)?看(?!情况|看|得|到|过|着|了|您方便|一下|病|照|吧)[^，。！？,!?]{1,}|取决于|(?:价(?:格|钱)|费用|时间|人手|做法|药水)[^，。！？,!?]{0,3}(?:也)?(?:跟着|会|就)(?:变|不同|不一样|上去|涨|加)|(?:和|跟|与|同)[^，。！？,!?]{1,8}(?:是)?(?:两码事|两回事|不是一回事)|(?:跟|和|与)[^，。！？,!?]{1,14}(?:有关|相关|挂钩)|视[^，。]{1,10}(?:而定|来定)|因[^，。]{1,6}而异|牵涉到|关系到",
         before=r"(?:您|你|再|去|来|能|可以|随时|点开|不|过来|上门|当面|现场)"),
    said("differs", 0.8, r"(?:不同|不一样|多少|大小|厚薄|新旧|远近|高低|轻重|年龄|品牌|型号|材质|面积|工种|[^，。！？,!?]不[^，。！？,!?])[^。！？!?；;]{0,14}(?:(?:也|都|就)?(?:不(?:一样|同|太一样)|两样|两码事|两回事|不是一回事|各(?:走|有)各)|差(?:很|挺|蛮|不少|得?多|一截|好多|别|大)|影响)|(?:两种|两样|这两|这几样|这几个|几样)[^，。！？,!?]{0,6}(?:差|不同|不一样)",
         before=r"(?:跟|和|与|比)(?:别|人家|其他|外)[^，。]{0,8}"),
    said("fits_by", 0.75, r"(?:我|我们|阿姨|师傅|好|才|这样)?(?:得|要|会|再|好)?(?:按|照|根据|依)(?:这个|这些|您说的|您的|您家|实际|它|面积|情况|年龄|材质)[^，。！？,!?]{0,8}(?:算|定|挑|估|配|安排|报|派|选|推荐|调|排|说|来)"),
    said("so_that", 0.78, r"(?:我|我们)?(?:才|也)?(?:好|才好|才能|才敢|方便我|以便|好让我|好帮您|我好|才知道)(?:决定|定|判断|说|给您(?:说|讲|报|估|算|配|派|推荐|挑|安排|匹配)|估|配|派(?!单)|算|推荐|报(?:价|得准|个)|选|匹配|讲|对症|挑|答|安排|帮您)[^，。！？,!?]{0,10}|(?:问|了解|知道|弄清楚|搞清楚|清楚)(?:了)?(?:这个|这些|这|一下)?(?:是)?(?:因为|为了|我才|才|就能|，?我好)|(?:不然|否则|免得|省得)[^，。！？,!?]{0,4}(?:容易|会|怕|要|报|给|让|把)?[^，。！？,!?]{0,4}(?:多花|报高|报错|报得|说不准|推荐错|买错|白花|派错|浪费|冤枉)",
         before=r"(?:不|没)"),
    said("why_ask", 0.8, r"(?:所以|因此)(?:我)?(?:想)?(?:先|得|要)?(?:跟您|向您)?(?:问|了解|确认)|问(?:您)?这(?:个|些|几句)?[^，。]{0,4}(?:是|不是|因为|为)|(?:这|哪个|哪种|答案)[^，。！？,!?]{0,10}(?:决定|影响)(?!权)"),
)  # fmt: skip

# --- candour

_MEASURE = re.compile(
    r"(?:[0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九十百千半几]+)(?:来|多|几)?\s?(?:个)?(?:半)?(?:元|块|毛|平(?:米|方)?|微克|度|毫升|克|瓦|小时|钟头|钟|分钟|天|周|年|月|次|遍|趟|道|步|人|位|台|间|层|倍|成|点|桶|瓶|%|种|级|岁|米|厘米|斤|公斤|页)|百分之"
)
_MATTER = re.compile(
    r"用的(?:是|都是)?|(?:采用|选用|使用|走|付|扣|收|算|含|包|不含|不带|没有镜头|不装|配)[^，。！？,!?]{1,}|先[^，。！？,!?]{1,14}(?:再|后|才)|(?:再|然后|最后|接着)[^，。！？,!?]{2,}|第[一二三]步|(?:在|从|到|通过|用)[^，。！？,!?]{0,4}(?:小程序|微信|app|公众号|官网|柜台|门店|平台)|都(?:做|会|有(?!的|人|谱)|能|要|得|经过|学)|不(?:做|接|用|收|会|能|进|拍|碰|存|传|开|翻|留|是)|只(?:做|进|用|收|拍|存|留|是|能|开|看)|贵在|因为|是(?:按|指|靠|用|从|我们自|中性|酸性|碱性)|培训|考试|考核|上岗|押|保险|赔|退|取消|提前|通风|开窗|擦|拖|洗|消毒|清水|抹布|滤|泡|喷|晾|冲|吸|刷|按(?!时|照|个|您|这|那|面积|揭)|点开|拧|插|拨|的就(?:是)?|签|开(?:票|具|发票)|发票|抬头|体检|背调"
)
_YES_NO = re.compile(
    r"(?:^|[，,。！!\s])(?:能(?!不|否|帮|告|说)|可以的?|不行|不能|不可以|行(?=[，,。的])|是的?(?=[，,。])|不是|没有|会的?(?=[，,。])|不会(?=[，,。])|有的?(?=[，,。])|对(?=[，,。])|用不着|不用)"
)
_PUFF = re.compile(
    r"放心|终身|无忧|(?:十几|多|几十)年了|没出过|满意|专业(?!不|的证|证)|口碑|保证|一定(?:让|会)|绝对|肯定|百分|最好|金牌|第一|优质|素质|贴心|正规|靠谱|便宜得很|很守时|都有的|没问题|尽快|马上|稍后|安排|会有人|联系您|欢迎|感谢|谢谢|祝您|您好|为您服务|没关系|不急|办(?:年卡|会员|卡)|年卡|下单|定金|抢手|名额|后悔|打折|优惠|送您|打?[一二三四五六七八九][五]?折(?=[，。！,!]|$)|给[您你](?:再)?(?:便宜|优惠|减|少算|抹)|快定|要就快|别家|外面|人家|国家|证据|投诉|婴儿都能|想多|瞎操心|瞎|又能|微信转|转我|私"
)
_WILL = re.compile(
    r"我(?!们(?:的|用|家|自家|是|按|只|都|不|这|收|有|做|现|先|执))[^，。！？,!?]{0,12}(?:发|拍|寄|打|回|问|查|去|过[去来]|拎|带|约|拉)|发(?:给)?您|回您|给您(?:发|回|打|寄)"
)
_MINE = re.compile(r"您(?:家|是|最|想|平时|说|要是|问|担|怕)|宝宝现在|听到|难怪")


def _answers(reading: Reading, asked: list[Clause], told: list[tuple[int, int]]) -> Iterator[Hit]:
    """A statement with something in it: a figure, a stuff, a step, a yes or no that says what."""
    asks = {clause.start for clause in asked}
    points = [span for span in times(reading.text) if span.shape in (TimeShape.POINT, TimeShape.VAGUE)]
    sums = (
        [(one.start, one.end) for one in amounts(reading.text)] if re.search(r"[元块¥]|[0-9百十]", reading.text) else []
    )
    echo = Echo(reading)
    busy = {clause.sentence for clause in asked} | {clause.sentence - 1 for clause in asked}
    for clause in reading.clauses:
        text = clause.text
        if clause.start in asks or clause.quoted or len(text) < 3:
            continue
        figure = _figure(text, clause, points) or any(clause.start <= start < clause.end for start, _ in sums)
        matter = _MATTER.search(text)
        plain = _YES_NO.search(text)
        score = 0.36 * bool(figure) + 0.27 * bool(matter) + 0.2 * bool(plain) + 0.2
        if matter and echo.shared(clause.start, clause.end) >= 2:
            score += 0.08
        if not asked:
            score += 0.05
        if clause.sentence in busy and not figure:
            score -= 0.12
        if _PUFF.search(text):
            score -= 0.4
        if _WILL.search(text) or _MINE.match(text) or any(a < clause.end and clause.start < b for a, b in told):
            score -= 0.25
        if score > 0.25:
            left, right = widened(reading.text, clause.start, clause.end)
            yield Hit(ANSWER, left, right, min(score, 0.86), "answer.substance")


def _figure(text: str, clause: Clause, points: list[TimeSpan]) -> bool:
    for match in _MEASURE.finditer(text):
        start = clause.start + match.start()
        if not any(span.start <= start < span.end for span in points):
            return True
    return False


_HARM = "氯|甲醛|香精|酸|碱|酒精|荧光|磷|毒|苯|防腐|刺激|添加|隐形|额外收费|摄像|镜头"
_LIMIT = (
    said("cannot", 0.84, r"(?:^|(?<=[，。]))(?:不行|不可以|办不到|做不到)的?(?=[，。,])|(?:做|去|洗|擦|杀|刷|刮|吸|压|改|够|盖|测|管|顶|扛|防|抹|拆|搬|连|除|淡|修|赶|达|办|满足|答应|承诺|查|给|保证|接)(?:不(?:了|掉|净|到|下来|干净|完|动|成|出来|彻底|透|牢|全|住|准(?!备)))|(?:一律|从来|从|绝|坚决|概|向来)不(?:碰|用|接|做|上|开|给|收现金|允许|卖|加)|(?:不敢|不能|没法|没办法|无法|不好|难)(?:跟您|给您|向您)?(?:打包票|保证|说死|承诺|讲|断言|打保票|说满|确定|全|做到|百分)|不保证|不承诺|(?:只能|顶多|至多|最多)(?!退|赔|赶)[^，。！？,!?]{2,}|做不到|搞不定|不接(?!受您)|不做(?!假|手脚|也|的话)(?=[^，。]{0,8})|(?:不|从不)(?:用|碰|给|加|上)(?:强酸|强碱|[^，。！？,!?]{0,4}(?:酸|漂白|除垢王))|红线|禁用|不允许用|上限",
         before=r"(?:跟|和|还是|如果|要是|万一|谁家|不会|没有|哪有|怕|担心|若|除非|不存在|什么都)", after=r"^(?:就|的话|我们|给您|您)?(?:退|赔|免|全额|重做|不收|包)"),
    said("unknown", 0.86, r"(?:这个|这|具体|我|现在|目前|暂时|一时|还|也|真|得|价格)?[^，。！？,!?您你]{0,6}(?:说不准|说不好|说不上来|不清楚|不确定|拿不准|不知道|不太懂|不了解|没把握|答不上来|吃不准|没(?:有)?(?:个)?(?:准(?:数|话|信)?|数|底(?!细|薪)|谱|定论)|不敢(?:乱|瞎|随便|胡)(?:说|讲|答))|(?:得|要|需要)(?:去)?(?:问(?:一?下|清|过|问)?|请教|请示|查(?:一?下|过|清))[^，。！？,!?]{0,6}(?:才|再|仓库|师傅|主管|财务|厂家|技术)",
         before=r"(?:您|你|客户|是不是|怕|谁|让您)(?:也|还|要是|可能)?", after=r"^(?:您|你)"),
    said("extra", 0.82, r"(?:另|另外|单独|额外)(?:算|收|计|付|加钱|加收|收费|计费|有费用)|不(?:含|包含?|包括|在[^，。]{0,6}(?:里|内))(?!" + _HARM + r")[^，。！？,!?]{0,8}|(?:要|得|需要?|会)(?:另|加|收|付|多)(?:收|付|掏|出|花|加)?[^，。！？,!?]{0,4}(?:费|钱|[0-9一二两三四五六七八九十百]+(?:元|块))|自备|自理|超(?:了|出|过|时)[^，。！？,!?]{0,8}(?:加|算|收|补)|起步价?|有(?:门槛|最低)|押金",
         before=r"(?:不|没有?|绝不|不会|无|不用)(?:您)?", after=r"^(?:的)?(?:一分)?(?:不收|不要|没有)"),
    said("dear", 0.84, r"(?:比|较)[^，。！？,!?]{1,12}(?:贵|慢|高|麻烦|多[花出])|(?:慢|贵|麻烦|费事|费时|久)(?:一?些|一?点|着呢|得多)|(?:得|要)(?:多)?(?:等|花|耗|跑)[^，。！？,!?]{0,6}(?:天|小时|钟|分钟|周|趟|钱|块)|(?:是|确实|的确|稍微?|会|略|要)(?:是)?(?:有点|有些)?(?:贵|慢|麻烦|偏高)(?!得|在哪)|贵(?:一点|一些|些|点|一截|三成|两成|[0-9一二三])",
         before=r"(?:不|没|嫌|觉得|怕|是不是|怎么|为什么|您说|说)", after=r"^(?:吗|[？?]|有贵的道理)"),
    said("drawback", 0.8, r"(?:不过|但是?|可是?|只是|就是|缺点|坏处|毛病|短处|不足|美中不足|弊端|代价|前提)[^。！？!?]{0,12}?(?:慢|有点|有些|会(?!尽|给|让|帮|提前|赔|按|主动)|要(?!是)|得(?!到|很)|不(?!用|会|收|过|急|要钱|妨|影响|必)|没(?!问题|关系|事)|贵|少|只|限|难|留|响|吵|味|误报|偶尔|残留|等)[^，。！？,!?]{0,12}|有时(?:候)?(?:也|还)?会[^，。！？,!?]{1,}|难免|免不了|多少(?:会|有|还)|偶尔(?:也)?会?",
         before=r"(?:您|要|我|谁都?|人人|谁也)(?:也)?"),
    said("frank", 0.78, r"(?:实话|老实|坦白|说实在|丑话|不瞒您|瞒不了|直说|(?:得|要)?先(?:讲|说)(?:明|清楚|好|在前)|讲真|实事求是|交个底|说句实)(?![^。！？!?]{0,14}(?:放心|最好|第一|没问题|最专业|优惠|口碑))[^。！？!?]{2,}|(?:这个?|这点|这|也)?(?:我)?(?:就|也)?(?:不瞒|不哄|不骗|不糊弄)(?:着)?(?:您|你)(?=$|[，。！？,!])", before=r"(?:绝|从来?|保证)"),
    said("not_all_yet", 0.82, r"(?:有[一两三几]?(?:小)?(?:部分|些|个别|个|位|批|成)|个别|少数|部分|[两三几]位|[一二三两四五六七八九]成)[^，。！？,!?您]{0,12}?(?:还没|没有?(?!问题|事|差评|投诉|人)|不会|没学|没考|没带过|没做过|不熟|不太会|用不来|生疏)[^，。！？,!?]{0,10}|(?:证|考试|培训|体检|背调|手续|牌照|功能|设备|人手)[^，。！？,!?]{0,4}还没(?:换|补|考|培训|学|通过|拿到|到位|满|开通|装|配齐|办|下来|做|齐)[^，。！？,!?]{0,6}", before=r"(?:不|没)", after=r"^[^，。]{0,2}[？?]"),
    said("was_complained", 0.82, r"(?:有|收到过|接到过)(?:过)?(?:[一两三几]?(?:个|位|家)?)(?:客户|顾客|用户|人|业主|家长|雇主|老客户)[^，。！？,!?]{0,4}(?:反映|投诉|抱怨|嫌|提过?(?:意见)?|吐槽|差评|说(?:过)?[^，。]{0,6}(?:不|没|慢|晚|差|贵))(?:过)?[^，。！？,!?]{0,14}|(?:以前|之前|去年|曾|也|确实|的确|真)(?:也)?(?:出|发生|有)过[^，。！？,!?]{1,12}(?:的(?:事|情况|问题|差错|岔子)|差错|岔子|纠纷|投诉)|(?:正在|还在|这块(?:我们)?(?:还)?在|一直在)(?:改(?!成)|补|整改|完善|练|加强)(?:的)?(?:地方|这块|呢|进)?(?=$|[，。！,!])", before=r"(?:从来?)?(?:没|未|不)[^，。]{0,2}", after=r"^[^，。！？]{0,6}(?:好评|很好|满意|表扬)"),
    said("not_that", 0.72, r"不(?:是|算|等于|代表|属于)(?:什么)?(?:国标|国家|官方|强制|医疗|治疗|专业机构|全部|万能)[^，。！？,!?]{0,8}|别的(?:我)?(?:不敢|不能|没法)|只(?:能)?(?:说明|代表|管|测|反映)[^，。！？,!?]{2,}|不是[^，。]{1,8}都(?:能|行|可以)"),
)  # fmt: skip

# --- commitment

_DOES = r"[发寄送拍写列传挑排][^，。！？,!?您你]{1,14}给(?:您|你)|传(?:给|到|您|你)|转(?:给|到)(?:您|你)|捎|刮|泡|缠|贴(?!心)|核给|告诉(?:您|你)|教(?:会)?(?:您|你)|给(?:您|你)(?:看|瞧|讲|说)|发(?:给|到|您|你|过去|份|一份|个|条|一条|几张|张|短信|微信)|拍(?!卖|板|着|手|胸|马)|拉[^，。]{0,1}视频|寄|送(?:到|上|去|过去|样)|带(?!来|了不便|孩|娃|宝)|拎|扛|背着|约(?!束|定)|拉(?:个|一个|群|您)|开(?:个)?视频|签(?!过|了|名)|排(?:上|好|给|一|到)|派|量(?!大|少)|测|估|列|写(?!错)|打印|出(?:一份|个|具|份)|做(?:一份|个表|份|张)|回(?:电|您|你|个|复|话|信)|打(?:给|电话|过去|过来)|问(?:清|明|好|一下|准|到)|记(?:下|在|进|到|上|着)|备注|登记|留(?:着|出|给|好|一|位)|换(?:一|上|成|鞋|个|三|两|人)|重做|返工|试(?:做|一|擦|洗)|陪|教|演示|铺|穿(?:上)?鞋套|戴|锁|提前|准点|准时到|到(?:门口|您|点|场|家)|上门|过[去来]|去(?=[您看量测问查拍拿仓])|讲给|整理|准备|挑(?:两|三|几|出)|匹配|把[^，。！？,!?]{1,12}(?:发|拍|给|写|留|改|排|记|标|锁|收|送|带|放|列|摆|关|盖)|走之前|擦(?:一块|给)|贴|标(?:出|明|好)|核(?:对|实|清)|查(?:清|好|一下|完|到)|申请|通知(?:到)?您|提醒您|安排[^，。！？,!?]{0,8}(?:视频|面试|试|见面|阿姨|师傅|老师|姐|试岗|体验)|交给|盖章|报(?:个|给您|价)"
_PROMISE = re.compile(
    rf"(?:(?P<self>我(?!们这?(?:是|的|家|行|都是|有(?!人)))(?:们)?|俺|咱们?|本人|师傅|阿姨|同事|老师|技师|收纳师|月嫂|店长|主管|店里|[小老][\u4e00-\u9fff]|[\u4e00-\u9fff](?:姐|哥|师傅|工))[^，。！？,!?；;]{{0,14}}?(?:{_DOES}))|(?P<to>(?:给|帮|替|为|跟|陪){YOU}[^，。！？,!?；;]{{0,6}}?(?:{_DOES}|办好|讲|算|试|看))|(?P<thing>(?:发|寄|送|拍|写|列|传|挑)(?!现|生|愁|火|票)[^，。！？,!?您你们]{{1,14}}给{YOU}(?!们家))|(?P<you>(?:发|传|回|寄|拍|送|打|告诉|提醒|通知|报){YOU}(?!的|说))"
)
_NOBODY = re.compile(r"(?:会有人|有人|专人|相关人员|工作人员|客服会|客服人员|后台|系统会)[^，。！？,!?]{0,8}")
_EMPTY = re.compile(r"马上给您安排|尽快|包您满意|让您满意|满意为止(?!前)|为您服务|竭诚|用心|放心")
_NO_PROMISE_BEFORE = re.compile(
    r"(?:如果|要是|假如|等|若|想要|您(?!看中|定[了下]|选[了好中]|挑[了好中]|点头|同意|满意|认可|确认|说好|相中|拍板)|请|麻烦|是不是|没|不(?:能|会|好|敢|让|给)?|可以先?|或者?|也可以?|能|只要|上[次回]|当时|以前|影响|决定|判断|别)[^，。！？,!?]{0,3}$"
)
# «我好照着这块给您说», «再跟您讲我们怎么做的»: why a question is put, no promise.
_ONLY_WHY = re.compile(
    r"才(?:好|能|敢)|(?:我|我们|师傅|这样|也)好(?=[照按给跟替帮估配同])|^好(?=[照按给跟替帮估配同])|(?<!回头)(?<!天)(?<!点)(?<!后)(?<!完)再(?:跟|给|向|同|和)[您你](?:讲|说|介绍|解释|细说|报|估|算|配|推荐|答)"
)
_STANDS = re.compile(r"(?:都|先|才|每次|一般|通常|平时|必须|要)(?:得|会)?$")
_ASKED_DO = re.compile(r"[？?]|吗$|呢$")

_IF = r"(?:如果|要是|假如|倘若|万一|一旦|若|但凡|真(?:要|是|的)?|哪怕|凡是)[^。！？!?；;]{0,18}|(?:不满意|不合格|不合适|不达标|没(?!有|问题|关系|事|这回)[\u4e00-\u9fff]{1,3}|[看瞧相用]不(?:上|中|惯|好)|过了[^，。]{1,8}|[按弄搞]错|不干净|不行|不中意|没看上|洗坏|碰坏|弄坏|摔坏|打碎|坏了|碎了|丢了|少了|超了|超出|漏了?|晚(?:了|到)|迟到|迟了|误了|爽约|放鸽子|少(?:估|量|算)[^，。]{0,4}|多(?:收|算)[^，。]{0,4}|做不到|违反|翻了|单子外|超标|报错|对不上)[^。！？!?；;]{0,16}"
_REMEDY = r"(?:免费|全额|全数|当场|照价|双倍|原价|无条件|随时)?(?:退(?!休)|赔|重(?:做|洗|擦|来|测|新)|返工|再(?:做|洗|换|给|来|擦|测|派)|换(?:人|一|三|两|个|别)|取消|不收|不要钱|免(?:费|单|掉)|减|补(?!习)|我们?(?:自己)?(?:贴|出|担|掏|赔|认|兜)|算(?:我|店|公司)[^，。]{0,3}(?:的|头上)|不算(?:您|钱)|一分(?:钱)?(?:不|都不)|从里头赔|走保险|公司(?:赔|出)|白做|不罚)"
_FALLBACK = (
    said("remedy", 0.84, rf"(?:{_IF}){_REMEDY}", before=r"(?:不会|没有|绝不|不可能)", after=r"^(?:不了|不起|什么|啥|吗)"),
    said("free_until", 0.75, r"(?:做|洗|测|擦|换|改|修)到[^，。！？,!?]{1,8}为止|(?:少|多)(?:估|算|出来)[^，。！？,!?]{0,8}(?:我们|算我|不收|自己贴)|(?:单子|清单|报价|合同)(?:之)?外[^，。！？,!?]{0,6}(?:不收|不要)|先做后付|验收(?:完|了|合格)?(?:再|后)付|满意(?:了)?再付"),
)  # fmt: skip


def _commitments(reading: Reading) -> Iterator[Hit]:
    text = reading.text
    spans = [span for span in times(text) if span.checkable]
    promises: list[Hit] = []
    for match in _PROMISE.finditer(text):
        hit = _promise(reading, match, spans)
        if hit is not None:
            promises.append(hit)
    fallbacks = list(find(reading, FALLBACK, _FALLBACK))
    for hit in fallbacks:
        # What we do when it fails is itself a thing that we will do.
        if re.search(r"重|返工|再|换", text[hit.start : hit.end]):
            promises.append(Hit(PROMISE, hit.start, hit.end, 0.5, "promise.fallback", About.ACTION))
    yield from promises
    for hit in fallbacks:
        yield Hit(FALLBACK, hit.start, hit.end, hit.strength, hit.rule, About.ACTION)
    yield from _bounds(reading, spans, [hit for hit in promises if hit.strength >= _SURE])


def _promise(reading: Reading, match: re.Match[str], spans: list[TimeSpan]) -> Hit | None:
    text = reading.text
    start, end = match.span()
    clause = reading.clause_at(start)
    lead = text[max(clause.start, start - 8) : start]
    if clause.quoted or reading.text[clause.end : clause.end + 1] in ("？", "?") or _ASKED_DO.search(clause.text):
        return None
    if (
        _NO_PROMISE_BEFORE.search(lead)
        or (_NOBODY.search(clause.text) and not re.search(r"[我俺咱]", clause.text))
        or _EMPTY.search(clause.text)
        or re.match(r"[^，。]{0,3}(?:谁|哪|什么|几(?!分))", text[end : end + 6])
        or _ONLY_WHY.search(text[max(clause.start, start - 4) : clause.end])
        or re.match(r"[^，。！？,!?]{0,3}[，,]?(?:我)?才(?:好|能|敢)", text[end : end + 8])
        or re.search(r"不(?!用|管|论)[^，。]{0,2}$|没|过了|之前", match[0][:-1])
    ):
        strength = 0.3
    else:
        timed = any(clause.start - 16 <= span.start < clause.end + 10 for span in spans)
        to_you = bool(re.search(YOU, clause.text))
        ours = bool(match["self"]) and match["self"][0] in "我俺咱"
        strength = (
            0.84
            if timed
            else 0.7
            if ours and to_you
            else 0.6
            if to_you or ours or re.search(r"会|先|都", match[0])
            else 0.45
        )
    left, right = widened(text, start, end)
    return Hit(PROMISE, left, right, strength, "promise.agent" if match["self"] else "promise.to_you", About.ACTION)


_ADVANCE = re.compile(
    r"提前\s?(?:[0-9]+|[一二两三四五六七八九十半]+)个?(?:分钟|小时|天|刻钟|钟头)|(?:派|来|安排)[^，。！？,!?]{0,2}[两三四五六2-9](?:位|个)(?:阿姨|师傅|人|老师|工人)|(?:先|挑|发|找)[^，。！？,!?]{0,3}[两三四五2-5](?:位|个)(?:阿姨|师傅|人|老师)"
)
_TOLD = re.compile(
    r"(?:装修|入住|等|过去|用|住|学|培训|做|洗|需要|一次|每次|试岗|体验|通风|开窗|晾|超过|以上|起步|起)[^，。！？,!?]{0,3}$"
)


def _bounds(reading: Reading, spans: list[TimeSpan], promises: list[Hit]) -> Iterator[Hit]:
    text = reading.text
    for match in _ADVANCE.finditer(text):
        yield Hit(BOUND, match.start(), match.end(), 0.8, "bound.advance", About.ACTION)
    for span in spans:
        if _TOLD.search(text[max(0, span.start - 6) : span.start]) and span.shape is not TimeShape.POINT:
            continue
        near = [hit for hit in promises if hit.start - 14 <= span.start and span.end <= hit.end + 12]
        same = any(reading.sentence_at(hit.start) == reading.sentence_at(span.start) for hit in near)
        strength = 0.85 if near and same else 0.4 if near else 0.3
        if span.shape is TimeShape.LENGTH and not re.match(r"\s?(?:里头?|之内|内|就|准)", text[span.end :]):
            strength -= 0.4
        yield Hit(BOUND, span.start, span.end, max(strength, 0.2), "bound.time", About.ACTION if near else About.BARE)


# --- choice

_OPTIONS = (
    said("also", 0.86, r"(?:可以|能|要么|或|先|不妨)[^。！？!?]{1,26}?(?:也可以|也能|也行|也成|要么|或者|还可以|还能|又或|再或|或是)[^。！？!?；;]{1,20}",
         after=r"^[^，。]{0,2}(?:[？?])", weakened=r"(?:上午|下午|周[一二三四五六日])[^。]{0,8}(?:或者?|也)[^。]{0,6}(?:上午|下午|周[一二三四五六日])"),
    said("one_other", 0.86, r"一(?:种|个|样|条路?)(?:是|呢|就是|做法)?[^。！？!?；;]{2,26}?[，,、；;\s](?:另|再|还有)?(?:一(?:种|个|样|条路?)|另外?一)(?:种|个|样)?(?:是|呢)?|要么[^。！？!?；;]{1,22}要么|(?:前一种|第一种|方案一|头一种|甲|a(?:方案|套餐))[^！？!?]{2,40}?(?:后一种|第二种|方案二|另一种|乙|b(?:方案|套餐))"),
    said("two_ways", 0.82, r"(?:有|给您|分|共|就|这|我们)?[^，。！？,!?]{0,6}[两二三2-3](?:种|样|个|条|套)(?:做法|办法|法子|方案|套餐|选择|算法|路|走法|方式|档|玩法|选项|挑|付法|渠道|途径)|[^，。！？,!?]{1,8}(?:和|跟|与|、)[^，。！？,!?]{1,10}(?:两|三|二)(?:样|种|档|款)|二选一|三选一|任选|[两三]档|(?:分|有)[^，。！？,!?]{0,4}(?:三|两)档", after=r"^[^，。]{0,2}(?:差|不一样|不同|都(?:好|不))|^[^。]{0,4}[？?]"),
    said("terms_each", 0.78, r"(?:按[天次时]|试[工做岗用住]|单[做次洗]|先试|包[月年]|住家|白班|只做)[^。！？!?]{1,20}?[；;，,][^，。！？,!?]{0,2}(?:签[月年季]|全屋|包[月年]|长期|按[月季年]|要签|整套|住家|白班|钟点|全做)[^，。；;！？]{0,8}(?:的话|就|是|[0-9一二两三四五六七八九])[^，。！？,!?]{1,}",
         before=r"不(?:能|可以)?", after=r"^[^，。]{0,3}[？?]"),
    said("either", 0.76, r"(?:图|求|想|要|怕|嫌|爱|愿意)[^，。！？,!?]{1,6}(?:就|的话)[^，。！？,!?]{2,12}[，,；;](?:图|求|想|要|怕|嫌|爱|愿意)[^，。！？,!?]{1,6}(?:就|的话)[^，。！？,!?]{2,}"),
    said("whichever", 0.72, r"(?:您|你)(?:想|要|愿意)?[^，。！？,!?]{1,12}(?:就|的话)[^。！？!?]{1,14}[，,；;](?:您|你)?(?:想|要|不想|愿意|嫌|不)[^，。！？,!?]{1,12}(?:就|的话)|(?:图|求|想)(?:省事|省心|省钱|便宜|快|稳|好)[^。！？!?]{1,14}[，,；;](?:图|求|想|要)(?:省事|省心|省钱|便宜|快|稳|好)"),
)  # fmt: skip
_ALTERNATIVE = (
    said("instead", 0.6, rf"(?:{YOU})?(?:要是|要|如果|若|假如)?(?:嫌|不想|不愿意?|不方便|不放心|觉得)[^，。！？,!?]{{1,12}}[，,]?(?:我|我们|那|您|咱)?(?:就|也可以|可以|也能|那就)[^，。！？,!?]{{2,}}", before=r"不用|别", after=r"[？?]"),
    said("also_fine", 0.56, r"(?<![不没])[^，。！？,!?不没]{3,14}(?:也成|也行|也可以|也中|也使得|也够)(?!吗|不)", after=r"^[^，。]{0,2}[？?]"),
    said("parallel", 0.56, r"(?:要|图|想|能)[^，。！？,!?]{1,6}(?:快|省|稳|便宜|抵|好|全)?[^，。！？,!?]{0,4}[，,；;](?:要|图|想|能)[^，。！？,!?]{1,8}(?:是|就|选|用|走)[^，。！？,!?]{1,6}"),
)  # fmt: skip
_COMPARE = (
    said("cheaper", 0.72, r"(?:便宜|省|贵|多|少|快|慢)(?:一半|[0-9一二三四五六七八九两十百]+(?:成|块|元|天|小时|个钟))|(?P<x>[贵慢累远])是(?P=x)(?:点|些|了点)?[^。]{0,3}(?:但|可|不过)[^，。]{2,}"),
    said("fits", 0.84, r"(?:更|比较|最|也|就)?适合(?!吗|不)[^，。！？,!?]{2,}|(?:更|最|比较|还是)[^，。！？,!?]{0,8}(?:划算|合算|省(?:钱|心|事)?|稳妥|稳当|实惠|合适(?!吗)|经济|保险|快|灵活|干净|彻底)|(?:推荐|建议|倾向|偏向|我会选)(?:您)?(?:先|选|用|做|还是)?[^，。！？,!?]{1,}"),
    said("tradeoff", 0.84, r"(?:省(?:钱|心|事|时间|力|一半|不少|[0-9一二三])|便宜|划算|贵(?:点|些|一点|一些)?|快|慢|踏实|累|麻烦|灵活|彻底|够了?|够用|清楚)[^。！？!?；;]{0,10}?(?:但|可(?!以)|不过|就是|却|，|,|；|\s)[^。！？!?；;]{0,12}?(?:省(?:钱|心|事|时间|力)|便宜|划算|贵|快|慢|踏实|累|麻烦|灵活|彻底|够|干净|清楚|稳|看不出|能退|能换|等|深度|久|费)|(?:前(?:头|者|一种|面那)|后(?:头|者|一种|面那)|头一种|第一种|第二种)[^，。！？,!?]{1,}"),
    said("if_then", 0.76, r"(?:要是|如果|只是?|只想|要|想|家里|您家|图|嫌)[^。！？!?；;]{1,14}?(?:就(?:够|用|选|做|得|行|按)|够了|够用|更省|更划算|不如|合适|得(?:深|做|用|选))[^，。！？,!?]{0,10}"),
    said("either", 0.78, r"(?:图|求|想|要|怕|嫌|爱|愿意)[^，。！？,!?]{1,6}(?:就|的话)[^，。！？,!?]{2,12}[，,；;](?:图|求|想|要|怕|嫌|爱|愿意)[^，。！？,!?]{1,6}(?:就|的话)[^，。！？,!?]{2,}"),
    said("differ", 0.7, r"(?:区别|差别|不同)(?:在|就|是)[^。！？!?]{2,}|差(?:[0-9一二两三四五六七八九十百]+)(?:元|块|个)?"),
)  # fmt: skip


def _compared(reading: Reading, options: list[Hit]) -> Iterator[Hit]:
    """A comparison counts fully beside options; alone it may only praise."""
    offered = any(hit.strength >= _SURE for hit in options)
    for hit in find(reading, COMPARE, _COMPARE):
        fitted = hit.rule.endswith("fits")
        strength = hit.strength if offered else 0.5 if fitted else 0.3
        yield Hit(COMPARE, hit.start, hit.end, strength, hit.rule)
