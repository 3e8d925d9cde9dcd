"""`drill`: plays a drill in the terminal, or from a file of replies, to its scorecard."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.commands.drill_card import checks_data, scorecard_lines
from app.commands.lint import find_scenario
from app.commands.score import evidence_data
from app.commands.terminal import Terminal
from app.drills.session import DrillSession, NoReplyError, TurnResult
from app.paths import data_folder
from app.records.desk import Desk
from app.records.room import open_records
from app.records.values import Role
from scenarios.model import EndingKind, Scenario
from scoring.authority import in_words
from scoring.offline.scorer import OfflineScorer
from scoring.scorecard import Scorecard
from scoring.sentence import PeilianError, Sentence

LOCAL_PERSON = "本机学员"
"""Who drills in the terminal are recorded for; people are told apart where they sign in, not here."""


COMMANDS = frozenset({"/end", "/结束", "/card", "/资料", "/handover", "/转交", "/look", "/查"})
"""Acts beside a reply; in a file of replies too, so that a hand-over can be tried from one."""


def play(
    terminal: Terminal,
    scenario_name: str,
    *,
    replies: Path | None = None,
    seed: int = 1,
    as_json: bool = False,
    resume: bool = False,
) -> int:
    """Play one drill. Returns 0 when it was played to an ending or broken off; raises PeilianError otherwise."""
    file = find_scenario(scenario_name)
    lines = _replies_from(replies) if replies is not None else None
    records = open_records(data_folder())
    try:
        for notice in records.notices:
            terminal.remark_sentence(notice)
        person = next((one for one in records.people() if one.name == LOCAL_PERSON), None)
        desk = records.asked_by(person or records.add_person(LOCAL_PERSON, Role.TRAINEE))
        scorer = OfflineScorer()
        session = _resumed(desk, file.playable, scorer) if resume else None
        if session is None:
            session = DrillSession.start(desk, file, scorer, seed=seed)
        for notice in session.notices:
            terminal.remark_sentence(notice)
        return _Play(terminal, session, as_json=as_json).run(lines)
    except KeyboardInterrupt:
        terminal.remark(
            "\n已停下，说过的话都已保存；加上 --resume 就接着练。",
            "\nStopped. What was said is saved; --resume goes on with it.",
        )
        return 130
    finally:
        records.close()


def _resumed(desk: Desk, scenario: Scenario | None, scorer: OfflineScorer) -> DrillSession | None:
    """The newest open drill of this scenario, gone on with; None where there is none."""
    for summary in desk.open_drills():
        if scenario is not None and summary.scenario_id == scenario.id:
            return DrillSession.resume(desk, summary.id, scorer)
    return None


def _replies_from(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8-sig", errors="replace").splitlines()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PeilianError(f"读不了 {path}：{reason}。演练没有开始。",
                           f"{path} can't be read: {reason}. No drill was begun.") from error  # fmt: skip


class _Play:
    """One run of a drill in a terminal: what is asked, what is shown."""

    def __init__(self, terminal: Terminal, session: DrillSession, *, as_json: bool) -> None:
        self._terminal = terminal
        self._session = session
        self._json = as_json
        self._by_keyboard = False
        self._waiting_since = time.monotonic()

    def run(self, lines: list[str] | None) -> int:
        """Play `lines`, or what standard input gives, to the end."""
        self._by_keyboard = lines is None and sys.stdin.isatty() and not self._json
        source = iter(lines) if lines is not None else self._typed()
        already = len(self._session.results)
        if not self._json:
            self._show_opening()
        unused: list[str] = []
        for text in source:
            if lines is not None and already > 0 and text.strip():
                already -= 1  # a resumed drill has this reply on record
                continue
            if self._session.ending is not None:
                unused.append(text)
            elif not self._act(text):
                break
            if self._session.ending is not None and self._by_keyboard:
                break
        card = self._session.scorecard if self._session.ending is not None else self._session.break_off()
        if card is None:
            raise RuntimeError("an ended drill without a scorecard")
        if self._json:
            self._terminal.line(json.dumps(as_data(self._session, card, unused), ensure_ascii=False))
        else:
            self._show_scorecard(card, unused)
        return 0

    def _typed(self) -> Iterator[str]:
        while True:
            if self._by_keyboard:
                print(self._terminal.word("你：", "You: "), end="", file=sys.stdout, flush=True)
            try:
                line = sys.stdin.readline()
            except UnicodeDecodeError:
                self._terminal.remark("这一行不是 UTF-8，没有读。", "This line isn't UTF-8 and was not read.")
                continue
            if not line:
                return
            yield line.rstrip("\r\n")

    def _act(self, text: str) -> bool:
        """Do what one line asks. False ends the drill."""
        words = text.split(maxsplit=1)
        if words and (words[0] in COMMANDS or (self._by_keyboard and words[0].startswith("/"))):
            return self._command(words[0], words[1].strip() if len(words) > 1 else "")
        if not text.strip() and not self._by_keyboard:
            return True  # a blank line in a file separates, it says nothing
        try:
            result = self._session.reply(text, round((time.monotonic() - self._waiting_since) * 1000))
        except NoReplyError as error:
            self._keep_aside(text)
            self._terminal.remark_sentence(error.sentence)
            return True
        self._waiting_since = time.monotonic()
        if not self._json:
            self._show_turn(result)
        return True

    def _command(self, name: str, argument: str) -> bool:
        if name in ("/end", "/结束"):
            return False
        if name in ("/card", "/资料"):
            if not self._json:
                self._show_brief()
        elif name in ("/handover", "/转交"):
            self._session.hand_over()
            if not self._json:
                self._show_line(self._session.line)
        elif name in ("/look", "/查"):
            self._look_up(argument)
        else:
            self._terminal.remark(f"没有 {name} 这个命令。", f"There is no command {name}.")
        return True

    def _keep_aside(self, text: str) -> None:
        if not text.strip():
            return
        path = data_folder() / f"unsent-{self._session.drill_id}.txt"
        with path.open("a", encoding="utf-8", errors="replace") as file:
            file.write(text + "\n")
        self._terminal.remark(f"原文保存在 {path}。", f"Its text is kept in {path}.")

    def _look_up(self, wanted: str) -> None:
        facts = [fact for fact in self._session.scenario.facts if fact.known_by == "lookup"]
        found = next((fact for fact in facts if wanted and wanted in (fact.id, fact.where)), None)
        if found is None:
            places = "、".join(fact.where for fact in facts) or self._terminal.word("没有", "nothing")
            self._terminal.remark(f"  可以查：{places}", f"  You can look up: {places}")
            return
        text = self._session.look_up(found.id).text
        if not self._json:
            self._terminal.line(f"  [{found.where}] {text}")

    def _show_opening(self) -> None:
        scenario = self._session.scenario
        self._terminal.line()
        self._terminal.line(f"== {scenario.title.sentence.to(self._terminal.language)} ==")
        self._show_brief()
        if self._by_keyboard:
            self._terminal.say(
                "每行一句回复，回车发出。/资料 再看资料，/查 地方 查事实，/转交 交给上级，/结束 结束。",
                "One reply a line, Enter sends. /card shows this again, /look PLACE, /handover, /end.",
            )
        self._terminal.line()
        self._show_line(self._session.line)

    def _show_brief(self) -> None:
        scenario, terminal = self._session.scenario, self._terminal
        terminal.line(scenario.brief.sentence.to(terminal.language))
        card = scenario.card
        entries = (*card.tags, *card.history, *card.log)
        if entries:
            terminal.say(
                f"客户卡（{card.tier} 级）：{'；'.join(entries)}", f"Card (tier {card.tier}): {'; '.join(entries)}"
            )
        known = [fact.text for fact in scenario.facts if fact.known_by == "trainee"]
        if known:
            terminal.say(f"你知道：{''.join(known)}", f"You know: {' '.join(known)}")
        places = [fact.where for fact in scenario.facts if fact.known_by == "lookup"]
        if places:
            terminal.say(f"可以查：{'、'.join(places)}", f"You can look up: {', '.join(places)}")
        words = in_words(scenario.allowed)
        terminal.say(f"权限：{words.zh}", f"You may offer: {words.en}")

    def _show_line(self, line: str) -> None:
        if line:
            self._terminal.line(f"{self._session.scenario.persona.name}：{line}")

    def _show_turn(self, result: TurnResult) -> None:
        language = self._terminal.language
        if not self._by_keyboard:
            self._terminal.say(f"你：{result.reply}", f"You: {result.reply}")
        lights: list[str] = []
        for step in self._session.rubric.steps:
            level = result.levels[step.id]
            if level is not None:
                lights.append(f"{step.name.sentence.to(language)} {'●' * level}{'○' * (3 - level)}")
        names = {one.id: one.name.sentence.to(language) for one in self._session.rubric.violations}
        broken = [f"⚠ {names[one.id]}「{one.evidence[0].quote}」" for one in result.assessment.violations]
        self._terminal.line("   " + "  ".join([*lights, *broken, mood_words(result.mood.anger).to(language)]))
        self._show_line(result.line)

    def _show_scorecard(self, card: Scorecard, unused: list[str]) -> None:
        for line in scorecard_lines(self._session, card):
            self._terminal.tell(line)
        if unused:
            self._terminal.remark(
                f"演练结束后还有 {len(unused)} 条回复没有用上。", f"{len(unused)} replies were left after the ending."
            )


def as_data(session: DrillSession, card: Scorecard, unused: list[str]) -> dict[str, Any]:  # Any: JSON
    """The drill as the JSON object that `--json` prints."""
    return {
        "scenario": session.scenario.id,
        "seed": session.seed,
        "turns": [_turn_data(result) for result in session.results],
        "ending": (session.ending or EndingKind.BROKEN_OFF).value,
        "closing": session.line,
        "unused": unused,
        "scorecard": {
            "levels": dict(card.levels),
            "best_single": None
            if card.best_single is None
            else {"n": card.best_single.turn, "total": card.best_single.total, "levels": dict(card.best_single.levels)},
            "order_cost": card.order_cost,
            "violation_cost": card.violation_cost,
            "cap": card.cap,
            "total": card.total,
            "passed": card.passed,
            "review": card.review,
            "checks": checks_data(session, card),
        },
    }


def _turn_data(result: TurnResult) -> dict[str, Any]:  # Any: JSON
    return {
        "n": result.n,
        "customer": result.customer,
        "reply": result.reply,
        "checks": list(result.assessment.check_ids),
        "violations": list(result.assessment.violation_ids),
        "evidence": evidence_data(result.assessment),
        "credited": [found.id for found in result.credited.checks],
        "mood": {"anger": result.mood.anger, "trust": result.mood.trust, "patience": result.mood.patience},
    }


_MOODS = (
    (25, Sentence("平静", "calm")),
    (50, Sentence("有些不快", "uneasy")),
    (75, Sentence("恼火", "annoyed")),
    (90, Sentence("很生气", "angry")),
    (101, Sentence("快要挂电话", "about to hang up")),
)


def mood_words(anger: float) -> Sentence:
    """Anger (0–100) in words."""
    return next(words for bound, words in _MOODS if anger < bound)
