"""What scorecards, their print and the list of drills call things: endings, verdicts, times, points."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.ui.shared.i18n import language, said
from app.ui.trainee.step_names import check_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.drills.advice import Best, Next
    from app.drills.reviewed import CheckReview, DrillReview, ViolationReview
    from scoring.sentence import Sentence

MINUS = "−"


def ending_word(ending: str | None, handover: str | None = "") -> str:
    """How a drill ended, in a few words; 「没说完」 for one that can go on."""
    handed = {
        "right": QCoreApplication.translate("Scorecard", "转给上级，时机对"),
        "early": QCoreApplication.translate("Scorecard", "转给上级，早了些"),
        "late": QCoreApplication.translate("Scorecard", "转给上级，晚了些"),
    }
    words = {
        "settled": QCoreApplication.translate("Scorecard", "谈妥了"),
        "escalated": QCoreApplication.translate("Scorecard", "客户要找上级"),
        "left": QCoreApplication.translate("Scorecard", "客户走了"),
        "timed_out": QCoreApplication.translate("Scorecard", "没来得及说完"),
        "handed_over": handed.get(handover or "", QCoreApplication.translate("Scorecard", "转给了上级")),
        "broken_off": QCoreApplication.translate("Scorecard", "中途结束"),
        "": QCoreApplication.translate("Scorecard", "没说完"),
    }
    return words.get(ending or "", ending or "")


def verdict(review: DrillReview) -> str:
    """Passed or not, or that it goes on."""
    if not review.about.over:
        return QCoreApplication.translate("Scorecard", "到现在为止")
    return passed_word(review.passed)


def passed_word(passed: bool) -> str:
    """通过 or 没过."""
    return (
        QCoreApplication.translate("Scorecard", "通过") if passed else QCoreApplication.translate("Scorecard", "没过")
    )


def why_not(review: DrillReview) -> str:
    """Why it wasn't passed, the gravest reason in a few words; "" where it was or goes on."""
    reasons = {str(one) for one in review.why_not}
    parts = []
    if "critical" in reasons:
        parts.append(QCoreApplication.translate("Scorecard", "有一处严重违规"))
    if "total" in reasons:
        lacks = points(max(0.1, review.pass_mark - review.sums.total))
        parts.append(
            QCoreApplication.translate("Scorecard", "离 {0} 分差 {1} 分").format(points(review.pass_mark), lacks)
        )
    if "ending" in reasons:
        parts.append(QCoreApplication.translate("Scorecard", "这样结束不算通过"))
    return parts[0] if parts else ""


def mode_word(mode: str) -> str:
    """练习 or 考核."""
    exam = QCoreApplication.translate("Scorecard", "考核")
    return exam if mode == "exam" else QCoreApplication.translate("Scorecard", "练习")


def stage_word(stage: str) -> str:
    """The stage of a customer's life in the language of the windows; scenarios name it in Chinese."""
    words = {
        "获客": QCoreApplication.translate("Scorecard", "获客"),
        "首单": QCoreApplication.translate("Scorecard", "首单"),
        "危机": QCoreApplication.translate("Scorecard", "危机"),
        "回访": QCoreApplication.translate("Scorecard", "回访"),
        "老客": QCoreApplication.translate("Scorecard", "老客"),
        "忠诚": QCoreApplication.translate("Scorecard", "忠诚"),
        "裂变": QCoreApplication.translate("Scorecard", "裂变"),
        "流失": QCoreApplication.translate("Scorecard", "流失"),
        "数据": QCoreApplication.translate("Scorecard", "数据"),
    }
    return words.get(stage, stage)


def points(value: float) -> str:
    """86.7, 15, 72.5: a decimal only where there is one."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def cost(value: float) -> str:
    """−15, or 0."""
    return f"{MINUS}{points(value)}" if value else "0"


def duration(milliseconds: int) -> str:
    """6 分 40 秒."""
    minutes, seconds = divmod(max(0, round(milliseconds / 1000)), 60)
    if not minutes:
        return QCoreApplication.translate("Scorecard", "{0} 秒").format(seconds)
    return QCoreApplication.translate("Scorecard", "{0} 分 {1} 秒").format(minutes, seconds)


def day(moment: datetime, *, now: datetime | None = None) -> str:
    """今天, 昨天, 11 月 23 日, with the year where it is another. `moment` is UTC, the words local."""
    local = moment.astimezone()
    today = (now or datetime.now().astimezone()).astimezone().date()
    if local.date() == today:
        return QCoreApplication.translate("Scorecard", "今天")
    if local.date() == today - timedelta(days=1):
        return QCoreApplication.translate("Scorecard", "昨天")
    if language() == "en":
        shown = QLocale.c().toString(QDate(local.year, local.month, local.day), "MMM d")
        return shown if local.year == today.year else f"{shown}, {local.year}"
    shown = f"{local.month} 月 {local.day} 日"
    return shown if local.year == today.year else f"{local.year} 年 {shown}"


def moment_words(moment: datetime, *, now: datetime | None = None) -> str:
    """昨天 14:18, 11 月 23 日 14:18; of another year the day only."""
    local = moment.astimezone()
    if local.year != (now or datetime.now().astimezone()).year:
        return day(moment, now=now)
    return f"{day(moment, now=now)} {local:%H:%M}"


def listed(words: list[str]) -> str:
    """One, two and three with the language's own comma."""
    return QCoreApplication.translate("Scorecard", "、").join(words)


def quoted(words: Sentence | str) -> str:
    """「words」."""
    return QCoreApplication.translate("Scorecard", "「{0}」").format(words if isinstance(words, str) else said(words))


def best_words(review: DrillReview, best: Best) -> str:
    """What was best, on its own words."""
    names = _check_names(review, best.checks)
    if len(names) == 1:
        pattern = QCoreApplication.translate("Scorecard", "「{0}」——第 {1} 轮，说到了{2}。")
    else:
        pattern = QCoreApplication.translate("Scorecard", "「{0}」——第 {1} 轮一番话里，{2}都有了。")
    return pattern.format(best.quote, best.turn, listed(names))


def next_words(review: DrillReview, following: Next) -> str:
    """The one next thing as a sentence."""
    names = listed(_check_names(review, following.checks))
    name = said(following.name)
    kind = str(following.kind)
    if kind == "violation":
        pattern = QCoreApplication.translate("Scorecard", "把「{0}」换个说法（{1}）。")
        return pattern.format(following.quote, name)
    if kind == "order":
        return QCoreApplication.translate("Scorecard", "先后：先把{0}说到位，再往下说。").format(name)
    if kind == "harder":
        return QCoreApplication.translate("Scorecard", "每一步都说全了，换一个难些的场景。")
    if following.begun:
        return QCoreApplication.translate("Scorecard", "{0}说完整：还差{1}。").format(name, names)
    return QCoreApplication.translate("Scorecard", "{0}：{1}。").format(name, names)


def check_words(check: CheckReview) -> str:
    """Her own words for a check, with the turn where they don't count; "" where there are none to quote."""
    if not check.quotes:
        return ""
    quotes = quoted(QCoreApplication.translate("Scorecard", "」「").join(check.quotes))
    if str(check.state) == "met":
        return quotes
    return QCoreApplication.translate("Scorecard", "第 {0} 轮：{1}").format(check.turn, quotes)


def check_why(check: CheckReview) -> str:
    """Why a check counts, or what would have met it, and how sure that is where it was decided closely."""
    if check.doubt is None:
        return said(check.note)
    sure = QCoreApplication.translate("Scorecard", "（说到的把握 {0}%）").format(round(100 * check.doubt))
    return f"{said(check.note)}{sure}"


def could_add(check: CheckReview, suggestions: Mapping[str, str]) -> str:
    """What could be said for a check that isn't met; "" where its sentence says that already."""
    words = suggestions.get(check.id, check.example)
    return "" if str(check.state) == "met" or words.rstrip("。？") in said(check.note) else words


def violation_words(violation: ViolationReview) -> str:
    """What was said, why it costs, and what to say instead."""
    quotes = quoted(QCoreApplication.translate("Scorecard", "」「").join(violation.quotes))
    pattern = QCoreApplication.translate("Scorecard", "{0}：{1}换成这样的：「{2}」")
    return pattern.format(quotes, said(violation.about), violation.better)


def _check_names(review: DrillReview, ids: tuple[str, ...]) -> list[str]:
    found = [(step.check(one) if (step := review.step_of(one)) else None) for one in ids]
    return [check_short(check) for check in found if check is not None]


def check_name(check: CheckReview) -> str:
    """What a check is called in a row: in Chinese the short name of the lights, where there is one."""
    return check_short(check) if language() == "zh" else said(check.name)


def check_short(check: CheckReview) -> str:
    """What a check is called inside a sentence: 致歉, "the apology"."""
    short = check_of(check.id)
    return said(check.name if short is None else short)


def dispute_about(review: DrillReview, item: str) -> tuple[str, str]:
    """What a dispute about a check or violation is called, and how it was read."""
    for step in review.steps:
        check = step.check(item)
        if check is not None:
            met = str(check.state) == "met"
            read = (
                QCoreApplication.translate("Scorecard", "评分器判的是做到了")
                if met
                else QCoreApplication.translate("Scorecard", "评分器判的是没做到")
            )
            return said(check.name), read
    violation = next(one for one in review.violations if one.id == item)
    return said(violation.name), QCoreApplication.translate("Scorecard", "评分器判的是违规")
