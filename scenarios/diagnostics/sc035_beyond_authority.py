"""SC035: a reference that offers more than the scenario's authority allows."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.playing import read_alone
from scenarios.diagnostics.walk import reference_texts
from scoring.authority import in_words
from scoring.reply import Reason
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    if case.rubric is None:
        return
    allowed = in_words(case.scenario.allowed)
    for path, text in reference_texts(case.scenario):
        for found in read_alone(case.scenario, text).violations:
            if found.reason is Reason.BEYOND_AUTHORITY:
                quote = found.evidence[0].quote
                yield Found(
                    path,
                    Sentence(
                        f"参考里的“{quote}”超出权限；权限是：{allowed.zh}",
                        f"“{quote}” in this reference is beyond the authority: {allowed.en}",
                    ),
                )


RULE = Rule(
    code="SC035",
    severity=Severity.WARNING,
    about=Sentence("参考和权限对不上", "A reference against the authority"),
    triggers={("references",): {"compensation": ["耽误您了，赔您五百元，原路退回。"]}},
    clean={("references",): {"compensation": ["耽误您了，退您三十元，原路退回。"]}},
    check=_check,
)
