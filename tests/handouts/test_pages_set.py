"""Pages of meetings, the chain, changes and signs as printed: tagged, heard, within the sheet."""

from datetime import date
from io import BytesIO

import pikepdf
from leaf_words import coming_to_school
from pdf_reading import read

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.packet_file import Outfit, packet_pdf
from ilead_studio.model import Workbook
from ilead_studio.packet.given import Given
from ilead_studio.packet.kinds import kinds

TODAY = date(2026, 12, 9)


def printed(workbook: Workbook, name: str) -> Handout:
    """Return one kind of page of a workbook as a file."""
    make = next(it.make for it in kinds() if it.name == name)
    return packet_pdf(make(Given(workbook, TODAY)), Outfit(PAPERS["letter"], "Packet"))


def test_what_is_heard_of_the_agenda_makes_sense_in_order() -> None:
    words = read(printed(coming_to_school(), "agenda").pdf).all_words
    parts = ("Agenda", "26 Jan 2027", "Time", "Led by (role)", "13:15", "Letters and texts",
             "Since last time", "Next step", "Ask the county", "Ground rules")  # fmt: skip
    places = [words.index(it) for it in parts]
    assert places == sorted(places)


def test_a_box_without_words_is_heard_as_what_it_is_for() -> None:
    words = read(printed(coming_to_school(), "next-steps").pdf).all_words
    assert "Tick when done: Translate the text into four languages" in words


def test_signs_are_figures_that_say_how_they_look() -> None:
    figures = read(printed(coming_to_school(), "legend").pdf).of("Figure")
    assert "Dashed ring" in figures
    assert "Framed letters" in figures


def test_a_marked_diagram_is_heard_as_the_outline_with_what_happened() -> None:
    words = read(printed(coming_to_school(), "what-changed").pdf).all_words
    assert "C42, hunch, removed" in words
    assert "reworded, was “Families do not answer the office”" in words


def test_lines_that_would_have_a_sheet_of_their_own_are_left_out() -> None:
    assert printed(coming_to_school(), "legend").pages == 1
    assert printed(coming_to_school(), "agenda").pages == 1
    assert printed(coming_to_school(), "catch-up").pages == 1
    assert printed(coming_to_school(), "sign-up").pages == 1


def test_a_marked_diagram_that_cannot_be_read_on_a_shared_sheet_has_one_of_its_own() -> None:
    make = next(it.make for it in kinds() if it.name == "what-changed")
    leaves = make(Given(coming_to_school(), TODAY))
    outfit = Outfit(PAPERS["letter"], "Packet", up=2)
    with pikepdf.open(BytesIO(packet_pdf(leaves[1:], outfit).pdf)) as file:
        assert len(file.pages) == len(leaves[1:])
