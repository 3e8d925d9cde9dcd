"""SC017: a step that the rubric doesn't have, or too few steps left."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.conditions import suggestion
from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.documents import Path_
from scoring.sentence import Sentence

LEAST = 2


def _check(case: Case) -> Iterator[Found]:
    if case.rubric is None:
        return
    known = tuple(step.id for step in case.rubric.steps)
    scenario = case.scenario
    named: list[tuple[Path_, str]] = [(("steps_left_out", i), name) for i, name in enumerate(scenario.steps_left_out)]
    named += [(("weights", name), name) for name in scenario.weights]
    named += [(("references", name), name) for name in scenario.references]
    for path, name in named:
        if name not in known:
            sentence = Sentence(f"评分细则里没有“{name}”这一步。", f"The rubric has no step '{name}'.")
            yield Found(path, sentence, suggestion(name, known), at_key=path[0] != "steps_left_out")
    if len(set(known) - set(scenario.steps_left_out)) < LEAST:
        sentence = Sentence(f"至少要留下 {LEAST} 个步骤。", f"At least {LEAST} steps must stay.")
        yield Found(("steps_left_out",), sentence)


RULE = Rule(
    code="SC017",
    severity=Severity.ERROR,
    about=Sentence("步骤不存在或太少", "A step that doesn't exist, or too few left"),
    triggers={("steps_left_out",): ["compensaton"]},
    clean={("steps_left_out",): ["compensation"]},
    check=_check,
)
