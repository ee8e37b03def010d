"""The aim by its parts, and what each party gains."""

import pytest
from workbooks import both, chained, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Workbook, new_ids
from ilead_studio.rules.aim import is_built

AIM = key("aim")


def empty() -> Workbook:
    return edits.rename(both(), AIM, "")


def test_an_aim_is_made_of_its_parts() -> None:
    workbook = edits.put_aim(empty(), AIM, group="our first graders", outcome="read 40 words")
    assert workbook.theories[0].aim == "Our first graders will read 40 words."
    workbook = edits.put_aim(
        workbook, AIM, date="June 2028", indicator="the spring check", baseline="48 %",
        target=" 70 %\n",
    )  # fmt: skip
    assert workbook.theories[0].aim == (
        "By June 2028, our first graders will read 40 words, as measured by the spring check,"
        " from 48 % to 70 %."
    )
    assert edits.put_aim(workbook, AIM, baseline="").theories[0].aim.endswith("check, to 70 %.")


def test_what_an_aim_cannot_do_without_is_shown_as_a_gap() -> None:
    assert edits.put_aim(empty(), AIM, date="June").theories[0].aim == "By June, … will …."


def test_a_freely_typed_aim_stays_as_it_is_until_it_is_built() -> None:
    workbook = edits.put_aim(both(), AIM, target="80 %", group="Every child", outcome="read")
    theory = workbook.theories[0]
    assert theory.aim == both().theories[0].aim
    assert not is_built(theory)
    built = edits.build_aim(workbook, AIM).theories[0]
    assert built.aim == "Every child will read, to 80 %."
    assert is_built(built)
    typed = edits.rename(edits.build_aim(workbook, AIM), AIM, "Every child reads").theories[0]
    assert (typed.aim, typed.aim_parts) == ("Every child reads", built.aim_parts)


def test_an_aim_without_parts_is_not_built() -> None:
    with pytest.raises(EditError, match="Nothing is known"):
        edits.build_aim(both(), AIM)
    for parts in ({"colour": "red"}, {"target": "a" * 3000}):
        with pytest.raises(EditError):
            edits.put_aim(both(), AIM, **parts)


def test_the_aim_says_what_each_party_gains() -> None:
    workbook = edits.put_gain(chained(), AIM, key("uni"), "Placements near home")
    workbook = edits.put_gain(workbook, AIM, key("party"), " Fewer vacancies ")
    theory = workbook.theories[0]
    assert [gain.text for gain in theory.gains] == ["Fewer vacancies", "Placements near home"]
    assert edits.gain_of(theory, key("uni")) == "Placements near home"
    left = edits.put_gain(workbook, AIM, key("uni"), "").theories[0]
    assert [gain.party_id for gain in left.gains] == [key("party")]
    with pytest.raises(EditError):
        edits.put_gain(workbook, AIM, key("nobody"), "x")


def test_a_copy_of_a_theory_says_the_same_of_its_aim() -> None:
    workbook = edits.put_gain(chained(), AIM, key("uni"), "Placements near home")
    workbook = edits.put_aim(workbook, AIM, target="80 %")
    copy = edits.duplicate_page(workbook, AIM, "Another view", new_ids(1)).theories[1]
    for field in ("aim", "aim_parts", "gains", "problem_id"):
        assert getattr(copy, field) == getattr(workbook.theories[0], field)
