"""A drill survives being killed at any moment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform has no fork; the drill is killed where there is one")
def test_200_kills_at_random_moments_lose_no_turn_and_double_none(tmp_path: Path):
    command = [sys.executable, "-m", "tests.app.killing", str(tmp_path), "200", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found["kills"] == 200
    assert found["drills"] >= 5
