"""The list of snapshots: newest first, with day, reason, and how much changed since."""

from datetime import date

from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import FishbonePlan
from ilead_studio.rules.change_lines import SORTS
from ilead_studio.rules.changed import changed_since, count_words, lines_of, sections, sort_words
from ilead_studio.rules.snapshots import proposed_name, since_words, snapshot_rows

OCTOBER, JUNE = date(2026, 10, 12), date(2026, 6, 3)


def test_the_newest_day_comes_first() -> None:
    workbook = edits.take_snapshot(both(), key("one"), "Convening", OCTOBER, "Before winter\nx")
    workbook = edits.take_snapshot(workbook, key("two"), "Typed later", JUNE)
    workbook = edits.take_snapshot(workbook, key("three"), "Evening", OCTOBER)
    assert [(it.name, it.detail) for it in snapshot_rows(workbook)] == [
        ("Evening", "12 October 2026"),
        ("Convening", "12 October 2026 · Before winter"),
        ("Typed later", "3 June 2026"),
    ]


def test_how_much_changed_since_is_counted() -> None:
    workbook = edits.take_snapshot(both(), key("one"), "Convening", OCTOBER)
    assert since_words(workbook, workbook.snapshots[0]) == "no changes"
    workbook = edits.rename(workbook, key("late"), "Late")
    assert since_words(workbook, workbook.snapshots[0]) == "1 change"
    workbook = edits.delete(workbook, [key("work")])
    assert since_words(workbook, workbook.snapshots[0]) == "2 changes"


def test_neither_layouts_nor_references_nor_the_tray_are_told_of_a_snapshot() -> None:
    workbook = edits.take_snapshot(both(), key("one"), "Convening", OCTOBER)
    workbook = edits.catch(workbook, key("loose"), "Words")
    plan = FishbonePlan(room=(500, 400), wrap=100, row_gap=5, spread=0, slope=0.3)
    workbook = edits.with_plan(workbook, key("head"), plan)
    added = edits.add(workbook, "cause", key("new"), "New", key("late"), None)
    workbook = edits.delete(added, [key("new")])
    assert changed_since(workbook, workbook.snapshots[0]) == ()


def test_two_snapshots_are_compared_like_any_two_workbooks() -> None:
    one = edits.take_snapshot(both(), key("one"), "One", JUNE)
    two = edits.take_snapshot(edits.rename(one, key("late"), "Late"), key("two"), "Two", OCTOBER)
    then, now = two.snapshots
    assert count_words(sections(then.was, now.was)) == "1 change"
    assert [it.item_id for it in lines_of(sections(then.was, now.was))] == [key("late")]


def test_a_name_is_proposed_that_is_free() -> None:
    assert proposed_name(both(), OCTOBER) == "12 October"
    workbook = edits.take_snapshot(both(), key("one"), "12 October", OCTOBER)
    assert proposed_name(workbook, OCTOBER) == "12 October, 2"


def test_each_sort_of_change_has_a_heading() -> None:
    assert len({sort_words(it) for it in SORTS}) == len(SORTS)
