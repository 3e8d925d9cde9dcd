"""Values of the core as JSON data, and assessments back from it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from app.text import clean_text
from scoring.evidence import Evidence
from scoring.reply import About, Finding, Reason, ReplyAssessment


def plain(value: object) -> Any:  # noqa: ANN401, PLR0911  # JSON is anything; a return for each kind of value
    """`value` as JSON data: dataclasses and named tuples become objects, enums their values, sets sorted lists.

    Raises TypeError for a value that has no such form.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(getattr(value, name)) for name in getattr(value, "_fields")}  # noqa: B009
    if isinstance(value, set | frozenset):
        return sorted(plain(entry) for entry in value)
    if isinstance(value, Iterable):
        return [plain(entry) for entry in value]
    raise TypeError(f"{type(value).__name__} has no plain form")


def plain_object(value: object) -> dict[str, object]:
    """`value`, a dataclass or a mapping, as a JSON object."""
    made = plain(value)
    if not isinstance(made, dict):
        raise TypeError(f"{type(value).__name__} is no object")
    return made


def to_json(value: object) -> str:
    """JSON text that the database can hold. Raises ValueError for NaN and infinities, which JSON doesn't know."""
    return clean_text(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))).text


def assessment_from(data: Mapping[str, Any]) -> ReplyAssessment:
    """The assessment that `plain_object` wrote. Fields that either side doesn't know keep their defaults."""
    known = _known(ReplyAssessment, data)
    for name in ("checks", "violations"):
        known[name] = tuple(_finding(one) for one in known.get(name, ()))
    known["taken_back"] = frozenset(known.get("taken_back", ()))
    return ReplyAssessment(**known)


def _finding(data: Mapping[str, Any]) -> Finding:
    known = _known(Finding, data)
    known["evidence"] = tuple(Evidence(**_known(Evidence, one)) for one in known.get("evidence", ()))
    for name, enum in (("about", About), ("reason", Reason)):
        if name in known:
            known[name] = enum(known[name])
    return Finding(**known)


def _known(kind: type, data: Mapping[str, Any]) -> dict[str, Any]:
    return {one.name: data[one.name] for one in fields(kind) if one.name in data}
