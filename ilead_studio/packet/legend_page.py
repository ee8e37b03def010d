"""Signs and method in plain words, for somebody who was never there."""

from collections.abc import Iterable
from itertools import chain

from ilead_studio.packet.blocks import (
    Beside,
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Listing,
    Picture,
    Run,
    Table,
    plain,
)
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.legend_words import (
    Explained,
    method_words,
    on_all,
    on_causes,
    on_drivers,
    on_ideas,
)
from ilead_studio.words import say


def legend_page(given: Given) -> tuple[Leaf, ...]:
    """Return the page that explains every sign and every word of the method."""
    title = say("Signs and method in plain words")
    about = say("For whoever sees these pages for the first time. Nothing is said by colour alone.")
    left = _signs(say("On the fishbone, and anywhere"), on_causes(given.workbook), on_all())
    right = _signs(say("On change ideas and driver diagrams"), on_ideas(), on_drivers())
    terms = (
        Heading(plain(say("The words we use"))),
        Listing(tuple(Item((Run(f"{word}: ", "strong"), Run(means))) for word, means in
                      method_words())),
    )  # fmt: skip
    return (Leaf(title, title, (Beside(left, right), *terms), (plain(about),)),)


def _signs(heading: str, *explained: Iterable[Explained]) -> tuple[Block, ...]:
    columns = (Column(say("Sign"), 1.2), Column(say("What it means"), 4.2))
    rows = tuple(
        (
            Cell(picture=Picture(it.drawing, it.looks)),
            Cell(((Run(f"{it.name}: ", "strong"), Run(it.meaning)),)),
        )
        for it in chain(*explained)
    )
    return (Heading(plain(heading)), Table(heading, columns, rows, head=1))
