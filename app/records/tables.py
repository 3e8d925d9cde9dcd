"""The tables of the records room. Rows never leave it; `values.py` has what does."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import (
    JSON,
    CheckConstraint,
    DateTime,
    Dialect,
    Enum,
    Float,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from app.records.values import Act, DocumentKind, DrillStatus, JsonObject, Mode, Role, TurnStatus, Verdict
from app.text import clean_text


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, UTC in the database and in Python. A time without zone is a bug and refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002, D102
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002, D102
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class CleanText(TypeDecorator[str]):
    """Text that people typed or a file held, made storable at the last moment."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002, D102
        return None if value is None else clean_text(value).text


class CleanString(CleanText):
    """The same for a short word of limited length."""

    impl = String
    cache_ok = True


def _by_value(enum: type[StrEnum]) -> Enum:
    # No CHECK on the values: each role or mode that is added later would rebuild the table in SQLite.
    return Enum(enum, native_enum=False, length=20, values_callable=lambda members: [one.value for one in members])


_JSON = JSON(none_as_null=True)


class Base(DeclarativeBase):
    """Names every constraint, so that a migration can name it too."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


class PersonRow(Base):
    """A person; never deleted while drills are hers, only set inactive."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(CleanText)
    role: Mapped[Role] = mapped_column(_by_value(Role))
    created: Mapped[datetime] = mapped_column(UtcDateTime)
    active: Mapped[bool] = mapped_column(default=True)
    demo: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Made by `--demo` for looking around; all such people and their drills can be removed at once."""


class DocumentRow(Base):
    """A version of a scenario or rubric, by the hash of its text."""

    __tablename__ = "document_version"

    hash: Mapped[str] = mapped_column(CleanString(64), primary_key=True)
    kind: Mapped[DocumentKind] = mapped_column(_by_value(DocumentKind))
    name: Mapped[str] = mapped_column(CleanText)
    source: Mapped[str] = mapped_column(CleanText)


class DrillRow(Base):
    """A drill. `public_id` is what the program speaks of; `id` orders those that began in one moment."""

    __tablename__ = "drill"
    __table_args__ = (
        Index(None, "started", "id"),
        Index(None, "person_id", "started", "id"),
        Index(None, "person_id", "status", "started", "id"),
        Index(None, "scenario_id", "started", "id"),
        Index(None, "review", "started", "id"),
        Index(None, "person_id", "review", "started", "id"),
        Index(None, "scenario_id", "review", "started", "id"),
        Index(None, "person_id", "scenario_id", "started", "id"),
        Index(None, "person_id", "scenario_id", "review", "started", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(CleanString(36), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    scenario_id: Mapped[str] = mapped_column(CleanString(64))
    title_zh: Mapped[str] = mapped_column(CleanText)
    title_en: Mapped[str] = mapped_column(CleanText)
    scenario_hash: Mapped[str] = mapped_column(
        CleanString(64), ForeignKey("document_version.hash", ondelete="RESTRICT")
    )
    rubric_kind: Mapped[str] = mapped_column(CleanString(64))
    rubric_hash: Mapped[str] = mapped_column(CleanString(64), ForeignKey("document_version.hash", ondelete="RESTRICT"))
    scorer: Mapped[str] = mapped_column(CleanText)
    seed: Mapped[str] = mapped_column(CleanString(40))
    """As text: a seed may be larger than a column of integers holds."""
    mode: Mapped[Mode] = mapped_column(_by_value(Mode))
    opening: Mapped[str] = mapped_column(CleanText)
    first_state: Mapped[JsonObject] = mapped_column(_JSON)
    started: Mapped[datetime] = mapped_column(UtcDateTime)
    ended: Mapped[datetime | None] = mapped_column(UtcDateTime)
    status: Mapped[DrillStatus] = mapped_column(_by_value(DrillStatus))
    ending: Mapped[str | None] = mapped_column(CleanString(32))
    handover: Mapped[str | None] = mapped_column(CleanString(32))
    review: Mapped[bool | None]
    """As its scorecard says, NULL without one: an index can't order one table by another's column."""

    branch_of: Mapped[str | None] = mapped_column(CleanString(36))
    """Public id of the drill that this one takes up again, where it was rewound. No foreign key: that drill may be erased."""
    branch_at: Mapped[int | None]

    # "raise" keeps a forgotten load from becoming one query a row.
    person: Mapped[PersonRow] = relationship(lazy="raise")
    turns: Mapped[list[TurnRow]] = relationship(
        order_by="TurnRow.n", cascade="all, delete-orphan", passive_deletes=True, lazy="raise"
    )
    scorecard: Mapped[ScorecardRow | None] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, lazy="raise"
    )


class TurnRow(Base):
    """One turn; its outcome is NULL until it is scored."""

    __tablename__ = "turn"
    __table_args__ = (
        UniqueConstraint("drill_id", "n"),
        CheckConstraint("n >= 1", "counted"),
        CheckConstraint("elapsed_ms >= 0", "elapsed"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    drill_id: Mapped[int] = mapped_column(ForeignKey("drill.id", ondelete="CASCADE"))
    n: Mapped[int]
    act: Mapped[Act] = mapped_column(_by_value(Act))
    customer: Mapped[str] = mapped_column(CleanText)
    text: Mapped[str] = mapped_column(CleanText)
    elapsed_ms: Mapped[int]
    status: Mapped[TurnStatus] = mapped_column(_by_value(TurnStatus))
    assessment: Mapped[JsonObject | None] = mapped_column(_JSON)
    mood: Mapped[JsonObject | None] = mapped_column(_JSON)
    state: Mapped[JsonObject | None] = mapped_column(_JSON)
    reply: Mapped[str | None] = mapped_column(CleanText)


class ScorecardRow(Base):
    """What a drill is worth. A drill that isn't scored has no row here."""

    __tablename__ = "scorecard"
    __table_args__ = (UniqueConstraint("drill_id"), CheckConstraint("total BETWEEN 0 AND 100", "total"))

    id: Mapped[int] = mapped_column(primary_key=True)
    drill_id: Mapped[int] = mapped_column(ForeignKey("drill.id", ondelete="CASCADE"))
    total: Mapped[float] = mapped_column(Float)
    passed: Mapped[bool]
    review: Mapped[bool]
    levels: Mapped[JsonObject] = mapped_column(_JSON)
    whole: Mapped[JsonObject] = mapped_column(_JSON)
    scorer: Mapped[str] = mapped_column(CleanText)
    created: Mapped[datetime] = mapped_column(UtcDateTime)


class CommentRow(Base):
    """What a supervisor says about a turn of a drill; the trainee reads it."""

    __tablename__ = "comment"
    __table_args__ = (Index(None, "drill_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    drill_id: Mapped[int] = mapped_column(ForeignKey("drill.id", ondelete="CASCADE"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    n: Mapped[int]
    text: Mapped[str] = mapped_column(CleanText)
    created: Mapped[datetime] = mapped_column(UtcDateTime)
    seen: Mapped[bool] = mapped_column(default=False)
    """Whether the trainee has opened it."""

    author: Mapped[PersonRow] = relationship(lazy="raise")


class DisputeRow(Base):
    """What a trainee says was read wrongly in her drill; a supervisor's verdict comes later."""

    __tablename__ = "dispute"
    __table_args__ = (
        UniqueConstraint("drill_id", "n", "item"),
        Index(None, "verdict", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    drill_id: Mapped[int] = mapped_column(ForeignKey("drill.id", ondelete="CASCADE"))
    n: Mapped[int]
    item: Mapped[str] = mapped_column(CleanString(64))
    met: Mapped[bool]
    reason: Mapped[str] = mapped_column(CleanText)
    created: Mapped[datetime] = mapped_column(UtcDateTime)
    verdict: Mapped[Verdict | None] = mapped_column(_by_value(Verdict))
    answer: Mapped[str] = mapped_column(CleanText, default="", server_default="")
    judge_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    judged: Mapped[datetime | None] = mapped_column(UtcDateTime)

    drill: Mapped[DrillRow] = relationship(lazy="raise")
