"""One open workbook: steps, undo, redo, typing that joins, and one message for each."""

import pytest
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Change, Workbook, find
from ilead_studio.session import Selection, Session


def text(session: Session, name: str) -> str:
    item = find(session.workbook, key(name))
    assert item is not None
    return getattr(item, "text", "")


def rename(session: Session, name: str, words: str, burst: object = None) -> None:
    session.apply("Rename", lambda it: edits.rename(it, key(name), words), merge_key=burst)


def heard(session: Session) -> list[Change]:
    changes: list[Change] = []
    session.on_change.append(changes.append)
    return changes


def test_a_step_is_undone_and_done_again() -> None:
    start = both()
    session = Session(start)
    rename(session, "late", "Buses are late")
    end = session.workbook
    assert (session.undo_label, session.redo_label) == ("Rename", "")
    assert session.undo() == "Rename"
    assert session.workbook is start
    assert (session.undo_label, session.redo_label) == ("", "Rename")
    assert session.redo() == "Rename"
    assert session.workbook is end


def test_with_nothing_to_undo_or_redo_nothing_happens() -> None:
    session = Session(both())
    changes = heard(session)
    assert (session.undo(), session.redo()) == ("", "")
    assert changes == []


def test_a_new_step_takes_the_undone_ones_away() -> None:
    session = Session(both())
    rename(session, "late", "one")
    session.undo()
    rename(session, "full", "two")
    assert session.redo() == ""
    assert text(session, "late") == "Buses come late"


def test_every_apply_undo_and_redo_sends_one_change() -> None:
    session = Session(both())
    changes = heard(session)
    session.apply("Add cause", lambda it: edits.add_cause(it, key("new"), "New", key("home")))
    session.undo()
    session.redo()
    assert [change.label for change in changes] == ["Add cause"] * 3
    assert [set(change.added) for change in changes] == [{key("new")}, set(), {key("new")}]
    assert [set(change.removed) for change in changes] == [set(), {key("new")}, set()]
    assert changes[2].after is session.workbook


def test_an_edit_that_changes_nothing_leaves_no_step_and_no_message() -> None:
    start = both()
    session = Session(start)
    changes = heard(session)
    rename(session, "late", " Buses come late ")
    assert session.workbook is start
    assert (session.undo_label, changes) == ("", [])


def test_a_refused_edit_changes_nothing() -> None:
    start = both()
    session = Session(start, Selection(key("head"), (key("late"),)))
    changes = heard(session)
    with pytest.raises(EditError):
        rename(session, "late", "")
    assert session.workbook is start
    assert (session.undo_label, changes) == ("", [])
    assert session.selection == Selection(key("head"), (key("late"),))


def test_typing_with_one_key_is_one_step() -> None:
    session = Session(both())
    changes = heard(session)
    for words in ("B", "Bu", "Bus"):
        rename(session, "late", words, "typing late")
    assert len(changes) == 3
    session.undo()
    assert text(session, "late") == "Buses come late"
    session.redo()
    assert text(session, "late") == "Bus"
    assert session.redo() == ""


def test_typing_of_another_item_is_another_step() -> None:
    session = Session(both())
    rename(session, "late", "one", "typing late")
    rename(session, "full", "two", "typing full")
    session.undo()
    assert (text(session, "late"), text(session, "full")) == ("one", "Buses are full")


@pytest.mark.parametrize("pause", ["break", "select", "save"])
def test_a_pause_begins_a_new_step(pause: str) -> None:
    session = Session(both())
    rename(session, "late", "one", "typing")
    if pause == "break":
        session.break_merge()
    elif pause == "select":
        session.select(Selection(key("head"), (key("full"),)))
    else:
        session.mark_saved(session.workbook)
    rename(session, "late", "two", "typing")
    session.undo()
    assert text(session, "late") == "one"


def test_typing_after_an_undo_or_a_redo_begins_a_new_step() -> None:
    session = Session(both())
    rename(session, "late", "one", "typing")
    rename(session, "full", "between")
    session.undo()
    rename(session, "late", "two", "typing")
    session.undo()
    assert text(session, "late") == "one"
    session.redo()
    rename(session, "late", "three", "typing")
    session.undo()
    assert text(session, "late") == "two"


def test_typing_back_to_what_it_was_leaves_no_step() -> None:
    start = both()
    session = Session(start)
    changes = heard(session)
    rename(session, "late", "Buses come late!", "typing")
    rename(session, "late", "Buses come late", "typing")
    assert session.workbook is start
    assert session.is_saved
    assert session.undo_label == ""
    assert changes[-1].after is start


def test_a_reference_is_not_given_again_after_an_undo() -> None:
    session = Session(both())
    session.apply("Add", lambda it: edits.add_cause(it, key("one"), "One", key("home")))
    session.undo()
    session.apply("Add", lambda it: edits.add_cause(it, key("two"), "Two", key("home")))
    assert [cause.ref for cause in session.workbook.fishbones[0].causes][-1] == "C8"
    session.undo()
    assert session.workbook == both()


def test_the_file_holds_the_document_until_it_is_changed() -> None:
    session = Session(both())
    assert session.is_saved
    rename(session, "late", "one")
    assert not session.is_saved
    session.mark_saved(session.workbook)
    assert session.is_saved
    session.undo()
    assert not session.is_saved
    session.redo()
    assert session.is_saved


def test_what_was_saved_a_moment_ago_may_be_older_than_the_document() -> None:
    session = Session(both())
    rename(session, "late", "one")
    saved = session.workbook
    rename(session, "late", "two")
    session.mark_saved(saved)
    assert not session.is_saved
    session.undo()
    assert session.is_saved


def test_a_new_workbook_can_be_opened_empty() -> None:
    session = Session(Workbook())
    session.apply("New fishbone", lambda it: edits.add_fishbone(it, key("head")))
    assert session.workbook.fishbones[0].ref == "F1"


def test_the_file_remembers_every_reference_that_was_given_out() -> None:
    """What was printed, then undone, does not come back as something else on another day."""
    session = Session(both())
    session.apply("Add", lambda it: edits.add_cause(it, key("one"), "One", key("home")))
    session.undo()
    assert session.workbook == both()
    tomorrow = Session(session.for_file)
    tomorrow.apply("Add", lambda it: edits.add_cause(it, key("two"), "Two", key("home")))
    assert [cause.ref for cause in tomorrow.workbook.fishbones[0].causes][-1] == "C8"


def test_without_an_undo_the_file_holds_the_document_itself() -> None:
    session = Session(both())
    rename(session, "late", "one")
    assert session.for_file is session.workbook
