"""What the learned part sees of a reply: marks of each stretch, and measures of the whole with the rules' hits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import log

from scoring.offline.echo import pairs
from scoring.offline.hits import Hit
from scoring.offline.reading import Clause, Reading

LONGEST = 2
"""Characters of the longest n-gram: with three or four the model grows by half and tells no more of unread writers."""

FLOOR = 0.02
"""No rule is surer than 1 − FLOOR, and no silence than FLOOR."""

# A clause longer than this (speech without punctuation) is read through windows, so that a quotation stays short.
_LONG = 24
_WINDOW = 16
_STEP = 8

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
    "田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_NAME = re.compile(
    rf"[小老]?[{_SURNAMES}](?=师傅|师父|阿姨|姐|哥|工|经理|主管|店长|队|老师|医生|护士|嫂|先生|女士|总|叔|妈|司机|教练|管家)"
    rf"|(?<=我姓)[{_SURNAMES}]|(?<=叫)[{_SURNAMES}]."
)
_NUMBER = re.compile("[0-9零一二两三四五六七八九十百千万半几]+(?=[点块元分天个小时号周次月年%百遍趟日楼单蚊钟])|[0-9]+")
_WORD_PAIR = re.compile("[\u4e00-\u9fff0-9a-z]{2}")
_ECHO_RUN = re.compile("◇+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A clause, or a window of a long one, with the marks that the learned part weighs."""

    start: int
    end: int
    marks: frozenset[str]


def stretches(reading: Reading, common: Collection[str]) -> list[Stretch]:
    """The stretches of `reading` in order. `common` are pairs of characters that any customer may say."""
    echoed = _echoed(reading, common)
    return [
        Stretch(start, end, _marks(reading, clause, start, end, echoed))
        for clause in reading.clauses
        for start, end in _windows(clause.start, clause.end)
    ]


def stretches_of(reading: Reading, common: Collection[str]) -> list[Stretch]:
    """What is weighed of a reply of its kind: clauses of a complaint, for which there are thousands of replies to learn from;
    for every other kind windows of one to three clauses, with groups of words beside the n-grams: few replies say more so.
    """
    return stretches(reading, common) if reading.reply.kind == "complaint" else wide_stretches(reading, common)


def wide_stretches(reading: Reading, common: Collection[str]) -> list[Stretch]:
    """Windows of one to three neighbouring clauses, each with its marks and its moods (asked, denied, told of another time)."""
    from scoring.by_example.windows import windows  # which reads clauses by this module's own means

    narrow = stretches(reading, common)
    found: list[Stretch] = []
    for window in windows(reading):
        inside = (one for one in narrow if window.start <= one.start and one.end <= window.end)
        own = {mark for one in inside for mark in one.marks if mark.startswith("#") or "◇" in mark}
        moods = {f"!{mood}" for mood in window.moods}
        found.append(Stretch(window.start, window.end, frozenset(own | window.marks | moods)))
    return found


def _windows(start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= _LONG:
        return [(start, end)]
    return [(at, min(at + _WINDOW, end)) for at in range(start, end - _STEP, _STEP)]


def masked(text: str) -> str:
    """`text` with numbers as 0 and surnames as 氏, so that neither a sum nor a name is learned."""
    return _NAME.sub("氏", _NUMBER.sub("0", text))


def _marks(reading: Reading, clause: Clause, start: int, end: int, echoed: Sequence[bool]) -> frozenset[str]:
    marks = _grams(f"^{masked(reading.text[start:end])}$", 1, LONGEST)
    marks.add(f"#long{min(6, (end - start) // 4)}")
    if clause.question:
        marks.add("#asks")
    if clause.quoted:
        marks.add("#quoted")
    if start == reading.clauses[0].start:
        marks.add("#first")
    shared = sum(echoed[start:end])
    if shared:
        marks |= {"#echo", f"#echo{min(3, 4 * shared // (end - start))}"}
        # What the customer said is a mark of its own, whatever it is: nouns of the trade count by their place only.
        hidden = "".join("◇" if echoed[at] else reading.text[at] for at in range(start, end))
        marks |= {gram for gram in _grams(f"^{masked(_ECHO_RUN.sub('◇', hidden))}$", 2, 3) if "◇" in gram}
    return frozenset(marks)


def _grams(text: str, shortest: int, longest: int) -> set[str]:
    found: set[str] = set()
    for size in range(shortest, longest + 1):
        found.update(map("".join, zip(*(text[at:] for at in range(size)), strict=False)))
    return found


def _echoed(reading: Reading, common: Collection[str]) -> list[bool]:
    """For each character, whether it stands in a pair that the customer said too."""
    text = reading.text
    said = pairs(reading.customer)
    marked = [False] * len(text)
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        if pair in said and pair not in common and _WORD_PAIR.match(pair):
            marked[at] = marked[at + 1] = True
    return marked


def odds(probability: float) -> float:
    """Log-odds, kept within the floor."""
    kept = min(max(probability, FLOOR), 1 - FLOOR)
    return log(kept / (1 - kept))


_UNHEARD = odds(FLOOR) / 4


def measures(reading: Reading, hits: Iterable[Hit], ids: Iterable[str]) -> dict[str, float]:
    """Measures of the whole reply: the rules' hits for each of `ids`, how they stand together, length and echo.

    A weight of 4 on `odds:<id>` leaves the rules' log-odds as they are.
    """
    found: dict[str, float] = {}
    strengths: dict[str, list[float]] = defaultdict(list)
    for hit in hits:
        strengths[hit.id].append(hit.strength)
        found[f"rule:{hit.rule}"] = 1.0
    checks = violations = 0
    for rubric_id in ids:
        if rubric_id not in strengths:
            found[f"odds:{rubric_id}"] = _UNHEARD
            continue
        ordered = sorted(strengths[rubric_id], reverse=True)
        best = ordered[0]
        found[f"odds:{rubric_id}"] = odds(best) / 4
        found[f"hit:{rubric_id}"] = 1.0
        if len(ordered) > 1:
            found[f"second:{rubric_id}"] = ordered[1]
            found[f"count:{rubric_id}"] = min(sum(one >= 0.3 for one in ordered), 4) / 4
        if best >= 0.5:
            checks += "." in rubric_id
            violations += "." not in rubric_id
    text = reading.text
    said = pairs(reading.customer)
    shared = sum(text[at : at + 2] in said for at in range(len(text) - 1))
    found["checks"] = checks / 6
    found["violations"] = violations / 2
    found["length"] = log(1 + len(text)) / 4
    found["clauses"] = log(1 + len(reading.clauses)) / 2
    found["echo"] = shared / max(1, len(text))
    found["shared"] = min(10, shared) / 10
    found["asks"] = float(any(clause.question for clause in reading.clauses))
    found["authority"] = float(reading.reply.authority.stated)
    return found
