"""A glance at a packet tells what the file will be, and paints only what is seen."""

from dataclasses import replace as with_fields

import pytest
from printing import TODAY
from pypdfium2 import PdfDocument
from workbooks import both, key, wide_theory

from ilead_studio import edits
from ilead_studio.drawing.measured import Measured
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.handouts.diagram import drawn, write_diagram
from ilead_studio.handouts.glance import Glance, glance
from ilead_studio.handouts.making import Made
from ilead_studio.handouts.tagged import TaggedCanvas
from ilead_studio.model import Packet, PrintedPage, Workbook, replace
from ilead_studio.packet.leaf import Diagram

KINDS = ("cover", "fishbone", "outline", "next-steps", "causes", "driver-diagram", "form")
PACKET = Packet(id=key("packet"), name="All", pages=tuple(PrintedPage(kind=it) for it in KINDS))


def made(workbook: Workbook, packet: Packet = PACKET) -> Made:
    return make_packet(workbook, packet, TODAY)


def looked(it: Made, before: Glance | None = None, seen: tuple[int, ...] = (1,)) -> Glance:
    return glance(it.leaves, it.outfit, seen, before.known if before else ())


def shown(it: Glance, number: int) -> bytes:
    return bytes(PdfDocument(it.handout.pdf)[number].render().buffer)


@pytest.mark.parametrize("up", [1, 2, 4])
def test_it_tells_what_the_file_will_be(up: int) -> None:
    it = made(both(), replace(PACKET, up=up))
    whole, there = packet_pdf(it.leaves, it.outfit), looked(it).handout
    assert (there.pages, there.parts, there.smallest) == (whole.pages, whole.parts, whole.smallest)


def test_it_paints_only_what_is_seen() -> None:
    it = made(both())
    pages = PdfDocument(looked(it, seen=(0, 2)).handout.pdf)
    letters = [bool(page.get_textpage().count_chars()) for page in pages]
    assert letters[:4] == [True, False, True, False]
    assert not any(letters[4:])


@pytest.mark.parametrize("up", [1, 2])
def test_what_is_known_takes_as_many_sheets_again(up: int) -> None:
    seen = (1,)
    before = looked(made(both(), replace(PACKET, up=up)), seen=seen)
    changed = edits.rename(both(), key("late"), "Buses come late on most winter mornings")
    it = made(changed, replace(PACKET, up=up))
    again, fresh = looked(it, before, seen), looked(it, None, seen)
    assert shown(again, *seen) == shown(fresh, *seen) != shown(before, *seen)
    assert again.handout.parts == fresh.handout.parts
    assert [it.papers for it in again.known] == [it.papers for it in fresh.known]


def test_another_outfit_is_laid_out_anew() -> None:
    it = made(both())
    other = it._replace(outfit=with_fields(it.outfit, title="Another title"))
    assert looked(other, looked(it)).known == looked(other).known != looked(it).known


def test_sheets_of_a_poster_have_no_footer_there_either() -> None:
    packet = replace(PACKET, pages=(PrintedPage(kind="fishbone", is_poster=True),))
    it = made(both(), packet)
    before = looked(it, seen=(0,))
    again = looked(it, before, seen=(50,))
    assert again.handout.parts == before.handout.parts
    assert again.known == before.known
    assert again.known[0].bare


def test_pages_of_a_theory_look_as_in_the_file() -> None:
    """The aim and the drivers above stand on many pages, and are spoken on the first one only."""
    packet = replace(PACKET, pages=(PrintedPage(kind="driver-diagram"),))
    it = made(wide_theory(90, 30), packet)
    whole = PdfDocument(packet_pdf(it.leaves, it.outfit).pdf)
    assert len(whole) > 2
    for number in (0, 1, len(whole) - 1):
        there = looked(it, seen=(number,))
        assert shown(there, number) == bytes(whole[number].render().buffer)


def test_of_many_pages_only_those_are_drawn_that_are_seen() -> None:
    book = wide_theory(90, 30)
    it, asked = drawn(Diagram(book, book.theories[0]), PAPERS["letter"]), list[int]()

    def watched(number: int, page: Measured) -> Measured:
        def draw() -> Drawing:
            asked.append(number)
            return page.drawing

        return Measured(page.bounds, page.smallest, draw)

    pages = tuple(watched(number, page) for number, page in enumerate(it.drawings))
    canvas = TaggedCanvas("Title", "en-US", seen=(1,))
    write_diagram(canvas, with_fields(it, drawings=pages), canvas.top)
    assert len(pages) > 2
    assert asked == [1]
