"""`python -m scenarios.schema`: writes `assets/scenario.schema.json`, the form of a scenario file for editors that know JSON Schema.

It tells the form alone; what the parts say to each other is for the diagnostics.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scenarios.model import Scenario

SCHEMA = Path(__file__).resolve().parents[1] / "assets" / "scenario.schema.json"


def scenario_schema() -> dict[str, Any]:  # Any: JSON
    """The schema of the format as it is now."""
    made = Scenario.model_json_schema()
    # What YAML calls a number may stand where characters are meant (`agree: [45]`); the loader reads it as such.
    words = made["$defs"]["Fact"]["properties"]
    for name in ("agree", "contradict"):
        words[name]["items"] = {"anyOf": [words[name]["items"], {"type": "number"}]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Peilian scenario", **made}


def as_text() -> str:
    """The schema as it stands in the file."""
    return json.dumps(scenario_schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(as_text(), "utf-8")
