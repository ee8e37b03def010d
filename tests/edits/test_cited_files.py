"""Files become evidence by their names."""

import pytest
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Driver, Workbook, find, new_ids
from ilead_studio.model.evidence import Citation

LATE = key("late")


def cites(book: Workbook, item_id: str) -> tuple[Citation, ...]:
    item = find(book, item_id)
    assert isinstance(item, Cause | Driver)
    return item.cites


def test_a_file_is_named_and_cited_and_a_picture_is_something_seen() -> None:
    book = edits.cite_files(both(), LATE, ["bus_times.csv", "Map.JPG"], new_ids(2))
    made = book.evidence[-2:]
    assert [(it.text, it.kind, it.source) for it in made] == [
        ("bus times", "data", "bus_times.csv"), ("Map", "observation", "Map.JPG"),
    ]  # fmt: skip
    assert [it.evidence_id for it in cites(book, LATE)][-2:] == [it.id for it in made]


def test_a_file_that_is_named_already_is_cited_not_named_again() -> None:
    book = edits.cite_files(both(), LATE, ["bus.csv"], new_ids(1))
    named = book.evidence[-1].id
    book = edits.cite(book, [LATE], named, "against")
    book = edits.cite_files(book, LATE, ["bus.csv"], new_ids(1))
    book = edits.cite_files(book, key("daily"), ["bus.csv"], new_ids(1))
    assert [it.source for it in book.evidence].count("bus.csv") == 1
    assert [it.speaks for it in cites(book, LATE) if it.evidence_id == named] == ["against"]
    assert cites(book, key("daily"))[-1].evidence_id == named


def test_an_idea_cites_nothing() -> None:
    with pytest.raises(EditError):
        edits.cite_files(both(), key("talk"), ["bus.csv"], new_ids(1))
