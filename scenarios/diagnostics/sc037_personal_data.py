"""SC037: something that looks like a real person's data: a phone or identity number, a mail address, a street number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.walk import about_people
from scoring.sentence import Sentence

_LOOKS = {
    Sentence("手机号", "a phone number"): re.compile(r"(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)"),
    Sentence("身份证号", "an identity number"): re.compile(r"(?<!\d)[1-9]\d{16}[\dXx](?!\w)"),
    Sentence("银行卡号", "a card number"): re.compile(r"(?<!\d)(?:\d{4}[\s-]?){4}\d{0,3}(?!\d)"),
    Sentence("邮箱", "a mail address"): re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),
    Sentence("门牌地址", "a street address"): re.compile(r"[\u4e00-\u9fff]{2,}(?:路|街|道|巷|弄)\d+号(?:楼|院)?|\d+号楼\d+单元|\d+栋\d+单元"),
}  # fmt: skip


def _check(case: Case) -> Iterator[Found]:
    for path, text in about_people(case.scenario):
        for name, pattern in _LOOKS.items():
            found = pattern.search(text)
            if found is not None:
                yield Found(
                    path,
                    Sentence(
                        f"“{found[0]}”像真人的{name.zh}，换掉。", f"'{found[0]}' looks like {name.en}: take it out."
                    ),
                    offset=found.start(),
                )
                break


RULE = Rule(
    code="SC037",
    severity=Severity.WARNING,
    about=Sentence("像真人的个人信息", "Personal data in a persona"),
    triggers={("persona", "manner"): "讲理，电话 13812345678"},
    clean={("persona", "manner"): "讲理，电话总在会上响"},
    check=_check,
)
