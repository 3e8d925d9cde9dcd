"""Finds where a reply names or shares what the customer feels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.offline.hits import Hit
from scoring.offline.reading import Reading

_ID = "empathy.feeling"

# Feelings that can be said of a person. Single characters are left to the patterns that ask for more context.
_FEELING = (
    # anger
    r"着急|焦急|心急|急坏|急死|急成|急哭|急得|急眼|上火|火大|火气大?|冒火|发火|光火|火滚|火冒|恼火|窝火|憋火|憋气|憋屈|来气|动气|生气|气坏|气死|气得|气人|气愤|愤怒|愤慨|恼怒|怒|嬲|骂街|骂人|骂娘|拍桌|摔|抓狂|鬼火冒|毛焦|火烧眉毛|暴躁|冒烟|炸毛|不爽|不高兴|不痛快|不满|不乐意|不舒服|不舒坦"
    # sorrow, hurt
    r"|失望|寒心|心寒|心凉|凉了半截|委屈|冤枉|冤屈|难过|难受|伤心|痛心|心痛|心疼|肉疼|肉痛|心碎|心都碎|掉眼泪|哭|崩溃|揪心|揪着|揪得|心里揪|得多揪|多揪|揪|扎心|绞|刀割|剜|不是滋味|不是味儿?|不好受|不好过|心里堵|添堵|堵得慌|堵心|糟心|闹心|烦心|心烦|烦躁|烦死|恼人|扫兴|遗憾|可惜|无奈|无助|憋闷|膈应|隔应|硌应|别扭|恶心|反胃|犯恶心"
    # fear, worry
    r"|担心|担忧|忧心|放心不下|不放心|放不下心|不踏实|不安|忐忑|焦虑|焦心|心焦|发愁|犯愁|愁|操心|害怕|后怕|怕|吓|惊|心慌|发慌|慌|慌张|提心吊胆|提到嗓子眼|心都提|心悬|悬着|没底|睡不着|睡不好|睡不安|坐不住|坐立不安|魂都?没|腿都?软|手都?抖|发抖|心跳|捏把汗|冷汗|瞓唔着|起鸡皮|揾笨"
    # shame, being wronged
    r"|难堪|尴尬|丢脸|丢人|没面子|下不来台|臊|脸上挂不住|被坑|被耍|被骗|受气|膈|受惊|狼狈|煎熬|折磨|心累|疲惫|又累|累坏|恼|烦"
)
_NOT_FEELING = (
    r"(?:紧急|加急|急件|急用|急需|天气|气味|气候|语气|空气|客气|脾气|运气|力气|福气|气管|氧气|燃气|暖气|煤气|蒸气|排气|放气|麻烦|烦请|恐怕|怕是|哪怕|不怕|怕冷|怕热|怕水|怕潮|怕扣|怕您|怕你|怕记|怕错|点火|火锅|灭火|打火|怒放|惊喜|吓唬|急诊|急救|哭笑)"
)
_SELF_GUILT = re.compile(r"抽自己|臊|脸红|没脸|过意不去|愧")

_YOU = r"(?:您|你|恁|侬|妈妈|宝妈|老人家?|奶奶|爷爷|叔叔|阿姨|孩子|娃儿?|嫂子|大家|一家人?)"
_WHO = r"(?:(?:换|搁|放|摊|轮到?|落|碰|遇)[在到上]?(?:作|成|做|了|是|到)?(?:谁|哪个|哪一?个|边个|任何人)(?:身上|头上|碰上|摊上|遇上|家)?|谁(?:摊|碰|遇|看|见|拆|听|不|能|也|心里|都)|任谁|是个人|哪个|边个|个个|人人|任何人|当(?:爸妈|妈|爹|爸|父母|儿女|家长)的|做(?:儿女|父母|妈|妈咪|子女|女儿|儿子|主人)的?|泥人)"
_ME = r"(?:(?:换|搁|放|轮到?)(?:作|成|做|了|在|到)?是?(?:我们?|咱们?|俺们?|额|侬|自己|我家|俺家)(?:自己)?(?:身上|家|老人|遇上|碰上)?|(?:要|如果|假如|若)(?:是|我是|换成)?(?:我(?:是)?[您你恁]?|咱|俺)(?=(?:也|都|早|就|得|肯定|可能|恐怕|碰|遇|摊|爸妈|家|[您你]))|(?:系|是)我(?:也|都|老豆)?(?=都|也|早|肯定|得)|我要是[您你恁](?:也|都|早|肯定)?)"

_SAID_OF_YOU = re.compile(
    rf"{_YOU}[^，。！？,!?；;\n]{{0,14}}?(?P<f>{_FEELING})[^，。！？,!?；;\n]{{0,6}}"
)
_ANYONE = re.compile(
    rf"{_WHO}[^。！？!?；;\n]{{0,12}}?(?:{_FEELING}|受得了|受不了|不急|不气|不恼|不火|扛得住|忍得了|忍不了|咽得下|咽不下|高兴得起来|好受|乐意|能忍|不[^，。]{{0,2}}疑心|起疑心|不烦|烦|气|急|火|有气|有火|有意见|不想|想|坐得住|不踏实|不慌)"
)
_AS_ME = re.compile(
    rf"{_ME}[^，。！？!?；;\n]{{0,3}}[，,\s]?[^，。！？!?；;\n]{{0,4}}?(?:也|都|早|得|会|肯定|准|估计|恐怕|非|心里|可|能|当场|一样|同样|就|想|不敢|哭|急|气|火|烦|怕)"
)
_UNDERSTOOD = re.compile(
    rf"(?:理解|明白|懂|体会|晓得|知道|明白|清楚|体谅|感受|能懂|看得出|听得出|感觉得?到|想象)(?:得?到|得出)?[^，。！？,!?；;\n]{{0,6}}?{_YOU}(?:现在|此刻|这会儿|当时|家)?的?[^，。！？,!?；;\n]{{0,8}}?(?:心情|感受|情绪|心思|难处|不易|不容易|处境|这份|苦衷|{_FEELING}|急|气|火|怕)"
    r"|(?:您|你|恁|侬)的?(?:心情|感受|情绪|不满|难处|焦虑|愤怒|着急|这份[^，。]{1,6}|这股?[^，。]{0,3}[气火]|担心|顾虑|失望|火气|委屈)[^，。！？,!?；;\n]{0,8}?(?:理解|明白|懂|体会|晓得|知道|正常|应该|应当|有道理|感同身受|清楚|受着|接着|能懂)"
    r"|感同身受|将心比心|(?:这|那)(?:份|种|股|个|口|滋味|气|火)[^，。！？,!?；;\n]{0,8}?(?:我|俺|咱|额)(?:能|完全|太|真|都|也|特别|非常|很)?(?:懂|理解|明白|体会|晓得|知道)"
    rf"|(?P<self>(?:我|俺|我们|咱|额)(?:特别|完全|非常|都|太|很|也|真|能|可以)?(?:懂|理解|明白|体会|晓得)[^，。！？,!?；;\n]{{0,6}}?{_YOU}?[^，。！？,!?；;\n]{{0,4}}?(?:心情|感受|{_FEELING}|急))"
    rf"|(?P<after>{_FEELING})[^。！？!?；;\n]{{0,7}}?(?:我|俺|咱)?(?:能|完全|太|真|都|也|很|好)?(?:理解|明白|懂|体会|晓得|知道)(?!了?[，,]?(?:登记|我跟))"
    r"|(?:理解|体谅)(?:您|你)(?:的)?(?:心情|感受|难处|情绪|不易)"
)
_JUSTIFIED = re.compile(
    rf"(?:(?:{_FEELING}|[急气火烦怕慌骂怨])(?:我们?|俺|人|两句|几句)?(?:这|都|也|真|那|完全|确实|绝对)?(?:是|系)?(?:太|很|完全|都|再|最)?(?:应该|应当|该当?|肯定|正常|难免|自然|必然|有道理|有理|在理|难怪|活该|理所应当|人之常情|可以理解|能理解|合情合理|真怕|对)(?:的|了|嘅)?"
    rf"|(?:难怪|怪不得|怨不得|不怪|也该|活该|是该|该|肯定|指定|一定|想必|确实|的确|准是|定是|必定|实在|能不|哪能不|怎能不|怎么能不|多|够|真|挺|太|好|蛮|怪|又|不免|难免){_YOU}?(?:会|要|得|是|很|都|够|够多|多|挺|也|真|又|不)?(?P<g>{_FEELING})[^，。！？,!?；;\n]{{0,5}})"
)
_CAUSED = re.compile(
    rf"(?:让|叫|害|给|使|令|惹|搞到?|整得?)(?:得|到)?{_YOU}[^，。！？,!?；;\n]{{0,10}}?(?:{_FEELING}|急|受了?气|等急|久等急|受累操心)"
    rf"|(?:吓|急|气|心疼|愁|慌|累|担心|委屈|伤|痛|疼|闹心|惊|怕)(?:坏|死|着|到|傻|懵|惨|疯)(?:了|{_YOU}|啦|咯|呀|吧|喽)|(?:委屈|辛苦|为难|吓到|吓着|惊到|惊着|惊吓|惊扰|得罪){_YOU}"
    r"|(?:受|压压|压个|收收)(?:了|到|这|一|场|您)?[^，。]{0,2}惊(?:吓|了|啦|$|[，,。！!\s])"
)
_SHARED = re.compile(
    r"(?:我|俺|我们|咱|额|阿拉)[^，。！？,!?；;\n]{0,10}?(?:都|也|跟着|替[您你恁]|心里|听着|看着|瞅着|听了|看了|光想想|喉咙|鼻子|眼窝|眼眶|后脊|头皮|后背|腿)"
    rf"[^，。！？,!?；;\n]{{0,8}}?(?:{_FEELING}|急|气|疼|痛|酸|热|麻|发凉|冒汗|发紧|发毛|咯噔|一沉|一紧|软|起晒鸡皮|上火)"
    r"|(?:听|看|瞅|想想|想|光听)(?:到|着|了|得|到起)?[^，。！？,!?；;\n]{0,6}?(?:都|也|就|真|我)(?:觉得|替[您你恁])?[^，。！？,!?；;\n]{0,4}?(?:心疼|难受|揪心|心焦|生气|肉疼|头皮|心酸|来气|上火|后怕|怕|气人|着急|急|疼|痛|不是滋味)"
    r"|头皮都?麻|鼻子都?酸"
)
# The feeling is ordered away, asked about, or only supposed.
_ORDERED = re.compile(
    r"(?:别|莫|勿|不要|甭|不用|不必|无需|没必要|先别|请勿|休要|唔好|唔使|唔洗|冇使|不准|少|何必|犯不着|用不着|至于|不至于|何苦)(?:再|这么|那么|太|跟着?|瞎|这样|先|老|总)?[^，。！？,!?；;\n]{0,4}$"
)
_CALM = re.compile(r"消消气|消消火|息怒|放宽心|放心(?!不下)|冷静|克制|稳住|平复")
_SUPPOSED = re.compile(r"(?:要是|如果|若是|假如|万一|倘若|除非|到时候?)[^，。！？!?；;\n]{0,12}$")
_NOT_YOURS = re.compile(r"(?:师傅|阿姨|小哥|骑手|员工|她|他|他们|人家|邻居|司机)[^，。！？,!?；;\n]{0,6}$")
_ODD = re.compile(_NOT_FEELING)
_TRIVIAL = re.compile(r"^(?:了|不|没|吗|么)?(?:什么|啥|个啥|毛线|啥呀|啥子)")

_RULES = (
    ("feeling.understood", _UNDERSTOOD, 0.9),
    ("feeling.as_me", _AS_ME, 0.9),
    ("feeling.anyone", _ANYONE, 0.9),
    ("feeling.caused", _CAUSED, 0.9),
    ("feeling.justified", _JUSTIFIED, 0.85),
    ("feeling.yours", _SAID_OF_YOU, 0.82),
    ("feeling.shared", _SHARED, 0.8),
)


def feelings(reading: Reading) -> Iterator[Hit]:
    """Feelings said of the customer, found right, or shared. Orders (「您别激动」) are none."""
    text = reading.text
    for rule, pattern, strength in _RULES:
        for match in pattern.finditer(text):
            start, end = match.span()
            clause = reading.clause_at(start)
            before = text[max(0, start - 14) : start]
            if clause.quoted or _ODD.search(match[0]) and not _left_over(match[0]):
                continue
            if _ORDERED.search(_up_to_feeling(match)) or _ORDERED.search(before):
                continue
            if _SUPPOSED.search(before) or _TRIVIAL.match(text[end : end + 6]):
                continue
            if rule == "feeling.shared" and _SELF_GUILT.search(match[0]):
                strength_here = 0.4
            elif rule in ("feeling.justified", "feeling.shared") and _NOT_YOURS.search(before):
                strength_here = 0.4
            elif _asks(text, end) and rule != "feeling.caused":
                strength_here = 0.45
            else:
                strength_here = strength
            yield Hit(_ID, start, end, strength_here, rule)


def _up_to_feeling(match: re.Match[str]) -> str:
    """The match up to the word that names the feeling, for a ban before it (「您先别生气」)."""
    found = re.search(_FEELING, match[0])
    return match[0][: found.start()] if found else ""


def _left_over(words: str) -> bool:
    return bool(re.search(_FEELING, _ODD.sub("", words)))


def _asks(text: str, end: int) -> bool:
    return bool(re.match(r"[^，。！？,!?；;\n]{0,2}(?:吗|么)?[？?]", text[end : end + 6])) and "吧" not in text[end - 2 : end + 3]
