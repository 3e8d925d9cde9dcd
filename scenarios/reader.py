"""Reads a scenario file: a scenario where it can be had, and every diagnostic, each with its place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from scenarios.diagnostics import Diagnostic, Severity, check_for_authors, check_meaning, from_validation, syntax
from scenarios.model import Scenario
from scoring.documents import Document, Limits, read_file, read_text

LIBRARY = Path(__file__).with_name("library")
LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class ScenarioFile:
    """What became of one file. `scenario` is None where its form is wrong; one with errors can't be played.

    `hash` changes with any change of the text, and names the version that a drill keeps.
    """

    path: Path
    text: str = field(repr=False)
    hash: str
    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that forbid playing it."""
        return tuple(one for one in self.diagnostics if one.severity is Severity.ERROR)

    @property
    def playable(self) -> Scenario | None:
        """The scenario, if there is one without errors."""
        return None if self.errors else self.scenario


def read_scenario(path: Path) -> ScenarioFile:
    """Read the file at `path`. Never raises for what it holds: a bad file is data."""
    text, document = read_file(path, LIMITS)
    return _read(path, text, document)


def for_authors(file: ScenarioFile) -> ScenarioFile:
    """The same with what is still to be done for it (`AUTHORS_RULES`), where it has no errors. Plays it through: some seconds."""
    if file.playable is None:
        return file
    document = read_text(file.text, LIMITS)
    more = check_for_authors(file.path, document, file.playable)
    found = sorted((*file.diagnostics, *more), key=lambda one: (one.line, one.column, one.code))
    return replace(file, diagnostics=tuple(found))


def parse_scenario(text: str, path: Path = Path("scenario.yaml")) -> ScenarioFile:
    """Read a scenario from `text`; `path` is only named in the diagnostics."""
    return _read(path, text, read_text(text, LIMITS))


def library_files(folder: Path = LIBRARY) -> list[Path]:
    """The scenario files of a folder, by name."""
    return sorted(folder.glob("*.yaml"))


def _read(path: Path, text: str, document: Document) -> ScenarioFile:
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
    diagnostics = syntax(path, document)
    scenario: Scenario | None = None
    if document.data is not None or not diagnostics:
        try:
            scenario = Scenario.model_validate(document.data)
        except ValidationError as error:
            diagnostics += from_validation(path, document, error)
        else:
            diagnostics += check_meaning(path, document, scenario)
    diagnostics.sort(key=lambda one: (one.line, one.column, one.code))
    return ScenarioFile(path, text, digest, scenario, tuple(diagnostics))
