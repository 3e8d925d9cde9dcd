"""Cause: the reason, whose it is, and what it rests on."""

import pytest

from scoring.offline.decide import MET, best_hits
from scoring.offline.hits import Hit
from scoring.offline.reading import read
from scoring.offline.rules import cause
from scoring.reply import Reply


def best(text: str, check: str, customer: str = "你们给个说法") -> Hit | None:
    """The strongest hit of a check, where it would be met."""
    hit = best_hits(cause.hits(read(Reply(text, customer=(customer,))))).get(f"cause.{check}")
    return hit if hit is not None and hit.strength >= MET else None


REASONS = [
    "派单员把您家的楼栋录错了",
    "排水管没插到底，所以往外渗",
    "系统把两张单子同时派给了一个师傅",
    "备注没有传到后厨",
    "师傅上一单拖了两个小时",
    "货压在分拨中心没人扫",
    "用了酸性清洁剂，把石材烧花了",
    "接头的垫圈老化了",
    "交班时漏登了这一条",
    "打包时只垫了一层泡沫",
    "路上追尾堵在高架上了",
    "您家的水压太低，带不动",
    "为什么不转我还说不准，得拆开检查电机",
    "原因还没查清，我先调监控看那一段",
    "财务把账号抄错一位，退回来了",
    "是我往回装的时候把探头碰掉的",
]
NO_REASONS = [
    "可能是我们的疏忽",
    "初步判断是系统原因",
    "给您带来不便，非常抱歉",
    "让您久等了",
    "没关系，您慢慢说",
    "我们一定会给您一个满意的答复",
    "以后不会再弄错了",
    "您是不是忘了关窗",
    "我也不清楚",
    "服务没做到位，是我们不对",
    "可能路上耽搁了吧",
    "没问题，马上给您办",
    "漏送的六块钱已经退了",
    "要是我们弄坏的，我们肯定赔",
    "感谢您的理解和支持",
]
OURS = [
    "是我们派单漏了",
    "这个怪我们",
    "责任在我们",
    "我们没跟阿姨交代清楚，没写备注",
    "这是我们管理上的漏洞",
    "是我没把螺丝拧紧",
    "客服录单的时候把地址写错了",
    "这锅我们背",
    "仓库把两个货位贴反了",
    "毛病出在我们身上",
    "是我们的人弄坏的",
    "错在我们，不推给别人",
    "我们全责",
    "怨俺没盯住",
]
NOT_OURS = [
    "不是我们的责任",
    "这可怪不着我们",
    "跟我们公司没关系",
    "是师傅自己的问题",
    "那天堵车没办法",
    "您当时没说清楚",
    "难道是我们的错吗",
    "如果是我们的责任，我们会赔",
    "厂家把型号发错了",
    "自来水公司挖断了管子",
    "皮带断了",
    "我们理解您的心情",
    "您找厂家去，不归我们管",
]
VERIFIED = [
    "我刚查了派单记录，是系统漏派了",
    "看了监控，是搬的时候磕到了门框，我们没垫毯子",
    "照片我放大看过，卡扣没扣上",
    "签到记录显示师傅十点四十才到，是我们排晚了",
    "工单上写着只换了垫圈，阀门没动",
    "翻了交接本，那一栏空着，夜班没登记",
    "听了通话录音，是客服把楼层记错了",
    "今天18点前把核查结果告诉您",
    "原因还不清楚，我去调监控，今晚八点前给您回话",
    "检测报告出来，明天中午前发给您",
    "批号我对过了，这批胶条就是没压紧",
    "后台日志里有，短信没触发，是我们漏配了",
]
UNVERIFIED = [
    "我问过了",
    "您发的照片我收到了",
    "我们会核实的",
    "是我们派单漏了",
    "有消息通知您",
    "明天上午给您回电话",
    "请您看一下订单记录",
    "后天再打电话问您满不满意",
    "我没看到记录",
    "已经反馈给后台了",
    "系统会给您发短信",
    "周四给您退款方案的准信",
]


@pytest.mark.parametrize("text", REASONS)
def test_a_link_that_failed_and_how_is_a_concrete_reason(text: str) -> None:
    assert best(text, "concrete")


STORIES = [
    "安装的小伙子带的是木工锯，够不着里头那颗钉",
    "理货员把两家的花盆搬混在一起",
    "那份名单一直挂在旧的群里",
    "您的行李被前一班的大巴带走了",
    "早班漏交了一串钥匙",
    "邀请函寄到了分店",
]


@pytest.mark.parametrize("text", STORIES)
def test_what_became_of_a_thing_in_our_hands_is_a_reason_in_any_words(text: str) -> None:
    assert best(text, "concrete")


@pytest.mark.parametrize("text", NO_REASONS)
def test_apologies_guesses_and_promises_are_no_reason(text: str) -> None:
    assert best(text, "concrete") is None


@pytest.mark.parametrize("text", OURS)
def test_a_failing_placed_on_our_side_is_owned(text: str) -> None:
    assert best(text, "ownership")


@pytest.mark.parametrize("text", NOT_OURS)
def test_a_denial_an_excuse_or_somebody_elses_failing_is_not_owned(text: str) -> None:
    assert best(text, "ownership") is None


@pytest.mark.parametrize("text", VERIFIED)
def test_a_record_looked_at_or_a_dated_report_verifies(text: str) -> None:
    assert best(text, "verified")


@pytest.mark.parametrize("text", UNVERIFIED)
def test_a_bare_claim_or_another_call_verifies_nothing(text: str) -> None:
    assert best(text, "verified") is None


def test_the_complaint_said_over_again_explains_nothing() -> None:
    assert best("一条窗缝都没擦，真对不起", "concrete", "你看看，一条窗缝都没擦！") is None


def test_owning_up_and_pushing_away_in_one_reply_is_not_owning() -> None:
    assert best("对不起，但这真不怪我们，是仓库发错了", "ownership") is None


@pytest.mark.parametrize("text", ["漏了", "", "？？？", "没" * 60, "是我们派单漏了，师傅没带件。" * 1500])
def test_every_hit_quotes_words_of_the_reply(text: str) -> None:
    for hit in cause.hits(read(Reply(text))):
        assert 0 <= hit.start < hit.end <= len(text)
