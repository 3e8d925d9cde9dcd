"""Talking to a person in a terminal, in her language, without a word on standard output that wasn't asked for."""

from __future__ import annotations

import os
import sys

from scoring.sentence import Language, Sentence

_chosen: list[Language] = []


def chosen_language(wanted: str = "") -> Language:
    """The language of this run. `wanted` sets it; else PEILIAN_LANG; else Chinese."""
    if wanted:
        _chosen[:] = ["en" if wanted.lower().startswith("en") else "zh"]
    if not _chosen:
        _chosen[:] = ["en" if os.environ.get("PEILIAN_LANG", "").lower().startswith("en") else "zh"]
    return _chosen[0]


class Terminal:
    """Standard output and standard error of one command. Answers go to the first, remarks to the second."""

    def __init__(self) -> None:
        self.language: Language = chosen_language()
        # Text from a person may hold what the terminal's encoding can't show; that must not end a drill.
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="replace")

    def say(self, zh: str, en: str) -> None:
        """A line of the answer, in the language of this run."""
        self.line(Sentence(zh, en).to(self.language))

    def tell(self, sentence: Sentence) -> None:
        """A line of the answer."""
        self.line(sentence.to(self.language))

    def line(self, text: str = "") -> None:
        """A line of the answer as it is; flushed, since a person may be waiting for it."""
        print(text, flush=True)

    def remark(self, zh: str, en: str) -> None:
        """A line beside the answer, on standard error."""
        self.remark_sentence(Sentence(zh, en))

    def remark_sentence(self, sentence: Sentence) -> None:
        """A line beside the answer."""
        print(sentence.to(self.language), file=sys.stderr, flush=True)

    def word(self, zh: str, en: str) -> str:
        """One of two words, in the language of this run."""
        return Sentence(zh, en).to(self.language)
