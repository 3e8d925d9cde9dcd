"""Sentences that people read, in the two languages of the product, and the errors that carry them."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Sentence(NamedTuple):
    """One message in Chinese and English: what happened, what still works, what to do."""

    zh: str
    en: str

    def to(self, language: Language) -> str:
        """The message in `language`."""
        return self.en if language == "en" else self.zh


class PeilianError(Exception):
    """A failure that a person can do something about; its sentence is fit to show as it is.

    Bugs are ordinary exceptions and never this one, so only bugs show a traceback.
    """

    def __init__(self, zh: str, en: str) -> None:
        self.sentence = Sentence(zh, en)
        super().__init__(zh)
