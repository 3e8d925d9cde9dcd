"""`lint` and `list`: what is wrong with scenario files, and which scenarios there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.commands.terminal import Terminal
from scenarios.reader import LIBRARY, ScenarioFile, for_authors, library_files, read_scenario
from scoring.sentence import PeilianError


def lint_paths(terminal: Terminal, paths: Iterable[Path]) -> int:
    """Print every diagnostic of the files (and of the YAML files in the folders) at `paths`; 1 when one is an error."""
    errors = files = 0
    for path in _files(paths):
        found = for_authors(read_scenario(path))
        files += 1
        errors += len(found.errors)
        for one in found.diagnostics:
            terminal.line(one.to(terminal.language))
    if errors:
        terminal.remark(f"检查了 {files} 个文件，有 {errors} 处错误。", f"{files} files checked: {errors} errors.")
        return 1
    terminal.remark(f"检查了 {files} 个文件，没有错误。", f"{files} files checked: no errors.")
    return 0


def list_library(terminal: Terminal) -> int:
    """Print id, stage, kind, difficulty and title of each scenario; one with errors says how many it has."""
    for path in library_files():
        found = read_scenario(path)
        if found.playable is None:
            terminal.say(
                f"{path.stem}  ⚠ 有 {len(found.errors)} 处错误，不能演练", f"{path.stem}  ⚠ {len(found.errors)} errors"
            )
            continue
        scenario = found.playable
        title = scenario.title.sentence.to(terminal.language)
        stars = "★" * scenario.difficulty + "☆" * (5 - scenario.difficulty)
        terminal.line(f"{scenario.id:28}{scenario.stage.value}  {scenario.kind:10}{stars}  {title}")
    return 0


def find_scenario(name: str) -> ScenarioFile:
    """The scenario with that id, or in that file, without errors. Raises PeilianError otherwise."""
    by_id = {path.stem: path for path in library_files()}
    path = by_id.get(name) or Path(name)
    if not path.exists():
        from difflib import get_close_matches

        close = get_close_matches(name, by_id, n=1)
        raise PeilianError(
            f"没有“{name}”这个场景。" + (f"是不是想找“{close[0]}”？" if close else f"现有：{'、'.join(by_id)}。"),
            f"There is no scenario '{name}'. "
            + (f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(by_id)}."),
        )
    found = read_scenario(path)
    if found.playable is None:
        listed = found.errors[:5]
        more = len(found.errors) - len(listed)
        raise PeilianError(
            f"这个场景有 {len(found.errors)} 处错误，不能演练：\n"
            + "\n".join(one.to("zh") for one in listed) + (f"\n……还有 {more} 处，用 lint 看全部。" if more else ""),
            f"This scenario has {len(found.errors)} errors and can't be played:\n"
            + "\n".join(one.to("en") for one in listed) + (f"\n… and {more} more: see lint." if more else ""),
        )  # fmt: skip
    return found


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from library_files(path)
        else:
            # A missing file is told by the reader, like any other that can't be read.
            yield path


__all__ = ["LIBRARY", "find_scenario", "lint_paths", "list_library"]
