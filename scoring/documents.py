"""Reads YAML into plain data with the place of every value kept, within limits, and never raises for bad input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
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

from scoring.sentence import Sentence

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
    """The data of one YAML file. `places` maps a path such as ("beats", 2, "say") to where its value stands."""

    data: Value = None
    places: dict[Path_, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path_) -> Place:
        """Where the value at `path` stands; for a path that isn't there, its nearest parent that is."""
        for length in range(len(path), -1, -1):
            found = self.places.get(path[:length])
            if found is not None:
                return found
        return Place()


class _Stop(Exception):
    """Reading can't go on; the problem is already noted."""


def read_file(path: Path, limits: Limits = Limits()) -> tuple[str, Document]:
    """Read the YAML file at `path`: its text and its document. Unreadable files come back as a problem."""
    document = Document()
    try:
        size = path.stat().st_size
        if size > limits.size:
            document.problems.append(Problem(Place(), _too_large(size, limits)))
            return "", document
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        sentence = Sentence(f"读不了这个文件：{reason}。", f"This file can't be read: {reason}.")
        document.problems.append(Problem(Place(), sentence))
        return "", document
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        sentence = Sentence(
            "文件不是 UTF-8 编码；请在编辑器里另存为 UTF-8。",
            "The file isn't UTF-8; save it as UTF-8 in your editor.",
        )
        document.problems.append(Problem(Place(line, 1), sentence))
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
        what = error.problem or error.context or "?"
        sentence = Sentence(f"YAML 写法有误：{what}。", f"Not valid YAML: {what}.")
        document.problems.append(Problem(place, sentence))
        document.data = None
    except (YAMLError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        sentence = Sentence(f"YAML 写法有误：{reason}。", f"Not valid YAML: {reason}.")
        document.problems.append(Problem(Place(), sentence))
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
                self._put(value, _place(event), frames)
            elif isinstance(event, AliasEvent):
                self._put(self._alias(event), _place(event), frames)

    def _open(self, event: MappingStartEvent | SequenceStartEvent, frames: list[_Frame]) -> None:
        if len(frames) >= self._limits.depth:
            self._stop(event, f"嵌套超过 {self._limits.depth} 层，没有读下去。",
                       f"Nested deeper than {self._limits.depth} levels; reading stopped.")  # fmt: skip
        path = _next_path(frames)
        is_mapping = isinstance(event, MappingStartEvent)
        if frames and frames[-1].wants_key:
            self._stop(event, "键必须是一个词，不能是列表或映射。", "A key must be a word, not a list or a mapping.")
        self._count(event, 1)
        if event.anchor:
            self._open_anchors.add(event.anchor)
        value: Value = {} if is_mapping else []
        frames.append(_Frame(value, path, _place(event), event.anchor or "", self._values))
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
