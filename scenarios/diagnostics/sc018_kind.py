"""SC018: a kind of scene that has no rubric, so nothing could be scored."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.conditions import suggestion
from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.rubric import shipped_kinds
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    if case.rubric is None:
        kinds = shipped_kinds()
        kind = case.scenario.kind
        yield Found(
            ("kind",),
            Sentence(f"没有“{kind}”这种场景的评分细则。", f"There is no rubric for scenes of kind '{kind}'."),
            suggestion(kind, kinds) or Sentence(f"现有：{'、'.join(kinds)}。", f"There are: {', '.join(kinds)}."),
        )


RULE = Rule(
    code="SC018",
    severity=Severity.ERROR,
    about=Sentence("没有这种评分细则", "No rubric for this kind of scene"),
    triggers={("kind",): "complaint2"},
    check=_check,
)
