"""SC014: a beat that no path leads to."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.walk import reachable
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    reached = reachable(case.scenario)
    for index, beat in enumerate(case.scenario.beats):
        if beat.id not in reached:
            yield Found(
                ("beats", index, "id"),
                Sentence(f"没有哪里会走到节拍“{beat.id}”。", f"Nothing leads to the beat '{beat.id}'."),
                Sentence(
                    "把它写进 first、interrupts、fallback 或某个节拍的 next。",
                    "Name it in first, interrupts, fallback or the next of a beat.",
                ),
            )


RULE = Rule(
    code="SC014",
    severity=Severity.WARNING,
    about=Sentence("走不到的节拍", "A beat that nothing leads to"),
    triggers={("beats", 1): {"id": "lonely", "say": ["有人吗？", "喂？", "在不在？"]}},
    clean={
        ("beats", 1): {"id": "lonely", "say": ["有人吗？", "喂？", "在不在？"]},
        ("first",): ["lonely"],
    },
    check=_check,
)
