"""What items can be linked to, one or several at once."""

from itertools import permutations

import pytest
from workbooks import both, key

from ilead_studio.model import Cause, Page, Workbook, find, new_ids, page_of
from ilead_studio.rules.family import family, link_between
from ilead_studio.session.linking import linking, matches, refusal, unfit


def page(workbook: Workbook, name: str) -> Page:
    found = page_of(workbook, key(name))
    assert found is not None
    return found


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("root", ["head", "aim"])
def test_what_does_not_fit_is_what_would_be_refused(root: str, number: int) -> None:
    book = both()
    here = page(book, root)
    items = {here.id, *family(book, here).items}
    for sources in permutations(sorted(items - {here.id}), number):
        refused = {it for it in items if refusal(book, here, sources, it)}
        assert unfit(book, here, sources) == refused, sources


def test_several_serve_one_more_and_those_that_do_already_stay_as_they_are() -> None:
    book = both()
    theory = page(book, "aim")
    both_ideas = (key("talk"), key("hour"))
    made = linking(theory, both_ideas, key("families"), ("", ""))(book)
    after = made.theories[0]
    assert link_between(after, key("hour"), key("families")).strength == "strong"
    assert link_between(after, key("talk"), key("families")).strength == "weak"
    assert refusal(made, after, both_ideas, key("families")) == "These two are linked already."


def test_several_causes_get_copies_under_one() -> None:
    book, fresh = both(), new_ids(1)
    sources, made = (key("late"), key("full")), (fresh(), fresh())
    after = linking(page(book, "head"), sources, key("home"), made)(book)
    copies = [find(after, it) for it in made]
    assert [isinstance(it, Cause) and it.same_as for it in copies] == list(sources)
    assert [isinstance(it, Cause) and it.parent_id for it in copies] == [key("home")] * 2


def test_what_is_linked_is_never_offered_to_itself() -> None:
    book = both()
    found = matches(book, page(book, "head"), (key("late"), key("full")), "buses")
    assert [row.id for row in found.fit] == [key("buses")]
    assert not found.unfit
