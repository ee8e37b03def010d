"""How a large driver diagram continues on further pages."""

from collections import Counter

from drawing_checks import outside, overlaps, stray_text
from drawing_pages import item_id, theories, theory
from hypothesis import given, settings

from ilead_studio.drawing.continued import continued
from ilead_studio.drawing.driver import draw_theory, find_theory_plan
from ilead_studio.drawing.driver_plan import is_too_high
from ilead_studio.drawing.ops import Drawing, TextLine, placed_groups, smallest_words
from ilead_studio.drawing.room import scale_to
from ilead_studio.rules.outline import outline

LETTER, SMALL = (696.0, 422.0), (400.0, 240.0)


def large(primaries: int, ideas: int, further=()):
    """Return the rows of a theory: under each primary driver three more with ideas each."""
    levels = []
    for at in range(primaries):
        levels.append((1, f"Primary driver {at}"))
        for _ in range(3):
            levels.append((2, "Principals check in early and often"))
            levels += [(3, "idea: Ten-minute check-in at weeks 2, 4 and 6")] * ideas
    return outline(*theory("By June 2027 nine in ten residents stay", levels, further))


def drawn(rows, room=LETTER) -> list[Drawing]:
    """Draw all pages."""
    return [it.drawing for it in continued(rows, room)]


def ids(drawing: Drawing) -> list[str]:
    """Return the items of a page in reading order."""
    return [it.group.node_id for it in placed_groups(drawing)]


def refs_of(drawing: Drawing, number: int) -> str:
    group = next(it.group for it in placed_groups(drawing) if it.group.node_id == item_id(number))
    soft = (it for it in group.ops if isinstance(it, TextLine) and it.role == "ink_soft")
    return " ".join(it.text for it in soft)


def test_a_theory_that_fits_is_one_page():
    assert len(drawn(large(2, 2))) == 1


def test_pages_can_be_read_and_have_one_size():
    pages = drawn(large(6, 4))
    assert len(pages) > 1
    scales = {round(scale_to(it.bounds, LETTER), 6) for it in pages}
    assert len(scales) == 1
    assert scales.pop() >= 0.8


def test_every_item_is_on_a_page_and_only_what_stands_above_is_repeated():
    rows = large(6, 4)
    pages = drawn(rows)
    count = Counter(it for page in pages for it in ids(page))
    assert set(count) == {row.id for row in rows}
    assert {it for it, times in count.items() if times > 1} == {rows[0].id}
    assert [page.groups[0].occurrence for page in pages] == list(range(len(pages)))


def test_pages_are_in_outline_order_and_balanced():
    rows = large(8, 3)
    pages = drawn(rows)
    order = [it for page in pages for it in ids(page)[1:]]
    assert order == [row.id for row in rows[1:]]
    sizes = [len(ids(page)) for page in pages]
    assert max(sizes) <= 2 * min(sizes)


def test_a_primary_driver_too_large_for_a_page_is_cut_by_its_secondary_drivers():
    rows = large(1, 14)
    pages = drawn(rows)
    assert len(pages) > 1
    heads = [ids(page)[1] for page in pages]
    assert set(heads) == {item_id(1)}
    assert "also on page 2" in refs_of(pages[0], 1)


def test_a_box_too_large_for_a_page_does_not_scatter_the_others():
    """Words are small only because one box alone does not fit."""
    rows = large(3, 8)
    rows = (*rows[:5], rows[5]._replace(text="Ten-minute check-in " * 100), *rows[6:])
    pages = drawn(rows)
    assert len(pages) <= 12
    assert {it for page in pages for it in ids(page)} == {row.id for row in rows}


def test_links_to_other_pages_are_named_at_both_ends():
    rows = large(6, 4, [(4, 82, False)])
    pages = drawn(rows)
    assert len(pages) > 1
    last = f"page {len(pages)}"
    assert refs_of(pages[0], 4) == f"I4 · also serves D82, {last}"
    assert refs_of(pages[-1], 82) == "D82 · from I4, page 1"


def map_of(page: Drawing) -> str:
    """Return the words of the map at the foot of a page."""
    words = [it.text for it in page.groups[0].ops if isinstance(it, TextLine)]
    return " ".join(words[next(at for at, it in enumerate(words) if it.startswith("Page ")) :])


def test_a_map_tells_which_primary_driver_stands_on_which_page():
    pages = drawn(large(6, 4))
    feet = [map_of(page) for page in pages]
    assert feet[0].startswith(f"Page 1 of {len(pages)} D1 1 D17 1")
    assert feet[-1].endswith(f"D81 {len(pages)}")
    assert {it.split("D1", 1)[1] for it in feet} == {feet[0].split("D1", 1)[1]}


def test_a_map_names_all_pages_of_a_driver_that_is_cut():
    pages = drawn(large(1, 60))
    assert map_of(pages[1]) == f"Page 2 of {len(pages)} D1 1–{len(pages)}"


def test_a_map_of_very_many_drivers_is_low_and_shows_those_nearby():
    pages = drawn(large(60, 1))
    feet = [map_of(page) for page in pages]
    assert feet[0].endswith("…")
    assert f"Page {len(pages)} of {len(pages)} … D" in feet[-1]
    primaries = {item_id(1 + 7 * at): f"D{1 + 7 * at}" for at in range(60)}
    for foot, page in zip(feet, pages, strict=True):
        assert {primaries[it] for it in ids(page) if it in primaries} <= set(foot.split())


@settings(max_examples=15, deadline=None)
@given(theories(most=40))
def test_pages_of_any_theory_are_whole(pages):
    rows = outline(*pages)
    made = drawn(rows, SMALL)
    assert {it for page in made for it in ids(page)} == {row.id for row in rows}
    for page in made:
        assert [*overlaps(page), *stray_text(page), *outside(page)] == []


@settings(max_examples=15, deadline=None)
@given(theories(most=40))
def test_a_page_is_measured_as_it_will_be_drawn(pages):
    for page in continued(outline(*pages), SMALL):
        it = page.drawing
        assert (page.bounds, page.smallest) == (it.bounds, smallest_words(it))


def test_no_pages_come_back_if_they_have_to_be_more_than_are_wanted():
    rows = large(6, 4)
    found = continued(rows, LETTER)
    assert len(continued(rows, LETTER, most=len(found))) == len(found)
    assert continued(rows, LETTER, most=len(found) - 1) == ()
    assert len(continued(large(2, 2), LETTER, most=1)) == 1


def test_what_is_drawn_of_an_item_is_the_same_on_every_page_while_nothing_is_new():
    """So its stamps are kept."""
    first, second = (drawn(large(6, 4))[1].groups[1:] for _ in range(2))
    assert all(one.ops is other.ops for one, other in zip(first, second, strict=True))


@settings(max_examples=30, deadline=None)
@given(theories(most=40))
def test_what_is_too_high_is_so_by_any_plan(pages):
    rows, room = outline(*pages), (2000.0, 200.0)
    drawing = draw_theory(rows, find_theory_plan(rows, room))
    scale = scale_to(drawing.bounds, room)
    assert not is_too_high(rows, room, scale)
