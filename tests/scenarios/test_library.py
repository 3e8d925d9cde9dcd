"""The shipped drills play as they promise: clean files, golden conversations within their bounds, no canned customer."""

from __future__ import annotations

from functools import cache

import pytest

from scenarios.model import EndingKind, Golden, Scenario
from scenarios.reader import library_files, read_scenario
from scenarios.rehearsal import Rehearsal, rehearse
from scoring.offline.scorer import OfflineScorer
from scoring.reply import Reply, ReplyAssessment

FILES = library_files()
SEEDS = range(1, 21)
GOOD = 85


class Remembering:
    """The offline scorer, which needs to read the same reply to the same words only once."""

    def __init__(self) -> None:
        self._scorer = OfflineScorer()
        self._known: dict[Reply, ReplyAssessment] = {}

    @property
    def version(self) -> str:
        return self._scorer.version

    def assess(self, reply: Reply) -> ReplyAssessment:
        if reply not in self._known:
            self._known[reply] = self._scorer.assess(reply)
        return self._known[reply]


SCORER = Remembering()


@cache
def scenario(name: str) -> Scenario:
    path = next(path for path in FILES if path.stem == name)
    found = read_scenario(path).playable
    assert found is not None, f"{name} can't be played"
    return found


@cache
def played(name: str, replies: tuple[str, ...], seed: int, hand_over: bool = False) -> Rehearsal:
    return rehearse(scenario(name), replies, seed, SCORER, hand_over=hand_over)


def conversations(name: str) -> list[tuple[str, ...]]:
    return [golden.replies for golden in scenario(name).golden]


NAMES = [path.stem for path in FILES]
GOLDENS = [pytest.param(name, golden, id=f"{name}-{golden.name}") for name in NAMES for golden in scenario(name).golden]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_shipped_drill_has_no_diagnostics_and_is_named_as_its_file(path):
    file = read_scenario(path)
    assert [one.to("zh") for one in file.diagnostics] == []
    assert file.scenario is not None
    assert file.scenario.id == path.stem


@pytest.mark.parametrize(("name", "golden"), GOLDENS)
def test_a_golden_conversation_ends_as_written_and_within_its_bounds(name: str, golden: Golden):
    result = played(name, golden.replies, golden.seed, golden.handover is not None)
    low, high = golden.total
    assert (result.ending, result.handover) == (golden.ending, golden.handover)
    assert low <= result.scorecard.total <= high


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_conversation_that_settles_has_no_reply_to_spare(name: str):
    for golden in scenario(name).golden:
        if golden.ending is EndingKind.SETTLED:
            assert played(name, golden.replies, golden.seed).unused == ()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", [1, 7, 20])
def test_the_reference_conversation_is_a_good_one_whatever_the_seed(name: str, seed: int):
    result = played(name, scenario(name).reference_conversation, seed)
    assert result.scorecard.total >= GOOD
    assert result.ending is EndingKind.SETTLED


@pytest.mark.parametrize("name", NAMES)
def test_the_customer_says_nothing_twice(name: str):
    for replies in conversations(name):
        for seed in SEEDS:
            lines = [line for line in played(name, replies, seed).lines if line]
            assert len(lines) == len(set(lines)), f"seed {seed}: {lines}"


@pytest.mark.parametrize("name", NAMES)
def test_the_customer_always_has_an_answer_with_its_gaps_filled(name: str):
    for replies in conversations(name):
        for seed in SEEDS:
            for line in played(name, replies, seed).lines:
                assert line
                assert "{" not in line


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_conversation(name: str):
    for replies in conversations(name):
        again = rehearse(scenario(name), replies, 3, SCORER)
        assert again == played(name, replies, 3)


@pytest.mark.parametrize("name", NAMES)
def test_other_seeds_vary_the_wording(name: str):
    for replies in conversations(name):
        assert len({played(name, replies, seed).lines for seed in SEEDS}) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_conversation_is_shown_by_a_golden_one(name: str):
    goldens = scenario(name).golden
    assert len(goldens) >= 4
    assert any(one.ending is EndingKind.SETTLED and one.total[0] >= GOOD for one in goldens)
    assert any(one.ending in (EndingKind.LEFT, EndingKind.ESCALATED) and one.total[1] <= 20 for one in goldens)


@pytest.mark.parametrize("name", NAMES)
def test_the_drill_has_references_for_every_step_it_asks_for(name: str):
    asked = {"empathy", "cause", "fix", "compensation"} - set(scenario(name).steps_left_out)
    if scenario(name).kind == "complaint":
        assert all(len(scenario(name).references.get(step, ())) >= 2 for step in asked)
