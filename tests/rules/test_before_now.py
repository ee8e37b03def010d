"""Both sides of what changed, for a table: what was before, what is now."""

from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.before_now import BeforeNow, Sides
from ilead_studio.rules.changed import compared, lines_of, sections


def told(new: Workbook, old: Workbook | None = None) -> dict[tuple[str, str], Sides]:
    """Return both sides of each line, by what happened and to what."""
    was, now = (compared(it, "snapshot") for it in (old or both(), new))
    sided = BeforeNow(was, now)
    return {(it.sort, it.item_id): sided.of(it) for it in lines_of(sections(was, now))}


def test_what_came_and_what_went_was_or_is_not_there() -> None:
    workbook = edits.add_cause(both(), key("new"), "Drivers change", key("buses"))
    workbook = edits.delete(workbook, [key("work")])
    sides = told(workbook)
    assert sides["added", key("new")] == ("not there", "under “Buses”")
    assert sides["removed", key("work")] == ("under “Home”", "not there")


def test_words_and_states_are_told_as_they_were_and_are() -> None:
    workbook = edits.rename(both(), key("late"), "Buses wait")
    workbook = edits.put(workbook, [key("full")], evidence="supported", root=True)
    sides = told(workbook)
    assert sides["reworded", key("late")] == ("“Buses come late”", "“Buses wait”")
    assert sides["evidence", key("full")] == ("hunch", "supported")
    assert sides["changed", key("full")] == ("root cause: no", "root cause: yes")


def test_what_moved_says_under_what() -> None:
    workbook = edits.move(both(), key("late"), key("home"))
    assert told(workbook)["moved", key("late")] == ("under “Buses”", "under “Home”")


def test_what_is_linked_anew_says_what_it_serves() -> None:
    workbook = edits.link(both(), key("hour"), key("families"))
    assert told(workbook)["relinked", key("hour")] == ("nothing yet", "serves “Families”")
    assert told(both(), workbook)["relinked", key("hour")] == ("serves “Families”", "nothing now")


def test_of_evidence_only_what_came_is_told() -> None:
    old = edits.add_evidence(both(), key("first"), "A count")
    old = edits.cite(old, [key("late")], key("first"))
    new = edits.add_evidence(old, key("second"), "An interview")
    new = edits.cite(new, [key("late")], key("second"))
    assert told(new, old)["evidence", key("late")] == ("nothing yet", "also “An interview”")
