"""Rules for cause: a concrete reason, the failing placed on our side, and what the finding rests on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from scoring.offline.gated import Gated
from scoring.offline.hits import Hit
from scoring.offline.lapses import Lapse, LapseKind, lapses
from scoring.offline.reading import Reading
from scoring.offline.stretches import clause_around, since_stop
from scoring.offline.times import times

CONCRETE = "cause.concrete"
OWNERSHIP = "cause.ownership"
VERIFIED = "cause.verified"

SURE = 0.5

_US = (
    r"(?:我们(?:这边|这儿|这里|自己|公司|店里?|平台|物业|门店|家)?|咱们?(?:这边|家|公司|店里?)?|我方|我司"
    r"|我行|我院|店铺|店家|我店|我家|本店|本公司|敝店|公司(?:这边)?|店里|门店|物业|平台|阿拉(?:自家)?"
    r"|额们|我哋(?:店里?)?|网点|柜台|柜上|俺们?(?:这边)?|我|客服部?|我行|我院|院方|酒店(?:方)?|站点|网点"
    r"|中心)"
)
_FAULT = (
    r"(?:错(?!误的)|责任|疏忽|疏漏|失误|失职|问题|(?:账|安排|规矩)(?=[，。！]|$)|不对|不是(?!故|很)|不周"
    r"|锅|毛病|漏洞|过失|过错|差错|纰漏|管理(?:上)?(?:的)?(?:问题|漏洞|疏漏|不)|没(?!关系|有关系|责任"
    r"|问题|办法|法|事|错)|漏(?!水)|忘|搞错|弄错|理亏|欠(?:您|妥)|不应该|不该|大意|马虎|糊弄|做漏|工作|把"
    r"|该负|的锅|没[^，。！？,!?]{1,8})"
)
_OWN_PART = (
    r"(?:派单|排班|调度|系统|前台|客服|仓库|后台|财务|录单|下单|交接|验收|质检|配送|分拣|报价员?|工程部"
    r"|培训|审核|店员|收银|出库|流程|管理|接单|登记|内部|排单|派工|运营|库房|打包|客房部|护士站|教务|后厨"
    r"|保安岗|登记员|派单员|话务员?|接线员?|文员|运维|服务器)"
)

_BLAMES_US = re.compile(
    r"(?P<fault>(?:是|系|怪|怨|赖|都怪|全怪|就是|确实是|确系|还是|属于|归根到底是|说到底是|主要是|得怪"
    r"|该怪|算|出在|错在|责任在|毛病在|问题在|问题出在|坏在|漏在|怪就怪|责任(?:全|都)?在"
    rf"|根子在)\s?(?:{_US})\s?(?:的)?\s?(?:{_FAULT}|[^，。！？,!?\s]{{0,10}}?(?:没|漏|忘|错|疏|失误"
    r"|不到位|不周|不严|不当|不足|不对|不力|马虎|问题|身上|手里|毛病|责任|糊弄|岔子|乱))|(?:怪|怨|赖"
    rf"|全怪|都怪|得怪|怪就怪)(?:{_US})(?!没(?:用|道理)|吗|么|啊[？?]))"
    r"|(?P<self>(?:是|系|怪|怨|赖|害)(?:我们|咱们?|俺们?|额们|我哋|我|阿拉|店里|网点|柜台)(?!来|给|跟"
    rf"|的(?:荣幸|职责|工作))[^，。！？,!?]{{0,16}}?(?:错|漏|没|忘|不(?!好意思|要|用|会)|失|懒|糙|粗|弱"
    r"|松|虚|违|掉|坏|丢|破|断(?!定)|烧|伤|蹭|碰|重复|造成|欠|反|图|贪|乱|松|拿|省事|岔|害|死|排的|派的"
    rf"|放的|让[^，。]{{0,3}}的|留的|破规矩))|(?P<in>(?:断|漏|坏|栽|折|毁|丢|出)在(?:我们|咱|俺|额们|我"
    r"|店)|(?:我们|咱|俺|额们|店里|网点|柜台|规矩)(?:自己|这边|也|确实|真)?(?:漏了|慢待|怠慢|亏待|虚报"
    r"|偷了?懒|图省|贪"
    r"|大意|马虎|怠慢|失手|糊涂|定得|管得[太]?[糙松粗]|写了没|认，|认。|欠))|(?P<flaw>(?:我们|公司|店里"
    r"|咱|我方)的?[^，。！？,!?]{{0,5}}?(?:害|有(?:缺口|漏洞|疏漏|纰漏|毛病|欠缺)))"
    r"|(?P<hands>在我们(?:手里"
    rf"|手上|这边|这儿|这里|身上)[^，。！？,!?]{{0,4}}(?:断|漏|出|坏|丢|摔|弄|磕|碰))"
    rf"|(?P<of>(?:{_US})的\s?(?:{_FAULT}))"
    r"|(?P<cleft>(?:[错责任毛病问题锅根子](?:也|都|全|还是)?在|(?:归|(?<!上)算"
    rf"|(?<!登)记)(?:在)?)(?:{_US})(?:的|头上|账上|身上)?(?![没不])|的(?:人)?(?:也|都|还"
    r"|全)?是我(?:们(?:自己)?(?:的)?)?(?=[，。！,]|$)|(?:是|让"
    rf"|被)我们(?:自己)?[^，。！？,!?没不\s]{{0,10}}?(?:碰|刮|蹭|摔|弄|撞|压|踩|洗|扔|铲|落下|派|排|选|挑"
    rf"|带|装|搬|修|剪|漏|丢|关|开|签|教|招)[^，。！？,!?]{{0,3}}(?:的|了)(?=[，。！,—]|$)|(?:没法|没啥好"
    r"|不能|不|没什么好|没得)(?:赖别人|推的|推给别人|推脱|找借口|推卸)|是我们自己?松了?|(?:没得|没法)赖"
    rf"|赖不到[^，。！？,!?]{{1,5}}|不往[^，。！？,!?]{{1,6}}推|责任[^，。！？,!?]{{0,3}}不推"
    rf"|不推给?(?:谁|别人|他)|(?:该|由)我们(?:来)?(?:兜|担|扛)|是我们[^，。！？,!?\s]{{0,6}}的(?:手法|岗"
    r"|人|医生|账|活|做法|设计|安排|规定|规矩|系统|流程|教练|师傅|队伍)(?=[，。！]|$)|是我们的(?:医生|人"
    rf"|教练|师傅)|短板在(?:{_US}))|(?P<bear>(?:{_US})(?:[^，。！？,!?\s]{{0,4}})(?:(?<!没)有责任"
    r"|负责(?!人|任何"
    r"|处理|给|跟|帮|安排)|负(?:全部|主要|完全)?责任?|负全责|全责|承担(?:全部|一切|所有)?责任|认(?:错|账"
    r"|罚|栽|这个|，|。|$)|检讨|理亏|担着|难辞其咎|失职|失察|该打|做得不(?:好|对|够)|做的不(?:好|对)"
    r"|没做好|没做到(?:位)?|没管好|没教好|没尽到|这事(?:办|做)得|管教不|管理不|工作不到位|不地道|不像话"
    r"|大意了|疏忽了?|欠考虑))"
    rf"|(?P<liable>责任(?:完全|全|都|主要)?在(?:于)?(?:{_US}|我)|(?:这|那)?(?:个)?(?:锅|责任"
    rf"|错)[^，。！？,!?]{{0,4}}(?:我们|我|公司|店里|俺|咱)(?:来)?(?:背|担|认|扛|负|接|兜)|(?:我们|我"
    r"|公司|店里|俺|咱)(?:来)?(?:背|担|认|扛|负)(?:这个|全部|这份)?(?:锅|责|错)|怪(?:我|俺|咱|阿拉)"
    r"|怨(?:我|俺|咱)|赖(?:我们|我|俺|咱)|出在(?:我们|我|咱|俺)|漏在(?:我们|我|咱|俺)|(?:我|俺"
    r"|咱)们?(?:的)?(?:不对|不是(?=[，。！]|$)|有错|错了|失职)|(?:做得|干得)确实(?:唔|不)(?:似样|像样))"
)
_NOT_US = re.compile(
    r"(?:不|并不|又不|才不|不能说|不全|不见得|没说|唔|并非|非)$|(?:难道|凭(?:什么|啥)|怎么(?:能|会|就)?"
    r"|哪(?:里|儿)?|如果|要是|若|万一|假如|是不是|是否|倘|一旦|只要|确认|核实|查(?:实|出|明)|经查"
    r"|真(?=是))[^。！？!?；;,，]{0,5}$"
)
_NOT_US_INSIDE = re.compile(r"(?:怪|怨|赖)[不得]|没关系|无关|不(?:负责|担责|承担)|着我们|是不是|[？?]")
_NOT_US_AFTER = re.compile(
    r"[^。！？!?；;]{0,6}(?:吗|么|？|\?|的话|就(?:给|赔|退)|，我们(?:一定|肯定|就)?(?:赔|负责|给您|退)"
    r"|能(?:控制|决定|左右)|管不)"
)
_WE = re.compile(
    r"(?:我们|咱|俺|阿拉|我方|我司|本店|(?<![\u4e00-\u9fff])公司|店里|物业(?!费)|(?<![房游三他])平台"
    r"|我(?:这边|这里|自己)?(?=没|漏|忘|[排派记录写看弄搞]错|把))"
)
_PART_OF_US = re.compile(_OWN_PART)
_OTHER_PARTY = re.compile(
    r"(?:厂家|被平台|平台放|供应商|第三方|外包|快递公司|物流公司|银行|维保单位|面料厂|工厂|开发商|天气"
    r"|下雨|堵车|楼上|邻居|[您你恁]家|[您你恁]的|[您你恁]自己|对方)"
)
_CUSTOMER_IS_AGENT = re.compile(r"(?<![给帮替为跟和让把对向])[您你恁](?!家|的|们|这|那)")
_WORKER = re.compile(
    r"(?:师傅|阿姨|工人|小哥|司机|骑手|保姆|月嫂|护工|护理|他|她|伊|佢|师父|保洁员?|技师|店员|同事|员工"
    r"|老师|新人)"
)
_PUSHES_AWAY = re.compile(
    r"(?:不(?:能|该|全|关|是)?[^，。！？]{0,2}(?:怪|怨|赖)(?:我们|咱|俺|公司)|跟(?:我们店?|公司|平台|酒店"
    r"|物业|本店|店里|咱)(?:真|可|也)?[^，。！？]{0,3}(?:没|无)(?:半点|任何)?关|跟公司没|[您你](?:找|去找"
    r"|跟)[^，。！？]{1,6}(?:赔|要|去)|责任在(?:他|她|商家|骑手|厂家|师傅|您)|不是我们的(?:责任|错|问题)"
    r"|与我们无关|怪不[得着到](?:我们|咱)|(?:他|她)(?:个人|自己)的?(?:问题|责任|事|行为))"
)

_EVIDENCE = (
    r"(?:监控|录像|视频|录音|通话|记录|记錄|工单|派单|订单|单子|单据|回单|底单|面单|运单|存根|后台"
    r"|系统(?!原因|问题|故障)|台账|日志|登记[本表簿册]?|签到|签收|打卡|物流|轨迹|定位|gps|照片|图片|相片"
    r"|截图|流水|账单|账目|账本|明细|发票|小票|合同|协议|聊天|排班|班表|派工|护理单|报告|检测单|检测|批号"
    r"|批次|库存|出库|入库"
    r"|服务群|摄像头|底册|存档|仪|单上|照里|表|送修|通知单|快照|报表"
    r"|(?<=[\u4e00-\u9fff])表(?![示现达面情扬])|档案|备注|值班|巡检|交接[本单表]?|回访|温度|数据|行车"
    r"|导航|里程|验收单|验收|施工单|施工|保养|维修单|进货|价目|公示|留样|编号|系统里|清单|出餐|称重|计价"
    r"|面板|机身|现场|账户|扣费|考勤|单号|病历|化验|质检|样品|仓库|轨|相册|群里|对讲|派送|配送|日程|预约"
    r"|(?<=[\u4e00-\u9fff])单(?![位独价纯身元]))"
)
_LOOKED = r"(?:查|看|翻|调|核|听|睇|对|比对|核对|查阅|调取|扒拉|调阅|查询|复盘|捋|点开|打开|拉|瞅|瞧|问)"
_DONE = r"(?:了|过|到(?!备注)|出来?|完|罢|着|返|紧|嘞|的|清|遍|一遍)"
_VERIFIED = re.compile(
    r"(?P<object>(?<=[\u4e00-\u9fff][\u4e00-\u9fff])(?:我|俺"
    rf"|额)(?!们)[^，。！？,!?\s您你恁]{{0,6}}?(?:看|瞧|瞅|翻|查|核|对|听|回放|睇)(?:到|出来|看)?(?:了|过"
    rf"|完|着呢|遍|嘞)[^，。！？,!?]{{0,3}}|(?:我|俺|额|刚|方才|才)[^，。！？,!?您你恁]{{0,6}}?(?:查|翻"
    r"|核|调|回放|捋|瞅|瞧|核对)(?:了(?!半天|一下|下|[，。 ])|过(?!了)|着(?!呢)|出来"
    rf"|到尾)[^，。！？,!?]{{0,8}}|(?:我|俺|额|刚)[^，。！？,!?您你恁]{{0,3}}看了(?!一下|看"
    rf"|[，。 ])[^，。！？,!?]{{2,8}}|(?:我|俺"
    rf"|额)[^，。！？,!?您你恁]{{0,4}}把[^，。！？,!?]{{1,10}}(?:翻|打开|调|拿|摆|瞅"
    rf"|看)[^，。！？,!?]{{0,6}}|(?<=[\u4e00-\u9fff][\u4e00-\u9fff])(?<!直接)显示(?!为)|拍得(?:真|清)"
    rf"|(?:刚|我)[^，。！？,!?您你]{{0,3}}(?:翻过|看过|查过|进[^，。！？,!?]{{1,6}}看的)|拆回来看了"
    rf"|(?:对着|放大|拿着|凭)[^，。！？,!?您你]{{1,8}}(?:看|对)的|逐[帧条页张]|为凭|留的底|(?:页面|水牌"
    r"|标签|吊牌|合同|协议|条款)上?(?:写|打|印|标)[的着]|(?:记录|监控|录像|视频|日志|本子|单子|工单"
    r"|照片)(?:上|里)(?!的|看到您|您)|(?:我|俺|额)(?:翻到|截|拍下来?|照下|看见|看到)了|摆桌上|开视频"
    rf"|{_EVIDENCE}[^，。！？,!?]{{0,2}}[0-9]{{1,2}}:[0-9]{{2}}|查[^，。！？,!?您你]{{1,6}}系统(?=，)"
    rf"|刚翻的|(?:调|翻|拉)出来(?:了|看)|在我手[上里]|(?:刚|我)[^，。！？,!?您你]{{0,3}}拆(?:了|开)"
    rf"|(?:录像|监控|录音|视频|单子|底单)[^，。！？,!?您你]{{0,3}}(?:调|翻|拿)出来了|(?:录像|监控"
    rf"|录音|视频)[^，。！？,!?您你]{{0,3}}(?:回放|听|看|翻|调|查|拉)(?:了|过)|(?:小票|存根|底单|签名"
    rf"|照片|视频|单子)[^，。！？,!?您你]{{0,3}}(?:还在|为证|可查)|上面(?:备注|写|记|印|签)|拍了(?:视频"
    rf"|照)|(?:我|俺)去[^，。！？,!?您你]{{1,6}}(?:数|量|对|看|查|测|核)了|(?:门禁|打卡|刷卡|签到"
    rf"|监控)[^，。！？,!?]{{0,5}}(?:时间|记录)是|对照[^，。！？,!?]{{1,6}})|(?P<looked>{_LOOKED}(?:取|看"
    rf"|对|阅|查)?{_DONE}(?:一?[下遍眼]|您|你|恁|那|这|当|昨|今|师傅|他|我们|前|整|两|三"
    rf"|几)?[^。！？!?；;，,]{{0,12}}?{_EVIDENCE}"
    rf"|(?:刚刚?|已经?|我|方才|才)(?:去)?(?:把[^，。！？,!?]{{0,8}})?{_LOOKED}(?:取|看|对|阅"
    rf"|查)?[^。！？!?；;，,您你]{{0,8}}?{_EVIDENCE}(?!看看|查查|去|来核|再|才|给)"
    rf"|{_EVIDENCE}[^。！？!?；;，,]{{0,6}}?(?:我|俺|咱|我们|刚|也|都|已)+(?:也|都|刚|已经|手上|手里|这边"
    rf"|全)?(?:{_LOOKED}|拿|留|有|存|捋)(?:取|看|对|阅|出来)?{_DONE}?(?!看看|一下再)"
    rf"|{_EVIDENCE}(?:上|里|中|里头|上头|那边|表?上面)?(?:都|也|清楚|确实|明明|只|就)?(?:显示|写着|写的"
    r"|记着|记的|拍到|标着|标的|能看|看得|看到|录着|有写|有记|是空|[0-9:点分秒]*(?:可见|看得清|拍到)"
    r"|没见|签的|[0-9]+%|，我看到|，我翻到|，我拍|空着|没(?:有)?(?:写|记|打勾|签|勾|填|看到|显示)|对得上"
    rf"|查到|可查|可以查|有[^，。]{{1,6}}(?:照片|记录|签字))"
    rf"|(?:根据|依据|按照?|从|对照)[^。！？!?；;，,]{{0,10}}?{_EVIDENCE}[^。！？!?；;，,]{{0,4}}(?:看"
    r"|显示|来看|反馈|查|判断|确认)|经(?:核实|查|查询|核查|调查|检测"
    rf"|排查)[^。！？!?；;，,]{{0,6}}?{_EVIDENCE})"
)
_SHOWS = Gated(
    rf"{_EVIDENCE}[^。！？!?；;，,]{{0,8}}?(?:发|拍|截|递|传)(?:图|照)?(?:给)?[您你恁]"
    rf"|{_EVIDENCE}[^。！？!?；;，,]{{0,8}}?(?:可以|能|都|我|这就|随时|一并|现在|马上"
    rf"|也)[^。！？!?；;，,]{{0,4}}?(?:发(?:给)?[您你恁]|给[您你恁]看|拿给[您你]|拍给[您你]|出示|调给"
    r"|查得到|给您过目)|(?:拍|发|调|拿"
    rf"|截图)[^。！？!?；;，,]{{0,6}}?{_EVIDENCE}[^。！？!?；;，,]{{0,3}}给[您你恁]"
)
_ASKED_SOMEONE = Gated(
    r"(?:跟|和|找|同)[^，。！？,!?您你]{1,6}(?:谈|聊|问|核|对质|对(?=过|了))[^，。！？,!?]{0,2}(?:了|过)"
    r"|(?:自己|亲口)?(?:跟|同|对)我(?:讲|说|承认|认)(?:的|了)|[她他]认了"
    r"|打了?[^，。！？,!?]{1,8}电话[^。！？!?您]{0,8}(?:讲|说)|(?:问(?:了|过|罢)|核实了"
    r"|跟[^，。！？,!?]{1,6}(?:核实|确认|对)(?:了|过))(?!了?[，。！]|一下|问)[^。！？!?；;，,]{1,10}"
)
_FINDING = (
    r"(?:(?:查|核|看|测|检|问|弄|搞|拆|核实|排查|调查|检测|鉴定|化验|捋|复查|核查|摸|听"
    r"|对)[^。！？!?，,]{0,6}?(?:清楚?|完|明白?|实|出来?|好|到|结果|透|准|了之?后|后)|(?:核查|调查|检测"
    r"|检查|质检|鉴定|化验|排查|核实|复测|查证|监控|原因|查询|化验)[^。！？!?，,]{0,4}(?:结果|报告|结论"
    r"|情况|原因)|原因|结果|结论|报告|怎么回事|咋回事|为啥|为什么|哪(?:儿|里|个环节|一?步|一路)|谁拿的"
    r"|来龙去脉|说法|查|出结果)"
)
_TELL = (
    r"(?:告[诉知][您你恁]|讲给[您你恁]|说给[您你恁]|跟[您你恁](?:说|讲|汇报|摆|交代|同步)|给[您你恁](?:个"
    r"|一个|准|回|打|说|讲|答|交|发|看|反馈|书面)|答[复覆][您你恁]?|回[复覆电话][您你恁]?|打给[您你恁]"
    r"|打电话|发(?:给|到|至)?[您你恁]|通知[您你恁]|[您你恁]看|讲[您你恁]|说明白|截图给|向[您你恁]"
    r"|念给[您你恁]|一份(?:书面)?(?:说法|说明|报告)|同[您你恁]讲|话[您你恁]知|覆[您你恁]|当面)"
)
_REPORTS = Gated(
    rf"(?:{_FINDING}[^。！？!?]{{0,22}}?{_TELL}|{_TELL}[^。！？!?]{{0,12}}?(?:原因|结果|结论|怎么回事"
    r"|咋回事|哪[里儿]|报告|查|为啥|为什么|说法))"
)
_NOT_A_FINDING = re.compile(r"(?:看诊|翻不到|水退|找没找到|拍照|退款|到账|几点到|方案|换(?:谁|人)|赔|报下来|补偿)")


def hits(reading: Reading) -> Iterator[Hit]:
    """Yield what the reply shows of `cause.concrete`, `cause.ownership` and `cause.verified`."""
    told = lapses(reading)
    concrete = [lapse for lapse in told if lapse.strength >= SURE]
    for lapse in told:
        yield Hit(CONCRETE, lapse.start, lapse.end, lapse.strength, f"concrete.{lapse.kind}")
    owned = list(_owned(reading, told))
    yield from owned
    yield from _verified(reading, told, bool(concrete or any(hit.strength >= SURE for hit in owned)))


def _owned(reading: Reading, told: list[Lapse]) -> Iterator[Hit]:
    text = reading.text
    away = bool(_PUSHES_AWAY.search(text))
    for match in _BLAMES_US.finditer(text):
        before = since_stop(text, max(0, match.start() - 8), match.start())
        strength = 0.9
        bare = match["fault"] and not re.search(
            _FAULT + r"|没|漏|忘|错|疏|失误|不到位|怪|怨|赖|责任|出在|漏在|毛病|坏在", match[0]
        )
        if bare:
            continue
        if _NOT_US.search(before) or _NOT_US_INSIDE.search(match[0]) or _NOT_US_AFTER.match(text, match.end()):
            strength = 0.15
        elif away:
            strength = 0.4
        start, end = clause_around(text, match.start(), match.end(), 12, 10)
        yield Hit(OWNERSHIP, start, end, strength, f"ownership.{match.lastgroup}")
    for lapse in told:
        strength = _lapse_is_ours(text, lapse)
        if strength:
            yield Hit(OWNERSHIP, lapse.start, lapse.end, 0.4 if away else strength, "ownership.lapse")


def _lapse_is_ours(text: str, lapse: Lapse) -> float:
    """How surely the failing is told as one of our own side: by «我们» or by a link of our process as its subject."""
    if lapse.strength < SURE or lapse.kind in {
        LapseKind.UNKNOWN,
        LapseKind.TOLD,
        LapseKind.RULE,
        LapseKind.BROKEN,
        LapseKind.REASON,
    }:
        return 0.0
    stretch = text[lapse.start : lapse.core + 4]
    around = since_stop(text, max(0, lapse.start - 10), lapse.start) + stretch
    if _OTHER_PARTY.search(around) or _CUSTOMER_IS_AGENT.search(text[lapse.start : lapse.core]):
        return 0.3
    if _WE.search(stretch):
        return 0.8
    if _PART_OF_US.search(stretch):
        return 0.65
    if _WE.search(around) or _PART_OF_US.search(around):
        return 0.55
    return 0.3 if _WORKER.search(around) else 0.35


def _verified(reading: Reading, told: list[Lapse], has_cause: bool) -> Iterator[Hit]:
    text = reading.text
    for match in _VERIFIED.finditer(text):
        before = since_stop(text, max(0, match.start() - 6), match.start())
        strength = 0.88 if has_cause else 0.45
        if re.search(r"(?:您|你|恁|请|麻烦|没|不(?!住|起)|未|别|要|去|等|再|会|可以)[^，, ]{0,2}$", before):
            strength = 0.3
        start, end = clause_around(text, match.start(), match.end(), 12, 10)
        yield Hit(VERIFIED, start, end, strength, "verified.looked")
    for match in _SHOWS.finditer(text):
        yield Hit(VERIFIED, match.start(), match.end(), 0.7 if has_cause else 0.45, "verified.shows")
    for match in _ASKED_SOMEONE.finditer(text):
        yield Hit(VERIFIED, match.start(), match.end(), 0.55 if has_cause else 0.3, "verified.asked")
    unknown = [lapse for lapse in told if lapse.kind is LapseKind.UNKNOWN and lapse.strength >= SURE]
    yield from _promised_finding(text, unknown)
    checkable = [span.start for span in times(text) if span.checkable]
    for match in _REPORTS.finditer(text):
        timed = bisect_left(checkable, match.start() - 16) < bisect_left(checkable, match.end() + 7)
        strength = 0.82 if timed else 0.55 if unknown else 0.45
        if _NOT_A_FINDING.search(match[0]):
            strength = 0.3
        start, end = clause_around(text, match.start(), match.end(), 12, 10)
        yield Hit(VERIFIED, start, end, strength, "verified.report")


_WILL_TELL = re.compile(
    r"[^。！？!?]{0,22}?(?:给[您你恁](?!退|赔|补|换|修)|告[诉知]|打给|回[您你复电]|跟[您你恁]讲|通知|念给"
    r"|转[您你]|发[您你给]|送到|当面)"
)


def _promised_finding(text: str, unknown: list[Lapse]) -> Iterator[Hit]:
    """Where the reason is still open, a time at which we report is when the finding will be told."""
    if not unknown:
        return
    for span in times(text):
        tells = _WILL_TELL.match(text, span.end) if span.checkable else None
        if tells and not _NOT_A_FINDING.search(tells[0]):
            yield Hit(VERIFIED, span.start, tells.end(), 0.72, "verified.unknown_timed")
