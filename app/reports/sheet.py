"""What stands on a printed scorecard, in words that are ready to set: no window, no Qt, no look-ups."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class SheetMark:
    """Evidence in a reply: code points, and the step from 1 (0: a violation)."""

    start: int
    end: int
    step: int


@dataclass(frozen=True, slots=True)
class SheetStep:
    """A step in the head: position, name, level 0–3 and what that is called."""

    position: int
    name: str
    level: int
    word: str


@dataclass(frozen=True, slots=True)
class SheetNote:
    """A line under a reply: `sign` "ring", "search", "comment" …; `bold` goes before the words."""

    sign: str
    words: str
    bold: str = ""


@dataclass(frozen=True, slots=True)
class SheetTurn:
    """One turn: number, the customer's line, the reply with its marks, and the lines beneath."""

    number: str
    customer: str
    reply: str = ""
    marks: tuple[SheetMark, ...] = ()
    notes: tuple[SheetNote, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A check, a violation or a break of the order: `sign` "tick", "ring" or "triangle"."""

    sign: str
    name: str
    words: str
    more: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A titled list of rows; `position` of its step (0: none), its level, and what that is called."""

    title: str
    rows: tuple[SheetRow, ...]
    position: int = 0
    level: int = 0
    word: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole scorecard. `page` is a pattern with {0} and {1} for the page and how many there are."""

    title: str
    about: str
    total: str
    verdict: str
    passed: bool
    under_verdict: str
    steps: tuple[SheetStep, ...]
    sums: tuple[tuple[str, str], ...]
    advice: tuple[tuple[str, str], ...]
    talk_title: str
    turns: tuple[SheetTurn, ...]
    parts: tuple[SheetPart, ...]
    footer: str
    page: str
    file_name: str = field(default="")


def file_name(person: str, title: str, started: datetime, pattern: str) -> str:
    """「陪练-姓名-场景-日期.pdf」 with nothing in it that a file system refuses. `pattern` has {0} to {2}."""
    name = pattern.format(person, title, f"{started.astimezone():%Y-%m-%d}")
    clean = _UNFIT.sub("", name).strip(" .")
    return f"{clean[:LONGEST_NAME]}.pdf"
