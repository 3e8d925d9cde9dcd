"""SC023: a fact that settles something without saying by which words a reply agrees, or looked up nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    for index, fact in enumerate(case.scenario.facts):
        if fact.settles and not fact.agree:
            sentence = Sentence(
                f"“{fact.id}”定了{'原因' if fact.settles == 'cause' else '损失'}，却没写说到哪些词才算说对（agree）。",
                f"'{fact.id}' settles the {fact.settles} and doesn't say by which words a reply agrees (agree).",
            )
            yield Found(("facts", index), sentence)
        if fact.known_by == "lookup" and not fact.where.strip():
            sentence = Sentence(
                f"“{fact.id}”要去查，却没写在哪里查（where）。", f"'{fact.id}' is looked up, but where?"
            )
            yield Found(("facts", index), sentence)


RULE = Rule(
    code="SC023",
    severity=Severity.ERROR,
    about=Sentence("事实没写全", "A fact that is unfinished"),
    triggers={("facts", 0, "agree"): []},
    check=_check,
)
