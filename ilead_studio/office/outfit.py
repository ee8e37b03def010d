"""How a file for another program looks: what all of them have to know of a packet."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from ilead_studio.drawing.paper import Paper
from ilead_studio.model import Page, Workbook
from ilead_studio.packet.blocks import Block, Heading, Item, Listing, Text, plain
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf
from ilead_studio.packet.page_words import short_name
from ilead_studio.packet.tongue import OwnWords
from ilead_studio.rules.names import workbook_name
from ilead_studio.rules.outline import outline
from ilead_studio.words import say


class Outfit(Protocol):
    """Title, language and paper of a packet; ``handouts`` has one with more."""

    @property
    def title(self) -> str:
        """The name of the packet's workbook."""

    @property
    def language(self) -> str:
        """The tag of the language of its sentences."""

    @property
    def own(self) -> OwnWords:
        """The words in it that are in another language."""

    @property
    def paper(self) -> Paper:
        """The paper for which it is made."""

    @property
    def date(self) -> str:
        """The day on which it is made, in words."""

    @property
    def audience(self) -> str:
        """For whom it is; empty where that goes without saying."""


def foot_words(outfit: Outfit) -> str:
    """Say at the foot for whom it is, then whose, and of which day: what is cut off is the end."""
    return " · ".join(filter(None, (outfit.audience, outfit.title, outfit.date)))


def cover_leaf(cover: Cover, leaves: Sequence[AnyLeaf]) -> Leaf:
    """Return the title page as a page in words."""
    title = workbook_name(cover.workbook)
    return Leaf(title, title, tuple(_cover_blocks(cover, leaves)))


def _cover_blocks(cover: Cover, leaves: Sequence[AnyLeaf]) -> Iterator[Block]:
    if said := " ".join(f"{it}." for it in (cover.when, cover.audience) if it):
        yield Text(plain(said), "lead")
    yield from (Text(plain(party.name), "lead") for party in cover.workbook.parties)
    yield from (Text(plain(words)) for words in cover.more)
    problems = cover.workbook.problems
    if problems:
        one = say("Problem of practice")
        yield Heading(plain(one if len(problems) == 1 else say("Problems of practice")))
    yield from (Text(plain(problem.text)) for problem in problems)
    if named := [_item(it) for it in leaves if not isinstance(it, Cover)]:
        yield Heading(plain(say("In this handout")))
        yield Listing(tuple(named))


def _item(leaf: Leaf | Diagram) -> Item:
    if isinstance(leaf, Diagram):
        return Item(plain(short_name(leaf.page)), leaf.page.ref)
    return Item(plain(leaf.name), leaf.ref)


def outline_text(workbook: Workbook, page: Page) -> str:
    """Return the outline of a page as plain text, a line for each item."""
    rows = outline(workbook, page)
    return "\n".join(f"{'    ' * row.depth}{row.ref}  {row.text}" for row in rows)
