"""What a check by example sees of a reply: windows of one to three clauses, each with its marks and its moods.

Marks are character n-grams (numbers and surnames masked) and the groups of `words.yaml`. Moods are ways of speaking in
which a thing is said and yet not done: asked, quoted, denied, needless, told of another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scoring.documents import read_file
from scoring.offline.features import masked
from scoring.offline.reading import Clause, Reading

WIDEST = 3
"""Clauses of the widest window. Wider ones gather marks from everywhere and find what isn't said."""
LONGEST = 3
"""Characters of the longest n-gram."""
GROUP = "#"
"""Starts the name of every mark that is no n-gram."""

# Speech without punctuation is read in overlapping pieces, so that a quotation stays short.
_LONG_CLAUSE = 40
_PIECE = 24

_WORDS = Path(__file__).with_name("words.yaml")
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪崔"
_SHAPES = {
    "长号": re.compile("[0-9〇零一二三四五六七八九十百千]{3,}|[0-9]+[号栋幢楼室]"),
    "数目": re.compile("[0-9一二两三四五六七八九十百千]+[元块]|[0-9]{2,}"),
    "人名": re.compile(f"我[是叫姓]|[小老][{_SURNAMES}]"),
}
_MOODS = {
    "denied": re.compile(
        "没(?![错准]|问题|意见|关系|事)|未|(?<![对好行是要可能看])不(?![好错过管介对行是用必需便方会能住])"
    ),
    "needless": re.compile("不用|不必|不需|无需|用不着|甭|不便|不方便"),
    "past": re.compile("昨天|前天|上次|上回|那天|之前.{1,6}过|刚才|当时"),
    "wondered": re.compile("谁|为什么|为啥|干什么|什么[？?]|怎么"),
}


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring clauses, from `start` to `end` of the reply."""

    start: int
    end: int
    marks: frozenset[str]
    moods: frozenset[str]


def windows(reading: Reading) -> list[Window]:
    """Every window of one to three clauses, in order."""
    parts = list(_parts(reading))
    return [
        _joined(parts[at : at + width])
        for at in range(len(parts))
        for width in range(1, WIDEST + 1)
        if at + width <= len(parts)
    ]


def whole(reading: Reading) -> Window:
    """All clauses as one window: what an example is to the check that it teaches."""
    return _joined(list(_parts(reading)))


def _joined(parts: list[Window]) -> Window:
    marks = frozenset[str]().union(*(part.marks for part in parts))
    moods = frozenset[str]().union(*(part.moods for part in parts))
    return Window(parts[0].start, parts[-1].end, marks, moods)


def _parts(reading: Reading) -> Iterator[Window]:
    for clause in reading.clauses:
        for start, end in _pieces(clause.start, clause.end):
            text = reading.text[start:end]
            yield Window(start, end, _marks(text, asks=clause.question), frozenset(_moods(text, clause)))


def _pieces(start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= _LONG_CLAUSE:
        return [(start, end)]
    return [(at, min(at + _PIECE, end)) for at in range(start, end - _PIECE // 2, _PIECE // 2)]


def _moods(text: str, clause: Clause) -> Iterable[str]:
    yield from (name for name, pattern in _MOODS.items() if pattern.search(text))
    if clause.question:
        yield "asked"
    # A clause that only holds a quotation (您说“先打电话”) counts as well: what it says that meets the check is not its own.
    if clause.quoted or any(mark in text for mark in "“「『"):
        yield "quoted"


def _marks(text: str, *, asks: bool) -> frozenset[str]:
    found = {GROUP + name for name, words in _groups().items() if words.search(text)}
    found |= {GROUP + name for name, shape in _SHAPES.items() if shape.search(text)}
    if asks:
        found.add(f"{GROUP}问")
    plain = "".join(letter for letter in masked(text) if letter.isalnum())
    for size in range(1, LONGEST + 1):
        found.update(plain[at : at + size] for at in range(len(plain) - size + 1))
    return frozenset(found)


@lru_cache(maxsize=1)
def _groups() -> dict[str, re.Pattern[str]]:
    data = read_file(_WORDS)[1].data
    assert isinstance(data, dict)
    return {name: re.compile("|".join(map(re.escape, str(words).split()))) for name, words in data.items()}
