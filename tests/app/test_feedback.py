"""What is said under a reply."""

from __future__ import annotations

from functools import cache

import pytest

from app.drills.feedback import Coach, examples_of
from app.drills.session import DrillSession
from scenarios.reader import library_files, read_scenario
from scoring.offline.scorer import OfflineScorer

FILES = {path.stem: path for path in library_files()}
SCORER = OfflineScorer()
_file = cache(read_scenario)  # reading YAML costs more than playing the drill
GOOD = "周女士，实在对不起，您留了两次言，两天没人回，昨天还专门请假回家白等一中午，换成我也一肚子火。"


@cache
def _examples(name):
    scenario = _file(FILES[name]).playable
    assert scenario is not None
    return examples_of(scenario, SCORER)


def heard(desk, replies, name="slow-response", look_up=()):
    """The remarks on each reply."""
    session = DrillSession.start(desk, _file(FILES[name]), SCORER, seed=1)
    coach = Coach(session.rubric, session.scenario, _examples(name))
    found = []
    for fact in look_up:
        session.look_up(fact)
    for text in replies:
        if session.ending is None:
            result = session.reply(text)
            found.append(coach.remarks(result, frozenset(session.progress.met), frozenset(look_up)))
    return found


def test_praise_quotes_what_was_said(desk):
    (remarks,) = heard(desk, [GOOD])
    assert remarks[0].position == 1
    quote = remarks[0].text.zh.partition("「")[2].partition("」")[0]
    assert quote in GOOD
    assert f"「{quote}」" in remarks[0].text.en


def test_what_is_to_be_looked_up_is_not_given_away(desk):
    (remarks,) = heard(desk, [GOOD])
    assert "工单系统" in remarks[0].text.zh
    assert "片区组" not in remarks[0].text.zh


def test_after_looking_up_the_invitation_has_an_example(desk):
    (remarks,) = heard(desk, [GOOD], look_up=("wrong_queue",))
    assert "可以" in remarks[0].text.zh or "比如" in remarks[0].text.zh


def test_a_violation_costs_once_and_comes_with_something_better(desk):
    said = ["我保证以后绝对不会再出这种问题。", "百分之百不会再出，我打包票。"]
    first, second = heard(desk, said)
    assert first[0].position == 0
    assert "扣 15 分" in first[0].text.zh
    assert "可以换成" in first[0].text.zh
    assert "再扣 7.5 分" in second[0].text.zh


def test_an_offer_beyond_the_authority_is_told_with_the_authority(desk):
    (remarks,) = heard(desk, ["耽误您了，这次赔您五百块钱，原路退回。"])
    assert any("能做主的是" in one.text.zh and "60元" in one.text.zh for one in remarks)


def test_a_reply_with_nothing_new_still_gets_a_next_step(desk):
    first, second = heard(desk, ["嗯。", "嗯，您说。"])
    assert first[0].text != second[0].text
    assert all(one.text.zh for one in (*first, *second))


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_two_remarks_of_a_drill_are_alike(desk, name):
    scenario = _file(FILES[name]).playable
    assert scenario is not None
    for golden in scenario.golden:
        told = [one.text.zh for remarks in heard(desk, golden.replies, name) for one in remarks]
        assert len(told) == len(set(told))
        assert all("！" not in one and "{" not in one for one in told)
