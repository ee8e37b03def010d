"""The card that asks what else an item serves, and which of its links ends."""

import pytest
from hands import Desk
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from ilead_studio.resources import resource
from ilead_studio.ui.finding.finding import PAUSE_MS
from ilead_studio.ui.links.card import LinkCard, beside
from ilead_studio.ui.links.commands import Links
from ilead_studio.ui.links.preview import way
from ilead_studio.ui.links.rows import LINE, Line


@pytest.fixture
def theory(desk: Desk) -> Desk:
    """The driver diagram of the example, with a change idea selected."""
    desk.window.filing.open_file(resource("examples", "new-teachers.ilead"))
    desk.press("Ctrl+3")
    choose(desk, "Move the first hiring")
    return desk


def choose(desk: Desk, *texts: str) -> None:
    desk.window.work.select(*(id_of(desk, text) for text in texts))
    desk.settle()


def id_of(desk: Desk, text: str) -> str:
    return next(row.id for row in desk.window.work.rows if row.text.startswith(text))


def card_of(desk: Desk) -> LinkCard:
    return next(it for it in desk.window.features if isinstance(it, Links)).card


def lines(desk: Desk) -> list[Line]:
    rows = card_of(desk).findChild(QListView).model()
    return [rows.index(at, 0).data(LINE) for at in range(rows.rowCount())]


def served(desk: Desk) -> list[str]:
    """What the selected item serves, in words."""
    row = next(row for row in desk.window.work.rows if row.id == desk.window.work.item_id)
    texts = {row.id: row.text for row in desk.window.work.rows}
    return [texts[up] for up in (row.parent_id, *row.also)]


@pytest.mark.parametrize("area", ["canvas", "outline"])
def test_it_opens_at_the_item_and_escape_gives_the_keyboard_back(theory: Desk, area: str) -> None:
    view: QWidget = getattr(theory.window, area)
    view.setFocus()
    theory.press("Ctrl+L")
    assert card_of(theory).isAncestorOf(theory.focus)
    assert "Shift+Enter  weak link" in theory.window.hints.text()
    theory.press("Escape")
    assert theory.focus is view
    assert theory.window.canvas.over is None
    assert "Shift+Enter" not in theory.window.hints.text()


def test_typing_lights_what_is_possible_and_fades_the_rest(theory: Desk) -> None:
    theory.press("Ctrl+L")
    theory.type("te")
    canvas = theory.window.canvas
    assert id_of(theory, "New teachers and") not in canvas.faded
    assert {id_of(theory, it) for it in ("Principals prepared", "Hold a 20")} <= canvas.faded
    assert theory.window.outline.faded == canvas.faded
    theory.press("Escape")
    assert not canvas.faded


def test_the_count_is_said_once_typing_pauses_and_goes_with_the_card(
    theory: Desk, qtbot: QtBot
) -> None:
    said: list[str] = []
    lasting = theory.window.status.words
    theory.press("Ctrl+L")
    theory.window.work.said.connect(said.append)
    theory.type_fast("te")
    assert said == []
    qtbot.waitUntil(lambda: len(said) > 0)
    assert len(said) == 1
    assert said[0].endswith(" · 6 of 12 matches possible.")
    assert theory.window.status.words == said[0]
    theory.press("Escape")
    assert theory.window.status.words == lasting


def test_what_was_not_said_yet_is_not_said_after_the_card(theory: Desk) -> None:
    theory.press("Ctrl+L")
    theory.type("te")
    assert card_of(theory)._pause.isActive()
    theory.press("Escape")
    assert not card_of(theory)._pause.isActive()


def test_what_was_typed_is_strong_and_refused_ones_stand_below_with_the_reason(
    theory: Desk,
) -> None:
    choose(theory, "Feedback that helps")
    theory.press("Ctrl+L")
    theory.type("one")
    shown = lines(theory)
    assert all(it.words[start:end].lower() == "one" for it in shown for start, end in it.marked)
    refused = [bool(it.refused) for it in shown]
    assert refused == sorted(refused)
    circle = next(it for it in shown if it.words.startswith("One shared picture"))
    assert "would close a circle" in circle.refused
    assert "One shared picture of good teaching →" in circle.refused


def test_enter_links_and_shift_enter_links_weakly(theory: Desk) -> None:
    theory.press("Ctrl+L")
    theory.type("one shared")
    theory.press("Return")
    assert served(theory)[-1] == "One shared picture of good teaching"
    theory.press("Ctrl+L")
    theory.type("protected")
    theory.press("Shift+Return")
    row = next(row for row in theory.window.work.rows if row.id == theory.window.work.item_id)
    assert row.weak == {id_of(theory, "Protected time")}
    assert theory.focus is theory.window.canvas


def test_enter_on_a_refused_one_says_why_and_stays(theory: Desk) -> None:
    before = theory.window.work.workbook
    theory.press("Ctrl+L")
    theory.type("hold a 20")
    theory.press("Return")
    QTest.qWait(PAUSE_MS + 50)  # the count that typing asked for is not said after the answer
    assert "change idea cannot be above" in theory.window.status.words
    assert "not possible" in theory.focus.accessibleDescription()
    assert theory.window.work.workbook is before
    assert card_of(theory).isVisible()


def test_words_that_nothing_holds_say_so(theory: Desk, qtbot: QtBot) -> None:
    theory.press("Ctrl+L")
    theory.type("bussing")
    assert not lines(theory)
    shown = [it.text() for it in card_of(theory).findChildren(QLabel) if it.isVisible()]
    assert "Nothing on this page holds “bussing”." in shown
    qtbot.waitUntil(lambda: "Nothing on this page holds" in theory.window.status.words)
    theory.press("Return")
    assert card_of(theory).isVisible()


def test_an_item_that_serves_several_is_asked_which_link_ends(theory: Desk) -> None:
    theory.press("Ctrl+L")
    theory.type("one shared")
    theory.press("Return", "Ctrl+Shift+L")
    listed = {it.words for it in lines(theory)}
    assert listed == {"Hiring early enough to choose", "One shared picture of good teaching"}
    theory.type("hiring")
    theory.press("Return")
    assert served(theory) == ["One shared picture of good teaching"]
    assert theory.window.work.session.undo_label == "unlink"


def test_the_only_place_of_an_item_is_never_taken_away(theory: Desk) -> None:
    before = theory.window.work.workbook
    theory.press("Ctrl+Shift+L")
    assert "its only link" in theory.window.status.words
    assert theory.window.work.workbook is before
    assert theory.focus is theory.window.canvas


def test_the_card_names_how_many_are_linked_and_links_them_in_one_step(theory: Desk) -> None:
    work = theory.window.work
    choose(theory, "Move the first hiring", "Hold a 20")
    before = work.workbook
    theory.press("Ctrl+L")
    assert card_of(theory).field.accessibleName() == "2 items also serve"
    assert theory.window.status.words.startswith("Linking 2 items · ")
    theory.type("one shared")
    theory.press("Return")
    target = id_of(theory, "One shared")
    rows = [row for row in work.rows if row.id in work.ids_selected]
    assert [target in (row.parent_id, *row.also) for row in rows] == [True, True]
    assert work.session.undo_label == "link 2 items"
    theory.press("Ctrl+Z")
    assert work.workbook is before


def test_several_links_are_ended_one_by_one(theory: Desk) -> None:
    choose(theory, "Move the first hiring", "Hold a 20")
    theory.press("Ctrl+Shift+L")
    assert "one by one" in theory.window.status.words


def test_a_line_to_what_stands_over_or_beside_it_crosses_no_words() -> None:
    box = QRectF(100, 100, 200, 40)
    for x, y in ((100, 300), (60, 180), (20, 180), (180, 20), (400, 90), (-300, 100)):
        target = QRectF(x, y, 200, 40)
        drawn = way(box, target, 40)
        points = [drawn.pointAtPercent(step / 200) for step in range(201)]
        inside = [it.adjusted(1, 1, -1, -1) for it in (box, target)]
        assert not [at for at in points if any(it.contains(at) for it in inside)], (x, y)


@pytest.mark.parametrize(("top", "where"), [(100, (40, 141, 300, 360)), (600, (40, 229, 300, 360))])
def test_the_card_stands_below_or_above_the_item(top: int, where: tuple[int, ...]) -> None:
    item, room, card = QRect(40, top, 120, 30), QSize(1280, 720), QSize(300, 360)
    assert beside(item, room, card, 12, 220).getRect() == where


def test_the_card_hides_as_little_as_it_can_of_what_is_possible() -> None:
    item, room, card = QRect(500, 300, 120, 30), QSize(1280, 720), QSize(300, 360)
    above, below = QRect(500, 80, 120, 30), QRect(500, 400, 120, 30)
    found = beside(item, room, card, 12, 220, (above, below))
    assert found.left() == 631
    assert not any(found.intersects(box) for box in (item, above, below))


def test_an_item_that_fills_the_page_has_the_card_at_its_side() -> None:
    item, room, card = QRect(40, 60, 500, 600), QSize(1280, 720), QSize(300, 360)
    found = beside(item, room, card, 12, 220)
    assert not found.intersects(item)
    assert QRect(0, 0, 1280, 720).contains(found)
