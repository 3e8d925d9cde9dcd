"""Who may do what with whose drills: one table, asked by every query and every write."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.records.values import Person, Role
from scoring.sentence import PeilianError


class Right(StrEnum):
    """Something that one may do with a drill."""

    PLAY = "play"
    TRANSCRIPT = "transcript"
    FIGURES = "figures"
    COMMENT = "comment"


class Scope(StrEnum):
    """Whose drills a right reaches."""

    OWN = "own"
    EVERYONE = "everyone"
    NOBODY = "nobody"
    """The right isn't given to this role at all."""


ALLOWED: Mapping[Role, Mapping[Right, Scope]] = {
    Role.TRAINEE: {
        Right.PLAY: Scope.OWN,
        Right.TRANSCRIPT: Scope.OWN,
        Right.FIGURES: Scope.OWN,
        Right.COMMENT: Scope.NOBODY,
    },
    Role.SUPERVISOR: {
        Right.PLAY: Scope.OWN,
        Right.TRANSCRIPT: Scope.EVERYONE,
        Right.FIGURES: Scope.EVERYONE,
        Right.COMMENT: Scope.EVERYONE,
    },
    Role.TRAINER: {
        Right.PLAY: Scope.OWN,
        Right.TRANSCRIPT: Scope.OWN,
        Right.FIGURES: Scope.EVERYONE,
        Right.COMMENT: Scope.NOBODY,
    },
}
"""Nobody plays another's drill, so PLAY is OWN in every row. Teams, when there are some, are one more Scope."""


def scope(person: Person, right: Right) -> Scope:
    """How far `right` reaches for `person`."""
    return ALLOWED[person.role][right]


def allows(person: Person, right: Right, owner_id: int) -> bool:
    """Whether `person` has `right` over a drill of the person `owner_id`."""
    reach = scope(person, right)
    return reach is Scope.EVERYONE or (reach is Scope.OWN and owner_id == person.id)


def demand(person: Person, right: Right, owner_id: int) -> None:
    """Raise PeilianError where `person` lacks `right` over a drill of the person `owner_id`."""
    if allows(person, right, owner_id):
        return
    if owner_id != person.id and scope(person, Right.FIGURES) is Scope.OWN:
        raise not_there()  # she doesn't learn that it exists
    if right is Right.COMMENT:
        raise PeilianError(
            "只有主管能写点评，这一条没有存。", "Only a supervisor writes comments; this one wasn't saved."
        )
    if right is Right.PLAY:
        raise PeilianError(
            "这是别人的演练，只能看，不能替她回复。要自己练，请新开一次演练。",
            "This drill is another person's: it can be read, not played. To practise, start one of your own.",
        )
    raise PeilianError(
        "您的角色可以看成绩，不能看别人的对话原文。需要原文时，请找主管。",
        "Your role shows results, not what others said. Ask a supervisor where you need the words.",
    )


def not_there() -> PeilianError:
    """The error for a drill that doesn't exist, or must not seem to."""
    return PeilianError(
        "找不到这次演练。请从自己的演练列表里再打开一次。",
        "There is no such drill. Open it again from the list of your drills.",
    )
