"""A name is chosen for the workbook, and another program writes there meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import HeldDisk
from hands import Desk
from workbooks import both

from ilead_studio import edits
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook


@pytest.fixture
def disk() -> Iterator[HeldDisk]:
    made = HeldDisk()
    yield made
    made.go.set()


def titled(title: str) -> bytes:
    return encode(edits.rename_workbook(both(), title))


@pytest.mark.parametrize("before", [b"", titled("Somebody else's")])
def test_what_another_program_writes_meanwhile_is_not_overwritten(
    desk: Desk, disk: HeldDisk, tmp_path: Path, before: bytes
) -> None:
    desk.window.do("new")
    desk.type("Buses come late")
    desk.press("Return")
    path = tmp_path / "shared.ilead"
    if before:
        path.write_bytes(before)
    disk.go.clear()
    desk.waits, desk.answers.path = False, path
    desk.press("Ctrl+Shift+S")
    assert disk.writes.wait(20)
    path.write_bytes(titled("Theirs"))
    disk.go.set()
    desk.waits = True
    desk.settle()
    assert open_workbook(path, Disk()).workbook.title == "Theirs"
    assert desk.window.work.path is None
    assert not desk.window.work.session.is_saved
    assert "shared.ilead" in desk.window.banner.words
    desk.answers.path = tmp_path / "mine.ilead"
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.window.work.session.is_saved
