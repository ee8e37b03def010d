"""A glance at a packet tells what the file will be, and paints only what is seen."""

from dataclasses import replace as with_outfit

import pytest
from printing import TODAY
from pypdfium2 import PdfDocument
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.handouts.glance import Glance, glance
from ilead_studio.handouts.making import Made
from ilead_studio.model import Packet, PrintedPage, Workbook, replace

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
    other = it._replace(outfit=with_outfit(it.outfit, title="Another title"))
    assert looked(other, looked(it)).known == looked(other).known != looked(it).known


def test_sheets_of_a_poster_have_no_footer_there_either() -> None:
    packet = replace(PACKET, pages=(PrintedPage(kind="fishbone", is_poster=True),))
    it = made(both(), packet)
    before = looked(it, seen=(0,))
    again = looked(it, before, seen=(50,))
    assert again.handout.parts == before.handout.parts
    assert again.known == before.known
    assert again.known[0].bare
