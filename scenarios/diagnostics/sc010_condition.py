"""SC010: a condition that can't be read."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.walk import conditions
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    for path, condition in conditions(case.scenario):
        for fault in condition.faults:
            yield Found(path, fault.sentence, fault.hint, fault.offset)


RULE = Rule(
    code="SC010",
    severity=Severity.ERROR,
    about=Sentence("条件写错了", "A condition that can't be read"),
    triggers={("beats", 0, "when"): "level(fix) >= and now blame"},
    clean={("beats", 0, "when"): "level(fix) >= 1 and not now blame"},
    check=_check,
)
