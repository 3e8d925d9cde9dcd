"""What else a customer hears in a reply, beside checks and violations: events that move her mood and may be asked for in `when`.

No chance and no clock: the wait is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from scenarios.customer.protocol import Circumstances, CustomerState
from scenarios.model import Beat, Scenario
from scoring.crediting import CreditedReply
from scoring.progress import Progress
from scoring.reply import About
from scoring.similarity import SAME_AGAIN, letters, likeness

HARDLY_A_WORD = 4
"""Characters up to which a reply that brings nothing is as good as silence."""

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_CLAUSE_END = re.compile(r"([。！!；;\n]|[？?])")
_WANTS_TO_KNOW = re.compile(
    "什么|哪|谁|几|多少|多久|多大|怎么|咋|为啥|为什么|有没有|是不是|是否|还是|能不能说|[吗么呢不没]$|(?P<verb>[\u4e00-\u9fff]{1,2})(?:不|没)(?P=verb)|说说|讲讲|聊聊|说一下|讲一下|描述"
)
_ONLY_POLITE = re.compile(
    "(?:行|好|可以|成|中|对|同意|方便|合适|愿意|接受)(?:吗|么|吧|呢|不)$|(?:行不行|好不好|可不可以|成不成|对不对|怎么样|如何|看行|看可以)(?:呢)?$"
    "|要不要|(?:方便不方便|方不方便|同意不同意|同不同意|愿不愿意|合不合适|知不知道|明不明白)(?:呢|啊)?$"
    "|什么(?:可以|能)帮|(?:还|其他|别的).{0,4}(?:需要|问题)|听(?:得)?(?:见|到|清)|为什么(?:不|要)|凭什么|怎么(?:可能|会|能|敢)|谁(?:让|叫|知道|说)|有什么(?:好|办法|用)"
)
_ASKS_OPENLY = re.compile("(?:跟我|给我|和我|您|能|麻烦).{0,4}(?:说说|讲讲|聊聊|说一下|讲一下|描述)")


def events(
    scenario: Scenario,
    state: CustomerState,
    before: Progress,
    now: Progress,
    replies: tuple[CreditedReply, ...],
    circumstances: Circumstances,
) -> list[str]:
    """What happened in the newest reply; names as in the mood's table, usable in conditions after `now`."""
    newest = replies[-1]
    found: list[str] = []
    repeated = any(likeness(newest.text, earlier.text) >= SAME_AGAIN for earlier in replies[:-1])
    new = [name for name in now.met if name not in before.met]
    probes = asks_something(newest.text)
    if repeated:
        found.append("repeated")
    elif not newest.violations and not new:
        found.append("nothing_new")
        if letters(newest.text) <= HARDLY_A_WORD:
            found.append("silence")
    if newest.assessment.taken_back & before.met.keys():
        found.append("taken_back")
    if probes and not repeated and not newest.violations:
        found.append("probed")
    found += _about_her_question(scenario.beat.get(state.beat), new, newest, probes=probes)
    if went_back(state.promised, newest):
        found.append("went_back")
    if newest.template and not repeated:
        found.append("template")
    if circumstances.elapsed_ms > scenario.limits.seconds * 1_000:
        found.append("kept_waiting")
    return found


def _about_her_question(beat: Beat | None, new: Iterable[str], newest: CreditedReply, *, probes: bool) -> Iterator[str]:
    """Whether what the beat before asked for came. A reply that breaks a rule or brings nothing is moved by that already."""
    wanted = beat.condition.wants if beat is not None and beat.answered is None else frozenset[str]()
    if not wanted or newest.violations:
        return
    new = list(new)
    if any(name in wanted or name.partition(".")[0] in wanted for name in new):
        yield "answered"
    elif new and not probes:
        yield "dodged"


def asks_something(text: str) -> bool:
    """Whether a reply asks the customer for something that she could tell, beyond «is that all right?»."""
    parts = _CLAUSE_END.split(text)
    sentences = zip(parts[::2], [*parts[1::2], ""], strict=False)
    return any(_asks(sentence.strip(), stop) for sentence, stop in sentences)


def _asks(sentence: str, stop: str) -> bool:
    last = re.split("[，,：:、]", sentence)[-1]
    if _ONLY_POLITE.search(last):
        return False
    if stop in ("？", "?"):
        return bool(_WANTS_TO_KNOW.search(sentence))
    return bool(_ASKS_OPENLY.search(sentence))


def promises(promised: Mapping[str, str], newest: CreditedReply) -> dict[str, str]:
    """What the trainee is held to after `newest`: the last amount, and the last time for an act of ours."""
    heard = newest.assessment.particulars
    kept = dict(promised)
    if "amount" in heard and _offers_money(newest):
        kept["amount"] = heard["amount"]
    if "time" in heard and _bounds_an_act(newest):
        kept["time"] = heard["time"]
    return kept


def went_back(promised: Mapping[str, str], newest: CreditedReply) -> bool:
    """Whether `newest` offers less money than was promised. Other words are no smaller promise: times may both hold."""
    before, now = promised.get("amount", ""), newest.assessment.particulars.get("amount", "")
    if not before or not now or not _offers_money(newest):
        return False
    less, more = _NUMBER.search(now), _NUMBER.search(before)
    # 「50元」 after 「八折」 isn't less; sums in the same unit are compared only.
    same_unit = _NUMBER.sub("", now) == _NUMBER.sub("", before)
    return bool(less and more and same_unit and float(less[0]) < float(more[0]) and more[0] not in newest.text)


def _offers_money(newest: CreditedReply) -> bool:
    """An amount in an offer; a price that is told is no promise."""
    return any(one.id == "compensation.named" for one in newest.assessment.checks)


def _bounds_an_act(newest: CreditedReply) -> bool:
    return any(one.id.endswith(".deadline") and one.about is About.ACTION for one in newest.checks)
