"""Sentences of a text by place: which sentence holds a character, and where it starts and ends."""

from __future__ import annotations

import re
from bisect import bisect_right

_SENTENCE_END = re.compile(r"[。！？!?；;\n…~～]+[”」』）)]?")


def sentence_starts(text: str) -> tuple[int, ...]:
    """Where the sentences of `text` start; never empty."""
    starts = [0]
    for match in _SENTENCE_END.finditer(text):
        if match.end() < len(text):
            starts.append(match.end())
    return tuple(starts)


def sentence_number(starts: tuple[int, ...], position: int) -> int:
    """Which of the sentences that start at `starts` holds `position`."""
    return max(0, bisect_right(starts, position) - 1)


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentences of `text` that hold the characters from `start` to `end`."""
    starts = sentence_starts(text)
    last = sentence_number(starts, max(start, end - 1))
    stop = starts[last + 1] if last + 1 < len(starts) else len(text)
    return text[starts[sentence_number(starts, start)] : stop]
