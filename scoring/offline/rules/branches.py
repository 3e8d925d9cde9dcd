"""Splits a long pattern into its alternatives, each with the pieces (one character, or two neighbours) that it can't do without.

One alternation of hundreds of phrases is tried at every character of a reply (some 2 ms for all violations together).
Looked up by a piece that must stand in the text, only a few alternatives remain, and only these are compiled and run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_LOOKS = ("(?=", "(?!", "(?<=", "(?<!", "(?P=")
_OPTIONAL = ("?", "*", "{0")
_REPEATED = (*_OPTIONAL, "+", "{")
_SPECIAL = ".^$|*+?{}\\"


@dataclass(frozen=True)
class Branch:
    """One alternative. Wherever it matches, the text holds a piece of each set in `needs` (the least likely first)."""

    source: str
    needs: tuple[frozenset[str], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The alternative, compiled when first wanted: most never are."""
        return re.compile(self.source)

    def possible(self, pieces: frozenset[str]) -> bool:
        """Whether a text of these `pieces` can match at all."""
        # A plain loop: this is asked dozens of times a reply.
        for one in self.needs:  # noqa: SIM110
            if pieces.isdisjoint(one):
                return False
        return True


def pieces(text: str) -> frozenset[str]:
    """The characters of `text`, and its pairs of neighbours."""
    return frozenset(text) | frozenset(map("".join, pairwise(text)))


def branches(pattern: str) -> list[Branch]:
    """The top-level alternatives of `pattern`."""
    return [Branch(one, tuple(sorted(_needs(one), key=_likely))) for one in _alternatives(pattern)]


# Characters that stand in every fifth reply or more; a branch is looked up by what is rarer.
_COMMON = frozenset(
    "，。的您我是一不这们了有就给到上天来今点没家好对明人在个起前费后师说那出下清回免您过打单也话可赔都退看老补去阿姨傅要里十"
)
_OFTEN = 0.35
_SELDOM = 0.04
_PAIRED = 0.2
_MOST_PAIRS = 60


def _likely(need: frozenset[str]) -> float:
    """Roughly how likely it is that a reply holds a piece of `need`."""
    return sum(_piece_likely(piece) for piece in need)


def _piece_likely(piece: str) -> float:
    rarest = _OFTEN if all(letter in _COMMON for letter in piece) else _SELDOM
    return rarest if len(piece) == 1 else rarest * _PAIRED


def _alternatives(pattern: str) -> list[str]:
    found: list[str] = []
    start = 0
    for place, length in _tokens(pattern):
        if pattern[place] == "|":
            found.append(pattern[start:place])
            start = place + length
    return [*found, pattern[start:]]


def _tokens(pattern: str) -> Iterable[tuple[int, int]]:
    """Place and length of each character, class, escape and group at the top level."""
    place = 0
    while place < len(pattern):
        end = _token_end(pattern, place)
        yield place, end - place
        place = end


def _token_end(pattern: str, place: int) -> int:
    sign = pattern[place]
    if sign == "\\":
        return place + (6 if pattern[place + 1] == "u" else 2)
    if sign == "[":
        return _class_end(pattern, place)
    if sign == "{":
        return pattern.index("}", place) + 1
    if sign != "(":
        return place + 1
    inner = place + 1
    while pattern[inner] != ")":
        inner = _token_end(pattern, inner)
    return inner + 1


def _class_end(pattern: str, place: int) -> int:
    place += 2 if pattern[place + 1] in "]^" else 1
    while pattern[place] != "]":
        place += 2 if pattern[place] == "\\" else 1
    return place + 1


def _needs(branch: str) -> list[frozenset[str]]:
    found: list[frozenset[str]] = []
    previous: frozenset[str] = frozenset()  # the character just before, where it is one of a few
    for place, length in _tokens(branch):
        token = branch[place : place + length]
        optional = branch.startswith(_OPTIONAL, place + length)
        letters = frozenset() if optional else _one_letter(token)
        if previous and letters and len(previous) * len(letters) <= _MOST_PAIRS:
            found.append(frozenset(one + other for one in previous for other in letters))
        need = letters or (frozenset() if optional else _need(token))
        if need:
            found.append(need)
        repeated = branch.startswith(_REPEATED, place + length)
        previous = frozenset() if repeated else letters
    return found


def _one_letter(token: str) -> frozenset[str]:
    """The characters that `token` stands for, where it is just one of them; empty for anything else."""
    if token[0] == "[":
        letters = token[1:-1]
        return frozenset() if any(sign in letters for sign in "^-\\") else frozenset(letters)
    return frozenset() if token[0] in _SPECIAL + "(" else frozenset(token)


def _need(token: str) -> frozenset[str]:
    """Pieces of which one must stand in the text for `token` to match; empty where that isn't known."""
    return frozenset() if token[0] != "(" or token.startswith(_LOOKS) else _group_need(token)


def _group_need(token: str) -> frozenset[str]:
    inner = re.sub(r"^\((?:\?:|\?P<\w+>)?", "", token)[:-1]
    found: frozenset[str] = frozenset()
    for one in _alternatives(inner):
        needs = _needs(one)
        if not needs:
            return frozenset()
        found |= min(needs, key=_likely)
    return found
