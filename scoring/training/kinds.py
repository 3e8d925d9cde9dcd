"""Training and measuring the kinds of scene beside complaint, for which there are a few hundred replies each.

`python -m scoring.training.kinds` trains all of them (`make train` does so, too); with `--aside` it only measures: each kind on the replies that
somebody else wrote and labelled, of which nothing was fitted. Situations, not writers, are held out for the figures of a fit.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from scoring.agreement import Labels, agreement
from scoring.offline.decide import MENTIONED
from scoring.offline.learned import COMPLAINT, SCALE, TRAINING, dump, file_hash, load, model_path, rules_hash
from scoring.offline.scorer import OfflineScorer
from scoring.rubric import shipped_kinds, shipped_rubric
from scoring.sentence import PeilianError
from scoring.training.folds import Example, example_of, read_rows
from scoring.training.train import Settings, summary, train

FOLDS = "abcdef"
"""Situations are held out in so many parts; each stands in a writer's place in the fit."""
SETTINGS = Settings(least_writers=2, unread=FOLDS)
ENOUGH = 150
"""So many replies a kind needs; then every decision is the learned part's, the rules' hits weighed in."""
SHIFT = 0.53
"""Log-odds by which checks are lifted: from few replies they are called too seldom, and a line at 0.37 instead of 0.5 gave the best F1 on
held-out situations (retention 0.720 → 0.757, outreach 0.796 → 0.820). Violations aren't: a wrong one is an accusation.
"""
ASIDE = TRAINING / "aside"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m scoring.training.kinds", description=__doc__)
    parser.add_argument("kinds", nargs="*", help="all of them by default")
    parser.add_argument("--aside", action="store_true", help="only measure, on the replies kept aside")
    options = parser.parse_args(arguments)
    kinds = options.kinds or (shipped_kinds() if options.aside else trained_kinds())
    for kind in kinds:
        if not options.aside:
            content = train_kind(kind)
            model_path(kind).parent.mkdir(exist_ok=True)
            model_path(kind).write_bytes(dump(content))
            held = content["figures"]["groups"]["all"]
            told = ", ".join(
                f"{part} {held[part]['check_f1']:.3f} / {held[part]['violation_f1']:.3f}"
                for part in ("rules", "joined")
            )
            print(f"{kind}: {held['replies']} replies, situations held out, F1 of checks / violations: {told}")
        aside = measure_aside(kind)
        if aside is not None:
            print(
                f"{kind}: {aside['replies']} replies kept aside: F1 of checks {aside['check_f1']}, of violations {aside['violation_f1']}"
            )
    return 0


def trained_kinds() -> list[str]:
    """The kinds beside complaint that have enough labelled replies: with a few dozens the rules know more."""
    return [kind for kind in shipped_kinds() if kind != COMPLAINT and len(training_rows(kind)) >= ENOUGH]


def training_rows(kind: str) -> list[dict[str, Any]]:  # Any: JSON
    """The rows that a kind is trained on."""
    return [row for path in training_files(kind) for row in read_rows(path) if not row.get("aside")]


def training_files(kind: str) -> list[Path]:
    """The files that a kind is trained on: `KIND.jsonl`, and `KIND-….jsonl` where there are more."""
    return sorted([*TRAINING.glob(f"{kind}.jsonl"), *TRAINING.glob(f"{kind}-*.jsonl")])


def up_to_date(kind: str) -> bool:
    """Whether the model of a kind was made from its data and the rules as they are now."""
    try:
        model = load(model_path(kind))
    except PeilianError:
        return False
    return model.rules == rules_hash() and set(model.data) == {path.name for path in training_files(kind)}


def train_kind(kind: str) -> dict[str, Any]:  # Any: JSON
    """The content of the model of a kind."""
    data = {path.name: file_hash(path) for path in training_files(kind)}
    content = train(by_situation(training_rows(kind)), data, SETTINGS)
    biases = zip(content["ids"], content["measures_bias"], strict=True)
    lifted = [bias + round(SHIFT * SCALE) * ("." in name) for name, bias in biases]
    # The rules for violations were written for complaints; elsewhere half of their hits accuse nobody.
    used = [name for name in content["ids"] if name != MENTIONED]
    return content | {"measures_bias": lifted, "used": used}


def by_situation(rows: Sequence[dict[str, Any]]) -> list[Example]:
    """The replies, each with a part of the situations in its writer's place."""
    return [replace(example_of(row), writer=FOLDS[_lot(row["scene"]) % len(FOLDS)]) for row in rows]


def measure_aside(kind: str) -> dict[str, Any] | None:  # Any: JSON
    """How far the scorer agrees with the labels of replies that nothing was fitted on; None where there are none."""
    path = ASIDE / f"{kind}.jsonl"
    rows = [row for file in training_files(kind) for row in read_rows(file) if row.get("aside")]
    rows += read_rows(path) if path.exists() else []
    if not rows:
        return None
    rubric, scorer = shipped_rubric(kind), OfflineScorer()
    gold: dict[str, Labels] = {}
    said: dict[str, Labels] = {}
    for row in rows:
        example = example_of(row)
        found = scorer.assess(example.reading.reply, alone=True)
        gold[example.id] = example.labels
        said[example.id] = Labels(frozenset(found.check_ids), frozenset(found.violation_ids))
    return {"replies": len(rows), **summary(agreement(rubric, gold, said))}


def _lot(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big")


if __name__ == "__main__":
    sys.exit(main())
