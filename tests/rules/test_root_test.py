"""The root test: two questions; the answers advise, and people mark."""

import pytest
from workbooks import attendance, key

from ilead_studio import edits
from ilead_studio.model import Cause, find
from ilead_studio.rules.root_test import answers_said, root_advice


def cause(**fields: object) -> Cause:
    made = find(edits.put(attendance(), [key("late")], **fields), key("late"))
    assert isinstance(made, Cause)
    return made


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("", "", "test not answered"),
        ("no", "no", "test: no and no"),
        ("no", "", "test: no and open"),
        ("unsure", "yes", "test: unsure and yes"),
    ],
)
def test_the_answers_are_said_in_few_words(first: str, second: str, words: str) -> None:
    assert answers_said(cause(exists_without=first, comes_back=second)) == words


def test_the_test_advises_and_marks_nothing() -> None:
    asked = cause(exists_without="no", comes_back="no")
    assert not asked.root
    assert "speaks for a root" in root_advice(asked)
    assert "the team marks" in root_advice(cause())
    assert "contributing" in root_advice(cause(comes_back="yes"))
    assert "look again" in root_advice(cause(comes_back="yes", root=True))
    assert "marked" in root_advice(cause(exists_without="no", comes_back="no", root=True))


def test_a_linked_copy_has_the_same_answers() -> None:
    workbook = edits.copy_linked(attendance(), key("late"), key("copy"), key("home"))
    workbook = edits.put(workbook, [key("copy")], exists_without="no")
    late = find(workbook, key("late"))
    assert isinstance(late, Cause)
    assert late.exists_without == "no"
