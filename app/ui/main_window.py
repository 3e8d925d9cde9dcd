"""The main window: the rail with its words, the stacked pages, the person at the bottom, the toast above all."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QWidget

from app.ui.opening_page import OpeningPage
from app.ui.pages import FIRST_START, PAGES, START
from app.ui.rail import Rail
from app.ui.services import Services
from app.ui.shared import i18n
from app.ui.shared.look import look
from app.ui.shared.pages import Page, PageSpec

if TYPE_CHECKING:
    from app.ui.shared.messages import Notice
    from app.ui.shared.toast import Toast

log = logging.getLogger(__name__)

SIZE = (1366, 768)
LEAST = (960, 600)
EARLY = frozenset({"home"})
"""Pages that can show what they kept last time before the records are open."""


class MainWindow(QMainWindow):
    """Shows the pages of PAGES. Follows `services.page_wanted` and `back_wanted`; makes pages when first gone to.

    Pages are made anew when the person or the language changes.

    Signals: `first_painted()` once, when the window is on screen.
    """

    first_painted = Signal()

    def __init__(self, services: Services, pages: Sequence[PageSpec] = PAGES) -> None:
        super().__init__()
        self.services = services
        self._specs = {spec.key: spec for spec in pages}
        self._made: dict[str, Page] = {}
        self._trail: list[tuple[str, object]] = []
        self._recalled = 0
        self._waiting: tuple[str, object] | None = None
        self._here: tuple[str, object] = ("", None)
        self.setWindowTitle(self.tr("陪练"))
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self._body = QWidget()
        self._stack = QStackedWidget()
        self._rail = Rail(services)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self._blank = OpeningPage()
        self._stack.addWidget(self._blank)
        self.setCentralWidget(self._body)
        self._toast: Toast | None = None
        self._was_painted = False
        self._blank.again_wanted.connect(services.open)
        self._blank.folder_wanted.connect(self._on_folder)
        self._blank.close_wanted.connect(self.close)
        self._rail.wanted.connect(self._on_rail)
        self._rail.people_wanted.connect(self._show_people)
        services.messages.shown.connect(self._on_message)
        services.page_wanted.connect(self.go)
        services.back_wanted.connect(self.back)
        services.recalled.connect(self._on_recalled)
        services.opening.connect(self._on_opening)
        services.opened.connect(self._on_opened)
        services.reopening.connect(self._on_reopening)
        services.not_opened.connect(self._on_not_opened)
        services.person_changed.connect(self._start_anew)
        services.people_changed.connect(self._on_people_changed)
        services.settings.changed.connect(self._on_setting)
        self._restore_place()

    @property
    def here(self) -> str:
        """The key of the page on screen; "" before the records are open."""
        return self._here[0]

    @property
    def page(self) -> Page | None:
        """The page on screen."""
        return self._made.get(self._here[0])

    @property
    def toast(self) -> Toast:
        """Where messages are shown; made with the first one."""
        if self._toast is None:
            from app.ui.shared.toast import Toast

            self._toast = Toast(self.services.messages, self._body)
        return self._toast

    def go(self, key: str, argument: object = None, *, keep_trail: bool = True) -> None:
        """Bring the page `key` on screen. Stays where the page that is there refuses to leave."""
        if self._recalled and key not in EARLY:
            self._waiting = (key, argument)  # gone to as soon as the records are open, in a moment
            return
        spec = self._specs.get(key)
        now = self.page
        if spec is None or (now is not None and not now.leave()):
            return
        if keep_trail and self._here[0]:
            self._trail.append(self._here)
        page = self._made.get(key) or self._make(spec)
        self._here = (key, argument)
        if not spec.full_screen:
            self._trail.clear()
        self._rail.setVisible(not spec.full_screen)
        self._rail.mark(key)
        self._stack.setCurrentWidget(page)
        page.enter(argument)
        # Once the page is laid out: a widget that isn't shown yet takes no focus.
        QTimer.singleShot(0, self, self._focus_page)

    def back(self) -> None:
        """Go to the page before; from the first one nowhere, from a page without one to the start."""
        if self._trail:
            key, argument = self._trail.pop()
            self.go(key, argument, keep_trail=False)
        elif self._here[0] and self._specs[self._here[0]].full_screen and self.services.person is not None:
            self.go(self._start_key(), keep_trail=False)

    def rebuild(self) -> None:
        """Make rail and pages anew in the language of now, and come back to the same page."""
        here = self._here
        self._drop_pages()
        self.setWindowTitle(self.tr("陪练"))
        self._rail.refresh()
        self._rail.fit(self.width())
        if here[0]:
            self._here = ("", None)
            self.go(*here, keep_trail=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            page = self.page
            if page is not None and not page.on_escape():
                self.back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.fit(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.page
        if page is not None and not page.leave():
            event.ignore()
            return
        self.services.settings.keep_place("main", self.saveGeometry())
        self.services.save_all()
        self._drop_pages()
        super().closeEvent(event)

    def _restore_place(self) -> None:
        kept = self.services.settings.place("main")
        if kept.isEmpty() or not self.restoreGeometry(kept):
            return
        # Qt itself moves a window onto a screen that exists, but trusts a title bar that is out of reach.
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if not any(one.intersects(self.frameGeometry().adjusted(60, 0, -60, -60)) for one in screens) and screens:
            self.move(screens[0].topLeft() + QPoint(40, 40))

    def _make(self, spec: PageSpec) -> Page:
        page = spec.make(self.services)
        self._made[spec.key] = page
        self._stack.addWidget(page)
        return page

    def _drop_pages(self) -> None:
        self._stack.setCurrentWidget(self._blank)
        for page in self._made.values():
            self.services.jobs.stop_for(page)
            self._stack.removeWidget(page)
            page.deleteLater()
        self._made.clear()
        self._trail.clear()

    def _start_key(self) -> str:
        person = self.services.person
        if person is None:
            return FIRST_START
        key = START.get(str(person.role), "")
        return key if key in self._specs else next(iter(self._specs))

    def _start_anew(self) -> None:
        self._drop_pages()
        self._here = ("", None)
        self._rail.refresh()
        self._rail.fit(self.width())
        self._rail.setEnabled(True)
        self.go(self._start_key(), keep_trail=False)

    def _focus_page(self) -> None:
        page = self.page
        if page is None:
            return
        wanted = page.first_focus()
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_people(self, at: QPoint) -> None:
        if self._recalled:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = self.services.person
        for person in self.services.people:
            if person.active:
                action = menu.addAction(f"{person.name}  ·  {role_word(str(person.role))}")
                action.setCheckable(True)
                action.setChecked(now is not None and person.id == now.id)
                action.setData(person)
        menu.addSeparator()
        more = menu.addAction(self.tr("添加一位…"))
        menu.triggered.connect(self._on_person_chosen)
        menu.popup(at - QPoint(0, menu.sizeHint().height()))
        chosen = next((one for one in menu.actions() if one.isChecked()), more)
        menu.setActiveAction(chosen)

    def _on_person_chosen(self, action: QAction) -> None:
        person = action.data()
        if person is None:
            self.services.go(FIRST_START)
        elif self.services.person is None or person.id != self.services.person.id:
            page = self.page
            if page is None or page.leave():
                self.services.set_person(person)

    def _on_rail(self, key: str) -> None:
        if key != self._here[0]:
            self.go(key)
        self._rail.mark(self._here[0])

    def _on_message(self, notice: Notice) -> None:
        if self._toast is None:
            self.toast.show_notice(notice)

    def _on_recalled(self) -> None:
        if self._start_key() in EARLY and self.services.person is not None:
            self._recalled = self.services.person.id
            self._start_anew()

    def _on_opening(self) -> None:
        if self.page is None:
            self._rail.setVisible(not self.services.demo)
            self._blank.show_busy(demo=self.services.demo)

    def _on_opened(self) -> None:
        self._blank.clear()
        recalled, waiting, page, person = self._recalled, self._waiting, self.page, self.services.person
        self._recalled, self._waiting = 0, None
        if page is None or person is None or person.id != recalled:
            self._start_anew()
            return
        self._rail.refresh()
        self._rail.mark(self.here)
        page.enter(self._here[1])
        if waiting is not None:
            self.go(*waiting)

    def _on_people_changed(self) -> None:
        self._rail.refresh()
        self._rail.mark(self.here)

    def _on_reopening(self) -> None:
        self._drop_pages()
        self._here = ("", None)
        self._rail.setEnabled(False)
        self._blank.show_busy(demo=False)

    def _on_not_opened(self, error: Exception) -> None:
        self._recalled, self._waiting = 0, None
        self._drop_pages()
        self._here = ("", None)
        self._rail.hide()
        self.services.messages.note(error)
        self._blank.show_failure(error)

    def _on_folder(self) -> None:
        from app.ui.shared.outside import open_outside

        folder = self.services.folder
        open_outside(folder if folder.is_dir() else folder.parent, self.services.messages)

    def _on_setting(self, name: str) -> None:
        settings = self.services.settings
        if name == "language":
            i18n.install("en" if settings.language == "en" else "zh")
            look().apply()
            self.rebuild()
        elif name in ("theme", "text_size", "reduce_motion"):
            look().apply(
                choice=settings.theme, percent=settings.text_size, reduce_motion=settings.reduce_motion or None
            )
            self._rail.fit(self.width())


def role_word(role: str) -> str:
    """What a role is called."""
    words = {
        "trainee": QCoreApplication.translate("MainWindow", "学员"),
        "supervisor": QCoreApplication.translate("MainWindow", "主管"),
        "trainer": QCoreApplication.translate("MainWindow", "培训师"),
    }
    return words.get(role, role)
