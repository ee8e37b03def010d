"""A saved file belongs to the same people as before, and to nobody more."""

import errno
import os
import stat
import struct
import sys
from pathlib import Path

import pytest
from workbooks import attendance, both

from ilead_studio.errors import FileError
from ilead_studio.storage import access
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import save_workbook, write_whole

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX systems")

LIST = "system.posix_acl_access"
TEAM = 54321


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workbook that is saved already."""
    file = tmp_path / "plan.ilead"
    save_workbook(both(), file, Disk(), None)
    return file


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def save(path: Path) -> None:
    before = path.stat().st_ino
    save_workbook(attendance(), path, Disk(), None)
    assert path.stat().st_ino != before  # it is another file by now


def further(*people: int) -> bytes:
    """Return the list of a file that some people may read and write, and its group may not."""
    nobody = 0xFFFFFFFF
    entries = [(0x01, 6, nobody), *((0x02, 6, it) for it in people), (0x04, 0, nobody),
               (0x10, 6, nobody), (0x20, 0, nobody)]  # fmt: skip
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *it) for it in entries)


def with_list(path: Path, words: bytes) -> None:
    if sys.platform != "linux":
        pytest.skip("such lists are Linux's")
    try:
        os.setxattr(path, LIST, words)
    except OSError:
        pytest.skip("this drive has no such lists")


def give_to(path: Path, owner: int, group: int) -> None:
    try:
        os.chown(path, owner, group)
    except PermissionError:
        pytest.skip("only root may give files away")


@pytest.mark.parametrize("wanted", [0o600, 0o640, 0o660, 0o664, 0o666])
def test_permissions_stay_writing_for_the_group_too(path: Path, wanted: int) -> None:
    path.chmod(wanted)
    save(path)
    assert mode(path) == wanted


def test_a_protected_file_is_never_replaced(path: Path) -> None:
    before = path.read_bytes()
    path.chmod(0o444)
    with pytest.raises(FileError, match=r"“plan.ilead” was not written.*protected"):
        save_workbook(attendance(), path, Disk(), None)
    with pytest.raises(FileError, match="protected"):
        write_whole(path, b"anything", Disk())
    assert path.read_bytes() == before
    assert [it.name for it in path.parent.iterdir()] == ["plan.ilead"]


def test_the_system_s_habit_does_not_take_the_groups_writing_away(path: Path) -> None:
    path.chmod(0o660)
    before = os.umask(0o077)
    try:
        save(path)
    finally:
        os.umask(before)
    assert mode(path) == 0o660


def test_an_exported_file_keeps_its_permissions_too(path: Path) -> None:
    path.chmod(0o660)
    write_whole(path, b"words", Disk())
    assert mode(path) == 0o660


def test_the_owner_and_the_group_stay(path: Path) -> None:
    give_to(path, 12345, TEAM)
    path.chmod(0o660)
    save(path)
    known = path.stat()
    assert (known.st_uid, known.st_gid, mode(path)) == (12345, TEAM, 0o660)


def test_who_is_not_the_owner_leaves_it_to_the_group(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_to(path, 12345, TEAM)
    path.chmod(0o660)
    real = os.fchown

    def chown(descriptor: int, owner: int, group: int) -> None:
        if owner not in (-1, os.getuid()):
            raise PermissionError
        real(descriptor, owner, group)

    monkeypatch.setattr(access.os, "fchown", chown)
    save(path)
    known = path.stat()
    assert (known.st_uid, known.st_gid, mode(path)) == (os.getuid(), TEAM, 0o660)


@pytest.mark.parametrize(("before", "after"), [(0o660, 0o600), (0o664, 0o644), (0o666, 0o666)])
def test_a_group_that_is_not_the_same_may_do_no_more_than_anybody(
    path: Path, monkeypatch: pytest.MonkeyPatch, before: int, after: int
) -> None:
    def refuse(*_asked: int) -> None:
        raise PermissionError

    path.chmod(before)
    monkeypatch.setattr(access.os, "fchown", refuse)
    save(path)
    assert mode(path) == after


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL])
def test_a_drive_that_knows_no_permissions_takes_the_file_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_asked: int) -> None:
        raise OSError(number, os.strerror(number))

    for name in ("fchown", "fchmod"):
        monkeypatch.setattr(access.os, name, refuse)
    save(path)
    assert mode(path) == 0o600


def test_further_people_keep_their_access(path: Path) -> None:
    with_list(path, further(1234))
    save(path)
    assert os.getxattr(path, LIST) == further(1234)
    assert mode(path) == 0o660  # as it is shown then: the most that anybody on the list may


def test_without_their_list_the_group_does_not_get_what_they_had(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> None:
        raise OSError

    with_list(path, further(1234))
    monkeypatch.setattr(access.os, "setxattr", refuse)
    save(path)
    assert mode(path) == 0o600


def test_people_whom_the_folder_names_get_no_older_file(path: Path) -> None:
    with_list(path, further(1234))
    os.removexattr(path, LIST)
    path.chmod(0o640)
    os.setxattr(path.parent, "system.posix_acl_default", further(1234))
    save(path)
    assert LIST not in os.listxattr(path)
    assert mode(path) == 0o640
