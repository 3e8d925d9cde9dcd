"""Splits a long pattern into its alternatives, each with the characters that it can't do without.

One alternation of hundreds of phrases is tried at every character of a reply (some 2 ms for all violations together).
Looked up by a character that must stand in the text, only a few alternatives remain, and only these are compiled and run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_LOOKS = ("(?=", "(?!", "(?<=", "(?<!", "(?P=")
_OPTIONAL = ("?", "*", "{0")
_SPECIAL = ".^$|*+?{}\\"


@dataclass(frozen=True)
class Branch:
    """One alternative. Wherever it matches, the text holds a character of each set in `needs` (the least likely first)."""

    source: str
    needs: tuple[frozenset[str], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The alternative, compiled when first wanted: most never are."""
        return re.compile(self.source)

    def possible(self, letters: frozenset[str]) -> bool:
        """Whether a text of `letters` can match at all."""
        # A plain loop: this is asked hundreds of times a reply.
        for one in self.needs:  # noqa: SIM110
            if letters.isdisjoint(one):
                return False
        return True


def branches(pattern: str) -> list[Branch]:
    """The top-level alternatives of `pattern`."""
    return [Branch(one, tuple(sorted(_needs(one), key=_likely))) for one in _alternatives(pattern)]


# Characters that stand in every fifth reply or more; a branch is looked up by what is rarer.
_COMMON = frozenset(
    "，。的您我是一不这们了有就给到上天来今点没家好对明人在个起前费后师说那出下清回免您过打单也话可赔都退看老补去阿姨傅要里十"
)
_OFTEN = 0.35
_SELDOM = 0.04


def _likely(need: frozenset[str]) -> float:
    """Roughly how likely it is that a reply holds a character of `need`."""
    return sum(_OFTEN if letter in _COMMON else _SELDOM for letter in need)


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
    for place, length in _tokens(branch):
        if branch.startswith(_OPTIONAL, place + length):
            continue
        need = _need(branch[place : place + length])
        if need:
            found.append(need)
    return found


def _need(token: str) -> frozenset[str]:
    """Characters of which one must stand in the text for `token` to match; empty where that isn't known."""
    if token[0] == "[":
        letters = token[1:-1]
        return frozenset() if any(sign in letters for sign in "^-\\") else frozenset(letters)
    if token[0] == "(":
        return frozenset() if token.startswith(_LOOKS) else _group_need(token)
    return frozenset() if token[0] in _SPECIAL else frozenset(token)


def _group_need(token: str) -> frozenset[str]:
    inner = re.sub(r"^\((?:\?:|\?P<\w+>)?", "", token)[:-1]
    letters: frozenset[str] = frozenset()
    for one in _alternatives(inner):
        needs = _needs(one)
        if not needs:
            return frozenset()
        letters |= min(needs, key=_likely)
    return letters
