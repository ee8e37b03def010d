"""Empty sheets for the wall: a fishbone and a driver diagram to write on."""

from typing import Final

from ilead_studio.drawing.blank_drivers import draw_blank_drivers
from ilead_studio.drawing.blank_fishbone import BONES, draw_blank_fishbone
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.room import Room
from ilead_studio.packet.blocks import Lines, Sketch, Text, plain
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.rules.templates import templates
from ilead_studio.words import say

_LEAST: Final = 300.0
_MOST_LARGE: Final = 4
"""Named bones on a sheet of large print."""
_SIZES: Final = {False: 11.0, True: 18.0}


def blank_fishbone_page(given: Given) -> tuple[Leaf, ...]:
    """Return an empty fishbone; ``bones`` may name a set of bones of ``rules/templates``."""
    chosen = next((it for it in templates() if it.name == given.bones), None)
    names = chosen.bones if chosen else ()
    most = _MOST_LARGE if given.large and names else BONES + 2
    starts = range(0, max(len(names), 1), most)
    return tuple(
        _fishbone_leaf(names[at : at + most], at + 1, large=given.large) for at in starts
    )  # fmt: skip


def _fishbone_leaf(names: tuple[str, ...], first: int, *, large: bool) -> Leaf:
    shown = (names, _SIZES[large], first)
    told = say(
        "An empty fishbone to write on: a box for what happens at the right, and {number} bones"
        " above and below the spine. Each has lines for three or four causes, with a line for a"
        " why under each cause, and a circle for what is known.",
        number=len(names) or BONES,
    )
    if names:
        told = say("{told} The bones are named: {names}.", told=told, names=", ".join(names))
    title = say("Fishbone for the wall")
    how, signs = plain(_how(named=bool(names))), plain(_signs())
    picture = Sketch(_fishbone, shown, told, least=_LEAST)
    if large and first > 1:
        return Leaf(title, title, (picture,), (how,), wide=True)
    if large:
        notes = Lines(heading=say("My notes"))
        return Leaf(title, title, (picture, Text(signs), notes), (how,), wide=True)
    return Leaf(title, title, (picture,), (how, signs), wide=True)


def _how(*, named: bool) -> str:
    first = say("Write what happens in the box at the right.")
    bones = "" if named else say("Name the bones.")
    then = say("Write causes on the twigs, then ask of each: why is that so?")
    return " ".join(filter(None, (first, bones, then)))


def _signs() -> str:
    return say(
        "Circle on a twig: tick = we have evidence, leave open = a hunch, cross = not so. Dots "
        "beside a cause = votes. References are given when the sheet comes back."
    )


def _fishbone(names: tuple[str, ...], size: float, first: int, room: Room) -> Drawing:
    return draw_blank_fishbone(room, names, size, first)


def blank_drivers_page(given: Given) -> tuple[Leaf, ...]:
    """Return an empty driver diagram, with the columns' own names if the one theory has some."""
    theories = given.workbook.theories
    headings = theories[0].headings if len(theories) == 1 else ()
    shown = (headings, 18.0 if given.large else 9.5)
    title = say("Driver diagram for the wall")
    about = say(
        "From left to right: what we want to reach, what must change for it, and what we could "
        "try. Draw more arrows where a box serves several others; dotted ones where it serves them "
        "weakly."
    )
    told = say(
        "An empty driver diagram to write on: a box for the aim with its parts, boxes for primary "
        "drivers, for secondary drivers and for change ideas, and arrows toward the aim."
    )
    return (
        Leaf(
            title, title, (Sketch(_drivers, shown, told, least=_LEAST),), (plain(about),), wide=True
        ),
    )


def _drivers(headings: tuple[str, ...], size: float, room: Room) -> Drawing:
    return draw_blank_drivers(room, headings, size)
