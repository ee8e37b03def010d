"""The legend: only the signs in use, wrapped to the width there is."""

from hypothesis import given, settings
from hypothesis import strategies as st
from sign_samples import ANY, extent

from ilead_studio.drawing.legend import Kind, Legend, kinds_in_use, legend
from ilead_studio.drawing.marks import PLAIN, Marks, Whose
from ilead_studio.drawing.ops import Line, Pen, TextLine
from ilead_studio.drawing.sign_shapes import Sign


def words(*marks: Marks) -> list[str]:
    return [kind.words for kind in kinds_in_use(marks)]


def test_a_page_without_signs_has_no_legend():
    assert words() == words(PLAIN) == words(Marks(ref="D1"), Marks(ref="D2")) == []
    assert legend((), 500.0) == Legend(0.0, ())


def test_only_the_signs_in_use_are_explained_each_once():
    assert words(Marks(evidence="refuted"), Marks(evidence="hunch", votes=3), Marks(votes=1)) == [
        "hunch",
        "refuted",
        "votes",
    ]
    assert words(Marks(idea_state="parked", alias=True, folded=2)) == [
        "parked",
        "linked copy",
        "folded below",
    ]


def test_the_parties_of_a_page_share_one_entry_in_their_order():
    (kind,) = kinds_in_use(
        [Marks(parties=(Whose("I", 1),)), Marks(parties=(Whose("L", 0), Whose("I", 1)))]
    )
    letters = [op.text for op in kind.sign.ops if isinstance(op, TextLine)]
    assert (letters, kind.words) == (["L", "I"], "belongs to")


def test_the_parties_of_a_page_are_named_as_far_as_that_is_short():
    def entry(*names: str) -> str:
        parties = tuple(Whose(name[0], at, name) for at, name in enumerate(names))
        (kind,) = kinds_in_use([Marks(parties=parties)])
        return kind.words

    assert entry("River", "Hills", "University") == "belongs to River, Hills, University"
    assert entry("River", "H" * 60) == "belongs to"


def test_only_the_states_of_cycles_in_use_are_named():
    assert words(Marks(cycles=("decided", "planned"))) == ["cycles: planned, decided"]


def test_a_kind_of_line_can_be_explained_too():
    dotted = Line((0.0, 0.0), (22.0, 0.0), Pen("ink", 1.0, (0.1, 3.0)))
    set_ = legend([Kind(Sign(22.0, (dotted,)), "also serves, weakly")], 300.0)
    assert [op.text for op in set_.ops if isinstance(op, TextLine)] == ["also serves, weakly"]


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, max_size=8), st.sampled_from((150.0, 300.0, 700.0)))
def test_entries_stay_inside_the_width_and_never_meet(marks, width):
    kinds = kinds_in_use(marks)
    set_ = legend(kinds, width)
    boxes = [extent(op) for op in set_.ops if isinstance(op, TextLine) and op.role == "ink_soft"]
    assert all(box.y >= -0.5 and box.bottom <= set_.height + 1.5 for box in boxes)
    assert not any(
        one.meets(other, 0.5)
        for at, one in enumerate(boxes)
        for other in boxes[:at]
        if abs(one.y - other.y) < 1
    )
    widest = max((kind.sign.width for kind in kinds), default=0.0)
    assert all(extent(op).right <= max(width, widest + 80.0) + 0.5 for op in set_.ops)


@settings(max_examples=25, deadline=None)
@given(st.lists(ANY, max_size=8))
def test_a_narrower_legend_is_as_high_or_higher(marks):
    kinds = kinds_in_use(marks)
    assert legend(kinds, 200.0).height >= legend(kinds, 600.0).height
