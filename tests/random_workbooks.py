"""Pairs of workbooks that anything may have been done to, for what holds of any two."""

from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st
from trials import followed
from workbooks import attendance, both, chained, key, reading

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Packet, PrintedPage, Workbook, groups, replace
from ilead_studio.rules.records import shape_of


def printing(workbook: Workbook) -> Workbook:
    """Return a workbook with a packet that prints a page of each of its records."""
    ids = [it.id for group in groups(workbook) for it in group]
    pages = tuple(PrintedPage(kind="page", of=it) for it in ids)
    viewer = next((it.id for it in workbook.parties), None)
    return edits.add_packet(
        workbook, Packet(id=key("packet"), name="All", pages=pages, viewer=viewer)
    )


STARTS: Final = (
    Workbook(), attendance(), reading(), both(), printing(both()), printing(chained()), followed(),
)  # fmt: skip
FIELDS: Final[tuple[dict[str, Any], ...]] = (
    {"evidence": "supported"}, {"root": True}, {"notes": "Seen"}, {"reach": "outside"},
    {"lenses": ("time", "people")}, {"text": "Other words"}, {"owner": "A role"},
    {"title": "A name"}, {"mirrored": True}, {"population": "All pupils"}, {"name": "A party"},
)  # fmt: skip
Edit = Callable[[Workbook], Workbook]
at = st.integers(0, 99)


def _record(workbook: Workbook, number: int) -> str:
    ids = [it.id for group in groups(workbook) for it in group] or [key("nobody")]
    return ids[number % len(ids)]


def _put(number: int, fields: dict[str, Any]) -> Edit:
    return lambda it: edits.put(it, [_record(it, number)], **fields)


def _move(number: int, parent: int, before: int) -> Edit:
    return lambda it: edits.move(it, *(_record(it, one) for one in (number, parent, before)))


def _delete(number: int) -> Edit:
    return lambda it: edits.delete(it, [_record(it, number)])


def _add(number: int, kind: edits.Kind, name: str) -> Edit:
    def edit(workbook: Workbook) -> Workbook:
        if any(it.id == key(name) for group in groups(workbook) for it in group):
            return workbook
        return edits.add(workbook, kind, key(name), name, _record(workbook, number), None)

    return edit


def _link(source: int, target: int) -> Edit:
    return lambda it: edits.link(it, _record(it, source), _record(it, target), "weak")


def _shuffle(number: int, places: list[int]) -> Edit:
    """Bring the entries of one list into any order, as no edit would."""

    def edit(workbook: Workbook) -> Workbook:
        names = shape_of(Workbook).lists
        name = names[number % len(names)]
        held = getattr(workbook, name)
        order = sorted(range(len(held)), key=lambda it: places[it % len(places)])
        return replace(workbook, **{name: tuple(held[it] for it in order)})

    return edit


def _print(number: int, to: int, ticked: bool) -> Edit:
    """Move a page of the packet, if there is one, and tick it on or off."""

    def edit(workbook: Workbook) -> Workbook:
        moved = edits.move_printed(workbook, key("packet"), number, to)
        return edits.put_printed(moved, key("packet"), number, printed=ticked)

    return edit


edit = st.one_of(
    st.builds(_print, st.integers(0, 9), at, st.booleans()),
    st.builds(_put, at, st.sampled_from(FIELDS)),
    st.builds(_move, at, at, at),
    st.builds(_delete, at),
    st.builds(_add, at, st.sampled_from(["cause", "driver", "idea"]),
              st.sampled_from(["neu", "neww"])),
    st.builds(_link, at, at),
    st.builds(_shuffle, at, st.lists(at, min_size=1, max_size=6)),
)  # fmt: skip


def _made(start: Workbook, done: list[Edit]) -> Workbook:
    for one in done:
        try:
            start = one(start)
        except EditError:
            continue
    return start


workbooks = st.builds(_made, st.sampled_from(STARTS), st.lists(edit, max_size=8))
"""Any workbook."""
steps = st.lists(edit, max_size=6)
"""What is done to one."""
made = _made
