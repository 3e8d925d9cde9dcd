"""The scorecard and the list of past drills on the tour: passed, failed, supervised, on every tab, empty."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.drills.session import DrillSession
from app.records.values import Role
from app.ui.shared.pages import ScorecardRequest
from scenarios.reader import read_scenario
from scoring.offline.scorer import OfflineScorer
from tests.ui.views import View

LIBRARY = Path(__file__).resolve().parents[2] / "scenarios" / "library"
WELL = (
    "周女士，实在对不起，您留了两次言，两天没人回，昨天还专门请假回家白等一中午，换成我也一肚子火。",
    "我刚查了工单系统：您的两条留言都被分到上个月撤掉的片区组，没人值班，是我们撤组时没改分派规则，责任在我们。",
    "今晚七点李师傅上门，把油网的密封圈重新压平，灶台一起擦干净。这件事我负责到底，七点半我打电话跟您确认还滴不滴。",
    "让您白请了半天假，所以这次清洗费退您六十元，原路退回，三个工作日内到账，您看可以吗？",
)
HALF = (
    "周女士，真对不起，留了两次言没人回，昨天还请假白等一中午，换谁都着急，该说的您尽管说。",
    "?wrong_queue",
    "您的留言分到了撤掉的片区组，一直没人接单，您催得一点都没错。",
    "今晚七点李师傅上门重新装密封圈，他出门我给您发微信，您看行吗？",
    "这次清洗费给您退六十元，我保证以后绝对不会再漏，您放心。",
)
BADLY = (
    "滴一点油很正常，您先别激动。",
    "您留言的时候没写清楚，我们也没办法，那是洗的师傅弄的，您找他去。",
    "这样，您加我微信，我私下转您两百，您就别给差评了。",
    "您这人怎么这么难伺候。",
)
_drills: dict[tuple[int, str], str] = {}


def play(desk, name: str, replies: tuple[str, ...], *, seed: int = 1, waits: int = 42_000) -> str:
    """Play a drill of the library; returns its id. `?fact` looks something up."""
    session = DrillSession.start(desk, read_scenario(LIBRARY / f"{name}.yaml"), OfflineScorer(), seed=seed)
    for text in replies:
        if session.ending is None:
            session.look_up(text[1:]) if text.startswith("?") else session.reply(text, elapsed_ms=waits)
    if session.ending is None:
        session.break_off()
    return session.drill_id


def _desk(tour):
    records = tour.services.records
    people = records.people()
    mine = next((one for one in people if one.name == "王秀兰"), None) or next(
        one for one in people if one.role is Role.TRAINEE
    )
    return records.asked_by(mine)


def _drill(tour, key: str) -> str:
    records, desk = tour.services.records, _desk(tour)
    people = records.people()
    known = _drills.get((id(tour), key))
    if known is None:
        replies = {"well": WELL, "half": HALF, "badly": BADLY}[key]
        known = _drills[id(tour), key] = play(desk, "slow-response", replies)
        if key == "half":
            boss = records.asked_by(next(one for one in people if one.role is Role.SUPERVISOR))
            boss.comment(known, 1, "这一段可以当范例：先认她等的那一中午，再让她说。")
            boss.comment(known, 5, "钱说清楚了，差一句什么时候到账。“绝对不会”收回去，换成修完再打个电话。")
    return known


def _open(tour, key: str, **how) -> None:
    tour.go("scorecard", ScorecardRequest(_drill(tour, key), **how))


def _tab(tour, key: str, tab: str) -> None:
    _open(tour, key)
    tour.window.page.body.checks.show_tab(tab)


def _hovered(tour) -> None:
    _open(tour, "half")
    body = tour.window.page.body
    body.checks.show_tab("fix")
    body.checks.row("fix.action").setFocus()


def _references(tour) -> None:
    _open(tour, "half")
    tour.window.page.body.show_references()


def _compared(tour) -> None:
    drill_id = _drill(tour, "badly")
    desk = _desk(tour)
    if len(desk.branches(drill_id)) < 2:
        again = DrillSession.rewind(desk, drill_id, 1, OfflineScorer())
        for text in WELL[:2]:
            again.reply(text)
        again.break_off()
    _open(tour, "badly")
    tour.window.page.body.show_comparison()


def _disputed(tour) -> None:
    drill_id = _drill(tour, "half")
    desk = _desk(tour)
    desk.dispute(drill_id, n=0, item="cause.verified", met=False, reason="我是查了工单系统才说的，前一句就查过。")
    _tab(tour, "half", "cause")


def _disputing(tour) -> QWidget | None:
    _tab(tour, "half", "cause")
    page = tour.window.page
    page.body.checks.dispute_asked.emit("cause.ownership", 0, False)
    page.dialog.edit.setPlainText("「一直没人接单」就是说我们没接，算担责了。")
    tour.settled()
    return page.dialog


def _commenting(tour) -> None:
    _open(tour, "half")
    rows = tour.window.page.body.transcript.rows
    rows[3].open_box()
    rows[3].box.edit.setPlainText("“一直没人接单”后面补半句：是我们的疏漏。")


def _history(tour) -> None:
    for key in ("well", "half", "badly"):
        _drill(tour, key)
    tour.go("history")


def _history_empty(tour) -> QWidget | None:
    tour.go("history")
    page = tour.window.page
    page.search.setText("没有这个场景")
    tour.until(page.is_empty)
    return None


VIEWS = (
    View("scorecard-passed", lambda tour: _open(tour, "well")),
    View("scorecard-half", lambda tour: _open(tour, "half")),
    View("scorecard-failed", lambda tour: _open(tour, "badly")),
    View("scorecard-tab-empathy", lambda tour: _tab(tour, "half", "empathy")),
    View("scorecard-tab-cause", lambda tour: _tab(tour, "half", "cause")),
    View("scorecard-tab-compensation", lambda tour: _tab(tour, "half", "compensation")),
    View("scorecard-focus", _hovered),
    View("scorecard-references", _references),
    View("scorecard-compared", _compared),
    View("scorecard-disputing", _disputing),
    View("scorecard-disputed", _disputed),
    View("scorecard-supervisor", _commenting, person="林静"),
    View("scorecard-trainer", lambda tour: _open(tour, "half"), person="何老师"),
    View("history", _history),
    View("history-none-found", _history_empty),
    View("history-empty", lambda tour: tour.go("history"), person="何老师"),
)
