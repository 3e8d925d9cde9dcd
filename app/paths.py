"""Where the program keeps its data, and what kind of disk that is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from errno import EACCES, EDQUOT, EEXIST, ELOOP, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from app.text import clean_text
from scoring.sentence import PeilianError, Sentence

OVERRIDE = "PEILIAN_DATA"

NETWORK_TYPES = frozenset({
    "9p", "acfs", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "gfs2", "glusterfs", "gpfs",
    "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb", "smb2", "smb3", "smbfs", "vboxsf",
    "virtiofs", "webdav",
    "fuse.beegfs", "fuse.ceph", "fuse.cephfs", "fuse.curlftpfs", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs",
    "fuse.gvfsd-fuse", "fuse.juicefs", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "fuse.vmhgfs-fuse",
})  # fmt: skip
"""File systems on which two machines (or host and guest) don't share memory, so SQLite's WAL is not safe."""

_REASONS = {
    EACCES: Sentence("没有权限", "permission denied"),
    EPERM: Sentence("没有权限", "permission denied"),
    EROFS: Sentence("这个磁盘是只读的", "the disk is read-only"),
    ENOSPC: Sentence("磁盘已满", "the disk is full"),
    EDQUOT: Sentence("磁盘配额已用完", "the disk quota is used up"),
    ENOTDIR: Sentence("路径上有一个文件，不是文件夹", "a file is where a folder should be"),
    EEXIST: Sentence("路径上有一个文件，不是文件夹", "a file is where a folder should be"),
    ENOENT: Sentence("路径不存在", "the path doesn't exist"),
    ENAMETOOLONG: Sentence("路径太长", "the path is too long"),
    ELOOP: Sentence("路径里的链接绕成了圈", "links in the path go in a circle"),
}


class Mount(NamedTuple):
    """One mounted file system: the folder where it hangs, and its type as the system names it."""

    point: str
    fstype: str


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder for everything the program keeps, made (mode 0700) where it's missing.

    `PEILIAN_DATA` overrides the platform's own place. Raises PeilianError where it can't be made, read or written.
    """
    folder = wanted_folder(environment)
    make_usable(folder)
    return folder


def wanted_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where that folder is to be; nothing is made or looked at."""
    given = environment.get(OVERRIDE, "").strip()
    if not given:
        return _platform_folder()
    try:
        return Path(given).expanduser().absolute()
    except RuntimeError:  # "~somebody" whom this system doesn't know
        return Path(given)  # not a path that could be used, and `make_usable` says so


def make_usable(folder: Path) -> None:
    """Make `folder` where it's missing, and try it out. Raises PeilianError where it can't be made, read or written."""
    if not folder.is_absolute():
        raise unusable(folder, Sentence("路径不存在", "the path doesn't exist"))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _try_out(folder)
    except OSError as error:
        raise unusable(folder, reason(error)) from error


def _platform_folder() -> Path:
    from platformdirs import user_data_path  # not needed where the override is set

    return user_data_path("peilian", appauthor=False)


def _try_out(folder: Path) -> None:
    # Permission bits say little (root, ACLs, read-only mounts), so the folder is listed and a file made in it.
    with os.scandir(folder) as entries:
        next(entries, None)
    probe = folder / f".probe-{os.getpid()}"
    probe.unlink(missing_ok=True)
    with probe.open("xb"):
        pass
    probe.unlink()


def unusable(folder: Path, why: Sentence) -> PeilianError:
    """The error for a data folder that can't be used."""
    where = shown(folder)
    return PeilianError(
        f"数据文件夹用不了（{why.zh}）：{where}。已有的记录没有动过。"
        f"请检查这个文件夹的权限和磁盘，或者用环境变量 {OVERRIDE} 指定另一个文件夹。",
        f"The data folder can't be used ({why.en}): {where}. Records that were there are untouched. "
        f"Check the folder's permissions and its disk, or name another folder in {OVERRIDE}.",
    )


def reason(error: OSError) -> Sentence:
    """Why the system refused, in a few words without a full stop."""
    known = _REASONS.get(error.errno or 0)
    words = error.strerror or type(error).__name__
    return known or Sentence(words, words)


def shown(path: Path) -> str:
    """`path` as text that can always be printed, also where its bytes are no UTF-8."""
    return clean_text(str(path)).text


def on_network_file_system(folder: Path) -> bool:
    """Whether `folder` lies on a network (or host-shared) file system; False where that can't be found out."""
    try:
        real = folder.resolve()
        if sys.platform == "win32":
            return _windows_network(str(real))
        if sys.platform == "darwin":
            # A fixed program with fixed arguments; it takes about 5 ms.
            listed = subprocess.run(["/sbin/mount"], capture_output=True, timeout=5, check=True)
            return is_network(real.as_posix(), mac_mounts(listed.stdout.decode("utf-8", "surrogateescape")))
        table = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
        return is_network(real.as_posix(), linux_mounts(table))
    except (OSError, RuntimeError, subprocess.SubprocessError):
        return False


def is_network(path: str, mounts: Iterable[Mount]) -> bool:
    """Whether the mount that holds `path` (absolute, links resolved) is a network one."""
    found = Mount("", "")
    for mount in mounts:
        # Of two mounts on one folder the later hides the earlier, hence ">=".
        if len(mount.point) >= len(found.point) and PurePosixPath(path).is_relative_to(mount.point):
            found = mount
    return found.fstype in NETWORK_TYPES


def linux_mounts(table: str) -> list[Mount]:
    """The mounts in the text of /proc/self/mountinfo; lines that aren't understood are left out."""
    mounts: list[Mount] = []
    for line in table.splitlines():
        before, dash, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if dash and len(fields) > 4:
            mounts.append(Mount(_unescaped(fields[4]), kinds[0]))
    return mounts


def mac_mounts(table: str) -> list[Mount]:
    """The mounts in what macOS's `mount` prints: `//ann@nas/docs on /Volumes/docs (smbfs, nodev)`."""
    found = re.finditer(r"^.+? on (/.*) \((\w+)[^()]*\)$", table, re.MULTILINE)
    return [Mount(match[1], match[2]) for match in found]


def _unescaped(point: str) -> str:
    # mountinfo writes space, tab, newline and backslash as three octal digits.
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), point)


def _windows_network(path: str) -> bool:
    if path.startswith("\\\\?\\UNC\\") or (path.startswith("\\\\") and not path.startswith("\\\\?\\")):
        return True
    import ctypes  # Windows only

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # pyright on Linux doesn't know windll
    drive = path.removeprefix("\\\\?\\")[:2]
    return kernel.GetDriveTypeW(f"{drive}\\") == 4  # DRIVE_REMOTE
