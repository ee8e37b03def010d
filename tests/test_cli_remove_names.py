"""``ilead-studio remove-names FILE OUT``: a copy without names of people."""

import errno
from datetime import date
from pathlib import Path

import pytest
from commandline import CommandLine
from disks import FaultyDisk
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook


def named() -> Workbook:
    """Return a workbook with names in words, in a note, of an owner, and in a snapshot."""
    workbook = edits.rename(both(), key("late"), "Ms. Rivera says buses come late")
    workbook = edits.put(workbook, [key("full")], notes="Ask maria@school.example or 555-123-4567")
    workbook = edits.put(workbook, [key("hour")], owner="Maria Lopez")
    workbook = edits.take_snapshot(workbook, key("snap"), "Before Mr. Chan left", date(2026, 10, 1))
    return edits.rename(workbook, key("late"), "Buses come late, says Ms. Rivera")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.ilead"
    path.write_bytes(encode(named()))
    return path


def test_no_byte_of_the_copy_tells_a_name(run: CommandLine, file: Path, tmp_path: Path) -> None:
    before, out = file.read_bytes(), tmp_path / "out.ilead"
    said = run("remove-names", file, out)
    assert (said.code, said.err) == (0, "")
    words = out.read_text(encoding="utf-8")
    for name in ("Rivera", "Chan", "Maria", "maria", "Lopez", "555"):
        assert name in before.decode()
        assert name not in words
    assert file.read_bytes() == before
    assert sorted(it.name for it in tmp_path.iterdir()) == ["out.ilead", "plan.ilead"]
    assert said.out.splitlines()[-1] == (
        "Names were replaced in 9 places. “out.ilead” was written; the other file is as it was."
    )


def test_the_same_name_is_the_same_one_everywhere(
    run: CommandLine, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.ilead"
    run("remove-names", file, out)
    workbook = open_workbook(out, Disk()).workbook
    texts = [it.fishbones[0].causes[1].text for it in (workbook, workbook.snapshots[0].was)]
    assert texts == ["Buses come late, says [person 1]", "[person 1] says buses come late"]


def test_hits_are_listed_with_numbers_before_anything_is_written(
    run: CommandLine, file: Path, tmp_path: Path
) -> None:
    said = run("remove-names", file, tmp_path / "out.ilead", "--dry-run", "--also", "Buses")
    lines = said.out.splitlines()
    assert "  1: “Buses” → [person 1] (Cause C1, words, and 1 more)" in lines
    assert not any("nowhere" in it for it in lines)
    said = run("remove-names", file, tmp_path / "out.ilead", "--dry-run", "--also", "Tom")
    assert said.out.splitlines()[-1] == "“Tom” stands nowhere."
    assert not (tmp_path / "out.ilead").exists()


def test_hits_are_left_and_taken_by_their_numbers(run: CommandLine, tmp_path: Path) -> None:
    file, out = tmp_path / "plan.ilead", tmp_path / "out.ilead"
    file.write_bytes(encode(edits.note(both(), key("late"), "Mark, mark and Mr. Lee")))
    listed = run("remove-names", file, out, "--also", "Mark", "--dry-run").out
    assert [it[2:4] for it in listed.splitlines() if it.startswith("  ")] == ["1:", "3:", "2:"]
    run("remove-names", file, out, "--also", "Mark", "--leave", "1,3-3", "--take", "2")
    notes = open_workbook(out, Disk()).workbook.fishbones[0].causes[1].notes
    assert notes == "Mark, [person 1] and Mr. Lee"


def test_a_role_may_stand_in_the_place_of_a_name(
    run: CommandLine, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.ilead"
    run("remove-names", file, out, "--instead", "maria lopez=Attendance lead")
    assert open_workbook(out, Disk()).workbook.ideas[1].owner == "Attendance lead"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--leave", "99"), "from 1 to 6"),
        (("--take", "two"), "two"),
        (("--leave", "3-1"), "3-1"),
        (("--instead", "Tom Lee=Lead"), "Tom Lee=Lead"),
        (("--instead", "Maria Lopez="), "NAME=WORDS"),
    ],
)
def test_what_names_nothing_is_refused_and_nothing_is_written(
    run: CommandLine, file: Path, tmp_path: Path, words: tuple[str, str], why: str
) -> None:
    run("remove-names", file, tmp_path / "out.ilead", *words).assert_refused(why)
    assert not (tmp_path / "out.ilead").exists()


def test_nothing_is_written_over(run: CommandLine, file: Path) -> None:
    before = file.read_bytes()
    run("remove-names", file, file).assert_refused("plan.ilead")
    run("remove-names", file, "-").assert_refused("written to a file")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("workbook", "where"),
    [
        (edits.rename(both(), key("late"), " ".join(["Ana Lee"] * 245)), "Cause C2"),
        (edits.note(both(), key("late"), " ".join(["Ana Lee"] * 2_450)), "Cause C2, note"),
        (edits.put(both(), [key("late")], lenses=(" ".join(["Ana Lee"] * 245),)), "Cause C2, lens"),
    ],
)
def test_what_gets_too_long_without_names_is_told_by_its_place(
    run: CommandLine, tmp_path: Path, workbook: Workbook, where: str
) -> None:
    file, out = tmp_path / "plan.ilead", tmp_path / "out.ilead"
    file.write_bytes(encode(workbook))
    said = run("remove-names", file, out, "--also", "Ana Lee")
    said.assert_refused(f"gets too long ({where}")
    assert "Undo" not in said.err
    assert not out.exists()


def test_two_that_may_not_become_one_are_told(run: CommandLine, tmp_path: Path) -> None:
    workbook = edits.add_measure(both(), key("rates"), "Attendance")
    groups = ("Class of Ana Lee", "Class of Tom Wu")
    workbook = edits.put_measure(workbook, key("rates"), subgroups=groups)
    file, out = tmp_path / "plan.ilead", tmp_path / "out.ilead"
    file.write_bytes(encode(workbook))
    also = ("--also", "Ana Lee", "--also", "Tom Wu")
    alike = ("--instead", "Ana Lee=a teacher", "--instead", "Tom Wu=a teacher")
    said = run("remove-names", file, out, *also, *alike)
    said.assert_refused("has a subgroup twice. Nothing was written. Choose other words.")
    assert not out.exists()
    assert run("remove-names", file, out, *also).code == 0


def test_names_of_parties_stay(run: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "plan.ilead"
    file.write_bytes(encode(both()))
    said = run("remove-names", file, tmp_path / "out.ilead")
    assert "No name was found." in said.out
    assert open_workbook(tmp_path / "out.ilead", Disk()).workbook == both()


def test_a_full_disk_leaves_nothing_behind(run: CommandLine, file: Path, tmp_path: Path) -> None:
    probe = FaultyDisk()
    run("remove-names", file, tmp_path / "probe.ilead", disk=probe)
    for fault in range(1, len(probe.calls)):  # the last call comes after the file is there
        disk = FaultyDisk(fault, errno.ENOSPC)
        said = run("remove-names", file, tmp_path / "out.ilead", disk=disk)
        assert said.code == 2, probe.calls[fault - 1]
        assert sorted(it.name for it in tmp_path.iterdir()) == ["plan.ilead", "probe.ilead"]
