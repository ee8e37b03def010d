"""Steps on whole pages: mirror, untangle, copy the picture, add, duplicate, move, delete."""

from functools import partial
from itertools import chain
from typing import Final

from PySide6.QtWidgets import QApplication

from ilead_studio import edits
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.theme import PRINT
from ilead_studio.model import Fishbone, Ids, Page, Theory, find, pages
from ilead_studio.planning import ROOM
from ilead_studio.rules.cause_count import amount_words, bones_on, causes_on
from ilead_studio.rules.names import page_name, root_words
from ilead_studio.session.landing import ordinal
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say, short

_SHORT: Final = 60
"""Most letters of a page's name in a sentence."""
"""Letters of a name in a sentence, and in the name of a copy."""


def mirror(work: Work) -> None:
    """Put the head of a fishbone to the other side."""
    page = work.page
    if page and work.is_fishbone:
        work.step(say("mirror the fishbone"), lambda book: edits.mirror(book, page.id), moves=True)
    else:
        work.said.emit(say("Only a fishbone can be mirrored."))


def untangle(work: Work) -> None:
    """Let siblings change places where that saves links that cross; undone in one step."""
    page = work.page
    if not isinstance(page, Theory) or page.plan is None:
        work.said.emit(say("Only a driver diagram can be untangled."))
        return
    from ilead_studio.drawing import untangle as untangling

    moves = untangling.untangle(work.rows, page.plan)
    if moves:
        work.step(say("untangle"), lambda book: edits.untangle(book, page.id, moves), moves=True)
    else:
        work.said.emit(say("No change of places would save a crossing."))


def copy_page(work: Work) -> None:
    """Put the page on the clipboard: as SVG, as PNG and as indented words at once."""
    from ilead_studio.ui.canvas.picture import copy_picture, pictured  # and what writes XML

    page = work.page
    if page is not None:
        view = work.view
        drawing = draw_page(work.workbook, page, ROOM, view)
        words = pictured(work.workbook, page, view.marks)
        QApplication.clipboard().setMimeData(copy_picture(drawing, PRINT, words))
        work.said.emit(say("The picture is on the clipboard, its words too."))


def add_page(work: Work, section: str) -> bool:
    """Add an empty page and show it; tells whether that was done."""
    new_id = work.ids()
    add = edits.add_fishbone if section == "fishbone" else edits.add_theory
    label = say("add a fishbone") if section == "fishbone" else say("add a driver diagram")
    return work.step(label, lambda book: add(book, new_id), page_id=new_id)


def duplicate_page(work: Work, page: Page) -> bool:
    """Put a copy after a page and show it; tells whether that was done."""
    new_id = work.ids()
    fresh = led_by(new_id, work.ids)
    name = short(page_name(page), _SHORT)
    title = say("{name} (copy)", name=name)
    return work.step(
        say("duplicate “{name}”", name=name),
        lambda book: edits.duplicate_page(book, page.id, title, fresh),
        page_id=new_id,
    )


def move_page(work: Work, page: Page, step: int) -> None:
    """Put a page one place up (-1) or down (1) among the pages of its kind."""
    kin = [it.id for it in kind_of(work, page)]
    to = kin.index(page.id) + step
    if not 0 <= to < len(kin):
        first = say("It is the first page of its kind already.")
        work.said.emit(first if step < 0 else say("It is the last page of its kind already."))
        return
    following = [it for it in kin if it != page.id][to:]
    put_page(work, page, following[0] if following else "")


def put_page(work: Work, page: Page, before: str) -> None:
    """Put a page before another one of its kind, or last; tells where it is then."""
    label = say("move the page “{name}”", name=short(page_name(page), _SHORT))
    kin = [it.id for it in kind_of(work, page)]
    work.step(label, lambda book: edits.move_page(book, page.id, before or None))
    now = [it.id for it in kind_of(work, page)]
    if now != kin:
        place, every = ordinal(now.index(page.id) + 1), len(now)
        work.said.emit(say("The page is the {place} of {every} now.", place=place, every=every))


def delete_page(work: Work, page: Page) -> bool:
    """Take a page out and show its neighbour; tells whether that was done.

    The page is in view before, so that an undo comes back to it.
    """
    if work.page is None or work.page.id != page.id:
        work.open_page(page.id)
    what = _named_with_items(page)
    there = _neighbour(work, page)
    label = say("delete {what}", what=what)
    done = work.step(
        label, lambda book: edits.delete_page(book, page.id), page_id=there.id if there else ""
    )
    if done:
        work.said.emit(say("Deleted: {what}. Undo brings it back.", what=what))
    return done


def open_beside(work: Work, step: int) -> bool:
    """Show the page after the one in view (1) or before it (-1); tells whether there is one."""
    every = pages(work.workbook)
    if work.page is None:
        return False
    to = [it.id for it in every].index(work.page.id) + step
    if not 0 <= to < len(every):
        last = say("This is the last page of the workbook.")
        work.said.emit(last if step > 0 else say("This is the first page of the workbook."))
        return False
    work.open_page(every[to].id)
    return True


def led_by(first: str, ids: Ids) -> Ids:
    """Return a source of new ids that begins with one that is known already."""
    return partial(next, chain((first,), iter(ids, "")))


def kind_of(work: Work, page: Page) -> tuple[Page, ...]:
    """Return the pages of the kind of a page."""
    book = work.workbook
    return book.fishbones if isinstance(page, Fishbone) else book.theories


def page_with(work: Work, page_id: str) -> Page | None:
    """Return a page by its id; the one in view without one."""
    found = find(work.workbook, page_id) if page_id else work.page
    return found if isinstance(found, Page) else None


def _neighbour(work: Work, page: Page) -> Page | None:
    """Return the page to show when a page goes: the next of its kind, else the one before."""
    kin = kind_of(work, page)
    at = kin.index(page)
    rest = (*kin[at + 1 :], *reversed(kin[:at]))
    return next(iter(rest or [it for it in pages(work.workbook) if it.id != page.id]), None)


def _named_with_items(page: Page) -> str:
    """Say a page and how much goes with it: "fishbone “Absence” with 24 causes"."""
    name = short(page_name(page), _SHORT)
    if isinstance(page, Fishbone):
        named = say("fishbone “{name}”", name=name)
        items = amount_words(causes_on(page), bones_on(page))
    else:
        named, many = say("driver diagram “{name}”", name=name), len(page.drivers)
        items = count(many, "{number} driver", "{number} drivers") if many else ""
    if not (page.title or root_words(page)):
        named = name  # it is called by its kind then
    return say("{named} with {items}", named=named, items=items) if items else named
