"""SC034: a reference that breaks a rule. What goes beyond the authority is SC035's."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.playing import read_alone
from scenarios.diagnostics.walk import reference_texts
from scoring.reply import Reason
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    if case.rubric is None:
        return
    names = {one.id: one.name for one in case.rubric.violations}
    for path, text in reference_texts(case.scenario):
        for found in read_alone(case.scenario, text).violations:
            if found.reason is not Reason.BEYOND_AUTHORITY:
                quote = found.evidence[0].quote
                yield Found(
                    path,
                    Sentence(
                        f"这条参考自己违规：{names[found.id].zh}（“{quote}”）。",
                        f"This reference breaks a rule: {names[found.id].en} (“{quote}”).",
                    ),
                )


RULE = Rule(
    code="SC034",
    severity=Severity.WARNING,
    about=Sentence("参考话术违规", "A reference that breaks a rule"),
    triggers={("references",): {"empathy": ["这是您自己没说清楚，怪不得我们。"]}},
    clean={("references",): {"empathy": ["真对不起，让您费心了。"]}},
    check=_check,
)
