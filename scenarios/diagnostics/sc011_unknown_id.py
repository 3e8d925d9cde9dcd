"""SC011: a condition names a check, a violation, a step or a fact that doesn't exist."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.conditions import suggestion
from scenarios.customer.mood import EVENTS
from scenarios.diagnostics.core import Case, Found, Rule, Severity
from scenarios.diagnostics.walk import conditions
from scenarios.model import EndingKind
from scoring.sentence import Sentence


def _check(case: Case) -> Iterator[Found]:
    if case.rubric is None:
        return
    ids = (*case.rubric.check_ids, *case.rubric.violation_ids)
    known = {
        "now": (*ids, *EVENTS, *(f"withheld.{step.id}" for step in case.rubric.steps)),
        "id": ids,
        "step": tuple(step.id for step in case.rubric.steps),
        "fact": tuple(fact.id for fact in case.scenario.facts),
        "ending": tuple(EndingKind),
    }
    words = {
        "now": Sentence("检查点、违规或事件", "check, violation or event"),
        "id": Sentence("检查点或违规", "check or violation"),
        "step": Sentence("步骤", "step"),
        "fact": Sentence("事实", "fact"),
        "ending": Sentence("结局", "ending"),
    }
    for path, condition in conditions(case.scenario):
        for one in condition.names:
            if one.kind in known and one.name not in known[one.kind]:
                word = words[one.kind]
                sentence = Sentence(f"没有“{one.name}”这个{word.zh}。", f"There is no {word.en} '{one.name}'.")
                hint = suggestion(one.name, known[one.kind])
                if one.kind == "id" and one.name in EVENTS:
                    # An event belongs to the reply in which it happens: nothing has "happened so far".
                    hint = Sentence(f"事件要写成“now {one.name}”。", f"An event is written 'now {one.name}'.")
                yield Found(path, sentence, hint, one.offset)


RULE = Rule(
    code="SC011",
    severity=Severity.ERROR,
    about=Sentence("条件里的编号不存在", "A condition names something that doesn't exist"),
    triggers={("beats", 0, "when"): "now empathy.felling"},
    clean={("beats", 0, "when"): "now empathy.feeling"},
    check=_check,
)
