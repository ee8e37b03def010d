"""Small words are told, with what makes them larger and how large they are then."""

from datetime import date

from workbooks import key, wide_fishbone

from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.handouts.offers import offers
from ilead_studio.model import Packet, PrintedPage, Workbook
from ilead_studio.packet.offer import Small

TODAY = date(2026, 11, 24)


def small(workbook: Workbook, **fields: object) -> tuple[Small, ...]:
    page = PrintedPage(kind="fishbone")
    packet = Packet.model_validate({"id": key("packet"), "name": "All", "pages": (page,), **fields})
    made = make_packet(workbook, packet, TODAY)
    return offers(workbook, packet, made, packet_pdf(made.leaves, made.outfit))


def test_a_diagram_with_small_words_is_told_with_what_helps() -> None:
    (it,) = small(wide_fishbone(160))
    assert it.at == 0
    assert "is small to read at arm's length." in it.words
    words = [offer.words for offer in it.offers]
    assert any(word.startswith("Print on ") for word in words)
    assert any(word.startswith("Print it on ") and word.endswith(" pt") for word in words)
    assert words[2] == "Add it in words, over as many pages as it takes"
    assert words[3].startswith("Leave out hunches, ")


def test_what_is_offered_sets_fields_of_the_packet_or_the_page() -> None:
    (it,) = small(wide_fishbone(160))
    assert [(offer.of, offer.fields) for offer in it.offers] == [
        ("packet", {"paper": "legal"}),
        ("page", {"is_poster": True, "across": 0, "down": 0}),
        ("after", {"kind": "outline", "of": key("head")}),
        ("packet", {"without_hunches": True}),
    ]


def test_one_that_is_read_easily_is_not_told() -> None:
    assert small(wide_fishbone(8)) == ()
