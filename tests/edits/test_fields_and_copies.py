"""What is known about items, and causes that stand in two places."""

import pytest
from workbooks import attendance, both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Cause, Driver, Idea, Workbook, faults, find, new_ids, replace


def cause(workbook: Workbook, name: str) -> Cause:
    found = find(workbook, key(name))
    assert isinstance(found, Cause)
    return found


def linked() -> Workbook:
    """Return the fishbone with "late" a second time, below "home"."""
    return edits.copy_linked(attendance(), key("late"), key("again"), key("home"), key("work"))


def test_several_causes_are_judged_together() -> None:
    workbook = edits.put(attendance(), [key("late"), key("work")], evidence="supported", votes=3)
    assert [(it.evidence, it.votes) for it in workbook.fishbones[0].causes] == [
        ("hunch", 0), ("supported", 3), ("hunch", 0), ("hunch", 0), ("hunch", 0), ("supported", 3),
    ]  # fmt: skip
    assert faults(workbook) == ()


def test_what_has_no_such_field_stays_as_it_is() -> None:
    party = (attendance().parties[0].id,)
    workbook = edits.put(both(), [key("late"), key("teach"), key("aim")], parties=party)
    teach = find(workbook, key("teach"))
    assert isinstance(teach, Driver)
    assert (cause(workbook, "late").parties, teach.parties) == (party, party)
    with pytest.raises(EditError, match=r"Nothing that is selected can be marked so"):
        edits.put(both(), [key("aim")], votes=2)


def test_a_value_that_does_not_fit_is_refused_in_words() -> None:
    with pytest.raises(EditError, match="“9” does not fit into this field"):
        edits.put(attendance(), [key("late")], effort=9)
    with pytest.raises(EditError, match="That does not fit into this field"):
        edits.put(attendance(), [key("late")], votes=None)


def test_words_that_are_none_and_fields_of_other_edits_are_refused() -> None:
    party = attendance().parties[0]
    with pytest.raises(EditError, match="“4” does not fit into this field"):
        edits.change_party(attendance(), party.id, name=4)
    with pytest.raises(EditError, match="That does not fit into this field"):
        edits.change_party(attendance(), party.id, id=key("other"))


def test_a_linked_copy_says_what_its_original_says() -> None:
    workbook = edits.put(linked(), [key("late")], evidence="supported", root=True)
    workbook = edits.rename(workbook, key("again"), "Buses run late")
    late, again = cause(workbook, "late"), cause(workbook, "again")
    assert (late.text, again.text) == ("Buses run late", "Buses run late")
    assert (again.evidence, again.root, again.same_as) == ("supported", True, late.id)
    assert (again.parent_id, again.ref) == (key("home"), "C7")
    assert faults(workbook) == ()


def test_a_copy_of_a_copy_is_one_of_the_first() -> None:
    workbook = edits.copy_linked(linked(), key("again"), key("third"), key("head"))
    assert cause(workbook, "third").same_as == key("late")
    assert edits.same_causes(workbook, key("third")) == (key("late"), key("again"), key("third"))


def test_a_cause_is_never_linked_below_itself() -> None:
    with pytest.raises(EditError, match="cannot hang below itself"):
        edits.copy_linked(attendance(), key("late"), key("new"), key("roads"))
    with pytest.raises(EditError, match="cannot hang below itself"):
        edits.copy_linked(linked(), key("again"), key("new"), key("roads"))


def test_a_copy_that_is_unlinked_goes_its_own_way() -> None:
    workbook = edits.rename(edits.part_copy(linked(), key("again")), key("again"), "Something else")
    assert cause(workbook, "late").text == "Buses come late"
    with pytest.raises(EditError, match="in one place only"):
        edits.part_copy(workbook, key("again"))


@pytest.mark.parametrize("part", [edits.part_copy, lambda it, one: edits.delete(it, [one])])
def test_without_its_original_the_first_copy_speaks_for_the_others(part) -> None:
    workbook = edits.copy_linked(linked(), key("late"), key("third"), key("head"))
    workbook = part(workbook, key("late"))
    assert cause(workbook, "again").same_as is None
    assert cause(workbook, "third").same_as == key("again")
    assert faults(workbook) == ()


def test_a_cause_that_goes_is_answered_by_nobody() -> None:
    workbook = edits.put(both(), [key("teach")], answers=(key("roads"), key("full")))
    teach = find(edits.delete(workbook, [key("late")]), key("teach"))
    assert isinstance(teach, Driver)
    assert teach.answers == (key("full"),)


def test_a_file_whose_copy_says_something_else_is_told() -> None:
    workbook = linked()
    page = workbook.fishbones[0]
    other = tuple(
        it.model_copy(update={"votes": 4}) if it.id == key("again") else it for it in page.causes
    )
    broken = replace(workbook, fishbones=(replace(page, causes=other),))
    assert [fault.rule for fault in faults(broken)] == ["copy-differs"]
    lost = edits.part_copy(linked(), key("late")).fishbones[0]
    nobody = tuple(it.model_copy(update={"same_as": key("gone")}) for it in lost.causes[:1])
    orphan = replace(page, causes=nobody)
    rules = [fault.rule for fault in faults(replace(attendance(), fishbones=(orphan,)))]
    assert rules == ["original-missing"]


@pytest.mark.parametrize(
    ("name", "fields", "rule"),
    [
        ("late", {"parties": (key("nobody"),)}, "party-missing"),
        ("late", {"cites": ({"evidence_id": key("none")},)}, "evidence-missing"),
        ("teach", {"answers": (key("none"),)}, "cause-missing"),
    ],
)
def test_what_is_named_must_be_there(name: str, fields: dict[str, object], rule: str) -> None:
    assert [it.rule for it in faults(edits.put(both(), [key(name)], **fields))] == [rule]


def test_words_are_replaced_whatever_their_case_and_accents() -> None:
    from ilead_studio.rules.find import search

    workbook = edits.rename(both(), key("late"), "Búses come late, buses come early")
    found = search(workbook, "buses").places
    after = edits.replace_words(workbook, found, "buses", "trains")
    assert cause(after, "late").text == "trains come late, trains come early"
    assert cause(after, "full").text == "trains are full"
    with pytest.raises(EditError, match="needs words"):
        edits.replace_words(after, search(after, "home").places, "home", "")


def test_why_words_cannot_be_replaced_is_said_before() -> None:
    from ilead_studio.model.text import NOTES_MAX
    from ilead_studio.rules.find import search

    workbook = edits.note(both(), key("late"), "home " + "x" * (NOTES_MAX - 5))
    workbook = edits.catch(workbook, key("loose"), "home")
    said = [edits.refusal(workbook, it, "home", "") for it in search(workbook, "home").places]
    assert [words[:14] for words in said] == ["", "An item needs ", "Words in this "]
    longer = [
        edits.refusal(workbook, it, "home", "the house") for it in search(workbook, "home").places
    ]
    assert [words[:14] for words in longer] == ["A note holds 2", "", "Words in this "]
    with pytest.raises(EditError, match=r"20,000 characters"):
        edits.replace_words(workbook, search(workbook, "home").places[:1], "home", "the house")


def test_the_head_the_aim_and_names_of_pages_are_replaced_too() -> None:
    from ilead_studio.rules.find import search

    workbook = edits.replace_words(both(), search(both(), "read").places, "read", "count")
    assert workbook.theories[0].title == "counting"
    assert workbook.theories[0].aim == "Every child counts by June (70 %)"
    workbook = edits.replace_words(workbook, search(workbook, "miss").places, "miss", "like")
    assert workbook.fishbones[0].head == "Pupils like school"
    assert workbook.problems[0].text == "One pupil in five likees a day a week"
    workbook = edits.catch(workbook, key("loose"), "like")
    with pytest.raises(EditError, match="this section"):
        edits.replace_words(workbook, search(workbook, "like").places, "like", "miss")
    assert edits.reworded("Ab ab", "ab", "xyz") == ("xyz xyz", ((0, 3), (4, 7)))


def test_an_idea_that_is_linked_is_parked_no_more() -> None:
    workbook = edits.park(both(), [key("talk")], new_ids(1))
    assert [it.id for it in edits.parked(workbook)] == [key("talk")]
    workbook = edits.link(workbook, key("talk"), key("families"))
    talk = find(workbook, key("talk"))
    assert isinstance(talk, Idea)
    assert talk.state == "proposed"
