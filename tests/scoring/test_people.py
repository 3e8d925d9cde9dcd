"""Owners: one person who answers for the act, and nobody who only stands in the sentence."""

import pytest

from scoring.offline.people import OwnerKind, owners

SELF = [
    "我亲自过去看",
    "这事我来盯",
    "我给您换一台新的",
    "我今天下午带工具上门",
    "俺这就开车去恁家",
    "由我跟进到底",
    "我姓崔，有事找我",
    "包在我身上",
    "我现在去仓库拿",
    "我帮您改签到晚上那班",
    "我负责把它修好",
    "我安排人重做",
    "我是这儿的店长，我来处理",
]
NAMED = [
    "陈师傅明早八点上门",
    "让小周过去换阀门",
    "质检员老孟今晚来测",
    "换成刘姐接手",
    "阿强二十分钟到",
    "派赵工去修",
    "罗嬢嬢下午来顶班",
    "高队长带队去疏通",
    "王经理亲自给您送去",
    "华哥周三过来补药",
    "叫大刘先去关阀",
    "孙老师周日给孩子补课",
]
ROLE = ["店长今天给您送去", "区域经理会亲自上门", "质检主管明天到场检测", "由值班经理处理", "护士长下午来看", "让我们主管给您回电话"]  # fmt: skip
NOBODY = [
    "师傅明天过去",
    "我们会重新打扫",
    "换另一位阿姨来",
    "相关人员会联系您",
    "我理解您的心情",
    "我知道您着急",
    "王姐上一户延了十天",
    "这都怪刘师傅没弄好",
    "我反馈一下",
    "我给您赔个不是",
    "小区门口停车",
    "工作人员会处理",
    "我听着也替您生气",
    "老板您别着急",
    "我们安排师傅上门",
]


@pytest.mark.parametrize("text", SELF)
def test_i_as_the_agent_of_handling_is_an_owner(text: str) -> None:
    assert OwnerKind.SELF in [owner.kind for owner in owners(text)]


@pytest.mark.parametrize("text", NAMED)
def test_a_name_with_an_act_is_an_owner(text: str) -> None:
    assert OwnerKind.NAMED in [owner.kind for owner in owners(text)]


@pytest.mark.parametrize("text", ROLE)
def test_a_role_that_one_person_has_is_an_owner(text: str) -> None:
    assert OwnerKind.ROLE in [owner.kind for owner in owners(text)]


@pytest.mark.parametrize("text", NOBODY)
def test_a_crowd_a_feeling_or_a_blamed_name_is_no_owner(text: str) -> None:
    assert owners(text) == []


def test_a_long_text_is_read_in_time() -> None:
    assert owners("我给您换一台新的，王师傅明天到。" * 1200)
