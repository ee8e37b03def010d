"""Words that count only when their field is left are kept meanwhile, and those sought are not."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from recovery_hands import after_a_crash, until_kept
from shiboken6 import Shiboken
from workbooks import both

from ilead_studio.resources import resource
from ilead_studio.storage.format import encode
from ilead_studio.ui.capture.tray import Tray
from ilead_studio.ui.files.keeping import Keeping
from ilead_studio.ui.partnership.roles import RoleLines
from ilead_studio.ui.partnership.section import PartnershipView

Wait = Callable[[], None]


@pytest.fixture(autouse=True)
def is_open(desk: Desk, keeping: Keeping, plan: Path) -> None:
    """The file is open in the window, and its words are kept."""
    desk.window.filing.open_file(plan)


@pytest.fixture
def kept(desk: Desk, keeping: Keeping) -> Wait:
    """Look at what is typed, and wait until the disk holds it and the window tells so."""

    def wait() -> None:
        keeping._look_at_typing()
        until_kept(desk, keeping)

    return wait


def status(desk: Desk) -> str:
    return desk.window.status.words.partition(" · ")[0]


def type_in_a_cell(desk: Desk) -> None:
    desk.window.do("ideas")
    desk.press("F2")
    desk.type("Call at home")


def nothing_is_kept(desk: Desk, keeping: Keeping) -> None:
    desk.window.status.end()  # what was said meanwhile; below it stands what holds
    assert status(desk) == "Saved"
    assert not after_a_crash(desk, keeping)


def give_up(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    """Press Escape; what was typed is not kept any more."""
    desk.press("Escape")
    kept()
    nothing_is_kept(desk, keeping)


def test_words_in_a_cell_are_kept_in_the_tray(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    type_in_a_cell(desk)
    kept()
    assert status(desk) == "Kept in recovery, not yet in the file"
    (found,) = after_a_crash(desk, keeping)
    assert found.workbook.tray[-1].text == "Call at home"
    assert found.workbook.tray[-1].source == "was being typed: Words of the idea"


def test_words_that_an_input_method_composes_in_a_cell_are_kept(
    desk: Desk, keeping: Keeping, kept: Wait
) -> None:
    desk.window.do("ideas")
    desk.press("F2")
    assert isinstance(desk.focus, QPlainTextEdit)
    QApplication.sendEvent(desk.focus, QInputMethodEvent("家に電話", []))
    kept()
    (found,) = after_a_crash(desk, keeping)
    assert "家に電話" in found.workbook.tray[-1].text


def test_words_that_are_given_up_are_not_kept(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    type_in_a_cell(desk)
    kept()
    give_up(desk, keeping, kept)


def test_words_that_are_taken_are_kept_once(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    type_in_a_cell(desk)
    kept()
    desk.press("Tab")
    kept()
    (found,) = after_a_crash(desk, keeping)
    assert found.workbook.ideas[0].text == "Call at home"
    assert found.workbook.tray == both().tray


def test_words_in_a_card_that_asks_are_kept(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    desk.window.do("note question")
    desk.type("Who comes late?")
    kept()
    (found,) = after_a_crash(desk, keeping)
    assert found.workbook.tray[-1].text == "Who comes late?"


def in_new_party(desk: Desk) -> None:
    desk.press("Ctrl+8")
    view = desk.window.sections.view
    assert isinstance(view, PartnershipView)
    view._page.add.click()


def roles(desk: Desk) -> RoleLines:
    return next(it for it in desk.window.findChildren(RoleLines) if it.isVisible())


def in_next_role(desk: Desk) -> None:
    desk.press("Ctrl+8")
    roles(desk).next.setFocus()


def in_column(desk: Desk) -> None:
    desk.press("Ctrl+3")
    desk.window.do("name columns")


PLACES = {
    "party": (in_new_party, "Name of the new party"),
    "role": (in_next_role, "Add a role of Northfield Schools"),
    "column": (in_column, "Name of the column “Aim”"),
    "question": (lambda desk: desk.window.do("vote"), "Question"),
    "snapshot": (lambda desk: desk.window.do("keep snapshot"), "Name of the snapshot"),
    "page": (lambda desk: desk.window.do("rename page"), "Name of the page"),
}


@pytest.mark.parametrize("place", PLACES)
def test_names_that_are_being_typed_are_kept_in_the_tray(
    desk: Desk, keeping: Keeping, kept: Wait, place: str
) -> None:
    go, name = PLACES[place]
    go(desk)
    desk.settle()
    desk.type("Harbor")
    kept()
    (found,) = after_a_crash(desk, keeping)
    assert found.workbook.tray[-1].text == "Harbor"
    assert found.workbook.tray[-1].source == f"was being typed: {name}"


@pytest.mark.parametrize("place", sorted(PLACES.keys() - {"column"}))
def test_names_that_are_given_up_are_not_kept(
    desk: Desk, keeping: Keeping, kept: Wait, place: str
) -> None:
    PLACES[place][0](desk)
    desk.settle()
    desk.type("Harbor")
    kept()
    give_up(desk, keeping, kept)


@pytest.mark.parametrize("place", PLACES)
def test_names_that_are_taken_are_not_in_the_tray(
    desk: Desk, keeping: Keeping, kept: Wait, place: str
) -> None:
    PLACES[place][0](desk)
    desk.settle()
    desk.type("Harbor")
    kept()
    desk.press("Return")
    kept()
    (found,) = after_a_crash(desk, keeping)
    assert found.workbook.tray == both().tray


def test_what_undo_shows_in_a_field_again_was_not_typed(
    desk: Desk, keeping: Keeping, kept: Wait
) -> None:
    in_next_role(desk)
    desk.type("Teacher")
    desk.press("Return")
    field = roles(desk)._lines[0][0]
    field.setFocus()
    field.selectAll()
    desk.type("Coach")
    desk.press("Return")
    desk.window.work.session.mark_saved(desk.window.work.workbook)
    field.setFocus()
    desk.settle()
    desk.press("Ctrl+Z")
    assert field.text() == "Teacher"
    kept()
    (found,) = after_a_crash(desk, keeping)
    assert found.workbook.tray == both().tray


def test_words_of_a_card_are_kept_while_another_field_of_it_is_typed_in(
    desk: Desk, keeping: Keeping, kept: Wait
) -> None:
    desk.window.do("note question")
    desk.type("Who comes late?")
    desk.press("Tab")
    desk.type("Families")
    kept()
    (found,) = after_a_crash(desk, keeping)
    assert [it.text for it in found.workbook.tray[-2:]] == ["Who comes late?", "Families"]


def test_words_of_a_card_that_closes_are_not_kept(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    desk.window.do("note question")
    desk.type("Who comes late?")
    desk.press("Tab")
    kept()
    give_up(desk, keeping, kept)


@pytest.mark.parametrize("place", ["ideas", "note question", "tray"])
def test_who_closes_is_asked_about_words_that_are_being_typed(
    desk: Desk, keeping: Keeping, place: str
) -> None:
    desk.window.do(place)
    if place == "ideas":
        desk.press("F2")
    desk.type("Call at home")
    desk.window.close()
    desk.settle()
    (asked,) = desk.answers.asked
    assert asked.startswith("unsaved")
    assert desk.window.isVisible()
    book = desk.window.work.workbook
    there = {it.text for it in (*book.ideas, *book.tray)}
    assert "Call at home" in there
    assert status(desk).startswith(("Kept in recovery", "Changed since"))


def test_words_that_are_sought_are_not_kept(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    desk.window.do("find")
    desk.type("Lopez")
    kept()
    nothing_is_kept(desk, keeping)


@pytest.mark.parametrize("place", ["measures", "note question", "tray"])
def test_words_that_do_not_count_when_their_field_is_left_wait(
    desk: Desk, keeping: Keeping, kept: Wait, place: str
) -> None:
    desk.window.do(place)
    desk.type("Harbor")
    desk.press("Tab")
    kept()
    (found,) = after_a_crash(desk, keeping)
    assert [it.text for it in found.workbook.tray] == [it.text for it in both().tray] + ["Harbor"]


def test_words_that_wait_are_kept_again_when_they_are_seen_again(
    desk: Desk, keeping: Keeping, kept: Wait
) -> None:
    desk.window.do("tray")
    desk.type("Harbor")
    desk.press("Ctrl+4", "Ctrl+2")
    desk.window.do("tray")
    (tray,) = desk.window.findChildren(Tray)
    assert tray.field.isVisible()
    assert tray.field.text() == "Harbor"
    kept()
    (found,) = after_a_crash(desk, keeping)
    assert found.workbook.tray[-1].text == "Harbor"


def test_who_closes_loses_no_words_that_wait_elsewhere(desk: Desk, keeping: Keeping) -> None:
    desk.window.do("tray")
    desk.type("Harbor")
    desk.window.do("rename page")
    desk.type("Why pupils stay away")
    desk.window.close()
    desk.settle()
    book = desk.window.work.workbook
    assert book.fishbones[0].title == "Why pupils stay away"
    assert [it.text for it in book.tray] == [it.text for it in both().tray] + ["Harbor"]


Field = QLineEdit | QPlainTextEdit
SEEKS = ("Belongs to",)
"""How the names of those fields begin in which something is sought."""


def fields(desk: Desk) -> Iterator[tuple[str, Field]]:
    """Give the fields that can be typed in, with the kind of each; words are made of z and q."""
    window = desk.window
    for it in (*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)):
        name = re.sub(r"[zq\d]", "", it.accessibleName())
        if it.isVisible() and it.isEnabled() and not it.isReadOnly() and not name.startswith(SEEKS):
            yield f"{type(it.parent()).__name__} {type(it).__name__} {name}", it


def says(field: Field) -> str:
    if not Shiboken.isValid(field) or not field.isVisible():
        return ""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def typed_in_each(desk: Desk) -> Iterator[tuple[str, Field, str]]:
    """Type into one field of each kind; gives the kind, the field and the word that it is."""
    seen: set[str] = set()
    while found := next((it for it in fields(desk) if it[0] not in seen), None):
        kind, field = found
        seen.add(kind)
        word = f"{len(seen):010b}".replace("0", "z").replace("1", "q")
        holder = field.parent()
        (holder if isinstance(holder, QComboBox) else field).setFocus()
        desk.settle()
        desk.type_fast(word)
        desk.settle()
        yield kind, field, word
    assert seen


@pytest.mark.parametrize("place", ["measures", "meetings", "partnership", "pdsa", "problem"])
def test_no_field_loses_what_is_typed_in_it(desk: Desk, keeping: Keeping, place: str) -> None:
    desk.window.filing.open_file(resource("examples", "attendance.ilead"))
    desk.window.do(place)
    desk.settle()
    lost: list[str] = []
    for kind, field, word in typed_in_each(desk):
        for way in ("type", "Tab"):
            if way == "Tab":
                desk.press(way)
                desk.settle()
            if word in says(field) and word not in encode(keeping._as_typed()).decode():
                lost.append(f"{kind}: {way}")
    assert not lost


@pytest.mark.parametrize("place", ["measures", "note question", "partnership", "tray"])
def test_another_look_loses_nothing_that_is_typed(desk: Desk, keeping: Keeping, place: str) -> None:
    """The system's own look may change at dusk, in the middle of a word."""
    desk.window.do(place)
    desk.settle()
    lost: list[str] = []
    for kind, field, word in typed_in_each(desk):
        was_taken = word in says(field)
        desk.window.wear(desk.window.look)
        desk.settle()
        if was_taken and word not in encode(desk.window.work.workbook).decode():
            lost.append(kind)
    assert not lost
