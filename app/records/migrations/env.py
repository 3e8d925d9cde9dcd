"""Alembic's entry: runs the steps on the connection, and in the transaction, that it was given."""

from alembic import context

from app.records.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
