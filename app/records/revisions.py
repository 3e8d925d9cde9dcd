"""The versions of the schema, known without importing Alembic, and the way from an older one to this one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISIONS = ("0001", "0002", "0003", "0004")
"""Every revision in `migrations/versions`, oldest first; a test compares. Any other is a newer program's."""

HEAD = REVISIONS[-1]
VERSION_TABLE = "alembic_version"
MIGRATIONS = Path(__file__).with_name("migrations")


def migrate(connection: Connection, target: str = HEAD) -> None:
    """Bring the database to `target` within the transaction that is open. Raises what the steps raise."""
    from alembic import command  # half a second, and only older records need it
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", MIGRATIONS.as_posix().replace("%", "%%"))
    command.upgrade(config, target)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise RuntimeError(f"the migration to {target} left rows without what they refer to")
