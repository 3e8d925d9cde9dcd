"""Three rungs of help in a practice drill: first a question, then the check that is missing, then an example.

A hint never says more than the rung that was asked for; each is noted in the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from scenarios.model import Scenario
from scoring.progress import Progress
from scoring.rubric import Rubric, Step
from scoring.sentence import Sentence

GOOD_ENOUGH = 2
"""The level from which a step is no longer the first to be asked for."""


class Rung(IntEnum):
    """How much a hint says."""

    QUESTION = 1
    CHECK = 2
    EXAMPLE = 3


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: about which check, on which rung, and its words. No `check`: nothing is missing."""

    rung: Rung
    check: str
    text: Sentence

    @property
    def key(self) -> str:
        """What is kept of it in the record."""
        return f"{self.rung.value}:{self.check}"


NOTHING_MISSING = Hint(
    Rung.QUESTION,
    "",
    Sentence(
        "每一步都说到了。听听客户还在意什么，答她这一句。",
        "Every step has been reached. Listen for what she still minds, and answer that.",
    ),
)


def next_hint(scenario: Scenario, rubric: Rubric, progress: Progress, given: Sequence[str]) -> Hint:
    """The next rung for what is missing now; `given` are the keys of the hints so far, oldest first."""
    target = missing_check(scenario, rubric, progress)
    if target is None:
        return NOTHING_MISSING
    step, check = target
    climbed = max((int(key[0]) for key in given if key[2:] == check), default=0)
    rung = Rung(min(climbed + 1, Rung.EXAMPLE))
    return Hint(rung, check, _words(rung, scenario, rubric, step, check))


def hint_of(scenario: Scenario, rubric: Rubric, key: str) -> Hint:
    """The hint that a record keeps as `key`. Raises KeyError or ValueError for what is none."""
    rung, check = Rung(int(key[0])), key[2:]
    if not check:
        return NOTHING_MISSING
    return Hint(rung, check, _words(rung, scenario, rubric, rubric.step(check.partition(".")[0]), check))


def missing_check(scenario: Scenario, rubric: Rubric, progress: Progress) -> tuple[Step, str] | None:
    """The first step, in the method's order, that isn't good enough (else not whole), and its first missing check, key first."""
    steps = [step for step in rubric.steps if step.id not in scenario.steps_left_out]
    for enough in (GOOD_ENOUGH, 3):
        for step in steps:
            if (progress.levels[step.id] or 0) < enough:
                missing = [f"{step.id}.{check.id}" for check in step.checks]
                missing = [name for name in missing if name not in progress.met]
                if missing:
                    return step, next((name for name in missing if name == step.key_id), missing[0])
    return None


def _words(rung: Rung, scenario: Scenario, rubric: Rubric, step: Step, check: str) -> Sentence:
    names = "→".join(one.name.zh for one in rubric.steps if one.id not in scenario.steps_left_out)
    english = " → ".join(one.name.en for one in rubric.steps if one.id not in scenario.steps_left_out)
    told = rubric.check(check)
    if rung is Rung.QUESTION:
        return Sentence(
            f"按顺序想一想：{names}，到现在哪一步还没说到她心里？她上一句问的又是什么？",
            f"Go through them in order: {english}. Which hasn't reached her yet? And what did she ask last?",
        )
    if rung is Rung.CHECK:
        place = next(
            (fact.where for fact in scenario.facts if fact.known_by == "lookup" and fact.settles == step.id), ""
        )
        return Sentence(
            f"还差“{step.name.zh}”里的“{told.name.zh}”：{told.description.zh}"
            + (f"在“{place}”里查得到。" if place else ""),
            f"Missing in {step.name.en}: {told.name.en}. {told.description.en}"
            + (f" Look into 「{place}」." if place else ""),
        )
    references = scenario.references.get(step.id, ())
    if references:
        return Sentence(f"可以这样说：“{references[0]}”", f"You could say (in Chinese): “{references[0]}”")
    return Sentence(f"比如：“{told.example.strong}”", f"For instance (in Chinese): “{told.example.strong}”")
