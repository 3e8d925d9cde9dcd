"""`measure`: agreement of the offline scorer, or of any results, with a labelled file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.commands.score import BadLineError, read_line
from app.commands.terminal import Terminal
from scoring.agreement import Agreement, Labels, YesNoAgreement, agreement, mean, read_annotators, read_labels
from scoring.offline.scorer import OfflineScorer
from scoring.rubric import shipped_rubric
from scoring.sentence import PeilianError


def measure_file(terminal: Terminal, gold: Path, results: Path | None, kind: str, *, annotators: bool) -> int:
    """Print the table. Raises PeilianError for files that don't fit together or name unknown ids."""
    rubric = shipped_rubric(kind)
    if annotators:
        left, right = read_annotators(gold)
    else:
        left = read_labels(gold)
        right = read_labels(results) if results else _scored(gold, kind)
    for line in table(agreement(rubric, left, right)):
        terminal.line(line)
    terminal.remark(
        "标注是谁做的，数字就只说明与谁一致；语言模型做的标注不代表人。",
        "The figures speak of whoever made the labels; labels made by language models don't stand for people.",
    )
    return 0


def table(found: Agreement) -> Iterable[str]:
    """The lines of the table, in the same shape for every file."""
    yield f"{found.replies} replies"
    yield f"{'step':14}{'QWK':>7}{'exact':>7}{'±1':>7}"
    for one in found.levels:
        yield f"{one.step:14}{_figure(one.qwk)}{one.exact:7.3f}{one.within_one:7.3f}"
    for title, rows in (("checks", found.checks), ("violations", found.violations)):
        yield f"{title:28}{'F1':>7}{'prec':>7}{'rec':>7}{'kappa':>7}{'n+':>6}"
        yield from (_row(row) for row in rows)
        yield f"  mean F1 {_figure(mean(row.f1 for row in rows)).strip()}"
    yield f"mean QWK {_figure(found.mean_qwk).strip()}, lowest {_figure(found.lowest_qwk).strip()}"


def _row(row: YesNoAgreement) -> str:
    figures = "".join(_figure(value) for value in (row.f1, row.precision, row.recall, row.kappa))
    return f"  {row.id:26}{figures}{row.count:6}"


def _figure(value: float | None) -> str:
    return f"{value:7.3f}" if value is not None else f"{'–':>7}"


def _scored(gold: Path, kind: str) -> dict[str, Labels]:
    scorer = OfflineScorer()
    found: dict[str, Labels] = {}
    for number, line in enumerate(gold.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            name, reply = read_line(line)
        except BadLineError as error:
            raise PeilianError(
                f"{gold} 第 {number} 行：{error.sentence.zh}", f"{gold}, line {number}: {error.sentence.en}"
            ) from error
        if reply.kind != kind:
            continue
        assessment = scorer.assess(reply)
        found[str(name)] = Labels(frozenset(assessment.check_ids), frozenset(assessment.violation_ids))
    return found
