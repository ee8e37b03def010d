"""A page to sign up: what still needs somebody, and a box for what one commits to."""

from collections.abc import Iterator
from itertools import islice

from ilead_studio.model import Workbook
from ilead_studio.packet.blocks import (
    Ask,
    Block,
    Cell,
    Column,
    Frame,
    Lines,
    Question,
    Table,
    Text,
    plain,
    strong,
)
from ilead_studio.packet.cells import TO_WRITE, cell, ref_cell
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.meeting_head import day_frame, meeting_of, next_words
from ilead_studio.packet.steps_table import step_ref
from ilead_studio.rules.cycles import cycle_name
from ilead_studio.rules.open_list import asked
from ilead_studio.words import say

_MOST = 8
"""Rows of what needs somebody; all of it stands on the pages of its own."""
_MOST_OF_A_KIND = 3
_OWN = 3


def sign_up_page(given: Given) -> tuple[Leaf, ...]:
    """Return the page on which people sign up; there are always rows of their own."""
    title = say("Sign up")
    meeting = meeting_of(given)
    about = [say("Write your role, not your name. Take one thing, and only one that you can do.")]
    about += [it for it in [next_words(given, meeting)] if it]
    kept = say("The box below is yours to keep; the list stays with the facilitator.")
    notes = Lines(heading=say("My notes"))
    blocks: tuple[Block, ...] = (_table(given.workbook), Text(plain(kept), "small"), _box(), notes)
    return (
        Leaf(say("Sign-up and commitment"), title, blocks, tuple(map(plain, about)),
             day_frame(meeting)),
    )  # fmt: skip


def _table(workbook: Workbook) -> Table:
    rows = tuple(_needing(workbook))[:_MOST]
    return Table(
        say("What needs somebody, with room for a role and a day"),
        (
            Column(say("Ref"), 1.0),
            Column(say("What needs somebody"), 6.2),
            Column(say("My role"), 3.4),
            Column(say("Until when"), 2.0),
        ),
        rows,
        write=_OWN,
        head=1,
    )


def _needing(workbook: Workbook) -> Iterator[tuple[Cell, ...]]:
    """Give steps, cycles, change ideas and questions that have no role yet."""
    for step in workbook.next_steps:
        if step.done is None and not step.owner:
            yield _row(step_ref(workbook, step), step.text)
    for cycle in workbook.cycles:
        if cycle.state in ("planned", "doing", "studying") and not cycle.owner:
            yield _row(cycle.ref, say("Run {cycle}", cycle=cycle_name(workbook, cycle)))
    yield from islice(_untried(workbook), _MOST_OF_A_KIND)
    yield from islice(_unasked(workbook), _MOST_OF_A_KIND)


def _untried(workbook: Workbook) -> Iterator[tuple[Cell, ...]]:
    for idea in workbook.ideas:
        if idea.state == "proposed" and not idea.owner:
            yield _row(idea.ref, say("Try: {idea}", idea=idea.text))


def _unasked(workbook: Workbook) -> Iterator[tuple[Cell, ...]]:
    for it in asked(workbook, "every"):
        if not it.who and it.kind != "cycle":
            yield _row(it.about, it.text)


def _row(ref: str, words: str) -> tuple[Cell, ...]:
    return (ref_cell(ref), cell(words), TO_WRITE, TO_WRITE)


def _box() -> Frame:
    asked_for = (
        ("what", say("Until we meet again I will"), 2),
        ("know", say("I will know that it is done when"), 1),
        ("help", say("What could get in the way, and who can help"), 2),
        ("role", say("My role, and where I work"), 1),
    )
    questions = tuple(
        Question(strong(words), Ask(f"commit.{name}", words, lines=lines))
        for name, words, lines in asked_for
    )
    return Frame(
        say("I commit to"), say("one thing, small enough to begin this week"), "", questions
    )
