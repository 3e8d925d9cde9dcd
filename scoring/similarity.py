"""How alike two texts are, by the character n-grams that they share."""

from __future__ import annotations

import re
from collections.abc import Iterable
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


SAME_AGAIN = 0.8
"""From this likeness (character 4-grams) on, a reply counts as said before: in this drill, or in another one."""
SHORTEST_TEMPLATE = 16
"""Letters below which anybody may say the same to everybody (「您好，请讲」)."""


def letters(text: str) -> int:
    """How many letters, characters and digits `text` has."""
    return sum(letter.isalnum() for letter in text)


def is_template(text: str, elsewhere: Iterable[str]) -> bool:
    """Whether `text` is as good as the same as one of `elsewhere`: what the speaker said in other drills."""
    if letters(text) < SHORTEST_TEMPLATE:
        return False
    own = grams(text)
    for other in elsewhere:
        # Sets of very different size can't be alike: a look that spares most comparisons.
        few, many = sorted((len(own), len(grams(other))))
        if few >= SAME_AGAIN * many and likeness(text, other) >= SAME_AGAIN:
            return True
    return False
