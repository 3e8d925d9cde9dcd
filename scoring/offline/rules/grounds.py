"""Finds what a statement rests on: a paper, a record, a reading taken before the customer's eyes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.offline.hits import Hit
from scoring.offline.reading import Reading
from scoring.offline.rules.wording import after, before, find, said, widened

# What can be looked at.
_PAPER = (
    r"合同|协议|条款|标签|瓶身|说明书|手册|证书|证件|资格证|健康证|上岗证|营业执照|执照|身份证(?!号)|体检(?:单|报告|表)|报告|成绩单|成绩|报价单?|价目表|价格表|收费表|明细|清单|单子|收据|发票"
    r"|资料|档案|主页|简历|小程序|[aA][pP][pP]|官网|网站|公众号|后台|页面|系统里|台账|账单|流水|记录|日志|日报|周报|签到|打卡|考勤|照片|相册|视频|录像|截图|对比图|服务册|册子|本子|小本|菜单"
    r"|表格|表(?=里|上|格|单)|评价|留言|批号|批次|编号|进货单|检测单|病历|成分表|配料|仪器|读数|参数|公示|追溯|溯源|门禁|二维码|工单|订单|质检单|回执|存根|背面|成分|凭条|打印条|条子|底单|隐私页|[\u4e00-\u9fff]{2}(?:单|表|簿|册|本|证|条|图)(?=[，。都也就您里上在附夹收贴写记有能可发拍给留存列标印摆放])"
)
# How it is looked at, or that it is there to be seen.
_SEEN = (
    r"看得?(?:到|见)|瞧|瞅|能看见|夹在|收(?:在|着|好在)|就有(?!人)|有时间|有日期|对过|您(?:核|点|数|过目)|看(?!情况|您|着办|护|看有没|来)|查(?:到|得到|看|询|一?下|验|$)|可查|能查|翻|写(?:着|明|得|清|在|进)|写了|列(?:着|明|在|得|了)|印(?:着|在)|标(?:着|明|在)|核(?:对|验|实)|对(?:得上|一下|账|一遍|着看)|附(?:在|上|着)"
    r"|公示|扫(?:码|一)|出示|亮(?:给|出)|验(?!收)|拍(?:给|下来|了|照)|点开|打开|存(?:着|在|了|进)|留(?:着|在|有|了|底)|记(?:着|在|了|得)|贴(?:在|着)|挂(?:在|着)|发(?:给)?[您你恁]|寄给?[您你]|给[您你恁]看|都在|就在|都有|上有|里有|上头有|里头有|有数"
    r"|第[0-9一二三四五六七八九十]+(?:条|页|款|项)|为准|拿出来|一式两份|调出来|导出来|打印"
)
# «合同快到期了», «合同上签个字»: its term or its signing, nothing to be looked up.
_ABOUT_CONTRACT = re.compile(
    r"(?:也|就|都)?(?:快|马上|下个?月|这个?月|月底|眼看|要|就|还有|还没)?(?:到|要到|到期|期|续|满|签|没签|重签|断|停)(?![^，。！？,!?]{0,4}(?:写|查|看|第))|(?:上|里)[^，。！？,!?]{0,3}(?:签(?:个|一?下)?[字名]|盖章|按手印)"
)
_NEAR = 14
_PAPERS = re.compile(_PAPER)
_LOOKED_AT = re.compile(_SEEN)
_NOT_THERE = re.compile(r"(?:没|未|别|不用|不必|不需要?|无须|哪有|忘)[^，。！？,!?]{0,4}$")

_BEFORE_YOUR_EYES = (
    said("eyes", 0.82, r"当着?(?:您|你|恁|侬)?的?面[^，。！？,!?]{0,8}|(?:您|你|恁)(?:可以|就|在旁边|在场|站旁边|全程)?(?:看|盯|瞅|瞧)着[^，。！？,!?]{0,3}(?:测|量|做|洗|拆|称|开|数|拍|倒|配|点|验)"),
    said("shown", 0.7, r"(?:数值|数据|结果|读数|数|原件|样品)(?:都|全|当场)?给(?:您|你)看|拍(?:一遍|一张|照|下来)?[^，。！？,!?]{0,4}(?:对照|对比|留底|存底|存证)|(?:先|做|试|拆|倒|拍|测|洗|擦|刮)[^，。！？,!?]{0,8}给(?:您|你|恁)(?:看|瞧|过目|验)"),
    said("on_site", 0.7, r"现场[^，。！？,!?]{0,4}(?:看|测|量|验|比|对|演示|试)|拿(?:去)?给(?:医生|大夫|律师|家里人|懂行)[^，。！？,!?]{0,6}(?:看|瞧|问)"),
    said("according_to", 0.72, r"(?:根据|依据|依照|按照|以)[^，。！？,!?]{1,14}(?:记录|标准|规定|说明|合同|数据|报告|读数|为准)|(?:查|翻|看|调|对)(?:了|过)[^，。！？,!?]{0,8}(?:记录|台账|合同|档案|单子|系统|签到|排班|工单)"),
)  # fmt: skip


def grounds(reading: Reading, rubric_id: str) -> Iterator[Hit]:
    """Places that say what the words rest on, or how the customer can check them.

    A paper alone isn't enough («签合同»): it must be there to be looked at.
    """
    text = reading.text
    for match in _PAPERS.finditer(text):
        start, end = match.span()
        lead, tail = before(text, start), after(text, end, _NEAR)
        if _NOT_THERE.search(lead) or _talk(match[0], lead, tail) or _asked(text, start, end):
            continue
        seen = _LOOKED_AT.search(tail) or _LOOKED_AT.search(lead[-8:])
        left, right = widened(text, start, end)
        yield Hit(
            rubric_id,
            left,
            right,
            0.8 if seen else 0.6 if tail[:1] in ("上", "里") else 0.3,
            f"{rubric_id}.{'seen' if seen else 'named'}",
        )
    yield from find(reading, rubric_id, _BEFORE_YOUR_EYES)


def _talk(paper: str, lead: str, tail: str) -> bool:
    """Whether the film is a call and no record («开视频聊»)."""
    if paper in ("合同", "协议") and _ABOUT_CONTRACT.match(tail):
        return True
    return paper in ("视频", "录像") and bool(
        re.search(r"(?:拉|开|打|约|连)[^，。]{0,3}$", lead) or re.match(r"面试|见|聊|通话|连线", tail)
    )


def _asked(text: str, start: int, end: int) -> bool:
    """Whether the paper is one that the customer is to hand over."""
    lead = text[max(0, start - 8) : start]
    return bool(re.search(r"(?:请|麻烦|提供|上传|把)[^，。！？,!?]{0,6}$", lead)) and bool(
        re.match(
            r"[^，。！？,!?]{0,4}(?:发(?:我|过来|给我|来)|报|给我|拍(?:我|给我|来|过来)|提供|上传|填)",
            text[end : end + 10],
        )
    )
