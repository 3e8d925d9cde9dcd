"""Plays a scenario from a list of replies to its scorecard, with no record kept: for tests, benches and authors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenarios.customer.protocol import CustomerState, Response
from scenarios.customer.scripted import ScriptedCustomer
from scenarios.model import EndingKind, Handover, Scenario
from scenarios.truth import reply_to, terms_of, truth_of
from scoring.crediting import CreditedReply, credit
from scoring.reply import Scorer
from scoring.rubric import shipped_rubric
from scoring.scorecard import Scorecard, scorecard
from scoring.similarity import is_template


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A drill played from beginning to end.

    `lines` and `states` are the customer's, the opening first; `credited` the replies that were used, so that
    `lines[i]` is what `credited[i]` answers. Replies left over after an ending are in `unused`. A drill whose replies
    ran out before an ending is `broken_off`.
    """

    lines: tuple[str, ...]
    states: tuple[CustomerState, ...]
    credited: tuple[CreditedReply, ...]
    unused: tuple[str, ...]
    ending: EndingKind
    scorecard: Scorecard
    handover: Handover | None = None


def rehearse(
    scenario: Scenario,
    replies: Sequence[str],
    seed: int,
    scorer: Scorer,
    *,
    hand_over: bool = False,
    after: EndingKind | None = None,
    elsewhere: tuple[str, ...] = (),
) -> Rehearsal:
    """Play `replies` in `scenario`: the same words as a drill of the window with that seed, and the same scorecard.
    With `hand_over` the case then goes to a superior, unless it has ended before. `after` is the ending of the drill that
    this one follows, `elsewhere` what the trainee said in other drills.

    Pure, as the customer and every scorer are. Raises PeilianError for a kind without a rubric.
    """
    rubric = shipped_rubric(scenario.kind)
    truth = truth_of(scenario)
    customer = ScriptedCustomer(scenario, rubric, seed)
    response = customer.open(after)
    heard: list[Response] = [response]
    credited: tuple[CreditedReply, ...] = ()
    for n, text in enumerate(replies, 1):
        said_to_her = tuple(one.line for one in heard if one.line)
        assessment = scorer.assess(reply_to(scenario, text, said_to_her, tuple(replies[: n - 1])))
        credited = (*credited, credit(n, text, assessment, truth, template=is_template(text, elsewhere)))
        response = customer.respond(response.state, credited)
        heard.append(response)
        if response.ending is not None:
            break
    if hand_over and response.ending is None:
        response = customer.hand_over(response.state, credited)
        heard.append(response)
    ending = response.ending or EndingKind.BROKEN_OFF
    told = f"{ending.value}:{response.handover.value}" if response.handover else ending.value
    return Rehearsal(
        lines=tuple(one.line for one in heard),
        states=tuple(one.state for one in heard),
        credited=credited,
        unused=tuple(replies[len(credited) :]),
        ending=ending,
        scorecard=scorecard(rubric, credited, terms_of(scenario), told),
        handover=response.handover,
    )
