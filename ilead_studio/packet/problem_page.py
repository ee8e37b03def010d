"""The problem of practice on paper: the sentence, what stands behind it, and room for doubts."""

from ilead_studio.packet.blocks import Heading, Lines, Text, plain
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.words import say


def problem_page(given: Given) -> tuple[Leaf, ...]:
    """Return a page for each problem of practice."""
    return tuple(
        Leaf(
            name=say("Problem of practice"),
            title=say("Problem of practice"),
            blocks=(
                Text(plain(problem.text), "statement"),
                Heading(plain(say("What we still doubt about it"))),
                Lines(),
            ),
        )
        for problem in given.workbook.problems
    )
