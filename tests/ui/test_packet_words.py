"""What the composer says of packets and pages."""

import pytest
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.model import Packet, PrintedPage, Workbook
from ilead_studio.ui.packets.in_view import usual_place
from ilead_studio.ui.packets.maker import Shown, Side
from ilead_studio.ui.packets.rows import NEW, page_rows
from ilead_studio.ui.packets.sentences import (
    caption,
    file_name,
    head_words,
    kind_words,
    of_words,
    own_tongues,
    page_kind_words,
    readers,
    side_name,
    smallest_words,
    things,
    tongues,
)  # fmt: skip

PAGES = (PrintedPage(kind="cover"), PrintedPage(kind="fishbone", printed=False))
PACKET = Packet(id=key("packet"), name="24 November: all / both?", pages=PAGES)
SIDE = Side(612, 792, (0,), 8.52)


def test_a_side_is_told_with_its_page_and_its_smallest_words() -> None:
    shown = Shown((SIDE, Side(792, 612, (1, 0), 0.0)))
    assert side_name(PACKET, shown, 0) == "page 1 of 2, Title page, smallest text 8.5 points"
    assert side_name(PACKET, shown, 1) == "page 2 of 2, Fishbone and Title page"
    assert caption(PACKET, SIDE, is_chosen=True) == "Title page · smallest text 8.5 pt"
    assert caption(PACKET, SIDE, is_chosen=False) == "Title page"
    assert "7.9 pt" in caption(PACKET, SIDE._replace(smallest=7.96), is_chosen=False)
    sheet = SIDE._replace(sheet=("F1", "A2"))
    assert caption(PACKET, sheet, is_chosen=False) == "Poster F1, sheet A2"
    the_map = SIDE._replace(sheet=("F1", ""))
    assert caption(PACKET, the_map, is_chosen=False) == "Poster F1, map of its sheets"
    assert head_words(PACKET, shown) == "1 page ticked · 2 sides of paper"


def test_the_smallest_words_are_told_with_the_first_page_on_which_they_stand() -> None:
    bare, small = SIDE._replace(smallest=0.0), SIDE._replace(smallest=7.96)
    shown = Shown((bare, SIDE, small, small))
    assert smallest_words(shown) == "smallest text 7.9 pt, on page 3"
    assert smallest_words(Shown((SIDE,))) == "smallest text 8.5 pt, on page 1", (
        "of a title page too"
    )
    assert smallest_words(Shown((bare,))) == ""


def test_pages_stand_before_the_kinds_that_are_missing() -> None:
    rows = page_rows(both(), PACKET)
    assert [(it.words, it.ticked) for it in rows[:2]] == [("Title page", True), ("Fishbone", False)]
    assert rows[2].key == ""
    assert all(it.key.startswith(NEW) and it.ticked is False for it in rows[3:])
    assert page_rows(both(), None) == []


def test_an_outline_of_one_diagram_is_called_as_on_its_page() -> None:
    workbook = chained()
    of = workbook.fishbones[0].id
    for page, words in (
        (PrintedPage(kind="outline", of=of), "Fishbone as an outline"),
        (PrintedPage(kind="outline"), "Fishbones and driver diagrams as outlines"),
    ):
        assert page_kind_words(workbook, page) == words


def test_the_names_of_two_parties_are_said_and_more_are_all() -> None:
    workbook = edits.add_party(edits.add_party(chained(), key("one"), "One", "LEA"),
                               key("two"), "Two", "LEA")  # fmt: skip
    assert len(workbook.parties) > 2
    assert readers(workbook)[0][1] == "All parties together"


def test_a_page_says_of_what_it_is() -> None:
    workbook = chained()
    page = PrintedPage(kind="fishbone", of=workbook.fishbones[0].id)
    assert of_words(workbook, page).startswith("F1 ")
    assert of_words(workbook, PrintedPage(kind="fishbone")) == ""
    assert [it for it, _ in things(workbook, "cycle")] == [it.id for it in workbook.cycles]
    assert kind_words("of-tomorrow") == "A page of a newer program"


def test_readers_are_all_each_party_and_the_facilitator() -> None:
    workbook = edits.add_party(both(), key("lea"), "District", "LEA")
    named = [words for _, words in readers(workbook)]
    assert named[0].endswith(" and District together")
    assert named[-2:] == ["District only", "The facilitator only"]
    nobody = both().model_copy(update={"parties": ()})
    assert [words for _, words in readers(nobody)] == [
        "All parties together", "The facilitator only",
    ]  # fmt: skip


def test_a_file_has_a_name_that_every_system_takes() -> None:
    assert file_name(PACKET) == "24 November all both.pdf"
    assert file_name(Packet(id=key("packet"), name="???")) == "Handout.pdf"


@pytest.mark.parametrize(("kind", "place"), [("problem", 1), ("driver-diagram", 2), ("cover", 1)])
def test_a_page_comes_where_packets_usually_have_it(kind: str, place: int) -> None:
    assert usual_place(PACKET, kind) == place


def test_a_workbook_keeps_the_country_of_its_language_and_one_that_is_not_known() -> None:
    assert own_tongues(Workbook()) == [("en-US", "English"), ("es", "Español")]
    mexico = Workbook(language="es-MX")
    assert own_tongues(mexico) == [("en-US", "English"), ("es-MX", "Español")]
    assert tongues(mexico)[0] == (None, "Español, as the workbook")
    german = Workbook(language="de")
    assert own_tongues(german)[-1] == ("de", "de")
    assert tongues(german)[0] == (None, "English, as the workbook")
