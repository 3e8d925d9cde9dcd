"""The offline scorer: reads, asks the rules of the reply's kind, decides, and quotes."""

from __future__ import annotations

import hashlib
import logging
from enum import Enum
from functools import cached_property
from pathlib import Path

from scoring.evidence import Evidence
from scoring.offline.decide import Decision, Learned, decide
from scoring.offline.reading import Reading, read
from scoring.reply import Finding, Reply, ReplyAssessment
from scoring.rubric import Rubric, shipped_rubric
from scoring.sentence import Sentence

_log = logging.getLogger(__name__)

COMPLAINT = "complaint"


class Shipped(Enum):
    """Stands for the model that ships, which is read with the first reply only."""

    MODEL = "model"


class OfflineScorer:
    """Assesses replies of every kind that has a rubric and rules. The same on every machine: see `version`."""

    def __init__(self, learned: Learned | Shipped | None = Shipped.MODEL) -> None:
        """`learned` joins the rules: by default the models that ship; with None the rules score alone."""
        self._given = learned
        self._by_example: dict[str, Learned] = {}
        self._told: set[str] = set()

    @property
    def notice(self) -> Sentence | None:
        """Why the rules score complaints alone though the shipped model was wanted; None where all is well."""
        return self._model(COMPLAINT)[1]

    def _model(self, kind: str) -> tuple[Learned | None, Sentence | None]:
        if not isinstance(self._given, Shipped):
            return self._given, None
        from scoring.offline.learned import shipped

        model, notice = shipped(kind)
        if notice is not None and kind not in self._told:
            self._told.add(kind)
            _log.warning(notice.zh)
        return model, notice

    def _learned_for(self, rubric: Rubric) -> Learned | None:
        """The learned part, joined by the rubric's checks by example where it has any."""
        learned = self._model(rubric.kind)[0]
        if not rubric.by_example:
            return learned
        if rubric.hash not in self._by_example:
            from scoring.by_example.in_rubric import LearnedByExample

            self._by_example[rubric.hash] = LearnedByExample(learned, rubric)
        return self._by_example[rubric.hash]

    @property
    def version(self) -> str:
        """`offline-` and a hash over the rules' source and the learned parts."""
        return self._version

    @cached_property
    def _version(self) -> str:
        digest = hashlib.sha256()
        here = Path(__file__).parent
        by_example = here.parent / "by_example"
        for path in (*sorted(here.rglob("*.py")), *sorted(by_example.glob("*.py")), *sorted(by_example.glob("*.yaml"))):
            digest.update(path.name.encode() + path.read_bytes())
        if isinstance(self._given, Shipped):
            from scoring.offline.learned import checksums

            # A model that is refused is another scorer than one that is read.
            digest.update(f"{checksums()}{self.notice is None}".encode())
        elif self._given is not None:
            digest.update(self._given.hash.encode())
        return f"offline-{digest.hexdigest()[:12]}"

    def assess(self, reply: Reply, *, alone: bool = False) -> ReplyAssessment:
        """Assess one reply. Raises PeilianError for a kind without a rubric.

        With `alone` the reply belongs to no drill: what only later replies and the customer ask for (`taken_back`,
        `particulars`) is left out.
        """
        rubric = shipped_rubric(reply.kind)
        if not reply.text.strip():
            return ReplyAssessment(scorer=self.version)
        from scoring.offline.registry import all_hits

        reading = read(reply)
        hits = list(all_hits(reading))
        decisions = decide((*rubric.check_ids, *rubric.violation_ids), reading, hits, self._learned_for(rubric))
        return self._assessment(rubric, reading, decisions, alone=alone)

    def warm_up(self, kind: str = "complaint") -> None:
        """Load what the first replies of a kind need, so that nobody waits for it; may run on a thread beside the window.

        Most patterns are compiled when a text first asks for them, so the rubric's own examples are read, good and bad.
        """
        rubric = shipped_rubric(kind)
        for one in (*(check for step in rubric.steps for check in step.checks), *rubric.violations):
            for text in (one.example.strong, one.example.weak):
                self.assess(Reply(text, kind=kind))

    def _assessment(
        self, rubric: Rubric, reading: Reading, decisions: list[Decision], *, alone: bool
    ) -> ReplyAssessment:
        from scoring.offline.rules import particulars

        findings = {one.id: _finding(reading, one) for one in decisions if one.met}
        return ReplyAssessment(
            checks=tuple(findings[name] for name in rubric.check_ids if name in findings),
            violations=tuple(findings[name] for name in rubric.violation_ids if name in findings),
            taken_back=frozenset() if alone else particulars.taken_back(reading),
            particulars={} if alone else particulars.particulars(reading),
            doubt={one.id: one.probability for one in decisions if one.doubtful},
            scorer=self.version,
        )


def _finding(reading: Reading, decision: Decision) -> Finding:
    hit = decision.hit
    if hit is None:
        raise ValueError(f"{decision.id} is met without words to quote")
    quote = Evidence.cut(decision.id, reading.reply.text, hit.start, hit.end)
    return Finding(decision.id, (quote,), decision.probability, hit.about, hit.offer, hit.reason)
