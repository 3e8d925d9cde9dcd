"""The standards and rules that stand beside a drill: one table, named by scenarios through their ids."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from scoring.documents import read_file
from scoring.rubric import Bilingual

PATH = Path(__file__).with_name("standards.yaml")


class Standard(BaseModel):
    """One line of the card: a `standard` is a figure to keep, a `rule` a thing never to do; `source` is where it is from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: Literal["standard", "rule"]
    text: Bilingual
    source: str


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    standards: tuple[Standard, ...]


@lru_cache(maxsize=1)
def shipped_standards() -> dict[str, Standard]:
    """Every standard and rule by id, in the order of the card. Raises ValueError for a table that was damaged."""
    _, document = read_file(PATH)
    if document.problems:
        raise ValueError(f"{PATH.name}: {document.problems[0].sentence.en}")
    return {one.id: one for one in _Table.model_validate(document.data).standards}


def standards_of(names: Iterable[str]) -> tuple[Standard, ...]:
    """The standards and rules called `names`, in their order. A name that the card has no more (of a frozen drill) is
    left out.
    """
    shipped = shipped_standards()
    return tuple(shipped[name] for name in names if name in shipped)
