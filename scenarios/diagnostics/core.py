"""What a diagnostic is, and what a rule that finds them looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from scenarios.model import Scenario
from scoring.documents import Document, Path_, Value
from scoring.rubric import Rubric
from scoring.sentence import Language, Sentence


class Severity(StrEnum):
    """An error forbids playing, a warning is worth mending, a note is the author's own reminder."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing found in a scenario file; `line` and `column` from 1."""

    path: Path
    line: int
    column: int
    code: str
    severity: Severity
    sentence: Sentence
    hint: Sentence | None = None

    def to(self, language: Language) -> str:
        """`file:line:column code severity: sentence (hint)`."""
        hint = f" ({self.hint.to(language)})" if self.hint else ""
        where = f"{self.path}:{self.line}:{self.column}"
        return f"{where} {self.code} {self.severity.value}: {self.sentence.to(language)}{hint}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found, at a path of the document: at its value, at a character of its text, or at its key."""

    path: Path_
    sentence: Sentence
    hint: Sentence | None = None
    offset: int | None = None
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule may look at. `rubric` is None where the scenario's kind has none."""

    scenario: Scenario
    document: Document
    rubric: Rubric | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One diagnostic: its code and severity, what it is about, and the check.

    `triggers` and `clean` are edits of the smallest valid scenario (`smallest.yaml`): with the first the rule
    speaks, with the second it doesn't. Tests and documentation are made from them.
    """

    code: str
    severity: Severity
    about: Sentence
    triggers: Mapping[Path_, Value]
    check: Callable[[Case], Iterable[Found]]
    clean: Mapping[Path_, Value] = field(default_factory=dict)
