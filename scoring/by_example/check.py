"""A trainer's own check: id, name, description, and its examples. Untrusted: the form is checked, with one sentence a fault."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic import Field as Bounds

from scoring.documents import Document, Path_, read_file, read_text
from scoring.form import entry_fault
from scoring.sentence import PeilianError, Sentence
from scoring.similarity import likeness

FEWEST, MOST = 3, 30
"""Examples on each side."""

ALIKE = 0.6
"""Two examples that share so much of their pairs of characters (Jaccard) tell one thing twice."""

_PART = "[a-z][a-z0-9_-]*"
_Id = Annotated[str, StringConstraints(pattern=rf"^{_PART}(?:\.{_PART})?$", max_length=40)]
"""Of its own, or `step.check` in a rubric."""
_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
_Description = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
_Example = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]
_Examples = Annotated[tuple[_Example, ...], Bounds(min_length=FEWEST, max_length=MOST)]


class Examples(BaseModel):
    """Replies that meet a check (`strong`), and replies that only seem to (`weak`)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    strong: _Examples
    weak: _Examples


class ExampleCheck(Examples):
    """One yes/no question about a reply, told by examples.

    Make it with `example_check`, `parse_check` or `read_check`, which tell what is wrong in sentences.
    """

    id: _Id
    name: _Name
    description: _Description


def example_check(
    check_id: str, *, name: str, description: str, strong: tuple[str, ...], weak: tuple[str, ...]
) -> ExampleCheck:
    """The check of these values. Raises PeilianError with every fault in its sentence."""
    data = {"id": check_id, "name": name, "description": description, "strong": list(strong), "weak": list(weak)}
    return _made("", Document(data=data))


def read_check(path: Path) -> ExampleCheck:
    """The check of a YAML file. Raises PeilianError with every fault in its sentence, by line."""
    return _made(path.name, read_file(path)[1])


def parse_check(text: str, name: str) -> ExampleCheck:
    """The check of a YAML text; `name` is only named in messages. Raises PeilianError like `read_check`."""
    return _made(name, read_text(text))


def _made(name: str, document: Document) -> ExampleCheck:
    faults = [(problem.place.line, problem.sentence) for problem in document.problems]
    check: ExampleCheck | None = None
    if not faults:
        try:
            check = ExampleCheck.model_validate(document.data)
        except ValidationError as error:
            for fault in error.errors():
                entry = ".".join(str(part + 1) if isinstance(part, int) else part for part in fault["loc"])
                faults.append((document.place(fault["loc"]).line, entry_fault(entry, fault)))
    if check is not None:
        faults += [(document.place(path).line, fault) for path, fault in said_twice(check)]
    if faults or check is None:
        # Values that came from no file have no line to name.
        places = [f"{name}:{line}: " if name else "" for line, _ in faults]
        zh = (place + fault.zh for place, (_, fault) in zip(places, faults, strict=True))
        en = (place + fault.en for place, (_, fault) in zip(places, faults, strict=True))
        raise PeilianError(
            "\n".join(["检查点有误，没有载入：", *zh]),
            "\n".join(["The check has errors and was not loaded:", *en]),
        )
    return check


def said_twice(check: Examples) -> Iterator[tuple[Path_, Sentence]]:
    """Examples that repeat an earlier one, with their place among the examples."""
    told = [("strong", at, text) for at, text in enumerate(check.strong)]
    told += [("weak", at, text) for at, text in enumerate(check.weak)]
    for (side, at, text), (other, place, again) in combinations(told, 2):
        # A good and a bad example may differ by one word ("先" or "没先"): that is the most telling pair there is.
        if text == again or (side == other and likeness(text, again, 2) >= ALIKE):
            yield (
                (other, place),
                Sentence(
                    f"“{other}.{place + 1}”和“{side}.{at + 1}”几乎一样；换一种说法，才多教一点。",
                    f"'{other}.{place + 1}' is nearly the same as '{side}.{at + 1}'; another wording teaches more.",
                ),
            )
