"""Runs named patterns over a reply and turns what they find into hits, with guards before and after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring.offline.hits import Hit
from scoring.offline.reading import Reading
from scoring.reply import Reason

YOU = "[您你恁侬]"
US = "(?:我们|俺们|咱们|我司|我店|本店|公司|平台|店里|酒店|商家|阿拉|我哋)"

_STOP = "。！？!?；;\n"
_BEFORE = 14
_AFTER = 22
_WIDEST = 26
_END = re.compile(r"[，,、:：。！？!?；;\n…~～\s]")


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a thing. `pattern` finds it; `unless_before` and `unless_after` (searched in what stands before and
    after it in the same sentence) call it off; `weakened_by` (searched in the whole sentence) halves its strength.
    """

    name: str
    strength: float
    pattern: re.Pattern[str]
    unless_before: re.Pattern[str] | None = None
    unless_after: re.Pattern[str] | None = None
    weakened_by: re.Pattern[str] | None = None


def said(
    name: str, strength: float, pattern: str, *, before: str = "", after: str = "", weakened: str = ""
) -> Wording:
    """A Wording from plain patterns; an empty guard guards nothing. `before` is anchored at its end."""
    return Wording(
        name,
        strength,
        re.compile(pattern),
        re.compile(f"(?:{before})$") if before else None,
        re.compile(after) if after else None,
        re.compile(weakened) if weakened else None,
    )


def find(
    reading: Reading, rubric_id: str, wordings: Iterable[Wording], reason: Reason = Reason.OTHER
) -> Iterator[Hit]:
    """Every place where one of `wordings` is said in earnest: not inside a quotation, and not called off."""
    text = reading.text
    for wording in wordings:
        for match in wording.pattern.finditer(text):
            start, end = match.span()
            if start == end or _quoted(reading, start, end):
                continue
            if wording.unless_before and wording.unless_before.search(before(text, start)):
                continue
            if wording.unless_after and wording.unless_after.search(after(text, end)):
                continue
            strength = wording.strength
            if wording.weakened_by and wording.weakened_by.search(around(text, start, end)):
                strength /= 2
            start, end = widened(text, start, end)
            yield Hit(rubric_id, start, end, strength, f"{rubric_id}.{wording.name}", reason=reason)


def before(text: str, start: int, width: int = _BEFORE) -> str:
    """What stands before `start` in its sentence, at most `width` characters."""
    window = text[max(0, start - width) : start]
    for index in range(len(window) - 1, -1, -1):
        if window[index] in _STOP:
            return window[index + 1 :]
    return window


def after(text: str, end: int, width: int = _AFTER) -> str:
    """What stands after `end` in its sentence, at most `width` characters."""
    window = text[end : end + width]
    for index, letter in enumerate(window):
        if letter in _STOP:
            return window[:index]
    return window


def around(text: str, start: int, end: int) -> str:
    """A match with its neighbourhood, across the ends of sentences."""
    return text[max(0, start - 30) : end + 36]


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The clauses that hold `start` to `end`, where they are short enough to quote; else the place itself."""
    left, right = start, end
    while left > 0 and not _END.match(text[left - 1]) and end - left < _WIDEST:
        left -= 1
    while right < len(text) and not _END.match(text[right]) and right - start < _WIDEST:
        right += 1
    if right - left <= _WIDEST:
        return left, right
    return start, end


def _quoted(reading: Reading, start: int, end: int) -> bool:
    clause = reading.clause_at(start)
    return clause.quoted and end <= clause.end
