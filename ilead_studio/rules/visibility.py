"""Who may see what: items are shared, of one party only, or of the facilitator only (method, 9).

A viewer is a party's id; ``EVERYBODY`` for all parties together, on the wall or in a common packet;
``FACILITATOR`` sees everything; ``SUCCESSOR``, to whom the work is handed over, all but what only
the facilitator sees.
"""

from collections.abc import Iterable, Iterator, Set
from typing import Final

from ilead_studio.model import FACILITATOR, OnlyFor, Workbook, find, groups, page_of, pages
from ilead_studio.model.sound_meetings import agreed
from ilead_studio.model.ties import citing
from ilead_studio.rules.family import family
from ilead_studio.rules.measures import named_by

EVERYBODY: Final = ""
"""All parties together: only what is shared is shown."""
SUCCESSOR: Final = "successor"
"""Who facilitates next: what parties see among themselves goes on, private notes do not."""


def may_see(viewer: str, only_for: OnlyFor) -> bool:
    """Tell whether a viewer may see what is meant for somebody."""
    if viewer == SUCCESSOR:
        return only_for != FACILITATOR
    return viewer == FACILITATOR or only_for is None or only_for == viewer


def hidden(workbook: Workbook, viewer: str, besides: Set[str] = frozenset()) -> frozenset[str]:
    """Return the ids of everything that a viewer's page or handout must not show.

    That is what the viewer may not see, and what hangs on nothing else: the whys below a hidden
    cause, the drivers and ideas that serve hidden drivers only, the cycles of a hidden idea and
    what these say, what was decided or promised about any of these, measures and evidence of hidden
    things only, and questions about what is hidden. ``besides`` are ids that are hidden for another
    reason.
    """
    own = frozenset(
        record.id
        for group in groups(workbook)
        for record in group
        if record.id in besides or not may_see(viewer, vars(record).get("only_for"))
    )
    return own | _hanging_on(workbook, own) if own else own


def _hanging_on(workbook: Workbook, own: frozenset[str]) -> set[str]:
    lost, seen = set[str](), set[str]()
    for page in pages(workbook):
        kin = family(workbook, page)
        gone = set(kin.items) if page.id in own else kin.going_with(own)
        lost |= gone
        seen |= kin.items.keys() - gone
    lost -= seen  # an idea may stand on a second page
    cycles = {it.id for it in workbook.cycles if it.idea_id in lost or it.idea_id in own}
    said = (it.id for it in workbook.evidence if it.cycle_id in cycles)
    lost = lost.union(cycles, said)
    lost |= _uncited(workbook, lost | own)
    every = lost | own
    return lost.union(
        _said_at_meetings(workbook, every), _unnamed(workbook, every), _about(workbook, every)
    )


def _said_at_meetings(workbook: Workbook, lost: Set[str]) -> Iterator[str]:
    """Give what was decided or promised at hidden meetings, or about hidden things."""
    for it in agreed(workbook):
        if it.meeting_id in lost or it.item_id in lost:
            yield it.id


def _unnamed(workbook: Workbook, lost: Set[str]) -> set[str]:
    """Return the measures that are named by what is hidden, and by nothing that is seen."""
    return {it for it, naming in named_by(workbook).items() if lost >= {*naming}}


def _uncited(workbook: Workbook, lost: Set[str]) -> set[str]:
    """Return the evidence that is cited by what is hidden, and by nothing that is seen."""
    found: dict[str, set[str]] = {}
    for it in citing(workbook):
        for cited in it.cites:
            found.setdefault(cited.evidence_id, set()).add(it.id)
    return {evidence for evidence, citing_it in found.items() if lost >= citing_it}


def _about(workbook: Workbook, lost: Set[str]) -> set[str]:
    return {it.id for it in workbook.questions if it.item_id in lost}


def strictest(meant: Iterable[OnlyFor]) -> OnlyFor:
    """Return who may see something made of several: all, one party, or the facilitator only."""
    some = {it for it in meant if it is not None}
    return FACILITATOR if len(some) > 1 else next(iter(some), None)


def audience(workbook: Workbook, item_id: str) -> OnlyFor:
    """Return who sees an item of a fishbone, where also all that it hangs on is seen."""
    page = page_of(workbook, item_id)
    if page is None:
        return getattr(find(workbook, item_id), "only_for", None)
    kin, here, meant = family(workbook, page), item_id, [page.only_for]
    while here in kin.items:
        meant.append(kin.items[here].only_for)
        here = kin.parents[here][0]
    return strictest(meant)
