"""The shared widgets: by keyboard, with names, with evidence in the right place, with nothing cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.shared import type as type_
from app.ui.shared.buttons import KINDS, Button
from app.ui.shared.cards import EmptyState, Segments
from app.ui.shared.check_rows import CheckRow
from app.ui.shared.clipping import clipped
from app.ui.shared.evidence import EvidenceLayout, Mark, whole
from app.ui.shared.evidence_text import EvidenceText
from app.ui.shared.focus_ring import GAP, FocusRing
from app.ui.shared.forms import Form
from app.ui.shared.icons import icon, names, pixmap
from app.ui.shared.labels import Label
from app.ui.shared.mood import MoodBar, MoodFace, mood_change, mood_face
from app.ui.shared.search import SearchBox, search_key
from app.ui.shared.steps import StepLights, StepSeal
from tests.ui.tour_parts import MARKS, REPLY, STEPS, parts

TEXT = "真对不起😀，让您白跑一趟𠮷，四点前送到。"


def _mark(words, step, mark_id="m"):
    start = TEXT.index(words)
    return Mark(mark_id, start, start + len(words), step, mark_id)


@pytest.fixture
def shown(qtbot):
    def show(widget, width=480, height=320):
        room = QWidget()
        layout = QVBoxLayout(room)
        layout.addWidget(widget)
        room.resize(width, height)
        qtbot.addWidget(room)
        room.show()
        room.activateWindow()
        qtbot.waitExposed(room)
        rooms.append(room)
        return widget

    rooms = []
    yield show
    for room in rooms:
        room.close()


def _layout(text, marks, width=400.0):
    return EvidenceLayout(text, marks, font=type_.font("dialogue"), line_height=28, width=width)


def test_a_span_behind_emoji_and_rare_characters_is_where_it_was_said(qapp):
    laid = _layout(TEXT, [_mark("四点前送到", 3)], width=2000)
    rect = laid.rects(laid.marks[0])[0]
    inside = QPointF(rect.left() + 30, rect.center().y())
    at = laid.offset_at(inside)
    assert TEXT.index("四点前送到") <= at < TEXT.index("四点前送到") + 5
    assert laid.mark_at(inside) is laid.marks[0]
    assert laid.mark_at(QPointF(2, 14)) is None


def test_a_span_over_two_lines_has_two_rectangles(qapp):
    laid = _layout(TEXT, [_mark("让您白跑一趟𠮷，四点前送到", 1)], width=180)
    assert len(laid.rects(laid.marks[0])) >= 2
    assert laid.height == pytest.approx(28 * (laid.height // 28))


def test_of_overlapping_spans_the_violation_lies_on_top(qapp):
    laid = _layout(TEXT, [Mark("bad", 12, 18, 0), Mark("good", 8, 20, 3)], width=2000)
    assert [mark.id for mark in laid.marks] == ["good", "bad"]
    rect = laid.rects(laid.marks[1])[0]
    found = laid.mark_at(rect.center())
    assert found is not None
    assert found.id == "bad"


@pytest.mark.parametrize("marks", [[Mark("m", 5, 3, 1)], [Mark("m", 0, 999, 1)], [Mark("m", -1, 2, 1)]])
def test_a_span_that_is_no_part_of_the_reply_is_left_out(qapp, marks):
    assert _layout(TEXT, marks).marks == ()


def test_an_empty_reply_has_no_lines_and_no_fault(qapp):
    laid = _layout("", [])
    assert laid.offset_at(QPointF(10, 10)) == 0
    assert laid.mark_at(QPointF(10, 10)) is None


def test_a_reply_is_cut_at_the_edges_of_its_spans():
    pieces = whole("abcdef", [Mark("x", 1, 4, 1), Mark("y", 3, 5, 2)])
    assert [("abcdef"[start:end], [mark.id for mark in marks]) for start, end, marks in pieces] == [
        ("a", []), ("bc", ["x"]), ("d", ["x", "y"]), ("e", ["y"]), ("f", []),
    ]  # fmt: skip


def test_copying_gives_the_reply_without_its_marks(shown, qtbot):
    text = shown(EvidenceText(TEXT, [_mark("真对不起", 1), _mark("四点前送到", 3, "n")]))
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == TEXT


def test_a_part_selected_with_the_mouse_is_copied(shown, qtbot):
    text = shown(EvidenceText(TEXT, []), width=900)
    laid = _layout(TEXT, [], width=2000)
    wanted = next(x for x in range(400) if laid.offset_at(QPointF(x, 14)) == 4) + 4
    qtbot.mousePress(text, Qt.MouseButton.LeftButton, pos=QPointF(4, 14).toPoint())
    qtbot.mouseMove(text, QPointF(wanted, 14).toPoint())
    qtbot.mouseRelease(text, Qt.MouseButton.LeftButton, pos=QPointF(wanted, 14).toPoint())
    if text.selected() is not None:  # offscreen, a move without a pressed button selects nothing
        text.copy()
        assert TEXT.startswith(QGuiApplication.clipboard().text())


def test_arrows_go_from_span_to_span_and_say_so(shown, qtbot):
    text = shown(EvidenceText(TEXT, [_mark("真对不起", 1, "sorry"), _mark("四点前送到", 3, "when")]))
    text.setFocus()
    hovered = []
    text.span_hovered.connect(hovered.append)
    for _ in range(3):
        qtbot.keyClick(text, Qt.Key.Key_Right)
    assert hovered == ["sorry", "when"]
    with qtbot.waitSignal(text.span_chosen) as chosen:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert chosen.args == ["when"]


def test_evidence_is_told_in_words(qapp):
    text = EvidenceText(TEXT, [_mark("真对不起", 1, "致歉")])
    assert text.accessibleName() == TEXT
    assert text.accessibleDescription() == "致歉「真对不起」"


def test_a_narrower_text_is_higher(qapp):
    text = EvidenceText(REPLY, MARKS)
    assert text.heightForWidth(200) > text.heightForWidth(600)


def test_framing_a_span_changes_the_picture(shown):
    text = shown(EvidenceText(TEXT, [_mark("四点前送到", 3, "when")]))
    before = text.grab().toImage()
    text.frame("when")
    assert text.grab().toImage() != before
    assert text.span_top("when") >= 0


def test_a_filled_button_with_the_focus_has_its_ring(shown, qtbot):
    button = shown(Button("发送", "primary"))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    ring = button.parentWidget().findChild(FocusRing)
    assert ring.isVisible()
    assert ring.geometry() == button.geometry().adjusted(-GAP, -GAP, GAP, GAP)
    button.hide()
    assert not ring.isVisible()


@pytest.mark.parametrize("kind", KINDS)
def test_enter_presses_a_button(shown, qtbot, kind):
    button = shown(Button("接着说", kind))
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert button.height() >= 34


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("tab", "primary")])
def test_a_button_does_not_move_when_it_gets_the_focus(shown, qtbot, kind):
    button = shown(Button("接着说", kind))
    before = button.sizeHint()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.sizeHint() == before


def test_arrows_choose_among_segments(shown, qtbot):
    segments = shown(Segments([("each", "每句之后"), ("end", "说完再看")], "each"))
    segments.button("each").setFocus()
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(segments.button("each"), Qt.Key.Key_Right)
    assert chosen.args == ["end"]
    assert segments.value() == "end"


def test_a_seal_and_a_face_say_in_words_what_they_show(qapp):
    assert StepSeal(2, "归因", level=2).accessibleDescription() == "做到"
    assert StepSeal(2, "归因", level=None).accessibleDescription() == ""
    assert MoodFace(1).accessibleDescription() == "还有气"
    assert "第 2 格" in MoodBar(1).accessibleDescription()


def test_a_light_says_what_was_said_and_what_is_missing(qtbot):
    lights = StepLights(STEPS)
    qtbot.addWidget(lights)
    lights.set_state([3, 2, 0, 0], set("abcde"))
    assert lights.lights[1].accessibleDescription() == "做到，说到了原因、担责，还差依据"
    assert lights.lights[2].accessibleDescription().startswith("下一步")
    lights.set_state([3, 2, 0, 0], set("abcde"), show_next=False)
    assert lights.lights[2].accessibleDescription().startswith("还没说")


def test_moods_become_faces(qapp):
    assert [mood_face(anger, trust) for anger, trust in ((90, 10), (60, 40), (40, 50), (20, 60))] == [0, 1, 2, 3]
    assert mood_face(5, 90, settled=True) == 4
    assert mood_change(1, 2) == "比上一句缓和"
    assert mood_change(2, 2) == ""


def test_a_focused_segment_has_one_frame_only(shown, qtbot):
    """Qt's own focus frame inside ours would be a second, grey one round the word."""
    row = shown(Segments([("a", "学员"), ("b", "主管")], "a"))
    button = row.button("b")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    tinted, image = row.button("b").rect(), button.grab().toImage()
    y = tinted.height() // 2
    colours = {image.pixelColor(x, y).name() for x in range(4, 12)}
    assert len(colours) == 1


def test_nobody_looks_content_before_it_is_settled(qapp):
    assert mood_face(0, 100) == 3
    assert mood_face(20, 60, settled=True) == 3


def test_a_check_row_tells_when_it_is_focused_and_chosen(shown, qtbot):
    row = shown(CheckRow("when", "时限", met=True, text="四点前送到"))
    with qtbot.waitSignal(row.hovered) as hovered:
        row.setFocus()
    assert hovered.args == ["when"]
    with qtbot.waitSignal(row.chosen):
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert "做到了" in row.accessibleName()


def test_a_search_is_told_a_moment_after_typing(shown, qtbot):
    box = shown(SearchBox("搜场景"))
    with qtbot.waitSignal(box.searched) as searched:
        qtbot.keyClicks(box, "lou")
    assert searched.args == ["lou"]


def test_nothing_is_searched_while_an_input_method_composes(shown, qtbot):
    box = shown(SearchBox("搜场景"))
    box.setFocus()
    searched = []
    box.searched.connect(searched.append)
    QApplication.sendEvent(box, QInputMethodEvent("lou", []))
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert searched == []
    commit = QInputMethodEvent("", [])
    commit.setCommitString("漏水")
    QApplication.sendEvent(box, commit)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert searched == ["漏水"]


def test_chinese_is_found_by_characters_pinyin_and_initials():
    key = search_key("楼上漏水泡了柜子")
    assert all(key.matches(query) for query in ("漏水", "loushui", "lspl", "LouShang 柜子", ""))
    assert not key.matches("空调")


def test_fields_of_a_form_are_named_by_their_labels(shown, qtbot):
    form = shown(Form())
    field = form.add("姓名", SearchBox(""), hint="写全名")
    assert field.accessibleName() == "姓名"
    assert field.accessibleDescription() == "写全名"
    assert any(label.buddy() is field for label in form.findChildren(Label))


@pytest.mark.parametrize("name", names())
def test_every_icon_is_drawn(qapp, name):
    image = pixmap(name, "text", 24).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(0, 48, 2) for y in range(0, 48, 2))
    assert not icon(name).isNull()


def test_cut_words_are_found(shown):
    label = shown(Label("这句话比窗口长得多，放不下", "body"), width=200)
    assert clipped(label) == []
    label.setFixedWidth(60)
    assert "放不下" in clipped(label)[0]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("percent", [90, 100])
def test_no_words_of_the_parts_are_cut(qtbot, seen, theme, language, percent):
    seen(theme, language, percent)
    page = parts()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    found = clipped(page)
    page.close()
    assert found == []


def test_an_empty_state_offers_one_thing_to_do(shown, qtbot):
    empty = shown(EmptyState("clock", "还没有记录", "练完第一通，这里就有了。", "挑一个练"))
    with qtbot.waitSignal(empty.chosen):
        qtbot.keyClick(empty.button, Qt.Key.Key_Space)
