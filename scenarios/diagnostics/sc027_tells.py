"""SC027: a beat gives up a fact that isn't the customer's, or that doesn't exist."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.conditions import suggestion
from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    hers = tuple(fact.id for fact in case.scenario.facts if fact.known_by == "customer")
    for at, beat in enumerate(case.scenario.beats):
        for index, name in enumerate(beat.tells):
            if name not in hers:
                yield Found(
                    ("beats", at, "tells", index),
                    Sentence(
                        f"没有“{name}”这条客户知道的事实。", f"There is no fact '{name}' that the customer knows."
                    ),
                    suggestion(name, hers),
                )


RULE = Rule(
    code="SC027",
    severity=Severity.ERROR,
    about=Sentence("说出的事实不存在", "A beat gives up a fact that isn't the customer's"),
    triggers={("beats", 0, "tells"): ["nothing_such"]},
    check=_check,
)
