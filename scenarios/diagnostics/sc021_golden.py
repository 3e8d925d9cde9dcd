"""SC021: a golden conversation that can't come out as written."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.model import EndingKind
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    for index, golden in enumerate(case.scenario.golden):
        low, high = golden.total
        if low > high:
            sentence = Sentence(
                f"“{golden.name}”的总分下限高于上限。", f"'{golden.name}' has its bounds the wrong way round."
            )
            yield Found(("golden", index, "total"), sentence)
        if golden.ending is EndingKind.ESCALATED and case.scenario.endings.escalated is None:
            sentence = Sentence(
                f"“{golden.name}”要的结局，场景里没有。", f"'{golden.name}' wants an ending that isn't there."
            )
            yield Found(("golden", index, "ending"), sentence)
        if (golden.ending is EndingKind.HANDED_OVER) != (golden.handover is not None):
            sentence = Sentence(
                f"“{golden.name}”里，handover 和结局 handed_over 要一起写。",
                f"'{golden.name}' needs both: handover, and the ending handed_over.",
            )
            yield Found(("golden", index, "ending"), sentence)


RULE = Rule(
    code="SC021",
    severity=Severity.ERROR,
    about=Sentence("金标对话写不通", "A golden conversation that can't come out"),
    triggers={("golden", 0, "total"): [60, 20]},
    check=_check,
)
