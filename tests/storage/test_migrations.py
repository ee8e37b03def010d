"""A file of every released version opens for ever, step by step; one that is to come says so."""

import json
import re
from pathlib import Path

import pytest
from newer import newer_file
from wholeness import assert_whole_whatever_fails
from workbooks import both

from ilead_studio.errors import Damaged, FileError, TooNew
from ilead_studio.model import Workbook
from ilead_studio.storage import format as file_format
from ilead_studio.storage import migrations
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import VERSION, decode, encode, first_line
from ilead_studio.storage.migrations import STEPS, Document, migrated
from ilead_studio.storage.store import open_workbook, save_workbook

FILES = Path(__file__).parent.parent / "files"
EACH = sorted(FILES.glob("version-*.ilead"))


def version_of(file: Path) -> int:
    named = re.match(r"version-(\d+)", file.name)
    assert named
    return int(named[1])


# --- what was released ---------------------------------------------------------------------------
def test_there_is_one_step_from_each_version_and_a_file_of_each() -> None:
    assert set(STEPS) == set(range(1, VERSION))
    assert {version_of(file) for file in EACH} == set(range(1, VERSION + 1))


@pytest.mark.parametrize("file", EACH, ids=lambda file: file.stem)
def test_a_file_of_each_version_opens_as_if_it_were_of_today(file: Path) -> None:
    data = file.read_bytes()
    header = first_line(data)
    assert header is not None
    assert header.version == version_of(file)
    decoded = decode(data, file.name)
    assert (decoded.notice, decoded.read_only) == ("", False)
    assert decode(encode(decoded.workbook), file.name).workbook == decoded.workbook


def test_of_the_first_version_a_file_with_everything_in_it_is_kept() -> None:
    workbook = open_workbook(FILES / "version-1-whole.ilead", Disk()).workbook
    assert [name for name in Workbook.model_fields if not getattr(workbook, name)] == []
    assert len(workbook.fishbones[0].causes) == 41
    assert workbook.tray[0].text == "Breakfast before the first bell"
    assert workbook.packets[0].pages[1].of == workbook.fishbones[0].id
    assert workbook.snapshots[0].was.fishbones


# --- steps that are still to come ----------------------------------------------------------------
def _called_name(document: Document) -> Document:
    """From 1 to 2: the title is called a name."""
    return {"name": document.pop("title"), **document}


def _called_title(document: Document) -> Document:
    """From 2 to 3: and back."""
    return {"title": document.pop("name") + "!", **document}


@pytest.fixture
def third(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this be the program of version 3."""
    monkeypatch.setattr(migrations, "STEPS", {1: _called_name, 2: _called_title})
    monkeypatch.setattr(file_format, "VERSION", 3)


@pytest.mark.usefixtures("third")
def test_a_document_goes_through_every_step_in_turn() -> None:
    assert migrated({"title": "Plan"}, 1, 3) == {"title": "Plan!"}
    assert migrated({"name": "Plan"}, 2, 3) == {"title": "Plan!"}
    assert migrated({"title": "Plan"}, 3, 3) == {"title": "Plan"}


@pytest.mark.usefixtures("third")
def test_the_workbooks_of_former_days_go_through_them_too() -> None:
    then = {"title": "Plan", "snapshots": [{"was": {"title": "Idea"}}]}
    assert migrated(then, 1, 3) == {"title": "Plan!", "snapshots": [{"was": {"title": "Idea!"}}]}


@pytest.mark.usefixtures("third")
def test_an_older_file_opens_without_a_word_and_is_saved_as_of_today(tmp_path: Path) -> None:
    path = newer_file(tmp_path / "old.ilead", version=1, program="0.1.0")
    opened = open_workbook(path, Disk())
    assert (opened.notice, opened.read_only) == ("", False)
    assert opened.workbook == both().model_copy(update={"title": f"{both().title}!"})
    save_workbook(opened.workbook, path, Disk(), opened.stamp)
    header = first_line(path.read_bytes())
    assert header is not None
    assert header.version == 3
    assert open_workbook(path, Disk()).workbook == opened.workbook


@pytest.mark.usefixtures("third")
def test_whatever_fails_meanwhile_the_older_file_is_whole_or_the_new_one_is(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    path = newer_file(here / "old.ilead", version=1, program="0.1.0")
    refusals = set[str]()

    def migrate(disk: Disk) -> bool:
        try:
            opened = open_workbook(path, disk)
            save_workbook(opened.workbook, path, disk, opened.stamp)
        except FileError as error:
            refusals.add(str(error))
            return False
        return True

    assert assert_whole_whatever_fails(here, migrate) > 90
    assert all("old.ilead" in it for it in refusals)
    safe = ("unchanged", "not changed", "did not confirm", "no longer", "no file")
    assert [it for it in refusals if not any(words in it for words in safe)] == []
    assert open_workbook(path, Disk()).workbook.title == f"{both().title}!"


@pytest.mark.usefixtures("third")
def test_a_step_that_fails_halfway_leaves_the_older_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(document: Document) -> Document:
        document["title"] = document.pop("name")
        raise KeyError

    monkeypatch.setattr(migrations, "STEPS", {1: _called_name, 2: fails})
    path = newer_file(tmp_path / "old.ilead", version=1)
    before = path.read_bytes()
    with pytest.raises(Damaged, match=r"“old\.ilead” is damaged\. It is not what.*not changed\."):
        open_workbook(path, Disk())
    assert path.read_bytes() == before


@pytest.mark.usefixtures("third")
def test_an_older_file_that_somebody_edited_opens_with_a_notice(tmp_path: Path) -> None:
    path = newer_file(tmp_path / "old.ilead", version=1)
    path.write_bytes(path.read_bytes().replace(b"Buses", b"Trams"))
    assert "another program" in open_workbook(path, Disk()).notice


@pytest.mark.usefixtures("third")
@pytest.mark.parametrize(
    "document",
    ['{"parties": []}', "[]", '{"title": 3}', '{"title": {}}', '{"title": "A", "snapshots": [3]}'],
)
def test_an_older_file_that_is_not_what_it_says_is_damaged(document: str) -> None:
    data = f'{{"format":"ilead-studio","version":1,"reads_as":1,\n"workbook":{document}\n}}\n'
    with pytest.raises(Damaged, match="damaged"):
        decode(data.encode(), "old.ilead")


# --- newer files ---------------------------------------------------------------------------------
def test_a_newer_file_that_can_be_shown_opens_for_reading_only(tmp_path: Path) -> None:
    path = newer_file(tmp_path / "new.ilead", colours=["red"])
    opened = open_workbook(path, Disk())
    assert opened.read_only
    assert opened.workbook == both()
    assert "0.9.0" in opened.notice
    assert "leaves out what only that one knows" in opened.notice


def test_a_newer_file_is_never_written_over(tmp_path: Path) -> None:
    path = newer_file(tmp_path / "new.ilead", colours=["red"])
    before = path.read_bytes()
    opened = open_workbook(path, Disk())
    for stamp in (opened.stamp, None):
        with pytest.raises(TooNew, match="left as it is"):
            save_workbook(opened.workbook, path, Disk(), stamp)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("program", "words"),
    [("2.0.0", "needs iLEAD Studio 2.0.0 or later"), ("", "knows format 3; this one knows 1")],
)
def test_a_newer_file_that_cannot_be_shown_says_what_it_needs(
    tmp_path: Path, program: str, words: str
) -> None:
    path = newer_file(tmp_path / "new.ilead", version=3, reads_as=2, program=program)
    with pytest.raises(TooNew, match=re.escape(words)):
        open_workbook(path, Disk())


@pytest.mark.parametrize("added", [{"title": ["no", "words"]}, {"fishbones": [{"id": "x"}]}])
def test_a_newer_file_that_promised_too_much_is_not_called_damaged(
    tmp_path: Path, added: dict[str, object]
) -> None:
    path = newer_file(tmp_path / "new.ilead", **added)
    with pytest.raises(TooNew, match=r"needs iLEAD Studio 0\.9\.0"):
        open_workbook(path, Disk())


def test_a_newer_file_that_was_broken_is_called_damaged(tmp_path: Path) -> None:
    path = newer_file(tmp_path / "new.ilead")
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(Damaged):
        open_workbook(path, Disk())
    newer_file(path)
    path.write_bytes(path.read_bytes().replace(b'"text": "Buses"', b'"text": 7'))
    with pytest.raises(Damaged):
        open_workbook(path, Disk())


def test_a_file_that_says_it_cannot_read_itself_makes_no_sense(tmp_path: Path) -> None:
    path = newer_file(tmp_path / "odd.ilead", version=1, reads_as=2)
    with pytest.raises(FileError, match="makes no sense"):
        open_workbook(path, Disk())
    assert json.loads(path.read_bytes())["reads_as"] == 2
