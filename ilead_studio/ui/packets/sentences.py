"""What the composer of packets says: rows, captions, names. Nothing of Qt."""

from collections.abc import Iterator, Sequence

from ilead_studio.model import (
    FACILITATOR,
    Cycle,
    Fishbone,
    Idea,
    Meeting,
    Packet,
    PrintedPage,
    Snapshot,
    Theory,
    Vote,
    Workbook,
    groups,
    pages,
)  # fmt: skip
from ilead_studio.packet.kinds import Kind, kinds
from ilead_studio.packet.tongue import workbook_tag
from ilead_studio.rules.days import dated_words
from ilead_studio.rules.meetings import meeting_name
from ilead_studio.rules.names import kind_name, page_name
from ilead_studio.ui.files.proposed import proposed_name
from ilead_studio.ui.packets.maker import Shown, Side
from ilead_studio.words import count, language_known, languages, named_all, say


def kind_named(name: str) -> Kind | None:
    """Return a kind of page; None for one that this program does not know."""
    return next((it for it in kinds() if it.name == name), None)


def kind_words(name: str) -> str:
    """Say what a kind of page is."""
    kind = kind_named(name)
    return kind.words if kind else say("A page of a newer program")


def page_kind_words(workbook: Workbook, page: PrintedPage) -> str:
    """Say what kind of page it is; an outline of one diagram says of what kind that is."""
    shown = next((it for it in pages(workbook) if it.id == page.of), None)
    if page.kind != "outline" or shown is None:
        return kind_words(page.kind)
    return say("{kind} as an outline", kind=kind_name(shown))


def page_words(workbook: Workbook, page: PrintedPage) -> str:
    """Say what a page of a packet is, and of what."""
    words, of = page_kind_words(workbook, page), of_words(workbook, page)
    return say("{page}: {of}", page=words, of=of) if of else words


def of_words(workbook: Workbook, page: PrintedPage) -> str:
    """Say of what a page is; empty when it is of all there are."""
    there = (it for group in groups(workbook) for it in group if page.of and it.id == page.of)
    return thing_words(next(there, None))


def thing_words(record: object) -> str:
    """Say what something is called of which a page can be."""
    match record:
        case Fishbone() | Theory():
            return say("{ref} {name}", ref=record.ref, name=page_name(record))
        case Idea() | Cycle():
            return " ".join(filter(None, (record.ref, _text(record))))
        case Meeting():
            return say("{day}, {name}", day=dated_words(record.day), name=meeting_name(record))
        case Snapshot():
            return record.name
        case Vote():
            return record.question or say("Vote")
    return ""


def _text(record: Idea | Cycle) -> str:
    return record.text if isinstance(record, Idea) else record.objective


def things(workbook: Workbook, of: str) -> Sequence[tuple[str, str]]:
    """Return of what a page of a kind can be: ids with their words."""
    every: dict[str, Sequence[object]] = {
        "page": pages(workbook), "fishbone": workbook.fishbones, "theory": workbook.theories,
        "idea": workbook.ideas, "cycle": workbook.cycles, "meeting": workbook.meetings,
        "snapshot": workbook.snapshots, "vote": workbook.votes,
    }  # fmt: skip
    return [(vars(it)["id"], thing_words(it)) for it in every.get(of, ())]


def all_words(kind: Kind) -> str:
    """Say that a page is of nothing special: the usual one, or of all there are."""
    if kind.of == "meeting":
        return say("The next or last meeting")
    if kind.of == "snapshot":
        return say("Since the last snapshot")
    if kind.name == "blank-form":
        return say("No idea, to be written")
    return say("All there are")


def unused(packet: Packet) -> Iterator[Kind]:
    """Give the kinds of which a packet has no page."""
    there = {it.kind for it in packet.pages}
    return (it for it in kinds() if it.name not in there)


def head_words(packet: Packet, shown: Shown) -> str:
    """Say how long a packet is."""
    printed = sum(it.printed for it in packet.pages)
    told = [count(printed, "{number} page ticked", "{number} pages ticked")]
    if shown.sides:
        told.append(count(len(shown.sides), "{number} side of paper", "{number} sides of paper"))
    return " · ".join(told)


def side_name(packet: Packet, shown: Shown, number: int) -> str:
    """Say what a side of paper is, for those who hear it."""
    side = shown.sides[number]
    return say(
        "page {number} of {all}, {what}", number=number + 1, all=len(shown.sides),
        what=", ".join(filter(None, (on_side(packet, side), size_words(side, "points")))),
    )  # fmt: skip


def caption(packet: Packet, side: Side, *, is_chosen: bool) -> str:
    """Say under a side of paper what it is; how small its words are of the chosen one."""
    what = on_side(packet, side)
    size = size_words(side, "pt") if is_chosen or 0 < side.smallest < 8 else ""
    return " · ".join(filter(None, (what, size)))


def on_side(packet: Packet, side: Side) -> str:
    """Name the pages on a side of paper, or the sheet of a poster."""
    if side.sheet:
        ref, name = side.sheet
        sheet = say("Poster {ref}, sheet {name}", ref=ref, name=name)
        return sheet if name else say("Poster {ref}, map of its sheets", ref=ref)
    known = (packet.pages[it].kind for it in dict.fromkeys(side.at) if it < len(packet.pages))
    return named_all([kind_words(it) for it in dict.fromkeys(known)])


def size_words(side: Side, unit: str) -> str:
    """Say how small the words on a side are."""
    if not side.smallest:
        return ""
    return say("smallest text {size} {unit}", size=points(side.smallest), unit=unit)


def smallest_words(shown: Shown) -> str:
    """Say how small the smallest words of a packet are, and where they stand first."""
    sizes = [(it.smallest, at) for at, it in enumerate(shown.sides, 1) if it.smallest]
    if not sizes:
        return ""
    size, number = min(sizes)
    return say("smallest text {size} pt, on page {number}", size=points(size), number=number)


def points(size: float) -> str:
    """Return a size in points, cut after a tenth."""
    return f"{int(size * 10 + 1e-6) / 10:.1f}".removesuffix(".0")


def readers(workbook: Workbook) -> Sequence[tuple[str | None, str]]:
    """Return for whom a packet can be: with the words of each."""
    named = [it.short or it.name for it in workbook.parties]
    together = say("All parties together")
    if len(named) == 2:
        together = say("{parties} together", parties=named_all(named))
    parties = ((it.id, say("{party} only", party=it.name)) for it in workbook.parties)
    return [(None, together), *parties, (FACILITATOR, say("The facilitator only"))]


def tongues(workbook: Workbook) -> Sequence[tuple[str | None, str]]:
    """Return in which languages a packet can be said: with the words of each."""
    own = languages()[language_known(workbook.language)]
    same = say("{language}, as the workbook", language=own)
    return [(None, same), *languages().items()]


def own_tongues(workbook: Workbook) -> Sequence[tuple[str, str]]:
    """Return in which languages the words of a workbook can be, the one that it has among them."""
    every = {it: workbook_tag(it) for it in languages()}
    now = language_known(workbook.language)
    is_known = workbook.language.casefold().split("-")[0] == now
    named = [(workbook.language if it == now and is_known else tag, languages()[it])
             for it, tag in every.items()]  # fmt: skip
    return named if is_known else [*named, (workbook.language, workbook.language)]


def file_name(packet: Packet) -> str:
    """Return a name for the file of a packet."""
    return f"{proposed_name(packet.name, say('Handout'))}.pdf"
