"""Which levels hang on doubtful decisions: a drill read again as it would stand if those had gone the other way.

Every reading goes through crediting and joining anew, so that a check that couldn't count either way puts nothing in doubt.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from scoring.crediting import CreditedReply, credit
from scoring.evidence import Evidence
from scoring.progress import progress
from scoring.reply import Finding
from scoring.rubric import Rubric, Step
from scoring.sentence import Sentence

SURE = 0.75
"""From this probability on a decision is no doubtful one; a critical violation below it costs, and doesn't cap."""

_ANYWHERE = frozenset({"compensation.proportionate"})
"""Checks that crediting reads on their own words; where there are none, the whole reply may hold them."""
_NEEDS_WORDS = frozenset({"fabricate"})
"""Violations that take a check away only on words that both show; one without words takes none."""

_REASONS = (
    Sentence("“{step}”的等级取决于没有把握的{what}：{names}。", "The level of '{step}' hangs on doubtful {what}: {names}."),
    Sentence("“{step}”可能高一级，也可能低一级，要看{names}算不算。", "'{step}' could be a level higher or lower, as {names} is read."),
    Sentence("{names}听着两可，“{step}”该几级还不好说。", "{names} can be read either way, so the level of '{step}' is open."),
    Sentence("请再看一眼{names}：“{step}”差的就是这一级。", "Please look at {names} again: '{step}' turns on it."),
)  # fmt: skip
"""One wording for each step, so that no two reasons of a scorecard are alike."""

Levels = Mapping[str, int | None]


def doubtful_levels(
    rubric: Rubric, replies: Sequence[CreditedReply], left_out: Collection[str] = ()
) -> tuple[Sentence, ...]:
    """A reason for review for each step whose level could change within the doubtful decisions."""
    found = {name for reply in replies for name in reply.assessment.doubt}
    doubtful = [name for name in (*rubric.check_ids, *rubric.violation_ids) if name in found]
    if not doubtful:
        return ()
    now = progress(rubric, replies, left_out).levels
    singly = {name: _levels(rubric, replies, left_out, lose={name}, gain={name}) for name in doubtful}
    checks, violations = found & set(rubric.check_ids), found & set(rubric.violation_ids)
    together = (
        _levels(rubric, replies, left_out, lose=violations, gain=checks),
        _levels(rubric, replies, left_out, lose=checks, gain=violations),
    )
    reasons: list[Sentence] = []
    for position, step in enumerate(rubric.steps):
        alone = [name for name in doubtful if singly[name][step.id] != now[step.id]]
        if not alone and all(levels[step.id] == now[step.id] for levels in together):
            continue
        # Where it takes several, all of the step's own doubtful checks are named.
        named = alone or [name for name in step.check_ids if name in checks]
        reasons.append(_reason(rubric, step, named or sorted(violations), position))
    return tuple(reasons)


def _reason(rubric: Rubric, step: Step, named: Sequence[str], position: int) -> Sentence:
    names = [_name(rubric, name) for name in named]
    what = ("检查点", "checks") if set(named) <= set(rubric.check_ids) else ("判断", "decisions")
    pattern = _REASONS[position % len(_REASONS)]
    return Sentence(
        pattern.zh.format(step=step.name.zh, what=what[0], names="、".join(one.zh for one in names)),
        pattern.en.format(step=step.name.en, what=what[1], names=", ".join(one.en for one in names)),
    )


def _name(rubric: Rubric, name: str) -> Sentence:
    if name in rubric.check_ids:
        return rubric.check(name).name.sentence
    return next(one.name.sentence for one in rubric.violations if one.id == name)


def _levels(
    rubric: Rubric, replies: Iterable[CreditedReply], left_out: Collection[str], *, lose: set[str], gain: set[str]
) -> Levels:
    """The levels if the doubtful decisions on `lose` that were yes were no, and those on `gain` that were no were yes."""
    return progress(rubric, [_turned(rubric, reply, lose, gain) for reply in replies], left_out).levels


def _turned(rubric: Rubric, reply: CreditedReply, lose: set[str], gain: set[str]) -> CreditedReply:
    read = reply.assessment
    doubtful, found = read.doubt.keys(), {*read.check_ids, *read.violation_ids}
    lost = lose & doubtful & found
    gained = (gain & doubtful) - found - _NEEDS_WORDS
    if not lost and not gained:
        return reply
    checks = [one for one in read.checks if one.id not in lost]
    checks += [_supposed(name, reply) for name in rubric.check_ids if name in gained]
    violations = [one for one in read.violations if one.id not in lost]
    violations += [_supposed(name, reply) for name in rubric.violation_ids if name in gained]
    return credit(
        reply.n,
        reply.text,
        replace(read, checks=tuple(checks), violations=tuple(violations)),
        reply.truth,
        template=reply.template,
    )


def _supposed(name: str, reply: CreditedReply) -> Finding:
    whole = name in _ANYWHERE and bool(reply.text)
    evidence = (Evidence.cut(name, reply.text, 0, len(reply.text)),) if whole else ()
    return Finding(name, evidence, reply.assessment.doubt[name])
