"""SC028: every fallback beat has a condition, so there are replies to which she has nothing to say."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    beats = case.scenario.beat
    if all(beats[name].when.strip() for name in case.scenario.fallback if name in beats):
        yield Found(
            ("fallback",),
            Sentence(
                "每个兜底节拍都带条件；条件都不成立时，客户没有话说，演练就这样断了。",
                "Every fallback beat has a condition; where none holds, she has nothing to say and the drill just ends.",
            ),
            Sentence("最后放一个没有 when 的节拍。", "End the list with a beat without `when`."),
        )


RULE = Rule(
    code="SC028",
    severity=Severity.WARNING,
    about=Sentence("走到头没有话", "A dead end: nothing to say"),
    triggers={("fallback",): ["still"]},
    clean={("beats", 1): {"id": "last", "say": ["说吧。", "我听着。", "接着说。"]}, ("fallback",): ["still", "last"]},
    check=_check,
)
