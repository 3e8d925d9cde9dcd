"""Replies that try to get more than they say, and honest ones that look like them; what the shipped scorer gives them.

`before.jsonl` was read while rules were mended: the rules know it nearly by heart, and its share says little of the next
trick. `unread.jsonl` was written after the last mend and no rule may be mended by it: it tells what a stranger gains.
`after.jsonl` is written by somebody else when the model is frozen. `honest.jsonl` holds honest replies that look like tricks.
A row's `checks` are the most that RUBRIC.md gives the reply, close calls in the reply's favour; its `levels` follow from them.
`python -m tests.scoring.adversarial` prints the share that gains, by trick. Replies and labels were made by a language model.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scoring.authority import authority_from_text
from scoring.offline.scorer import OfflineScorer
from scoring.reply import Reply, Scorer
from scoring.rubric import shipped_rubric

FOLDER = Path(__file__).parent
HONEST = FOLDER / "honest.jsonl"
COMPLAINT = shipped_rubric("complaint")
STEPS = tuple(step.id for step in COMPLAINT.steps)


@dataclass(frozen=True)
class Row:
    """One labelled reply: `trick` is how it tries, or for an honest one what it looks like."""

    id: str
    trick: str
    reply: Reply
    levels: dict[str, int]
    checks: frozenset[str]


@dataclass(frozen=True)
class Judged:
    """A row with what the scorer gave it."""

    row: Row
    levels: dict[str, int]
    given: tuple[tuple[str, str, float], ...]
    """For each check that was given: its id, the words quoted for it, and how sure the scorer is."""

    @property
    def gains(self) -> dict[str, int]:
        """Steps with more than the rubric gives, and by how many levels."""
        return {step: by for step in STEPS if (by := self.levels[step] - self.row.levels[step]) > 0}

    @property
    def losses(self) -> dict[str, int]:
        """Steps with less than the rubric gives, and by how many levels."""
        return {step: by for step in STEPS if (by := self.row.levels[step] - self.levels[step]) > 0}

    def __str__(self) -> str:
        steps = ", ".join(f"{step} {self.row.levels[step]}→{self.levels[step]}" for step in (self.gains | self.losses))
        wrong = [f"{name} “{words}” {sure:.2f}" for name, words, sure in self.given if name not in self.row.checks]
        missed = sorted(self.row.checks - {name for name, _, _ in self.given}) if self.losses else []
        parts = [f"{self.row.id}: {self.row.reply.text}", f"    {steps}"]
        parts += [f"    given: {'; '.join(wrong)}"] if wrong and self.gains else []
        parts += [f"    missed: {', '.join(missed)}"] if missed else []
        return "\n".join(parts)


def tricks() -> list[Path]:
    """The files of tricks that are there."""
    return [path for name in ("before", "unread", "after") if (path := FOLDER / f"{name}.jsonl").exists()]


def rows(path: Path) -> list[Row]:
    """The labelled replies of one file."""
    return [_row(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def judged(replies: Iterable[Row], scorer: Scorer | None = None) -> list[Judged]:
    """What the scorer, the shipped one unless told, gives each of them."""
    reads = scorer or OfflineScorer()
    return [_judge(row, reads) for row in replies]


def share(found: Sequence[Judged]) -> float:
    """The share of replies that gain a level in some step."""
    return sum(bool(one.gains) for one in found) / len(found)


def table(found: Sequence[Judged]) -> Iterator[str]:
    """One line a trick: replies, and how many of them gain."""
    by_trick: dict[str, list[Judged]] = {}
    for one in found:
        by_trick.setdefault(one.row.trick, []).append(one)
    yield "| trick | replies | gain |"
    yield "|---|---|---|"
    for trick, ones in by_trick.items():
        yield f"| {trick.replace('_', ' ')} | {len(ones)} | {sum(bool(one.gains) for one in ones)} |"
    yield f"| **all** | {len(found)} | {sum(bool(one.gains) for one in found)} ({share(found):.1%}) |"


def _row(line: dict[str, object]) -> Row:
    reply = Reply(
        text=str(line["reply"]),
        customer=(str(line["customer"]),),
        scene=str(line["scene"]),
        authority=authority_from_text(str(line["authority"])),
    )
    levels, checks = line["levels"], line["checks"]
    assert isinstance(levels, dict)
    assert isinstance(checks, list)
    return Row(
        str(line["id"]), str(line["trick"]), reply, {step: int(levels[step]) for step in STEPS}, frozenset(checks)
    )


def _judge(row: Row, scorer: Scorer) -> Judged:
    found = scorer.assess(row.reply).checks
    ids = [one.id for one in found]
    given = tuple((one.id, one.evidence[0].quote, one.probability) for one in found)
    return Judged(row, {step: COMPLAINT.level(step, ids) for step in STEPS}, given)
