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
                elif path[-1] == "opening":
                    yield Found((*path, index), _TOO_EARLY)
        if path[0] in ("endings", "handover") and say and all(slots_of(wording) for wording in say):
            yield Found(path, _SPEECHLESS)


_TOO_EARLY = Sentence(
    "开场时学员还没有说话，没有什么可以接。", "Before the opening the trainee has said nothing that could be picked up."
)
_SPEECHLESS = Sentence(
    "每一种说法都要接学员的话；没有可接的时候，客户就没话说了。至少留一种不用接的。",
    "Every wording picks something up; where there is nothing, the customer is speechless. Keep one without.",
)


RULE = Rule(
    code="SC015",
    severity=Severity.ERROR,
    about=Sentence("接不上的词", "A wording picks up what no reply gives"),
    triggers={("beats", 0, "say", 0): "{tme}没人来怎么办？"},
    clean={("beats", 0, "say", 0): "{time}没人来怎么办？"},
    check=_check,
)
