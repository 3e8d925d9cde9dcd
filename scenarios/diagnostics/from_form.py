"""SC001–SC004: what is wrong with the form of a file, found while it is read."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scenarios.conditions import suggestion
from scenarios.diagnostics.core import Diagnostic, Severity
from scenarios.model import Scenario
from scoring.documents import Document, Path_
from scoring.form import choices, wrong_value
from scoring.sentence import Sentence

SYNTAX, UNKNOWN_KEY, MISSING_KEY, WRONG_VALUE = "SC001", "SC002", "SC003", "SC004"


def syntax(path: Path, document: Document) -> list[Diagnostic]:
    """SC001: what the YAML reader could not read."""
    return [
        Diagnostic(path, one.place.line, one.place.column, SYNTAX, Severity.ERROR, one.sentence)
        for one in document.problems
    ]


def from_validation(path: Path, document: Document, error: ValidationError) -> list[Diagnostic]:
    """SC002–SC004: keys that are unknown or missing, and values of the wrong kind; all of them."""
    if document.data is None:
        empty = Sentence("这个文件是空的。", "This file is empty.")
        return [Diagnostic(path, 1, 1, WRONG_VALUE, Severity.ERROR, empty)]
    # A value that fits no branch of a union has a fault for each branch; they are one mistake.
    faults: dict[tuple[Path_, str], list[ErrorDetails]] = {}
    for fault in error.errors():
        faults.setdefault((_in_document(document, fault["loc"]), _code(fault)), []).append(fault)
    return [_diagnostic(path, document, where, code, same) for (where, code), same in faults.items()]


def _diagnostic(path: Path, document: Document, where: Path_, code: str, faults: list[ErrorDetails]) -> Diagnostic:
    name = ".".join(str(part) for part in where)
    place, hint = document.place(where), None
    if code == UNKNOWN_KEY:
        place, hint = document.key_place(where), suggestion(str(where[-1]), _known_keys(where[:-1]))
        sentence = Sentence(f"没有“{name}”这一项。", f"There is no such entry as '{name}'.")
    elif code == MISSING_KEY:
        sentence = Sentence(f"缺少“{name}”。", f"'{name}' is missing.")
    else:
        if faults[0]["loc"][-1:] == ("[key]",):
            place = document.key_place(where)
        hint = suggestion(str(faults[0]["input"]), choices(faults[0]))
        what = [wrong_value(fault) for fault in faults]
        zh, en = "；或者：".join(one.zh for one in what), "; or: ".join(one.en for one in what)
        subject = Sentence(f"“{name}”", f"'{name}'") if name else Sentence("整个文件", "the file")
        sentence = Sentence(f"{subject.zh}：{zh}。", f"{subject.en}: {en}.")
    return Diagnostic(path, place.line, place.column, code, Severity.ERROR, sentence, hint)


def _code(fault: ErrorDetails) -> str:
    return {"extra_forbidden": UNKNOWN_KEY, "missing": MISSING_KEY}.get(fault["type"], WRONG_VALUE)


def _in_document(document: Document, loc: tuple[int | str, ...]) -> Path_:
    """The path without the parts that only the schema knows: the branches of a union, and `[key]`."""
    path: Path_ = ()
    here: object = document.data
    for part in loc:
        if isinstance(here, dict) and isinstance(part, str):
            if part in here:
                here = here[part]
            elif part == "[key]" or part in _BRANCHES:
                continue
            else:
                here = None  # a key that is missing
            path = (*path, part)
        elif isinstance(here, list) and isinstance(part, int):
            here = here[part] if part < len(here) else None
            path = (*path, part)
    return path


_BRANCHES = ("str", "dict[str,object]")
"""How pydantic names the branches of `authority`, the one union of the model."""


def _known_keys(where: Path_) -> tuple[str, ...]:
    """The keys that the model allows at `where`."""
    model: type[BaseModel] | None = Scenario
    for part in where:
        if model is not None and part in model.model_fields:
            model = _model_in(model.model_fields[str(part)].annotation)
    return tuple(model.model_fields) if model is not None else ()


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for one in get_args(annotation) if (model := _model_in(one)) is not None), None)
