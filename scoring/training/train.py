"""`python -m scoring.training.train` rebuilds `scoring/offline/model.json` from the training replies, byte for byte.

With `--check` it only tells whether the model was made from the data and the rules as they are now (exit code 1 where
not). With `--strict` it measures the unread writers with nested folds and writes nothing; `--worst N` prints the
surest mistakes there.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scoring.agreement import Agreement, Labels, agreement, mean
from scoring.offline.decide import MENTIONED, MET, MOST_DOWN, SPEAKS, SURELY_MENTIONED, UNQUOTED
from scoring.offline.features import FLOOR
from scoring.offline.learned import (
    CARRIES,
    FORMAT,
    MEAN_MENTIONED,
    MODEL,
    SCALE,
    TRAINING,
    dump,
    file_hash,
    load,
    rules_hash,
)
from scoring.rubric import Rubric, shipped_rubric
from scoring.sentence import PeilianError
from scoring.training.folds import (
    Array,
    Example,
    Table,
    Tops,
    common_pairs,
    fit_marks,
    fit_measures,
    held_out,
    kept_hits,
    matrix,
    read_examples,
    reply_rows,
    rules_alone,
    stretch_labels,
    stretch_table,
    table,
    tops_of,
)

DATA = ("complaint.jsonl", "once.jsonl", "tricks.jsonl")
LABELS_BY = "all labels are made by language models reading RUBRIC.md"


@dataclass(frozen=True)
class Settings:
    """What was chosen by held-out writers; see the ablations in `scoring/README.md`."""

    least_writers: int = 3
    """A mark that fewer writers use is one hand's style."""
    stretch_penalty: float = 0.3
    odds_penalty: float = 0.3
    """On the measures of the id itself that come from the rules."""
    clause_penalty: float = 0.05
    """On the id's own highest stretch."""
    other_clause_penalty: float = 20.0
    rule_penalty: float = 3.0
    other_penalty: float = 6.0
    unread: str = "gijkm"
    """Writers whose replies the rules weren't written beside: only theirs show how the rules do elsewhere."""
    dropped: float = 0.5
    """Share of the rules' hits that the second row of a reply by any other writer goes without."""


@dataclass(frozen=True)
class _Told:
    """Probabilities of each id for each reply, by a fit that hasn't read its writer."""

    rules: Array
    joined: Array


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m scoring.training.train", description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", default=training_files())
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--check", action="store_true", help="only tell whether the model is up to date")
    parser.add_argument("--strict", action="store_true", help="measure with nested folds, write nothing")
    parser.add_argument(
        "--worst", type=int, metavar="N", help="print the N surest mistakes on unread writers, write nothing"
    )
    options = parser.parse_args(arguments)
    if options.check:
        return _check(options.out)
    examples = [one for path in options.data for one in read_examples(path)]
    if options.strict:
        _print_figures(strict_figures(examples, Settings()))
        return 0
    if options.worst:
        for example, name, likely in worst(examples, Settings(), options.worst):
            said = "not met" if example.met(name) else "met"
            print(
                f"{example.id} {name}: called {said} ({likely:.2f}) | {example.reading.customer} | {example.reading.text}"
            )
        return 0
    content = train(examples, {path.name: file_hash(path) for path in options.data}, Settings())
    options.out.write_bytes(dump(content))
    _print_figures(content["figures"])
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.2f} MB; used for {', '.join(content['used'])}")
    if options.out == MODEL:
        from scoring.training import kinds

        return kinds.main([])
    return 0


def training_files() -> list[Path]:
    """The files that the shipped model is trained on, in order."""
    return [TRAINING / name for name in DATA if (TRAINING / name).exists()]


def _check(path: Path) -> int:
    try:
        model = load(path)
    except PeilianError as error:
        print(error.sentence.zh)
        return 1
    if model.rules != rules_hash():
        print(
            "规则改过了，模型要重新训练：make train。/ The rules have changed since the model was trained: make train."
        )
        return 1
    if path == MODEL:
        from scoring.training import kinds

        late = [kind for kind in kinds.trained_kinds() if not kinds.up_to_date(kind)]
        if late:
            told = "、".join(late)
            print(
                f"这些场景的模型要重新训练：{told}。make train。/ These models are out of date: {', '.join(late)}. make train."
            )
            return 1
    return 0


def train(examples: Sequence[Example], data: dict[str, str], settings: Settings) -> dict[str, Any]:
    """The content of a model file, trained on all `examples`, with its figures on writers held out.

    On one thread: the order of a sum over threads would show in the last digits, and the matrices are too small to gain.
    """
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        return _train(examples, data, settings)


def _train(examples: Sequence[Example], data: dict[str, str], settings: Settings) -> dict[str, Any]:
    kind = examples[0].reading.reply.kind
    rubric = shipped_rubric(kind)
    fits = _Fits(examples, settings)
    ids, marks, rows, told = fits.ids, fits.marks, fits.rows, fits.told
    used = _chosen(examples, ids[:-1], told, settings, without="")
    mark_weights, mark_bias = _fit_stretches(marks, fits.answers, settings)
    weights, bias = rows.fit()
    return {
        "format": FORMAT,
        "kind": kind,
        "made_with": _versions(),
        "data": data,
        "rules": rules_hash(),
        "labels": LABELS_BY,
        "figures": figures(rubric, examples, told, settings),
        "ids": ids,
        "used": used,
        "common": fits.common,
        "marks_bias": _whole(mark_bias),
        "marks": _rows_of(marks.names, mark_weights),
        "measures_bias": _whole(bias),
        "measures": _rows_of(rows.names, weights),
    }


class _Fits:
    """Both steps' tables, and what fits that haven't read a reply's writer tell of it (`told`)."""

    def __init__(self, examples: Sequence[Example], settings: Settings) -> None:
        rubric = shipped_rubric(examples[0].reading.reply.kind)
        self.ids = [*rubric.check_ids, *rubric.violation_ids, MENTIONED]
        self.common = common_pairs(examples)
        self.marks, seen = stretch_table(examples, self.common, settings.least_writers)
        self.answers = [stretch_labels(examples, self.marks.owner, seen, name) for name in self.ids]
        held = held_out(
            list(self.marks.writer),
            lambda known, told: _stretch_fold(self.marks, self.answers, known, told, settings),
        )
        self.rows = _Rows(examples, self.ids, tops_of(held, self.marks.owner, len(examples), self.ids), settings)
        self.told = _Told(rules_alone(examples, self.ids), held_out(self.rows.writers, self.rows.fold))


def worst(examples: Sequence[Example], settings: Settings, count: int) -> list[tuple[Example, str, float]]:
    """The `count` surest wrong decisions on unread writers, one a reply: the reply, the id, and how likely it was called."""
    fits = _Fits(examples, settings)
    used = _chosen(examples, fits.ids[:-1], fits.told, settings, without="")
    found: list[tuple[float, Example, str, float]] = []
    for at, example in enumerate(examples):
        if example.writer not in settings.unread:
            continue
        for column, name in enumerate(fits.ids[:-1]):
            likely = float((fits.told.joined if name in used else fits.told.rules)[at, column])
            wrong = abs(float(example.met(name)) - likely)
            if wrong > MET:
                found.append((wrong, example, name, likely))
    found.sort(key=lambda one: (-one[0], one[1].id))
    by_reply: dict[str, tuple[Example, str, float]] = {}
    for _, example, name, likely in found:
        by_reply.setdefault(example.id, (example, name, likely))
    return list(by_reply.values())[:count]


def _stretch_fold(
    marks: Table, answers: Sequence[tuple[Array, Array]], known: Array, told: Array, settings: Settings
) -> Array:
    weights, bias = _fit_stretches(marks, answers, settings, known)
    return marks.values[told] @ weights + bias


def _fit_stretches(
    marks: Table, answers: Sequence[tuple[Array, Array]], settings: Settings, among: Array | None = None
) -> tuple[Array, Array]:
    """Weights (marks by ids) and biases of the stretches' log-odds, fitted on the rows `among`."""
    import numpy as np

    fitted: list[tuple[Array, float]] = []
    for shows, known in answers:
        rows = known if among is None else known & among
        fitted.append(fit_marks(marks.values[rows], shows[rows], settings.stretch_penalty))
    return np.array([weights for weights, _ in fitted]).T, np.array([bias for _, bias in fitted])


class _Rows:
    """The replies' rows. A reply that the rules were written beside has two, at half weight each: the second lacks hits."""

    def __init__(self, examples: Sequence[Example], ids: Sequence[str], tops: Tops, settings: Settings) -> None:
        import numpy as np

        self._ids = list(ids)
        self._settings = settings
        self._tops = tops.highest
        self.writers = [one.writer for one in examples]
        whole = table(reply_rows(examples, ids, tops, lambda one: one.hits), range(len(examples)), self.writers, 2)
        poorer = reply_rows(examples, ids, tops, lambda one: kept_hits(one, settings.dropped))
        self.names = whole.names
        self._whole = whole.values.toarray()
        self._poorer = matrix(poorer, whole.names).toarray()
        self._read = np.array([one.writer not in settings.unread for one in examples])
        self._trick = np.array([one.trick for one in examples])
        self._strengths = rules_alone(examples, ids)
        self._met = _met(examples, ids)

    def fit(self, among: Array | None = None) -> tuple[Array, Array]:
        """Weights (measures by ids) and biases, fitted on the replies `among`."""
        import numpy as np

        first = np.ones(len(self._read), dtype=bool) if among is None else among
        second = first & self._read
        values = np.vstack([self._whole[first], self._poorer[second]])
        met = np.vstack([self._met[first], self._met[second]])
        share = np.concatenate([np.where(self._read[first], 0.5, 1.0), np.full(int(second.sum()), 0.5)])
        honest = share * ~np.concatenate([self._trick[first], self._trick[second]])
        fitted = [
            fit_measures(
                values,
                met[:, at],
                _penalties(self.names, name, self._settings),
                share if name == MENTIONED else honest,
            )
            for at, name in enumerate(self._ids)
        ]
        return np.array([weights for weights, _ in fitted]).T, np.array([bias for _, bias in fitted])

    def fold(self, known: Array, told: Array) -> Array:
        """Probabilities for the replies `told` by a fit on those `known`, kept within the bounds of `decide`."""
        import numpy as np

        weights, bias = self.fit(known)
        strengths = self._strengths[told]
        logits = self._whole[told] @ weights + bias
        lowest = np.log(strengths / (1 - strengths)) - MOST_DOWN
        said = 1 / (1 + np.exp(logits[:, [self._ids.index(MENTIONED)]]))
        said = np.where(said <= 1 - SURELY_MENTIONED, said, 1.0)
        checks = np.array(["." in name for name in self._ids])
        likely = 1 / (1 + np.exp(-np.maximum(logits, lowest)))
        likely = np.where(checks, np.minimum(likely, said), likely)
        unhit = strengths <= FLOOR
        stays = (unhit & (self._tops[told] < CARRIES)) | (~unhit & (strengths < SPEAKS))
        return np.where(stays, np.minimum(likely, UNQUOTED), likely)


def _penalties(names: Sequence[str], rubric_id: str, settings: Settings) -> list[float]:
    """The L2 penalty of each measure in the decision on `rubric_id`: little on its own, much on what others' say of it."""
    check = rubric_id.rpartition(".")[2]
    penalties: list[float] = []
    for name in names:
        group, _, what = name.partition(":")
        if group == "rule":
            near = what.partition(".")[0] == check
            penalties.append(settings.rule_penalty if near else 3 * settings.rule_penalty)
        elif group == "clause":
            penalties.append(settings.clause_penalty if what == rubric_id else settings.other_clause_penalty)
        elif name == MEAN_MENTIONED:
            penalties.append(settings.clause_penalty if rubric_id == MENTIONED else settings.other_clause_penalty)
        else:
            penalties.append(settings.odds_penalty if what == rubric_id else settings.other_penalty)
    return penalties


def _met(examples: Sequence[Example], ids: Sequence[str]) -> Array:
    import numpy as np

    return np.array([[one.met(name) for name in ids] for one in examples], dtype=int)


def _chosen(
    examples: Sequence[Example], ids: Sequence[str], told: _Told, settings: Settings, *, without: str
) -> list[str]:
    """The ids that the learned part helps on unread writers other than `without` (on all others where none is left)."""
    import numpy as np

    rows = np.array([one.writer in settings.unread and one.writer != without for one in examples])
    if not rows.any():
        rows = np.array([one.writer != without for one in examples])
    met = _met(examples, ids)
    return [name for at, name in enumerate(ids) if _helps(met[rows, at], told.rules[rows, at], told.joined[rows, at])]


def _helps(met: Array, rules: Array, joined: Array) -> bool:
    """Whether both the probabilities and the decisions come closer to the labels."""
    return _loss(met, joined) < _loss(met, rules) and _f1(met, joined) > _f1(met, rules)


def _loss(met: Array, probability: Array) -> float:
    import numpy as np

    kept = np.clip(probability, 0.001, 0.999)
    return float(-np.mean(np.where(met == 1, np.log(kept), np.log(1 - kept))))


def _f1(gold: Array, probability: Array) -> float:
    said = probability >= MET
    total = gold.sum() + said.sum()
    return float(2 * (gold * said).sum() / total) if total else 0.0


# --- figures


def figures(rubric: Rubric, examples: Sequence[Example], told: _Told, settings: Settings) -> dict[str, Any]:
    """Agreement with the labels on held-out writers, rules alone and joined: unread writers, all, and each.

    Which ids the learned part is used for is chosen for each writer without that writer's replies. Tricks are left out.
    """
    import numpy as np

    ids = [*rubric.check_ids, *rubric.violation_ids]
    # Tricks have a suite of their own, and what is only mentioned is no id of a rubric.
    kept = np.array([not one.trick for one in examples])
    examples = [one for one in examples if not one.trick]
    told = _Told(told.rules[kept][:, : len(ids)], told.joined[kept][:, : len(ids)])
    who = np.array([one.writer for one in examples])
    joined = told.rules.copy()
    for writer in sorted(set(who)):
        for name in _chosen(examples, ids, told, settings, without=writer):
            joined[who == writer, ids.index(name)] = told.joined[who == writer, ids.index(name)]
    unread = np.array([one in settings.unread for one in who])
    groups = {"unread": unread, "all": np.ones(len(who), dtype=bool)}
    groups |= {f"writer {one}": who == one for one in sorted(set(who))}
    result: dict[str, Any] = {"labels": LABELS_BY, "unread": settings.unread, "groups": {}}
    for group, rows in groups.items():
        own = [one for one, inside in zip(examples, rows, strict=True) if inside]
        if not own:
            continue
        result["groups"][group] = {"replies": len(own)}
        for part, probabilities in (("rules", told.rules[rows]), ("joined", joined[rows])):
            result["groups"][group][part] = summary(_agree(rubric, own, ids, probabilities)) | {
                "calibration_error": round(calibration_error(_met(own, ids), probabilities), 4)
            }
    return result


def _agree(rubric: Rubric, examples: Sequence[Example], ids: Sequence[str], probabilities: Array) -> Agreement:
    said: dict[str, Labels] = {}
    for example, row in zip(examples, probabilities, strict=True):
        found = [name for name, one in zip(ids, row, strict=True) if one >= MET]
        said[example.id] = Labels(
            frozenset(found) & frozenset(rubric.check_ids), frozenset(found) & frozenset(rubric.violation_ids)
        )
    return agreement(rubric, {one.id: one.labels for one in examples}, said)


def summary(found: Agreement) -> dict[str, Any]:  # Any: JSON
    """The figures of an agreement as they are kept with a model."""
    return {
        "mean_qwk": _round(found.mean_qwk),
        "qwk": {one.step: _round(one.qwk) for one in found.levels},
        "exact": _round(mean(one.exact for one in found.levels)),
        "within_one": _round(mean(one.within_one for one in found.levels)),
        "check_f1": _round(mean(one.f1 for one in found.checks)),
        "violation_f1": _round(mean(one.f1 for one in found.violations)),
        "f1": {one.id: _round(one.f1) for one in (*found.checks, *found.violations)},
    }


def calibration_error(met: Array, probabilities: Array, bins: int = 10) -> float:
    """Expected calibration error over all decisions, in bins of equal width."""
    import numpy as np

    number = np.minimum((probabilities * bins).astype(int), bins - 1)
    error = 0.0
    for at in range(bins):
        inside = number == at
        if inside.any():
            error += inside.sum() * abs(probabilities[inside].mean() - met[inside].mean())
    return float(error / met.size)


def strict_figures(examples: Sequence[Example], settings: Settings) -> dict[str, Any]:
    """The figures of the unread writers with everything, stretches' fits included, made anew without each of them."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        told = [_without(examples, writer, settings) for writer in settings.unread]
    own = [one for part, _ in told for one in part]
    return figures(shipped_rubric(own[0].reading.reply.kind), own, _joined([one for _, one in told]), settings)


def _without(examples: Sequence[Example], writer: str, settings: Settings) -> tuple[list[Example], _Told]:
    """The replies of `writer`, and what is told of them where nothing of theirs was read."""
    import numpy as np

    rubric = shipped_rubric(examples[0].reading.reply.kind)
    ids = [*rubric.check_ids, *rubric.violation_ids, MENTIONED]
    own = [one for one in examples if one.writer == writer]
    both = [*(one for one in examples if one.writer != writer), *own]
    marks, seen = stretch_table(both, common_pairs(both[: -len(own)]), settings.least_writers)
    answers = [stretch_labels(both, marks.owner, seen, name) for name in ids]
    read = marks.writer != writer
    held = held_out(list(marks.writer), lambda known, told: _stretch_fold(marks, answers, known & read, told, settings))
    rows = _Rows(both, ids, tops_of(held, marks.owner, len(both), ids), settings)
    known = np.array([one.writer != writer for one in both])
    return own, _Told(rules_alone(own, ids), rows.fold(known, ~known))


def _joined(parts: Sequence[_Told]) -> _Told:
    import numpy as np

    return _Told(np.vstack([one.rules for one in parts]), np.vstack([one.joined for one in parts]))


# --- the file


def _whole(weights: Array) -> list[int]:
    import numpy as np

    return [int(one) for one in np.rint(np.asarray(weights) * SCALE)]


def _rows_of(names: Sequence[str], weights: Array) -> dict[str, str]:
    rows = {name: _whole(row) for name, row in zip(names, weights, strict=True)}
    return {name: " ".join(map(str, row)) for name, row in rows.items() if any(row)}


def _versions() -> dict[str, str]:
    import numpy as np
    import scipy
    import sklearn

    return {
        "python": ".".join(platform.python_version_tuple()[:2]),
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _print_figures(result: dict[str, Any]) -> None:
    groups = result["groups"]
    first = next(iter(groups.values()))
    print(f"Writers held out; {result['labels']}. Unread by the rules' authors: {', '.join(result['unread'])}.\n")
    print(
        f"| | part | mean QWK | {' | '.join(first['rules']['qwk'])} | checks F1 | violations F1 | calibration error |"
    )
    print("|---" * (len(first["rules"]["qwk"]) + 6) + "|")
    for name, group in groups.items():
        for part in ("rules", "joined"):
            one = group[part]
            cells = [
                one["mean_qwk"],
                *one["qwk"].values(),
                one["check_f1"],
                one["violation_f1"],
                one["calibration_error"],
            ]
            told = " | ".join("–" if cell is None else f"{cell:.3f}" for cell in cells)
            print(f"| {name} ({group['replies']}) | {part} | {told} |")
    print("\n| id | rules | joined |\n|---|---|---|")
    for name, alone in first["rules"]["f1"].items():
        print(f"| {name} | {alone} | {first['joined']['f1'][name]} |")


if __name__ == "__main__":
    sys.exit(main())
