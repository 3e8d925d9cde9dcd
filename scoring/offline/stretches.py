"""Cuts of a text around a place: as far as the sentence, or the clause, goes."""

from __future__ import annotations

_SENTENCE_ENDS = "。！？!?；;\n"
_CLAUSE_ENDS = "，,、" + _SENTENCE_ENDS + " "


def since_stop(text: str, start: int, end: int) -> str:
    """The part of `text[start:end]` that stands in the same sentence as what follows it."""
    window = text[start:end]
    for index in range(len(window) - 1, -1, -1):
        if window[index] in _SENTENCE_ENDS:
            return window[index + 1 :]
    return window


def until_stop(text: str, start: int, end: int, *, commas: bool = False) -> str:
    """The part of `text[start:end]` that stands in the same sentence (or clause) as what precedes it."""
    window = text[start:end]
    for index, letter in enumerate(window):
        if letter in _SENTENCE_ENDS or (commas and letter in "，,"):
            return window[:index]
    return window


def clause_around(text: str, start: int, end: int, before: int, after: int) -> tuple[int, int]:
    """The clause around `start` to `end`, at most `before` and `after` characters more: what quotes well."""
    left = start
    while left > 0 and text[left - 1] not in _CLAUSE_ENDS and start - left < before:
        left -= 1
    right = end
    while right < len(text) and text[right] not in _CLAUSE_ENDS and right - end < after:
        right += 1
    return left, right
