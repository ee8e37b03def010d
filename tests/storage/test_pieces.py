"""A document made and read back record by record: the same bytes, nothing unreadable in them."""

from datetime import date

import pytest
from gatherings import gathered
from hypothesis import given
from outlines import workbooks
from workbooks import both, chained, key, reading

from ilead_studio import edits
from ilead_studio.errors import FileError
from ilead_studio.model import Fishbone, Record, Snapshot, Workbook
from ilead_studio.resources import resource
from ilead_studio.storage import pieces
from ilead_studio.storage.format import decode, encode, read_back

NAME = "plan.ilead"
DAY = date(2026, 10, 12)


def example(name: str) -> Workbook:
    return decode(resource("examples", f"{name}.ilead").read_bytes(), NAME).workbook


def broken(workbook: Workbook, **fields: object) -> Workbook:
    """Return a workbook whose fishbone says what no file may say."""
    page = workbook.fishbones[0].model_copy(update=fields)
    return workbook.model_copy(update={"fishbones": (page,)})


@given(workbooks())
def test_the_bytes_are_those_of_a_file(workbook: Workbook) -> None:
    assert read_back(workbook, NAME) == encode(workbook)


@pytest.mark.parametrize("name", ["attendance", "new-teachers", "college-math", "safer-wards"])
def test_an_example_has_the_same_bytes(name: str) -> None:
    assert read_back(example(name), NAME) == encode(example(name))


@pytest.mark.parametrize(
    "workbook",
    [Workbook(), Workbook(title="Only a name"), both(), reading(), chained(), gathered(),
     Workbook(counters=both().counters), broken(both(), causes=())],
)  # fmt: skip
def test_whatever_is_in_it_the_bytes_are_the_same(workbook: Workbook) -> None:
    assert read_back(workbook, NAME) == encode(workbook)


def test_so_are_those_of_snapshots() -> None:
    workbook = edits.take_snapshot(both(), key("abcdefgh"), "Before", DAY)
    assert read_back(workbook, NAME) == encode(workbook)
    only = Workbook(snapshots=workbook.snapshots, counters=workbook.counters)
    assert read_back(only, NAME) == encode(only)


def test_what_was_read_back_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    workbook = both()
    read_back(workbook, NAME)
    made: list[Record] = []
    monkeypatch.setattr(pieces, "_refuse_other", lambda record, _data: made.append(record))
    changed = edits.rename(workbook, key("late"), "Late buses")
    assert read_back(changed, NAME) == encode(changed)
    frames = (Workbook, *map(type, (*workbook.fishbones, *workbook.theories)))
    texts = [getattr(it, "text", "") for it in made if not isinstance(it, frames)]
    assert texts == ["Late buses"]


@pytest.mark.parametrize("fields", [{"head": "x" * 5_000}, {"ref": "none"}, {"head": "a\0b"}])
def test_what_could_not_be_opened_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises((FileError, ValueError)):
        read_back(broken(both(), **fields), NAME)


def test_so_is_an_item_that_could_not_be_opened() -> None:
    bad = both().fishbones[0].causes[0].model_copy(update={"text": "x" * 5_000})
    with pytest.raises(ValueError, match="validation"):
        read_back(broken(both(), causes=(bad,)), NAME)


def test_so_is_a_snapshot() -> None:
    was = Workbook().model_copy(update={"language": "no language"})
    bad = Snapshot.model_construct(id=key("abcdefgh"), name="Before", day=DAY, why="", was=was)
    with pytest.raises(ValueError, match="validation"):
        read_back(both().model_copy(update={"snapshots": (bad,)}), NAME)


def test_so_is_what_does_not_hold_together() -> None:
    page: Fishbone = both().fishbones[0]
    with pytest.raises(FileError):
        read_back(broken(both(), causes=(*page.causes, page.causes[0])), NAME)
