"""Prepares a reply for the rules: folded text, sentences and clauses with their places kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import TypeVar, cast

from scoring.offline.folding import fold
from scoring.reply import Reply
from scoring.spans import sentence_number, sentence_starts

_Found = TypeVar("_Found")

_CLAUSE_END = re.compile(r"[，,、:：。！？!?；;\n…~～\s]+")
_QUESTION = re.compile(
    r"[？?]|吗|呢[。！!]?$|[么嘛][？?]|(?:行|好|可以|成|中|是)不(?:行|好|可以|成|中|是)|能不能|要不要|可不可以"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between commas: `text` is the folded reply from `start` to `end`; `sentence` its sentence's number.

    `question` tells that its sentence asks; `quoted` that it stands inside quotation marks.
    """

    start: int
    end: int
    text: str
    sentence: int
    question: bool
    quoted: bool


@dataclass(frozen=True)
class Reading:
    """One reply, ready for rules. `text` is `reply.text` folded character by character, so places agree."""

    reply: Reply
    text: str
    clauses: tuple[Clause, ...]
    sentence_starts: tuple[int, ...]

    @cached_property
    def known(self) -> dict[object, object]:
        """What was found in it already, by the function that found it: see `once`."""
        return {}

    @cached_property
    def customer(self) -> str:
        """All that the customer has said, folded, newest last."""
        return fold("\n".join(self.reply.customer))

    @cached_property
    def scene(self) -> str:
        """The scene and its facts, folded."""
        return fold("\n".join((self.reply.scene, *self.reply.facts)))

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    def clause_at(self, position: int) -> Clause:
        """The clause in which the character at `position` stands (the nearest before it, between two)."""
        return self.clauses[max(0, bisect_right(self._clause_starts, position) - 1)]

    def sentence_at(self, position: int) -> int:
        """Number of the sentence, from 0, in which the character at `position` stands."""
        return sentence_number(self.sentence_starts, position)

    def sentence_text(self, number: int) -> str:
        """The folded text of sentence `number`."""
        start = self.sentence_starts[number]
        end = self.sentence_starts[number + 1] if number + 1 < len(self.sentence_starts) else len(self.text)
        return self.text[start:end]


def once(find: Callable[[Reading], _Found]) -> Callable[[Reading], _Found]:
    """Let `find` look through each reading once only, however many steps ask; nobody may change what it gives."""

    @wraps(find)
    def asked(reading: Reading) -> _Found:
        known = reading.known
        if find not in known:
            known[find] = find(reading)
        return cast("_Found", known[find])

    return asked


def read(reply: Reply) -> Reading:
    """Prepare `reply`. Time grows with its length only."""
    text = fold(reply.text)
    starts = sentence_starts(text)
    quoted = _quoted_spans(text)
    clauses: list[Clause] = []
    position = 0
    sentence = 0
    asks = _asks(text, starts)
    for match in [*_CLAUSE_END.finditer(text), None]:
        end = match.start() if match else len(text)
        if end > position:
            while sentence + 1 < len(starts) and starts[sentence + 1] <= position:
                sentence += 1
            inside = any(start <= position and end <= stop for start, stop in quoted)
            clauses.append(Clause(position, end, text[position:end], sentence, asks[sentence], inside))
        position = match.end() if match else end
    if not clauses:
        clauses.append(Clause(0, len(text), text, 0, False, False))
    return Reading(reply, text, tuple(clauses), starts)


def _asks(text: str, starts: tuple[int, ...]) -> list[bool]:
    ends = [*starts[1:], len(text)]
    return [bool(_QUESTION.search(text, start, end)) for start, end in zip(starts, ends, strict=True)]


def _quoted_spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for opening, closing in (("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’")):
        position = text.find(opening)
        while position >= 0:
            stop = text.find(closing, position + 1)
            if stop < 0:
                break
            spans.append((position, stop + 1))
            position = text.find(opening, stop + 1)
    return spans
