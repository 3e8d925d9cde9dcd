"""Drills in the records for tests of pages, written without playing them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.records.room import open_records, utc_now
from app.records.values import (
    Act,
    Document,
    DocumentKind,
    DrillEnd,
    Figures,
    Mode,
    NewDrill,
    Person,
    StoredScorecard,
    TurnOutcome,
)
from scoring.sentence import Sentence

LEVELS = {"empathy": 3, "cause": 1, "fix": 2, "compensation": 0}
MOOD = {"anger": 80, "trust": 20, "patience": 40}


def add_drill(
    folder,
    person: Person,
    scenario: str = "slow-response",
    *,
    total: float | None = 72,
    levels: Mapping[str, int | None] = LEVELS,
    title: str = "报了两天没人理",
    ending: str = "settled",
    at: datetime | None = None,
) -> str:
    """One drill of `person`; with `total` None it stays open after one reply. Returns its id."""
    with open_records(folder, network=False, clock=lambda: at or utc_now()) as records:
        desk = records.asked_by(person)
        record = desk.begin_drill(
            NewDrill(
                scenario=Document(f"s-{scenario}", DocumentKind.SCENARIO, scenario, ""),
                scenario_id=scenario, title=Sentence(title, title), rubric=Document("r", DocumentKind.RUBRIC, "r", ""),
                rubric_kind="complaint", scorer="test", seed=1, opening="喂？", state={"mood": MOOD}, mode=Mode.PRACTICE,
            )
        )  # fmt: skip
        desk.add_reply(record.id, n=1, act=Act.REPLY, text="您好", elapsed_ms=0)
        desk.finish_turn(record.id, 1, TurnOutcome(None, {"mood": MOOD}, MOOD, "你们到底管不管？"))
        if total is not None:
            points = [{"id": "cause.verified", "met": False}, {"id": "cause.concrete", "met": True}]
            card = StoredScorecard(Figures(total, total >= 80, False, levels), {"points": points}, "test")
            desk.end_drill(record.id, DrillEnd(ending, card))
        return record.id


def add_comment(folder, author: Person, drill_id: str) -> None:
    """Something that a supervisor says about its first turn."""
    with open_records(folder, network=False) as records:
        records.asked_by(author).comment(drill_id, 1, "先说一句她等了多久。")
