"""What we do not know yet, who could find out, and room for the answers."""

from collections.abc import Iterable, Iterator
from typing import Final

from ilead_studio.packet.blocks import Block, Cell, Column, Heading, Lines, Table, Text, plain
from ilead_studio.packet.cells import TO_WRITE, cell, ref_cell, rows_to_write, said
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.rules.open_list import SORTS, Asked, asked, sort_words, sorts
from ilead_studio.rules.open_questions import nobody, open_words
from ilead_studio.words import say

_NEW: Final = 4
"""Rows for questions that come up."""


def open_questions_page(given: Given) -> tuple[Leaf, ...]:
    """Return the page of open questions; one without any has room for new ones."""
    title = say("Open questions and hunches")
    words = open_words(given.workbook)
    about = say("{many}. An answer is worth more than a guess: write down how you know.",
                many=words or say("No question is open"))  # fmt: skip
    return (Leaf(title, title, tuple(_blocks(given)), (plain(about),)),)


def _blocks(given: Given) -> Iterator[Block]:
    many = dict(sorts(given.workbook))
    for sort in SORTS:
        if sort not in ("every", "answered") and many.get(sort):
            yield Heading(plain(sort_words(sort)))
            yield _table(sort_words(sort), asked(given.workbook, sort))
    yield Heading(plain(say("New questions")))
    yield Text(plain(say("References are given when the page comes back.")), "small")
    yield rows_to_write(
        _NEW, Column(say("No."), 0.6), Column(say("Question"), 6.0),
        Column(say("Who could find out (role)"), 3.0), summary=say("Room for new questions"),
        numbered=True,
    )  # fmt: skip
    yield Lines(heading=say("My notes"))


def _table(summary: str, rows: Iterable[Asked]) -> Table:
    columns = (
        Column(say("Ref"), 0.9),
        Column(say("What we do not know"), 4.6),
        Column(say("Who could find out"), 2.2),
        Column(say("What we found out, and how we know"), 3.6),
    )
    return Table(summary, columns, tuple(map(_row, rows)), head=1)


def _row(it: Asked) -> tuple[Cell, ...]:
    return (ref_cell(it.about), cell(it.text), said(it.who, nobody()), TO_WRITE)
