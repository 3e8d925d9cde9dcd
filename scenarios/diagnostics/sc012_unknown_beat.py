"""SC012: a beat is named that doesn't exist."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.conditions import suggestion
from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.walk import beat_references, conditions
from scoring.documents import Path_
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    known = tuple(case.scenario.beat)
    named: list[tuple[Path_, str, int | None]] = [(path, name, None) for path, name in beat_references(case.scenario)]
    named += [
        (path, one.name, one.offset)
        for path, condition in conditions(case.scenario)
        for one in condition.names
        if one.kind == "beat"
    ]
    for path, name, offset in named:
        if name not in known:
            sentence = Sentence(f"没有“{name}”这个节拍。", f"There is no beat '{name}'.")
            yield Found(path, sentence, suggestion(name, known), offset)


RULE = Rule(
    code="SC012",
    severity=Severity.ERROR,
    about=Sentence("节拍不存在", "A beat that doesn't exist is named"),
    triggers={("fallback",): ["stil"]},
    check=_check,
)
