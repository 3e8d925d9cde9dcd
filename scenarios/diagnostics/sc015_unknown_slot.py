"""SC015: a wording picks up something that no reply can give."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.conditions import suggestion
from scenarios.customer.scripted import known_particulars, slots_of
from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.walk import wordings
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    known = tuple(known_particulars())
    for path, say in wordings(case.scenario):
        for index, wording in enumerate(say):
            for slot in slots_of(wording):
                if slot not in known:
                    yield Found(
                        (*path, index),
                        Sentence(f"没有“{{{slot}}}”这种可以接过来的话。", f"Nothing fills '{{{slot}}}'."),
                        suggestion(slot, known)
                        or Sentence(f"可以用：{'、'.join(known)}。", f"There are: {', '.join(known)}."),
                    )


RULE = Rule(
    code="SC015",
    severity=Severity.ERROR,
    about=Sentence("接不上的词", "A wording picks up what no reply gives"),
    triggers={("beats", 0, "say", 0): "{tme}没人来怎么办？"},
    clean={("beats", 0, "say", 0): "{time}没人来怎么办？"},
    check=_check,
)
