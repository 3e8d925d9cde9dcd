"""Reads numbers as people write and say them: 「260」「1,200.5」「两百六」「一百八十」「仨」."""

from __future__ import annotations

import re

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "仨": 3, "四": 4, "五": 5, "六": 6, "七": 7,
           "八": 8, "九": 9}  # fmt: skip
_UNITS = {"十": 10, "廿": 20, "百": 100, "千": 1000, "万": 10000}

CHINESE = "零〇一二两俩三仨四五六七八九十廿百千万"
NUMBER = rf"(?:[0-9]{{1,9}}(?:,[0-9]{{3}}){{0,3}}(?:\.[0-9]{{1,2}})?[千万]?|[{CHINESE}]{{1,9}})"
"""A pattern for one number in folded text, without groups."""

_BARE_UNITS = re.compile(r"[百千万]*[千万]\Z")  # 「千万」 alone is «by all means»
_PLAIN = re.compile(r"([0-9,]+(?:\.[0-9]+)?)([千万]?)\Z")


def number(text: str) -> float | None:
    """The value of `text`, or None where it is no number. A last digit counts tenths of what precedes: 两百六 is 260."""
    plain = _PLAIN.match(text)
    if plain:
        return float(plain[1].replace(",", "")) * {"千": 1000, "万": 10000, "": 1}[plain[2]]
    if not text or any(letter not in CHINESE for letter in text) or _BARE_UNITS.match(text):
        return None
    if not any(letter in _UNITS for letter in text):
        # Spoken digit by digit (「一二零」), or a single figure.
        return float("".join(str(_DIGITS[letter]) for letter in text))
    return _with_units(text)


def _with_units(text: str) -> float:
    total = section = 0.0
    digit: int | None = None
    unit = 1
    after_zero = False
    for letter in text:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
            after_zero = after_zero or digit == 0
            continue
        unit = _UNITS[letter]
        if letter == "万":
            total = (total + section + (digit or 0) or 1) * unit
            section = 0.0
        elif letter == "廿":
            section += unit
            unit = 10
        else:
            section += (1 if digit is None or (digit == 0) else digit) * unit
        digit = None
        after_zero = False
    if digit:
        section += digit if after_zero or unit <= 10 else digit * unit / 10
    return total + section
