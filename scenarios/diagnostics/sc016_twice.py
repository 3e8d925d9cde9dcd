"""SC016: an id that is given twice, or is taken already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.sentence import Sentence

_TAKEN = re.compile(r"opening\Z|ending_|handover_")
"""The scripted customer keeps what she said at these places under these names."""


def _check(case: Case) -> Iterator[Found]:
    # Beats and facts are asked for by different words, so one of each may share a name.
    for key, listed in (("beats", case.scenario.beats), ("facts", case.scenario.facts)):
        seen: set[str] = set()
        for index, one in enumerate(listed):
            if one.id in seen:
                sentence = Sentence(f"编号“{one.id}”用了两次。", f"The id '{one.id}' is used twice.")
                yield Found((key, index, "id"), sentence)
            seen.add(one.id)
    for index, beat in enumerate(case.scenario.beats):
        if _TAKEN.match(beat.id):
            sentence = Sentence(
                f"“{beat.id}”是留给开场、结局和转交的名字，请换一个。",
                f"'{beat.id}' is a name kept for the opening, the endings and the hand-over; choose another.",
            )
            yield Found(("beats", index, "id"), sentence)


RULE = Rule(
    code="SC016",
    severity=Severity.ERROR,
    about=Sentence("编号重复或已被占用", "An id given twice or already taken"),
    triggers={("beats", 1): {"id": "still", "say": ["怎么说？", "然后呢？", "就这样？"]}},
    clean={("beats", 1): {"id": "other", "say": ["怎么说？", "然后呢？", "就这样？"]}},
    check=_check,
)
