"""The scorecard on paper: the file's name, what stands in it, pages, and a disk that refuses."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from app.drills.opening import open_review
from app.records.room import open_records
from app.reports.pdf import A4, pdf, print_on, save
from app.reports.setting import Setting
from app.reports.sheet import Sheet, file_name
from app.ui.trainee.scorecard.paper import Paper
from app.ui.trainee.scorecard.paper_pens import PaperPens
from app.ui.trainee.scorecard.sheet_of import sheet_of
from scoring.sentence import PeilianError
from tests.ui.conftest import PEOPLE
from tests.ui.tour_scorecard import HALF, play

PENS = PaperPens()
PATTERN = "陪练-{0}-{1}-{2}"
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def looked(tmp_path_factory):
    """A drill of 王秀兰 with a comment of 林静, looked back on."""
    with open_records(tmp_path_factory.mktemp("paper")) as records:
        desk, boss, _ = (records.asked_by(records.add_person(name, role)) for name, role in PEOPLE)
        drill_id = play(desk, "slow-response", HALF)
        boss.comment(drill_id, 1, "这一段可以当范例。")
        return open_review(desk, drill_id)


@pytest.fixture
def sheet(looked, qapp) -> Sheet:
    return sheet_of(looked, looked.review, {"compensation.delivery": "原路退回，三个工作日到账"})


def text_of(content: bytes, tmp_path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    (tmp_path / "x.pdf").write_bytes(content)
    run = subprocess.run(["pdftotext", "-layout", str(tmp_path / "x.pdf"), "-"], capture_output=True, check=True)
    return plain(run.stdout.decode())


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_file_is_named_after_person_scenario_and_day():
    assert file_name("王秀兰", "等了一上午没人回", NOON, PATTERN) == "陪练-王秀兰-等了一上午没人回-2026-11-23.pdf"


@pytest.mark.parametrize("title", ['a/b\\c:d*e?"f<g>|h', "x\ny\0z", "长" * 300])
def test_no_title_makes_a_name_that_a_disk_refuses(title):
    made = file_name("甲", title, NOON, PATTERN)
    assert not re.search(r'[\x00-\x1f<>:"/\\|?*]', made)
    assert len(made.encode()) <= 255


def test_everything_stands_on_the_sheet(sheet):
    assert (sheet.total, sheet.verdict) == ("72", "没过")
    assert [step.name for step in sheet.steps] == ["共情", "归因", "方案", "补偿"]
    assert sheet.turns[0].marks
    assert [note.words for note in sheet.turns[0].notes if note.bold] == ["这一段可以当范例。"]
    rows = [row for part in sheet.parts for row in part.rows]
    assert any(row.more == "可以加：「原路退回，三个工作日到账」" for row in rows)
    assert any(row.sign == "triangle" and row.value == "−15" for row in rows)


def test_each_check_has_one_line_of_why_beneath_its_words(sheet):
    rows = {row.name: row for part in sheet.parts for row in part.rows}
    assert (rows["补什么"].words, rows["补什么"].more) == (
        "「退六十元」",
        "说的是 60 元，在能做主的 60 元以内，给得出去。",
    )
    assert "周女士昨天特意中午请假" in rows["为什么补"].words
    told = [row.more if row.sign == "tick" else row.words for row in rows.values()]
    assert len(set(told)) == len(told)


def test_the_pdf_holds_its_words_and_page_numbers(sheet, tmp_path):
    said = text_of(pdf(sheet, PENS), tmp_path)
    for part in (
        "报了两天没人理",
        "王秀兰",
        "真对不起",
        "林静的点评",
        "可以加",
        "第 1 页，共 2 页",
        "第 2 页，共 2 页",
    ):
        assert plain(part) in said


@pytest.mark.usefixtures("chinese_font")
def test_the_chinese_font_is_inside(sheet):
    assert b"/FontFile" in pdf(sheet, PENS)


@pytest.mark.usefixtures("chinese_font")
def test_a_reply_longer_than_a_page_goes_on_over_pages(sheet):
    long = replace(sheet.turns[0], reply="对不起，让您久等了。" * 400, marks=())
    assert Setting(replace(sheet, turns=(long, *sheet.turns[1:])), PENS, A4).count >= 4


def test_no_line_is_lost_at_the_end_of_a_page(sheet, tmp_path):
    numbered = "".join(f"第{number}句说完了。" for number in range(400))
    long = replace(sheet.turns[0], reply=numbered, marks=())
    said = text_of(pdf(replace(sheet, turns=(long,)), PENS), tmp_path)
    assert all(f"第{number}句" in said for number in range(0, 400, 13))


def test_it_is_written_whole_or_not_at_all(sheet, tmp_path):
    (tmp_path / "out").mkdir()
    target = tmp_path / "out" / "card.pdf"
    save(sheet, PENS, target)
    assert target.read_bytes().startswith(b"%PDF")
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_is_gone_is_told_in_a_sentence(sheet, tmp_path):
    with pytest.raises(PeilianError, match="没有存上"):
        save(sheet, PENS, tmp_path / "gone" / "card.pdf")


def test_the_dialog_proposes_the_name_and_the_job_writes_it(looked, opened, qtbot, tmp_path):
    page = QWidget()
    qtbot.addWidget(page)
    paper = Paper(opened, page)
    dialog = paper.save(looked)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.selectedFiles()[0].rpartition("/")[2].startswith("陪练-王秀兰-报了两天没人理-")
    dialog.reject()
    paper.write(looked, tmp_path / "card.pdf")
    qtbot.waitUntil(lambda: bool(opened.messages.history), timeout=5000)
    assert opened.messages.history[-1].text == "存好了：card.pdf"


def test_it_can_be_searched_by_the_characters_that_it_shows(sheet, tmp_path):
    said = text_of(pdf(replace(sheet, title="人见贝车长门风飞马鱼鸟龙方用不理"), PENS), tmp_path)
    assert said.startswith("人见贝车长门风飞马鱼鸟龙方用不理")


def test_it_prints_on_a_printer(sheet, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_on(printer, sheet, PENS)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_takes_nothing_is_told_in_a_sentence(sheet, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    with pytest.raises(PeilianError, match="打印机没有接收"):
        print_on(printer, sheet, PENS)


def test_the_print_dialog_comes_without_blocking(looked, opened, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    dialog = Paper(opened, page).print(looked)
    assert dialog.isVisible()
    dialog.reject()
