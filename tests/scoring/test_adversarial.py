"""Tricks gain next to nothing, and honest replies that look like them keep their levels."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.scoring.adversarial import COMPLAINT, HONEST, STEPS, Judged, judged, rows, share, table, tricks

MOST_GAINS = 0.05
MOST_LOSSES = 0.10
NOT_YET = {
    "before": "10 % of the tricks that the rules were mended by still gain, copied references first",
    "unread": "54 % of the tricks that no rule was mended by gain (80 % without rules/unsaid.py)",
    "after": "50 % of the tricks that somebody else wrote after the freeze gain",
}
"""Files that don't keep the bound yet. It is strict: whoever gets there must take the entry out."""


def told(found: list[Judged]) -> str:
    return "\n".join(["", *(str(one) for one in found), *table(found)])


def _file(path: Path):
    marks = [pytest.mark.xfail(reason=NOT_YET[path.stem])] if path.stem in NOT_YET else []
    return pytest.param(path, id=path.stem, marks=marks)


@pytest.mark.xfail(reason="see NOT_YET")
def test_few_tricks_gain_a_level_overall():
    found = [one for path in tricks() for one in judged(rows(path))]
    gainers = [one for one in found if one.gains]
    assert share(found) <= MOST_GAINS, told(gainers)


@pytest.mark.parametrize("path", [_file(path) for path in tricks()])
def test_few_tricks_of_a_file_gain_a_level(path: Path):
    found = judged(rows(path))
    gainers = [one for one in found if one.gains]
    assert share(found) <= MOST_GAINS, told(gainers)


def test_honest_replies_that_look_like_tricks_keep_their_levels():
    found = judged(rows(HONEST))
    losers = [one for one in found if one.losses]
    assert len(losers) <= MOST_LOSSES * len(found), told(losers)


@pytest.mark.parametrize("path", [*tricks(), HONEST], ids=lambda path: path.stem)
def test_levels_follow_from_the_checks(path: Path):
    for row in rows(path):
        assert row.checks <= set(COMPLAINT.check_ids), row.id
        assert row.levels == {step: COMPLAINT.level(step, row.checks) for step in STEPS}, row.id


def test_replies_are_many_and_no_two_alike():
    found = [row for path in [*tricks(), HONEST] for row in rows(path)]
    assert len({row.id for row in found}) == len({row.reply.text for row in found}) == len(found)
    before, honest = rows(tricks()[0]), rows(HONEST)
    assert (len(before) >= 120, len(honest) >= 30) == (True, True)
    assert min(Counter(row.trick for row in before).values()) >= 6
