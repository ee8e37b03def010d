"""Every kind of page on every paper, in light, large print and grey: sound, heard, in its place.

Each run takes every kind once, on papers and in types by turns, so that each paper has met each
type; ``ILEAD_STUDIO_PAPERS=all`` takes all of them.
"""

import os
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from leaf_words import coming_to_school
from pdf_reading import read
from printing import TODAY, needs_poppler
from sheet_proof import colours, inkless, misplaced, sizes, unheard, unsound
from workbooks import key

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.errors import ExportError
from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.making import Made
from ilead_studio.model import FormKind, Packet, PrintedPage, Workbook
from ilead_studio.packet.kinds import kinds

NAMES = tuple(it.name for it in kinds())
PAGES = (
    *((name, "filled" if name == "cycle" else "pen") for name in NAMES), ("form", "fillable"),
)  # fmt: skip
LOOKS: tuple[dict[str, Any], ...] = ({}, {"large": True}, {"gray": True})
SHARED: tuple[dict[str, Any], ...] = (
    {"up": 2}, {"up": 4}, {"up": 2, "large": True}, {"turned": "tall"}, {"turned": "wide"},
    {"paper": "own", "width": 400.0, "height": 500.0},
    {"paper": "own", "width": 1_000.0, "height": 600.0, "large": True},
)  # fmt: skip
"""Other ways in which a packet is printed."""
IS_WHOLE = os.environ.get("ILEAD_STUDIO_PAPERS") == "all"
_SIGNS = 15
"""Words in signs are smaller than the words that explain them."""
Case = tuple[tuple[str, FormKind], dict[str, Any]]


def _by_turns(ways: list[dict[str, Any]]) -> list[Case]:
    """Give each page with all ways, or each with one of them by turns."""
    if IS_WHOLE:
        return [*product(PAGES, ways)]
    return [(page, ways[at % len(ways)]) for at, page in enumerate(PAGES)]


EVERY = _by_turns([{"paper": paper, **look} for paper, look in product(PAPERS, LOOKS)])
OTHERS = _by_turns([*SHARED])


def _named(it: object) -> str:
    return "-".join(map(str, it)) if isinstance(it, tuple) else str(it)


def made(page: tuple[str, FormKind], fields: dict[str, Any]) -> tuple[Made, Handout]:
    kind, form = page
    asked = PrintedPage(kind=kind, form=form)
    packet = Packet(id=key("packet"), name="Packet", pages=(asked,), **fields)
    whole = make_packet(coming_to_school(), packet, TODAY)
    return whole, packet_pdf(whole.leaves, whole.outfit)


@needs_poppler
@pytest.mark.parametrize(("page", "fields"), [*EVERY, *OTHERS], ids=_named)
def test_a_page_is_sound_heard_and_in_its_place(
    page: tuple[str, FormKind], fields: dict[str, Any], tmp_path: Path
) -> None:
    whole, handout = made(page, fields)
    pdf = handout.pdf
    assert unsound(pdf) == []
    assert [*unheard(pdf, whole.leaves)] == []
    assert [*misplaced(pdf)] == []
    assert [*inkless(pdf, tmp_path)] == []
    assert made(page, fields)[1].pdf == pdf
    if fields.get("gray"):
        assert colours(pdf) == set()
    if fields.get("large"):
        assert min(sizes(pdf)) >= (_SIGNS if page[0] == "legend" else 18)


@needs_poppler
@pytest.mark.parametrize("kind", ["fishbone", "driver-diagram"])
@pytest.mark.parametrize(("grid", "paper"), [((2, 2), "letter"), ((3, 2), "a4")])
def test_a_poster_is_sound_and_its_outline_is_heard(
    kind: str, grid: tuple[int, int], paper: str, tmp_path: Path
) -> None:
    page = PrintedPage(kind=kind, is_poster=True, across=grid[0], down=grid[1])
    for at, look in enumerate(LOOKS if IS_WHOLE else LOOKS[2:]):
        packet = Packet.model_validate(
            {"id": key("packet"), "name": "Packet", "pages": (page,), "paper": paper, **look}
        )
        whole = make_packet(coming_to_school(), packet, TODAY)
        pdf = packet_pdf(whole.leaves, whole.outfit).pdf
        assert unsound(pdf) == []
        assert [*unheard(pdf, whole.leaves)] == []
        folder = tmp_path / str(at)
        folder.mkdir()
        assert [*inkless(pdf, folder, edge=0)] == []
        assert packet_pdf(whole.leaves, whole.outfit).pdf == pdf


@needs_poppler
@pytest.mark.parametrize("kind", ["fishbone", "driver-diagram"])
@pytest.mark.parametrize("fields", [{"continued": True}, {"levels": 1}, {"levels": 2}], ids=str)
def test_a_diagram_that_goes_on_or_is_folded_is_sound_and_heard(
    kind: str, fields: dict[str, Any], tmp_path: Path
) -> None:
    page = PrintedPage(kind=kind, **fields)
    packet = Packet(
        id=key("packet"), name="Packet", pages=(page,), paper="own", width=396.0, height=612.0
    )
    whole = make_packet(coming_to_school(), packet, TODAY)
    made = packet_pdf(whole.leaves, whole.outfit)
    assert unsound(made.pdf) == []
    assert [*unheard(made.pdf, whole.leaves)] == []
    assert [*misplaced(made.pdf)] == []
    assert [*inkless(made.pdf, tmp_path)] == []
    assert made.pages == 1 or made.smallest >= 7
    assert ("folded below" in read(made.pdf).all_words) == ("levels" in fields)


@pytest.mark.parametrize("large", [False, True])
def test_an_empty_workbook_prints_something_sound_or_nothing(large: bool) -> None:
    for name in NAMES:
        page = PrintedPage(kind=name)
        packet = Packet(id=key("packet"), name="Packet", pages=(page,), large=large)
        try:
            whole = make_packet(Workbook(), packet, TODAY)
        except ExportError:
            continue
        assert unsound(packet_pdf(whole.leaves, whole.outfit).pdf) == []
