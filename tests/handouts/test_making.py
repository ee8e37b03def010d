"""A packet from the workbook to the file: whoever reads it, on every paper, in every type."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdf_reading import read, ua_faults
from PIL import Image
from printing import TODAY, inked, needs_poppler, of_packet, of_pages
from test_handout import HOSTILE, hostile
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.errors import ExportError
from ilead_studio.handouts import make_packet
from ilead_studio.handouts.type import LARGE
from ilead_studio.model import Packet, PrintedPage, Workbook, replace
from ilead_studio.packet.presets import presets

PAGES = tuple(PrintedPage(kind=it) for it in ("cover", "fishbone", "outline", "driver-diagram"))


def everything(workbook: Workbook, **fields: object) -> Packet:
    return replace(presets(workbook)[-1].packet(key("packet")), **fields)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [(int(it.mediabox[2]), int(it.mediabox[3])) for it in opened.pages]


def png() -> bytes:
    made = BytesIO()
    Image.new("RGB", (300, 100), "#336699").save(made, "PNG")
    return made.getvalue()


@pytest.mark.parametrize(
    "fields",
    [
        {"large": True}, {"gray": True, "up": 2}, {"up": 4}, {"viewer": key("uni")},
        {"redact": True, "turned": "tall"}, {"paper": "own", "width": 400.0, "height": 500.0},
        {"turned": "wide", "paper": "a3"},
    ],
    ids=str,
)  # fmt: skip
def test_a_packet_is_pdf_ua_however_it_is_printed(fields: dict[str, object]) -> None:
    workbook = edits.belong(chained(), [key("late")], [key("party")])
    made = of_packet(workbook, everything(workbook, **fields))
    assert ua_faults(made.pdf) == []
    assert read(made.pdf).faults == []


@pytest.mark.parametrize("large", [False, True])
def test_whatever_is_typed_is_printed_for_a_party_without_names(large: bool) -> None:
    workbook = hostile()
    made = of_packet(workbook, everything(workbook, redact=True, large=large))
    assert ua_faults(made.pdf) == []
    found = read(made.pdf)
    assert found.faults == []
    assert {*HOSTILE} <= {*found.of("P", "Span")}


def test_large_print_has_no_diagram_but_its_outline_once() -> None:
    found = read(of_pages(both(), *PAGES, large=True).pdf)
    assert found.of("H1") == [
        "Attendance",
        "Fishbone as an outline",
        "Driver diagram as an outline",
    ]


def test_the_outfit_follows_the_packet() -> None:
    packet = Packet(
        id=key("packet"), name="Packet", pages=PAGES, paper="own", width=500.0, height=700.0,
        up=2, large=True, gray=True, turned="tall",
    )  # fmt: skip
    outfit = make_packet(chained(), packet, TODAY).outfit
    assert (outfit.paper.width, outfit.paper.height) == (500, 700)
    assert outfit.paper.name == "6.944 × 9.722 inch paper"
    assert (outfit.up, outfit.gray, outfit.turned, outfit.type) == (2, True, "tall", LARGE)
    assert outfit.date == "24 November 2026"
    assert outfit.audience == "For Northfield Schools and Lakeside"


def test_a_packet_without_anything_to_print_is_refused() -> None:
    with pytest.raises(ExportError, match="nothing to print in “Packet”"):
        make_packet(Workbook(), Packet(id=key("packet"), name="Packet"), TODAY)


def test_turned_tall_every_sheet_stands() -> None:
    fishbone = PrintedPage(kind="fishbone")
    wide, tall = (of_pages(both(), fishbone, turned=it) for it in ("fits", "tall"))
    assert sizes(wide.pdf) == [(792, 612)]
    assert sizes(tall.pdf) == [(612, 792)]


def test_the_title_page_shows_logos_and_says_what_they_are() -> None:
    workbook = edits.put_logo(chained(), key("party"), png())
    made = of_pages(workbook, PrintedPage(kind="cover"))
    assert ua_faults(made.pdf) == []
    assert read(made.pdf).of("Figure") == ["Logo of Northfield Schools"]
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    workbook = edits.put_logo(chained(), key("party"), svg)
    assert read(of_pages(workbook, PrintedPage(kind="cover")).pdf).of("Figure") == []
    packet = Packet(id=key("packet"), name="Packet", pages=PAGES)
    assert make_packet(workbook, packet, TODAY).warnings == (
        "The logo of Northfield Schools is an SVG, and only a PNG is printed.",
    )


def test_the_title_page_says_for_whom_and_how_much_is_not_shown() -> None:
    workbook = edits.show_only(chained(), [key("full")], key("uni"))
    words = read(of_pages(workbook, PrintedPage(kind="cover")).pdf).all_words
    for said in ("24 November 2026", "For Northfield Schools and Lakeside", "1 item is not shown."):
        assert said in words


def test_an_outline_says_votes_and_drivers_at_the_right_and_below_in_large_print() -> None:
    workbook = edits.put(chained(), [key("late")], votes=3)
    for large in (False, True):
        found = read(of_pages(workbook, PrintedPage(kind="outline"), large=large).pdf)
        paragraphs = found.of("P")
        assert {"3 votes", "Primary driver", "Change idea"} <= {*paragraphs}
        at = paragraphs.index("3 votes") - paragraphs.index("Buses come late")
        assert at == (2 if large else 1), "large print sets nothing beside anything"


@needs_poppler
def test_what_belongs_to_others_is_paler(tmp_path: Path) -> None:
    workbook = edits.belong(chained(), [key("late"), key("full")], [key("uni")])
    page = PrintedPage(kind="fishbone")
    inks = [
        sum(255 - it for row in inked(of_pages(workbook, page, viewer=viewer).pdf, folder)[0]
            for it in row)
        for viewer, folder in ((key("uni"), tmp_path / "a"), (key("party"), tmp_path / "b"))
        if not folder.mkdir()
    ]  # fmt: skip
    assert inks[1] < inks[0]
