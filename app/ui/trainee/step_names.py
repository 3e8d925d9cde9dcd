"""Names of the shipped rubrics' steps, and short ones of their checks, where a list needs them at once.

Reading a rubric costs YAML and pydantic. A test holds this table to the rubrics' own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scoring.sentence import Sentence


class StepName(NamedTuple):
    """A step: its id, its name, and what each of its checks is called in a word or two."""

    id: str
    name: Sentence
    checks: Mapping[str, Sentence]


def _step(step: str, zh: str, en: str, **checks: tuple[str, str]) -> StepName:
    return StepName(step, Sentence(zh, en), {check: Sentence(*words) for check, words in checks.items()})


KINDS: Mapping[str, tuple[StepName, ...]] = {
    "complaint": (
        _step("empathy", "共情", "Empathy",
              acknowledge=("致歉", "apology"), feeling=("感受", "feeling"), specific=("处境", "situation")),
        _step("cause", "归因", "Cause",
              concrete=("原因", "reason"), ownership=("担责", "ownership"), verified=("依据", "source")),
        _step("fix", "方案", "Fix",
              action=("行动", "action"), deadline=("时限", "deadline"), owner=("谁来办", "owner")),
        _step("compensation", "补偿", "Compensation",
              named=("补什么", "amount"), proportionate=("为什么补", "reason"),
              delivery=("怎么给", "delivery")),
    ),
    "inquiry": (
        _step("probe", "拆解提问", "Probe",
              heard=("听懂", "listening"), question=("追问", "question"),
              purpose=("为什么问", "purpose")),
        _step("candour", "坦诚应答", "Candour",
              answer=("正面答", "answer"), limit=("不足", "limits"), basis=("依据", "source")),
        _step("commitment", "具体承诺", "Commitment",
              promise=("承诺", "promise"), bound=("时限", "bounds"), fallback=("做不到怎么办", "fallback")),
        _step("choice", "选择权", "Choice",
              options=("选项", "options"), compare=("比较", "comparison"), free=("客户来定", "free choice")),
    ),
    "renewal": (
        _step("thanks", "具体感谢", "Thanks",
              thank=("致谢", "thanks"), specific=("细节", "detail"), meaning=("意义", "meaning")),
        _step("value", "价值回顾", "Value",
              figure=("数字", "figures"), benefit=("好处", "benefit"), record=("依据", "source")),
        _step("plan", "未来规划", "Plan",
              concrete=("规划", "plan"), reason=("因人而定", "reason"), terms=("条件", "terms")),
        _step("fit", "征询", "Fit",
              ask=("征询", "question"), adjust=("可以调整", "leeway"), free=("不催", "freedom")),
    ),
}  # fmt: skip
"""By kind of scene, in the order of the steps."""

KIND_NAMES: Mapping[str, Sentence] = {
    "complaint": Sentence("投诉", "Complaint"),
    "inquiry": Sentence("咨询", "Inquiry"),
    "renewal": Sentence("续约", "Renewal"),
}

_STEPS = {step.id: (position, step) for steps in KINDS.values() for position, step in enumerate(steps, 1)}


def step_of(step_id: str) -> StepName | None:
    """The step with that id; ids are unique over the shipped rubrics."""
    found = _STEPS.get(step_id)
    return None if found is None else found[1]


def positions(step_ids: Iterable[str]) -> list[tuple[int, str, Sentence]]:
    """(position, id, name) of the steps of one drill, in the method's order; unknown ones follow, named by their id."""
    ids = list(step_ids)
    known = sorted((_STEPS[one][0], one, _STEPS[one][1].name) for one in ids if one in _STEPS)
    unknown = [one for one in ids if one not in _STEPS]
    return known + [(len(known) + place, one, Sentence(one, one)) for place, one in enumerate(unknown, 1)]


def kind_name(kind: str) -> Sentence:
    """What a kind of scene is called; a company's own kind by its id."""
    return KIND_NAMES.get(kind, Sentence(kind, kind))
