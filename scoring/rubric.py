"""Rubrics: the steps, checks and violations of one kind of scene, loaded from `rubrics/*.yaml`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scoring.by_example.check import ExampleCheck, Examples, said_twice
from scoring.documents import Document, Path_, Place, read_file, read_text
from scoring.form import entry_fault
from scoring.sentence import PeilianError, Sentence

FOLDER = Path(__file__).with_name("rubrics")
TOP_LEVEL = 3


class Severity(StrEnum):
    """How grave a violation is; the scorecard prices it (RUBRIC.md, "Violations")."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Bilingual(_Strict):
    """A text in Chinese and English."""

    zh: str
    en: str

    @property
    def sentence(self) -> Sentence:
        """The same as a Sentence."""
        return Sentence(self.zh, self.en)


class Example(_Strict):
    """A reply that meets a check (strong) and one that only seems to (weak)."""

    strong: str
    weak: str


class Check(_Strict):
    """One yes/no question about one reply. `id` is the last part; `Rubric` knows it as `step.id`."""

    id: str
    name: Bilingual
    description: Bilingual
    key: bool = False
    alone: int = 2
    """Level of the step where this key check stands alone (1 for the `action` of a complaint's fix)."""
    joins: Literal["", "key", "last"] = ""
    """Over several replies: `key` counts beside a key check only where it belongs to it (a time bounds an action);
    `last` only with the key check's last offer (a payment's reason). Empty: a plain union."""
    particular: bool = False
    """Whether it is about this one customer: words that the trainee says in other drills just so can't meet it."""
    example: Example
    examples: Examples | None = None
    """Where no rule reads the check: replies that the offline scorer learns it from."""


class Step(_Strict):
    """One step of the method, in its place in the order."""

    id: str
    name: Bilingual
    weight: Annotated[float, Field(gt=0, le=1_000)]
    checks: tuple[Check, ...]

    @property
    def check_ids(self) -> tuple[str, ...]:
        """Full ids, `step.check`."""
        return tuple(f"{self.id}.{check.id}" for check in self.checks)

    @property
    def key(self) -> Check | None:
        """The key check, or None where the step has none (empathy)."""
        return next((check for check in self.checks if check.key), None)

    @property
    def key_id(self) -> str | None:
        """Full id of the key check."""
        return f"{self.id}.{self.key.id}" if self.key else None


class Violation(_Strict):
    """Something a reply must not do."""

    id: str
    name: Bilingual
    description: Bilingual
    severity: Severity
    example: Example


class _File(_Strict):
    kind: str
    name: Bilingual
    source: str
    pass_mark: Annotated[float, Field(ge=0, le=100)] = 80
    steps: tuple[Step, ...]
    violations: tuple[Violation, ...]


@dataclass(frozen=True)
class Rubric:
    """The step set of one kind of scene. `hash` changes with any change of its file."""

    kind: str
    name: Bilingual
    source: str
    pass_mark: float
    steps: tuple[Step, ...]
    violations: tuple[Violation, ...]
    hash: str
    text: str = field(repr=False)
    """The file as it was read, so that a drill can keep the version that it began with."""

    @cached_property
    def check_ids(self) -> tuple[str, ...]:
        """Every check in order, as `step.check`."""
        return tuple(full for step in self.steps for full in step.check_ids)

    @cached_property
    def violation_ids(self) -> tuple[str, ...]:
        """Every violation in order."""
        return tuple(violation.id for violation in self.violations)

    @cached_property
    def particular_ids(self) -> frozenset[str]:
        """The checks that are about this one customer."""
        return frozenset(f"{step.id}.{check.id}" for step in self.steps for check in step.checks if check.particular)

    @cached_property
    def severity(self) -> dict[str, Severity]:
        """Severity of each violation."""
        return {violation.id: violation.severity for violation in self.violations}

    @cached_property
    def by_example(self) -> tuple[ExampleCheck, ...]:
        """The checks that are told by examples, under their full ids."""
        # Their form is checked with the rubric's own, which allows longer names.
        return tuple(
            ExampleCheck.model_construct(
                id=f"{step.id}.{check.id}", name=check.name.zh, description=check.description.zh,
                strong=check.examples.strong, weak=check.examples.weak,
            )
            for step in self.steps for check in step.checks if check.examples is not None
        )  # fmt: skip

    def step(self, step_id: str) -> Step:
        """The step with that id. Raises KeyError."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def check(self, full_id: str) -> Check:
        """The check `step.check`. Raises KeyError."""
        step_id, _, check_id = full_id.partition(".")
        for check in self.step(step_id).checks:
            if check.id == check_id:
                return check
        raise KeyError(full_id)

    def level(self, step_id: str, met: Iterable[str]) -> int:
        """Level 0–3 of a step from the ids that are met (others are ignored): RUBRIC.md, "Levels".

        Without a key check the level is the number of checks met. With one: 0 none, 1 any without the key, 2 the
        key with at most one more, 3 all three; `Check.alone` lowers a key check that stands alone.
        """
        step = self.step(step_id)
        found = set(met) & set(step.check_ids)
        if len(found) == len(step.checks):
            return TOP_LEVEL
        if step.key is None or not found:
            return len(found)
        if step.key_id not in found:
            return 1
        return step.key.alone if len(found) == 1 else 2


def read_rubric(path: Path) -> Rubric:
    """Read a rubric file. Raises PeilianError with every fault of the file in its sentence."""
    text, document = read_file(path)
    return _from_document(path.name, text, document)


def parse_rubric(text: str, name: str) -> Rubric:
    """Read a rubric from its text; `name` is only named in messages. Raises PeilianError like `read_rubric`."""
    return _from_document(name, text, read_text(text))


def _from_document(name: str, text: str, document: Document) -> Rubric:
    faults = [_at(name, problem.place, problem.sentence) for problem in document.problems]
    parsed: _File | None = None
    if not faults:
        try:
            parsed = _File.model_validate(document.data)
        except ValidationError as error:
            for fault in error.errors():
                entry = ".".join(map(str, fault["loc"]))
                faults.append(_at(name, document.place(fault["loc"]), entry_fault(entry, fault)))
    if parsed is not None:
        faults += [_at(name, document.place(path), fault) for path, fault in _form_faults(parsed)]
    if faults or parsed is None:
        raise PeilianError(
            "评分细则有误，没有载入：\n" + "\n".join(one.zh for one in faults),
            "The rubric has errors and was not loaded:\n" + "\n".join(one.en for one in faults),
        )
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Rubric(
        parsed.kind, parsed.name, parsed.source, parsed.pass_mark, parsed.steps, parsed.violations, digest, text
    )


def _at(name: str, place: Place, fault: Sentence) -> Sentence:
    return Sentence(f"{name}:{place.line}: {fault.zh}", f"{name}:{place.line}: {fault.en}")


def _form_faults(parsed: _File) -> Iterator[tuple[Path_, Sentence]]:
    for index, step in enumerate(parsed.steps):
        if len(step.checks) != 3 or sum(check.key for check in step.checks) > 1:
            yield ("steps", index), Sentence(
                f"“{step.id}”：需要三个检查点，至多一个关键检查点。", f"'{step.id}': three checks are needed, at most one of them key.",
            )  # fmt: skip
        for number, check in enumerate(step.checks):
            if check.examples is not None:
                at = ("steps", index, "checks", number, "examples")
                yield from (((*at, *path), fault) for path, fault in said_twice(check.examples))
    if not 3 <= len(parsed.steps) <= 6:
        yield ("steps",), Sentence("需要三到六个步骤。", "Three to six steps are needed.")
    ids = [*(step.id for step in parsed.steps), *(violation.id for violation in parsed.violations)]
    ids += [full for step in parsed.steps for full in step.check_ids]
    for twice in dict.fromkeys(one for one in ids if ids.count(one) > 1):
        yield (), Sentence(f"编号“{twice}”用了两次。", f"The id '{twice}' is used twice.")


@lru_cache
def shipped_rubric(kind: str) -> Rubric:
    """The rubric that ships for `kind`. Raises PeilianError where there is none."""
    path = FOLDER / f"{kind}.yaml"
    if kind not in shipped_kinds():
        known = "、".join(shipped_kinds())
        raise PeilianError(
            f"没有“{kind}”这种场景的评分细则；现有：{known}。",
            f"There is no rubric for scenes of kind '{kind}'; there are: {', '.join(shipped_kinds())}.",
        )
    return read_rubric(path)


@lru_cache
def shipped_kinds() -> tuple[str, ...]:
    """Kinds of scene that have a rubric, by name."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
