"""Kept pictures of fishbones that are dense, marked or deep."""

import pytest
from drawing_pages import fishbone, item_id, read
from kept import is_as_kept

from ilead_studio.drawing.marks import Marks, View, Whose
from ilead_studio.drawing.page import draw_page

LETTER = (696.0, 422.0)
MARKED = """
Time is already spent
  Duty periods replace planning
    Two rooms, three preparations
  Data entry takes an hour a day
Support arrives late
  Mentors are matched in October
    Hiring runs until 20 August
      No one owns the match
  Rooms are full
"""
MARKS = {
    item_id(1): Marks(votes=3),
    item_id(2): Marks(evidence="supported", votes=4, parties=(Whose("A", 0),)),
    item_id(3): Marks(evidence="hunch"),
    item_id(4): Marks(evidence="refuted"),
    item_id(6): Marks(evidence="disputed", lenses=("equity",)),
    item_id(8): Marks(root=True, votes=12, parties=(Whose("A", 0), Whose("B", 1)), has_note=True),
}
MANY = [
    (1, "Time"),
    *[(2, f"Cause number {at} of many") for at in range(26)],
    (1, "Place"),
    (2, "a"),
]
WHYS = [(1, "Time"), (2, "No time"), *[(3 + (at % 6 == 5), f"Why {at}") for at in range(30)]]
DEEP = [(1, "Buses"), *[(level, f"Why number {level} is so") for level in range(2, 13)]]
PICTURES = {
    "fishbone_signs": (
        fishbone("Teachers leave within three years", read(MARKED)),
        View(marks=MARKS),
    ),
    "fishbone_folded": (
        fishbone("Teachers leave", read(MARKED)),
        View(folded=frozenset({item_id(2), item_id(5)}), marks=MARKS, colour_by="evidence"),
    ),
    "fishbone_ribs": (fishbone("Pupils miss school on Mondays", MANY), View()),
    "fishbone_whys": (fishbone("Pupils miss school", WHYS), View()),
    "fishbone_deep": (fishbone("Pupils miss school", DEEP), View()),
}


@pytest.mark.parametrize("name", PICTURES)
def test_kept_fishbones_stay_as_they_are(name):
    pages, view = PICTURES[name]
    assert is_as_kept(name, draw_page(*pages, LETTER, view), pages[1].head, {})
