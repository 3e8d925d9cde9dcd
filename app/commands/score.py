"""`score`: reads replies from a JSON-lines file and writes what the offline scorer finds in each."""

from __future__ import annotations

import gc
import json
import os
import re
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

from app.commands.terminal import Terminal
from scoring.authority import Authority, authority_from_object, authority_from_text
from scoring.offline.scorer import OfflineScorer
from scoring.reply import Reply, ReplyAssessment
from scoring.rubric import Rubric, shipped_kinds, shipped_rubric
from scoring.sentence import PeilianError, Sentence, system_reason

MAX_LINE = 2_000_000
"""Bytes of one input line; a longer one is no reply."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_PART = 64
_LONG = 400_000
"""Bytes from which a file is worth the start of more processes (some 700 replies)."""
_MOST_WORKERS = 8


class BadLineError(PeilianError):
    """A line of the input that can't be scored."""


@dataclass(frozen=True, slots=True)
class ScoredLine:
    """What became of input line `number`: its output line, or what is wrong with it."""

    number: int
    text: str
    fault: Sentence | None = None


def score_file(terminal: Terminal, source: Path, target: Path) -> int:
    """Score `source` into `target`; 0, or 1 when lines were bad. Raises PeilianError where a file can't be used.

    The result is written beside the target and moved into place at the end, so a broken-off run leaves no half file.
    """
    bad = scored = 0
    part = target.with_name(target.name + ".part")
    try:
        with source.open("rb") as lines, part.open("w", encoding="utf-8", newline="\n") as out:
            for line in _with_progress(terminal, source, _scored(source, lines)):
                if line.fault is not None:
                    bad += 1
                    terminal.remark(f"第 {line.number} 行：{line.fault.zh}", f"Line {line.number}: {line.fault.en}")
                else:
                    scored += 1
                    out.write(line.text)
        part.replace(target)
    except OSError as error:
        reason, where = system_reason(error), error.filename or target
        raise PeilianError(
            f"读写不了 {where}：{reason.zh}。原来的文件没有动。",
            f"{where} can't be read or written: {reason.en}. No file was changed.",
        ) from error
    finally:
        _remove(part)  # gone by itself where all went well
    if bad:
        terminal.remark(f"评了 {scored} 条，{bad} 行没法评。", f"{scored} replies scored; {bad} lines could not be.")
    else:
        terminal.remark(f"评了 {scored} 条。", f"{scored} replies scored.")
    return 1 if bad else 0


def _remove(part: Path) -> None:
    # Where it can't even be removed, the failure that led here is the one to tell.
    with suppress(OSError):
        part.unlink(missing_ok=True)


def score_lines(lines: list[tuple[int, bytes]]) -> list[ScoredLine]:
    """Score some lines, given with their numbers; the order stays."""
    return [_score_line(number, line) for number, line in lines]


@cache
def _scorer() -> OfflineScorer:
    return OfflineScorer()


def _score_line(number: int, line: bytes) -> ScoredLine:
    try:
        name, reply = read_line(line)
    except BadLineError as error:
        return ScoredLine(number, "", error.sentence)
    return ScoredLine(number, as_line(result(name, _scorer().assess(reply, alone=True), shipped_rubric(reply.kind))))


def _scored(source: Path, lines: BinaryIO) -> Iterator[list[ScoredLine]]:
    """The lines scored, part by part; a long file on all cores, since replies don't depend on each other."""
    numbered = ((number, line) for number, line in enumerate(_lines(lines), 1) if line.strip())
    parts = iter(lambda: list(islice(numbered, _PART)), [])
    workers = min(os.cpu_count() or 1, _MOST_WORKERS)
    if workers < 2 or source.stat().st_size < _LONG:
        yield from map(score_lines, parts)
        return
    _scorer().warm_up()  # forked workers inherit it
    # A reply leaves no cycles behind, so the collector would only walk the rules again and again.
    with ProcessPoolExecutor(workers, initializer=gc.disable) as pool:
        waiting: deque[Future[list[ScoredLine]]] = deque()
        for one in parts:
            waiting.append(pool.submit(score_lines, one))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _lines(lines: BinaryIO) -> Iterator[bytes]:
    """The lines; of one that is too long no more than shows that it is."""
    while line := lines.readline(MAX_LINE + 1):
        yield line
        while len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = lines.readline(MAX_LINE + 1)


def read_line(line: bytes) -> tuple[str | int, Reply]:
    """Id and reply of one input line. Raises BadLineError with what is wrong."""
    if len(line) > MAX_LINE:
        raise BadLineError("这一行太长，没有读。", "This line is too long and was not read.")
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLineError("不是 JSON。", "Not JSON.") from error
    if not isinstance(row, dict):
        raise BadLineError("不是 JSON 对象。", "Not a JSON object.")
    name = row.get("id")
    if not isinstance(name, str | int) or isinstance(name, bool):
        raise BadLineError("缺少 id。", "id is missing.")
    text = row.get("reply")
    if not isinstance(text, str):
        raise BadLineError("缺少 reply（要是文字）。", "reply is missing (a text).")
    kind = row.get("kind") or "complaint"
    if kind not in shipped_kinds():
        kinds = shipped_kinds()
        raise BadLineError(
            f"没有“{kind}”这种场景；有：{'、'.join(kinds)}。", f"No kind '{kind}'; there are: {', '.join(kinds)}."
        )
    return name, Reply(
        text=text,
        customer=_texts(row, "customer"),
        said=_texts(row, "said"),
        kind=kind,
        scene="\n".join(_texts(row, "scene")),
        facts=_texts(row, "facts"),
        authority=_authority(row.get("authority")),
    )


def result(name: str | int, assessment: ReplyAssessment, rubric: Rubric) -> dict[str, Any]:  # Any: JSON
    """The output line's data."""
    return {
        "id": name,
        "checks": list(assessment.check_ids),
        "violations": list(assessment.violation_ids),
        "levels": {step.id: rubric.level(step.id, assessment.check_ids) for step in rubric.steps},
        "evidence": evidence_data(assessment),
    }


def evidence_data(assessment: ReplyAssessment) -> list[dict[str, Any]]:  # Any: JSON
    """Quotations as JSON data."""
    return [{"id": one.id, "start": one.start, "end": one.end, "quote": one.quote} for one in assessment.evidence]


def as_line(data: dict[str, Any]) -> str:  # Any: JSON
    """One JSON line; a text with lone surrogates is escaped, since UTF-8 can't hold them."""
    text = json.dumps(data, ensure_ascii=False)
    if _SURROGATE.search(text):
        text = json.dumps(data)
    return text + "\n"


def _texts(row: dict[str, Any], key: str) -> tuple[str, ...]:  # Any: JSON
    value = row.get(key)
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise BadLineError(f"{key} 要是文字或文字列表。", f"{key} takes a text or a list of texts.")


def _authority(value: object) -> Authority:
    if value is None:
        return Authority()
    if isinstance(value, str):
        return authority_from_text(value)
    authority, faults = authority_from_object(value)
    if faults:
        raise BadLineError(
            "authority：" + "".join(one.zh for one in faults), "authority: " + " ".join(one.en for one in faults)
        )
    return authority


def _with_progress(terminal: Terminal, source: Path, parts: Iterator[list[ScoredLine]]) -> Iterator[ScoredLine]:
    """The scored lines one by one; on a terminal with a bar over the file's lines."""
    if not sys.stderr.isatty():
        yield from (line for part in parts for line in part)
        return
    from rich.console import Console
    from rich.progress import Progress

    with source.open("rb") as file:
        count = sum(1 for _ in _lines(file))
    title = Sentence("评分", "Scoring").to(terminal.language)
    # The first part is asked for before the bar's thread starts: workers are forked from a process without threads.
    first = next(parts, [])
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=count)
        for part in chain([first], parts):
            for line in part:
                yield line
                bar.update(task, completed=line.number)
