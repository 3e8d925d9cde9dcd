"""Order costs of whole conversations. `|` parts replies, each letter is a sentence.

E C F P: a step brought to level 2 (empathy, cause, fix, compensation). e k f p: only a beginning of it (level 1).
x: a sentence that meets nothing. `+` joins two letters into one sentence.
"""

from __future__ import annotations

import pytest

from scoring.scorecard import Terms, scorecard
from tests.scoring.talk import COMPLAINT, drill

WORDS = {
    "E": "真对不起[acknowledge]，搁谁都生气[feeling]",
    "e": "真对不起[acknowledge]",
    "C": "派单时漏了您这一单[concrete]",
    "k": "是我们的疏忽[ownership]",
    "F": "张师傅[owner]过来返工[action]",
    "f": "派人过来返工[action]",
    "P": "退您50元[named]",
    "p": "原路退回[delivery]",
    "x": "您好",
}

CONVERSATIONS: list[tuple[str, float]] = [
    # One after another, in the order of the method.
    ("E|C|F|P", 0), ("E|E|C|F|P", 0), ("x|E|x|C|F|P", 0), ("E|C|F", 0), ("E|C", 0), ("E", 0),
    # Several steps in one reply: only fix and compensation before the first empathy count.
    ("ECFP", 0), ("EC|FP", 0), ("CE|F|P", 0), ("CEFP", 0), ("FEC|P", 5), ("PEC|F", 10), ("FPE|C", 10),
    ("FE", 5), ("PE", 5), ("EF", 0), ("EP", 0), ("F+E", 0), ("P+E", 0), ("xFE", 5), ("ExF", 0),
    # A step met in an earlier reply than its predecessor costs 5, once a pair.
    ("C|E", 5), ("C|E|F|P", 5), ("E|F|C|P", 5), ("E|C|P|F", 5), ("E|P|C|F", 5), ("P|E|C|F", 5), ("F|E|C|P", 5),
    ("P|F|C|E", 15), ("C|F|P|E", 5), ("F|C|E|P", 10), ("E|F|P|C", 5), ("C|E|P|F", 10), ("F|P|E|C", 5),
    ("F|C|P|E", 10), ("P|C|E|F", 10),
    # A predecessor that is never met costs nothing here: its own level says it.
    ("C|F|P", 0), ("F|P", 0), ("P", 0), ("E|F", 0), ("E|P", 0), ("F|E", 0), ("P|E", 0), ("E|P|F", 5), ("P|E|C", 0),
    # A step that is only begun doesn't count as met.
    ("f|E|C", 0), ("fE|C", 0), ("pE", 0), ("f|E|C|F|P", 0), ("e|F|C|E", 10), ("k|E|C|F", 0), ("Fe|E|C", 5),
    ("eFE|C", 5),
]  # fmt: skip


def conversation(letters: str) -> list[str]:
    return ["。".join(_sentences(reply)) + "。" for reply in letters.split("|")]


def _sentences(reply: str) -> list[str]:
    sentences: list[str] = []
    joined = False
    for letter in reply:
        if letter == "+":
            joined = True
        elif joined:
            sentences[-1] += "，" + WORDS[letter]
            joined = False
        else:
            sentences.append(WORDS[letter])
    return sentences


@pytest.mark.parametrize(("letters", "cost"), CONVERSATIONS, ids=[letters for letters, _ in CONVERSATIONS])
def test_order_costs_what_the_rubric_says(letters: str, cost: float):
    assert scorecard(COMPLAINT, drill(*conversation(letters))).order_cost == cost


def test_there_are_at_least_forty_conversations():
    assert len({letters for letters, _ in CONVERSATIONS}) >= 40


def test_a_step_left_out_is_no_predecessor():
    found = scorecard(COMPLAINT, drill(*conversation("F|E|P")), Terms(left_out=frozenset({"cause"})))
    assert [(one.step, one.predecessor) for one in found.order_breaks] == [("fix", "empathy")]


def test_at_most_15_is_taken_for_order():
    breaks = scorecard(COMPLAINT, drill(*conversation("P|F|C|E"))).order_breaks
    assert sum(one.cost for one in breaks) == 15
