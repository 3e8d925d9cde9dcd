"""SC030: an ending that no golden conversation comes to, by what is written there."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.model import EndingKind
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    if not case.scenario.golden:
        return  # SC025 says it
    reached = {golden.ending for golden in case.scenario.golden}
    for kind, _ in case.scenario.endings.items():
        if kind not in reached:
            yield Found(
                ("endings", kind.value),
                Sentence(
                    f"没有金标对话走到“{_WORDS[kind]}”这个结局。",
                    f"No golden conversation comes to the ending '{kind.value}'.",
                ),
                at_key=True,
            )


_WORDS = {EndingKind.SETTLED: "谈妥", EndingKind.LEFT: "走了", EndingKind.ESCALATED: "找上级"}

RULE = Rule(
    code="SC030",
    severity=Severity.WARNING,
    about=Sentence("没有金标走到的结局", "An ending without a golden conversation"),
    triggers={("golden", 0, "ending"): "timed_out"},
    clean={
        ("golden", 1): {"name": "好", "replies": ["好的"], "total": [0, 30], "ending": "settled"},
        ("golden", 2): {"name": "差", "replies": ["好的"], "total": [0, 30], "ending": "left"},
    },
    check=_check,
)
