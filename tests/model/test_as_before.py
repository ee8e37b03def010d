"""What is read anew is made of the records of before, where they say the same."""

from hypothesis import given
from random_workbooks import Edit, made, steps, workbooks
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook, replace
from ilead_studio.model.as_before import as_before


def read_anew(workbook: Workbook) -> Workbook:
    """Return a workbook of which no record is another one's, as from a file."""
    return Workbook.model_validate_json(workbook.model_dump_json())


def test_what_says_the_same_is_the_very_same() -> None:
    workbook = both()
    assert as_before(read_anew(workbook), workbook) is workbook


def test_only_what_is_on_the_way_to_a_change_is_new() -> None:
    before = both()
    after = as_before(read_anew(edits.rename(before, key("late"), "Buses are late")), before)
    page, was = after.fishbones[0], before.fishbones[0]
    new = [it.id for it, old in zip(page.causes, was.causes, strict=True) if it is not old]
    assert new == [key("late")]
    assert after.theories is before.theories


def test_records_are_found_again_where_others_came_or_went() -> None:
    before = both()
    gone = as_before(read_anew(edits.delete(before, [key("late")])), before)
    assert {*map(id, gone.fishbones[0].causes)} < {*map(id, before.fishbones[0].causes)}
    turned = replace(before, ideas=before.ideas[::-1])
    assert [*map(id, as_before(read_anew(turned), before).ideas)] == [*map(id, turned.ideas)]


@given(workbooks, steps)
def test_it_says_what_was_read_whatever_was_before(before: Workbook, done: list[Edit]) -> None:
    after = made(before, done)
    assert as_before(read_anew(after), before) == after
