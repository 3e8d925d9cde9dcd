"""How a reply moves the customer's mood: a small table that a trainer can read and a scenario may override.

Every entry adds points (0–100 scales). Harder scenarios calm down more slowly and lose patience faster.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scenarios.model import Mood, Shift
from scoring.rubric import Rubric, Severity

NEW_CHECK = Shift(anger=-5, trust=5)
NEW_KEY_CHECK = Shift(anger=-8, trust=8)
EMPATHY = Shift(anger=-8, trust=4, patience=3)
"""A check of a step without key check (empathy): it calms more than it convinces."""
NOTHING_NEW = Shift(anger=6, trust=-3, patience=-12)
"""The reply met nothing that wasn't met before, and broke no rule."""
EVERY_TURN = Shift(patience=-4)
REPEATED = Shift(anger=8, trust=-6, patience=-14)
"""The trainee said the same again."""
TAKEN_BACK = Shift(anger=15, trust=-15)
SILENCE = Shift(anger=5, trust=-9)
"""Beside NOTHING_NEW: hardly a word (「嗯」「好的」) to someone who waits for an answer."""
PROBED = Shift(patience=3)
"""A good question was asked."""
ANSWERED = Shift(trust=2, patience=2)
"""What she asked for came."""
DODGED = Shift(anger=3, trust=-2, patience=-4)
"""Something came, but not what she asked for."""
WENT_BACK = Shift(anger=10, trust=-12, patience=-6)
"""Less, or later, than was promised before."""
TEMPLATE = Shift(anger=4, trust=-8, patience=-8)
"""Words that the trainee says to everybody (at least 0.8 alike, by character 4-grams, to a reply in another drill)."""
VIOLATION: dict[Severity, Shift] = {
    Severity.MINOR: Shift(anger=10, trust=-8, patience=-8),
    Severity.MAJOR: Shift(anger=20, trust=-15, patience=-15),
    Severity.CRITICAL: Shift(anger=45, trust=-40, patience=-40),
}

CALM_MOST = 16.0
"""Points of anger that one reply can take away at difficulty 3: nobody cools down in one breath."""

OPEN_STEP = 12.0
"""Points of anger that stay for each step of the rubric that isn't met yet: what she called for is still open."""

EVENTS_TABLE: dict[str, Shift] = {
    "every_turn": EVERY_TURN,
    "nothing_new": NOTHING_NEW,
    "silence": SILENCE,
    "repeated": REPEATED,
    "taken_back": TAKEN_BACK,
    "probed": PROBED,
    "answered": ANSWERED,
    "dodged": DODGED,
    "went_back": WENT_BACK,
    "template": TEMPLATE,
    "kept_waiting": Shift(),
}

EVENTS = tuple(EVENTS_TABLE)
"""Names, beside check and violation ids, under which a scenario's `reactions` override the table."""

_EASIER = {1: 1.35, 2: 1.15, 3: 1.0, 4: 0.85, 5: 0.7}


def move(
    mood: Mood,
    *,
    rubric: Rubric,
    new_checks: Iterable[str],
    violations: Iterable[str],
    events: Iterable[str],
    difficulty: int,
    reactions: Mapping[str, Shift],
    open_steps: int = 0,
) -> Mood:
    """The mood after one reply. `new_checks` are the credited checks that no earlier reply had met; `open_steps` how many
    steps haven't reached level 2 yet.
    """
    ease = _EASIER[difficulty]
    anger, trust, patience = 0.0, mood.trust, mood.patience
    shifts = [reactions.get(name) or _for_check(rubric, name) for name in new_checks]
    shifts += [reactions.get(name) or VIOLATION[rubric.severity[name]] for name in violations]
    shifts += [reactions.get(name) or EVENTS_TABLE[name] for name in events]
    for shift in shifts:
        anger += shift.anger * (ease if shift.anger < 0 else 1 / ease)
        trust += shift.trust * (ease if shift.trust > 0 else 1 / ease)
        patience += shift.patience * (ease if shift.patience > 0 else 1 / ease)
    calmed = mood.anger + max(anger, -CALM_MOST * ease)
    anger = max(calmed, min(mood.anger, OPEN_STEP * open_steps))
    return Mood(anger=_bounded(anger), trust=_bounded(trust), patience=_bounded(patience))


def nudge(mood: Mood, shift: Shift) -> Mood:
    """The mood after a beat's own change."""
    return Mood(
        anger=_bounded(mood.anger + shift.anger),
        trust=_bounded(mood.trust + shift.trust),
        patience=_bounded(mood.patience + shift.patience),
    )


def _for_check(rubric: Rubric, name: str) -> Shift:
    step = rubric.step(name.partition(".")[0])
    if step.key is None:
        return EMPATHY
    return NEW_KEY_CHECK if name == step.key_id else NEW_CHECK


def _bounded(value: float) -> float:
    return round(min(100.0, max(0.0, value)), 1)
