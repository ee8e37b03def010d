"""What changed on paper: tables with both sides, what is as it was, and the marked diagrams."""

from datetime import date

from gatherings import FIRST, gathered
from leaf_words import rows, said, tables
from workbooks import both, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.drawing.ops import TextLine, placed_groups
from ilead_studio.model import Workbook, replace
from ilead_studio.packet.blocks import Picture
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.what_changed_page import what_changed_page

JUNE, OCTOBER, TODAY = date(2026, 6, 3), date(2026, 10, 12), date(2026, 11, 24)


def kept() -> Workbook:
    """Return a workbook with two snapshots, and something changed since each."""
    workbook = edits.take_snapshot(both(), key("june"), "June", JUNE)
    workbook = edits.rename(workbook, key("late"), "Buses wait at the bridge")
    workbook = edits.take_snapshot(workbook, key("october"), "12 October", OCTOBER)
    return edits.delete(workbook, [key("work")])


def changed(workbook: Workbook, of: str = "", *, large: bool = False) -> tuple[Leaf, ...]:
    return what_changed_page(Given(workbook, TODAY, of=of, large=large))


def test_each_change_stands_with_what_was_and_what_is() -> None:
    first, _ = changed(kept(), key("june"))
    assert first.title == "What changed since June"
    assert first.ref == "F1"
    assert rows(first) == [
        ["removed", "C6", "Parents work early", "under “Home”", "not there"],
        ["reworded", "C2", "Buses wait at the bridge", "“Buses come late”", "as it stands here"],
    ]


def test_the_last_line_counts_what_is_as_it_was() -> None:
    first, _ = changed(kept(), key("june"))
    counted = "Unchanged: 4 bones and causes, 3 drivers, 2 change ideas."
    assert any(it.startswith(counted.removesuffix(".")) for it in said(first))


def test_the_newest_snapshot_is_taken_unless_one_is_named() -> None:
    first, _ = changed(kept())
    assert first.title == "What changed since 12 October"
    assert len(rows(first)) == 1


def test_for_a_meeting_it_is_the_snapshot_of_the_last_one() -> None:
    workbook = edits.take_snapshot(gathered(), key("kept"), "Before", OCTOBER)
    meetings = (
        replace(it, snapshot=key("kept")) if it.id == FIRST else it for it in workbook.meetings
    )
    workbook = replace(workbook, meetings=tuple(meetings))
    workbook = edits.take_snapshot(workbook, key("newer"), "Newer", TODAY)
    assert changed(workbook)[0].title == "What changed since Before"


def test_a_changed_diagram_is_printed_with_its_marks_in_words() -> None:
    _, diagram = changed(kept(), key("june"))
    (picture,) = diagram.blocks
    assert isinstance(picture, Picture)
    assert diagram.wide
    assert [row.text for row in picture.rows if row.id == key("work")] == ["Parents work early"]
    mark = picture.marks[key("late")].changed
    assert mark is not None
    assert (mark.sort, mark.was) == ("reworded", "was “Buses come late”")


def test_large_print_has_the_tables_alone() -> None:
    assert len(changed(kept(), large=True)) == 1


def test_nothing_changed_is_said_and_without_a_snapshot_there_is_no_page() -> None:
    workbook = edits.take_snapshot(both(), key("june"), "June", JUNE)
    (leaf,) = changed(workbook)
    assert "Nothing has changed since then." in said(leaf)
    assert tables(leaf) == []
    assert changed(both()) == ()


def test_each_item_of_a_marked_diagram_carries_its_reference_what_is_gone_too() -> None:
    _, diagram = changed(kept(), key("june"))
    (picture,) = (it for it in diagram.blocks if isinstance(it, Picture))
    groups = (it.group for it in placed_groups(picture.drawing))
    drawn = {op.text for group in groups for op in group.ops if isinstance(op, TextLine)}
    refs = {row.ref for row in picture.rows[1:]}
    assert "C6" in refs
    assert refs <= drawn


def test_words_of_a_marked_diagram_are_not_made_hard_to_read_for_references() -> None:
    book = wide_fishbone(400)
    book = edits.take_snapshot(book, key("june"), "June", JUNE)
    book = edits.rename(book, book.fishbones[0].causes[-1].id, "Buses wait at the bridge")
    _, diagram = changed(book, key("june"))
    (picture,) = (it for it in diagram.blocks if isinstance(it, Picture))
    assert not any(it.ref for it in picture.marks.values())
