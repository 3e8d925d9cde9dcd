"""What the disk and the database may do to the records, said in sentences."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from app.paths import shown
from scoring.sentence import PeilianError, Sentence

DAMAGED_CODES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
LOCKED_CODES = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
_CLOSED_CODES = frozenset({
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH,
})  # fmt: skip
_ALMOST_NOTHING = 256 * 1024  # bytes; a turn's journal needs less


def primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's primary result code, or None for an error of Python's own."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def explained(error: sqlite3.Error, path: Path) -> PeilianError | None:
    """The error to show for `error` of the database at `path`; None where it is a bug and should stay one."""
    code = primary_code(error)
    if code in LOCKED_CODES:
        return locked(path)
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _disk_is_full(path)):
        return disk_full(path)
    if code in _CLOSED_CODES:
        return unwritable(path)
    if code in DAMAGED_CODES:
        return damaged_now(path)
    if code == sqlite3.SQLITE_IOERR:
        return disk_failed(path)
    return None


def _disk_is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ALMOST_NOTHING
    except OSError:
        return False


def locked(path: Path) -> PeilianError:
    """Another program keeps the records locked for longer than we wait."""
    return PeilianError(
        f"记录正被另一个程序占用，这一步没有存上：{shown(path)}。之前存过的都在。"
        "请关掉其他正在使用记录的窗口或备份程序，再试一次。",
        f"Another program is holding the records, so this step wasn't saved: {shown(path)}. What was saved before "
        "is safe. Close other windows or backup programs that use them, then try again.",
    )


def disk_full(path: Path) -> PeilianError:
    """Nothing more can be written."""
    return PeilianError(
        f"磁盘已满，这一步没有存上：{shown(path.parent)}。之前存过的都在，也还能查看。请腾出一些空间，再试一次。",
        f"The disk is full, so this step wasn't saved: {shown(path.parent)}. What was saved before is safe and "
        "can still be read. Free some space, then try again.",
    )


def unwritable(path: Path) -> PeilianError:
    """The file can't be opened or written."""
    return PeilianError(
        f"记录文件打不开或不能写入，这一步没有存上：{shown(path)}。已有的记录没有动过。"
        "请检查这个文件和它所在文件夹的权限，再试一次。",
        f"The records file can't be opened or written, so this step wasn't saved: {shown(path)}. Records that "
        "were there are untouched. Check the permissions of the file and its folder, then try again.",
    )


def own_file(path: Path) -> PeilianError:
    """A backup was to be written over the records themselves."""
    return PeilianError(
        f"这是正在用的记录文件，备份不能存成它：{shown(path)}。什么也没有改动。请换一个名字或文件夹。",
        f"This is the records file in use, so the backup can't be written there: {shown(path)}. Nothing was changed. "
        "Choose another name or folder.",
    )


def disk_failed(path: Path) -> PeilianError:
    """The disk answered with an error."""
    return PeilianError(
        f"读写磁盘时出错，这一步没有存上：{shown(path)}。之前存过的没有动过。请检查磁盘或网络连接，再试一次。",
        f"The disk failed, so this step wasn't saved: {shown(path)}. What was saved before is untouched. Check "
        "the disk or its network connection, then try again.",
    )


def damaged_now(path: Path) -> PeilianError:
    """Damage that shows while the program runs; the next start checks the file and moves it aside."""
    return PeilianError(
        f"记录文件已损坏，这一步没有存上：{shown(path)}。请关掉程序再打开：损坏的文件会原样挪到一边保存，然后开始一份新的。",
        f"The records file is damaged, so this step wasn't saved: {shown(path)}. Close the program and start it "
        "again: the damaged file will be kept aside as it is, and a new one begun.",
    )


def newer(path: Path) -> PeilianError:
    """The records were written by a newer version of the program."""
    return PeilianError(
        f"这些记录是用更新版本的陪练保存的，这个版本读不了，也没有改动它们：{shown(path)}。"
        "请更新程序；或者用环境变量 PEILIAN_DATA 指定另一个文件夹，先用这个版本。",
        f"These records were saved by a newer version of the program; this one can't read them and left them as "
        f"they are: {shown(path)}. Update the program, or name another folder in PEILIAN_DATA to use this version.",
    )


def moved_aside(aside: Path) -> Sentence:
    """The notice after a damaged file was moved aside."""
    return Sentence(
        f"原来的记录文件损坏了，已经原样挪到：{shown(aside)}。什么也没有覆盖。现在用的是一份新的空记录，可以照常练习。"
        "请把那个文件夹交给管理员，里面的内容也许还能恢复。",
        f"The records file was damaged and has been moved as it is to: {shown(aside)}. Nothing was overwritten. A new, "
        "empty one is in use, and drills work as always. Give that folder to your administrator: what is in it "
        "may be recoverable.",
    )


def migrated(backup: Path) -> Sentence:
    """The notice after older records were brought up to date."""
    return Sentence(
        f"记录已经升级到这个版本的格式；升级前的备份在：{shown(backup)}。",
        f"The records were brought up to this version; a backup from before is at: {shown(backup)}.",
    )


def stamp(moment: datetime) -> str:
    """`moment` as part of a file name that every file system takes."""
    return moment.strftime("%Y%m%dT%H%M%SZ")


def went_on() -> PeilianError:
    """A drill is not where the caller thinks it is: another window went on with it."""
    return PeilianError(
        "这次演练已经在别的窗口里继续了，这一步没有存上；已存的回合都在。请重新打开这次演练，从最新的地方接着练。",
        "This drill went on in another window, so this step wasn't saved; the turns that were are safe. Open the drill "
        "again and go on from where it is now.",
    )


def drill_ended() -> PeilianError:
    """A drill that has ended takes no more words."""
    return PeilianError(
        "这次演练已经结束，这一步没有存上；评分卡和对话都还能看。想再练，请新开一次。",
        "This drill has ended, so this step wasn't saved; its scorecard and words can still be read. To practise again, "
        "start a new one.",
    )


def unknown_document() -> PeilianError:
    """A version of a scenario or rubric that was never kept."""
    return PeilianError(
        "记录里没有这个版本的场景或评分细则。请用现在的版本新开一次演练。",
        "The records don't have this version of the scenario or rubric. Start a new drill with the one of today.",
    )


def no_such_person() -> PeilianError:
    """Someone whom the records don't know, or who has left."""
    return PeilianError(
        "名单里没有这个人，或者已经停用；什么也没有改动。请重新选择使用者。",
        "This person isn't on the list, or no longer active; nothing was changed. Choose the person again.",
    )
