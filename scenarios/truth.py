"""What a scenario settles about cause and loss, and what a reply to it is read against, in scoring's terms."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.model import Scenario
from scoring.crediting import Settled, Truth
from scoring.reply import Reply
from scoring.rubric import Rubric, shipped_kinds, shipped_rubric
from scoring.scorecard import Terms


def truth_of(scenario: Scenario) -> Truth:
    """The facts that settle the cause, the loss, or what another step is about; several that settle the same are alternatives."""
    rubric = shipped_rubric(scenario.kind) if scenario.kind in shipped_kinds() else None
    return Truth(
        cause=_settled(scenario, "cause"),
        loss=_settled(scenario, "loss"),
        keys=tuple(_keys(scenario, rubric)) if rubric is not None else (),
        particular=rubric.particular_ids if rubric is not None else frozenset(),
    )


def _keys(scenario: Scenario, rubric: Rubric) -> Iterator[tuple[str, Settled]]:
    for step in rubric.steps:
        settled = _settled(scenario, step.id) if step.id != "cause" else None
        if settled is not None and step.key_id is not None:
            yield step.key_id, settled


def terms_of(scenario: Scenario) -> Terms:
    """Weights, steps left out and pass mark."""
    return Terms(scenario.weights, frozenset(scenario.steps_left_out), scenario.pass_mark)


def reply_to(scenario: Scenario, text: str, customer: tuple[str, ...], said: tuple[str, ...]) -> Reply:
    """`text` as a reply in this scenario, after what both have said so far (oldest first)."""
    card = scenario.card
    return Reply(
        text=text,
        customer=customer,
        said=said,
        kind=scenario.kind,
        scene=scenario.brief.zh,
        facts=(*(fact.text for fact in scenario.facts), *card.log, *card.history, *card.tags),
        authority=scenario.allowed,
    )


def _settled(scenario: Scenario, what: str) -> Settled | None:
    facts = [fact for fact in scenario.facts if fact.settles == what]
    if not facts:
        return None
    return Settled(
        agree=tuple(_group(entry) for fact in facts for entry in fact.agree),
        contradict=tuple(_group(entry) for fact in facts for entry in fact.contradict),
    )


def _group(entry: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in entry.split("+") if word.strip())
