"""SC024: a hand-over to which the customer has no answer."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.model import Handover
from scoring.documents import Value
from scoring.sentence import Sentence

_SAY: dict[str, Value] = {
    "right": ["好，那我等他。", "行，让他打给我。", "可以，早该这样。"],
    "early": ["这点事你都办不了？", "一上来就推给别人？", "你就不能先管管？"],
}


def _check(case: Case) -> Iterator[Found]:
    rule = case.scenario.handover
    if rule is None:
        return
    needed = [Handover.RIGHT, Handover.EARLY] + ([Handover.LATE] if rule.late.strip() else [])
    for judged in needed:
        if not rule.say.get(judged):
            sentence = Sentence(
                f"转交“{judged.value}”时客户没有话说。",
                f"The customer has no answer to a {judged.value} hand-over.",
            )
            yield Found(("handover", "say"), sentence)


RULE = Rule(
    code="SC024",
    severity=Severity.ERROR,
    about=Sentence("转交没有回应", "A hand-over without an answer"),
    triggers={("handover",): {"to": "区域经理", "right": "turn >= 3", "say": {"right": _SAY["right"]}}},
    clean={("handover",): {"to": "区域经理", "right": "turn >= 3", "say": dict(_SAY)}},
    check=_check,
)
