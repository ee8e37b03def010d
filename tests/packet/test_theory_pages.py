"""Drivers with definitions, the table of change ideas, and the square of effort and impact."""

from datetime import date

from leaf_words import coming_to_school, rows, said, sketches, tables
from workbooks import key, reading

from ilead_studio.drawing.ops import Drawing, placed_groups, words_of
from ilead_studio.model import Driver, Idea, Link, Workbook, replace
from ilead_studio.packet.blocks import Entry, Lines
from ilead_studio.packet.drivers_page import drivers_page
from ilead_studio.packet.given import Given
from ilead_studio.packet.ideas_page import ideas_page
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.square_page import square_page

TODAY = date(2026, 11, 24)


def given(workbook: Workbook) -> Given:
    return Given(workbook, TODAY)


def drawn(leaf: Leaf) -> Drawing:
    return sketches(leaf)[0].made_for((500.0, 600.0))


def theory_with(**changes: object) -> Workbook:
    """Return the small theory with something else about its first driver."""
    workbook = reading()
    page = workbook.theories[0]
    drivers = (replace(page.drivers[0], **changes), *page.drivers[1:])
    return replace(workbook, theories=(replace(page, drivers=drivers),))


def test_each_primary_driver_is_an_entry_with_those_below_it() -> None:
    (leaf,) = drivers_page(given(reading()))
    entries = [it for it in leaf.blocks if isinstance(it, Entry)]
    assert [it.ref for it in entries] == ["D1", "D2"]
    assert leaf.ref == "T1"
    assert "Aim. Every child reads by June (70 %)" in said(leaf)
    assert rows(leaf) == [["D3", "Daily reading", "not written yet", "none yet", "hypothesis"]]
    assert not tables(leaf)[0].closed


def test_a_driver_says_what_it_answers_whose_it_is_and_how_sure_we_are() -> None:
    (leaf,) = drivers_page(given(coming_to_school()))
    facts = (
        "Answers C7 · owner: Ninth-grade adviser · supported: Two cycles of calls: students came "
        "back sooner · measure: Length of an absence"
    )
    assert facts in said(leaf)


def test_a_driver_that_nobody_has_defined_has_lines_to_define_it() -> None:
    (before,) = drivers_page(given(reading()))
    (after,) = drivers_page(given(theory_with(definition="How we teach.")))

    def lines(block: object) -> int:
        return sum(isinstance(it, Lines) for it in block.blocks) if isinstance(block, Entry) else 0

    assert [lines(it) for it in before.blocks] == [0, 1, 1]
    assert [lines(it) for it in after.blocks] == [0, 0, 1]
    assert "How we teach." in said(after)


def test_a_driver_below_a_secondary_one_says_under_which() -> None:
    workbook = reading()
    page = workbook.theories[0]
    deep = Driver(id=key("books"), ref="D4", text="Books at home")
    page = replace(
        page, drivers=(*page.drivers, deep),
        links=(*page.links, Link(source=key("books"), target=key("daily"))),
    )  # fmt: skip
    (leaf,) = drivers_page(given(replace(workbook, theories=(page,))))
    assert rows(leaf)[1][1] == "Books at home | under D3"


def test_a_driver_that_serves_two_is_named_under_the_second() -> None:
    workbook = reading()
    page = workbook.theories[0]
    link = Link(source=key("daily"), target=key("families"))
    page = replace(page, links=(*page.links, link))
    (leaf,) = drivers_page(given(replace(workbook, theories=(page,))))
    assert "Also serving it, from further up or down: D3" in said(leaf)


def test_ideas_stand_in_the_order_of_the_theory_with_what_they_answer() -> None:
    (leaf,) = ideas_page(given(coming_to_school()))
    found = rows(leaf)
    assert [row[0] for row in found][:3] == ["I1", "I2", "I3"]
    assert found[0][2:] == ["new process", "D2", "C8", "River and Hills", "adopted", "P4, P5"]
    assert found[7][2:] == ["not said yet", "D10", "C17", "nobody yet", "proposed", "none yet"]
    assert all(cell for row in found for cell in row)


def test_parked_ideas_are_counted_and_not_printed() -> None:
    (leaf,) = ideas_page(given(coming_to_school()))
    assert "2 early solutions wait in the parking lot and are not printed." in said(leaf)[1]
    assert "Give prizes for perfect attendance" not in " ".join(said(leaf))


def test_without_ideas_there_are_lines_to_write_some() -> None:
    (leaf,) = ideas_page(given(Workbook()))
    (table,) = tables(leaf)
    assert (table.rows, table.write, table.numbered, table.fill) == ((), 4, True, True)


def test_the_square_has_each_reference_in_its_field() -> None:
    idea = Idea(id=key("idea"), ref="I1", text="Call before noon", effort=1, impact=4)
    other = replace(idea, id=key("other"), ref="I2", effort=4, impact=1)
    loose = replace(idea, id=key("loose"), ref="I3", effort=0, impact=0)
    (leaf,) = square_page(given(Workbook(ideas=(idea, other, loose))))
    drawing = drawn(leaf)
    at = {words_of(it.group)[0].text: it.box for it in placed_groups(drawing)
          if it.group.node_id in (idea.id, other.id)}  # fmt: skip
    assert at["I1"].x < 250 < at["I2"].x
    assert at["I1"].y < drawing.bounds.h / 4
    assert at["I2"].y > drawing.bounds.h / 2
    assert [row[0] for row in rows(leaf)] == ["I1", "I2", "I3"]
    assert rows(leaf)[2][2:] == ["none yet", "Not placed yet"]


def test_a_field_with_too_many_references_counts_the_rest() -> None:
    one = Idea(id=key("idea"), ref="I1", text="An idea", effort=1, impact=4)
    many = tuple(replace(one, id=f"a{at:09}".translate(str.maketrans("01289", "vwxyz")),
                         ref=f"I{at + 1}") for at in range(300))  # fmt: skip
    (leaf,) = square_page(given(Workbook.model_construct(ideas=many)))
    drawing = drawn(leaf)
    shown = [words_of(it.group) for it in placed_groups(drawing)]
    more = [line.text for lines in shown for line in lines if line.text.startswith("+")]
    assert more == [f"+{300 - (len(shown) - 2)}"]
    assert len(rows(leaf)) == 300


def test_nothing_to_place_prints_no_square() -> None:
    assert square_page(given(Workbook())) == ()
