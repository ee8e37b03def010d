"""Ramps, calendar, learning log, and the record of an inquiry."""

from datetime import UTC, date, datetime

from leaf_words import coming_to_school, rows, said, sketches
from workbooks import key, reading

from ilead_studio.drawing.ops import Drawing, Rect, TextLine, placed_groups
from ilead_studio.drawing.room import Room
from ilead_studio.model import Amendment, Workbook, replace
from ilead_studio.packet.blocks import Listing, Sketch
from ilead_studio.packet.calendar_page import calendar_page
from ilead_studio.packet.given import Given
from ilead_studio.packet.inquiry_page import inquiry_page
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.learning_log_page import learning_log_page
from ilead_studio.packet.ramps_page import ramps_page

TODAY = date(2026, 11, 24)
LETTER: Room = (696.0, 390.0)


def given(workbook: Workbook | None = None, *, large: bool = False) -> Given:
    return Given(workbook or coming_to_school(), TODAY, large=large)


def drawn(leaf: Leaf) -> Drawing:
    return sketches(leaf)[0].made_for(LETTER)


def words_in(drawing: Drawing) -> str:
    lines = (op for it in placed_groups(drawing) for op in it.group.ops)
    return " ".join(it.text for it in lines if isinstance(it, TextLine))


def in_cycles(number: int, **changes: object) -> Workbook:
    """Return the small theory with so many cycles of its first idea, all decided but the last."""
    workbook = reading()
    first = replace(workbook.cycles[0], learned="It works", decision="expand", state="decided")
    cycles = [replace(first, id=key(f"cycle{chr(97 + at)}"), ref=f"P{at + 1}", number=at + 1)
              for at in range(number)]  # fmt: skip
    cycles[-1] = replace(cycles[-1], **changes)
    return replace(workbook, cycles=tuple(cycles))


def test_steps_of_a_ramp_rise_by_equal_amounts() -> None:
    leaves = ramps_page(given())
    assert [it.ref for it in leaves] == ["I1", "I4", "I9"]
    boxes = [it.box for it in placed_groups(drawn(leaves[1])) if it.group.node_id != "arrow"]
    tops = [it.y for it in boxes]
    assert tops[0] - tops[1] == tops[1] - tops[2] > 0
    assert len({it.bottom for it in boxes}) == 1


def test_the_planned_step_is_dashed_and_open_for_writing() -> None:
    drawing = drawn(ramps_page(given())[1])
    frames = [op.pen for it in placed_groups(drawing) for op in it.group.ops
              if isinstance(op, Rect) and op.pen]  # fmt: skip
    assert [bool(pen.dash) for pen in frames] == [False, False, True]
    (picture,) = sketches(ramps_page(given())[1])
    assert [row.ref for row in picture.rows] == ["P1", "P2", "P3"]
    assert picture.rows[2].text.endswith("Learned: to be written. Act: to be written")


def test_an_open_ramp_without_a_plan_ends_in_an_empty_step_and_a_closed_one_does_not() -> None:
    (open_leaf,) = ramps_page(given(in_cycles(2)))
    assert "next cycle, not planned yet" in words_in(drawn(open_leaf))
    (closed,) = ramps_page(given(in_cycles(2, decision="adopt")))
    assert "not planned yet" not in words_in(drawn(closed))


def test_a_long_ramp_goes_on_in_a_second_picture() -> None:
    (leaf,) = ramps_page(given(in_cycles(7, decision="adopt")))
    assert [len(it.rows) for it in sketches(leaf)] == [5, 2]


def test_what_a_step_has_no_room_for_is_said_in_full_below_it() -> None:
    long = "We learned a lot about mornings. " * 20
    (leaf,) = ramps_page(given(in_cycles(5, learned=long, changes=long, decision="adopt")))
    drawing = drawn(leaf)
    assert "…" in words_in(drawing)
    for it in placed_groups(drawing):
        low = [op.y for op in it.group.ops if isinstance(op, TextLine)]
        assert max(low) < it.box.bottom
    assert any(f"Learned. {long.strip()}" in it for it in said(leaf))


def test_large_print_has_the_ramp_in_words() -> None:
    leaf = ramps_page(given(large=True))[1]
    assert not sketches(leaf)
    assert any(isinstance(it, Listing) for it in leaf.blocks)
    assert "P1 12 families, one letter · cycle 1, adapt" in said(leaf)


def test_the_calendar_has_bars_and_says_the_same_in_words() -> None:
    (leaf,) = calendar_page(given())
    shown = words_in(drawn(leaf))
    for words in ("P4 expand", "P3 planned", "today, 24 Nov", "October 2026", "no school"):
        assert words in shown
    assert leaf.wide
    assert rows(leaf)[4] == [
        "P3", "Mail a short letter each month with the days missed so far (I4)", "11 Jan – 26 Feb",
        "610 families, two months", "planned",
    ]  # fmt: skip
    assert "Winter break 21 Dec – 1 Jan" in said(leaf)[2]


def test_nothing_of_a_calendar_lies_outside_and_no_two_bars_meet() -> None:
    (leaf,) = calendar_page(given())
    drawing = drawn(leaf)
    cycles = {it.id for it in coming_to_school().cycles}
    bars = [it.box for it in placed_groups(drawing) if it.group.node_id in cycles]
    assert all(drawing.bounds.holds(it) for it in bars)
    assert not any(one.meets(two) for at, one in enumerate(bars) for two in bars[:at])


def test_cycles_without_days_print_no_calendar() -> None:
    assert calendar_page(given(reading())) == ()


def test_the_log_has_prediction_result_learning_and_decision() -> None:
    (leaf,) = learning_log_page(given())
    first = rows(leaf)[0]
    assert first[0].startswith("P5 cycle 2 | Let advisers call before noon")
    assert "Because: Whoever is missed comes back sooner" in first[1]
    assert first[2] == "1.6 days with a call, 2.4 days without (as predicted)"
    assert first[3].endswith("| Speaks for D1, C8")
    assert first[4].startswith("adopt: The list at nine")


def test_an_empty_log_is_a_question_and_lines() -> None:
    (leaf,) = learning_log_page(given(Workbook()))
    assert "What have we learned so far" in " ".join(said(leaf))


def test_the_record_tells_by_date_what_was_predicted_before_what_was_found() -> None:
    (leaf,) = inquiry_page(given())
    found = rows(leaf)
    assert [row[:3] for row in found[1:3]] == [
        ["8 Sep 2026", "P1", "Predicted"], ["14 Sep 2026", "P4", "Predicted"],
    ]  # fmt: skip
    assert "2 snapshots · 6 cycles with frozen predictions · 0 amendments" in said(leaf)
    assert sum(row[2].startswith("Snapshot") for row in found) == 2
    assert ["20 Aug 2026", "F1", "Vote revealed"] in [row[:3] for row in found]
    assert sum(row[2] == "Decided: convening" for row in found) == len(coming_to_school().decided)
    paper = next(row for row in found if row[1:3] == ["P6", "Predicted"])
    assert paper[0] == "5 Oct 2026"
    assert "Written on paper 5 Oct, typed 13 Oct." in paper[3]


def test_an_amendment_stands_beside_the_frozen_words() -> None:
    workbook = coming_to_school()
    cycle = next(it for it in workbook.cycles if it.began and it.questions)
    amended = replace(cycle, amendments=(Amendment(
        question_id=cycle.questions[0].id, at=datetime(2026, 9, 10, 8, tzinfo=UTC),
        prediction="Half of them", reason="Two were ill",
    ),))  # fmt: skip
    others = tuple(amended if it.id == cycle.id else it for it in workbook.cycles)
    (leaf,) = inquiry_page(given(workbook.model_copy(update={"cycles": others})))
    row = next(row for row in rows(leaf) if row[2] == "Amended")
    assert row[0] == "10 Sep 2026"
    assert "Half of them | Because: Two were ill" in row[3]
    assert f"The frozen words: {cycle.questions[0].prediction}" in row[3]


def test_a_cancelled_cycle_is_part_of_the_record() -> None:
    workbook = in_cycles(1, state="cancelled", decision="", cancelled_why="Snow for two weeks")
    (leaf,) = inquiry_page(given(workbook))
    assert rows(leaf)[0][:3] == ["day not known", "P1", "Cancelled"]
    assert "Why: Snow for two weeks" in rows(leaf)[0][3]


def test_a_record_of_nothing_is_a_sentence_and_lines() -> None:
    (leaf,) = inquiry_page(given(reading()))
    assert "no cycle has begun" in " ".join(said(leaf))


def test_only_one_idea_is_printed_when_one_is_asked_for() -> None:
    wanted = coming_to_school().ideas[3]
    leaves = ramps_page(Given(coming_to_school(), TODAY, of=wanted.id))
    assert [it.ref for it in leaves] == [wanted.ref]
    assert all(isinstance(it, Sketch) for it in leaves[0].blocks)
