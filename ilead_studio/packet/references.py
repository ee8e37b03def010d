"""References on paper: of causes, drivers and cycles that something names, in words when none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ilead_studio.model import Theory, Workbook
from ilead_studio.packet.blocks import Cell, Run, Words, plain, refs, strong
from ilead_studio.packet.given import Given
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.learning import Finding
from ilead_studio.rules.trace import original
from ilead_studio.words import say


def own_ref(ref: str) -> Cell:
    """Return the cell in which a row has its own reference, as large as its words."""
    return Cell((strong(ref) or plain(say("none")),))


def refs_cell(names: Sequence[str]) -> Cell:
    """Return a cell of references; "none yet" when there are none."""
    return Cell((refs(names) or plain(say("none yet")),))


@kept_by_identity
def cause_refs(workbook: Workbook) -> Mapping[str, str]:
    """Return the reference of each cause by its id; a linked copy has that of its original."""
    causes = {it.id: it for page in workbook.fishbones for it in page.causes}
    return {
        key: causes[original(it)].ref if original(it) in causes else it.ref
        for key, it in causes.items()
    }


def item_refs(workbook: Workbook) -> dict[str, str]:
    """Return the reference of each cause, driver, idea and cycle by its id."""
    found = {it.id: it.ref for page in workbook.fishbones for it in page.causes}
    found |= {it.id: it.ref for page in workbook.theories for it in page.drivers}
    found |= {it.id: it.ref for it in workbook.ideas}
    return found | {it.id: it.ref for it in workbook.cycles}


@kept_by_identity
def served_refs(workbook: Workbook) -> Mapping[str, tuple[str, ...]]:
    """Return the references of the drivers that something serves directly, theory by theory."""
    found: dict[str, list[str]] = {}
    for page in workbook.theories:
        drivers = {it.id: it.ref for it in page.drivers}
        for link in page.links:
            if link.target in drivers:
                found.setdefault(link.source, []).append(drivers[link.target])
    return {source: tuple(its) for source, its in found.items()}


def named_in(known: Mapping[str, str], ids: Iterable[str]) -> tuple[str, ...]:
    """Return the references of some ids in order, each once; what is not there has none."""
    return tuple(dict.fromkeys(known[it] for it in ids if it in known))


def parts_of(*parts: Words) -> Words:
    """Return some facts on one line, with a dot between them."""
    return tuple(_parted([it for it in parts if it]))


def _parted(parts: list[Words]) -> Iterator[Run]:
    for at, part in enumerate(parts):
        if at:
            yield Run(" · ")
        yield from part


def after(label: str, words: Words) -> Words:
    """Return words after their label, and nothing for no words."""
    return (Run(f"{label} "), *words) if words else ()


def theories_of(given: Given) -> tuple[Theory, ...]:
    """Return the theories that a page is about."""
    return tuple(it for it in given.workbook.theories if given.of in ("", it.id))


def speaks(found: Sequence[Finding]) -> tuple[Words, ...]:
    """Say about which drivers and causes a cycle spoke, a line for each way of speaking."""
    kinds = {
        "for": say("Speaks for"),
        "mixed": say("Mixed about"),
        "against": say("Speaks against"),
    }
    lines = (
        after(words, refs(it.ref for it in found if it.speaks == kind))
        for kind, words in kinds.items()
    )
    return tuple(filter(None, lines))


def met_words(match: str) -> str:
    """Say how a prediction met its result, beside that; empty when nobody has judged it."""
    return {
        "matched": say("as predicted"), "partly": say("partly as predicted"),
        "not": say("not as predicted"),
    }.get(match, "")  # fmt: skip


def stopped(text: str) -> str:
    """Return words that end like a sentence, so that another can follow."""
    return text if text[-1:] in (".", "!", "?", "…") else f"{text}."
