"""Kinds of pages as they are set: tagged, silent, within the sheet, whatever people typed."""

import re
import subprocess
from datetime import date

import pytest
from leaf_words import coming_to_school
from pdf_reading import read, ua_faults
from printing import needs_poppler

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts.packet_file import Outfit, packet_pdf
from ilead_studio.handouts.type import LARGE, USUAL
from ilead_studio.model import Cycle, Idea, Measure, Workbook, replace
from ilead_studio.packet.given import Given
from ilead_studio.packet.kinds import kinds
from ilead_studio.packet.leaf import AnyLeaf

TODAY = date(2026, 11, 24)
OURS = (
    "votes", "drivers", "ideas", "square", "ramps", "calendar", "measures", "learning-log",
    "inquiry", "ballots", "prompts", "blank-fishbone", "blank-drivers",
)  # fmt: skip
HOSTILE = (
    "<b>x</b> &amp; <img src='/etc/passwd'/> (javascript:alert) \\ % "
    + "W" * 2_000
    + " שלום עולם مرحبا 🎉 👩‍🏫 \u202e"
)
MARGIN = 43.0
ABOVE = 36.0
"""The box of a word is higher than its ink."""
_BOX = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">')
_PAGE = re.compile(r'<page width="(.*?)" height="(.*?)">(.*?)</page>', re.DOTALL)


def leaves(name: str, workbook: Workbook, *, large: bool = False) -> tuple[AnyLeaf, ...]:
    kind = next(it for it in kinds() if it.name == name)
    return kind.make(Given(workbook, TODAY, large=large))


def pdf(*names: str, of: Workbook, paper: str = "letter", large: bool = False) -> bytes:
    outfit = Outfit(PAPERS[paper], "Packet", type=LARGE if large else USUAL)
    every = [leaf for name in names for leaf in leaves(name, of, large=large)]
    return packet_pdf(every, outfit).pdf


def strange() -> Workbook:
    """Return the example with hostile text where people type most."""
    workbook = coming_to_school()

    def idea(it: Idea) -> Idea:
        return replace(it, text=HOSTILE[:2000], owner=HOSTILE[:300])

    def cycle(it: Cycle) -> Cycle:
        return it.model_copy(update={"scale": HOSTILE[:300], "learned": HOSTILE})

    def measure(it: Measure) -> Measure:
        return replace(it, definition=HOSTILE, unit="W" * 200)

    theory = workbook.theories[0]
    drivers = tuple(
        replace(it, text=HOSTILE[:2000], definition=HOSTILE) for it in theory.drivers
    )  # fmt: skip
    return workbook.model_copy(
        update={
            "ideas": tuple(map(idea, workbook.ideas)),
            "cycles": tuple(map(cycle, workbook.cycles)),
            "measures": tuple(map(measure, workbook.measures)),
            "theories": (replace(theory, drivers=drivers),),
        }
    )


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("name", OURS)
def test_a_page_is_tagged_and_sound(name: str, large: bool) -> None:
    made = pdf(name, of=coming_to_school(), large=large)
    reading = read(made)
    assert ua_faults(made) == []
    assert reading.faults == []
    assert made == pdf(name, of=coming_to_school(), large=large)


@pytest.mark.parametrize("name", OURS)
def test_an_empty_workbook_prints_something_sensible_or_nothing(name: str) -> None:
    if leaves(name, Workbook()):
        assert read(pdf(name, of=Workbook())).faults == []


@needs_poppler
@pytest.mark.parametrize("paper", ["letter", "a4", "tabloid"])
def test_nothing_lies_outside_the_margins(paper: str) -> None:
    assert outside(pdf(*OURS, of=coming_to_school(), paper=paper)) == []


@needs_poppler
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("names", [OURS[:6], OURS[6:]], ids=["first", "second"])
def test_hostile_text_changes_nothing_but_the_words(names: tuple[str, ...], large: bool) -> None:
    made = pdf(*names, of=strange(), large=large)
    assert read(made).faults == []
    assert b"/URI" not in made
    assert outside(made) == []


def outside(made: bytes) -> list[str]:
    """Return the words that come nearer to the edge of a sheet than a printer reaches."""
    run = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=made, capture_output=True, check=True
    )
    assert run.stderr == b""
    found = []
    for width, height, page in _PAGE.findall(run.stdout.decode("utf-8")):
        for edges in _BOX.findall(page):
            left, top, right, bottom = map(float, edges)
            inside = left >= MARGIN and right <= float(width) - MARGIN
            if not (inside and top >= ABOVE and bottom <= float(height) - ABOVE):
                found.append(f"{edges} on {width} × {height}")
    return found
