"""How sure a check by example is of itself: each example is judged by what the others teach."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from scoring.sentence import Sentence


class Level(Enum):
    """In words."""

    GOOD = Sentence("可靠", "reliable")
    FAIR = Sentence("一般", "fair")
    POOR = Sentence("不可靠，再加例子", "not reliable; add examples")


_GOOD = 0.85
_FAIR = 0.65


@dataclass(frozen=True, slots=True)
class Sureness:
    """`right` of `of` examples are judged as the trainer did when they are left out and judged by the others.

    `strays` are the ones that are not: the first to look at, or to add to.
    """

    right: int
    of: int
    strays: tuple[str, ...]

    @property
    def estimate(self) -> float:
        """Share of replies that will be judged as the trainer would, 0–1; nearer to a half the fewer examples there are."""
        return (self.right + 1) / (self.of + 2)

    @property
    def certainty(self) -> float:
        """How far the estimate is above guessing: what every probability of the check is held back by. Never quite 0,
        so that likelier still stays likelier."""
        return max(0.1, 2 * self.estimate - 1)

    @property
    def level(self) -> Level:
        """The estimate in words."""
        if self.estimate >= _GOOD:
            return Level.GOOD
        return Level.FAIR if self.estimate >= _FAIR else Level.POOR

    @property
    def sentence(self) -> Sentence:
        """For the trainer: the level, the figure, and what it rests on."""
        level, percent = self.level.value, round(100 * self.estimate)
        return Sentence(
            f"{level.zh}（估计每 100 条判对 {percent} 条：逐条藏起一个例子来猜，{self.of} 条里猜对 {self.right} 条）",
            f"{level.en} (about {percent} in 100 judged right: with each example hidden in turn, {self.right} of {self.of} were guessed)",
        )
