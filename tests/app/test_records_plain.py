import json
from enum import StrEnum

import pytest

from app.records import StoredScorecard
from app.records.plain import assessment_from, plain, plain_object, to_json
from scoring.reply import ReplyAssessment
from scoring.rubric import shipped_rubric
from scoring.scorecard import scorecard
from scoring.sentence import Sentence


def test_an_assessment_comes_back_from_json_as_it_was(assessment):
    assert assessment_from(json.loads(to_json(plain_object(assessment)))) == assessment


def test_fields_that_are_not_known_or_missing_do_no_harm():
    assert assessment_from({"scorer": "offline-1", "tomorrow": 1}) == ReplyAssessment(scorer="offline-1")


def test_a_scorecard_is_made_ready_to_keep():
    card = scorecard(shipped_rubric("complaint"), (), ending="broken_off")
    kept = StoredScorecard.of(card, "offline-1")
    assert (kept.figures.total, kept.figures.passed, kept.whole["ending"]) == (card.total, False, "broken_off")
    assert json.loads(to_json(kept.whole)) == kept.whole


def test_sentences_sets_and_enums_have_plain_forms():
    word = StrEnum("Word", ["ONE"])
    assert plain((Sentence("好", "good"), {2, 1}, word.ONE)) == [{"zh": "好", "en": "good"}, [1, 2], "one"]


@pytest.mark.parametrize("value", [object(), b"bytes".__len__])
def test_what_has_no_plain_form_is_a_bug(value):
    with pytest.raises(TypeError, match="no plain form"):
        plain(value)


def test_what_is_no_number_is_no_json():
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json({"total": float("nan")})
