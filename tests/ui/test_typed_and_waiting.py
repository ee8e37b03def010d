"""Words that wait for others before the document has them are kept in recovery meanwhile."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copy

import pytest
from hands import Desk
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from recovery_hands import recovered
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.model import Workbook, new_ids
from ilead_studio.model.text import LABEL_MAX
from ilead_studio.resources import resource
from ilead_studio.ui.files.keeping import Keeping
from ilead_studio.ui.files.typed_late import Waiting, caught

Recovered = Callable[[], Workbook]


@pytest.fixture
def found(desk: Desk, keeping: Keeping) -> Recovered:
    """Find what a crash would leave now."""
    return partial(recovered, desk, keeping)


@pytest.fixture
def case(desk: Desk, keeping: Keeping, tmp_path: Path) -> Desk:
    """The window on a whole case."""
    path = tmp_path / "case.ilead"
    copy(resource("examples", "attendance.ilead"), path)
    desk.window.filing.open_file(path)
    return desk


def field(desk: Desk, name: str) -> QWidget:
    """Return the field of a name, with the keyboard in it."""
    kinds = (QLineEdit, QPlainTextEdit)
    every = (it for kind in kinds for it in desk.window.findChildren(kind))
    made = next(it for it in every if it.isVisible() and it.accessibleName() == name)
    made.setFocus()
    desk.settle()
    return made


PLACES = {
    "question": ("pdsa", "Question 3: We predict"),
    "task": ("pdsa", "Task 3: Who"),
    "data": ("pdsa", "Data 2: Who collects"),
    "agenda": ("meetings", "Agenda 5: led by"),
    "subgroup": ("measures", "Subgroup 1"),
    "day": ("pdsa", "Decide by"),
    "day of a meeting": ("meetings", "Day"),
    "figure": ("measures", "Target"),
}


@pytest.mark.parametrize("place", PLACES)
def test_words_that_wait_in_a_row_or_a_field_are_kept_in_the_tray(
    case: Desk, found: Recovered, place: str
) -> None:
    section, name = PLACES[place]
    case.window.do(section)
    case.settle()
    field(case, name)
    case.press("Ctrl+A")
    case.type("Harbor")
    last = found().tray[-1]
    assert (last.text, last.source) == ("Harbor", f"was being typed: {name}")


def test_words_of_an_empty_row_are_kept_while_the_keyboard_is_elsewhere(
    case: Desk, found: Recovered
) -> None:
    case.window.do("pdsa")
    case.settle()
    field(case, "Question 3: because")
    case.type("They are tired")
    field(case, "Objective")
    assert found().tray[-1].text == "They are tired"


@pytest.mark.parametrize(("section", "name", "asks"), [
    ("pdsa", "Question 3: because", "Question"),
    ("meetings", "Agenda 5: led by", "What to talk about"),
])  # fmt: skip
def test_words_of_an_empty_row_are_kept_while_another_section_is_in_view(
    case: Desk, found: Recovered, section: str, name: str, asks: str
) -> None:
    case.window.do(section)
    case.settle()
    field(case, name)
    case.type("Harbor")
    case.press("Tab")
    assert f"Fill in “{asks}”; then this line is kept." in case.window.status.words
    case.window.do("ideas")
    case.settle()
    assert found().tray[-1].text == "Harbor"


@pytest.mark.parametrize(("section", "name"), [
    ("pdsa", "Question 3: because"), ("meetings", "Agenda 5: led by"),
])  # fmt: skip
def test_words_of_an_empty_row_go_to_the_tray_when_another_record_is_shown(
    case: Desk, section: str, name: str
) -> None:
    work = case.window.work
    before = work.workbook
    case.window.do(section)
    case.settle()
    field(case, name)
    case.type("Harbor")
    shown = (before.cycles if section == "pdsa" else before.meetings)[0]
    view = case.window.sections.view
    assert view is not None
    view.show_item(shown.id)
    case.settle()
    assert work.workbook.tray[-1].text == "Harbor"
    case.press("Ctrl+Z")
    assert work.workbook.tray == before.tray


def test_words_of_a_row_are_not_for_another_workbook(case: Desk, keeping: Keeping) -> None:
    case.window.do("pdsa")
    case.settle()
    field(case, "Question 3: because")
    case.type("Harbor")
    case.window.work.begin(both())
    case.settle()
    assert not keeping._words


def test_words_of_a_row_that_has_its_first_ones_now_are_not_in_the_tray(
    case: Desk, found: Recovered
) -> None:
    case.window.do("pdsa")
    case.settle()
    tray = case.window.work.workbook.tray
    field(case, "Question 3: because")
    case.type("They are tired")
    field(case, "Question 3: Question")
    case.type("Do they come?")
    book = found()
    assert book.tray == tray
    questions = [it for cycle in book.cycles for it in cycle.questions]
    assert ("Do they come?", "They are tired") in {(it.text, it.reason) for it in questions}


def test_who_closes_is_asked_about_words_in_an_empty_row(case: Desk) -> None:
    case.window.do("pdsa")
    case.settle()
    field(case, "Question 3: because")
    case.type("They are tired")
    field(case, "Objective")
    case.window.close()
    case.settle()
    (asked,) = case.answers.asked
    assert asked.startswith("unsaved")
    assert case.window.work.workbook.tray[-1].text == "They are tired"


@pytest.fixture
def draft(desk: Desk, keeping: Keeping) -> Desk:
    """The page on which drivers are made, with words of one's own for the first of them."""
    workbook = edits.put(chained(), [key("full"), key("late")], root=True)
    desk.window.work.begin(workbook)
    desk.settle()
    desk.press("Ctrl+M")
    desk.type("A way here")
    return desk


def test_words_of_drivers_to_be_are_kept_in_the_tray(draft: Desk, found: Recovered) -> None:
    last = found().tray[-1]
    assert last.text == "A way here"
    assert last.source == "was to be a driver, for the cause “Buses”"


def test_words_of_drivers_to_be_are_kept_while_somebody_looks_elsewhere(
    draft: Desk, found: Recovered
) -> None:
    draft.press("Ctrl+2")
    assert found().tray[-1].text == "A way here"


def test_drivers_that_were_made_are_not_in_the_tray(draft: Desk, found: Recovered) -> None:
    draft.press("Ctrl+Return")
    draft.press("F2")
    assert found().tray == chained().tray


def test_who_closes_is_asked_about_words_of_drivers_to_be_once(draft: Desk) -> None:
    for _ in range(2):
        draft.window.close()
        draft.settle()
    assert [it.split()[0] for it in draft.answers.asked] == ["unsaved", "unsaved"]
    assert [it.text for it in draft.window.work.workbook.tray].count("A way here") == 1


def test_who_gives_drivers_up_finds_the_words_in_the_tray(draft: Desk) -> None:
    before = draft.window.work.workbook
    draft.press("Return", "Escape")
    assert "What you wrote for them is in the tray" in draft.window.status.words
    assert draft.window.work.workbook.tray[-1].text == "A way here"
    draft.press("Ctrl+Z")
    assert draft.window.work.workbook == before


def test_words_that_only_a_cause_says_are_not_kept(draft: Desk, keeping: Keeping) -> None:
    draft.press("Escape")
    assert not keeping._words
    assert not keeping._typing.isActive()


def test_words_of_drivers_to_be_are_asked_about_again_when_undo_took_them_out(
    draft: Desk,
) -> None:
    draft.window.close()
    draft.settle()
    draft.window.work.undo()
    draft.window.close()
    draft.settle()
    assert [it.text for it in draft.window.work.workbook.tray].count("A way here") == 1


def test_words_that_are_too_many_for_an_item_are_kept_in_the_tray(
    desk: Desk, keeping: Keeping, found: Recovered
) -> None:
    desk.window.work.begin(both())
    desk.settle()
    desk.window.canvas.setFocus()
    desk.press("Return")
    desk.window.editing.type_words("Many words " * 200)
    desk.settle()
    kept = found().tray[len(both().tray) :]
    assert "".join(it.text for it in kept).replace(" ", "") == "Manywords" * 200


LONG = "Many words " * 2_000


def paste(desk: Desk, name: str, words: str) -> QPlainTextEdit:
    made = field(desk, name)
    assert isinstance(made, QPlainTextEdit)
    made.insertPlainText(words)
    desk.settle()
    return made


def joined(book: Workbook) -> str:
    return "".join(it.text for it in book.tray).replace(" ", "")


def test_words_that_are_too_many_for_a_field_are_kept_while_they_stand_there(
    case: Desk, found: Recovered
) -> None:
    case.window.do("fishbone")
    case.settle()
    paste(case, "Notes", LONG)
    assert "Manywords" * 2_000 in joined(found())


def test_words_that_are_too_many_for_a_field_go_to_the_tray_when_it_is_left(case: Desk) -> None:
    work = case.window.work
    case.window.do("fishbone")
    case.settle()
    before = work.workbook
    notes = paste(case, "Notes", LONG)
    work.changed.emit()  # as when a better plan is found meanwhile
    case.window.canvas.setFocus()
    case.settle()
    assert len(notes.toPlainText()) < len(LONG)
    assert "Manywords" * 2_000 in joined(work.workbook)
    assert "in the tray" in case.window.status.words
    case.press("Ctrl+Z")
    assert work.workbook == before


def test_words_that_were_made_to_fit_are_not_in_the_tray(case: Desk) -> None:
    work = case.window.work
    case.window.do("fishbone")
    case.settle()
    tray = work.workbook.tray
    notes = paste(case, "Notes", LONG)
    notes.setPlainText("Few words")
    case.window.canvas.setFocus()
    case.settle()
    assert work.workbook.tray == tray


@pytest.mark.parametrize("words", ["Call\n\u200b\nWalk", "Call\n\ud800\nWalk", "Call\x1cWalk"])
def test_lines_in_which_nothing_is_seen_cost_no_others(words: str) -> None:
    book = caught(both(), [Waiting(words, "from a page")], new_ids(7))
    assert [it.text for it in book.tray[-2:]] == ["Call", "Walk"]


def test_words_from_a_field_with_a_long_name_are_kept() -> None:
    book = caught(both(), [Waiting("Call", "Long " * LABEL_MAX)], new_ids(7))
    assert book.tray[-1].text == "Call"
