"""What belongs to each party."""

from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.rules.parties import Owned, owned, page_with

UNI = key("uni")


def test_what_belongs_to_a_party_is_counted_kind_by_kind() -> None:
    assert owned(chained(), UNI) == Owned()
    ids = [key(it) for it in ("problem", "late", "daily", "talk")]
    assert owned(edits.belong(chained(), ids, [UNI]), UNI) == Owned(1, 1, 1, 1)


def test_a_linked_copy_is_not_counted_again() -> None:
    workbook = edits.belong(chained(), [key("late")], [UNI])
    workbook = edits.copy_linked(workbook, key("late"), key("copy"), key("home"))
    assert owned(workbook, UNI).causes == 1


def test_the_first_page_with_something_of_a_party_is_found() -> None:
    assert page_with(chained(), UNI) is None
    page = page_with(edits.belong(chained(), [key("daily")], [UNI]), UNI)
    assert page is not None
    assert page.id == key("aim")
