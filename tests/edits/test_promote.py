"""From the fishbone to the theory: chosen causes become drivers, with their trace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.edits import Promotion
from ilead_studio.errors import EditError
from ilead_studio.model import FACILITATOR, Driver, Workbook, faults, find, new_ids
from ilead_studio.rules.outline import outline
from ilead_studio.rules.trace import answering
from ilead_studio.session import Session

AIM = key("aim")


def promoted(workbook: Workbook, *choices: Promotion) -> tuple[Workbook, tuple[Driver, ...]]:
    workbook, ids = edits.promote(workbook, AIM, choices, new_ids(1))
    made = [find(workbook, it) for it in ids]
    assert faults(workbook) == ()
    return workbook, tuple(it for it in made if isinstance(it, Driver))


def served(workbook: Workbook, driver: Driver) -> str:
    return next(it.target for it in workbook.theories[0].links if it.source == driver.id)


def test_a_bone_becomes_a_primary_driver_and_a_cause_a_secondary_one() -> None:
    choices = (
        Promotion(key("late"), "Buses on time"),
        Promotion(key("buses"), "A good way here"),
    )
    workbook, (cause, bone) = promoted(both(), *choices)
    assert (bone.text, served(workbook, bone)) == ("A good way here", AIM)
    assert (cause.text, served(workbook, cause)) == ("Buses on time", bone.id)
    assert (bone.answers, cause.answers) == ((key("buses"),), (key("late"),))


def test_a_bone_that_nobody_chose_becomes_one_too_but_only_once() -> None:
    workbook, (late, roads) = promoted(both(), Promotion(key("late")), Promotion(key("roads")))
    bone = find(workbook, served(workbook, late))
    assert isinstance(bone, Driver)
    assert (bone.text, bone.answers) == ("Buses", (key("buses"),))
    assert served(workbook, roads) == bone.id, "a why is a secondary driver as well"
    assert len(workbook.theories[0].drivers) == 6


def test_words_may_be_turned_around_on_the_way() -> None:
    _, (late,) = promoted(both(), Promotion(key("late")))
    assert late.text == "Buses come early", "only offered: whoever chooses types better words"


def test_a_driver_that_is_there_can_take_the_cause() -> None:
    workbook, (driver,) = promoted(both(), Promotion(key("late"), onto=key("daily")))
    assert (driver.id, driver.answers) == (key("daily"), (key("late"),))
    assert len(workbook.theories[0].drivers) == 3
    again, _ = promoted(workbook, Promotion(key("late"), onto=key("daily")))
    assert again == workbook


def test_a_cause_that_is_answered_already_gets_no_second_driver() -> None:
    workbook, (driver,) = promoted(chained(), Promotion(key("late")))
    assert workbook == chained()
    assert driver.id == key("daily")
    workbook, (driver,) = promoted(chained(), Promotion(key("late"), under=key("families")))
    assert served(workbook, driver) == key("families")


def test_both_sides_know_the_trace_and_a_copy_is_its_original() -> None:
    workbook = edits.copy_linked(both(), key("late"), key("copy"), key("home"))
    workbook, (driver,) = promoted(workbook, Promotion(key("copy"), "On time"))
    assert driver.answers == (key("late"),)
    for name in ("late", "copy"):
        cause = next(it for it in workbook.fishbones[0].causes if it.id == key(name))
        assert answering(workbook, cause) == (driver,)


def test_a_driver_belongs_to_whom_its_cause_belongs_and_hides_with_it() -> None:
    workbook = edits.belong(both(), [key("late")], [key("party")])
    workbook = edits.show_only(workbook, [key("buses")], FACILITATOR)
    _, (driver,) = promoted(workbook, Promotion(key("late")))
    assert driver.parties == (key("party"),)
    assert driver.only_for == FACILITATOR, "what its cause hangs on is hidden"


@pytest.mark.parametrize(
    "choice",
    [
        Promotion(key("teach")),
        Promotion(key("nobody")),
        Promotion(key("late"), "a" * 3000),
        Promotion(key("late"), onto=key("talk")),
        Promotion(key("late"), under=key("talk")),
        Promotion(key("late"), under=key("home")),
    ],
)
def test_what_cannot_become_a_driver_is_refused(choice: Promotion) -> None:
    with pytest.raises(EditError):
        edits.promote(both(), AIM, [Promotion(key("home")), choice], new_ids(1))


CHOICES = st.builds(
    Promotion,
    st.sampled_from([key(it) for it in ("buses", "late", "full", "roads", "home", "work")]),
    st.sampled_from(["", "In other words"]),
    st.sampled_from(["", "", key("daily")]),
    st.sampled_from(["", "", AIM, key("teach")]),
)


@given(st.lists(CHOICES, max_size=5, unique_by=lambda it: it.cause_id))
def test_promoting_is_one_step_and_undoing_it_is_exact(choices: list[Promotion]) -> None:
    before, fresh = chained(), new_ids(2)
    session = Session(before)
    after = session.apply("Make drivers", lambda it: edits.promote(it, AIM, choices, fresh)[0])
    assert faults(after) == ()
    assert len(outline(after, after.theories[0])) >= len(outline(before, before.theories[0]))
    assert len(session.undo_labels) == (after != before)
    session.undo()
    assert session.workbook is before
    session.redo()
    assert session.workbook is after
