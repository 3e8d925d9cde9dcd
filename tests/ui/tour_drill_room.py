"""The drill room as it comes up: start, in the middle, a violation, the end, feedback at the end, the guided drill."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.shared.pages import DrillRequest, StudyRequest
from tests.ui.views import View

GOOD = (
    "周女士，实在对不起，您留了两次言，两天没人回，昨天还专门请假回家白等一中午，换成我也一肚子火。",
    "我刚查了工单系统：您的两条留言都被分到上个月撤掉的片区组，没人值班，是我们撤组时没改分派规则。",
    "今晚七点李师傅上门，把油网的密封圈重新压平，灶台一起擦干净。这件事我负责到底，七点半我打电话跟您确认还滴不滴。",
    "让您白请了半天假，所以这次清洗费退您六十元，原路退回，三个工作日内到账，您看可以吗？",
)


def room(tour, *, feedback: str = "each", guided: bool = False, seed: int = 1):
    """The drill room with a fresh drill."""
    tour.services.settings.feedback = feedback
    tour.go("drill", DrillRequest(scenario_id="slow-response", seed=seed, guided=guided))
    page = tour.window.page
    tour.until(lambda: page.drill_id)
    tour.settled()
    return page


def say(tour, page, *replies: str) -> None:
    """Say each reply and wait for the answer."""
    for text in replies:
        page.composer.set_text(text)
        page.send()
        tour.until(lambda: not page.table.busy)
        tour.settled()


def start(tour) -> QWidget | None:
    room(tour)


def middle(tour) -> QWidget | None:
    page = room(tour)
    say(tour, page, GOOD[0])
    page.table.look_up("wrong_queue")
    tour.settled()
    say(tour, page, GOOD[1])
    page.composer.set_text("今晚七点请李师傅过去，先把密封圈")


def violation(tour) -> QWidget | None:
    page = room(tour)
    say(tour, page, "滴一点油很正常，您先别激动。", "真对不起，让您等了两天，我保证以后绝对不会再出这种问题。")


def end(tour) -> QWidget | None:
    page = room(tour)
    say(tour, page, *GOOD)


def at_end(tour) -> QWidget | None:
    page = room(tour, feedback="end")
    say(tour, page, *GOOD[:2])


def guided(tour) -> QWidget | None:
    room(tour, guided=True)


def guided_second(tour) -> QWidget | None:
    page = room(tour, guided=True)
    say(tour, page, GOOD[0])


def standards(tour) -> QWidget | None:
    page = room(tour)
    page.bar.standards.click()


def hints(tour) -> QWidget | None:
    page = room(tour)
    for _ in range(2):
        page.table.hint()
        tour.until(lambda: not page.table.busy)
    tour.settled()


def again(tour) -> QWidget | None:
    page = room(tour)
    say(tour, page, GOOD[0], "您再等等。")
    page._begin(DrillRequest(drill_id=page.drill_id, rewind_to=2))
    tour.until(lambda: page.drill_id)
    tour.settled()


def exam(tour) -> QWidget | None:
    tour.go("drill", DrillRequest(scenario_id="slow-response", exam=True))
    page = tour.window.page
    tour.until(lambda: page.drill_id)
    say(tour, page, GOOD[0])
    page.bar.show_time((14 * 60 + 20) * 1000)


def study(tour) -> QWidget | None:
    tour.go("study", StudyRequest("slow-response"))
    page = tour.window.page
    tour.until(page.next.isEnabled)
    for _ in range(2):
        page.go_on()
    tour.settled()


def question(tour) -> QWidget | None:
    page = room(tour)
    say(tour, page, GOOD[0])
    page.bar.end.click()
    dialog = page._question
    tour.settled()
    return dialog


VIEWS = (
    View("drill-start", start),
    View("drill-middle", middle),
    View("drill-violation", violation),
    View("drill-end", end),
    View("drill-feedback-at-end", at_end),
    View("drill-guided", guided),
    View("drill-guided-second", guided_second),
    View("drill-standards", standards),
    View("drill-hints", hints),
    View("drill-said-again", again),
    View("drill-exam", exam),
    View("study", study),
    View("drill-question", question),
)
