"""Packets, pages and readers by the names that somebody types for them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ilead_studio.errors import ExportError
from ilead_studio.model import FACILITATOR, FormKind, Packet, PrintedPage, Workbook, pages
from ilead_studio.packet.kinds import Kind, kinds
from ilead_studio.packet.presets import presets
from ilead_studio.rules.templates import templates
from ilead_studio.words import languages, say

_OF: Final = ":"
"""Between the name of a kind of page and what it is of: "cycle:P8"."""
_FILLABLE: Final = "fillable"
_PAGES: Final = "pages"
_LEVELS: Final = re.compile(r"([1-9])-levels?")
_MOST: Final = 6
"""Most names in one line of the list."""


def listing(workbook: Workbook) -> str:
    """Say what can be printed: kinds of pages, packets that are kept, and those to begin with."""
    known = kinds()
    wide = max(len(it.name) for it in known) + 2
    lines = [say("Pages, for --pages:")]
    lines += [f"  {it.name:{wide}}{it.words}{_those(workbook, it)}" for it in known]
    lines += [say("Packets, for --packet:")]
    lines += [f"  {_quoted(it.name)}" for it in workbook.packets]
    lines += [f"  {it.name:{wide}}{it.words}: {it.purpose}" for it in presets(workbook)]
    return "\n".join(lines)


def _quoted(name: str) -> str:
    return f"“{name}”"


def _those(workbook: Workbook, kind: Kind) -> str:
    """Name what a kind of page can be of: " (one alone: cycle:P1, cycle:P2)"."""
    names = [f"{kind.name}{_OF}{name}" for name, _ in _named(workbook, kind)]
    told = [say("one alone: {names}", names=", ".join(_some(names)))] if names else []
    if kind.is_form:
        told.append(say("to fill in on a screen: {name}", name=f"{kind.name}{_OF}{_FILLABLE}"))
    if kind.is_diagram:
        told.append(say("over several pages: {name}", name=f"{kind.name}{_OF}{_PAGES}"))
        told.append(say("to a depth: {name}", name=f"{kind.name}{_OF}2-levels"))
    return f" ({'; '.join(told)})" if told else ""


def _some(names: Sequence[str]) -> Sequence[str]:
    """Return the first of many names, and a sign that there are more."""
    return names if len(names) <= _MOST else [*names[:_MOST], "…"]


def _named(workbook: Workbook, kind: Kind) -> Iterator[tuple[str, str]]:
    """Give what a kind of page can be of, as its name for the command line and its id or name."""
    held: dict[str, Sequence[object]] = {
        "page": pages(workbook),
        "fishbone": workbook.fishbones,
        "theory": workbook.theories,
        "idea": workbook.ideas,
        "cycle": workbook.cycles,
        "meeting": workbook.meetings,
        "snapshot": workbook.snapshots,
        "vote": workbook.votes,
    }
    if kind.has_bones:
        yield from ((it.name, it.name) for it in templates())
    for number, record in enumerate(held.get(kind.of, ()), 1):
        fields = vars(record)
        day = fields.get("day")
        yield fields.get("ref") or (day.isoformat() if day else str(number)), fields["id"]


def packet_named(workbook: Workbook, asked: str, new_id: str) -> Packet:
    """Return the packet with a name: one that is kept, or one to begin with.

    Raises:
        ExportError: if there is none; the sentence names those there are.
    """
    wanted = asked.casefold()
    for packet in workbook.packets:
        if wanted in (packet.name.casefold(), packet.id):
            return packet
    for preset in presets(workbook):
        if wanted in (preset.name, preset.words.casefold()):
            return preset.packet(new_id)
    names = [_quoted(it.name) for it in workbook.packets] + [it.name for it in presets(workbook)]
    raise ExportError(
        say("There is no packet “{asked}”. There are: {names}.", asked=asked,
            names=", ".join(names))
    )  # fmt: skip


def pages_named(workbook: Workbook, asked: Sequence[str]) -> tuple[PrintedPage, ...]:
    """Return pages by their names: "cover", "cycle:P8", "agenda:2026-11-24".

    Raises:
        ExportError: if there is no such page.
    """
    return tuple(_page(workbook, it.strip()) for it in asked)


def _page(workbook: Workbook, asked: str) -> PrintedPage:
    name, *more = asked.casefold().split(_OF)
    kind = next((it for it in kinds() if it.name == name), None)
    if kind is None:
        raise ExportError(
            say("There is no kind of page “{asked}”; “ilead-studio pages FILE” lists them.",
                asked=asked)
        )  # fmt: skip
    form: FormKind = "filled" if kind.name == "cycle" else "pen"
    if kind.is_form and _FILLABLE in more:
        form = "fillable"
        more.remove(_FILLABLE)
    drawn, more = _drawn(kind, more)
    named = {it.casefold(): found for it, found in _named(workbook, kind)}
    named |= {found: found for found in named.values()}
    of = named.get(more[0]) if len(more) == 1 else None
    if more and of is None:
        raise ExportError(
            say("“{asked}” names nothing in this workbook; “ilead-studio pages FILE” tells what"
                " there is.", asked=asked)
        )  # fmt: skip
    if kind.has_bones:
        return PrintedPage(kind=kind.name, bones=of or "", form=form)
    return PrintedPage.model_validate({"kind": kind.name, "of": of, "form": form, **drawn})


def _drawn(kind: Kind, more: list[str]) -> tuple[dict[str, object], list[str]]:
    """Return how a diagram is asked for, "pages" and "2-levels", and what else is said of it."""
    fields: dict[str, object] = {}
    rest = []
    for it in more:
        levels = _LEVELS.fullmatch(it)
        if kind.is_diagram and it == _PAGES:
            fields["continued"] = True
        elif kind.is_diagram and levels:
            fields["levels"] = int(levels[1])
        else:
            rest.append(it)
    return fields, rest


def party_named(workbook: Workbook, asked: str) -> str | None:
    """Return who reads, by the name, short name or kind of a party; None is all together.

    Raises:
        ExportError: if there is no such party.
    """
    wanted = asked.casefold()
    if wanted in ("all", say("all")):
        return None
    if wanted in (FACILITATOR, say("facilitator")):
        return FACILITATOR
    for party in workbook.parties:
        if wanted in (party.name.casefold(), party.short.casefold(), party.id):
            return party.id
    of_kind = [it.id for it in workbook.parties if it.kind.casefold() == wanted]
    if len(of_kind) == 1:
        return of_kind[0]
    names = [it.short or it.name for it in workbook.parties]
    raise ExportError(
        say("There is no party “{asked}”. There are: {names}.", asked=asked,
            names=", ".join((*names, say("facilitator"), say("all"))))
    )  # fmt: skip


def language_named(asked: str) -> str:
    """Return a language in which packets can be said, by its tag or its own name.

    Raises:
        ExportError: if it is none of them.
    """
    wanted = asked.casefold()
    for tag, name in languages().items():
        if wanted.split("-")[0] == tag or wanted == name.casefold():
            return tag
    raise ExportError(
        say("Packets are not printed in “{asked}”. Choose one of: {names}.", asked=asked,
            names=", ".join(languages()))
    )  # fmt: skip
