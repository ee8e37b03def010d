"""Where a dragged branch would land."""

import pytest
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.errors import EditError
from ilead_studio.model import Workbook, faults, pages
from ilead_studio.rules.outline import outline
from ilead_studio.rules.places import Place
from ilead_studio.session.landing import landing, ordinal


def where(dragged: str, over: str, side: str, page: int = 0) -> tuple[str, str]:
    workbook = both()
    found = landing(workbook, pages(workbook)[page], [key(dragged)], key(over), side)
    return found.words, found.refusal


@pytest.mark.parametrize(
    ("over", "side", "words"),
    [
        ("home", "on", "under Home, second"),
        ("full", "before", "under Buses, first"),
        ("full", "after", "under Buses, second"),
        ("work", "on", "as a why of Parents work early, first"),
        ("home", "before", "as a bone, second"),
        ("head", "after", "as a bone, third"),
    ],
)
def test_words_say_where_a_cause_lands(over: str, side: str, words: str) -> None:
    assert where("late", over, side) == (words, "")


def test_a_branch_never_lands_on_itself() -> None:
    words, refusal = where("late", "roads", "on")
    assert refusal == "A cause cannot hang below itself. It stays where it was."
    assert words


def test_an_idea_takes_nothing_under_it() -> None:
    assert "cannot be above" in where("families", "talk", "on", page=1)[1]


def test_a_driver_lands_under_another_one() -> None:
    assert where("daily", "families", "on", page=1) == ("under Families, first", "")


def texts(workbook: Workbook) -> list[tuple[int, str]]:
    return [(row.depth, row.text) for row in outline(workbook, pages(workbook)[0])[1:]]


def test_several_items_go_together_in_their_order() -> None:
    workbook = edits.move_all(both(), [key("full"), key("roads"), key("late")], key("home"))
    assert texts(workbook) == [
        (1, "Buses"),
        (1, "Home"),
        (2, "Parents work early"),
        (2, "Buses come late"),
        (3, "Roads are mended"),
        (2, "Buses are full"),
    ]
    assert faults(workbook) == ()


def test_items_dropped_before_one_of_themselves_stay_in_place() -> None:
    ids = [key("late"), key("full")]
    assert texts(edits.move_all(both(), ids, key("buses"), key("late"))) == texts(both())


def test_if_one_of_several_cannot_go_none_goes() -> None:
    with pytest.raises(EditError):
        edits.move_all(both(), [key("work"), key("late")], key("roads"))


def test_a_place_between_is_counted_without_what_is_dragged() -> None:
    workbook = both()
    found = landing(workbook, pages(workbook)[0], [key("late")], key("late"), "after")
    assert found.place == Place(key("buses"), key("full"))


def test_ordinals_are_words_up_to_the_tenth() -> None:
    assert [ordinal(1), ordinal(10), ordinal(11)] == ["first", "tenth", "number 11"]
