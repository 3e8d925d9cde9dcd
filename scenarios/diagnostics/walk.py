"""Walks over the parts of a scenario that several diagnostics look at, each with its path in the file."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.conditions import Condition
from scenarios.model import Scenario
from scoring.documents import Path_
from scoring.rubric import Bilingual


def conditions(scenario: Scenario) -> Iterator[tuple[Path_, Condition]]:
    """Every condition."""
    for index, beat in enumerate(scenario.beats):
        yield ("beats", index, "when"), beat.condition
        if beat.answered is not None:
            yield ("beats", index, "asks"), beat.answered
    for name in ("settled", "escalated", "left", "timed_out"):
        ending = getattr(scenario.endings, name)
        if ending is not None:
            yield ("endings", name, "when"), ending.condition
    if scenario.handover is not None:
        yield ("handover", "right"), scenario.handover.right_condition
        if scenario.handover.late_condition is not None:
            yield ("handover", "late"), scenario.handover.late_condition


def wordings(scenario: Scenario) -> Iterator[tuple[Path_, tuple[str, ...]]]:
    """Every list of wordings that the customer chooses from."""
    yield ("opening",), scenario.opening
    if scenario.after is not None:
        for ending, outcome in scenario.after.outcomes.items():
            yield ("after", "outcomes", ending.value, "opening"), outcome.opening
    for index, beat in enumerate(scenario.beats):
        yield ("beats", index, "say"), beat.say
    for name in ("settled", "escalated", "left", "timed_out"):
        ending = getattr(scenario.endings, name)
        if ending is not None:
            yield ("endings", name, "say"), ending.say
    if scenario.handover is not None:
        for judged, say in scenario.handover.say.items():
            yield ("handover", "say", judged.value), say


def beat_references(scenario: Scenario) -> Iterator[tuple[Path_, str]]:
    """Every place that names a beat to go to."""
    for key in ("first", "interrupts", "fallback"):
        for index, name in enumerate(getattr(scenario, key)):
            yield (key, index), name
    for at, beat in enumerate(scenario.beats):
        for index, name in enumerate(beat.next):
            yield ("beats", at, "next", index), name


def reachable(scenario: Scenario) -> set[str]:
    """Ids of the beats that some path leads to, conditions left aside."""
    todo = [*scenario.first, *scenario.interrupts, *scenario.fallback]
    seen: set[str] = set()
    while todo:
        name = todo.pop()
        beat = scenario.beat.get(name)
        if name not in seen and beat is not None:
            seen.add(name)
            todo += beat.next
    return seen


def reference_texts(scenario: Scenario) -> Iterator[tuple[Path_, str]]:
    """Every reference reply, and each reply of the reference conversation."""
    for step_id, texts in scenario.references.items():
        for index, text in enumerate(texts):
            yield ("references", step_id, index), text
    for index, text in enumerate(scenario.reference_conversation):
        yield ("reference_conversation", index), text


def bilinguals(scenario: Scenario) -> Iterator[tuple[Path_, Bilingual]]:
    """Everything that is written in both languages."""
    yield ("title",), scenario.title
    yield ("brief",), scenario.brief
    yield ("persona", "about"), scenario.persona.about
    for index, beat in enumerate(scenario.beats):
        if beat.event is not None:
            yield ("beats", index, "event"), beat.event


def about_people(scenario: Scenario) -> Iterator[tuple[Path_, str]]:
    """Every text that tells of a person or a home."""
    persona, card = scenario.persona, scenario.card
    yield ("persona", "name"), persona.name
    yield ("persona", "manner"), persona.manner
    yield ("persona", "about", "zh"), persona.about.zh
    yield ("brief", "zh"), scenario.brief.zh
    for key in ("tags", "history", "log"):
        for index, text in enumerate(getattr(card, key)):
            yield ("card", key, index), text
    for index, fact in enumerate(scenario.facts):
        yield ("facts", index, "text"), fact.text
    for path, say in wordings(scenario):
        for index, text in enumerate(say):
            yield (*path, index), text
