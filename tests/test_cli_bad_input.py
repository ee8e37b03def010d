"""Every kind of bad input through the command line: exit 2, one line, nothing written."""

import errno
import json
import os
from pathlib import Path

import pytest
from commandline import CommandLine
from disks import RefusingDisk
from workbooks import both

from ilead_studio.storage.backups import from_root
from ilead_studio.storage.format import encode

GOOD = encode(both())
DEEP = b'{"format":"ilead-studio","version":1,"reads_as":1,"program":"0.1.0","sha256":"",\n'
DEEP += b'"workbook":{"title":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n}\n"
NEWER = GOOD.replace(b'"version":1,"reads_as":1,"program":"0.1.0"', b'"version":7,"reads_as":7,'
                     b'"program":"7.1.0"')  # fmt: skip


def changed(old: str, new: str) -> bytes:
    data = GOOD.replace(old.encode(), new.encode())
    assert data != GOOD
    return data


FILES = {
    "empty": (b"", "damaged", "empty"),
    "zeros": (bytes(4_096), "damaged", "zeros"),
    "not-utf8": ("Größe".encode("latin-1"), "not-ours", "not an iLEAD Studio workbook"),
    "not-utf8-inside": (changed("Buses", "B\u00fcses").replace(b"\xc3\xbc", b"\xfc"), "damaged",
                        "letters"),
    "binary": (bytes(range(256)) * 9, "not-ours", "not an iLEAD Studio workbook"),
    "other-json": (b'{"nodes": []}', "not-ours", "not an iLEAD Studio workbook"),
    "truncated": (GOOD[: len(GOOD) // 2], "damaged", "ends in the middle"),
    "newer": (NEWER, "too-new", "7.1.0"),
    "deep": (DEEP, "damaged", "nested too deeply"),
    "nan": (changed('"causes": 6', '"causes": NaN'), "damaged", "number that is none"),
    "infinity": (changed('"causes": 6', '"causes": -Infinity'), "damaged", "number that is none"),
    "1e999": (changed('"causes": 6', '"causes": 1e999'), "damaged", "number that is none"),
    "twice": (changed('"title": "Why?"', '"title": "Why?", "title": "x"'), "damaged", "twice"),
    "half-letter": (changed("Why?", "\\ud800"), "damaged", "letters"),
    "doubled-id": (changed('"id": "latezzzzzz"', '"id": "fullzzzzzz"'), "damaged", "same id"),
    "dangling-parent": (changed('"parent_id": "homezzzzzz"', '"parent_id": "nobodyzzzz"'),
                        "damaged", "not there"),
    "circle": (changed('"parent_id": "buseszzzzz"', '"parent_id": "roadszzzzz"'), "damaged",
               "circle"),
    "long-label": (changed("Buses come late", "x" * 5_000), "damaged", "does not fit"),
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "plan.ilead"


@pytest.mark.parametrize(("data", "rule", "words"), FILES.values(), ids=FILES)
def test_bad_files_are_refused_by_every_command_and_left_as_they_are(
    run: CommandLine, file: Path, data: bytes, rule: str, words: str
) -> None:
    file.write_bytes(data)
    (file.parent / "buses.txt").write_text("Absence\n  Buses\n")
    commands = (
        ("check", file),
        ("export", file, file.parent / "out.pdf"),
        ("export", file, file.parent / "out.svg"),
        ("import", file.parent / "buses.txt", file, "--as", "fishbone", "--add"),
    )
    for command in commands:
        run(*command).assert_refused("plan.ilead", words, "not changed")
    said = run("check", file, "--format", "json")
    assert said.code == 2
    assert said.err.count("\n") == 1
    (problem,) = json.loads(said.out)["problems"]
    assert (problem["rule"], problem["severity"], problem["item"]) == (rule, "refused", "")
    assert problem["message"] == said.err.strip()
    assert file.read_bytes() == data
    assert {it.name for it in file.parent.iterdir()} <= {"plan.ilead", "buses.txt", "home"}


def test_a_wrong_checksum_with_a_sound_document_is_only_advice(
    run: CommandLine, file: Path
) -> None:
    file.write_bytes(changed("Buses come late", "Buses come early"))
    assert run("check", file).code == 1
    said = run("export", file, file.parent / "out.svg")
    assert said.code == 0
    assert "another program" in said.out


def test_a_newer_file_is_shown_but_nothing_is_added_to_it(run: CommandLine, file: Path) -> None:
    data = changed('"version":1,"reads_as":1,"program":"0.1.0"',
                   '"version":7,"reads_as":1,"program":"7.1.0"')  # fmt: skip
    file.write_bytes(data)
    (file.parent / "buses.txt").write_text("Absence\n  Buses\n")
    assert run("export", file, file.parent / "out.svg").code == 0
    run("import", file.parent / "buses.txt", file, "--as", "fishbone", "--add").assert_refused(
        "newer", "7.1.0"
    )
    assert file.read_bytes() == data


def test_a_70_mb_file_is_refused(run: CommandLine, file: Path) -> None:
    with file.open("wb") as sparse:
        sparse.truncate(70_000_000)
    run("check", file).assert_refused("plan.ilead", "too large")
    run("import", file, file.parent / "new.ilead", "--as", "fishbone").assert_refused("too large")


def test_a_folder_and_a_missing_file_are_refused(run: CommandLine, file: Path) -> None:
    run("check", file).assert_refused("There is no file “plan.ilead”")
    file.mkdir()
    run("check", file).assert_refused("“plan.ilead” is a folder")
    run("import", file, file.parent / "new.ilead", "--as", "fishbone").assert_refused("folder")
    run("export", file.parent / "none.ilead", file.parent / "out.svg").assert_refused("none.ilead")
    assert not (file.parent / "new.ilead").exists()


def test_a_file_without_permission_is_refused(run: CommandLine, file: Path) -> None:
    file.write_bytes(GOOD)
    disk = RefusingDisk("read", PermissionError(errno.EACCES, "machinery"))
    run("check", file, disk=disk).assert_refused("You may not read “plan.ilead”")


def test_a_folder_without_permission_is_refused(run: CommandLine, file: Path) -> None:
    disk = RefusingDisk("write", PermissionError(errno.EACCES, "machinery"))
    run("new", file, disk=disk).assert_refused("plan.ilead", "may not write")
    assert not file.exists()


OUTLINES = {
    "only-comments": (b"# one\n  # two\n", "only comments"),
    "empty": (b"", "empty"),
    "first-line-indented": (b"\n  head: A\n    B\n", "Line 2 "),
    "long-label": (b"head: A\n  " + b"x" * 5_000, "Line 2 "),
    "not-utf8": ("head: Größe".encode("latin-1"), "UTF-8"),
    "between-levels": (b"A\n    B\n  C\n", "Line 3 "),
    "idea-in-fishbone": (b"A\n  idea: B\n", "Line 2 "),
    "aim-as-fishbone": (b"aim: A\n  B\n", "--as theory"),
    "too-deep": ("\n".join(" " * at + "why" for at in range(60)).encode(), "Line 42 "),
    "too-many-lines": (b"A\n" * 20_001, "20,000 lines"),
    "workbook": (GOOD, "workbook"),
}


@pytest.mark.parametrize(("data", "words"), OUTLINES.values(), ids=OUTLINES)
def test_bad_outlines_are_refused_and_nothing_is_written(
    run: CommandLine, file: Path, data: bytes, words: str
) -> None:
    source = file.parent / "notes.txt"
    source.write_bytes(data)
    said = run("import", source, file, "--as", "fishbone")
    said.assert_refused("notes.txt", words)
    assert not file.exists()
    file.write_bytes(GOOD)
    run("import", source, file, "--as", "fishbone", "--add").assert_refused(words)
    assert file.read_bytes() == GOOD


def test_control_characters_and_markup_are_imported_as_words(run: CommandLine, file: Path) -> None:
    source = file.parent / "notes.txt"
    source.write_bytes(b"Absence\n  <b>R&D < 5\x1b[31m\n")
    assert run("import", source, file, "--as", "fishbone").code == 0
    for name in ("out.svg", "out.pdf"):
        assert run("export", file, file.parent / name).code == 0
    svg = (file.parent / "out.svg").read_text(encoding="utf-8")
    assert "&lt;b&gt;R&amp;D &lt; 5[31m" in svg


def test_a_name_with_control_characters_cannot_paint_the_terminal(
    run: CommandLine, tmp_path: Path
) -> None:
    said = run("check", tmp_path / "a\x1b[31mb.ilead")
    said.assert_refused("a[31mb.ilead")
    assert "\x1b" not in said.err


@pytest.mark.skipif(os.name == "nt", reason="a folder that one works in cannot go there")
def test_a_folder_that_went_while_one_works_in_it_is_no_fault_of_the_program(
    run: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "share"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    run("check", "plan.ilead").assert_refused("There is no file “plan.ilead”")
    run("new", "plan.ilead").assert_refused("Its folder is not there")
    assert from_root(Path("plan.ilead")) == Path("plan.ilead")
