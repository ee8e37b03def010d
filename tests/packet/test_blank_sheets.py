"""Empty sheets for the wall and cards for the table: nothing is cut, and nothing meets."""

from datetime import date

import pytest
from leaf_words import said, sketches

from ilead_studio.drawing.ops import Box, Drawing, Line, Rect, TextLine, placed_groups
from ilead_studio.drawing.room import Room
from ilead_studio.model import Theory, Workbook
from ilead_studio.packet.blank_page import blank_drivers_page, blank_fishbone_page
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.made import leaves_of
from ilead_studio.packet.named import pages_named
from ilead_studio.packet.prompts_page import prompts_page
from ilead_studio.rules.root_test import questions
from ilead_studio.rules.templates import templates

GIVEN = Given(Workbook(), date(2026, 11, 24))
ROOMS: dict[str, Room] = {
    "letter": (696.0, 380.0), "a4": (745.0, 370.0), "tabloid": (1128.0, 560.0),
    "large print": (696.0, 340.0),
}  # fmt: skip


def drawn(leaf: Leaf, room: Room) -> Drawing:
    return sketches(leaf)[0].made_for(room)


def words_in(drawing: Drawing) -> list[TextLine]:
    found = (op for it in placed_groups(drawing) for op in it.group.ops)
    return [it for it in found if isinstance(it, TextLine)]


def box_of(line: TextLine) -> Box:
    return Box(line.x, line.y - line.size * 0.7, line.width, line.size * 0.9)


def fishbone(of: str = "") -> Leaf:
    return blank_fishbone_page(Given(Workbook(), GIVEN.today, bones=of))[0]


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
@pytest.mark.parametrize("of", ["", *(it.name for it in templates())])
def test_an_empty_fishbone_fills_the_sheet_and_cuts_nothing(of: str, room: Room) -> None:
    large = room == ROOMS["large print"]
    names = next((it.bones for it in templates() if it.name == of), ())
    leaves = blank_fishbone_page(Given(Workbook(), GIVEN.today, bones=of, large=large))
    shown = " ".join(it.text for leaf in leaves for it in words_in(drawn(leaf, room)))
    assert all(name in shown for name in names)
    for leaf in leaves:
        drawing = drawn(leaf, room)
        assert (drawing.bounds.w, drawing.bounds.h) == room
        assert min(it.size for it in words_in(drawing)) >= (18 if large else 8.5)
        assert all(drawing.bounds.holds(box_of(it)) for it in words_in(drawing))
        boxes = [op.box for it in placed_groups(drawing) for op in it.group.ops
                 if isinstance(op, Rect)]  # fmt: skip
        assert not any(one.meets(two) for at, one in enumerate(boxes) for two in boxes[:at])


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_lines_to_write_on_stay_on_the_sheet(room: Room) -> None:
    for leaf in (fishbone(), blank_drivers_page(GIVEN)[0]):
        drawing = drawn(leaf, room)
        ends = [point for it in placed_groups(drawing) for op in it.group.ops
                if isinstance(op, Line) for point in (op.start, op.end)]  # fmt: skip
        whole = drawing.bounds
        assert all(-0.01 <= x <= whole.w + 0.01 and -0.01 <= y <= whole.h + 0.01 for x, y in ends)


def test_a_larger_sheet_has_four_causes_a_bone_and_a_smaller_one_three() -> None:
    def twigs(room: Room) -> int:
        bone = next(it for it in placed_groups(drawn(fishbone(), room))
                    if it.group.node_id == "bone1")  # fmt: skip
        return sum(isinstance(op, Line) and op.pen.dash != () for op in bone.group.ops) - 1

    assert twigs(ROOMS["letter"]) == 3
    assert twigs(ROOMS["tabloid"]) == 4


def test_bones_are_numbered_and_may_have_the_names_of_a_template() -> None:
    texts = [it.text for it in words_in(drawn(fishbone("4S"), ROOMS["letter"]))]
    assert {"1", "Surroundings", "2", "Suppliers", "3", "Systems", "4", "Skills"} <= {*texts}
    assert "Surroundings, Suppliers, Systems, Skills" in " ".join(said(fishbone("4S")))
    assert "6 bones" in " ".join(said(fishbone()))


@pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS)
def test_an_empty_driver_diagram_has_boxes_that_do_not_meet(room: Room) -> None:
    drawing = drawn(blank_drivers_page(GIVEN)[0], room)
    boxes = [op.box for it in placed_groups(drawing) for op in it.group.ops
             if isinstance(op, Rect)]  # fmt: skip
    assert len(boxes) >= 1 + 2 + 4 + 4
    assert all(drawing.bounds.holds(it) for it in boxes)
    assert not any(one.meets(two) for at, one in enumerate(boxes) for two in boxes[:at])


def test_the_columns_have_the_names_of_the_theory() -> None:
    theory = Theory(id="aimzzzzzzz", ref="T1", headings=("", "What must change"))
    given = Given(Workbook(theories=(theory,)), GIVEN.today)
    texts = [it.text for it in words_in(drawn(blank_drivers_page(given)[0], ROOMS["letter"]))]
    assert texts[:4] == ["Aim", "What must change", "Secondary drivers", "Change ideas"]


def test_cards_ask_why_and_test_roots_and_ask_for_predictions() -> None:
    (leaf,) = prompts_page(GIVEN)
    words = said(leaf)
    for asked in ("Why is that so?", *questions().values(), "What do we predict?"):
        assert asked in words
    assert words.count("Our own question") == 4


def test_a_packet_and_the_command_line_can_ask_for_named_bones() -> None:
    (page,) = pages_named(Workbook(), ["blank-fishbone:4p"])
    (leaf,) = leaves_of([page], GIVEN)
    assert isinstance(leaf, Leaf)
    assert leaf == fishbone("4P")


def test_an_empty_fishbone_is_asked_for_by_its_name_alone() -> None:
    (page,) = pages_named(Workbook(), ["blank-fishbone"])
    assert list(leaves_of([page], GIVEN)) == [fishbone()]
