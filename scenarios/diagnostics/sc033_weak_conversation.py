"""SC033: a reference conversation that is worth less than 85, or isn't settled."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.playing import reference_played
from scenarios.model import EndingKind
from scoring.sentence import Sentence

GOOD = 85


def _check(case: Case) -> Iterator[Found]:
    if case.rubric is None or not case.scenario.reference_conversation:
        return
    played = reference_played(case.scenario)
    total = played.scorecard.total
    if total < GOOD:
        sentence = Sentence(
            f"整段参考对话只有 {total:g} 分，不到 {GOOD}。",
            f"The reference conversation comes to {total:g}, below {GOOD}.",
        )
        yield Found(("reference_conversation",), sentence, at_key=True)
    elif played.ending is not EndingKind.SETTLED:
        sentence = Sentence("照着参考对话说，客户也没有谈妥。", "The reference conversation doesn't settle the case.")
        yield Found(("reference_conversation",), sentence, at_key=True)


RULE = Rule(
    code="SC033",
    severity=Severity.WARNING,
    about=Sentence("参考对话不到 85 分", "A reference conversation under 85"),
    triggers={("reference_conversation",): ["好的，知道了。"]},
    check=_check,
)
