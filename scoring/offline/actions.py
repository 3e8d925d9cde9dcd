"""Finds concrete acts of ours in a reply: someone sent or coming, work done over, a part replaced, money given back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from scoring.offline.people import NAMED
from scoring.offline.reading import Reading


class ActionKind(StrEnum):
    """What sort of act it is."""

    SEND = "send"
    COME = "come"
    WORK = "work"
    OPERATE = "operate"
    REFUND = "refund"
    CALL = "call"
    INQUIRE = "inquire"


@dataclass(frozen=True, slots=True)
class ActionSpan:
    """One act: the characters `start` to `end`. `strength` is how sure a reader would be that it is a concrete act of ours."""

    start: int
    end: int
    kind: ActionKind
    strength: float


_STOP = "。！？!?；;\n"
_YOU = "[您你恁侬]"
_MAN = (
    r"(?:(?<![没无本])人(?!家|工|为|员不|品)|师傅|师父|师付|阿姨|保洁|保姆|月嫂|保安|维修|维保|电工|水工|水电|木工|油漆工|技术|工程|骑手|小哥|快递员|司机|同事|护工|护理|护士|医生|大夫|老师|教练|顾问"
    r"|团队|班组|工人|技师|检测|第三方|主管|店长|经理|组长|队长|管家|前台|仓库|财务|后勤|厨房|后厨|客房|养护|物业|工务|机修|钳工|专人(?!联系|跟进|处理|负责|回)|培训|专车|拖车|救援|[压货拖专救抢源洗]车|车队"
    rf"|嬢嬢|大姐|{NAMED})"
)
# Work on a thing. One-character verbs are in `_ONE`, which asks for more context.
_WORK = (
    r"(?:返工|返修|重(?!要|点|大|量|新|视|复|申|症|伤|病|阳|心|叠|力|中|庆|的|了|物|活|担|任|托|型|罚|责|金|启|试|温|逢|头|口|孙|工|蹈|创|压|灾|构|游|度|谢|在|感|读|听|看|来(?!一))[\u4e00-\u9fff](?!不|记录|的标准)|重新[\u4e00-\u9fff]{1,2}|从头|再[\u4e00-\u9fff]{1,4}(?:一[遍次回道趟]|两遍|几遍)"
    r"|返[来嚟]?(?:执|整|搞)|翻工|重整|补[擦洗刷装喷做种课打拍发寄送派装漆胶测办录开充上齐件货货款](?!不|贴|助)|补(?:一?[包份个件张套瓶节]|给)|修(?:好|完|复(?!膜|液|霜)|补|妥|通|掉)|抢修|维修好|检修|更换|调换|换(?:新|掉|上|成|一[\u4e00-\u9fff]|个|块|台|套|条|位|人|房|货|件|原装|[0-9]|[A-Za-z])"
    r"|拆(?:开|下|机|洗|装|了|掉)|装(?:好|上|回|新|完|妥)|抠(?!门)|铲(?!刀|子|齿)|打磨|抛光|打(?:胶|蜡|压|磨)|疏通|通(?:开|好|一遍)|清(?:理|走|完|干净|掉|洗|扫|运|空|出来)|消杀|消毒|杀(?:一[遍次]|虫)|补杀|烘(?:干|一)|熨|缝(?:好|上|补)|挪(?:走|开|车|到)"
    r"|搬(?:走|回|到|过)|抬(?:走|上|下)|抽(?:水|干)|吸干|擦(?:掉|干净|一遍|完|洗)|洗(?:掉|干净|一[遍次]|完)|刷(?:掉|一遍|好)|关(?:掉|阀|停)|把[^，。！？,!?]{1,8}(?:关|修|换|装|拆|补|清|挪|搬|送|拿|取|拉|撤|改|接|带|转|停|弄|整|擦|洗|烘|堵|贴|刷|垫|扶|吊|封)"
    r"|复[检测验查]一?|上门(?!前)(?:检测|检查|复测|测|验|量|取件|取|收|查看|看)|送检|送(?:过去|过来|到|上[来门去]|去|回|医|修|新|来)|取(?:回|走|件|出)|拉(?:去|到|回|走)|寄(?:过去|回|出|给|到|新|一)|补发|补寄|发(?:货|出(?!现)|顺丰|新的|一[份件个套台包]|加急)|加急(?:寄|发|送|补)|走顺丰|闪送|跑腿"
    r"|出货|陪[您你恁][^，。！？,!?]{0,6}(?:去|到|看|检)|陪(?:护|诊|同)|陪(?:老|孩|阿|叔|奶|爷|大|它|他|她|宝)[^，。！？,!?]{0,3}(?:去|到|看)|护送|接[您你恁](?!受)|堵上|封住|贴(?:好|上)|加固|加装|加氟|充(?:氟|上|值)|调(?:好|试|平|整好|低|高|到|大|小|成|音|律)|归位|复位|对(?:好|齐)"
    r"|扩容|补氟|(?<!里)断水(?=[，。]|抢)|停水|送电|通电(?!话)|拿[去回来走](?!不)|[擦刮洗拆关删撤换揭撕剪挖抹除]掉|陪着(?:去|您|看)|(?:收|扔|撤|清|带|运|拖|铲|吊|换|抱|找)(?:走|出去|掉|回来)|全收回|进场|交活|干完|拾掇|归置|收拾(?:好|干净|完)|给[您你恁][^，。！？,!?回打发答说]{0,3}?[\u4e00-\u9fff](?:完|好|上|掉|妥|干净|回去|回来|平|利索)(?=[，。！？,!?]|$)|扛[^，。！？,!?]{1,8}(?:上楼|下楼|过[去来]|上[来去])|背[^，。！？,!?]{0,4}下楼|整(?:好|妥|得|溜光)|搞掂|弄(?:好|完|干净|妥|回)|换下来|换(?:阀|管|芯|锁|灯|胶|油|板|机|皮|泵|表|电池|屏|滤芯|轮胎|床品|床单|被套|玻璃|纱窗|锅|菜|餐|鞋|码|班|阿姨|师傅|月嫂|保姆|保洁|护工|老师|教练|司机|医生|座|车)"
    r"|盯着[^，。！？,!?]{0,8}(?:[做修装弄点擦洗换清]))"
)
_OPERATE = (
    r"(?:[给替帮][您你恁](?:占|留|守|盯|抢|找|买|打开)|推荐[一两几]?[位个]|全停|冲正|提到[^，。！？,!?]{0,3}前面?|解除(?!合同|服务)|送[您你](?:去|到|回|上)|加班[做赶改修]|下楼找|(?:停)(?:派|工|职|岗)|撤了|[全都]换|封板|顺延|紧急解控|解控|放行|可以冻结|取消(?!了吗)|撤[销回单掉下]|解[锁绑冻约封除]|开通|恢复|重置|改(?:签|期|派|约|单|成|到|回|为|好|过来|正)|更正|冻结|停(?:掉|了|用|机|扣|职|单|岗)|下架|删(?:除|了|掉|完|干净)|录进|入[库账]|补录|补登|转正|升舱|升房|换房|免(?:排队|预约)"
    r"|优先(?:安排|派|出|办|发|处理单)|插队|加急(?:派|办|处理好|审)|加派|增派|(?:重新|优先|加急|立刻|马上)派(?:单|送|件)|派(?:车)|重派|锁定|留(?:号|房|位|一)|预留|约(?:好|了|上|明|后|今|周|下|礼拜|重)|重约|挂(?:上|好|失|号)|(?<!双)(?<!对)开(?:机|锁|票|单|证明|发票|门)(?!和|、|特)|办(?:好|理完|下来|妥|完|退|掉)|提(?:交|上去)|报(?:保险|修|警|失)"
    r"|走保险|申诉|帮[您你恁](?:开|关|改|转|约|订|办|退|报|调|换|取消|重|补|申请|拦|找回|追回|冻|停|删|叫车|打车|挂|申|续|延|录|登录|登记好|走|恢复|充|抢)|给[您你恁](?:开|改|转(?!告)|约|订|办|换|重|延|调(?!查)|锁|续|留|挂|停|关掉|录)|截(?:停|住|回)|拦(?:截|下|住|回)|召回|追回|找回|登门)"
)
_ONE = r"(?:修|换(?!成?我|作|谁)|装|拆|擦|洗|刷|补(?![一二两三四五六七八九十百几0-9]+[块元百]|偿|贴|[您你恁])|清|烘|测|挪|搬|送|取|拿|接|寄|发(?!个微信|消息|个消息|信息)|关(?!机|门|心|于)|停|删|改|退|做|弄|整|执|搞|通(?!知|过|常)|喷|检|验|量|约|办|录|贴|抽|拖|扫|熨|缝|调|点|撤|解|带(?!来不|来的)|翻|抱(?!歉)|摘|抠|接手|接班|做掉|盯)(?!监控|录像|录音|记录|[^，。！？,!?]{0,6}照片)"
# What must stand before a one-character verb to make it an act: for you, in order to, once more.
_LEAD_ONE = (
    r"(?:给[您你恁侬]|帮[您你恁侬]|替[您你恁侬]|为[您你恁侬]|同你|帮你|畀你|来|去|再|重新|我开车|我带[^，。！？,!?]{1,5}|我亲自|我自己|替[您你]远程|连夜|今[晚天早日]就?|明[天早晚日]就?|后天就?|当[晚天场]|今儿|明儿|上午|下午|晚上|晌午|[0-9一二两三四五六七八九十半]点(?:半|前|之前)?就?|周[一二三四五六日末](?:前|之前)?|分钟内?|小时内?|今朝|明朝|听[日朝]|(?:正|已|还|都)在|[小老阿][\u4e00-\u9fff]|师傅|给(?:她|他|它|老人家?|孩子|叔叔|宝宝|大爷|大妈|奶奶|爷爷|老太太|老爷子)|一道|一起|过[去来]|上门|上来|带[^，。！？,!?]{1,6}(?:来|去|过来|过去|给您|给你|给恁)|派人|喊人来|叫人来|免费|亲自|负责|当面|马上就?|立刻|立马|即刻|这就"
    r"|现在就?给?|点前|之前|以前|分钟内|小时内|天内|我先|我们先|刚给|已给)"
)

_COME = r"(?:上门(?!前)|登门|到场|到现场|(?<!转)(?<!打)(?<!退)(?<!回)到[您你恁侬](?!账|[^，。！？,!?]{0,8}(?:账|卡|户))[^，。！？,!?\s]{0,3}|过[去来](?!的|人|式|了吗|没|啊|几)|赶(?:过去|过来|到|来|去)|出发|在路上|路上了|上车|返[来嚟]|拢(?=[您你恁]|$|[，。！？,! ])|带[您你四两三几][^，。！？,!?]{0,8}[进走]|回[^，。！？,!?您你]{1,4}(?:翻|取|拿|找)|去[^，。！？,!?您你]{1,6}(?:翻|找|拿|取|接|送)|来[您你恁](?:家|这|们|那|屋)|去[您你恁](?:家|那|屋|府)|上来(?!看的)|下来(?=[给帮换修])|拿[^，。！？,!?\s]{1,5}(?:过去|上来|过来|去)|带[^，。！？,!?\s]{1,8}?(?:过[去来]|上门|来|去|到)|领[^，。！？,!?\s]{1,6}?(?:过[去来]|上门|来|去|到)|跟[^，。！？,!?\s]{1,6}?(?:过[去来]|上门|来|去|拢|一道来)|去(?=[现关修换查看接拿取处盯开给帮抠补弄把测做清堵排守拉调])|来(?=[换修烘补抠测做擦洗弄看拆装处清调拖喷检验执量接取]))"
_SEND = (
    rf"(?:(?:叫|让|喊|派)(?:她|他|佢|伊)(?=[^，。！？,!?]{{0,9}}(?:到|来|去|过|上门|送|带|回))|(?:派(?![件送单])|安排|调派|加派|(?:叫|让|喊)(?!我|俺|咱|额|人家|您|你|恁|[0-9一二两三四五六七八九十百]*[百千]?多?号?人|保安请|保安了)|领|带(?!来不|来的)|约|调(?=人|个|一|两|[^，。！？,!?]{{0,4}}(?:师傅|阿姨)))[了好出到]?(?:一?[位名个]|俩|两[位个]|仨|几个)?[^，。！？,!?；;您你恁没无不]{{0,8}}?{_MAN}|请(?:了|来)?{_MAN}|(?:通知|联系|催)[了好]?[^，。！？,!?；;您你恁没无不]{{0,6}}?{_MAN}"
    rf"|换(?!左|成?我|作|谁|句)[了成]?(?:一?[位名个]|另外?一?[位个名])?[^，。！？,!?；;没不]{{0,6}}?(?:阿姨|师傅|保洁|保姆|月嫂|护工|老师|教练|顾问|司机|医生|人(?!家|选)|技师|管家|大姐|{NAMED}))"
)
_SEND_DOES = re.compile(
    r"[^。！？!?；;]{0,14}?(?:来(?!电|得及|不及)|去|过[去来]|上门|到|赶|拢|带|拿|换|修|装|拆|洗|擦|做|弄|烘|补|搬|看|测|检|验|清|送|取|接|挪|停|关|盯|开|重|返|处理|给[您你恁]|卸|撤|退|发|查|背|关|打|通|叫)"
)
_REFUND = (
    rf"(?:(?:全额|原路|原价|如数|一分不[少差]|都|先|统统)?\s?退(?:还|回|给|返|翻|掉|您|你|恁|赔|到|了|一半|半价|全款|全额|[0-9一二两三四五六七八九十百半几]+(?:\.[0-9]+)?[元块蚊%成折]?)(?!的?(?:规|政策|流程|时效|渠道|申请|一般|都是|问题|事|麻烦|不))"
    rf"|(?:帮{_YOU}|给{_YOU}|为{_YOU}|已经?|办理?|申请|全额|全部|做|走|发起|直接|马上|立即|安排)[^，。！？,!?\s]{{0,4}}?退[款费](?!的?(?:流程|规))|退[款费](?:给|到|{_YOU}|已|今|明|[0-9]|我|会在|通道)|已退(?!$)?|(?:费|款|钱|押金|差价|[元块蚊]|[0-9百十千](?![0-9点:号分个天小年月人块元]))[^，。！？,!?]{{0,10}}?(?:全?退|返还|打回|打给|转回|划回|退返|还给){_YOU}?|已退(?!货)|点了?退(?!款页)|原路[^，。！？,!?]{{0,3}}回|回(?:您|你|原)[^，。！？,!?]{{0,6}}?(?:卡|账户|支付)|全退|原路回(?:您|你|原|付款)?|回(?:您|你|原)[^，。！？,!?]{0, 5}?(?:卡|账户|支付)|(?:费|[0-9元块百十])[^，。！？,!?；;]{{0,6}}?(?:不收|免[掉了收除]|不要了|全免|减免|冲[掉销]|核减|抹[掉了]|转{_YOU}|红包发{_YOU})|补差价?|按[^，。！？,!?]{{1,6}}赔(?:您|你|恁|给|偿给)|照价赔|原价赔)"
)
# «给您……» with any verb of doing: what is only said, counted, paid or caused is not one.
_BENE = (
    r"[给替帮为][您你恁](?!打|回|发|说|讲|道|赔|补|减|免|送|添|带|造|答|个|一个?|登|记|反|催|问|解释|介绍|看|听|鞠|认|磕|写|算|交|准|满意|不|的|这|那|们|家|找麻烦|丢|保|提|转|升|加|争|协|核|查|申|备|上报|汇|留言|明|好|最|更|出主意|指|支|透|生|难|着急|高兴|心|惋|捏|感|把|退|优|服务|方便|节|省|推|讨|抱|报|挽|制|惹|先|再|也|都|两|几|三|撒|尽|全|垫|贴|弥|安慰|压|打抱|叫|拿|做主|撑腰|下单|凑|重|抹|折|包|拍|念|电|去电|去信|信|分析|上火|多|冲|填|微信|[，。！？,!?\s]|[一-龥]{0,2}(?:不便|麻烦|困扰|损失|体验))"
    r"[\u4e00-\u9fff]{1,2}"
)
_MINE = (
    r"(?:我|俺)(?!们)[^，。！？,!?您你恁没不了都也]{1,7}?[拆修换装洗擦补送搬翻找守盯刮缝熨铺接带](?=[，。！~～]|$)"
    r"|(?:我们?|师傅|咱们?)给[\u4e00-\u9fff](?:一下|一遍|上|好|掉)"
)
_CALL = rf"(?:(?:打(?:电话)?给|打电话给|致电|联系|找|催)(?!{_YOU}|我|电话)[^，。！？,!?\s]{{1,8}})"
_ARRIVES = rf"(?<!多数)(?<!客)(?<!别)(?<!的)(?!仓库|财务|前台|物业|检测|工程师傅)(?:{_MAN})[^，。！？,!?；;您你恁没不]{{0,12}}?(?:(?<!打)(?<!找)到(?!时|处|底|账|这|那|会|位了吗|了吗|会|后|现在|[^，。！？,!?\\s]{0, 3}了吗)|上门|过去了|过来了|去了|[去来](?=[，。]|$)|接手|接替|顶上|顶班|守着|盯着)"
_INQUIRE = r"(?:去[^，。！？,!?]{0,4}看|翻(?=[那这辆记录])|拍(?:给)?[您你]|查(?!收|阅|费|看更多|看一下链)|核实|核查|调(?:取|出|监控|录像|录音|记录|阅)|看(?:完|监控|录像|一遍|录)|找[^，。！？,!?]{1,8}(?:查|问|核)|追查|排查|化验|鉴定|送检|检测)"

_ACTS = re.compile(
    rf"(?P<send>{_SEND})|(?P<refund>{_REFUND})|(?P<work>{_WORK})|(?P<operate>{_OPERATE})|(?P<come>{_COME})|(?P<one>(?P<lead>{_LEAD_ONE})\s?{_ONE})|(?P<mine>{_MINE})|(?P<bene>{_BENE})|(?P<call>{_CALL})|(?P<arrives>{_ARRIVES})"
)

_OURS = re.compile(
    r"给[她他它]|我|俺|咱|阿拉|本店|公司|店里|仓库|财务|师傅|师父|师付|阿姨|维保|保安|物业|工程|技术|电工|质检|小哥|司机|组长|经理|店长|主管|给[您你恁侬]|帮[您你恁侬]|替[您你恁侬]|为[您你恁侬]|同你|畀你|已经?|刚[刚才]?|马上|立[刻马即]|即刻|这就|现在|而家"
    r"|今[天日晚儿早朝黑]|明[天日晚儿早朝个]|后[天日]|听[日朝]|[点号周]|分钟|小时|钟头|个钟|安排|派|叫|让|喊|会|将|可以|由|免费|重新|姐|哥|工|嬢嬢|嫂"
)
_FIRM = re.compile(
    r"把|给(?:孩子|老人|宝宝|大爷|奶奶|爷爷)|[单顿月周天]起|给[她他它]|给[您你恁侬]|帮[您你恁侬]|替[您你恁侬]|为[您你恁侬]|同你|畀你|今[天日晚儿早朝黑]|明[天日晚儿早朝个]|后[天日]|听[日朝]|[0-9一二两三四五六七八九十半]点|分钟|小时|钟头|个钟|周[一二三四五六日末]|礼拜|月底|我|俺|咱|师傅|已|刚|马上|立[刻马]|即刻|这就|免费|重新|上门|安排"
)
_CUSTOMER_ACTS = re.compile(
    r"(?:请把|亲(?=把|先|自己)|(?<![给帮替为跟和同陪退赔送到接补还让找问约对向在害畀拢俾话告诉])[您你恁侬](?!家|那|这|们|的|单|屋|老|看|说|放心|孩|爸|妈|要是|非要|急|嫌|着急|要不)(?=[^。！？!?；;，,\s]{0,8}$)|麻烦|烦请|劳驾|建议|可自行|自行|辛苦您?|试试|尝试|自己(?=去|找|换|打|买|在|提|拍|点|操|修)|拍照$|要[^，。！？,!?]{2,8}拍照|超时)[^。！？!?；;]{0,8}$"
)
_CUSTOMER_BREAK = re.compile(r"我|俺|咱|师傅|给[您你恁]|帮[您你恁]|替[您你恁]|为[您你恁]|派|安排")
_NEGATED = re.compile(
    r"(?:(?<!要)不(?!少|管|了|止|仅|光|要钱|收|管|单|但|够|足|满|行|到)|没(?!问题|事)|未|无法|别|莫|冇|唔(?!好意思)|难|无须|勿|拒绝|想|问|该|以为|怎么|咋|凭什么|如何|谁|哪|错)[^，。！？,!?\s]{0,3}$"
)
_PAST = re.compile(
    r"(?:写着?|有无|上次|上回|之前(?!给|把|，)|前两回|前[几两]次|当时|昨|那天|原来|本来|当初|第一次|前天|那趟|以往|原先|头一[次回趟遍]|洗之前|刚做完|做完|装之前|去之前|上月|从来|后来|调了|换了|如需|每次|平时|一般|通常|一直(?!给|帮|跟|盯)|按规|规定|协议|只|是因为|因为|由于|所以)[^。！？!?；;]{0,10}$"
)
_NOUN_AFTER = re.compile(
    r"(?:费(?!用?(?:给|全|不|也|我|免|退))|员|的(?:时候|话|师傅|阿姨|人|标准|那|费|流程|规|视频|照片|地方|钱)|时(?!间|候)|[那这](?:栏|一栏|道|项|步|天|张|单|会)|记录|流程|标准|规定|政策|过程|之前|前(?=[^，。！？]{0,6}(?:没|漏|忘|就))|错|坏了|漏了|晚了|单子|单号|不[了到上]|还是|得了|没|吗|花了|坏了|破了|而已|都没|[^，。]{0,1}属|老师没|行业|质量|服务(?!费)|后.{0,4}(?:坏|漏|滴|堵))"
)
_WAS_US = re.compile(r"是[^，。！？,!?]{0,5}$")
# To have a review or a complaint withdrawn is no act on the matter.
_HUSH = re.compile(r"(?:投诉|差评|好评|评价|点评|朋友圈|帖子?)[^。！？!?；;]{0,8}$")
_LEFT_OUT = re.compile(r"(?:忘|漏|错|该)[了记]?$")
# «自动取消的», «小冯修的» tell of what was, by the particle at their end.
_OF_PAST = re.compile(r"的(?![时话])")
_LOOSE = re.compile(
    r"得(?=[拆扩先])|(?:方便|好)(?:给|帮)|办[^，。！？,!?]{0,5}套餐|套餐[0-9]|年卡|会员(?!资格|卡余额|费|权)|疗程|以旧换新|VIP|加v|百分百|百分之百|找(?:主管|店长|领导|财务|经理)|"
    r"这[两几]天|有空|空了|得闲|啥时候|什么时候|几时|回头|尽量|争取|看看能|看能不能|等.{0,6}(?:回来|有空|空)|过两天|改天|到时候?|催|如果|要是|假如|万一|的话|协调着|想办法|争取"
)
_ASKED_TO_FIND_OUT = re.compile(
    r"监控|录像|查(?:一?下|查|清|清楚|个|到底|明白)|帮我查|给我查|谁(?:签|拿|动|收|领|取|开)|假的|真的假|正品|在哪|哪[去儿]了|去哪|不见了|就没了|丢了|找不到|弄丢|没收到|到底是[啥什]|是什么(?:药|东西|成分)|怎么回事|咋回事|什么原因|给个说法|给我个说法|啥原因|到底有没有"
)
_FEE_DISPUTE = re.compile(r"扣|收(?:了|我|费|钱)|多收|乱收|退|钱|块|元|费|价|贵")


def actions(reading: Reading) -> list[ActionSpan]:
    """Every act in the reply that could be one of ours on the matter, the weak ones too, in order.

    RUBRIC, close calls: telling the customer what to do is no action of ours; bare 核查、记录、反馈、转交 are none unless
    finding out is what the customer asked for; a refund for a failed service, and money given back, are.
    """
    return sorted(_acts(reading), key=lambda act: (act.start, act.end))


def _acts(reading: Reading) -> Iterator[ActionSpan]:
    text = reading.text
    for match in _ACTS.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        before = _before(text, start)
        near = text[max(0, start - 5) : start]
        if kind in {"operate", "one"} and _OF_PAST.match(text, end):
            continue
        if kind != "refund" and _LEFT_OUT.search(near):
            continue
        if _NOUN_AFTER.match(text, end) or _NEGATED.search(near):
            continue
        if _told_to_customer(before) or _PAST.search(before) or _HUSH.search(before):
            continue
        if _WAS_US.search(before) and _OF_PAST.match(text, end):
            continue
        strength = _strength(reading, match, before)
        if strength:
            yield ActionSpan(start, end, _KINDS[str(kind)], strength)
    if _ASKED_TO_FIND_OUT.search(reading.customer):
        yield from _inquiries(text)


_SELLS = re.compile(
    r"[0-9]+[块元]?的?[^，。！？,!?]{0,3}套餐|享VIP|升级免|套餐可享|换购|加购|[0-9]+档|专享|尊享|星空|涂层|办一?张|推您|一平|疗程|[0-9]{2,}[元块]?一[年次平套]|打[一二三四五六七八九]折|加[0-9]{2,}(?:元|块)?[换升买]|续个|办个|升个"
)
_OFF_BOOKS = re.compile(
    r"私下|个人(?:微信|码|转|补|掏)|加v|加我微信|不走(?:平台|公司|网点|店)|别走(?:公司|平台)|走平台|私人(?:码|号|微信)|扫(?:前台|我|个人)|收款码"
)
# A fee let off is a refund where it is the fee of the failed service; of another fee it is a payment alone.
_WAIVED = re.compile(r"不收|免|不要了|冲[掉销]|核减|抹[掉了]|按.*赔|照价赔|原价赔")
_OWN_FEE = re.compile(r"这[次回单趟]|本[次单]|此次|今天|昨|[洗修服保装搬测]务?费|清洗|维修|工钱|年费|扣|多|按.*价赔")
_FIRM_SELF = re.compile(r"我|俺|师傅|[点号日天晚早午前]$|已|马上|现在|这就")
_ONLY_TOLD = ("通知", "联系")
_KINDS = {
    "mine": ActionKind.WORK,
    "bene": ActionKind.OPERATE,
    "send": ActionKind.SEND,
    "refund": ActionKind.REFUND,
    "work": ActionKind.WORK,
    "operate": ActionKind.OPERATE,
    "come": ActionKind.COME,
    "arrives": ActionKind.COME,
    "one": ActionKind.WORK,
    "call": ActionKind.CALL,
}


def _before(text: str, start: int) -> str:
    """What stands before `start` in its sentence, at most 16 characters."""
    window = text[max(0, start - 16) : start]
    for index in range(len(window) - 1, -1, -1):
        if window[index] in _STOP:
            return window[index + 1 :]
    return window


def _after(text: str, end: int, width: int = 12) -> str:
    window = text[end : end + width]
    for index, letter in enumerate(window):
        if letter in _STOP:
            return window[:index]
    return window


def _told_to_customer(before: str) -> bool:
    found = _CUSTOMER_ACTS.search(before)
    return bool(found) and not _CUSTOMER_BREAK.search(found[0])


def _strength(reading: Reading, match: re.Match[str], before: str) -> float:
    text, end = reading.text, match.end()
    around = before + match[0] + _after(text, end)
    loose = bool(_LOOSE.search(before[-10:] + match[0] + _after(text, end, 6)))
    sentence = text[max(0, match.start() - 30) : end + 20]
    if _SELLS.search(sentence) or (match.lastgroup in {"refund", "operate", "one"} and _OFF_BOOKS.search(sentence)):
        loose = True
    strength = 0.0
    if match["send"]:
        does = _SEND_DOES.match(text, end)
        told = match[0][:2] in _ONLY_TOLD
        strength = 0.92 if does else 0.35 if told or "尽快" in before or not _FIRM.search(around) else 0.6
    elif match["refund"] and re.search(r"不(?!收|要|少)|没|未|无法", match[0]):
        strength = 0.0
    elif match["refund"]:
        strength = 0.42 if _WAIVED.search(match[0]) and not _OWN_FEE.search(before + match[0]) else 0.85
    elif match["work"] or match["operate"]:
        strength = 0.92 if _FIRM.search(before[-12:] + match[0]) else 0.6 if _OURS.search(around) else 0.4
    elif match["arrives"]:
        strength = 0.88 if _FIRM.search(before + match[0]) else 0.45
    elif match["mine"]:
        strength = 0.7
    elif match["bene"]:
        strength = 0.62 if _FIRM_SELF.search(before) else 0.42
    elif match["come"]:
        strength = 0.9 if _FIRM.search(before) else 0.45
    elif match["one"]:
        strength = 0.85 if _OURS.search(before + match["lead"]) else 0.4
    elif match["call"]:
        strength = 0.7 if re.search(r"(?:我|俺|咱).{0,8}$", before) else 0.35
    return min(strength, 0.4) if loose else strength


def _inquiries(text: str) -> Iterator[ActionSpan]:
    for match in re.finditer(_INQUIRE, text):
        before = _before(text, match.start())
        if _told_to_customer(before) or _NEGATED.search(before[-3:]):
            continue
        ours = re.search(r"我|俺|咱|[点号]|分钟|小时|今|明", before)
        yield ActionSpan(match.start(), match.end(), ActionKind.INQUIRE, 0.65 if ours else 0.35)
