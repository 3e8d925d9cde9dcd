"""Empathy: apology and thanks, feelings, and the customer's own circumstances."""

import pytest

from scoring.offline.reading import read
from scoring.offline.rules import compensation, empathy
from scoring.reply import Reply

CUSTOMER = "我腰刚做完手术，特意请了护工，结果昨天擦地的水没拖干，我妈滑倒把手腕摔肿了！"
SCENE = "客户家保洁后地面有水，老人滑倒；已知阿姨没有放防滑牌。"


def met(text: str, check: str, customer: str = CUSTOMER, scene: str = SCENE) -> bool:
    reading = read(Reply(text, customer=(customer,), scene=scene))
    hits = [*empathy.hits(reading), *compensation.hits(reading)]
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    return any(hit.id == check and hit.strength >= 0.5 for hit in hits)


@pytest.mark.parametrize(
    "text",
    [
        "这事是我们没办好，向您道歉。",
        "真是抱歉，耽误您了。",
        "大姐对不住啊，是我们粗心。",
        "給您帶來麻煩，深表歉意。",
        "实在过意不去，让您跑两趟。",
        "先给您赔个不是。",
        "唔好意思啊，今次系我哋做得唔好。",
        "谢谢您及时告诉我们，不然下一户还得出事。",
        "多谢您的提醒，我们马上改。",
        "多有不便，还请您多包涵。",
        "这是我们的不对，我认。",
        "不便之处，敬请见谅。",
        "我代店里给您鞠个躬。",
        "让您受累了，很惭愧。",
        "侬消消气，阿拉先跟侬讲声对勿起。",
    ],
)
def test_an_apology_or_thanks_on_our_side_acknowledges(text: str) -> None:
    assert met(text, "empathy.acknowledge")


@pytest.mark.parametrize(
    "text",
    [
        "这个我觉得没什么好道歉的。",
        "难道还要我给您道歉？",
        "对不起，但是这真不怪我们，是您自己没关好。",
        "凭什么我们道歉，您先看看合同。",
        "感谢您的来电，祝您生活愉快。",
        "谢谢您的支持与配合。",
        "感谢您的耐心等待。",
        "您要是不满意那我也没办法。",
        "师傅说了，他可不觉得抱歉。",
        "要是查出来是我们的错，我再给您道歉。",
        "抱歉，不过跟我们没关系，您得找厂家。",
        "您应该向师傅道歉。",
        "您说句对不起才舒服是吧。",
        "好的，已经登记了。",
    ],
)
def test_refused_turned_or_empty_words_acknowledge_nothing(text: str) -> None:
    assert not met(text, "empathy.acknowledge")


@pytest.mark.parametrize(
    "text",
    [
        "我理解您的心情。",
        "让您等着急了。",
        "这事搁谁身上都得生气。",
        "换作是我，也一样坐不住。",
        "您肯定吓坏了吧。",
        "您心里得多难受啊。",
        "着急是应该的。",
        "您发火一点不过分，这火发得有理。",
        "我听着都替您心疼。",
        "哪个当妈的看了不揪心。",
        "能不慌吗，老人都那样了。",
        "这份委屈我们明白。",
        "恁心里指定不好受。",
        "妹儿，你肯定急惨了嘛。",
        "您的失望我完全能体会。",
        "憋屈，谁遇上都憋屈。",
        "您担心得一宿没睡好吧。",
    ],
)
def test_a_feeling_said_of_the_customer_is_named(text: str) -> None:
    assert met(text, "empathy.feeling")


@pytest.mark.parametrize(
    "text",
    [
        "您别激动。",
        "请您不要着急，耐心等待。",
        "大哥莫慌嘛，等下就来。",
        "先消消气，听我说。",
        "理解理解。",
        "给您带来不好的体验。",
        "您不用担心，我们都是正规的。",
        "这单我们加急处理。",
        "麻烦您拍张照片。",
        "今天天气热，师傅也累。",
        "阿姨当时也吓了一跳，她挺委屈的。",
        "要是您到时候还生气，再找我。",
        "您生气有什么用。",
        "点火针换过了，燃气也查过。",
        "恐怕今天来不及。",
        "收到，会尽快处理。",
    ],
)
def test_orders_formulas_and_other_peoples_feelings_name_none(text: str) -> None:
    assert not met(text, "empathy.feeling")


@pytest.mark.parametrize(
    "text",
    [
        "老人家手腕都摔肿了，真对不起。",
        "您腰刚动完手术，家里又出这种事，换谁都受不了。",
        "地上有水还让阿姨滑倒，是我们的不对。",
        "妈妈摔成这样，您一定心疼坏了。",
        "刚做完手术还得操心老人，太难为您了，抱歉。",
        "害您母亲滑倒受伤，我们真过意不去。",
        "擦完地水都没拖干，老太太一脚滑下去，您该多后怕。",
        "手腕肿着，饭都端不了吧，实在对不住您和阿姨。",
        "您请护工就是图个放心，结果老人反倒摔了，这气该生。",
        "退您八十，算赔阿姨摔这一跤受的罪。",
        "对不住哈你妈手腕都肿了你肯定急得很",
        "一边是自己的腰，一边是老人的手腕，两头都疼，我听着都难受。",
        "让老人家在自己家里摔跤，这哪行啊。",
    ],
)
def test_a_particular_inside_an_acknowledgement_is_specific(text: str) -> None:
    assert met(text, "empathy.specific")


@pytest.mark.parametrize(
    "text",
    [
        "给您带来不便，非常抱歉。",
        "您反馈的问题我们已经记录。",
        "抱歉，明天上午派人来把地重新擦一遍。",
        "请问老人家手腕现在还肿吗？",
        "是阿姨没放防滑牌，地面才有水。",
        "老人手腕摔肿很正常，擦点药就好。",
        "老人家自己走路不看脚下，怪不着我们。",
        "我们今天陪阿姨去医院检查手腕。",
        "收到，会尽快处理。",
        "理解您的心情，请耐心等待。",
        "对不起，久等了。",
        "地面有水是阿姨的问题，我会批评她。",
        "麻烦把手腕的照片发我一下。",
        "您说“手腕摔肿了”，您说“水没拖干”，我都听见了。",
    ],
)
def test_a_particular_in_a_fix_a_cause_a_question_or_none_at_all_is_not(text: str) -> None:
    assert not met(text, "empathy.specific")


def test_the_quotation_is_short_and_shows_the_apology() -> None:
    reading = read(Reply("您好，昨天的事我查过了，真的对不起，是我们漏了，今天下午三点给您补上。"))
    hit = next(hit for hit in empathy.hits(reading) if hit.id == "empathy.acknowledge")
    assert "对不起" in reading.text[hit.start : hit.end]
    assert hit.end - hit.start <= 20


def test_a_very_long_reply_is_read_in_time_that_grows_with_its_length() -> None:
    reading = read(Reply("对不起您肯定急坏了我退您五十块作为补偿老人摔了" * 800, customer=(CUSTOMER,)))
    assert any(True for _ in empathy.hits(reading))
