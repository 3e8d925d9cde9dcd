"""SC031: a step that no reply can meet: a compensation where nothing may be given."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    if case.rubric is None or "compensation" in case.scenario.steps_left_out:
        return
    if not any(step.id == "compensation" for step in case.rubric.steps):
        return
    may = case.scenario.allowed
    if may.stated and not (may.yuan or may.percent or may.redo or may.gifts or may.needs_proof):
        yield Found(
            ("authority",),
            Sentence(
                "权限里什么都不能给，补偿这一步谁也做不到。",
                "Nothing may be given, so nobody can meet the compensation step.",
            ),
            Sentence(
                "写上能给什么，或者 steps_left_out: [compensation]。", "Say what may be given, or leave the step out."
            ),
        )


RULE = Rule(
    code="SC031",
    severity=Severity.WARNING,
    about=Sentence("谁也做不到的步骤", "A step that no path can meet"),
    triggers={("authority",): {"forbidden": ["赔钱"]}},
    clean={("authority",): {"forbidden": ["赔钱"]}, ("steps_left_out",): ["compensation"]},
    check=_check,
)
