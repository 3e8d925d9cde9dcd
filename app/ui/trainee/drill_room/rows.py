"""Makes the snapshots of the drill room from session, record and rubric. For jobs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.drills.check_names import short_name
from app.drills.feedback import Remark
from app.drills.session import DrillSession, TurnResult
from app.records.values import DrillRecord, Mode
from app.ui.shared.evidence import VIOLATION, Mark
from app.ui.shared.i18n import said
from app.ui.trainee.drill_room.snapshot import (
    ACT,
    CUSTOMER,
    EVENT,
    HELP,
    MINE,
    TIME,
    CheckView,
    CustomerView,
    EndView,
    Line,
    LookUp,
    RemarkLine,
    Room,
    StandardView,
    State,
    StepInfo,
)
from scenarios.model import Scenario
from scenarios.standards import standards_of
from scoring.authority import in_words
from scoring.rubric import Rubric
from scoring.sentence import Sentence


def room_of(
    session: DrillSession,
    record: DrillRecord,
    *,
    lines: tuple[Line, ...],
    state: State,
    before: State,
    looked_up: Collection[str],
    draft: str,
    attempt: int = 0,
) -> Room:
    """All that the window shows of `session`; `attempt` counts the exams of its scenario, this one included."""
    limits = session.scenario.limits
    room = room_of_scenario(
        session.scenario, session.rubric, lines=lines, state=state, before=before, looked_up=looked_up
    )
    return replace(
        room,
        drill_id=session.drill_id,
        exam=record.summary.mode is Mode.EXAM,
        attempt=attempt,
        exam_seconds=limits.minutes * 60 if session.mode is Mode.EXAM else 0,
        branched_at=session.branch.at if session.branch is not None else 0,
        spent_ms=sum(turn.elapsed_ms for turn in record.turns),
        draft=draft,
        notices=session.notices,
    )


def room_of_scenario(
    scenario: Scenario,
    rubric: Rubric,
    *,
    lines: tuple[Line, ...],
    state: State,
    before: State,
    looked_up: Collection[str],
) -> Room:
    """What the window shows of a scenario, whoever plays it."""
    card, facts = scenario.card, scenario.facts
    return Room(
        drill_id="",
        scenario_id=scenario.id,
        title=scenario.title.sentence,
        stage=str(scenario.stage),
        kind=rubric.name.sentence,
        exam=False,
        customer=CustomerView(
            scenario.persona.name, scenario.persona.about.sentence, card.tier, card.tags, card.history, card.log
        ),
        brief=scenario.brief.sentence,
        known=tuple(fact.text for fact in facts if fact.known_by == "trainee"),
        look_ups=tuple(
            LookUp(fact.id, fact.where, fact.text if fact.id in looked_up else "")
            for fact in facts
            if fact.known_by == "lookup"
        ),
        authority=in_words(scenario.allowed),
        superior=scenario.handover.to if scenario.handover else "",
        steps=steps_of(rubric, scenario.steps_left_out),
        standards=tuple(
            StandardView(one.text.sentence, one.source, one.kind == "rule") for one in standards_of(scenario.standards)
        ),
        lines=lines,
        before=before,
        state=state,
        seconds=scenario.limits.seconds,
    )


def steps_of(rubric: Rubric, left_out: Collection[str]) -> tuple[StepInfo, ...]:
    """The steps that count, each with its place in the rubric."""
    return tuple(
        StepInfo(
            step.id, position, step.name.sentence,
            tuple(
                CheckView(
                    full, short_name(rubric, full), rubric.check(full).name.sentence,
                    rubric.check(full).description.sentence,
                )
                for full in step.check_ids
            ),
        )
        for position, step in enumerate(rubric.steps, 1)
        if step.id not in left_out
    )  # fmt: skip


def customer_line(text: str) -> Line:
    """What the customer says."""
    return Line(CUSTOMER, text)


def event_line(event: Sentence) -> Line:
    """Something happens around the customer."""
    return Line(EVENT, QCoreApplication.translate("DrillRoom", "（{0}）").format(said(event).rstrip("。.")))


def help_line(rung: int) -> Line:
    """A hint was asked for, on its rung."""
    return Line(HELP, QCoreApplication.translate("DrillRoom", "看了提示，第 {0} 级").format(rung))


def branch_line(n: int) -> Line:
    """Where the drill was taken up again."""
    return Line(TIME, QCoreApplication.translate("DrillRoom", "从这里重说，前面照旧。原来那一次也留着。"), n)


def act_line(where: str, text: str) -> Line:
    """Something was looked up."""
    return Line(ACT, QCoreApplication.translate("DrillRoom", "查了{0}：{1}").format(where, text))


def time_line(started: datetime, now: datetime) -> Line:
    """When the drill began."""
    local = started.astimezone(now.tzinfo)
    clock = f"{local:%H:%M}"
    if local.date() == now.date():
        words = QCoreApplication.translate("DrillRoom", "今天 {0}").format(clock)
    else:
        words = QCoreApplication.translate("DrillRoom", "{0} 月 {1} 日 {2}").format(local.month, local.day, clock)
    return Line(TIME, words)


def mine_line(result: TurnResult, remarks: Iterable[Remark], rubric: Rubric, *, again: bool) -> Line:
    """A reply with its evidence and what is said of it."""
    levels = {name: level or 0 for name, level in result.levels.items()}
    lines = tuple(remark_line(one, rubric, levels) for one in remarks)
    return Line(MINE, result.reply, result.n, marks_of(result, rubric), lines, again=again)


def remark_line(remark: Remark, rubric: Rubric, levels: Mapping[str, int]) -> RemarkLine:
    """A remark as it is painted: with its step's seal."""
    if remark.position == VIOLATION:
        return RemarkLine(VIOLATION, "", 0, said(remark.text))
    step = rubric.steps[remark.position - 1]
    return RemarkLine(remark.position, said(step.name.sentence), levels.get(step.id, 0), said(remark.text))


def marks_of(result: TurnResult, rubric: Rubric) -> tuple[Mark, ...]:
    """Evidence of what is credited and of violations; spans of one step that overlap become one."""
    spans: list[Mark] = []
    for position, step in enumerate(rubric.steps, 1):
        own = [
            Mark(
                found.id,
                quote.start,
                quote.end,
                position,
                f"{said(step.name.sentence)}：{said(short_name(rubric, found.id))}",
            )
            for found in result.credited.checks
            if found.id in step.check_ids
            for quote in found.evidence
        ]
        spans += _merged(own)
    names = {one.id: said(one.name.sentence) for one in rubric.violations}
    broken = [
        Mark(found.id, quote.start, quote.end, VIOLATION, names[found.id])
        for found in result.assessment.violations
        for quote in found.evidence
    ]
    return (*spans, *_merged(broken))


def end_of(session: DrillSession) -> EndView | None:
    """How the drill ended."""
    if session.ending is None:
        return None
    return EndView(session.ending.value, session.handover.value if session.handover else "")


def _merged(marks: list[Mark]) -> list[Mark]:
    found: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.start, one.end)):
        if found and mark.start < found[-1].end:
            last = found[-1]
            words = last.words if mark.words in last.words else f"{last.words}，{mark.words}"
            found[-1] = Mark(last.id, last.start, max(last.end, mark.end), last.step, words)
        else:
            found.append(mark)
    return found
