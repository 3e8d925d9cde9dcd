"""What could be added for a check that wasn't met: the part of a reference reply that meets it, as the scorer reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from app.drills.session import frozen_scenario
from app.records.desk import Desk
from scenarios.truth import reply_to
from scoring.offline.scorer import OfflineScorer

SHORT = 7
_CLAUSE_END = re.compile(r"[，,。；;！!？?\n]")


def suggestions(desk: Desk, drill_id: str) -> Mapping[str, str]:
    """By check: words of the drill's own reference replies. A check that none of them meets isn't in it."""
    return from_references(desk.document(desk.drill(drill_id).scenario_hash).source)


@lru_cache(maxsize=32)
def from_references(scenario_source: str) -> Mapping[str, str]:
    """The same for a scenario's text."""
    scenario = frozen_scenario(scenario_source)
    scorer = OfflineScorer()
    found: dict[str, list[str]] = {}
    for step, replies in scenario.references.items():
        for text in replies:
            for finding in scorer.assess(reply_to(scenario, text, scenario.opening[:1], ())).checks:
                if finding.id.partition(".")[0] == step and finding.evidence:
                    words = clause(text, finding.evidence[0].start, finding.evidence[0].end)
                    found.setdefault(finding.id, []).append(words)
    return _distinct(found)


def _distinct(found: Mapping[str, list[str]]) -> dict[str, str]:
    """One for each check, as far as there are any: what one clause says for two checks is told once only."""
    chosen: dict[str, str] = {}
    for check_id, choices in sorted(found.items(), key=lambda one: len(one[1])):
        fresh = next((words for words in choices if words not in chosen.values()), None)
        if fresh is not None:
            chosen[check_id] = fresh
    return chosen


def clause(text: str, start: int, end: int) -> str:
    """The clauses that hold `start` to `end`, and the next one where they say too little alone."""
    before = max((found.end() for found in _CLAUSE_END.finditer(text, 0, start)), default=0)
    after = _CLAUSE_END.search(text, max(start, end - 1))
    stop = after.start() if after else len(text)
    if stop - before < SHORT and after is not None and after[0] in "，,":
        further = _CLAUSE_END.search(text, after.end())
        stop = further.start() if further else len(text)
    question = text[stop : stop + 1] if text[stop : stop + 1] in ("？", "?") else ""
    return text[before:stop].strip() + question
