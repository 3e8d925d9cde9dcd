"""Labelled replies as the learned part sees them, fitting, and scores for writers whom a fit hasn't read.

Needs scikit-learn and numpy, which only developers install; they are imported where they are used.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from scoring.agreement import Labels
from scoring.authority import authority_from_text
from scoring.offline.decide import MENTIONED, best_hits
from scoring.offline.echo import pairs
from scoring.offline.features import FLOOR, Stretch, measures, odds, stretches_of
from scoring.offline.hits import Hit
from scoring.offline.learned import CLAUSE_SHARE, MEAN_MENTIONED
from scoring.offline.reading import Reading, read
from scoring.offline.registry import all_hits
from scoring.reply import Reply

Array = Any  # a numpy array or scipy matrix: neither package may be imported by name here

HONEST = "honest"
"""The `trick` of a reply that only looks like one."""

COMMON_SHARE = 0.02
"""A pair of characters that more than this share of the customers say is nobody's particular."""

QUOTED_HALF = 0.5
QUOTED_CHARACTERS = 3


@dataclass(frozen=True)
class Example:
    """One labelled reply, read, with the rules' hits. `evidence` gives the quoted places of an id, where there are any."""

    id: str
    writer: str
    reading: Reading
    hits: tuple[Hit, ...]
    labels: Labels
    evidence: dict[str, list[tuple[int, int]]]
    trick: bool = False
    """Written to fool the scorer: only what is said and what is mentioned is learned from it."""

    @property
    def mentioned(self) -> bool:
        """A trick that says nothing to the customer: see `decide.MENTIONED`."""
        return self.trick and not self.labels.checks

    def met(self, rubric_id: str) -> bool:
        """Whether the settled labels have it."""
        if rubric_id == MENTIONED:
            return self.mentioned
        return rubric_id in self.labels.checks or rubric_id in self.labels.violations


def read_examples(path: Path) -> list[Example]:
    """The labelled replies of a training file, in its order."""
    return [example_of(row) for row in read_rows(path) if not row.get("aside")]


def read_rows(path: Path) -> list[dict[str, Any]]:  # Any: JSON
    """The rows of a training file as they are written, those kept aside for measuring included."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def example_of(row: dict[str, Any]) -> Example:  # Any: parsed JSON
    """One labelled reply of a training file, read."""
    text: str = row["reply"]
    reading = read(
        Reply(text, _texts(row["customer"]), kind=row["kind"], scene=row["scene"],
              authority=authority_from_text(row["authority"]))
    )  # fmt: skip
    evidence: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for name, quotes in row["evidence"].items():
        for quote in [quotes] if isinstance(quotes, str) else quotes:
            at = text.find(quote)
            if quote and at >= 0:
                evidence[name].append((at, at + len(quote)))
    labels = Labels(frozenset(row["checks"]), frozenset(row["violations"]))
    trick = row.get("trick", HONEST) != HONEST
    return Example(row["id"], row["writer"], reading, tuple(all_hits(reading)), labels, dict(evidence), trick)


def _texts(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def common_pairs(examples: Sequence[Example]) -> list[str]:
    """Pairs of characters that many customers say."""
    heard = Counter(pair for one in examples for pair in pairs(one.reading.customer))
    return sorted(pair for pair, count in heard.items() if count > COMMON_SHARE * len(examples))


@dataclass(frozen=True)
class Table:
    """Sparse features of many things (rows), each with the number of its reply and its writer."""

    values: Array
    names: list[str]
    owner: Array
    writer: Array


def table(rows: Sequence[dict[str, float]], owner: Sequence[int], writer: Sequence[str], least: int) -> Table:
    """Rows as one sparse matrix of the features that at least `least` writers use."""
    import numpy as np

    users: dict[str, set[str]] = defaultdict(set)
    for row, who in zip(rows, writer, strict=True):
        for name in row:
            users[name].add(who)
    names = sorted(name for name, who in users.items() if len(who) >= least)
    return Table(matrix(rows, names), names, np.array(owner), np.array(writer))


def matrix(rows: Sequence[dict[str, float]], names: Sequence[str]) -> Array:
    """Rows as a sparse matrix with the columns `names`; other features are left out."""
    from scipy.sparse import csr_matrix

    column = {name: at for at, name in enumerate(names)}
    cells = [(at, column[name], value) for at, row in enumerate(rows) for name, value in row.items() if name in column]
    across, down, values = zip(*cells, strict=True)
    return csr_matrix((values, (across, down)), shape=(len(rows), len(names)))


def stretch_table(examples: Sequence[Example], common: Iterable[str], least: int) -> tuple[Table, list[Stretch]]:
    """Every stretch of every reply, by its marks."""
    known = frozenset(common)
    found = [(at, one) for at, example in enumerate(examples) for one in stretches_of(example.reading, known)]
    rows = [dict.fromkeys(sorted(one.marks), 1.0) for _, one in found]
    owner = [at for at, _ in found]
    return table(rows, owner, [examples[at].writer for at in owner], least), [one for _, one in found]


def stretch_labels(
    examples: Sequence[Example], owner: Sequence[int], seen: Sequence[Stretch], rubric_id: str
) -> tuple[Array, Array]:
    """For each stretch whether it shows `rubric_id`, and whether that is known.

    A stretch shows it where an annotator's quotation lies in it. In a reply that meets the id, the stretches outside
    the quotation are unknown: annotators quote one place, and there may be more.
    """
    import numpy as np

    shows = np.zeros(len(seen), dtype=int)
    known = np.ones(len(seen), dtype=bool)
    for at, (number, stretch) in enumerate(zip(owner, seen, strict=True)):
        example = examples[number]
        if rubric_id == MENTIONED:
            shows[at] = example.mentioned
        elif example.trick:
            known[at] = False
        elif example.met(rubric_id):
            shows[at] = any(_lies_in(quote, stretch) for quote in example.evidence.get(rubric_id, ()))
            known[at] = bool(shows[at])
    return shows, known


def _lies_in(quote: tuple[int, int], stretch: Stretch) -> bool:
    shared = min(quote[1], stretch.end) - max(quote[0], stretch.start)
    shorter = min(quote[1] - quote[0], stretch.end - stretch.start)
    return shared > 0 and (shared >= QUOTED_CHARACTERS or shared >= QUOTED_HALF * shorter)


def fit_marks(values: Array, met: Array, penalty: float) -> tuple[Array, float]:
    """Weights and bias of a logistic regression with one L2 penalty, for many sparse features."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    if len(set(met)) < 2:
        return np.zeros(values.shape[1]), _constant(met)
    model = LogisticRegression(C=1 / penalty, solver="newton-cg", tol=1e-4, max_iter=100)
    model.fit(values, met)
    return np.ravel(model.coef_), float(np.ravel(model.intercept_)[0])


def fit_measures(values: Array, met: Array, penalties: Sequence[float], weights: Array) -> tuple[Array, float]:
    """The same with a penalty for each feature and a weight for each row, for few dense features."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    if len(set(met)) < 2:
        return np.zeros(values.shape[1]), _constant(met)
    scale = 1 / np.sqrt(np.array(penalties))
    model = LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-6, max_iter=100)
    model.fit(values * scale, met, sample_weight=weights)
    return np.ravel(model.coef_) * scale, float(np.ravel(model.intercept_)[0])


def _constant(met: Array) -> float:
    """The bias where all rows are alike: as sure as a rule may be."""
    return odds(float(met[0])) if len(met) else odds(0.0)


def highest(weighed: Array, owner: Array, replies: int) -> Array:
    """For each reply the highest row of its stretches."""
    import numpy as np

    tops = np.full((replies, weighed.shape[1]), -np.inf)
    np.maximum.at(tops, owner, weighed)
    return tops


def held_out(writers: Sequence[str], predict: Callable[[Array, Array], Array]) -> Array:
    """Rows predicted by fits that haven't read their writer: `predict` gets masks of the rows to fit on and to tell."""
    import numpy as np

    who = np.array(writers)
    result: Array | None = None
    for writer in sorted(set(writers)):
        told = predict(who != writer, who == writer)
        if result is None:
            result = np.zeros((len(who), told.shape[1]))
        result[who == writer] = told
    assert result is not None
    return result


def kept_hits(example: Example, dropped: float) -> list[Hit]:
    """The hits without a share `dropped` of them, always the same ones.

    The rules were written beside these replies, so they miss less here than elsewhere; replies with some hits taken
    away teach what to do where a rule is silent.
    """
    return [hit for hit in example.hits if _lot(f"{example.id} {hit.rule} {hit.start}") >= dropped]


def _lot(name: str) -> float:
    return int.from_bytes(sha256(name.encode()).digest()[:4], "big") / 2**32


@dataclass(frozen=True)
class Tops:
    """What a reply has of its stretches: for each id the highest log-odds, and the mean of those of `MENTIONED`."""

    highest: Array
    mentioned: Array


def tops_of(weighed: Array, owner: Array, replies: int, ids: Sequence[str]) -> Tops:
    """The tops of every reply, from the log-odds of all stretches."""
    return Tops(highest(weighed, owner, replies), means(weighed[:, list(ids).index(MENTIONED)], owner, replies))


def means(weighed: Array, owner: Array, replies: int) -> Array:
    """For each reply the mean over its stretches of one column."""
    import numpy as np

    return np.bincount(owner, weighed, replies) / np.maximum(1, np.bincount(owner, minlength=replies))


def reply_rows(
    examples: Sequence[Example], ids: Sequence[str], tops: Tops, hits: Callable[[Example], Iterable[Hit]]
) -> list[dict[str, float]]:
    """The measures of every reply, with the highest log-odds of its stretches."""
    rows: list[dict[str, float]] = []
    for example, top, mean in zip(examples, tops.highest, tops.mentioned, strict=True):
        row = measures(example.reading, list(hits(example)), ids)
        row[MEAN_MENTIONED] = float(mean) / CLAUSE_SHARE
        row |= {f"clause:{name}": float(value) / CLAUSE_SHARE for name, value in zip(ids, top, strict=True)}
        rows.append(row)
    return rows


def rules_alone(examples: Sequence[Example], ids: Sequence[str]) -> Array:
    """The probability of each id by the rules, as `decide` takes it."""
    import numpy as np

    rows: list[list[float]] = []
    for example in examples:
        best = best_hits(example.hits)
        strengths = [best[name].strength if name in best else FLOOR for name in ids]
        rows.append([min(max(one, FLOOR), 1 - FLOOR) for one in strengths])
    return np.array(rows)
