from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.ui.library_index import OWN, SHIPPED
from app.ui.shared import type as type_
from app.ui.shared.clipping import clipped
from app.ui.trainee.library import LibraryPage
from app.ui.trainer.findings import Findings, head_words
from app.ui.trainer.lint import Finding, duplicate, findings
from app.ui.trainer.tools import TrainerTools
from scenarios.reader import read_scenario
from scoring.sentence import PeilianError, Sentence

SOURCE = SHIPPED / "slow-response.yaml"


class AtWork:
    """The tools, the library that they stand in, and what they opened."""

    def __init__(self, tools: TrainerTools, library: LibraryPage, opened_paths: list[str]) -> None:
        self.panel, self.library, self.opened_paths = tools, library, opened_paths

    def __getattr__(self, name: str):
        return getattr(self.panel, name)


@pytest.fixture
def tools(opened, qtbot):
    """The library of a trainer, and her tools in it."""
    opened.person = next(one for one in opened.people if one.role == "trainer")
    qtbot.waitUntil(lambda: len(opened.library.entries) > 0 and not opened.jobs.running, timeout=10000)
    page = LibraryPage(opened)
    qtbot.addWidget(page)
    page.resize(1198, 768)
    page.show()
    page.enter()
    found = page.findChild(TrainerTools)
    assert isinstance(found, TrainerTools)
    paths: list[str] = []
    found.open_path = paths.append
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=10000)
    return AtWork(found, page, paths)


def test_a_trainee_sees_no_tools(opened, qtbot):
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=10000)
    page = LibraryPage(opened)
    qtbot.addWidget(page)
    assert page.findChild(TrainerTools) is None


def test_a_copy_lands_in_the_companys_folder_and_is_selected(tools, folder, opened, qtbot):
    tools.library.choose("slow-response")
    qtbot.mouseClick(tools.copy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tools.library.grid.card().entry.id == "slow-response-copy", timeout=10000)
    assert (folder / OWN / "slow-response-copy.yaml").exists()
    assert QApplication.focusWidget() is tools.edit
    assert opened.library.entry("slow-response-copy").playable
    assert opened.messages.history[-1].action == "撤销"
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=10000)


@pytest.mark.parametrize("room", [150, 260, 600])
def test_however_narrow_a_finding_says_its_line_and_column(qapp, room):
    name = "a-scenario-with-a-rather-long-name-of-its-file.yaml"
    one = Finding(f"/there/{name}", 128, 13, "SC004", "error", Sentence("不对", "wrong"), None)
    metrics = QFontMetrics(type_.font("small"))
    words = head_words(one, metrics, room)
    assert ":128:13" in words
    assert words.startswith(name) == (metrics.horizontalAdvance(f"{name}:128:13 · SC004 · 要改") <= room)


def test_at_large_text_the_tools_scroll_and_nothing_lies_over_another(tools, seen, qtbot):
    seen("light", "en", 150)
    tools.library.resize(1198, 600)
    tools.library.choose("slow-response")
    qtbot.mouseClick(tools.copy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tools.edit.isVisible, timeout=10000)
    qtbot.waitUntil(lambda: tools.edit.y() >= tools.copy.geometry().bottom())


def test_a_copy_can_be_taken_back(tools, folder, opened, qtbot):
    tools.library.choose("slow-response")
    tools.copy.click()
    qtbot.waitUntil(lambda: opened.library.entry("slow-response-copy") is not None, timeout=10000)
    opened.messages.history[-1].on_action()
    qtbot.waitUntil(lambda: opened.library.entry("slow-response-copy") is None, timeout=10000)
    assert not (folder / OWN / "slow-response-copy.yaml").exists()


def test_what_lint_says_is_listed_with_its_place_and_opens_the_file(tools, folder, opened, qtbot):
    own = folder / OWN
    own.mkdir()
    path = own / "broken.yaml"
    path.write_text("id: broken\nkind: complaint\n", "utf-8")
    qtbot.mouseClick(tools.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tools.list.found.rowCount() > 0, timeout=10000)
    assert tools.list.found.index(0).data().startswith("broken.yaml:1:1 SC")
    tools.list.setCurrentIndex(tools.list.found.index(0))
    tools.list.setFocus()
    qtbot.keyClick(tools.list, Qt.Key.Key_Return)
    assert tools.opened_paths == [str(path)]
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=10000)


def test_the_companys_folder_is_made_when_it_is_opened(tools, folder, qtbot):
    qtbot.mouseClick(tools.folder, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tools.opened_paths == [str(folder / OWN)], timeout=5000)
    assert (folder / OWN).is_dir()


def test_only_the_companys_own_files_are_opened_for_changing(tools, opened, qtbot):
    tools.library.choose("slow-response")
    assert not tools.edit.isVisible()
    tools.copy.click()
    qtbot.waitUntil(tools.edit.isVisible, timeout=10000)
    qtbot.mouseClick(tools.edit, Qt.MouseButton.LeftButton)
    assert Path(tools.opened_paths[0]).name == "slow-response-copy.yaml"
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=10000)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_words_of_the_tools_are_cut(tools, qtbot, seen, language, percent):
    seen("dark", language, percent)
    made = TrainerTools(tools.services)
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show_entry(tools.services.library.entries[0])
    made.show()
    qtbot.waitUntil(lambda: clipped(made) == [] and not tools.services.jobs.running, timeout=5000)


def test_a_copy_keeps_comments_and_changes_only_the_id(tmp_path):
    path, new = duplicate(SOURCE, tmp_path / "own", ["slow-response"])
    before, after = SOURCE.read_text("utf-8").splitlines(), path.read_text("utf-8").splitlines()
    assert new == "slow-response-copy"
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [
        ("id: slow-response", "id: slow-response-copy")
    ]
    assert read_scenario(path).playable is not None


def test_a_second_copy_gets_a_name_of_its_own(tmp_path):
    _, first = duplicate(SOURCE, tmp_path, ["slow-response"])
    _, second = duplicate(tmp_path / f"{first}.yaml", tmp_path, ["slow-response", first])
    assert (first, second) == ("slow-response-copy", "slow-response-copy-2")


@pytest.mark.parametrize("text", ["title: x\n", "  id: not-at-the-start\n", ""])
def test_a_file_without_an_id_is_copied_under_its_name(tmp_path, text):
    source = tmp_path / "half.yaml"
    source.write_text(text, "utf-8")
    path, new = duplicate(source, tmp_path / "own", [])
    assert new == "half-copy"
    assert path.read_text("utf-8") == text


def test_a_copy_that_cannot_be_made_says_why(tmp_path):
    with pytest.raises(PeilianError):
        duplicate(tmp_path / "gone.yaml", tmp_path, [])


def test_errors_come_before_warnings(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("id: a\n", "utf-8")
    found = findings([str(path), str(SOURCE)])
    assert found[0].severity == "error"
    assert found[0].where == "a.yaml:1:1"


def test_the_model_obeys_qts_rules(qapp):
    model = Findings()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    one = Finding("/a.yaml", 1, 2, "SC001", "error", Sentence("错", "wrong"), Sentence("试试", "try"))
    model.show([one])
    assert model.index(0).data() == "a.yaml:1:2 SC001 要改 错 提示：试试"
