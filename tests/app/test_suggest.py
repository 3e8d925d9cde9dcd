from __future__ import annotations

from app.drills.suggest import Choice, Played, Suggestion, Why, best_totals, mean_levels, suggest

EASY, HARD, OTHER = Choice("easy", "complaint", 1), Choice("hard", "complaint", 4), Choice("ask", "inquiry", 2)
ALL = (HARD, EASY, OTHER)


def played(scenario: str, total: float | None = 90, **levels: int | None) -> Played:
    return Played(scenario, levels or {"empathy": 3, "cause": 3}, total)


def test_the_easiest_comes_first_where_nothing_was_played():
    assert suggest(ALL, []) == Suggestion("easy", Why.FIRST)


def test_nothing_is_suggested_where_nothing_can_be_played():
    assert suggest([], [played("easy")]) is None


def test_a_weak_step_asks_for_a_new_scenario_of_its_kind():
    past = [played("easy", empathy=3, cause=1)]
    assert suggest(ALL, past) == Suggestion("hard", Why.WEAK_STEP, "cause")


def test_a_weak_step_whose_scenarios_were_all_played_asks_for_the_one_farthest_back():
    past = [played("easy", cause=0), played("hard", cause=0)]
    assert suggest(ALL, past) == Suggestion("hard", Why.WEAK_AGAIN, "cause")


def test_the_weakest_of_several_kinds_decides():
    past = [played("easy", cause=1), played("ask", probe=0, choice=3)]
    found = suggest(ALL, past)
    assert found is not None
    assert (found.scenario_id, found.step) == ("ask", "probe")


def test_of_two_equal_steps_the_earlier_one_is_practised():
    found = suggest(ALL, [played("easy", empathy=1, cause=1)])
    assert found is not None
    assert found.step == "empathy"


def test_what_was_never_played_comes_where_no_step_is_weak():
    assert suggest(ALL, [played("easy")]) == Suggestion("ask", Why.NEW)


def test_the_lowest_best_comes_where_all_were_played_well():
    past = [played("easy", 95), played("hard", 85), played("hard", 70), played("ask", 88, probe=3)]
    assert suggest(ALL, past) == Suggestion("hard", Why.BETTER)


def test_a_drill_without_a_score_is_no_zero():
    past = [played("easy", None, cause=0), played("easy", cause=3)]
    assert mean_levels(past) == {"cause": 3.0}
    assert best_totals(past) == {"easy": 90}


def test_only_the_last_five_scored_drills_tell_how_a_step_stands():
    past = [*(played("easy", cause=3) for _ in range(5)), played("easy", cause=0)]
    assert mean_levels(past) == {"cause": 3.0}


def test_a_step_that_a_scenario_leaves_out_does_not_count():
    assert mean_levels([played("easy", cause=None, fix=2)]) == {"fix": 2.0}
