"""The test bench for the customer: its arithmetic, and a slice of it on every drill that ships."""

from __future__ import annotations

from functools import cache

import pytest

from app.commands.simulate import bounds, playable_library
from scenarios.model import EndingKind, Scenario
from scenarios.rehearsal import rehearse
from scenarios.simulator.bench import Figures, Run, faults_of, figures, runs, spearman
from scenarios.simulator.policies import Policy, script
from scoring.documents import Value
from scoring.offline.scorer import OfflineScorer
from scoring.reply import Reply, ReplyAssessment
from tests.scenarios.smallest import scenario

LIBRARY = playable_library()
SEEDS = (1, 2)


@cache
def played(name: str) -> tuple[Run, ...]:
    return tuple(runs(next(one for one in LIBRARY if one.id == name), LIBRARY, SEEDS, OfflineScorer()))


class Nothing:
    """A scorer that finds nothing."""

    version = "nothing"

    def assess(self, reply: Reply) -> ReplyAssessment:  # noqa: ARG002
        return ReplyAssessment()


# The slice: two seeds of every policy on each drill.


@pytest.mark.parametrize("name", [one.id for one in LIBRARY])
def test_the_customer_treats_every_trainee_as_she_deserves(name: str):
    found = played(name)
    assert [run.faults for run in found if run.faults] == []
    endings = {policy: {run.ending for run in found if run.policy is policy} for policy in Policy}
    assert endings[Policy.MODEL] == {EndingKind.SETTLED}
    for policy in (Policy.DEFENSIVE, Policy.OVER_PROMISING, Policy.SILENT, Policy.WARM, Policy.PARROT):
        assert EndingKind.SETTLED not in endings[policy], policy
    totals = {policy: max(run.total for run in found if run.policy is policy) for policy in Policy}
    assert totals[Policy.MODEL] > max(total for policy, total in totals.items() if policy is not Policy.MODEL)


def test_all_bounds_are_kept_on_the_slice():
    found = [run for one in LIBRARY for run in played(one.id)]
    missed = [(name, measured) for name, measured, kept in bounds(figures(found, LIBRARY)) if not kept]
    assert missed == []


# Its parts.


def test_a_policy_says_the_same_with_the_same_seed_and_as_much_as_there_are_turns():
    one = LIBRARY[0]
    for policy in Policy:
        said = script(policy, one, 3, LIBRARY)
        assert said == script(policy, one, 3, LIBRARY)
        assert len(said.replies) <= one.limits.turns


def test_the_parrot_says_the_same_in_every_drill_and_was_heard_before():
    scripts = [script(Policy.PARROT, one, 1, LIBRARY) for one in LIBRARY]
    assert len({said.replies[0] for said in scripts}) == 1
    assert all(said.replies[0] in said.elsewhere for said in scripts)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([1, 2, 3], [10, 20, 30], 1.0),
        ([1, 2, 3], [30, 20, 10], -1.0),
        ([1, 1, 2], [5, 5, 9], 1.0),
        ([1, 2, 3, 4], [1, 3, 2, 4], 0.8),
        ([1, 1, 1], [1, 2, 3], 0.0),
    ],
)
def test_spearman(left: list[float], right: list[float], expected: float):
    assert spearman(left, right) == pytest.approx(expected)


def telling(say: list[Value]) -> Scenario:
    facts: list[Value] = [
        {"id": "baby", "text": "家里有个刚满月的孩子，夜里不能吵。", "known_by": "customer"},
    ]
    beats: list[Value] = [
        {"id": "home", "when": "not told(baby)", "say": ["有孩子。", "孩子小。", "刚满月。"], "tells": ["baby"]},
        {"id": "still", "say": say},
    ]
    return scenario({("facts",): facts, ("beats",): beats, ("fallback",): ["home", "still"]})


@pytest.mark.parametrize(
    ("say", "fault"),
    [
        (["家里有个刚满月的孩子，你不知道？"] * 1 + ["家里有个刚满月的孩子呢。", "家里有个刚满月的孩子。"], "early disclosure"),
        (["谢谢你啊。", "多谢多谢。", "感谢感谢。"], "thanks for a bad reply"),
    ],
)  # fmt: skip
def test_what_a_customer_must_not_do_is_found(say: list[Value], fault: str):
    talk = rehearse(telling(say), ["好的，我这边记一下。"], 1, Nothing())
    assert [what for what, _ in faults_of(telling(say), talk)] == [fault]


def test_what_she_told_or_heard_may_be_said_again():
    say: list[Value] = ["家里有个刚满月的孩子，你倒是轻点。", "家里有个刚满月的孩子呢。", "家里有个刚满月的孩子。"]
    asked = rehearse(telling(say), ["您家里都住着什么人？", "好的，我这边记一下。"], 1, Nothing())
    heard = rehearse(telling(say), ["家里有个刚满月的孩子，我记着呢。"], 1, Nothing())
    assert list(faults_of(telling(say), asked)) == list(faults_of(telling(say), heard)) == []


def test_an_ending_that_nobody_comes_to_is_told():
    one = scenario({("endings", "escalated"): {"when": "anger > 999", "say": ["叫经理。", "找经理。", "你们经理呢？"]}})
    assert "smallest: escalated" in figures([], [one]).unreached


def test_a_missed_bound_is_told():
    lost = [Run("x", 3, policy, 1, EndingKind.LEFT, 50, 90, 5, 3) for policy in Policy]
    table: Figures = figures(lost)
    kept = {name: kept for name, _, kept in bounds(table)}
    assert not kept["model settled ≥ 95 %"]
    assert kept["template_parrot settled ≤ 10 %"]
    assert not kept["Spearman of mean total and final mood ≥ 0.9"]
