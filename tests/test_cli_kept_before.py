"""A command that writes into a workbook keeps what its file held among the earlier versions."""

from pathlib import Path

import pytest
from commandline import CommandLine
from forms import came_back
from workbooks import both, key

from ilead_studio.places import find_places
from ilead_studio.storage.backups import backup_folder, versions
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "team.ilead"
    path.write_bytes(encode(both()))
    return path


def kept(run: CommandLine, book: Path) -> list[bytes]:
    state = find_places({"ILEAD_STUDIO_HOME": str(run.home)}).state
    return [it.file.read_bytes() for it in versions(backup_folder(state, book), Disk())]


def test_before_forms_are_collected(run: CommandLine, book: Path, tmp_path: Path) -> None:
    form = tmp_path / "back.pdf"
    form.write_bytes(came_back(both(), key("cycle"), owner="Grade team"))
    run("collect", book, form)
    assert book.read_bytes() != encode(both())
    assert kept(run, book) == [encode(both())]


def test_before_an_outline_is_added(run: CommandLine, book: Path, tmp_path: Path) -> None:
    outline = tmp_path / "buses.txt"
    outline.write_text("head: Pupils miss school\n  Buses\n", encoding="utf-8")
    run("import", outline, book, "--as", "fishbone", "--add")
    assert book.read_bytes() != encode(both())
    assert kept(run, book) == [encode(both())]
