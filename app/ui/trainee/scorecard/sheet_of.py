"""A review in the words of a printed sheet. Runs in a job: it translates and asks no widget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.drills.marking import marking
from app.reports.sheet import Sheet, SheetMark, SheetNote, SheetPart, SheetRow, SheetStep, SheetTurn, file_name
from app.ui.shared.i18n import said
from app.ui.shared.steps import level_word
from app.ui.trainee.scorecard import words
from app.ui.trainee.scorecard.turns import end_words, missing_lines

if TYPE_CHECKING:
    from app.drills.opening import OpenedReview
    from app.drills.reviewed import CheckReview, DrillReview, TurnReview
    from app.records.values import Comment

translate = QCoreApplication.translate


def sheet_of(opened: OpenedReview, review: DrillReview, suggestions: Mapping[str, str]) -> Sheet:
    """What goes on paper."""
    about = review.about
    person, title = about.person.name, said(about.title)
    parts = [
        person,
        f"{words.stage_word(review.stage)} · {said(review.kind)}",
        f"{about.started.astimezone():%Y-%m-%d %H:%M}",
        words.mode_word(str(about.mode)),
    ]
    if review.elapsed_ms:
        parts.append(translate("Sheet", "用时 {0}").format(words.duration(review.elapsed_ms)))
    ending = translate("Sheet", "结局：{0}").format(words.ending_word(about.ending, about.handover))
    return Sheet(
        title=title, about=" · ".join(parts), total=f"{review.sums.total:.0f}", verdict=words.verdict(review),
        passed=review.passed, under_verdict="\n".join(one for one in (ending, words.why_not(review)) if one),
        steps=tuple(SheetStep(one.position, said(one.name), one.level or 0, level_word(one.level or 0)) for one in review.steps),
        sums=tuple(_sums(review)), advice=tuple(_advice(review)), talk_title=translate("Sheet", "对话与依据"),
        turns=tuple(_turns(opened, review)), parts=tuple(_parts(review, suggestions)),
        footer=translate("Sheet", "陪练 · {0} · {1}").format(person, title), page=translate("Sheet", "第 {0} 页，共 {1} 页"),
        file_name=file_name(person, title, about.started, translate("Sheet", "陪练-{0}-{1}-{2}")),
    )  # fmt: skip


def _sums(review: DrillReview) -> list[tuple[str, str]]:
    sums = review.sums
    total, raw = f"{sums.total:.0f}", words.points(sums.total)
    name = (
        translate("Sheet", "合计")
        if sums.cap is None
        else translate("Sheet", "合计，封顶 {0}").format(words.points(sums.cap))
    )
    return [
        (translate("Sheet", "各步"), words.points(sums.steps)),
        (translate("Sheet", "先后顺序"), words.cost(sums.order)),
        (translate("Sheet", "违规"), words.cost(sums.violations)),
        (name, raw if raw == total else f"{raw} → {total}"),
    ]


def _advice(review: DrillReview) -> list[tuple[str, str]]:
    found = []
    if review.best is not None:
        found.append((translate("Sheet", "最好的一句"), words.best_words(review, review.best)))
    found.append((translate("Sheet", "下次先练"), words.next_words(review, review.following)))
    if review.reasons:
        found.append((translate("Sheet", "建议复核"), "".join(said(one) for one in review.reasons)))
    return found


def _turns(opened: OpenedReview, review: DrillReview) -> list[SheetTurn]:
    comments: dict[int, list[Comment]] = {}
    for comment in opened.comments:
        comments.setdefault(comment.n, []).append(comment)
    made = [_turn(turn, review, comments.pop(turn.n, [])) for turn in review.turns]
    last = translate("Sheet", "客户：{0}").format(review.last_line) if review.last_line else end_words(review)
    rest = tuple(_comment(one) for several in comments.values() for one in several)
    return [*made, SheetTurn(translate("Sheet", "完") if review.about.over else "…", last, notes=rest)]


def _turn(turn: TurnReview, review: DrillReview, comments: list[Comment]) -> SheetTurn:
    act = str(turn.act)
    customer = translate("Sheet", "客户：{0}").format(turn.customer) if turn.customer else ""
    notes = tuple(_comment(one) for one in comments)
    if act == "look_up":
        pattern = translate("Sheet", "查了{0}：{1}") if turn.where else translate("Sheet", "查了资料：{1}")
        return SheetTurn(
            str(turn.n), customer, notes=(SheetNote("dash", pattern.format(turn.where, turn.text)), *notes)
        )
    if act == "hand_over":
        return SheetTurn(
            str(turn.n), customer, notes=(SheetNote("dash", translate("Sheet", "转给{0}。").format(turn.text)), *notes)
        )
    marks = tuple(SheetMark(one.start, one.end, one.step) for one in marking(turn.text, turn.spans).pieces)
    missing = tuple(SheetNote("ring", line) for line in missing_lines(turn, review))
    return SheetTurn(str(turn.n), customer, turn.text, marks, (*missing, *notes))


def _comment(comment: Comment) -> SheetNote:
    return SheetNote("bar", comment.text, translate("Sheet", "{0}的点评").format(comment.author))


def _parts(review: DrillReview, suggestions: Mapping[str, str]) -> list[SheetPart]:
    parts = [
        SheetPart(
            said(step.name),
            tuple(_check(one, suggestions) for one in step.checks),
            step.position,
            step.level or 0,
            level_word(step.level or 0),
        )
        for step in review.steps
    ]
    rows = [
        SheetRow("triangle", said(one.name), words.violation_words(one), value=words.cost(one.cost))
        for one in review.violations
    ]
    pattern = translate("Sheet", "第 {0} 轮先说了{1}，{2}还没说到位。")
    rows += [
        SheetRow(
            "triangle",
            translate("Sheet", "先后"),
            pattern.format(one.turn, said(one.step), said(one.before)),
            value=words.cost(one.cost),
        )
        for one in review.order
    ]
    return [
        *parts,
        SheetPart(
            translate("Sheet", "违规和先后"),
            tuple(rows) or (SheetRow("tick", "", translate("Sheet", "没有违规，先后也对。")),),
        ),
    ]


def _check(check: CheckReview, suggestions: Mapping[str, str]) -> SheetRow:
    met = str(check.state) == "met"
    could = words.could_add(check, suggestions)
    more = translate("Sheet", "可以加：「{0}」").format(could) if could else ""
    own, why = words.check_words(check), words.check_why(check)
    if met and own:
        return SheetRow("tick", words.check_name(check), own, why)
    return SheetRow(
        "tick" if met else "ring", words.check_name(check), "\n".join(one for one in (own, why) if one), more
    )
