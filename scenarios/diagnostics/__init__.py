"""Diagnostics of a scenario file: every rule in a small file of its own, and the two ways in which they are asked."""

from __future__ import annotations

from pathlib import Path

from scenarios.diagnostics import (
    sc010_condition,
    sc011_unknown_id,
    sc012_unknown_beat,
    sc013_few_wordings,
    sc014_unreachable,
    sc015_unknown_slot,
    sc016_twice,
    sc017_steps,
    sc018_kind,
    sc019_authority,
    sc020_reaction,
    sc021_golden,
    sc022_same_wording,
    sc023_facts,
    sc024_handover,
    sc025_no_golden,
    sc026_unknown_standard,
    sc027_tells,
    sc028_falls_silent,
    sc029_hidden,
    sc030_ending_unreached,
    sc031_unmeetable_step,
    sc032_weak_reference,
    sc033_weak_conversation,
    sc034_breaking_reference,
    sc035_beyond_authority,
    sc036_untranslated,
    sc037_personal_data,
    sc038_few_references,
)
from scenarios.diagnostics.core import Case, Diagnostic, Found, Rule, Severity
from scenarios.diagnostics.from_form import from_validation, syntax
from scenarios.model import Scenario
from scoring.documents import Document
from scoring.rubric import shipped_kinds, shipped_rubric

__all__ = [
    "AUTHORS_RULES", "RULES", "Diagnostic", "Rule", "Severity", "check_for_authors", "check_meaning", "from_validation", "syntax",
]  # fmt: skip

RULES: tuple[Rule, ...] = (
    sc010_condition.RULE,
    sc011_unknown_id.RULE,
    sc012_unknown_beat.RULE,
    sc013_few_wordings.RULE,
    sc014_unreachable.RULE,
    sc015_unknown_slot.RULE,
    sc016_twice.RULE,
    sc017_steps.RULE,
    sc018_kind.RULE,
    sc019_authority.RULE,
    sc020_reaction.RULE,
    sc021_golden.RULE,
    sc022_same_wording.RULE,
    sc023_facts.RULE,
    sc024_handover.RULE,
    sc025_no_golden.RULE,
    sc026_unknown_standard.RULE,
    sc027_tells.RULE,
)


AUTHORS_RULES: tuple[Rule, ...] = (
    sc028_falls_silent.RULE,
    sc029_hidden.RULE,
    sc030_ending_unreached.RULE,
    sc031_unmeetable_step.RULE,
    sc032_weak_reference.RULE,
    sc033_weak_conversation.RULE,
    sc034_breaking_reference.RULE,
    sc035_beyond_authority.RULE,
    sc036_untranslated.RULE,
    sc037_personal_data.RULE,
    sc038_few_references.RULE,
)
"""What a playable scenario lacks before it is worth publishing. Some play it through, so they are asked by lint and by the
trainer's tools, not each time that a drill begins.
"""


def check_meaning(path: Path, document: Document, scenario: Scenario) -> list[Diagnostic]:
    """What the parts of a well-formed scenario say about each other."""
    return _checked(RULES, path, document, scenario)


def check_for_authors(path: Path, document: Document, scenario: Scenario) -> list[Diagnostic]:
    """What is still to be done for a scenario without errors."""
    return _checked(AUTHORS_RULES, path, document, scenario)


def _checked(rules: tuple[Rule, ...], path: Path, document: Document, scenario: Scenario) -> list[Diagnostic]:
    rubric = shipped_rubric(scenario.kind) if scenario.kind in shipped_kinds() else None
    case = Case(scenario, document, rubric)
    return [_placed(path, document, rule, found) for rule in rules for found in rule.check(case)]


def _placed(path: Path, document: Document, rule: Rule, found: Found) -> Diagnostic:
    place = document.key_place(found.path) if found.at_key else document.place(found.path, found.offset)
    return Diagnostic(path, place.line, place.column, rule.code, rule.severity, found.sentence, found.hint)
