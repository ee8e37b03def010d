"""A drawing spread out: places, what lies at a point, what changed."""

from hypothesis import given
from hypothesis import strategies as st
from painting import drawing, group

from ilead_studio.drawing.ops import Box, Drawing, Group, Line, Pen, placed_groups
from ilead_studio.ui.canvas.spread import Spread

PEN = Pen("ink", 1.0)


def spread(*groups: Group) -> Spread:
    made = Spread()
    made.take(drawing(*groups))
    return made


def test_items_are_found_by_id_at_their_place_on_the_drawing() -> None:
    made = spread(group("cause", group("why", x=5, y=20), x=100, y=50))
    assert made.by_id["why"].box == Box(105, 70, 10, 10)
    assert [item.group.node_id for item in made.blocks[0].items] == ["cause", "why"]


def test_the_item_on_top_is_hit_and_nothing_beside_it() -> None:
    made = spread(group("below"), group("above", x=5), group("cause", group("why", y=20), y=50))
    assert made.at(7, 5) == "above"
    assert made.at(2, 5) == "below"
    assert made.at(5, 75) == "why"
    assert made.at(40, 40) == ""


def test_a_block_that_did_not_change_is_the_same_object() -> None:
    one, two = group("one", group("in", y=9)), group("two", x=50)
    made = spread(one, two)
    first = made.blocks[0]
    gone, come = made.take(drawing(one._replace(), two._replace(x=60.0)))
    assert made.blocks[0] is first
    assert [[(it.group.node_id, it.group.x) for it in its] for its in (gone, come)] == [
        [("two", 50)],
        [("two", 60)],
    ]
    assert made.take(drawing(one._replace(), two._replace(x=60.0))) == (set(), set())


def test_a_block_that_only_moved_keeps_what_lies_inside_it() -> None:
    one = group("one", group("in", y=9))
    made = spread(one)
    form = made.blocks[0].form
    made.take(drawing(one._replace(x=30.0)))
    assert made.blocks[0].form is form
    assert made.by_id["in"].x == 30


def test_what_was_foreseen_is_what_is_taken() -> None:
    one, other = group("one", group("in", y=9)), group("two", group("new", y=9), x=50)
    made = spread(one)
    (form,) = made.foresee(drawing(one, other))
    assert [block.group.node_id for block in made.blocks] == ["one"]
    made.take(drawing(one, other))
    assert made.blocks[1].form is form


def test_words_that_changed_are_noticed_where_nothing_moved() -> None:
    made = spread(group("one", Line((0, 0), (9, 0), PEN)))
    gone, come = made.take(drawing(group("one", Line((0, 0), (8, 0), PEN))))
    assert (len(gone), len(come)) == (1, 1)


def test_without_a_drawing_there_is_nothing() -> None:
    made = spread(group("one"))
    gone, come = made.take(None)
    assert (len(gone), len(come)) == (1, 0)
    assert (made.blocks, dict(made.by_id), made.at(5, 5)) == ((), {}, "")


def test_a_connector_is_in_view_where_its_item_is_not() -> None:
    made = spread(group("child", Line((5, 5), (2000, 900), PEN)))
    assert [it.group.node_id for it in made.within(Box(1900, 850, 50, 40))] == ["child"]


places = st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000))


@given(st.lists(st.tuples(places, st.floats(0, 4000)), max_size=12), places, st.floats(0, 2000))
def test_the_grid_finds_what_looking_at_everything_finds(
    lines: list[tuple[tuple[float, float], float]], corner: tuple[float, float], side: float
) -> None:
    groups = [
        group(f"n{at}", Line((0, 0), (length, length / 2), PEN), x=x, y=y)
        for at, ((x, y), length) in enumerate(lines)
    ]
    made, view = spread(*groups), Box(*corner, side, side)
    found = [block.group.node_id for block in made.within(view)]
    inks = {block.group.node_id: block.ink for block in made.blocks}
    meeting = [name for name, ink in inks.items() if ink.meets(view)]
    assert [name for name in found if inks[name].meets(view)] == meeting
    assert [it.group.node_id for it in placed_groups(Drawing(view, tuple(groups)))] == list(inks)


@given(
    st.lists(st.tuples(places, places, st.floats(0, 600)), min_size=5, max_size=12),
    st.integers(0, 4),
    places,
)
def test_a_grid_that_was_kept_finds_what_a_new_one_finds(
    lines: list[tuple[tuple[float, float], tuple[float, float], float]],
    moved: int,
    corner: tuple[float, float],
) -> None:
    def drawn(number: int) -> list[Group]:
        return [
            group(f"n{at}", Line((0, 0), (length, 5), PEN), x=there[0] if at == number else here[0])
            for at, (here, there, length) in enumerate(lines)
        ]

    view = Box(corner[0], -10, 500, 40)
    kept = spread(*drawn(-1))
    kept.within(view)
    kept.take(drawing(*drawn(moved)))
    found = [block.group.node_id for block in kept.within(view)]
    assert found == [block.group.node_id for block in spread(*drawn(moved)).within(view)]


@given(st.lists(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 2)), max_size=7), max_size=6))
def test_whatever_was_there_before_a_drawing_is_spread_out_as_it_is(
    drawings: list[list[tuple[int, int]]],
) -> None:
    made = Spread()
    for items in drawings:
        groups = [
            group(f"n{number}", group(f"in{number}", y=4), x=10.0 * x)
            for number, x in dict(items).items()
        ]
        before = set(made.blocks)
        gone, come = made.take(drawing(*groups))
        assert (before - gone) | come == set(made.blocks)
        assert [block.group for block in made.blocks] == groups
        assert set(made.by_id) == {name for it in groups for name in (it.node_id, f"i{it.node_id}")}
        assert all(made.by_id[it.node_id].x == it.x for it in groups)
