"""Windows for tests: a data folder, services over it, three people; and what a test must not leave behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.records.room import open_records
from app.records.values import Role
from app.ui import library_index
from app.ui.main_window import MainWindow
from app.ui.services import Services
from app.ui.shared import i18n
from app.ui.shared.look import look
from app.ui.surroundings import NO_FONT, has_chinese_font

PEOPLE = (("王秀兰", Role.TRAINEE), ("林静", Role.SUPERVISOR), ("何老师", Role.TRAINER))


@pytest.fixture(scope="session")
def qapp_cls():
    return QApplication


@pytest.fixture(scope="session", autouse=True)
def shipped_read_once():
    """The shipped scenarios are read once for all tests, not by every window that opens a new folder."""
    look_at = library_index._looked_at
    known: dict[tuple[str, str], library_index.LibraryEntry] = {}

    def once(path: Path, stamp: str) -> library_index.LibraryEntry:
        if path.parent != library_index.SHIPPED:
            return look_at(path, stamp)
        found = known.get((str(path), stamp))
        return found if found is not None else known.setdefault((str(path), stamp), look_at(path, stamp))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library_index, "_looked_at", once)
        yield


@pytest.fixture
def qtbot(qtbot):
    """pytest-qt's, which alone holds a widget weakly: `shown().body` would lose its page to the collector."""
    held: list[QWidget] = []
    add = qtbot.addWidget

    def hold(widget: QWidget, **how: object) -> None:
        held.append(widget)
        add(widget, **how)

    qtbot.addWidget = hold
    return qtbot


@pytest.fixture(autouse=True)
def plain_look(qapp):
    """Each test begins in light, Chinese, 100 %, without motion."""
    _seen("light", "zh", 100)
    yield
    if i18n.language() != "zh":
        i18n.install("zh")


@pytest.fixture
def chinese_font(qapp):
    """For a test that measures Chinese lines: skips, saying what to install, where the machine has no Chinese font."""
    if not has_chinese_font():
        pytest.skip(NO_FONT.en)


@pytest.fixture
def seen():
    """Set theme, language and text size: `seen("dark", "en", 130)`."""
    return _seen


def _seen(theme="light", language="zh", percent=100):
    if i18n.language() != language:
        i18n.install("en" if language == "en" else "zh")
    now = look()
    if (now.choice, now.scale(), now.reduce_motion) != (theme, percent / 100, True):
        now.apply(choice=theme, percent=percent, reduce_motion=True)


@pytest.fixture
def folder(tmp_path) -> Path:
    """An empty data folder."""
    made = tmp_path / "data"
    made.mkdir()
    return made


@pytest.fixture
def services(folder, qtbot):
    """Services over an empty folder, not opened; closed afterwards."""
    made = Services(folder)
    made.settings.theme = "light"
    made.settings.reduce_motion = True
    yield made
    qtbot.waitUntil(lambda: not made.jobs.running, timeout=5000)
    made.close()


@pytest.fixture
def opened(services, folder, qtbot):
    """Services with the records open and three people; the trainee 王秀兰 is at the screen."""
    with open_records(folder) as records:
        added = [records.add_person(name, role) for name, role in PEOPLE]
    services.settings.last_person = added[0].id
    with qtbot.waitSignal(services.opened, timeout=5000):
        services.open()
    return services


@pytest.fixture
def window(opened, qtbot):
    """The main window of the trainee, on screen."""
    made = MainWindow(opened)
    qtbot.addWidget(made)
    made.show()
    opened.person_changed.emit()
    qtbot.waitExposed(made)
    return made


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp, request):
    """A window that a test leaves open would take the next one's focus."""
    yield
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    names = [type(widget).__name__ for widget in left]
    for widget in left:
        widget.close()
    assert not names, f"{request.node.name} left windows open: {names}"
