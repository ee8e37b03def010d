"""An outline becomes a page, exactly as if somebody had typed it line by line."""

import time

import pytest
from hypothesis import given, settings
from outlines import outlines
from trials import BEGAN, CARDS, REPLY, planned
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.edits import add, add_fishbone, add_theory, note
from ilead_studio.errors import ExchangeError
from ilead_studio.exchange import Entry, Outline, add_outline, read_outline
from ilead_studio.model import Counters, Workbook, faults, new_ids, pages
from ilead_studio.rules.outline import outline as rows_of


def typed(workbook: Workbook, outline: Outline, seed: int) -> Workbook:
    """Return the workbook with the same outline added by one edit after another."""
    ids = new_ids(seed)
    page_id = ids()
    if outline.kind == "fishbone":
        workbook = add_fishbone(workbook, page_id, head=outline.root)
    else:
        workbook = add_theory(workbook, page_id, aim=outline.root)
    workbook = note(workbook, page_id, outline.notes)
    above = [page_id]
    for entry in outline.entries:
        item_id = ids()
        below = "cause" if outline.kind == "fishbone" else "driver"
        kind = "idea" if entry.is_idea else below
        workbook = add(workbook, kind, item_id, entry.text, above[entry.depth - 1])
        workbook = note(workbook, item_id, entry.notes)
        above[entry.depth :] = [item_id]
    return workbook


@settings(max_examples=60)
@given(outlines())
def test_an_outline_is_added_as_if_it_were_typed(outline: Outline) -> None:
    made, page_id, _ = add_outline(both(), outline, new_ids(7))
    assert made == typed(both(), outline, 7)
    assert faults(made) == ()
    assert page_id == (made.fishbones if outline.kind == "fishbone" else made.theories)[-1].id


@given(outlines())
def test_its_rows_are_those_of_the_outline(outline: Outline) -> None:
    made, _, _ = add_outline(Workbook(), outline, new_ids(7))
    rows = rows_of(made, pages(made)[0])
    ideas_last = sorted(row.text for row in rows[1:])
    assert rows[0].text == outline.root
    assert ideas_last == sorted(entry.text for entry in outline.entries)
    assert sorted(row.depth for row in rows[1:]) == sorted(it.depth for it in outline.entries)


def test_numbers_go_on_where_the_workbook_stopped() -> None:
    outline = Outline("fishbone", "Head", "", (Entry(1, "Bone"),))
    made, _, _ = add_outline(both(), outline, new_ids(7))
    assert made.fishbones[-1].ref == "F2"
    assert made.fishbones[-1].causes[0].ref == "C7"
    assert made.counters.causes == 7


def test_an_id_that_is_taken_is_not_given_again() -> None:
    outline = Outline("theory", "Aim", "", (Entry(1, "Driver"), Entry(2, "Idea", is_idea=True)))
    once, _, _ = add_outline(Workbook(), outline, new_ids(7))
    twice, _, _ = add_outline(once, outline, new_ids(7))
    assert faults(twice) == ()


def test_a_workbook_without_numbers_left_refuses() -> None:
    full = Workbook(counters=Counters(causes=999_999))
    outline = Outline("fishbone", "Head", "", (Entry(1, "Bone"),))
    with pytest.raises(ExchangeError, match="Nothing was imported"):
        add_outline(full, outline, new_ids(7))


def test_what_was_left_out_is_handed_on() -> None:
    outline = read_outline(b"# note\nHead\n", "fishbone", "x.txt")
    assert add_outline(Workbook(), outline, new_ids(7))[2] == ("1 comment line was left out.",)


def test_ten_thousand_lines_are_added_quickly() -> None:
    lines = "".join("  " * (1 + at % 5) + f"cause {at}\n" for at in range(10_000))
    begin = time.process_time()
    made, _, _ = add_outline(
        Workbook(), read_outline(b"Head\n" + lines.encode(), "fishbone", "x.txt"), new_ids(7)
    )
    assert len(made.fishbones[0].causes) == 10_000
    assert time.process_time() - begin < 5  # 0.4 s here; one edit after another takes minutes


def test_an_outline_gets_no_id_of_a_question_or_a_break() -> None:
    workbook = edits.add_break(planned(), key("off"), "Off", BEGAN, BEGAN)
    taken = iter([REPLY, key("off"), CARDS, key("free")])
    fresh = new_ids(3)
    outline = read_outline(b"Absence\n  Buses\n", "fishbone", "notes")
    made, page_id, _ = add_outline(workbook, outline, lambda: next(taken, None) or fresh())
    assert page_id == key("free")
    assert faults(made) == ()
