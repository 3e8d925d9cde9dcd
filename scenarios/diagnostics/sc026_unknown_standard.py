"""SC026: a standard or rule that the card doesn't have, or one that is named twice."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.conditions import suggestion
from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.standards import shipped_standards
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    known = tuple(shipped_standards())
    named = case.scenario.standards
    for index, name in enumerate(named):
        if name not in known:
            sentence = Sentence(f"标准表里没有“{name}”这一条。", f"The standards have no '{name}'.")
            yield Found(("standards", index), sentence, suggestion(name, known))
        elif name in named[:index]:
            yield Found(("standards", index), Sentence(f"“{name}”写了两遍。", f"'{name}' is named twice."))


RULE = Rule(
    code="SC026",
    severity=Severity.ERROR,
    about=Sentence("标准或规则不存在", "A standard or rule that doesn't exist"),
    triggers={("standards",): ["golden_windw"]},
    clean={("standards",): ["golden_window"]},
    check=_check,
)
