"""How alike two texts are, by the character n-grams that they share."""

from __future__ import annotations

import re
from functools import lru_cache

_NOISE = re.compile(r"[\s\W_]+")


@lru_cache(maxsize=2_048)
def grams(text: str, size: int = 4) -> frozenset[str]:
    """The character n-grams of `text`, punctuation and white space left out; a shorter text is one gram."""
    plain = _NOISE.sub("", text)
    if len(plain) <= size:
        return frozenset([plain]) if plain else frozenset()
    return frozenset(plain[index : index + size] for index in range(len(plain) - size + 1))


def likeness(one: str, other: str, size: int = 4) -> float:
    """Jaccard likeness 0–1 of two texts by character n-grams; two empty texts are alike."""
    left, right = grams(one, size), grams(other, size)
    if not left and not right:
        return 1.0
    return len(left & right) / len(left | right)
