"""Every command that writes, with an error at each operation: one sentence, every file whole."""

import errno
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from commandline import CommandLine
from disks import RefusingDisk, each_operation
from forms import came_back
from wholeness import assert_whole_whatever_fails, contents
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode

COMMANDS = {
    "new": ("new", "new.ilead"),
    "import": ("import", "notes.txt", "new.ilead", "--as", "fishbone"),
    "import into": ("import", "notes.txt", "plan.ilead", "--as", "fishbone", "--add"),
    "merge": ("merge", "plan.ilead", "one.ilead", "two.ilead", "new.ilead"),
    "remove-names": ("remove-names", "plan.ilead", "new.ilead"),
    "collect": ("collect", "plan.ilead", "back.pdf"),
    "export": ("export", "plan.ilead", "old.csv", "--pages", "ideas"),
}
EXPORTS = ("old.pdf", "old.svg", "old.png", "old.pptx", "old.docx", "old.xlsx", "old.csv")


@cache
def form() -> bytes:
    return came_back(both(), key("cycle"), owner="Grade team")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the commands read, and what they write over."""
    made = tmp_path / "here"
    made.mkdir()
    monkeypatch.chdir(made)
    Path("plan.ilead").write_bytes(encode(both()))
    Path("one.ilead").write_bytes(encode(edits.rename(both(), key("late"), "Buses wait")))
    Path("two.ilead").write_bytes(encode(edits.rename(both(), key("teach"), "Lessons")))
    Path("notes.txt").write_text("Absence\n  Buses\n")
    Path("back.pdf").write_bytes(form())
    for name in EXPORTS:
        Path(name).write_bytes(b"old")
    return made


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_every_file_is_whole_whatever_fails(
    run: CommandLine, here: Path, words: tuple[str, ...]
) -> None:
    refused = count()

    def write(disk: Disk) -> bool:
        said = run(*words, disk=disk)
        if said.code == 2:
            said.assert_refused("“")
            next(refused)
        return said.code in (0, 1)

    number = assert_whole_whatever_fails(here, write, each_operation)
    assert next(refused) > number / 2


@pytest.mark.parametrize("name", EXPORTS)
def test_no_export_is_half(run: CommandLine, here: Path, name: str) -> None:
    before = contents(here)
    full = RefusingDisk("write", OSError(errno.ENOSPC, "machinery"))
    pages = ("--pages", "ideas") if name == "old.csv" else ()
    run("export", "plan.ilead", name, *pages, disk=full).assert_refused(name, "disk is full")
    assert contents(here) == before
