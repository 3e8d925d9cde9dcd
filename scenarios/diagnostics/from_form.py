"""SC001–SC004: what is wrong with the form of a file, found while it is read."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from scenarios.conditions import suggestion
from scenarios.diagnostics.core import Diagnostic, Severity
from scenarios.model import Scenario
from scoring.documents import Document, Path_
from scoring.sentence import Sentence

SYNTAX, UNKNOWN_KEY, MISSING_KEY, WRONG_VALUE = "SC001", "SC002", "SC003", "SC004"

_TYPES: dict[str, Sentence] = {
    "string_type": Sentence("这里要写文字", "text is expected here"),
    "int_type": Sentence("这里要写整数", "a whole number is expected here"),
    "int_from_float": Sentence("这里要写整数", "a whole number is expected here"),
    "int_parsing": Sentence("这里要写整数", "a whole number is expected here"),
    "float_type": Sentence("这里要写数字", "a number is expected here"),
    "float_parsing": Sentence("这里要写数字", "a number is expected here"),
    "tuple_type": Sentence("这里要写列表", "a list is expected here"),
    "dict_type": Sentence("这里要写“名字: 值”", "'name: value' pairs are expected here"),
    "model_type": Sentence("这里要写“名字: 值”", "'name: value' pairs are expected here"),
    "string_pattern_mismatch": Sentence(
        "编号只能用小写字母、数字、_ 和 -，以字母开头",
        "an id takes lower-case letters, digits, _ and -, a letter first",
    ),
    "string_too_short": Sentence("这里不能空着", "this can't be empty"),
    "string_too_long": Sentence("这段文字太长", "this text is too long"),
    "too_short": Sentence("这里项目太少", "too few entries"),
    "too_long": Sentence("这里项目太多", "too many entries"),
}


def syntax(path: Path, document: Document) -> list[Diagnostic]:
    """SC001: what the YAML reader could not read."""
    return [
        Diagnostic(path, one.place.line, one.place.column, SYNTAX, Severity.ERROR, one.sentence)
        for one in document.problems
    ]


def from_validation(path: Path, document: Document, error: ValidationError) -> list[Diagnostic]:
    """SC002–SC004: keys that are unknown or missing, and values of the wrong kind; all of them."""
    found: list[Diagnostic] = []
    seen: set[tuple[Path_, str]] = set()
    for fault in error.errors():
        where = _in_document(document, fault["loc"])
        place = document.place(where)
        name = ".".join(str(part) for part in where)
        key = str(fault["loc"][-1]) if fault["loc"] else ""
        kind, hint = fault["type"], None
        if kind == "extra_forbidden":
            code, hint = UNKNOWN_KEY, suggestion(key, tuple(Scenario.model_fields) + _NESTED)
            sentence = Sentence(f"没有“{name}”这一项。", f"There is no such entry as '{name}'.")
        elif kind == "missing":
            code, sentence = MISSING_KEY, Sentence(f"缺少“{name}”。", f"'{name}' is missing.")
        else:
            code = WRONG_VALUE
            known = _TYPES.get(kind, Sentence("", ""))
            what_zh = known.zh or _short(fault["msg"])
            what_en = known.en or _short(fault["msg"])
            sentence = Sentence(f"“{name}”：{what_zh}。", f"'{name}': {what_en}.")
        if (where, code) not in seen:
            seen.add((where, code))
            found.append(Diagnostic(path, place.line, place.column, code, Severity.ERROR, sentence, hint))
    return found


def _in_document(document: Document, loc: tuple[int | str, ...]) -> Path_:
    """The path without the parts that only the schema knows (the branches of a union)."""
    path: Path_ = ()
    for index, part in enumerate(loc):
        last = index == len(loc) - 1
        if (*path, part) in document.places or (last and not _is_branch(part)):
            path = (*path, part)
    return path


def _is_branch(part: int | str) -> bool:
    return isinstance(part, str) and (part in ("str", "constrained-str") or part.startswith("dict["))


def _short(message: str) -> str:
    return message.removeprefix("Value error, ").rstrip(".")[:160]


_NESTED = (
    "name", "manner", "about", "tier", "tags", "history", "log", "text", "known_by", "where", "settles", "agree",
    "contradict", "when", "say", "next", "settled", "escalated", "left", "timed_out", "to", "right", "late", "turns",
    "replies", "total", "ending", "seed", "zh", "en", "anger", "trust", "patience",
)  # fmt: skip
