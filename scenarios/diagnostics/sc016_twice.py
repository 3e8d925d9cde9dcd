"""SC016: an id that is given twice."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.documents import Path_
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    listed: list[tuple[Path_, str]] = [(("beats", i, "id"), beat.id) for i, beat in enumerate(case.scenario.beats)]
    listed += [(("facts", i, "id"), fact.id) for i, fact in enumerate(case.scenario.facts)]
    seen: set[str] = set()
    for path, name in listed:
        if name in seen:
            yield Found(path, Sentence(f"编号“{name}”用了两次。", f"The id '{name}' is used twice."))
        seen.add(name)


RULE = Rule(
    code="SC016",
    severity=Severity.ERROR,
    about=Sentence("编号重复", "An id given twice"),
    triggers={("beats", 1): {"id": "still", "say": ["怎么说？", "然后呢？", "就这样？"]}},
    clean={("beats", 1): {"id": "other", "say": ["怎么说？", "然后呢？", "就这样？"]}},
    check=_check,
)
