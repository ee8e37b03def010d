"""How many causes there are is the same number wherever it is shown."""

from pathlib import Path

from workbooks import key

from ilead_studio.model import Cause, Counters, Fishbone, Workbook
from ilead_studio.rules.cause_count import causes_in, causes_on
from ilead_studio.rules.recovered import amounts


def two_fishbones() -> Workbook:
    """A bone with two causes, of which one is a linked copy of the other; and an empty fishbone."""
    bone = Cause(id=key("bone"), ref="C1", parent_id=key("head"), text="Buses")
    late = Cause(id=key("late"), ref="C2", parent_id=bone.id, text="They come late")
    again = Cause(id=key("again"), ref="C3", parent_id=bone.id, text="Late", same_as=late.id)
    page = Fishbone(id=key("head"), ref="F1", head="Absence", causes=(bone, late, again))
    empty = Fishbone(id=key("other"), ref="F2")
    return Workbook(fishbones=(page, empty), counters=Counters(causes=3, fishbones=2))


def test_bones_are_headings_and_a_linked_copy_is_the_cause_it_shows() -> None:
    book = two_fishbones()
    assert [causes_on(page) for page in book.fishbones] == [1, 0]
    assert causes_in(book) == 1
    assert amounts(book) == "1 cause"


def test_bones_under_which_nothing_stands_yet_are_something_too() -> None:
    bone = two_fishbones().fishbones[0].causes[:1]
    page = Fishbone(id=key("head"), ref="F1", head="Absence", causes=bone)
    assert amounts(Workbook(fishbones=(page,))) == "1 bone"


def test_only_one_place_counts_causes() -> None:
    """A number of causes that is counted elsewhere would soon be another one."""
    home = Path(__file__).parents[2] / "ilead_studio"
    for file in home.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        for own in (
            "count(len(page.causes)",
            "sum(len(it.causes)",
            'count(causes, "{number} cause and',
        ):
            assert own not in text, file
