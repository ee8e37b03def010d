"""A fishbone that is too large for one page: whole bones on pages of one size, all of it once."""

import pytest
from workbooks import attendance, wide_fishbone

from ilead_studio.drawing.fishbone_continued import continued_fishbone
from ilead_studio.drawing.marks import AS_IT_IS
from ilead_studio.drawing.ops import Drawing, TextLine, placed_groups, smallest_words
from ilead_studio.drawing.page import fit
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.model import Workbook
from ilead_studio.rules.outline import Row, outline

ROOM = PAPERS["letter"].wide().picture_room


def rows(workbook: Workbook) -> tuple[Row, ...]:
    return outline(workbook, workbook.fishbones[0])


def drawn(workbook: Workbook, *, mirrored: bool = False) -> tuple[Drawing, ...]:
    made = continued_fishbone(rows(workbook), ROOM, mirrored, AS_IT_IS, 8.0)
    return tuple(it.drawing for it in made)


def first_times(pages: tuple[Drawing, ...]) -> list[str]:
    return [
        it.group.node_id for page in pages for it in placed_groups(page) if not it.group.occurrence
    ]


def numbers(page: Drawing) -> list[str]:
    """Return the numbers on the discs of bones."""
    ops = (op for it in placed_groups(page) for op in it.group.ops)
    return [op.text for op in ops if isinstance(op, TextLine) and op.role == "on_bone"]


def test_one_that_is_read_on_one_page_stays_there() -> None:
    assert len(drawn(attendance())) == 1


@pytest.mark.parametrize("causes", [160, 400])
def test_all_pages_have_one_size_that_can_be_read(causes: int) -> None:
    pages = drawn(wide_fishbone(causes))
    sizes = {round(smallest_words(it) * fit(it, ROOM), 6) for it in pages}
    assert len(pages) > 1
    assert len(sizes) == 1
    assert sizes.pop() >= 8.0


def test_every_cause_is_drawn_once_and_the_head_on_every_page() -> None:
    workbook = wide_fishbone(160)
    pages, every = drawn(workbook), rows(workbook)
    assert sorted(first_times(pages)) == sorted(row.id for row in every)
    heads = [it.group.occurrence for page in pages for it in placed_groups(page)
             if it.group.node_id == every[0].id]  # fmt: skip
    assert heads == [*range(len(pages))]


def test_bones_keep_their_numbers() -> None:
    assert [it for page in drawn(wide_fishbone(160)) for it in numbers(page)] == list("1234")


def test_the_foot_says_which_bones_stand_where() -> None:
    first, second = drawn(wide_fishbone(160))
    words = [op.text for op in first.groups[0].ops if isinstance(op, TextLine)]
    assert "Page 1 of 2" in words
    assert "C1" in words
    assert "Page 2 of 2" in [op.text for op in second.groups[0].ops if isinstance(op, TextLine)]


def test_mirrored_pages_have_the_head_at_the_left() -> None:
    for page in drawn(wide_fishbone(160), mirrored=True):
        head = page.groups[0]
        assert head.x + head.box.x < page.bounds.x + page.bounds.w / 2
