"""Folding keeps the length and reads width, case and traditional forms as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.offline.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("對不起，讓您久等了", "对不起，让您久等了"),
        ("退還費用，賠償５０元", "退还费用，赔偿50元"),
        ("師傅幾點過來檢查？", "师傅几点过来检查?"),
        ("廚房檯面擦壞了", "厨房台面擦坏了"),
        ("ＡＰＰ　下單", "app 下单"),
        ("Wi-Fi", "wi-fi"),
        ("系統顯示無人簽收", "系统显示无人签收"),
        ("請您見諒", "请您见谅"),
        ("機器漏水，牆濕了", "机器漏水，墙湿了"),
        ("這筆錢從帳單裡扣", "这笔钱从账单里扣"),
        ("百分之５０％", "百分之50%"),
        ("孩子嚇哭了，媽媽很擔心", "孩子吓哭了，妈妈很担心"),
        ("電話號碼", "电话号码"),
    ],
)
def test_traditional_wide_and_capital_forms_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["对不起", "我们只有二三里路", "唔该晒", "①②③", "，。！", "🙏", ""])
def test_what_is_plain_already_stays(text: str) -> None:
    assert fold(text) == text


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
