import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from app.records import Role, opening
from app.records.opening import FILE_NAME
from app.records.revisions import HEAD
from scoring.sentence import PeilianError


def names(records):
    return [person.name for person in records.people()]


def journal_mode(folder):
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return connection.execute("PRAGMA journal_mode").fetchone()[0]


def change(folder, *statements):
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        return [connection.execute(statement).fetchall() for statement in statements]


@pytest.fixture
def kept(opened, tmp_path):
    """A folder whose records know 王芳, closed again."""
    records = opened()
    records.add_person("王芳", Role.TRAINEE)
    records.close()
    return tmp_path


def aside(folder):
    return sorted(found.name for found in folder.glob("damaged-*"))


# Opening as it should go


def test_people_are_there_at_the_next_opening_and_nothing_is_told(kept, opened):
    again = opened()
    assert names(again) == ["王芳"]
    assert again.notices == ()


def test_the_file_is_in_wal_mode(kept):
    assert journal_mode(kept) == "wal"


def test_a_network_file_system_gets_no_wal(opened, tmp_path):
    opened(network=True)
    assert journal_mode(tmp_path) == "delete"


def test_a_wal_file_that_came_to_a_network_file_system_leaves_wal(kept, opened):
    assert names(opened(network=True)) == ["王芳"]
    assert journal_mode(kept) == "delete"


def test_an_empty_file_is_begun(opened, tmp_path):
    (tmp_path / FILE_NAME).touch()
    assert opened().notices == ()


def test_several_programs_may_open_a_new_folder_at_once(opened):
    with ThreadPoolExecutor(4) as pool:
        every = list(pool.map(lambda _: opened(busy_seconds=30), range(4)))
    assert {records.notices for records in every} == {()}
    every[0].add_person("王芳", Role.TRAINEE)
    assert names(every[3]) == ["王芳"]


# Other versions


def test_a_newer_file_is_refused_and_left_as_it_is(kept, opened):
    change(kept, "UPDATE alembic_version SET version_num = '9999'")
    before = (kept / FILE_NAME).read_bytes()
    with pytest.raises(PeilianError, match="更新版本"):
        opened()
    assert (kept / FILE_NAME).read_bytes() == before
    assert aside(kept) == []


@pytest.fixture
def older(tmp_path):
    """A file from before the first revision, with a note in it."""
    change(
        tmp_path,
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
        "CREATE TABLE note (text)",
        "INSERT INTO note VALUES ('kept')",
    )
    return tmp_path


def test_an_older_file_is_migrated(older, opened):
    records = opened()
    records.add_person("王芳", Role.TRAINEE)
    assert names(records) == ["王芳"]
    assert change(older, "SELECT * FROM alembic_version", "SELECT * FROM note") == [[(HEAD,)], [("kept",)]]


def test_a_backup_is_made_before_a_migration_and_told(older, opened):
    (notice,) = opened().notices
    backup = older / "backups" / "records-0000-20250301T040000Z.db"
    assert str(backup) in notice.zh
    with closing(sqlite3.connect(backup)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert sorted(tables) == [("alembic_version",), ("note",)]


def test_a_backup_never_overwrites_another(older, opened):
    (older / "backups").mkdir()
    (older / "backups" / "records-0000-20250301T040000Z.db").write_text("precious")
    opened()
    assert (older / "backups" / "records-0000-20250301T040000Z.db").read_text() == "precious"
    assert (older / "backups" / "records-0000-20250301T040000Z-2.db").exists()


def test_a_migration_that_fails_changes_nothing(older, opened, monkeypatch):
    def half_way(connection):
        connection.exec_driver_sql("CREATE TABLE half (way)")
        raise RuntimeError("a faulty step")

    monkeypatch.setattr(opening, "migrate", half_way)
    with pytest.raises(RuntimeError, match="a faulty step"):
        opened()
    assert change(older, "SELECT name FROM sqlite_master WHERE name = 'half'") == [[]]


# Damage


def test_a_file_that_is_no_database_is_moved_aside_whole(opened, tmp_path):
    for suffix in ("", "-wal", "-shm"):
        (tmp_path / (FILE_NAME + suffix)).write_bytes(b"not a database" + suffix.encode())
    records = opened()
    (folder,) = aside(tmp_path)
    assert str(tmp_path / folder) in records.notices[0].zh
    for suffix in ("", "-wal", "-shm"):
        assert (tmp_path / folder / (FILE_NAME + suffix)).read_bytes() == b"not a database" + suffix.encode()
    assert names(records) == []


def test_damage_twice_in_one_second_overwrites_nothing(opened, tmp_path):
    for content in (b"first", b"second"):
        (tmp_path / FILE_NAME).write_bytes(content)
        opened().close()
    assert aside(tmp_path) == ["damaged-20250301T040000Z", "damaged-20250301T040000Z-2"]
    assert [(tmp_path / folder / FILE_NAME).read_bytes() for folder in aside(tmp_path)] == [b"first", b"second"]


@pytest.mark.parametrize("left", [None, b""])
def test_a_journal_whose_file_is_gone_is_kept(opened, tmp_path, left):
    if left is not None:
        (tmp_path / FILE_NAME).write_bytes(left)
    (tmp_path / f"{FILE_NAME}-wal").write_bytes(b"the last turns")
    assert len(opened().notices) == 1
    (folder,) = aside(tmp_path)
    assert (tmp_path / folder / f"{FILE_NAME}-wal").read_bytes() == b"the last turns"


def overwritten(file):
    file.write_bytes(file.read_bytes()[:4096] + b"\xff" * 4096 + file.read_bytes()[8192:])


def cut_short(file):
    file.write_bytes(file.read_bytes()[:6000])


def with_a_malformed_schema(file):
    change(
        file.parent, "PRAGMA writable_schema=ON", "UPDATE sqlite_master SET sql = 'CREATE TABLE (' WHERE name = 'turn'"
    )


def with_a_table_missing(file):
    change(file.parent, "PRAGMA foreign_keys=OFF", "DROP TABLE turn")


def of_another_program(file):
    change(file.parent, "DROP TABLE alembic_version")


@pytest.mark.parametrize(
    "damaged", [overwritten, cut_short, with_a_malformed_schema, with_a_table_missing, of_another_program]
)
def test_a_damaged_file_is_moved_aside_as_it_is_and_a_new_one_begun(kept, opened, damaged):
    damaged(kept / FILE_NAME)
    before = (kept / FILE_NAME).read_bytes()
    records = opened()
    (folder,) = aside(kept)
    assert (kept / folder / FILE_NAME).read_bytes() == before
    assert len(records.notices) == 1
    records.add_person("李强", Role.TRAINEE)
    assert names(records) == ["李强"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows doesn't move open files")
def test_a_damaged_file_keeps_its_unfinished_journal(kept, opened, tmp_path):
    opened(kept).add_person("李强", Role.TRAINEE)
    killed = tmp_path / "killed"
    killed.mkdir()
    for suffix in ("", "-wal"):  # as a program leaves them that was killed now
        shutil.copy(kept / (FILE_NAME + suffix), killed)
    left = killed / FILE_NAME
    left.write_bytes(left.read_bytes()[:8192] + b"\xff" * (left.stat().st_size - 8192))
    before = [(killed / (FILE_NAME + suffix)).read_bytes() for suffix in ("", "-wal")]
    assert len(opened(killed).notices) == 1
    (folder,) = aside(killed)
    assert [(killed / folder / (FILE_NAME + suffix)).read_bytes() for suffix in ("", "-wal")] == before


# The world


def test_an_opening_that_another_program_holds_up_is_told(kept, opened):
    fcntl = pytest.importorskip("fcntl", reason="Windows locks files in another way")
    with (kept / "records.lock").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(PeilianError, match="另一个程序"):
            opened()
    assert names(opened()) == ["王芳"]


def test_a_locked_file_is_told_and_not_taken_for_damaged(opened, tmp_path):
    opened(network=True).add_person("王芳", Role.TRAINEE)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(PeilianError, match="另一个程序"):
            opened(network=True)
    assert aside(tmp_path) == []
    assert names(opened(network=True)) == ["王芳"]


def test_a_folder_in_the_place_of_the_file_is_told(opened, tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(PeilianError, match="打不开或不能写入"):
        opened()


def test_a_folder_that_is_a_file_is_told(opened, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(PeilianError, match="路径上有一个文件"):
        opened(tmp_path / "file")


def test_a_read_only_folder_is_told_and_the_records_stay(opened, small_disk):
    records = opened(small_disk)
    records.add_person("王芳", Role.TRAINEE)
    records.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(PeilianError, match="只读"):
        opened(small_disk)
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    assert names(opened(small_disk)) == ["王芳"]


def test_a_full_disk_is_told_at_the_first_opening(opened, small_disk, fill):
    filler = fill()
    with pytest.raises(PeilianError, match="磁盘已满"):
        opened(small_disk)
    filler.unlink()
    assert names(opened(small_disk)) == []
