"""Runs named patterns over a reply and turns what they find into hits, with guards before and after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scoring.offline.gated import pieces_of
from scoring.offline.hits import Hit
from scoring.offline.reading import Reading
from scoring.offline.rules.branches import Branch, branches
from scoring.reply import Reason

YOU = "[您你恁侬]"
US = "(?:我们|俺们|咱们|我司|我店|本店|公司|平台|店里|酒店|商家|阿拉|我哋)"

_STOP = "。！？!?；;\n"
_BEFORE = 14
_AFTER = 22
_WIDEST = 26
_QUOTES = ("“”", "「」", "『』")
_LONGEST_QUOTE = 40
_END = re.compile(r"[，,、:：。！？!?；;\n…~～\s]")


@dataclass(frozen=True)
class Wording:
    """One way to say a thing. `pattern` finds it; `before` (what ends there) and `after` (searched in what follows in the
    same sentence) call it off; `weakened` (searched in its neighbourhood) halves its strength. Empty guards guard nothing.
    """

    name: str
    strength: float
    pattern: str
    before: str = ""
    after: str = ""
    weakened: str = ""

    @cached_property
    def branches(self) -> list[Branch]:
        """The alternatives of `pattern`."""
        return branches(self.pattern)

    def called_off(self, text: str, start: int, end: int) -> bool:
        """Whether what stands before or after the match from `start` to `end` takes it away."""
        if self._before and self._before.search(before(text, start)):
            return True
        return bool(self._after and self._after.search(after(text, end)))

    def strength_at(self, text: str, start: int, end: int) -> float:
        """The strength there, halved where the neighbourhood weakens it."""
        weak = self._weakened and self._weakened.search(around(text, start, end))
        return self.strength / 2 if weak else self.strength

    @cached_property
    def _before(self) -> re.Pattern[str] | None:
        return re.compile(f"(?:{self.before})$") if self.before else None

    @cached_property
    def _after(self) -> re.Pattern[str] | None:
        return re.compile(self.after) if self.after else None

    @cached_property
    def _weakened(self) -> re.Pattern[str] | None:
        return re.compile(self.weakened) if self.weakened else None


def said(name: str, strength: float, pattern: str, *, before: str = "", after: str = "", weakened: str = "") -> Wording:
    """A Wording, with its guards named. Marks in their classes are meant in both widths: folding narrows ？；： only."""
    return Wording(name, strength, _both_widths(pattern), *(_both_widths(one) for one in (before, after, weakened)))


_CLASS_WITH_MARKS = re.compile(r"\[[^\]\[]*[？；：][^\]\[]*\]")
_WIDTHS = (("？", "?"), ("；", ";"), ("：", ":"))


def _both_widths(pattern: str) -> str:
    return _CLASS_WITH_MARKS.sub(_with_narrow, pattern)


def _with_narrow(match: re.Match[str]) -> str:
    letters = match[0][:-1]
    return letters + "".join(thin for wide, thin in _WIDTHS if wide in letters and thin not in letters) + "]"


class Wordbook:
    """Wordings of one id, looked up by the pieces of text that they need."""

    def __init__(self, rubric_id: str, wordings: Iterable[Wording], reason: Reason = Reason.OTHER) -> None:
        self._id = rubric_id
        self._reason = reason
        self._anyway: list[tuple[Wording, Branch]] = []
        self._by_piece: dict[str, list[tuple[int, Wording, Branch]]] = {}
        self._size = 0
        for wording in wordings:
            for branch in wording.branches:
                if not branch.needs:
                    self._anyway.append((wording, branch))
                    continue
                for piece in sorted(branch.needs[0]):
                    self._by_piece.setdefault(piece, []).append((self._size, wording, branch))
                self._size += 1

    def find(self, reading: Reading) -> Iterator[Hit]:
        """Every place where one of the wordings is said in earnest: not inside a quotation, and not called off."""
        text = reading.text
        known = self._by_piece
        said = pieces_of(text)
        tried = bytearray(self._size)
        for piece in sorted(known.keys() & said):  # in an order that no run changes
            for index, wording, branch in known[piece]:
                if tried[index]:
                    continue
                tried[index] = 1
                if branch.possible(said):
                    yield from self._hits(text, wording, branch)
        for wording, branch in self._anyway:
            yield from self._hits(text, wording, branch)

    def _hits(self, text: str, wording: Wording, branch: Branch) -> Iterator[Hit]:
        for match in branch.pattern.finditer(text):
            start, end = match.span()
            if start == end or _quoted(text, start, end) or wording.called_off(text, start, end):
                continue
            strength = wording.strength_at(text, start, end)
            left, right = widened(text, start, end)
            yield Hit(self._id, left, right, strength, f"{self._id}.{wording.name}", reason=self._reason)


def find(
    reading: Reading, rubric_id: str, wordings: tuple[Wording, ...], reason: Reason = Reason.OTHER
) -> Iterator[Hit]:
    """Every place where one of `wordings` is said; their wordbook is made once."""
    return _wordbook(rubric_id, wordings, reason).find(reading)


@lru_cache(maxsize=256)
def _wordbook(rubric_id: str, wordings: tuple[Wording, ...], reason: Reason) -> Wordbook:
    return Wordbook(rubric_id, wordings, reason)


def before(text: str, start: int, width: int = _BEFORE) -> str:
    """What stands before `start` in its sentence, at most `width` characters."""
    window = text[max(0, start - width) : start]
    for index in range(len(window) - 1, -1, -1):
        if window[index] in _STOP:
            return window[index + 1 :]
    return window


def after(text: str, end: int, width: int = _AFTER) -> str:
    """What stands after `end` in its sentence, at most `width` characters."""
    window = text[end : end + width]
    for index, letter in enumerate(window):
        if letter in _STOP:
            return window[:index]
    return window


def around(text: str, start: int, end: int) -> str:
    """A match with its neighbourhood, across the ends of sentences."""
    return text[max(0, start - 30) : end + 36]


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The clauses that hold `start` to `end`, where they are short enough to quote; else the place itself."""
    left, right = start, end
    while left > 0 and not _END.match(text[left - 1]) and end - left < _WIDEST:
        left -= 1
    while right < len(text) and not _END.match(text[right]) and right - start < _WIDEST:
        right += 1
    if right - left <= _WIDEST:
        return left, right
    return start, end


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether a stretch stands inside quotation marks: it is spoken of, not said."""
    for opening, closing in _QUOTES:
        left = text.rfind(opening, max(0, start - _LONGEST_QUOTE), start)
        if left >= 0 and text.find(closing, left, start) < 0 and text.find(closing, end, end + _LONGEST_QUOTE) >= 0:
            return True
    return False
