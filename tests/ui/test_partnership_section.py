"""The section Partnership by keyboard: parties, their people as roles, and what belongs to whom."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hands import Desk
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Party
from ilead_studio.model.logo import picture
from ilead_studio.ui.partnership.card import PartyCard
from ilead_studio.ui.partnership.section import PartnershipView
from ilead_studio.ui.partnership.sentences import counts_words, crews, gain_name, people_words

UNI, DISTRICT = key("uni"), key("party")


def view(desk: Desk) -> PartnershipView:
    it = desk.window.sections.view
    assert isinstance(it, PartnershipView)
    return it


def card(desk: Desk, party_id: str = UNI) -> PartyCard:
    return view(desk)._page.cards[party_id]


def parties(desk: Desk) -> list[Party]:
    return list(desk.window.work.workbook.parties)


def name(desk: Desk) -> str:
    return desk.focus.accessibleName()


@pytest.fixture
def there(desk: Desk) -> Iterator[Desk]:
    desk.window.work.begin(edits.belong(chained(), [key("late"), key("daily")], [UNI]))
    desk.press("Ctrl+8")
    yield desk
    desk.settle()


def test_an_empty_workbook_asks_for_the_first_party(desk: Desk) -> None:
    desk.press("Ctrl+8")
    assert name(desk) == "Name of the new party"
    desk.press("Return")
    assert "needs words" in desk.window.status.words
    desk.type("Hill District")
    desk.press("Return")
    assert [(it.name, it.kind) for it in parties(desk)] == [("Hill District", "LEA")]
    assert name(desk) == "Short name of Hill District"
    desk.type("Hills")
    desk.press("Escape")
    assert parties(desk)[0].short == ""
    view(desk)._page.add.click()
    desk.press("Escape")
    assert name(desk) == "Name of the party Hill District"


def test_a_party_is_described_field_by_field(there: Desk) -> None:
    it = card(there)
    it.fields["name"].setFocus()
    there.press("End")
    there.type("!")
    there.press("Return")
    assert parties(there)[1].name == "Lakeside University!"
    it.fields["gain"].setFocus()
    there.type("Placements")
    book = there.window.work.workbook
    assert edits.gain_of(book.theories[0], UNI) == "Placements"
    there.press("Ctrl+Z")
    assert edits.gain_of(there.window.work.workbook.theories[0], UNI) == ""
    assert there.focus is it.fields["gain"]


def test_people_are_roles_with_a_number(there: Desk) -> None:
    it = card(there).roles
    it.next.setFocus()
    for words in ("Supervisor", "Registrar"):
        there.type(words)
        there.press("Return")
    assert there.focus is it.next
    names, number, away = it._lines[0]
    number.setFocus()
    there.press("Up", "Up")
    told = crews(there.window.work.workbook, UNI)
    assert [(crew.name, len(crew.ids)) for crew in told] == [("Supervisor", 3), ("Registrar", 1)]
    assert people_words(told) == "4 people, 2 roles"
    there.press("Down")
    names.setFocus()
    names.selectAll()
    there.type("Mentor")
    there.press("Return")
    told = crews(there.window.work.workbook, UNI)
    assert [(crew.name, len(crew.ids)) for crew in told] == [("Mentor", 2), ("Registrar", 1)]
    away.setFocus()
    there.press("Space")
    assert [crew.name for crew in crews(there.window.work.workbook, UNI)] == ["Registrar"]
    assert there.focus.isVisible()


def test_removing_a_party_asks_to_whom_its_items_go(there: Desk) -> None:
    card(there).fields["short"].setFocus()
    there.window.do("delete")
    there.settle()
    assert name(there) == "Its items go to"
    assert "1 cause, 1 driver" in view(there)._removal._told.text()
    there.press("Tab", "Space")
    assert [it.id for it in parties(there)] == [DISTRICT]
    causes = there.window.work.workbook.fishbones[0].causes
    assert next(it.parties for it in causes if it.id == key("late")) == (DISTRICT,)
    assert there.focus.isVisible()
    there.press("Ctrl+Z")
    assert len(parties(there)) == 2


def test_people_of_no_party_are_given_to_one(there: Desk) -> None:
    work, loose = there.window.work, view(there)._page.loose
    assert not loose.isVisible()
    work.step("add", lambda book: edits.add_role(book, key("role"), "Mentor"))
    there.settle()
    assert loose.isVisible()
    loose.give.setFocus()
    there.press("End")
    assert [it.party_id for it in work.workbook.roles] == [UNI]
    assert not loose.isVisible()
    assert there.focus.isVisible()


def test_alt_and_arrows_move_a_party(there: Desk) -> None:
    card(there).fields["name"].setFocus()
    there.press("Alt+Left")
    assert [it.id for it in parties(there)] == [UNI, DISTRICT]
    assert there.focus is card(there).fields["name"]
    there.press("Alt+Left")
    assert "at the end already" in there.window.status.words


def test_only_the_items_of_a_party_are_in_full_on_the_diagram(there: Desk) -> None:
    card(there, DISTRICT).show_items.setFocus()
    there.press("Space")
    assert "belongs to" in there.window.status.words
    tree = view(there)._left.tree
    tree.setFocus()
    there.press("End", "Return")
    work = there.window.work
    assert there.focus is there.window.canvas
    assert work.sight.sieve is not None
    assert work.sight.sieve.party == UNI
    assert key("home") in work.faded
    assert key("late") not in work.faded


def test_a_picture_file_becomes_the_logo_and_others_say_why(there: Desk, tmp_path: Path) -> None:
    good, bad = tmp_path / "logo.svg", tmp_path / "logo.txt"
    good.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"></svg>')
    bad.write_text("no picture")
    for path, told in ((bad, "cannot be kept"), (tmp_path / "none", "cannot be read")):
        there.answers.path = path
        card(there).choose.click()
        there.settle()
        assert told in there.window.status.words
    there.answers.path = good
    card(there).choose.click()
    there.settle()
    kept = picture(parties(there)[1].logo)
    assert kept is not None
    assert kept.kind == "png"  # a drawing is printed as well
    assert card(there)._picture.isVisible()
    view(there)._do("no logo", UNI)
    there.settle()
    assert not parties(there)[1].logo
    assert not card(there)._picture.isVisible()


def test_the_status_line_says_who_owns_no_idea() -> None:
    book = edits.belong(chained(), [key("talk")], [UNI])
    district = book.parties[0]
    told = counts_words(book)
    assert told.startswith("2 parties, 0 people")
    assert told.endswith(f"no idea belongs to {district.short or district.name}")


def test_of_several_theories_the_field_says_which_one_is_meant() -> None:
    book = chained()
    assert gain_name(book, book.theories[0]) == "What it gains"
    book = edits.add_theory(book, key("other"), "Another way")
    assert gain_name(book, book.theories[1]) == "What it gains from “Another way”"
