"""SC032: a reference reply that isn't level 3 of its own step."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.playing import read_alone
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    if case.rubric is None:
        return
    known = {step.id for step in case.rubric.steps}
    for step_id, texts in case.scenario.references.items():
        if step_id not in known:
            continue
        for index, text in enumerate(texts):
            met = [one.id for one in read_alone(case.scenario, text).checks]
            level = case.rubric.level(step_id, met)
            if level < 3:
                missing = [one for one in case.rubric.step(step_id).check_ids if one not in met]
                names = [case.rubric.check(one).name for one in missing]
                yield Found(
                    ("references", step_id, index),
                    Sentence(
                        f"这条参考只到 {level} 级，还差{'、'.join(one.zh for one in names)}。",
                        f"This reference is level {level}; missing: {', '.join(one.en for one in names)}.",
                    ),
                )


_GOOD = "对不起，地没拖干净，让您踩着粘脚，换谁都会不舒服，这事怪我们。"

RULE = Rule(
    code="SC032",
    severity=Severity.WARNING,
    about=Sentence("参考话术不够好", "A reference below level 3 of its step"),
    triggers={("references",): {"empathy": ["好的，知道了。"]}},
    clean={("references",): {"empathy": [_GOOD]}},
    check=_check,
)
