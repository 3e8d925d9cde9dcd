"""The scripted customer: moves through the scenario's tree by what a free reply did, with no network and no chance.

Choices come from (seed, turn, beat), never from a running stream, so a resumed drill is the same drill.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import Random

from scenarios.conditions import Situation
from scenarios.customer.mood import move, nudge
from scenarios.customer.protocol import CustomerState, Response
from scenarios.model import Beat, EndingKind, Handover, Mood, Scenario
from scoring.crediting import CreditedReply
from scoring.progress import Progress, progress
from scoring.rubric import Rubric
from scoring.similarity import likeness

OPENING = "opening"
SLOT = re.compile(r"\{(time|amount|owner|action)\}")
SAME_AGAIN = 0.8
"""From this likeness (character 4-grams) on, a reply counts as said before."""


class ScriptedCustomer:
    """Plays one scenario with one seed."""

    def __init__(self, scenario: Scenario, rubric: Rubric, seed: int) -> None:
        self._scenario = scenario
        self._rubric = rubric
        self._seed = seed

    def open(self) -> Response:
        """The opening line, worded by the seed."""
        state = CustomerState(mood=self._scenario.mood)
        line, state = self._speak(state, OPENING, self._scenario.opening)
        return Response(line, state)

    def respond(self, state: CustomerState, replies: tuple[CreditedReply, ...]) -> Response:
        """Answer the newest reply: mood first, then an ending, then an interruption, the beat's own sequel, a fallback."""
        newest = replies[-1]
        before = progress(self._rubric, replies[:-1], self._scenario.steps_left_out)
        now = progress(self._rubric, replies, self._scenario.steps_left_out)
        state = replace(
            state,
            turn=len(replies),
            mood=self._moved(state.mood, before, now, replies),
            particulars={**state.particulars, **newest.assessment.particulars},
        )
        situation = self._situation(state, before, now, replies)
        ending = self._ending(situation, state)
        if ending is not None:
            return self._end(state, ending)
        beat = self._next_beat(state, situation)
        if beat is None:
            # Everything that the script knows is said: nobody listens on for ever.
            return self._end(state, EndingKind.TIMED_OUT)
        line, state = self._speak(state, beat.id, beat.say)
        played = (*state.played, beat.id)
        return Response(line, replace(state, beat=beat.id, played=played, mood=nudge(state.mood, beat.mood)))

    def hand_over(self, state: CustomerState, replies: tuple[CreditedReply, ...]) -> Response:
        """React to the hand-over. A scenario without a ladder takes any hand-over as early: it was the trainee's case."""
        before = progress(self._rubric, replies[:-1], self._scenario.steps_left_out)
        now = progress(self._rubric, replies, self._scenario.steps_left_out)
        situation = self._situation(state, before, now, replies)
        rule = self._scenario.handover
        if rule is None:
            return Response("", state, EndingKind.HANDED_OVER, Handover.EARLY)
        if rule.late_condition is not None and rule.late_condition.holds(situation):
            judged = Handover.LATE
        else:
            judged = Handover.RIGHT if rule.right_condition.holds(situation) else Handover.EARLY
        line, state = self._speak(state, f"handover_{judged.value}", rule.say.get(judged, ()))
        return Response(line, state, EndingKind.HANDED_OVER, judged)

    def _moved(self, mood: Mood, before: Progress, now: Progress, replies: tuple[CreditedReply, ...]) -> Mood:
        newest = replies[-1]
        new_checks = [name for name in now.met if name not in before.met]
        violations = newest.assessment.violation_ids
        events = ("every_turn", *_events(before, now, replies))
        return move(
            mood, rubric=self._rubric, new_checks=new_checks, violations=violations, events=events,
            difficulty=self._scenario.difficulty, reactions=self._scenario.reactions,
            open_steps=sum(level is not None and level < 2 for level in now.levels.values()),
        )  # fmt: skip

    def _situation(
        self, state: CustomerState, before: Progress, now: Progress, replies: tuple[CreditedReply, ...]
    ) -> Situation:
        newest = replies[-1] if replies else None
        violated = {one for reply in replies for one in reply.assessment.violation_ids}
        fresh = {*(one.id for one in newest.checks), *newest.assessment.violation_ids} if newest else set[str]()
        if newest:
            fresh.update(_events(before, now, replies))
            fresh.update(f"withheld.{one.id.partition('.')[0]}" for one in newest.withheld)
        mood = state.mood
        return Situation(
            now=frozenset(fresh),
            met=frozenset(now.met) | violated,
            levels=now.levels,
            numbers={"anger": mood.anger, "trust": mood.trust, "patience": mood.patience, "turn": state.turn},
            said=frozenset(state.played),
            looked_up=frozenset(state.looked_up),
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
            if any(True for _ in self._left(state, beat.id, beat.say)):
                return beat
        return None

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


def _events(before: Progress, now: Progress, replies: tuple[CreditedReply, ...]) -> list[str]:
    """What else happened in the newest reply; names as in the mood's table, usable in conditions after `now`."""
    newest = replies[-1]
    events: list[str] = []
    if any(likeness(newest.text, earlier.text) >= SAME_AGAIN for earlier in replies[:-1]):
        events.append("repeated")
    elif not newest.violations and all(name in before.met for name in now.met):
        events.append("nothing_new")
    if newest.assessment.taken_back & before.met.keys():
        events.append("taken_back")
    return events


def slots_of(wording: str) -> tuple[str, ...]:
    """Names in braces of a wording, known or not, for the diagnostics."""
    return tuple(re.findall(r"\{([^{}]*)\}", wording))


def known_particulars() -> Mapping[str, str]:
    """The particulars that a wording may pick up, with an example of each."""
    return {"time": "今天六点", "amount": "50元", "owner": "张师傅", "action": "重新擦一遍"}
