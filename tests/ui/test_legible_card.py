"""The card that says what makes small words larger grows, and nothing moves under the hand."""

import pytest
from hands import Desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ilead_studio.packet.offer import Offer, Small
from ilead_studio.ui.packets.legible import LegibleCard
from ilead_studio.ui.packets.section import HandoutsView
from ilead_studio.ui.packets.side import PacketSide

OFFERS = tuple(
    Offer(words, "packet", {"paper": words.split()[-1]})
    for words in ("Print on legal", "Print on tabloid", "Print on a3")
)


def small(*offers: Offer, at: int = 0, words: str = "Fishbone: 7 pt is small.") -> Small:
    return Small(at, words, offers)


@pytest.fixture
def side(desk: Desk) -> PacketSide:
    """The right side of a packet in the window."""
    desk.press("Ctrl+9", "1")
    desk.settle()
    view = desk.window.sections.view
    assert isinstance(view, HandoutsView)
    assert isinstance(view.right, PacketSide)
    return view.right


@pytest.fixture
def card(side: PacketSide) -> LegibleCard:
    return side.legible


def words(card: LegibleCard) -> list[str]:
    return [it.accessibleName() for it in card.buttons]


def test_what_is_found_later_stands_below_and_the_keyboard_stays(
    desk: Desk, side: PacketSide, card: LegibleCard
) -> None:
    side.show_offers((small(OFFERS[0]),), False)
    first = card.buttons[0]
    first.setFocus()
    desk.settle()
    place = first.mapTo(side, first.rect().topLeft())
    others = [it.mapTo(side, it.rect().topLeft()) for it in fields(side)]
    side.show_offers((small(*OFFERS),), True)
    desk.settle()
    assert words(card) == [it.words for it in OFFERS]
    assert card.buttons[0] is first
    assert first.hasFocus()
    assert first.mapTo(side, first.rect().topLeft()) == place
    assert [it.mapTo(side, it.rect().topLeft()) for it in fields(side)] == others


def fields(side: PacketSide) -> list[QWidget]:
    return [side.viewer, side.paper, *side.ticks.values(), side.own_language, side.make]


def test_it_is_in_sight_without_scrolling_on_a_small_screen(
    desk: Desk, side: PacketSide, card: LegibleCard
) -> None:
    desk.window.resize(1366, 728)  # 768 without the bars of the system
    desk.settle()
    side.own_language.setFocus(Qt.FocusReason.TabFocusReason)
    side.show_offers((small(*OFFERS), small(OFFERS[0], at=1)), True)
    desk.settle()
    for it in (side.own_language, card.buttons[0], card.buttons[1]):
        assert it.visibleRegion().boundingRect() == it.rect()
    for it in (*card.buttons, *fields(side)):
        it.setFocus(Qt.FocusReason.TabFocusReason)
        desk.press("Tab")
        assert desk.focus.visibleRegion().boundingRect() == desk.focus.rect()
    side.show_offers((), True)
    desk.settle()
    assert side.own_language.visibleRegion().boundingRect() == side.own_language.rect()


def test_tab_goes_from_one_offer_to_the_next_and_then_to_the_foot(
    desk: Desk, side: PacketSide, card: LegibleCard
) -> None:
    side.show_offers((small(OFFERS[0]),), False)
    side.show_offers((small(*OFFERS[:2]),), True)
    desk.settle()
    card.buttons[0].setFocus()
    desk.press("Tab")
    assert card.buttons[1].hasFocus()
    desk.press("Tab")
    assert side.make.hasFocus()


def test_the_same_offers_found_again_keep_their_buttons(
    side: PacketSide, card: LegibleCard
) -> None:
    side.show_offers((small(*OFFERS),), True)
    before = card.buttons
    for known in range(len(OFFERS) + 1):
        side.show_offers((small(*OFFERS[:known]),), known == len(OFFERS))
        assert card.buttons == before


def test_what_helps_no_longer_goes_with_the_first_that_is_another(
    side: PacketSide, card: LegibleCard
) -> None:
    side.show_offers((small(*OFFERS),), True)
    side.show_offers((small(OFFERS[0]),), False)
    side.show_offers((small(OFFERS[0], OFFERS[2]),), False)
    assert words(card) == ["Print on legal", "Print on a3"]
    side.show_offers((small(OFFERS[0]),), True)
    assert words(card) == ["Print on legal"]
    side.show_offers((), True)
    assert not card.isVisibleTo(side)


def test_each_page_has_its_own_and_of_many_it_is_told_how_many(
    side: PacketSide, card: LegibleCard
) -> None:
    taken: list[tuple[int, Offer]] = []
    card.taken.connect(lambda at, offer: taken.append((at, offer)))
    side.show_offers((small(*OFFERS[:2]), small(OFFERS[2], at=4), small(at=6)), True)
    card.buttons[2].click()
    assert taken == [(4, OFFERS[2])]
    shown = [it.text() for it in card.findChildren(QWidget) if hasattr(it, "text")]
    assert "And 1 more page." in shown


def test_it_is_told_once_how_much_there_is_and_not_at_each(
    side: PacketSide, card: LegibleCard
) -> None:
    told: list[str] = []
    card.told.connect(told.append)
    for _ in range(2):
        for known in range(len(OFFERS) + 1):
            side.show_offers((small(*OFFERS[:known]),), known == len(OFFERS))
    assert told == [
        "Some words are small to read: 3 ways to make them larger are at the right,"
        " under the other choices."
    ]
