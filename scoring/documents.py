"""Reads YAML into plain data with the place of every value kept, within limits, and never raises for bad input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from scoring.sentence import Sentence, system_reason

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
Path_: TypeAlias = tuple[str | int, ...]

_INT = re.compile(r"[-+]?[0-9]{1,15}\Z")
_FLOAT = re.compile(r"[-+]?([0-9]{1,15}\.[0-9]{0,15}|\.[0-9]{1,15})([eE][-+]?[0-9]{1,2})?\Z")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may cost: bytes of the file, depth of nesting, values after aliases are followed."""

    size: int = 1_000_000
    depth: int = 24
    values: int = 50_000


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file, both counted from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the text itself, before its meaning is asked."""

    place: Place
    sentence: Sentence


@dataclass(slots=True)
class Document:
    """The data of one YAML file. `places` maps a path such as ("beats", 2, "say") to where its value stands.

    `keys` does the same for the keys of mappings; `written` keeps each text beside the way it is written.
    """

    data: Value = None
    places: dict[Path_, Place] = field(default_factory=dict)
    keys: dict[Path_, Place] = field(default_factory=dict)
    written: dict[Path_, tuple[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path_, offset: int | None = None) -> Place:
        """Where the value at `path` stands; for a path that isn't there, its nearest parent that is.

        With `offset`, where that character of the text stands, however the text is quoted, folded or indented.
        """
        if offset is not None and path in self.written:
            return _inside(self.places[path], *self.written[path], offset)
        for length in range(len(path), -1, -1):
            found = self.places.get(path[:length])
            if found is not None:
                return found
        return Place()

    def key_place(self, path: Path_) -> Place:
        """Where the key of the value at `path` stands; without one, the value's place."""
        return self.keys.get(path) or self.place(path)


class _Stop(Exception):
    """Reading can't go on; the problem is already noted."""


def read_file(path: Path, limits: Limits = Limits()) -> tuple[str, Document]:
    """Read the YAML file at `path`: its text and its document. Unreadable files come back as a problem."""
    document = Document()
    try:
        status = path.stat()
        if status.st_size > limits.size and S_ISREG(status.st_mode):
            document.problems.append(Problem(Place(), _too_large(status.st_size, limits)))
            return "", document
        if not S_ISREG(status.st_mode) and not S_ISDIR(status.st_mode):
            # A pipe or a device would be waited for, or read for ever.
            document.problems.append(
                Problem(Place(), Sentence("这不是普通文件，没有读。", "This is no ordinary file."))
            )
            return "", document
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = system_reason(error)
        sentence = Sentence(f"读不了这个文件：{reason.zh}。", f"This file can't be read: {reason.en}.")
        document.problems.append(Problem(Place(), sentence))
        return "", document
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8-sig", "replace")
        sentence = Sentence(
            "文件不是 UTF-8 编码；请在编辑器里另存为 UTF-8。",
            "The file isn't UTF-8; save it as UTF-8 in your editor.",
        )
        document.problems.append(Problem(Place(line, len(before) + 1), sentence))
        return "", document
    return text, read_text(text, limits)


def read_text(text: str, limits: Limits = Limits()) -> Document:
    """Read YAML `text`. Of several documents in it only the first counts, and that is told as a problem."""
    document = Document()
    size = len(text.encode("utf-8", "replace"))
    if size > limits.size:
        document.problems.append(Problem(Place(), _too_large(size, limits)))
        return document
    builder = _Builder(document, limits)
    try:
        builder.read(_events(text))
    except _Stop:
        document.data = None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark is not None else Place()
        document.problems.append(Problem(place, yaml_trouble(error.problem or error.context or "")))
        document.data = None
    except ReaderError as error:
        position = max(text.find(chr(error.character)), 0)
        line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
        sentence = Sentence(
            f"文件里有不能用的字符（U+{error.character:04X}）；请删掉它。",
            f"The file has a character that YAML doesn't allow (U+{error.character:04X}); delete it.",
        )
        document.problems.append(Problem(Place(line, column), sentence))
        document.data = None
    except (YAMLError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        document.problems.append(Problem(Place(), yaml_trouble(reason)))
        document.data = None
    return document


def _events(text: str) -> Iterator[Event]:
    # The pure parser gives events one by one, so a limit stops it before anything large is built.
    return iter(YAML(typ="safe", pure=True).parse(text))


def _too_large(size: int, limits: Limits) -> Sentence:
    return Sentence(
        f"文件有 {size / 1_000_000:.1f} MB,超过 {limits.size / 1_000_000:g} MB 的上限，没有读取；请拆成几个文件。",
        f"The file has {size / 1_000_000:.1f} MB, over the limit of {limits.size / 1_000_000:g} MB,"
        " and was not read; split it into several.",
    )


class _Builder:
    """Builds data from events; each open collection is a frame, so depth costs no recursion."""

    def __init__(self, document: Document, limits: Limits) -> None:
        self._document = document
        self._limits = limits
        self._anchors: dict[str, tuple[Value, int]] = {}
        self._open_anchors: set[str] = set()
        self._values = 0

    def read(self, events: Iterator[Event]) -> None:
        frames: list[_Frame] = []
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._note(event, "一个文件只放一个场景；第二个“---”之后的内容没有读。",
                               "One file holds one document; what follows the second '---' was not read.")  # fmt: skip
                    return
            elif isinstance(event, MappingStartEvent | SequenceStartEvent):
                self._open(event, frames)
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                frame = frames.pop()
                if frame.anchor:
                    self._open_anchors.discard(frame.anchor)
                    self._anchors[frame.anchor] = (frame.value, self._values - frame.began)
                self._put(frame.value, frame.place, frames, opened=frame.path)
            elif isinstance(event, ScalarEvent):
                value = self._scalar(event, frames)
                if event.anchor:
                    self._anchors[event.anchor] = (value, 1)
                self._count(event, 1)
                path = _next_path(frames)
                place = _place(event)
                if event.start_mark.index == event.end_mark.index and path in self._document.keys:
                    place = self._document.keys[path]  # nothing is written there, and the mark is on the next line
                elif isinstance(value, str) and not (frames and frames[-1].wants_key):
                    self._document.written.setdefault(path, (_source(event), value))
                self._put(value, place, frames)
            elif isinstance(event, AliasEvent):
                value = self._alias(event)
                if isinstance(value, list | dict) and frames and frames[-1].wants_key:
                    self._stop(event, *_KEY_IS_NO_WORD)
                self._put(value, _place(event), frames)

    def _open(self, event: MappingStartEvent | SequenceStartEvent, frames: list[_Frame]) -> None:
        if len(frames) >= self._limits.depth:
            self._stop(event, f"嵌套超过 {self._limits.depth} 层，没有读下去。",
                       f"Nested deeper than {self._limits.depth} levels; reading stopped.")  # fmt: skip
        path = _next_path(frames)
        is_mapping = isinstance(event, MappingStartEvent)
        if frames and frames[-1].wants_key:
            self._stop(event, *_KEY_IS_NO_WORD)
        began = self._values
        self._count(event, 1)
        if event.anchor:
            self._open_anchors.add(event.anchor)
        value: Value = {} if is_mapping else []
        frames.append(_Frame(value, path, _place(event), event.anchor or "", began))
        self._document.places.setdefault(path, _place(event))

    def _scalar(self, event: ScalarEvent, frames: list[_Frame]) -> Value:
        text: str = event.value
        if frames and frames[-1].wants_key:
            return text
        plain = event.implicit[0] if event.implicit else False
        if not plain or event.style:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INT.match(text):
            return int(text)
        return float(text) if _FLOAT.match(text) else text

    def _alias(self, event: AliasEvent) -> Value:
        name: str = event.anchor
        if name in self._open_anchors or name not in self._anchors:
            self._stop(event, f"别名 *{name} 指向自己或不存在。", f"Alias *{name} points to itself or to nothing.")
        value, weight = self._anchors[name]
        self._count(event, weight)
        return value

    def _put(self, value: Value, place: Place, frames: list[_Frame], opened: Path_ | None = None) -> None:
        if not frames:
            self._document.data = value
            self._document.places.setdefault((), place)
            return
        frame = frames[-1]
        if isinstance(frame.value, list):
            self._document.places.setdefault((*frame.path, len(frame.value)), place)
            frame.value.append(value)
        elif isinstance(frame.value, dict):
            if frame.key is None:
                self._key(value, place, frame)
                return
            self._document.places.setdefault(opened or (*frame.path, frame.key), place)
            if not frame.repeated:
                frame.value[frame.key] = value
            frame.key, frame.repeated = None, False

    def _key(self, value: Value, place: Place, frame: _Frame) -> None:
        key = value if isinstance(value, str) else str(value)
        assert isinstance(frame.value, dict)
        if key in frame.value:
            frame.repeated = True
            problem = Sentence(
                f"“{key}”写了两次，只有第一次算数。", f"'{key}' is given twice; only the first one counts."
            )
            self._document.problems.append(Problem(place, problem))
        self._document.keys.setdefault((*frame.path, key), place)
        frame.key = key

    def _count(self, event: Event, weight: int) -> None:
        self._values += weight
        if self._values > self._limits.values:
            self._stop(event, f"内容超过 {self._limits.values} 项(别名展开后),没有读下去。",
                       f"More than {self._limits.values} values once aliases are followed; reading stopped.")  # fmt: skip

    def _note(self, event: Event, zh: str, en: str) -> None:
        self._document.problems.append(Problem(_place(event), Sentence(zh, en)))

    def _stop(self, event: Event, zh: str, en: str) -> None:
        self._note(event, zh, en)
        raise _Stop


@dataclass(slots=True)
class _Frame:
    """An open mapping or sequence."""

    value: Value
    path: Path_
    place: Place
    anchor: str
    began: int
    key: str | None = None
    repeated: bool = False

    @property
    def wants_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None


def _next_path(frames: list[_Frame]) -> Path_:
    if not frames:
        return ()
    frame = frames[-1]
    if isinstance(frame.value, list):
        return (*frame.path, len(frame.value))
    return (*frame.path, frame.key if frame.key is not None else "?")


def _place(event: Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def _source(event: ScalarEvent) -> str:
    """The text as it is written in the file, with its quotation marks."""
    mark: StringMark = event.start_mark
    return mark.buffer[mark.index : event.end_mark.index]


def _inside(place: Place, source: str, value: str, offset: int) -> Place:
    """Where character `offset` of `value` stands, if `source` at `place` is how the value is written."""
    at = _PROPERTIES.match(source).end()  # type: ignore[union-attr]  # it matches the empty text too
    if source[at : at + 1] in ("|", ">"):
        at = source.find("\n", at) + 1 or len(source)
    for character in value[:offset]:
        at = _found(source, character, at, after=True)
    if offset < len(value):
        at = _found(source, value[offset], at, after=False)
    line_start = source.rfind("\n", 0, at) + 1
    column = at - line_start + (1 if line_start else place.column)
    return Place(place.line + source.count("\n", 0, at), column)


def _found(source: str, character: str, at: int, *, after: bool) -> int:
    """The next place of `character`, any white space for a blank; `at` where it was written as an escape."""
    if character.isspace():
        blank = _BLANK.search(source, at)
        found = blank.start() if blank else -1
    else:
        found = source.find(character, at)
    return at if found < 0 else found + after


_KEY_IS_NO_WORD = Sentence("键必须是一个词，不能是列表或映射。", "A key must be a word, not a list or a mapping.")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_BLANK = re.compile(r"\s")

_TROUBLES: dict[str, str] = {
    "found character '\\t'": "这里不能用制表符（Tab）缩进，请换成空格",
    "found character": "这段文字不能以这个符号开头，请给它加上引号",
    "could not find expected ':'": "这里少了一个冒号“:”",
    "sequence entries are not allowed": "这里不能写“- ”开头的列表项，请检查缩进",
    "mapping values are not allowed": "这里不能再写“名字: 值”；文字里有冒号就给它加上引号，否则请检查缩进",
    "found unexpected end of stream": "引号没有合上",
    "found unexpected document separator": "引号没有合上就到了“---”",
    "found unknown escape character": "双引号里的反斜杠“\\”写法不对",
    "expected escape sequence": "双引号里的反斜杠“\\”写法不对",
    "found unexpected ':'": "文字里的冒号要加上引号",
    "expected the node content": "这里少了内容",
    "expected <block end>": "这里和上文对不上，请检查缩进和引号",
    "expected ',' or ']'": "方括号里少了逗号，或者没有用“]”合上",
    "expected ',' or '}'": "花括号里少了逗号，或者没有用“}”合上",
    "expected '<document start>'": "“%”开头的指令后面少了“---”",
    "found incompatible YAML document": "这个 YAML 版本太新，读不了",
    "found undefined tag handle": "不认识“!”开头的这个标签",
    "expected alphabetic or numeric": "“&”“*”“%”后面要跟字母或数字",
    "found non-comment content": "“...”之后不能再有内容",
}
"""What the YAML reader says, by how it begins, and the same in Chinese."""


def yaml_trouble(problem: str) -> Sentence:
    """The YAML reader's `problem` as a sentence; its English is the reader's own."""
    known = next((zh for start, zh in _TROUBLES.items() if problem.startswith(start)), "从这里起读不下去了")
    return Sentence(f"YAML 写法有误：{known}。", f"Not valid YAML: {problem or 'it makes no sense from here on'}.")
