"""What one step did, told by identity."""

from gatherings import FIRST, HOUR, LISTS, NOON, gathered
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook, difference, replace


def told(before: Workbook, after: Workbook) -> tuple[set[str], set[str], set[str]]:
    change = difference(before, after)
    return set(change.added), set(change.removed), set(change.updated)


def test_nothing_differs_from_itself() -> None:
    workbook = both()
    assert told(workbook, workbook) == (set(), set(), set())


def test_a_renamed_cause_is_updated_and_so_is_its_fishbone() -> None:
    workbook = both()
    after = edits.rename(workbook, key("late"), "Buses come late in winter")
    change = difference(workbook, after, "Rename cause")
    assert change.updated == {key("late"), key("head")}
    assert (change.before, change.after, change.label) == (workbook, after, "Rename cause")


def test_what_came_and_what_went_are_told() -> None:
    workbook = both()
    after = edits.add_cause(workbook, key("new"), "New", key("home"))
    assert told(workbook, after) == ({key("new")}, set(), {key("head")})
    assert told(after, workbook) == (set(), {key("new")}, {key("head")})


def test_a_deleted_idea_takes_its_cycles_along() -> None:
    workbook = both()
    after = edits.delete(workbook, [key("talk")])
    assert told(workbook, after) == (set(), {key("talk"), key("cycle")}, {key("aim")})


def test_a_theory_is_updated_when_one_of_its_ideas_is() -> None:
    workbook = both()
    after = edits.rename(workbook, key("hour"), "Quiet half hour")
    assert told(workbook, after) == (set(), set(), {key("hour"), key("aim")})


def test_a_theory_is_updated_when_its_ideas_change_places() -> None:
    workbook = both()
    after = replace(workbook, ideas=workbook.ideas[::-1])
    assert told(workbook, after) == (set(), set(), {key("aim")})


def test_a_theory_is_not_updated_by_an_idea_that_it_does_not_hold() -> None:
    workbook = edits.add_theory(both(), key("other"))
    after = edits.rename(workbook, key("hour"), "Quiet half hour")
    assert key("other") not in difference(workbook, after).updated


def test_a_link_updates_its_theory() -> None:
    workbook = both()
    after = edits.set_strength(workbook, key("talk"), key("families"), "strong")
    assert told(workbook, after) == (set(), set(), {key("aim")})


def test_parties_and_problems_are_told_too() -> None:
    workbook = both()
    after = replace(workbook, parties=(), problems=(replace(workbook.problems[0], text="Other"),))
    assert told(workbook, after) == (set(), {key("party")}, {key("problem")})


def test_what_was_agreed_is_told_record_by_record() -> None:
    workbook = gathered()
    ticked = edits.tick_step(workbook, LISTS, workbook.meetings[0].day)
    assert told(workbook, ticked) == (set(), set(), {LISTS})
    left = edits.delete_meeting(ticked, FIRST)
    assert told(ticked, left) == (set(), {FIRST, HOUR, NOON, LISTS, key("letter")}, set())
