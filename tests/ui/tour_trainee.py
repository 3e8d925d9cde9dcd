"""Home, library, first start and the trainer's tools, with the demo's people."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tests.ui.views import View

if TYPE_CHECKING:
    from app.ui.services import Services

BROKEN = "id: broken\ntitle: {zh: 没写完的场景, en: Half a scenario}\nkind: complaint\n"


def _home(tour):
    tour.go("home")


def _library(tour):
    tour.go("library")


def _not_found(tour):
    tour.go("library")
    tour.window.page.search.setText("zzz")
    tour.until(lambda: not tour.window.page.grid.isVisible())
    tour.window.page.search.clearFocus()


def _trainer(tour):
    own = tour.services.folder / "scenarios"
    own.mkdir(exist_ok=True)
    (own / "broken.yaml").write_text(BROKEN, "utf-8")
    tour.services.refresh_library()
    tour.settled()
    tour.go("library")


def _first_start(tour):
    """As on the first day: nobody there yet."""
    from app.ui.trainee.first_start import FirstStartPage

    page = FirstStartPage(cast("Services", _Nobody(tour.services)))
    page.setAutoFillBackground(True)
    page.resize(tour.window.size())
    page.enter()
    page.show()
    return page


def _adding(tour):
    tour.go("first_start")


def _offer(tour):
    tour.go("first_start")
    page = tour.window.page
    page.offer.show_name("周晓燕")
    page._steps.setCurrentIndex(1)


def _first_home(tour):
    """Home of somebody who has played nothing."""
    from app.ui.trainee.home_data import HomeData, Tip

    tour.go("home")
    entry = tour.services.library.entry("slow-response")
    tip = Tip(entry.id, entry.title, entry.summary, "first", "", None)
    tour.window.page._show(HomeData(person_id=0, tip=tip))


class _Nobody:
    """Services before anybody was added."""

    people = ()
    person = None

    def __init__(self, services):
        self._services = services

    def __getattr__(self, name):
        return getattr(self._services, name)


VIEWS = (
    View("first-start", _first_start),
    View("first-start-adding", _adding),
    View("first-start-offer", _offer),
    View("home", _home),
    View("home-first", _first_home),
    View("library", _library),
    View("library-nothing", _not_found),
    View("library-trainer", _trainer, person="何老师"),
)
