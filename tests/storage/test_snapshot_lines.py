"""Snapshots in a file: a line each, written and read once as long as they are known."""

from datetime import date

import pytest
from workbooks import both, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Snapshot, Workbook, faults, replace
from ilead_studio.model.remembered import Remembered
from ilead_studio.storage.format import decode, encode

DAY = date(2026, 10, 12)


def snapped(many: int = 2) -> Workbook:
    workbook = both()
    for number in range(many):
        workbook = edits.take_snapshot(workbook, key("abcdefgh"[number]), f"{number}", DAY)
    return workbook


def test_each_snapshot_has_a_line_of_its_own_at_the_end() -> None:
    lines = encode(snapped()).decode().splitlines()
    assert [line[:6] for line in lines[-6:]] == [
        ' "snap', '{"id":', '{"id":', " ]", "}", "}",
    ]  # fmt: skip


def test_a_workbook_of_snapshots_only_opens_too() -> None:
    only = Workbook(snapshots=snapped(1).snapshots, counters=both().counters)
    assert decode(encode(only), "it.ilead").workbook == only


def test_a_known_snapshot_is_neither_written_nor_read_again() -> None:
    workbook = snapped()
    opened = decode(encode(workbook), "it.ilead").workbook
    for one, other in zip(opened.snapshots, workbook.snapshots, strict=True):
        assert one is other


def test_words_that_look_like_a_file_stay_words() -> None:
    notes = '\n "snapshots": [\n{"id":"x"},\n ]\n}'
    workbook = edits.note(snapped(), key("late"), notes)
    workbook = edits.take_snapshot(workbook, key("again"), '},\n{"', DAY, notes)
    assert decode(encode(workbook), "it.ilead").workbook == workbook


def test_an_answer_is_made_once_as_long_as_its_value_stays() -> None:
    asked: list[Snapshot] = []

    def make(snapshot: Snapshot) -> int:
        asked.append(snapshot)
        return len(asked)

    memory = Remembered(make)
    first, second = snapped().snapshots
    assert memory.answers((first, second)) == (1, 2)
    assert memory.answers((second,)) == (2,)
    assert memory.answers(()) == ()
    assert memory.answers((first, second)) == (3, 2)


def test_a_snapshot_is_looked_at_for_faults_once(monkeypatch: pytest.MonkeyPatch) -> None:
    workbook = edits.take_snapshot(wide_fishbone(20), key("a"), "A", DAY)
    assert faults(workbook) == ()
    monkeypatch.setattr("ilead_studio.model.sound_snapshots.kept_of", lambda _: Workbook())
    assert faults(replace(workbook, title="Other")) == ()


def test_too_many_snapshots_are_refused_before_the_file_could_not_be_opened() -> None:
    workbook = wide_fishbone(30_000)
    for name in "abc":
        workbook = edits.take_snapshot(workbook, key(name), name, DAY)
    with pytest.raises(EditError, match="Delete one"):
        edits.take_snapshot(workbook, key("d"), "d", DAY)
