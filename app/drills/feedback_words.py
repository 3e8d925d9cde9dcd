"""The wordings of the feedback: {q} is a quotation of the trainee's own words, {who} the customer.

Praise says what the words did; a gap is an invitation; a violation is told once, plainly, with something better.
"""

from __future__ import annotations

from scoring.sentence import Sentence

PRAISE = {
    "empathy.acknowledge": Sentence("「{q}」，歉意说到了", "「{q}」: the apology is said"),
    "empathy.feeling": Sentence("「{q}」接住了{who}的感受", "「{q}」 meets how {who_en} feels"),
    "empathy.specific": Sentence("「{q}」说中了{who}的难处", "「{q}」 names just what {who_en} went through"),
    "cause.concrete": Sentence("断在哪一环，「{q}」说清了", "「{q}」 tells which link failed"),
    "cause.ownership": Sentence("「{q}」把责任认下来了", "「{q}」 takes the responsibility"),
    "cause.verified": Sentence("「{q}」，说得有凭有据", "「{q}」: {who_en} hears what it rests on"),
    "fix.action": Sentence("「{q}」是一件实在的事", "「{q}」 is something that gets done"),
    "fix.deadline": Sentence("「{q}」，{who}知道等到什么时候", "「{q}」: {who_en} knows how long to wait"),
    "fix.owner": Sentence("「{q}」，这件事有人管到底", "「{q}」: somebody sees it through"),
    "compensation.named": Sentence("「{q}」，补什么说得具体", "「{q}」 says just what is offered"),
    "compensation.proportionate": Sentence("「{q}」，补得有来由", "「{q}」 says what it makes up for"),
    "compensation.delivery": Sentence("「{q}」，怎么拿也交代了", "「{q}」 says how it arrives"),
    "probe.heard": Sentence("「{q}」听懂了{who}真正担心的", "「{q}」 hears the real worry"),
    "probe.question": Sentence("「{q}」问在点子上", "「{q}」 asks what matters"),
    "probe.purpose": Sentence("「{q}」，问得有来由", "「{q}」 says why you ask"),
    "candour.answer": Sentence("「{q}」是正面的回答", "「{q}」 answers straight"),
    "candour.limit": Sentence("「{q}」，短处也肯讲", "「{q}」: the limits are told, too"),
    "candour.basis": Sentence("「{q}」，{who}自己能去查", "「{q}」: {who_en} can check it"),
    "commitment.promise": Sentence("「{q}」是做得到的承诺", "「{q}」 is a promise that can be kept"),
    "commitment.bound": Sentence("「{q}」，到时候能对得上", "「{q}」 can be checked"),
    "commitment.fallback": Sentence("「{q}」，做不到也有说法", "「{q}」: it is clear what happens if not"),
    "choice.options": Sentence("「{q}」给了真的选择", "「{q}」 gives a real choice"),
    "choice.compare": Sentence("「{q}」帮着{who}比了一比", "「{q}」 helps to compare"),
    "choice.free": Sentence("「{q}」，主意留给了{who}", "「{q}」 leaves the decision to {who_en}"),
    "thanks.thank": Sentence("「{q}」，谢意说到了", "「{q}」: the thanks are said"),
    "thanks.specific": Sentence("「{q}」是只有{who}才有的细节", "「{q}」 is a detail of {who_en} alone"),
    "thanks.meaning": Sentence("「{q}」说出了这件事的分量", "「{q}」 says what it meant"),
    "value.figure": Sentence("「{q}」，用数字说话", "「{q}」 speaks in figures"),
    "value.benefit": Sentence("「{q}」，说的是{who}得的好处", "「{q}」 says what {who_en} gained"),
    "value.record": Sentence("「{q}」，有记录可看", "「{q}」 is on record"),
    "plan.concrete": Sentence("「{q}」，往后的安排是实的", "「{q}」 is a plan one can see"),
    "plan.reason": Sentence("「{q}」是照着{who}家的情况排的", "「{q}」 fits this household"),
    "plan.terms": Sentence("「{q}」，条件摆在明处", "「{q}」 puts the terms in the open"),
    "fit.ask": Sentence("「{q}」问了{who}的意思", "「{q}」 asks what {who_en} thinks"),
    "fit.adjust": Sentence("「{q}」留了余地", "「{q}」 leaves room"),
    "fit.free": Sentence("「{q}」，没有催", "「{q}」 doesn't push"),
}
PRAISE_ANY = (
    Sentence("「{q}」说到了{name}", "「{q}」: {name_en}"),
    Sentence("{name}这一点，「{q}」说到了", "{name_en} is there, with 「{q}」"),
)
PRAISE_ALL = (
    Sentence("三处都说到了，「{q}」尤其到位", "All three are there, 「{q}」 above all"),
    Sentence("{step}说全了，「{q}」最见功夫", "{step_en} is complete; 「{q}」 is the best of it"),
    Sentence("{step}不缺什么了，「{q}」说在了点子上", "{step_en} lacks nothing; 「{q}」 hits the point"),
    Sentence("「{q}」，一句话把{step}带全了", "「{q}」 rounds off {step_en}"),
    Sentence("{step}三样都在，「{q}」{who}听得进去", "{step_en} has all three; 「{q}」 is what {who_en} takes in"),
)
ALSO_CHECKS = Sentence("，{names}也有了", " (also: {names_en})")
ALSO_STEPS = Sentence("，顺带说到了{names}", "; {names_en} begun")

NOTHING_NEW = (
    Sentence("这句{who}没听到新的内容。", "{who_cap} heard nothing new in this."),
    Sentence("{who}还在等一句实的。", "{who_cap} still waits for something solid."),
    Sentence("前面的都算数，这句没有往前走。", "What was said counts; this didn't move it on."),
    Sentence("这句先放一放，换一处说。", "Leave this one; try another point."),
    Sentence("还是原来那几点。", "These are the same points as before."),
)
TAKEN_BACK = (
    Sentence("前面认下的，这句又收回去了。", "This takes back what you had owned."),
    Sentence("刚才说过的责任，这里又推掉了。", "The responsibility taken before is dropped again here."),
)

SAME_STEP = (
    Sentence("还差「{name}」。可以加：「{x}」", "Still open: {name_en}. You could add: 「{x}」"),
    Sentence("再补上「{name}」就更稳，比如：「{x}」", "{name_en} would make it firmer, for example: 「{x}」"),
    Sentence("「{name}」还空着。试试：「{x}」", "{name_en} is still empty. Try: 「{x}」"),
)
OTHER_STEP = (
    Sentence("接着说{step}，比如：「{x}」", "Next comes {step_en}, for example: 「{x}」"),
    Sentence("下一步是{step}。可以从这里说起：「{x}」", "{step_en} is next. You could begin with: 「{x}」"),
    Sentence("{step}还差「{name}」。可以说：「{x}」", "{step_en} still lacks {name_en}. You could say: 「{x}」"),
    Sentence("{step}这里，{who}要听的是「{name}」：「{x}」", "In {step_en}, {who_en} waits for {name_en}: 「{x}」"),
)
WITHOUT_EXAMPLE = (
    Sentence("{step}可以这样补：{about}", "For {step_en}: {about_en}"),
    Sentence("想一想{step}：{about}", "Think of {step_en}: {about_en}"),
)
LOOK_FIRST = (
    Sentence("{step}先查再说：{where}可以查。", "{step_en}: look it up first: {where}."),
    Sentence(
        "{who}要一个说法。到{where}里看一眼，再告诉{who}。",
        "{who_cap} wants an answer. Look into {where}, then tell it.",
    ),
    Sentence("说{step}之前，{where}里有要紧的一条。", "Before {step_en}: {where} holds something that matters."),
)

FAULTS = {
    "blame": Sentence("「{q}」听着是在怪别人", "「{q}」 sounds like blaming"),
    "dismiss": Sentence("「{q}」等于说{who}的事不要紧", "「{q}」 tells {who_en} that it doesn't matter"),
    "overpromise": Sentence("「{q}」谁也保证不了", "Nobody can guarantee 「{q}」"),
    "fabricate": Sentence("「{q}」拿不出凭据", "「{q}」 has nothing to rest on"),
    "privacy": Sentence("「{q}」，这件事用不着问", "「{q}」 isn't needed for this"),
    "upsell": Sentence("「{q}」，现在说早了", "「{q}」 comes too early"),
    "rude": Sentence("「{q}」会伤人", "「{q}」 hurts"),
    "offplatform": Sentence("「{q}」绕开了公司", "「{q}」 goes round the company"),
    "pressure": Sentence("「{q}」是在催{who}", "「{q}」 presses {who_en}"),
    "disparage": Sentence("「{q}」贬了别家", "「{q}」 runs others down"),
    "noterms": Sentence("「{q}」没说清条件", "「{q}」 leaves out the terms"),
}
FAULT_ANY = Sentence("「{q}」：{name}", "「{q}」: {name_en}")
BEYOND = Sentence("「{q}」超出了您能做主的", "「{q}」 is beyond what you may offer")
COSTS = Sentence("，这里扣 {cost} 分。", ": {cost} points off here.")
COSTS_MORE = Sentence("，又是一回，再扣 {cost} 分。", ", once more: another {cost} points off.")
COSTS_NO_MORE = Sentence("，前面已经扣过了。", "; the points are off already.")
CAPPED = Sentence("总分最多 {cap} 分。", "The total can't pass {cap}.")
INSTEAD = Sentence("可以换成：「{x}」", "Say instead: 「{x}」")
MAY_OFFER = Sentence("能做主的是：{x}。", "You may offer: {x}.")
