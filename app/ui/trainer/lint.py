"""What is wrong with scenario files, with hints, as plain data; and a copy of one to work on. For jobs, without Qt."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from scoring.sentence import PeilianError, Sentence, system_reason


class Finding(NamedTuple):
    """One diagnostic of one file. `severity` is error, warning or note."""

    path: str
    line: int
    column: int
    code: str
    severity: str
    sentence: Sentence
    hint: Sentence | None

    @property
    def where(self) -> str:
        """`file:line:column`."""
        return f"{Path(self.path).name}:{self.line}:{self.column}"


_ID = re.compile(r"^(id:[ \t]*)([\"']?)([\w\-]+)\2", re.MULTILINE)
_WEIGHT = {"error": 0, "warning": 1, "note": 2}


def findings(paths: Sequence[str]) -> tuple[Finding, ...]:
    """Everything that lint says about these files; what forbids playing comes first.

    What is still to be done is told of a company's own files: playing the shipped ones through takes seconds, and is done.
    """
    from scenarios.reader import LIBRARY, for_authors, read_scenario

    read = [read_scenario(Path(path)) for path in paths]
    read = [one if one.path.parent == LIBRARY else for_authors(one) for one in read]
    found = [
        Finding(str(one.path), one.line, one.column, one.code, one.severity.value, one.sentence, one.hint)
        for file in read
        for one in file.diagnostics
    ]
    return tuple(sorted(found, key=lambda one: (_WEIGHT.get(one.severity, 3), one.path, one.line, one.column)))


def duplicate(source: Path, folder: Path, taken: Collection[str]) -> tuple[Path, str]:
    """Copy the scenario at `source` into `folder` under a new id; returns the copy and that id.

    Only the id changes, by text: comments, order and layout stay. Raises PeilianError where a file can't be used.
    """
    try:
        text = source.read_text("utf-8")
        folder.mkdir(parents=True, exist_ok=True)
        there = {path.stem for path in folder.glob("*.yaml")}
        found = _ID.search(text)
        new = _free(found[3] if found else source.stem, {*taken, *there})
        if found:
            text = text[: found.start(3)] + new + text[found.end(3) :]
        target = folder / f"{new}.yaml"
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except (OSError, UnicodeDecodeError) as error:
        why = system_reason(error)
        raise PeilianError(
            f"没复制成：{why.zh}。原来的文件没有动。", f"It wasn't copied: {why.en}. The original is untouched."
        ) from error
    return target, new


def _free(wanted: str, taken: Collection[str]) -> str:
    base = re.sub(r"-copy(-\d+)?$", "", wanted)[:56]
    number = 1
    while (name := f"{base}-copy" if number == 1 else f"{base}-copy-{number}") in taken:
        number += 1
    return name
