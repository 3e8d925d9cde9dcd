"""SC013: a beat or an ending with fewer than three wordings, so that the customer sounds canned."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.walk import wordings
from scoring.sentence import Sentence

LEAST = 3


def _check(case: Case) -> Iterator[Found]:
    for path, say in wordings(case.scenario):
        if len(say) < LEAST:
            yield Found(path, Sentence(
                f"只有 {len(say)} 种说法，至少要 {LEAST} 种。", f"Only {len(say)} wordings; at least {LEAST} are needed.",
            ))  # fmt: skip


RULE = Rule(
    code="SC013",
    severity=Severity.ERROR,
    about=Sentence("说法太少", "Fewer than three wordings"),
    triggers={("beats", 0, "say"): ["那你打算怎么办？"]},
    check=_check,
)
