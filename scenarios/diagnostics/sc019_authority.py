"""SC019: an authority that can't be read."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scoring.authority import authority_from_object
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    if isinstance(case.scenario.authority, dict):
        for key, value in case.scenario.authority.items():
            for fault in authority_from_object({key: value})[1]:
                yield Found(("authority", key), fault, at_key=True)


RULE = Rule(
    code="SC019",
    severity=Severity.ERROR,
    about=Sentence("权限读不懂", "An authority that can't be read"),
    triggers={("authority",): {"yuan": "很多"}},
    clean={("authority",): {"yuan": 80, "gifts": ["擦窗一次"]}},
    check=_check,
)
