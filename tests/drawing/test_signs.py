"""The signs of an item: what each looks like without colour, and what it is called."""

import re
from itertools import combinations
from typing import get_args

import pytest
from drawing_pages import fishbone, item_id, theory
from hypothesis import given, settings
from sign_samples import ANY, extent

from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.marks import (
    PLAIN,
    Changed,
    CycleState,
    Evidence,
    Happened,
    IdeaState,
    Marks,
    View,
    Whose,
    marks_of,
    party_letters,
)
from ilead_studio.drawing.ops import WORDS, TextLine
from ilead_studio.drawing.sign_shapes import PARTY_SHAPES, party
from ilead_studio.drawing.signs import (
    GUTTER,
    Sign,
    face,
    lead,
    spoken_marks,
    strike,
    text_role,
    trail,
)
from ilead_studio.drawing.text import text_line
from ilead_studio.drawing.theme import GRAY
from ilead_studio.model import Cycle, Party
from ilead_studio.model import replace as changed

LEADING = [
    *(Marks(evidence=state) for state in get_args(Evidence) if state),
    *(Marks(idea_state=state) for state in get_args(IdeaState) if state),
]
TRAILING = [
    Marks(root=True),
    Marks(votes=1),
    Marks(votes=12),
    *(Marks(parties=(Whose("A", place),)) for place in range(PARTY_SHAPES + 1)),
    Marks(lenses=("equity",)),
    *(Marks(cycles=(state,)) for state in get_args(CycleState)),
    Marks(measures=2),
    Marks(answers=2),
    Marks(alias=True),
    Marks(folded=4),
    Marks(has_note=True),
    Marks(votes=3, tally="kept"),
    Marks(votes=3, tally="left"),
    Marks(tally="left"),
    *(Marks(changed=Changed(it)) for it in get_args(Happened)),
]


def uncoloured(sign: Sign) -> str:
    """Return a sign as it looks in grey print: its shapes, with the colours they have there."""
    coloured = re.compile(r"(role|fill)='(\w+)'")
    return coloured.sub(lambda it: GRAY.colour(it[2]), repr(sign.ops))


def test_nothing_is_drawn_or_said_of_an_item_that_is_not_marked():
    assert lead(PLAIN) == trail(PLAIN) == Sign(0.0, ())
    assert spoken_marks(PLAIN) == ""
    assert (text_role(PLAIN), face(PLAIN)) == ("ink", REGULAR)


@pytest.mark.parametrize("signs", [LEADING, TRAILING], ids=["before", "after"])
def test_no_two_signs_differ_by_colour_alone(signs):
    drawn = [uncoloured(lead(marks)) + uncoloured(trail(marks)) for marks in signs]
    assert all(one != other for one, other in combinations(drawn, 2))


@pytest.mark.parametrize("marks", LEADING, ids=spoken_marks)
def test_a_sign_before_the_words_stands_in_the_gutter(marks):
    sign = lead(marks)
    assert sign.width == GUTTER
    assert trail(marks) == Sign()
    for op in sign.ops:
        box = extent(op)
        assert box.x >= -0.1
        assert box.right <= GUTTER - 2


@settings(max_examples=80, deadline=None)
@given(ANY)
def test_the_signs_after_the_words_keep_to_their_own_room(marks):
    sign = trail(marks)
    for op in sign.ops:
        box = extent(op)
        assert box.x >= 2.9
        assert box.right <= sign.width + 0.35
        if not isinstance(op, TextLine):
            assert box.y >= -9.6
            assert box.bottom <= 3


@settings(max_examples=80, deadline=None)
@given(ANY)
def test_no_sign_is_taken_for_words_and_none_is_too_small(marks):
    lines = [op for op in (*lead(marks).ops, *trail(marks).ops) if isinstance(op, TextLine)]
    assert all(line.role not in WORDS for line in lines)
    assert all(line.size * 0.8 >= 7 for line in lines), "7 points where the words are 8"


@settings(max_examples=50, deadline=None)
@given(ANY)
def test_every_mark_is_drawn_and_said(marks):
    empty = Marks()
    for name in Marks._fields:
        if getattr(marks, name) == getattr(empty, name):
            continue
        if name == "idea_state" and (marks.evidence or marks.ballot):
            continue
        if name == "evidence" and marks.ballot:
            continue
        less = marks._replace(**{name: getattr(empty, name)})
        assert (lead(less), trail(less)) != (lead(marks), trail(marks))
        assert spoken_marks(less) != spoken_marks(marks)


def test_a_root_cause_is_said_first_and_then_each_sign_in_the_order_in_which_it_stands():
    marks = Marks(
        evidence="supported", root=True, votes=7, parties=(Whose("LEA", 0),), lenses=("equity",),
        cycles=("decided", "decided", "planned"), measures=1, answers=3, alias=True, folded=4,
        has_note=True,
    )  # fmt: skip
    assert spoken_marks(marks) == (
        "root cause, supported, 7 votes, belongs to LEA, lens: equity,"
        " 3 cycles (2 decided, 1 planned), 1 measure, answers 3 causes, linked copy,"
        " 4 items folded below, has a note"
    )
    assert spoken_marks(Marks(idea_state="testing", votes=1)) == "being tested, 1 vote"


def test_votes_are_dots_up_to_five_then_a_dot_and_the_number():
    def lines(votes):
        return [op.text for op in trail(Marks(votes=votes)).ops if isinstance(op, TextLine)]

    assert len(trail(Marks(votes=5)).ops) == 5
    assert lines(5) == []
    assert len(trail(Marks(votes=6)).ops) == 2
    assert lines(6) == ["6"]


def test_more_than_five_cycles_are_counted_by_state():
    five = trail(Marks(cycles=("decided",) * 5))
    assert not any(isinstance(op, TextLine) for op in five.ops)
    many = trail(Marks(cycles=("decided",) * 6 + ("running",)))
    assert [op.text for op in many.ops if isinstance(op, TextLine)] == ["6", "1"]


def test_a_refuted_cause_is_quieter_and_struck_through():
    marks = Marks(evidence="refuted")
    line = text_line(4.0, 9.0, "Not true", face(marks), 10.0, text_role(marks))
    stroke = strike(line)
    assert text_role(marks) == "quiet"
    assert (stroke.start[0], stroke.end[0]) == (4.0, 4.0 + line.width)
    assert 4.0 < stroke.start[1] == stroke.end[1] < 9.0
    assert stroke.pen.role == "quiet"


def test_a_root_cause_is_semibold():
    assert face(Marks(root=True)) == SEMIBOLD


def test_a_sign_moves_as_a_whole():
    sign = trail(Marks(root=True, alias=True, answers=2, measures=1, cycles=("running",)))
    for here, there in zip(sign.ops, sign.at(30.0, 40.0), strict=True):
        one, other = extent(here), extent(there)
        assert (other.x, other.y) == pytest.approx((one.x + 30.0, one.y + 40.0))
        assert (other.w, other.h) == pytest.approx((one.w, one.h))


def test_the_seventh_party_has_a_heavier_outline():
    assert party("A", 0).ops[0].pen.width < party("A", PARTY_SHAPES).ops[0].pen.width


def test_a_cause_is_a_hunch_at_first_and_a_bone_is_not_judged():
    workbook, page = fishbone("Head", [(1, "Bone"), (2, "Cause")])
    bone, cause = page.causes
    noted = changed(page, notes="On the head", causes=(bone, changed(cause, notes="Who said it")))
    workbook = changed(workbook, fishbones=(noted,))
    assert marks_of(workbook) == {
        page.id: Marks(has_note=True),
        cause.id: Marks(evidence="hunch", has_note=True),
    }


def test_what_is_known_of_a_cause_is_marked():
    workbook, page = fishbone("Head", [(1, "Bone"), (2, "Cause"), (3, "Why")])
    bone, cause, why = page.causes
    parties = (
        Party(id=item_id(20), name="Riverbend District"),
        Party(id=item_id(21), name="State College"),
    )
    known = {"evidence": "supported", "root": True, "votes": 4, "lenses": ("equity",)}
    judged = changed(cause, parties=(parties[1].id,), **known)
    copy = changed(judged, id=why.id, ref=why.ref, parent_id=why.parent_id, same_as=cause.id)
    page = changed(page, causes=(bone, judged, copy))
    marks = marks_of(changed(workbook, parties=parties, fishbones=(page,)))
    assert marks[cause.id] == Marks(parties=(Whose("S", 1, "State College"),), **known)
    assert marks[why.id] == Marks(parties=(Whose("S", 1, "State College"),), alias=True, **known)


@pytest.mark.parametrize(
    "names",
    [
        ("State College", "State University", "Springfield Schools"),
        ("שלום", "River District", "Hills District"),
        ("😀 Schools", "River District", "Hills District"),
    ],
)
def test_parties_are_told_apart_by_one_letter_that_can_be_set(names):
    workbook, _ = fishbone("Head", [])
    parties = tuple(Party(id=item_id(20 + at), name=name) for at, name in enumerate(names))
    letters = party_letters(changed(workbook, parties=parties))
    assert [it.letter for _, it in letters] == ["A", "B", "C"]


def test_drivers_and_ideas_show_what_is_known_of_them():
    workbook, page = theory("Aim", [(1, "Driver"), (2, "idea: Walk")])
    (driver,) = page.drivers
    page = changed(page, drivers=(changed(driver, answers=(item_id(8), item_id(9))),))
    ideas = (changed(workbook.ideas[0], state="testing"),)
    marks = marks_of(changed(workbook, theories=(page,), ideas=ideas))
    assert marks == {
        driver.id: Marks(answers=2),
        ideas[0].id: Marks(idea_state="testing"),
    }


def test_an_idea_has_a_dot_for_each_of_its_cycles_that_was_not_cancelled():
    workbook, _ = theory("Aim", [(1, "Driver"), (2, "idea: Walk")])
    idea = workbook.ideas[0]
    states = ("planned", "doing", "studying", "decided", "cancelled")
    cycles = tuple(
        Cycle(id=item_id(at), ref=f"P{at}", idea_id=idea.id, number=99 - at, state=state)
        for at, state in enumerate(states, 90)
    )
    dots = ("decided", "running", "running", "planned")
    assert marks_of(changed(workbook, cycles=cycles)) == {idea.id: Marks(cycles=dots)}
    noted = changed(workbook, ideas=(changed(idea, notes="From the spring"),), cycles=cycles[:1])
    assert marks_of(noted) == {idea.id: Marks(cycles=("planned",), has_note=True)}
    assert marks_of(workbook) == {}


def test_a_view_gives_plain_marks_to_what_is_not_marked():
    view = View(marks={"a": Marks(votes=2)})
    assert (view.of("a").votes, view.of("b")) == (2, PLAIN)
