"""Whatever is typed in whatever field: every page prints it as words, inside the sheet."""

from functools import cache
from io import BytesIO
from itertools import product

import pikepdf
import pytest
from leaf_words import coming_to_school
from printing import TODAY, needs_poppler
from sheet_proof import misplaced, unheard, unsound
from strange_words import strange
from test_every_page import IS_WHOLE, PAGES
from workbooks import key

from ilead_studio.handouts import make_packet, packet_pdf
from ilead_studio.model import FormKind, Packet, PrintedPage, Workbook

WAYS: tuple[dict[str, object], ...] = (
    {}, {"large": True}, {"up": 2}, {"paper": "a4", "gray": True}, {"up": 4, "paper": "tabloid"},
)  # fmt: skip
CASES = (
    [*product(PAGES, WAYS)] if IS_WHOLE
    else [(page, WAYS[at % len(WAYS)]) for at, page in enumerate(PAGES)]
)  # fmt: skip
DOES = {"/URI", "/JS", "/Launch", "/GoToR", "/EF", "/SubmitForm", "/OpenAction", "/AA"}
"""What lets a file do something."""


@cache
def accidents() -> Workbook:
    return strange(coming_to_school(), long_every=90)


def does(pdf: bytes) -> set[str]:
    """Return what a file does besides showing words."""
    with pikepdf.open(BytesIO(pdf)) as file:
        every = (it for it in file.objects if isinstance(it, pikepdf.Dictionary | pikepdf.Stream))
        return {name for it in every for name in it} & DOES


@needs_poppler
@pytest.mark.parametrize(("page", "fields"), CASES, ids=str)
def test_whatever_is_typed_is_words_and_nothing_else(
    page: tuple[str, FormKind], fields: dict[str, object]
) -> None:
    kind, form = page
    asked = PrintedPage(kind=kind, form=form)
    packet = Packet.model_validate(
        {"id": key("packet"), "name": "Packet", "pages": (asked,), **fields}
    )
    made = make_packet(accidents(), packet, TODAY)
    pdf = packet_pdf(made.leaves, made.outfit).pdf
    assert unsound(pdf) == []
    assert does(pdf) == set()
    assert [*unheard(pdf, made.leaves)] == []
    assert [*misplaced(pdf)] == []
