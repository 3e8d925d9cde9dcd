"""Short names of the checks, three or four characters, for lights and feedback; the rubric's own where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.sentence import Sentence

if TYPE_CHECKING:
    from scoring.rubric import Rubric

_SHORT = {
    "empathy.acknowledge": Sentence("致歉", "Apology"),
    "empathy.feeling": Sentence("感受", "Feeling"),
    "empathy.specific": Sentence("处境", "Case"),
    "cause.concrete": Sentence("原因", "Cause"),
    "cause.ownership": Sentence("担责", "Ours"),
    "cause.verified": Sentence("依据", "Source"),
    "fix.action": Sentence("行动", "Action"),
    "fix.deadline": Sentence("时限", "By when"),
    "fix.owner": Sentence("谁来办", "Who"),
    "compensation.named": Sentence("补什么", "What"),
    "compensation.proportionate": Sentence("为什么", "Why"),
    "compensation.delivery": Sentence("怎么给", "How"),
    "probe.heard": Sentence("听懂", "Heard"),
    "probe.question": Sentence("问准", "Question"),
    "probe.purpose": Sentence("为何问", "Purpose"),
    "candour.answer": Sentence("正面答", "Answer"),
    "candour.limit": Sentence("不足", "Limits"),
    "candour.basis": Sentence("依据", "Source"),
    "commitment.promise": Sentence("承诺", "Promise"),
    "commitment.bound": Sentence("时限", "By when"),
    "commitment.fallback": Sentence("兜底", "If not"),
    "choice.options": Sentence("选项", "Options"),
    "choice.compare": Sentence("比较", "Compare"),
    "choice.free": Sentence("自己定", "Free"),
    "thanks.thank": Sentence("致谢", "Thanks"),
    "thanks.specific": Sentence("细节", "Detail"),
    "thanks.meaning": Sentence("意义", "Meaning"),
    "value.figure": Sentence("数字", "Figures"),
    "value.benefit": Sentence("好处", "Benefit"),
    "value.record": Sentence("依据", "Source"),
    "plan.concrete": Sentence("安排", "Plan"),
    "plan.reason": Sentence("因人", "Reason"),
    "plan.terms": Sentence("条件", "Terms"),
    "fit.ask": Sentence("征询", "Ask"),
    "fit.adjust": Sentence("可调", "Adjust"),
    "fit.free": Sentence("不催", "No push"),
    "reason.ask": Sentence("问原因", "Ask why"),
    "reason.heard": Sentence("接原话", "Heard"),
    "reason.easy": Sentence("有分寸", "Tact"),
    "respect.accept": Sentence("认决定", "Accept"),
    "respect.own": Sentence("认不足", "Ours"),
    "respect.regard": Sentence("体谅", "Regard"),
    "options.ways": Sentence("几条路", "Ways"),
    "options.fit": Sentence("对原因", "Fit"),
    "options.terms": Sentence("条件", "Terms"),
    "open.welcome": Sentence("门开着", "Welcome"),
    "open.way": Sentence("回来路", "Way back"),
    "open.calm": Sentence("不催", "Calm"),
    "person.address": Sentence("称呼", "Name"),
    "person.memory": Sentence("记忆点", "Memory"),
    "person.who": Sentence("我是谁", "Who"),
    "use.help": Sentence("用得上", "Help"),
    "use.fit": Sentence("合这家", "Fit"),
    "use.ask": Sentence("问近况", "Ask"),
    "terms.rule": Sentence("规则", "Rule"),
    "terms.valid": Sentence("有效期", "Dates"),
    "terms.limit": Sentence("限度", "Limits"),
    "optout.free": Sentence("可不要", "Free"),
    "optout.stop": Sentence("怎么停", "Stop"),
    "optout.same": Sentence("不影响", "Same"),
}


def short_name(rubric: Rubric, check_id: str) -> Sentence:
    """What the check `step.check` is called where there is little room."""
    return _SHORT.get(check_id) or rubric.check(check_id).name.sentence
