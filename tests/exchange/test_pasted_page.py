"""A whole page from what was pasted."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilead_studio.errors import StudioError
from ilead_studio.exchange.outline import PageKind
from ilead_studio.exchange.pasted_page import add_pasted, stated_kind
from ilead_studio.model import Workbook, faults, find, new_ids, pages
from ilead_studio.rules.outline import outline


def read(text: str, kind: PageKind = "fishbone", html: str = "") -> list[tuple[int, str]]:
    book, page_id, _ = add_pasted(Workbook(), text, html, kind, new_ids(3))
    page = pages(book)[0]
    assert page is find(book, page_id)
    return [(row.depth, row.text) for row in outline(book, page)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("head: Late", "fishbone"),
        ("\ufeff\n# said on Tuesday\n\n  AIM : Read by June", "theory"),
        ("Heading: Late", None),
        ("Late\nhead: not the first line", None),
        ("", None),
    ],
)
def test_an_outline_says_what_it_is_on_its_first_line(text: str, kind: str | None) -> None:
    assert stated_kind(text) == kind


def test_the_words_of_the_first_line_are_the_root_whatever_kind_is_chosen() -> None:
    assert read("head: Late\n  Roads") == [(0, "Late"), (1, "Roads")]
    assert read("head: Late\n  Roads", "theory") == [(0, "Late"), (1, "Roads")]


def test_lines_that_all_stand_under_the_first_one_have_it_as_their_root() -> None:
    assert read("Late\n  Roads\n    Works\n  Bells") == [
        (0, "Late"), (1, "Roads"), (2, "Works"), (1, "Bells"),
    ]  # fmt: skip
    assert read("Late\n  Roads\nBells") == [(0, ""), (1, "Late"), (2, "Roads"), (1, "Bells")]
    assert read("Late") == [(0, ""), (1, "Late")]


def test_line_ends_of_every_system_are_line_ends() -> None:
    assert read("head: Late\r\n  Roads\r\n  Bells\r\n") == [(0, "Late"), (1, "Roads"), (1, "Bells")]


def test_a_table_from_a_spreadsheet_keeps_its_fields() -> None:
    book, _, _ = add_pasted(Workbook(), "Cause\tVotes\nNo time\t4\n", "", "fishbone", new_ids(3))
    assert book.fishbones[0].causes[0].votes == 4


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("head: Late\n  Roads\n    Works\n   Bells", "Line 4"),
        ("head: Late\n  idea: Buses", "Line 2"),
        ("head: " + "x" * 2001, "Line 1"),
        ("", "no words on the clipboard"),
        ("\n".join(" " * depth + f"why {depth}" for depth in range(45)), "“why 41” is deeper"),
    ],
)
def test_a_refusal_is_one_sentence_that_names_the_line(text: str, why: str) -> None:
    with pytest.raises(StudioError) as refused:
        read(text)
    assert why in str(refused.value)


@given(st.text(alphabet="ab:#-\t \n\r\ufeffé\u202e\ud800head", max_size=80))
def test_any_text_becomes_a_sound_page_or_is_refused_in_words(text: str) -> None:
    for kind in ("fishbone", "theory"):
        with suppress(StudioError):
            book, _, _ = add_pasted(Workbook(), text, "", kind, new_ids(3))
            assert not faults(book)
