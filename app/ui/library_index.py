"""The library's list without its files: id, title, hash and faults of each scenario, kept in one small JSON file.

Reading the scenario files costs YAML and pydantic; the list doesn't. It is rebuilt in a job, only for files that changed.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from scoring.sentence import Sentence

log = logging.getLogger(__name__)

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios" / "library"
OWN = "scenarios"
"""The folder in the data folder where a company's own scenarios are kept."""

FILE = "library-index.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """One diagnostic, as a list shows it. `severity` is error, warning or note."""

    code: str
    severity: str
    line: int
    column: int
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One scenario file. A file that can't be played has errors and perhaps nothing else than its name."""

    id: str
    path: str
    stamp: str
    title_zh: str
    title_en: str
    summary_zh: str
    summary_en: str
    stage: str
    kind: str
    difficulty: int
    customer: str
    hash: str
    shipped: bool
    faults: tuple[Fault, ...]

    @property
    def title(self) -> Sentence:
        """Its title in both languages."""
        return Sentence(self.title_zh, self.title_en)

    @property
    def summary(self) -> Sentence:
        """What happened, in both languages."""
        return Sentence(self.summary_zh, self.summary_en)

    @property
    def errors(self) -> tuple[Fault, ...]:
        """Why it can't be played; empty for one that can."""
        return tuple(fault for fault in self.faults if fault.severity == "error")

    @property
    def playable(self) -> bool:
        """Whether a drill can begin."""
        return not self.errors


@dataclass(frozen=True, slots=True)
class LibraryIndex:
    """Every scenario of this machine, the shipped ones first, in the order of their file names."""

    entries: tuple[LibraryEntry, ...] = ()

    def entry(self, scenario_id: str) -> LibraryEntry | None:
        """The scenario of that id, where there is one."""
        return next((entry for entry in self.entries if entry.id == scenario_id), None)

    @classmethod
    def read(cls, folder: Path) -> LibraryIndex:
        """The list as it was kept in `folder`; empty where there is none, or an older form of it."""
        import json

        try:
            kept = json.loads((folder / FILE).read_text("utf-8"))
            if kept["version"] != VERSION:
                return cls()
            return cls(tuple(_entry(one) for one in kept["entries"]))
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    def rebuilt(self, folder: Path) -> LibraryIndex:
        """The list as the files are now; kept in `folder` where it differs. For a job: it may import YAML and pydantic."""
        known = {entry.path: entry for entry in self.entries}
        paths = [*sorted(SHIPPED.glob("*.yaml")), *sorted((folder / OWN).glob("*.yaml"))]
        entries = []
        for path in paths:
            stamp = _stamp(path)
            old = known.get(str(path))
            entries.append(old if old is not None and old.stamp == stamp else _looked_at(path, stamp))
        made = LibraryIndex(tuple(entries))
        if made != self:
            made.keep(folder)
        return made

    def keep(self, folder: Path) -> None:
        """Write the list into `folder`. A disk that refuses costs time at the next start, nothing else."""
        import json

        text = json.dumps({"version": VERSION, "entries": [asdict(one) for one in self.entries]}, ensure_ascii=False)
        target = folder / FILE
        fresh = target.with_suffix(".new")
        try:
            fresh.write_text(text, "utf-8")
            fresh.replace(target)
        except OSError as error:
            log.warning("the library's list was not kept: %s", error.strerror)
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)


def _entry(kept: Mapping[str, object]) -> LibraryEntry:
    given = {field.name: kept[field.name] for field in fields(LibraryEntry)}
    faults = kept["faults"]
    assert isinstance(faults, list)
    given["faults"] = tuple(Fault(**one) for one in faults)
    return LibraryEntry(**given)  # type: ignore[arg-type]  # what `keep` wrote; a TypeError counts as no list


def _stamp(path: Path) -> str:
    try:
        about = path.stat()
    except OSError:
        return ""
    return f"{about.st_size}-{about.st_mtime_ns}"


def _looked_at(path: Path, stamp: str) -> LibraryEntry:
    from scenarios.reader import read_scenario

    file = read_scenario(path)
    faults = tuple(
        Fault(one.code, one.severity.value, one.line, one.column, one.sentence.zh, one.sentence.en)
        for one in file.diagnostics
    )
    scenario = file.scenario
    known = {"path": str(path), "stamp": stamp, "hash": file.hash, "shipped": path.parent == SHIPPED, "faults": faults}
    if scenario is None:
        nothing = {"title_zh": path.stem, "title_en": path.stem, "summary_zh": "", "summary_en": "", "stage": ""}
        return LibraryEntry(id=path.stem, kind="", difficulty=0, customer="", **nothing, **known)  # type: ignore[arg-type]
    return LibraryEntry(
        id=scenario.id,
        title_zh=scenario.title.zh,
        title_en=scenario.title.en,
        summary_zh=scenario.brief.zh,
        summary_en=scenario.brief.en,
        stage=str(scenario.stage),
        kind=scenario.kind,
        difficulty=scenario.difficulty,
        customer=scenario.persona.name,
        **known,  # type: ignore[arg-type]  # the five that both kinds of entry share
    )
