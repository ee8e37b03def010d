"""The line of sight on paper: from each cause down to what was tried and learned, and the gaps."""

from collections.abc import Iterable, Iterator

from ilead_studio.model import Cause, Cycle, Driver, Fishbone, Idea, Problem, Workbook
from ilead_studio.packet.blocks import Block, Heading, Item, Lines, Listing, Run, Text, plain, refs
from ilead_studio.packet.cells import with_more
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.sight_items import Sight
from ilead_studio.rules.names import page_name
from ilead_studio.rules.trace import answering, drivers_without_cause, unanswered_roots
from ilead_studio.words import count, say


def line_of_sight_page(given: Given) -> tuple[Leaf, ...]:
    """Return the chain from problems to learning; nothing without fishbone and theory."""
    workbook = given.workbook
    if not (workbook.fishbones or workbook.theories):
        return ()
    title = say("Line of sight")
    about = say(
        "Problem, cause, driver, change idea, cycle, learning. Read down to see what we try "
        "against a cause, and up to see what for."
    )
    blocks = (*_aims(workbook), *_missing(workbook), *_chains(workbook))
    notes = Lines(heading=say("Which link do we doubt?"))
    return (Leaf(title, title, (*blocks, notes), (plain(about),)),)


def _aims(workbook: Workbook) -> Iterator[Block]:
    for it in workbook.theories:
        aim = it.aim or say("not written yet")
        yield Text((Run(say("Our aim"), "strong"), Run(" ("), Run(it.ref, "ref"), Run("): "),
                    Run(aim)))  # fmt: skip


def _missing(workbook: Workbook) -> Iterator[Block]:
    """Say where the chain is broken, each gap with the references that it is about."""
    items = [
        Item((Run(f"{words} "), *refs(its), Run("."))) for its, words in _gaps(workbook) if its
    ]
    yield Heading(plain(say("What is missing")))
    if items:
        yield Listing(tuple(items))
    else:
        yield Text(plain(say("Nothing: every link of the chain is there.")))


def _gaps(workbook: Workbook) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give the references that each kind of gap is about, and how many there are in words."""
    sight = Sight(workbook)
    roots = _refs(unanswered_roots(workbook))
    yield roots, count(
        len(roots), "No driver answers {number} root cause:",
        "No driver answers {number} root causes:",
    )  # fmt: skip
    every = (it for page in workbook.theories for it in drivers_without_cause(workbook, page))
    loose = _refs(every)
    yield (
        loose,
        count(len(loose), "{number} driver answers no cause:", "{number} drivers answer no cause:"),
    )
    empty = _refs(sight.without_idea())
    yield empty, count(
        len(empty), "No change idea serves {number} driver:",
        "No change idea serves {number} drivers:",
    )  # fmt: skip
    yield from _gaps_of_ideas(sight)


def _gaps_of_ideas(sight: Sight) -> Iterator[tuple[tuple[str, ...], str]]:
    stray, untried, open_ones = (
        _refs(it) for it in (sight.without_driver(), sight.untried(), sight.undecided())
    )
    yield stray, count(
        len(stray), "{number} change idea serves no driver:",
        "{number} change ideas serve no driver:",
    )  # fmt: skip
    yield untried, count(
        len(untried), "Nobody has tried {number} change idea:",
        "Nobody has tried {number} change ideas:",
    )  # fmt: skip
    yield open_ones, count(
        len(open_ones), "{number} cycle has no decision yet:",
        "{number} cycles have no decision yet:",
    )  # fmt: skip


def _refs(items: Iterable[Cause | Driver | Idea | Cycle]) -> tuple[str, ...]:
    return tuple(it.ref for it in items)


def _chains(workbook: Workbook) -> Iterator[Block]:
    sight = Sight(workbook)
    for page in workbook.fishbones:
        yield Heading(plain(page_name(page)), page.ref)
        yield from _problem(workbook.problems, page)
        items = tuple(_causes(workbook, page, sight))
        none = say("No root cause is marked here, and no driver answers a cause.")
        yield Listing(items, "ref") if items else Text(plain(none))
    loose = tuple(sight.not_told())
    if loose:
        yield Heading(plain(say("What answers no cause")))
        yield Listing(loose, "ref")


def _problem(problems: Iterable[Problem], page: Fishbone) -> Iterator[Block]:
    text = next((it.text for it in problems if it.id == page.problem_id), "")
    yield Text((Run(say("Problem:"), "strong"), Run(" "), Run(text or say("not linked yet"))))


def _causes(workbook: Workbook, page: Fishbone, sight: Sight) -> Iterator[Item]:
    """Give the causes that are roots, or that a driver answers, with all that follows from them."""
    for cause in sight.causes_of(page):
        drivers = answering(workbook, cause)
        if cause.root or drivers:
            under = tuple(sight.item(it.id) for it in drivers)
            gap = Item((Run(say("No driver answers it yet."), "italic"),))
            root = say("root cause") if cause.root else say("cause")
            yield Item(with_more(cause.text, root), cause.ref, items=under or (gap,))
