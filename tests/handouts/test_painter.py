"""The painter: all operations, at their place, and words in outline order."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdf_reading import Reading, read, ua_faults
from PIL import Image as Picture
from printing import inked, needs_poppler

from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Drawing,
    Group,
    Image,
    Line,
    Op,
    Pen,
    Polyline,
    Rect,
    TextLine,
    smallest_words,
)
from ilead_studio.drawing.paper import Paper
from ilead_studio.drawing.text import text_line
from ilead_studio.handouts.painter import Setting, paint
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.rules.outline import Role, Row

NOWHERE = Box(0, 0, 0, 0)
PEN = Pen("bone1", 2.0)


def row(
    name: str, depth: int = 1, text: str = "", also: tuple[str, ...] = (), weak: str = ""
) -> Row:
    """Return a row whose words are its name; it serves ``weak`` weakly."""
    role = Role.AIM if depth == 0 else Role.DRIVER
    rest = ("aim", 1, 1, depth, also, frozenset({weak}))
    return Row(name, "D1", text or name, "", role, depth, *rest)


def group(name: str, *ops: Op, x: float = 0.0, y: float = 0.0, occurrence: int = 0) -> Group:
    return Group(name, "driver", x, y, NOWHERE, NOWHERE, ops, occurrence)


def words(text: str, x: float = 0.0, y: float = 12.0, role: str = "ink") -> TextLine:
    return text_line(x, y, text, "Regular", 10.0, role)


def painted(
    groups: Iterable[Group], rows: tuple[Row, ...], marks: Mapping[str, Marks] | None = None
) -> bytes:
    """Return a sheet with a drawing at 100 points from the left and the top, twice as large."""
    canvas = TaggedCanvas("Painting", "en-US")
    sheet = canvas.sheet(Paper("", 612, 792))
    heading = canvas.top.add("H1")
    with sheet.marked(heading):
        sheet.text(words("Painting"), (100, 60))
    canvas.bookmark("Painting", 0, Place(sheet, 0))
    setting = Setting(Drawing(Box(0, 0, 200, 100), tuple(groups)), (100, 100), 2.0)
    paint([(setting, sheet)], rows, canvas.top, marks or {})
    return canvas.pdf()


def heard(groups: Iterable[Group], *rows: Row) -> Reading:
    reading = read(painted(groups, rows))
    assert reading.faults == []
    return reading


def strokes(pdf: bytes) -> list[str]:
    """Return the operators of the only page, in order."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [str(operator) for _, operator in pikepdf.parse_content_stream(file.pages[0])]


def test_words_are_heard_in_outline_order_however_they_were_drawn() -> None:
    groups = [group("second", words("second")), group("first", words("first"))]
    reading = heard(groups, row("aim", 0), row("first"), row("second"))
    assert reading.of("P") == ["", "first", "second"]


def test_nested_lists_follow_the_outline() -> None:
    rows = (row("aim", 0), row("a"), row("b", 2), row("c", 2), row("d"), row("e", 2))
    reading = heard([group(it.id, words(it.text)) for it in rows], *rows)
    depths = {it.text: it.depth for it in reading.heard if it.tag == "P"}
    assert depths == {"aim": 4, "a": 7, "d": 7, "b": 10, "c": 10, "e": 10}


def test_the_words_of_a_group_inside_a_group_belong_to_its_own_row() -> None:
    inner = group("why", words("why"), x=10, y=20)
    reading = heard([group("cause", words("cause"), inner)], row("cause", 0), row("why"))
    assert reading.of("P") == ["cause", "why"]


def test_a_broken_word_and_a_character_without_a_shape_are_heard_as_they_were_typed() -> None:
    groups = [
        group("long", words("Donau"), words("dampf")),
        group("party", words("[party popper]")),
        group("two", words("two"), words("lines")),
    ]
    rows = (row("long", 0, "Donaudampf"), row("party", 1, "🎉"), row("two", 1, "two lines"))
    assert heard(groups, *rows).of("P") == ["Donaudampf", "🎉", "two lines"]


def test_what_a_shared_driver_also_serves_is_heard_after_its_words() -> None:
    shared = row("shared", also=("aim", "other"), weak="other")
    groups = [group(name, words(name)) for name in ("aim", "other", "shared")]
    reading = heard(groups, row("aim", 0), row("other"), shared)
    expected = ["shared", "Also serves the aim. Also serves “other” weakly."]
    assert reading.of("Span") == expected


def test_signs_headings_and_repeats_are_not_heard_but_printed() -> None:
    groups = [
        group("bone", words("3", role="paper"), words("bone"), words("Heading", role="ink_soft")),
        group("bone", words("bone"), occurrence=1),
        group("nobody", words("legend")),
    ]
    reading = heard(groups, row("bone", 0))
    assert reading.of("P", "Span") == ["bone"]
    assert "".join(reading.artifacts).split() == ["3", "Heading", "bone", "legend"]


def test_all_seven_operations_are_pdf_ua_and_a_picture_says_what_it_shows() -> None:
    data = BytesIO()
    Picture.new("RGB", (2, 2), "red").save(data, "PNG")
    ops = (
        Rect(Box(0, 0, 50, 20), 4.0, "tint1", Pen("bone1", 1.0, (4.0, 2.0))),
        Line((0, 30), (50, 30), Pen("ink", 1.0, (0.1, 3.0))),
        Polyline(((0, 40), (20, 50), (40, 40)), closed=True, fill="ink"),
        Curve((60, 60), (((70, 60), (80, 70), (80, 80)),), closed=True, fill="bone2", pen=PEN),
        words("words"),
        Image(Box(60, 0, 20, 20), data.getvalue(), "A red logo"),
        group("inner", words("inner")),
    )
    pdf = painted([group("all", *ops)], (row("all", 0, "words"), row("inner")))
    reading = read(pdf)
    assert ua_faults(pdf) == []
    assert reading.faults == []
    assert reading.of("P", "Figure") == ["words", "A red logo", "inner"]


@needs_poppler
@pytest.mark.parametrize(
    ("op", "inside", "outside"),
    [
        (Rect(Box(10, 10, 20, 20), 0.0, "ink"), (20, 20), (40, 20)),
        (Rect(Box(10, 10, 20, 20), 10.0, "bone1"), (20, 20), (11, 11)),
        (Rect(Box(10, 10, 60, 60), 0.0, "tint3", PEN), (10, 40), (40, 40)),
        (Line((10, 10), (90, 90), Pen("ink", 4.0)), (50, 50), (50, 70)),
        (Polyline(((0, 0), (60, 0), (0, 60)), closed=True, fill="ink"), (10, 10), (50, 50)),
        (Polyline(((10, 10), (60, 10), (60, 60)), pen=Pen("ink", 4.0)), (60, 40), (10, 40)),
        (Curve((10, 50), (((10, 0), (90, 0), (90, 50)),), pen=Pen("ink", 4.0)), (50, 12), (50, 50)),
    ],
)
def test_ink_lies_where_the_drawing_has_ink(
    op: Op, inside: tuple[float, float], outside: tuple[float, float], tmp_path: Path
) -> None:
    [page] = inked(painted([group("one", op)], (row("one", 0),)), tmp_path, dots=72)

    def darkness(at: tuple[float, float]) -> int:
        x, y = (round(100 + 2 * part) for part in at)
        return 255 - page[y][x]

    assert darkness(inside) > 90
    assert darkness(outside) < 20


@needs_poppler
def test_words_stand_where_the_drawing_says(tmp_path: Path) -> None:
    text = words("Hamburg", x=20, y=50)
    [page] = inked(painted([group("one", text)], (row("one", 0),)), tmp_path, dots=72)
    dark = [
        (x, y) for y, line in enumerate(page) if y > 90 for x, grey in enumerate(line) if grey < 128
    ]
    assert min(x for x, _ in dark) == pytest.approx(100 + 2 * 20 + 1.6, abs=1.5)
    assert max(x for x, _ in dark) == pytest.approx(100 + 2 * (20 + text.width), abs=2.5)
    assert min(y for _, y in dark) == pytest.approx(100 + 2 * (50 - 6.6), abs=1.5)


def test_the_number_on_a_bone_is_white_and_all_other_words_are_black() -> None:
    ops = (words("3", role="on_bone"), words("late"), words("7", role="root"))
    pdf = painted([group("bone", *ops)], (row("bone", 0, "late"),))
    assert fills_of_words(pdf) == [0, 1, 0, 0], "the title, the number, a sign, and the words"


def fills_of_words(pdf: bytes) -> list[float]:
    """Return the grey in which each line of the only page is shown."""
    found, now, kept = list[float](), 0.0, list[float]()
    with pikepdf.open(BytesIO(pdf)) as file:
        for operands, operator in pikepdf.parse_content_stream(file.pages[0]):
            match str(operator):
                case "q":
                    kept.append(now)
                case "Q":
                    now = kept.pop()
                case "g":
                    now = float(operands[0])
                case "Tj":
                    found.append(now)
    return found


def test_geometry_comes_before_all_words_and_is_one_artifact() -> None:
    groups = [
        group(name, Rect(Box(0, 0, 9, 9), 0, "paper", PEN), words(name)) for name in ("a", "b")
    ]
    found = strokes(painted(groups, (row("a", 0), row("b"))))
    last_box = len(found) - 1 - found[::-1].index("re")
    assert found[last_box:].count("Tj") == 2
    assert len(heard(groups, row("a", 0), row("b")).artifacts) == 1


def test_the_smallest_words_are_those_of_items_not_of_signs() -> None:
    small = words("9", role="paper")._replace(size=4.0)
    drawing = Drawing(NOWHERE, (group("a", words("a"), small),))
    assert smallest_words(drawing) == 10.0
    assert smallest_words(Drawing(NOWHERE, ())) == 0.0
