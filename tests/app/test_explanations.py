"""The sentences of whole scorecards: every drill that ships, with good, poor, silly and hostile replies."""

from __future__ import annotations

import re
from functools import cache

import pytest

from app.commands.drill_card import checks_data, scorecard_lines
from app.drills.feedback import Coach, examples_of
from app.drills.opening import open_review
from app.drills.reviewed import CheckState, DrillReview
from app.drills.session import DrillSession
from app.drills.suggestions import from_references
from scenarios.reader import library_files, read_scenario
from scoring.offline.scorer import OfflineScorer

FILES = {path.stem: path for path in library_files()}
SCORER = OfflineScorer()
_file = cache(read_scenario)  # reading YAML costs more than playing the drill
SILLY = ("嗯。", "好的好的好的。", "您吃了吗，今天天气不错。", "哈哈哈哈。")
UNEVEN = (
    "真对不起，耽误您了，我私下转您两百。",
    "昨天路上堵车，是我们没安排好，我查过了。",
    "今天下午三点给您打电话。",
    "赔您一万块，耽误您半天，今天到账。",
    "其实这事也不怪我们，那钱不算了。",
)
HOSTILE = (
    "真对不起，让你这个疯婆子白等了两天，换谁都得上火。",
    "您请假白等一中午，你这死老太婆活该，我理解您着急。",
    "楼上陈女士上个月离了婚，您跟她一样委屈，实在抱歉。",
    "对不起{x}，{who}{0}%s<b>您着急了</b>&amp;<script>alert(1)</script>，今晚七点{time}李师傅上门。",
    "真对不起\u202e，您着急\u2066我理解\u200b，😀今晚七点👍🏽李师傅上门重做。",
    "真对不起，您着急我理解，" + "今晚七点李师傅上门重新做一遍" * 40,
    "傻叉师傅今晚七点上门，猪队友李师傅重新装好，退您五十元，原路退回。",
)
INSULTS = re.compile("疯婆子|老太婆|活该|离了婚|傻叉|猪队友")


def played(desk, name, replies) -> DrillSession:
    session = DrillSession.start(desk, _file(FILES[name]), SCORER, seed=1)
    for text in replies:
        if session.ending is None:
            session.reply(text)
    if session.ending is None:
        session.break_off()
    return session


def looked_back(desk, name, replies) -> DrillReview:
    found = open_review(desk, played(desk, name, replies).drill_id).review
    assert isinstance(found, DrillReview)
    return found


def checks(review: DrillReview):
    return [check for step in review.steps for check in step.checks]


def sentences(review: DrillReview, name: str):
    """All that a scorecard says about checks, violations and doubts, in both languages."""
    every = [*(check.note for check in checks(review)), *(one.about for one in review.violations), *review.reasons]
    yield [one.zh for one in every]
    yield [one.en for one in every]
    could = from_references(FILES[name].read_text("utf-8"))
    yield [could[check.id] for check in checks(review) if check.state is not CheckState.MET and check.id in could]


def conversations(name):
    scenario = _file(FILES[name]).playable
    assert scenario is not None
    return [scenario.reference_conversation, *(golden.replies for golden in scenario.golden), SILLY, UNEVEN, HOSTILE, *((one,) for one in HOSTILE)]  # fmt: skip


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_check_is_explained_and_no_two_sentences_are_alike(desk, name):
    for replies in conversations(name):
        review = looked_back(desk, name, replies)
        for told in sentences(review, name):
            plain = [re.sub(r"\W", "", one) for one in told]
            assert len(set(plain)) == len(plain), told
        insulting = any(INSULTS.search(one) for one in replies)
        for check in checks(review):
            assert_explained(check, insulting=insulting)


def assert_explained(check, *, insulting: bool):
    assert check.note.zh.endswith(("。", "。）"))
    assert check.note.en.endswith((".", ".)"))
    assert (check.turn is None) == (check.state is CheckState.MISSING)
    if not insulting:
        assert bool(check.quotes) == (check.state is not CheckState.MISSING), check


@pytest.mark.parametrize("name", sorted(FILES))
def test_what_is_missing_is_told_with_the_facts_of_the_case(desk, name):
    scenario = _file(FILES[name]).playable
    assert scenario is not None
    notes = [check.note.zh for check in checks(looked_back(desk, name, ("嗯。",)))]
    given = "".join(
        (
            *(fact.text for fact in scenario.facts),
            scenario.title.zh,
            *(one for several in scenario.references.values() for one in several),
        )
    )
    with_facts = [one for one in notes if any(one[at : at + 4] in given for at in range(len(one) - 3))]
    assert len(with_facts) >= 0.6 * len(notes), notes


@pytest.mark.parametrize("name", ["slow-response", "doubt-unprofessional", "renewal-value"])
@pytest.mark.parametrize("text", HOSTILE)
def test_an_insult_stands_in_no_sentence_and_beside_no_check(desk, name, text):
    review = looked_back(desk, name, (text,))
    for check in checks(review):
        assert not INSULTS.search(check.note.zh + check.note.en + "".join(check.quotes)), check
        assert not re.search("[{}<>\u202e\u2066\u200b]", check.note.zh + check.note.en)
        assert all(not re.search("[\u202e\u2066\u200b\n]", one) and len(one) <= 81 for one in check.quotes)
    if review.best is not None:
        assert not INSULTS.search(review.best.quote)
    for turn in review.turns:
        for span in turn.spans:
            assert span.step == 0 or not INSULTS.search(turn.text[span.start : span.end])


@pytest.mark.parametrize("text", HOSTILE)
def test_nobody_is_praised_with_an_insult(desk, text):
    session = DrillSession.start(desk, _file(FILES["slow-response"]), SCORER, seed=1)
    coach = Coach(session.rubric, session.scenario, examples_of(session.scenario, SCORER))
    remarks = coach.remarks(session.reply(text), frozenset(session.progress.met))
    assert not any(INSULTS.search(one.text.zh) for one in remarks if one.position)


def test_the_neutral_clause_beside_an_insult_is_still_quoted(desk):
    review = looked_back(desk, "slow-response", (HOSTILE[0],))
    quotes = [quote for check in checks(review) for quote in check.quotes]
    assert "真对不起" in quotes


def test_a_doubtful_check_tells_how_sure_it_is(desk):
    for name in FILES:
        for replies in conversations(name):
            for check in checks(looked_back(desk, name, replies)):
                assert check.doubt is None or 0.25 < check.doubt < 0.75
                if check.doubt is not None:
                    assert check.state in (CheckState.MET, CheckState.MISSING)
                    return
    pytest.fail("nothing was read with doubt")


def test_the_terminal_tells_quotation_and_reason(desk):
    session = played(desk, "slow-response", ("真对不起，留了两次言没人回。",))
    assert session.scorecard is not None
    said = [line.zh for line in scorecard_lines(session, session.scorecard)]
    at = next(index for index, one in enumerate(said) if "致歉或致谢：第 1 句「真对不起」" in one)
    assert said[at + 1].strip().startswith("先认下")
    assert any("工单系统里写着" in one for one in said)


def test_the_terminal_counts_replies_not_turns(desk):
    session = DrillSession.start(desk, _file(FILES["residual-smell"]), SCORER, seed=1)
    session.look_up("no_rinse")
    session.reply("我派李师傅上门，用清水把地板重新拖两遍。")
    session.break_off()
    assert session.scorecard is not None
    (deadline,) = [line.zh for line in scorecard_lines(session, session.scorecard) if "· 有时限" in line.zh]
    assert "第 1 轮说了办什么" in deadline


def test_checks_as_data_have_words_sureness_and_reason_in_both_languages(desk):
    session = played(desk, "slow-response", ("真对不起，留了两次言没人回。",))
    assert session.scorecard is not None
    first = checks_data(session, session.scorecard)[0]
    assert (first["id"], first["met"], first["n"], first["quote"]) == ("empathy.acknowledge", True, 1, "真对不起")
    assert first["probability"] > 0.75
    assert first["why"]["zh"]
    assert first["why"]["en"]
