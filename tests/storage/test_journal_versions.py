"""Journals of other versions: older ones are gone on with, newer ones are left as they are."""

import json
from pathlib import Path

import pytest
from journals import BASE, SAVED, grown, kept, looked

from ilead_studio.errors import TooNew
from ilead_studio.storage import format as file_format
from ilead_studio.storage import migrations
from ilead_studio.storage.chain import chained, read_chain
from ilead_studio.storage.migrations import Document
from ilead_studio.storage.recovery import read_journal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal"


def headed(data: bytes, **said: object) -> bytes:
    """Return a journal with other words in its head; None takes one out."""
    head, *rest = read_chain(data).records
    told = {name: it for name, it in (json.loads(head) | said).items() if it is not None}
    return chained((json.dumps(told).encode(), *rest))[0]


def written(folder: Path) -> bytes:
    kept(folder)
    (file,) = folder.iterdir()
    return file.read_bytes()


def test_the_head_names_the_version_of_the_files_format(folder: Path) -> None:
    head = json.loads(read_chain(written(folder)).records[0])
    assert (head["journal"], head["format"]) == (1, file_format.VERSION)


def test_a_head_that_does_not_is_of_the_first(folder: Path) -> None:
    assert read_journal(headed(written(folder), format=None)).workbook == grown()[-1]


@pytest.mark.parametrize("said", [{"format": 2}, {"journal": 2}])
def test_a_newer_one_is_told_and_stays_where_it_is(folder: Path, said: dict[str, int]) -> None:
    data = headed(written(folder), **said)
    (file,) = folder.iterdir()
    for _ in range(2):
        file.write_bytes(data)
        findings = looked(folder)
        assert (findings.found, findings.unread) == ((), ())
        (refusal,) = findings.newer
        assert str(refusal).startswith("“Ünit.ilead” was worked on in a newer iLEAD Studio")
        assert [*folder.iterdir()] == [file]
        assert file.read_bytes() == data


def test_one_without_a_file_is_told_too(folder: Path) -> None:
    with pytest.raises(TooNew, match=r"^A workbook without a file was worked on"):
        read_journal(headed(written(folder), format=7, path=""))


@pytest.mark.parametrize("said", [0, -1, "2", 1.5, True, [2]])
def test_what_is_no_version_is_broken(folder: Path, said: object) -> None:
    file = written(folder)
    (path,) = folder.iterdir()
    path.write_bytes(headed(file, format=said))
    assert len(looked(folder).unread) == 1


def _named(document: Document) -> Document:
    """From 1 to 2: the title is called a name."""
    return {"name": document.pop("title", ""), **document}


def _titled(document: Document) -> Document:
    """From 2 to 3: and back, with a mark."""
    return {"title": document.pop("name") + "!", **document}


def test_an_older_one_goes_through_every_step_after_what_was_typed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = written(folder)
    monkeypatch.setattr(migrations, "STEPS", {1: _named, 2: _titled})
    monkeypatch.setattr(file_format, "VERSION", 3)
    found = read_journal(data)
    assert found.saved.title == f"{SAVED.title}!"
    assert found.workbook.title == f"{grown()[-1].title}!"
    assert found.workbook.fishbones == grown()[-1].fishbones
    assert found.data == BASE.data
