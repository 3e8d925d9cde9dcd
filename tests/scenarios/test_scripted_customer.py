"""The scripted customer: what she chooses, in which order, and what she remembers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.customer.protocol import Customer, CustomerState, Response
from scenarios.customer.scripted import OPENING, ScriptedCustomer, known_particulars, slots_of
from scenarios.model import EndingKind, Handover, Mood, Scenario
from scoring.crediting import CreditedReply
from scoring.documents import Path_, Value
from tests.scenarios.customer_contract import CustomerContract
from tests.scenarios.smallest import scenario
from tests.scoring.talk import COMPLAINT, drill, say


class TestScriptedCustomer(CustomerContract):
    def make(self, scenario: Scenario, seed: int) -> Customer:
        return ScriptedCustomer(scenario, COMPLAINT, seed)


def beat(name: str, when: str = "", **more: Value) -> Value:
    return {"id": name, "when": when, "say": [f"{name}甲", f"{name}乙", f"{name}丙"], **more}


def scene(*beats: Value, edits: Mapping[Path_, Value] | None = None, **lists: Value) -> Scenario:
    """A scenario with these beats; without `first`, `interrupts` or `fallback` all of them are fallback."""
    names: list[Value] = [one["id"] for one in beats if isinstance(one, dict)]
    parts: dict[Path_, Value] = {("beats",): list(beats), ("fallback",): names}
    parts |= {(name,): value for name, value in lists.items()}
    return scenario({**parts, **(edits or {})})


def respond(
    played: Scenario, *talk: str, seed: int = 1, mood: Mood | None = None, particulars: Mapping[str, str] | None = None
) -> Response:
    """The customer's answer to the last of `talk`; `particulars` are what the last reply lets her pick up."""
    customer = ScriptedCustomer(played, COMPLAINT, seed)
    response = customer.open()
    if mood is not None:
        response = replace(response, state=replace(response.state, mood=mood))
    replies = drill(*talk)
    if particulars:
        replies[-1] = replace(replies[-1], assessment=replace(replies[-1].assessment, particulars=particulars))
    for n in range(1, len(replies) + 1):
        response = customer.respond(response.state, tuple(replies[:n]))
    return response


CALM = Mood(anger=50, trust=50, patience=60)
SPENT = Mood(anger=50, trust=50, patience=1)
SETTLING = "今天18点前[deadline]过来返工[action]。"


# What comes from the seed.


def test_different_seeds_choose_different_words():
    played = scene(beat("still"))
    lines = {respond(played, "好的", seed=seed).line for seed in range(30)}
    assert lines == {"still甲", "still乙", "still丙"}


def test_the_choice_depends_on_the_turn_and_not_on_what_was_chosen_before():
    played = scene(beat("a", "turn == 1"), beat("b"))
    other = scene(beat("c", "turn == 1"), beat("b"))
    lines = [[respond(one, "好的", "嗯", seed=seed).line for seed in range(20)] for one in (played, other)]
    assert lines[0] == lines[1]


@pytest.mark.parametrize("seed", range(10))
def test_all_wordings_are_used_before_she_falls_silent(seed: int):
    played = scene(beat("still"), edits={("endings", "left", "when"): "turn > 50", ("limits",): {"turns": 50}})
    lines = [respond(played, *["嗯"] * n, seed=seed) for n in range(1, 5)]
    assert {one.line for one in lines[:3]} == {"still甲", "still乙", "still丙"}
    assert lines[3].ending is EndingKind.TIMED_OUT


# The order of choice: ending, interruption, the beat's own sequel, fallback.

ORDER = scene(beat("int"), beat("nxt"), beat("fall"), interrupts=["int"], first=["nxt"], fallback=["fall"])


def order(*without: str) -> Scenario:
    """The same scene where some beats never come."""
    beats = tuple(beat(name, "now rude" if name in without else "") for name in ("int", "nxt", "fall"))
    return scene(*beats, interrupts=["int"], first=["nxt"], fallback=["fall"])


@pytest.mark.parametrize(("without", "chosen"), [((), "int"), (("int",), "nxt"), (("int", "nxt"), "fall")])
def test_interruptions_come_before_the_sequel_and_the_sequel_before_the_fallback(without: tuple[str, ...], chosen: str):
    assert respond(order(*without), "好的").state.beat == chosen


def test_an_ending_comes_before_an_interruption():
    assert respond(ORDER, "好的", mood=SPENT).ending is EndingKind.LEFT


def test_where_no_beat_is_left_the_time_is_up():
    assert respond(order("int", "nxt", "fall"), "好的").ending is EndingKind.TIMED_OUT


def test_the_sequel_of_a_beat_is_its_next():
    played = scene(beat("a", next=["b"]), beat("b"), beat("c"), first=["a"], fallback=["c"])
    assert [respond(played, *["嗯"] * n).state.beat for n in (1, 2, 3)] == ["a", "b", "c"]


def test_the_first_beat_in_a_list_whose_condition_holds_is_taken():
    played = scene(beat("a", "fix.action"), beat("b", "empathy.feeling"), beat("c"))
    assert respond(played, "您着急了[feeling]。").state.beat == "b"


def test_a_beat_moves_the_mood_when_it_is_played():
    plain, moving = scene(beat("a")), scene(beat("a", mood={"anger": 7, "patience": -5}))
    one, other = respond(plain, "好的").state.mood, respond(moving, "好的").state.mood
    assert (other.anger - one.anger, other.patience - one.patience) == pytest.approx((7, -5))


# Endings.


@pytest.mark.parametrize(
    ("holding", "kind"),
    [
        (("left", "escalated", "settled"), EndingKind.LEFT),
        (("escalated", "settled"), EndingKind.ESCALATED),
        (("settled",), EndingKind.SETTLED),
    ],
)
def test_of_several_endings_her_patience_comes_before_her_peace(holding: tuple[str, ...], kind: EndingKind):
    say: list[Value] = ["叫你们经理来。", "我要投诉。", "找你们领导。"]
    endings: dict[Path_, Value] = {("endings", "escalated"): {"say": say}}
    for name in ("left", "escalated", "settled"):
        endings[("endings", name, "when")] = "true" if name in holding else "now rude"
    response = respond(scene(beat("a"), edits=endings), "好的")
    assert response.ending is kind
    assert response.line


def test_it_settles_by_what_was_done():
    assert respond(scene(beat("a")), SETTLING).ending is EndingKind.SETTLED


def test_the_last_words_are_those_of_the_ending():
    assert respond(scene(beat("a")), SETTLING).line in ("行，那就这样。", "好，我等着。", "可以，就按你说的。")


def test_at_the_turn_limit_the_time_is_up():
    played = scene(beat("a"), edits={("limits",): {"turns": 2}})
    assert respond(played, "好的").ending is None
    assert respond(played, "好的", "嗯").ending is EndingKind.TIMED_OUT


def test_an_ending_at_the_turn_limit_is_that_ending():
    played = scene(beat("a"), edits={("limits",): {"turns": 1}})
    assert respond(played, SETTLING).ending is EndingKind.SETTLED


# What she picks up.

SLOTS = scene({"id": "a", "say": ["{time}要是没人来呢？", "{amount}怎么给？", "你说怎么办？"]})


@pytest.mark.parametrize("seed", range(10))
def test_a_gap_is_left_alone_as_long_as_nothing_is_known_for_it(seed: int):
    assert respond(SLOTS, "好的", seed=seed).line == "你说怎么办？"


@pytest.mark.parametrize("seed", range(10))
def test_the_trainees_own_words_fill_the_gap_and_come_first(seed: int):
    assert respond(SLOTS, "好的", seed=seed, particulars={"time": "今晚七点"}).line == "今晚七点要是没人来呢？"


def test_words_in_braces_of_the_trainees_fill_nothing_more():
    response = respond(SLOTS, "好的", particulars={"time": "{amount}", "amount": "50元"}, seed=3)
    assert response.line in ("{amount}要是没人来呢？", "50元怎么给？")


def test_a_particular_is_kept_for_later_turns():
    customer = ScriptedCustomer(SLOTS, COMPLAINT, 1)
    replies = [*drill("好的", "嗯")]
    replies[0] = replace(replies[0], assessment=replace(replies[0].assessment, particulars={"owner": "张师傅"}))
    state = customer.respond(customer.open().state, (replies[0],)).state
    assert customer.respond(state, tuple(replies)).state.particulars == {"owner": "张师傅"}


def test_all_known_gaps_are_found_in_a_wording():
    wording = "".join(f"{{{name}}}" for name in known_particulars())
    assert slots_of(wording + "{tme}{}") == (*known_particulars(), "tme", "")


# What conditions may ask.


def events(*talk: str, taken_back: tuple[str, ...] = ()) -> set[str]:
    """Which of the events happen in the last reply."""
    found: set[str] = set()
    for name in ("repeated", "nothing_new", "taken_back"):
        played = scene(beat("yes", f"now {name}"), beat("no"), edits={
            ("endings", "settled", "when"): "now rude", ("endings", "left", "when"): "now rude"})  # fmt: skip
        customer = ScriptedCustomer(played, COMPLAINT, 1)
        replies = [say(n, marked, taken_back=taken_back if n == len(talk) else ()) for n, marked in enumerate(talk, 1)]
        if customer.respond(customer.open().state, tuple(replies)).state.beat == "yes":
            found.add(name)
    return found


@pytest.mark.parametrize(
    ("talk", "happened"),
    [
        (("真对不起[acknowledge]。",), set[str]()),
        (("好的",), {"nothing_new"}),
        (("真对不起[acknowledge]。", "实在抱歉啊[acknowledge]"), {"nothing_new"}),
        (("真对不起[acknowledge]。", "您着急了[feeling]。"), set[str]()),
        (("真对不起，我再查查[acknowledge]。", "真对不起！我再查查[acknowledge]"), {"repeated"}),
        (("真对不起，我再查查[acknowledge]。", "好的", "真对不起，我再查查[acknowledge]。"), {"repeated"}),
        (("这很正常[dismiss]。",), set[str]()),
        (("好的", "那是师傅的错[blame]。"), set[str]()),
    ],
)
def test_repeating_and_saying_nothing_new_are_noticed(talk: tuple[str, ...], happened: set[str]):
    assert events(*talk) == happened


def test_taking_back_is_noticed_once_there_was_something_to_take_back():
    assert "taken_back" in events("真对不起[acknowledge]。", "其实不怪我们。", taken_back=("acknowledge",))
    assert "taken_back" not in events("好的", "其实不怪我们。", taken_back=("acknowledge",))


def test_repeating_costs_more_patience_than_saying_nothing_new():
    played = scene(beat("a"))
    again, idle = respond(played, "我看看", "我看看").state.mood, respond(played, "我看看", "好的").state.mood
    assert again.patience < idle.patience


@pytest.mark.parametrize(
    "when",
    [
        "now empathy.feeling", "empathy.acknowledge and not now empathy.acknowledge", "level(empathy) == 2", "blame and not now blame",
        "turn == 3", "said(a)", 'mentions("着急")', "trust > 0",
    ],
)  # fmt: skip
def test_conditions_ask_about_the_whole_drill_and_this_reply(when: str):
    played = scene(beat("yes", when), beat("a", "turn < 3"), beat("no"), interrupts=["yes"], fallback=["a", "no"], edits={
        ("endings", "left", "when"): "now rude"})  # fmt: skip
    assert respond(played, "真对不起[acknowledge]。", "师傅的错[blame]。", "您着急了[feeling]。").state.beat == "yes"


def test_what_was_looked_up_may_be_asked():
    played = scene(beat("yes", "looked_up(mop)"), beat("no"))
    customer = ScriptedCustomer(played, COMPLAINT, 1)
    state = replace(customer.open().state, looked_up=("mop",))
    assert customer.respond(state, tuple(drill("好的"))).state.beat == "yes"


def test_a_check_that_is_withheld_is_not_met():
    played = scene(beat("yes", "now compensation.named"), beat("no"))
    assert respond(played, "赔您一万[named][overpromise:beyond]。").state.beat == "no"


def test_that_a_check_of_a_step_was_withheld_may_be_asked():
    played = scene(beat("yes", "now withheld.compensation"), beat("no"))
    assert respond(played, "赔您一万[named][overpromise:beyond]。").state.beat == "yes"
    assert respond(played, "退您50元[named]。").state.beat == "no"


# Handing over.

LADDER = scenario({("handover",): {
    "to": "区域经理", "right": "turn >= 2 and level(empathy) >= 1", "late": "anger >= 90",
    "say": {"right": ["好，我等他。", "行。", "可以。"], "early": ["这就推了？", "你别推。", "先管管。"], "late": ["晚了。", "不用了。", "算了。"]},
}})  # fmt: skip
SORRY = ("真对不起[acknowledge]。", "您着急了[feeling]。")


def hand_over(played: Scenario, *talk: str, anger: float = 50) -> Response:
    customer = ScriptedCustomer(played, COMPLAINT, 1)
    replies: tuple[CreditedReply, ...] = tuple(drill(*talk))
    state = replace(customer.open().state, turn=len(replies), mood=Mood(anger=anger, trust=50, patience=50))
    return customer.hand_over(state, replies)


@pytest.mark.parametrize(
    ("talk", "anger", "judged", "lines"),
    [
        (SORRY, 50, Handover.RIGHT, ("好，我等他。", "行。", "可以。")),
        (SORRY[:1], 50, Handover.EARLY, ("这就推了？", "你别推。", "先管管。")),
        ((), 50, Handover.EARLY, ("这就推了？", "你别推。", "先管管。")),
        (SORRY, 90, Handover.LATE, ("晚了。", "不用了。", "算了。")),
    ],
    ids=["right", "early", "before a word", "late"],
)
def test_a_hand_over_is_judged_by_the_ladder(
    talk: tuple[str, ...], anger: float, judged: Handover, lines: tuple[str, ...]
):
    response = hand_over(LADDER, *talk, anger=anger)
    assert (response.ending, response.handover) == (EndingKind.HANDED_OVER, judged)
    assert response.line in lines


def test_without_a_ladder_every_hand_over_is_early():
    assert hand_over(scenario(), *SORRY).handover is Handover.EARLY


def test_the_ladder_may_ask_what_happened_in_the_last_reply():
    new = scenario({("handover",): {
        "to": "x", "right": "now nothing_new", "say": {"right": ["好", "行", "可以"], "early": ["别", "不", "没门"]}}})  # fmt: skip
    assert hand_over(new, "真对不起[acknowledge]。").handover is Handover.EARLY
    assert hand_over(new, "好的").handover is Handover.RIGHT


# State.


def test_state_survives_json():
    state = respond(SLOTS, "好的", particulars={"time": "今晚"}).state
    state = replace(state, looked_up=("mop",))
    assert CustomerState.from_data(json.loads(json.dumps(state.to_data()))) == state


def test_a_new_state_begins_at_the_opening():
    opened = ScriptedCustomer(scenario(), COMPLAINT, 1).open()
    assert (opened.state.beat, opened.state.played, len(opened.state.spoken)) == (OPENING, (), 1)


GOOD_DATA = CustomerState(mood=CALM).to_data()


@pytest.mark.parametrize(
    "broken",
    [
        {}, {"mood": {}}, GOOD_DATA | {"mood": {"anger": 500, "trust": 1, "patience": 1}}, GOOD_DATA | {"turn": "x"}, GOOD_DATA | {"turn": None},
        GOOD_DATA | {"played": 5}, GOOD_DATA | {"spoken": None}, GOOD_DATA | {"particulars": 5}, GOOD_DATA | {"particulars": [1]},
        {key: value for key, value in GOOD_DATA.items() if key != "beat"},
    ],
)  # fmt: skip
def test_other_data_is_no_state(broken: dict[str, object]):
    with pytest.raises((ValueError, KeyError)):
        CustomerState.from_data(broken)


marks = st.sampled_from([*COMPLAINT.check_ids, *COMPLAINT.violation_ids])
talks = st.lists(
    st.lists(marks, max_size=4, unique=True).map(lambda ids: "".join(f"话{name}[{name}]，" for name in ids) or "嗯"),
    max_size=12,
)
LONG = scene(*(beat(name, when) for name, when in (("a", "level(fix) < 2"), ("b", "now nothing_new"), ("c", "anger > 50"), ("d", ""))),
             edits={("limits",): {"turns": 9}})  # fmt: skip


@given(talks, st.integers())
def test_no_line_is_said_twice_however_the_drill_goes(talk: list[str], seed: int):
    customer = ScriptedCustomer(LONG, COMPLAINT, seed)
    response = customer.open()
    lines = [response.line]
    for n in range(1, len(talk) + 1):
        response = customer.respond(response.state, tuple(drill(*talk[:n])))
        lines.append(response.line)
        if response.ending is not None:
            break
    assert len(set(lines)) == len(lines)
    assert all(lines)
    assert len(lines) <= 10
