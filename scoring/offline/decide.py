"""Joins what the rules found, and what a learned part adds, to one yes or no for each id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Protocol

from scoring.offline.hits import Hit
from scoring.offline.reading import Reading

MET = 0.5
DOUBTFUL = (0.25, 0.75)
"""A decision whose probability lies between these is a doubtful one."""

UNQUOTED = 0.49
"""The most that an id gets for which there are no words to quote: it stays unmet, and is doubtful."""

SPEAKS = 0.3
"""Below this a rule's hit says no (the words are there, but denied, asked or told of others): nothing lifts it."""

MOST_DOWN = 2.0
"""The learned part takes no more than this from a rule's log-odds: strange words are no reason to silence a sure rule.
On unread writers it costs nothing; on terser ones it keeps what the rules know."""

MENTIONED = "mentioned"
"""No id of a rubric: how likely the reply only speaks of the words that its checks want (supposed, told, mocked, recited)
rather than saying them to this customer. The learned part has an opinion of it like that of an id."""

SURELY_MENTIONED = 0.85
"""From here on no check is likelier than that its words are said at all."""

# n-grams see the words, not that they are only supposed or told of others.
_SUPPOSED = re.compile("如果|假如|假使|倘若|难道|凭什么|凭啥|我要是|我们要是|要是我|换了我")
_QUOTED = re.compile("“[^”]*”|「[^」]*」|『[^』]*』|‘[^’]*’")
_SWORN = "(?:保证|担保|发誓|绝对|一定|肯定|百分之百|百分百|包您)"
_LATER = "(?:以后|往后|今后|下次|下回|将来|再也)"
_SWORN_FOR_LATER = re.compile(f"{_SWORN}[^，。！？!?]{{0,6}}{_LATER}|{_LATER}[^，。！？!?]{{0,6}}{_SWORN}")
"""A vow about later visits is an over-promise, and no action of ours on what is wrong now."""
_OFFERED = re.compile("[退赔补减免送券折抵赠]|报销|不收|[元块钱]|[我们家司店]出|垫付")
"""RUBRIC: to do the failed work again is a compensation only where it is offered as one or as free."""
_OF_OTHERS = re.compile(r"\s*(?:别家|别人家|人家公司|人家店|其他(?:公司|店|平台)|以前有|之前有个|上次有)")

_FLOOR = 0.02
_LEARNED_RULE = "learned.stretch"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the learned part makes of one id, the rules' hits weighed in; `start` to `end` carries it best, if any does."""

    probability: float
    start: int = 0
    end: int = 0


class Learned(Protocol):
    """The seam for a learned part: it sees the reading and all the rules' hits, and says how likely each id is."""

    @property
    def hash(self) -> str:
        """Changes with the model."""
        ...

    def opinions(self, reading: Reading, hits: Sequence[Hit]) -> Mapping[str, Opinion]:
        """Its opinion of each id that it knows about; an id left out stays with the rules."""
        ...


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome for one id. `hit` is the place to quote: the rules' best hit, or the learned part's stretch."""

    id: str
    probability: float
    hit: Hit | None

    @property
    def met(self) -> bool:
        """Met needs both a probability and words to quote."""
        return self.probability >= MET and self.hit is not None

    @property
    def doubtful(self) -> bool:
        """Whether a careful reader could well say otherwise."""
        return DOUBTFUL[0] < self.probability < DOUBTFUL[1]


def best_hits(hits: Iterable[Hit]) -> dict[str, Hit]:
    """The strongest hit of each id; of equals the first in the reply."""
    best: dict[str, Hit] = {}
    for hit in hits:
        known = best.get(hit.id)
        if known is None or (-hit.strength, hit.start, hit.end) < (-known.strength, known.start, known.end):
            best[hit.id] = hit
    return best


def decide(ids: Iterable[str], reading: Reading, hits: Sequence[Hit], learned: Learned | None) -> list[Decision]:
    """One decision for each of `ids`."""
    best = best_hits(hits)
    opinions = learned.opinions(reading, hits) if learned is not None else {}
    mentioned = opinions[MENTIONED].probability if MENTIONED in opinions else 0.0
    said = 1 - mentioned if mentioned >= SURELY_MENTIONED else 1.0
    decisions = [_join(one, reading, best.get(one), opinions.get(one), said) for one in ids]
    lifted = {one.id for one in decisions if one.met and _by_rules(best.get(one.id)) < MET}
    if lifted and _has_void(reading):
        # Words for a grader, or hardly any that are said to the customer: nothing is learned from those, so nothing is
        # lifted beside them.
        return [_join(one.id, reading, best.get(one.id), None, said) if one.id in lifted else one for one in decisions]
    return decisions


def _by_rules(hit: Hit | None) -> float:
    return min(max(hit.strength if hit else _FLOOR, _FLOOR), 1 - _FLOOR)


def _join(rubric_id: str, reading: Reading, hit: Hit | None, opinion: Opinion | None, said: float) -> Decision:
    """The decision on one id; a check is no likelier than `said`."""
    by_rules = _by_rules(hit)
    probability = by_rules if opinion is None else max(opinion.probability, _lowest(by_rules))
    if "." in rubric_id:  # a violation is one however it is meant
        probability = min(probability, said)
    if opinion is not None and by_rules < MET <= probability and not _may_lift(rubric_id, reading, hit, opinion):
        probability = UNQUOTED
    if opinion is not None and hit is None and probability >= MET:
        hit = Hit(rubric_id, opinion.start, opinion.end, opinion.probability, _LEARNED_RULE)
    return Decision(rubric_id, round(probability, 4), hit)


def _may_lift(rubric_id: str, reading: Reading, hit: Hit | None, opinion: Opinion) -> bool:
    """Whether there are words to quote, and no sign that they are denied, supposed, or told of others."""
    if hit is None and opinion.end <= opinion.start:
        return False
    if hit is not None and hit.strength < SPEAKS:
        return False
    from scoring.offline.rules import unsaid

    start, end = (hit.start, hit.end) if hit else (opinion.start, opinion.end)
    if unsaid.unsaid(reading, rubric_id, start, end):
        return False
    if any(one.start() <= start < one.end() for one in _QUOTED.finditer(reading.text)):
        return False
    clause = reading.clause_at(start)
    return _may_show(rubric_id, clause.text) and not _OF_OTHERS.match(reading.sentence_text(clause.sentence))


def _may_show(rubric_id: str, clause: str) -> bool:
    if _SUPPOSED.search(clause) or (rubric_id == "compensation.named" and not _OFFERED.search(clause)):
        return False
    return not (rubric_id.startswith("fix.") and _SWORN_FOR_LATER.search(clause))


def _lowest(by_rules: float) -> float:
    return 1 / (1 + exp(MOST_DOWN - log(by_rules / (1 - by_rules))))


def _has_void(reading: Reading) -> bool:
    from scoring.offline.rules import spoof, unsaid

    return bool(spoof.spans(reading)) or unsaid.mostly(reading)
