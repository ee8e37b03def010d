"""Every block of a page comes to other programs as paragraphs, tables, drawings or room."""

from workbooks import attendance

from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.ops import Box, Drawing
from ilead_studio.drawing.room import Room as Points
from ilead_studio.office.flat import Grid, Paragraph, Part, Room, Shown, parts_of
from ilead_studio.packet.blocks import (
    Ask,
    Block,
    Cards,
    Cell,
    Column,
    Entry,
    Frame,
    Item,
    Lines,
    Listing,
    Picture,
    Question,
    Sketch,
    Table,
    Text,
    plain,
    text_of,
)
from ilead_studio.rules.outline import outline

NOTHING = Drawing(Box(0, 0, 10, 10), ())
YES = (("y", "yes"), ("n", "no"))


def flat(*blocks: Block) -> list[Part]:
    return list(parts_of(blocks))


def said(parts: list[Part]) -> list[str]:
    return [text_of(it.words) for it in parts if isinstance(it, Paragraph)]


def test_lists_are_nested_by_depth_with_what_stands_under_an_entry() -> None:
    below = Item(plain("Why"), "C2", below=(Text(plain("Seen."), "note"),))
    parts = flat(Listing((Item(plain("Cause"), "C1", items=(below,), aside="hunch"),), "ref"))
    assert said(parts) == ["C1  Cause  (hunch)", "C2  Why", "Seen."]
    assert [(it.depth, it.sign) for it in parts if isinstance(it, Paragraph)] == [
        (0, "dot"), (1, "dot"), (2, ""),
    ]  # fmt: skip


def test_what_is_asked_is_answered_ticked_or_room_to_write() -> None:
    asks = (
        Ask("a", "A", options=YES, value="n"),
        Ask("b", "B", value="Twelve"),
        Ask("c", "C", lines=3),
        Ask("d", "D", boxes=2),
    )
    parts = flat(*(Question(plain(it.label), it) for it in asks))
    assert said(parts) == ["A", "☐\u00a0yes     ☒\u00a0no", "B", "Twelve", "C", "D", "☐ ☐"]
    assert Room(3) in parts


def test_a_table_has_rows_to_write_in_and_pictures_in_words() -> None:
    row = (Cell((plain("1"),)), Cell(picture=Picture(NOTHING, "a circle")))
    table = Table("T", (Column("No.", 1), Column("Sign", 2, end=True)), (row,), 2, numbered=True)
    (grid,) = flat(table)
    assert isinstance(grid, Grid)
    assert (grid.heads, grid.ends) == (("No.", "Sign"), (False, True))
    words = [[" ".join(map(text_of, cell)) for cell in row] for row in grid.rows]
    assert words == [["1", "a circle"], ["1", ""], ["2", ""]]


def test_frames_entries_and_cards_are_headings_with_what_is_in_them() -> None:
    inside = (Lines(2, "More"),)
    parts = flat(
        Frame("Plan", "who", "P8 · Plan", inside), Entry(plain("Driver"), "D1", inside),
        Cards((inside,)),
    )  # fmt: skip
    assert said(parts) == ["Plan  who", "P8 · Plan", "More", "D1  Driver", "More", "Card 1", "More"]
    assert parts.count(Room(2)) == 3


def test_a_sketch_is_drawn_for_a_slide() -> None:
    def draw(_shown: str, room: Points) -> Drawing:
        return Drawing(Box(0, 0, *room), ())

    (shown,) = flat(Sketch(draw, ("x",), "An empty fishbone"))
    assert isinstance(shown, Shown)
    assert shown.drawing.bounds.w > shown.drawing.bounds.h


def test_an_answer_that_is_known_goes_on_after_its_question() -> None:
    asked = Question(plain("Decision."), Ask("a", "A", value="adopt"), beside=True)
    assert said(flat(asked)) == ["Decision. adopt"]


def test_an_outline_says_the_reference_of_an_item_once() -> None:
    workbook = attendance()
    page = workbook.fishbones[0]
    rows = outline(workbook, page)
    marks = {row.id: Marks(evidence="hunch", ref=row.ref) for row in rows}
    first, second, *_ = said(flat(Picture(NOTHING, "a fishbone", rows=rows, marks=marks)))
    assert first == f"{rows[0].ref}  {rows[0].text}  (hunch)"
    assert second == f"{rows[1].ref}  {rows[1].text}  (hunch)"
