from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from sqlite3 import connect

import pytest
from sqlalchemy.dialects import sqlite

from app.records import Cursor, DrillEnd, DrillFilter, DrillStatus, Role
from app.records.queries import listing

NOON = datetime(2025, 3, 1, 4, 0, tzinfo=UTC)
SUPERVISOR_ASKS = [
    DrillFilter(),
    DrillFilter(person_id=1),
    DrillFilter(scenario_id="slow-response"),
    DrillFilter(person_id=1, status=DrillStatus.OPEN),
]


@pytest.fixture
def ticking(opened):
    """Records whose clock goes on a minute every third time it is asked."""
    asked = count()
    return opened(clock=lambda: NOON + timedelta(minutes=next(asked) // 3))


@pytest.fixture
def desk(ticking):
    return ticking.asked_by(ticking.add_person("王芳", Role.TRAINEE))


def pages(desk, limit, where=None):
    where = where or DrillFilter()
    page = desk.drills(where=where, limit=limit)
    found = [page.drills]
    while page.after is not None:
        page = desk.drills(where=where, limit=limit, after=page.after)
        found.append(page.drills)
    return found


@pytest.mark.parametrize(("limit", "sizes"), [(3, [3, 3, 1]), (7, [7]), (8, [7]), (1, [1] * 7)])
def test_pages_hold_every_drill_once_newest_first(desk, new_drill, limit, sizes):
    begun = [desk.begin_drill(new_drill).summary for _ in range(7)]
    found = pages(desk, limit)
    assert [len(page) for page in found] == sizes
    assert [drill for page in found for drill in page] == begun[::-1]


def test_a_drill_that_begins_meanwhile_shifts_nothing(desk, new_drill):
    begun = [desk.begin_drill(new_drill).summary for _ in range(4)]
    first = desk.drills(limit=2)
    desk.begin_drill(new_drill)
    assert desk.drills(limit=2, after=first.after).drills == (begun[1], begun[0])


def test_drills_are_filtered(ticking, desk, new_drill, card):
    plain = desk.begin_drill(new_drill)
    asked = desk.begin_drill(replace(new_drill, scenario_id="residual-smell"))
    doubtful = replace(card, figures=replace(card.figures, review=True))
    asked = desk.end_drill(asked.id, DrillEnd("settled", doubtful))
    for where, found in (
        (DrillFilter(scenario_id="slow-response"), plain),
        (DrillFilter(status=DrillStatus.ENDED), asked),
        (DrillFilter(review=True), asked),
    ):
        assert desk.drills(where=where).drills == (found.summary,)
    assert desk.drills(where=DrillFilter(review=False)).drills == ()


def plan(records, query):
    sql = str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    with closing(connect(records.path)) as connection:
        return sql, [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]


@pytest.mark.parametrize("where", SUPERVISOR_ASKS)
@pytest.mark.parametrize("after", [None, Cursor(NOON, 5)])
@pytest.mark.parametrize("role", Role)
def test_a_page_reads_an_index_and_sorts_nothing(ticking, where, after, role):
    person = ticking.add_person("王芳", role)
    sql, steps = plan(ticking, listing(person, where, after).limit(50))
    drill_step = next(step for step in steps if " drill " in f"{step} ")
    assert "USING INDEX ix_drill_" in drill_step
    assert not any("TEMP B-TREE" in step for step in steps)
    assert "OFFSET" not in sql.replace("LIMIT 50 OFFSET 0", "")
    assert "count(" not in sql.lower()
    if after is not None:
        assert "started<?" in drill_step
