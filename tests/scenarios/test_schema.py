"""The published JSON Schema is the format's, takes what the loader takes, and refuses forms that the loader refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

import fastjsonschema
import pytest

from scenarios.reader import library_files, parse_scenario
from scenarios.schema import SCHEMA, as_text, scenario_schema
from scoring.documents import read_file, read_text
from tests.scenarios.smallest import SMALLEST


@cache
def validate() -> Callable[[Any], Any]:  # Any: JSON
    schema = scenario_schema()
    # The library knows draft 7: the schema's own key words are the same there.
    return fastjsonschema.compile(schema | {"$schema": "http://json-schema.org/draft-07/schema#"})


def test_the_file_is_up_to_date():
    assert SCHEMA.read_text("utf-8") == as_text(), "run: python -m scenarios.schema"


@pytest.mark.parametrize("path", library_files(), ids=lambda path: path.stem)
def test_every_drill_that_ships_fits_it(path):
    validate()(read_file(path)[1].data)


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("format",), 2), (("difficulty",), 6), (("stage",), "危急"), (("mood", "anger"), 101), (("opening",), "地没拖"),
        (("persona",), {"name": "王女士"}), (("limits",), {"turns": 0}), (("golden", 0, "ending"), "won"), (("id",), "Big Id"),
        (("colour",), "red"), (("beats", 0, "tells"), "x"), (("persona", "temper"), "cross"), (("facts", 0, "known_by"), "all"),
    ],
)  # fmt: skip
def test_what_the_loader_refuses_for_its_form_it_refuses_too(where, value):
    data: Any = deepcopy(read_text(SMALLEST).data)
    here = data
    for part in where[:-1]:
        here = here[part]
    here[where[-1]] = value
    assert parse_scenario(json.dumps(data, ensure_ascii=False)).scenario is None
    with pytest.raises(fastjsonschema.JsonSchemaException):
        validate()(data)
