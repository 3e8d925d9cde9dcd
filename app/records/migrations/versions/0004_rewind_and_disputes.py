"""A drill may take another one up again at a turn (rewind); trainees dispute what was read wrongly."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_COLUMNS = (
    "id, public_id, person_id, scenario_id, title_zh, title_en, scenario_hash, rubric_kind, rubric_hash, scorer, seed, "
    "mode, opening, first_state, started, ended, status, ending, handover, review"
)


def upgrade() -> None:
    """Make the drills' table anew with its two columns, then the disputes'."""
    # By hand: Alembic's batches write the foreign keys in an order of their own, and a new file's text would differ.
    _make_drills()
    op.execute(f"INSERT INTO drill_0004 ({_COLUMNS}) SELECT {_COLUMNS} FROM drill")  # noqa: S608  # constants
    op.drop_table("drill")
    op.rename_table("drill_0004", "drill")
    for columns in (
        ("started", "id"),
        ("person_id", "started", "id"),
        ("person_id", "status", "started", "id"),
        ("scenario_id", "started", "id"),
        ("review", "started", "id"),
        ("person_id", "review", "started", "id"),
        ("scenario_id", "review", "started", "id"),
        ("person_id", "scenario_id", "started", "id"),
        ("person_id", "scenario_id", "review", "started", "id"),
    ):
        op.create_index(op.f(f"ix_drill_{'_'.join(columns)}"), "drill", list(columns))
    _make_disputes()


def _make_drills() -> None:
    op.create_table(
        "drill_0004",
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
        sa.Column("review", sa.Boolean(), nullable=True),
        sa.Column("branch_of", sa.String(36), nullable=True),
        sa.Column("branch_at", sa.Integer(), nullable=True),
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


def _make_disputes() -> None:
    op.create_table(
        "dispute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("drill_id", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(64), nullable=False),
        sa.Column("met", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("judge_id", sa.Integer(), nullable=True),
        sa.Column("judged", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute")),
        sa.UniqueConstraint("drill_id", "n", "item", name=op.f("uq_dispute_drill_id_n_item")),
        sa.ForeignKeyConstraint(["drill_id"], ["drill.id"], name=op.f("fk_dispute_drill_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["judge_id"], ["person.id"], name=op.f("fk_dispute_judge_id"), ondelete="RESTRICT"),
    )
    op.create_index(op.f("ix_dispute_verdict_id"), "dispute", ["verdict", "id"])
