"""`main.py drill`, as a person or a script runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.commands import run

GOOD = [
    "周女士，实在对不起，您留了两次言，两天没人回，昨天还专门请假回家白等一中午，换成我也一肚子火。",
    "我刚查了工单系统：您的两条留言都被分到上个月撤掉的片区组，没人值班，是我们撤组时没改分派规则，责任在我们。",
    "今晚七点李师傅上门，把油网的密封圈重新压平，灶台一起擦干净。这件事我负责到底，七点半我打电话跟您确认还滴不滴。",
    "让您白请了半天假，所以这次清洗费退您六十元，原路退回，三个工作日内到账，您看可以吗？",
]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEILIAN_DATA", str(tmp_path / "data"))


def play(tmp_path: Path, capsys: pytest.CaptureFixture[str], replies: list[str], *options: str) -> dict[str, Any]:
    file = tmp_path / "replies.txt"
    file.write_text("\n".join(replies), "utf-8")
    assert run(["drill", "slow-response", "--replies", str(file), "--json", *options]) == 0
    return json.loads(capsys.readouterr().out)


def test_json_has_every_key_that_is_promised(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    found = play(tmp_path, capsys, GOOD, "--seed", "3")
    assert found.keys() >= {"scenario", "seed", "turns", "ending", "unused", "scorecard"}
    assert (found["scenario"], found["seed"], found["ending"]) == ("slow-response", 3, "settled")
    keys = {"n", "customer", "reply", "checks", "violations", "evidence", "mood"}
    assert all(turn.keys() >= keys for turn in found["turns"])
    assert found["turns"][0]["mood"].keys() == {"anger", "trust", "patience"}
    card = {"levels", "best_single", "order_cost", "violation_cost", "cap", "total", "passed", "review"}
    assert found["scorecard"].keys() >= card


def test_a_good_drill_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    card = play(tmp_path, capsys, GOOD)["scorecard"]
    assert card["passed"]
    assert card["total"] >= 90


def test_replies_after_the_ending_are_unused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert play(tmp_path, capsys, [*GOOD, "再见", "走好"])["unused"] == ["再见", "走好"]


def test_input_that_ends_early_is_broken_off(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    found = play(tmp_path, capsys, GOOD[:1])
    assert (found["ending"], found["scorecard"]["passed"]) == ("broken_off", False)


def test_no_reply_at_all_is_broken_off_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    found = play(tmp_path, capsys, [])
    assert (found["ending"], found["turns"], found["scorecard"]["total"]) == ("broken_off", [], 0)


def test_the_same_seed_gives_the_same_drill(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    once = play(tmp_path, capsys, GOOD, "--seed", "8")
    assert play(tmp_path, capsys, GOOD, "--seed", "8") == once


def test_every_quotation_is_the_replys_own_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for turn in play(tmp_path, capsys, GOOD)["turns"]:
        for one in turn["evidence"]:
            assert turn["reply"][one["start"] : one["end"]] == one["quote"]


def test_an_unknown_scenario_is_told_with_a_suggestion(capsys: pytest.CaptureFixture[str]):
    assert run(["drill", "slow-respons"]) == 1
    assert "是不是想找“slow-response”" in capsys.readouterr().err


def test_a_missing_file_of_replies_is_told_before_the_drill_begins(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["drill", "slow-response", "--replies", str(tmp_path / "none.txt")]) == 1
    assert "演练没有开始" in capsys.readouterr().err


def test_a_scenario_with_errors_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "bad.yaml"
    file.write_text("id: bad\n", "utf-8")
    assert run(["drill", str(file)]) == 1
    assert f"{file}:1:1 SC003" in capsys.readouterr().err


def test_replies_come_from_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    replies = tmp_path / "typed.txt"
    replies.write_text("\n".join(GOOD), "utf-8")
    with replies.open(encoding="utf-8") as typed:
        monkeypatch.setattr("sys.stdin", typed)
        assert run(["drill", "slow-response"]) == 0
    out = capsys.readouterr().out
    assert "评分卡" in out
    assert "通过（谈妥了）" in out


def test_a_reply_that_is_too_long_is_kept_aside_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "replies.txt"
    file.write_text("长" * 20_001 + "\n对不起。", "utf-8")
    assert run(["drill", "slow-response", "--replies", str(file), "--json"]) == 0
    captured = capsys.readouterr()
    assert "20001 个字" in captured.err
    assert [turn["reply"] for turn in json.loads(captured.out)["turns"]] == ["对不起。"]
    kept = list((tmp_path / "data").glob("unsent-*.txt"))
    assert kept[0].read_text("utf-8").startswith("长" * 100)


def test_a_drill_that_was_left_open_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    whole = play(tmp_path, capsys, GOOD)

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("app.drills.session.DrillSession.break_off", stop)
        file = tmp_path / "half.txt"
        file.write_text("\n".join(GOOD[:2]), "utf-8")
        assert run(["drill", "slow-response", "--replies", str(file)]) == 130
    assert "已保存" in capsys.readouterr().err
    assert play(tmp_path, capsys, GOOD, "--resume") == whole


def test_a_fact_is_looked_up_and_a_case_handed_over_from_a_file_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    found = play(tmp_path, capsys, ["/查 工单系统", "对不起，让您久等了。", "/转交", "再见"])
    assert (found["ending"], len(found["turns"]), found["unused"]) == ("handed_over", 1, ["再见"])
    assert not found["scorecard"]["passed"]


def test_english_is_spoken_when_it_is_asked_for(capsys: pytest.CaptureFixture[str]):
    assert run(["--lang", "en", "drill", "nothing-like-this"]) == 1
    assert capsys.readouterr().err.startswith("There is no scenario")
    run(["--lang", "zh", "list"])
