"""What is said under a reply: praise that quotes, one thing to say next, and a violation told once. No window here.

A Coach hears the replies of one drill in order and never says the same twice, so a resumed drill reads as it did.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.drills import feedback_words as words
from app.drills.check_names import short_name
from app.drills.session import TurnResult
from scenarios.case import pronoun
from scenarios.model import Fact, Scenario
from scenarios.truth import reply_to
from scoring.authority import in_words
from scoring.crediting import Refusal
from scoring.quoting import hurts, quotations
from scoring.reply import Finding, Reason, Scorer
from scoring.rubric import TOP_LEVEL, Rubric, Severity, Step
from scoring.scorecard import CRITICAL_CAP, PRICE, SURE
from scoring.sentence import Sentence

Examples = Mapping[str, tuple[str, ...]]

_CLAUSE_END = "，。！？；：、,.!?;:\n"
_LONGEST_QUOTE = 16
_SHORTEST_EXAMPLE, _LONGEST_EXAMPLE = 4, 22


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of feedback: the step that it is about, by its position in the rubric from 1; 0 is a violation."""

    position: int
    text: Sentence


@dataclass
class Coach:
    """Gives the remarks on the replies of one drill; `examples` are what could be said, by check id."""

    rubric: Rubric
    scenario: Scenario
    examples: Examples = field(default_factory=dict)
    _said: set[str] = field(default_factory=set)
    _met: set[str] = field(default_factory=set)
    _broken: dict[str, int] = field(default_factory=dict)

    def remarks(self, result: TurnResult, met: Collection[str], looked_up: Collection[str] = ()) -> tuple[Remark, ...]:
        """What to say under the reply of `result`; `met` are the checks that the drill meets after it."""
        found = [remark for one in result.assessment.violations if (remark := self._fault(one)) is not None]
        found += self._template(result)
        fresh = [
            one for one in result.credited.checks if one.id in met and one.id not in self._met and _praised(result, one)
        ]
        lost = self._met & set(result.assessment.taken_back)
        self._met = set(met)
        main = self._main_step(fresh)
        target = self._target(main, result.levels)
        lead = (
            self._praise(main, fresh, result) if main else self._no_praise(result, lost=bool(lost), fault=bool(found))
        )
        invite = self._invitation(target, main, looked_up) if target and result.ending is None else None
        text = _joined(lead, invite)
        if text is not None:
            about = main or target
            position = self.rubric.steps.index(about) + 1 if about else 1
            found.append(Remark(position, text))
        return tuple(found)

    # Praise

    def _main_step(self, fresh: Iterable[Finding]) -> Step | None:
        counts = {step.id: 0 for step in self.rubric.steps}
        for one in fresh:
            counts[one.id.partition(".")[0]] += 1
        best = max(self.rubric.steps, key=lambda step: counts[step.id])  # the earliest of equals
        return best if counts[best.id] else None

    def _praise(self, main: Step, fresh: list[Finding], result: TurnResult) -> Sentence:
        own = [one for one in fresh if one.id in main.check_ids]
        best = max(
            own, key=lambda one: (one.id.endswith(".specific"), one.id == main.key_id, -main.check_ids.index(one.id))
        )
        quote = quoted(result.reply, best)
        others = [one for one in own if one is not best]
        about = self._fields(main, best.id) | {"q": quote}
        if len(own) == len(main.checks):
            # Another wording for each step, whatever it quotes.
            fresh_wordings = [one for one in words.PRAISE_ALL if one.zh not in self._said] or list(words.PRAISE_ALL)
            self._said.add(fresh_wordings[0].zh)
            choices = [_filled(one, about) for one in fresh_wordings]
        else:
            also = _names(short_name(self.rubric, one.id) for one in others)
            tail = _filled(words.ALSO_CHECKS, also) if others else Sentence("", "")
            sentences = [one for one in (words.PRAISE.get(best.id), *words.PRAISE_ANY) if one is not None]
            choices = [_added(_filled(one, about), tail) for one in sentences]
        further = [
            step for step in self.rubric.steps if step is not main and {one.id for one in fresh} & set(step.check_ids)
        ]
        if further:
            tail = _filled(words.ALSO_STEPS, _names(step.name.sentence for step in further))
            choices = [_added(one, tail) for one in choices]
        stopped = [_added(one, Sentence("。", ".")) for one in choices]
        return self._first_unsaid(stopped) or stopped[-1]

    def _no_praise(self, result: TurnResult, *, lost: bool, fault: bool) -> Sentence | None:
        if lost:
            return self._first_unsaid(words.TAKEN_BACK)
        withheld = [one.why for one in result.credited.withheld]
        if withheld:
            return self._first_unsaid(withheld)
        if fault or result.ending is not None:
            return None  # the violation, or the customer's last word, says it
        return self._first_unsaid(_filled(one, self._fields()) for one in words.NOTHING_NEW)

    # What to say next

    def _target(self, main: Step | None, levels: Mapping[str, int | None]) -> Step | None:
        """The step to go on with: this reply's own where it is nearly there, else the first that isn't begun."""
        kept = [step for step in self.rubric.steps if levels.get(step.id) is not None]
        open_ = [step for step in kept if (levels[step.id] or 0) < TOP_LEVEL]
        if main in open_ and main is not None:
            before = kept[: kept.index(main)]
            if all(levels[step.id] for step in before):
                return main
        for most in (0, 1, 2):
            found = next((step for step in open_ if (levels[step.id] or 0) <= most), None)
            if found is not None:
                return found
        return None

    def _invitation(self, target: Step, main: Step | None, looked_up: Collection[str]) -> Sentence | None:
        missing = self._missing(target, self._met)
        return self._first_unsaid(self._invitations(target, main, missing, looked_up))

    def _missing(self, step: Step, met: Collection[str]) -> list[str]:
        """What the step still lacks, its key check first."""
        return sorted((one for one in step.check_ids if one not in met), key=lambda one: one != step.key_id)

    def _invitations(
        self, target: Step, main: Step | None, missing: list[str], looked_up: Collection[str]
    ) -> Iterator[Sentence]:
        for check_id in missing:
            about = self._fields(target, check_id)
            place = self._to_look_up(check_id, looked_up)
            if place is not None:
                # An example would give away what is still to be found out.
                for one in words.LOOK_FIRST:
                    yield _filled(one, about | {"where": place.where})
                continue
            templates = words.SAME_STEP if target is main else words.OTHER_STEP
            strong = self.rubric.check(check_id).example.strong
            examples = [one.rstrip("。") for one in (*self.examples.get(check_id, ()), strong)]
            fresh = [one for one in examples if one not in self._said] or examples
            for template in templates:
                for example in fresh:
                    yield _filled(template, about | {"x": example})
        for check_id in missing:
            if self._to_look_up(check_id, looked_up) is None:
                for one in words.WITHOUT_EXAMPLE:
                    yield _filled(one, self._fields(target, check_id))

    def _to_look_up(self, check_id: str, looked_up: Collection[str]) -> Fact | None:
        settles = {"cause.concrete": "cause", "cause.verified": "cause", "compensation.proportionate": "loss"}.get(
            check_id
        )
        for fact in self.scenario.facts:
            if settles and fact.settles == settles and fact.known_by == "lookup" and fact.id not in looked_up:
                return fact
        return None

    def _template(self, result: TurnResult) -> Iterator[Remark]:
        """That words for everybody were said to her, once a drill, at the first step that lost by it."""
        lost = next((one for one in result.credited.withheld if one.refusal is Refusal.TEMPLATE), None)
        told = self._first_unsaid([lost.why]) if lost is not None else None
        if lost is not None and told is not None:
            step = self.rubric.step(lost.id.partition(".")[0])
            yield Remark(self.rubric.steps.index(step) + 1, told)

    # Violations

    def _fault(self, found: Finding) -> Remark | None:
        violation = next(one for one in self.rubric.violations if one.id == found.id)
        times = self._broken[found.id] = self._broken.get(found.id, 0) + 1
        price = PRICE[violation.severity]
        beyond = found.reason is Reason.BEYOND_AUTHORITY
        name = {"name": violation.name.zh, "name_en": violation.name.en}
        about = self._fields() | name | {"q": found.evidence[0].quote.strip(_CLAUSE_END), "cap": f"{CRITICAL_CAP:g}"}
        head = words.BEYOND if beyond else words.FAULTS.get(found.id, words.FAULT_ANY)
        if times == 1:
            cost, points = words.COSTS, price
        else:
            cost, points = (words.COSTS_MORE, price / 2) if times == 2 else (words.COSTS_NO_MORE, 0)
        text = _added(_filled(head, about), _filled(cost, {"cost": f"{points:g}"}))
        if times == 1 and violation.severity is Severity.CRITICAL and found.probability >= SURE:
            text = _joined(text, _filled(words.CAPPED, about)) or text
        if beyond:
            allowed = in_words(self.scenario.allowed)
            better = Sentence(words.MAY_OFFER.zh.format(x=allowed.zh), words.MAY_OFFER.en.format(x=allowed.en))
        else:
            better = _filled(words.INSTEAD, {"x": violation.example.weak.rstrip("。")})
        told = self._first_unsaid([_joined(text, self._first_unsaid([better])) or text])
        return Remark(0, told) if told is not None else None

    # Helpers

    def _fields(self, step: Step | None = None, check_id: str = "") -> dict[str, str]:
        given = {"who": pronoun(self.scenario.persona.name), "who_en": "the customer", "who_cap": "The customer"}
        if step is not None:
            given |= {"step": step.name.zh, "step_en": step.name.en}
        if check_id:
            name, check = short_name(self.rubric, check_id), self.rubric.check(check_id)
            given |= {
                "name": name.zh,
                "name_en": check.name.en,
                "about": check.description.zh,
                "about_en": check.description.en,
            }
        return given

    def _first_unsaid(self, choices: Iterable[Sentence]) -> Sentence | None:
        for one in choices:
            if one.zh not in self._said:
                self._said.add(one.zh)
                return one
        return None


def examples_of(scenario: Scenario, scorer: Scorer) -> Examples:
    """Pieces of the scenario's reference replies, by the check that each of them meets. For a job: it scores them all."""
    found: dict[str, list[str]] = {}
    for step_id, replies in scenario.references.items():
        for text in replies:
            assessment = scorer.assess(reply_to(scenario, text, (scenario.opening[0],), ()))
            for one in assessment.checks:
                if one.id.partition(".")[0] != step_id:
                    continue
                piece = clause(text, one.evidence[0].start, one.evidence[0].end)
                if _SHORTEST_EXAMPLE <= len(piece) <= _LONGEST_EXAMPLE and piece not in found.setdefault(one.id, []):
                    found[one.id].append(piece)
    return {check_id: tuple(pieces) for check_id, pieces in found.items()}


def _praised(result: TurnResult, found: Finding) -> bool:
    """Whether its words may be quoted as praise: nothing in them or around them hurts anybody."""
    fit = quotations(result.credited, found.evidence[:1])
    return (
        bool(fit)
        and fit[0].end - fit[0].start == len(found.evidence[0].quote)
        and not hurts(quoted(result.reply, found))
    )


def quoted(reply: str, finding: Finding) -> str:
    """The words to quote: the whole clause where it is short, else what the scorer found, cut where it is long."""
    evidence = finding.evidence[0]
    whole = clause(reply, evidence.start, evidence.end)
    if len(whole) <= _LONGEST_QUOTE:
        return whole
    to_end = _to_clause_end(reply, evidence.start, evidence.end)
    quote = to_end if len(to_end) <= _LONGEST_QUOTE else evidence.quote.strip(_CLAUSE_END)
    return quote if len(quote) <= _LONGEST_QUOTE + 2 else f"{quote[:_LONGEST_QUOTE]}…"


def clause(text: str, start: int, end: int) -> str:
    """`text` from the punctuation before `start` to the punctuation after `end`."""
    while start > 0 and text[start - 1] not in _CLAUSE_END:
        start -= 1
    return _to_clause_end(text, start, end)


def _to_clause_end(text: str, start: int, end: int) -> str:
    while end < len(text) and text[end] not in _CLAUSE_END:
        end += 1
    return text[start:end].strip(_CLAUSE_END + " ")


def _filled(template: Sentence, fields: Mapping[str, str]) -> Sentence:
    return Sentence(template.zh.format_map(fields), template.en.format_map(fields))


def _added(one: Sentence, tail: Sentence) -> Sentence:
    return Sentence(one.zh + tail.zh, one.en + tail.en)


def _joined(one: Sentence | None, other: Sentence | None) -> Sentence | None:
    if one is None or other is None:
        return one or other
    return Sentence(one.zh + other.zh, f"{one.en} {other.en}")


def _names(names: Iterable[Sentence]) -> dict[str, str]:
    listed = list(names)
    return {"names": "、".join(one.zh for one in listed), "names_en": ", ".join(one.en for one in listed)}
