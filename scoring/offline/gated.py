"""Patterns that are tried only where they can match, and compiled when first wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from scoring.offline.rules.branches import Branch, branches, pieces

pieces_of = lru_cache(maxsize=16)(pieces)
"""The pieces of a text that many rules look through."""


class Gated:
    """A pattern for whole replies. Before it runs, a look at the text's pieces tells whether it can match at all.

    Worth it for a long pattern that seldom matches: the look costs a microsecond or two, the pattern tens of them.
    """

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when first wanted."""
        return re.compile(self.source)

    @cached_property
    def _branches(self) -> list[Branch]:
        return branches(self.source)

    @cached_property
    def _keys(self) -> frozenset[str]:
        """Pieces of which one stands in every text that it matches; empty where that isn't known."""
        if not all(one.needs for one in self._branches):
            return frozenset()
        return frozenset[str]().union(*(one.needs[0] for one in self._branches))

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Its matches in `text`, in order."""
        said = pieces_of(text)
        if self._keys and said.isdisjoint(self._keys):
            return ()
        return self.pattern.finditer(text) if any(one.possible(said) for one in self._branches) else ()

    def search(self, text: str) -> re.Match[str] | None:
        """Its first match in `text`."""
        return next(iter(self.finditer(text)), None)
