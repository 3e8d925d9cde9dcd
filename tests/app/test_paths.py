import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.paths import Mount, data_folder, is_network, linux_mounts, mac_mounts, on_network_file_system
from scoring.sentence import PeilianError

MOUNTINFO = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:30 / /home rw,relatime shared:2 master:1 - nfs4 nas:/home rw,vers=4.2
31 30 8:2 / /home/ann/local\040disk rw - xfs /dev/sdb1 rw
32 22 0:33 / /mnt/cloud rw,nosuid shared:9 - fuse.sshfs ann@host:/ rw
33 22 0:34 / /mnt/win rw - cifs //srv/share rw
34 22 0:35 / /mnt/c rw - 9p C:\134 rw
35 22 0:36 / /data rw - cifs //srv/data rw
36 22 8:9 / /data rw - ext4 /dev/sdc1 rw
a line that is not understood
"""


def test_the_override_names_the_folder(tmp_path):
    assert data_folder({"PEILIAN_DATA": str(tmp_path / "a" / "b")}) == tmp_path / "a" / "b"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_a_new_data_folder_is_for_its_owner_only(tmp_path):
    made = data_folder({"PEILIAN_DATA": str(tmp_path / "data")})
    assert made.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform != "linux", reason="XDG folders are Linux's")
@pytest.mark.parametrize("unset", [{}, {"PEILIAN_DATA": " "}])
def test_without_an_override_it_is_the_platforms_own_place(tmp_path, monkeypatch, unset):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder(unset) == tmp_path / "peilian"


def test_nothing_is_left_in_the_folder_by_trying_it_out(tmp_path):
    assert list(data_folder({"PEILIAN_DATA": str(tmp_path)}).iterdir()) == []


@pytest.mark.parametrize("below", ["", "records"])
def test_a_file_in_the_way_is_told_in_one_sentence(tmp_path, below):
    (tmp_path / "file").write_text("notes")
    with pytest.raises(PeilianError) as told:
        data_folder({"PEILIAN_DATA": str(tmp_path / "file" / below)})
    assert "路径上有一个文件，不是文件夹" in told.value.sentence.zh
    assert "PEILIAN_DATA" in told.value.sentence.en
    assert (tmp_path / "file").read_text() == "notes"


def test_a_read_only_disk_is_told_in_one_sentence(small_disk):
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(PeilianError, match="这个磁盘是只读的"):
        data_folder({"PEILIAN_DATA": str(small_disk)})


def test_the_home_of_an_unknown_person_is_told_in_one_sentence():
    with pytest.raises(PeilianError, match="路径不存在"):
        data_folder({"PEILIAN_DATA": "~nobody-of-this-name/data"})


@pytest.mark.skipif(sys.platform != "linux", reason="file names of bytes are Linux's")
def test_a_path_that_is_no_utf_8_can_be_told(tmp_path):
    (tmp_path / os.fsdecode(b"\xff")).write_text("")
    with pytest.raises(PeilianError) as told:
        data_folder({"PEILIAN_DATA": str(tmp_path / os.fsdecode(b"\xff"))})
    assert told.value.sentence.zh.encode()


@pytest.mark.parametrize("path", ["/home/ann", "/home/ann/local", "/mnt/cloud/x", "/mnt/win", "/mnt/c/Users/ann"])
def test_network_file_systems_are_known(path):
    assert is_network(path, linux_mounts(MOUNTINFO))


@pytest.mark.parametrize("path", ["/", "/homework", "/home/ann/local disk/data", "/mnt", "/data/records"])
def test_the_nearest_and_latest_mount_decides(path):
    assert not is_network(path, linux_mounts(MOUNTINFO))


def test_the_mounts_of_a_mac_are_read():
    table = "/dev/disk3s1 on / (apfs, sealed, local)\n//ann@nas/my docs on /Volumes/my docs (1) (smbfs, nodev)\n"
    assert mac_mounts(table) == [Mount("/", "apfs"), Mount("/Volumes/my docs (1)", "smbfs")]


def test_a_table_without_mounts_is_no_network():
    assert not is_network("/home/ann", [])


def test_this_machines_own_table_is_read(tmp_path):
    assert on_network_file_system(tmp_path) in (True, False)
    assert not on_network_file_system(Path("/nowhere/at/all"))
