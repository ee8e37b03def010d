"""Looking back: what is compared, the rows of the list, and the sentences about them."""

from datetime import date

from workbooks import both, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.changed import lines_of
from ilead_studio.rules.looking_back import (
    MOST_ROWS,
    Looking,
    Sides,
    can_come_back,
    change_rows,
    changes,
    kept_rows,
    page_words,
    refusal,
    sides,
    sight_words,
    span_words,
)

OCTOBER, JUNE = date(2026, 10, 12), date(2026, 6, 3)


def kept() -> Workbook:
    workbook = edits.take_snapshot(both(), key("june"), "June", JUNE)
    workbook = edits.rename(workbook, key("late"), "Buses wait at the bridge")
    workbook = edits.take_snapshot(workbook, key("october"), "12 October", OCTOBER, "Convening")
    workbook = edits.rename(edits.delete(workbook, [key("work")]), key("daily"), "Each day")
    return edits.add_evidence(workbook, key("new"), "Nine families")


def compared(looking: Looking) -> Sides:
    both_sides = sides(kept(), looking)
    assert both_sides is not None
    return both_sides


def test_without_a_snapshot_there_is_nothing_to_look_back_to() -> None:
    assert sides(both(), Looking()) is None


def test_the_newest_snapshot_is_compared_with_now() -> None:
    newest = compared(Looking())
    assert (newest.snapshot.name, newest.to) == ("12 October", "now")
    assert span_words(newest, changes(newest)) == "12 October to now: 3 changes"
    gone = compared(Looking(old_id=key("nobody"), new_id=key("nobody")))
    assert span_words(gone, changes(gone)) == "12 October to now: 3 changes"


def test_two_snapshots_are_compared_with_each_other() -> None:
    older = compared(Looking(key("june"), key("october")))
    assert span_words(older, changes(older)) == "June to 12 October: 1 change"


def test_rows_stand_by_page_and_by_what_happened() -> None:
    rows = change_rows(changes(compared(Looking())))
    assert [(it.words, it.number, it.is_page) for it in rows] == [
        ("Why?", 1, True), ("Removed", 1, False), ("Parents work early", 0, False),
        ("Reading", 1, True), ("Reworded", 1, False), ("Each day", 0, False),
        ("Evidence", 1, True), ("Added", 1, False), ("Nine families", 0, False),
    ]  # fmt: skip
    assert [it.detail for it in rows if it.key] == ["under “Home”", "was “Daily reading”", ""]
    assert all(it.sign and it.spoken for it in rows if it.key)


def test_what_nobody_would_walk_through_is_counted() -> None:
    wide = wide_fishbone(1_000)
    old = edits.take_snapshot(wide, key("one"), "One", JUNE)
    every = [it.id for it in wide.fishbones[0].causes]
    both_sides = sides(edits.put(old, every, evidence="supported"), Looking())
    assert both_sides is not None
    rows = change_rows(changes(both_sides))
    assert len(rows) == MOST_ROWS + 1
    assert rows[-1].words == f"{1_000 - sum(it.key is not None for it in rows)} more"


def test_pages_say_how_much_changed_on_them() -> None:
    newest = compared(Looking())
    assert [words for _, words in page_words(newest, changes(newest))] == [
        "Why?: 1 change", "Reading: 1 change",
    ]  # fmt: skip
    without = edits.delete_page(kept(), key("head"))
    gone = sides(without, Looking())
    assert gone is not None
    assert [page for page, _ in page_words(gone, ())] == [key("aim"), key("head")]


def test_only_what_was_removed_from_now_can_come_back() -> None:
    lines = [*lines_of(changes(compared(Looking())))]
    assert [can_come_back(Looking(), it) for it in lines] == [True, False, False]
    assert not can_come_back(Looking(new_id=key("june")), lines[0])


def test_snapshots_are_told_with_how_much_changed_since() -> None:
    rows = kept_rows(kept(), {key("october"): "3 changes"})
    assert [(it.words, it.detail) for it in rows] == [
        ("12 October", "12 October 2026 · Convening\n3 changes since"), ("June", "3 June 2026"),
    ]  # fmt: skip


def test_what_is_seen_is_said_and_why_nothing_can_be_changed() -> None:
    newest = compared(Looking())
    then = Looking(page_id=key("head"), sight="then")
    assert sight_words(newest, then).startswith("You are looking at 12 October.")
    assert refusal(newest, then) == "This is 12 October. Restore it as a copy to work in it."
    for sight in ("marked", "now"):
        assert "Enter goes to the item" in refusal(newest, Looking(sight=sight))
    older = compared(Looking(key("june"), key("october")))
    assert refusal(older, Looking(new_id=key("october"), sight="now")).startswith(
        "This is 12 October."
    )


def test_a_page_that_is_gone_or_was_not_there_yet_says_so() -> None:
    gone = sides(edits.delete_page(kept(), key("head")), Looking())
    new = sides(edits.add_fishbone(kept(), key("other"), "Other", "Head"), Looking())
    assert gone is not None
    assert new is not None
    assert "no longer there" in sight_words(gone, Looking(page_id=key("head")))
    then = Looking(page_id=key("other"), sight="then")
    assert "not there yet" in sight_words(new, then)
