"""How replies move the mood."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.customer import mood as table
from scenarios.customer.mood import EVENTS, move, nudge
from scenarios.model import Mood, Shift
from scoring.rubric import Severity, shipped_rubric

COMPLAINT = shipped_rubric("complaint")
MIDDLE = Mood(anger=50, trust=50, patience=50)


def moved(
    *names: str, events: tuple[str, ...] = (), difficulty: int = 3, start: Mood = MIDDLE, **reactions: Shift
) -> Mood:
    """The mood after a reply with these checks and violations; `reactions` spell a dot as two underscores."""
    return move(
        start,
        rubric=COMPLAINT,
        new_checks=[name for name in names if "." in name],
        violations=[name for name in names if "." not in name],
        events=events,
        difficulty=difficulty,
        reactions={name.replace("__", "."): shift for name, shift in reactions.items()},
    )


def after(shift: Shift) -> Mood:
    return nudge(MIDDLE, shift)


def test_a_reply_that_does_nothing_moves_nothing():
    assert moved() == MIDDLE


@pytest.mark.parametrize(
    ("name", "shift"),
    [
        ("empathy.feeling", table.EMPATHY), ("cause.concrete", table.NEW_KEY_CHECK), ("fix.action", table.NEW_KEY_CHECK),
        ("cause.ownership", table.NEW_CHECK), ("fix.deadline", table.NEW_CHECK), ("compensation.delivery", table.NEW_CHECK),
        ("upsell", table.VIOLATION[Severity.MINOR]), ("blame", table.VIOLATION[Severity.MAJOR]), ("rude", table.VIOLATION[Severity.CRITICAL]),
    ],
)  # fmt: skip
def test_at_difficulty_3_checks_and_violations_move_it_by_the_table(name: str, shift: Shift):
    assert moved(name) == after(shift)


@pytest.mark.parametrize(
    ("event", "shift"),
    [
        ("every_turn", table.EVERY_TURN),
        ("nothing_new", table.NOTHING_NEW),
        ("silence", table.SILENCE),
        ("repeated", table.REPEATED),
        ("taken_back", table.TAKEN_BACK),
        ("probed", table.PROBED),
        ("answered", table.ANSWERED),
        ("dodged", table.DODGED),
        ("went_back", table.WENT_BACK),
        ("template", table.TEMPLATE),
        ("kept_waiting", Shift()),
    ],
)
def test_at_difficulty_3_events_move_it_by_the_table(event: str, shift: Shift):
    assert moved(events=(event,)) == after(shift)


@pytest.mark.parametrize("name", COMPLAINT.check_ids)
def test_every_check_calms_and_convinces(name: str):
    mood = moved(name)
    assert mood.anger < MIDDLE.anger
    assert mood.trust > MIDDLE.trust
    assert mood.patience >= MIDDLE.patience


@pytest.mark.parametrize("name", COMPLAINT.violation_ids)
def test_every_violation_angers_and_costs_trust_and_patience(name: str):
    mood = moved(name)
    assert mood.anger > MIDDLE.anger
    assert mood.trust < MIDDLE.trust
    assert mood.patience < MIDDLE.patience


def test_a_graver_violation_angers_more():
    assert moved("upsell").anger < moved("blame").anger < moved("rude").anger


def test_harder_scenes_calm_down_more_slowly_and_take_offence_faster():
    calmed = [moved("fix.action", difficulty=level).anger for level in range(1, 6)]
    angered = [moved("upsell", difficulty=level).anger for level in range(1, 6)]
    waited = [moved(events=("every_turn",), difficulty=level).patience for level in range(1, 6)]
    assert calmed == sorted(set(calmed))
    assert angered == sorted(set(angered))
    assert waited == sorted(set(waited), reverse=True)


def test_nobody_cools_down_in_one_breath():
    assert moved(*COMPLAINT.check_ids).anger == MIDDLE.anger - table.CALM_MOST


def test_a_scenario_may_react_in_its_own_way():
    mood = moved("blame", "fix.action", events=("nothing_new",), blame=Shift(anger=1), fix__action=Shift(trust=2), nothing_new=Shift(patience=-3))  # fmt: skip
    assert mood == Mood(anger=51, trust=52, patience=47)


def test_a_reaction_of_nothing_at_all_is_a_reaction():
    assert moved("blame", blame=Shift()) == MIDDLE


def test_moods_stay_within_0_and_100():
    furious = Mood(anger=95, trust=5, patience=5)
    assert moved("rude", start=furious) == Mood(anger=100, trust=0, patience=0)
    assert nudge(furious, Shift(anger=-100, trust=100, patience=100)) == Mood(anger=0, trust=100, patience=100)


names = st.lists(st.sampled_from([*COMPLAINT.check_ids, *COMPLAINT.violation_ids]), max_size=12)
points = st.floats(0, 100)


@given(names, st.lists(st.sampled_from(EVENTS)), st.integers(1, 5), points, points, points)
def test_whatever_is_said_the_mood_is_a_mood(
    ids: list[str], events: list[str], difficulty: int, anger: float, trust: float, patience: float
):
    start = Mood(anger=anger, trust=trust, patience=patience)
    mood = moved(*ids, events=tuple(events), difficulty=difficulty, start=start)
    assert all(0 <= value <= 100 for value in (mood.anger, mood.trust, mood.patience))


@given(names, names.filter(bool))
def test_one_more_violation_never_calms(ids: list[str], more: list[str]):
    worse = [name for name in more if "." not in name]
    assert moved(*ids, *worse).anger >= moved(*ids).anger


def test_the_page_for_trainers_tells_the_table_as_it_is():
    page = (Path(__file__).resolve().parents[2] / "docs" / "customer.md").read_text("utf-8")
    for name in EVENTS:
        shift = table.EVENTS_TABLE[name]
        row = next(line for line in page.splitlines() if f"| `{name}` |" in line)
        assert row.endswith(f"| {shift.anger:+g} | {shift.trust:+g} | {shift.patience:+g} |"), name
    for severity, shift in table.VIOLATION.items():
        assert f"| {shift.anger:+g} | {shift.trust:+g} | {shift.patience:+g} |" in page, severity
