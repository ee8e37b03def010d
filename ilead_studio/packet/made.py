"""What a packet prints: for each of its pages the leaves, and how much is not shown on them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ilead_studio.model import Packet, Page, groups, pages
from ilead_studio.model.packet import PrintedPage
from ilead_studio.packet.blind import still_blind_words
from ilead_studio.packet.blocks import plain
from ilead_studio.packet.given import Given
from ilead_studio.packet.kinds import Kind, kinds
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Form, Leaf
from ilead_studio.wanted import still_wanted
from ilead_studio.words import count

LISTS: Final[Mapping[str, str]] = {
    "problem": "problems",
    "agenda": "next_steps",
    "causes": "causes",
    "line-of-sight": "drivers",
    "drivers": "drivers",
    "ideas": "ideas",
    "square": "ideas",
    "ramps": "cycles",
    "calendar": "cycles",
    "learning-log": "cycles",
    "next-steps": "next_steps",
    "open-questions": "questions",
    "votes": "votes",
    "measures": "measures",
    "sign-up": "next_steps",
}
"""Which list of the workbook a kind of page shows; what is left out of it is counted there."""
COUNTS: Final = frozenset({"fishbone", "outline", "causes", "what-changed"})
"""Kinds of pages that show how many votes something has; they say it when those are still blind."""


def leaves_of(
    printed: Sequence[PrintedPage], given: Given, left_out: Mapping[str, int] | None = None
) -> Iterator[tuple[int, AnyLeaf]]:
    """Return what pages print, each leaf with the place of its page, from 0.

    A kind that is not known prints nothing. ``given`` is what all of them share. ``left_out``
    counts what readers may not see, of each page of the workbook by its id and of each of its lists
    by its name. Nothing is printed of a record that they may not see, and no page of words twice.
    """
    known = {it.name: it for it in kinds()}
    there = {it.id for group in groups(given.workbook) for it in group} | {None}
    there.update(it.id for it in given.blind.values() if it)
    seen: list[Leaf] = []
    for at, page in enumerate(printed):
        still_wanted()
        kind = known.get(page.kind)
        if kind is None or not page.printed or page.of not in there:
            continue
        for leaf in _counted(kind, kind.make(_of(page, given)), given, left_out or {}):
            if isinstance(leaf, Leaf):
                if leaf in seen:
                    continue
                seen.append(leaf)
            yield at, leaf


def prints_outline(packet: Packet, page: Page) -> bool:
    """Tell whether a page of a packet prints the outline of a page of the workbook."""
    return any(
        it.kind == "outline" and it.printed and it.of in (None, page.id) for it in packet.pages
    )


def _of(page: PrintedPage, given: Given) -> Given:
    """Return what one page is made from."""
    poster = (page.across, page.down) if page.is_poster else None
    form: Form = "fillable" if page.form == "fillable" else "pen"
    filled = page.form == "filled"
    return replace(
        given, of=page.of or "", form=form, filled=filled, poster=poster, bones=page.bones,
        continued=page.continued, levels=page.levels,
    )  # fmt: skip


def _counted(
    kind: Kind, leaves: Sequence[AnyLeaf], given: Given, left_out: Mapping[str, int]
) -> Iterator[AnyLeaf]:
    """Say on each page how much of it is not shown; of a list where it stands on one page."""
    by_ref = {page.ref: left_out.get(page.id, 0) for page in pages(given.workbook)}
    whole = left_out.get(LISTS.get(kind.name, ""), 0) if len(leaves) == 1 else 0
    blind = _blind_refs(given) if kind.name in COUNTS else ()
    for leaf in leaves:
        match leaf:
            case Diagram():
                more = (*_words(by_ref[leaf.page.ref]), *_blind(leaf.page.ref, blind))
                yield replace(leaf, more=(*more, *leaf.more))
            case Leaf():
                said = (*_words(by_ref.get(leaf.ref, 0) or whole), *_blind(leaf.ref, blind))
                yield replace(leaf, about=(*leaf.about, *map(plain, said))) if said else leaf
            case Cover():
                yield leaf


def _blind_refs(given: Given) -> Collection[str]:
    """Return the references of the pages that are voted on."""
    return [it.ref for it in given.workbook.fishbones if it.id in given.blind]


def _blind(refs: str, blind: Collection[str]) -> tuple[str, ...]:
    """Say of a page that names these references why it has no counts."""
    return (still_blind_words(),) if any(it in blind for it in refs.split(", ")) else ()


def _words(number: int) -> tuple[str, ...]:
    return (count(number, "{number} item not shown.", "{number} items not shown."),) * bool(number)
