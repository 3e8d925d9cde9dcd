"""SC016: an id that is given twice."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    # Beats and facts are asked for by different words, so one of each may share a name.
    for key, listed in (("beats", case.scenario.beats), ("facts", case.scenario.facts)):
        seen: set[str] = set()
        for index, one in enumerate(listed):
            if one.id in seen:
                sentence = Sentence(f"编号“{one.id}”用了两次。", f"The id '{one.id}' is used twice.")
                yield Found((key, index, "id"), sentence)
            seen.add(one.id)


RULE = Rule(
    code="SC016",
    severity=Severity.ERROR,
    about=Sentence("编号重复", "An id given twice"),
    triggers={("beats", 1): {"id": "still", "say": ["怎么说？", "然后呢？", "就这样？"]}},
    clean={("beats", 1): {"id": "other", "say": ["怎么说？", "然后呢？", "就这样？"]}},
    check=_check,
)
