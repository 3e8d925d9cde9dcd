"""Makes a PDF's text say what it shows: Qt names radicals where a font draws 人 and the radical ⼈ with one glyph.

Qt writes, for each glyph, the first character that it belongs to, and the radicals come before the characters
(QFontSubset::createToUnicodeMap). On screen nothing differs; but whoever searches or copies gets another character.
"""

from __future__ import annotations

import re
import unicodedata

_TABLE = re.compile(rb"beginbfrange\n.*?endbfrange", re.DOTALL)
_LIST = re.compile(rb"\[[^\]]*\]")
_CODE = re.compile(rb"<(2[EF][0-9A-F]{2})>")
_SUPPLEMENT = dict(zip(
    "⺁⺟⺠⺩⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
    "厂母民王西见角贝车长门青韦页风飞马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
    strict=True,
))  # fmt: skip
"""Radicals of the supplement, which have no decomposition of their own in Unicode."""


def readable(content: bytes) -> bytes:
    """`content` with characters in place of radicals. Every entry keeps its length, so no offset moves."""
    return _TABLE.sub(lambda table: _LIST.sub(_listed, table[0]), content)


def _listed(found: re.Match[bytes]) -> bytes:
    return _CODE.sub(_code, found[0])


def _code(found: re.Match[bytes]) -> bytes:
    character = chr(int(found[1], 16))
    meant = _SUPPLEMENT.get(character, unicodedata.normalize("NFKC", character))
    return b"<%04X>" % ord(meant) if len(meant) == 1 and ord(meant) <= 0xFFFF else found[0]
