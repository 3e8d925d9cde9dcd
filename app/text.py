"""Makes text safe to store, show and send, wherever it came from."""

from __future__ import annotations

import re
from typing import NamedTuple

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


class Cleaned(NamedTuple):
    """Text that UTF-8 and every database can hold, and whether it differs from what was given."""

    text: str
    changed: bool


def clean_text(text: str) -> Cleaned:
    """`text` without NUL, with lone surrogates as U+FFFD; two halves that belong together become one character.

    Everything else stays as it was typed: direction marks, joiners and emoji are people's own words.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        cleaned = _LONE.sub(_REPLACEMENT, _PAIR.sub(_joined, text))
    else:
        cleaned = text
    cleaned = cleaned.replace("\0", "")
    return Cleaned(cleaned, cleaned != text)


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
