"""What is worth a second look on a fishbone, each rule by an example and its opposite."""

import pytest
from workbooks import attendance, both, chained, key

from ilead_studio import edits
from ilead_studio.model import EvidenceKind, Workbook, replace
from ilead_studio.rules.advice import advice


def rules_of(workbook: Workbook, name: str) -> set[str]:
    return {it.rule for it in advice(workbook) if it.item == key(name)}


def message(workbook: Workbook, rule: str) -> str:
    return next(it.message for it in advice(workbook) if it.rule == rule)


def rooted(name: str = "full", **fields: object) -> Workbook:
    """Return a workbook with one root cause, which a driver answers."""
    workbook = edits.put(both(), [key(name)], root=True, **fields)
    return edits.answer(workbook, key("teach"), [key(name)])


def heard(workbook: Workbook, kind: EvidenceKind, name: str = "full") -> Workbook:
    new = key(f"x{kind}"[:9])
    return edits.cite(edits.add_evidence(workbook, new, "Seen", kind=kind), [key(name)], new)


def test_a_root_that_is_a_hunch_is_no_ground_to_build_on() -> None:
    assert rules_of(rooted(), "full") == {"root-is-hunch"}
    assert message(rooted(), "root-is-hunch") == "The root cause “Buses are full” is still a hunch."
    assert rules_of(heard(rooted(evidence="supported"), "interview"), "full") == set()


def test_a_root_has_no_whys_below_it() -> None:
    workbook = heard(rooted("late", evidence="supported"), "interview", "late")
    assert rules_of(workbook, "late") == {"root-has-whys-below"}
    assert message(workbook, "root-has-whys-below").endswith("has 1 why below it.")


def test_a_root_lies_in_reach() -> None:
    workbook = heard(rooted(evidence="supported", reach="outside"), "interview")
    assert rules_of(workbook, "full") == {"root-outside-reach"}


@pytest.mark.parametrize("field", ["exists_without", "comes_back"])
def test_a_yes_in_the_root_test_speaks_against_a_root(field: str) -> None:
    workbook = heard(rooted(evidence="supported", **{field: "yes"}), "interview")
    assert rules_of(workbook, "full") == {"root-against-test"}


def test_somebody_who_lives_it_is_asked_about_a_root() -> None:
    workbook = heard(rooted(evidence="supported"), "data")
    assert rules_of(workbook, "full") == {"voices-missing"}
    assert message(workbook, "voices-missing") == "“Buses are full” rests on data alone."
    more = heard(workbook, "observation")
    assert (
        message(more, "voices-missing") == "“Buses are full” rests on data and observation alone."
    )
    assert rules_of(heard(more, "interview"), "full") == set()
    bare = rooted(evidence="supported")
    assert message(bare, "voices-missing") == "Nothing says yet why “Buses are full” is no hunch."


def test_a_root_is_answered_by_a_driver() -> None:
    workbook = edits.put(attendance(), [key("full")], root=True)
    assert "root-cause-unanswered" in rules_of(workbook, "full"), "also without a theory"


def test_one_kind_of_evidence_alone_is_one_sided() -> None:
    workbook = heard(attendance(), "data")
    assert "one-sided" not in rules_of(workbook, "head"), "one thing is a beginning"
    workbook = edits.add_evidence(workbook, key("more"), "A count", kind="data")
    workbook = edits.cite(workbook, [key("work")], key("more"))
    assert rules_of(workbook, "head") == {"one-sided"}
    assert message(workbook, "one-sided") == "All evidence of the fishbone F1 is of one kind: data."
    assert rules_of(heard(workbook, "observation"), "head") == set()


def test_a_fishbone_with_too_much_on_it_is_a_whalebone() -> None:
    workbook = attendance()
    for number in range(6):
        workbook = edits.add_cause(workbook, key("bone" + "a" * number), "More", key("head"))
    assert "whalebone" not in rules_of(workbook, "head"), "eight bones"
    workbook = edits.add_cause(workbook, key("ninth"), "More", key("head"))
    assert message(workbook, "whalebone").startswith("The fishbone F1 has 9 bones")
    workbook = attendance()
    for number in range(57):
        new = "x" + "".join("abcdefghij"[int(it)] for it in str(number))
        workbook = edits.add_cause(workbook, key(new), f"Cause {number}", key("home"))
    assert message(workbook, "whalebone").startswith("The fishbone F1 has 61 causes")
    assert "whalebone" not in rules_of(edits.delete(workbook, [key("full")]), "head")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("No tutoring program", "cause-is-solution"),
        ("Parents do not care", "cause-blames"),
        ("Students miss school", "cause-restates-head"),
    ],
)
def test_the_words_of_a_cause_are_looked_at_in_english_only(text: str, rule: str) -> None:
    workbook = edits.rename(attendance(), key("full"), text)
    assert rules_of(workbook, "full") == {rule}
    for language in ("en", "en-GB", "EN-us"):
        assert rules_of(replace(workbook, language=language), "full") == {rule}
    for language in ("es", "de-AT", "enm"):
        assert rules_of(replace(workbook, language=language), "full") == set()
    refuted = edits.put(workbook, [key("full")], evidence="refuted")
    assert rules_of(refuted, "full") == set(), "it is out anyway"


def test_a_linked_copy_is_told_once() -> None:
    workbook = edits.rename(chained(), key("full"), "No tutoring program")
    workbook = edits.copy_linked(workbook, key("full"), key("copy"), key("home"))
    assert [it.item for it in advice(workbook) if it.rule == "cause-is-solution"] == [key("full")]
