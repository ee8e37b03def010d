"""Marks of every kind, and how far a sign's operations reach."""

from typing import get_args

from hypothesis import strategies as st

from ilead_studio.drawing.marks import (
    OFF_BALLOT,
    Changed,
    CycleState,
    Evidence,
    Happened,
    IdeaState,
    Marks,
    Tally,
    Whose,
)
from ilead_studio.drawing.ops import Box, Curve, Line, Op, Polyline, Rect, TextLine

ANY = st.builds(
    Marks,
    evidence=st.sampled_from(get_args(Evidence)),
    root=st.booleans(),
    votes=st.integers(0, 300),
    parties=st.lists(
        st.builds(Whose, st.sampled_from(("L", "I", "LEA", "W")), st.integers(0, 9))
    ).map(tuple),
    lenses=st.lists(st.sampled_from(("equity", "own"))).map(tuple),
    idea_state=st.sampled_from(get_args(IdeaState)),
    cycles=st.lists(st.sampled_from(get_args(CycleState)), max_size=12).map(tuple),
    measures=st.integers(0, 40),
    answers=st.integers(0, 40),
    alias=st.booleans(),
    folded=st.integers(0, 2000),
    has_note=st.booleans(),
    changed=st.none()
    | st.builds(
        Changed,
        st.sampled_from(get_args(Happened)),
        st.integers(1, 12),
        st.sampled_from(("", "was “Buses come late”")),
    ),
    ballot=st.sampled_from(("", "7", "118", OFF_BALLOT)),
    tally=st.sampled_from(get_args(Tally)),
)


def extent(op: Op) -> Box:
    """Return the box around what an operation of a sign paints, half of its pen included."""
    if isinstance(op, TextLine):
        return Box(op.x, op.y - op.size, op.width, op.size * 1.3)
    if isinstance(op, Rect):
        points = [op.box[:2], (op.box.right, op.box.bottom)]
    elif isinstance(op, Line):
        points = [op.start, op.end]
    elif isinstance(op, Polyline):
        points = list(op.points)
    else:
        assert isinstance(op, Curve)
        points = [op.start, *(point for arc in op.arcs for point in arc)]
    air = op.pen.width / 2 if op.pen else 0.0
    left, top = (min(point[axis] for point in points) - air for axis in (0, 1))
    right, bottom = (max(point[axis] for point in points) + air for axis in (0, 1))
    return Box(left, top, right - left, bottom - top)
