"""Which checks of a reply count for the drill: none whose evidence rests on a violation or contradicts the facts.

RUBRIC, "Credited checks". Labels stay as they are; crediting takes from them, and says why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from scoring.reply import Finding, Reason, ReplyAssessment
from scoring.sentence import Sentence
from scoring.spans import sentence_around


@dataclass(frozen=True, slots=True)
class Settled:
    """What the scenario's facts settle. Each entry is a group of words that must all occur in the sentence.

    A word that is denied (「不是堵车」) isn't said.
    """

    agree: tuple[tuple[str, ...], ...] = ()
    contradict: tuple[tuple[str, ...], ...] = ()

    def contradicted_by(self, text: str) -> bool:
        """Whether `text` says what the facts rule out."""
        return _says_one(text, self.contradict)

    def accepts(self, text: str) -> bool:
        """Whether `text` agrees with the facts. Without `agree`, all that doesn't contradict does."""
        if self.contradicted_by(text):
            return False
        return self.agrees(text)

    def agrees(self, text: str) -> bool:
        """Whether `text` says what the facts give, whatever else it says."""
        return not self.agree or _says_one(text, self.agree)


@dataclass(frozen=True, slots=True)
class Truth:
    """What a scenario settles about the cause and the loss; None where it leaves it open.

    `keys` settles key checks of other steps, by id: an answer that would fit every case is none to this customer.
    """

    cause: Settled | None = None
    loss: Settled | None = None
    keys: tuple[tuple[str, Settled], ...] = ()
    particular: frozenset[str] = frozenset()
    """Checks that words meant for everybody can't meet (the rubric's `particular`)."""


class Refusal(StrEnum):
    """Why a check that is met on its words isn't credited."""

    BEYOND_AUTHORITY = "beyond_authority"
    OFF_BOOKS = "off_books"
    OTHER_LOSS = "other_loss"
    CONTRADICTS = "contradicts"
    FABRICATED = "fabricated"
    BLAMING = "blaming"
    OTHER_CAUSE = "other_cause"
    OTHER_CASE = "other_case"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class Withheld:
    """A check that is met on its words and isn't credited, and why."""

    id: str
    refusal: Refusal

    @property
    def why(self) -> Sentence:
        """The reason to read."""
        return _WHY[self.refusal]


@dataclass(frozen=True, slots=True)
class CreditedReply:
    """One reply of a drill with what counts of it. `n` is its turn, from 1; `truth` is what it was credited against."""

    n: int
    text: str
    assessment: ReplyAssessment
    checks: tuple[Finding, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    truth: Truth = Truth()
    template: bool = False
    """Whether the trainee says as good as the same in another drill."""

    @property
    def violations(self) -> tuple[Finding, ...]:
        """Violations always count."""
        return self.assessment.violations


_DENIED = re.compile(r"(?:(?<![是要可])不是|并非|不怪|不赖|不能怪)(?:因为|由于)?[^，,。！？!?；;、\s]{0,4}$")
"""What denies the words right after it, within a clause; 是不是, 要不是 and 可不是 deny nothing."""

_WHY: dict[Refusal, Sentence] = {
    Refusal.TEMPLATE: Sentence(
        "这段话在别的演练里也这样说过，是套话，说不到这位客户身上，不计入。",
        "The same words stand in another drill of yours: what fits everybody isn't about her, so it isn't credited.",
    ),
    Refusal.BEYOND_AUTHORITY: Sentence(
        "这项补偿超出了权限，不计入。", "The offer is beyond the authority, so it isn't credited."
    ),
    Refusal.OFF_BOOKS: Sentence(
        "这项补偿绕开了公司渠道，不计入。", "The offer is outside the company's channels, so it isn't credited."
    ),
    Refusal.OTHER_LOSS: Sentence(
        "说的损失和这位客户的不符，不计入。", "This isn't the loss that this customer has, so it isn't credited."
    ),
    Refusal.CONTRADICTS: Sentence(
        "这个原因和事实不符，不计入。", "This cause contradicts the facts, so it isn't credited."
    ),
    Refusal.FABRICATED: Sentence("这个原因没有依据，不计入。", "This cause is made up, so it isn't credited."),
    Refusal.BLAMING: Sentence(
        "原因是以指责别人的方式说的，不算担责。", "A cause told as blame takes no responsibility."
    ),
    Refusal.OTHER_CAUSE: Sentence(
        "没有说到真正的原因，不计入。", "This isn't the cause that the facts give, so it isn't credited."
    ),
    Refusal.OTHER_CASE: Sentence(
        "没有说到这位客户的这件事上，不计入。",
        "This doesn't meet what this customer's case is about, so it isn't credited.",
    ),
}


def credit(
    n: int, text: str, assessment: ReplyAssessment, truth: Truth = Truth(), *, template: bool = False
) -> CreditedReply:
    """What counts of reply number `n`. `template`: the trainee says as good as the same in another drill."""
    refusals = {found.id: _refusal(found, text, assessment, truth) for found in assessment.checks}
    if template:
        refusals |= {
            name: Refusal.TEMPLATE for name, why in refusals.items() if why is None and name in truth.particular
        }
    kept = tuple(found for found in assessment.checks if refusals[found.id] is None)
    withheld = tuple(Withheld(name, refusal) for name, refusal in refusals.items() if refusal is not None)
    return CreditedReply(n, text, assessment, kept, withheld, truth, template)


def _refusal(found: Finding, text: str, assessment: ReplyAssessment, truth: Truth) -> Refusal | None:
    step, _, check = found.id.partition(".")
    if step == "compensation":
        return _refused_compensation(found, check, text, assessment, truth)
    if step == "cause":
        return _refused_cause(check, text, assessment, truth)
    return _refused_key(found, text, truth)


def _refused_key(found: Finding, text: str, truth: Truth) -> Refusal | None:
    settled = dict(truth.keys).get(found.id)
    if settled is None:
        return None
    if settled.contradicted_by(_sentences(found, text)):
        return Refusal.CONTRADICTS
    return None if settled.agrees(text) else Refusal.OTHER_CASE


def _refused_compensation(
    found: Finding, check: str, text: str, assessment: ReplyAssessment, truth: Truth
) -> Refusal | None:
    for violation in assessment.violations:
        if violation.reason is Reason.BEYOND_AUTHORITY:
            return Refusal.BEYOND_AUTHORITY
        if violation.id == "offplatform":
            return Refusal.OFF_BOOKS
    if check == "proportionate" and truth.loss and not _any_sentence(found, text, truth.loss):
        return Refusal.OTHER_LOSS
    return None


def _refused_cause(check: str, text: str, assessment: ReplyAssessment, truth: Truth) -> Refusal | None:
    causes = [one for one in assessment.checks if one.id.startswith("cause.")]
    if truth.cause and any(truth.cause.contradicted_by(_sentences(one, text)) for one in causes):
        return Refusal.CONTRADICTS
    for violation in assessment.violations:
        if violation.id == "fabricate" and _overlap(violation, causes):
            return Refusal.FABRICATED
        if violation.id == "blame" and check == "ownership":
            return Refusal.BLAMING
    # A cause is often told in one sentence and owned in the next, so the whole reply is asked whether it agrees.
    if check == "concrete" and truth.cause and not truth.cause.agrees(text):
        return Refusal.OTHER_CAUSE
    return None


def _any_sentence(found: Finding, text: str, settled: Settled) -> bool:
    return settled.accepts(_sentences(found, text))


def _says_one(text: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    return any(all(_says(text, word) for word in group) for group in groups)


def _says(text: str, word: str) -> bool:
    position = text.find(word)
    while position >= 0:
        if not _DENIED.search(text[:position]):
            return True
        position = text.find(word, position + 1)
    return False


def _sentences(found: Finding, text: str) -> str:
    return " ".join(sentence_around(text, quote.start, quote.end) for quote in found.evidence)


def _overlap(violation: Finding, others: list[Finding]) -> bool:
    return any(
        one.start < quote.end and quote.start < one.end
        for one in violation.evidence
        for other in others
        for quote in other.evidence
    )
