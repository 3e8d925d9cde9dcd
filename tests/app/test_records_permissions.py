import pytest

from app.records import ALLOWED, Act, DrillEnd, DrillFilter, Person, Right, Role, Scope
from scoring.sentence import PeilianError

ALL = tuple(Role)
READS_WORDS = {Role.SUPERVISOR}
READS_FIGURES = {Role.SUPERVISOR, Role.TRAINER}


@pytest.fixture
def others(desk, new_drill):
    """A trainee's drill with a turn, which others ask for."""
    drill = desk.begin_drill(new_drill)
    desk.add_reply(drill.id, n=1, act=Act.REPLY, text="对不起", elapsed_ms=1)
    return desk.drill(drill.id)


@pytest.fixture
def desk_of(records):
    return lambda role: records.asked_by(records.add_person(f"另一位{role}", role))


WRITES = {
    "reply": lambda desk, drill, _: desk.add_reply(drill.id, n=2, act=Act.REPLY, text="好", elapsed_ms=1),
    "same reply": lambda desk, drill, _: desk.add_reply(drill.id, n=1, act=Act.REPLY, text="对不起", elapsed_ms=1),
    "outcome": lambda desk, drill, outcome: desk.finish_turn(drill.id, 1, outcome),
    "end": lambda desk, drill, _: desk.end_drill(drill.id, DrillEnd("left")),
}


@pytest.mark.parametrize("role", ALL)
@pytest.mark.parametrize("write", WRITES)
def test_nobody_writes_anothers_drill(desk, desk_of, others, outcome, role, write):
    with pytest.raises(PeilianError):
        WRITES[write](desk_of(role), others, outcome)
    assert desk.drill(others.id) == others


@pytest.mark.parametrize("role", ALL)
def test_who_reads_what_another_said(desk_of, others, role):
    if role in READS_WORDS:
        assert desk_of(role).drill(others.id) == others
    else:
        with pytest.raises(PeilianError):
            desk_of(role).drill(others.id)


@pytest.mark.parametrize("role", ALL)
def test_who_sees_anothers_figures(desk_of, others, role):
    if role in READS_FIGURES:
        assert desk_of(role).summary(others.id) == others.summary
    else:
        with pytest.raises(PeilianError):
            desk_of(role).summary(others.id)


@pytest.mark.parametrize("role", ALL)
def test_who_finds_anothers_drill_in_the_list(desk_of, others, role):
    found = desk_of(role).drills().drills
    assert found == ((others.summary,) if role in READS_FIGURES else ())


@pytest.mark.parametrize("role", ALL)
def test_who_may_ask_for_the_drills_of_a_person(desk_of, others, role):
    where = DrillFilter(person_id=others.summary.person.id)
    if role in READS_FIGURES:
        assert desk_of(role).drills(where=where).drills == (others.summary,)
    else:
        with pytest.raises(PeilianError):
            desk_of(role).drills(where=where)


@pytest.mark.parametrize("role", ALL)
def test_open_drills_are_ones_own(desk_of, others, new_drill, role):
    desk = desk_of(role)
    mine = desk.begin_drill(new_drill)
    assert desk.open_drills() == (mine.summary,)


@pytest.mark.parametrize("role", ALL)
def test_everyone_plays_and_reads_her_own(desk_of, new_drill, outcome, settled, role):
    desk = desk_of(role)
    drill = desk.begin_drill(new_drill)
    desk.add_reply(drill.id, n=1, act=Act.REPLY, text="对不起", elapsed_ms=1)
    desk.finish_turn(drill.id, 1, outcome)
    ended = desk.end_drill(drill.id, settled)
    assert desk.drill(drill.id) == ended
    assert desk.summary(drill.id) in desk.drills().drills
    assert desk.document(drill.scenario_hash) == new_drill.scenario


@pytest.mark.parametrize("ask", ["drill", "summary"])
def test_a_trainee_cant_tell_anothers_drill_from_none(desk_of, others, ask):
    desk = desk_of(Role.TRAINEE)
    told = []
    for drill_id in (others.id, "no such id"):
        with pytest.raises(PeilianError) as refused:
            getattr(desk, ask)(drill_id)
        told.append(refused.value.sentence)
    assert told[0] == told[1]


def test_the_role_is_what_the_records_say_not_what_the_caller_says(records, others):
    real = records.add_person("李强", Role.TRAINEE)
    claimed = Person(real.id, real.name, Role.SUPERVISOR, real.created, active=True)
    assert records.asked_by(claimed).person.role is Role.TRAINEE


def test_the_table_names_every_role_and_every_right():
    assert set(ALLOWED) == set(Role)
    assert all(set(rights) == set(Right) for rights in ALLOWED.values())
    assert {rights[Right.PLAY] for rights in ALLOWED.values()} == {Scope.OWN}
