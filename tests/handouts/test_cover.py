"""The title page: who, when, for whom, what is in the handout, and how paper comes back."""

from io import BytesIO

import pytest
from pdf_reading import read, ua_faults
from PIL import Image
from workbooks import chained

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts.packet_file import Outfit, packet_pdf
from ilead_studio.handouts.type import LARGE, USUAL, Type
from ilead_studio.model import Workbook, replace
from ilead_studio.model.logo import logo_of
from ilead_studio.packet.blocks import Text, plain
from ilead_studio.packet.leaf import Cover, Leaf

PAGES = tuple(
    Leaf(name, name, (Text(plain("Words.")),), ref=ref)
    for name, ref in (("Agenda", "24 Nov 2026"), ("Fishbone", "F1"), ("Legend", ""))
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'


def with_logos(*logos: bytes) -> Workbook:
    """Return a workbook of two parties with logos."""
    workbook = chained()
    pairs = zip(workbook.parties, logos, strict=False)
    parties = tuple(replace(it, logo=logo_of(logo)) if logo else it for it, logo in pairs)
    return replace(workbook, parties=(*parties, *workbook.parties[len(parties) :]))


def png(wide: int, high: int) -> bytes:
    """Return a picture so many pixels large."""
    kept = BytesIO()
    Image.new("RGBA", (wide, high), "navy").save(kept, "PNG")
    return kept.getvalue()


def printed(cover: Cover, kind: Type = USUAL) -> bytes:
    return packet_pdf([cover, *PAGES], Outfit(PAPERS["letter"], "Packet", type=kind)).pdf


@pytest.mark.parametrize("kind", [USUAL, LARGE], ids=["usual", "large"])
def test_it_says_who_when_and_for_whom(kind: Type) -> None:
    pdf = printed(
        Cover(with_logos(png(40, 20), b""), "Convening, 24 November 2026", "For Lakeside"), kind
    )
    reading = read(pdf)
    assert ua_faults(pdf) == []
    assert reading.faults == []
    words = reading.all_words
    for it in ("Convening, 24 November 2026", "For Lakeside",
               "Northfield Schools, school district (LEA)", "This copy belongs to",
               "How paper comes back", "independent of the organisations"):  # fmt: skip
        assert it in words


def test_logos_are_figures_with_words_and_equally_high() -> None:
    pdf = printed(Cover(with_logos(png(40, 20), png(90, 90))))
    assert read(pdf).of("Figure") == ["Logo of Northfield Schools", "Logo of Lakeside University"]
    assert {round(high) for _, high in sizes(pdf)} == {28}


def test_a_very_wide_logo_is_no_wider_than_its_column() -> None:
    ((wide, _),) = sizes(printed(Cover(with_logos(png(900, 90)))))
    assert wide <= 112


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return how wide and high the pictures on the first page are painted."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as file:
        found = pikepdf.parse_content_stream(file.pages[0])
        placed = [[float(it) for it in operands] for operands, name in found if str(name) == "cm"]
        return [(it[0], it[3]) for it in placed]


def test_a_drawn_logo_is_told_by_the_name_alone() -> None:
    reading = read(printed(Cover(with_logos(SVG))))
    assert reading.of("Figure") == []
    assert "Northfield Schools" in reading.all_words


def test_the_contents_lead_to_every_page_and_show_only_references() -> None:
    reading = read(printed(Cover(chained())))
    assert reading.links == [
        ("Agenda, page 2", 2), ("Fishbone, page 3", 3), ("Legend, page 4", 4)
    ]  # fmt: skip
    contents = [it.text for it in reading.heard if it.tag in ("Link", "Span")]
    assert "F1" in contents
    assert "24 Nov 2026" not in contents


def test_a_name_longer_than_a_sheet_goes_on_beside_its_logo() -> None:
    workbook = with_logos(png(40, 20))
    long = replace(workbook.parties[0], name="Northfield " * 180)
    pdf = printed(Cover(replace(workbook, parties=(long, *workbook.parties[1:]))), LARGE)
    reading = read(pdf)
    assert reading.faults == []
    assert reading.all_words.count("Northfield") >= 180
