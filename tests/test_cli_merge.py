"""``ilead-studio merge BASE A B OUT``: one workbook of two copies, and what is to be decided."""

from pathlib import Path

import pytest
from commandline import CommandLine
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook, find
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook


def kept(path: Path, workbook: Workbook) -> Path:
    path.write_bytes(encode(workbook))
    return path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return kept(tmp_path / "base.ilead", both())


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return kept(tmp_path / "one.ilead", edits.rename(both(), key("late"), "Buses wait"))


@pytest.fixture
def two(tmp_path: Path) -> Path:
    workbook = edits.rename(both(), key("teach"), "Lessons")
    return kept(tmp_path / "two.ilead", workbook)


def text(path: Path, name: str) -> str:
    found = find(open_workbook(path, Disk()).workbook, key(name))
    return str(getattr(found, "text", ""))


def test_what_each_copy_did_comes_into_one(
    run: CommandLine, base: Path, one: Path, two: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.ilead"
    said = run("merge", base, one, two, out)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "From “one.ilead”:", "", "Why?", "  Reworded: Buses wait, was “Buses come late” (C2)", "",
        "From “two.ilead”:", "", "Reading", "  Reworded: Lessons, was “Teaching” (D1)", "",
        "“out.ilead” was written.",
    ]  # fmt: skip
    assert (text(out, "late"), text(out, "teach")) == ("Buses wait", "Lessons")


def test_what_is_to_be_decided_is_said_and_nothing_written(
    run: CommandLine, base: Path, one: Path, tmp_path: Path
) -> None:
    other = kept(tmp_path / "two.ilead", edits.rename(both(), key("late"), "Buses queue"))
    out = tmp_path / "out.ilead"
    said = run("merge", base, one, other, out)
    assert said.code == 2
    assert said.out.splitlines() == [
        "1. In “one.ilead”: Reworded: Buses wait, was “Buses come late”",
        "   In “two.ilead”: Reworded: Buses queue, was “Buses come late”",
        "   Both can be kept, or other words.",
    ]
    assert "1 thing is to be decided" in said.err
    assert not out.exists()
    assert run("merge", base, one, other, out, "--theirs").code == 0
    assert text(out, "late") == "Buses queue"
    mine = tmp_path / "mine.ilead"
    assert "A was taken" in run("merge", base, one, other, mine, "--mine").out
    assert text(mine, "late") == "Buses wait"


def test_nothing_is_written_over(run: CommandLine, base: Path, one: Path, two: Path) -> None:
    before = one.read_bytes()
    run("merge", base, one, two, one).assert_refused("one.ilead")
    run("merge", base, one, two, "-").assert_refused("written to a file")
    assert one.read_bytes() == before


def test_without_what_both_began_with_all_of_both_comes(
    run: CommandLine, one: Path, two: Path, tmp_path: Path
) -> None:
    said = run("merge", "none", one, two, tmp_path / "out.ilead", "--mine")
    assert said.code == 0
    assert text(tmp_path / "out.ilead", "late") == "Buses wait"


def test_what_cannot_be_opened_is_refused(
    run: CommandLine, base: Path, one: Path, tmp_path: Path
) -> None:
    run("merge", base, one, tmp_path / "no.ilead", tmp_path / "o").assert_refused("no.ilead")
    run("merge", "-", "-", one, tmp_path / "o").assert_refused("only one")
    run("merge", base, one).assert_refused("B")


@pytest.fixture
def queue(tmp_path: Path) -> Path:
    return kept(tmp_path / "queue.ilead", edits.rename(both(), key("late"), "Buses queue"))


def test_each_thing_is_decided_by_its_number(
    run: CommandLine, base: Path, one: Path, queue: Path, tmp_path: Path
) -> None:
    outs = [tmp_path / name for name in ("theirs", "both", "own")]
    wishes = ("--choose", "1=theirs"), ("--choose", "1=both"), ("--words", "1=Buses wait, queue")
    said = [run("merge", base, one, queue, out, *it) for out, it in zip(outs, wishes, strict=True)]
    assert [it.code for it in said] == [0, 0, 0]
    assert "as you chose" in said[1].out
    assert [text(it, "late") for it in outs] == ["Buses queue", "Buses wait", "Buses wait, queue"]
    causes = open_workbook(outs[1], Disk()).workbook.fishbones[0].causes
    assert "Buses queue" in [it.text for it in causes]


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (("--choose", "2=theirs"), "no such number. 1 thing is"),
        (("--choose", "theirs"), "no such number"),
        (("--choose", "1=yours"), "choose mine, theirs or both"),
        (("--words", "1= "), "cannot stand there"),
    ],
)
def test_what_cannot_be_wished_is_refused(
    run: CommandLine, base: Path, one: Path, queue: Path, tmp_path: Path, wish: tuple[str], why: str
) -> None:
    out = tmp_path / "out.ilead"
    run("merge", base, one, queue, out, *wish).assert_refused(why)
    assert not out.exists()
