"""SC025: a scenario without a golden conversation: nothing holds it to what it should do."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    if not case.scenario.golden:
        yield Found(
            (),
            Sentence(
                "没有金标对话，改坏了也不会有人知道。",
                "No golden conversation: nobody would notice it breaking.",
            ),
        )


RULE = Rule(
    code="SC025",
    severity=Severity.WARNING,
    about=Sentence("没有金标对话", "No golden conversation"),
    triggers={("golden",): []},
    check=_check,
)
