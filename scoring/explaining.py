"""One sentence for each check of a scorecard: why its words count, or what would have met it in this case.

The wordings are data, `explanations/*.yaml`. They never hold the trainee's words, except a time or a name that was cut
out by rule and looks like one; whatever else was said stands beside them, as her own. No two sentences of a scorecard
are alike: each check has wordings of its own, and one that was said already is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from string import Formatter

from pydantic import BaseModel, ConfigDict, TypeAdapter

from scoring.crediting import CreditedReply
from scoring.documents import read_file
from scoring.progress import Fate
from scoring.quoting import hurts, quotations
from scoring.reply import Finding
from scoring.rubric import Rubric
from scoring.scorecard import CheckPoint, Scorecard
from scoring.sentence import PeilianError, Sentence

FOLDER = Path(__file__).with_name("explanations")
FOR_ANY = "any"
"""The file with wordings for checks that have none of their own, by what became of them."""

Fields = Mapping[str, Sentence]

_CUSTOMER = Sentence("客户", "the customer")
_PLAIN = re.compile(r"[\u4e00-\u9fff0-9:：]{1,10}")
_MONEY = re.compile(r"yuan:([0-9]+(?:\.[0-9]+)?)")
_BOUNDING = ("deadline", "bound")


class Wording(BaseModel):
    """One way to say it, taken where its conditions hold and all its {fields} are known.

    `quote` is a pattern that the quoted words must hold; `about` and `offer` go by the finding; `key` says whether the
    step's key check was said in the same turn, in another, or not at all; `within` asks for a sum within the
    authority; `standard` names the standard that fills {standard}, where the scenario shows it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: str
    en: str
    quote: str = ""
    about: str = ""
    offer: str = ""
    key: str = ""
    within: bool = False
    standard: str = ""

    @property
    def fields(self) -> frozenset[str]:
        """The names in braces."""
        return frozenset(name for text in (self.zh, self.en) for _, name, _, _ in Formatter().parse(text) if name)


Wordings = Mapping[str, Mapping[str, tuple[Wording, ...]]]
_WORDINGS: TypeAdapter[dict[str, dict[str, tuple[Wording, ...]]]] = TypeAdapter(
    dict[str, dict[str, tuple[Wording, ...]]]
)


@dataclass(frozen=True, slots=True)
class Case:
    """What a scenario gives to explain with: `fields` by name, `steps` for one step only, `standards` by id.

    `ceiling` is the highest sum in yuan that may be offered, where one is set.
    """

    fields: Fields = field(default_factory=dict)
    steps: Mapping[str, Fields] = field(default_factory=dict)
    standards: Mapping[str, Sentence] = field(default_factory=dict)
    ceiling: float | None = None


@lru_cache
def wordings(kind: str) -> Wordings:
    """The wordings for the checks of a kind, by check and by what became of it; none for a company's own kind.

    Raises PeilianError where the file that ships was damaged.
    """
    path = FOLDER / f"{kind}.yaml"
    if not re.fullmatch(r"[a-z][a-z0-9_\-]*", kind) or not path.is_file():
        return {}
    _, document = read_file(path)
    try:
        if document.problems:
            raise ValueError(document.problems[0].sentence.en)
        return _WORDINGS.validate_python(document.data, strict=False)
    except ValueError as error:
        raise PeilianError(f"{path.name} 损坏了，请重新安装。", f"{path.name} is damaged; please reinstall.") from error


def explanations(
    rubric: Rubric, card: Scorecard, replies: Sequence[CreditedReply], case: Case = Case(),
    numbers: Mapping[int, int] | None = None,
) -> dict[str, Sentence]:  # fmt: skip
    """The sentence of each check of `card`, by its id; all differ, in either language.

    `numbers` tells what turns are called where that differs from their own count.
    """
    by_turn = {reply.n: reply for reply in replies}
    said = _Said()
    for point in card.points:
        about = _About(rubric, card, point, by_turn, case, numbers or {})
        said.take(point.id, about.choices())
    return said.sentences


class _Said:
    """Sentences given out: each once."""

    def __init__(self) -> None:
        self.sentences: dict[str, Sentence] = {}

    def take(self, name: str, choices: Iterable[Sentence]) -> None:
        last = Sentence(name, name)
        for one in choices:
            last = one
            if self._is_new(one):
                break
        count = 2
        chosen = last
        while not self._is_new(chosen):  # a rubric of somebody's own, which asks the same twice
            chosen = Sentence(f"{last.zh}（{count}）", f"{last.en} ({count})")
            count += 1
        self.sentences[name] = chosen

    def _is_new(self, one: Sentence) -> bool:
        return all(one.zh != other.zh and one.en != other.en for other in self.sentences.values())


class _About:
    """What is known of one check when it is explained."""

    def __init__(
        self, rubric: Rubric, card: Scorecard, point: CheckPoint, replies: Mapping[int, CreditedReply], case: Case,
        numbers: Mapping[int, int],
    ) -> None:  # fmt: skip
        self._rubric, self._point, self._case, self._numbers = rubric, point, case, numbers
        self._step = rubric.step(point.id.partition(".")[0])
        self._reply = replies.get(point.turn or 0)
        self._finding = self._found()
        self._quote = "".join(one.quote for one in point.evidence)
        key = next((one for one in card.points if one.id == self._step.key_id and one.met), None)
        self._key_turn = key.turn if key else None
        self._fields = {**case.fields, **case.steps.get(self._step.id, {}), **self._own()}

    def choices(self) -> Iterator[Sentence]:
        """What could be said, the best first; the last always fits."""
        outcome = str(self._point.refusal or self._point.fate)
        own = wordings(self._rubric.kind).get(self._point.id, {})
        anyway = wordings(FOR_ANY)["check"]
        yield from self._filled(own.get(outcome, ()))
        yield from self._filled(anyway.get(outcome, ()))
        if self._point.refusal is not None:
            yield self._point.note
        yield from self._filled(anyway[str(Fate.MET if self._point.met else Fate.MISSING)])

    def _filled(self, choices: Iterable[Wording]) -> Iterator[Sentence]:
        for one in choices:
            fields = self._with_standard(one)
            if one.fields <= fields.keys() and self._fits(one):
                yield Sentence(
                    one.zh.format_map({name: words.zh for name, words in fields.items()}),
                    one.en.format_map({name: words.en for name, words in fields.items()}),
                )

    def _fits(self, one: Wording) -> bool:
        found = self._finding
        return (
            (not one.quote or re.search(one.quote, self._quote) is not None)
            and (not one.about or (found is not None and found.about == one.about))
            and (not one.offer or (found is not None and re.match(one.offer, found.offer) is not None))
            and (not one.key or one.key == self._key())
            and (not one.within or self._within())
        )

    def _key(self) -> str:
        if self._key_turn is None:
            return "missing"
        return "same" if self._key_turn == self._point.turn else "other"

    def _within(self) -> bool:
        money = _MONEY.fullmatch(self._finding.offer) if self._finding else None
        return money is not None and self._case.ceiling is not None and float(money[1]) <= self._case.ceiling

    def _with_standard(self, one: Wording) -> Fields:
        standard = self._case.standards.get(one.standard)
        return self._fields if standard is None else {**self._fields, "standard": standard}

    def _own(self) -> dict[str, Sentence]:
        """What the drill itself gives: turns, names, and a time or a person that was named."""
        point, check = self._point, self._rubric.check(self._point.id)
        known = {"who": self._case.fields.get("who", _CUSTOMER), "name": check.name.sentence,
                 "step": self._step.name.sentence, "about": _without_stop(check.description.sentence)}  # fmt: skip
        for name, turn in (("turn", point.turn), ("by", point.by), ("key_turn", self._key_turn)):
            if turn is not None:
                number = str(self._numbers.get(turn, turn))
                known[name] = Sentence(number, number)
        money = _MONEY.fullmatch(self._finding.offer) if self._finding else None
        if money is not None:
            known["offer"] = Sentence(f"{float(money[1]):.12g} 元", f"¥{float(money[1]):.12g}")
        is_time = point.id.partition(".")[2] in _BOUNDING
        word = self._particular("time" if is_time else "owner")
        if word:
            known["said_time" if is_time else "said_owner"] = Sentence(word, word)
        return known

    def _particular(self, name: str) -> str:
        """A time or a person as the scorer cut it out of the words that are quoted; "" where it isn't plainly one."""
        if self._reply is None or not self._point.met:
            return ""
        word = self._reply.assessment.particulars.get(name, "")
        shown = quotations(self._reply, self._point.evidence)
        plain = _PLAIN.fullmatch(word) is not None and not hurts(word)
        return word if plain and any(word in one.text for one in shown) else ""

    def _found(self) -> Finding | None:
        checks = self._reply.assessment.checks if self._reply else ()
        return next((one for one in checks if one.id == self._point.id), None)


def _without_stop(sentence: Sentence) -> Sentence:
    return Sentence(sentence.zh.rstrip("。"), sentence.en.rstrip("."))
