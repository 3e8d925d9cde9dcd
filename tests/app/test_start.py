"""Starting: the windows where there is a screen, else one sentence and the drill in the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.start import no_screen, plain_start

ROOT = Path(__file__).resolve().parents[2]


def _started(tmp_path, *arguments, **environment):
    kept = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "main.py", *arguments], cwd=ROOT, env={**kept, "PEILIAN_DATA": str(tmp_path), **environment},
        input="", capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has sessions without a screen")
def test_without_a_screen_it_says_so_and_plays_in_the_terminal(tmp_path):
    result = _started(tmp_path)
    assert "没有图形界面" in result.stdout
    assert "报了两天没人理" in result.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have their platform")
def test_where_qt_finds_no_screen_one_sentence_says_so_and_the_drill_begins(tmp_path):
    result = _started(tmp_path, "--lang", "en", QT_QPA_PLATFORM="nonsense")
    assert result.stderr.count("\n") == 1
    assert "can't open" in result.stderr
    assert "Two days without an answer" in result.stdout


def test_a_broken_pyside_is_one_sentence(tmp_path):
    broken = tmp_path / "broken" / "PySide6"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text('raise ImportError("libEGL.so.1")', "utf-8")
    result = _started(tmp_path, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(broken.parent))
    assert "PySide6" in result.stdout
    assert "Traceback" not in result.stderr


def test_only_linux_is_asked_for_a_display():
    assert no_screen({}, "linux") is not None
    assert no_screen({"DISPLAY": ":0"}, "linux") is None
    assert no_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux") is None
    assert no_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None
    assert no_screen({}, "win32") is None
    assert no_screen({}, "darwin") is None


def test_a_plain_start_is_told_from_a_command():
    assert plain_start([]) == (False, "")
    assert plain_start(["--demo", "--lang", "en"]) == (True, "en")
    assert plain_start(["--lang=en"]) == (False, "en")
    assert plain_start(["drill"]) is None
    assert plain_start(["--help"]) is None
