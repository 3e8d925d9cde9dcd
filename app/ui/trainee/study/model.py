"""The scenario's own model conversation, played once in a job and made ready to look at turn by turn."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.drills.feedback import Coach, examples_of
from app.drills.session import TurnResult
from app.ui.trainee.drill_room.play import quick, scorer
from app.ui.trainee.drill_room.rows import customer_line, event_line, mine_line, room_of_scenario
from app.ui.trainee.drill_room.snapshot import EndView, Line, Room, State, Turn
from scenarios.model import EndingKind, Mood, Scenario
from scenarios.reader import read_scenario
from scenarios.rehearsal import Rehearsal, rehearse
from scoring.progress import progress
from scoring.rubric import Rubric, shipped_rubric
from scoring.sentence import PeilianError

SEED = 1


@dataclass(frozen=True, slots=True)
class Study:
    """The room as it opens, and each turn as it comes."""

    room: Room
    turns: tuple[Turn, ...]


def study_of(path: Path) -> Study:
    """Play the reference conversation of a scenario file. Raises PeilianError where there is none to play."""
    with quick():
        scenario = read_scenario(path).playable
        if scenario is None:
            raise PeilianError("这个场景有错误，看不了示范。", "This scenario has errors; its model can't be shown.")
        if not scenario.reference_conversation:
            raise PeilianError(
                "这个场景没有写示范对话，可以直接练。", "This scenario has no model conversation; practise it instead."
            )
        rubric = shipped_rubric(scenario.kind)
        played = rehearse(scenario, scenario.reference_conversation, SEED, scorer())
        return Study(_room(scenario, rubric, played), tuple(_turns(scenario, rubric, played)))


def _room(scenario: Scenario, rubric: Rubric, played: Rehearsal) -> Room:
    # What can be looked up is open from the start: whoever spoke here had looked.
    known = {fact.id for fact in scenario.facts if fact.known_by == "lookup"}
    state = _state(scenario, rubric, played, 0)
    lines = (customer_line(played.lines[0]),)
    return room_of_scenario(scenario, rubric, lines=lines, state=state, before=state, looked_up=known)


def _turns(scenario: Scenario, rubric: Rubric, played: Rehearsal) -> list[Turn]:
    coach = Coach(rubric, scenario, examples_of(scenario, scorer()))
    found: list[Turn] = []
    looked_up = {fact.id for fact in scenario.facts if fact.known_by == "lookup"}
    for count, credited in enumerate(played.credited, 1):
        now = progress(rubric, played.credited[:count], scenario.steps_left_out)
        line = played.lines[count] if count < len(played.lines) else ""
        last = count == len(played.credited)
        result = TurnResult(
            n=count, customer=played.lines[count - 1], reply=credited.text, assessment=credited.assessment,
            credited=credited, mood=played.states[count].mood, levels=now.levels, line=line,
            ending=played.ending if last else None, scorecard=played.scorecard if last else None,
        )  # fmt: skip
        remarks = coach.remarks(result, frozenset(now.met), looked_up)
        rows: list[Line] = [mine_line(result, remarks, rubric, again=False)]
        beat = scenario.beat.get(played.states[count].beat)
        if beat is not None and beat.event is not None and played.states[count].played[-1:] == (beat.id,):
            rows.append(event_line(beat.event.sentence))
        if line:
            rows.append(customer_line(line))
        found.append(Turn(tuple(rows), _state(scenario, rubric, played, count)))
    return found


def _state(scenario: Scenario, rubric: Rubric, played: Rehearsal, count: int) -> State:
    now = progress(rubric, played.credited[:count], scenario.steps_left_out)
    mood: Mood = played.states[count].mood
    over = count == len(played.credited) and played.ending is not EndingKind.BROKEN_OFF
    return State(
        levels={name: level for name, level in now.levels.items() if level is not None},
        met=frozenset(now.met), anger=mood.anger, trust=mood.trust,
        end=EndView(played.ending.value) if over else None,
    )  # fmt: skip
