"""A rubric's checks that are told by examples, as a learned part of the offline scorer."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.by_example.reader import ExampleReader
from scoring.offline.decide import Learned, Opinion
from scoring.offline.hits import Hit
from scoring.offline.reading import Reading
from scoring.rubric import Rubric


class LearnedByExample:
    """The `learned` part and, beside it, an opinion of each check that `rubric` tells by examples.

    By words alone: a scorer gives the same on every machine.
    """

    def __init__(self, learned: Learned | None, rubric: Rubric) -> None:
        self._learned = learned
        self._readers = {check.id: ExampleReader(check) for check in rubric.by_example}
        self._hash = f"{learned.hash if learned else ''}+{rubric.hash}"

    @property
    def hash(self) -> str:
        """Changes with the learned part and with the rubric."""
        return self._hash

    def opinions(self, reading: Reading, hits: Sequence[Hit]) -> dict[str, Opinion]:
        """The learned part's opinions, and one of each check by example."""
        found = dict(self._learned.opinions(reading, hits)) if self._learned is not None else {}
        for name, reader in self._readers.items():
            verdict = reader.judge_reading(reading)
            at = (verdict.evidence.start, verdict.evidence.end) if verdict.evidence is not None else (0, 0)
            found[name] = Opinion(verdict.probability, *at)
        return found
