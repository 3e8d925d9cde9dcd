"""The smallest valid scenario, as text and as data, and edits of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import scenarios.diagnostics
from scenarios.model import Scenario
from scenarios.reader import ScenarioFile, parse_scenario
from scoring.documents import Path_, Value, read_text

SMALLEST = Path(scenarios.diagnostics.__file__).with_name("smallest.yaml").read_text("utf-8")


def edited(edits: Mapping[Path_, Value]) -> ScenarioFile:
    """The smallest scenario with the values at some paths put there; a list grows by one where the path says so."""
    data: Any = deepcopy(read_text(SMALLEST).data)
    for path, value in edits.items():
        here: Any = data  # Any: lists and mappings by turns
        for part in path[:-1]:
            here = here[part]
        if path[-1] == len(here):
            here.append(value)
        else:
            here[path[-1]] = value
    return parse_scenario(json.dumps(data, ensure_ascii=False, indent=1))  # JSON is YAML


def replaced(old: str, new: str) -> ScenarioFile:
    """The smallest scenario with `old`, which it must hold once, replaced in its text."""
    assert SMALLEST.count(old) == 1, old
    return parse_scenario(SMALLEST.replace(old, new))


def scenario(edits: Mapping[Path_, Value] | None = None) -> Scenario:
    """The edited scenario, which must be playable."""
    file = edited(edits or {})
    assert file.playable is not None, [one.to("en") for one in file.errors]
    return file.playable
