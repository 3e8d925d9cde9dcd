"""The scorecard of a drill in the terminal: line by line to read, and its checks as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.drills.session import DrillSession
from scenarios.case import case_of
from scoring.explaining import explanations
from scoring.quoting import quotations, seen
from scoring.scorecard import CheckPoint, Scorecard
from scoring.sentence import Sentence

_LEVELS = (
    Sentence("还没说", "not yet"),
    Sentence("开了头", "begun"),
    Sentence("做到", "done"),
    Sentence("出色", "excellent"),
)
_ENDINGS = {
    "settled": Sentence("谈妥了", "settled"),
    "escalated": Sentence("客户要找上级", "escalated"),
    "left": Sentence("客户走了", "the customer left"),
    "timed_out": Sentence("没谈完", "out of time"),
    "broken_off": Sentence("中途结束", "broken off"),
    "handed_over:right": Sentence("转交得当", "handed over at the right time"),
    "handed_over:early": Sentence("转交太早", "handed over too early"),
    "handed_over:late": Sentence("转交太晚", "handed over too late"),
}


def checks_data(session: DrillSession, card: Scorecard) -> list[dict[str, Any]]:  # Any: JSON
    """Each check with its words, how sure it is that it is met (null: no reply came near), and one sentence why."""
    why = _explained(session, card)
    return [
        {
            "id": point.id,
            "met": point.met,
            "n": point.turn,
            "quote": _quoted(session, point),
            "probability": point.probability,
            "why": why[point.id]._asdict(),
        }
        for point in card.points
    ]


def _explained(session: DrillSession, card: Scorecard) -> dict[str, Sentence]:
    credited = [result.credited for result in session.results]
    return explanations(session.rubric, card, credited, case_of(session.scenario), _numbers(session))


def _numbers(session: DrillSession) -> dict[int, int]:
    """Which reply a turn was: whoever looks something up takes a turn without one."""
    return {result.n: number for number, result in enumerate(session.results, 1)}


def _quoted(session: DrillSession, point: CheckPoint) -> str:
    reply = next((result.credited for result in session.results if result.n == point.turn), None)
    found = quotations(reply, point.evidence) if reply is not None else ()
    return found[0].text if found else ""


def scorecard_lines(session: DrillSession, card: Scorecard) -> Iterator[Sentence]:
    """The scorecard to read, line by line: total, steps, every check with its words, violations, order, review."""
    yield Sentence("", "")
    ending = _ENDINGS[card.ending]
    verdict = Sentence("通过", "passed") if card.passed else Sentence("未通过", "not passed")
    yield Sentence(f"== 评分卡：{card.total:g} 分，{verdict.zh}（{ending.zh}）==",
                   f"== Scorecard: {card.total:g} points, {verdict.en} ({ending.en}) ==")  # fmt: skip
    replies = _numbers(session)
    points = {point.id: point for point in card.points}
    why = _explained(session, card)
    for step in session.rubric.steps:
        level = card.levels[step.id]
        if level is None:
            continue
        words = _LEVELS[level]
        yield Sentence(f"{step.name.zh} {level} {words.zh}", f"{step.name.en} {level} {words.en}")
        for name in step.check_ids:
            point, check = points[name], session.rubric.check(name)
            at, quote = replies.get(point.turn or 0, 0), _quoted(session, point)
            if point.met and quote:
                yield Sentence(
                    f"  ✓ {check.name.zh}：第 {at} 句「{quote}」", f"  ✓ {check.name.en}: reply {at} “{quote}”"
                )
                yield Sentence(f"    {why[name].zh}", f"    {why[name].en}")
            else:
                sign = "✓" if point.met else "·"
                yield Sentence(f"  {sign} {check.name.zh}：{why[name].zh}", f"  {sign} {check.name.en}: {why[name].en}")
    names = {one.id: one.name for one in session.rubric.violations}
    for broken in card.violations:
        quote = seen(broken.evidence[0].quote)
        yield Sentence(f"⚠ {names[broken.id].zh}：「{quote}」，扣 {broken.cost:g} 分",
                       f"⚠ {names[broken.id].en}: “{quote}”, costs {broken.cost:g}")  # fmt: skip
    step_names = {step.id: step.name for step in session.rubric.steps}
    for one in card.order_breaks:
        yield Sentence(f"顺序：“{step_names[one.step].zh}”说在“{step_names[one.predecessor].zh}”之前，扣 {one.cost:g} 分",
                       f"Order: {step_names[one.step].en} came before {step_names[one.predecessor].en}, costs {one.cost:g}")  # fmt: skip
    if card.best_single is not None and len(session.results) > 1:
        at = replies.get(card.best_single.turn, 0)
        yield Sentence(f"最好的一句是第 {at} 句，单看值 {card.best_single.total:g} 分",
                       f"Best single reply: number {at}, worth {card.best_single.total:g} by itself")  # fmt: skip
    for reason in card.review_reasons:
        yield Sentence(f"建议复核：{reason.zh}", f"For review: {reason.en}")
