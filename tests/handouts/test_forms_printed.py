"""PDSA forms as files: one sheet, fields in reading order with their sentences, PDF/UA-1."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from forms import filled, form_pdf
from pdf_reading import read, ua_faults
from printing import extracted, inked, needs_poppler
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts.packet_file import Outfit, packet_pdf
from ilead_studio.handouts.type import LARGE, USUAL
from ilead_studio.model import Workbook
from ilead_studio.packet.cycle_page import cycle_page
from ilead_studio.packet.form_page import form_page
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import AnyLeaf, Form
from ilead_studio.resources import resource
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.words import language_known, speaking

P1, TODAY = key("cycle"), date(2026, 3, 1)
GIVEN = Given(both(), TODAY, of=P1, form="fillable")
HOSTILE = (
    "<b>no & markup", "javascript:alert(1)", "x" * 1_900, "\u05e9\u05dc\u05d5\u05dd", "\U0001f44b",
)  # fmt: skip


def hostile() -> Workbook:
    """Return a workbook in which every field of a cycle holds something nasty."""
    book = both()
    for at, words in enumerate(HOSTILE):
        book = edits.add_line(book, P1, "questions", key(f"ask{'abcde'[at]}"), words)
        book = edits.change_line(book, P1, key(f"ask{'abcde'[at]}"), prediction=words)
        book = edits.add_line(book, P1, "tasks", key(f"task{'abcde'[at]}"), words)
    return edits.put_cycle(
        book, P1, owner=HOSTILE[2], site=HOSTILE[0], how_known="\n".join(HOSTILE)
    )


def printed(given: Given, paper: str = "letter") -> bytes:
    kind = {"type": LARGE} if given.large else {}
    leaves: tuple[AnyLeaf, ...] = (*form_page(given), *cycle_page(replace(given, form="pen")))
    return packet_pdf(leaves, Outfit(PAPERS[paper], "Attendance", **kind)).pdf


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("how", ["pen", "fillable"])
def test_a_form_of_which_nothing_is_known_is_one_sheet_too(language: str, how: Form) -> None:
    with speaking(language_known(language)):
        leaves = form_page(Given(Workbook(), TODAY, form=how))
    assert packet_pdf(leaves, Outfit(PAPERS["letter"], "Attendance")).pages == 1


def test_a_form_for_an_idea_in_many_words_is_one_sheet() -> None:
    book = edits.rename(both(), key("hour"), "Let student teachers rehearse a call " * 4)
    leaves = form_page(Given(book, TODAY, of=key("hour")))
    assert packet_pdf(leaves, Outfit(PAPERS["letter"], "Attendance")).pages == 1


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("how", ["pen", "fillable"])
@pytest.mark.parametrize("of", [P1, key("hour")], ids=["known", "blank"])
def test_a_form_is_one_sheet_with_room_for_three_predictions(paper: str, how: str, of: str) -> None:
    given = replace(GIVEN, of=of, form=how)
    made = packet_pdf(form_page(given), Outfit(PAPERS[paper], "Attendance"))
    assert made.pages == 1
    words = read(made.pdf).all_words
    assert all(f" {number} " in words for number in (1, 2, 3))


@needs_poppler
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("how", ["pen", "fillable"])
def test_a_planned_cycle_of_the_example_is_one_sheet_and_no_word_is_cut(
    paper: str, how: Form
) -> None:
    book = open_workbook(resource("examples", "attendance.ilead"), Disk()).workbook
    planned = next(it for it in book.cycles if it.state == "planned")
    given = Given(book, TODAY, of=planned.id, form=how)
    made = packet_pdf(form_page(given), Outfit(PAPERS[paper], book.title))
    assert made.pages == 1
    assert [it.text for it in planned.tasks if it.text not in extracted(made.pdf)] == []


@pytest.mark.parametrize(
    ("given", "paper"),
    [
        (GIVEN, "letter"), (replace(GIVEN, form="pen"), "a4"),
        (replace(GIVEN, large=True), "letter"),
        (replace(GIVEN, workbook=hostile()), "letter"), (replace(GIVEN, of=key("hour")), "tabloid"),
    ],
    ids=["fillable", "pen", "large", "hostile", "blank"],
)  # fmt: skip
def test_forms_and_cycles_are_tagged_whole_and_the_same_twice(given: Given, paper: str) -> None:
    pdf = printed(given, paper)
    assert ua_faults(pdf) == []
    assert read(pdf).faults == []
    assert pdf == printed(given, paper)


def test_fields_are_heard_in_reading_order_where_they_stand() -> None:
    heard = read(form_pdf(both(), P1)).heard
    forms = [it.text for it in heard if it.tag == "Form"]
    assert forms[0] == "Cycle P1. Who tests (role)."
    assert forms[6:10] == [
        "Cycle P1. Plan, question 1.", "Cycle P1. Plan, prediction 1 and its reason.",
        "Cycle P1. Study, what happened with question 1.",
        "Cycle P1. Study, prediction 1 matched? yes.",
    ]  # fmt: skip
    first = next(at for at, it in enumerate(heard) if it.text == "Cycle P1. Plan, question 1.")
    assert heard[first - 1].tag == "TD"


def test_fields_need_nothing_from_the_viewer() -> None:
    with pikepdf.open(BytesIO(form_pdf(both(), P1))) as file:
        form = file.Root.AcroForm
        assert "/NeedAppearances" not in form
        typed = form.DR.Font.Typed
        assert str(typed.Encoding) == "/WinAnsiEncoding"
        assert len(typed.FontDescriptor.FontFile2.read_bytes()) > 15_000
        widgets = [it for it in file.pages[0].Annots if it.Subtype == "/Widget"]
        seen = [it for it in widgets if not int(it.F) & 2]
        assert all("/AP" in it and "/TU" in it for it in seen)
        assert str(file.pages[0].Tabs) == "/S"
        (root,) = form.Fields
        choices = {str(it["/T"]): it for it in root.Kids if it.get("/FT") == "/Btn"}
        assert [str(kid.AS) for kid in choices["decision"].Kids] == ["/Off"] * 4
        assert {name for kid in choices["decision"].Kids for name in kid.AP.N} == {
            "/adapt", "/expand", "/adopt", "/abandon", "/Off",
        }  # fmt: skip


def test_the_face_for_typing_is_embedded_once_and_costs_little() -> None:
    one = len(form_pdf(both(), P1))
    both_forms = packet_pdf(
        [*form_page(GIVEN), *form_page(GIVEN)], Outfit(PAPERS["letter"], "Attendance")
    ).pdf
    assert len(both_forms) < one * 1.4
    assert one < 60_000
    with pikepdf.open(BytesIO(both_forms)) as file:
        assert [str(it["/T"]) for it in file.Root.AcroForm.Fields] == ["P1", "P1-2"]


@needs_poppler
def test_a_filled_field_is_seen_and_the_painter_complains_of_nothing(tmp_path: Path) -> None:
    empty = form_pdf(both(), P1)
    assert inked(empty, tmp_path) != inked(filled(empty, improved="/yes"), tmp_path)
    assert "Try one class" in extracted(empty)


@needs_poppler
def test_nothing_nasty_is_lost_or_leaves_the_page(tmp_path: Path) -> None:
    pdf = printed(replace(GIVEN, workbook=hostile()))
    for rows in inked(pdf, tmp_path):
        edge = [row[:10] + row[-10:] for row in rows] + rows[:10] + rows[-10:]
        assert all(byte == 255 for row in edge for byte in row)
    assert "<b>no & markup" in extracted(pdf)


@pytest.mark.parametrize("large", [False, True])
def test_boxes_to_tick_are_nearly_as_large_as_the_words_beside_them(large: bool) -> None:
    (leaf,) = form_page(replace(GIVEN, large=large))
    kind = LARGE if large else USUAL
    made = packet_pdf((leaf,), Outfit(PAPERS["letter"], "Attendance", type=kind))
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        boxes = [it for page in pdf.pages for it in page.get("/Annots", ()) if "/AS" in it]
        sides = [float(it.Rect[2]) - float(it.Rect[0]) for it in boxes]
    assert sides
    assert min(sides) >= 0.79 * kind.table.size
