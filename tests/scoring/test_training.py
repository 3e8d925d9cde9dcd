"""Training the learned part: one command, the same bytes, figures by writers whom it hasn't read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("sklearn")

from scoring.offline.decide import MENTIONED
from scoring.offline.features import stretches
from scoring.offline.learned import TRAINING, dump, load, rules_hash
from scoring.training.folds import Example, held_out, kept_hits, read_examples, stretch_labels
from scoring.training.train import Settings, main, train

TINY = Settings(least_writers=2, unread="g")


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    """Sixty replies: thirty each of two writers."""
    lines = (TRAINING / "complaint.jsonl").read_text("utf-8").splitlines()
    few = [line for writer in "dg" for line in [one for one in lines if json.loads(one)["writer"] == writer][:90:3]]
    path = tmp_path_factory.mktemp("training") / "complaint.jsonl"
    path.write_text("\n".join(few), "utf-8")
    return read_examples(path)


@pytest.fixture(scope="module")
def content(examples: list[Example]) -> dict[str, Any]:
    return train(examples, {"complaint.jsonl": "0"}, TINY)


def test_the_same_replies_make_the_same_bytes(examples: list[Example], content: dict[str, Any]) -> None:
    again = train(examples, {"complaint.jsonl": "0"}, TINY)
    assert dump(again | {"rules": ""}) == dump(content | {"rules": ""})  # whoever edits a rule meanwhile


def test_a_trained_model_loads_and_has_an_opinion(
    examples: list[Example], content: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "model.json"
    path.write_bytes(dump(content))
    model = load(path, training=None)
    opinions = model.opinions(examples[0].reading, examples[0].hits)
    assert set(opinions) == {*content["used"], MENTIONED}
    assert all(0 <= one.probability <= 1 for one in opinions.values())


def test_the_model_carries_hashes_and_figures(content: dict[str, Any]) -> None:
    assert content["data"] == {"complaint.jsonl": "0"}
    assert len(content["rules"]) == len(rules_hash())
    assert set(content["figures"]["groups"]) == {"unread", "all", "writer d", "writer g"}


def test_a_model_made_with_other_rules_is_out_of_date(
    content: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "model.json"
    path.write_bytes(dump(content | {"rules": "others", "data": {}}))
    assert main(["--check", "--out", str(path)]) == 1
    assert "make train" in capsys.readouterr().out


def test_no_fold_tells_a_writer_whom_it_has_read() -> None:
    import numpy as np

    writers = ["a", "b", "a", "c"]
    names = np.array(writers)

    def predict(known: Any, told: Any) -> Any:
        assert not set(names[known]) & set(names[told])
        return np.ones((int(told.sum()), 1))

    assert held_out(writers, predict).sum() == 4


def test_stretches_outside_the_quotation_are_unknown_where_the_id_is_met(examples: list[Example]) -> None:
    example = next(one for one in examples if one.evidence.get("empathy.acknowledge") and len(one.reading.clauses) > 3)
    seen = stretches(example.reading, ())
    shows, known = stretch_labels([example], [0] * len(seen), seen, "empathy.acknowledge")
    assert shows.any()
    assert not shows.all()
    assert (shows == 1).tolist() == known.tolist()


def test_the_same_hits_are_always_dropped(examples: list[Example]) -> None:
    whole = sum(len(one.hits) for one in examples)
    kept = [kept_hits(one, 0.5) for one in examples]
    assert kept == [kept_hits(one, 0.5) for one in examples]
    assert 0.3 * whole < sum(map(len, kept)) < 0.7 * whole
