"""What a shipped customer makes of a reply: an empty one doesn't soften her, a boast isn't a hush, a greeting no question."""

from __future__ import annotations

from functools import cache

import pytest

from scenarios.conditions import Situation
from scenarios.model import Scenario
from scenarios.reader import library_files, read_scenario
from scenarios.rehearsal import Rehearsal, rehearse
from scoring.offline.scorer import OfflineScorer

CONTENT = {"anger": 5.0, "trust": 95.0, "patience": 80.0, "turn": 5.0}
ANSWERS_TO_A_QUESTION = {"asked", "told", "rumour"}
GREETING = "您好，请问有什么可以帮您？"
CAUSELESS = (
    "对不起，让您受累了，您生气我理解。",
    "我知道您着急，这件事我一直记在心上。",
    "您说的这些我都听到了，是我们做得不好。",
    "让您失望了，我心里也过意不去。",
)


@cache
def scenario(name: str) -> Scenario:
    found = read_scenario(next(path for path in library_files() if path.stem == name)).playable
    assert found is not None
    return found


@cache
def scorer() -> OfflineScorer:
    return OfflineScorer()


def played(name: str, *replies: str, seed: int = 1) -> Rehearsal:
    return rehearse(scenario(name), replies, seed, scorer())


NAMES = [path.stem for path in library_files()]
COMPLAINTS = [name for name in NAMES if scenario(name).kind == "complaint"]
STEPS: tuple[str, ...] = ("empathy", "cause", "fix", "compensation", "probe", "candour", "thanks", "value", "plan")
EVERY_LEVEL: dict[str, int | None] = dict.fromkeys(STEPS, 3)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("event", ["nothing_new", "repeated"])
def test_a_reply_with_nothing_in_it_never_softens_her(name: str, event: str):
    softer = scenario(name).beat["softer"].condition
    said = frozenset({"shock"})
    assert softer.holds(Situation(levels=EVERY_LEVEL, numbers=CONTENT, said=said))
    assert not softer.holds(Situation(now=frozenset({event}), levels=EVERY_LEVEL, numbers=CONTENT, said=said))


@pytest.mark.parametrize("name", COMPLAINTS)
@pytest.mark.parametrize("step", ["cause", "fix"])
def test_she_softens_only_after_a_cause_and_something_done(name: str, step: str):
    early = Situation(levels={**EVERY_LEVEL, step: 0}, numbers=CONTENT, said=frozenset({"shock"}))
    assert not scenario(name).beat["softer"].condition.holds(early)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["我们公司一直是零差评，您尽管放心。", "我们的评级年年第一。"])
def test_a_boast_is_not_read_as_hushing_her(name: str, text: str):
    assert not scenario(name).beat["hurt_hush"].condition.holds(Situation(now=frozenset({"fabricate"}), text=text))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["您别给差评。", "别往网上放。", "群里就别提了。", "把那条删了吧。"])
def test_whoever_hushes_her_is_heard(name: str, text: str):
    assert scenario(name).beat["hurt_hush"].condition.holds(Situation(now=frozenset({"fabricate"}), text=text))


@pytest.mark.parametrize(
    "name",
    [
        "slow-response", "worse-than-before", "residual-smell", "burst-pipe-2-compensation", "doubt-unprofessional",
        "renewal-value",
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", ["这事您可别往外说。", "照片千万别给人发出去。"])
def test_whoever_hushes_her_about_pictures_is_heard(name: str, text: str):
    assert scenario(name).beat["hurt_hush"].condition.holds(Situation(now=frozenset({"fabricate"}), text=text))


@pytest.mark.parametrize("name", NAMES)
def test_a_greeting_draws_no_facts_from_her(name: str):
    for seed in (1, 2, 3):
        assert not ANSWERS_TO_A_QUESTION & set(played(name, GREETING, seed=seed).states[-1].played)


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("slow-response", "请问滴在哪个位置？"),
        ("slow-response", "您是哪天报的？"),
        ("worse-than-before", "请问具体是哪几处？"),
        ("residual-smell", "请问哪个房间味道最重？"),
        ("burst-pipe-2-compensation", "请问地板泡了多大一片？"),
    ],
)
def test_a_true_question_is_answered(name: str, question: str):
    assert played(name, question).states[-1].played == ("asked",)


@pytest.mark.parametrize("name", COMPLAINTS)
def test_she_asks_what_is_done_until_something_is(name: str):
    """A named hour or person alone fills the step's level, yet nothing is done by it."""
    what, said = scenario(name).beat["what"].condition, frozenset({"shock"})
    hour = Situation(met=frozenset({"fix.deadline"}), levels={**EVERY_LEVEL, "fix": 1}, numbers=CONTENT, said=said)
    done = Situation(met=frozenset({"fix.action"}), levels={**EVERY_LEVEL, "fix": 1}, numbers=CONTENT, said=said)
    assert what.holds(hour)
    assert not what.holds(done)


@pytest.mark.parametrize("name", COMPLAINTS)
def test_she_asks_why_once_and_reminds_once(name: str):
    for seed in (1, 2, 3):
        asked = played(name, *CAUSELESS, seed=seed).states[-1].played
        assert all(asked.count(beat) <= 1 for beat in ("why", "why_again", "why_late")), asked


@pytest.mark.parametrize("name", ["slow-response", "worse-than-before", "residual-smell"])
def test_she_reminds_of_the_cause_before_she_speaks_of_her_loss(name: str):
    one = scenario(name)
    assert one.fallback.index("why_again") < one.fallback.index("loss")
    waiting = Situation(levels={**EVERY_LEVEL, "cause": 1}, numbers=CONTENT, said=frozenset({"why"}))
    assert one.beat["why_again"].condition.holds(waiting)
