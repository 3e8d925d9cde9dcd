"""The supervisor's list: every combination of its filters reads an index, and comments show in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, combinations

import pytest
from sqlalchemy.dialects import sqlite

from app.records import Act, Cursor, DrillEnd, DrillFilter, DrillStatus, Role
from app.records.database import make_engine, writing
from app.records.opening import FILE_NAME
from app.records.queries import listing
from app.records.revisions import migrate
from app.records.tables import Base

NOON = datetime(2025, 3, 1, 4, 0, tzinfo=UTC)
LISTED = DrillFilter(status=DrillStatus.ENDED)
CHOICES = {"person_id": 1, "scenario_id": "slow-response", "since": NOON, "review": True}
EVERY = [
    replace(LISTED, **{name: CHOICES[name] for name in names})
    for names in chain.from_iterable(combinations(CHOICES, many) for many in range(len(CHOICES) + 1))
]


@pytest.fixture
def supervisor(records):
    return records.asked_by(records.add_person("林静", Role.SUPERVISOR))


def drill_step(records, query):
    sql = str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    with closing(sqlite3.connect(records.path)) as connection:
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert not any("TEMP B-TREE" in step for step in steps), steps
    return next(step for step in steps if " drill " in f"{step} ")


@pytest.mark.parametrize("after", [None, Cursor(NOON, 5)])
@pytest.mark.parametrize("where", EVERY)
def test_each_combination_of_filters_reads_an_index_of_exactly_its_columns(records, supervisor, where, after):
    step = drill_step(records, listing(supervisor.person, where, after).limit(51))
    for column, asked in (("person_id", where.person_id), ("scenario_id", where.scenario_id), ("review", where.review)):
        assert (f"{column}=?" in step) is (asked is not None)
    assert ("started>?" in step) is (where.since is not None)
    assert ("started<?" in step) is (after is not None)


def test_a_list_says_which_drills_have_a_comment(desk, supervisor, new_drill):
    plain, said = desk.begin_drill(new_drill), desk.begin_drill(new_drill)
    desk.add_reply(said.id, n=1, act=Act.REPLY, text="对不起", elapsed_ms=1)
    supervisor.comment(said.id, 1, "说得实在。")
    assert {one.id: one.commented for one in supervisor.drills().drills} == {plain.id: False, said.id: True}


def test_drills_of_older_records_are_found_by_what_their_scorecards_ask(tmp_path, opened):
    engine = make_engine(tmp_path / FILE_NAME, busy_seconds=1, foreign_keys=False)
    with writing(engine).begin() as connection:
        migrate(connection, "0002")
        for statement in OLD_ROWS:
            connection.exec_driver_sql(statement)
    engine.dispose()
    records = opened()
    desk = records.asked_by(records.people()[0])
    assert [one.id for one in desk.drills(where=DrillFilter(review=True)).drills] == ["doubtful"]
    assert [one.id for one in desk.drills(where=DrillFilter(review=False)).drills] == ["sure"]
    assert len(desk.drill("doubtful").turns) == 1
    assert [one.text for one in desk.comments("doubtful")] == ["好"]


def test_a_drill_that_ends_is_found_by_what_its_scorecard_asks(desk, supervisor, new_drill, card):
    drill = desk.begin_drill(new_drill)
    desk.end_drill(drill.id, DrillEnd("settled", replace(card, figures=replace(card.figures, review=True))))
    assert [one.id for one in supervisor.drills(where=replace(LISTED, review=True)).drills] == [drill.id]


def _old_drill(row, name, status):
    return (
        "INSERT INTO drill (id, public_id, person_id, scenario_id, title_zh, title_en, scenario_hash, rubric_kind, "
        "rubric_hash, scorer, seed, mode, opening, first_state, started, ended, status) VALUES "
        f"({row}, '{name}', 1, 's', '题', 't', 'h', 'complaint', 'h', 'o', '1', 'practice', '喂', '{{}}', "
        f"'2025-03-01 04:00:00.000000', NULL, '{status}')"
    )


OLD_ROWS = (
    "INSERT INTO person VALUES (1, '林静', 'supervisor', '2025-03-01 04:00:00.000000', 1, 0)",
    "INSERT INTO document_version VALUES ('h', 'scenario', 's', 'x')",
    _old_drill(1, "doubtful", "ended"),
    _old_drill(2, "sure", "ended"),
    _old_drill(3, "unscored", "open"),
    "INSERT INTO turn VALUES (1, 1, 1, 'reply', '喂', '嗯', 1, 'unscored', NULL, NULL, NULL, NULL)",
    *(
        f"INSERT INTO scorecard VALUES ({row}, {row}, 50, 0, {review}, '{{}}', '{{}}', 'o', '2025-03-01 04:00:00.000000')"
        for row, review in ((1, 1), (2, 0))
    ),
    "INSERT INTO comment VALUES (1, 1, 1, 1, '好', '2025-03-01 04:00:00.000000', 0)",
)


def test_a_new_file_makes_its_indexes_in_one_order_shortest_first(records):
    with closing(sqlite3.connect(records.path)) as connection:
        rows = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'drill' AND sql IS NOT NULL ORDER BY rowid"
        )
        made = [name for (name,) in rows]
    widths = {index.name: len(index.columns) for index in Base.metadata.tables["drill"].indexes}
    assert made == sorted(made, key=lambda name: (widths[name], name))
