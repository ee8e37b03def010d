"""Who stands under whom."""

from workbooks import attendance, key, reading

from ilead_studio.model import replace
from ilead_studio.rules.family import family, link_between


def keys(*words: str) -> tuple[str, ...]:
    return tuple(map(key, words))


def test_whys_stand_under_their_causes_in_document_order() -> None:
    workbook = attendance()
    kin = family(workbook, workbook.fishbones[0])
    assert kin.root == key("head")
    assert kin.stands[key("head")] == keys("buses", "home")
    assert kin.stands[key("buses")] == keys("late", "full")
    assert kin.parents[key("roads")] == keys("late")
    assert kin.children == kin.stands


def test_a_shared_idea_is_a_child_of_both_drivers_and_stands_under_the_first() -> None:
    workbook = reading()
    kin = family(workbook, workbook.theories[0])
    assert kin.parents[key("talk")] == keys("daily", "families")
    assert kin.children[key("families")] == keys("talk")
    assert key("families") not in kin.stands
    assert kin.stands[key("teach")] == keys("daily", "hour"), "drivers before ideas"


def test_ideas_of_other_theories_are_not_on_the_page() -> None:
    workbook = reading()
    bare = replace(workbook.theories[0], drivers=(), links=())
    assert family(workbook, bare).items == {}


def test_a_branch_is_an_item_and_all_that_stands_below_it() -> None:
    workbook = attendance()
    kin = family(workbook, workbook.fishbones[0])
    assert kin.branch(key("buses")) == keys("buses", "late", "roads", "full")
    assert kin.branch(key("full")) == keys("full")


def test_what_serves_an_item_is_found_by_every_way() -> None:
    workbook = reading()
    kin = family(workbook, workbook.theories[0])
    assert kin.serving(key("families")) == set(keys("families", "talk"))
    assert kin.serving(key("teach")) == set(keys("teach", "daily", "talk", "hour"))


def test_the_link_between_two_items_is_found() -> None:
    theory = reading().theories[0]
    found = link_between(theory, key("talk"), key("families"))
    assert found is not None
    assert found.strength == "weak"
    assert link_between(theory, key("families"), key("talk")) is None


def test_the_same_page_is_read_once() -> None:
    workbook = attendance()
    page = workbook.fishbones[0]
    assert family(workbook, page) is family(replace(workbook, title="Other"), page)
    assert family(workbook, page) is not family(workbook, replace(page, head="Other"))
