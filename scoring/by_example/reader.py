"""Reads a check that is told by examples: which words of a reply meet it, and how sure that is.

The examples are the rows of a ridge regression: strong ones say 1, weak ones −1, and some ordinary clauses
(`background.yaml`) −1 with little weight. Two rows are as like as the marks that they share. Sums, products and quotients
in a fixed order, so the figures are the same on every machine; an embedding, where it is asked for, isn't held to that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, fsum, sqrt
from operator import mul
from pathlib import Path

from scoring.by_example.check import ExampleCheck
from scoring.by_example.meaning import Meaning, Vector
from scoring.by_example.ridge import ridge
from scoring.by_example.sureness import Sureness
from scoring.by_example.windows import GROUP, Window, whole, windows
from scoring.documents import read_file
from scoring.evidence import Evidence
from scoring.offline.reading import Reading, read
from scoring.reply import Finding, Reply

_BACKGROUND = Path(__file__).with_name("background.yaml")


@dataclass(frozen=True, slots=True)
class Settings:
    """What counts how much. Chosen on seven made-up checks; `python -m tests.scoring.by_example --parts` measures each."""

    grams: tuple[float, float, float] = (4.0, 2.0, 1.0)
    """Worth of a shared n-gram of 1, 2 and 3 characters."""
    group: float = 16.0
    """Worth of a shared group of words."""
    meaning: float = 300.0
    """Worth of the same meaning (a cosine of 1), where there is an embedding."""
    ordinary: float = 0.3
    """Weight of all ordinary clauses together; all strong and all weak examples have 1 each."""
    description: float = 0.0
    """Weight of the description as one more strong example. It tells what to do and doesn't do it: it cost more than it gave."""
    mood: float = 0.4
    """Taken off for each mood in which no strong example speaks."""


USUAL = Settings()

_STIFFNESS = 3.0
"""How little a single example may say: between 1 and 10 it hardly matters."""
_LINE = -0.4
"""The score from which most checks are met."""
_OWN_LINE = 0.3
"""How far a check's own examples draw that line to the middle between them."""
_STEEPNESS = 5.0
"""Log-odds of one point beyond the line, for a check that is wholly certain."""
_SUREST = 0.95
_QUOTED = 3
"""Moods more that quoted words count for: they are somebody else's."""
_CANDIDATES = 2
"""Windows of one reply that the embedding is asked about."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The likeliest words of one reply, and how likely it is that they meet the check. No words: an empty reply."""

    evidence: Evidence | None
    probability: float

    @property
    def met(self) -> bool:
        """Whether the check is met."""
        return self.evidence is not None and self.probability >= 0.5


@dataclass(frozen=True, slots=True)
class _Row:
    window: Window
    answer: float
    weight: float
    vector: Vector


class ExampleReader:
    """A check learned from its examples. Learning takes some hundredths of a second, reading a reply a thousandth."""

    def __init__(self, check: ExampleCheck, meaning: Meaning | None = None, settings: Settings = USUAL) -> None:
        """Learn `check`; with `meaning` an embedding has its say too."""
        self._check = check
        self._settings = settings
        self._meaning = meaning
        self._middle: Vector = ()
        rows = self._rows()
        self._learn(rows)

    @property
    def sureness(self) -> Sureness:
        """How well each example is told by what the others teach."""
        return self._sureness

    def read(self, reply: Reply) -> Finding | None:
        """The finding with its quotation where the reply meets the check, else None."""
        verdict = self.judge(reply)
        if verdict.evidence is None or not verdict.met:
            return None
        return Finding(self._check.id, (verdict.evidence,), verdict.probability)

    def judge(self, reply: Reply) -> Verdict:
        """The likeliest words and how sure they are, met or not."""
        return self.judge_reading(read(reply))

    def judge_reading(self, reading: Reading) -> Verdict:
        """The same for a reply that was read already."""
        text = reading.reply.text
        if not text.strip():
            return Verdict(None, round(1 - _SUREST, 4))
        score, best = self._best(reading)
        return Verdict(Evidence.cut(self._check.id, text, best.start, best.end), self._probability(score))

    def _best(self, reading: Reading) -> tuple[float, Window]:
        scored = sorted(((self._score(one), one) for one in windows(reading)), key=lambda pair: -pair[0])
        if self._meaning is None:
            return scored[0]
        likely = scored[:_CANDIDATES]
        vectors = self._vectors([reading.text[one.start : one.end] for _, one in likely])
        return max(
            (
                (score + _dot(self._direction, vector), one)
                for (score, one), vector in zip(likely, vectors, strict=True)
            ),
            key=lambda pair: pair[0],
        )

    def _score(self, window: Window) -> float:
        # A set's order differs from run to run; this sum is the same in any order.
        worth = fsum(self._worth[mark] for mark in window.marks if mark in self._worth)
        return self._base + worth - self._settings.mood * _strangeness(window.moods - self._moods)

    def _probability(self, score: float) -> float:
        odds = _STEEPNESS * self._sureness.certainty * (score - self._line)
        probability = 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
        return round(max(1 - _SUREST, min(_SUREST, probability)), 4)

    def _rows(self) -> list[_Row]:
        check, settings = self._check, self._settings
        told = [(text, 1.0, 1 / len(check.strong)) for text in check.strong]
        told += [(text, -1.0, 1 / len(check.weak)) for text in check.weak]
        ordinary = _ordinary()
        told += [(text, -1.0, settings.ordinary / len(ordinary)) for text in ordinary]
        if settings.description:
            told.append((check.description, 1.0, settings.description / len(check.strong)))
        vectors: Sequence[Vector] = [()] * len(told)
        if self._meaning is not None:
            own = [text for text, _, _ in told if text not in ordinary]
            of_text = dict(zip(own, self._meaning.vectors(own), strict=True)) | _ordinary_vectors(self._meaning)
            raw = [of_text[text] for text, _, _ in told]
            self._middle = tuple(sum(column) / len(raw) for column in zip(*raw, strict=True))
            vectors = [_centred(vector, self._middle) for vector in raw]
        return [
            _Row(whole(read(Reply(text))), answer, weight, vector)
            for (text, answer, weight), vector in zip(told, vectors, strict=True)
        ]

    def _learn(self, rows: Sequence[_Row]) -> None:
        half = [[self._likeness(one, other) for other in rows[: at + 1]] for at, one in enumerate(rows)]
        likeness = [[half[max(a, b)][min(a, b)] for b in range(len(rows))] for a in range(len(rows))]
        solution = ridge(likeness, [row.answer for row in rows], [_STIFFNESS / row.weight for row in rows])
        self._base = solution.base
        worth: dict[str, float] = defaultdict(float)
        for row, share in zip(rows, solution.shares, strict=True):
            for mark in row.window.marks:
                worth[mark] += share * self._mark_worth(mark)
        self._worth = dict(worth)
        self._direction: Vector = tuple(
            self._settings.meaning * sum(map(mul, solution.shares, column))
            for column in zip(*(row.vector for row in rows), strict=True)
        )
        self._examine(rows, solution.left_out)

    def _examine(self, rows: Sequence[_Row], left_out: Sequence[float]) -> None:
        """Draw the line between met and not met, and see on which side of it each example falls when it is left out."""
        check = self._check
        texts = (*check.strong, *check.weak)
        spoken = [row.window.moods for row in rows[: len(check.strong)]]
        self._moods = frozenset[str]().union(*spoken)
        scores: list[float] = []
        for at in range(len(texts)):
            others = frozenset[str]().union(*(moods for number, moods in enumerate(spoken) if number != at))
            scores.append(left_out[at] - self._settings.mood * _strangeness(rows[at].window.moods - others))
        strong, weak = scores[: len(check.strong)], scores[len(check.strong) :]
        middle = (sum(strong) / len(strong) + sum(weak) / len(weak)) / 2
        self._line = (1 - _OWN_LINE) * _LINE + _OWN_LINE * middle
        right = [score >= self._line for score in strong] + [score < self._line for score in weak]
        strays = tuple(text for text, good in zip(texts, right, strict=True) if not good)
        self._sureness = Sureness(sum(right), len(right), strays)

    def _likeness(self, one: _Row, other: _Row) -> float:
        shared = sum(map(self._mark_worth, one.window.marks & other.window.marks))
        return shared + self._settings.meaning * _dot(one.vector, other.vector)

    def _mark_worth(self, mark: str) -> float:
        return self._settings.group if mark.startswith(GROUP) else self._settings.grams[len(mark) - 1]

    def _vectors(self, texts: Sequence[str]) -> list[Vector]:
        assert self._meaning is not None
        return [_centred(vector, self._middle) for vector in self._meaning.vectors(texts)]


def _strangeness(moods: Collection[str]) -> int:
    return len(moods) + (_QUOTED if "quoted" in moods else 0)


def _centred(vector: Vector, middle: Vector) -> Vector:
    """The direction from the middle: raw cosines of such embeddings all lie between 0.7 and 1."""
    moved = [one - other for one, other in zip(vector, middle, strict=True)]
    length = sqrt(sum(map(mul, moved, moved))) or 1.0
    return tuple(one / length for one in moved)


def _dot(one: Iterable[float], other: Iterable[float]) -> float:
    return sum(map(mul, one, other))


@lru_cache(maxsize=1)
def _ordinary() -> tuple[str, ...]:
    data = read_file(_BACKGROUND)[1].data
    assert isinstance(data, list)
    return tuple(map(str, data))


@lru_cache(maxsize=1)
def _ordinary_vectors(meaning: Meaning) -> dict[str, Vector]:
    return dict(zip(_ordinary(), meaning.vectors(_ordinary()), strict=True))
