"""What a scenario gives to explain a scorecard with: its facts, its authority and its references, cut to what fits a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from scenarios.model import Fact, Scenario
from scenarios.standards import standards_of
from scenarios.truth import truth_of
from scoring.authority import in_words
from scoring.crediting import Settled
from scoring.explaining import Case
from scoring.offline.people import OwnerKind, owners
from scoring.offline.times import TimeShape, times
from scoring.sentence import Sentence

LONGEST, SHORT = 38, 26
"""Characters of a fact or a reference that stand inside a sentence; of one that only reminds."""
ENOUGH = 20
"""A sentence of so many characters stands alone; a shorter one takes the beginning of the next."""
ANGRY = 55

_CLAUSE = re.compile(r"[^，。；！？,;!?]+[，。；！？,;!?]?")
_QUESTION = re.compile(r"[^。！？!?]+(?=[？?])")
_ENDS = "，。；！？,;!?、： "
_MAN = re.compile(r"先生|师傅|大爷|叔|伯")


def pronoun(name: str) -> str:
    """他 or 她, by how the customer is addressed."""
    return "他" if _MAN.search(name) else "她"


def case_of(scenario: Scenario) -> Case:
    """The fields of `scenario`; one that it doesn't give is missing, and so is every wording that needs it."""
    fields = {
        "who": Sentence(pronoun(scenario.persona.name), "the customer"),
        "title": scenario.title.sentence,
        "feeling": Sentence("一肚子火", "angry")
        if scenario.mood.anger >= ANGRY
        else Sentence("心里不痛快", "ill at ease"),
    }
    fields |= _both(_facts(scenario))
    fields |= _offers(scenario)
    return Case(
        fields=fields,
        steps={step: _both(_reference(replies)) for step, replies in scenario.references.items()},
        standards={one.id: _stopless(one.text.sentence) for one in standards_of(scenario.standards)},
        ceiling=scenario.allowed.yuan,
    )


def _facts(scenario: Scenario) -> dict[str, str]:
    truth = truth_of(scenario)
    cause = next((fact for fact in scenario.facts if fact.settles == "cause"), None)
    loss = next((fact for fact in scenario.facts if fact.settles == "loss"), None)
    told = [fact for fact in scenario.facts if fact.known_by == "customer" and fact is not loss]
    suffered = [fact for fact in (loss, *told) if fact is not None]
    looked_up = [fact for fact in scenario.facts if fact.known_by == "lookup" and fact is not cause]
    given = [fact for fact in scenario.facts if fact.known_by == "trainee"]
    found = {
        "cause": _telling(cause, truth.cause),
        "cause_told": _telling(cause, truth.cause, SHORT) if _alone(scenario, "cause") else "",
        "where": cause.where if cause else "",
        "loss": _telling(loss, truth.loss),
        "loss_told": _telling(loss, truth.loss, SHORT) if _alone(scenario, "loss") else "",
        "plight": brief(suffered[0].text, SHORT) if suffered else "",
        "home": _telling(told[-1], None) if told else "",
        "offer_fact": _telling(next((fact for fact in given if fact.id == "offer"), None), None),
        "log": brief(scenario.card.log[0]) if scenario.card.log else "",
        "tags": brief("；".join(scenario.card.tags)),
    }
    for name, fact in zip(("known", "known2"), looked_up, strict=False):
        found |= {name: _telling(fact, None), f"{name}_where": fact.where}
    if looked_up:
        found |= {"gaps": _telling(looked_up[-1], None), "gaps_where": looked_up[-1].where}
    return found


def _alone(scenario: Scenario, what: str) -> bool:
    """Whether one fact settles it: with several nobody knows which of them a reply told."""
    return sum(fact.settles == what for fact in scenario.facts) == 1


def _offers(scenario: Scenario) -> dict[str, Sentence]:
    allowed = scenario.allowed
    found: dict[str, Sentence] = {}
    if allowed.stated:
        found["authority"] = in_words(allowed)
    if allowed.yuan:
        found["amount"] = Sentence(f"{allowed.yuan:.12g} 元", f"¥{allowed.yuan:.12g}")
    if allowed.gifts:
        found["gift"] = Sentence(allowed.gifts[0], allowed.gifts[0])
    return found


def _reference(replies: Iterable[str]) -> dict[str, str]:
    """The beginning of a step's first reference reply; the first question, time and person of any."""
    texts = list(replies)
    moments = (text[one.start : one.end] for text in texts for one in times(text) if one.shape is TimeShape.POINT)
    people = (text[one.start : one.end] for text in texts for one in owners(text) if one.kind is OwnerKind.NAMED)
    asked = (brief(found[0]) + "？" for text in texts for found in _QUESTION.finditer(text))
    return {
        "reference": brief(texts[0]) if texts else "",
        "ask": next(asked, ""),
        "time": next(moments, ""),
        "owner": next(people, ""),
    }


def _telling(fact: Fact | None, settled: Settled | None, longest: int = LONGEST) -> str:
    """The part of a fact that fits a line and says most of what settles it; its beginning where nothing is settled."""
    if fact is None:
        return ""
    if settled is None:
        return brief(fact.text, longest)
    clauses = _CLAUSE.findall(fact.text)
    parts = [brief("".join(clauses[at:]), longest) for at in range(len(clauses))]
    return max(parts, key=lambda part: sum(all(word in part for word in group) for group in settled.agree), default="")


def brief(text: str, longest: int = LONGEST) -> str:
    """The first clauses of `text` that fit a line; a single longer one is cut."""
    kept = ""
    for clause in _CLAUSE.findall(text.replace("\n", " ")):
        sentence_done = kept[-1:] in tuple("。！？!?") and len(kept) >= ENOUGH
        if kept and (sentence_done or len(kept) + len(clause.rstrip(_ENDS)) > longest):
            break
        kept += clause
    kept = kept.strip(_ENDS)
    return kept if len(kept) <= longest else f"{kept[:longest]}…"


def _both(words: Mapping[str, str]) -> dict[str, Sentence]:
    """Facts are written in the customer's language, so both versions of a sentence hold the same words."""
    return {name: Sentence(text, text) for name, text in words.items() if text}


def _stopless(sentence: Sentence) -> Sentence:
    return Sentence(sentence.zh.rstrip("。"), sentence.en.rstrip("."))
