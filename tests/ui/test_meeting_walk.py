"""A whole meeting by keys alone: opened, worked in, closed, saved, reopened, compared, restored."""

from datetime import date
from pathlib import Path

import pytest
from gatherings import NOVEMBER, OCTOBER, SECOND, convened, gathered
from hands import Desk
from PySide6.QtWidgets import QLineEdit
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import Cause, Workbook, pages
from ilead_studio.rules.meetings import decided_at, meeting_with_id, steps_of
from ilead_studio.ui.lists.row_list import RowList
from ilead_studio.ui.past.looking_back import LookingBack

CHANGES = (
    "Added: The bridge is closed, under “Buses”",
    "Reworded: Buses come late in winter, was “Buses come late”",
    "Evidence: Buses come late in winter, hunch → supported",
)
"""What changed since the first meeting, in words."""


def invited() -> Workbook:
    """Return the partnership before its second convening; the first one has kept a snapshot."""
    book = edits.take_snapshot(convened(), key("kept"), "12 October", OCTOBER, "")
    book = edits.add_meeting(book, SECOND, NOVEMBER, place="College")
    return edits.add_agenda_item(book, SECOND, key("look"), "Look at the lists")


@pytest.fixture
def there(desk: Desk) -> Desk:
    """The window before the second convening, on the fishbone."""
    desk.window.work.begin(invited())
    desk.settle()
    return desk


def book(desk: Desk) -> Workbook:
    return desk.window.work.workbook


def name(desk: Desk) -> str:
    return desk.focus.accessibleName()


def cause(desk: Desk, words: str) -> Cause:
    return next(it for page in book(desk).fishbones for it in page.causes if it.text == words)


def command(desk: Desk, words: str) -> None:
    """Do a command by its words in the list of all commands."""
    desk.press("Ctrl+K")
    desk.type(words)
    desk.press("Return")


def looking(desk: Desk) -> LookingBack:
    view = desk.window.sections.view
    assert isinstance(view, LookingBack)
    return view


def heard(desk: Desk) -> list[str]:
    """Return the rows of the list in view as they are read aloud."""
    rows = looking(desk).panel.list
    return [rows.item(at).text() for at in range(rows.count())]


def open_and_write(desk: Desk) -> None:
    """Open the meeting; tick the agenda, write down a decision and a next step."""
    desk.press("Ctrl+7")
    assert name(desk) == "Open the meeting"
    desk.press("F7")
    assert "this one open since 24 Nov, 10:42" in desk.window.status.words
    assert name(desk) == "For those who were not there"
    desk.press("Ctrl+Alt+A")
    assert name(desk) == "Agenda 1: done"
    desk.press("Space")
    desk.press("Ctrl+Alt+D")
    desk.type("We start at noon")
    desk.press("Return")
    assert name(desk) == "Decision 2"
    desk.press("Ctrl+Alt+N")
    desk.type("Ask the drivers")
    desk.press("Tab")
    desk.type("Dean")
    desk.press("Tab")
    desk.type("4 Dec")
    desk.press("Return")
    assert name(desk) == "Next step 2"
    meeting, (step,) = meeting_with_id(book(desk), SECOND), steps_of(book(desk), SECOND)
    assert meeting is not None
    assert [(it.text, it.done) for it in meeting.agenda] == [("Look at the lists", True)]
    assert [it.text for it in decided_at(book(desk), SECOND)] == ["We start at noon"]
    assert (step.text, step.owner, step.due) == ("Ask the drivers", "Dean", date(2026, 12, 4))


def work_on_the_fishbone(desk: Desk) -> None:
    """Change a cause, say what is known about it, and add another one."""
    desk.press("Ctrl+2", "Ctrl+F")
    desk.type("Buses come")
    desk.press("Return")
    assert desk.focus is desk.window.canvas
    assert desk.words == "Buses come late"
    desk.press("Ctrl+Shift+2", "F2", "End")
    desk.type(" in winter")
    desk.press("Return")
    desk.type("The bridge is closed")
    desk.press("Return", "Escape")
    assert desk.focus is desk.window.canvas
    assert desk.words == "The bridge is closed"
    assert cause(desk, "Buses come late in winter").evidence == "supported"
    assert cause(desk, "The bridge is closed").parent_id == key("buses")


def close_and_come_again(desk: Desk, path: Path) -> None:
    """Close the meeting, save, and open the file again."""
    desk.answers.path = path
    desk.press("Ctrl+7", "F7")
    assert name(desk) == "Close the meeting"
    desk.press("F7")
    assert "Closed 10:42" in desk.window.status.words
    assert name(desk) == "Copy the e-mail text"
    desk.press("Ctrl+S")
    assert desk.window.status.words.startswith("Saved 10:42")
    assert name(desk) == "Copy the e-mail text"
    desk.press("Ctrl+O")
    assert desk.answers.asked[-1] == "open"
    assert desk.focus is desk.window.canvas


def see_what_changed(desk: Desk) -> None:
    """See what changed since the first meeting, in words and on the marked page."""
    command(desk, "what changed")
    here = looking(desk)
    assert name(desk) == "What changed"
    assert here.counts() == "24 November to now: no changes"
    desk.press("Shift+Tab", "Shift+Tab")
    assert name(desk) == "Changes since"
    desk.press("Down")
    assert name(desk) == "Changes since"
    assert here.counts() == "12 October to now: 3 changes"
    desk.press("Tab", "Tab")
    assert name(desk) == "What changed"
    assert here._page.sights.value == "marked"
    for at, words in enumerate(CHANGES, 1):
        assert here.line is not None
        assert here.line.sentence == words
        assert not here._page.sheet.box_of(here.line.item_id).isEmpty()
        assert f"{words}, {at} of 3" in heard(desk)
        assert here._page.sheet.accessibleName().startswith(f"{words}. Page, to be looked at.")
        desk.press("Down")
    assert "All that changed since 12 October." in here._page.says.text()


def see_the_snapshot_and_restore_it(desk: Desk) -> None:
    """Look at the snapshot of the first meeting, restore its page, and take that back."""
    command(desk, "snapshots")
    here, before = looking(desk), book(desk)
    assert name(desk) == "Snapshots"
    desk.press("Down")
    assert heard(desk)[-1] == "12 October, 12 October 2026, 3 changes since, 2 of 2"
    assert (
        here._page.says.text() == "You are looking at 12 October. The workbook of now is untouched."
    )
    command(desk, "restore the page")
    assert "A copy of the page as it was stands beside" in desk.window.status.words
    assert desk.focus is desk.window.canvas
    assert [it.title for it in book(desk).fishbones] == ["Why?", "Why? (12 October)"]
    assert "Buses come late" in [words for _, words in desk.tree]
    desk.press("Ctrl+Z")
    assert "Undone: restore" in desk.window.status.words
    assert desk.focus is desk.window.canvas
    assert pages(book(desk)) == pages(before)
    assert "Buses come late in winter" in [words for _, words in desk.tree]


def test_a_whole_meeting_by_keys(there: Desk, tmp_path: Path) -> None:
    open_and_write(there)
    work_on_the_fishbone(there)
    close_and_come_again(there, tmp_path / "riverbend.ilead")
    see_what_changed(there)
    see_the_snapshot_and_restore_it(there)


def test_the_agenda_is_gone_on_with_at_what_is_not_done_yet(desk: Desk) -> None:
    desk.window.work.begin(gathered())
    desk.press("Ctrl+7", "Ctrl+Alt+A", "Space")
    assert name(desk) == "Agenda 1: done"
    desk.press("Ctrl+Alt+A", "Space")
    assert name(desk) == "Agenda 2: done"
    desk.press("Ctrl+Alt+A")
    assert name(desk) == "Agenda 3"


def test_who_is_here_is_counted_by_digits_and_enter(there: Desk) -> None:
    there.press("Ctrl+7", "Ctrl+Alt+W")
    there.type("2")
    there.press("Return")
    there.type("1")
    there.press("Ctrl+Alt+A", "Ctrl+Alt+W")
    assert name(there) == "How many: Dean, Lakeside"
    assert "Northfield Schools 3 here" in there.window.status.words


def test_without_parties_and_roles_nobody_can_be_counted(desk: Desk) -> None:
    desk.press("Ctrl+7", "Return", "Ctrl+Alt+W")
    assert "named in the partnership" in desk.window.status.words
    assert name(desk) == "Day"


@pytest.mark.parametrize(
    ("command_name", "says"),
    [("restore page", "Look at a snapshot first"), ("bring back", "Look at a snapshot first")],
)
def test_what_is_taken_over_from_a_snapshot_needs_one_in_view(
    there: Desk, command_name: str, says: str
) -> None:
    there.window.do(command_name)
    assert says in there.window.status.words


def test_delete_on_the_picture_of_a_snapshot_deletes_nothing(there: Desk) -> None:
    command(there, "snapshots")
    here = looking(there)
    while there.focus is not here._page.sheet:
        there.press("F6")
    there.press("Delete")
    assert len(book(there).snapshots) == 1
    assert "Restore it as a copy to work in it." in there.window.status.words
    there.press("F2")
    assert there.focus is here._page.sheet


def test_that_all_is_saved_is_shown_before_what_was_said(there: Desk, tmp_path: Path) -> None:
    there.answers.path = tmp_path / "riverbend.ilead"
    there.press("Ctrl+7", "F7", "Ctrl+7", "F7", "F7")
    assert "Closed" in there.window.status.words
    there.press("Ctrl+S")
    assert there.window.status.words.startswith("Saved")
    there.press("Ctrl+Alt+D")
    assert there.window.status.words.startswith("Saved")


def test_the_catch_up_never_covers_the_bar(there: Desk) -> None:
    there.press("Ctrl+7", "F7", "F7", "Shift+F7")
    card = there.focus.parentWidget()
    assert card is not None
    assert card.y() >= there.window.bar.height()


def test_a_line_says_in_words_what_it_is_about(desk: Desk) -> None:
    desk.window.work.begin(gathered())
    desk.press("Ctrl+7", "Escape", "End", "Ctrl+Alt+D")
    assert name(desk) == "Decision 3"
    desk.press("Up", "Up")
    assert desk.focus.accessibleDescription() == "About “Buses come late”"


def test_a_meeting_is_read_aloud_in_words(there: Desk) -> None:
    there.press("Ctrl+7", "F7")
    rows = there.focus
    assert isinstance(rows, RowList)
    assert rows.item(0).text() == "Lakeside University: agree to “Ask three drivers”, 1 of 1"
    there.press("Ctrl+Alt+W")
    assert there.focus.accessibleDescription().startswith("Up and Down count.")
    there.press("Ctrl+Alt+N", "Tab", "Tab")
    assert "Type it like 13 Nov" in there.focus.accessibleDescription()


def test_the_key_of_the_section_comes_from_promised_steps_to_the_meetings(there: Desk) -> None:
    command(there, "promised steps of all")
    there.press("F7")
    assert "That is for a meeting. Ctrl+7 goes to them." in there.window.status.words
    there.press("Ctrl+7")
    assert name(there) == "Open the meeting"


def test_another_workbook_begins_at_its_meetings(there: Desk) -> None:
    command(there, "promised steps of all")
    there.window.work.begin(gathered())
    there.press("Ctrl+7")
    assert name(there) == "For those who were not there"
    assert "this one open" in there.window.status.words


def test_the_keys_that_help_are_those_of_where_the_keyboard_is(there: Desk) -> None:
    there.press("Ctrl+7", "Escape")
    assert "plan a meeting" in there.window.hints.text()
    there.press("Tab")
    there.press("Ctrl+Alt+A")
    assert "F7  open it" in there.window.hints.text()
    assert "next row" in there.window.hints.text()


def test_where_nothing_is_promised_a_button_leads_to_the_meetings(desk: Desk) -> None:
    command(desk, "promised steps of all")
    assert name(desk) == "Go to the meetings"
    desk.press("Return")
    assert name(desk) == "Plan a meeting"
    desk.window.work.begin(gathered())
    command(desk, "promised steps of all")
    assert name(desk) == "Promised steps"


def test_a_next_step_is_seen_with_its_owner_and_day(desk: Desk) -> None:
    desk.window.work.begin(gathered())
    desk.window.resize(1280, 640)
    desk.press("Ctrl+7", "Ctrl+Alt+N")
    fields = desk.window.findChildren(QLineEdit)
    owner = next(it for it in fields if it.accessibleName() == "Next step 2: owner")
    assert owner.visibleRegion().boundingRect().height() == owner.height()
