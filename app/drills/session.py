"""DrillSession: one drill. Text in, assessment and the customer's next line out; every word durable before it counts.

A reply is committed as `unscored` on Enter; its assessment, the customer's state and line follow in one transaction.
So a killed process loses nothing: `resume` assesses a waiting reply first and gives the same answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from app.drills.hints import Hint, hint_of, next_hint
from app.records.desk import Desk
from app.records.values import (
    Act,
    Branch,
    Document,
    DocumentKind,
    DrillEnd,
    DrillRecord,
    Mode,
    NewDrill,
    StoredScorecard,
    TurnOutcome,
    TurnRecord,
    TurnStatus,
)
from app.text import clean_text
from scenarios.customer.protocol import Circumstances, Customer, CustomerState, Response
from scenarios.customer.scripted import ScriptedCustomer
from scenarios.model import EndingKind, Fact, Handover, Mood, Scenario
from scenarios.reader import ScenarioFile, parse_scenario
from scenarios.truth import reply_to, terms_of, truth_of
from scoring.crediting import CreditedReply, credit
from scoring.progress import Progress, progress
from scoring.reply import ReplyAssessment, Scorer
from scoring.rubric import Rubric, parse_rubric, shipped_rubric
from scoring.scorecard import Scorecard, scorecard
from scoring.sentence import PeilianError, Sentence
from scoring.similarity import is_template

MAX_REPLY = 20_000
"""Characters of one reply. Nobody says more to a customer in one breath."""


class NoReplyError(PeilianError):
    """A text that can't be a reply; it was not recorded, and whoever typed it still has it."""


@dataclass(frozen=True, slots=True)
class TurnResult:
    """What one reply led to. `line` is the customer's next line (her last one where `ending` is given)."""

    n: int
    customer: str
    reply: str
    assessment: ReplyAssessment
    credited: CreditedReply
    mood: Mood
    levels: Mapping[str, int | None]
    line: str
    ending: EndingKind | None
    scorecard: Scorecard | None
    event: Sentence | None = None
    """What happened around the customer before she said `line`."""


def exam_seed(scenario_id: str) -> int:
    """The seed of every exam of a scenario: all candidates meet the same customer."""
    return int.from_bytes(hashlib.sha256(scenario_id.encode()).digest()[:4], "big")


class DrillSession:
    """One drill of the person whose desk it is. Begin with `start`, `resume` or `rewind`."""

    def __init__(self, desk: Desk, record: DrillRecord, scenario: Scenario, rubric: Rubric, scorer: Scorer) -> None:
        self._desk = desk
        self._record = record
        self.scenario = scenario
        self.rubric = rubric
        self._scorer = scorer
        self._truth = truth_of(scenario)
        self._customer: Customer = ScriptedCustomer(scenario, rubric, record.seed)
        self._state = CustomerState.from_data(record.first_state)
        self._results: list[TurnResult] = []
        self._line = record.opening
        self._said_to_her: list[str] = [record.opening]
        self._next_n = 1
        self._elapsed_ms = 0
        self._hints: list[str] = []
        self._event: Sentence | None = None
        self._scorecard: Scorecard | None = None
        self.ending: EndingKind | None = None
        self.handover: Handover | None = None
        self.notices: tuple[Sentence, ...] = ()

    @classmethod
    def start(
        cls, desk: Desk, file: ScenarioFile, scorer: Scorer, *, seed: int, mode: Mode = Mode.PRACTICE
    ) -> DrillSession:
        """Begin a drill of `file`, frozen as it is now; an exam with the seed of all exams of that scenario.

        A drill that follows another one opens by how this person's latest drill of that one ended. Raises PeilianError where
        the file has errors.
        """
        scenario = file.playable
        if scenario is None:
            raise PeilianError("这个场景有错误，不能演练。", "This scenario has errors and can't be played.")
        rubric = shipped_rubric(scenario.kind)
        if mode is Mode.EXAM:
            seed = exam_seed(scenario.id)
        opened = ScriptedCustomer(scenario, rubric, seed).open(_ending_before(desk, scenario))
        record = desk.begin_drill(NewDrill(
            scenario=Document(file.hash, DocumentKind.SCENARIO, scenario.id, file.text),
            scenario_id=scenario.id,
            title=scenario.title.sentence,
            rubric=Document(rubric.hash, DocumentKind.RUBRIC, rubric.kind, rubric.text),
            rubric_kind=rubric.kind,
            scorer=scorer.version,
            seed=seed,
            opening=opened.line,
            state=opened.state.to_data(),
            mode=mode,
        ))  # fmt: skip
        return cls(desk, record, scenario, rubric, scorer)

    @classmethod
    def resume(cls, desk: Desk, drill_id: str, scorer: Scorer) -> DrillSession:
        """Go on with a drill where it stopped, on the scenario and the rubric that it began with.

        A reply that was written and not yet assessed is assessed first.
        """
        record = desk.drill(drill_id)
        scenario = frozen_scenario(desk.document(record.scenario_hash).source)
        rubric = frozen_rubric(desk.document(record.rubric_hash).source, record.rubric_kind)
        session = cls(desk, record, scenario, rubric, scorer)
        session._replay(record)
        return session

    @classmethod
    def rewind(cls, desk: Desk, drill_id: str, n: int, scorer: Scorer) -> DrillSession:
        """Take a practice drill up again before turn `n`: a drill of its own, with the same turns up to there.

        What was said before stays as it is; where it is still open, it is broken off. Raises PeilianError for an exam, and
        where there is no such turn.
        """
        old = cls.resume(desk, drill_id, scorer)
        record = desk.drill(drill_id)
        if record.summary.mode is Mode.EXAM:
            raise PeilianError("考试不能回退重说。", "An exam can't be rewound.")
        if not any(turn.n == n and turn.act is Act.REPLY for turn in record.turns):
            raise PeilianError("没有这一句可以重说。", "There is no such reply to say again.")
        if old.ending is None:
            old.break_off()
        scenario, rubric = old.scenario, old.rubric
        branched = desk.begin_drill(NewDrill(
            scenario=desk.document(record.scenario_hash),
            scenario_id=scenario.id,
            title=scenario.title.sentence,
            rubric=desk.document(record.rubric_hash),
            rubric_kind=rubric.kind,
            scorer=scorer.version,
            seed=record.seed,
            opening=record.opening,
            state=record.first_state,
            branch=Branch(drill_id, n),
        ))  # fmt: skip
        session = cls(desk, branched, scenario, rubric, scorer)
        session._replay(branched)
        return session

    @property
    def drill_id(self) -> str:
        """The drill's public id."""
        return self._record.id

    @property
    def seed(self) -> int:
        """The seed it is played with."""
        return self._record.seed

    @property
    def mode(self) -> Mode:
        """How it is played."""
        return self._record.summary.mode

    @property
    def branch(self) -> Branch | None:
        """Where it was taken up from another drill, if it was."""
        return self._record.summary.branch

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The hints that were given, oldest first."""
        return tuple(hint_of(self.scenario, self.rubric, key) for key in self._hints)

    @property
    def seconds_left(self) -> float | None:
        """Seconds until an exam's time is over, by what was recorded so far; None in practice."""
        if self.mode is not Mode.EXAM:
            return None
        return max(0.0, self.scenario.limits.minutes * 60 - self._elapsed_ms / 1000)

    @property
    def templates(self) -> tuple[int, ...]:
        """The turns in which the trainee said what she says in other drills, too."""
        return self._state.templates

    @property
    def event(self) -> Sentence | None:
        """What happened around the customer just before she spoke last."""
        return self._event

    @property
    def line(self) -> str:
        """What the customer said last."""
        return self._line

    @property
    def mood(self) -> Mood:
        """What the customer feels now."""
        return self._state.mood

    @property
    def results(self) -> tuple[TurnResult, ...]:
        """The replies so far, oldest first."""
        return tuple(self._results)

    @property
    def progress(self) -> Progress:
        """Which checks are met so far, and the levels."""
        return progress(self.rubric, self._credited(), self.scenario.steps_left_out)

    @property
    def scorecard(self) -> Scorecard | None:
        """The scorecard, once the drill has ended."""
        return self._scorecard

    def reply(self, text: str, elapsed_ms: int = 0) -> TurnResult:
        """Say `text` to the customer; `elapsed_ms` is how long she waited for it.

        Raises NoReplyError for a text that can't be a reply, PeilianError where it can't be recorded or the drill is over.
        """
        self._demand_open()
        cleaned = clean_text(text).text
        if not cleaned.strip():
            raise NoReplyError(
                "还没有写内容，客户还在等您说话。", "There is nothing in it; the customer is still waiting."
            )
        if len(cleaned) > MAX_REPLY:
            raise NoReplyError(
                f"这条回复有 {len(cleaned)} 个字，超过 {MAX_REPLY} 个字，没有发出；请缩短后再发。",
                f"This reply has {len(cleaned)} characters, over {MAX_REPLY}, and was not sent; shorten it and send again.",
            )
        n = self._next_n
        self._desk.add_reply(self.drill_id, n=n, act=Act.REPLY, text=cleaned, elapsed_ms=elapsed_ms)
        return self._answer(n, cleaned, elapsed_ms)

    def hint(self) -> Hint:
        """The next rung of help, noted in the record. Raises PeilianError in an exam and after the end."""
        self._demand_open()
        if self.mode is Mode.EXAM:
            raise PeilianError("考试没有提示。", "There are no hints in an exam.")
        found = next_hint(self.scenario, self.rubric, self.progress, self._hints)
        if found.key not in self._hints:
            n = self._next_n
            self._desk.add_reply(self.drill_id, n=n, act=Act.HINT, text=found.key, elapsed_ms=0)
            self._note_hint(n, found.key)
        return found

    def time_out(self) -> Scorecard:
        """End an exam whose time is over while nothing was said: scored as far as it went."""
        self._demand_open()
        return self._end_between(EndingKind.TIMED_OUT)

    def look_up(self, fact_id: str) -> Fact:
        """Look up a fact where the scenario keeps it: a recorded act. Raises PeilianError where there is none such."""
        self._demand_open()
        found = next((fact for fact in self.scenario.facts if fact.id == fact_id and fact.known_by == "lookup"), None)
        if found is None:
            raise PeilianError("这里没有可查的这一条。", "There is no such thing to look up here.")
        if fact_id not in self._state.looked_up:
            n = self._next_n
            self._desk.add_reply(self.drill_id, n=n, act=Act.LOOK_UP, text=fact_id, elapsed_ms=0)
            self._look(n, fact_id)
        return found

    def hand_over(self) -> Scorecard:
        """Hand the case over to a superior: a recorded act that ends the drill, judged by the scenario's ladder."""
        self._demand_open()
        n = self._next_n
        self._desk.add_reply(self.drill_id, n=n, act=Act.HAND_OVER, text=self._handover_to(), elapsed_ms=0)
        return self._pass_on(n)

    def break_off(self) -> Scorecard:
        """End the drill before its ending: scored as far as it went, never passed."""
        self._demand_open()
        return self._end_between(EndingKind.BROKEN_OFF)

    def _end_between(self, ending: EndingKind) -> Scorecard:
        card = self._card(Response("", self._state, ending), self._credited())
        stored = StoredScorecard.of(card, self._scorer.version)
        self._desk.end_drill(self.drill_id, DrillEnd(ending.value, stored))
        self.ending, self._scorecard = ending, card
        return card

    def _handover_to(self) -> str:
        return self.scenario.handover.to if self.scenario.handover else ""

    def _answer(self, n: int, text: str, elapsed_ms: int) -> TurnResult:
        """Assess the recorded reply `n`, let the customer answer, and commit both at once."""
        said = tuple(result.reply for result in self._results)
        assessment = self._scorer.assess(reply_to(self.scenario, text, tuple(self._said_to_her), said))
        credited = credit(n, text, assessment, self._truth, template=is_template(text, self._elsewhere))
        replies = (*self._credited(), credited)
        self._elapsed_ms += elapsed_ms
        response = self._customer.respond(self._state, replies, Circumstances(elapsed_ms))
        if response.ending is None and self.seconds_left == 0:
            response = self._customer.time_out(response.state)
        card = None if response.ending is None else self._card(response, replies)
        self._desk.finish_turn(self.drill_id, n, self._outcome(response, assessment, card))
        return self._take(n, text, assessment, response, card)

    def _take(
        self, n: int, text: str, assessment: ReplyAssessment, response: Response, card: Scorecard | None
    ) -> TurnResult:
        """Take a turn whose outcome is committed into the session."""
        credited = credit(n, text, assessment, self._truth, template=n in response.state.templates)
        levels = progress(self.rubric, (*self._credited(), credited), self.scenario.steps_left_out).levels
        result = TurnResult(
            n=n, customer=self._line, reply=text, assessment=assessment, credited=credited, mood=response.state.mood,
            levels=levels, line=response.line, ending=response.ending, scorecard=card, event=response.event,
        )  # fmt: skip
        self._results.append(result)
        self._advance(n, response, card)
        return result

    def _look(self, n: int, fact_id: str) -> None:
        state = replace(self._state, looked_up=(*self._state.looked_up, fact_id))
        response = Response("", state)
        self._desk.finish_turn(self.drill_id, n, self._outcome(response, None, None))
        self._advance(n, response, None)

    def _note_hint(self, n: int, key: str) -> None:
        self._hints.append(key)
        self._desk.finish_turn(self.drill_id, n, self._outcome(Response("", self._state), None, None))
        self._next_n = n + 1

    def _pass_on(self, n: int) -> Scorecard:
        response = self._customer.hand_over(self._state, self._credited())
        card = self._card(response, self._credited())
        self._desk.finish_turn(self.drill_id, n, self._outcome(response, None, card))
        self._advance(n, response, card)
        return card

    def _advance(self, n: int, response: Response, card: Scorecard | None) -> None:
        self._state = response.state
        self._next_n = n + 1
        self._event = response.event
        if response.line:
            self._line = response.line
            self._said_to_her.append(response.line)
        if response.ending is not None:
            self.ending, self.handover, self._scorecard = response.ending, response.handover, card

    def _outcome(self, response: Response, assessment: ReplyAssessment | None, card: Scorecard | None) -> TurnOutcome:
        end = None
        if response.ending is not None and card is not None:
            stored = StoredScorecard.of(card, self._scorer.version)
            end = DrillEnd(response.ending.value, stored, response.handover.value if response.handover else None)
        state = response.state
        return TurnOutcome(assessment, state.to_data(), state.mood.model_dump(), response.line or None, end)

    def _card(self, response: Response, replies: tuple[CreditedReply, ...]) -> Scorecard:
        ending = response.ending.value if response.ending else ""
        if response.handover is not None:
            ending = f"{ending}:{response.handover.value}"
        return scorecard(self.rubric, replies, terms_of(self.scenario), ending)

    @cached_property
    def _elsewhere(self) -> tuple[str, ...]:
        return self._desk.said_elsewhere(self.drill_id)

    def _credited(self) -> tuple[CreditedReply, ...]:
        return tuple(result.credited for result in self._results)

    def _demand_open(self) -> None:
        if self.ending is not None:
            raise PeilianError("这次演练已经结束；可以再开一次。", "This drill has ended; begin another one.")

    def _replay(self, record: DrillRecord) -> None:
        """Take the stored turns as they were decided then; only a waiting one is decided now."""
        for turn in record.turns:
            if turn.status is TurnStatus.SCORED:
                self._restore(turn)
        waiting = record.waiting
        if waiting is not None:
            self._decide(waiting)
        if record.summary.ending is not None and self.ending is None:
            self._restore_ending(record)
        if record.scorer != self._scorer.version:
            self.notices += (Sentence(
                "这次演练开始之后评分器更新过；之前的回复保留当时的评分，接下来的用新的评分。",
                "The scorer was updated after this drill began: earlier replies keep their scores, the next get the new one.",
            ),)  # fmt: skip

    def _restore(self, turn: TurnRecord) -> None:
        state = CustomerState.from_data(turn.state) if turn.state is not None else self._state
        self._elapsed_ms += turn.elapsed_ms
        if turn.act is Act.HINT:
            self._hints.append(turn.text)
        response = Response(turn.reply or "", state, event=self._event_of(state) if turn.reply else None)
        if turn.act is Act.REPLY and turn.assessment is not None:
            self._take(turn.n, turn.text, turn.assessment, response, None)
        else:
            self._advance(turn.n, response, None)

    def _event_of(self, state: CustomerState) -> Sentence | None:
        beat = self.scenario.beat.get(state.beat) if state.played and state.played[-1] == state.beat else None
        return beat.event.sentence if beat is not None and beat.event is not None else None

    def _decide(self, turn: TurnRecord) -> None:
        if turn.act is Act.REPLY:
            self._answer(turn.n, turn.text, turn.elapsed_ms)
        elif turn.act is Act.LOOK_UP:
            self._look(turn.n, turn.text)
        elif turn.act is Act.HINT:
            self._note_hint(turn.n, turn.text)
        else:
            self._pass_on(turn.n)

    def _restore_ending(self, record: DrillRecord) -> None:
        self.ending = EndingKind(record.summary.ending)
        self.handover = Handover(record.handover) if record.handover else None
        self._scorecard = self._card(Response("", self._state, self.ending, self.handover), self._credited())
        if self._results:
            self._results[-1] = replace(self._results[-1], ending=self.ending, scorecard=self._scorecard)


def _ending_before(desk: Desk, scenario: Scenario) -> EndingKind | None:
    if scenario.after is None:
        return None
    ending = desk.last_ending(scenario.after.drill)
    return EndingKind(ending) if ending in tuple(EndingKind) else None


@lru_cache(maxsize=64)
def frozen_scenario(source: str) -> Scenario:
    """The scenario that a drill keeps, from its text. Raises PeilianError where this version can't read it."""
    scenario = parse_scenario(source).scenario
    if scenario is None:
        raise PeilianError(
            "这次演练用的场景是旧格式，这一版读不了，没法接着练；评过的回复都还在记录里。",
            "This drill's scenario has a form that this version can't read, so it can't go on; its record is kept.",
        )
    return scenario


@lru_cache(maxsize=16)
def frozen_rubric(source: str, kind: str) -> Rubric:
    """The rubric that a drill keeps, from its text. Raises PeilianError where this version can't read it."""
    return parse_rubric(source, kind)
