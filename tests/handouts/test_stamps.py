"""Stamps: what is drawn of an item is painted once, and says the same wherever it is put."""

from ilead_studio.drawing.ops import Box, Drawing, Group, Op, Placed, Rect
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.drawing.text import text_line
from ilead_studio.handouts.painter import Setting, decorate
from ilead_studio.handouts.stamps import stamps_of
from ilead_studio.handouts.tagged import TaggedCanvas

NOWHERE = Box(0, 0, 0, 0)
OPS: tuple[Op, ...] = (
    Rect(Box(0, 0, 50, 20), 4.0, "bone1"),
    text_line(5, 12, "Buses come late", "Regular", 10.0, "ink"),
)


def put(canvas: TaggedCanvas, ops: tuple[Op, ...], *corners: tuple[float, float]) -> list[str]:
    """Put operations at places on a sheet, ever larger; returns the lines of what is painted."""
    sheet = canvas.sheet(PAPERS["letter"])
    group = Group("a", "driver", 0.0, 0.0, NOWHERE, NOWHERE, ops)
    with sheet.artifact():
        for number, corner in enumerate(corners, 1):
            setting = Setting(Drawing(NOWHERE, (group,)), corner, number / 2)
            decorate(Placed(group, 0.0, 0.0), setting, sheet)
    return sheet.side.code


def test_an_item_is_the_same_stamp_in_every_packet_and_another_one_in_grey() -> None:
    stamps, grey = stamps_of(OPS, False, False), stamps_of(OPS, False, True)
    assert stamps is stamps_of(OPS, False, False)
    assert stamps.all is stamps.all
    assert stamps.all.state != grey.all.state


def test_only_place_and_scale_differ_where_it_is_put_again() -> None:
    code = put(TaggedCanvas("", "en"), OPS, (100, 100), (300, 200))
    places = [it for it in code if it.endswith(" cm")]
    assert places == ["q 0.5 0 0 0.5 100 692 cm", "q 1 0 0 1 300 592 cm"]
    assert code.count(stamps_of(OPS, False, False).all.code) == 2


def test_its_state_is_set_once_for_all_of_its_kind() -> None:
    code = put(TaggedCanvas("", "en"), OPS[1:], (0, 100), (0, 200), (0, 300))
    assert code.count("0 g") == code.count("/Regular 10 Tf") == 1


def test_words_are_the_same_in_a_document_with_other_words_before_them() -> None:
    other = (text_line(0, 0, "Zebra", "Regular", 10.0, "ink"), *OPS[1:])
    painted = ["\n".join(put(TaggedCanvas("", "en"), ops, (0, 100))) for ops in (OPS[1:], other)]
    words = f"<{'Buses come late'.encode('utf-16-be').hex()}> Tj"
    assert [it.count(words) for it in painted] == [1, 1]
