import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from sqlite3 import connect

import pytest
from sqlalchemy import event

from app.records import Act, DrillEnd, DrillStatus, Mode, TurnStatus
from app.records.opening import FILE_NAME
from scoring.sentence import PeilianError, Sentence

NOON = datetime(2025, 3, 1, 4, 0, tzinfo=UTC)


@pytest.fixture
def drill(desk, new_drill):
    return desk.begin_drill(new_drill)


def say(desk, drill, text="对不起，让您久等了。", n=1):
    return desk.add_reply(drill.id, n=n, act=Act.REPLY, text=text, elapsed_ms=4_200)


# Beginning


def test_a_drill_begins_open_with_all_that_it_was_given(desk, trainee, new_drill):
    drill = desk.begin_drill(replace(new_drill, seed=2**80, mode=Mode.EXAM))
    assert desk.drill(drill.id) == drill
    assert (drill.summary.person, drill.summary.started, drill.summary.mode) == (trainee, NOON, Mode.EXAM)
    assert (drill.summary.title, drill.summary.status) == (Sentence("等了很久", "A long wait"), DrillStatus.OPEN)
    assert (drill.seed, drill.state, drill.opening) == (2**80, new_drill.state, new_drill.opening)


def test_scenario_and_rubric_are_kept_as_they_were(desk, drill, new_drill):
    assert desk.document(drill.scenario_hash) == new_drill.scenario
    assert desk.document(drill.rubric_hash) == new_drill.rubric


def test_a_second_drill_shares_the_kept_documents(desk, drill, new_drill):
    assert desk.begin_drill(new_drill).scenario_hash == drill.scenario_hash


def test_two_texts_under_one_hash_are_a_bug(desk, drill, new_drill):
    with pytest.raises(ValueError, match="5ce0a"):
        desk.begin_drill(replace(new_drill, scenario=replace(new_drill.scenario, source="id: other\n")))


def test_a_document_that_was_never_kept_is_told(desk):
    with pytest.raises(PeilianError, match="没有这个版本"):
        desk.document("404")


# Turns


def test_a_reply_is_stored_unscored_with_the_line_that_it_answers(desk, drill, new_drill):
    turn = say(desk, drill)
    assert desk.drill(drill.id).turns == (turn,)
    assert desk.drill(drill.id).waiting == turn
    assert (turn.status, turn.customer, turn.assessment) == (TurnStatus.UNSCORED, new_drill.opening, None)


def test_the_same_reply_twice_is_stored_once(desk, drill):
    assert say(desk, drill) == say(desk, drill)
    assert len(desk.drill(drill.id).turns) == 1


def test_another_reply_in_the_same_turn_is_refused(desk, drill):
    turn = say(desk, drill)
    with pytest.raises(PeilianError, match="别的窗口"):
        say(desk, drill, "别的话")
    assert desk.drill(drill.id).turns == (turn,)


@pytest.mark.parametrize("n", [0, 2, -1])
def test_a_turn_out_of_order_is_refused(desk, drill, n):
    with pytest.raises(PeilianError, match="别的窗口"):
        say(desk, drill, n=n)


def test_a_reply_waits_for_the_one_before_to_be_scored(desk, drill):
    say(desk, drill)
    with pytest.raises(PeilianError, match="别的窗口"):
        say(desk, drill, n=2)


def test_the_outcome_of_a_turn_comes_back_as_it_was(desk, drill, outcome, assessment):
    say(desk, drill)
    turn = desk.finish_turn(drill.id, 1, outcome)
    assert desk.drill(drill.id).turns == (turn,)
    assert (turn.status, turn.assessment, turn.mood) == (TurnStatus.SCORED, assessment, {"anger": 62.5})
    assert (turn.reply, desk.drill(drill.id).state) == ("那你说怎么办？", {"beat": "calmer"})


def test_a_scored_turn_stays_as_it_is(desk, drill, outcome):
    say(desk, drill)
    first = desk.finish_turn(drill.id, 1, outcome)
    assert desk.finish_turn(drill.id, 1, replace(outcome, reply="不一样的话")) == first


def test_the_next_turn_answers_the_customers_last_words(desk, drill, outcome):
    say(desk, drill)
    desk.finish_turn(drill.id, 1, outcome)
    desk.add_reply(drill.id, n=2, act=Act.LOOK_UP, text="log", elapsed_ms=0)
    desk.finish_turn(drill.id, 2, replace(outcome, assessment=None, reply=None))
    assert say(desk, drill, n=3).customer == "那你说怎么办？"


def test_an_outcome_without_a_reply_is_refused(desk, drill, outcome):
    with pytest.raises(PeilianError, match="别的窗口"):
        desk.finish_turn(drill.id, 1, outcome)


def test_turns_come_in_order(desk, drill, outcome):
    for n in range(1, 13):
        say(desk, drill, n=n)
        desk.finish_turn(drill.id, n, outcome)
    assert [turn.n for turn in desk.drill(drill.id).turns] == list(range(1, 13))


# Text


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("a\0b", "ab"),
        ("\ud83d好", "\ufffd好"),
        ("\u202e倒\u200f", "\u202e倒\u200f"),
        ("😀" * 10_000, "😀" * 10_000),
        ("", ""),
    ],
)
def test_any_text_is_stored_and_comes_back_as_the_same_turn(desk, drill, typed, stored):
    assert say(desk, drill, typed).text == stored
    assert desk.drill(drill.id).turns[0].text == stored
    assert say(desk, drill, typed).text == stored


def test_an_id_that_no_database_can_hold_is_simply_not_there(desk):
    with pytest.raises(PeilianError, match="找不到"):
        desk.drill("\udcff\0")


def test_surrogates_inside_data_are_made_storable(desk, drill, outcome):
    say(desk, drill)
    turn = desk.finish_turn(drill.id, 1, replace(outcome, state={"said": "\udc00"}, reply="好\0的"))
    assert (turn.state, turn.reply) == ({"said": "\ufffd"}, "好的")


# Endings


def test_the_last_turn_ending_and_scorecard_are_stored_together(desk, drill, outcome, settled):
    say(desk, drill)
    desk.finish_turn(drill.id, 1, replace(outcome, end=settled))
    ended = desk.drill(drill.id)
    assert (ended.summary.status, ended.summary.ending, ended.summary.ended) == (DrillStatus.ENDED, "settled", NOON)
    assert ended.scorecard == settled.scorecard
    assert ended.summary.figures == settled.scorecard.figures


def test_an_outcome_that_cant_be_stored_leaves_the_turn_unscored(desk, drill, outcome, settled):
    say(desk, drill)
    too_much = replace(
        settled, scorecard=replace(settled.scorecard, figures=replace(settled.scorecard.figures, total=101))
    )
    with pytest.raises(Exception, match="ck_scorecard_total"):
        desk.finish_turn(drill.id, 1, replace(outcome, end=too_much))
    assert desk.drill(drill.id).waiting is not None
    assert desk.drill(drill.id).summary.status is DrillStatus.OPEN


def test_a_drill_ends_between_turns_and_only_once(desk, drill, settled):
    ended = desk.end_drill(drill.id, replace(settled, handover="early"))
    assert (ended.handover, ended.summary.ending) == ("early", "settled")
    assert desk.end_drill(drill.id, DrillEnd("broken_off")) == ended


def test_a_drill_that_isnt_scored_has_no_figures(desk, drill):
    ended = desk.end_drill(drill.id, DrillEnd("broken_off"))
    assert (ended.scorecard, ended.summary.figures) == (None, None)


def test_an_ended_drill_takes_no_more_words(desk, drill, outcome):
    say(desk, drill)
    desk.end_drill(drill.id, DrillEnd("broken_off"))
    with pytest.raises(PeilianError, match="已经结束"):
        desk.finish_turn(drill.id, 1, outcome)
    with pytest.raises(PeilianError, match="已经结束"):
        say(desk, drill, n=2)
    assert len(desk.drill(drill.id).turns) == 1


def test_only_drills_that_can_go_on_are_open(desk, drill, new_drill):
    desk.end_drill(desk.begin_drill(new_drill).id, DrillEnd("left"))
    assert desk.open_drills() == (drill.summary,)


# What the world does


def test_several_threads_may_write_at_once(opened, trainee, new_drill):
    desk = opened(busy_seconds=30).asked_by(trainee)
    with ThreadPoolExecutor(4) as pool:
        begun = list(pool.map(lambda _: desk.begin_drill(new_drill).id, range(12)))
    assert {drill.id for drill in desk.open_drills()} == set(begun)


def test_a_reply_survives_a_killed_program(opened, desk, drill, tmp_path):
    script = (
        "import os, pathlib, signal, sys; from app.records import Act, open_records\n"
        "records = open_records(pathlib.Path(sys.argv[1])); desk = records.asked_by(records.people()[0])\n"
        "desk.add_reply(sys.argv[2], n=1, act=Act.REPLY, text='对不起', elapsed_ms=1)\n"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(tmp_path), drill.id], check=False)
    assert killed.returncode != 0
    again = opened()
    assert again.notices == ()
    assert [turn.text for turn in desk.drill(drill.id).turns] == ["对不起"]


def test_a_locked_file_is_told_and_the_reply_can_be_sent_again(desk, drill, tmp_path):
    with closing(connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(PeilianError, match="另一个程序"):
            say(desk, drill)
        assert desk.drill(drill.id).turns == ()  # reading goes on
    assert say(desk, drill).n == 1


def test_a_full_disk_is_told_and_nothing_is_lost(opened, small_disk, fill, trainee, new_drill, outcome):
    records = opened(small_disk)
    desk = records.asked_by(records.add_person("王芳", trainee.role))
    drill = desk.begin_drill(new_drill)
    stored = [say(desk, drill)]
    filler = fill()
    with pytest.raises(PeilianError, match="磁盘已满"):
        desk.finish_turn(drill.id, 1, replace(outcome, reply="很长的话" * 50_000))
    assert list(desk.drill(drill.id).turns) == stored
    filler.unlink()
    assert desk.finish_turn(drill.id, 1, outcome).status is TurnStatus.SCORED


def limit(connection):
    connection.execute("PRAGMA max_page_count=1")


def test_a_file_that_may_not_grow_is_told_and_nothing_is_lost(records, desk, drill):
    before = desk.drill(drill.id)
    # The pragma holds for one connection only, so it has to reach those that the records use.
    event.listen(records._database._reader, "checkout", lambda connection, *_: limit(connection))
    with pytest.raises(PeilianError, match="磁盘已满"):
        say(desk, drill, "很长的话" * 10_000)
    assert desk.drill(drill.id) == before


def test_damage_that_shows_later_is_told(desk, drill, tmp_path):
    say(desk, drill)
    with closing(connect(tmp_path / FILE_NAME)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    content = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(PeilianError, match="记录文件已损坏"):
        desk.drill(drill.id)
