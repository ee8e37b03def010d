"""Small words are told, with what makes them larger and how large they are then."""

from datetime import date

import pytest
from leaf_words import coming_to_school
from printing import of_pages
from workbooks import both, key, wide_fishbone

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts import make_packet, packet_pdf, points
from ilead_studio.handouts.offers import Offering
from ilead_studio.handouts.poster import laid_out
from ilead_studio.model import Packet, PrintedPage, Workbook
from ilead_studio.packet.offer import Small
from ilead_studio.wanted import while_wanted

TODAY = date(2026, 11, 24)


class NewerError(Exception):
    """Something newer is wanted."""


def newer_is_there() -> None:
    raise NewerError


def offering(workbook: Workbook, **fields: object) -> Offering:
    asked = {"pages": (PrintedPage(kind="fishbone"),), **fields}
    packet = Packet.model_validate({"id": key("packet"), "name": "All", **asked})
    made = make_packet(workbook, packet, TODAY)
    return Offering(workbook, packet, made, packet_pdf(made.leaves, made.outfit))


def small(workbook: Workbook, **fields: object) -> tuple[Small, ...]:
    return offering(workbook, **fields).every()


@pytest.fixture(scope="module")
def crowded() -> Small:
    """What helps on a sheet with 160 causes."""
    (found,) = small(wide_fishbone(160))
    return found


def test_a_diagram_with_small_words_is_told_with_what_helps(crowded: Small) -> None:
    assert crowded.at == 0
    assert "is small to read at arm's length." in crowded.words
    words = [offer.words for offer in crowded.offers]
    begins = ("Print on Legal, ", "Add it in words as well", "Leave out hunches, ",
              "Show only 3 levels, ", "Continue over 2 pages, ", "Print it on ")  # fmt: skip
    for word, begin in zip(words, begins, strict=True):
        assert word.startswith(begin)
        assert word.endswith(" pt") or "in words" in word


def test_what_is_offered_sets_fields_of_the_packet_or_the_page(crowded: Small) -> None:
    assert [(offer.of, offer.fields) for offer in crowded.offers] == [
        ("packet", {"paper": "legal"}),
        ("after", {"kind": "outline", "of": key("head")}),
        ("packet", {"without_hunches": True}),
        ("page", {"levels": 3}),
        ("page", {"continued": True}),
        ("page", {"is_poster": True, "across": 0, "down": 0}),
    ]


def test_the_poster_that_is_offered_is_the_one_that_is_made(crowded: Small) -> None:
    book = wide_fishbone(160)
    made = laid_out(book, book.fishbones[0], PAPERS["letter"])
    sheets, size = len(made.tiles), points(made.smallest)
    assert crowded.offers[-1].words == f"Print it on {sheets} sheets, {size} pt"


def test_offers_come_one_by_one_and_what_is_interrupted_is_done_again() -> None:
    search = offering(wide_fishbone(160))
    known: list[int] = []
    while not search.is_done:
        known.append(len(search.found[0].offers))
        if len(known) == 2:
            with pytest.raises(NewerError), while_wanted(newer_is_there):
                search.go_on()
        search.go_on()
    assert known == [0, 1, 2, 3, 4, 5]
    assert search.found == small(wide_fishbone(160))


def test_only_for_the_smallest_pages_is_it_found_out_what_helps() -> None:
    found = small(wide_fishbone(160), pages=(PrintedPage(kind="fishbone"),) * 3)
    assert [it.at for it in found] == [0, 1, 2]
    assert [bool(it.offers) for it in found] == [True, True, False]


@pytest.mark.parametrize("fields", [{"continued": True}, {"levels": 3}])
def test_what_is_taken_can_be_read(fields: dict[str, object]) -> None:
    page = PrintedPage.model_validate({"kind": "fishbone", **fields})
    made = of_pages(wide_fishbone(160), page)
    assert made.smallest >= 8
    assert small(wide_fishbone(160), pages=(page,)) == ()


def test_a_drawing_among_words_counts_and_larger_paper_is_offered() -> None:
    pages = (PrintedPage(kind="what-changed"), PrintedPage(kind="calendar"))
    (it,) = small(coming_to_school(), pages=pages, paper="a4")
    assert it.at == 0
    assert it.words.startswith("What changed: Why ninth graders miss school: 7.7 pt is small")
    assert [(offer.of, offer.fields) for offer in it.offers] == [("packet", {"paper": "a3"})]
    assert it.offers[0].words.startswith("Print on A3, ")


def test_one_that_is_read_easily_is_not_told() -> None:
    assert small(wide_fishbone(8)) == ()


def test_a_sheet_without_room_for_a_map_of_pages_is_no_fault() -> None:
    (made,) = small(both(), paper="own", width=260, height=220)
    assert not any("Continue over" in offer.words for offer in made.offers)
