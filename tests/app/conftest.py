"""Records in a temporary folder, their people, and a drill to put into them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.records import (
    Desk,
    Document,
    DocumentKind,
    DrillEnd,
    Figures,
    NewDrill,
    Person,
    Records,
    Role,
    StoredScorecard,
    TurnOutcome,
    open_records,
)
from scoring.evidence import Evidence
from scoring.reply import About, Finding, ReplyAssessment
from scoring.sentence import Sentence

NOON = datetime(2025, 3, 1, 4, 0, tzinfo=UTC)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Records]]:
    """Opens records (by default in the test's folder, not waiting for locks) and closes them after the test."""
    open_ones: list[Records] = []

    def open_them(folder: Path = tmp_path, **settings) -> Records:
        records = open_records(folder, **({"network": False, "busy_seconds": 0.05, "clock": lambda: NOON} | settings))
        open_ones.append(records)
        return records

    yield open_them
    for records in open_ones:
        records.close()


@pytest.fixture
def records(opened) -> Records:
    return opened()


@pytest.fixture
def trainee(records) -> Person:
    return records.add_person("王芳", Role.TRAINEE)


@pytest.fixture
def desk(records, trainee) -> Desk:
    return records.asked_by(trainee)


@pytest.fixture
def new_drill() -> NewDrill:
    return NewDrill(
        scenario=Document("5ce0a", DocumentKind.SCENARIO, "slow-response", "id: slow-response\n"),
        scenario_id="slow-response",
        title=Sentence("等了很久", "A long wait"),
        rubric=Document("40b41c", DocumentKind.RUBRIC, "complaint", "kind: complaint\n"),
        rubric_kind="complaint",
        scorer="offline-1",
        seed=7,
        opening="你们怎么现在才回我？",
        state={"beat": "open", "disclosed": []},
    )


@pytest.fixture
def assessment() -> ReplyAssessment:
    sorry = Evidence("empathy.apology", 0, 3, "对不起")
    return ReplyAssessment(
        checks=(Finding("empathy.apology", (sorry,), 0.9, about=About.CONTACT, offer="yuan:50"),),
        taken_back=frozenset({"cause.owned"}),
        particulars={"time": "今晚"},
        doubt={"cause.named": 0.52},
        scorer="offline-1",
    )


@pytest.fixture
def outcome(assessment) -> TurnOutcome:
    return TurnOutcome(assessment, {"beat": "calmer"}, {"anger": 62.5}, "那你说怎么办？")


@pytest.fixture
def card() -> StoredScorecard:
    return StoredScorecard(
        Figures(81.67, True, False, {"empathy": 3, "cause": None}), {"quotes": ["对不起"]}, "offline-1"
    )


@pytest.fixture
def settled(card) -> DrillEnd:
    return DrillEnd("settled", card)


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A disk of one megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a small disk can only be mounted by root on Linux")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], check=False)
    if mounted.returncode != 0:
        pytest.skip("this machine doesn't let a small disk be mounted")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.fixture
def fill(small_disk) -> Callable[[], Path]:
    """Fills the small disk to its last byte with one file, and gives that file."""

    def fill_it() -> Path:
        filler = small_disk / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"\0" * 1024)
        return filler

    return fill_it
