"""SC029: a beat without a condition stands before others, which wait until all its wordings are said."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    for key in ("interrupts", "fallback"):
        names = getattr(case.scenario, key)
        for index, name in enumerate(names):
            beat = case.scenario.beat.get(name)
            last = key == "fallback" and index == len(names) - 1
            if beat is None or beat.when.strip() or last or _next_is_free(case, names[index + 1 :]):
                continue
            yield Found(
                (key, index),
                Sentence(
                    f"“{name}”没有条件，排在它后面的要等它说完 {len(beat.say)} 遍才轮得到，客户会在这里打转。",
                    f"'{name}' has no condition: what stands behind it waits until it was said {len(beat.say)} times.",
                ),
                Sentence("给它加 when，或者移到最后。", "Give it a `when`, or move it to the end."),
            )


def _next_is_free(case: Case, rest: tuple[str, ...]) -> bool:
    """Whether only beats without conditions follow: then nothing particular is hidden."""
    return bool(rest) and all(name in case.scenario.beat and not case.scenario.beat[name].when.strip() for name in rest)


RULE = Rule(
    code="SC029",
    severity=Severity.WARNING,
    about=Sentence("打转，出不去", "A loop that hides the way out"),
    triggers={("beats", 1): {"id": "any", "say": ["说吧。", "我听着。", "接着说。"]}, ("fallback",): ["any", "still"]},
    clean={("beats", 1): {"id": "any", "say": ["说吧。", "我听着。", "接着说。"]}, ("fallback",): ["still", "any"]},
    check=_check,
)
