"""The rows of the card that takes names out: everybody who is named, and where."""

from collections.abc import Iterator

from ilead_studio.rules.approving import Approval
from ilead_studio.rules.name_hits import Hit, times
from ilead_studio.ui.row_list import ListRow
from ilead_studio.words import count, say

Rows = dict[str, tuple[Hit, ...]]
"""The hits that each row stands for, by its key."""


def rows_of(approval: Approval) -> tuple[list[ListRow], Rows]:
    """Return the rows, and what each stands for: a person, then each hit of the person."""
    rows, known = list[ListRow](), Rows()
    for at, (called, hits) in enumerate(approval.by_person()):
        key = f"person {at}"
        rows.append(_person(key, called, hits, approval))
        known[key] = hits
        for hit_row, hit in _hits(key, hits, approval):
            rows.append(hit_row)
            known[hit_row.key] = (hit,)
    return rows, known


def _person(key: str, called: str, hits: tuple[Hit, ...], approval: Approval) -> ListRow:
    ticked = [it for it in hits if it in approval.ticked]
    words = {it.who.instead for it in hits} if not ticked else {approval.instead(it) for it in hits}
    many = count(times(hits), "{number} place", "{number} places")
    told = say("{ticked} of {many}", ticked=times(ticked), many=many)
    instead = next(iter(words)) if len(words) == 1 else say("several")
    small = say("{told} → {instead}", told=told, instead=instead) if ticked else told
    return ListRow(key, called, small, ticked=len(ticked) == len(hits), strong=((0, len(called)),),
                   spoken=_spoken(called, told, instead if ticked else ""))  # fmt: skip


def _hits(key: str, hits: tuple[Hit, ...], approval: Approval) -> Iterator[tuple[ListRow, Hit]]:
    for number, it in enumerate(hits):
        start = len(it.before)
        words = f"{it.before}{it.found}{it.after}"
        on = it in approval.ticked
        instead = approval.instead(it) if approval.for_hit.get(it) else ""
        small = say("{told} → {instead}", told=it.where, instead=instead) if instead else it.where
        spoken = _spoken(words, it.where, approval.instead(it) if on else "")
        strong = ((start, start + len(it.found)),)
        yield ListRow(f"{key} hit {number}", words, small, ticked=on, strong=strong,
                      spoken=spoken), it  # fmt: skip


def _spoken(words: str, told: str, instead: str) -> str:
    if not instead:
        return say("{words}, {told}, stays", words=words, told=told)
    return say("{words}, {told}, replaced by {instead}", words=words, told=told, instead=instead)
