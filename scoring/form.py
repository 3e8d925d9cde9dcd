"""What is wrong with the form of a value that a file gives, in both languages: pydantic's findings as sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pydantic_core import ErrorDetails

from scoring.sentence import Sentence

_TEXT = Sentence("这里要写文字", "text is expected here")
_WHOLE = Sentence("这里要写整数", "a whole number is expected here")
_NUMBER = Sentence("这里要写数字", "a number is expected here")
_YES_NO = Sentence("这里要写 true 或 false", "true or false is expected here")
_LIST = Sentence("这里要写列表", "a list is expected here")
_PAIRS = Sentence("这里要写“名字: 值”", "'name: value' pairs are expected here")
_ELSE = Sentence("这个值不对", "this value isn't allowed")

_PLAIN: dict[str, Sentence] = {
    "string_type": _TEXT,
    "string_unicode": _TEXT,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _PAIRS,
    "mapping_type": _PAIRS,
    "model_type": _PAIRS,
    "model_attributes_type": _PAIRS,
    "string_pattern_mismatch": Sentence(
        "编号只能用小写字母、数字、_ 和 -，以字母开头",
        "an id takes lower-case letters, digits, _ and -, a letter first",
    ),
    "string_too_short": Sentence("这里不能空着", "this can't be empty"),
}

_BOUNDED: dict[str, Callable[[Mapping[str, object]], Sentence]] = {
    "greater_than": lambda c: Sentence(f"要大于 {c['gt']:g}", f"it must be more than {c['gt']:g}"),
    "greater_than_equal": lambda c: Sentence(f"不能小于 {c['ge']:g}", f"it can't be less than {c['ge']:g}"),
    "less_than": lambda c: Sentence(f"要小于 {c['lt']:g}", f"it must be less than {c['lt']:g}"),
    "less_than_equal": lambda c: Sentence(f"不能大于 {c['le']:g}", f"it can't be more than {c['le']:g}"),
    "string_too_long": lambda c: Sentence(
        f"这段文字太长，最多 {c['max_length']} 个字", f"this text is too long; at most {c['max_length']} characters"
    ),
    "too_short": lambda c: Sentence(
        f"项目太少，至少要有 {c['min_length']} 项", f"too few entries; at least {c['min_length']} are needed"
    ),
    "too_long": lambda c: Sentence(
        f"项目太多，最多 {c['max_length']} 项", f"too many entries; at most {c['max_length']} are allowed"
    ),
    "literal_error": lambda c: _one_of(str(c["expected"])),
    "enum": lambda c: _one_of(str(c["expected"])),
}


def wrong_value(fault: ErrorDetails) -> Sentence:
    """What is wrong with the value of `fault`, without a full stop."""
    plain = _PLAIN.get(fault["type"])
    if plain is not None:
        return plain
    bounded = _BOUNDED.get(fault["type"])
    return bounded(fault.get("ctx", {})) if bounded is not None else _ELSE


def entry_fault(entry: str, fault: ErrorDetails) -> Sentence:
    """What is wrong with `entry` of a file that knows a fixed set of entries: missing, unknown, or of a wrong value."""
    if fault["type"] == "missing":
        return Sentence(f"缺少“{entry}”。", f"'{entry}' is missing.")
    if fault["type"] == "extra_forbidden":
        return Sentence(f"没有“{entry}”这一项。", f"There is no such entry as '{entry}'.")
    what = wrong_value(fault)
    return Sentence(f"“{entry}”：{what.zh}。", f"'{entry}': {what.en}.")


def choices(fault: ErrorDetails) -> tuple[str, ...]:
    """The words among which the value of `fault` had to be chosen, if it had to."""
    if fault["type"] not in ("literal_error", "enum"):
        return ()
    return _words(str(fault.get("ctx", {}).get("expected", "")))


def _one_of(expected: str) -> Sentence:
    words = _words(expected)
    return Sentence(f"只能写：{'、'.join(words)}", f"it must be one of: {', '.join(words)}")


def _words(expected: str) -> tuple[str, ...]:
    return tuple(word.strip("'\"") for word in re.split(r", | or ", expected))
