"""The parking lot for early solutions, and the tray for words that have no home yet.

A parked solution is a change idea that serves nothing yet, with the role of who raised it: so it is
not lost, and comes back when the causes are understood (method, sections 1 and 3).
"""

from collections.abc import Collection, Sequence
from typing import Final

from ilead_studio.edits.fields import with_items
from ilead_studio.edits.idea_state import unpark
from ilead_studio.edits.item import Kind, add, delete
from ilead_studio.edits.parts import gone, numbered, short_enough, with_page, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Idea, Ids, Loose, Theory, Workbook, find, page_of, replace
from ilead_studio.model.text import NOTES_MAX, tidy
from ilead_studio.rules.cycle_steps import why_not_park
from ilead_studio.rules.family import family
from ilead_studio.rules.ramps import cycles_of
from ilead_studio.rules.visibility import audience, strictest
from ilead_studio.words import say

_KEPT: Final = ("notes", "raised_by", "parties", "only_for")
"""What a cause and a change idea have in common, besides words."""


def park(workbook: Workbook, ids: Collection[str], fresh: Ids) -> Workbook:
    """Send causes and change ideas to the parking lot; the whys of a cause become its notes.

    Raises:
        EditError: if something else is among them, or an idea that is being tested.
    """
    for item_id in ids:
        match find(workbook, item_id):
            case Cause() as cause:
                workbook = _park_cause(workbook, cause, fresh())
            case Idea() as idea:
                workbook = _park_idea(workbook, idea)
            case None:
                continue  # it hung below one that is parked already
            case _:
                raise EditError(say("Only causes and change ideas can be parked."))
    return workbook


def _park_cause(workbook: Workbook, cause: Cause, new_id: str) -> Workbook:
    notes = "\n".join(filter(None, (cause.notes, *_whys(workbook, cause))))[:NOTES_MAX]
    meant = strictest(audience(workbook, it) for it in _branch(workbook, cause))
    workbook, ref = numbered(delete(workbook, [cause.id]), "ideas")
    parked = Idea(
        id=new_id,
        ref=ref,
        text=cause.text,
        notes=notes.strip(),
        state="parked",
        origin="parking lot",
        raised_by=cause.raised_by,
        parties=cause.parties,
        only_for=meant,
    )
    return replace(workbook, ideas=(*workbook.ideas, parked))


def _whys(workbook: Workbook, cause: Cause) -> tuple[str, ...]:
    items = (find(workbook, it) for it in _branch(workbook, cause)[1:])
    return tuple(f"– {it.text}" for it in items if isinstance(it, Cause))


def _branch(workbook: Workbook, cause: Cause) -> tuple[str, ...]:
    page = page_of(workbook, cause.id)
    if page is None:
        raise gone()
    return family(workbook, page).branch(cause.id)


def _park_idea(workbook: Workbook, idea: Idea) -> Workbook:
    if why := why_not_park(workbook, idea):
        raise EditError(why)
    for page in workbook.theories:
        links = tuple(link for link in page.links if link.source != idea.id)
        if len(links) < len(page.links):
            workbook = with_page(workbook, replace(page, links=links))
    return with_items(workbook, [replace(idea, state="parked")])


def park_words(workbook: Workbook, new_id: str, text: str, raised_by: str = "") -> Workbook:
    """Put words straight into the parking lot, with the role of who said them.

    Raises:
        EditError: if there are no words, or too many.
    """
    workbook, ref = numbered(workbook, "ideas")
    role = short_enough(tidy(raised_by))
    idea = Idea(
        id=new_id,
        ref=ref,
        text=words_for(text),
        state="parked",
        origin="parking lot",
        raised_by=role,
    )
    return replace(workbook, ideas=(*workbook.ideas, idea))


def parked(workbook: Workbook) -> tuple[Idea, ...]:
    """Return what is in the parking lot."""
    return tuple(idea for idea in workbook.ideas if idea.state == "parked")


def place_parked(
    workbook: Workbook, idea_id: str, new_id: str, parent_id: str, before: str | None = None
) -> Workbook:
    """Bring something back from the parking lot: under a driver as it is, or as a cause.

    Raises:
        EditError: if it is not parked, the place is impossible, or a cause would lose its cycles.
    """
    idea = next((it for it in parked(workbook) if it.id == idea_id), None)
    page = page_of(workbook, parent_id)
    if idea is None or page is None:
        raise gone()
    if isinstance(page, Theory):
        return _onto_theory(workbook, idea, parent_id, before)
    if cycles_of(workbook, idea_id):
        raise EditError(say("This idea was tested already, so it stays a change idea."))
    workbook = add(workbook, "cause", new_id, idea.text, parent_id, before)
    cause = find(workbook, new_id)
    if isinstance(cause, Cause):
        known = {name: getattr(idea, name) for name in _KEPT}
        workbook = with_items(workbook, [replace(cause, **known)])
    return delete(workbook, [idea_id])


def _onto_theory(workbook: Workbook, idea: Idea, parent_id: str, before: str | None) -> Workbook:
    """Add a new idea to find its place, then let the parked one take it with its reference."""
    others = tuple(it for it in workbook.ideas if it.id != idea.id)
    counters = workbook.counters
    workbook = add(replace(workbook, ideas=others), "idea", idea.id, idea.text, parent_id, before)
    return unpark(replace(with_items(workbook, [idea]), counters=counters), idea.id)


def catch(workbook: Workbook, new_id: str, text: str, source: str = "") -> Workbook:
    """Put words into the tray.

    Raises:
        EditError: if there are no words, or too many.
    """
    return catch_all(workbook, (text,), source, lambda: new_id)


def catch_all(workbook: Workbook, texts: Sequence[str], source: str, fresh: Ids) -> Workbook:
    """Put many words into the tray at once, all from the same source.

    Raises:
        EditError: if some of them are none, or too many.
    """
    whence = short_enough(tidy(source))
    new = (Loose(id=fresh(), text=words_for(text), source=whence) for text in texts)
    return replace(workbook, tray=(*workbook.tray, *new))


def settle(
    workbook: Workbook,
    loose_id: str,
    kind: Kind,
    new_id: str,
    parent_id: str,
    before: str | None = None,
) -> Workbook:
    """Give words from the tray a place: they become an item of a kind under a parent.

    Raises:
        EditError: if they are not in the tray, or the place is impossible.
    """
    loose = next((it for it in workbook.tray if it.id == loose_id), None)
    if loose is None:
        raise gone()
    workbook = add(workbook, kind, new_id, loose.text, parent_id, before)
    return drop(workbook, [loose_id])


def reword(workbook: Workbook, loose_id: str, text: str) -> Workbook:
    """Change words in the tray.

    Raises:
        EditError: if they are not there, or the new ones do not fit.
    """
    if all(it.id != loose_id for it in workbook.tray):
        raise gone()
    words = words_for(text)
    tray = (replace(it, text=words) if it.id == loose_id else it for it in workbook.tray)
    return replace(workbook, tray=tuple(tray))


def drop(workbook: Workbook, ids: Collection[str]) -> Workbook:
    """Take words out of the tray."""
    return replace(workbook, tray=tuple(it for it in workbook.tray if it.id not in ids))
