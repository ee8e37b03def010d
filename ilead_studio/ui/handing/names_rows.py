"""The rows of the card that takes names out: everybody who is named, and where."""

from ilead_studio.rules.approving import Approval
from ilead_studio.rules.name_hits import Hit, times
from ilead_studio.ui.lists.row_list import ListRow
from ilead_studio.words import count, say

Rows = dict[str, tuple[Hit, ...]]
"""The hits that each row stands for, by its key."""


def rows_of(approval: Approval) -> tuple[list[ListRow], Rows]:
    """Return the rows, and what each stands for: a person, then each hit of the person.

    Who is named once needs no row but that of the hit.
    """
    rows, known = list[ListRow](), Rows()
    for at, (called, hits) in enumerate(approval.by_person()):
        key = f"person {at}"
        if len(hits) > 1:
            rows.append(_person(key, called, hits, approval))
            known[key] = hits
        for number, hit in enumerate(hits):
            row = _hit(f"{key} hit {number}", hit, approval, is_only=len(hits) == 1)
            rows.append(row)
            known[row.key] = (hit,)
    return rows, known


def _person(key: str, called: str, hits: tuple[Hit, ...], approval: Approval) -> ListRow:
    ticked = [it for it in hits if it in approval.ticked]
    words = {approval.instead(it) for it in ticked}
    many = count(times(hits), "{number} place", "{number} places")
    told = say("{ticked} of {many}", ticked=times(ticked), many=many)
    instead = say("several") if len(words) > 1 else next(iter(words), "")
    is_mixed = 0 < len(ticked) < len(hits)
    return ListRow(key, called, _told(told, instead), ticked=len(ticked) == len(hits),
                   spoken=_spoken(called, told, instead), strong=((0, len(called)),),
                   mixed=is_mixed)  # fmt: skip


def _hit(key: str, it: Hit, approval: Approval, *, is_only: bool) -> ListRow:
    start, on = len(it.before), it in approval.ticked
    words = f"{it.before}{it.found}{it.after}"
    instead = approval.instead(it) if on else ""
    shown = instead if is_only or approval.for_hit.get(it) else ""
    return ListRow(key, words, _told(it.where, shown), ticked=on,
                   spoken=_spoken(words, it.where, instead),
                   strong=((start, start + len(it.found)),))  # fmt: skip


def _told(where: str, instead: str) -> str:
    return say("{where} → {instead}", where=where, instead=instead) if instead else where


def _spoken(words: str, told: str, instead: str) -> str:
    if not instead:
        return say("{words}, {told}, stays", words=words, told=told)
    return say("{words}, {told}, replaced by {instead}", words=words, told=told, instead=instead)
