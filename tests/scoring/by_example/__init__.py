"""Thirteen checks that a trainer of a cleaning company might write, and labelled replies: how well checks by example do.

`checks/*.yaml` is what the trainer writes. `replies/*.yaml` holds replies that are `met` by the check, and `not_met` by what
makes them look as if. All but the LATE ones were written before any method was tried. HELD checks were not measured until
the method was settled; the groups of words were written by the same hand, though, with their topics in mind. The LATE ones
were written when all was settled, on topics that no group was made for, and nothing may be tuned by them. `python -m tests.scoring.by_example` prints the tables. Checks, replies and labels are all by one language model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scoring.agreement import YesNoAgreement, yes_no
from scoring.by_example.check import ExampleCheck, read_check
from scoring.by_example.reader import ExampleReader, Verdict
from scoring.documents import read_file
from scoring.reply import Reply

FOLDER = Path(__file__).parent
HELD = frozenset({"photo_consent", "farewell", "cleaner"})
LATE = frozenset({"cancel_rule", "wet_floor", "invoice"})
SETS = ("tuned", "held", "late")


@dataclass(frozen=True)
class Labelled:
    """A reply with its label; `kind` is `met`, or what makes it look as if."""

    text: str
    met: bool
    kind: str


@dataclass(frozen=True)
class Judged:
    """A labelled reply with what the reader says."""

    reply: Labelled
    verdict: Verdict

    @property
    def right(self) -> bool:
        """Whether reader and label agree."""
        return self.verdict.met == self.reply.met


@dataclass(frozen=True)
class Trial:
    """One check: its reader and its labelled replies, judged."""

    check: ExampleCheck
    reader: ExampleReader
    judged: tuple[Judged, ...]

    @property
    def figures(self) -> YesNoAgreement:
        """Agreement of the reader with the labels."""
        return yes_no(self.check.id, [one.reply.met for one in self.judged], [one.verdict.met for one in self.judged])


def set_of(check_id: str) -> str:
    """Which of SETS a check belongs to."""
    return "held" if check_id in HELD else "late" if check_id in LATE else "tuned"


def checks(*sets: str) -> list[ExampleCheck]:
    """The made-up checks of some sets, of all where none is named."""
    found = [read_check(path) for path in sorted((FOLDER / "checks").glob("*.yaml"))]
    return [check for check in found if not sets or set_of(check.id) in sets]


def replies(check_id: str) -> list[Labelled]:
    """The labelled replies of one check."""
    data = read_file(FOLDER / "replies" / f"{check_id}.yaml")[1].data
    assert isinstance(data, dict)
    met, others = data["met"], data["not_met"]
    assert isinstance(met, list)
    assert isinstance(others, dict)
    found = [Labelled(str(text), True, "met") for text in met]
    for kind, texts in others.items():
        assert isinstance(texts, list)
        found += [Labelled(str(text), False, kind) for text in texts]
    return found


def trial(check: ExampleCheck, make: Callable[[ExampleCheck], ExampleReader] = ExampleReader) -> Trial:
    """Learn the check and judge its labelled replies."""
    reader = make(check)
    return Trial(check, reader, tuple(Judged(one, reader.judge(Reply(one.text))) for one in replies(check.id)))


def mean_f1(trials: Sequence[Trial]) -> float:
    """The mean F1 of the checks."""
    return sum(one.figures.f1 or 0.0 for one in trials) / len(trials)


def calibration_error(trials: Sequence[Trial], bins: int = 5) -> float:
    """Expected calibration error of all probabilities, in equal bins."""
    found = [one for each in trials for one in each.judged]
    error = 0.0
    for number in range(bins):
        inside = [one for one in found if min(bins - 1, int(one.verdict.probability * bins)) == number]
        error += abs(sum(one.verdict.probability - one.reply.met for one in inside))
    return error / len(found)


def table(trials: Sequence[Trial]) -> Iterator[str]:
    """One line a check."""
    yield "| check | set | F1 | precision | recall | it says of itself |"
    yield "|---|---|---|---|---|---|"
    for one in trials:
        found, sure = one.figures, one.reader.sureness
        yield (
            f"| {one.check.name} `{one.check.id}` | {set_of(one.check.id)} | {_figure(found.f1)} | {_figure(found.precision)} | "
            f"{_figure(found.recall)} | {sure.level.value.en.split(';')[0]}, {sure.estimate:.2f} ({sure.right} of {sure.of}) |"
        )


def by_kind(trials: Sequence[Trial]) -> Iterator[str]:
    """One line a kind of reply: how many are judged right."""
    kinds: dict[str, list[bool]] = {}
    for each in trials:
        for one in each.judged:
            kinds.setdefault(one.reply.kind, []).append(one.right)
    yield "| replies | judged right |"
    yield "|---|---|"
    for kind, right in kinds.items():
        yield f"| {kind} | {sum(right)} of {len(right)} |"


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
