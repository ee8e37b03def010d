"""What somebody looks at who looks back: a page then, now, or with all that changed since.

A value beside the document, and what follows from both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from ilead_studio.model import Page, Snapshot, Workbook, pages
from ilead_studio.rules.change_lines import Line, Sort
from ilead_studio.rules.changed import (
    Against,
    Section,
    compared,
    count_words,
    sections,
    sort_words,
)
from ilead_studio.rules.names import page_name
from ilead_studio.rules.snapshots import snapshot_rows
from ilead_studio.words import count, say

Sight = Literal["marked", "then", "now"]
SIGHTS: Final[tuple[Sight, ...]] = get_args(Sight)
"""The page with all that changed, as it was, and as it is."""
MOST_ROWS: Final = 500
"""More rows than these are only counted; nobody walks through them."""
_COME_BACK: Final = ("Cause", "Driver", "Idea")
"""The kinds of which a removed one can be put back."""


@dataclass(frozen=True, slots=True)
class Looking:
    """From which snapshot to which, an empty one being now; the page, and how it is seen."""

    old_id: str = ""
    new_id: str = ""
    page_id: str = ""
    sight: Sight = "marked"

    def seen_otherwise(self, by: int) -> "Looking":
        """Return it with the page seen in another way, so many further on, at most to an end."""
        at = SIGHTS.index(self.sight) + by
        return replace(self, sight=SIGHTS[max(0, min(len(SIGHTS) - 1, at))])


class Past(NamedTuple):
    """A workbook as it was: an earlier version of its file, whole, or what a snapshot keeps."""

    id: str
    name: str
    day: date
    was: Workbook
    is_whole: bool = False


class Sides(NamedTuple):
    """What is compared: two workbooks, what they are called, and what was kept of the older one."""

    snapshot: Snapshot | Past
    old: Workbook
    new: Workbook
    to: str


Key = Line | str
"""What a row of a list stands for: a line of what changed, or the id of a snapshot."""


class WalkRow(NamedTuple):
    """A row of a list: a heading without a ``key``, or something with small words below it.

    ``number`` counts what stands under a heading, ``is_page`` tells a page's; ``sign`` is an icon,
    ``spoken`` what a screen reader says, if that is not what is written.
    """

    words: str
    detail: str = ""
    number: int = 0
    is_page: bool = False
    sign: str = ""
    spoken: str = ""
    key: Key | None = None


SIGNS: Final[dict[Sort, str]] = {
    "added": "plus", "removed": "minus", "reworded": "pencil", "moved": "arrows-move",
    "relinked": "link", "evidence": "circle-check", "state": "refresh", "changed": "dots",
    "behind": "dots",
}  # fmt: skip
"""The icon of each sort of change."""


def found_snapshot(workbook: Workbook, snapshot_id: str) -> Snapshot | None:
    """Return the snapshot with an id, else the newest one; None if there is none at all."""
    by_id = {it.id: it for it in workbook.snapshots}
    newest = next((it.id for it in snapshot_rows(workbook)), "")
    return by_id.get(snapshot_id) or by_id.get(newest)


def sides(workbook: Workbook, looking: Looking) -> Sides | None:
    """Return what is compared; None without a snapshot. One that is gone gives way to now."""
    old = found_snapshot(workbook, looking.old_id)
    if old is None:
        return None
    new = next((it for it in workbook.snapshots if it.id == looking.new_id), None)
    return sides_of(old, new, workbook)


def sides_of(old: Snapshot | Past, new: Snapshot | Past | None, now: Workbook) -> Sides:
    """Return what is compared: the later one is now, unless it is named.

    With a snapshot only what that keeps is compared, two files are compared as wholes.
    """
    later, name = (new.was, new.name) if new else (now, say("now"))
    is_whole = _is_whole(old) and (new is None or _is_whole(new))
    against: Against = "file" if is_whole else "snapshot"
    return Sides(old, compared(old.was, against), compared(later, against), name)


def _is_whole(past: Snapshot | Past) -> bool:
    return isinstance(past, Past) and past.is_whole


def told_of(old: Past, new: Past | None, now: Workbook) -> Sides:
    """Return what is compared once all that differs is found out: it may take a while."""
    both = sides_of(old, new, now)
    changes(both)
    return both


def changes(both: Sides) -> tuple[Section, ...]:
    """Return what changed from one side to the other."""
    return sections(both.old, both.new)


def pages_of(both: Sides) -> tuple[Page, ...]:
    """Return the pages of both sides, those that are gone last."""
    new = pages(both.new)
    there = {it.id for it in new}
    return (*new, *(it for it in pages(both.old) if it.id not in there))


def page_words(both: Sides, told: Sequence[Section]) -> tuple[tuple[str, str], ...]:
    """Return the id of each page with its name and how much changed on it."""
    many = {it.page_id: count_words((it,)) for it in told}
    return tuple(
        (page.id, say("{page}: {changes}", page=page_name(page), changes=many[page.id]))
        if page.id in many
        else (page.id, page_name(page))
        for page in pages_of(both)
    )


def change_rows(told: Sequence[Section]) -> tuple[WalkRow, ...]:
    """Return the rows of the list: by page, and on each by what happened."""
    rows = tuple(_rows(told))
    if len(rows) <= MOST_ROWS:
        return rows
    rest = sum(row.key is not None for row in rows[MOST_ROWS:])
    return (*rows[:MOST_ROWS], WalkRow(count(rest, "{number} more", "{number} more")))


def _rows(told: Sequence[Section]) -> Iterator[WalkRow]:
    for section in told:
        yield WalkRow(section.name, number=len(section.lines), is_page=True)
        sort: Sort | None = None
        for line in section.lines:
            if line.sort != sort:
                sort = line.sort
                number = sum(it.sort == sort for it in section.lines)
                yield WalkRow(sort_words(sort), number=number)
            yield WalkRow(
                line.words, line.detail, sign=SIGNS[line.sort], spoken=line.sentence, key=line
            )


def kept_rows(workbook: Workbook, known: Mapping[str, str]) -> tuple[WalkRow, ...]:
    """Return the rows of the list of snapshots; ``known`` says how much changed since some."""
    since = {it: say("{changes} since", changes=words) for it, words in known.items()}
    return tuple(
        WalkRow(it.name, "\n".join(filter(None, (it.detail, since.get(it.id)))), sign="camera",
                key=it.id)
        for it in snapshot_rows(workbook)
    )  # fmt: skip


def span_words(both: Sides, told: Sequence[Section]) -> str:
    """Say from when to when, and how much: "12 October to now: 7 changes"."""
    return say("{old} to {new}: {changes}", old=both.snapshot.name, new=both.to,
               changes=count_words(told))  # fmt: skip


def can_come_back(looking: Looking, line: Line) -> bool:
    """Tell whether something that was removed can be put back into the workbook of now."""
    gone = line.sort == "removed" and not line.is_there
    return gone and not looking.new_id and line.kind in _COME_BACK


def sight_words(both: Sides, looking: Looking) -> str:
    """Say what is seen on the page."""
    there = {it.id for it in pages(both.new)}
    before = {it.id for it in pages(both.old)}
    if looking.page_id not in there:
        return say("This page is no longer there. It is seen as it was: {name}.",
                   name=both.snapshot.name)  # fmt: skip
    if looking.sight == "then" and looking.page_id not in before:
        return say("This page was not there yet: {name}.", name=both.snapshot.name)
    return {
        "marked": say("All that changed since {name}. Lines: a thick one is a new link, a broken"
                      " one with a cross is a link that was.", name=both.snapshot.name),
        "then": say("You are looking at {name}. The workbook of now is untouched.",
                    name=both.snapshot.name),
        "now": say("The page as it is {to}, without marks.", to=both.to),
    }[looking.sight]  # fmt: skip


def refusal(both: Sides, looking: Looking) -> str:
    """Say why nothing is changed while somebody looks."""
    if looking.sight == "now" and not looking.new_id:
        return say("This is only to look at. Enter goes to the item, Esc back to where you were.")
    if looking.sight == "marked":
        return say("This shows what changed. Enter goes to the item to work on it.")
    name = both.to if looking.sight == "now" else both.snapshot.name
    return say("This is {name}. Restore it as a copy to work in it.", name=name)
