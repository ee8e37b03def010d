"""The whole handout: what is on it, in which order, on every paper and for every text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from outlines import workbooks as any_workbooks
from pdf_reading import Reading, read, ua_faults
from printing import extracted, inked, needs_poppler, printed
from trials import CYCLE, studying
from workbooks import attendance, both, key, reading, wide_fishbone

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.edits import (
    add_cause,
    add_driver,
    add_fishbone,
    add_theory,
    note,
    put_cycle,
    rename,
    rename_workbook,
)
from ilead_studio.handouts import Handout
from ilead_studio.model import Workbook, new_ids, pages, replace
from ilead_studio.rules.outline import outline

HOSTILE = (
    "<b>bold",
    "R&D < 5",
    '<a href="javascript:alert(1)">press</a>',
    "%(x)s {name} \\n (open",
    "Phụ huynh không được báo",
    "Οι γονείς δεν ξέρουν",
    "שלום عليكم",
    "party 🎉 time",
    "x" * 2_000,
    " ".join(["word"] * 400),
)
"""Words that somebody types or pastes one day."""


def made(workbook: Workbook, paper: str = "letter") -> Handout:
    return printed(workbook, paper)


def heard(workbook: Workbook) -> Reading:
    found = read(made(workbook).pdf)
    assert found.faults == []
    return found


def labels(workbook: Workbook) -> Iterator[str]:
    """Yield all words of all items, page by page in outline order."""
    for page in pages(workbook):
        yield from (row.text for row in outline(workbook, page))


def hostile() -> Workbook:
    """Return a fishbone whose every label is an accident."""
    workbook = add_fishbone(Workbook(title="<i>&"), key("head"), HOSTILE[2], HOSTILE[8])
    ids = new_ids(1)
    for text in HOSTILE:
        bone = ids()
        workbook = add_cause(workbook, bone, text, key("head"))
        workbook = add_cause(workbook, ids(), text, bone)
    return note(workbook, bone, "\n".join(HOSTILE))


def empty() -> Workbook:
    """Return a workbook whose pages have neither words nor items."""
    return add_theory(add_fishbone(Workbook(), key("head")), key("aim"))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_handout_is_pdf_ua_on_every_paper(paper: str) -> None:
    result = made(both(), paper)
    assert ua_faults(result.pdf) == []
    found = read(result.pdf)
    assert found.faults == []
    assert found.pages == result.pages == 5
    assert result.notices == ()
    assert result.smallest >= 8


@pytest.mark.parametrize("workbook", [Workbook(), empty(), hostile()], ids=["new", "empty", "bad"])
def test_anything_a_workbook_can_hold_prints_as_pdf_ua(workbook: Workbook) -> None:
    result = made(workbook)
    assert ua_faults(result.pdf) == []
    assert read(result.pdf).faults == []


def test_the_title_page_says_who_works_on_what_and_that_it_is_a_working_paper() -> None:
    words = heard(attendance()).all_words
    assert "Attendance" in words
    assert "Northfield Schools, school district (LEA)" in words
    assert "One pupil in five misses a day a week" in words
    assert "independent of the organisations that use the name iLEAD" in words
    assert "probably wrong and definitely incomplete" in words


def test_a_workbook_without_a_title_has_one_on_paper() -> None:
    assert heard(Workbook()).title == "Untitled workbook"


def test_the_contents_lead_to_the_pages_they_name() -> None:
    found = heard(both())
    assert found.links == [
        ("Why?, page 2", 2),
        ("Why?, as an outline, page 3", 3),
        ("Reading, page 4", 4),
        ("Reading, as an outline, page 5", 5),
    ]


def test_contents_too_long_for_one_page_move_the_numbers_of_all_pages() -> None:
    workbook, ids = Workbook(), new_ids(1)
    for number in range(45):
        workbook = add_fishbone(workbook, ids(), f"Page {number}")
    found = heard(workbook)
    assert found.pages == 90 + 3
    assert found.links[0] == ("Page 0, page 4", 4)
    assert found.links[-1] == ("Page 44, as an outline, page 93", 93)


def test_bookmarks_follow_pages_outlines_and_bones() -> None:
    assert heard(both()).bookmarks == [
        (0, "Attendance"),
        (0, "Why?"), (0, "Why?, as an outline"), (1, "Buses"), (1, "Home"),
        (0, "Reading"), (0, "Reading, as an outline"), (1, "Teaching"), (1, "Families"),
    ]  # fmt: skip


def test_diagram_and_outline_are_heard_in_the_order_of_the_outline() -> None:
    workbook = both()
    found = [text for text in heard(workbook).of("P", "Span") if text in set(labels(workbook))]
    expected = []
    for page in pages(workbook):
        expected += [row.text for row in outline(workbook, page)] * 2
    assert found == expected


def test_the_outline_says_references_roles_and_what_else_is_served() -> None:
    found = heard(reading())
    assert found.of("Lbl") == ["D3", "I1", "I2"]
    outline_words = found.all_words.split("Driver diagram as an outline")[-1]
    for words in ("Primary driver", "Secondary driver", "Change idea", "Cycle P1: Try one class"):
        assert words in outline_words
    assert found.all_words.count("Also serves “Families” weakly.") == 2


def test_the_outline_says_how_far_a_cycle_is_and_what_it_says_about_a_driver() -> None:
    workbook = put_cycle(studying(), CYCLE, objective="")
    words = heard(workbook).all_words
    assert "Cycle P1: in Study" in words
    said = "The hour matters more than the words, P1, 20 November 2026"
    assert f"{said} (speaks for)" in words
    assert f"{said} (mixed)" in words


def test_notes_are_printed_paragraph_by_paragraph() -> None:
    workbook = note(attendance(), key("late"), "first\n\nsecond <b>")
    assert {"first", "second <b>"} <= set(heard(workbook).of("P"))


def test_an_empty_page_says_what_is_missing() -> None:
    words = heard(empty()).all_words
    for sentence in ("Not named yet.", "No causes yet.", "No aim yet.", "No drivers yet."):
        assert sentence in words


def test_an_outline_on_two_sheets_repeats_its_bone_as_an_artifact() -> None:
    workbook, ids = attendance(), new_ids(1)
    for number in range(60):
        workbook = add_cause(workbook, ids(), f"Another reason {number}", key("home"))
    found = heard(workbook)
    repeated = "\n".join(found.artifacts)
    assert "Fishbone as an outline, continued" in repeated
    assert "Home, continued" in repeated
    assert "continued" not in found.all_words
    assert found.of("H1").count("Fishbone as an outline") == 1


def test_a_bone_that_begins_a_sheet_is_not_told_to_go_on_from_the_last_one() -> None:
    workbook, ids = Workbook(), new_ids(1)
    workbook = add_fishbone(workbook, key("head"))
    for number in range(40):
        bone = ids()
        workbook = add_cause(workbook, bone, f"Bone {number}", key("head"))
        workbook = add_cause(workbook, ids(), "Cause", bone)
    repeated = "\n".join(heard(workbook).artifacts)
    assert "as an outline, continued" in repeated
    assert "Bone" not in repeated.replace("Fishbone", "")


def test_small_words_are_told_before_printing_with_the_paper_that_helps() -> None:
    workbook = wide_fishbone(240)
    result = made(workbook)
    assert 0 < result.smallest < 8
    [sentence] = result.notices
    assert sentence.startswith("On letter the smallest text of F1 is ")
    better = made(workbook, sentence.split("; ")[1].split(" ")[0])
    assert better.smallest > result.smallest
    assert f"{better.smallest:.1f}"[:-1] in sentence


def test_a_diagram_without_words_has_no_smallest_text() -> None:
    assert made(empty()).smallest == 0
    assert "Smallest" not in heard(empty()).all_words
    assert made(add_theory(attendance(), key("aim"))).smallest > 8


def test_on_the_largest_paper_the_notice_points_to_the_outline() -> None:
    [sentence] = made(wide_fishbone(500), "tabloid").notices
    assert sentence.startswith("On tabloid the smallest text of F1 is ")
    assert sentence.endswith("pt; its outline is larger.")


def test_the_same_workbook_gives_the_same_bytes() -> None:
    assert made(both()).pdf == made(both()).pdf
    renamed = rename(both(), key("late"), "Buses come early")
    assert made(renamed).pdf != made(both()).pdf


def test_hostile_words_are_heard_as_they_were_typed_and_do_nothing() -> None:
    workbook = hostile()
    found = heard(workbook)
    spoken = set(found.of("P", "Span"))
    assert set(labels(workbook)) <= spoken
    assert set(HOSTILE) <= spoken, "the notes too"
    assert len(found.links) == 2, "only the contents lead somewhere"


@needs_poppler
def test_every_label_is_found_again_and_every_page_has_ink(tmp_path: Path) -> None:
    workbook = both()
    pdf = made(workbook).pdf
    text = extracted(pdf)
    assert [it for it in labels(workbook) if text.count(it) < 2] == []
    sheets = inked(pdf, tmp_path)
    assert len(sheets) == 5
    assert all(min(min(row) for row in sheet) < 60 for sheet in sheets)
    assert all(min(sheet[0] + sheet[-1]) == 255 for sheet in sheets), "nothing at the edge"


@needs_poppler
def test_hostile_words_render_in_silence_and_inside_the_margins(tmp_path: Path) -> None:
    for sheet in inked(made(hostile()).pdf, tmp_path, dots=36):
        inside = 43 // 2
        for row in (*sheet[:inside], *sheet[-inside:]):
            assert min(row) > 200
        for row in sheet:
            assert min(row[:inside] + row[-inside:]) > 200


@pytest.mark.parametrize("title", ["Why is it so? " * 140, "W" * 2_000])
def test_a_title_of_any_length_leaves_room_for_the_diagram(title: str) -> None:
    workbook = rename_workbook(attendance(), title)
    [page] = workbook.fishbones
    workbook = replace(workbook, fishbones=(replace(page, title=title),))
    result = made(workbook)
    found = read(result.pdf)
    assert found.faults == []
    assert found.of("H1")[:2] == [title.strip()] * 2, "the whole title is heard"
    assert result.smallest > 8


@given(workbook=any_workbooks())
@settings(max_examples=15)
def test_whatever_is_typed_is_heard_in_the_order_of_the_outline(workbook: Workbook) -> None:
    found = heard(workbook)
    texts = [it for it in labels(workbook) if it]
    spoken = iter(found.of("P", "Span"))
    assert all(text in spoken for text in texts)


def test_a_large_theory_goes_over_several_pages_and_is_heard_as_one() -> None:
    """Eighty boxes do not fit one letter page at 8 points."""
    workbook = Workbook()
    workbook = add_theory(workbook, "theoryaaaa", "Large", "Aim")
    names = new_ids(1)
    for primary in range(4):
        above = names()
        workbook = add_driver(workbook, above, f"Primary driver {primary}", "theoryaaaa")
        for secondary in range(19):
            words = f"Secondary driver {primary} {secondary} with some more words"
            workbook = add_driver(workbook, names(), words, above)
    result = made(workbook)
    assert result.smallest >= 8
    [sentence] = result.notices
    assert "goes over" in sentence
    reading = read(result.pdf)
    assert reading.faults == []
    assert ua_faults(result.pdf) == []
    for driver in workbook.theories[0].drivers:
        assert driver.text in reading.all_words
