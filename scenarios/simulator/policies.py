"""The made-up trainees: what each says at each turn of a drill. Pure: scenario, seed and turn decide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import count, cycle, islice, zip_longest
from pathlib import Path
from random import Random

from pydantic import TypeAdapter

from scenarios.model import Scenario
from scoring.documents import read_file

_SENTENCE = re.compile("[^。！？]+[。！？]*")
_LINES = Path(__file__).with_name("policies.yaml")


class Policy(StrEnum):
    """A kind of trainee."""

    MODEL = "model"
    DAWDLING = "dawdling"
    COLD = "cold_but_efficient"
    WARM = "warm_but_empty"
    PARROT = "template_parrot"
    RANDOM = "random"
    SILENT = "silent"
    OVER_PROMISING = "over_promising"
    DEFENSIVE = "defensive"


@dataclass(frozen=True, slots=True)
class Script:
    """What a trainee of one policy says in one drill, turn by turn, and what she said in other drills before."""

    replies: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()


def script(policy: Policy, scenario: Scenario, seed: int, library: Sequence[Scenario]) -> Script:
    """The replies of `policy` in `scenario`, as many as it has turns. `library` is where a random talker finds her words."""
    if policy is Policy.PARROT:
        lines = _stock()[policy]
        return Script(_as_many(lines, scenario), lines)
    makers: Mapping[Policy, Callable[[], Iterator[str]]] = {
        Policy.MODEL: lambda: _model(scenario),
        Policy.DAWDLING: lambda: _dawdling(scenario),
        Policy.COLD: lambda: _cold(scenario),
        Policy.RANDOM: lambda: _random(scenario, seed, library),
    }
    if policy in makers:
        return Script(tuple(islice(makers[policy](), scenario.limits.turns)))
    lines = list(_stock()[policy])
    Random(f"{seed}/{policy}").shuffle(lines)
    return Script(_as_many(lines, scenario))


def _model(scenario: Scenario) -> Iterator[str]:
    """The reference conversation, then what the references hold beside it, step by step."""
    yield from scenario.reference_conversation
    for round_ in zip_longest(*scenario.references.values()):
        yield from (text for text in round_ if text is not None)


def _dawdling(scenario: Scenario) -> Iterator[str]:
    """The right words, one sentence at a time with a question in between, and never what the last step asks for."""
    steps = list(scenario.references.values())[:-1]
    questions = cycle(_stock()[Policy.DAWDLING])
    for texts in zip_longest(*steps):
        for text in texts:
            for sentence in _SENTENCE.findall(text or ""):
                yield sentence
                yield next(questions)
    yield from questions


def _cold(scenario: Scenario) -> Iterator[str]:
    """To the point at once, without a word for the person: the references from the back, those of the first step left out."""
    steps = list(scenario.references.values())[1:]
    said = [text for texts in zip_longest(*reversed(steps)) for text in texts if text is not None]
    for n in count():
        yield said[n % len(said)]


def _random(scenario: Scenario, seed: int, library: Sequence[Scenario]) -> Iterator[str]:
    """Sentences that people said in other drills."""
    lines = _said_in(tuple(one.id for one in library if one.id != scenario.id), library)
    random = Random(f"{seed}/{scenario.id}/random")
    while True:
        yield random.choice(lines)


def _said_in(names: tuple[str, ...], library: Sequence[Scenario]) -> list[str]:
    return [
        reply
        for one in library
        if one.id in names
        for golden in one.golden
        if "示范" not in golden.name
        for reply in golden.replies
    ]


def _as_many(lines: Sequence[str], scenario: Scenario) -> tuple[str, ...]:
    return tuple(lines[turn % len(lines)] for turn in range(scenario.limits.turns))


@cache
def _stock() -> dict[Policy, tuple[str, ...]]:
    return TypeAdapter(dict[Policy, tuple[str, ...]]).validate_python(read_file(_LINES)[1].data)
