"""Packets: added, renamed, filled with pages; what they print may go, they stay."""

import pytest
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import (
    Packet,
    PrintedPage,
    Workbook,
    faults,
    kept_of,
    replace,
)
from ilead_studio.rules.changed import lines_of, sections
from ilead_studio.storage.format import decode, encode

TEAM = key("team")
BONES = PrintedPage(kind="fishbone", of=key("head"))
FORM = PrintedPage(kind="form", of=key("cycle"))
EVERY = PrintedPage(kind="cycle")


def packed(*pages: PrintedPage, workbook: Workbook | None = None) -> Workbook:
    packet = Packet(id=TEAM, name="Team meeting", pages=pages or (BONES, FORM, EVERY))
    return edits.add_packet(workbook or both(), packet)


def pages_of(workbook: Workbook) -> list[PrintedPage]:
    return [*workbook.packets[0].pages]


def test_a_packet_is_kept_in_the_file() -> None:
    workbook = edits.put_packet(packed(), TEAM, paper="a4", viewer=key("party"), large=True)
    data = encode(workbook)
    assert decode(data, "plan.ilead").workbook == workbook
    assert faults(workbook) == ()
    assert b'"width"' not in data


def test_a_name_in_use_gets_a_number_or_is_refused() -> None:
    workbook = edits.duplicate_packet(packed(), TEAM, key("copy"))
    workbook = edits.add_packet(workbook, Packet(id=key("wall"), name="Wall"))
    assert [it.name for it in workbook.packets] == ["Team meeting", "Team meeting 2", "Wall"]
    assert workbook.packets[1].pages == workbook.packets[0].pages
    with pytest.raises(EditError, match=r"“Wall” already"):
        edits.rename_packet(workbook, TEAM, " Wall ")
    assert edits.rename_packet(workbook, TEAM, "Ours").packets[0].name == "Ours"


def test_packets_are_moved_and_deleted() -> None:
    workbook = edits.duplicate_packet(packed(), TEAM, key("copy"))
    assert [it.id for it in edits.move_packet(workbook, TEAM, None).packets] == [key("copy"), TEAM]
    assert edits.delete_packet(edits.delete_packet(workbook, TEAM), key("copy")) == both()


def test_a_page_is_taken_off_and_keeps_its_place_and_options() -> None:
    workbook = edits.put_printed(packed(), TEAM, 1, form="fillable")
    workbook = edits.put_printed(workbook, TEAM, 1, printed=False)
    kept = pages_of(workbook)[1]
    assert (kept.printed, kept.form, kept.of) == (False, "fillable", key("cycle"))


def test_pages_are_added_moved_and_dropped() -> None:
    cover = PrintedPage(kind="cover")
    workbook = edits.add_printed(packed(), TEAM, cover, 0)
    assert pages_of(workbook) == [cover, BONES, FORM, EVERY]
    assert pages_of(edits.move_printed(workbook, TEAM, 0, 2)) == [BONES, FORM, cover, EVERY]
    assert pages_of(edits.move_printed(workbook, TEAM, 3, -1)) == [EVERY, cover, BONES, FORM]
    assert edits.move_printed(workbook, TEAM, 3, 99) is workbook
    assert edits.drop_printed(workbook, TEAM, 0) == packed()


@pytest.mark.parametrize(
    "edit",
    [
        lambda it: edits.put_printed(it, TEAM, 3, printed=False),
        lambda it: edits.drop_printed(it, TEAM, -1),
        lambda it: edits.put_printed(it, TEAM, 0, of=key("nobody")),
        lambda it: edits.add_printed(it, TEAM, PrintedPage(kind="cycle", of=key("nobody"))),
        lambda it: edits.put_printed(it, TEAM, 0, kind="cover"),
        lambda it: edits.put_packet(it, TEAM, paper="napkin"),
        lambda it: edits.put_packet(it, TEAM, width=10.0),
        lambda it: edits.put_packet(it, TEAM, viewer=key("nobody")),
        lambda it: edits.put_packet(it, TEAM, pages=()),
        lambda it: edits.rename_packet(it, TEAM, " "),
        lambda it: edits.delete_packet(it, key("nobody")),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(edit: object) -> None:
    assert callable(edit)
    with pytest.raises(EditError, match=r"\.$"):
        edit(packed())


def test_a_page_of_what_is_gone_goes_too_and_never_becomes_a_page_of_all() -> None:
    assert pages_of(edits.delete_cycles(packed(), [key("cycle")])) == [BONES, EVERY]
    assert pages_of(edits.delete_page(packed(), key("head"))) == [FORM, EVERY]
    assert pages_of(edits.delete(packed(), [key("talk")])) == [BONES, EVERY]


def test_a_packet_for_a_party_that_is_gone_is_for_all_together() -> None:
    workbook = edits.put_packet(packed(), TEAM, viewer=key("party"))
    assert edits.delete_party(workbook, key("party")).packets[0].viewer is None


def test_a_packet_that_names_nothing_that_is_there_is_unsound() -> None:
    lost = PrintedPage(kind="cycle", of=key("nobody"))
    bad = replace(both(), packets=(Packet(id=TEAM, name="Team", pages=(lost,)),))
    assert [it.rule for it in faults(bad)] == ["printed-missing"]
    bad = replace(both(), packets=(Packet(id=TEAM, name="Team", viewer=key("nobody")),))
    assert [it.rule for it in faults(bad)] == ["party-missing"]
    bad = replace(both(), packets=(Packet(id=key("late"), name="Team"),))
    assert [it.rule for it in faults(bad)] == ["doubled-id"]


def test_a_snapshot_keeps_no_packet_and_a_comparison_tells_of_them() -> None:
    assert kept_of(packed()) == kept_of(both())
    new = edits.put_packet(edits.put_printed(packed(), TEAM, 2, form="filled"), TEAM, large=True)
    (section,) = sections(packed(), new)
    assert section.name == "Handouts"
    (line,) = lines_of((section,))
    assert line.sentence == (
        "Changed: Team meeting, printed pages: also cycle, filled, no longer cycle; "
        "large print: yes"
    )
