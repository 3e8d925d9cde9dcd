"""SC022: the same wording in two places, so that the customer could repeat herself."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.walk import wordings
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    seen: set[str] = set()
    for path, say in wordings(case.scenario):
        for index, wording in enumerate(say):
            if wording in seen:
                sentence = Sentence(f"“{wording}”在别处也写了。", f"'{wording}' stands elsewhere too.")
                yield Found((*path, index), sentence)
            seen.add(wording)


RULE = Rule(
    code="SC022",
    severity=Severity.WARNING,
    about=Sentence("同一句话写了两处", "The same wording in two places"),
    triggers={("endings", "left", "say", 0): "我等你一句准话。"},
    check=_check,
)
