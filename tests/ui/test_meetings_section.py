"""The section Meetings by keyboard: planned, opened, written down, closed, and found again."""

from collections.abc import Iterator
from datetime import date

import pytest
from gatherings import FIRST, HUDDLE, LISTS, PARTY, READ, SECOND, THIRD, gathered
from hands import Desk
from PySide6.QtWidgets import QApplication
from workbooks import key

from ilead_studio.model import Meeting, Workbook
from ilead_studio.rules.meeting_attendance import attendance_rows
from ilead_studio.rules.meetings import decided_at, meeting_with_id, steps_of
from ilead_studio.ui.meetings.all_meetings import MeetingsPage
from ilead_studio.ui.meetings.page import MeetingPage
from ilead_studio.ui.meetings.section import Meetings


def book(desk: Desk) -> Workbook:
    return desk.window.work.workbook


def view(desk: Desk) -> MeetingsPage:
    section = desk.window.sections.view
    assert isinstance(section, Meetings)
    shown = section._views["meetings"]
    assert isinstance(shown, MeetingsPage)
    return shown


def form(desk: Desk) -> MeetingPage:
    return view(desk).form


def here(desk: Desk) -> Meeting:
    meeting = view(desk).sheet.meeting
    assert meeting is not None
    return meeting


def name(desk: Desk) -> str:
    return desk.focus.accessibleName()


@pytest.fixture
def there(desk: Desk) -> Iterator[Desk]:
    """The meetings of two convenings, the second one open."""
    desk.window.work.begin(gathered())
    desk.press("Ctrl+7")
    yield desk
    desk.settle()


def test_the_first_meeting_is_planned_field_by_field(desk: Desk) -> None:
    desk.press("Ctrl+7")
    assert name(desk) == "Plan a meeting"
    desk.press("Return")
    assert name(desk) == "Day"
    assert here(desk).day == date(2026, 11, 24)
    desk.type("1 Dec")
    desk.press("Return", "Tab")
    desk.type("Library")
    desk.press("Return")
    desk.type("14:00")
    desk.press("Escape")
    assert (here(desk).day, here(desk).place, here(desk).time) == (date(2026, 12, 1), "Library", "")
    assert form(desk).head.title.text() == "1 December, convening"
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert here(desk).day == date(2026, 11, 24)
    desk.press("Ctrl+Z")
    assert book(desk).meetings == ()
    assert name(desk) == "Plan a meeting"


def test_an_agenda_is_written_line_by_line_and_put_in_order(desk: Desk) -> None:
    desk.press("Ctrl+7", "Return")
    form(desk).agenda.lines.empty.setFocus()
    desk.type("Letters")
    desk.press("Return")
    desk.type("Buses")
    desk.press("Alt+Up")
    assert [it.text for it in here(desk).agenda] == ["Buses", "Letters"]
    assert name(desk) == "Agenda 1"
    desk.press("Tab", "Up")
    assert here(desk).agenda[0].minutes == 1
    desk.press("Return")
    assert name(desk) == "Agenda 2"
    desk.press("Alt+Delete")
    assert [it.text for it in here(desk).agenda] == ["Buses"]
    desk.press("Ctrl+Z")
    assert [it.text for it in here(desk).agenda] == ["Buses", "Letters"]


def test_who_leads_is_a_role_of_the_list_and_ground_rules_stand_line_by_line(there: Desk) -> None:
    led = form(there).details.fields["led_by"]
    led.setFocus()
    there.type("Attendance lead")
    assert here(there).led_by == "Attendance lead"
    form(there).agenda.lines.rows[0].text.setFocus()
    there.press("Tab", "Tab")
    assert name(there) == "Agenda 1: led by"
    there.type("Dean")
    assert here(there).agenda[0].led_by == "Dean"
    form(there).rules.field.setFocus()
    there.type("One laptop.")
    there.press("Return")
    there.type("Phones stay away.")
    assert here(there).ground_rules == "One laptop.\nPhones stay away."
    there.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert (here(there).led_by, here(there).agenda[0].led_by, here(there).ground_rules) == (
        "", "", "",
    )  # fmt: skip


def test_typing_a_decision_is_one_step(there: Desk) -> None:
    there.press("Ctrl+Alt+D")
    there.type("We start at noon")
    assert [it.text for it in decided_at(book(there), SECOND)] == ["We start at noon"]
    there.press("Return")
    assert name(there) == "Decision 2"
    there.press("Ctrl+Z")
    assert decided_at(book(there), SECOND) == ()


def test_a_next_step_has_an_owner_and_a_proposed_day(there: Desk) -> None:
    there.press("Ctrl+Alt+N")
    there.type("Ask the drivers")
    there.press("Tab")
    there.type("Dean")
    there.press("Tab")
    step = steps_of(book(there), SECOND)[-1]
    assert (step.text, step.owner, step.due) == ("Ask the drivers", "Dean", date(2027, 1, 12))
    there.press("Up", "Return")
    assert steps_of(book(there), SECOND)[-1].due == date(2027, 1, 13)
    assert name(there) == "Next step 3"
    there.press("Return")  # an empty row is left
    assert there.focus is form(there).closing.ticks["snapshot"]


def test_fast_hands_write_one_next_step(there: Desk) -> None:
    there.press("Ctrl+Alt+N")
    there.type_fast("Ask the drivers")
    there.settle()
    assert [it.text for it in steps_of(book(there), SECOND)[1:]] == ["Ask the drivers"]


def test_a_next_step_is_about_an_item(there: Desk) -> None:
    lines = form(there).steps.lines
    link = lines.rows[0].link
    assert link is not None
    link.setFocus()
    there.press("Return")
    assert name(there) == "What is it about?"
    there.type("come late")
    there.press("Return")
    step = steps_of(book(there), SECOND)[0]
    assert step.item_id == key("late")
    assert link.accessibleName() == "About “Buses come late”"
    there.press("Return", "Return")  # the first row goes there
    assert there.window.work.item_id == key("late")
    assert there.focus is there.window.canvas


def test_a_promised_step_is_ticked_everywhere(there: Desk) -> None:
    card = form(there).opening["promised"]
    card.list.setFocus()
    card.list.choose(LISTS)
    there.press("Space")
    step = next(it for it in book(there).next_steps if it.id == LISTS)
    assert step.done == date(2026, 11, 24)
    assert card.note.text() == "1 of 2 done"
    there.window.do("next steps")
    there.settle()
    assert there.window.sections.view is not None
    assert "1 open" not in there.window.status.words
    there.press("Ctrl+Z", "Ctrl+PageUp")
    assert card.note.text() == "2 open"


def test_promised_steps_are_one_list_with_their_owners(there: Desk) -> None:
    there.window.do("next steps")
    there.settle()
    assert name(there) == "Promised steps"
    there.press("Space")
    assert next(it for it in book(there).next_steps if it.id == LISTS).done is not None
    there.press("Escape", "End")
    assert name(there) == "Whose steps"
    there.press("Return", "Return")  # the only one without an owner is about a change idea
    assert there.window.work.item_id == key("talk")
    there.window.do("next steps")
    there.press("F2")
    assert (here(there).id, name(there)) == (FIRST, "Next step 2")


def test_escape_goes_to_the_owners_where_the_left_panel_is_folded_too(there: Desk) -> None:
    there.window.do("next steps")
    there.press("F8")
    there.window.arranged.back_to_page()
    there.press("Escape")
    assert name(there) == "Whose steps"
    assert there.focus.isVisible()


def test_who_is_here_is_counted_never_named(there: Desk) -> None:
    _, number = form(there).who.lines[0]
    number.setFocus()
    there.press("Up")
    assert "here" in form(there).who.note.text()
    before = here(there).attendance
    there.press("Delete", "Backspace")
    there.press("Ctrl+Z", "Ctrl+Z")
    assert here(there).attendance != before


def test_a_meeting_may_be_for_some_parties_only(there: Desk) -> None:
    view(there).sheet.show(HUDDLE)
    there.settle()
    ticks = form(there).details.expected.ticks.every
    names = [it.accessibleName() for it in ticks]
    assert names == ["Northfield Schools is expected", "Lakeside University is expected"]
    ticks[1].setFocus()
    there.press("Space")
    assert here(there).parties == (PARTY,)
    assert not any("Lakeside" in it.words for it in attendance_rows(book(there), here(there)))
    there.press("Shift+Tab", "Space")
    assert there.window.status.words == "A meeting is for one party at least."
    assert ticks[0].isChecked()
    there.press("Tab", "Space")
    assert here(there).parties == ()
    there.press("Ctrl+Z", "Ctrl+Z")
    assert all(it.isChecked() for it in ticks)


def test_the_meeting_closes_in_one_step_and_opens_again(there: Desk) -> None:
    assert here(there).id == SECOND
    there.press("F7")
    assert name(there) == "Close the meeting"
    there.press("Return")
    assert here(there).closed is not None
    assert here(there).snapshot == book(there).snapshots[0].id
    assert "Read Article 14" in QApplication.clipboard().text()
    assert "e-mail text is on the clipboard" in there.window.status.words
    assert (
        form(there).closing.done.text()
        == "Closed 10:42 · snapshot kept · e-mail text is on the clipboard"
    )
    there.press("F7")
    assert "closed" in there.window.status.words
    assert [it.viewer for it in book(there).packets] == [None]
    form(there).closing.opens.click()
    assert there.window.work.section == "handouts"
    there.press("Ctrl+7", "Ctrl+Z")
    assert (here(there).closed, book(there).snapshots, book(there).packets) == (None, (), ())
    there.press("Ctrl+Shift+Z")
    form(there).closing.again.setFocus()
    there.press("Return")
    assert here(there).closed is None


def test_opening_takes_the_keyboard_to_the_first_row_to_look_at(there: Desk) -> None:
    view(there).show_item(THIRD)
    there.settle()
    form(there).head.open_it.setFocus()
    there.press("Return")
    first = form(there).opening["promised"].list
    assert there.focus is first
    assert first.key == LISTS


def test_what_is_not_ticked_is_not_done(there: Desk) -> None:
    QApplication.clipboard().setText("mine")
    for tick in form(there).closing.ticks.values():
        tick.setFocus()
        there.press("Space")
    there.press("F7", "F7")
    assert here(there).closed is not None
    assert book(there).snapshots == ()
    assert QApplication.clipboard().text() == "mine"


def test_latecomers_read_one_page(there: Desk) -> None:
    there.press("Shift+F7")
    assert name(there) == "Catch-up for latecomers"
    assert "Look at the lists" in QApplication.clipboard().text()
    there.press("Escape")
    assert form(there).isAncestorOf(there.focus)


def test_the_list_and_the_timeline_lead_to_meetings(there: Desk) -> None:
    there.press("Escape")
    rows = view(there)._left.list
    assert there.focus is rows
    there.press("End")
    assert here(there).id == FIRST
    assert not form(there).opening["since"].isVisible()
    view(there)._left.shown.chosen.emit("timeline")
    rows.choose(next(it.key for it in rows.rows if THIRD in it.key))
    there.press("Return")
    assert here(there).id == THIRD
    assert name(there) == "Open the meeting"


def test_a_deleted_meeting_takes_its_steps_along_and_comes_back(there: Desk) -> None:
    there.press("Escape", "Delete")
    assert meeting_with_id(book(there), SECOND) is None
    assert "1 next step along" in there.window.status.words
    there.press("Ctrl+Z")
    assert here(there).id == SECOND
    assert steps_of(book(there), SECOND)[0].id == READ


def test_find_goes_to_a_next_step(there: Desk) -> None:
    there.press("Ctrl+2", "Ctrl+F")
    field = there.focus
    there.type("Article 14")
    there.press("Down")
    assert here(there).id == SECOND
    assert there.window.work.section == "meetings"
    assert there.focus is field


def test_where_there_is_no_meeting_only_keys_are_named_that_do_something(desk: Desk) -> None:
    desk.press("Ctrl+7")
    assert name(desk) == "Plan a meeting"
    assert desk.window.hints.text() == "Enter  plan a meeting"
