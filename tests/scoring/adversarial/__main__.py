"""`python -m tests.scoring.adversarial [--rows]`: the tables for BENCHMARKS.md; with --rows, each offender too."""

from __future__ import annotations

import sys

from tests.scoring.adversarial import HONEST, Judged, judged, rows, table, tricks


def main() -> None:
    """Print the tables, and with `--rows` the replies behind them."""
    told = "--rows" in sys.argv
    for path in tricks():
        found = judged(rows(path))
        _print(f"{path.name}", [*table(found)], [one for one in found if one.gains] if told else [])
    honest = judged(rows(HONEST))
    short = [one for one in honest if one.losses]
    far = [one for one in short if max(one.losses.values()) > 1]
    summary = f"{len(honest)} replies: {len(short)} lose a level in some step, {len(far)} more than one"
    _print(HONEST.name, [summary], short if told else [])


def _print(title: str, lines: list[str], offenders: list[Judged]) -> None:
    print(f"## {title}\n", *lines, "", *offenders, sep="\n", end="\n\n")


main()
