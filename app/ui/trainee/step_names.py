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
    "retention": (
        _step("reason", "了解原因", "Reason",
              ask=("问原因", "question"), heard=("接原话", "listening"), easy=("有分寸", "tact")),
        _step("respect", "尊重", "Respect",
              accept=("认决定", "acceptance"), own=("认不足", "ownership"), regard=("体谅", "regard")),
        _step("options", "方案可选", "Options",
              ways=("几条路", "ways"), fit=("对原因", "fit"), terms=("条件", "terms")),
        _step("open", "留门", "Open door",
              welcome=("门开着", "welcome"), way=("回来的路", "way back"), calm=("不催", "calm")),
    ),
    "outreach": (
        _step("person", "精准称呼与记忆点", "Person",
              address=("称呼", "name"), memory=("记忆点", "memory"), who=("自报家门", "who calls")),
        _step("use", "有用", "Use",
              help=("用得上", "help"), fit=("合这家", "fit"), ask=("问近况", "question")),
        _step("terms", "规则与有效期", "Terms",
              rule=("规则", "rule"), valid=("有效期", "dates"), limit=("限度", "limits")),
        _step("optout", "可拒绝", "Free to refuse",
              free=("可以不要", "choice"), stop=("怎么停", "how to stop"), same=("不影响", "nothing lost")),
    ),
}  # fmt: skip
"""By kind of scene, in the order of the steps."""

KIND_NAMES: Mapping[str, Sentence] = {
    "complaint": Sentence("投诉", "Complaint"),
    "inquiry": Sentence("咨询", "Inquiry"),
    "renewal": Sentence("续约", "Renewal"),
    "retention": Sentence("挽留", "Retention"),
    "outreach": Sentence("关怀触达", "Outreach"),
}


def kind_of(step_ids: Iterable[str]) -> str | None:
    """The kind of scene whose steps hold all of `step_ids`; of several the first. Kinds share ids: both renewal and publicity thank."""
    wanted = set(step_ids)
    return next((kind for kind, steps in KINDS.items() if wanted and wanted <= {step.id for step in steps}), None)


def step_of(step_id: str, among: Iterable[str] = ()) -> StepName | None:
    """The step with that id in the kind that has `among` (other steps of the same drill), too."""
    kind = kind_of({step_id, *among}) or kind_of({step_id})
    return next((step for step in KINDS.get(kind or "", ()) if step.id == step_id), None)


def check_of(check_id: str) -> Sentence | None:
    """The short name of a check `step.check`, of whichever kind has it."""
    step_id, _, own = check_id.partition(".")
    found = (step.checks.get(own) for steps in KINDS.values() for step in steps if step.id == step_id)
    return next((one for one in found if one is not None), None)


def positions(step_ids: Iterable[str]) -> list[tuple[int, str, Sentence]]:
    """(position, id, name) of the steps of one drill, in the method's order; unknown ones follow, named by their id."""
    ids = list(step_ids)
    kind = kind_of(ids)
    steps = KINDS[kind] if kind is not None else ()
    known = [(position, step.id, step.name) for position, step in enumerate(steps, 1) if step.id in ids]
    unknown = [one for one in ids if one not in {step for _, step, _ in known}]
    return known + [(len(known) + place, one, Sentence(one, one)) for place, one in enumerate(unknown, 1)]


def kind_name(kind: str) -> Sentence:
    """What a kind of scene is called; a company's own kind by its id."""
    return KIND_NAMES.get(kind, Sentence(kind, kind))
