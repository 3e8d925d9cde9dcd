"""The learned part: loads a kind's model and weighs the rules' hits with character n-grams of each stretch.

Two steps, both sums of weights in plain Python. First every stretch (a clause) gets log-odds for each id from its
n-grams; a reply has the highest of its stretches. Then the reply's measures (the rules' hits, length, echo of the
customer) and those highest log-odds are weighed to one probability for each id. `scoring/training/train.py` makes the
file; `scoring/README.md` tells how well it does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp
from operator import mul
from pathlib import Path
from struct import unpack
from typing import Any

from scoring.offline.decide import MENTIONED, Opinion
from scoring.offline.features import Stretch, measures, stretches_of
from scoring.offline.hits import Hit
from scoring.offline.reading import Reading
from scoring.sentence import PeilianError, Sentence

MODEL = Path(__file__).with_name("model.json")
MODELS = Path(__file__).with_name("models")
"""One file for each other kind: a drill is of one kind, and reads one."""
TRAINING = Path(__file__).parents[1] / "training"

COMPLAINT = "complaint"
FORMAT = 1
SCALE = 10_000
"""Weights are kept as whole numbers of ten-thousandths: small, and the same on every machine."""

CARRIES = -2.0
"""Log-odds from which a stretch may be quoted for an id."""

CLAUSE_SHARE = 4
"""The highest log-odds of the stretches are divided by this, to stand beside `odds:<id>`."""

MEAN_MENTIONED = f"mean:{MENTIONED}"

_CHECKSUM = '{"checksum": "'
_SPREAD = 30.0
_RAISED = 1 << 20
"""Added to each packed weight, so that none is negative; a stretch has some hundred marks, and 32 bits hold two thousand."""


@dataclass(frozen=True)
class LearnedModel:
    """A loaded model. Weights are rows, one number for each of `ids`, in ten-thousandths.

    A row stays the text that it is in the file until a reply first needs it: that keeps loading short.
    """

    kind: str
    ids: tuple[str, ...]
    used: frozenset[str]
    """Ids that it helped on writers whom it hadn't read; for the others the rules stand alone."""
    common: frozenset[str]
    marks: Mapping[str, str] = field(repr=False)
    marks_bias: Sequence[int] = field(repr=False)
    measures: Mapping[str, str] = field(repr=False)
    measures_bias: Sequence[int] = field(repr=False)
    hash: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    """Hash of each file that it was trained on, by name."""
    rules: str = ""
    """Hash of the rules' code that it was trained with (`rules_hash`)."""
    figures: Mapping[str, Any] = field(default_factory=dict, repr=False)  # a report, read by people only
    _read: dict[str, list[int]] = field(default_factory=dict, repr=False, compare=False)
    _packed: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def opinions(self, reading: Reading, hits: Sequence[Hit]) -> dict[str, Opinion]:
        """The opinion of each id in `used`; none for a kind of scene that it wasn't trained on."""
        if reading.reply.kind != self.kind:
            return {}
        seen = stretches_of(reading, self.common)
        weighed = [self.weigh(one) for one in seen]
        tops = self.tops(weighed)
        logits = self._join(reading, hits, [odds for odds, _ in tops], self._mean_mentioned(weighed))
        opinions: dict[str, Opinion] = {}
        for name, logit, (odds, at) in zip(self.ids, logits, tops, strict=True):
            if name in self.used or name == MENTIONED:
                probability = 1 / (1 + exp(-min(max(logit, -_SPREAD), _SPREAD)))
                place = (seen[at].start, seen[at].end) if odds >= CARRIES else (0, 0)
                opinions[name] = Opinion(probability, *place)
        return opinions

    def weigh(self, stretch: Stretch) -> list[int]:
        """Log-odds of each id in one stretch, in ten-thousandths."""
        # One long number a row, 32 bits an id: a stretch's fifty rows are added in fifty steps, not in a thousand.
        packed, known = self._packed, self.marks
        total = count = 0
        for mark in stretch.marks:
            if mark in known:
                row = packed.get(mark)
                if row is None:
                    row = packed[mark] = _pack(known[mark].split())
                total += row
                count += 1
        width = len(self.ids)
        sums = unpack(f"<{width}I", total.to_bytes(4 * width, "little"))
        return [bias + one - count * _RAISED for bias, one in zip(self.marks_bias, sums, strict=True)]

    def _row(self, name: str) -> list[int]:
        row = self._read.get(name)
        if row is None:
            row = self._read[name] = [int(weight) for weight in self.measures[name].split()]
        return row

    @staticmethod
    def tops(weighed: Iterable[Sequence[int]]) -> list[tuple[float, int]]:
        """For each id the highest log-odds and the number of the first stretch that has them."""
        columns = zip(*weighed, strict=True)
        return [(max(column) / SCALE, column.index(max(column))) for column in columns]

    def _mean_mentioned(self, weighed: Sequence[Sequence[int]]) -> float:
        """The mean log-odds, over the stretches, that they are only mentioned."""
        at = self.ids.index(MENTIONED) if MENTIONED in self.ids else None
        return 0.0 if at is None else sum(one[at] for one in weighed) / len(weighed) / SCALE

    def _join(self, reading: Reading, hits: Sequence[Hit], tops: Sequence[float], mean_mentioned: float) -> list[float]:
        found = measures(reading, hits, self.ids)
        found[MEAN_MENTIONED] = mean_mentioned / CLAUSE_SHARE
        for name, top in zip(self.ids, tops, strict=True):
            found[f"clause:{name}"] = top / CLAUSE_SHARE
        known = [name for name, value in found.items() if value and name in self.measures]
        values = [1.0, *(found[name] for name in known)]
        rows = [self.measures_bias, *(self._row(name) for name in known)]
        return [sum(map(mul, values, column)) / SCALE for column in zip(*rows, strict=True)]


def _pack(weights: Iterable[str]) -> int:
    return int.from_bytes(b"".join((int(one) + _RAISED).to_bytes(4, "little") for one in weights), "little")


def load(path: Path = MODEL, training: Path | None = TRAINING) -> LearnedModel:
    """Read a model file. Raises PeilianError where it is missing, changed, or trained on other data than `training` holds.

    Training files that aren't there (an installed copy may leave them out) are not compared.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise PeilianError(
            f"读不了学习模型 {path.name}：{error.strerror}。只按规则评分。",
            f"The learned model {path.name} can't be read ({error.strerror}). Scoring by rules only.",
        ) from error
    head, _, body = raw.partition(b"\n")
    checksum = hashlib.sha256(body).hexdigest()
    if head.decode("utf-8", "replace") != f'{_CHECKSUM}{checksum}",':
        raise PeilianError(
            f"学习模型 {path.name} 和它的校验和不符，可能被改过。只按规则评分；重新安装，或运行 make train。",
            f"The learned model {path.name} doesn't fit its checksum; it may have been changed. Scoring by rules only. "
            "Install again, or run make train.",
        )
    content = json.loads(raw)
    if content["format"] != FORMAT:
        raise PeilianError(
            f"学习模型 {path.name} 的格式是 {content['format']}，这里读的是 {FORMAT}。只按规则评分。",
            f"The learned model {path.name} has format {content['format']}; this version reads {FORMAT}. "
            "Scoring by rules only.",
        )
    for name, expected in content["data"].items():
        if training is not None and (training / name).exists() and file_hash(training / name) != expected:
            raise PeilianError(
                f"学习模型不是用现在的 {name} 训练的。只按规则评分；运行 make train 重新训练。",
                f"The learned model wasn't trained on {name} as it is now. Scoring by rules only; run make train.",
            )
    return LearnedModel(
        kind=content["kind"],
        ids=tuple(content["ids"]),
        used=frozenset(content["used"]),
        common=frozenset(content["common"]),
        marks=content["marks"],
        marks_bias=content["marks_bias"],
        measures=content["measures"],
        measures_bias=content["measures_bias"],
        hash=checksum,
        data=content["data"],
        rules=content["rules"],
        figures=content["figures"],
    )


def dump(content: Mapping[str, object]) -> bytes:
    """A model file's bytes for `content`: its checksum on the first line, then one line a key, a row of weights a line."""
    lines: list[str] = []
    for key, value in content.items():
        if isinstance(value, dict) and key in ("marks", "measures"):
            rows = ",\n".join(f"{_json(name)}:{_json(row)}" for name, row in value.items())
            lines.append(f"{_json(key)}: {{\n{rows}\n}}")
        else:
            lines.append(f"{_json(key)}: {_json(value)}")
    body = (",\n".join(lines) + "\n}\n").encode()
    return f'{_CHECKSUM}{hashlib.sha256(body).hexdigest()}",\n'.encode() + body


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def file_hash(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def rules_hash() -> str:
    """Changes with any of the offline scorer's code that decides what the rules hit."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*.py")):
        if path.name not in {"learned.py", "decide.py", "scorer.py"}:
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def model_path(kind: str) -> Path:
    """Where the model of a kind is kept, whether it is there or not."""
    return MODEL if kind == COMPLAINT else MODELS / f"{kind}.json"


def model_kinds() -> tuple[str, ...]:
    """The kinds that have a model, complaint first."""
    return (COMPLAINT, *sorted(path.stem for path in MODELS.glob("*.json")))


@lru_cache(maxsize=16)
def shipped(kind: str = COMPLAINT) -> tuple[LearnedModel | None, Sentence | None]:
    """The model that ships for a kind, read once; or None and the sentence that says why the rules score alone.

    A company's own kind has none, which is no reason to say anything.
    """
    path = model_path(kind)
    if kind != COMPLAINT and not path.exists():
        return None, None
    try:
        return load(path), None
    except PeilianError as error:
        return None, error.sentence


def checksums() -> str:
    """Changes with any model that ships. Reads a line of each."""
    return "".join(_first_line(model_path(kind)) for kind in model_kinds())


def _first_line(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.readline(200).decode("ascii", "replace")
    except OSError:
        return ""
