"""The scripted customer: moves through the scenario's tree by what a free reply did, with no network and no chance.

Choices come from (seed, turn, beat), never from a running stream, so a resumed drill is the same drill.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from random import Random

from scenarios.conditions import Situation
from scenarios.customer import manners
from scenarios.customer.listening import events, promises
from scenarios.customer.mood import move, nudge
from scenarios.customer.protocol import NOTHING_ELSE, Circumstances, CustomerState, Response
from scenarios.model import Beat, EndingKind, Handover, Mood, Scenario
from scoring.crediting import CreditedReply
from scoring.progress import Progress, progress
from scoring.rubric import Rubric

OPENING = "opening"
SLOT = re.compile(r"\{(time|amount|owner|action)\}")


class ScriptedCustomer:
    """Plays one scenario with one seed."""

    def __init__(self, scenario: Scenario, rubric: Rubric, seed: int) -> None:
        self._scenario = scenario
        self._rubric = rubric
        self._seed = seed

    @cached_property
    def _own_words(self) -> frozenset[str]:
        """Events that a beat of the scenario asks for."""
        return frozenset(
            name.name for beat in self._scenario.beats for name in beat.condition.names if name.kind == "now"
        )

    def open(self, after: EndingKind | None = None) -> Response:
        """The opening line, worded by the seed, and by the ending of the drill that this one follows."""
        chain = self._scenario.after
        outcome = chain.outcomes.get(after) if chain is not None and after is not None else None
        mood = outcome.mood if outcome is not None and outcome.mood is not None else self._scenario.mood
        state = CustomerState(mood=mood, after=after.value if after is not None and chain is not None else "")
        line, state = self._speak(state, OPENING, outcome.opening if outcome is not None else self._scenario.opening)
        return Response(line, state)

    def respond(
        self, state: CustomerState, replies: tuple[CreditedReply, ...], circumstances: Circumstances = NOTHING_ELSE
    ) -> Response:
        """Answer the newest reply: mood first, then an ending, then an interruption, the beat's own sequel, a fallback."""
        newest = replies[-1]
        before = progress(self._rubric, replies[:-1], self._scenario.steps_left_out)
        now = progress(self._rubric, replies, self._scenario.steps_left_out)
        happened = self._happened(state, before, now, replies, circumstances)
        state = replace(
            state,
            turn=len(replies),
            mood=self._moved(state.mood, before, now, newest, happened),
            particulars={**state.particulars, **newest.assessment.particulars},
            promised=promises(state.promised, newest),
            templates=(*state.templates, newest.n) if newest.template else state.templates,
        )
        situation = self._situation(state, now, replies, happened)
        ending = self._ending(situation, state)
        if ending is not None:
            return self._end(state, ending)
        stock = manners.reaction(self._scenario.persona.temper, happened, state.played, self._own_words)
        if stock is not None and not _hurts(self._scenario, newest):
            # Her own question stays open: the beat in which she asked it is still the last one.
            line, state = self._speak(state, stock.name, stock.say)
            return Response(self._cutting_in(line, newest, state), replace(state, played=(*state.played, stock.name)))
        beat = self._next_beat(state, situation)
        if beat is None:
            # Everything that the script knows is said: nobody listens on for ever.
            return self._end(state, EndingKind.TIMED_OUT)
        line, state = self._speak(state, beat.id, beat.say)
        state = replace(
            state,
            beat=beat.id,
            played=(*state.played, beat.id),
            mood=nudge(state.mood, beat.mood),
            told=tuple(dict.fromkeys((*state.told, *beat.tells))),
        )
        event = beat.event.sentence if beat.event is not None else None
        return Response(self._cutting_in(line, newest, state), state, event=event)

    def time_out(self, state: CustomerState) -> Response:
        """Her last words where the time of an exam is over."""
        return self._end(state, EndingKind.TIMED_OUT)

    def hand_over(self, state: CustomerState, replies: tuple[CreditedReply, ...]) -> Response:
        """React to the hand-over. A scenario without a ladder takes any hand-over as early: it was the trainee's case."""
        before = progress(self._rubric, replies[:-1], self._scenario.steps_left_out)
        now = progress(self._rubric, replies, self._scenario.steps_left_out)
        happened = self._happened(state, before, now, replies, NOTHING_ELSE) if replies else []
        situation = self._situation(state, now, replies, happened)
        rule = self._scenario.handover
        if rule is None:
            return Response("", state, EndingKind.HANDED_OVER, Handover.EARLY)
        if rule.late_condition is not None and rule.late_condition.holds(situation):
            judged = Handover.LATE
        else:
            judged = Handover.RIGHT if rule.right_condition.holds(situation) else Handover.EARLY
        line, state = self._speak(state, f"handover_{judged.value}", rule.say.get(judged, ()))
        return Response(line, state, EndingKind.HANDED_OVER, judged)

    def _happened(
        self,
        state: CustomerState,
        before: Progress,
        now: Progress,
        replies: tuple[CreditedReply, ...],
        circumstances: Circumstances,
    ) -> list[str]:
        happened = events(self._scenario, state, before, now, replies, circumstances)
        beat = self._scenario.beat.get(state.beat)
        newest = replies[-1]
        if beat is not None and beat.answered is not None and not newest.violations:
            # What answers her is for the author to say where `asks` is given.
            if beat.answered.holds(self._situation(state, now, replies, happened)):
                happened.append("answered")
            elif "nothing_new" not in happened and "repeated" not in happened and "probed" not in happened:
                happened.append("dodged")
        return happened

    def _moved(
        self, mood: Mood, before: Progress, now: Progress, newest: CreditedReply, happened: Iterable[str]
    ) -> Mood:
        new_checks = [name for name in now.met if name not in before.met]
        return move(
            mood, rubric=self._rubric, new_checks=new_checks, violations=newest.assessment.violation_ids,
            events=("every_turn", *happened), difficulty=self._scenario.difficulty, reactions=self._scenario.reactions,
            open_steps=sum(level is not None and level < 2 for level in now.levels.values()),
        )  # fmt: skip

    def _situation(
        self, state: CustomerState, now: Progress, replies: tuple[CreditedReply, ...], happened: Iterable[str] = ()
    ) -> Situation:
        newest = replies[-1] if replies else None
        violated = {one for reply in replies for one in reply.assessment.violation_ids}
        fresh = {*(one.id for one in newest.checks), *newest.assessment.violation_ids} if newest else set[str]()
        fresh.update(happened)
        if newest:
            fresh.update(f"withheld.{one.id.partition('.')[0]}" for one in newest.withheld)
        mood = state.mood
        return Situation(
            now=frozenset(fresh),
            met=frozenset(now.met) | violated,
            levels=now.levels,
            numbers={"anger": mood.anger, "trust": mood.trust, "patience": mood.patience, "turn": state.turn},
            said=frozenset(state.played),
            looked_up=frozenset(state.looked_up),
            told=frozenset(state.told),
            after=state.after,
            text=newest.text if newest else "",
        )

    def _ending(self, situation: Situation, state: CustomerState) -> EndingKind | None:
        for kind, ending in self._scenario.endings.items():
            if ending.condition.holds(situation):
                return kind
        return EndingKind.TIMED_OUT if state.turn >= self._scenario.limits.turns else None

    def _end(self, state: CustomerState, kind: EndingKind) -> Response:
        endings = self._scenario.endings
        say = {
            EndingKind.SETTLED: endings.settled.say,
            EndingKind.LEFT: endings.left.say,
            EndingKind.ESCALATED: endings.escalated.say if endings.escalated else (),
        }.get(kind, endings.timed_out.say)
        line, state = self._speak(state, f"ending_{kind.value}", say)
        return Response(line, state, kind)

    def _next_beat(self, state: CustomerState, situation: Situation) -> Beat | None:
        current = self._scenario.beat.get(state.beat)
        follow = current.next if current is not None else self._scenario.first
        for name in (*self._scenario.interrupts, *follow, *self._scenario.fallback):
            beat = self._scenario.beat.get(name)
            if beat is None or not beat.condition.holds(situation):
                continue
            if beat.tells and "probed" not in situation.now:
                continue  # nothing is given up to someone who doesn't ask
            if any(True for _ in self._left(state, beat.id, beat.say)):
                return beat
        return None

    def _cutting_in(self, line: str, newest: CreditedReply, state: CustomerState) -> str:
        """Her line, said into a long-winded reply where her temper and the seed have it so."""
        cut = manners.cut_in(self._scenario.persona.temper, newest.text, f"{self._seed}/{state.turn}")
        return f"{cut}{line}" if cut and line else line

    def _left(self, state: CustomerState, name: str, say: Iterable[str]) -> Iterable[tuple[int, str]]:
        """The wordings of a beat that weren't said yet and whose particulars are known."""
        for index, wording in enumerate(say):
            slots = SLOT.findall(wording)
            if f"{name}#{index}" not in state.spoken and all(slot in state.particulars for slot in slots):
                yield index, wording

    def _speak(self, state: CustomerState, name: str, say: Iterable[str]) -> tuple[str, CustomerState]:
        left = list(self._left(state, name, say))
        if not left:
            return "", state
        # Picking up the trainee's own words is the better answer, so those wordings come first.
        own = [one for one in left if SLOT.search(one[1])]
        index, wording = Random(f"{self._seed}/{state.turn}/{name}").choice(own or left)
        line = SLOT.sub(lambda match: state.particulars[match[1]], wording)
        return line, replace(state, spoken=(*state.spoken, f"{name}#{index}"))


def _hurts(scenario: Scenario, newest: CreditedReply) -> bool:
    """A violation is answered by the author's own words."""
    return bool(newest.violations) and bool(scenario.interrupts)


def slots_of(wording: str) -> tuple[str, ...]:
    """Names in braces of a wording, known or not, for the diagnostics."""
    return tuple(re.findall(r"\{([^{}]*)\}", wording))


def known_particulars() -> Mapping[str, str]:
    """The particulars that a wording may pick up, with an example of each."""
    return {"time": "今天六点", "amount": "50元", "owner": "张师傅", "action": "重新擦一遍"}
