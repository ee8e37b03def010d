"""Cycles in a file: what is written reads back the same, and only real dates are dates."""

import json
from pathlib import Path

import pytest
from trials import CYCLE, NOW, REPLY, cycle_in, decided, doing, followed, planned, studying
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import Damaged
from ilead_studio.model import Workbook
from ilead_studio.storage.format import decode, encode

OLD = Path(__file__).parent.parent / "files" / "version-1.ilead"


def said(workbook: Workbook) -> dict[str, object]:
    whole = json.loads(encode(workbook))
    return whole["workbook"]["cycles"][0]


@pytest.mark.parametrize("workbook", [planned(), doing(), studying(), decided(), followed()])
def test_every_state_reads_back_the_same(workbook: Workbook) -> None:
    workbook = edits.put_calendar(workbook, first=NOW.date(), cycle_weeks=6)
    workbook = edits.add_break(workbook, key("off"), "Winter", NOW.date(), NOW.date())
    read = decode(encode(workbook), "plan.ilead")
    assert (read.workbook, read.notice) == (workbook, "")
    assert encode(read.workbook) == encode(workbook)


def test_what_nobody_wrote_is_not_in_the_file() -> None:
    assert said(both()) == {
        "id": CYCLE, "ref": "P1", "idea_id": key("talk"), "objective": "Try one class",
    }  # fmt: skip
    assert b"calendar" not in encode(planned())


def test_days_and_moments_are_written_as_people_can_read_them() -> None:
    cycle = said(edits.amend(doing(), CYCLE, REPLY, NOW, "Half"))
    assert cycle["planned_end"] == "2026-11-20"
    assert cycle["began"] == {"at": "2026-11-02T08:05:07-05:00"}
    assert cycle["amendments"] == [
        {"question_id": REPLY, "at": "2026-11-02T08:05:07-05:00", "prediction": "Half"}
    ]


def test_a_file_of_the_first_format_opens_with_its_cycle_planned() -> None:
    read = decode(OLD.read_bytes(), "version-1.ilead").workbook
    assert cycle_in(read).state == "planned"
    assert (
        edits.begin_do(edits.put_cycle(read, CYCLE, purpose="information"), CYCLE, NOW)
        .cycles[0]
        .began
    )


@pytest.mark.parametrize("day", [5, "soon", "2026-13-01", "0001-01-01", "2026-11-02T08:05:00"])
def test_only_real_days_are_days(day: object) -> None:
    whole = json.loads(encode(planned()))
    whole["workbook"]["cycles"][0]["planned_end"] = day
    with pytest.raises(Damaged, match="cycles, 1, planned_end"):
        decode(json.dumps(whole).encode(), "plan.ilead")


def test_a_moment_says_its_distance_from_greenwich() -> None:
    whole = json.loads(encode(doing()))
    whole["workbook"]["cycles"][0]["began"]["at"] = "2026-11-02T08:05:07"
    with pytest.raises(Damaged, match="cycles, 1, began, at"):
        decode(json.dumps(whole).encode(), "plan.ilead")


def test_an_abandoned_cycle_without_its_learning_is_damaged() -> None:
    whole = json.loads(encode(decided("abandon")))
    del whole["workbook"]["cycles"][0]["learned"]
    with pytest.raises(Damaged, match="say what you learned"):
        decode(json.dumps(whole).encode(), "plan.ilead")
