"""What a party sees: nothing that is hidden leaks, by no parent, link, trace or number."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import FACILITATOR, FishbonePlan, OnlyFor, Workbook, faults, find, groups
from ilead_studio.rules.visibility import EVERYBODY, SUCCESSOR, audience, hidden, may_see, strictest
from ilead_studio.storage.format import encode

UNI, PARTY = key("uni"), key("party")


def lost(workbook: Workbook, viewer: str = EVERYBODY) -> set[str]:
    seen = {record.id for group in groups(edits.seen_by(workbook, viewer)) for record in group}
    return {
        record.id.rstrip("z")
        for group in groups(workbook)
        for record in group
        if record.id not in seen
    }


def only(ids: list[str], only_for: OnlyFor) -> Workbook:
    return edits.show_only(chained(), [*map(key, ids)], only_for)


def test_everything_is_shared_until_somebody_hides_it() -> None:
    workbook = chained()
    for viewer in (EVERYBODY, UNI, FACILITATOR):
        assert edits.seen_by(workbook, viewer) is workbook
        assert hidden(workbook, viewer) == frozenset()


def test_what_is_of_one_party_is_seen_by_it_and_by_the_facilitator() -> None:
    workbook = only(["full"], UNI)
    assert lost(workbook) == lost(workbook, PARTY) == {"full"}
    assert lost(workbook, UNI) == lost(workbook, FACILITATOR) == set()
    assert [may_see(it, UNI) for it in (EVERYBODY, PARTY, UNI, FACILITATOR)] == [
        False, False, True, True,
    ]  # fmt: skip


def test_a_hidden_cause_takes_its_whys_and_its_trace_along() -> None:
    workbook = only(["late"], FACILITATOR)
    assert lost(workbook, UNI) == {"late", "roads", "seen"}
    driver = find(edits.seen_by(workbook, UNI), key("daily"))
    assert getattr(driver, "answers", None) == ()


def test_a_hidden_driver_takes_along_what_serves_nothing_else() -> None:
    assert lost(only(["daily"], FACILITATOR)) == {"daily"}
    workbook = only(["daily", "families"], FACILITATOR)
    assert lost(workbook) == {"daily", "families", "talk", "cycle"}


def test_a_hidden_page_takes_all_that_stands_on_it() -> None:
    assert lost(only(["head"], FACILITATOR)) == {
        "head", "buses", "late", "full", "roads", "home", "work", "seen",
    }  # fmt: skip
    assert {"aim", "teach", "daily", "families", "talk", "hour", "cycle"} == lost(
        only(["aim"], FACILITATOR)
    )


def test_hidden_evidence_and_problems_are_named_nowhere() -> None:
    seen = edits.seen_by(only(["seen", "problem"], FACILITATOR), UNI)
    assert seen.fishbones[0].problem_id is None
    assert all(not cause.cites for cause in seen.fishbones[0].causes)


def test_evidence_is_hidden_with_all_that_cites_it() -> None:
    workbook = only(["late"], FACILITATOR)
    assert "Six families" not in encode(edits.seen_by(workbook, UNI)).decode()
    workbook = edits.cite(workbook, [key("problem")], key("seen"))
    assert "Six families" in encode(edits.seen_by(workbook, UNI)).decode()


def test_a_hidden_measure_is_not_called_by_its_name_in_a_plan() -> None:
    workbook = edits.add_measure(chained(), key("rates"), "Rates of interns")
    workbook = edits.add_line(workbook, key("cycle"), "data", key("line"), "Rates of interns")
    workbook = edits.add_line(workbook, key("cycle"), "data", key("other"), "Office count")
    assert workbook.cycles[0].data[0].measure_id == key("rates")
    workbook = edits.show_only(workbook, [key("rates")], PARTY)
    seen = edits.seen_by(workbook, UNI)
    assert "interns" not in encode(seen).decode()
    assert [it.text for it in seen.cycles[0].data] == ["Office count"]
    assert edits.seen_by(workbook, PARTY) is workbook


def test_why_a_snapshot_was_taken_is_hidden_with_its_meeting() -> None:
    workbook = edits.add_meeting(chained(), key("talk2"), date(2026, 10, 12))
    workbook = edits.take_snapshot(
        workbook, key("snap"), "October", date(2026, 10, 12), "Trouble with the university"
    )
    workbook = edits.close_meeting(
        workbook, key("talk2"), datetime(2026, 10, 12, 15, tzinfo=UTC), key("snap")
    )
    assert edits.seen_by(workbook, UNI).snapshots[0].why
    workbook = edits.show_only(workbook, [key("talk2")], PARTY)
    (seen,) = edits.seen_by(workbook, UNI).snapshots
    assert (seen.name, seen.why) == ("October", "")
    assert edits.seen_by(workbook, PARTY) is workbook


def test_a_copy_of_a_cause_under_a_hidden_bone_is_still_seen() -> None:
    workbook = edits.copy_linked(chained(), key("work"), key("copy"), key("buses"))
    seen = edits.seen_by(edits.show_only(workbook, [key("home")], FACILITATOR), UNI)
    copy = find(seen, key("copy"))
    assert getattr(copy, "same_as", "") is None
    assert getattr(find(seen, key("families")), "answers", ()) == (key("copy"),)


def test_the_tray_is_the_facilitators_and_a_page_that_lost_something_is_planned_anew() -> None:
    plan = FishbonePlan(room=(700, 500), wrap=90, row_gap=4, spread=0, slope=0.5, ribs=(2, 1))
    workbook = edits.catch(edits.with_plan(chained(), key("head"), plan), key("loose"), "Hm")
    assert edits.seen_by(workbook, UNI).tray == ()
    assert edits.seen_by(workbook, UNI).fishbones[0].plan == plan
    workbook = edits.show_only(workbook, [key("full")], FACILITATOR)
    assert edits.seen_by(workbook, UNI).fishbones[0].plan is None


def test_an_item_is_seen_where_all_is_seen_on_which_it_hangs() -> None:
    workbook = edits.show_only(only(["buses"], UNI), [key("roads")], PARTY)
    assert [audience(workbook, key(it)) for it in ("buses", "late", "roads", "home")] == [
        UNI, UNI, FACILITATOR, None,
    ]  # fmt: skip
    assert audience(only(["talk"], UNI), key("talk")) == UNI
    assert strictest([None, UNI, None, UNI]) == UNI


def test_parking_hides_what_one_of_the_whys_hid() -> None:
    workbook = edits.park(only(["roads"], UNI), [key("late")], lambda: key("parked"))
    (idea,) = edits.parked(workbook)
    assert (idea.notes, idea.only_for) == ("– Roads are mended", UNI)
    back = edits.place_parked(workbook, idea.id, key("back"), key("home"))
    assert getattr(find(back, key("back")), "only_for", None) == UNI


IDS = [record.id for group in groups(chained()) for record in group]
READERS = ["", UNI, PARTY, SUCCESSOR]
MEANT = st.sampled_from([FACILITATOR, UNI, PARTY])


@given(st.dictionaries(st.sampled_from(IDS), MEANT, max_size=6), st.sampled_from(READERS))
def test_nothing_that_is_hidden_is_named_in_what_is_seen(
    meant: dict[str, OnlyFor], viewer: str
) -> None:
    workbook = chained()
    for item_id, only_for in meant.items():
        if item_id not in (UNI, PARTY, key("cycle")):
            workbook = edits.show_only(workbook, [item_id], only_for)
    seen = edits.seen_by(workbook, viewer)
    assert faults(seen) == ()
    data = encode(seen).decode()
    assert [it for it in hidden(workbook, viewer) if it in data] == []
    assert edits.seen_by(seen, viewer) == seen
