"""Plays policies × drills × seeds, and says what a believable customer never does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from scenarios.model import EndingKind, Scenario
from scenarios.rehearsal import Rehearsal, rehearse
from scenarios.simulator.policies import Policy, script
from scoring.reply import Scorer

LOST = (EndingKind.LEFT, EndingKind.ESCALATED)
_THANKS = re.compile("谢谢|多谢|感谢|辛苦你|辛苦您|麻烦你了|麻烦您了")
_BRACKETS = re.compile(r"[\s\W_]+")
_GIVEN_AWAY = 7
"""So many characters of a hidden fact in one of her lines give it away."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What she did that no customer should."""

    what: str
    scenario: str
    policy: Policy
    seed: int
    line: str


@dataclass(frozen=True, slots=True)
class Run:
    """One drill of one policy with one seed."""

    scenario: str
    difficulty: int
    policy: Policy
    seed: int
    ending: EndingKind
    total: float
    anger: float
    trust: float
    turns: int
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What a policy came to over all its runs. Shares are 0–1; `mood` is trust less anger at the end (−100 to 100)."""

    policy: Policy
    runs: int
    settled: float
    lost: float
    lost_hard: float
    """Left or escalated, among drills of difficulty 3 and more."""
    total: float
    mood: float
    turns: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The whole table."""

    rows: tuple[Row, ...]
    spearman: float
    """Rank correlation of mean total and final mood over the policies."""
    turns: int
    faults: tuple[Fault, ...]
    unreached: tuple[str, ...] = field(default=())
    """Endings (`drill: ending`) that no run and no golden conversation comes to. The end by the clock comes by itself."""

    def row(self, policy: Policy) -> Row:
        """The row of a policy."""
        return next(row for row in self.rows if row.policy is policy)


def runs(
    scenario: Scenario,
    library: Sequence[Scenario],
    seeds: Iterable[int],
    scorer: Scorer,
    policies: Iterable[Policy] = Policy,
) -> Iterator[Run]:
    """Play `scenario` with every policy and seed."""
    policies = tuple(policies)
    for seed in seeds:
        for policy in policies:
            said = script(policy, scenario, seed, library)
            played = rehearse(scenario, said.replies, seed, scorer, elsewhere=said.elsewhere)
            yield _run(scenario, policy, seed, played)


def _run(scenario: Scenario, policy: Policy, seed: int, played: Rehearsal) -> Run:
    mood = played.states[-1].mood
    faults = tuple(Fault(what, scenario.id, policy, seed, line) for what, line in faults_of(scenario, played))
    return Run(
        scenario.id, scenario.difficulty, policy, seed, played.ending, played.scorecard.total, mood.anger, mood.trust,
        len(played.credited), faults,
    )  # fmt: skip


def faults_of(scenario: Scenario, played: Rehearsal) -> Iterator[tuple[str, str]]:
    """What went wrong in one talk: what kind of fault, and her line."""
    seen: set[str] = set()
    for line in played.lines:
        if line in seen:
            yield "repeated line", line
        if not line.strip() or "{" in line:
            yield "no words", line
        seen.add(line)
    hidden = {fact.id: fact.text for fact in scenario.facts if fact.known_by == "customer"}
    hidden = {name: text for name, text in hidden.items() if any(name in beat.tells for beat in scenario.beats)}
    known = _plain("".join([scenario.brief.zh, *scenario.opening, *scenario.card.log, *scenario.card.history]))
    for n, line in enumerate(played.lines):
        told = played.states[n].told
        said_before = known + _plain("".join([*played.lines[:n], *(reply.text for reply in played.credited[:n])]))
        for name, text in hidden.items():
            if name not in told and any(piece not in said_before for piece in _shared(_plain(text), _plain(line))):
                yield "early disclosure", line
        if n and _THANKS.search(line) and _was_bad(played, n - 1):
            yield "thanks for a bad reply", line


def _was_bad(played: Rehearsal, at: int) -> bool:
    """Whether reply `at` brought nothing that counts. A rule that was broken is thanked for in scorn only."""
    reply = played.credited[at] if at < len(played.credited) else None
    return reply is not None and not reply.checks and not reply.violations


def _shared(text: str, line: str) -> Iterator[str]:
    for at in range(len(text) - _GIVEN_AWAY + 1):
        piece = text[at : at + _GIVEN_AWAY]
        if piece in line:
            yield piece


def _plain(text: str) -> str:
    return _BRACKETS.sub("", text)


def figures(found: Sequence[Run], library: Sequence[Scenario] = ()) -> Figures:
    """The table over `found`. With the scenarios of `library`, endings that nobody reaches are told."""
    rows = tuple(
        _row(policy, [run for run in found if run.policy is policy])
        for policy in Policy
        if any(run.policy is policy for run in found)
    )
    reached = {(run.scenario, run.ending) for run in found}
    reached |= {(one.id, golden.ending) for one in library for golden in one.golden}
    unreached = tuple(
        f"{one.id}: {kind.value}" for one in library for kind, _ in one.endings.items() if (one.id, kind) not in reached
    )
    return Figures(
        rows,
        spearman([row.total for row in rows], [row.mood for row in rows]),
        sum(run.turns for run in found),
        tuple(fault for run in found for fault in run.faults),
        unreached,
    )


def _row(policy: Policy, found: Sequence[Run]) -> Row:
    hard = [run for run in found if run.difficulty >= 3]
    return Row(
        policy=policy,
        runs=len(found),
        settled=fmean(run.ending is EndingKind.SETTLED for run in found),
        lost=fmean(run.ending in LOST for run in found),
        lost_hard=fmean(run.ending in LOST for run in hard) if hard else 0.0,
        total=fmean(run.total for run in found),
        mood=fmean(run.trust - run.anger for run in found),
        turns=fmean(run.turns for run in found),
    )


def spearman(left: Sequence[float], right: Sequence[float]) -> float:
    """Spearman's rank correlation; equal values share their mean rank. 0 where one side never changes."""
    one, other = _ranks(left), _ranks(right)
    middle = (len(one) + 1) / 2
    up = sum((a - middle) * (b - middle) for a, b in zip(one, other, strict=True))
    spread = sum((a - middle) ** 2 for a in one) * sum((b - middle) ** 2 for b in other)
    return up / spread**0.5 if spread else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) + 1) / 2 for value in values]
