"""Looks back on a drill: everything that a scorecard shows, from what the records keep. Pure: no window, no scorer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.drills.advice import best_of, next_of
from app.drills.hints import hint_of
from app.drills.reviewed import (
    VIOLATION,
    About,
    CheckReview,
    CheckState,
    DrillReview,
    Feeling,
    NotPassed,
    OrderReview,
    Span,
    StepReview,
    Sums,
    TurnReview,
    ViolationReview,
)
from app.drills.session import frozen_rubric, frozen_scenario
from app.records.values import Act, DrillRecord, DrillStatus, DrillSummary, TurnRecord, TurnStatus
from scenarios.case import case_of
from scenarios.customer.protocol import CustomerState
from scenarios.model import Scenario
from scenarios.truth import terms_of, truth_of
from scoring.crediting import CreditedReply, credit
from scoring.evidence import Evidence
from scoring.explaining import explanations
from scoring.progress import Fate
from scoring.quoting import Quoted, quotations, seen
from scoring.rubric import TOP_LEVEL, Rubric, Severity, Step, shipped_kinds, shipped_rubric
from scoring.scorecard import CRITICAL_CAP, FULL, PASSING_ENDINGS, SURE, CheckPoint, Scorecard, scorecard
from scoring.sentence import Sentence
from scoring.spans import sentence_around

_STATES = {
    Fate.MET: CheckState.MET,
    Fate.WITHHELD: CheckState.WITHHELD,
    Fate.TAKEN_BACK: CheckState.APART,
    Fate.REPLACED: CheckState.APART,
    Fate.APART: CheckState.APART,
    Fate.MISSING: CheckState.MISSING,
}


def review(record: DrillRecord, scenario_source: str, rubric_source: str) -> DrillReview:
    """Look back on a drill. Raises PeilianError where this version can't read its scenario or rubric."""
    scenario = frozen_scenario(scenario_source)
    rubric = _rubric(rubric_source, record.rubric_kind)
    return _Reviewing(record, scenario, rubric).whole()


def about(summary: DrillSummary, handover: str | None = None) -> About:
    """What the drill of a summary was."""
    return About(
        drill_id=summary.id, person=summary.person, scenario_id=summary.scenario_id, title=summary.title,
        mode=summary.mode, started=summary.started, ended=summary.ended, over=summary.status is DrillStatus.ENDED,
        ending=summary.ending or "", handover=handover or "",
    )  # fmt: skip


def named_steps(levels: Mapping[str, int | None]) -> tuple[StepReview, ...]:
    """Levels by step with the names that a shipped rubric has for them; their ids where none has those steps."""
    names: dict[str, Sentence] = {}
    for kind in shipped_kinds():
        steps = shipped_rubric(kind).steps
        if [step.id for step in steps] == list(levels):
            names = {step.id: step.name.sentence for step in steps}
    return tuple(
        StepReview(name, position, names.get(name, Sentence(name, name)), level)
        for position, (name, level) in enumerate(levels.items(), 1)
    )


def _rubric(source: str, kind: str) -> Rubric:
    # Reading YAML takes a tenth of a second; the rubric in use has been read already.
    if kind in shipped_kinds() and shipped_rubric(kind).text == source:
        return shipped_rubric(kind)
    return frozen_rubric(source, kind)


class _Reviewing:
    """Puts a review together; one use."""

    def __init__(self, record: DrillRecord, scenario: Scenario, rubric: Rubric) -> None:
        self.record, self.scenario, self.rubric = record, scenario, rubric
        self.about = about(record.summary, record.handover)
        truth = truth_of(scenario)
        templates = CustomerState.from_data(record.state).templates
        self.replies = tuple(
            credit(turn.n, turn.text, turn.assessment, truth, template=turn.n in templates)
            for turn in record.turns
            if turn.act is Act.REPLY and turn.assessment is not None
        )
        self.terms = terms_of(scenario)
        self.card = scorecard(rubric, self.replies, self.terms, self._ending())
        self.positions = {step.id: number for number, step in enumerate(rubric.steps, 1)}
        self.points = {point.id: point for point in self.card.points}
        self.counted = {point.id for point in self.card.points if point.met}
        self.explained = explanations(rubric, self.card, self.replies, case_of(scenario))

    def whole(self) -> DrillReview:
        figures = self.record.scorecard.figures if self.record.scorecard else None
        levels = self.card.levels if figures is None else figures.levels
        total = self.card.total if figures is None else figures.total
        passed = self.card.passed if figures is None else figures.passed
        steps = tuple(self._step(step, levels.get(step.id)) for step in self.rubric.steps)
        violations = tuple(self._violations())
        pass_mark = self.rubric.pass_mark if self.terms.pass_mark is None else self.terms.pass_mark
        return DrillReview(
            about=self.about, stage=str(self.scenario.stage), kind=self.rubric.name.sentence,
            customer=self.scenario.persona.name, elapsed_ms=sum(turn.elapsed_ms for turn in self.record.turns),
            turns=tuple(self._turns()), last_line=self._last_line(), last_feeling=self._feelings()[-1],
            steps=tuple(step for step in steps if step.level is not None), violations=violations,
            order=tuple(self._order()), sums=self._sums(total), passed=passed, pass_mark=pass_mark,
            why_not=() if passed or not self.about.over else tuple(self._why_not(total, pass_mark)),
            reasons=self.card.review_reasons,
            best=best_of(self.card, self.replies),
            following=next_of(self.rubric, self.card, self.terms),
            rescored=figures is not None and abs(figures.total - self.card.total) > 0.01,
        )  # fmt: skip

    def _ending(self) -> str:
        return f"{self.about.ending}:{self.about.handover}" if self.about.handover else self.about.ending

    def _turns(self) -> Iterable[TurnReview]:
        feelings = self._feelings()
        credited = {reply.n: reply for reply in self.replies}
        missing = self._missing()
        answered = ""
        event: Sentence | None = None
        for turn, feeling in zip(self.record.turns, feelings, strict=False):
            text, where = self._said(turn)
            # Looking something up leaves her line standing; it isn't said twice.
            customer = "" if turn.customer == answered else turn.customer
            answered = turn.customer if turn.act in (Act.LOOK_UP, Act.HINT) else ""
            spans = self._spans(credited[turn.n]) if turn.n in credited else ()
            yield TurnReview(
                turn.n, turn.act, customer, feeling, text, where, spans, missing.get(turn.n, ()),
                turn.status is TurnStatus.SCORED, event if customer else None,
            )  # fmt: skip
            event = self._event(turn) or (event if turn.act in (Act.LOOK_UP, Act.HINT) and not customer else None)

    def _event(self, turn: TurnRecord) -> Sentence | None:
        """What happened before she answered `turn`."""
        if turn.state is None or not turn.reply:
            return None
        state = CustomerState.from_data(turn.state)
        beat = self.scenario.beat.get(state.beat) if state.played[-1:] == (state.beat,) else None
        return beat.event.sentence if beat is not None and beat.event is not None else None

    def _said(self, turn: TurnRecord) -> tuple[str, str]:
        if turn.act is Act.HINT:
            hint = hint_of(self.scenario, self.rubric, turn.text)
            return hint.text.zh, str(hint.rung.value)
        if turn.act is Act.LOOK_UP:
            fact = next((one for one in self.scenario.facts if one.id == turn.text), None)
            return (fact.text, fact.where) if fact else (turn.text, "")
        return turn.text, ""

    def _feelings(self) -> list[Feeling]:
        """Her mood at each line: one more than there are turns."""
        mood = CustomerState.from_data(self.record.first_state).mood
        found = [Feeling(mood.anger, mood.trust)]
        for turn in self.record.turns:
            now = turn.mood or {}
            anger, trust = now.get("anger"), now.get("trust")
            known = isinstance(anger, int | float) and isinstance(trust, int | float)
            found.append(Feeling(float(anger), float(trust)) if known else found[-1])  # type: ignore[arg-type]  # known
        if self.about.ending == "settled":
            found[-1] = replace(found[-1], settled=True)
        return found

    def _spans(self, reply: CreditedReply) -> tuple[Span, ...]:
        """What is painted: the words that made a check count, where they first did, and every violation."""
        found = []
        for point in self.card.points:
            if point.met and point.turn == reply.n:
                step = self.positions[point.id.partition(".")[0]]
                name = self.rubric.check(point.id).name.sentence
                # Whoever insults somebody isn't shown that as a thing done well.
                found += [Span(point.id, one.start, one.end, step, name) for one in quotations(reply, point.evidence)]
        names = {one.id: one.name.sentence for one in self.rubric.violations}
        for finding in reply.violations:
            name = names.get(finding.id, Sentence(finding.id, finding.id))
            found += [Span(finding.id, one.start, one.end, VIOLATION, name) for one in finding.evidence]
        return tuple(found)

    def _missing(self) -> dict[int, tuple[str, ...]]:
        """For the turn that holds most of a step that was begun and isn't whole: the checks that it lacks."""
        found: dict[int, tuple[str, ...]] = {}
        for step in self.rubric.steps:
            turns = [point.turn for name in step.check_ids if (point := self.points.get(name)) and point.met]
            lacks = tuple(name for name in step.check_ids if name in self.points and name not in self.counted)
            if turns and lacks:
                most = max(turns, key=lambda turn: (turns.count(turn), turn or 0))
                if most is not None:
                    found[most] = (*found.get(most, ()), *lacks)
        return found

    def _step(self, step: Step, level: int | None) -> StepReview:
        if level is None:
            return StepReview(step.id, self.positions[step.id], step.name.sentence, None)
        checks = tuple(self._check(self.points[name]) for name in step.check_ids if name in self.points)
        turns = {check.id: check.turn for check in checks}
        said: dict[tuple[int, str], None] = {}
        for reply in self.replies:
            for finding in reply.assessment.checks:
                if turns.get(finding.id) == reply.n:
                    for one in finding.evidence:
                        said[reply.n, sentence_around(reply.text, one.start, one.end).strip()] = None
        references = self.scenario.references.get(step.id, ())
        return StepReview(step.id, self.positions[step.id], step.name.sentence, level, checks, tuple(said), references)

    def _check(self, point: CheckPoint) -> CheckReview:
        check = self.rubric.check(point.id)
        quotes = tuple(one.text for one in self._quotes(point))
        doubtful = point.fate in (Fate.MET, Fate.MISSING) and (point.probability or 1) < SURE
        return CheckReview(
            point.id, check.name.sentence, _STATES[point.fate], point.turn, quotes, self.explained[point.id],
            check.example.strong, point.probability if doubtful else None,
        )  # fmt: skip

    def _quotes(self, point: CheckPoint) -> tuple[Quoted, ...]:
        reply = next((one for one in self.replies if one.n == point.turn), None)
        if reply is None:
            return ()
        said: tuple[Evidence, ...] = point.evidence or tuple(
            quote for one in reply.assessment.checks if one.id == point.id for quote in one.evidence
        )
        return quotations(reply, said)

    def _violations(self) -> Iterable[ViolationReview]:
        known = {one.id: one for one in self.rubric.violations}
        for one in self.card.violations:
            about = known[one.id]
            yield ViolationReview(
                one.id, about.name.sentence, about.description.sentence, about.severity is Severity.CRITICAL, one.sure,
                one.turns, tuple(dict.fromkeys(seen(quote.quote) for quote in one.evidence)), one.cost, about.example.weak,
            )  # fmt: skip

    def _order(self) -> Iterable[OrderReview]:
        for one in self.card.order_breaks:
            names = [self.rubric.step(name).name.sentence for name in (one.step, one.predecessor)]
            yield OrderReview(names[0], names[1], one.turn, one.cost)

    def _sums(self, total: float) -> Sums:
        card = self.card
        return Sums(
            steps_points(self.rubric, card, self.terms.weights), card.order_cost, card.violation_cost,
            CRITICAL_CAP if card.cap < FULL else None, total,
        )  # fmt: skip

    def _why_not(self, total: float, pass_mark: float) -> Iterable[NotPassed]:
        if any(self.rubric.severity[one.id] is Severity.CRITICAL for one in self.card.violations):
            yield NotPassed.CRITICAL
        if total < pass_mark:
            yield NotPassed.TOTAL
        if self._ending() not in PASSING_ENDINGS:
            yield NotPassed.ENDING

    def _last_line(self) -> str:
        if not self.record.turns or not self.about.over:
            return ""
        return self.record.turns[-1].reply or ""


def steps_points(rubric: Rubric, card: Scorecard, weights: Mapping[str, float]) -> float:
    """What the steps alone bring, before order and violations."""
    counted = [
        (weights.get(step.id, step.weight), level)
        for step in rubric.steps
        if (level := card.levels[step.id]) is not None
    ]
    return FULL * sum(weight * level / TOP_LEVEL for weight, level in counted) / sum(weight for weight, _ in counted)
