"""What every simulated customer must do, scripted or worded by a model. Subclass it and say how one is made."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from dataclasses import replace

import pytest

from scenarios.customer.protocol import Customer, CustomerState, Response
from scenarios.model import EndingKind, Scenario
from scenarios.reader import LIBRARY, read_scenario
from scoring.crediting import CreditedReply, credit
from scoring.reply import ReplyAssessment
from tests.scoring.talk import drill

GOOD = (
    "让您白等半天[specific]，真对不起[acknowledge]，搁谁都生气[feeling]。",
    "派单时漏了您这一单[concrete]，是我们的疏忽[ownership]，派单记录我看过了[verified]。",
    "张师傅[owner]今天18点前[deadline]过来返工[action]。",
    "耽误您半天[proportionate]，退您50元[named]，原路退回[delivery]。",
)
BAD = ("这很正常[dismiss]。", "您当时没说清楚[blame]。", "办张年卡吧[upsell]。", "你怎么这么难伺候[rude]。")
IDLE = tuple(
    f"{word}，您再等等。"
    for word in ("好的", "嗯嗯", "我知道了", "明白", "收到", "这样啊", "行", "没事", "哦", "是的是的")
)
TALKS = pytest.mark.parametrize("talk", [GOOD, BAD, IDLE, GOOD[:2] + BAD, (*IDLE[:3], *GOOD)], ids=["good", "bad", "idle", "turning bad", "turning good"])  # fmt: skip
STRANGE = ["", " \n", "\0", "\ud83d", "😀" * 50, "\u202eabc", "{time}{amount}", "字" * 20_000]


class CustomerContract(ABC):
    """The shared tests. `make` is all that a family member says of itself."""

    @abstractmethod
    def make(self, scenario: Scenario, seed: int) -> Customer:
        """A customer of `scenario`."""

    @pytest.fixture
    def scene(self) -> Scenario:
        found = read_scenario(LIBRARY / "slow-response.yaml").playable
        assert found is not None
        return found

    def play(self, scene: Scenario, talk: tuple[str, ...], seed: int = 1) -> list[Response]:
        """The customer's responses, the opening first, up to an ending."""
        customer = self.make(scene, seed)
        responses = [customer.open()]
        replies = drill(*talk)
        for n in range(1, len(replies) + 1):
            responses.append(customer.respond(responses[-1].state, tuple(replies[:n])))
            if responses[-1].ending is not None:
                break
        return responses

    def test_she_opens_with_words_in_the_scenarios_mood_and_before_any_turn(self, scene: Scenario):
        opened = self.make(scene, 1).open()
        assert opened.line.strip()
        assert (opened.state.mood, opened.state.turn, opened.ending) == (scene.mood, 0, None)

    @TALKS
    def test_the_same_seed_and_replies_give_the_same_responses(self, scene: Scenario, talk: tuple[str, ...]):
        assert self.play(scene, talk) == self.play(scene, talk)

    def test_she_can_be_asked_again_from_an_earlier_state(self, scene: Scenario):
        customer = self.make(scene, 1)
        state, replies = customer.open().state, tuple(drill(*GOOD))
        first = customer.respond(state, replies[:1])
        customer.respond(first.state, replies[:2])
        assert customer.respond(state, replies[:1]) == first

    @TALKS
    def test_a_customer_resumed_from_stored_state_is_the_same_customer(self, scene: Scenario, talk: tuple[str, ...]):
        responses = self.play(scene, talk)
        replies = drill(*talk)
        for n, expected in enumerate(responses[1:], 1):
            stored = json.dumps(responses[n - 1].state.to_data())
            resumed = self.make(scene, 1).respond(CustomerState.from_data(json.loads(stored)), tuple(replies[:n]))
            assert resumed == expected

    @TALKS
    def test_she_counts_the_turns(self, scene: Scenario, talk: tuple[str, ...]):
        responses = self.play(scene, talk)
        assert [one.state.turn for one in responses] == list(range(len(responses)))

    @TALKS
    @pytest.mark.parametrize("seed", range(5))
    def test_she_never_says_a_line_twice(self, scene: Scenario, talk: tuple[str, ...], seed: int):
        lines = [one.line for one in self.play(scene, talk, seed)]
        assert len(set(lines)) == len(lines)

    @TALKS
    @pytest.mark.parametrize("seed", range(5))
    def test_she_always_has_words_and_fills_their_gaps(self, scene: Scenario, talk: tuple[str, ...], seed: int):
        for one in self.play(scene, talk, seed):
            assert one.line.strip()
            assert "{" not in one.line

    def test_she_does_not_listen_for_ever(self, scene: Scenario):
        patient = scene.model_copy(update={"reactions": {}, "mood": scene.mood.model_copy(update={"patience": 100.0})})
        talk = tuple(f"{n}、{n}、{n}，我再看看[acknowledge]" for n in range(scene.limits.turns + 5))
        responses = self.play(patient, talk)
        assert responses[-1].ending is not None
        assert responses[-1].state.turn <= scene.limits.turns

    def test_a_good_talk_does_not_drive_her_away_and_a_bad_one_never_settles(self, scene: Scenario):
        assert self.play(scene, GOOD)[-1].ending in (None, EndingKind.SETTLED)
        assert self.play(scene, BAD)[-1].ending in (None, EndingKind.LEFT, EndingKind.ESCALATED)

    @pytest.mark.parametrize("text", STRANGE, ids=[ascii(text[:9]) for text in STRANGE])
    def test_she_answers_whatever_is_typed(self, scene: Scenario, text: str):
        customer = self.make(scene, 1)
        assert customer.respond(customer.open().state, (credit(1, text, ReplyAssessment()),)).line.strip()

    @pytest.mark.parametrize("said", range(4))
    def test_a_hand_over_ends_the_drill_and_is_judged(self, scene: Scenario, said: int):
        customer = self.make(scene, 1)
        replies: tuple[CreditedReply, ...] = tuple(drill(*GOOD[:said]))
        state = replace(customer.open().state, turn=said)
        response = customer.hand_over(state, replies)
        assert response.ending is EndingKind.HANDED_OVER
        assert response.handover is not None
        assert response.line.strip()
