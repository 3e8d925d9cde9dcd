"""SC020: a reaction to something that never happens."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.conditions import suggestion
from scenarios.customer.mood import EVENTS
from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    if case.rubric is None:
        return
    known = (*case.rubric.check_ids, *case.rubric.violation_ids, *EVENTS)
    for name in case.scenario.reactions:
        if name not in known:
            sentence = Sentence(f"没有“{name}”可以反应。", f"There is no '{name}' to react to.")
            yield Found(("reactions", name), sentence, suggestion(name, known), at_key=True)


RULE = Rule(
    code="SC020",
    severity=Severity.ERROR,
    about=Sentence("反应的对象不存在", "A reaction to something that never happens"),
    triggers={("reactions",): {"blam": {"anger": 30}}},
    clean={("reactions",): {"blame": {"anger": 30}, "nothing_new": {"patience": -20}}},
    check=_check,
)
