"""Bookmarks: the way through a file for those who look at its list of contents beside the pages."""

from collections.abc import Sequence
from typing import NamedTuple

from ilead_studio.handouts.document import Document, dictionary, words


class Bookmark(NamedTuple):
    """Its words, how deep it stands (0 and up), and where it leads (a destination)."""

    text: str
    level: int
    goal: bytes


def put_bookmarks(document: Document, bookmarks: Sequence[Bookmark]) -> bytes:
    """Put bookmarks as a tree into a document and return the reference to its root."""
    parents = _parents(bookmarks)
    below: list[list[int]] = [[] for _ in range(len(bookmarks) + 1)]  # the root's is the last
    for at, parent in enumerate(parents):
        below[parent].append(at)
    names = [*(f"Bookmark {at}" for at in range(len(bookmarks))), "Bookmarks"]
    references = [document.reference(name) for name in names]
    counts = _counts(parents)
    for at, bookmark in enumerate(bookmarks):
        parent = parents[at]
        entry = dictionary(
            Title=words(bookmark.text), Parent=references[parent], Dest=bookmark.goal,
            **_beside(at, below[parent], references), **_ends(below[at], references, counts[at]),
        )  # fmt: skip
        document.put(names[at], entry)
    ends = _ends(below[-1], references, counts[-1])
    return document.put(names[-1], dictionary(Type=b"/Outlines", **ends))


def _parents(bookmarks: Sequence[Bookmark]) -> list[int]:
    """Return for each bookmark the last one before it that stands higher; -1 for the root."""
    found: list[int] = []
    open_now: list[int] = []
    for at, bookmark in enumerate(bookmarks):
        while open_now and bookmarks[open_now[-1]].level >= bookmark.level:
            open_now.pop()
        found.append(open_now[-1] if open_now else -1)
        open_now.append(at)
    return found


def _counts(parents: Sequence[int]) -> list[int]:
    """Count what stands anywhere below each bookmark, and last below the root."""
    counts = [0] * (len(parents) + 1)
    for at in reversed(range(len(parents))):
        counts[parents[at]] += counts[at] + 1
    return counts


def _ends(below: Sequence[int], references: Sequence[bytes], count: int) -> dict[str, object]:
    if not below:
        return {}
    return {"First": references[below[0]], "Last": references[below[-1]], "Count": count}


def _beside(at: int, kin: Sequence[int], references: Sequence[bytes]) -> dict[str, object]:
    here = kin.index(at)
    found: dict[str, object] = {}
    if here:
        found["Prev"] = references[kin[here - 1]]
    if here + 1 < len(kin):
        found["Next"] = references[kin[here + 1]]
    return found
