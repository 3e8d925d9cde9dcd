"""Folds a text one character to one character: width, case and traditional forms, so places stay the same."""

from __future__ import annotations

_WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}
_TABLE: dict[int, int | str] = {**_WIDE, 0x3000: " ", 0x00A0: " "}
_TABLE |= {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_TABLE |= {ord("Ａ") + index: chr(ord("a") + index) for index in range(26)}


def fold(text: str) -> str:
    """The folded text; `len(fold(text)) == len(text)` always."""
    return text.translate(_TABLE)
