"""Fields of every form on every paper: each over its own frame, on no words, in reading order.

Each run takes one in seven of all ways; ``ILEAD_STUDIO_PAPERS=all`` takes all of them.
"""

import os
from itertools import product
from typing import Any

import pytest
from field_proof import crossed, fields_of, misplaced_fields, unordered_fields, unsaid_fields
from leaf_words import coming_to_school
from printing import of_pages
from sheet_proof import MARGIN
from strange_words import strange
from workbooks import both

from ilead_studio import edits
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.model import PrintedPage, Workbook
from ilead_studio.packet.kinds import kinds

IS_WHOLE = os.environ.get("ILEAD_STUDIO_PAPERS") == "all"
BOOKS = {
    "example": coming_to_school,
    "begun": both,
    "blank": Workbook,
    "strange": lambda: strange(coming_to_school(), long_every=90),
}
LOOKS: tuple[dict[str, Any], ...] = (
    {}, {"large": True}, {"up": 2}, {"up": 4}, {"up": 2, "large": True}, {"up": 4, "large": True},
)  # fmt: skip
SMALL: dict[str, Any] = {"paper": "own", "width": 400.0, "height": 500.0}
SHEETS: tuple[dict[str, Any], ...] = (
    *({"paper": paper, **look} for paper, look in product(PAPERS, LOOKS)),
    *(SMALL | look for look in LOOKS[:-1]),  # large print has no room on a quarter of it
)
FORMS = tuple(it.name for it in kinds() if it.is_form)


def _ways() -> list[tuple[str, str, str, dict[str, Any]]]:
    """Give all ways to print a form, or some, so that each paper meets each look and each book."""
    every = [*product(FORMS, ("en", "es"), BOOKS, SHEETS)]
    return every if IS_WHOLE else every[:: len(LOOKS) + 1]


@pytest.mark.parametrize(("form", "language", "book", "fields"), _ways(), ids=str)
def test_a_field_stands_on_its_frame_alone_in_its_order_with_its_sentence(
    form: str, language: str, book: str, fields: dict[str, Any]
) -> None:
    page = PrintedPage(kind=form, form="fillable")
    pdf = of_pages(BOOKS[book](), page, language=language, **fields).pdf
    assert len(fields_of(pdf)) >= 20
    assert [*misplaced_fields(pdf, MARGIN)] == []
    assert [*unordered_fields(pdf)] == []
    assert [*unsaid_fields(pdf)] == []


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("book", ["example", "begun"])
def test_no_line_to_write_on_crosses_words_whatever_is_known_already(
    book: str, large: bool
) -> None:
    workbook = BOOKS[book]()
    for cycle in workbook.cycles:
        for name in ("", "owner", "site", "objective"):
            half = edits.put_cycle(workbook, cycle.id, **{name: ""}) if name else workbook
            page = PrintedPage(kind="form", form="pen", of=cycle.id)
            pdf = of_pages(half, page, large=large).pdf
            assert [*crossed(pdf)] == [], (cycle.ref, name)
