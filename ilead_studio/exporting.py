"""The command ``export``: a packet as PDF or for other programs, or a picture of one page.

Qt is for PNG only.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from ilead_studio.commands import STANDARD, Answer, opened_source, qt_missing
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.paper import paper_named
from ilead_studio.drawing.poster import MOST
from ilead_studio.drawing.theme import PROJECTOR
from ilead_studio.edits.party_view import seen_by
from ilead_studio.errors import ExportError
from ilead_studio.model import Page, Workbook, pages
from ilead_studio.packet.blind import before_reveal, still_blind_words
from ilead_studio.packet.named import listing, party_named
from ilead_studio.packet.offer import Small
from ilead_studio.packet.seen import Seen, seen_in
from ilead_studio.packet.tongue import language_of
from ilead_studio.packet.wished import AS_IT_IS, Printed, wished_packet
from ilead_studio.progress import page_by_page
from ilead_studio.rules.family import family
from ilead_studio.rules.names import page_name
from ilead_studio.rules.outline import outline, spoken
from ilead_studio.rules.visibility import EVERYBODY
from ilead_studio.rules.votes import blind_on
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import is_same, write_whole
from ilead_studio.surroundings import Surroundings
from ilead_studio.trouble.log import FaultLog
from ilead_studio.words import count, say

LEAST_DPI, MOST_DPI = 24, 1200


@dataclass(frozen=True, slots=True)
class Wish:
    """How something is exported; ``items`` are the branches of which a picture is wanted.

    ``page`` and the items are named by reference or id; without a page a handout has all of them
    and a picture shows the first. ``dpi`` and ``transparent`` are for pictures. ``poster`` spreads
    diagrams over sheets: "4x2" across and down, or "" for the fewest that can be read from afar.
    ``dry_run`` only tells what would be made. ``printed`` is what only handouts have.
    """

    paper: str | None = None
    page: str | None = None
    items: tuple[str, ...] = ()
    dpi: int = 144
    transparent: bool = False
    poster: str | None = None
    dry_run: bool = False
    printed: Printed = AS_IT_IS


def export(file: str, out: Path, wish: Wish, world: Surroundings) -> Answer:
    """Make a handout, or a picture of one page, by what the name of the new file ends in."""
    suffix = out.suffix.lower()
    if suffix not in (*_PRINTED, ".svg", ".png"):
        raise ExportError(
            say(
                "“{name}” must end in .pdf, .svg, .png, .pptx, .docx, .xlsx or .csv; that tells"
                " what to make.", name=shown(out)
            )
        )  # fmt: skip
    if file != STANDARD and is_same(Path(file), out, world.disk):
        raise ExportError(say("The workbook itself is never written over. Choose another name."))
    workbook, notice = opened_source(file, world)
    if not LEAST_DPI <= wish.dpi <= MOST_DPI:
        most = say("--dpi goes from {least} to {most}.", least=LEAST_DPI, most=MOST_DPI)
        raise ExportError(most)
    chosen = None if wish.page is None else page_named(workbook, wish.page)
    if suffix in _PRINTED:
        data, words = _PRINTED[suffix](workbook, wish, chosen, world)
    else:
        _refuse_printed(wish)
        data, words = _picture(workbook, wish, chosen, suffix, world)
    if wish.dry_run:
        return Answer(words)
    write_whole(out, data, world.disk)
    written = say("“{name}” was written: {what}", name=shown(out), what=words)
    return Answer(f"{written} {notice}".strip())


def page_named(workbook: Workbook, asked: str) -> Page:
    """Return the page with an id or a reference.

    Raises:
        ExportError: if there is none; the sentence names those there are.
    """
    for page in pages(workbook):
        if asked == page.id or asked.upper() == page.ref:
            return page
    raise ExportError(
        say("There is no page “{asked}”. There are: {refs}.", asked=asked, refs=_refs(workbook))
    )


def _refs(workbook: Workbook) -> str:
    return ", ".join(page.ref for page in pages(workbook)) or say("none")


def _refuse_printed(wish: Wish) -> None:
    """Refuse for a picture what only a handout has; who sees it can be said of both."""
    _refuse_poster(wish)
    if replace(wish.printed, viewer=None) != AS_IT_IS:
        raise ExportError(
            say("Packets, and how they are printed, are for a PDF; let the name end in .pdf.")
        )


def _refuse_poster(wish: Wish) -> None:
    if wish.poster is not None:
        raise ExportError(say("A poster is a PDF; let the name of the new file end in .pdf."))


def _handout(
    workbook: Workbook, wish: Wish, chosen: Page | None, world: Surroundings
) -> tuple[bytes, str]:
    """Return the PDF and what to say about it."""
    from ilead_studio.handouts import make_packet, packet_pdf, points, printable
    from ilead_studio.handouts.offers import Offering

    if chosen and wish.printed.is_named:
        raise ExportError(say("--page goes with neither --packet nor --pages: name it there."))
    poster = None if wish.poster is None else _grid(wish.poster)
    is_one = poster is not None and not wish.printed.is_named
    page = chosen or _first(workbook) if is_one else chosen
    packet = wished_packet(workbook, world.ids(), wish.printed, page, wish.paper, poster)
    made = printable(make_packet(workbook, packet, world.clock().date()), packet)
    with page_by_page() as tell:
        handout = packet_pdf(made.leaves, made.outfit, tell)
    size = points(handout.smallest) if handout.smallest else ""
    words = _told(handout.pages, len({it for part in handout.parts for it in part.sides}), size)
    others = _others(workbook, chosen) if is_one else ""
    small = Offering(workbook, packet, made, handout).every() if wish.dry_run else ()
    helps = _helps(small)
    told = (words, *made.left_out, *(helps or handout.notices), *made.warnings, others)
    return handout.pdf, " ".join(filter(None, told))


def _helps(found: Sequence[Small]) -> tuple[str, ...]:
    """Say which pages have small words, and what makes them larger."""
    return tuple(
        say("{small} What helps: {offers}.", small=it.words,
            offers="; ".join(offer.words for offer in it.offers))
        for it in found if it.offers
    )  # fmt: skip


def _told(pages: int, sides: int, size: str) -> str:
    """Say how many pages there are, on how many sides of paper if they share them, and how small.

    ``size`` is that of the smallest words in pictures in points, empty if there are none.
    """
    told = [count(pages, "{number} page", "{number} pages")]
    if sides < pages:
        told.append(count(sides, "on {number} side of paper", "on {number} sides of paper"))
    if size:
        told.append(say("smallest text {size} points", size=size))
    return f"{', '.join(told)}."


def _slides(
    workbook: Workbook, wish: Wish, chosen: Page | None, world: Surroundings
) -> tuple[bytes, str]:
    return _pages_for("pptx", say("slides."), workbook, wish, chosen, world)


def _document(
    workbook: Workbook, wish: Wish, chosen: Page | None, world: Surroundings
) -> tuple[bytes, str]:
    return _pages_for("docx", say("a document."), workbook, wish, chosen, world)


def _pages_for(
    kind: Literal["pptx", "docx"],
    words: str,
    workbook: Workbook,
    wish: Wish,
    chosen: Page | None,
    world: Surroundings,
) -> tuple[bytes, str]:
    """Return the pages of a packet for another program, and what to say about them."""
    from ilead_studio.handouts import make_packet
    from ilead_studio.office import made
    from ilead_studio.preview.pictured import pictures

    _refuse_poster(wish)
    packet = wished_packet(workbook, world.ids(), wish.printed, chosen, wish.paper)
    printed = make_packet(workbook, packet, world.clock().date())
    data = made(printed.leaves, printed.outfit, kind, pictures(gray=printed.outfit.gray))
    return data, " ".join((words, *printed.warnings))


def _tables(
    workbook: Workbook, wish: Wish, _chosen: Page | None, world: Surroundings
) -> tuple[bytes, str]:
    from ilead_studio.office import spreadsheet

    seen, language = _seen(workbook, wish, world)
    return spreadsheet(seen.workbook, language), f"{say('a spreadsheet.')} {seen.warning}".strip()


def _table(
    workbook: Workbook, wish: Wish, _chosen: Page | None, world: Surroundings
) -> tuple[bytes, str]:
    """Return the one table that is named."""
    from ilead_studio.office import csv_table

    seen, language = _seen(workbook, wish, world)
    name = wish.printed.pages[0] if len(wish.printed.pages) == 1 else ""
    return csv_table(seen.workbook, name, language), f"{say('a table.')} {seen.warning}".strip()


def _seen(workbook: Workbook, wish: Wish, world: Surroundings) -> tuple[Seen, str]:
    """Return the workbook as the readers may see it, and their language; pages are no matter."""
    _refuse_poster(wish)
    printed = replace(wish.printed, pages=())
    packet = wished_packet(workbook, world.ids(), printed)
    return seen_in(workbook, packet), language_of(workbook, packet)


_PRINTED: Final[
    Mapping[str, Callable[[Workbook, Wish, Page | None, Surroundings], tuple[bytes, str]]]
] = {
    ".pdf": _handout,
    ".pptx": _slides,
    ".docx": _document,
    ".xlsx": _tables,
    ".csv": _table,
}
"""What is made of a packet, by the end of the file's name."""


def _grid(asked: str) -> tuple[int, int]:
    """Read "4x2" as sheets across and down; nothing asked is (0, 0), as many as it needs.

    Raises:
        ExportError: if it is something else, or more sheets than a poster may have.
    """
    if not asked:
        return 0, 0
    found = re.fullmatch(r"(\d)[xX×](\d)", asked)
    across, down = map(int, found.groups()) if found else (0, 0)
    if 1 <= across <= MOST[0] and 1 <= down <= MOST[1]:
        return across, down
    raise ExportError(
        say(
            "“{asked}” says no sheets of a poster. Write 4x2 for four across and two down, at most"
            " {across}x{down}, or nothing for as many as it needs.",
            asked=asked, across=MOST[0], down=MOST[1],
        )
    )  # fmt: skip


def list_pages(file: str, world: Surroundings) -> Answer:
    """List what can be printed of a workbook, by its name for the command line and in words."""
    workbook, notice = opened_source(file, world)
    return Answer("\n".join(filter(None, (listing(workbook), notice))))


def _first(workbook: Workbook) -> Page:
    """Return the first page.

    Raises:
        ExportError: if there is none.
    """
    for page in pages(workbook):
        return page
    raise ExportError(say("The workbook has no page to draw. Add a fishbone or a theory."))


def _others(workbook: Workbook, chosen: Page | None) -> str:
    """Say how another page is chosen, when none was and there are several."""
    if chosen or len(pages(workbook)) < 2:
        return ""
    return say("--page chooses another; there are {refs}.", refs=_refs(workbook))


def _picture(
    workbook: Workbook, wish: Wish, page: Page | None, suffix: str, world: Surroundings
) -> tuple[bytes, str]:
    """Return the picture of one page, the first if none is named, and what to say about it.

    Without a viewer it shows everything, as the window does.
    """
    from ilead_studio.drawing.extent import part_of
    from ilead_studio.drawing.page import draw_page

    blind_pages = blind_on(workbook)
    workbook = _as_seen(before_reveal(workbook), wish.printed.viewer)
    drawn = _first(workbook) if wish.page is None else page_named(workbook, wish.page)
    drawing = draw_page(
        workbook,
        drawn,
        paper_named("letter" if wish.paper is None else wish.paper).wide().picture_room,
    )
    if wish.items:
        drawing = part_of(drawing, _branches(workbook, drawn, wish.items))
    make = _svg if suffix == ".svg" else _png
    blind = still_blind_words() if drawn.id in blind_pages else ""
    told = say("page {ref}.", ref=drawn.ref), blind, _others(workbook, page)
    return make(drawing, workbook, drawn, wish, world), " ".join(filter(None, told))


def _as_seen(workbook: Workbook, viewer: str | None) -> Workbook:
    """Return a workbook as who is named sees it.

    Raises:
        ExportError: if there is nobody of that name, or no page for them.
    """
    if viewer is None:
        return workbook
    seen = seen_by(workbook, party_named(workbook, viewer) or EVERYBODY)
    if pages(workbook) and not pages(seen):
        raise ExportError(say("No page of the workbook is for “{viewer}”.", viewer=viewer))
    return seen


def _branches(workbook: Workbook, page: Page, asked: Sequence[str]) -> frozenset[str]:
    """Return the ids of the items that are asked for, and of all below them.

    Raises:
        ExportError: if one of them is not on the page.
    """
    rows, kin = outline(workbook, page), family(workbook, page)
    named = {name: row.id for row in rows for name in (row.id, row.ref)}
    found: set[str] = set()
    for name in asked:
        item_id = named.get(name) or named.get(name.upper())
        if item_id is None:
            raise ExportError(say("There is no “{item}” on {page}.", item=name, page=page.ref))
        found.update(kin.branch(item_id))
    return frozenset(found)


def _svg(
    drawing: Drawing, workbook: Workbook, page: Page, wish: Wish, _world: Surroundings
) -> bytes:
    from ilead_studio.drawing.marks import marks_of
    from ilead_studio.drawing.signs import spoken_marks
    from ilead_studio.drawing.svg import to_svg

    rows = outline(workbook, page)
    words = {row.id: f"{row.text} ({spoken(row, rows)})" for row in rows}
    return to_svg(
        drawing,
        PROJECTOR,
        title=page_name(page),
        language=workbook.language,
        words=words,
        more={item_id: spoken_marks(marks) for item_id, marks in marks_of(workbook).items()},
        transparent=wish.transparent,
    ).encode()


def _png(
    drawing: Drawing, _workbook: Workbook, _page: Page, wish: Wish, world: Surroundings
) -> bytes:
    if sys.platform not in ("win32", "darwin"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no display
        os.environ.pop("QT_QPA_PLATFORMTHEME", None)  # a desktop's theme would look for one
    try:
        from ilead_studio.app import make_app
        from ilead_studio.ui.canvas.picture import png_bytes
        from ilead_studio.ui.trouble.qt_words import qt_heard
    except ImportError as error:
        raise qt_missing(error) from error
    with qt_heard(FaultLog(world.places.log, world.clock)):
        application = make_app(world)  # held until the picture is made: Qt paints no text without
        data = png_bytes(drawing, PROJECTOR, wish.dpi, white=not wish.transparent)
        del application
    return data
