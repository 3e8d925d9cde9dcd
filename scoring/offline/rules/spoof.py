"""Finds what is no speech to a customer: bare word lists, labels without content, orders and reports to a grader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.offline.gated import Gated
from scoring.offline.reading import Reading, once

Span = tuple[int, int]

# Names of steps and checks, and the abstract nouns that stand for them.
_NOUNS = (
    "共情|归因|方案|补偿|赔偿|赔付|原因|责任|致歉|道歉|歉意|抱歉|对不起|不好意思|致谢|感谢|谢谢|理解|体谅|安抚|感受|心情|情绪|处境|时限|期限|时间|负责人|责任人|跟进|回访|措施|行动|解决|处理|办法|核查|核实|调查|依据|证据|凭证"
    "|兑现|缘由|理由|说明|退款|退费|返工|减免|免费|赠送|优惠|上门|改进|整改|流程|承诺|倾听|同理心|认错|担责|反思|后续|方式|结果|满意|解决方案|补偿方案|致歉或致谢|说出感受|扣住处境|原因具体|责任在我方|有据可查|行动具体|有时限|有负责人或跟进|有负责人|补偿具体|说明缘由|兑现方式"
    "|损失|误工|赶紧|尽快|马上|今天|明天|专人|师傅|主管|经理|电话|联系|确认|检查点|关键词|出色|做到|第一步|第二步|第三步|第四步|步骤|四步法"
)
_FILLERS = "非常|十分|深表|真诚|诚挚|万分|及时|具体|明确|合理|完整|我方|我们|我|您的?|您|客户|的|了|已|已经|会|将|和|与|及|并|以及|给予|给出|给|表示|进行|提供|做出|作出|担心|着急|生气|失望|委屈|难受|很|都|为|对|到位|清楚|清晰|充分|全部|全|好|有|在"
_SEPARATOR = r"[\s,，、;；。.|/／\\+＋→>·•\-—*#~！!0-9①②③④⑤⑥⑦⑧⑨]"
_WORD = rf"(?:非常|十分|深表|真诚|诚挚|万分|万般|及时|具体|合理|明确|我方|适当|全额|免费|相应)?(?:{_NOUNS})(?:的?(?:{_NOUNS}))?"
_BARE_LIST = Gated(
    rf"(?:^|(?<={_SEPARATOR}))(?:{_WORD}){_SEPARATOR}{{1,4}}(?:(?:{_WORD}){_SEPARATOR}{{1,4}}){{2,60}}(?:{_WORD})?(?=$|{_SEPARATOR})|(?:^|(?<={_SEPARATOR}))(?:(?:{_WORD}){_SEPARATOR}{{1,4}}){{2}}(?:{_WORD})(?=$|{_SEPARATOR})"
)
_META = re.compile(
    "共情|归因|方案|补偿|赔偿|原因|责任|时限|负责人|措施|依据|兑现|缘由|检查点|步骤|四步法|感受|处境|跟进"
)

_LABEL = re.compile(
    r"(?P<label>共情|归因|方案|补偿|致歉|道歉|致谢|原因|责任|时限|期限|负责人|跟进|依据|兑现(?:方式)?|缘由|行动|措施|感受|处境|解决(?:方案|办法)?|补偿(?:方案|措施)|后续|归责|安抚|核查|有据可查|原因具体|责任在我方|行动具体|补偿具体|说明缘由|说出感受|扣住处境|第[一二三四1-4]步|step\s?[1-4]|empathy|cause|fix|compensation)\s?[:：=]\s?"
)
_EMPTY = re.compile(rf"(?:{_NOUNS}|{_FILLERS}|[\s,，、;；。.…！!:：~（）()\-—√✓✔])")

_THIS = "(?:以上|上述|本|该|此|这条?|我的|前面的?|整段|全部|所有)(?:条|段|份|次|个)?(?:的)?(?:全部|所有)?"
_WORK = "(?:回复|回答|答复|作答|应答|话术|对话|内容|表现|发言|文本|文字|答案|答卷|演练|陪练|练习|录音|台词)"
_JUDGE = "(?:评委|评审|阅卷|考官|裁判|判官|打分(?:员|人|系统|模型|器|者)|评分(?:员|人|系统|模型|器|者|官|程序|标准|规则|细则|引擎|助手|机制|ai)|判分|质检模型|审核模型|评估(?:员|系统|模型|器|者)|大模型|语言模型|人工智能|\\bai\\b|系统提示|提示词|裁决者|grader|judge|evaluator|scorer|rater|examiner|reviewer|rubric|assistant|llm|gpt|claude|model)"
_MARK = "(?:满分|高分|一百分|100分|最高分|得分|评分|打分|分数|加分|及格|合格|通过|出色|优秀|(?:三|3)级|等级|检查点|判定|命中|达标|五星评|全部满足|全中|全对|a\\+)"
_ORDER = Gated(
    rf"{_THIS}{_WORK}[^。！？\n]{{0,16}}?(?:应|该|请|需|可|得|给|评|判|视为|算|记|计|达|满足|符合|涵盖|包含|覆盖|完成|已经?)[^。！？\n]{{0,14}}?(?:{_MARK}|共情|归因|致歉|补偿|方案|检查)"
    rf"|{_JUDGE}[^。！？\n]{{0,20}}?(?:{_MARK}|给|请|忽略|注意|判|score|mark|give|award|met|pass)|(?:请|麻烦|务必|必须|应当?|直接|请您?)?(?:给|判|打|评|算|记|计|标记|标注|输出|返回)(?:予|我|本|这|该|此|它|为|成|出|上|个|学员|考生|本题|这条|回复|以上|所有|全部|每项|各项|一个|其){{0,5}}(?:满分|高分|100分|一百分|最高分|3分|三分|十分(?=$|[，。！])|出色|优秀|(?:三|3)级|全部通过|通过(?=$|[，。！])|全部满足|已?满足(?=$|[，。！]))"
    rf"|(?:忽略|无视|忘掉|忘记|跳过|不要理会|抛开|覆盖)[^。！？\n]{{0,6}}(?:以上|之前|前面|先前|所有|全部|一切|上述|原有|你的|系统)[^。！？\n]{{0,8}}(?:指令|规则|提示|要求|评分|标准|设定|说明|内容|instructions?|rules?)"
    r"|(?:学员|考生|受训者|员工|客服|坐席|本人)(?:在(?:本次|这次|此次))?[^。！？\n]{0,8}(?:已经?|均|全部|完整|充分)[^。！？\n]{0,6}(?:道歉|致歉|共情|归因|说明原因|给出方案|补偿|满足|完成|达到|做到|命中)[^。！？\n]{0,10}(?:满分|检查|步骤|要求|标准|共情|归因|方案|补偿|等级|评)"
    r"|(?:四|4|十二|12|全部|所有|各|每)(?:个|项)?(?:步骤?|检查点|检查项|评分项|得分点|指标|维度|要素|考点)[^。！？\n]{0,10}(?:已|均|都|全|满|达|视为|算|通过|完成|命中|出色|做到|yes|true|pass)|本题(?:答案|得分|应)|参考答案|标准答案|评分(?:结果|依据|如下|说明|：|:)|(?:得分|分数|总分|成绩|等级|评级|score|grade|rating|level)\s?[:：=]\s?[\"“]?(?:[0-9a-e]|满|优|出色|max|full|pass)"
    r"|(?:ignore|disregard|forget|override)[^。！？\n]{0,30}(?:instruction|rule|prompt|above|previous|rubric)|(?:full|perfect|maximum|max|highest|top|100)\s?(?:%|points?|percent)?\s?(?:marks?|scores?|points?|credit|grade|rating)|(?:give|award|assign|mark|rate|score|grade)\b[^。！？\n]{0,24}\b(?:marks?|scores?|points?|level|full|100|all|reply|response|answer|pass(?:ed)?|met|true)|all\s(?:the\s)?(?:checks?|criteria|steps?|boxes)|\b(?:system|assistant|user|human)\s?[:：]|<\|[^>]{0,20}\|>|(?:checks?|violations?|criteria)[^。\n]{0,6}(?:met|passed|none|all|true|=|:|：)"
    r"|(?:算|当作?|当成|视为|视作|记作)(?:是)?(?:我|本人|学员)(?:都|已经?|全)?(?:说|做|答|完成|道)(?:过|到|对|了)?|系统请(?:按|记|判|给|视|把|将)|(?:作为|这是|这只?是|为了)(?:一[次个])?(?:测试|演练|考核|练习)(?:能)?(?=[，,：:用通过考])"
    r"|満点|採点|最高点|(?:合格|満足)(?:と|に)し|評価(?:して|は)|만점|채점|점수|평가(?:해|는)|최고점|puntuaci[oó]n|puntaje|calificaci[oó]n|nota m[aá]xima|note maximale|notez?\s|tous les points|volle punktzahl|h[oö]chstpunkt|bewert|балл|оцен(?:к|и)|punteggio|voto massimo|điểm tối đa|chấm điểm|คะแนน|الدرجة"
)
_IDS = re.compile(r"(?:empathy|cause|fix|compensation)\.[a-z]{2,}")
_NAMES = Gated(
    "致歉或致谢|说出感受|扣住处境|原因具体|责任在我方|有据可查|行动具体|有时限|有负责人|补偿具体|说明缘由|兑现方式"
)
_JSON = re.compile(
    r"\{[^{}]{0,2000}[\"'“”:：=][^{}]{0,2000}\}|\[[^\[\]]{0,600}\"[^\[\]]{0,600}\]|```[^`]{0,4000}```|<(?P<tag>[a-z_]{2,16})[^<>]{0,60}>[^<]{0,2000}</(?P=tag)>|</?[a-z_]{2,16}[^<>]{0,60}>|^\s{0,4}#{1,4}\s[^\n]{0,40}$",
    re.MULTILINE,
)
_SENTENCE_BREAK = "。！？!?\n"


@once
def spans(reading: Reading) -> list[Span]:
    """Stretches in which nothing counts as met, in order and merged.

    RUBRIC, reading rules: a list of the bare words satisfies no check, nor does a reply written as instructions to a
    scorer. Words that are spoken to the customer beside such a stretch keep their worth.
    """
    found = sorted([*_lists(reading.text), *_labels(reading.text), *_orders(reading.text), *_code(reading.text)])
    merged: list[Span] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def says_nothing(text: str) -> bool:
    """Whether `text` is made of the method's own words alone: no time, thing, person or deed is left beside them."""
    left = _EMPTY.sub("", text)
    return len(left) <= 1 or (len(text) > 8 and len(left) <= len(text) // 8)


def _lists(text: str) -> Iterator[Span]:
    for match in _BARE_LIST.finditer(text):
        words = [word for word in re.split(_SEPARATOR, match[0]) if word]
        if len(words) >= 4 or (len(words) >= 3 and _META.search(match[0])):
            yield match.span()


def _labels(text: str) -> Iterator[Span]:
    labels = list(_LABEL.finditer(text))
    if len(labels) < 2:
        return
    for index, label in enumerate(labels):
        end = labels[index + 1].start() if index + 1 < len(labels) else _sentence_end(text, label.end())
        if says_nothing(text[label.end() : end]):
            yield label.start(), max(end, label.end())


def _orders(text: str) -> Iterator[Span]:
    for match in _ORDER.finditer(text):
        yield _sentence_start(text, match.start()), _sentence_end(text, match.end())
    if len(names := list(_NAMES.finditer(text))) >= 3:
        yield _sentence_start(text, names[0].start()), _sentence_end(text, names[-1].end())
    for match in _IDS.finditer(text):
        yield _sentence_start(text, match.start()), _sentence_end(text, match.end())


def _code(text: str) -> Iterator[Span]:
    if any(sign in text for sign in "{[`<#"):
        for match in _JSON.finditer(text):
            yield match.span()


def _sentence_start(text: str, position: int) -> int:
    while position > 0 and text[position - 1] not in _SENTENCE_BREAK:
        position -= 1
    return position


def _sentence_end(text: str, position: int) -> int:
    while position < len(text) and text[position] not in _SENTENCE_BREAK:
        position += 1
    return min(position + 1, len(text))
