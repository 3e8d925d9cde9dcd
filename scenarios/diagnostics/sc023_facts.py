"""SC023: a fact that settles nothing there is, doesn't say by which words a reply agrees, or is looked up nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.conditions import suggestion
from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    steps = tuple(step.id for step in case.rubric.steps if step.key) if case.rubric is not None else ()
    for index, fact in enumerate(case.scenario.facts):
        if fact.settles and steps and fact.settles not in (*steps, "loss"):
            sentence = Sentence(
                f"“{fact.settles}”不是步骤，也不是 loss，定不了。", f"'{fact.settles}' is neither a step nor loss."
            )
            yield Found(("facts", index, "settles"), sentence, suggestion(fact.settles, (*steps, "loss")))
        if fact.settles and not fact.agree:
            sentence = Sentence(
                f"“{fact.id}”定了{_WORD.get(fact.settles, fact.settles)}，却没写说到哪些词才算说对（agree）。",
                f"'{fact.id}' settles the {fact.settles} and doesn't say by which words a reply agrees (agree).",
            )
            yield Found(("facts", index), sentence)
        if fact.known_by == "lookup" and not fact.where.strip():
            sentence = Sentence(
                f"“{fact.id}”要去查，却没写在哪里查（where）。", f"'{fact.id}' is looked up, but where?"
            )
            yield Found(("facts", index), sentence)


_WORD = {"cause": "原因", "loss": "损失"}

RULE = Rule(
    code="SC023",
    severity=Severity.ERROR,
    about=Sentence("事实没写全", "A fact that is unfinished"),
    triggers={("facts", 0, "agree"): []},
    check=_check,
)
