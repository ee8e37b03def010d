"""Earlier versions of a workbook as a list tells of them: snapshots, then by day what was saved."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Final, Literal, NamedTuple

from ilead_studio.model import Cause, Driver, Fishbone, Idea, Page, Theory, Workbook, pages
from ilead_studio.rules.change_lines import Line
from ilead_studio.rules.days import day_words, hour_words, weekday_words
from ilead_studio.rules.find import fold, holds, needle_of
from ilead_studio.rules.looking_back import WalkRow
from ilead_studio.rules.snapshots import snapshot_rows
from ilead_studio.words import count, say

Sort = Literal["named", "saved", "typed"]
_SIGNS: Final[dict[Sort, str]] = {
    "named": "camera", "saved": "history", "typed": "alert-triangle",
}  # fmt: skip
_WORDS: Final = frozenset({"text", "head", "aim"})
"""The fields whose old words can be taken back."""


class Kept(NamedTuple):
    """An earlier version: a snapshot with its name, or what a file held, or what was only typed.

    ``when`` is a moment, in the time of this place; a snapshot has only a ``day``.
    """

    key: str
    sort: Sort
    name: str
    detail: str
    day: date
    when: datetime | None = None

    @property
    def is_file(self) -> bool:
        """Whether it is a whole file; a snapshot keeps less."""
        return self.sort != "named"


class Read(NamedTuple):
    """What is known of a version that was read: how much is different now, and all its words.

    ``trouble`` says why it could not be read.
    """

    changes: str = ""
    folded: str = ""
    trouble: str = ""


Known = Mapping[str, Read]


def named(workbook: Workbook) -> tuple[Kept, ...]:
    """Return the snapshots of a workbook."""
    days = {it.id: it.day for it in workbook.snapshots}
    rows = snapshot_rows(workbook)
    return tuple(Kept(it.id, "named", it.name, it.detail, days[it.id]) for it in rows)


def saved(key: str, when: datetime, now: datetime, *, was_typed: bool) -> Kept:
    """Return what stands for a file that was kept."""
    when = when.astimezone(now.tzinfo)
    days = (now.date() - when.date()).days
    hour = hour_words(when)
    name = hour
    if days == 1:
        name = say("Yesterday, {hour}", hour=hour)
    elif days:
        day = say("{weekday} {day}", weekday=weekday_words(when), day=day_words(when))
        name = say("{day}, {hour}", day=day, hour=hour)
    detail = say("typed, never saved") if was_typed else say("saved")
    return Kept(key, "typed" if was_typed else "saved", name, detail, when.date(), when)


# --- the list ------------------------------------------------------------------------------------
def rows_of(kept: Sequence[Kept], known: Known, words: str, today: date) -> tuple[WalkRow, ...]:
    """Return the rows: all versions, or those that hold words in their name or in their text."""
    needle = needle_of(words)
    here = [it for it in kept if not needle or _holds(it, known.get(it.key), needle)]
    return tuple(_rows(here, known, today))


def _rows(kept: Sequence[Kept], known: Known, today: date) -> Iterator[WalkRow]:
    for heading, some in groupby(kept, key=lambda it: _heading(it, today)):
        members = [*some]
        yield WalkRow(heading)
        for it in members:
            read = known.get(it.key, Read())
            about = " · ".join(filter(None, (it.detail, read.trouble or read.changes)))
            yield WalkRow(it.name, about, sign=_SIGNS[it.sort], key=it.key)


def _heading(kept: Kept, today: date) -> str:
    if kept.sort == "named":
        return say("Snapshots with a name")
    return say("Today") if kept.day == today else say("Before today")


def _holds(kept: Kept, read: Read | None, needle: str) -> bool:
    hay = fold(f"{kept.name} {kept.detail}")
    return needle in hay or (read is not None and needle in read.folded)


def found_words(rows: Sequence[WalkRow], kept: Sequence[Kept], known: Known, words: str) -> str:
    """Say how many versions hold the words, and how many are still to be read."""
    if not needle_of(words):
        return ""
    found = sum(row.key is not None for row in rows)
    held = count(found, "{number} version holds that.", "{number} versions hold that.")
    none = say("No version holds “{words}”.", words=words)
    left = sum(it.key not in known for it in kept)
    more = count(left, "{number} is still to be read.", "{number} are still to be read.")
    return " ".join((held if found else none, *((more,) if left else ())))


def first_item(workbook: Workbook, page: Page, words: str) -> str:
    """Return the first item on a page that holds words; empty when none does."""
    needle = needle_of(words)
    if not needle:
        return ""
    return next((it.id for it in _items(workbook, page) if holds(it, needle)), "")


def _items(workbook: Workbook, page: Page) -> Iterator[Page | Cause | Driver | Idea]:
    yield page
    if isinstance(page, Fishbone):
        yield from page.causes
        return
    yield from page.drivers
    linked = {it.source for it in page.links}
    yield from (it for it in workbook.ideas if it.id in linked)


def first_page(workbook: Workbook, words: str, page_id: str) -> str:
    """Return the page on which words are found: the one in view, else the first; else empty."""
    every = sorted(pages(workbook), key=lambda it: it.id != page_id)
    return next((it.id for it in every if first_item(workbook, it, words)), "")


def kept_words(kept: Sequence[Kept], room: int) -> str:
    """Say where versions are kept, how many, and how much room they take."""
    files = sum(it.sort != "named" for it in kept)
    many = count(files, "{number} version", "{number} versions")
    return say("Kept on this computer, outside synced folders: {many}, {size}.", many=many,
               size=size_words(room))  # fmt: skip


def size_words(room: int) -> str:
    """Say how much room so many bytes take: "12 kB", "1.4 MB"."""
    if room < 1_000_000:
        return say("{number} kB", number=max(1, room // 1000))
    return say("{number} MB", number=f"{room / 1e6:.1f}")


# --- taking one thing back -----------------------------------------------------------------------
WayBack = Literal["", "item", "words"]


def way_back(line: Line | None) -> WayBack:
    """Return what of a change can be taken back into the workbook of now: an item, or words."""
    if line is None:
        return ""
    if line.sort == "removed" and not line.is_there and line.kind in _NAMES:
        return "item"
    fields = {it.field for it in line.changes}
    is_words = line.sort == "reworded" and line.is_there and fields <= _WORDS
    return "words" if is_words and line.kind in (*_NAMES, *_PAGES) else ""


_NAMES: Final = (Cause.__name__, Driver.__name__, Idea.__name__)
_PAGES: Final = (Fishbone.__name__, Theory.__name__)


def old_words(line: Line) -> str:
    """Return the words that an item had."""
    return str(line.changes[0].was)
