"""SC036: what windows show in English is Chinese there, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.walk import bilinguals
from scoring.sentence import Sentence


def _chinese(text: str) -> int:
    return sum("\u4e00" <= letter <= "\u9fff" for letter in text)


def _check(case: Case) -> Iterator[Found]:
    for path, text in bilinguals(case.scenario):
        # A name or a term in Chinese may stand in an English sentence; half of it may not.
        if not text.en.strip() or 2 * _chinese(text.en) > len(text.en):
            yield Found((*path, "en"), Sentence("这里没有英文。", "This isn't translated into English."))
        if not _chinese(text.zh):
            yield Found((*path, "zh"), Sentence("这里没有中文。", "This isn't Chinese."))


RULE = Rule(
    code="SC036",
    severity=Severity.WARNING,
    about=Sentence("缺译文", "A missing translation"),
    triggers={("brief",): {"zh": "客户说地没拖干净。", "en": "客户说地没拖干净。"}},
    check=_check,
)
