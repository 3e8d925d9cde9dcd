"""`simulate`: made-up trainees play the drills, and the customer is held to what she owes them."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from app.commands.terminal import Terminal
from scenarios.model import Scenario
from scenarios.reader import library_files, read_scenario
from scenarios.simulator.bench import Figures, Run, figures, runs
from scenarios.simulator.policies import Policy
from scoring.offline.scorer import OfflineScorer
from scoring.sentence import PeilianError

SECTION = re.compile(r"(<!-- simulate:begin -->\n).*?(<!-- simulate:end -->)", re.DOTALL)
_SHOWN = 12
"""Faults that are printed; all are counted."""


def simulate(terminal: Terminal, names: Sequence[str], *, seeds: int, rules: bool, write: Path | None) -> int:
    """Play, print the table, and with `write` put it between the marks of that file. 1 where a bound is missed."""
    library = playable_library()
    wanted = [one for one in library if not names or one.id in names]
    unknown = sorted(set(names) - {one.id for one in library})
    if unknown:
        raise PeilianError(f"没有这个场景：{'、'.join(unknown)}。", f"No such scenario: {', '.join(unknown)}.")
    start = time.perf_counter()
    found = list(_played([one.id for one in wanted], seeds, rules=rules))
    seconds = time.perf_counter() - start
    table = figures(found, wanted)
    lines = [*table_lines(table), "", *_speed(table, seconds, len(wanted), seeds)]
    for line in lines:
        terminal.line(line)
    for fault in table.faults[:_SHOWN]:
        terminal.line(f"{fault.what}: {fault.scenario}, {fault.policy.value}, seed {fault.seed}: {fault.line}")
    if write is not None:
        text = SECTION.sub(lambda match: match[1] + "\n".join(lines) + "\n" + match[2], write.read_text("utf-8"))
        write.write_text(text, "utf-8")
    return 0 if all(kept for _, _, kept in bounds(table)) else 1


def playable_library() -> list[Scenario]:
    """Every scenario that ships, in order. Raises PeilianError where one can't be played."""
    found: list[Scenario] = []
    for path in library_files():
        scenario = read_scenario(path).playable
        if scenario is None:
            raise PeilianError(f"{path.name} 有错误，不能演练。", f"{path.name} has errors and can't be played.")
        found.append(scenario)
    return found


def bounds(table: Figures) -> Iterator[tuple[str, str, bool]]:
    """What the customer owes: the figure, what was measured, and whether it is kept. Policies that didn't play are left out."""
    there = {row.policy: row for row in table.rows}
    if Policy.MODEL in there:
        settled = there[Policy.MODEL].settled
        yield "model settled ≥ 95 %", f"{settled:.1%}", settled >= 0.95
    for policy in (Policy.DEFENSIVE, Policy.OVER_PROMISING):
        if policy in there:
            lost = there[policy].lost_hard
            yield f"{policy.value} left or escalated ≥ 90 % (difficulty ≥ 3)", f"{lost:.1%}", lost >= 0.9
    if Policy.PARROT in there:
        row = there[Policy.PARROT]
        yield "template_parrot mean total ≤ 60", f"{row.total:.1f}", row.total <= 60
        yield "template_parrot settled ≤ 10 %", f"{row.settled:.1%}", row.settled <= 0.1
    if len(there) > 2:
        yield "Spearman of mean total and final mood ≥ 0.9", f"{table.spearman:.2f}", table.spearman >= 0.9
    for what in ("repeated line", "no words", "early disclosure", "thanks for a bad reply"):
        count = sum(fault.what == what for fault in table.faults)
        yield f"{what}: none", str(count), count == 0
    yield "unreachable ending: none", ", ".join(table.unreached) or "0", not table.unreached


def table_lines(table: Figures) -> Iterator[str]:
    """The table in Markdown, and the bounds."""
    yield "| trainee | drills | settled | left or escalated | … at difficulty ≥ 3 | mean total | trust − anger at the end | turns |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in table.rows:
        yield (
            f"| {row.policy.value} | {row.runs} | {row.settled:.0%} | {row.lost:.0%} | {row.lost_hard:.0%} "
            f"| {row.total:.1f} | {row.mood:+.0f} | {row.turns:.1f} |"
        )
    yield ""
    yield "| bound | measured | kept |"
    yield "|---|---|---|"
    for name, measured, kept in bounds(table):
        yield f"| {name} | {measured} | {'yes' if kept else '**no**'} |"


def _speed(table: Figures, seconds: float, drills: int, seeds: int) -> Iterator[str]:
    per = seconds * 10_000 / table.turns if table.turns else 0.0
    yield f"{drills} drills × {seeds} seeds, {table.turns} turns in {seconds:.0f} s: 10,000 turns take {per:.0f} s."


def _played(names: Sequence[str], seeds: int, *, rules: bool) -> Iterator[Run]:
    workers = min(os.cpu_count() or 1, len(names))
    if workers < 2:
        for name in names:
            yield from _play(name, seeds, rules)
        return
    with ProcessPoolExecutor(workers) as pool:
        for part in pool.map(_play, names, [seeds] * len(names), [rules] * len(names)):
            yield from part


def _play(name: str, seeds: int, rules: bool) -> list[Run]:  # a worker's plain data
    library, scorer = _tools(rules)
    scenario = next(one for one in library if one.id == name)
    return list(runs(scenario, library, range(1, seeds + 1), scorer))


@cache
def _tools(rules: bool) -> tuple[list[Scenario], OfflineScorer]:
    return playable_library(), OfflineScorer(None) if rules else OfflineScorer()
