"""A meeting as one types it: 6 bones of 4 causes each, and 12 whys; what is pressed for it."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from ilead_studio.rules.outline import outline
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook

SPOKEN: Final = """\
New teachers leave within two years
  Time
    Six lessons a day
      Two posts stand empty
    Duties at lunch
      No aides since the cut
    Plans are due on Sundays
    Meetings run late
  Support
    Mentors are matched in October
      Hiring runs until August
        The budget comes in July
    One coach for 22 schools
    Visits feel like inspections
      The same form rates them
    Nobody asks how it goes
  Pupils
    Large classes
    Half of them are new
      Families move in spring
    Help comes late
    Anger in the corridor
      Breaks are too short
  Pay
    Rent eats half
    The next district pays more
      Its levy passed
    Loans
    No pay for summer work
  Training
    Few weeks in a real class
    No lesson on reading
    Methods for other grades
      Posts are filled by need
    Nothing on parents
      The course was dropped
  Place
    An hour on the road
    No room of their own
      The wing is closed
    Copies must be begged
      One machine for all
    Cold in winter
"""
BEGIN: Final = ("Return",)
"""What is pressed on the start page."""


class Step(NamedTuple):
    """Words, and the keys after them."""

    words: str
    keys: tuple[str, ...]


def lines() -> list[tuple[int, str]]:
    """Return what was said as (depth, words)."""
    every = SPOKEN.splitlines()
    return [((len(it) - len(it.lstrip())) // 2, it.strip()) for it in every]


def steps() -> Iterator[Step]:
    """Return what is typed: after the words one key for the next item, and one for each level up.

    The last item is finished by saving.
    """
    for (depth, words), (following, _) in pairwise([*lines(), (0, "")]):
        if (following, words) == (0, lines()[-1][1]):
            yield Step(words, ("Ctrl+S",))
        elif following > depth:
            yield Step(words, ("Tab",))
        else:
            yield Step(words, ("Shift+Tab",) * (depth - following) or ("Return",))


def keys_per_item() -> float:
    """Return how many keys are pressed beyond the letters; Shift and Ctrl count with their key.

    The first Enter, on the start page, and the last Ctrl+S are among them.
    """
    every = list(steps())
    return sum((len(BEGIN), *(len(step.keys) for step in every))) / len(every)


def saved(path: Path) -> list[tuple[int, str]]:
    """Return the first page of a file as (depth, words)."""
    workbook = open_workbook(path, Disk()).workbook
    return [(row.depth, row.text) for row in outline(workbook, workbook.fishbones[0])]
