"""Pages of meetings, the chain, changes and signs as printed: tagged, heard, within the sheet."""

import re
import subprocess
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from leaf_words import coming_to_school
from pdf_reading import read, ua_faults
from printing import needs_poppler
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.packet_file import Outfit, packet_pdf
from ilead_studio.handouts.type import LARGE, USUAL, Type
from ilead_studio.model import Workbook
from ilead_studio.packet.given import Given
from ilead_studio.packet.kinds import kinds

NAMES = (
    "agenda", "catch-up", "problem", "causes", "line-of-sight", "next-steps", "open-questions",
    "what-changed", "legend", "sign-up",
)  # fmt: skip
TODAY = date(2026, 12, 9)
HOSTILE = (
    "<b>markup</b> & javascript:alert(1)", "x" * 2_000, "שלום עולם", "😀 smile", "%PDF-1.4 (\\)",
    "=SUM(A1)", "a\u0301\u0323 é",
)  # fmt: skip


def printed(workbook: Workbook, name: str, paper: str = "letter", kind: Type = USUAL) -> Handout:
    """Return one kind of page of a workbook as a file."""
    make = next(it.make for it in kinds() if it.name == name)
    leaves = make(Given(workbook, TODAY, large=kind is LARGE))
    return packet_pdf(leaves, Outfit(PAPERS[paper], "Packet", type=kind))


def hostile() -> Workbook:
    """Return a workbook whose words try to be something else."""
    workbook = edits.take_snapshot(chained(), key("before"), HOSTILE[0], date(2026, 6, 3))
    items = (key("late"), key("full"), key("daily"), key("talk"), key("hour"), key("work"))
    for item, words in zip(items, HOSTILE, strict=False):
        workbook = edits.rename(workbook, item, words)
    workbook = edits.put_problem(workbook, key("problem"), text=HOSTILE[1], gap=HOSTILE[3])
    workbook = edits.add_meeting(workbook, key("meeting"), TODAY, place=HOSTILE[1], time=HOSTILE[0])
    workbook = edits.add_agenda_item(workbook, key("meeting"), key("point"), HOSTILE[1])
    workbook = edits.add_step(workbook, key("step"), key("meeting"), HOSTILE[1], owner=HOSTILE[2])
    workbook = edits.note_question(workbook, key("asked"), HOSTILE[6], key("late"))
    return edits.put(workbook, [key("late")], root=True)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", [USUAL, LARGE], ids=["usual", "large"])
def test_the_example_is_set_tagged_and_heard(name: str, kind: Type) -> None:
    made = printed(coming_to_school(), name, kind=kind)
    assert ua_faults(made.pdf) == []
    assert read(made.pdf).faults == []


@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_are_only_words(name: str) -> None:
    made = printed(hostile(), name)
    reading = read(made.pdf)
    assert ua_faults(made.pdf) == []
    assert reading.faults == []
    assert reading.links == []
    assert made.pdf == printed(hostile(), name).pdf


@needs_poppler
@pytest.mark.parametrize("paper", ["a4", "tabloid"])
def test_no_word_stands_outside_the_printable_part(paper: str) -> None:
    for name in NAMES:
        assert outside(printed(coming_to_school(), name, paper).pdf) == []
    assert outside(printed(hostile(), "agenda", paper, LARGE).pdf) == []


def outside(pdf: bytes) -> list[str]:
    """Return the words that stand nearer to the edge of their page than 43 points.

    A box of poppler reaches higher and lower than the letters in it.
    """
    run = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    )
    found, wide, high = [], 0.0, 0.0
    for line in run.stdout.decode().splitlines():
        numbers = [float(it) for it in re.findall(r'(?:width|height|[xy]M\w+)="([\d.-]+)"', line)]
        if "<page" in line:
            wide, high = numbers
        elif "<word" in line:
            left, top, right, bottom = numbers
            if left < 42.9 or top < 40 or right > wide - 42.9 or bottom > high - 40:
                found.append(line)
    return found


def test_what_is_heard_of_the_agenda_makes_sense_in_order() -> None:
    words = read(printed(coming_to_school(), "agenda").pdf).all_words
    parts = ("Agenda", "26 Jan 2027", "Time", "Led by", "13:15", "Letters and texts",
             "Since last time", "Next step", "Ask the county", "My notes")  # fmt: skip
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
