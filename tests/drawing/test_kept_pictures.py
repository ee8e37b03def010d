"""Kept pictures of pages as people make them: of every size, and of the shapes that are hard.

Look at a changed one, in every theme, before it is kept (``kept.is_as_kept`` tells how).
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from drawing_pages import fishbone, read, theory
from kept import is_as_kept
from typical_fishbones import HEAD, LABELS, marked, typical
from typical_theories import typical_theory

from ilead_studio.drawing.marks import View
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.exchange import add_outline, read_outline
from ilead_studio.model import Page, Workbook, new_ids, pages
from ilead_studio.rules.outline import outline, role_words

EXAMPLES = Path(__file__).parents[3] / "shared" / "data" / "examples"
LETTER, TABLOID = (PAPERS[name].wide().picture_room for name in ("letter", "tabloid"))
LONG = (
    "Coaching visits are the first thing that is cancelled when substitutes run short, which in"
    " the winter months happens nearly every week, and nobody notices until the spring, because"
    " the log of visits is kept on paper in each building and is read by no one before the end of"
    " the school year comes"
)
Made = tuple[Workbook, Page]


def long_labels() -> Made:
    return fishbone(LONG, [(1, "Time"), (2, LONG), (3, LONG), (1, LONG), (2, "Short"), (2, LONG)])


def deep() -> Made:
    return fishbone(HEAD, [(level, LABELS[level]) for level in range(1, 13)])


def crowded_bone() -> Made:
    few = [(1, "Place and time"), (2, "No breaks"), (1, "Data"), (2, "Two systems")]
    return fishbone(HEAD, [(1, "People"), *((2, label) for label in LABELS[:40]), *few])


def one_bone() -> Made:
    return fishbone(HEAD, [(1, "People"), *((2, label) for label in LABELS[:3])])


FISHBONES: dict[str, tuple[Callable[[], Made], tuple[float, float]]] = {
    "causes_20": (lambda: typical(20, 5, 1), LETTER),
    "causes_60": (lambda: typical(60, 6, 1), LETTER),
    "causes_120": (lambda: typical(120, 8, 1), TABLOID),
    "causes_deep": (deep, LETTER),
    "causes_crowded": (crowded_bone, LETTER),
    "causes_one_bone": (one_bone, LETTER),
    "causes_long": (long_labels, LETTER),
}
THEORIES: dict[str, tuple[Callable[[], Made], tuple[float, float]]] = {
    "boxes_15": (lambda: typical_theory(15, seed=1), LETTER),
    "boxes_30": (lambda: typical_theory(30, seed=1), LETTER),
    "boxes_60": (lambda: typical_theory(60, seed=1), TABLOID),
    "boxes_empty": (lambda: theory("", []), LETTER),
    "boxes_long": (lambda: theory(LONG, read(f"Time\n  {LONG}\n    idea: {LONG}\nData")), LETTER),
}


def spoken_words(workbook: Workbook, page: Page) -> dict[str, str]:
    return {row.id: f"{role_words(row)}: {row.text}" for row in outline(workbook, page)}


def check(name: str, workbook: Workbook, page: Page, drawing: Drawing) -> None:
    title = outline(workbook, page)[0].text or "Untitled"
    assert is_as_kept(name, drawing, title, spoken_words(workbook, page))


@pytest.mark.parametrize("name", FISHBONES | THEORIES)
def test_pages_of_every_size_stay_as_they_are(name: str) -> None:
    make, room = (FISHBONES | THEORIES)[name]
    workbook, page = make()
    check(name, workbook, page, draw_page(workbook, page, room, View()))


def test_sixty_marked_causes_stay_as_they_are() -> None:
    workbook, page = typical(60, 6, 1)
    drawing = draw_page(workbook, page, LETTER, View(marks=marked(page, 1)))
    check("causes_60_marked", workbook, page, drawing)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_published_pages_stay_as_they_are(path: Path) -> None:
    """They lie beside the checkout, if they are there."""
    kind = "fishbone" if "fishbone" in path.name else "theory"
    read_in = read_outline(path.read_bytes(), kind, path.name)
    workbook, _, _ = add_outline(Workbook(), read_in, new_ids(1))
    (page,) = pages(workbook)
    check(f"example_{path.stem[:2]}", workbook, page, draw_page(workbook, page, LETTER, View()))
