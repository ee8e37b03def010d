"""What was found and opened is in a new journal: the program may end before the old one goes."""

import errno
import json
from pathlib import Path

import pytest
from disks import RefusingDisk
from journals import WHEN, grown, kept, looked

from ilead_studio import edits
from ilead_studio.storage.chain import chained, read_chain
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.journal import Base, Journal, State
from ilead_studio.storage.recovery import Found, find


def opened_again(folder: Path, found: Found, title: str) -> None:
    """Open what was found, type, and be killed before what was found could be put away."""
    found.release()
    journal = Journal(folder, RefusingDisk("replace", OSError(errno.EIO, "")))
    later = edits.rename_workbook(found.workbook, title)
    base = Base(found.saved, found.data, found.path)
    journal.keep(State(base, later, WHEN, found.files))
    journal.let_go()


def test_who_crashes_again_and_again_is_offered_it_once(tmp_path: Path) -> None:
    kept(tmp_path)
    for title in ("First", "Second", "Third"):
        (found,) = find(tmp_path, Disk()).found
        opened_again(tmp_path, found, title)
    (found,) = looked(tmp_path).found
    assert found.workbook.title == "Third"
    assert len([*tmp_path.glob("*.journal")]) == 1
    assert len([*(tmp_path / "settled").iterdir()]) == 3


def test_what_was_taken_over_is_offered_where_the_other_cannot_be_read(tmp_path: Path) -> None:
    kept(tmp_path)
    (found,) = find(tmp_path, Disk()).found
    opened_again(tmp_path, found, "Later")
    (new,) = {*tmp_path.glob("*.journal")} - {*found.files}
    new.write_bytes(new.read_bytes()[:200])
    assert [it.workbook for it in looked(tmp_path).found] == [grown()[-1]]


@pytest.mark.parametrize("replaces", [7, [7], {"a": 1}, None])
def test_what_names_no_files_is_broken(tmp_path: Path, replaces: object) -> None:
    kept(tmp_path)
    (file,) = tmp_path.glob("*.journal")
    head, *others = read_chain(file.read_bytes()).records
    head = json.dumps({**json.loads(head), "replaces": replaces}).encode()
    file.write_bytes(chained((head, *others))[0])
    assert len(looked(tmp_path).unread) == 1
