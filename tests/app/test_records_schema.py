import sqlite3
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import IntegrityError

from app.records.database import Database, make_engine, writing
from app.records.opening import FILE_NAME
from app.records.revisions import HEAD, MIGRATIONS, REVISIONS, migrate
from app.records.tables import Base, TurnRow
from app.records.values import Act, TurnStatus


def schema(path):
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    connection.close()
    return {(kind, name): " ".join((sql or "").replace('"', "").split()) for kind, name, sql in rows}


@pytest.fixture
def migrated(tmp_path):
    engine = make_engine(tmp_path / "migrated.db", busy_seconds=1)
    with writing(engine).begin() as connection:
        migrate(connection)
    yield engine
    engine.dispose()


def test_a_new_file_equals_what_the_migrations_build(opened, migrated, tmp_path):
    opened()
    assert schema(tmp_path / FILE_NAME) == schema(tmp_path / "migrated.db")


def test_a_new_file_is_stamped_as_the_migrations_stamp_it(opened, tmp_path):
    opened()
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
    connection.close()


def test_alembic_finds_no_difference_between_the_tables_and_the_migrations(migrated):
    with migrated.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_the_listed_revisions_are_those_of_the_files():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    files = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([one.revision for one in files])) == REVISIONS


def test_neither_importing_nor_opening_the_records_imports_what_is_slow(tmp_path):
    script = (
        "import pathlib, sys; from app.records import open_records\n"
        "for _ in range(2): open_records(pathlib.Path(sys.argv[1])).close()\n"
        "print(sorted({'alembic', 'pydantic', 'ruamel.yaml', 'PySide6'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_every_constraint_has_a_name():
    named = [constraint.name for table in Base.metadata.tables.values() for constraint in table.constraints]
    assert all(named)
    assert len(set(named)) == len(named)


@pytest.mark.parametrize(("pragma", "value"), [("foreign_keys", 1), ("synchronous", 2), ("journal_mode", "wal")])
def test_every_connection_is_set_for_safety(records, pragma, value):
    engine = make_engine(records.path, busy_seconds=1)
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    engine.dispose()


@pytest.mark.parametrize(
    ("network", "derived", "value"), [(False, False, 2), (False, True, 1), (True, True, 2), (True, False, 2)]
)
def test_only_what_follows_from_the_stored_need_not_wait_for_the_disk(records, network, derived, value):
    database = Database(records.path, busy_seconds=1, network=network)
    for other in (not derived, derived):  # on the connection that the other kind has used
        with database.session_scope(writes=True, derived=other) as session:
            found = session.connection().exec_driver_sql("PRAGMA synchronous").scalar()
    assert found == value
    database.close()


def test_foreign_keys_are_enforced(records):
    database = Database(records.path, busy_seconds=1)
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), database.session_scope(writes=True) as session:
        session.add(
            TurnRow(drill_id=404, n=1, act=Act.REPLY, customer="", text="", elapsed_ms=0, status=TurnStatus.UNSCORED)
        )
    database.close()
