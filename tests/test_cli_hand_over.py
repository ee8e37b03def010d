"""``ilead-studio hand-over FILE OUT``: a copy for whoever goes on, and a page about it."""

import errno
from pathlib import Path

import pytest
from commandline import CommandLine
from disks import FaultyDisk
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import FACILITATOR
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workbook with a private cause, one that only the university sees, and a note."""
    workbook = edits.rename(chained(), key("roads"), "Nobody dares to say it")
    workbook = edits.show_only(workbook, [key("roads")], FACILITATOR)
    workbook = edits.rename(workbook, key("full"), "Ours alone")
    workbook = edits.show_only(workbook, [key("full")], key("uni"))
    path = tmp_path / "plan.ilead"
    path.write_bytes(encode(edits.note(workbook, key("work"), "Seen in May")))
    return path


def test_the_copy_holds_no_private_notes_and_a_page_stands_beside_it(
    run: CommandLine, file: Path, tmp_path: Path
) -> None:
    before = file.read_bytes()
    said = run("hand-over", file, tmp_path / "next.ilead")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "“next.ilead” was written, and a PDF about it beside it. Left out: 1 item that its reader"
        " may not see.\n"
    )
    words = (tmp_path / "next.ilead").read_text(encoding="utf-8")
    assert [it in words for it in ("Nobody dares", "Ours alone", "Seen in May")] == [
        False, True, True,
    ]  # fmt: skip
    assert (tmp_path / "next.pdf").read_bytes().startswith(b"%PDF")
    assert file.read_bytes() == before


def test_a_party_gets_what_it_sees_and_notes_may_stay(
    run: CommandLine, file: Path, tmp_path: Path
) -> None:
    said = run("hand-over", file, tmp_path / "a.ilead", "--for", "LEA", "--without-notes")
    words = (tmp_path / "a.ilead").read_text(encoding="utf-8")
    assert "Ours alone" not in words
    assert "Seen in May" not in words
    assert "2 items that their reader may not see and 1 note." in said.out
    run("hand-over", file, tmp_path / "b.ilead", "--for", "all")
    assert "Ours alone" not in (tmp_path / "b.ilead").read_text(encoding="utf-8")
    assert open_workbook(tmp_path / "b.ilead", Disk()).notice == ""


@pytest.mark.parametrize("taken", ["next.ilead", "next.pdf"])
def test_nothing_is_written_over(run: CommandLine, file: Path, tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).write_text("mine")
    run("hand-over", file, tmp_path / "next.ilead").assert_refused(taken)
    assert (tmp_path / taken).read_text() == "mine"
    assert sorted(it.name for it in tmp_path.iterdir()) == sorted(["plan.ilead", taken])


@pytest.mark.parametrize(
    ("out", "more", "why"),
    [("next.pdf", (), "end in .ilead"), ("next.ilead", ("--for", "Mars"), "Mars")],
)
def test_what_makes_no_sense_is_refused(
    run: CommandLine, file: Path, tmp_path: Path, out: str, more: tuple[str, ...], why: str
) -> None:
    run("hand-over", file, tmp_path / out, *more).assert_refused(why)
    assert [it.name for it in tmp_path.iterdir()] == ["plan.ilead"]


def test_a_disk_that_fills_leaves_both_files_or_none(
    run: CommandLine, file: Path, tmp_path: Path
) -> None:
    probe = FaultyDisk()
    run("hand-over", file, tmp_path / "probe.ilead", disk=probe)
    (tmp_path / "probe.ilead").unlink()
    (tmp_path / "probe.pdf").unlink()
    briefs = [at for at, it in enumerate(probe.calls, 1) if it == "sync_folder"]
    for fault in range(1, len(probe.calls) + 1):
        disk = FaultyDisk(fault, errno.ENOSPC)
        said = run("hand-over", file, tmp_path / "next.ilead", disk=disk)
        assert said.code == 2, probe.calls[fault - 1]
        left = sorted(it.name for it in tmp_path.iterdir())
        whole = {briefs[0]: ["next.pdf"], briefs[1]: ["next.ilead", "next.pdf"]}
        assert left == [*whole.get(fault, []), "plan.ilead"], probe.calls[fault - 1]
        for name in left[:-1]:
            (tmp_path / name).unlink()
