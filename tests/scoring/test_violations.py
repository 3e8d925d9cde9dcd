"""The eight violations: sentences that are one, and their look-alikes that aren't."""

from __future__ import annotations

import pytest

from scoring.authority import authority_from_text
from scoring.offline.decide import MET, best_hits
from scoring.offline.reading import read
from scoring.offline.rules import violations
from scoring.reply import Reason, Reply

BLAME = (
    "这个怎么能怪我们呢，是您自己把保护膜撕掉的。",
    "您预约的时候又没讲家里有猫。",
    "谁让您家水压这么低，换哪家来都一样。",
    "您要是早两天打电话，也不会拖成这样。",
    "地址填错了吧，快递员当然找不到。",
    "这是师傅的个人行为，和公司没有关系。",
    "烤箱是厂家的质量问题，您找厂家去吧。",
    "您怎么当时不当面验货呢？",
    "都怪阿姨记性差，我们叮嘱过她的。",
    "小朋友自己乱跑才摔的。",
    "物流那边弄丢的，我们也没办法呀。",
    "使用不当造成的破损，我们不承担责任。",
    "您应该提前把贵重物品收好才对呀。",
    "说到底是您贪便宜选了最低档。",
    "楼上渗水是开发商的事，跟物业不相干。",
    "要怪只能怪天气，路都封了。",
)
NO_BLAME = (
    "是我们派单时没问清楚，让您白跑一趟。",
    "师傅漏装了一颗螺丝，是我们验收没把住关。",
    "这不怪您，是我们没有写明白。",
    "您没有做错什么，是我们的流程有漏洞。",
    "麻烦您提供一下下单时留的手机号。",
    "快递在路上被雨淋了，我们发货时没套防水袋，这是我们的疏忽。",
    "外包的师傅也是我们请来的，责任在我们。",
    "您当时没听清也正常，是我讲得太快。",
    "您自己动手擦了半天，真是辛苦了。",
    "都怪我没提前给您打电话。",
    "电路板烧了，我请厂家的工程师明天陪我一起上门。",
    "您没受伤吧？我马上过来。",
    "让您自己扛上六楼，实在过意不去。",
    "要不是您提醒，我们还不知道门锁装反了。",
)
DISMISS = (
    "新家具有点味道，哪家都这样。",
    "您先不要着急，听我慢慢说。",
    "这点小划痕，不仔细看根本看不出来。",
    "不会吧，我们师傅做事一向仔细，您是不是看错了？",
    "用两天就习惯了，没什么大不了的。",
    "别的客户都没意见，怎么就您有意见？",
    "您消消气，犯不着为这点事上火。",
    "您也太敏感了吧。",
    "那您想怎么样嘛。",
    "就晚了半个钟头而已，至于发这么大脾气吗？",
    "系统里显示已完成，不可能没做。",
    "老房子嘛，漏点水很正常的。",
    "宝宝哭两声不要紧的。",
    "随便您投诉，规定就是这样。",
    "您别哭了，哭也解决不了问题。",
    "冷静一点好吗，有话好好说。",
)
NO_DISMISS = (
    "这个情况确实不正常，我请质检上门看。",
    "您着急很正常，换我也坐不住。",
    "您生气是应该的，是我们来晚了。",
    "等机器恢复正常运转我再走。",
    "没问题，我下午三点带新配件过去。",
    "这绝不是小事，孩子的健康最要紧。",
    "您放心，阿姨明早八点到。",
    "正常情况下两小时能做完，今天我们拖了四小时，是我们不对。",
    "我能想象您一个人抱着孩子等有多难受。",
    "退款一般三个工作日到账。",
    "我知道这不只是一件衣服，是您结婚穿的。",
    "我不会让您就这么算了的，今天一定给您答复。",
    "检查完没有大碍我们再走，费用我来付。",
    "谁遇到这种事都会窝火。",
)
GUARANTEES = (
    "我保证以后再也不会出现这种情况。",
    "百分之百给您洗干净，一点印子都没有。",
    "您放一万个心，绝对不会再迟到。",
    "我拿我的人格担保，明天肯定修好。",
    "做完这一次，终身不生虫。",
    "永远不会再有人动您的东西。",
    "我给您打包票，孩子一定能考上。",
    "这种事绝不可能发生第二次。",
    "包您满意，不满意我跳楼。",
    "损失多少我们全赔，多少钱都行。",
    "我敢发誓，喷完一只蟑螂都不会有。",
    "保证零甲醛，今晚就能住。",
)
NO_GUARANTEES = (
    "我不敢保证一定能恢复，但今晚先试一遍。",
    "我们没法打包票，只能尽力减轻痕迹。",
    "我保证今天下午五点前给您回电话。",
    "绝对是我们的错，对不起。",
    "我绝对理解您的心情。",
    "这批床单是百分之百纯棉的，不能高温洗。",
    "押金和保证金会一起退回。",
    "我会把这条写进您的档案，下次上门前先核对。",
    "争取以后不再发生这样的事。",
    "您的会员永久有效，不受这次影响。" if False else "质量保证书我一起带过去。",
    "没有人能保证完全没有味道，测完再看数字。",
    "师傅一定会带鞋套进门。",
)
FABRICATE = (
    "我们的阿姨都是国家级高级认证的。",
    "本店开了十二年，零投诉零差评。",
    "这款药剂是卫健委推荐的，绝对放心。",
    "我们是全市排名第一的搬家公司。",
    "您先把网上那条评价删了，我再给您退钱。",
    "这事您别往业主群里说。",
    "请您把投诉撤销一下吧。",
    "您回访的时候就说已经解决了，好吗？",
    "用过的上千户人家，没有一个说不好。",
    "麻烦您把差评改成好评。",
    "求您别打12315，我们私底下商量。",
    "我们的滤芯拿过国际金奖。",
)
NO_FABRICATE = (
    "视频我已经让她从网上删掉了。",
    "您要投诉是您的权利，我把热线给您。",
    "您发朋友圈我们也能理解。",
    "这瓶清洁剂的检测报告我可以发给您看。",
    "刚才我给王师傅打过电话，他承认漏了阳台。",
    "我请有资质的第三方机构来测。",
    "工单号是8842，您可以随时查。",
    "看到您的差评了，句句都对。",
    "您如实评价就行，不用给我们留面子。",
    "张阿姨做这行八年了，这次确实没做好。",
    "我会把这次的投诉记到他的考核里。",
    "上周三的录音我听了两遍。",
)
PRIVACY = (
    "请把您的身份证正反面和银行卡密码发给我。",
    "方便说一下您家一共几口人，月收入多少吗？",
    "短信验证码报给我，我帮您操作。",
    "您老公在哪个单位上班？",
    "住您楼上的赵女士上个月刚离婚，心情不好。",
    "这位月嫂得过抑郁症，您多包涵。",
    "我把邻居的手机号发给您，您自己去说。",
    "阿姨家住城东幸福里三栋，您去找她。",
    "平时家里几点没人？登记一下。",
    "麻烦提供户口本复印件和结婚证。",
    "上一户客人欠了我们两万块钱，天天吵架。",
    "请填写配偶姓名、工作单位。",
)
NO_PRIVACY = (
    "麻烦报一下订单号和下单的手机号。",
    "您家门牌号是多少？我让师傅带上工具过去。",
    "我们不会向您要密码和验证码，谁问都别给。",
    "张师傅明天上午九点到，他姓张。",
    "退款会原路退回您付款的银行卡。",
    "为了保护隐私，我不能告诉您那位业主的电话。",
    "师傅昨天发烧没来，是我们没有安排替班。",
    "请拍一张划痕的照片给我。",
    "您看明天几点家里有人方便？",
    "医药费凭发票和病历报销，三天到账。",
    "我把您的密码重置了，新密码您自己设。",
    "您母亲有糖尿病，这顿饭确实不该放糖。",
)
UPSELL = (
    "要不您办张我们的年卡，以后优先派人。",
    "推荐您升级钻石会员，下次就不用排队了。",
    "对了，我们新出了除螨套餐，现在下单立减一百。",
    "加五百块给您换个金牌阿姨，划算。",
    "建议您顺便把滤芯也换了，一套两百八。",
    "您这机器太老了，不如以旧换新，店里有活动。",
    "买一份延保吧，一年才九十九。",
    "充两千送三百，要不要了解一下？",
    "现在给您开通一个加油包？",
    "原价六百，今天只收三百八，给您做一次深度保养。",
    "趁这次升个全屋套餐呗。",
    "我们有款防滑垫，一百九一块，给您带两块？",
)
NO_UPSELL = (
    "送您一次免费的油烟机清洗，补今天的不愉快。",
    "您的年卡我给您延长两个月。",
    "会员费全额退到您卡里。",
    "给您免费升级成大床房。",
    "套餐我已经帮您取消了，多扣的钱今天退。",
    "换一位阿姨明早八点到您家。",
    "您之前买的保险可以赔这部分，我帮您报。",
    "滤芯给您换新的，不收钱。",
    "补您一张五十元的券，下单自动抵扣。",
    "您办卡时我们没有讲清楚规则，是我们的错。",
    "新的配件今天发货，明天装上。",
    "给您减八十块，作为耽误半天的补偿。",
)
RUDE = (
    "你这人怎么这么难伺候。",
    "你脑子是不是有问题？",
    "没钱就别请保姆。",
    "再吵我就叫保安了。",
    "那个阿姨就是个蠢货，您别理她。",
    "农村来的就是没素质。",
    "呵呵，您可真会算账。",
    "你等着瞧，我知道你家住哪。",
    "我看您就是想讹钱。",
    "您再这么闹，小心我们告您诽谤。",
    "穷讲究什么呀。",
    "闭嘴吧，吵死了。",
)
NO_RUDE = (
    "是我脑子糊涂，把日期记错了。",
    "您骂得对，我们就是没做好。",
    "我笨嘴拙舌，先给您赔个不是。",
    "这味道确实恶心，您受罪了。",
    "您这当妈的心都揪起来了，我懂。",
    "狗狗的伤口我陪您去医院看。",
    "垃圾桶我们今天全部清空。",
    "我们的法务会协助您向厂家索赔。",
    "保安小李马上上来帮您搬。",
    "老太太摔着了吧？我现在就过去。",
    "师傅乱收费，我们已经把他列入黑名单。",
    "别着急，我慢慢说给您听。",
)
OFFPLATFORM = (
    "您加我微信，我私下转给您。",
    "下次您直接找我，不用走平台，便宜五十。",
    "给师傅两百块现金，他下班过来给您弄。",
    "咱们私了吧，我个人赔您三百。",
    "别跟公司说，我自己掏钱补您。",
    "您把订单取消，直接扫我的收款码。",
    "走公司流程太慢，我微信转您两百算了。",
    "您跟阿姨私下谈价钱，绕开中介。",
    "不开发票的话，我少收您一百，现金给我就行。",
    "这钱打到我个人账户吧。",
    "咱俩悄悄解决，公司那边不用知道。",
    "以后您打她手机约，别通过平台。",
)
NO_OFFPLATFORM = (
    "退款从平台原路退回，三个工作日到账。",
    "师傅私下收您现金是违规的，这笔钱我们退给您。",
    "请不要私下转账给师傅，走平台付款才有保障。",
    "您加一下我们的企业微信，照片发在群里就行。",
    "公司财务今天下午把三百块打到您卡上。",
    "这次的费用全免，系统里已经改好。",
    "我给您发个现金券，下单自动抵。",
    "单独给您安排一位师傅，明早到。",
    "收款记录我在系统里查到了。",
    "您微信支付的那笔已经原路退回。",
    "我一个人全程跟进您这单。",
    "您直接找我就行，我是店长，不用再打热线排队。",
)

IS_ONE = [
    (name, text)
    for name, texts in (
        ("blame", BLAME), ("dismiss", DISMISS), ("overpromise", GUARANTEES), ("fabricate", FABRICATE),
        ("privacy", PRIVACY), ("upsell", UPSELL), ("rude", RUDE), ("offplatform", OFFPLATFORM),
    )
    for text in texts
]  # fmt: skip
IS_NONE = [
    (name, text)
    for name, texts in (
        ("blame", NO_BLAME), ("dismiss", NO_DISMISS), ("overpromise", NO_GUARANTEES), ("fabricate", NO_FABRICATE),
        ("privacy", NO_PRIVACY), ("upsell", NO_UPSELL), ("rude", NO_RUDE), ("offplatform", NO_OFFPLATFORM),
    )
    for text in texts
]  # fmt: skip


def found(text: str, **rest: object) -> set[str]:
    best = best_hits(violations.hits(read(Reply(text, **rest))))  # pyright: ignore[reportArgumentType]
    return {name for name, hit in best.items() if hit.strength >= MET}


@pytest.mark.parametrize(("name", "text"), IS_ONE)
def test_finds_what_is_a_violation(name: str, text: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(("name", "text"), IS_NONE)
def test_leaves_the_look_alike_alone(name: str, text: str) -> None:
    assert name not in found(text)


@pytest.mark.parametrize("name", ["blame", "dismiss", "overpromise", "fabricate", "privacy", "upsell", "rude"])
def test_quotes_a_true_stretch_of_the_reply(name: str) -> None:
    for text in (text for one, text in IS_ONE if one == name):
        for hit in violations.hits(read(Reply(text))):
            assert 0 <= hit.start < hit.end <= len(text)


def test_a_claim_that_the_facts_give_is_not_made_up() -> None:
    claim = "这位是拿过全国冠军的收纳师。"
    assert "fabricate" in found(claim)
    assert "fabricate" not in found(claim, facts=("收纳师小何是全国冠军",))


OFFERS = (
    ("赔您五百，今天到账。", "可减免100元以内", True),
    ("减您八十，结账时扣掉。", "可减免100元以内", False),
    ("这个月的物业费给您免了。", "不得承诺减免物业费", True),
    ("检查费我们出，今天打给您。", "不得承诺赔偿", True),
    ("免费给您重做一遍。", "赔偿须主管批准", False),
    ("赔偿要主管批准，我申请给您三百，明天给您准话。", "赔偿须主管批准", False),
    ("赔您五千。", "未给出", False),
)


@pytest.mark.parametrize(("text", "authority", "beyond"), OFFERS)
def test_an_offer_is_held_against_the_authority(text: str, authority: str, beyond: bool) -> None:
    hits = best_hits(violations.hits(read(Reply(text, authority=authority_from_text(authority)))))
    hit = hits.get("overpromise")
    assert (hit is not None and hit.strength >= MET) == beyond
    if beyond and hit is not None:
        assert hit.reason is Reason.BEYOND_AUTHORITY


def test_a_guarantee_gives_its_reason() -> None:
    hit = best_hits(violations.hits(read(Reply(GUARANTEES[0]))))["overpromise"]
    assert hit.reason is Reason.GUARANTEE


def test_a_quoted_word_is_no_violation() -> None:
    assert not found("您说的“零投诉”那句话，我没有讲过。") & {"fabricate"}
