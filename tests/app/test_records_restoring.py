"""Restoring a backup: checked first, nothing overwritten, and whatever goes wrong leaves the present records in use."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.records import Role
from app.records import restoring as module
from app.records.database import make_engine, writing
from app.records.opening import FILE_NAME
from app.records.restoring import examine, restore
from app.records.revisions import migrate
from scoring.sentence import PeilianError

NOON = datetime(2025, 3, 1, 4, 0, tzinfo=UTC)


def names(records):
    return [person.name for person in records.people()]


def put_back(folder, source):
    return restore(folder, source, busy_seconds=0.05, clock=lambda: NOON)


def kept_aside(folder):
    return sorted(found.name for found in folder.glob("replaced-*"))


def nothing_happened(folder, opened):
    assert names(opened(folder)) == ["王芳", "李强"]
    assert kept_aside(folder) == []
    assert not list(folder.glob("*.restoring*"))


@pytest.fixture
def backup(records, tmp_path) -> Path:
    """A backup that knows 王芳; in the records 李强 came since, and they are closed."""
    records.add_person("王芳", Role.TRAINEE)
    (tmp_path / "stick").mkdir()
    target = tmp_path / "stick" / "backup.db"
    records.back_up(target)
    records.add_person("李强", Role.TRAINEE)
    records.close()
    return target


def test_a_backup_takes_the_place_of_the_records(backup, tmp_path, opened):
    put_back(tmp_path, backup)
    assert names(opened()) == ["王芳"]


def test_the_earlier_records_are_kept_whole_and_told(backup, tmp_path, opened):
    told = put_back(tmp_path, backup)
    aside = tmp_path / "replaced-20250301T040000Z"
    assert str(aside) in told.zh
    assert str(aside) in told.en
    assert names(opened(aside)) == ["王芳", "李强"]


def test_restoring_twice_in_one_second_overwrites_nothing(backup, tmp_path, opened):
    for _ in range(2):
        put_back(tmp_path, backup)
    assert kept_aside(tmp_path) == ["replaced-20250301T040000Z", "replaced-20250301T040000Z-2"]
    assert names(opened(tmp_path / kept_aside(tmp_path)[0])) == ["王芳", "李强"]


def test_the_backup_itself_stays_as_it_was_with_no_file_beside_it(backup, tmp_path):
    before = backup.read_bytes()
    put_back(tmp_path, backup)
    assert backup.read_bytes() == before
    assert list(backup.parent.iterdir()) == [backup]


def test_records_are_restored_where_there_are_none(backup, tmp_path, opened):
    folder = tmp_path / "new"
    folder.mkdir()
    put_back(folder, backup)
    assert names(opened(folder)) == ["王芳"]
    assert kept_aside(folder) == []


def test_another_data_folders_file_with_its_journal_is_restored_with_its_last_words(backup, tmp_path, opened):
    other = tmp_path / "other"
    other.mkdir()
    running = opened(other)
    running.add_person("赵敏", Role.TRAINEE)
    put_back(tmp_path, other / FILE_NAME)
    assert names(opened()) == ["赵敏"]


def test_damaged_records_are_kept_with_their_journal(backup, tmp_path, opened):
    (tmp_path / FILE_NAME).write_bytes(b"damaged")
    (tmp_path / f"{FILE_NAME}-wal").write_bytes(b"the last turns")
    put_back(tmp_path, backup)
    (aside,) = kept_aside(tmp_path)
    assert (tmp_path / aside / FILE_NAME).read_bytes() == b"damaged"
    assert (tmp_path / aside / f"{FILE_NAME}-wal").read_bytes() == b"the last turns"
    assert names(opened()) == ["王芳"]


def test_an_older_backup_is_brought_up_to_date_by_the_next_opening(backup, tmp_path, opened):
    old = tmp_path / "stick" / "old.db"
    engine = make_engine(old, busy_seconds=1, foreign_keys=False)
    with writing(engine).begin() as connection:
        migrate(connection, "0001")
        connection.exec_driver_sql("INSERT INTO person VALUES (1, '孙佳', 'trainee', '2025-03-01 04:00:00', 1)")
    engine.dispose()
    assert examine(old).older
    put_back(tmp_path, old)
    records = opened()
    assert names(records) == ["孙佳"]
    assert len(records.notices) == 1


def test_what_is_in_a_backup_is_told_before_it_is_used(backup, opened, tmp_path, new_drill):
    found = examine(backup)
    assert (found.people, found.last_drill, found.older) == (1, None, False)
    records = opened()
    records.asked_by(records.people()[0]).begin_drill(new_drill)
    records.back_up(tmp_path / "later.db")
    assert examine(tmp_path / "later.db").last_drill == NOON


# What is refused


def change(file, *statements):
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def of_a_newer_version(file):
    change(file, "UPDATE alembic_version SET version_num = '9999'")


def no_database(file):
    file.write_bytes("姓名,分数\n".encode())


def empty(file):
    file.write_bytes(b"")


def of_another_program(file):
    change(file, "DROP TABLE alembic_version")


def with_a_table_missing(file):
    change(file, "PRAGMA foreign_keys=OFF", "DROP TABLE turn")


def overwritten(file):
    file.write_bytes(file.read_bytes()[:8192] + b"\xff" * 4096 + file.read_bytes()[12288:])


def cut_short(file):
    file.write_bytes(file.read_bytes()[:6000])


def gone(file):
    file.unlink()


REFUSED = [
    (of_a_newer_version, "更新版本"), (no_database, "不是陪练的记录"), (empty, "不是陪练的记录"),
    (of_another_program, "不是陪练的记录"), (with_a_table_missing, "不是陪练的记录"), (overwritten, "损坏"),
    (cut_short, "损坏"), (gone, "读不了"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "words"), REFUSED)
def test_a_file_that_is_no_sound_backup_is_told_and_nothing_happens(backup, tmp_path, opened, spoil, words):
    spoil(backup)
    for attempt in (lambda: examine(backup), lambda: put_back(tmp_path, backup)):
        with pytest.raises(PeilianError, match=words):
            attempt()
    nothing_happened(tmp_path, opened)


def test_the_records_in_use_are_not_restored_from_themselves(backup, tmp_path, opened):
    (tmp_path / "link.db").symlink_to(tmp_path / FILE_NAME)
    for source in (tmp_path / FILE_NAME, tmp_path / "link.db"):
        with pytest.raises(PeilianError, match="正在用的记录"):
            put_back(tmp_path, source)
    nothing_happened(tmp_path, opened)


def test_records_that_another_program_has_open_are_left_alone(backup, tmp_path, opened):
    other = opened()
    assert names(other) == ["王芳", "李强"]
    with pytest.raises(PeilianError, match="另一个程序"):
        put_back(tmp_path, backup)
    other.add_person("赵敏", Role.TRAINEE)
    other.close()
    assert names(opened()) == ["王芳", "李强", "赵敏"]


def test_a_backup_that_another_program_writes_is_told(backup, tmp_path, opened):
    change(backup, "PRAGMA journal_mode=DELETE")
    with closing(sqlite3.connect(backup, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(PeilianError, match="备份正被另一个程序占用"):
            put_back(tmp_path, backup)
    nothing_happened(tmp_path, opened)


def test_a_full_disk_is_told_and_the_records_stay(backup, tmp_path, opened, small_disk, fill):
    shutil.copy(tmp_path / FILE_NAME, small_disk)
    filler = fill()
    with pytest.raises(PeilianError, match="磁盘已满"):
        put_back(small_disk, backup)
    filler.unlink()
    nothing_happened(small_disk, opened)


def test_a_disk_without_links_keeps_the_earlier_records_too(backup, tmp_path, opened, monkeypatch):
    def refuses(*_):
        raise OSError(1, "no links here")

    monkeypatch.setattr(module.os, "link", refuses)
    put_back(tmp_path, backup)
    assert names(opened(tmp_path / kept_aside(tmp_path)[0])) == ["王芳", "李强"]
    assert names(opened()) == ["王芳"]


def test_a_backup_is_never_written_over_the_records(records):
    with pytest.raises(PeilianError, match="正在用的记录文件"):
        records.back_up(records.path)
