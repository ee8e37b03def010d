"""Small words are told, with what makes them larger and how large they are then."""

from datetime import date

import pytest
from leaf_words import coming_to_school
from printing import of_pages
from workbooks import both, key, wide_fishbone

from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.handouts.offers import offers
from ilead_studio.model import Packet, PrintedPage, Workbook
from ilead_studio.packet.offer import Small

TODAY = date(2026, 11, 24)


def small(workbook: Workbook, **fields: object) -> tuple[Small, ...]:
    asked = {"pages": (PrintedPage(kind="fishbone"),), **fields}
    packet = Packet.model_validate({"id": key("packet"), "name": "All", **asked})
    made = make_packet(workbook, packet, TODAY)
    return offers(workbook, packet, made, packet_pdf(made.leaves, made.outfit))


def test_a_diagram_with_small_words_is_told_with_what_helps() -> None:
    (it,) = small(wide_fishbone(160))
    assert it.at == 0
    assert "is small to read at arm's length." in it.words
    words = [offer.words for offer in it.offers]
    begins = ("Print on Legal, ", "Continue over 2 pages, ", "Show 3 levels and fold the rest, ",
              "Print it on ", "Add it in words, over as many pages as it takes",
              "Leave out hunches, ")  # fmt: skip
    for word, begin in zip(words, begins, strict=True):
        assert word.startswith(begin)
        assert word.endswith(" pt") or "in words" in word


def test_what_is_offered_sets_fields_of_the_packet_or_the_page() -> None:
    (it,) = small(wide_fishbone(160))
    assert [(offer.of, offer.fields) for offer in it.offers] == [
        ("packet", {"paper": "legal"}),
        ("page", {"continued": True}),
        ("page", {"levels": 3}),
        ("page", {"is_poster": True, "across": 0, "down": 0}),
        ("after", {"kind": "outline", "of": key("head")}),
        ("packet", {"without_hunches": True}),
    ]


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
