"""`lint` and `list`, as a person runs them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from app.commands import run, terminal
from app.commands.lint import find_scenario
from scenarios.reader import LIBRARY, library_files
from scoring.sentence import PeilianError
from tests.scenarios.smallest import SMALLEST

LINE = re.compile(r".+\.yaml:\d+:\d+ SC\d{3} (error|warning|note): .+")


@pytest.fixture(autouse=True)
def _chinese(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(terminal, "_chosen", ["zh"])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.yaml"
    path.write_text((LIBRARY / "delayed-48h.yaml").read_text("utf-8"), "utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.yaml"
    path.write_text(SMALLEST.replace("level(fix) < 2", "level(fx) < 2").replace("anger: 50", "anger: 500"), "utf-8")
    return path


@pytest.fixture
def unsound(tmp_path: Path) -> Path:
    path = tmp_path / "unsound.yaml"
    path.write_text(SMALLEST.replace("level(fix) < 2", "level(fx) < 2"), "utf-8")
    return path


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    path = tmp_path / "doubtful.yaml"
    path.write_text(SMALLEST.partition("golden:")[0], "utf-8")
    return path


def test_a_good_file_is_0_and_nothing_on_standard_output(good: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["lint", str(good)]) == 0
    assert capsys.readouterr() == ("", "检查了 1 个文件，没有错误。\n")


def test_an_error_is_1_with_its_place_code_sentence_and_hint(unsound: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["lint", str(unsound)]) == 1
    said = capsys.readouterr()
    assert said.out == f"{unsound}:19:17 SC011 error: 没有“fx”这个步骤。 (是不是想写“fix”？)\n"
    assert said.err == "检查了 1 个文件，有 1 处错误。\n"


def test_a_warning_is_told_and_is_no_error(doubtful: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["lint", str(doubtful)]) == 0
    assert " SC025 warning: " in capsys.readouterr().out


def test_english_is_spoken_on_request(unsound: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["--lang", "en", "lint", str(unsound)]) == 1
    said = capsys.readouterr()
    assert said.out == f"{unsound}:19:17 SC011 error: There is no step 'fx'. (Did you mean 'fix'?)\n"
    assert said.err == "1 files checked: 1 errors.\n"


def test_a_folder_means_its_yaml_files_by_name(
    good: Path, bad: Path, unsound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "notes.txt").write_text("no scenario", "utf-8")
    assert run(["lint", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert [line.partition(":")[0] for line in said.out.splitlines()] == [str(bad), str(unsound)]
    assert said.err == "检查了 3 个文件，有 2 处错误。\n"


def test_every_line_is_one_that_editors_can_jump_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "a.yaml").write_text(SMALLEST.replace("say:", "sagt:"), "utf-8")
    run(["lint", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 8
    assert all(LINE.fullmatch(line) for line in lines)


def test_an_empty_folder_has_no_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["lint", str(tmp_path)]) == 0
    assert capsys.readouterr().err == "检查了 0 个文件，没有错误。\n"


def test_a_missing_file_is_an_error_beside_the_others(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    missing = tmp_path / "none.yaml"
    assert run(["lint", str(missing), str(good)]) == 1
    said = capsys.readouterr()
    assert said.out == f"{missing}:1:1 SC001 error: 读不了这个文件：没有这个文件或文件夹。\n"
    assert said.err == "检查了 2 个文件，有 1 处错误。\n"


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"\0", b"", "王".encode("gbk"), b"[" * 9_000, b"a: &a [*a]"])
def test_a_broken_file_is_one_line_and_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes):
    (tmp_path / "a.yaml").write_bytes(raw)
    assert run(["lint", str(tmp_path / "a.yaml")]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_50_mb_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with (tmp_path / "big.yaml").open("wb") as out:
        out.truncate(50_000_000)
    assert run(["lint", str(tmp_path)]) == 1
    assert "超过 1 MB 的上限" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other names for what can't be read")
def test_a_folder_with_a_files_name_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "a.yaml").mkdir()
    assert run(["lint", str(tmp_path)]) == 1
    assert "这是文件夹，不是文件" in capsys.readouterr().out


def test_lint_without_a_path_is_a_wrong_command_line(capsys: pytest.CaptureFixture[str]):
    assert run(["lint"]) == 2
    assert capsys.readouterr().err


def test_the_list_names_every_scenario_of_the_library_by_its_id(capsys: pytest.CaptureFixture[str]):
    assert run(["list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [path.stem for path in library_files()]


def test_the_list_tells_of_a_scenario_that_cannot_be_played(
    bad: Path, good: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.commands.lint.library_files", lambda: [bad, good])
    assert run(["list"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == "bad  ⚠ 有 1 处错误，不能演练"
    assert second.endswith("危机  complaint ★★★★☆  亲家已经走了")


def test_a_scenario_is_found_by_its_file(good: Path):
    scenario = find_scenario(str(good)).playable
    assert scenario is not None
    assert scenario.id == "delayed-48h"


def test_a_misspelt_id_has_a_suggestion():
    with pytest.raises(PeilianError, match="没有“slow-respons”这个场景。是不是想找“slow-response”？"):
        find_scenario("slow-respons")


def test_an_id_like_no_other_is_told_what_there_is():
    with pytest.raises(PeilianError, match=r"没有“x”这个场景。现有：.*slow-response"):
        find_scenario("x")


def test_a_scenario_with_errors_is_refused_with_the_first_of_them(tmp_path: Path):
    path = tmp_path / "many.yaml"
    path.write_text("\n".join(f"key{n}: 1" for n in range(9)), "utf-8")
    with pytest.raises(PeilianError) as caught:
        find_scenario(str(path))
    lines = caught.value.sentence.zh.splitlines()
    assert len(lines) == 1 + 5 + 1
    assert lines[-1].startswith("……还有 ")


@pytest.mark.parametrize("text", ["", "# x"])
def test_an_empty_file_is_refused_with_its_reason(tmp_path: Path, text: str):
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    with pytest.raises(PeilianError, match="这个文件是空的"):
        find_scenario(str(tmp_path / "a.yaml"))
