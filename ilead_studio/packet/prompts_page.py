"""Questions for tables without a screen, as cards to cut apart: why, root, predict, and more."""

from typing import Final, NamedTuple

from ilead_studio.packet.blocks import Block, Cards, Item, Lines, Listing, Text, plain, strong
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.rules.root_test import questions
from ilead_studio.words import say

_OWN: Final = 4
"""Empty cards, which fill the second sheet."""


class _Card(NamedTuple):
    """A card: when it is used, what is asked, and what to look out for."""

    title: str
    asked: tuple[str, ...]
    hint: str


def prompts_page(given: Given) -> tuple[Leaf, ...]:
    """Return the cards; they are the same for every workbook."""
    title = say("Questions for the table")
    about = say("Cut along the dotted lines. One card at a time lies in the middle of the table.")
    every = (
        *_about_what_happens(), *_about_what_we_know(), *_about_change(), *_about_trying(),
    )  # fmt: skip
    own = (Text(strong(say("Our own question")), "lead"), Lines(3))
    cards = Cards((*map(_blocks, every), *[own] * _OWN))
    return (Leaf(title, title, (cards,), (plain(about),)),)


def _blocks(card: _Card) -> tuple[Block, ...]:
    asked = Listing(tuple(Item(plain(it)) for it in card.asked))
    return (Text(strong(card.title), "lead"), asked, Text(plain(card.hint), "note"))


def _about_what_happens() -> tuple[_Card, ...]:
    return (
        _Card(
            say("What happens?"),
            (say("What do we see, where, when, and how much of it?"),
             say("Who is affected, and who more than others?"),
             say("How do we know?")),
            say("No cause, no cure and no blame yet: only what happens."),
        ),
        _Card(
            say("Why is that so?"),
            (say("Why does this happen here?"), say("And why is that? Ask three to five times."),
             say("What in our system lets it happen?")),
            say("Stop where we can no longer do anything about the answer."),
        ),
        _Card(
            say("Is it a cause?"),
            (say("Does it say what is, or what somebody should do?"),
             say("Does it name a person? What about the work made that likely?"),
             say("Would “we lack such and such” be a cure in disguise?")),
            say("Cures are kept in the parking lot; none is lost."),
        ),
    )  # fmt: skip


def _about_what_we_know() -> tuple[_Card, ...]:
    without, again = questions().values()
    return (
        _Card(
            say("What do we know?"),
            (say("Have we seen it, counted it, or been told?"),
             say("What speaks against it?"), say("Whose voice is missing?")),
            say("Tick: we have evidence. Open circle: a hunch. Cross: not so."),
        ),
        _Card(
            say("Is it a root?"),
            (without, again, say("Can we do anything about it, or only about what follows?")),
            say("No and no speak for a root. The test advises; the team decides."),
        ),
        _Card(
            say("Where do we look first?"),
            (say("Which of these holds the most others in place?"),
             say("Which of them can we reach together?"),
             say("Of which do we know least?")),
            say("Vote without talking. Votes say where to look, not what is true."),
        ),
    )  # fmt: skip


def _about_change() -> tuple[_Card, ...]:
    return (
        _Card(
            say("How does the other side see it?"),
            (say("What would the schools say to this? What would the university?"),
             say("Which word means something else there?"),
             say("What does each of us gain?")),
            say("Ask them before you answer for them."),
        ),
        _Card(
            say("What must change?"),
            (say("What would be true here if the aim were reached?"),
             say("Which cause does that answer?"), say("By what would we see that it changes?")),
            say("Name a state of things, not a thing to do."),
        ),
        _Card(
            say("What could we try?"),
            (say("What could one person try next week?"),
             say("What else might happen because of it?"),
             say("Who would have to agree, and who would gain?")),
            say("Begin with one person, one time, one place."),
        ),
    )  # fmt: skip


def _about_trying() -> tuple[_Card, ...]:
    return (
        _Card(
            say("What do we predict?"),
            (say("What exactly will we ask of this test?"),
             say("What do we think will happen, in numbers or in words?"),
             say("Because of what do we think so?")),
            say("Write it before you begin. Then it stays as it is."),
        ),
        _Card(
            say("What happened?"),
            (say("What did we see that we had not expected?"),
             say("Was the prediction right, partly right, or wrong?"),
             say("What does that say about our theory?")),
            say("A wrong prediction taught more than a right one."),
        ),
        _Card(
            say("What next?"),
            (say("Adapt it, try it with more people, keep it, or let it go?"),
             say("Who does what, and by when?"), say("What do we want to know next?")),
            say("To let go is a good end, if we say what we learned."),
        ),
    )  # fmt: skip
