"""A poster that no sheets hold is left out: all other pages are printed, and it is said why."""

import pytest
from pdf_reading import read, ua_faults
from printing import TODAY
from workbooks import both, key, wide_fishbone

from ilead_studio.errors import ExportError
from ilead_studio.handouts import Made, make_packet, packet_pdf, printable
from ilead_studio.model import Packet, PrintedPage, Workbook, replace

POSTER = PrintedPage(kind="fishbone", is_poster=True, across=1, down=1)
REFUSED = "Over 1 × 1 sheets of letter the words of F1 would be smaller than 8 points."


@pytest.fixture(scope="module")
def book() -> Workbook:
    return wide_fishbone(400)


def made(book: Workbook, *pages: PrintedPage, **fields: object) -> Made:
    packet = replace(Packet(id=key("packet"), name="Packet", pages=pages), **fields)
    return printable(make_packet(book, packet, TODAY), packet)


def kind(name: str, **fields: object) -> PrintedPage:
    return replace(PrintedPage(kind=name), **fields)


def test_the_other_pages_are_printed_and_nothing_stands_in_its_place(book: Workbook) -> None:
    found = made(book, kind("cover"), POSTER, kind("blank-form"))
    assert found.origins == (0, 2)
    (said,) = found.left_out
    assert said == (
        f"The poster of F1 is left out. {REFUSED}"
        " Without a number the poster takes as many sheets as it needs."
    )
    pdf = packet_pdf(found.leaves, found.outfit).pdf
    assert read(pdf).pages == 2
    assert "F1" not in read(pdf).all_words
    assert ua_faults(pdf) == []


def test_an_outline_that_is_printed_for_itself_stays(book: Workbook) -> None:
    found = made(book, POSTER, kind("outline"))
    assert len(found.leaves) == 1
    assert found.left_out


def test_nothing_is_left_out_of_what_can_be_printed(book: Workbook) -> None:
    found = made(book, kind("cover"), replace(POSTER, across=0, down=0))
    assert [len(found.leaves), found.left_out] == [3, ()]


def test_where_nothing_else_is_printed_it_is_refused(book: Workbook) -> None:
    with pytest.raises(ExportError, match=REFUSED):
        made(book, POSTER)


def test_whoever_prints_is_told_in_their_own_language(book: Workbook) -> None:
    found = made(book, kind("cover"), POSTER, language="es")
    assert found.left_out[0].startswith(f"The poster of F1 is left out. {REFUSED}")


@pytest.mark.parametrize("turned", ["fits", "wide"])
def test_a_picture_that_has_no_room_under_its_title_is_left_out(turned: str) -> None:
    tiny: dict[str, object] = {"paper": "own", "width": 200.0, "height": 200.0, "turned": turned}
    found = made(both(), kind("cover"), kind("driver-diagram"), kind("fishbone"), **tiny)
    assert found.origins == (0,)
    theory, fishbone = found.left_out
    assert theory.startswith("T1 is left out. ")
    assert theory.endswith(" has no room for T1 under its title. Larger paper helps.")
    assert fishbone.startswith("F1 is left out. ")


def test_a_picture_that_has_room_in_one_way_lies_that_way() -> None:
    slim: dict[str, object] = {"paper": "own", "width": 200.0, "height": 400.0}
    found = made(both(), kind("driver-diagram"), **slim)
    handout = packet_pdf(found.leaves, found.outfit)
    assert found.left_out == ()
    assert handout.smallest > 0
