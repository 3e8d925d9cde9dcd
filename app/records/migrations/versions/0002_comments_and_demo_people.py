"""Supervisors comment on a turn; people made for looking around are marked."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the mark and the table."""
    # Recreated, so that the table's text equals what a new file gets.
    with op.batch_alter_table("person", recreate="always") as person:
        person.add_column(sa.Column("demo", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("drill_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sa.ForeignKeyConstraint(["drill_id"], ["drill.id"], name=op.f("fk_comment_drill_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_comment_author_id"), ondelete="RESTRICT"),
    )
    op.create_index(op.f("ix_comment_drill_id_id"), "comment", ["drill_id", "id"])
