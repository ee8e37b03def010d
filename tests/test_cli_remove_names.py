"""``ilead-studio remove-names FILE OUT``: a copy without names of people."""

from datetime import date
from pathlib import Path

import pytest
from commandline import CommandLine
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
    said = run("remove-names", file, out, "--also", "Maria Lopez")
    assert (said.code, said.err) == (0, "")
    words = out.read_text(encoding="utf-8")
    for name in ("Rivera", "Chan", "Maria", "maria", "Lopez", "555"):
        assert name in before.decode()
        assert name not in words
    assert file.read_bytes() == before


def test_the_same_name_is_the_same_one_everywhere(
    run: CommandLine, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.ilead"
    assert "[name 1]: Ms. Rivera (2 places)" in run("remove-names", file, out).out
    workbook = open_workbook(out, Disk()).workbook
    texts = [it.fishbones[0].causes[1].text for it in (workbook, workbook.snapshots[0].was)]
    assert texts == ["Buses come late, says [name 1]", "[name 1] says buses come late"]


def test_who_may_be_a_person_is_listed(run: CommandLine, file: Path, tmp_path: Path) -> None:
    said = run("remove-names", file, tmp_path / "out.ilead", "--dry-run")
    assert "  Maria Lopez (2 places)" in said.out.splitlines()
    assert not (tmp_path / "out.ilead").exists()


def test_nothing_is_written_over(run: CommandLine, file: Path) -> None:
    before = file.read_bytes()
    run("remove-names", file, file).assert_refused("plan.ilead")
    assert file.read_bytes() == before


def test_names_of_parties_stay(run: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "plan.ilead"
    file.write_bytes(encode(both()))
    said = run("remove-names", file, tmp_path / "out.ilead")
    assert "No name was found." in said.out
    assert open_workbook(tmp_path / "out.ilead", Disk()).workbook == both()
