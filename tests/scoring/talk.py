"""Builds assessed replies from a short notation, so that a test of the arithmetic reads like the conversation.

    say(1, "对不起[acknowledge]，今天下午[deadline]派人返工[action]")

Each mark in square brackets names the check or violation that the words since the last mark (or punctuation) show.
"""

from __future__ import annotations

import re

from scoring.crediting import CreditedReply, Truth, credit
from scoring.evidence import Evidence
from scoring.reply import About, Finding, Reason, ReplyAssessment
from scoring.rubric import shipped_rubric

COMPLAINT = shipped_rubric("complaint")
_MARK = re.compile(r"\[([^\]]+)\]")
_FULL = {name.partition(".")[2]: name for name in COMPLAINT.check_ids}


def say(n: int, marked: str, *, taken_back: tuple[str, ...] = (), truth: Truth = Truth()) -> CreditedReply:
    """Reply number `n`. A mark is an id, with `?` when doubtful, `:beyond`, `:call` … for what it rests on."""
    text, quotes = _unmark(marked)
    checks: list[Finding] = []
    violations: list[Finding] = []
    for mark, start, end in quotes:
        name, _, extra = mark.rstrip("?").partition(":")
        full = _FULL.get(name, name)
        found = Finding(
            id=full,
            evidence=(Evidence.cut(full, text, start, end),),
            probability=0.6 if mark.endswith("?") else 1.0,
            about={"call": About.CONTACT, "pay": About.PAYMENT, "act": About.ACTION}.get(extra, About.BARE),
            offer=extra if full == "compensation.named" else "",
            reason=Reason.BEYOND_AUTHORITY if extra == "beyond" else Reason.OTHER,
        )
        (checks if full in COMPLAINT.check_ids else violations).append(found)
    back = frozenset(_FULL.get(name, name) for name in taken_back)
    doubt = {found.id: found.probability for found in (*checks, *violations) if found.probability < 1}
    assessment = ReplyAssessment(tuple(checks), tuple(violations), back, {}, doubt, "by hand")
    return credit(n, text, assessment, truth)


def drill(*replies: str) -> list[CreditedReply]:
    """Replies 1, 2, 3 … in the notation."""
    return [say(n, marked) for n, marked in enumerate(replies, 1)]


def _unmark(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    text = ""
    quotes: list[tuple[str, int, int]] = []
    position = 0
    for match in _MARK.finditer(marked):
        words = marked[position : match.start()]
        # Several marks in a row quote the same words.
        if words:
            start = len(text) + len(words) - len(re.split(r"[，。！？；]", words)[-1])
            text += words
        else:
            start = quotes[-1][1]
        quotes.append((match[1], start, len(text)))
        position = match.end()
    return text + marked[position:], quotes
