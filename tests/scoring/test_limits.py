"""What goes beyond an authority, and what is left to the trainee."""

import pytest

from scoring.authority import authority_from_object, authority_from_text
from scoring.offline.limits import beyond


@pytest.mark.parametrize(
    ("authority", "offer"),
    [
        ("可减免50元以内", "yuan:80"),
        ("可退还本单费用的50%以内（本单240元）", "yuan:200"),
        ("可退还本单费用的50%以内", "percent:80"),
        ("可退本次费用的一半", "refund"),
        ("可免费返工一次", "yuan:200"),
        ("可免费返工一次", "percent:30"),
        ("不得承诺赔偿", "yuan:10"),
        ("不得承诺赔偿", "cost:医药费"),
        ("赔偿须主管批准", "yuan:300"),
        ("可免费返修，赔偿须主管批准", "refund"),
        ("可减免三天护理费", "waive:半年"),
        ("可免费返工一次，可退本次费用", "gift:一年的保洁"),
        ("可送一张20元券", "gift:100元券"),
        ("可赔付箱价50%以内", "gift:双份"),
        ("可免费返工一次", "redo:5"),
        ("可退差价，不得另行赔偿", "gift:50元券"),
    ],
)
def test_an_excess_is_found(authority: str, offer: str) -> None:
    assert beyond(authority_from_text(authority), offer)


@pytest.mark.parametrize(
    ("authority", "offer"),
    [
        ("未给出", "yuan:99999"),
        ("可减免50元以内", "yuan:50"),
        ("可减免50元以内", "percent:20"),
        ("可退还本单费用的50%以内（本单240元）", "yuan:120"),
        ("可退还本单费用的50%以内", "percent:50"),
        ("可退本次费用", "refund"),
        ("可退本次费用", "yuan:300"),
        ("可免费返工一次", "redo"),
        ("可减免80元", "redo"),
        ("可送一次擦窗", "gift:擦窗"),
        ("可免费返工一次", "gift:一瓶除味剂"),
        ("不得承诺具体装通日期", "redo"),
        ("可减免三天护理费", "waive:三天"),
        ("可送五十元券", "gift:五十元券"),
        ("可承担检查费500元以内", "cost:检查费"),
        ("可延长有效期", "gift:顺延三个月"),
        ("可赔付200元以内", ""),
    ],
)
def test_what_is_allowed_or_doubtful_is_left_alone(authority: str, offer: str) -> None:
    assert not beyond(authority_from_text(authority), offer)


def test_an_object_authority_limits_as_a_sentence_does() -> None:
    authority, _ = authority_from_object({"yuan": 100, "redo": 1, "gifts": ["擦窗"]})
    assert beyond(authority, "yuan:150")
    assert not beyond(authority, "yuan:100")
    assert not beyond(authority, "gift:擦窗")


def test_a_ban_in_an_object_holds() -> None:
    authority, _ = authority_from_object({"redo": 1, "forbidden": True})
    assert beyond(authority, "yuan:10")
    assert not beyond(authority, "redo")
