"""Finds who answers for an act: 「我」 as its agent, a surname with a role, a role that only one person has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class OwnerKind(StrEnum):
    """How the owner is said."""

    SELF = "self"
    NAMED = "named"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class OwnerSpan:
    """One owner: the characters `start` to `end` of the text, as far as the verb of the act at most."""

    start: int
    end: int
    kind: OwnerKind


_SURNAME = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费薛雷贺倪汤罗毕郝安常"
    "于傅齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄米明计成戴宋庞熊纪项祝董梁杜阮蓝闵季贾江童颜郭梅林钟徐邱骆高夏蔡田胡凌霍虞万管卢莫房丁邓石崔"
    "龚程邢裴陆翁段侯武刘景龙叶黎白蒲池乔曾关岳冉牛楚向欧涂盛柯柴温庄晏瞿闫聂辛简饶沙游窦封谭覃阎尤喻车佟滕宁甘詹艾裘闻展鞠丛岑符蔺尚解卓包柏娄应仇伊巩敖边储屈项原牧"
)
_ROLE_AFTER_NAME = (
    r"(?:师傅|师父|师付|师姐|师兄|经理|主管|店长|站长|队长?|组长|班长|科长|处长|部长|所长|厂长|院长|馆长"
    r"|园长|校长|主任|总监|总(?!是|共|之|算|不|得|说)|导"
    r"|护士长?|医生|大夫|老师|教练|教员|工(?!作|程|具|资|单|人|序|期|商|号|钱|费|艺|厂|地|龄|匠|会|时)"
    r"|工程师|技师|技术员|阿姨|嬢嬢|娘娘|孃孃|婶|嫂|妈"
    r"|姐(?!妹)|哥|大姐|大哥|大爷|叔|律师|管家|秘书|会计|助理|督导|督察|专员|顾问|调度|客服|质检|护理"
    r"|护工|保安|司机|先生(?=来|去|上门|负责|跟)"
    r"|女士(?=来|去|负责|跟)|同学(?=来|去|负责|跟))"
)
_NICKNAME = (
    rf"(?:[小老](?![时区心孩姐朋伙程票白明白万于高温龙家人板师公婆大爷太爹妈头两样早老化城向]))[{_SURNAME}](?!序"
    r"|度)"
    r"|老[高白万龙温](?=来|去|带|上门|过|跟|给|今|明|现|马上)|小[高白万龙温](?=来|去|带|上门|过|跟|给|今"
    r"|明|现|马上)"
    r"|大(?:刘|王|李|张|赵|周|吴|孙|马|杨|黄|朱|胡|林|何|郭|罗|梁|宋|郑|谢|唐|韩|曹|许|邓|冯)(?!路|道|厦|街)"
    r"|阿(?!姨|姐|伯|婆|公|拉|妹|哥|爸|妈|嫂|叔|嬷|爷|婶|弟|奶|里|胶|司|门|基|莫|昌|坤|哈|斯|克|富|根"
    r"|尔)[\u4e00-\u9fff]"
)
NAMED = (
    rf"(?:(?<!分)(?<!时)[{_SURNAME}](?<!分)(?:{_ROLE_AFTER_NAME}|(?![天日早晚排了])[\u4e00-\u9fff](?:主管"
    rf"|经理|店长|站长|主任|队长|组长|班长|工程师))|{_NICKNAME}|[{_SURNAME}](?:sir|总))"
)
"""Pattern of a name that tells one person of ours from the others."""

_ROLE = (
    r"(?:副?店长|副?站长|副?园长|副?馆长|副?院长|副?校长|副?队长|副?组长|副?班长|楼长|护士长|厨师长"
    r"|教务长|车间主任|班主任|值班主任|总经理|总监|老板(?!您|你|真|实|对|抱|娘?们)"
    r"|(?:(?:质检|区域|大堂|值班|客户|客房|前厅|项目|售后|客服|服务|片区|仓库|调度|财务|运营|营运|技术"
    r"|工程|护理|维修|物业|门店|城市|大区|部门|站点|配送|保洁|家政|品控"
    r"|安全|培训|教学|安保|保安)(?:部|中心|组)?的?)?(?:经理|主管|主任|督导|负责人|总监|队长|组长|班长)"
    r"|楼栋管家|专属管家|管家|楼管|法人|主厨|首席|院办|质检主管)"
)

_MODIFIER = (
    r"(?:自己|本人|亲自|这边|这就|这里|现在|马上|立[刻马即]|即刻|今[天日晚儿]|明[天日早晚儿]|待会儿?"
    r"|等[会下]儿?|一会儿?|稍后|回头|刚[才刚]?|已经?|正在?|先|再|就|也|都|会|要|来|去|得"
    r"|可以|能|帮[您你恁]?们?|替[您你恁]|给[您你恁]|为[您你恁]|跟[您你恁]|陪[您你恁]|同你|帮你|畀你|同时"
    r"|全|都|一[张个件项样][^，。！？,!?]{0,2}|从[^，。！？,!?\s]{1,4}|微信|短信|私信|电话|人工|全程|一直"
    r"|直接|单独|专门|亲手|负责|做主|当面|在[^，。！？,!?]{1,4}"
    r"|[0-9零一二两三四五六七八九十半几]+(?:个)?(?:分钟|小时|点|钟头|天)(?:半)?(?:之?内|以内|前|后|钟)?"
    r"|下班前|上午|下午|晚上|中午|早上|晌午)"
)
_HANDLING = (
    r"(?:处理|负责|来(?=[一给看修换处趟盯]|[，。]|$)|坐镇|签转|排(?=一下|期)|走(?=[紧快流绿])"
    r"|给(?=[洗换修补擦抛做装拆校])|往(?=[您你恁那])|跟(?:进|到|踪|办|着|[^，。！？,!?]{1,5}(?:一道|一起"
    r"|去|来|上门|拢|过去|过来|交接))|盯"
    r"|牵头|对接|接手|接管|兜底|督[办促]|把关|安排|派|叫|让|喊|请(?!假|您|你|恁)"
    r"|联系(?!您|你|恁)|约|调(?!返|出|取|看|阅)|协调(?=师|人|仓|店|厂|财|资|车)|打(?!扰|算|听|量|招呼"
    r"|包票|开|个?折)|回(?=[您你恁复电个])|[告话][诉知]|汇报给[您你]|通知|发(?=[您你恁给个]|过去|到|群)"
    r"|报(?=[您你给])|说(?=[您你恁明给清])|过[去来]|赶|上门|上[来去]|下[来去]|到(?=[您你恁门场现楼])|开车"
    r"|带|领|陪|接(?!着|受)|送|拿(?!脑袋|人格|命)|取|拎|背|换(?!我|成我|谁)|修|装(?!过)|拆|洗|擦|清|搬|挪"
    r"|做(?!主)|弄|搞定|补|退"
    r"|改|取消|撤|停|关|开(?!心|玩|除)|恢复|重(?=[新做发派约]|$)|寄|办|申请|提交|提上|提(?=单|给|交)"
    r"|录(?=进|入)|报销|理赔|追(?!究)|找(?!不|到|您|熟人)|查(?=清|明|到底|完|出|$|[^看了过到返阅询一])"
    r"|核实|核查|看着(?!跟|都|也|您)|守|住|值班|验|测|检|转(?=[您你给])|垫|赔(?![礼不罪个])|出(?=钱|面)"
    r"|担(?=着|保不)|点(?!头)|转(?=[您你给])|数(?=给)|寄|看(?=完|监控|录像|紧|一遍)"
    r"|去(?=[^，。！？,!?您你]{1,5}(?:看|拿|取|找|翻|接|送|修|处理))|下楼|放行|申(?:请|诉)|加急(?=[寄发])"
    r"|保(?=证金)|复查|抽查|监督|现场)"
)
_SELF = re.compile(
    r"(?:(?:我|俺|(?<![全金余差数限名总税])额(?=们|给|领|来|把|这)|本人)(?!们|家|司|方|公司|店|的(?!名)"
    rf"|自己不)(?P<gap>(?:\s?{_MODIFIER}){{0,5}})\s?(?P<verb>{_HANDLING})"
    r"|(?:我|俺)(?![们家也都不没])[^，。！？,!?您你恁们没不]{0,9}?把(?![^，。！？,!?]{0,8}(?:要求|意见"
    r"|情况|诉求))[^，。！？,!?]{1,10}?[打贴送转划交退放取拿发带搬换修擦洗停撤删补]"
    rf"|我(?:就)?是[^，。！？,!?您你]{{0,8}}?{NAMED}"
    r"|(?:我|俺)[^，。！？,!?您你恁们\s]{0,10}?(?<!好)(?:给|帮|替|为|带|陪)[您你恁](?!$|催|反|登|记|分析"
    r"|上火|复述"
    r"|重复|参谋|问|看看|尴尬|难受|抱屈|不值|填|锁|建|升|办张|办一|赔[不礼罪个]|道|鞠|认|说|打包|保证"
    r"|打个?折|出气|生气|难|着急|高兴|心|丢|添|们|家?[老孩]|[，。！？,!?]|[一]?句|写|作揖|磕)|(?:我|俺"
    r"|额)(?:就)?是(?:这[里边儿]的?)?[^，。！？,!?]{0,6}?(?:经理|主管|店长|站长|主任|组长|队长|负责人"
    r"|班长|管家)|我姓[\u4e00-\u9fff]|(?:由我(?!们|司|方|家|店)|归我(?!们|司|方|家|店)"
    r"|(?<!来)(?<!您)找我(?!们)|我来|交给我|包在我身上|算我的|我负责|我担着|我兜着"
    r"|(?<!直接)打我(?:的)?(?:电话|手机|分机)|打给我|我的(?:工号|分机|手机|电话)))"
)
# 「我让您……」, 「让我……」 and a wish or a view aren't acts that one answers for.
_NO_SELF_BEFORE = re.compile(
    r"(?:手机号|身份证|号码|地址|下回|别|不要|要是|如果|换作?|要|骂|怪|怨|除了|您?给|您让|你让|不是)$"
)
# A look already taken, or money passed by hand, is nobody's undertaking.
_DONE_OR_PRIVATE = re.compile(
    r"(?:着|过|到|出来?|看)(?:了|的)(?=[，。！？,!?]|$)|的(?=[，。！？,!?]|$)|着都|看(?:了|嘞|过)"
)
_OFF_BOOKS = re.compile(r"微信(?:转|给)|私下|个人(?:转|给|掏|补|微)|自己(?:转|掏)|微信里?发")
_ACT_NEAR = (
    r"(?:上楼|下楼|上来|替班|代班|顶班|来(?!不及|电|得及)|去(?!年|世)|过[去来]|到(?!处|底|时)|上门|上车"
    r"|出发|赶|负责|跟|盯|接手|接管"
    r"|接替|顶|处理|带|拿|送|换|修|装|拆|洗|擦|做|弄|烘|补|搬|查|看|测|检|验|联系|打|回|给[您你恁]"
    r"|退|办|开(?=机|车|锁|门|单)|值|陪|取|挪|清|重|返|拢|调|教|交接|在路上|接您|安排|全程|当面|跟进|说好"
    r"|亲自|守|登门|督)"
)
_CALL_BEFORE = re.compile(
    r"(?:叫|让|喊|派|安排|请|换成?|领|带|由|(?<![您你接去])找|调|约|通知|交给?|转给?|指定|质检|电工|组长"
    r"|保安|工程|维修|大堂|组里|队里|维保)[了好到的]?(?:了一?位)?$"
)
_NO_NAME_BEFORE = re.compile(r"(?:怪|怨|是|骂|说|姓名?|问|上[报级]|汇报|反映给|批评|处罚|罚|那个|怪就怪|像)$")
_FOLLOWED = re.compile(
    rf"[^，。！？,!?；;没]{{0,9}}?(?:{_ACT_NEAR}|今[天日晚儿早朝]|明[天日儿早朝]|后天|听[日朝]|[周点号]"
    r"|下午|上午|分钟|小时|押|喷|这会儿|带)"
)
_NO_ACT_AFTER = re.compile(
    r"(?:自己(?!来|去|带|上门)|是去|他们|上[次回]|前天|之前|那[天次]|要[，。]|手机|电话(?=给|号|发)|收到|微信|住|跟我|讲|谈了|那边"
    r"|家里?(?!去|来)|上一|说(?!好)|没|不|当时|昨|前|批|了[，。]|点头|同意|审|签字|定(?!下)|的(?!电话"
    r"|手机)|这个人|也是|都不|手里|弄错|做的|忘|漏|路上耽|同时|记错|"
    r"住院|请假|病了|[^，。！？,!?]{0,4}(?:延|续|拖)了)"
)
_NAMES = re.compile(rf"(?P<named>{NAMED})|(?P<role>{_ROLE})")


def owners(text: str) -> list[OwnerSpan]:
    """Everyone in folded `text` who is named as the agent of handling the matter, in order.

    RUBRIC, close calls: an owner is 「我」, a surname or a role that only one person has; 「另一位阿姨」「师傅」「我们」 are
    none. A name that is only blamed or told of («王姐上一户延了十天») is none either: it needs an act of its own, or
    somebody who sends it.
    """
    return list(_owners(text))


@lru_cache(maxsize=8)  # the steps of one reply ask in turn
def _owners(text: str) -> tuple[OwnerSpan, ...]:
    found = [*_selves(text), *_names(text)]
    return tuple(sorted(found, key=lambda owner: (owner.start, owner.end)))


def _selves(text: str) -> list[OwnerSpan]:
    found: list[OwnerSpan] = []
    for match in _SELF.finditer(text):
        before = text[max(0, match.start() - 3) : match.start()]
        if _NO_SELF_BEFORE.search(before) and match["verb"]:
            continue
        if _DONE_OR_PRIVATE.match(text, match.end()) or _OFF_BOOKS.search(text, match.start(), match.end() + 6):
            continue
        found.append(OwnerSpan(match.start(), match.end(), OwnerKind.SELF))
    return found


def _names(text: str) -> list[OwnerSpan]:
    found: list[OwnerSpan] = []
    for match in _NAMES.finditer(text):
        before = text[max(0, match.start() - 4) : match.start()]
        called = bool(_CALL_BEFORE.search(before))
        if _NO_NAME_BEFORE.search(before) and not called:
            continue
        if not called and _NO_ACT_AFTER.match(text, match.end()):
            continue
        follows = _FOLLOWED.match(text, match.end())
        if not called and not follows:
            continue
        if match["role"] and not follows:
            continue
        kind = OwnerKind.NAMED if match["named"] else OwnerKind.ROLE
        found.append(OwnerSpan(match.start(), match.end(), kind))
    return found
