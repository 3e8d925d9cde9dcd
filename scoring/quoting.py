"""What of a trainee's words may stand beside a check: nothing that insults a person or tells what is private."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring.crediting import CreditedReply
from scoring.evidence import Evidence

LONGEST = 80
"""A quotation is cut after so many characters."""
LEAST = 2
"""Fewer characters than these say nothing."""

_HURTFUL = frozenset({"rude", "privacy", "disparage"})
_CLAUSE_END = "，,。！!？?；;：:、\n…~～"
_EDGES = _CLAUSE_END + " \t\r"
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""Characters that show nothing and may turn the line around them: controls, bidi marks, joiners."""

_INSULTS = re.compile(
    "疯婆|疯子|疯狗|泼妇|婊|贱(?:人|货|骨)|[犯真]贱|神经病|有病吧|脑子有[病坑]|脑残|弱智|智障|白痴|傻[逼子瓜叉X]|[傻煞沙]比|蠢|笨蛋|"
    "猪(?:脑|头(?!肉)|队友|一样)|[是像头]猪(?!肉|油|年)|废物|饭桶|垃圾(?:人|货)|[你您是]垃圾|人渣|畜生|混蛋|王八|滚蛋|滚出|滚远|给我滚|"
    "死(?:老(?!鼠)|胖|肥)|老不死|老太婆|娘们|婆娘|肥婆|丑八怪|穷鬼|穷酸|乡巴佬|土包子|[他你]妈的|[操草艹肏]你|去死(?!角)|活该|"
    "缺德|无赖|流氓|难伺候|矫情|不要脸|没教养|没素质|"
    r"[Ff]uck|[Ss]hit\b|[Bb]itch|\b[Ss]tupid\b|\b[Ii]diot\b"
)
"""Words that wound whoever they are said of. A net below the rules for violations, which miss some: here a word too many
only costs a quotation."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words fit to quote: `text` to show, and where they stand in the reply."""

    text: str
    start: int
    end: int


def quotations(reply: CreditedReply, evidence: Iterable[Evidence]) -> tuple[Quoted, ...]:
    """What of `evidence` may be quoted: each the longest part without a hurtful clause; none where nothing is left."""
    hurtful = _hurtful(reply)
    found = (_fit(reply.text, one, hurtful) for one in evidence)
    return tuple(one for one in found if one is not None)


def seen(text: str) -> str:
    """`text` on one line, without characters that show nothing, cut where it is very long."""
    plain = " ".join(_UNSEEN.sub("", text).split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"


def hurts(text: str) -> bool:
    """Whether `text` holds a word that wounds."""
    return _INSULTS.search(_UNSEEN.sub("", text)) is not None


def _hurtful(reply: CreditedReply) -> list[tuple[int, int]]:
    """The clauses that nobody is to meet again as praise: those of hurtful violations, and those with an insult."""
    spans = [(one.start, one.end) for found in reply.violations if found.id in _HURTFUL for one in found.evidence]
    return [_clauses(reply.text, start, end) for start, end in spans] + [
        (start, end) for start, end in _all_clauses(reply.text) if hurts(reply.text[start:end])
    ]


def _fit(text: str, quote: Evidence, hurtful: Iterable[tuple[int, int]]) -> Quoted | None:
    cut = sorted((start, end) for start, end in hurtful if start < quote.end and quote.start < end)
    at, parts = quote.start, list[tuple[int, int]]()
    for start, end in [*cut, (quote.end, quote.end)]:
        if start > at:
            parts.append(_trimmed(text, at, min(start, quote.end)) if cut else (at, quote.end))
        at = max(at, end)
    longest = max(parts, key=lambda part: part[1] - part[0], default=(0, 0))
    words = seen(text[longest[0] : longest[1]])
    enough = LEAST if cut else 1
    return Quoted(words, *longest) if len(words) >= enough else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _clauses(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1] not in _CLAUSE_END:
        start -= 1
    while end < len(text) and text[end] not in _CLAUSE_END:
        end += 1
    return start, end


def _all_clauses(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(f"[^{_CLAUSE_END}]+", text):
        yield match.span()
