"""Who is in the demo, and what each of them played on which day: a table that `demo.py` plays through the session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.demo_replies import Quality

SUPERVISOR = "林静"
TRAINER = "何老师"

SLOW, SMELL, WORSE = "slow-response", "residual-smell", "worse-than-before"
BURST, DOUBT, RENEWAL = "burst-pipe-2-compensation", "doubt-unprofessional", "renewal-value"


@dataclass(frozen=True, slots=True)
class Remark:
    """What the supervisor says about a turn; `unread` ones are new to the trainee."""

    turn: int
    text: str
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Play:
    """One drill: how many days ago and when, which scenario, how well, with which of its talks.

    `finish` is what is done when the talk is used up and the customer still waits.
    """

    days: int
    at: tuple[int, int]
    scenario: str
    quality: Quality
    talk: int = 0
    exam: bool = False
    finish: Literal["break_off", "hand_over", "leave_open"] = "break_off"
    replies: int = 60
    remarks: Sequence[Remark] = ()


@dataclass(frozen=True, slots=True)
class Trainee:
    """One trainee and her drills, oldest first."""

    name: str
    plays: Sequence[Play]


TRAINEES: tuple[Trainee, ...] = (
    Trainee("王秀兰", (
        Play(19, (9, 40), SLOW, "weak", 1, remarks=(Remark(2, "「尽快」客户听多了。换成几点、谁去，她就不追问了。"),)),
        Play(17, (14, 5), WORSE, "weak", 1),
        Play(14, (10, 20), SMELL, "weak", 0),
        Play(11, (16, 10), DOUBT, "weak", 0),
        Play(9, (9, 15), SLOW, "fair", 2, remarks=(Remark(3, "原因说得实在。再补半句是我们哪一步漏了，责任就清楚了。"),)),
        Play(6, (15, 30), WORSE, "fair", 1),
        Play(4, (10, 50), DOUBT, "fair", 0),
        Play(3, (14, 20), BURST, "weak", 1, remarks=(
            Remark(2, "一上来就说减两百，客户还在气地板。先把昨天为什么晚说清，再谈补。", unread=True),
        )),
        Play(1, (14, 18), SLOW, "fair", 1, remarks=(
            Remark(3, "原因讲得清楚，比上回强。最后一句把「补的是您请假那半天」加上就完整了。", unread=True),
        )),
        Play(0, (9, 30), SMELL, "weak", 1, finish="leave_open", replies=2),
    )),
    Trainee("赵敏", (
        Play(20, (9, 10), SLOW, "fair", 1),
        Play(18, (11, 0), SMELL, "fair", 1),
        Play(15, (15, 45), WORSE, "fair", 0),
        Play(12, (10, 30), DOUBT, "good", 0, remarks=(Remark(2, "短处先说出来，客户反而信了。这句可以给大家听听。"),)),
        Play(8, (14, 40), BURST, "fair", 1),
        Play(5, (9, 50), RENEWAL, "fair", 0),
        Play(2, (16, 20), SLOW, "good", 1, exam=True),
        Play(1, (10, 5), BURST, "good", 0, exam=True),
    )),
    Trainee("陈小雨", (
        Play(16, (10, 15), SLOW, "poor", 0, remarks=(Remark(2, "「多体谅」先别说，她等了两天。第一句只管接住她的气。"),)),
        Play(13, (14, 0), SLOW, "weak", 0),
        Play(10, (9, 30), SMELL, "poor", 0),
        Play(7, (11, 20), SMELL, "weak", 1),
        Play(4, (15, 10), WORSE, "weak", 0),
        Play(2, (10, 40), SLOW, "fair", 2, remarks=(Remark(1, "这回开口就认了，稳住了。接着把时间说死。", unread=True),)),
        Play(1, (16, 0), DOUBT, "weak", 0),
    )),
    Trainee("刘海峰", (
        Play(18, (13, 30), BURST, "poor", 0),
        Play(14, (9, 20), BURST, "weak", 0, finish="hand_over"),
        Play(9, (10, 10), WORSE, "fair", 1),
        Play(6, (14, 50), SLOW, "fair", 1),
        Play(3, (9, 0), BURST, "fair", 0),
        Play(1, (11, 35), RENEWAL, "weak", 0),
    )),
    Trainee("孙佳", (
        Play(20, (15, 20), DOUBT, "fair", 1),
        Play(15, (9, 45), RENEWAL, "fair", 1),
        Play(11, (14, 30), DOUBT, "good", 0),
        Play(7, (10, 0), RENEWAL, "good", 0),
        Play(3, (16, 40), SMELL, "good", 0),
        Play(2, (9, 25), WORSE, "good", 0, exam=True),
    )),
    Trainee("吴桂英", (
        Play(19, (10, 0), SLOW, "weak", 0),
        Play(17, (15, 0), WORSE, "weak", 0),
        Play(16, (9, 30), SMELL, "fair", 0),
    )),
)  # fmt: skip
"""Six trainees, some forty drills over three weeks: one gets better, one is good, one struggles, one has gone quiet."""
