"""The first schema: people, document versions, drills, turns, scorecards."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_table(
        "document_version",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_document_version")),
    )
    _make_drills()
    op.create_table(
        "turn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("drill_id", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(20), nullable=False),
        sa.Column("customer", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("elapsed_ms", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("assessment", sa.JSON(), nullable=True),
        sa.Column("mood", sa.JSON(), nullable=True),
        sa.Column("state", sa.JSON(), nullable=True),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turn")),
        sa.UniqueConstraint("drill_id", "n", name=op.f("uq_turn_drill_id_n")),
        sa.CheckConstraint("n >= 1", name=op.f("ck_turn_counted")),
        sa.CheckConstraint("elapsed_ms >= 0", name=op.f("ck_turn_elapsed")),
        sa.ForeignKeyConstraint(["drill_id"], ["drill.id"], name=op.f("fk_turn_drill_id"), ondelete="CASCADE"),
    )
    op.create_table(
        "scorecard",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("drill_id", sa.Integer(), nullable=False),
        sa.Column("total", sa.Float(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("review", sa.Boolean(), nullable=False),
        sa.Column("levels", sa.JSON(), nullable=False),
        sa.Column("whole", sa.JSON(), nullable=False),
        sa.Column("scorer", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scorecard")),
        sa.UniqueConstraint("drill_id", name=op.f("uq_scorecard_drill_id")),
        sa.CheckConstraint("total BETWEEN 0 AND 100", name=op.f("ck_scorecard_total")),
        sa.ForeignKeyConstraint(["drill_id"], ["drill.id"], name=op.f("fk_scorecard_drill_id"), ondelete="CASCADE"),
    )


def _make_drills() -> None:
    op.create_table(
        "drill",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("scenario_id", sa.String(64), nullable=False),
        sa.Column("title_zh", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("scenario_hash", sa.String(64), nullable=False),
        sa.Column("rubric_kind", sa.String(64), nullable=False),
        sa.Column("rubric_hash", sa.String(64), nullable=False),
        sa.Column("scorer", sa.Text(), nullable=False),
        sa.Column("seed", sa.String(40), nullable=False),
        sa.Column("mode", sa.String(20), nullable=False),
        sa.Column("opening", sa.Text(), nullable=False),
        sa.Column("first_state", sa.JSON(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("ending", sa.String(32), nullable=True),
        sa.Column("handover", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drill")),
        sa.UniqueConstraint("public_id", name=op.f("uq_drill_public_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_drill_person_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["scenario_hash"], ["document_version.hash"], name=op.f("fk_drill_scenario_hash"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["rubric_hash"], ["document_version.hash"], name=op.f("fk_drill_rubric_hash"), ondelete="RESTRICT"
        ),
    )
    for columns in (
        ("started", "id"),
        ("person_id", "started", "id"),
        ("person_id", "status", "started", "id"),
        ("scenario_id", "started", "id"),
    ):
        op.create_index(op.f(f"ix_drill_{'_'.join(columns)}"), "drill", list(columns))
