"""How the evidence of a reply is marked so that it can be read: within a step no words are marked twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.drills.reviewed import Span
from scoring.sentence import Sentence

LEAST = 2
"""Fewer characters than these aren't worth a mark of their own."""
_EDGES = "，,、。；;：:！!？?… \n\t"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words to mark: `id` of the check or violation that they show first, with the names of all that they show."""

    id: str
    start: int
    end: int
    step: int
    names: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Marking:
    """The pieces of a reply, and by check or violation the piece that shows it (several share one)."""

    pieces: tuple[Piece, ...]
    piece_of: Mapping[str, str]


def marking(text: str, spans: Sequence[Span]) -> Marking:
    """Mark `text`. A short span inside a longer one of its step keeps its words; the longer one has the rest.

    Spans of different steps may overlap: their marks differ.
    """
    pieces: list[Piece] = []
    piece_of: dict[str, str] = {}
    for step in sorted({span.step for span in spans}):
        own = sorted((span for span in spans if span.step == step), key=lambda one: (one.end - one.start, one.start))
        made: list[Piece] = []
        for span in own:
            free = list(_free(text, span, made))
            if free:
                made += [Piece(span.id, start, end, step, (span.name,)) for start, end in free]
                piece_of.setdefault(span.id, span.id)
            else:
                _join(span, made, piece_of)
        pieces += made
    return Marking(tuple(sorted(pieces, key=lambda one: (one.start, one.end))), piece_of)


def _free(text: str, span: Span, made: Iterable[Piece]) -> Iterable[tuple[int, int]]:
    """The parts of a span that no shorter one has taken, without punctuation at their edges."""
    at = span.start
    taken = sorted((one.start, one.end) for one in made if one.start < span.end and span.start < one.end)
    for start, end in [*taken, (span.end, span.end)]:
        first, last = at, min(start, span.end)
        if taken:  # a span that nobody cut stays as it is quoted
            while first < last and text[first] in _EDGES:
                first += 1
            while last > first and text[last - 1] in _EDGES:
                last -= 1
        if last - first >= (LEAST if taken else 1):
            yield first, last
        at = max(at, end)


def _join(span: Span, made: list[Piece], piece_of: dict[str, str]) -> None:
    """Let a span without words of its own share those of the longest piece inside it."""
    inside = [index for index, one in enumerate(made) if one.start < span.end and span.start < one.end]
    if not inside:
        return
    index = max(inside, key=lambda at: made[at].end - made[at].start)
    one = made[index]
    piece_of.setdefault(span.id, one.id)
    if one.id != span.id:
        made[index] = Piece(one.id, one.start, one.end, one.step, (*one.names, span.name))
