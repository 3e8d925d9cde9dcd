"""Every pair of colours that meets on screen is told apart, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF

from app.ui.shared import type as type_
from app.ui.shared.labels import Label
from app.ui.shared.look import look
from app.ui.shared.stylesheet import style_sheet
from app.ui.shared.theme import DARK, LIGHT, contrast

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("bg", "surface", "raised")
INKS = ("text", "muted", "accent", "success", "caution", "danger", "step1", "step2", "step3", "step4")
TINTED = ("accent", "success", "caution", "danger", "step1", "step2", "step3", "step4")
UI = Path(__file__).resolve().parents[2] / "app" / "ui"


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_words_are_readable_on_every_ground(theme, ink, ground):
    assert contrast(theme.hex(ink), theme.hex(ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("role", TINTED)
def test_words_are_readable_on_a_tint(theme, role):
    tint = theme.hex(f"{role}_tint")
    assert contrast(theme.hex(role), tint) >= 4.5
    assert contrast(theme.text, tint) >= 10
    assert contrast(theme.muted, tint) >= 4.5


@THEMES
def test_words_are_readable_on_filled_shapes_and_in_the_rail(theme):
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.on_accent, theme.accent_hover) >= 4.5
    assert contrast(theme.muted, theme.sunken) >= 4.5
    assert contrast(theme.text, theme.mine) >= 4.5
    assert all(contrast(theme.on_step, theme.hex(f"step{step}")) >= 4.5 for step in (1, 2, 3, 4))
    assert contrast(theme.on_step, theme.heat3) >= 4.5
    assert all(contrast(theme.text, theme.hex(f"heat{level}")) >= 4.5 for level in (0, 1, 2))


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_are_seen(theme, ground):
    assert contrast(theme.edge, theme.hex(ground)) >= 3.0


def test_black_on_white_has_the_greatest_contrast():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)


def test_no_colour_is_written_down_outside_the_theme():
    found = [
        path.name
        for path in UI.rglob("*.py")
        if path.name != "theme.py" and re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8"))
    ]
    assert not found


@THEMES
def test_the_style_sheet_is_filled_in_and_sets_no_size_of_type(theme):
    sheet = style_sheet(theme, arrow="a.svg", tick="t.svg")
    assert "%(" not in sheet
    assert "font-size" not in sheet
    assert theme.accent in sheet


def test_larger_text_reaches_widgets_that_are_there(qtbot, seen):
    label = Label("先听完", "body")
    qtbot.addWidget(label)
    before = label.font().pointSizeF()
    seen(percent=150)
    assert label.font().pointSizeF() == pytest.approx(before * 1.5)
    assert type_.control_height() == 60


def test_the_look_says_when_the_theme_changed(qtbot, seen):
    with qtbot.waitSignal(look().changed):
        seen("dark")
    assert look().theme is DARK
    assert look().theme.dark


def test_following_the_system_takes_its_scheme(qtbot):
    look().apply(choice="system")
    assert look().theme in (LIGHT, DARK)


@pytest.mark.parametrize("name", list(type_.SIZES))
def test_lines_are_as_high_as_the_sizes_say(qapp, name):
    wanted = type_.px(name) * type_.SIZES[name].leading
    assert type_.line_px(name) == pytest.approx(wanted)
    assert 60 <= type_.percent(name) <= 160


@pytest.mark.usefixtures("chinese_font")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_chinese_punctuation_is_never_squeezed(qtbot, seen, language):
    """In an English window, too: a supervisor's Chinese comment is written as she wrote it."""
    seen("dark", language)  # the application's font, from which a widget takes what it hasn't, is of the language, too
    comment = Label("先道歉，再说原因（查过的）。", "body")
    qtbot.addWidget(comment)
    metrics = QFontMetricsF(comment.font())
    assert metrics.horizontalAdvance("，") == metrics.horizontalAdvance("先")
    comment.set_text("What Ms Zhou’s drill needs, in short")
    assert (QFontMetricsF(comment.font()).horizontalAdvance("’") < 8) == (language == "en")


def test_paragraphs_never_read_text_as_markup(qapp):
    assert "&lt;b&gt;" in type_.paragraph("<b>退款</b>", "body")
