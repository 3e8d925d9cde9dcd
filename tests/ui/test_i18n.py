"""English is complete, and every translation keeps what `format` fills in."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication

from app.ui.shared import i18n
from app.ui.shared.i18n import language, quoted, said
from app.ui.shared.paths import TRANSLATIONS
from app.ui.shared.steps import level_word, seal_character
from scoring.sentence import Sentence

SOURCES = sorted(TRANSLATIONS.glob("en_*.ts"))
HOLES = re.compile(r"\{[^}]*\}|%n|%\d")


def _messages(path: Path):
    for context in ET.parse(path).getroot().iter("context"):
        yield from context.iter("message")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_sentence_is_translated(path):
    for message in _messages(path):
        translation = message.find("translation")
        words = "".join(translation.itertext()).strip() if translation is not None else ""
        assert words, message.findtext("source")
        assert translation is not None
        assert translation.get("type") != "unfinished", message.findtext("source")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_translations_keep_what_is_filled_in(path):
    for message in _messages(path):
        source = message.findtext("source") or ""
        forms = message.findall("translation/numerusform") or message.findall("translation")
        for form in forms:
            assert sorted(HOLES.findall(source)) == sorted(HOLES.findall("".join(form.itertext()))), source


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_compiled_file_is_beside_its_source(path):
    assert path.with_suffix(".qm").exists()


def test_words_change_with_the_language(qapp, seen):
    assert level_word(3) == "出色"
    seen(language="en")
    assert level_word(3) == "Excellent"
    assert language() == "en"
    assert seal_character("共情", 1) == "1"
    seen(language="zh")
    assert seal_character("共情", 1) == "共"


def test_a_sentence_and_a_quotation_follow_the_language(qapp, seen):
    assert said(Sentence("好", "Good")) == "好"
    assert quoted("拿盆接水") == "「拿盆接水」"
    seen(language="en")
    assert said(Sentence("好", "Good")) == "Good"
    assert quoted("a bowl") == "“a bowl”"


def test_qt_speaks_chinese_too(qapp):
    i18n.install("zh")
    assert QCoreApplication.translate("QLineEdit", "&Copy") != "&Copy"
