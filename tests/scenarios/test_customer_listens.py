"""What the customer hears beside checks and violations: questions, dodges, templates, promises that shrink, the wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from scenarios.customer import manners
from scenarios.customer.listening import asks_something
from scenarios.customer.protocol import NOTHING_ELSE, Circumstances, Response
from scenarios.customer.scripted import ScriptedCustomer
from scenarios.model import EndingKind, Scenario, Temper
from scoring.documents import Path_, Value
from scoring.similarity import is_template
from tests.scenarios.smallest import scenario
from tests.scoring.talk import COMPLAINT, drill

TEMPLATE = "非常抱歉给您带来了不便，您的问题我们高度重视，会尽快安排专人处理。"
WHY: Value = {"id": "why", "when": "level(cause) < 2", "say": ["到底为什么？", "总有个原因吧？", "怎么弄成这样的？"]}


def beat(name: str, when: str = "", **more: Value) -> Value:
    return {"id": name, "when": when, "say": [f"{name}甲", f"{name}乙", f"{name}丙"], **more}


def scene(*beats: Value, edits: Mapping[Path_, Value] | None = None) -> Scenario:
    names: list[Value] = [one["id"] for one in beats if isinstance(one, dict)]
    facts: list[Value] = [
        {"id": "why", "text": "派单时漏了这一单。", "known_by": "lookup", "where": "派单记录"},
        {"id": "baby", "text": "家里有个刚满月的孩子。", "known_by": "customer"},
    ]
    return scenario({("facts",): facts, ("beats",): list(beats), ("fallback",): names, **(edits or {})})


def play(
    played: Scenario,
    *talk: str,
    circumstances: Circumstances = NOTHING_ELSE,
    after: EndingKind | None = None,
    elsewhere: tuple[str, ...] = (),
) -> list[Response]:
    customer = ScriptedCustomer(played, COMPLAINT, 1)
    heard = [customer.open(after)]
    replies = [replace(one, template=is_template(one.text, elsewhere)) for one in drill(*talk)]
    for n in range(1, len(replies) + 1):
        heard.append(customer.respond(heard[-1].state, tuple(replies[:n]), circumstances))
    return heard


# Questions.


@pytest.mark.parametrize(
    "text",
    ["您家里都住着什么人？", "孩子多大了？", "您跟我说说当时是什么情况", "是地板还是台面？", "您最担心的是哪一块？", "是价钱的缘故，还是我们哪里没做好？", "洗完的厨房您看着还满意吗？", "有没有试过别的办法？", "炒菜往下滴油不？", "抽不抽得动烟？", "您家里有怕味儿的没？"],
)  # fmt: skip
def test_a_question_asks_for_something(text: str):
    assert asks_something(text)


@pytest.mark.parametrize(
    "text",
    ["您看行吗？", "这样可以吗？", "还有什么可以帮您？", "好不好？", "你凭什么这么说？", "我来说明一下情况。", "您听得见吗？", "谁说的？", "您看行不？", "您同意不同意？", "要不要改天再说？", ""],
)  # fmt: skip
def test_politeness_and_retorts_ask_for_nothing(text: str):
    assert not asks_something(text)


def test_what_is_hidden_is_given_up_to_a_question_only():
    played = scene(beat("home", "not told(baby)", tells=["baby"]), beat("still"))
    assert play(played, "好的，我知道了。")[-1].state.told == ()
    asked = play(played, "您家里都住着什么人？")[-1]
    assert (asked.state.told, asked.line[:4]) == (("baby",), "home")


def test_a_condition_may_ask_what_she_told():
    played = scene(beat("home", "not told(baby)", tells=["baby"]), beat("known", "told(baby)"), beat("still"))
    assert play(played, "您家里都住着什么人？", "嗯嗯，知道了。")[-1].state.beat == "known"


# Answers and dodges.


def test_what_she_asked_for_calms_her_more_than_something_else():
    asking, silent = scene(WHY, beat("still")), scene(beat("still"))
    cause, offer = "派单时漏了您这一单[concrete]。", "张师傅[owner]会跟您联系。"
    trust = {
        (name, text): play(played, "我在听。", text)[-1].state.mood.trust
        for name, played in (("asking", asking), ("silent", silent))
        for text in (cause, offer)
    }
    assert trust["asking", cause] > trust["silent", cause]
    assert trust["asking", offer] < trust["silent", offer]


def test_the_author_may_say_what_answers_her():
    asking = beat("ask", "turn == 1", asks='mentions("六点")')
    played = scene(asking, beat("got", "now answered"), beat("not", "now dodged"), beat("still"))
    assert play(played, "我在听。", "六点到。")[-1].state.beat == "got"
    assert play(played, "我在听。", "真对不起[acknowledge]。")[-1].state.beat == "not"


# Templates.


def test_words_that_she_says_to_everybody_are_noticed_once_and_remembered():
    played = scene(beat("still"), edits={("persona", "temper"): "picky"})
    heard = play(played, TEMPLATE, elsewhere=(f"您好，{TEMPLATE}",))[-1]
    assert heard.line in manners.manners()[Temper.PICKY].template
    assert heard.state.templates == (1,)
    assert play(played, TEMPLATE)[-1].state.templates == ()


def test_her_own_question_stays_open_behind_a_stock_line():
    played = scene(WHY, beat("still"))
    heard = play(played, "我在听。", TEMPLATE, elsewhere=(TEMPLATE,))
    assert [one.state.beat for one in heard[1:]] == ["why", "why"]


@pytest.mark.parametrize("other", ["您好，请讲。", "今天下午三点王师傅上门，您的地板我们全程拍照。", ""])
def test_other_words_and_short_ones_are_no_template(other: str):
    assert not is_template("您好，请讲。", [other])
    assert not is_template(TEMPLATE, [other])


# Promises.


def _promising(*particulars: Mapping[str, str], mark: str = "[named]") -> list[Response]:
    customer = ScriptedCustomer(scene(beat("still")), COMPLAINT, 1)
    heard = [customer.open()]
    replies = drill(*(f"第{n}句，{'、'.join(one.values())}{mark}" for n, one in enumerate(particulars, 1)))
    for n, one in enumerate(particulars):
        replies[n] = replace(replies[n], assessment=replace(replies[n].assessment, particulars=one))
        heard.append(customer.respond(heard[-1].state, tuple(replies[: n + 1])))
    return heard


def test_less_money_than_promised_is_held_against_the_trainee():
    heard = _promising({"amount": "100元"}, {"amount": "50元"})
    assert heard[-1].line in manners.manners()[Temper.REASONABLE].went_back


@pytest.mark.parametrize("later", ["100元", "150元", "8折"])
def test_as_much_or_more_or_something_else_is_no_step_back(later: str):
    assert _promising({"amount": "100元"}, {"amount": later})[-1].state.beat == "still"


def test_a_lower_price_is_no_promise_that_shrank():
    assert _promising({"amount": "98元"}, {"amount": "45元"}, mark="")[-1].state.beat == "still"


def test_a_scenario_with_words_of_its_own_keeps_the_stock_lines_out():
    played = scene(beat("own", "now template"), beat("still"))
    assert play(played, TEMPLATE, elsewhere=(TEMPLATE,))[-1].state.beat == "own"


# The wait.


def test_a_long_wait_moves_her_only_where_the_scenario_says_so():
    slow = Circumstances(elapsed_ms=121_000)
    plain = scene(beat("still"))
    strict = scene(beat("still"), edits={("reactions",): {"kept_waiting": {"patience": -20}}})
    patience = [
        play(one, "我在听。", circumstances=how)[-1].state.mood.patience
        for one in (plain, strict)
        for how in (NOTHING_ELSE, slow)
    ]
    assert patience[0] == patience[1]
    assert patience[3] < patience[2] - 10


# Events and chains.


def test_an_event_is_told_with_her_line():
    event: Value = {"zh": "门铃响了。", "en": "The door bell rings."}
    heard = play(scene(beat("bell", "turn == 1", event=event), beat("still")), "我在听。", "嗯。")
    assert heard[1].event is not None
    assert (heard[1].event.zh, heard[2].event) == ("门铃响了。", None)


def test_a_drill_that_follows_another_opens_by_how_that_one_ended():
    after: Value = {
        "drill": "earlier",
        "outcomes": {"left": {"opening": ["又是你们？", "还打来？", "怎么又来了？"], "mood": {"anger": 80, "trust": 10, "patience": 40}}},
    }  # fmt: skip
    played = scene(beat("angry", "after(left)"), beat("still"), edits={("after",): after})
    heard = play(played, "我在听。", after=EndingKind.LEFT)
    assert heard[0].line in ("又是你们？", "还打来？", "怎么又来了？")
    assert heard[0].state.mood.anger == 80
    assert heard[1].state.beat == "angry"
    assert play(played, "我在听。")[1].state.beat == "still"
    assert play(played, "我在听。", after=EndingKind.SETTLED)[0].state.mood == played.mood


# Tempers.


def test_every_temper_has_lines_of_its_own():
    lines = [line for one in manners.manners().values() for line in (*one.template, *one.went_back, *one.cut_in)]
    assert len(set(lines)) == len(lines)


def test_a_long_winded_reply_is_sometimes_cut_into_and_a_short_one_never():
    long = "我跟您说，" * 60
    cuts = [manners.cut_in(Temper.HASTY, long, str(seed)) for seed in range(60)]
    assert 15 <= sum(map(bool, cuts)) <= 45
    assert not any(manners.cut_in(Temper.HASTY, "好的。", str(seed)) for seed in range(60))
