"""SC038: a scenario with references that has fewer than two for a step."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.sentence import Sentence

ENOUGH = 2


def _check(case: Case) -> Iterator[Found]:
    if case.rubric is None or not case.scenario.references:
        return
    for step in case.rubric.steps:
        count = len(case.scenario.references.get(step.id, ()))
        if count < ENOUGH and step.id not in case.scenario.steps_left_out:
            yield Found(
                ("references",),
                Sentence(
                    f"“{step.name.zh}”只有 {count} 条参考；两种说法才看得出不是标准答案。",
                    f"{step.name.en} has {count} references; with two it is plain that none is the only answer.",
                ),
                at_key=True,
            )


RULE = Rule(
    code="SC038",
    severity=Severity.NOTE,
    about=Sentence("参考话术太少", "Too few references"),
    triggers={("references",): {"empathy": ["真对不起，让您费心了。"]}},
    check=_check,
)
