"""What Home says: greeting, time, endings, where a step stands, why a scenario is suggested."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.ui.shared.i18n import language, said
from app.ui.trainee.step_names import step_of

if TYPE_CHECKING:
    from app.ui.trainee.home_data import HomeData, PastDrill, Standing, Tip

FULL = 3


def greeting(name: str, now: datetime) -> str:
    """王秀兰，下午好."""
    hour = now.hour
    if 5 <= hour < 11:
        words = QCoreApplication.translate("Home", "{0}，早上好")
    elif 11 <= hour < 13:
        words = QCoreApplication.translate("Home", "{0}，中午好")
    elif 13 <= hour < 18:
        words = QCoreApplication.translate("Home", "{0}，下午好")
    else:
        words = QCoreApplication.translate("Home", "{0}，晚上好")
    return words.format(name)


def day_words(moment: datetime, now: datetime) -> str:
    """今天, 昨天, 11 月 21 日; with the year where it is another. `moment` is UTC, `now` local."""
    local = moment.astimezone(now.tzinfo)
    if local.date() == now.date():
        return QCoreApplication.translate("Home", "今天")
    if local.date() == (now - timedelta(days=1)).date():
        return QCoreApplication.translate("Home", "昨天")
    if language() == "en":
        shown = QLocale.c().toString(QDate(local.year, local.month, local.day), "MMM d")
        return shown if local.year == now.year else f"{shown}, {local.year}"
    shown = f"{local.month} 月 {local.day} 日"
    return shown if local.year == now.year else f"{local.year} 年 {shown}"


def moment_words(moment: datetime, now: datetime) -> str:
    """今天 9:30, 昨天 14:18; farther back the day alone."""
    local = moment.astimezone(now.tzinfo)
    day = day_words(moment, now)
    recent = local.date() >= (now - timedelta(days=1)).date()
    return f"{day} {local.hour}:{local:%M}" if recent else day


def unfinished_words(started: datetime, now: datetime) -> str:
    """上午没说完的一通, 昨天没说完的一通 …"""
    local = started.astimezone(now.tzinfo)
    if local.date() == now.date():
        if local.hour < 12:
            return QCoreApplication.translate("Home", "上午没说完的一通")
        if local.hour < 18:
            return QCoreApplication.translate("Home", "下午没说完的一通")
        return QCoreApplication.translate("Home", "晚上没说完的一通")
    if local.date() == (now - timedelta(days=1)).date():
        return QCoreApplication.translate("Home", "昨天没说完的一通")
    return QCoreApplication.translate("Home", "{0}没说完的一通").format(day_words(started, now))


def ending_words(ending: str) -> str:
    """How a drill ended."""
    words = {
        "settled": QCoreApplication.translate("Home", "谈妥了"),
        "escalated": QCoreApplication.translate("Home", "客户要找上级"),
        "left": QCoreApplication.translate("Home", "客户走了"),
        "timed_out": QCoreApplication.translate("Home", "没来得及说完"),
        "handed_over": QCoreApplication.translate("Home", "转给了上级"),
        "broken_off": QCoreApplication.translate("Home", "中途结束"),
    }
    return words.get(ending, ending)


def points(value: float | None) -> str:
    """86.7, 72; a dash where nothing was scored."""
    return "—" if value is None else f"{value:.1f}".removesuffix(".0")


def step_word(step_id: str, among: Iterable[str] = ()) -> str:
    """A step's name in the language of the windows; `among` are other steps of the same drill."""
    step = step_of(step_id, among)
    return step_id if step is None else said(step.name)


def standing_words(standing: Standing) -> str:
    """One phrase: what a step lacks most often, or that it stands."""
    step = step_of(standing.step)
    missing = step.checks.get(standing.missing) if step is not None else None
    if standing.mean >= FULL:
        return QCoreApplication.translate("Home", "次次到位")
    if standing.mean < 1:
        return QCoreApplication.translate("Home", "先练这一步")
    if standing.mean >= 2.5 or missing is None:
        return QCoreApplication.translate("Home", "基本到位")
    return QCoreApplication.translate("Home", "常缺{0}").format(said(missing))


def line_under_greeting(data: HomeData, now: datetime) -> str:
    """What the last drill showed, and what comes next."""
    last = next((one for one in data.last if one.total is not None), None)
    if last is None:
        return QCoreApplication.translate("Home", "从第一通练起，说错了也不要紧。")
    when = day_words(last.started, now)
    best, weak = _best_and_weakest(last)
    if not weak:
        return QCoreApplication.translate("Home", "{0}那一通，每一步都说到位了。").format(when)
    if best:
        words = QCoreApplication.translate("Home", "{0}那一通，{1}说到位了。接着把{2}说完整。")
        return words.format(when, step_word(best, last.levels), step_word(weak, last.levels))
    return QCoreApplication.translate("Home", "{0}那一通，先把{1}说完整，别的跟着就顺了。").format(
        when, step_word(weak, last.levels)
    )


def tip_words(tip: Tip) -> str:
    """Why this scenario, in one sentence."""
    title, step = said(tip.title), step_word(tip.step)
    if tip.why == "first":
        return QCoreApplication.translate("Home", "先从「{0}」练起，五分钟左右。").format(title)
    if tip.why == "weak_step":
        return QCoreApplication.translate("Home", "「{0}」还没练过，正好练{1}。").format(title, step)
    if tip.why == "weak_again":
        return QCoreApplication.translate("Home", "再练一遍「{0}」，先想好{1}怎么说。").format(title, step)
    if tip.why == "new":
        return QCoreApplication.translate("Home", "「{0}」还没练过，可以试试。").format(title)
    return QCoreApplication.translate("Home", "「{0}」最好 {1} 分，再练一遍会更顺。").format(title, points(tip.best))


def _best_and_weakest(last: PastDrill) -> tuple[str, str]:
    """The first step that is full ("" where none is) and the first of the lowest ones ("" where all are full)."""
    levels = {step: level for step, level in last.levels.items() if level is not None}
    best = next((step for step, level in levels.items() if level >= FULL), "")
    weak = min(levels, key=lambda step: levels[step], default="")
    return best, "" if not weak or levels[weak] >= FULL else weak
